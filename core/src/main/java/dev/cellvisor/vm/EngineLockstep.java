package dev.cellvisor.vm;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.debug.BlockListing;
import dev.cellvisor.debug.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The same guest on both engines, side by side: a VM and its fork that only interprets run as many instructions each, and all that a fingerprint is
 * made of is compared, without the hashing. Then the shortest run is looked for after which they differ: it ends with the block, or the trace, whose code is
 * wrong, since where the budget ends within one it is not entered.
 *
 * <pre>{@code
 * try (var both = new EngineLockstep(vm)) {
 *     both.run(10_000_000, 1_000_000)     // Optional.empty, or where they part
 * }
 * }</pre>
 */
public final class EngineLockstep implements AutoCloseable {
    /** How many instructions before a difference are shown. */
    private static final int SHOWN = 24;
    private static final int BETWEEN_SNAPSHOTS = 16;

    private final Vm translated;
    private final Vm interpreted;
    private Exit exit = new Exit.Limit();

    /**
     * Where two engines part.
     *
     * @param instruction until then, counted from the VM's start, both did the same
     * @param found whether it was found to the block: code that is only wrong after a longer run may be right when it is repeated
     * @param guest the instructions that led to it, the last of them last
     * @param blocks what the native engine executed of them, three ways
     * @param states what differs: the native engine's and the interpreter's
     * @param registers those of both at that point, by engine
     */
    public record Difference(long instruction, boolean found, List<Listing> guest, List<BlockListing> blocks, SnapshotDiff states, List<String> registers) {
        @Override
        public String toString() {
            var text = new StringBuilder(found ? "the engines part within the block that ends at instruction %,d; before that\n".formatted(instruction)
                    : "the engines part after instruction %,d, and do not when that is repeated by itself; before it\n".formatted(instruction));
            guest.forEach(line -> text.append(line.lines().getFirst()).append('\n'));
            text.append("\nnative engine / interpreter:\n").append(states).append('\n');
            registers.forEach(one -> text.append('\n').append(one).append('\n'));
            blocks.forEach(block -> text.append("\nmachine code:\n").append(block).append('\n'));
            return text.toString().stripTrailing();
        }
    }

    /**
     * Begins where a VM is now.
     *
     * @param vm one whose engine is native
     */
    public EngineLockstep(Vm vm) {
        if (!vm.cpu(0).engine().startsWith("native")) {
            throw new IllegalArgumentException("VM '%s' has no native engine to be compared: %s".formatted(vm.name(), vm.cpu(0).engine()));
        }
        translated = vm;
        interpreted = vm.snapshot().fork(MachineParts.forkName(vm.name()), Engine.INTERPRETER);
    }

    /** The VM that was given, and its fork that interprets. */
    public List<Vm> vms() {
        return List.of(translated, interpreted);
    }

    /** How both ended the last run: {@link Exit.Limit} if they can go on. */
    public Exit exit() {
        return exit;
    }

    /** Types the same into both. */
    public void type(String text) {
        translated.type(text);
        interpreted.type(text);
    }

    /** As {@link #run(long, long, LongConsumer)}, and nobody is told. */
    public Optional<Difference> run(long instructions, long piece) {
        return run(instructions, piece, count -> { });
    }

    /**
     * Runs both until they differ, have executed so much, or end alike.
     *
     * @param piece after how many instructions they are compared
     * @param equal is told the count of instructions each time that they are found equal
     */
    public Optional<Difference> run(long instructions, long piece, LongConsumer equal) {
        long left = instructions;
        Snapshot before = null;
        for (int pieces = 0; left > 0; pieces++) {
            if (pieces % BETWEEN_SNAPSHOTS == 0) {
                before = translated.snapshot();
            }
            RunResult one = translated.run(Math.min(piece, left));
            RunResult two = interpreted.run(Math.min(piece, left));
            if (!same(translated, one, interpreted, two)) {
                return Optional.of(narrow(before, Math.max(translated.clock().instructions(), interpreted.clock().instructions()) - before.instructions()));
            }
            equal.accept(translated.clock().instructions());
            exit = one.exit();
            left -= one.instructions();
            if (!(exit instanceof Exit.Limit)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The shortest run from a snapshot after which a native engine that translates everything differs from an interpreter. */
    private Difference narrow(Snapshot start, long most) {
        try (Vm host = start.fork("lockstep-native", Engine.NATIVE); Vm java = start.fork("lockstep-interpreter", Engine.INTERPRETER)) {
            if (same(host, java, start, most)) {
                return difference(start.instructions(), false, translated, interpreted, List.of());
            }
            long equal = 0;
            long differing = most;
            while (differing - equal > 1) {
                long middle = equal + (differing - equal) / 2;
                if (same(host, java, start, middle)) {
                    equal = middle;
                } else {
                    differing = middle;
                }
            }
            List<Listing> path = path(java, start, differing);
            same(host, java, start, differing);
            return difference(start.instructions() + differing, true, host, java, path);
        }
    }

    private static boolean same(Vm host, Vm java, Snapshot start, long instructions) {
        host.restore(start);
        java.restore(start);
        return same(host, host.run(instructions), java, java.run(instructions));
    }

    private static boolean same(Vm first, RunResult one, Vm second, RunResult two) {
        return one.exit().equals(two.exit()) && one.instructions() == two.instructions() && first.save().hash().equals(second.save().hash())
                && RamPages.same(first.memory(), second.memory());
    }

    /** The last instructions before a point, as the interpreter came by. */
    private static List<Listing> path(Vm java, Snapshot start, long end) {
        java.restore(start);
        long before = Math.max(0, end - SHOWN);
        if (before > 0) {
            java.run(before);
        }
        List<Listing> path = new ArrayList<>();
        for (long i = before; i < end; i++) {
            try {
                path.add(java.disassemble(java.cpu(0).pc(), 1));
            } catch (IllegalArgumentException e) {
                // a fetch that faults: no instruction is mapped there
            }
            java.step();
        }
        return path;
    }

    private static Difference difference(long at, boolean found, Vm host, Vm java, List<Listing> guest) {
        List<BlockListing> blocks = new ArrayList<>();
        if (!guest.isEmpty()) {
            long last = guest.getLast().lines().getFirst().address();
            try {
                blocks.add(host.block(last));
            } catch (IllegalArgumentException e) {
                // forgotten, or never translated: the difference came of another cause
            }
        }
        return new Difference(at, found, guest, blocks, host.snapshot().diff(java.snapshot()),
                List.of("native\n" + host.cpu(0).registers(), "interpreter\n" + java.cpu(0).registers()));
    }

    /** Ends the fork; the VM that was given goes on. */
    @Override
    public void close() {
        interpreted.close();
    }
}

package dev.cellvisor.vm;

import dev.cellvisor.memory.RamSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * A VM's past: snapshots that are taken by themselves while it runs, and the log of what came in. Any instruction of it is reached by going back to
 * the snapshot before it and repeating the rest. {@link Vm#history} begins it.
 */
public final class History {
    /** How far the snapshots are apart at first, in instructions: some tenths of a second to repeat. */
    public static final long DEFAULT_SPACING = 20_000_000;
    /** How much memory they may take if nothing is said. */
    public static final long DEFAULT_BUDGET_BYTES = 1L << 30;
    /** What a snapshot costs beside its pages: mostly a CPU's TLBs. */
    private static final long BASE_BYTES = 900_000;
    private static final int STEPPED = 100_000;

    private final Vm vm;
    private final TreeMap<Long, Snapshot> snapshots = new TreeMap<>();
    private long spacing = DEFAULT_SPACING;
    private long budgetBytes = DEFAULT_BUDGET_BYTES;
    /** All that came in until {@link #end}. */
    private List<InputLog.Entry> log = List.of();
    private long end;

    History(Vm vm) {
        this.vm = vm;
        take();
    }

    /** Sets how much memory the snapshots may take: when it is more, every other one is dropped, and they are further apart from then on. */
    public History budgetBytes(long bytes) {
        budgetBytes = bytes;
        return this;
    }

    /** Sets how far the snapshots are apart. */
    public History spacing(long instructions) {
        if (instructions < 1) {
            throw new IllegalArgumentException("a spacing of " + instructions + " instructions; it must be 1 or more");
        }
        spacing = instructions;
        return this;
    }

    /** The earliest instruction that can be reached. */
    public long start() {
        return snapshots.firstKey();
    }

    /** The VM at {@link #start}. */
    Snapshot first() {
        return snapshots.firstEntry().getValue();
    }

    /** The latest one: where the VM was when it was first taken back, or where it is. */
    public long end() {
        return Math.max(end, vm.clock().instructions());
    }

    /** How many snapshots there are. */
    public int snapshotCount() {
        return snapshots.size();
    }

    /** How much memory they take. */
    public long sizeBytes() {
        return RamSnapshot.sizeBytes(snapshots.values().stream().map(Snapshot::ram).toList()) + snapshots.size() * BASE_BYTES * vm.cpuCount();
    }

    // ---- while the VM runs

    /** The VM begins to run by itself: from here on the past is another one. */
    void runs() {
        long now = vm.clock().instructions();
        snapshots.tailMap(now, false).clear();
        if (now == 0) {
            take(); // what was done before the first instruction is how the machine is built
        }
        end = 0;
        log = List.of();
    }

    /** The VM is somewhere else: its past begins there. */
    void restarts() {
        snapshots.clear();
        end = 0;
        log = List.of();
        take();
    }

    /** Between two instructions of a run. */
    void look() {
        if (vm.clock().instructions() - snapshots.lastKey() >= spacing) {
            take();
            while (snapshots.size() > 2 && sizeBytes() > budgetBytes) {
                thin();
            }
        }
    }

    private void take() {
        snapshots.put(vm.clock().instructions(), vm.parts().take());
    }

    private void thin() {
        boolean drop = false;
        for (var all = snapshots.entrySet().iterator(); all.hasNext(); drop = !drop) {
            long at = all.next().getKey();
            if (drop && at != snapshots.lastKey()) {
                all.remove();
            }
        }
        spacing *= 2;
    }

    // ---- going there

    /**
     * Goes to an instruction of the past, or of what was the past before the VM was taken back. What came in there has come in.
     *
     * @throws IllegalArgumentException if it is not between {@link #start} and {@link #end}
     */
    void at(long instruction) {
        if (instruction < start() || instruction > end()) {
            throw new IllegalArgumentException("instruction %,d cannot be reached: the history goes from %,d to %,d".formatted(instruction, start(), end()));
        }
        keepEnd();
        Snapshot nearest = snapshots.floorEntry(instruction).getValue();
        if (instruction < vm.clock().instructions() || nearest.instructions() > vm.clock().instructions()) {
            vm.parts().restore(nearest);
        }
        Replay.of(log, vm).to(instruction);
    }

    private void keepEnd() {
        vm.inputGate().flush();
        if (vm.clock().instructions() >= end) {
            end = vm.clock().instructions();
            log = vm.inputs().entries();
        }
    }

    // ---- who did it

    /** See {@link Vm#lastWrite}. */
    MemoryWrite lastWrite(long address, int sizeBytes) {
        long now = vm.clock().instructions();
        return searchBack(now, (from, to) -> {
            try (var watch = new WriteWatch(vm, address, sizeBytes)) {
                Replay.of(log, vm).to(to);
                return watch.last();
            }
        });
    }

    /** Looks at the pieces of the past between two snapshots, the latest first, and returns to where the VM was. */
    private <T> T searchBack(long now, Piece<T> piece) {
        keepEnd();
        long to = now;
        T found = null;
        for (Snapshot from : List.copyOf(snapshots.headMap(now, true).descendingMap().values())) {
            if (from.instructions() < to || to == now) {
                vm.parts().restore(from);
                found = piece.look(from.instructions(), to);
                if (found != null) {
                    break;
                }
                to = from.instructions();
            }
        }
        at(now);
        return found;
    }

    private interface Piece<T> {
        /** Runs from where the VM is, {@code from}, to {@code to}; {@code null} if nothing was found. */
        T look(long from, long to);
    }

    /** See {@link Vm#lastChange}. */
    RegisterChange lastChange(String name, LongSupplier value) {
        long now = vm.clock().instructions();
        long wanted = value.getAsLong();
        return searchBack(now, (from, to) -> {
            long close = Math.max(from, to - STEPPED);
            Replay.of(log, vm).to(close);
            RegisterChange late = stepTo(to, name, value);
            if (late != null || close == from) {
                return late;
            }
            vm.parts().restore(snapshots.get(from));
            if (value.getAsLong() == wanted) {
                return null;
            }
            // Before that, halves: the last change by which it came to be what it is.
            long low = from;
            long high = close;
            while (high - low > STEPPED) {
                long middle = low + (high - low) / 2;
                at(middle);
                if (value.getAsLong() == wanted) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            at(low);
            return stepTo(high, name, value);
        });
    }

    private RegisterChange stepTo(long high, String name, LongSupplier value) {
        RegisterChange last = null;
        Replay replay = Replay.of(log, vm);
        while (vm.clock().instructions() < high) {
            long pc = vm.cpu(0).pc();
            long before = value.getAsLong();
            replay.to(vm.clock().instructions() + 1);
            if (value.getAsLong() != before) {
                last = new RegisterChange(vm.clock().instructions(), pc, name, before, value.getAsLong());
            }
        }
        return last;
    }

    /** See {@link Vm#runBackUntil}. */
    BackResult backUntil(Condition condition) {
        long now = vm.clock().instructions();
        BackResult found = searchBack(now, (from, to) -> {
            Replay replay = Replay.of(log, vm);
            BackResult last = null;
            while (vm.clock().instructions() < to) {
                String met = replay.toOr(to, condition);
                if (met.isEmpty()) {
                    break;
                }
                last = new BackResult(met, vm.clock().instructions());
                replay.to(last.instruction() + 1);
            }
            return last;
        });
        if (found == null) {
            return new BackResult("", now);
        }
        at(found.instruction());
        return found;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "history of VM '%s' from instruction %,d to %,d: %d snapshots about %,d apart, %.1f MiB of at most %.1f", vm.name(), start(), end(),
                snapshots.size(), spacing, sizeBytes() / 1048576.0, budgetBytes / 1048576.0);
    }
}

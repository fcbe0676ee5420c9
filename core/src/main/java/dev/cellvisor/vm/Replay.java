package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.virtio.VirtioDevice;
import java.util.Arrays;
import java.util.List;

/**
 * A run that is being repeated: on a VM that stands somewhere on the way of it, everything that came in from outside comes in again at the same
 * instruction. Where that is follows from the VM's own count and log, so it may be restored, or forked, at any point in between.
 *
 * <pre>{@code
 * var replay = recording.replay("again");
 * replay.to(1_000_000);           // somewhere in the middle
 * replay.vm();                    // to look at
 * replay.toEnd();                 // the same fingerprint, or a ReplayException that says what differed
 * }</pre>
 */
public final class Replay {
    private final List<InputLog.Entry> inputs;
    private final int before;
    private final Recording recording;
    private final Vm vm;

    /**
     * Goes on with a recording on a VM that stands at its start or somewhere on its way.
     *
     * @throws IllegalArgumentException if the VM's log of inputs is not a beginning of the recording's
     */
    public Replay(Recording recording, Vm vm) {
        this(recording.inputs(), recording.start().inputs().size(), recording, vm);
        List<InputLog.Entry> came = vm.inputs().entries();
        int done = came.size() - before;
        if (done < 0 || done > inputs.size() || !came.subList(before, came.size()).equals(inputs.subList(0, done))) {
            throw new IllegalArgumentException("%s is not on the way of this recording: its inputs are others".formatted(vm));
        }
    }

    private Replay(List<InputLog.Entry> inputs, int before, Recording recording, Vm vm) {
        this.inputs = inputs;
        this.before = before;
        this.recording = recording;
        this.vm = vm;
    }

    /** The way of a VM's own past, by the log that it had. */
    static Replay of(List<InputLog.Entry> log, Vm vm) {
        return new Replay(log, 0, null, vm);
    }

    /** The VM. */
    public Vm vm() {
        return vm;
    }

    /**
     * Goes on to an instruction; what came in there has come in.
     *
     * @param instruction the VM's count, not before where it is
     * @throws ReplayException at the first difference
     */
    public Replay to(long instruction) {
        if (instruction < vm.clock().instructions()) {
            throw new IllegalArgumentException("the VM is at instruction %,d, behind %,d; restore a snapshot first".formatted(vm.clock().instructions(), instruction));
        }
        vm.repeating(() -> {
            for (InputLog.Entry next = next(); next != null && next.instruction() <= instruction; next = next()) {
                runTo(next.instruction());
                comesIn(next);
            }
            runTo(instruction);
        });
        return this;
    }

    /** As {@link #to}, or until a condition is met before that; which one, or {@code ""}. */
    String toOr(long instruction, Condition condition) {
        String[] met = {""};
        vm.repeating(() -> {
            for (InputLog.Entry next = next(); met[0].isEmpty() && next != null && next.instruction() <= instruction; next = next()) {
                met[0] = runToOr(next.instruction(), condition);
                if (met[0].isEmpty()) {
                    comesIn(next);
                }
            }
            met[0] = met[0].isEmpty() ? runToOr(instruction, condition) : met[0];
        });
        return met[0];
    }

    private String runToOr(long instruction, Condition condition) {
        long left = instruction - vm.clock().instructions();
        String met = left > 0 ? vm.tryRunUntil(condition.limit(left).seconds(1e9)).condition() : "";
        return vm.clock().instructions() < instruction ? met : "";
    }

    /**
     * Goes on to the end of the recording.
     *
     * @throws ReplayException at the first difference
     */
    public Replay toEnd() {
        to(recording.instructions());
        vm.repeating(() -> vm.scheduler().passTo(recording.ticks()));
        String fingerprint = vm.fingerprint();
        if (vm.clock().ticks() != recording.ticks() || !fingerprint.equals(recording.fingerprint())) {
            throw new ReplayException("the replay has come to the end of the recording at instruction %,d with other contents: tick %d, was %d; fingerprint %s, was %s"
                    .formatted(recording.instructions(), vm.clock().ticks(), recording.ticks(), fingerprint, recording.fingerprint()));
        }
        return this;
    }

    private InputLog.Entry next() {
        int done = vm.inputs().size() - before;
        return done < inputs.size() ? inputs.get(done) : null;
    }

    private void runTo(long instruction) {
        while (vm.clock().instructions() < instruction) {
            long left = instruction - vm.clock().instructions();
            RunResult result = left <= Steps.MOST ? vm.step(left) : vm.tryRunUntil(Condition.instructions(left).limit(left).seconds(1e9));
            boolean onTheWay = result.exit() instanceof Exit.Limit || result.exit() instanceof Exit.Breakpoint;
            if (vm.clock().instructions() < instruction && !onTheWay) {
                throw new ReplayException("the replay ended at instruction %,d with %s; in the recording it went on to %,d".formatted(
                        vm.clock().instructions(), result.exit(), instruction));
            }
        }
    }

    private void comesIn(InputLog.Entry input) {
        long late = vm.clock().ticks() - input.tick();
        vm.scheduler().passTo(input.tick());
        if (late > 0) {
            throw new ReplayException("at instruction %,d it is tick %d; in the recording it was %d when this came in: %s".formatted(
                    input.instruction(), vm.clock().ticks(), input.tick(), input));
        }
        compareRegisters(input);
        int size = vm.inputs().size();
        apply(input);
        vm.inputGate().flush();
        List<InputLog.Entry> came = vm.inputs().entries();
        if (came.size() != size + 1 || !came.getLast().equals(input)) {
            throw new ReplayException("at instruction %,d this was to come in: %s; what came in is %s".formatted(
                    input.instruction(), input, came.subList(Math.min(size, came.size()), came.size())));
        }
    }

    private void compareRegisters(InputLog.Entry input) {
        long[] now = input.registers() == null ? null : vm.inputGate().registers();
        if (now == null || Arrays.equals(now, input.registers())) {
            return;
        }
        int i = Arrays.mismatch(now, input.registers());
        int count = InputLog.REGISTERS.size();
        throw new ReplayException("at instruction %,d, when this came in: %s, %s of CPU %d is 0x%x; in the recording it was 0x%x".formatted(
                input.instruction(), input, InputLog.REGISTERS.get(i % count), i / count, now[i], input.registers()[i]));
    }

    private void apply(InputLog.Entry input) {
        String[] words = input.detail().split(" ", 3);
        switch (input.kind()) {
            case TYPE -> vm.type(input.payload());
            case MEMORY -> vm.memory().write(Long.decode(input.detail()), input.payload());
            case REGISTER -> {
                int dot = input.detail().indexOf('.');
                int equals = input.detail().lastIndexOf('=');
                vm.cpu(Integer.parseInt(input.detail().substring(3, dot))).set(input.detail().substring(dot + 1, equals), number(input.detail().substring(equals + 1)));
            }
            case INTERRUPT -> GicDoor.repeat(vm, input.detail());
            case TIME -> vm.inputGate().log(InputLog.Kind.TIME, input.detail(), input.payload()); // it has passed already
            case SEED -> vm.reseed(Long.parseLong(input.detail()));
            case ACCESS -> access(words);
            case DEVICE -> {
                String rest = input.detail().substring(words[0].length() + 1);
                VirtioDevice device = vm.slot(words[0]).device();
                device.replayInput(rest.startsWith(device.name() + " ") ? rest.substring(device.name().length() + 1) : rest, input.payload());
            }
            case ATTACH, MACHINE -> throw new ReplayException("at instruction %,d the machine was built on (%s), which cannot be repeated: take the snapshot after that"
                    .formatted(input.instruction(), input.detail()));
        }
    }

    /** "write 4 0x0a003e50=0x0" or "read 4 0x0a003e50". */
    private void access(String[] words) {
        String[] place = words[2].split("=");
        if (words[0].equals("write")) {
            vm.map().write(Long.decode(place[0]), Integer.parseInt(words[1]), number(place[1]));
        } else {
            vm.map().read(Long.decode(place[0]), Integer.parseInt(words[1]));
        }
    }

    private static long number(String hexadecimal) {
        return Long.parseUnsignedLong(hexadecimal.substring(2), 16);
    }

    @Override
    public String toString() {
        return "replay at %,d of %,d instructions on %s".formatted(vm.clock().instructions(), recording == null ? -1 : recording.instructions(), vm);
    }
}

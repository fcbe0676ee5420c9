package dev.cellvisor.vm;

import dev.cellvisor.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** Repeats two runs beside each other until they part, and finds the instruction by halves. */
final class RunSearch implements AutoCloseable {
    private static final long LEAST_STRIDE = 100_000;
    private static final long MOST_STRIDE = 4_000_000;
    private static final int BEFORE = 6;
    private static final int AFTER = 8;

    private final Side a;
    private final Side b;
    private final long end;

    /** One of the runs, and the VM that repeats it. */
    private static final class Side {
        final Recording recording;
        final String name;
        final Vm vm;
        Snapshot here;

        Side(Recording recording) {
            this.recording = recording;
            name = recording.start().shape.name;
            vm = recording.start().fork(MachineParts.forkName(name));
            here = vm.snapshot();
        }

        Snapshot to(long instruction) {
            new Replay(recording, vm).to(instruction);
            here = vm.snapshot();
            return here;
        }

        void back(Snapshot to) {
            vm.restore(to);
            here = to;
        }

        List<RunDiff.Happened> happenings(long to) {
            List<RunDiff.Happened> all = new ArrayList<>();
            try (Trace.Subscription listening = vm.trace().add((instruction, fact) -> all.add(new RunDiff.Happened(instruction, fact)))) {
                new Replay(recording, vm).to(to);
            }
            return all;
        }

        List<String> inputsAt(long instruction) {
            return recording.inputs().stream().filter(input -> input.instruction() == instruction).map(input -> "came in: " + input).toList();
        }
    }

    RunSearch(Recording one, Recording other) {
        if (one.start().instructions() != other.start().instructions()) {
            throw new IllegalArgumentException("one run begins at instruction %,d, the other at %,d: there is nothing to compare".formatted(
                    one.start().instructions(), other.start().instructions()));
        }
        if (!one.start().shape.describe().equals(other.start().shape.describe())) {
            throw new IllegalArgumentException("one run is of %s, the other of %s: there is nothing to compare".formatted(
                    one.start().shape.describe(), other.start().shape.describe()));
        }
        a = new Side(one);
        try {
            b = new Side(other);
        } catch (RuntimeException e) {
            a.vm.close();
            throw e;
        }
        end = Math.min(one.instructions(), other.instructions());
    }

    RunDiff run() {
        List<String> names = List.of(a.name, b.name);
        SnapshotDiff start = SnapshotDiff.of(a.here, b.here);
        Spread before = Spread.of(a.here, b.here);
        Snapshot lowA = a.here;
        Snapshot lowB = b.here;
        long low = lowA.instructions();
        long stride = Math.clamp((end - low) / 50, LEAST_STRIDE, MOST_STRIDE);
        long high = low;
        boolean parted = false;
        while (!parted && high < end) {
            high = Math.min(end, high + stride);
            parted = !Spread.of(a.to(high), b.to(high)).isWithin(before);
            if (!parted) {
                low = high;
                lowA = a.here;
                lowB = b.here;
            }
        }
        if (!parted) {
            return new RunDiff(names, start, end, null, null, SnapshotDiff.of(a.here, b.here));
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            a.back(lowA);
            b.back(lowB);
            if (Spread.of(a.to(middle), b.to(middle)).isWithin(before)) {
                low = middle;
                lowA = a.here;
                lowB = b.here;
            } else {
                high = middle;
            }
        }
        a.back(lowA);
        b.back(lowB);
        RunDiff.Divergence first = divergence(high);
        a.back(lowA);
        b.back(lowB);
        RunDiff.Event event = event();
        return new RunDiff(names, start, end, first, event, SnapshotDiff.of(a.to(end), b.to(end)));
    }

    private RunDiff.Divergence divergence(long instruction) {
        int cpu = a.vm.currentCpu();
        long pc = a.vm.cpu(cpu).pc();
        long otherPc = b.vm.cpu(Math.min(b.vm.currentCpu(), b.vm.cpuCount() - 1)).pc();
        String disassembly = disassembly(pc, cpu);
        List<List<String>> happened = new ArrayList<>();
        for (Side side : List.of(a, b)) {
            List<String> lines = new ArrayList<>(side.happenings(instruction).stream().map(event -> event.fact().toString()).toList());
            lines.addAll(side.inputsAt(instruction));
            happened.add(List.copyOf(lines));
        }
        return new RunDiff.Divergence(instruction, cpu, new long[] {pc, otherPc}, disassembly, List.copyOf(happened), SnapshotDiff.of(a.vm.snapshot(), b.vm.snapshot()));
    }

    private String disassembly(long pc, int cpu) {
        try {
            return cpu == 0 ? a.vm.disassemble(pc, 1).toString() : a.vm.symbols().describe(pc);
        } catch (IllegalArgumentException e) {
            return "0x%x, where nothing is mapped".formatted(pc);
        }
    }

    /** The first thing that happens in one and not in the other, from where both VMs stand. */
    private RunDiff.Event event() {
        List<RunDiff.Happened> before = new ArrayList<>();
        List<RunDiff.Happened> ofA = new ArrayList<>();
        List<RunDiff.Happened> ofB = new ArrayList<>();
        long at = a.vm.clock().instructions();
        long stride = 2000;
        boolean parted = false;
        while (at < end && !(parted && ofA.size() >= AFTER && ofB.size() >= AFTER) && !(parted && stride > MOST_STRIDE)) {
            at = Math.min(end, at + stride);
            stride *= 2;
            ofA.addAll(a.happenings(at));
            ofB.addAll(b.happenings(at));
            int same = 0;
            while (!parted && same < Math.min(ofA.size(), ofB.size()) && ofA.get(same).same(ofB.get(same))) {
                same++;
            }
            before.addAll(ofA.subList(0, same));
            ofA.subList(0, same).clear();
            ofB.subList(0, same).clear();
            parted = !ofA.isEmpty() || !ofB.isEmpty();
        }
        return !parted ? null : new RunDiff.Event(List.copyOf(before.subList(Math.max(0, before.size() - BEFORE), before.size())),
                List.copyOf(ofA.subList(0, Math.min(AFTER, ofA.size()))), List.copyOf(ofB.subList(0, Math.min(AFTER, ofB.size()))));
    }

    @Override
    public void close() {
        a.vm.close();
        b.vm.close();
    }
}

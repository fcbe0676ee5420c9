package dev.cellvisor.vm;

import dev.cellvisor.trace.Fact;
import java.util.List;
import java.util.Locale;

/**
 * In what two runs differ, and where that began. {@code RunDiff.of(a, b)} repeats both beside each other.
 *
 * @param names of the VMs that ran
 * @param start in what they differed before the first instruction: nothing, or what was changed on purpose
 * @param common the count up to which both were repeated: the end of the shorter one
 * @param first where they parted; {@code null} if they never did
 * @param event the first thing that happened in one and not in the other; {@code null} if there is none up to {@link #common}
 * @param end in what they differ at {@link #common}
 */
public record RunDiff(List<String> names, SnapshotDiff start, long common, Divergence first, Event event, SnapshotDiff end) {

    /**
     * The first instruction after which the runs differ in something in which they did not differ at the start.
     *
     * @param instruction the VM's count right after it
     * @param cpu whose it was, in the first run
     * @param pc where that CPU was before it, in the first run and in the second
     * @param disassembly the instruction there, with its symbol where there is one
     * @param happened what happened in it in the first run, and in the second; and what came in from outside
     * @param after in what they differ after it
     */
    public record Divergence(long instruction, int cpu, long[] pc, String disassembly, List<List<String>> happened, SnapshotDiff after) {
        @Override
        public String toString() {
            var text = new StringBuilder(String.format(Locale.ROOT, "instruction %,d of cpu%d", instruction, cpu));
            text.append(pc[0] == pc[1] ? "\n" : ", at 0x%x / 0x%x\n".formatted(pc[0], pc[1])).append(disassembly);
            if (!happened.get(0).equals(happened.get(1))) {
                text.append("\nwhat happened in it: ").append(happened.get(0)).append("\n                and: ").append(happened.get(1));
            }
            return text.toString();
        }
    }

    /**
     * Something that happened.
     *
     * @param instruction the VM's count then
     * @param fact what
     */
    public record Happened(long instruction, Fact fact) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d  %-10s %s", instruction, fact.kind(), fact);
        }

        boolean same(Happened other) {
            return instruction == other.instruction && fact.toString().equals(other.fact.toString());
        }
    }

    /**
     * The first thing that is not the same in both runs.
     *
     * @param before what had happened in both since they parted, the last few
     * @param a what happened next in the first run, a few; the first of them is the one
     * @param b what happened next in the second run
     */
    public record Event(List<Happened> before, List<Happened> a, List<Happened> b) {
        @Override
        public String toString() {
            return (a.isEmpty() ? "nothing more" : a.getFirst().toString()) + "\n   / " + (b.isEmpty() ? "nothing more" : b.getFirst().toString());
        }
    }

    /**
     * Compares two recordings.
     *
     * @throws IllegalArgumentException if they are of machines of different shapes, or begin at different counts
     * @throws ReplayException if one of them cannot be repeated
     */
    public static RunDiff of(Recording a, Recording b) {
        try (var search = new RunSearch(a, b)) {
            return search.run();
        }
    }

    /**
     * Compares what two VMs have done since their {@link Vm#history} began; both stay where they are.
     *
     * @throws IllegalStateException if one keeps no history
     */
    public static RunDiff of(Vm a, Vm b) {
        return of(a.recordingOfHistory(), b.recordingOfHistory());
    }

    /** Whether they never parted. */
    public boolean isEmpty() {
        return first == null;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("runs of '%s' and '%s'\nat the start: %s\n".formatted(names.get(0), names.get(1), start));
        if (first == null) {
            return text.append(String.format(Locale.ROOT, "up to instruction %,d there is no difference but that", common)).toString();
        }
        text.append("first diverging instruction: ").append(first).append("\nafter it: ").append(first.after);
        text.append("\nfirst diverging event: ").append(event == null ? "none" : event);
        return text.append("\nat the end: ").append(end).toString();
    }
}

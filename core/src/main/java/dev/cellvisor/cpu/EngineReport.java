package dev.cellvisor.cpu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a native engine left to the interpreter since it was made.
 *
 * @param instructions all that its CPU has started
 * @param walked those that the interpreter did because their code was too cold to be translated, or the budget did not reach to its end
 * @param left those that were left to it one by one, most often left first; empty without a native engine
 */
public record EngineReport(long instructions, long walked, List<Left> left) {
    private static final int LINES = 40;

    /**
     * One kind of instruction.
     *
     * @param operation family and meaning, e.g. {@code SystemInstructions.msr}
     * @param unknown how often because there is no emitter, or none for this form
     * @param slow how often because the emitted code did not know what to do: no TLB entry, a device, a fault, a NaN, a mode of FPCR
     */
    public record Left(String operation, long unknown, long slow) {
        /** Both. */
        public long count() {
            return unknown + slow;
        }
    }

    /** A report of an engine that leaves nothing to another. */
    public static EngineReport nothing(long instructions) {
        return new EngineReport(instructions, 0, List.of());
    }

    /** What came since an earlier report of the same engine. */
    public EngineReport since(EngineReport before) {
        Map<String, Left> then = new HashMap<>();
        before.left.forEach(one -> then.put(one.operation, one));
        List<Left> since = new ArrayList<>();
        for (Left one : left) {
            Left old = then.getOrDefault(one.operation, new Left(one.operation, 0, 0));
            if (one.count() > old.count()) {
                since.add(new Left(one.operation, one.unknown - old.unknown, one.slow - old.slow));
            }
        }
        since.sort(Comparator.comparingLong(Left::count).reversed());
        return new EngineReport(instructions - before.instructions, walked - before.walked, List.copyOf(since));
    }

    /** The share of all instructions that was left one by one, in per cent. */
    public double percentLeft() {
        return percent(count());
    }

    /** Instructions left one by one. */
    public long count() {
        return left.stream().mapToLong(Left::count).sum();
    }

    /** Instructions left because there is no emitter for them. */
    public long unknown() {
        return left.stream().mapToLong(Left::unknown).sum();
    }

    private double percent(long count) {
        return instructions == 0 ? 0 : 100.0 * count / instructions;
    }

    /** A table: the totals with their shares, then the operations left most often. */
    @Override
    public String toString() {
        var text = new StringBuilder(String.format(Locale.ROOT,
                "%,d instructions; left to the interpreter: %,d without an emitter (%.4f %%), %,d off the fast path (%.4f %%), %,d of cold code and at ends of slices (%.4f %%)%n",
                instructions, unknown(), percent(unknown()), count() - unknown(), percent(count() - unknown()), walked, percent(walked)));
        text.append(String.format(Locale.ROOT, "%14s %14s  %s%n", "no emitter", "off fast path", "operation"));
        left.stream().limit(LINES).forEach(one ->
                text.append(String.format(Locale.ROOT, "%,14d %,14d  %s%n", one.unknown, one.slow, one.operation)));
        if (left.size() > LINES) {
            text.append(String.format(Locale.ROOT, "and %d more%n", left.size() - LINES));
        }
        return text.toString();
    }
}

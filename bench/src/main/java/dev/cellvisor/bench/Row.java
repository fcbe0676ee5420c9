package dev.cellvisor.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One figure: medians of ours and of QEMU's, and their ratio. */
public record Row(String name, double ours, double qemu) {

    /** The row of two series of measurements. */
    public static Row of(String name, List<Double> ours, List<Double> qemu) {
        return new Row(name, median(ours), median(qemu));
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-34s %10.3f %10.3f %8.2f", name, ours, qemu, ours / qemu);
    }
}

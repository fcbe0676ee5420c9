package dev.cellvisor.lab;

import dev.cellvisor.bench.Row;
import dev.cellvisor.images.CrossProgram;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./cellvisor bench kvm-arm64}: the same Linux on KVM by us and by qemu-system-aarch64, in turn, in one and the same lab. What both
 * do is emulated by TCG, so only ratios mean something.
 */
public final class KvmArm64Bench {
    private static final int LIMIT_SECONDS = 1500;

    private KvmArm64Bench() {
    }

    /**
     * Runs it.
     *
     * @param runs how many of each side
     */
    public static List<Row> run(int runs) throws IOException, InterruptedException {
        Progress progress = Progress.lines(System.err);
        var qemu = CrossProgram.ensure("arm64", "qemu-system-arm", Arm64BenchChecks.QEMU_PATH, progress);
        List<String> arguments = List.of(Inside.OTHER_CHECKS + Arm64BenchChecks.class.getName());
        try (LabMachine machine = LabMachine.prepare(Lab.ARM64, arguments, progress)) {
            machine.append(qemu);
            Map<String, List<Double>> figures = new LinkedHashMap<>();
            for (int i = 0; i < runs; i++) {
                LabReport report = machine.run(LIMIT_SECONDS, line -> {
                    if (line.contains(Lab.MARK)) {
                        System.err.println(line.substring(line.indexOf(Lab.MARK) + Lab.MARK.length()));
                    }
                });
                if (!report.good()) {
                    throw new IOException("the lab failed: " + report + "\n" + report.lastLines(20));
                }
                for (String figure : report.figures()) {
                    String[] parts = figure.split(": ");
                    figures.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(Double.parseDouble(parts[1].split(" ")[0]));
                }
            }
            List<Row> rows = new ArrayList<>();
            figures.forEach((name, values) -> {
                if (name.startsWith(Arm64BenchChecks.OURS)) {
                    String what = name.substring(Arm64BenchChecks.OURS.length());
                    List<Double> theirs = figures.get(Arm64BenchChecks.QEMUS + what);
                    if (theirs != null) {
                        rows.add(Row.of(what, values, theirs));
                    } else {
                        System.out.printf("%s, ours alone: %.3f%n", what, values.stream().mapToDouble(Double::doubleValue).average().orElse(0));
                    }
                }
            });
            return rows;
        }
    }
}

package dev.cellvisor.lab;

import dev.cellvisor.bench.Row;
import dev.cellvisor.images.CrossProgram;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./cellvisor bench kvm-arm64} and {@code kvm-amd64}: the same Linux on KVM by us and by qemu-system, in turn, in one and the same lab. What both
 * do is emulated by TCG, so only ratios mean something.
 */
public final class KvmBench {
    private static final int LIMIT_SECONDS = 1500;
    private static final Progress PROGRESS = Progress.lines(System.err);

    private KvmBench() {
    }

    /**
     * On arm64.
     *
     * @param runs how many of each side
     */
    public static List<Row> arm64(int runs) throws IOException, InterruptedException {
        return run(Lab.ARM64, BenchChecks.Arm64.class, CrossProgram.ensure("arm64", "qemu-system-arm", "usr/bin/qemu-system-aarch64", PROGRESS), runs);
    }

    /** On x86-64; see {@link #arm64}. */
    public static List<Row> amd64(int runs) throws IOException, InterruptedException {
        return run(Lab.AMD64, BenchChecks.Amd64.class, CrossProgram.ensure("amd64", "qemu-system-x86", "usr/bin/qemu-system-x86_64",
                CrossProgram.files("usr/share/(qemu|seabios)/(qboot.rom|linuxboot_dma.bin|kvmvapic.bin|pvh.bin)", "qemu-system-data", "seabios"), PROGRESS), runs);
    }

    private static List<Row> run(Lab lab, Class<? extends Checks> checks, Path qemu, int runs) throws IOException, InterruptedException {
        List<String> arguments = List.of(Inside.OTHER_CHECKS + checks.getName());
        try (LabMachine machine = LabMachine.prepare(lab, arguments, PROGRESS)) {
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
                if (name.startsWith(BenchChecks.OURS)) {
                    String what = name.substring(BenchChecks.OURS.length());
                    List<Double> theirs = figures.get(BenchChecks.QEMUS + what);
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

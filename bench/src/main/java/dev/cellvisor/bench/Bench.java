package dev.cellvisor.bench;

import dev.cellvisor.lab.KvmArm64Bench;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The benchmarks by name: {@code ./cellvisor bench NAME [RUNS]}. Each does the same fixed work here and in qemu-system-aarch64, in turn, on this
 * machine, and prints one line per figure: name, ours, QEMU's, ratio (medians; for times less than 1 means we are quicker).
 */
public final class Bench {
    private record Benchmark(String name, String summary, Body body) {
    }

    private interface Body {
        List<Row> run(int runs) throws Exception;
    }

    private static final List<Benchmark> ALL = List.of(
            new Benchmark("cold-boot", "from nothing to the shell prompt of the default image, JVM start included", ColdBoot::run),
            new Benchmark("net", "TCP through the NAT, 32 MB out and in, timed by the host's end", Net::run),
            new Benchmark("console", "10 MB out of the guest through virtio-console", ConsoleOut::run),
            new Benchmark("rings", "descriptor chains a second on one core, split and packed, in Java alone (JMH; millions, no QEMU beside it)", Rings::run),
            new Benchmark("exits", "exits of a KVM guest a second, beside a program in C with the same calls; build() to the first exit", Exits::run),
            new Benchmark("kvm-arm64", "Linux on KVM in the arm64 lab: boot, disk and console, beside qemu-system with KVM in the same lab", KvmArm64Bench::run),
            new Benchmark("block", "a raw disk: 1 MiB sequential, 4 KiB random, reads and writes, O_DIRECT", BlockBench::run));

    private Bench() {
    }

    /**
     * Runs one benchmark, or lists them.
     *
     * @param arguments a name and, if wanted, how many runs of each side are counted (5)
     * @return an exit status: 0 only if it ran
     */
    public static int run(String... arguments) {
        String names = ALL.stream().map(benchmark -> "  " + benchmark.name() + "  " + benchmark.summary()).collect(Collectors.joining("\n"));
        if (arguments.length == 0) {
            System.out.println("benchmarks:\n" + names);
            return 0;
        }
        for (Benchmark benchmark : ALL) {
            if (benchmark.name().equals(arguments[0])) {
                int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
                try {
                    List<Row> rows = benchmark.body().run(runs);
                    if (rows.isEmpty()) {
                        return 0;
                    }
                    System.out.printf("%-34s %10s %10s %8s%n", "name", "ours", "qemu", "ratio");
                    rows.forEach(System.out::println);
                    return 0;
                } catch (Exception e) {
                    System.err.println("cellvisor: bench " + benchmark.name() + ": " + e.getMessage());
                    return 1;
                }
            }
        }
        System.err.println("cellvisor: there is no benchmark '" + arguments[0] + "'; there are\n" + names);
        return 2;
    }
}

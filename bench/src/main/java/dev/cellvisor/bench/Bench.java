package dev.cellvisor.bench;

import dev.cellvisor.lab.KvmBench;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The benchmarks by name: {@code ./cellvisor bench NAME [RUNS [ENGINE]]}. Each does the same fixed work here and in qemu-system-aarch64, in turn, on this
 * machine, and prints one line per figure: name, ours, QEMU's, ratio (medians; for times less than 1 means we are quicker).
 */
public final class Bench {
    private record Benchmark(String name, String summary, Body body) {
    }

    private interface Body {
        List<Row> run(int runs) throws Exception;
    }

    /** Ours, where a benchmark leaves the choice: see {@link #run}. */
    private static String engine = "auto";

    private static final List<Benchmark> ALL = List.of(
            new Benchmark("cold-boot", "from nothing to the shell prompt of the default image, JVM start included", ColdBoot::run),
            new Benchmark("restore", "a Linux of 512 MiB restored, forked, reset, saved and loaded, beside QEMU's savevm and loadvm", runs -> Restore.run(runs, engine)),
            new Benchmark("back", "a boot with its history kept: to random instructions of it, and who wrote or where something was last (no QEMU beside it)", runs -> Back.run(runs, engine)),
            new Benchmark("start", "the launcher's call to the first guest instruction, and to the prompt from the cache of boots", Start::run),
            new Benchmark("kept-translations", "a boot anew, and work, with and without --keep-translations (no QEMU beside it)", KeptTranslations::run),
            new Benchmark("memory", "peak host memory of a boot beyond the guest's RAM, MiB", Memory::run),
            new Benchmark("login", "from nothing to the login prompt of the image debian, with all its services", runs -> Login.run(runs, engine)),
            new Benchmark("openssl", "openssl in the image debian over so many bytes: sha256, aes-128-cbc, chacha20", runs -> DebianWork.openssl(runs, engine)),
            new Benchmark("programs", "7z, a Python loop, SQLite inserts and a gcc compile in the image debian", runs -> DebianWork.programs(runs, engine)),
            new Benchmark("loops", "a list, a matrix, a state machine and a CRC in C, without an operating system",
                    runs -> GuestPrograms.run(GuestPrograms.Program.LOOPS, runs)),
            new Benchmark("sha256", "SHA-256 in plain C", runs -> GuestPrograms.run(GuestPrograms.Program.SHA256, runs)),
            new Benchmark("nbody", "five bodies in double precision", runs -> GuestPrograms.run(GuestPrograms.Program.NBODY, runs)),
            new Benchmark("vectors", "ChaCha20, sums of bytes and a filter on vectors", runs -> GuestPrograms.run(GuestPrograms.Program.VECTORS, runs)),
            new Benchmark("aes", "AES-128 and a polynomial hash by the instructions for them", runs -> GuestPrograms.run(GuestPrograms.Program.AES, runs)),
            new Benchmark("net", "TCP through the NAT, 32 MB out and in, timed by the host's end", Net::run),
            new Benchmark("wire", "TCP between two guests: our switch beside QEMU's links between two processes", Wire::run),
            new Benchmark("console", "10 MB out of the guest through virtio-console", ConsoleOut::run),
            new Benchmark("step", "vm.step() from Java, calls a second (millions, no QEMU beside it)", Steps::run),
            new Benchmark("left", "what translated code leaves to the interpreter, in per cent: a boot of each image, and each program of 'openssl' and 'programs' (no QEMU beside it)",
                    LeftOvers::run),
            new Benchmark("costs", "what each thing costs that a guest or an engine does, in nanoseconds (JMH, no QEMU beside it)", Costs::run),
            new Benchmark("rings", "descriptor chains a second on one core, split and packed, in Java alone (JMH; millions, no QEMU beside it)", Rings::run),
            new Benchmark("exits", "exits of a KVM guest a second, beside a program in C with the same calls; build() to the first exit", Exits::run),
            new Benchmark("kvm-arm64", "Linux on KVM in the arm64 lab: boot, disk and console, beside qemu-system with KVM in the same lab", KvmBench::arm64),
            new Benchmark("kvm-amd64", "the same in the amd64 lab, x86-64", KvmBench::amd64),
            new Benchmark("block", "a raw disk: 1 MiB sequential, 4 KiB random, reads and writes, O_DIRECT", BlockBench::run));

    private Bench() {
    }

    /**
     * Runs one benchmark, or lists them.
     *
     * @param arguments a name and, if wanted, how many runs of each side are counted (5), and which engine is ours where there is a choice (auto)
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
                engine = arguments.length > 2 ? arguments[2] : engine;
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

package dev.cellvisor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs without an operating system, in C, compiled by gcc for arm64: the same ELF file here and in QEMU. Time is taken outside, between
 * two marks on the console; a rate is guest instructions (which we count) by that time. Both must come to the same checksum.
 */
final class GuestPrograms {
    private static final String COMPILER = "aarch64-linux-gnu-gcc";
    private static final Pattern CHECKSUM = Pattern.compile("<end> ([0-9a-f]{16})");
    private static final Pattern INSTRUCTIONS = Pattern.compile("\"instructions\":(\\d+)");
    private static final String BEGIN = "<begin>";
    private static final String END = "<end>";
    private static final List<String> FILES = List.of("start.S", "guest.h");

    /** One program: its source, and how many rounds it does, so that both sides take some seconds. */
    enum Program {
        /** A list, a matrix, a state machine, a CRC. */
        LOOPS("loops", 600),
        /** SHA-256 in plain C. */
        SHA256("sha256", 600),
        /** Five bodies in double precision. */
        NBODY("nbody", 1_200_000),
        /** ChaCha20, sums of bytes, a filter in single precision, on vectors. */
        VECTORS("vectors", 700),
        /** AES-128 and a polynomial hash by the instructions for them. */
        AES("aes", 3000);

        private final String file;
        private final int rounds;

        Program(String file, int rounds) {
            this.file = file;
            this.rounds = rounds;
        }
    }

    private record Run(double seconds, String checksum, long instructions) {
    }

    private GuestPrograms() {
    }

    /** One row: millions of guest instructions a second. */
    static List<Row> run(Program program, int runs) throws IOException, InterruptedException {
        Qemu.require();
        Path directory = Files.createTempDirectory("cellvisor-bench");
        try {
            Path elf = compile(program, directory);
            List<String> ours = Launcher.command("run", "--engine", "auto", "--timing", elf.toString());
            List<String> theirs = Qemu.run(elf);
            List<Double> ourRates = new ArrayList<>();
            List<Double> theirRates = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                Run us = run(ours);
                Run them = run(theirs);
                if (!us.checksum.equals(them.checksum)) {
                    throw new IOException("%s: our checksum is %s, QEMU's %s".formatted(program.file, us.checksum, them.checksum));
                }
                ourRates.add(us.instructions / us.seconds / 1e6);
                theirRates.add(us.instructions / them.seconds / 1e6);
                System.err.printf("cellvisor: run %d of %d: %,d instructions, %.2f s, QEMU %.2f s%n", i + 1, runs, us.instructions, us.seconds, them.seconds);
            }
            return List.of(Row.of(program.file + ", MIPS", ourRates, theirRates));
        } finally {
            try (var files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static Path compile(Program program, Path directory) throws IOException, InterruptedException {
        List<String> sources = new ArrayList<>(FILES);
        sources.add(program.file + ".c");
        for (String name : sources) {
            try (InputStream in = GuestPrograms.class.getResourceAsStream("guest/" + name)) {
                Files.copy(in, directory.resolve(name));
            }
        }
        Path elf = directory.resolve(program.file + ".elf");
        var command = List.of(COMPILER, "-O2", "-march=armv8-a+crypto", "-ffreestanding", "-fno-math-errno", "-fno-tree-loop-distribute-patterns", "-nostdlib",
                "-static", "-Wl,-Ttext=0x40100000", "-Wl,--build-id=none", "-DROUNDS=" + program.rounds, "start.S", program.file + ".c", "-o", elf.toString());
        Process process;
        try {
            process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException(COMPILER + " is needed to build the guest's program: install the package gcc-aarch64-linux-gnu", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program.file + ".c does not compile:\n" + output);
        }
        return elf;
    }

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("cellvisor-bench", ".err");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        ConsoleMarks console = ConsoleMarks.read(process, command, null, "", BEGIN, END);
        process.waitFor();
        String said = Files.readString(errors);
        Files.delete(errors);
        Matcher checksum = CHECKSUM.matcher(console.text());
        if (!console.saw(BEGIN) || !checksum.find()) {
            throw new IOException("it ended without a checksum: " + String.join(" ", command) + "\n" + said);
        }
        Matcher instructions = INSTRUCTIONS.matcher(said);
        return new Run((console.at(END) - console.at(BEGIN)) / 1e9, checksum.group(1), instructions.find() ? Long.parseLong(instructions.group(1)) : 0);
    }
}

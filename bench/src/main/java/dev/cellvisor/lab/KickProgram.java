package dev.cellvisor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The measure of a pause: a program in C that has a signal end KVM_RUN, with the same calls and nothing else. Compiled outside the lab, run inside. */
final class KickProgram {
    /** Where it is inside a lab, if this host could compile it. */
    static final Path INSIDE = Lab.INSIDE.resolve("kick");
    private static final String COMPILER = "aarch64-linux-gnu-gcc";

    private KickProgram() {
    }

    /** The program; empty where there is no cross compiler. */
    static Optional<byte[]> compile() throws IOException {
        Path folder = Files.createTempDirectory("cellvisor-kick-");
        try {
            Path source = folder.resolve("kick.c");
            try (InputStream in = KickProgram.class.getResourceAsStream("kick.c")) {
                Files.copy(in, source);
            }
            Path program = folder.resolve("kick");
            Process gcc;
            try {
                gcc = new ProcessBuilder(COMPILER, "-O2", "-nostdlib", "-static", "-ffreestanding", "-o", program.toString(), source.toString()).redirectErrorStream(true).start();
            } catch (IOException e) {
                return Optional.empty();
            }
            String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (gcc.onExit().join().exitValue() != 0) {
                throw new IOException("kick.c does not compile:\n" + said);
            }
            return Optional.of(Files.readAllBytes(program));
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Runs it inside a lab: nanoseconds from asking to KVM_RUN's return, sorted. */
    static long[] run() throws IOException, InterruptedException {
        if (!Files.exists(INSIDE)) {
            throw new Checks.Skipped("the program in C is not here: the host that made the lab has no " + COMPILER);
        }
        Process process = new ProcessBuilder(INSIDE.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("the program in C: " + said);
        }
        return said.lines().mapToLong(Long::parseLong).sorted().toArray();
    }
}

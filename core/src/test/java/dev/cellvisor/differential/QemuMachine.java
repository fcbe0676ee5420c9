package dev.cellvisor.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** qemu-system-aarch64 with its RAM in a file that this process maps too, so that nothing is ever copied. */
final class QemuMachine implements Machine {
    private static final String COMMAND = "qemu-system-aarch64";

    private final String cpu;
    private final long timeoutSeconds;
    private final Path file;
    private final Path log;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment ram;

    /** @param cpu QEMU's {@code -cpu}, e.g. {@code "cortex-a57"} */
    QemuMachine(String cpu, long timeoutSeconds) {
        this.cpu = cpu;
        this.timeoutSeconds = timeoutSeconds;
        try {
            Path shared = Path.of("/dev/shm");
            file = Files.isWritable(shared) ? Files.createTempFile(shared, "cellvisor", ".ram") : Files.createTempFile("cellvisor", ".ram");
            file.toFile().deleteOnExit();
            log = Files.createTempFile("cellvisor", ".log");
            log.toFile().deleteOnExit();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ram = channel.map(FileChannel.MapMode.READ_WRITE, 0, Layout.RAM_SIZE, arena);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no file for the RAM shared with QEMU", e);
        }
    }

    /** Whether QEMU is installed here. */
    static boolean available() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(directory, COMMAND))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String name() {
        return "qemu " + cpu;
    }

    @Override
    public MemorySegment ram() {
        return ram;
    }

    @Override
    public void run() {
        List<String> command = List.of(COMMAND, "-M", "virt,gic-version=3,memory-backend=ram", "-cpu", cpu, "-accel", "tcg,thread=single",
                "-m", Layout.RAM_SIZE / (1 << 20) + "M",
                "-object", "memory-backend-file,id=ram,size=%d,share=on,mem-path=%s".formatted(Layout.RAM_SIZE, file),
                "-nodefaults", "-display", "none", "-monitor", "none", "-serial", "none",
                "-device", "loader,addr=0x%x,cpu-num=0".formatted(Layout.HARNESS));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
            boolean ended = process.waitFor(timeoutSeconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException(name() + " did not end within " + timeoutSeconds + " s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(name() + " ended with status " + process.exitValue() + ": " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("QEMU could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while QEMU ran", e);
        }
    }

    @Override
    public void close() {
        arena.close();
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.cellvisor.virtio;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A virtio-mmio device of qemu-system-aarch64, reached by QEMU's qtest protocol, as if it were one of ours. RAM is copied there
 * before each notification and status write, and back after it or by {@link #pull}.
 */
final class QemuDevice implements MmioDevice, AutoCloseable {
    static final String QEMU = "qemu-system-aarch64";
    private static final int PIECE_BYTES = 16384;

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private final GuestMemory memory;
    private final long ram;
    private final int ramBytes;
    private final long base;

    QemuDevice(GuestMemory memory, long ram, int ramBytes, long base, String... arguments) throws IOException {
        this.memory = memory;
        this.ram = ram;
        this.ramBytes = ramBytes;
        this.base = base;
        // Debian's QEMU 7.2 has no qtest accelerator for this target; under TCG the CPU sleeps in "wfi; b .-4" and stays out of the way.
        List<String> command = new ArrayList<>(List.of(QEMU, "-M", "virt", "-accel", "tcg", "-qtest", "stdio",
                "-device", "loader,addr=0x47f00000,data=0x17ffffffd503207f,data-len=8", "-device", "loader,addr=0x47f00000,cpu-num=0",
                 "-qtest-log", "none",
                "-display", "none", "-monitor", "none", "-serial", "none", "-nodefaults", "-m", "128",
                "-global", "virtio-mmio.force-legacy=false"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        commands = process.outputWriter(StandardCharsets.US_ASCII);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    static boolean available() {
        try {
            Process probe = new ProcessBuilder(QEMU, "--version").redirectErrorStream(true).start();
            probe.getInputStream().readAllBytes();
            return probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String ask(String command) {
        try {
            commands.write(command);
            commands.write('\n');
            commands.flush();
            String answer = answers.readLine();
            if (answer == null || !answer.startsWith("OK")) {
                throw new IllegalStateException("QEMU answered '" + command + "' with " + answer);
            }
            return answer.substring(2).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "qemu";
    }

    @Override
    public long read(long offset, int sizeBytes) {
        String letter = switch (sizeBytes) {
            case 1 -> "b";
            case 2 -> "w";
            case 4 -> "l";
            default -> "q";
        };
        return Long.decode(ask("read" + letter + " 0x" + Long.toHexString(base + offset)));
    }

    @Override
    public void write(long offset, int sizeBytes, long value) {
        boolean notify = offset == VirtioRegister.QueueNotify.offset();
        // A device may look at its rings at DRIVER_OK, and QEMU leaves a device tree at the start of RAM.
        boolean looks = notify || offset == VirtioRegister.Status.offset();
        for (int at = 0; looks && at < ramBytes; at += PIECE_BYTES) {
            ask("write 0x%x 0x%x 0x%s".formatted(ram + at, PIECE_BYTES, HexFormat.of().formatHex(memory.read(ram + at, PIECE_BYTES))));
        }
        String letter = switch (sizeBytes) {
            case 1 -> "b";
            case 2 -> "w";
            case 4 -> "l";
            default -> "q";
        };
        ask("write%s 0x%x 0x%x".formatted(letter, base + offset, value));
        if (notify) {
            pull();
        }
    }

    /** Copies RAM from there. */
    void pull() {
        for (int at = 0; at < ramBytes; at += PIECE_BYTES) {
            memory.write(ram + at, HexFormat.of().parseHex(ask("read 0x%x 0x%x".formatted(ram + at, PIECE_BYTES)).substring(2)));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

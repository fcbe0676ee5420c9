package dev.cellvisor.bench;

import dev.cellvisor.images.GuestImage;
import java.io.IOException;
import java.util.List;

/** The reference: qemu-system-aarch64 with the same board, CPU, kernel, initramfs and devices, by TCG. */
final class Qemu {
    private static final String PROGRAM = "qemu-system-aarch64";
    private static final List<String> MACHINE = List.of(PROGRAM, "-M", "virt,gic-version=3", "-cpu", "cortex-a57", "-smp", "1", "-accel", "tcg",
            "-display", "none", "-monitor", "none", "-nic", "none", "-no-reboot");

    private Qemu() {
    }

    /** Fails with a sentence if QEMU is not installed. */
    static void require() throws IOException {
        try {
            new ProcessBuilder(PROGRAM, "--version").redirectErrorStream(true).start().getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IOException(PROGRAM + " is needed beside us: install the package qemu-system-arm", e);
        }
    }

    /** The command that boots an image as {@code cellvisor boot} does: serial console on standard input and output. */
    static List<String> boot(GuestImage image) {
        return boot(image, image.manifest().recipe().commandLine());
    }

    /** The same with another command line for the kernel. */
    static List<String> boot(GuestImage image, String commandLine) {
        return words("-m", "512", "-serial", "stdio", "-global", "virtio-mmio.force-legacy=false",
                "-kernel", image.kernel().toString(), "-initrd", image.initrd().toString(), "-append", commandLine,
                "-drive", "if=none,id=disk,format=raw,snapshot=on,file=" + image.disk(), "-device", "virtio-blk-device,drive=disk",
                "-device", "virtio-rng-device", "-device", "virtio-serial-device", "-chardev", "null,id=none", "-device", "virtconsole,chardev=none");
    }

    /** The command that boots an image with a disk of its own: a raw file, through the host's page cache, flushes committed. */
    static List<String> boot(GuestImage image, java.nio.file.Path disk) {
        return words("-m", "512", "-serial", "stdio", "-global", "virtio-mmio.force-legacy=false",
                "-kernel", image.kernel().toString(), "-initrd", image.initrd().toString(), "-append", image.manifest().recipe().commandLine(),
                "-drive", "if=none,id=disk,format=raw,cache=writeback,file=" + disk, "-device", "virtio-blk-device,drive=disk");
    }

    /** The command that runs a program without an operating system as {@code cellvisor run} does. */
    static List<String> run(java.nio.file.Path program) {
        return words("-m", "512", "-serial", "stdio", "-kernel", program.toString());
    }

    private static List<String> words(String... more) {
        return java.util.stream.Stream.concat(MACHINE.stream(), java.util.Arrays.stream(more)).toList();
    }
}

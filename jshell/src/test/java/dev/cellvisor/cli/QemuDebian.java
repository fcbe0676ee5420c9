package dev.cellvisor.cli;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.vm.ShellResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The image debian under qemu-system-aarch64, at the prompt of its root shell. Commands are told from echo and prompts by two marks. */
final class QemuDebian implements AutoCloseable {
    static final String PROGRAM = "qemu-system-aarch64";
    private static final char BEGIN = 035;
    private static final char END = 036;

    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final StringBuilder seen = new StringBuilder();

    /**
     * Boots it.
     *
     * @param commandLine the kernel's
     * @param data a second disk, read only
     */
    QemuDebian(GuestImage image, String commandLine, int cpus, Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-M", "virt,gic-version=3", "-cpu", "cortex-a57,pmu=off", "-m", "512", "-smp", String.valueOf(cpus),
                "-accel", "tcg", "-global", "virtio-mmio.force-legacy=false", "-display", "none", "-monitor", "none", "-nic", "none", "-no-reboot", "-serial", "stdio",
                "-kernel", image.kernel().toString(), "-initrd", image.initrd().toString(), "-append", commandLine,
                "-drive", "if=none,id=root,format=raw,snapshot=on,file=" + image.disk(), "-device", "virtio-blk-device,drive=root",
                "-drive", "if=none,id=data,format=raw,snapshot=on,file=" + data, "-device", "virtio-blk-device,drive=data",
                "-device", "virtio-rng-device"));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        in = process.getInputStream();
        out = process.getOutputStream();
        until("# ");
    }

    /** Runs a line of commands, shorter than what a terminal takes for one line (4095 bytes). */
    ShellResult shell(String line) throws IOException {
        seen.setLength(0);
        out.write(("printf '\\035'; " + line + "; printf '\\036%d\\036' $?\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        until(String.valueOf(BEGIN));
        int begin = seen.indexOf(String.valueOf(BEGIN)) + 1;
        int end = until(END, begin);
        int last = until(END, end + 1);
        String output = seen.substring(begin, end).replace("\r\n", "\n");
        int status = Integer.parseInt(seen.substring(end + 1, last));
        until("# ");
        return new ShellResult(output, status, 0);
    }

    private int until(char mark, int from) throws IOException {
        while (seen.indexOf(String.valueOf(mark), from) < 0) {
            more();
        }
        return seen.indexOf(String.valueOf(mark), from);
    }

    private void until(String text) throws IOException {
        while (seen.indexOf(text) < 0) {
            more();
        }
    }

    private void more() throws IOException {
        byte[] buffer = new byte[8192];
        int size = in.read(buffer);
        if (size < 0) {
            throw new IOException("QEMU ended; its last words: " + seen.substring(Math.max(0, seen.length() - 600)));
        }
        seen.append(new String(buffer, 0, size, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

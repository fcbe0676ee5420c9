package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same kernel and initramfs, booted here and by QEMU: Linux must see the same machine. And here twice: it must be the same run. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BootBesideQemuTest {
    private static final String QEMU = "qemu-system-aarch64";

    /** What Linux says of its machine, without what may differ: counts, times, random names. */
    private static final String QUESTIONS = String.join("; ",
            "uname -rm",
            "grep -E 'Features|implementer|part|revision' /proc/cpuinfo",
            "for d in /sys/bus/virtio/devices/*; do cat $d/device; done | sort",
            "awk 'NF > 3 {print $3, $4, $5, $6}' /proc/interrupts | grep -v -e function -e virtio | sort",
            "cat /sys/class/rtc/rtc0/name",
            "cat /sys/class/tty/ttyAMA0/type",
            "dmesg | grep -o -E 'GICv3: [0-9]+ .*|arch_timer: cp15.*|psci: PSCIv.*|Machine model: .*|9000000.pl011.*PL011.*|sched_clock: .*'",
            "dd if=/dev/vda bs=1M count=4 2>/dev/null | sha256sum");

    private static GuestImage image;

    @BeforeAll
    static void image() {
        try {
            image = Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("no guest image: " + e.getMessage());
        }
    }

    private static CommandLineTest.Outcome ours(String... more) {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"boot", "--no-cache", "--exec", QUESTIONS}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return CommandLineTest.cellvisor("", words);
    }

    @Test
    void linuxSeesTheSameMachineAsUnderQemu() throws Exception {
        String qemu = qemu();
        CommandLineTest.Outcome ours = ours();
        assertEquals(0, ours.status(), ours.err());
        assertEquals(qemu, ours.out());
        assertTrue(qemu.contains("asimd") && qemu.contains("arch_timer") && qemu.contains("uart-pl011"), qemu);
    }

    /** In whichever engine: the second run is of host machine code, where this host can have it. */
    @Test
    void twoRunsAreOneRun() {
        CommandLineTest.Outcome first = ours("--fingerprint", "--timing", "--seed", "5");
        CommandLineTest.Outcome second = ours("--fingerprint", "--timing", "--seed", "5", "--engine", "native");
        CommandLineTest.Outcome other = ours("--fingerprint", "--timing", "--seed", "6");
        assertEquals(first.out(), second.out());
        assertEquals(fixed(first), fixed(second));
        assertTrue(!fixed(first).equals(fixed(other)), "another seed gives another run");
    }

    /**
     * What a boot came to when the expectation was written, on whatever machine that was. It is keyed by the image's manifest, since Debian
     * moves on. A change that alters what the guest sees must alter the file beside this class too: run with the sentence that this prints.
     */
    @Test
    void theRunIsTheOneThatIsKept() throws IOException {
        CommandLineTest.Outcome outcome = CommandLineTest.cellvisor("", "boot", "--no-cache", "--fingerprint", "--timing", "--exec", "true");
        String line = image.manifest().hash() + " " + outcome.err().replaceAll("(?s).*fingerprint ([0-9a-f]+).*\"instructions\":([0-9]+).*", "$1 $2");
        List<String> kept;
        try (var in = BootBesideQemuTest.class.getResourceAsStream("expected-runs.txt")) {
            kept = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        Assumptions.assumeTrue(kept.stream().anyMatch(run -> run.startsWith(image.manifest().hash())),
                "no run of this image is kept; the line for expected-runs.txt would be: " + line);
        assertTrue(kept.contains(line), () -> "this run is another than the one that is kept: " + line);
    }

    /** The fingerprint and the counts, without the host's times. */
    private static String fixed(CommandLineTest.Outcome outcome) {
        assertTrue(outcome.err().contains("fingerprint "), outcome.err());
        return outcome.err().replaceAll("\"startTo\\w+Seconds\":[0-9.]+", "");
    }

    private static String qemu() throws IOException, InterruptedException {
        try {
            new ProcessBuilder(QEMU, "--version").redirectErrorStream(true).start().getInputStream().readAllBytes();
        } catch (IOException e) {
            Assumptions.abort(QEMU + " is not installed (Debian package qemu-system-arm)");
        }
        Process process = new ProcessBuilder("timeout", "300", QEMU, "-M", "virt,gic-version=3", "-cpu", "cortex-a57", "-m", "512",
                "-global", "virtio-mmio.force-legacy=false", "-display", "none", "-monitor", "none", "-nic", "none", "-no-reboot", "-serial", "stdio",
                "-kernel", image.kernel().toString(), "-initrd", image.initrd().toString(), "-append", image.manifest().recipe().commandLine(),
                "-drive", "if=none,id=d,format=raw,snapshot=on,file=" + image.disk(), "-device", "virtio-blk-device,drive=d",
                "-device", "virtio-rng-device", "-device", "virtio-serial-device", "-chardev", "null,id=n", "-device", "virtconsole,chardev=n")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var console = new StringBuilder();
        byte[] buffer = new byte[4096];
        boolean typed = false;
        for (int size = process.getInputStream().read(buffer); size >= 0; size = process.getInputStream().read(buffer)) {
            console.append(new String(buffer, 0, size, StandardCharsets.ISO_8859_1));
            if (!typed && console.indexOf(image.manifest().recipe().prompt()) >= 0) {
                typed = true;
                // The markers are written so that the echo of this line does not hold them.
                process.getOutputStream().write(("echo BEG''IN; " + QUESTIONS + "; echo E''ND; poweroff -f\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            }
        }
        process.waitFor();
        List<String> lines = console.toString().replace("\r", "").lines().toList();
        assertTrue(lines.contains("BEGIN") && lines.contains("END"), console::toString);
        return String.join("\n", lines.subList(lines.indexOf("BEGIN") + 1, lines.indexOf("END"))) + "\n";
    }
}

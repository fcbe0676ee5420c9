package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image that people get: made from Debian's own archive by the real apt, and booted by QEMU. The image in the
 * project's cache is used if it is there, since {@code ./cellvisor test} has seen to it.
 */
class DebianImageTest {
    private static final long BOOT_LIMIT_SECONDS = 120;

    private static GuestImage image;

    @BeforeAll
    static void build() {
        assumeTrue(Apt.present(Apt.Host.SYSTEM), "skipped: apt-get and apt-cache are not on this machine");
        try {
            image = Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            boolean offline = e.getMessage().contains("cannot be reached") || e.getMessage().contains("no source that is Debian's");
            assumeTrue(!offline, "skipped: " + e.getMessage());
            throw e;
        }
    }

    @Test
    void imageIsWhatItsManifestSays() {
        Images.verify(image);
        assertTrue(image.manifest().kernelRelease().contains("arm64"));
    }

    @Test
    void lockBuildsTheSameBytesInAnotherCache(@TempDir Path elsewhere) throws IOException {
        Path packages = Files.createDirectories(elsewhere.resolve("images/packages"));
        FileUtils.copyDirectory(image.directory().resolveSibling("packages").toFile(), packages.toFile());
        ImageStore store = new ImageStore(elsewhere, new Apt.Host(List.of("/nowhere"), List.of("/nowhere"), elsewhere, elsewhere));
        GuestImage again = store.fromLock(image.manifest(), Progress.none());
        assertEquals(image.manifest(), again.manifest());
        assertEquals(-1, Files.mismatch(image.initrd(), again.initrd()));
        assertEquals(-1, Files.mismatch(image.kernel(), again.kernel()));
    }

    @Test
    void qemuBootsItToAShellWithItsDevicesAndPowersOff() throws Exception {
        assumeTrue(onPath("qemu-system-aarch64"), "skipped: qemu-system-aarch64 is not on this machine (Debian: qemu-system-arm)");
        Recipe recipe = image.manifest().recipe();
        Process qemu = new ProcessBuilder("timeout", String.valueOf(BOOT_LIMIT_SECONDS), "qemu-system-aarch64", "-M", "virt,gic-version=3", "-cpu", "cortex-a57",
                "-global", "virtio-mmio.force-legacy=false", "-m", "256", "-no-reboot", "-nodefaults", "-nographic", "-serial", "stdio",
                "-kernel", image.kernel().toString(), "-initrd", image.initrd().toString(), "-append", recipe.commandLine(),
                "-drive", "if=none,id=d,format=raw,snapshot=on,file=" + image.disk(), "-device", "virtio-blk-device,drive=d",
                "-device", "virtio-rng-device", "-device", "virtio-serial-device", "-chardev", "null,id=n", "-device", "virtconsole,chardev=n")
                .redirectErrorStream(true).start();
        try {
            Console console = new Console(qemu);
            String boot = console.until(recipe.prompt());
            assertTrue(boot.contains("Booting Linux on physical CPU"), boot);
            assertTrue(boot.contains("\n" + recipe.initLine() + "\r\n"), boot);
            assertTrue(boot.indexOf("Run /init as init process") < boot.indexOf(recipe.initLine()), boot);
            String afterInit = boot.substring(boot.indexOf(recipe.initLine()));
            assertFalse(afterInit.contains("not found") || afterInit.contains("can't") || afterInit.contains("No such"), "init complained: " + afterInit);

            assertEquals("virtio0  virtio1  virtio2", console.run("ls /sys/bus/virtio/devices", recipe.prompt()));
            String drivers = console.run("ls /sys/bus/virtio/drivers | tr '\\n' ' '", recipe.prompt());
            assertEquals("virtio_blk virtio_console virtio_rng virtio_rproc_serial", drivers.trim()); // the last is virtio_console.ko's too
            assertEquals("573bf72fb9cac5a1fc70398a6b520496845d7c2d128b88c2601b180fc6b82242  -",
                    console.run("dd if=/dev/vda bs=4k count=1 2>/dev/null | sha256sum", recipe.prompt()));
            assertEquals("131072", console.run("cat /sys/block/vda/size", recipe.prompt()));
            assertEquals("4", console.run("head -c 4 /dev/hwrng | wc -c", recipe.prompt()));
            assertTrue(console.run("ls /dev/hvc0 /dev/ptmx", recipe.prompt()).contains("/dev/hvc0"));
            assertTrue(console.run("sleep 99 & jobs; kill %1", recipe.prompt()).contains("[1]+  Running"), "job control");
            assertTrue(console.run("modprobe virtio_net; lsmod", recipe.prompt()).contains("net_failover"));
            assertEquals(image.manifest().kernelRelease(), console.run("uname -r", recipe.prompt()));
            console.type("exit\n");
            assertTrue(console.rest().contains("reboot: Power down"));
            assertTrue(qemu.waitFor(BOOT_LIMIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(0, qemu.exitValue());
        } finally {
            qemu.destroy(); // timeout(1) passes it on
        }
    }

    private static boolean onPath(String command) {
        for (String entry : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(entry, command))) {
                return true;
            }
        }
        return false;
    }

    /** The guest's serial line. Busybox sends {@code ESC [6n} after each prompt; nobody answers. */
    private static final class Console {
        private final InputStream in;
        private final OutputStream out;

        Console(Process qemu) {
            in = qemu.getInputStream();
            out = qemu.getOutputStream();
        }

        String until(String end) throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf(end) < 0) {
                int c = in.read();
                if (c < 0) {
                    throw new AssertionError("the guest ended before \"" + end + "\": " + text);
                }
                text.append((char) c);
            }
            return text.toString();
        }

        void type(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        /** What a command prints. */
        String run(String command, String prompt) throws IOException {
            type(command + "\n");
            until(command + "\r\n");
            String text = until(prompt);
            return text.substring(0, text.length() - prompt.length()).replace("\r\n", "\n").replaceAll("\u001b\\[[0-9;]*[a-zA-Z]", "").strip();
        }

        String rest() throws IOException {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The image debian by the command line: a root shell at once, and the whole system up to its login. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DebianBootTest {
    private static GuestImage image;

    @BeforeAll
    static void image() {
        try {
            image = Images.ensure("debian", Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("no guest image: " + e.getMessage());
        }
    }

    /** With a disk of the user's beside the root disk, whatever Linux calls the two. */
    @Test
    void commandsRunInARootShellOnTheRootDisk(@TempDir Path directory) throws IOException {
        Path own = Files.write(directory.resolve("own.img"), new byte[1 << 20]);
        CommandLineTest.Outcome outcome = CommandLineTest.cellvisor("", "boot", "--no-cache", "--image", "debian", "--engine", "native", "--disk", own.toString(), "--exec",
                "cd /; id -un; uname -r; findmnt -rno FSTYPE,LABEL /; cat /proc/1/comm; hostname; echo new >/root/new; sync; lsblk -rnbdo SIZE | sort -n; "
                        + "getent passwd messagebus | cut -d: -f1; readlink -f /bin/sh; exit 3");
        assertEquals(3, outcome.status(), outcome.err());
        assertEquals("root\n%s\next4 debian\nshell\ndebian\n1048576\n2147483648\nmessagebus\n/usr/bin/dash\n".formatted(image.manifest().kernelRelease()), outcome.out());
    }

    @Test
    void theWholeSystemComesUpToItsLoginWithoutAFailure() {
        CommandLineTest.Outcome outcome = CommandLineTest.cellvisor("", "boot", "--no-cache", "--image", "debian", "--engine", "native", "--login", "--exec",
                "export SYSTEMD_PAGER=; systemctl is-system-running --wait; systemctl --failed --no-legend; cat /proc/1/comm; tty; ls /root; "
                        + "systemctl is-active serial-getty@hvc0 serial-getty@ttyAMA0 dbus systemd-logind");
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals("running\nsystemd\n/dev/ttyAMA0\nactive\nactive\nactive\nactive\n", outcome.out());
        assertTrue(Images.find("debian").isPresent(), "the shared image is as it was: " + outcome.err());
    }
}

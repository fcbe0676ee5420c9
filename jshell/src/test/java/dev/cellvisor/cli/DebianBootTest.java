package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.net.nat.Nat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** Boots it, with the host's network where that can be had, and a server there that says where it is. */
    private static CommandLineTest.Outcome boot(String commands, String... options) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("the host's own loopback\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        server.start();
        try {
            List<String> line = new ArrayList<>(List.of("boot", "--no-cache", "--image", "debian", "--engine", "native"));
            line.addAll(List.of(options));
            String reach = "";
            if (Nat.missing() == null) {
                line.addAll(List.of("--net", "nat"));
                reach = "ip -4 -o addr show scope global | tr -s ' ' | cut -d' ' -f2-4; curl -sS http://10.0.2.2:%d/; cat /etc/resolv.conf; ".formatted(server.getAddress().getPort());
            } else {
                System.out.println("without the host's network: " + Nat.missing());
            }
            line.addAll(List.of("--exec", reach + commands));
            return CommandLineTest.cellvisor("", line.toArray(String[]::new));
        } finally {
            server.stop(0);
        }
    }

    /** What a guest says that has got an address, and reached the host, without anybody's doing. */
    private static String reached() {
        return Nat.missing() == null ? "eth0 inet 10.0.2.15/24\nthe host's own loopback\nnameserver 10.0.2.3\n" : "";
    }

    /** With a disk of the user's beside the root disk, whatever Linux calls the two. */
    @Test
    void commandsRunInARootShellOnTheRootDisk(@TempDir Path directory) throws IOException {
        Path own = Files.write(directory.resolve("own.img"), new byte[1 << 20]);
        CommandLineTest.Outcome outcome = boot("cd /; id -un; uname -r; findmnt -rno FSTYPE,LABEL /; cat /proc/1/comm; hostname; echo new >/root/new; sync; lsblk -rnbdo SIZE | sort -n; "
                + "getent passwd messagebus | cut -d: -f1; readlink -f /bin/sh; apt-get check >/dev/null && echo apt is content; exit 3", "--disk", own.toString());
        assertEquals(3, outcome.status(), outcome.err());
        assertEquals("%sroot\n%s\next4 debian\nshell\ndebian\n1048576\n2147483648\nmessagebus\n/usr/bin/dash\napt is content\n"
                .formatted(reached(), image.manifest().kernelRelease()), outcome.out());
    }

    @Test
    void theWholeSystemComesUpToItsLoginWithoutAFailure() throws IOException {
        CommandLineTest.Outcome outcome = boot("export SYSTEMD_PAGER=; systemctl is-system-running --wait; systemctl --failed --no-legend; cat /proc/1/comm; tty; ls /root; "
                + "systemctl is-active serial-getty@hvc0 serial-getty@ttyAMA0 dbus systemd-logind", "--login");
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals(reached() + "running\nsystemd\n/dev/ttyAMA0\nactive\nactive\nactive\nactive\n", outcome.out());
        assertTrue(Images.find("debian").isPresent(), "the shared image is as it was: " + outcome.err());
    }
}

package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.net.Capture;
import dev.cellvisor.net.Captured;
import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.PcapngWriter;
import dev.cellvisor.net.nat.Nat;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.net.NetFeature;
import dev.cellvisor.virtio.net.NetOptions;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.rules.Violation;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.InputLog;
import dev.cellvisor.vm.Lan;
import dev.cellvisor.vm.LanSnapshot;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two VMs with Debian's kernel on two wires: on the first with all that the devices offer, on the second without any offload. One boot of
 * both for all tests. The first VM has the host's network by NAT too, where libslirp is installed.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LanLinuxTest {
    /** How often the guest's largest file, about 2 MB, goes over the wire. */
    private static final int TIMES = Boolean.getBoolean("cellvisor.full") ? 8 : 1;
    private static final List<Violation> VIOLATIONS = new ArrayList<>();
    private static final Lan LAN = new Lan("fast");
    private static final String PLAIN = "plain";
    private static Vm west;
    private static Vm east;
    private static NetworkDevice westFast;
    private static NetworkDevice nat;

    @BeforeAll
    static void boot() {
        GuestImage image;
        try {
            image = Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            Assumptions.abort("skipped: no guest image: " + e.getMessage());
            return;
        }
        west = machine("lan-west", 1);
        east = machine("lan-east", 2);
        for (Vm vm : List.of(west, east)) {
            image.on(vm).prepare();
        }
        for (Vm vm : List.of(west, east)) {
            if (!vm.console().text().contains(vm.prompt())) { // the second one runs along, and may be there before the first
                vm.runUntil(Condition.console(vm.prompt()));
            }
            assertTrue(vm.console().text().contains(vm.prompt()), "at the prompt: " + vm.console().lastLines(5));
        }
        for (int i = 0; i < 2; i++) {
            Vm vm = i == 0 ? west : east;
            // What the kernel says at its leisure, such as that a link is ready, would stand in the output of some command.
            var result = vm.shell("dmesg -n 1; ip addr add 10.0.0.%d/24 dev eth0 && ip link set eth0 up && ip addr add 10.0.1.%d/24 dev eth1 && ip link set eth1 up"
                    .formatted(i + 1, i + 1));
            assertEquals(0, result.status(), result.output());
        }
    }

    /** In the middle of a ping, with a packet on its way or being answered: both VMs and the wire are put by together, and go on the same restored, forked, and from a file. */
    @Test
    void twoLinuxesAndWhatIsOnTheWireBetweenThemGoOnFromOneSnapshot(@TempDir Path folder) {
        west.type("ping -c 4 -i 0.3 10.0.0.2\n");
        west.runUntil(Condition.console("seq=1"));
        east.step(1234);
        LanSnapshot middle = LAN.snapshot();
        String after = pinged(LAN);
        assertTrue(after.contains("4 packets received"), after);
        assertEquals(after, pinged(LAN.restore(middle)));
        Lan fork = middle.fork();
        assertEquals(after, pinged(fork), "a fork");
        fork.vms().forEach(Vm::close);
        LAN.restore(middle);
        middle.save(folder.resolve("lan.cellvisor"));
        assertEquals(after, pinged(LAN), "as if the fork had not been");
    }

    /** What the first VM has printed when it is at its prompt again, and what both are then. */
    private static String pinged(Lan lan) {
        Vm first = lan.vms().getFirst();
        first.runUntil(Condition.console(first.prompt()));
        return first.console().text() + lan.vms().stream().map(Vm::fingerprint).toList();
    }

    private static Vm machine(String name, int number) {
        Vm vm = Vm.builder(name).memoryMiB(128).seed(number).build();
        vm.trace().add((instruction, fact) -> {
            if (fact instanceof Violation violation) {
                VIOLATIONS.add(violation);
            }
        });
        NetOptions options = NetOptions.DEFAULT.mac("52:54:00:00:00:0" + number);
        if (number == 1 && Nat.missing() == null) {
            nat = new NetworkDevice(options.mac("52:54:00:00:02:01"), Nat.open());
            vm.attach(nat);
        }
        // Linux names them in the order of their addresses, and the last slot is filled first.
        VirtioDevice plain = new NetworkDevice(options.mac("52:54:00:00:01:0" + number), LAN.port(vm, PLAIN)).withhold(NetFeature.VIRTIO_NET_F_CSUM,
                NetFeature.VIRTIO_NET_F_GUEST_CSUM, NetFeature.VIRTIO_NET_F_GUEST_TSO4, NetFeature.VIRTIO_NET_F_GUEST_TSO6,
                NetFeature.VIRTIO_NET_F_GUEST_ECN, NetFeature.VIRTIO_NET_F_GUEST_UFO, NetFeature.VIRTIO_NET_F_GUEST_USO4,
                NetFeature.VIRTIO_NET_F_GUEST_USO6, NetFeature.VIRTIO_NET_F_HOST_TSO4, NetFeature.VIRTIO_NET_F_HOST_TSO6,
                NetFeature.VIRTIO_NET_F_HOST_ECN, NetFeature.VIRTIO_NET_F_HOST_UFO, NetFeature.VIRTIO_NET_F_HOST_USO,
                NetFeature.VIRTIO_NET_F_MRG_RXBUF);
        vm.attach(plain);
        NetworkDevice fast = LAN.join(vm, options.pairs(2).hashing(true));
        westFast = westFast == null ? fast : westFast;
        return vm;
    }

    @AfterAll
    static void noViolationAllAlong() {
        if (west != null) {
            assertEquals(List.of(), VIOLATIONS);
            west.close();
            east.close();
        }
    }

    @Test
    void theyAnswerEachOthersPing() {
        var capture = new Capture();
        try (var tap = westFast.tap(capture)) {
            var result = west.shell("ping -c 3 -i 0.2 10.0.0.2");
            assertEquals(0, result.status(), result.output());
            assertTrue(result.output().contains("3 packets transmitted, 3 packets received"), result.output());
        }
        assertEquals(3, count(capture, "ICMP", "Echo request"));
        assertEquals(3, count(capture, "ICMP", "Echo reply"));
        assertEquals(0, west.shell("ping -c 1 10.0.1.2").status(), "and on the second wire");
    }

    private static long count(Capture capture, String protocol, String info) {
        return capture.frames().stream().map(Captured::summary)
                .filter(summary -> summary.protocol().equals(protocol) && summary.info().startsWith(info)).count();
    }

    private static void megabytes(String address) {
        var listening = east.shell("rm -f /tmp/sum; (nc -l -p 5000 | md5sum > /tmp/sum) >/dev/null 2>&1 &");
        assertEquals(0, listening.status(), listening.output());
        var sent = west.shell("for i in $(seq %d); do cat /bin/busybox; done > /tmp/data; md5sum < /tmp/data; nc %s 5000 < /tmp/data".formatted(TIMES, address));
        assertEquals(0, sent.status(), sent.output());
        var got = east.shell("while ! [ -s /tmp/sum ]; do sleep 0.1; done; cat /tmp/sum");
        assertEquals(sent.output().strip(), got.output().strip());
    }

    @Test
    void megabytesArriveWithOffloads() {
        long before = LAN.ether().packets();
        long[] seen = new long[2];
        LAN.tap((tick, port, fromGuest, packet) -> {
            seen[0] += packet.needsChecksum() ? 1 : 0;
            seen[1] += packet.sizeBytes() > 1514 ? 1 : 0;
        });
        megabytes("10.0.0.2");
        assertTrue(seen[0] > 0, "checksums are left to whoever needs them");
        System.out.println("figure: two VMs on a wire, a file of 2 MB %d times%s by TCP in %d packets, %d of them larger than a frame"
                .formatted(TIMES, TIMES == 1 ? " (a sample)" : "", LAN.ether().packets() - before, seen[1]));
    }

    @Test
    void megabytesArriveWithoutOffloads() {
        long before = LAN.ether(PLAIN).packets();
        List<String> unfinished = new ArrayList<>();
        LAN.ether(PLAIN).tap((tick, port, fromGuest, packet) -> {
            if (packet.needsChecksum() || !Checksums.valid(packet.bytes()) || packet.sizeBytes() > 1514) {
                unfinished.add(packet.toString());
            }
        });
        megabytes("10.0.1.2");
        assertTrue(LAN.ether(PLAIN).packets() - before > TIMES * 1000L);
        assertEquals(List.of(), unfinished);
    }

    @Test
    void natGivesAnAddressAndConnectionsToTheHost(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(nat != null, () -> "skipped: " + Nat.missing());
        byte[] answer = new byte[TIMES << 20];
        new Random(1).nextBytes(answer);
        Path file = folder.resolve("nat.pcapng");
        try (var writer = new PcapngWriter(Files.newOutputStream(file)); var tap = nat.tap(writer);
                var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var lease = west.shell("ip link set eth2 up; udhcpc -i eth2 -n -q -s /bin/true -t 3 2>&1");
            assertTrue(lease.output().contains("lease of 10.0.2.15 obtained from 10.0.2.2"), lease.output());
            west.shell("ip addr add 10.0.2.15/24 dev eth2");
            var got = CompletableFuture.supplyAsync(() -> {
                try (var connection = server.accept()) {
                    return md5(connection.getInputStream().readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var sent = west.shell("md5sum < /bin/busybox; nc 10.0.2.2 %d < /bin/busybox".formatted(server.getLocalPort()));
            assertEquals(sent.output().split(" ")[0], got.get(60, TimeUnit.SECONDS), "out");
            var served = CompletableFuture.runAsync(() -> {
                try (var connection = server.accept()) {
                    connection.getOutputStream().write(answer);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var taken = west.shell("nc 10.0.2.2 %d < /dev/null | md5sum".formatted(server.getLocalPort()));
            assertEquals(md5(answer) + "  -", taken.output().strip(), "in");
            served.get(60, TimeUnit.SECONDS);
            System.out.println("figure: NAT, a file of 2 MB out of the guest and %d MB into it by TCP, each with its MD5%s"
                    .formatted(TIMES, TIMES == 1 ? " (a sample)" : ""));
        }
        assertTrue(west.inputs().entries().stream().anyMatch(entry -> entry.kind() == InputLog.Kind.DEVICE), "what came from the host is an input");
        List<String> lines = tshark(file);
        Assumptions.assumeTrue(lines != null, "tshark is not installed: the capture was not checked by it");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("DHCP")), "a lease in the capture");
        assertTrue(lines.stream().filter(line -> line.startsWith("TCP")).count() > 500);
        assertEquals(List.of(), lines.stream().filter(line -> line.endsWith("\t0")).toList(), "no wrong checksum");
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Protocol and state of the TCP checksum (0 wrong, 1 right) of each frame, or {@code null} without tshark. */
    private static List<String> tshark(Path file) throws Exception {
        try {
            Process process = new ProcessBuilder("tshark", "-n", "-r", file.toString(), "-o", "tcp.check_checksum:TRUE", "-T", "fields",
                    "-e", "_ws.col.Protocol", "-e", "tcp.checksum.status").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return null;
        }
    }

    @Test
    void theLinkGoesAndComes() {
        assertEquals("1", west.shell("cat /sys/class/net/eth0/carrier").output().strip());
        westFast.port().link(false);
        assertEquals("0", west.shell("sleep 0.1; cat /sys/class/net/eth0/carrier").output().strip());
        westFast.port().link(true);
        assertEquals("1", west.shell("sleep 0.1; cat /sys/class/net/eth0/carrier").output().strip());
        assertEquals("10000 full 1500", west.shell("(cd /sys/class/net/eth0; echo $(cat speed duplex mtu))").output().strip());
        assertTrue(west.inputs().entries().stream().anyMatch(entry -> entry.toString().contains("link down")), "an input like any other");
    }
}

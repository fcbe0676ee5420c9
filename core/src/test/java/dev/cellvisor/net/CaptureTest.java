package dev.cellvisor.net;

import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.be16;
import static dev.cellvisor.net.Frames.ethernet;
import static dev.cellvisor.net.Frames.hex;
import static dev.cellvisor.net.Frames.ipv4;
import static dev.cellvisor.net.Frames.ipv6;
import static dev.cellvisor.net.Frames.join;
import static dev.cellvisor.net.Frames.offloaded;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.tcp4;
import static dev.cellvisor.net.Frames.udp4;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
    private static final byte[] ARP = ethernet("ff:ff:ff:ff:ff:ff", PEER, 0x0806, join(hex("0001080006040001"), hex(PEER), hex("0a000001"),
            new byte[6], hex("0a000002")));
    private static final byte[] PING = ethernet(OWN, PEER, 0x0800, ipv4("0a000001", "0a000002", 1, join(hex("0800f7ff00000000"), payload(8))));

    private static Capture sample() {
        var capture = new Capture();
        capture.packet(0, "a", true, Packet.of(ARP));
        capture.packet(625, "b", false, Packet.of(PING));
        capture.packet(1250, "a", true, offloaded(tcp4(OWN, 1234, 80, payload(3000)), Gso.TCPV4, 1448));
        return capture;
    }

    @Test
    void itKeepsWhatAWireWouldCarry() {
        Capture capture = sample();
        assertEquals(5, capture.size(), "the large packet is cut");
        assertEquals(10_000, capture.frames().get(1).nanos());
        capture.frames().forEach(frame -> assertTrue(Checksums.valid(frame.bytes())));
    }

    @Test
    void aFileComesBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.pcapng");
        sample().save(file);
        Capture back = Capture.read(file);
        assertEquals(5, back.size());
        for (int i = 0; i < 5; i++) {
            Captured before = sample().frames().get(i);
            Captured after = back.frames().get(i);
            assertArrayEquals(before.bytes(), after.bytes());
            assertEquals(before.nanos() + before.port() + before.fromGuest(), after.nanos() + after.port() + after.fromGuest());
        }
        byte[] bytes = Files.readAllBytes(file);
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Files.write(file, i % 3 == 0 ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            try {
                Capture.read(file);
            } catch (IOException expected) {
                assertTrue(expected.getMessage().contains("pcapng"));
            }
        }
        Files.write(file, new byte[100]);
        assertThrows(IOException.class, () -> Capture.read(file));
    }

    @Test
    void tsharkReadsTheSameInIt(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("a.pcapng");
        sample().save(file);
        List<String> lines = Tshark.lines(file, "-o", "tcp.check_checksum:TRUE", "-T", "fields", "-e", "frame.time_epoch", "-e", "frame.interface_name",
                "-e", "_ws.col.Protocol", "-e", "frame.len", "-e", "tcp.checksum.status");
        Assumptions.assumeTrue(lines != null, "skipped: tshark is not installed");
        assertEquals(5, lines.size());
        assertTrue(lines.get(0).matches("0\\.000000000\ta\tARP\t42\t"), lines.get(0));
        assertTrue(lines.get(1).matches("0\\.000010000\tb\tICMP\t50\t"), lines.get(1));
        assertTrue(lines.get(2).matches("0\\.000020000\ta\tTCP\t1502\t1"), lines.get(2));
        assertTrue(lines.get(4).matches("0\\.000020000\ta\t(TCP|HTTP)\t158\t1"), lines.get(4));
    }

    private static String summary(byte[] frame) {
        PacketSummary summary = PacketSummary.of(frame);
        return summary.from() + " → " + summary.to() + " " + summary.protocol() + " " + summary.info();
    }

    @Test
    void framesInWords() {
        assertEquals(PEER + " → ff:ff:ff:ff:ff:ff ARP Who has 10.0.0.2? Tell 10.0.0.1", summary(ARP));
        assertEquals("10.0.0.1 → 10.0.0.2 ICMP Echo request id=0x0000 seq=0", summary(PING));
        assertEquals("10.0.0.1 → 10.0.0.2 TCP 1234 → 80 [PSH, ACK] Seq=1000 Ack=99 Win=8192 Len=5", summary(tcp4(OWN, 1234, 80, payload(5))));
        assertEquals("10.0.0.1 → 10.0.0.2 UDP 7 → 9 Len=5", summary(udp4(OWN, 7, 9, payload(5))));
        assertEquals("10.0.0.1 → 10.0.0.2 DNS 4000 → 53 Len=29 query example.org", summary(udp4(OWN, 4000, 53,
                join(new byte[12], new byte[] {7}, "example".getBytes(), new byte[] {3}, "org".getBytes(), new byte[5]))));
        assertEquals("10.0.0.1 → 10.0.0.2 DHCP 68 → 67 Len=244 Discover", summary(udp4(OWN, 68, 67, join(new byte[240], new byte[] {53, 1, 1, -1}))));
        assertEquals("fe80::1 → ff02::1:ff00:2 ICMPv6 Neighbor solicitation for fe80::2", summary(ethernet(OWN, PEER, 0x86dd,
                ipv6("fe800000000000000000000000000001", "ff0200000000000000000001ff000002", 58,
                        join(hex("8700000000000000"), hex("fe800000000000000000000000000002"))))));
        assertEquals(PEER + " → " + OWN + " 0x88b5 VLAN 7 ", summary(Frames.vlan(OWN, 7, 60)));
        assertEquals("?", PacketSummary.of(new byte[5]).protocol());
        var random = new Random(3);
        List<byte[]> frames = new ArrayList<>(List.of(ARP, PING, tcp4(OWN, 53, 67, payload(40)), udp4(OWN, 53, 67, payload(300))));
        for (int i = 0; i < 5000; i++) {
            byte[] frame = java.util.Arrays.copyOf(frames.get(i % 4), 14 + random.nextInt(120));
            frame[12 + random.nextInt(frame.length - 12)] = (byte) random.nextInt();
            summary(frame);
        }
    }
}

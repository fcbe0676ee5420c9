package dev.cellvisor.net.nat;

import static dev.cellvisor.net.Frames.be16;
import static dev.cellvisor.net.Frames.checked;
import static dev.cellvisor.net.Frames.ethernet;
import static dev.cellvisor.net.Frames.hex;
import static dev.cellvisor.net.Frames.ipv4;
import static dev.cellvisor.net.Frames.join;
import static dev.cellvisor.net.Frames.offloaded;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.tcp;
import static dev.cellvisor.net.Frames.udp;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.net.Gso;
import dev.cellvisor.net.Headers;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Packet;
import dev.cellvisor.net.PacketSummary;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The NAT with a guest by hand: frames in, frames out. */
class NatTest {
    private static final String GUEST = "52:54:00:12:34:56";
    private static final String US = "0a00020f";
    private static final String HOST = "0a000202";
    private final List<byte[]> heard = new ArrayList<>();
    private String router = "52:55:0a:00:02:02";

    private Nat open() {
        Assumptions.assumeTrue(Nat.missing() == null, () -> "skipped: " + Nat.missing());
        Nat nat = Nat.open();
        nat.connect(new NetPort() {
            @Override
            public String name() {
                return "guest";
            }

            @Override
            public void deliver(Packet packet, long tick) {
                heard.add(packet.bytes());
            }

            @Override
            public void link(boolean up) {
            }
        });
        return nat;
    }

    private byte[] await(Nat nat, Predicate<byte[]> wanted) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < deadline) {
            for (byte[] frame : List.copyOf(heard)) {
                heard.remove(frame);
                if (PacketSummary.of(frame).info().startsWith("Who has 10.0.2.15")) {
                    nat.send(Packet.of(join(hex(router), hex(GUEST), be16(0x0806), hex("0001080006040002"), hex(GUEST), hex(US), hex(router), hex(HOST))), 0);
                } else if (wanted.test(frame)) {
                    return frame;
                }
            }
            nat.poll(1_000_000);
        }
        throw new AssertionError("nothing like that came in 10 s");
    }

    private static boolean says(byte[] frame, String protocol, String words) {
        return PacketSummary.of(frame).protocol().equals(protocol) && PacketSummary.of(frame).info().contains(words);
    }

    @Test
    void itGivesAnAddress() {
        try (Nat nat = open()) {
            byte[] discover = join(new byte[] {1, 1, 6, 0}, hex("12345678"), new byte[20], hex(GUEST), new byte[10 + 64 + 128], hex("63825363"),
                    new byte[] {53, 1, 1, (byte) 255});
            nat.send(Packet.of(checked(ethernet("ff:ff:ff:ff:ff:ff", GUEST, 0x0800, ipv4("00000000", "ffffffff", 17, udp(68, 67, discover))))), 0);
            byte[] offer = await(nat, frame -> says(frame, "DHCP", "Offer"));
            assertArrayEquals(hex(US), Arrays.copyOfRange(offer, 14 + 20 + 8 + 16, 14 + 20 + 8 + 20));
        }
    }

    private void segment(Nat nat, int port, int sequence, int ack, int flags, byte[] payload) {
        byte[] segment = tcp(4000, port, sequence, flags, payload);
        ByteBuffer.wrap(segment).putInt(8, ack);
        byte[] frame = checked(ethernet(router, GUEST, 0x0800, ipv4(US, HOST, 6, segment)));
        nat.send(payload.length > 1460 ? offloaded(frame, Gso.TCPV4, 1460) : Packet.of(frame), 0);
    }

    @Test
    void aConnectionReachesTheHostsLoopback() throws Exception {
        byte[] got;
        try (Nat nat = open(); var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFalse(nat.busy());
            segment(nat, server.getLocalPort(), 100, 0, 0x02, new byte[0]);
            byte[] answer = await(nat, frame -> says(frame, "TCP", "[SYN, ACK]"));
            assertTrue(nat.busy());
            int theirs = ByteBuffer.wrap(answer).getInt(Headers.of(answer).transport() + 4) + 1;
            segment(nat, server.getLocalPort(), 101, theirs, 0x10, new byte[0]);
            // One packet of 5000 bytes as a guest with TSO gives it: it goes in whole.
            segment(nat, server.getLocalPort(), 101, theirs, 0x18, payload(5000));
            try (var connection = server.accept()) {
                connection.setSoTimeout(10_000);
                for (int i = 0; i < 20; i++) {
                    nat.poll(100_000);
                }
                got = connection.getInputStream().readNBytes(5000);
                connection.getOutputStream().write("hello".getBytes());
                byte[] data = await(nat, frame -> says(frame, "TCP", "Len=5"));
                assertTrue(new String(data, java.nio.charset.StandardCharsets.ISO_8859_1).endsWith("hello"));
            }
        }
        assertArrayEquals(payload(5000), got);
    }

    @Test
    void closedItTakesNothing() {
        Nat nat = open();
        nat.close();
        nat.close();
        nat.send(Packet.of(new byte[60]), 0);
        nat.poll(0);
        assertFalse(nat.busy());
    }

    @Test
    void aTapInterfaceWhereTheHostAllowsIt() {
        Tap tap;
        try {
            tap = Tap.open("cvtest%d");
        } catch (IllegalStateException e) {
            Assumptions.abort("skipped: " + e.getMessage());
            return;
        }
        try (tap) {
            assertTrue(tap.name().startsWith("cvtest"));
            assertEquals(tap.name(), new java.io.File("/sys/class/net/" + tap.name()).getName());
            tap.send(Packet.of(new byte[60]), 0);
            tap.poll(0);
        }
    }
}

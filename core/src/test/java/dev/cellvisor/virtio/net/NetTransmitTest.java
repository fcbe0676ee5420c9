package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.partial;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.tcp4;
import static dev.cellvisor.net.Frames.tcp6;
import static dev.cellvisor.net.Frames.udp4;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_DATA_VALID;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_NEEDS_CSUM;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_GSO_ECN;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_GSO_TCPV4;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_GSO_TCPV6;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_GSO_UDP;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_GSO_UDP_L4;
import static dev.cellvisor.virtio.net.NetHeader.of;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guest transmits, and what comes out at the other end of the cable. */
class NetTransmitTest {
    private static final NetFeature[] HOST = {VIRTIO_NET_F_CSUM, VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6, VIRTIO_NET_F_HOST_ECN,
        VIRTIO_NET_F_HOST_UFO, VIRTIO_NET_F_HOST_USO, VIRTIO_NET_F_MTU};

    @Test
    void aFrameGoesOutHoweverItIsCut() {
        NetRig net = NetRig.started();
        byte[] frame = plain(PEER, 300);
        net.queue(1).send(Buffer.readable(NetRig.join(plain(), frame)));
        net.queue(1).send(Buffer.readable(new byte[5]), Buffer.readable(NetRig.join(new byte[7], java.util.Arrays.copyOf(frame, 1))),
                Buffer.readable(java.util.Arrays.copyOfRange(frame, 1, 300)));
        assertEquals(2, net.wire.sent.size());
        assertArrayEquals(frame, net.wire.sent.get(0).bytes());
        assertArrayEquals(frame, net.wire.sent.get(1).bytes());
    }

    private static byte[] plain() {
        return NetHeader.plain();
    }

    private static byte[] plain(String to, int size) {
        return dev.cellvisor.net.Frames.plain(to, size);
    }

    @Test
    @Rule("NETTX-DEV-01")
    void unknownFlagsAreIgnored() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CSUM);
        byte[] frame = plain(PEER, 100);
        net.transmit(of(0x80 | 0x08, 0, 0, 0, 0, 0), frame);
        assertArrayEquals(frame, net.lastSent());
        byte[] tcp = tcp4(PEER, 1, 2, payload(100));
        net.transmit(of(0xc0 | VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 16), partial(tcp));
        assertArrayEquals(tcp, net.lastSent());
        assertEquals(List.of(), net.rig.violations());
    }

    @Test
    @Rule("NETTX-DRV-19")
    void anUnfinishedChecksumHoldsThePseudoHeadersSum() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CSUM);
        byte[] tcp = partial(tcp4(PEER, 1, 2, payload(100)));
        byte[] tcpOver6 = partial(tcp6(PEER, 1, 2, payload(100)));
        byte[] udp = partial(udp4(PEER, 1, 2, payload(100)));
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 16), tcp);
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 54, 16), tcpOver6);
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 6), udp);
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 38, 12), tcp);
        assertEquals(List.of(), net.rig.violations(), "the last is nothing that this device knows");
        tcp[51] ^= 1;
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 16), tcp);
        assertEquals(List.of("NETTX-DRV-19"), net.rig.violations());
        assertFalse(Checksums.valid(net.lastSent()), "it goes out, and is wrong");
        tcpOver6[71] ^= 1;
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 54, 16), tcpOver6);
        udp[40] ^= 1;
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 6), udp);
        assertEquals(List.of("NETTX-DRV-19", "NETTX-DRV-19", "NETTX-DRV-19"), net.rig.violations());
    }

    @Test
    @Rule({"NETTX-DEV-02", "NETTX-DEV-08"})
    void withoutNeedsCsumNothingIsCompleted() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CSUM);
        byte[] wrong = tcp4(PEER, 1, 2, payload(100));
        wrong[50] ^= 1;
        net.transmit(of(0, 0, 0, 0, 34, 16), wrong);
        assertArrayEquals(wrong, net.lastSent(), "a wrong checksum is the guest's affair");
        net.transmit(of(0, 0, 0, 0, 0xffff, 0xffff), wrong);
        assertArrayEquals(wrong, net.lastSent());
        assertEquals(2, net.wire.sent.size());
    }

    @Test
    @Rule("NETTX-DRV-21")
    void withNeedsCsumItIsCompleted() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CSUM);
        for (byte[] frame : new byte[][] {tcp4(PEER, 1, 2, payload(99)), tcp6(PEER, 1, 2, payload(100))}) {
            int start = frame.length - 20 - (frame.length % 2 == 1 ? 99 : 100);
            net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, start, 16), partial(frame));
            assertArrayEquals(frame, net.lastSent());
        }
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 6), partial(udp4(PEER, 1, 2, payload(100))));
        assertArrayEquals(udp4(PEER, 1, 2, payload(100)), net.lastSent());
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 90, 9), plain(PEER, 100));
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 0xffff, 0xffff), plain(PEER, 100));
        assertEquals(3, net.wire.sent.size(), "a place outside the frame");
        assertEquals(List.of("NETTX-DRV-21", "NETTX-DRV-21"), net.rig.violations());
        net.wire.offloads = Offloads.ALL;
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 16), partial(tcp4(PEER, 1, 2, payload(99))));
        assertTrue(net.wire.sent.getLast().needsChecksum(), "a receiver that can do it itself gets it as it is");
    }

    @Test
    @Rule({"NETTX-DEV-07", "NETTX-DRV-25"})
    void theHeaderLengthIsOnlyAHint() {
        for (int hint : new int[] {0, 1, 54, 200, 0xffff}) {
            NetRig net = NetRig.started(HOST);
            byte[] frame = tcp4(PEER, 1, 2, payload(3000));
            net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4, hint, 1000, 34, 16), partial(frame));
            assertEquals(3, net.wire.sent.size(), "hdr_len " + hint);
            net.wire.sent.forEach(piece -> {
                assertEquals(54 + 1000, piece.sizeBytes());
                assertTrue(Checksums.valid(piece.bytes()));
            });
            net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, hint, 0, 34, 16), partial(tcp4(PEER, 1, 2, payload(10))));
            assertArrayEquals(tcp4(PEER, 1, 2, payload(10)), net.lastSent());
        }
        NetRig exact = NetRig.started(VIRTIO_NET_F_CSUM, VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_GUEST_HDRLEN);
        exact.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4, 54, 1000, 34, 16), partial(tcp4(PEER, 1, 2, payload(3000))));
        assertEquals(List.of(), exact.rig.violations());
        exact.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4, 53, 1000, 34, 16), partial(tcp4(PEER, 1, 2, payload(3000))));
        assertEquals(List.of("NETTX-DRV-25"), exact.rig.violations());
        assertEquals(6, exact.wire.sent.size());
    }

    @Test
    @Rule({"NETTX-DRV-09", "NETTX-DRV-11", "NETTX-DRV-13", "NETTX-DRV-15", "NETTX-DRV-22"})
    void kindsThatWereNotNegotiatedAreDropped() {
        int[] types = {VIRTIO_NET_HDR_GSO_TCPV4, VIRTIO_NET_HDR_GSO_TCPV6, VIRTIO_NET_HDR_GSO_UDP, VIRTIO_NET_HDR_GSO_UDP_L4, 77};
        String[] rules = {"NETTX-DRV-09", "NETTX-DRV-11", "NETTX-DRV-13", "NETTX-DRV-15", "NETTX-DRV-22"};
        for (int i = 0; i < types.length; i++) {
            NetRig net = NetRig.started(VIRTIO_NET_F_CSUM);
            net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, types[i], 54, 1000, 34, 16), partial(tcp4(PEER, 1, 2, payload(3000))));
            assertEquals(0, net.wire.sent.size());
            assertEquals(List.of(rules[i]), net.rig.violations());
            net.transmit(plain(), plain(PEER, 60));
            assertEquals(1, net.wire.sent.size(), "it lives");
        }
    }

    @Test
    @Rule({"NETTX-DRV-23", "NETTX-DRV-24"})
    void largePacketsWithoutChecksumOrSizeAreDropped() {
        NetRig net = NetRig.started(HOST);
        net.transmit(of(0, VIRTIO_NET_HDR_GSO_TCPV4, 54, 1000, 34, 16), partial(tcp4(PEER, 1, 2, payload(3000))));
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4, 54, 0, 34, 16), partial(tcp4(PEER, 1, 2, payload(3000))));
        assertEquals(List.of("NETTX-DRV-23", "NETTX-DRV-24"), net.rig.violations());
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4, 54, 1000, 34, 16), plain(PEER, 200));
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_UDP, 54, 1000, 34, 16), partial(tcp4(PEER, 1, 2, payload(3000))));
        assertEquals(0, net.wire.sent.size(), "headers that are not what gso_type says");
        net.transmit(plain(), plain(PEER, 60));
        assertEquals(1, net.wire.sent.size());
    }

    @Test
    void largePacketsGoWholeToWhoTakesThem() {
        NetRig net = NetRig.started(HOST);
        net.wire.offloads = Offloads.ALL;
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4 | VIRTIO_NET_HDR_GSO_ECN, 54, 1000, 34, 16),
                partial(tcp4(PEER, 1, 2, payload(3000))));
        assertEquals(1, net.wire.sent.size());
        assertTrue(net.wire.sent.getFirst().ecn());
        assertEquals("checksum 34+16 TCPV4+ECN of 1000", net.wire.sent.getFirst().work());
        net.wire.offloads = new Offloads(true, true, true, false, true, true, true);
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4 | VIRTIO_NET_HDR_GSO_ECN, 54, 1000, 34, 16),
                partial(tcp4(PEER, 1, 2, payload(3000))));
        assertEquals(4, net.wire.sent.size(), "with ECN only to who takes that too");
    }

    @Test
    @Rule({"NETTX-DRV-05", "NETTX-DRV-28", "NETTX-DRV-16", "NETTX-DRV-04"})
    void smallerMistakesAreToldAndForgiven() {
        NetRig net = NetRig.started(VIRTIO_NET_F_MRG_RXBUF);
        net.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, 0, 0, 0, 34, 16), plain(PEER, 100));
        assertArrayEquals(plain(PEER, 100), net.lastSent());
        byte[] header = plain();
        header[10] = 1;
        net.transmit(header, plain(PEER, 100));
        assertEquals(List.of("NETTX-DRV-05", "NETTX-DRV-04"), net.rig.violations());
        NetRig other = NetRig.started(VIRTIO_NET_F_CSUM, VIRTIO_NET_F_HOST_TSO4);
        other.transmit(of(VIRTIO_NET_HDR_F_DATA_VALID, 0, 0, 0, 0, 0), plain(PEER, 100));
        other.transmit(of(VIRTIO_NET_HDR_F_NEEDS_CSUM, VIRTIO_NET_HDR_GSO_TCPV4 | VIRTIO_NET_HDR_GSO_ECN, 54, 1000, 34, 16),
                partial(tcp4(PEER, 1, 2, payload(3000))));
        assertEquals(List.of("NETTX-DRV-28"), other.rig.violations());
        assertEquals(List.of("NETTX-DRV-16"), other.rig.advice());
        assertEquals(4, other.wire.sent.size());
    }

    @Test
    void anythingCanBeTransmittedWithoutHarm() {
        var random = new java.util.Random(7);
        NetRig net = NetRig.started(HOST);
        for (int i = 0; i < 3000; i++) {
            byte[] frame = random.nextBoolean() ? partial(tcp4(PEER, 1, 2, payload(random.nextInt(200)))) : plain(PEER, 14 + random.nextInt(200));
            for (int change = random.nextInt(8); change > 0; change--) {
                frame[12 + random.nextInt(frame.length - 12)] = (byte) random.nextInt();
            }
            byte[] header = of(random.nextInt(8), random.nextInt(8), random.nextInt(100), random.nextInt(100), random.nextInt(80), random.nextInt(20));
            net.transmit(header, frame);
        }
        assertFalse(net.rig.needsReset());
    }
}

package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.offloaded;
import static dev.cellvisor.net.Frames.partial;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.plain;
import static dev.cellvisor.net.Frames.tcp4;
import static dev.cellvisor.net.Frames.tcp6;
import static dev.cellvisor.net.Frames.udp4;
import static dev.cellvisor.net.Frames.udp6;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_DATA_VALID;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_NEEDS_CSUM;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_RSC_INFO;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_GSO_ECN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.Gso;
import dev.cellvisor.net.Packet;
import dev.cellvisor.virtio.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What arrives at the cable, and what the guest finds in its buffers. */
class NetReceiveTest {
    private static final NetFeature[] GUEST = {VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6, VIRTIO_NET_F_GUEST_ECN,
        VIRTIO_NET_F_GUEST_UFO, VIRTIO_NET_F_GUEST_USO4, VIRTIO_NET_F_GUEST_USO6, VIRTIO_NET_F_MRG_RXBUF};

    private static int[] room(int count, int sizeBytes) {
        int[] sizes = new int[count];
        java.util.Arrays.fill(sizes, sizeBytes);
        return sizes;
    }

    private static List<NetRig.Received> all(NetRig net) {
        List<NetRig.Received> all = new ArrayList<>();
        for (NetRig.Received next = net.received(); next != null; next = net.received()) {
            all.add(next);
        }
        return all;
    }

    @Test
    @Rule({"NETRX-DEV-02", "NETRX-DEV-06"})
    void withoutMergingAPacketLiesInOneBufferOrNone() {
        NetRig net = NetRig.started().buffers(0, 500, 500, 500);
        net.arrive(plain(OWN, 600));
        assertNull(net.received(), "600 bytes do not fit 500, and are not spread over two");
        net.arrive(plain(OWN, 488));
        NetRig.Received whole = net.received();
        assertArrayEquals(plain(OWN, 488), whole.frame());
        assertEquals(1, whole.numBuffers());
        assertEquals(500, whole.usedLengths().getFirst());
        net.arrive(plain(OWN, 100)).arrive(plain(OWN, 101));
        assertEquals(List.of(100, 101), all(net).stream().map(received -> received.frame().length).toList(), "the buffer refused is used later");
    }

    @Test
    @Rule({"NETRX-DEV-01", "NETRX-DEV-07", "NETRX-DEV-08"})
    void withMergingAPacketIsSpreadOverFullBuffers() {
        NetRig net = NetRig.started(VIRTIO_NET_F_MRG_RXBUF).buffers(0, 100, 64, 200, 512, 512);
        net.arrive(plain(OWN, 300));
        NetRig.Received spread = net.received();
        assertArrayEquals(plain(OWN, 300), spread.frame());
        assertEquals(3, spread.numBuffers());
        assertEquals(List.of(100L, 64L, 148L), spread.usedLengths());
        net.arrive(plain(OWN, 300));
        NetRig.Received single = net.received();
        assertEquals(1, single.numBuffers());
        assertArrayEquals(plain(OWN, 300), single.frame());
    }

    @Test
    @Rule("NETRX-DEV-09")
    void noPartOfAPacketIsSeenBeforeTheRest() {
        NetRig net = NetRig.started(VIRTIO_NET_F_MRG_RXBUF).buffers(0, 100, 100);
        net.arrive(plain(OWN, 300));
        assertEquals(0, net.queue(0).usedIdx(), "two buffers are too few");
        net.buffers(0, 64);
        assertEquals(0, net.queue(0).usedIdx());
        List<Integer> seen = new ArrayList<>();
        net.rig.trace.add((instruction, fact) -> {
            if (fact instanceof dev.cellvisor.virtio.queue.ChainUsed) {
                seen.add(net.queue(0).usedIdx());
            }
        });
        net.buffers(0, 64);
        assertEquals(List.of(4, 4, 4, 4), seen, "all four at once");
        assertEquals(4, net.queue(0).usedIdx());
        NetRig.Received spread = net.received();
        assertArrayEquals(plain(OWN, 300), spread.frame());
        assertEquals(4, spread.numBuffers());
        assertEquals(List.of(), net.rig.violations());
    }

    @Test
    @Rule("NETRX-DRV-03")
    void aBufferTooSmallForTheHeaderIsGivenBackAndTold() {
        NetRig net = NetRig.started(VIRTIO_NET_F_MRG_RXBUF).buffers(0, 1, 11, 2048);
        net.arrive(plain(OWN, 300));
        assertEquals(List.of("NETRX-DRV-03", "NETRX-DRV-03"), net.rig.violations());
        var used = net.queue(0).allUsed();
        assertEquals(List.of(0L, 0L, 312L), used.stream().map(element -> element.length()).toList());
    }

    @Test
    @Rule({"NETRX-DEV-10", "NETRX-DEV-11", "NETRX-DEV-28"})
    void withoutGuestCsumFlagsAreZeroAndChecksumsComplete() {
        NetRig net = NetRig.started(VIRTIO_NET_F_MRG_RXBUF).buffers(0, 2048, 2048, 2048);
        net.arrive(offloaded(tcp4(OWN, 1, 2, payload(100)), Gso.NONE, 0));
        net.arrive(tcp4(OWN, 1, 2, payload(100)));
        for (NetRig.Received received : all(net)) {
            assertEquals(0, received.flags());
            assertArrayEquals(tcp4(OWN, 1, 2, payload(100)), received.frame());
            assertEquals(0, received.checksumStart() + received.checksumOffset());
        }
    }

    @Test
    @Rule({"NETRX-DEV-20", "NETRX-DEV-21", "NETRX-DEV-22", "NETRX-DEV-23", "NETRX-DEV-28"})
    void withGuestCsumAnUnfinishedChecksumIsHandedOn() {
        for (byte[] frame : new byte[][] {tcp4(OWN, 1, 2, payload(101)), tcp6(OWN, 1, 2, payload(101)), udp4(OWN, 5, 6, payload(10))}) {
            NetRig net = NetRig.started(GUEST).buffers(0, 2048, 2048, 2048);
            Packet packet = offloaded(frame, Gso.NONE, 0);
            net.arrive(packet);
            NetRig.Received received = net.received();
            assertEquals(VIRTIO_NET_HDR_F_NEEDS_CSUM, received.flags());
            assertArrayEquals(partial(frame), received.frame(), "the pseudo header's sum stands there");
            var completed = Checksums.complete(new Packet(received.frame(), received.checksumStart(), received.checksumOffset(), Gso.NONE, 0, false));
            assertArrayEquals(frame, completed.bytes(), "completing it as the header says gives the right one");
            // A sum that is not the pseudo header's was not validated by anybody: completed as it is, and not flagged.
            byte[] bad = packet.bytes().clone();
            bad[packet.checksumStart() + packet.checksumOffset()] ^= 0x10;
            net.arrive(new Packet(bad, packet.checksumStart(), packet.checksumOffset(), Gso.NONE, 0, false));
            NetRig.Received second = net.received();
            assertEquals(0, second.flags());
            assertTrue(!Checksums.valid(second.frame()), "and so the guest finds it wrong");
        }
    }

    @Test
    @Rule({"NETRX-DEV-30", "NETRX-DEV-31", "NETRX-DEV-28"})
    void dataValidMeansThatTheChecksumIsRight() {
        NetRig net = NetRig.started(GUEST).buffers(0, room(8, 2048));
        byte[] wrong = tcp4(OWN, 1, 2, payload(101));
        wrong[60] ^= 4;
        net.arrive(tcp4(OWN, 1, 2, payload(101))).arrive(wrong).arrive(udp6(OWN, 1, 2, payload(50))).arrive(plain(OWN, 100));
        assertEquals(List.of(VIRTIO_NET_HDR_F_DATA_VALID, 0, VIRTIO_NET_HDR_F_DATA_VALID, 0), all(net).stream().map(NetRig.Received::flags).toList());
        assertEquals(0, VIRTIO_NET_HDR_F_RSC_INFO & VIRTIO_NET_HDR_F_DATA_VALID);
    }

    private static Packet large(Gso gso) {
        return switch (gso) {
            case NONE -> throw new IllegalArgumentException();
            case TCPV4 -> offloaded(tcp4(OWN, 1, 2, payload(3500)), gso, 1000);
            case TCPV6 -> offloaded(tcp6(OWN, 1, 2, payload(3500)), gso, 1000);
            case UDP, UDP_L4 -> offloaded(udp4(OWN, 1, 2, payload(3500)), gso, 1000);
        };
    }

    @Test
    @Rule({"NETRX-DEV-12", "NETRX-DEV-13", "NETRX-DEV-14", "NETRX-DEV-15", "NETRX-DEV-24"})
    void aKindThatTheGuestDoesNotTakeIsCut() {
        Object[][] cases = {{Gso.TCPV4, VIRTIO_NET_F_GUEST_TSO4, 1}, {Gso.TCPV6, VIRTIO_NET_F_GUEST_TSO6, 4},
            {Gso.UDP, VIRTIO_NET_F_GUEST_UFO, 3}, {Gso.UDP_L4, VIRTIO_NET_F_GUEST_USO4, 5}};
        for (Object[] one : cases) {
            Gso gso = (Gso) one[0];
            NetRig with = NetRig.started(GUEST).buffers(0, room(16, 1536));
            with.arrive(large(gso));
            List<NetRig.Received> whole = all(with);
            assertEquals(1, whole.size(), gso.name());
            assertEquals(one[2], whole.getFirst().gsoType());
            NetFeature[] others = java.util.Arrays.stream(GUEST).filter(feature -> feature != one[1]).toArray(NetFeature[]::new);
            for (NetFeature[] features : new NetFeature[][] {others, {VIRTIO_NET_F_GUEST_CSUM}, {}}) {
                NetRig without = NetRig.started(features).buffers(0, room(16, 1536));
                without.arrive(large(gso));
                List<NetRig.Received> pieces = all(without);
                assertEquals(4, pieces.size(), gso + " cut");
                for (NetRig.Received piece : pieces) {
                    assertEquals(0, piece.gsoType());
                    assertEquals(0, piece.segmentBytes());
                    assertTrue(Checksums.valid(piece.frame()));
                }
            }
        }
    }

    @Test
    @Rule("NETRX-DEV-15")
    void datagramsOverIpv6HaveTheirOwnFeature() {
        Packet packet = offloaded(udp6(OWN, 1, 2, payload(3500)), Gso.UDP_L4, 1000);
        NetRig six = NetRig.started(VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_USO6, VIRTIO_NET_F_MRG_RXBUF).buffers(0, room(8, 1536));
        NetRig four = NetRig.started(VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_USO4, VIRTIO_NET_F_MRG_RXBUF).buffers(0, room(8, 1536));
        assertEquals(5, all(six.arrive(packet)).getFirst().gsoType());
        assertEquals(4, all(four.arrive(packet)).size());
    }

    @Test
    @Rule({"NETRX-DEV-04", "NETRX-DEV-25", "NETRX-DEV-26", "NETRX-DEV-29"})
    void aLargePacketComesWithAllThatIsNeededToCutIt() {
        NetRig net = NetRig.started(GUEST).buffers(0, room(32, 1536));
        net.arrive(large(Gso.TCPV4)).arrive(large(Gso.TCPV6)).arrive(large(Gso.UDP)).arrive(large(Gso.UDP_L4));
        List<NetRig.Received> packets = all(net);
        assertEquals(List.of(1, 4, 3, 5), packets.stream().map(NetRig.Received::gsoType).toList());
        assertEquals(List.of(54, 74, 42, 42), packets.stream().map(NetRig.Received::headerLength).toList());
        for (NetRig.Received packet : packets) {
            assertEquals(VIRTIO_NET_HDR_F_NEEDS_CSUM, packet.flags());
            assertEquals(1000, packet.segmentBytes());
            assertTrue(packet.checksumStart() > 0);
        }
    }

    @Test
    @Rule({"NETRX-DEV-16", "NETRX-DEV-17"})
    void ecnIsMarkedForWhoTakesItAndElseCut() {
        Packet plainTso = large(Gso.TCPV4);
        Packet ecn = new Packet(plainTso.bytes(), plainTso.checksumStart(), plainTso.checksumOffset(), Gso.TCPV4, 1000, true);
        NetRig with = NetRig.started(GUEST).buffers(0, room(8, 1536));
        assertEquals(1 | VIRTIO_NET_HDR_GSO_ECN, all(with.arrive(ecn)).getFirst().gsoType());
        NetRig without = NetRig.started(VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_MRG_RXBUF).buffers(0, room(8, 1536));
        assertEquals(4, all(without.arrive(ecn)).size());
    }

    @Test
    void packetsWaitForBuffersUpToALimit() {
        NetRig net = NetRig.started();
        for (int i = 0; i < Receiver.MOST_WAITING + 5; i++) {
            net.arrive(plain(OWN, 60 + i % 1000));
        }
        assertEquals(5L, net.device.counts().lostPackets().get("no receive buffers"));
        net.buffers(0, 2048, 2048);
        assertEquals(List.of(60, 61), all(net).stream().map(received -> received.frame().length).toList());
    }

    @Test
    void noBufferNotificationsAreWantedWhileNothingWaits() {
        NetRig net = NetRig.started();
        assertEquals(1, net.queue(0).usedFlags(), "nothing waits");
        net.arrive(plain(OWN, 60));
        assertEquals(0, net.queue(0).usedFlags(), "a packet waits for a buffer");
        net.buffers(0, 2048);
        assertEquals(1, net.queue(0).usedFlags());
        assertNotNull(net.received());
    }

    @Test
    void arrivalsKeepTheirTicks() {
        NetRig net = NetRig.started().buffers(0, 2048, 2048);
        net.wire.port.deliver(Packet.of(plain(OWN, 61)), 1000);
        net.wire.port.deliver(Packet.of(plain(OWN, 60)), 500);
        net.rig.to(499);
        assertNull(net.received());
        net.rig.to(500);
        assertEquals(60, net.received().frame().length);
        net.rig.to(1000);
        assertEquals(61, net.received().frame().length);
        assertEquals(PEER.length(), OWN.length());
    }
}

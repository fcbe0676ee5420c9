package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.hex;
import static dev.cellvisor.net.Frames.offloaded;
import static dev.cellvisor.net.Frames.partial;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.plain;
import static dev.cellvisor.net.Frames.tcp4;
import static dev.cellvisor.net.Frames.vlan;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static dev.cellvisor.virtio.net.NetRig.join;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.net.Gso;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The legacy interface; our guests are little-endian, so that is their native order. Bytes are written out here, lowest first. */
class NetLegacyTest {
    private static NetRig started(NetOptions options, FeatureBit... features) {
        return NetRig.legacy(options.queueSize(64), features);
    }

    @Test
    @Rule("NET-DEV-16")
    void statusAndPairsAreInTheGuestsOrder() {
        NetRig net = NetRig.legacy(NetOptions.DEFAULT.pairs(0x102), (FeatureBit[]) null);
        assertEquals(0x01, net.rig.driver.read(0x106, 1));
        assertEquals(0x00, net.rig.driver.read(0x107, 1));
        assertEquals(0x02, net.rig.driver.read(0x108, 1));
        assertEquals(0x01, net.rig.driver.read(0x109, 1));
    }

    @Test
    @Rule("NET-DEF-10")
    void withoutMergingTheHeaderHasTenBytes() {
        NetRig net = started(NetOptions.DEFAULT);
        net.transmit(new byte[10], plain(PEER, 100));
        assertArrayEquals(plain(PEER, 100), net.lastSent());
        net.buffers(0, 2048).arrive(plain(OWN, 100));
        var received = net.received();
        assertEquals(110, received.usedLengths().getFirst());
        assertArrayEquals(plain(OWN, 100), received.frame());
        NetRig merging = started(NetOptions.DEFAULT, VIRTIO_NET_F_MRG_RXBUF);
        merging.transmit(new byte[12], plain(PEER, 100));
        assertArrayEquals(plain(PEER, 100), merging.lastSent());
        merging.buffers(0, 64, 64).arrive(plain(OWN, 100));
        assertEquals(2, merging.received().numBuffers());
    }

    @Test
    @Rule("NET-DEV-17")
    void theHeadersNumbersAreInTheGuestsOrder() {
        NetRig net = started(NetOptions.DEFAULT, VIRTIO_NET_F_CSUM, VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_TSO4);
        // flags, gso_type, hdr_len 54, gso_size 0x3e8, csum_start 34, csum_offset 16
        net.transmit(new byte[] {1, 1, 54, 0, (byte) 0xe8, 3, 34, 0, 16, 0}, partial(tcp4(PEER, 1, 2, payload(2500))));
        assertEquals(3, net.wire.sent.size());
        assertEquals(1054, net.wire.sent.getFirst().sizeBytes());
        net.buffers(0, 4096).arrive(offloaded(tcp4(OWN, 1, 2, payload(2500)), Gso.TCPV4, 1000));
        byte[] buffer = net.queue(0).completed().answer(0);
        assertArrayEquals(new byte[] {1, 1, 54, 0, (byte) 0xe8, 3, 34, 0, 16, 0}, java.util.Arrays.copyOf(buffer, 10));
    }

    @Test
    @Rule({"NETCTL-DEV-18", "NETCTL-DEV-24", "NETCTL-DEV-26", "NETMQ-DEV-10"})
    void commandsAreInTheGuestsOrder() {
        NetRig net = started(NetOptions.DEFAULT.pairs(3), VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_VLAN, VIRTIO_NET_F_MQ,
                VIRTIO_NET_F_CTRL_GUEST_OFFLOADS, VIRTIO_NET_F_GUEST_CSUM);
        String stranger = "52:54:00:99:99:99";
        net.buffers(0, 512).arrive(plain(stranger, 60));
        assertNotNull(net.received(), "a legacy driver gets everything until it says otherwise");
        assertEquals(0, net.command(6, 0, 0, (byte) 0), "not promiscuous");
        assertEquals(0, net.command(6, 1, 0, join(new byte[] {1, 0, 0, 0}, hex(stranger), new byte[] {0, 0, 0, 0})), "one address, none");
        net.buffers(0, 512, 512, 512, 512).arrive(plain(stranger, 60));
        assertNotNull(net.received());
        assertEquals(0, net.command(6, 2, 0, (byte) 0x02, (byte) 0x01), "VLAN 0x102");
        net.arrive(vlan(OWN, 0x102, 64));
        assertNotNull(net.received());
        net.arrive(vlan(OWN, 0x201, 64));
        assertNull(net.received());
        assertEquals(0, net.command(6, 5, 0, new byte[8]));
        net.arrive(tcp4(OWN, 1, 2, payload(50)));
        assertEquals(0, net.received().flags(), "GUEST_CSUM is off");
        assertEquals(0, net.command(6, 5, 0, (byte) 2, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0));
        net.arrive(tcp4(OWN, 1, 2, payload(50)));
        assertEquals(2, net.received().flags(), "and on");
        assertEquals(0, net.command(6, 4, 0, (byte) 2, (byte) 0), "two pairs");
        assertEquals(1, net.command(6, 4, 0, (byte) 0, (byte) 2));
        assertTrue(net.rig.violations().stream().allMatch("NETMQ-DRV-05"::equals));
    }

    @Test
    @Rule("NET-DRV-16")
    void withoutAnyLayoutTheHeaderIsADescriptorOfItsOwn() {
        NetRig net = NetRig.framed();
        net.transmit(new byte[10], plain(PEER, 100));
        net.queue(0).submit(writable(10), writable(2048));
        net.arrive(plain(OWN, 100));
        assertEquals(110, net.queue(0).completed().length());
        assertEquals(List.of(), net.rig.violations());

        net.queue(1).send(readable(join(new byte[10], plain(PEER, 101))));
        assertEquals(List.of("NET-DRV-16"), net.rig.violations(), "header and frame in one");
        assertArrayEquals(plain(PEER, 101), net.lastSent(), "it goes out all the same");
        net.queue(1).send(readable(new byte[4]), readable(new byte[6]), readable(plain(PEER, 102)));
        assertEquals(2, net.rig.violations().size(), "a header in two");
        net.buffers(0, 2048).arrive(plain(OWN, 100));
        assertEquals(List.of("NET-DRV-16", "NET-DRV-16", "NET-DRV-16"), net.rig.violations(), "a receive buffer in one");
        assertArrayEquals(plain(OWN, 100), net.received().frame());

        NetRig merging = NetRig.framed(VIRTIO_NET_F_MRG_RXBUF);
        merging.buffers(0, 64, 64).arrive(plain(OWN, 100));
        assertEquals(2, merging.received().numBuffers());
        NetRig any = started(NetOptions.DEFAULT);
        any.queue(1).send(readable(join(new byte[10], plain(PEER, 101))));
        any.buffers(0, 2048).arrive(plain(OWN, 100));
        assertEquals(List.of(), merging.rig.violations(), "merged buffers have no room for one each");
        assertEquals(List.of(), any.rig.violations(), "with VIRTIO_F_ANY_LAYOUT it may");
    }

    private static final byte[] NO_ADDRESSES = {0, 0, 0, 0};
    private static final byte[] ONE_ADDRESS = {1, 0, 0, 0, 2, 0, 0, 0, 0, 1};

    /** The rules broken by a command in these descriptors. */
    private static List<String> broken(int answer, Buffer... descriptors) {
        NetRig net = NetRig.framed(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX);
        assertEquals(answer, net.queue(2).send(descriptors).answer(0)[0], "the answer");
        return net.rig.violations();
    }

    @Test
    @Rule("NET-DRV-17")
    void withoutAnyLayoutACommandHasADescriptorForEachPart() {
        assertEquals(List.of(), broken(0, readable((byte) 0, (byte) 0), readable((byte) 1), writable(1)));
        assertEquals(List.of("NET-DRV-17"), broken(0, readable((byte) 0, (byte) 0, (byte) 1), writable(1)), "all in one");
        assertEquals(List.of("NET-DRV-17"), broken(0, readable((byte) 0), readable((byte) 0), readable((byte) 1), writable(1)), "class and command in two");
        assertEquals(List.of("NET-DRV-17"), broken(0, readable((byte) 0, (byte) 0), readable((byte) 1), writable(2)), "room for more than an answer");
        assertEquals(List.of("NET-DRV-17"), broken(0, readable((byte) 0, (byte) 0), readable((byte) 1), writable(1), writable(1)), "two answers");
        Buffer table = readable((byte) 1, (byte) 0);
        assertEquals(List.of(), broken(0, table, readable(ONE_ADDRESS), readable(NO_ADDRESSES), writable(1)));
        NetRig any = started(NetOptions.DEFAULT, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX);
        assertEquals(0, any.queue(2).send(readable((byte) 0, (byte) 0, (byte) 1), writable(1)).lastByte());
        assertEquals(List.of(), any.rig.violations(), "with VIRTIO_F_ANY_LAYOUT it may");
    }

    @Test
    @Rule({"NET-DRV-18", "NET-DRV-19"})
    void withoutAnyLayoutEachAddressTableIsADescriptor() {
        Buffer table = readable((byte) 1, (byte) 0);
        assertEquals(List.of(), broken(0, table, readable(ONE_ADDRESS), readable(ONE_ADDRESS), writable(1)));
        assertEquals(List.of("NET-DRV-18"), broken(0, table, readable(java.util.Arrays.copyOf(ONE_ADDRESS, 4)),
                readable(join(java.util.Arrays.copyOfRange(ONE_ADDRESS, 4, 10), NO_ADDRESSES)), writable(1)), "cut in the unicast table");
        assertEquals(List.of("NET-DRV-17", "NET-DRV-19"), broken(0, table, readable(ONE_ADDRESS),
                readable(java.util.Arrays.copyOf(ONE_ADDRESS, 4)), readable(java.util.Arrays.copyOfRange(ONE_ADDRESS, 4, 10)), writable(1)),
                "the multicast table in two");
        assertEquals(List.of("NET-DRV-19"), broken(0, table, readable(NO_ADDRESSES), readable(join(NO_ADDRESSES, new byte[6])), writable(1)),
                "bytes behind the multicast table");
        assertEquals(List.of("NET-DRV-17", "NET-DRV-18"), broken(0, table, readable(join(ONE_ADDRESS, NO_ADDRESSES)), writable(1)), "both in one");
    }
}

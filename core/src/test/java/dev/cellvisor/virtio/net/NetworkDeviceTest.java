package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.BROADCAST;
import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.plain;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.net.Frames;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The device as such: what it offers and says of itself, its queues, its link. */
class NetworkDeviceTest {
    private static final NetOptions FULL = NetOptions.DEFAULT.pairs(3).hashing(true).mtu(1400);

    private static Features offered(NetOptions options) {
        return NetRig.unstarted(options).rig.driver.offered();
    }

    private static void needs(Features offered, List<NetFeature> features, NetFeature... oneOf) {
        for (NetFeature feature : features) {
            assertTrue(offered.has(feature), feature + " is offered");
            assertTrue(java.util.Arrays.stream(oneOf).anyMatch(offered::has), feature + " needs one of " + List.of(oneOf));
        }
    }

    @Test
    @Rule({"NET-DEF-02", "NET-DEF-03", "NET-DEF-04", "NET-DEF-05"})
    void whatIsOfferedGoesTogether() {
        Features offered = offered(FULL);
        needs(offered, List.of(VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6, VIRTIO_NET_F_GUEST_UFO, VIRTIO_NET_F_GUEST_USO4,
                VIRTIO_NET_F_GUEST_USO6), VIRTIO_NET_F_GUEST_CSUM);
        needs(offered, List.of(VIRTIO_NET_F_GUEST_ECN), VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6);
        needs(offered, List.of(VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6, VIRTIO_NET_F_HOST_UFO, VIRTIO_NET_F_HOST_USO), VIRTIO_NET_F_CSUM);
        needs(offered, List.of(VIRTIO_NET_F_HOST_ECN), VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6);
        needs(offered, List.of(VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_VLAN, VIRTIO_NET_F_GUEST_ANNOUNCE, VIRTIO_NET_F_MQ,
                VIRTIO_NET_F_CTRL_MAC_ADDR, VIRTIO_NET_F_NOTF_COAL, VIRTIO_NET_F_VQ_NOTF_COAL, VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_TUNNEL,
                VIRTIO_NET_F_HASH_REPORT, VIRTIO_NET_F_CTRL_RX_EXTRA), VIRTIO_NET_F_CTRL_VQ);
        needs(offered, List.of(VIRTIO_NET_F_HASH_TUNNEL), VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_REPORT);
    }

    @Test
    @Rule({"NET-DEV-14", "NET-DEV-15"})
    void withoutAControlQueueThereIsNothingToBeConfiguredByIt() {
        var device = new NetworkDevice(FULL, new NetRig.Wire());
        device.withhold(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_VLAN, VIRTIO_NET_F_GUEST_ANNOUNCE, VIRTIO_NET_F_MQ,
                VIRTIO_NET_F_CTRL_MAC_ADDR, VIRTIO_NET_F_NOTF_COAL, VIRTIO_NET_F_VQ_NOTF_COAL, VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_TUNNEL);
        Features left = dev.cellvisor.virtio.Rig.of(device).driver.offered();
        assertTrue(left.has(VIRTIO_NET_F_MAC));
        assertFalse(left.has(VIRTIO_NET_F_HASH_REPORT));
        assertFalse(left.has(VIRTIO_NET_F_CTRL_RX_EXTRA));
    }

    @Test
    @Rule({"NET-DEF-02", "NET-DEF-03", "NET-DEF-04", "NET-DEF-05", "FEAT-DRV-02"})
    void whatDoesNotGoTogetherIsNeitherPluggedInNorNegotiated() {
        for (NetFeature[] pair : new NetFeature[][] {{VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_CSUM}, {VIRTIO_NET_F_HOST_USO, VIRTIO_NET_F_CSUM},
                {VIRTIO_NET_F_MQ, VIRTIO_NET_F_CTRL_VQ}, {VIRTIO_NET_F_HASH_TUNNEL, VIRTIO_NET_F_CTRL_VQ}}) {
            var device = new NetworkDevice(FULL, new NetRig.Wire());
            device.withhold(pair[1]);
            assertThrows(IllegalArgumentException.class, () -> dev.cellvisor.virtio.Rig.of(device), pair[0] + " without " + pair[1]);
            NetRig net = NetRig.unstarted(FULL);
            net.rig.driver.begin();
            assertFalse(net.rig.driver.negotiate(pair[0]), pair[0].name());
            assertEquals(List.of("FEAT-DRV-02"), net.rig.violations());
        }
        for (NetFeature lonely : List.of(VIRTIO_NET_F_GUEST_ECN, VIRTIO_NET_F_HOST_ECN, VIRTIO_NET_F_HASH_TUNNEL)) {
            NetRig net = NetRig.unstarted(FULL);
            net.rig.driver.begin();
            assertFalse(net.rig.driver.negotiate(lonely, VIRTIO_NET_F_CSUM, VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_CTRL_VQ), lonely.name());
            assertEquals(List.of("FEAT-DRV-02"), net.rig.violations());
            assertEquals(List.of("FEAT-DRV-02"), net.rig.violations(), lonely.name());
        }
    }

    @Test
    @Rule({"NET-DEF-06", "NETRSS-DEV-03", "NETRSS-DEV-04", "NETTX-DEV-04", "NETTX-DEV-09", "NETRX-DEV-19", "NETRX-DEV-27"})
    void whatWeDoNotDoIsNotOffered() {
        Features offered = offered(FULL);
        for (int bit : new int[] {50, 61, 62, 64, 65, 66, 67, 68, 69, 70}) {
            assertFalse(offered.has(bit), "feature bit " + bit);
        }
        assertEquals(0, offered.high());
    }

    @Test
    @Rule({"NET-DEV-02", "NET-DEV-03", "NET-DEV-04", "NET-DEV-08", "NET-DEV-09", "NET-DEV-11", "NET-DEV-12"})
    void whatItSaysOfItself() {
        var driver = NetRig.unstarted(FULL).rig.driver;
        assertEquals(3, driver.read("max_virtqueue_pairs"));
        assertEquals(1400, driver.read("mtu"));
        assertEquals(10_000, driver.read("speed"));
        assertEquals(1, driver.read("duplex"));
        assertTrue(driver.read("rss_max_key_size") >= 40);
        assertTrue(driver.read("rss_max_indirection_table_length") >= 128);
        assertEquals(0x1ff, driver.read("supported_hash_types"));
        assertEquals(0x1ff, driver.read("supported_tunnel_types"));
        assertEquals(NetOptions.parse(OWN), driver.read("mac"));
        var unknown = NetRig.unstarted(NetOptions.DEFAULT.speedMbits(-1)).rig.driver;
        assertEquals(0xffff_ffffL, unknown.read("speed"));
        assertEquals(0xff, unknown.read("duplex"));
        assertThrows(IllegalArgumentException.class, () -> NetOptions.DEFAULT.mtu(67));
        assertThrows(IllegalArgumentException.class, () -> NetOptions.DEFAULT.mtu(65536));
        assertThrows(IllegalArgumentException.class, () -> NetOptions.DEFAULT.pairs(0));
        assertThrows(IllegalArgumentException.class, () -> NetOptions.DEFAULT.pairs(0x8001));
        assertThrows(IllegalArgumentException.class, () -> NetOptions.DEFAULT.speedMbits(-2));
        assertThrows(IllegalArgumentException.class, () -> NetOptions.DEFAULT.mac("01:00:00:00:00:00"));
        assertThrows(IllegalArgumentException.class, () -> NetOptions.DEFAULT.mac("52:54"));
    }

    @Test
    @Rule("NET-DEV-05")
    void theMtuStays() {
        NetRig net = NetRig.started(FULL, VIRTIO_NET_F_MTU, VIRTIO_NET_F_STATUS, VIRTIO_NET_F_SPEED_DUPLEX);
        net.device.linkUp(false);
        net.device.speedMbits(100);
        net.device.linkUp(true);
        net.transmit(NetHeader.plain(), plain(PEER, 60)).buffers(0, 2048).arrive(plain(OWN, 600));
        assertEquals(1400, net.rig.driver.read("mtu"));
        net.rig.driver.reset();
        assertEquals(1400, net.rig.driver.read("mtu"));
    }

    @Test
    @Rule("NET-DRV-01")
    void writingTheConfigurationChangesNothing() {
        NetRig net = NetRig.started(VIRTIO_NET_F_MAC, VIRTIO_NET_F_STATUS);
        net.rig.driver.write(VirtioRegister.CONFIG, 1, 0x02);
        net.rig.driver.write("status", 0);
        assertEquals(NetOptions.parse(OWN), net.rig.driver.read("mac"));
        assertEquals(1, net.rig.driver.read("status"));
        assertEquals(2, net.rig.violations().stream().filter("NET-DRV-01"::equals).count());
        net.buffers(0, 2048).arrive(plain(OWN, 60));
        assertNotNull(net.received());
    }

    @Test
    @Rule("NET-DEF-01")
    void queuesStandWhereTheSpecificationHasThem() {
        NetRig one = NetRig.started(NetOptions.DEFAULT, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX);
        assertEquals(64, one.queue(2).maxSize());
        assertEquals(0, one.queue(3).maxSize());
        one.transmit(NetHeader.plain(), plain(PEER, 60));
        assertEquals(1, one.wire.sent.size(), "queue 1 transmits");
        one.buffers(0, 2048).arrive(plain(OWN, 60));
        assertNotNull(one.received(0), "queue 0 receives");
        assertEquals(0, one.command(2, 0, 0, (byte) 1), "queue 2 takes commands");

        NetRig many = NetRig.started(FULL, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_MQ);
        assertEquals(64, many.queue(6).maxSize());
        assertEquals(0, many.queue(7).maxSize());
        assertEquals(0, many.command(6, 0, 0, (byte) 1), "with MQ, the control queue is behind all pairs");
        assertEquals(0, many.command(6, 4, 0, (byte) 3, (byte) 0));
        many.transmit(5, NetHeader.plain(), plain(PEER, 60));
        assertEquals(1, many.wire.sent.size(), "queue 5 is transmitq3");

        NetRig withoutMq = NetRig.started(FULL, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX);
        assertEquals(0, withoutMq.command(2, 0, 0, (byte) 1), "without MQ, it is queue 2");
        NetRig none = NetRig.started(NetOptions.DEFAULT);
        assertEquals(0, none.queue(2).send(Buffer.readable((byte) 0, (byte) 0, (byte) 1), Buffer.writable(1)).length(), "no CTRL_VQ, no answers");
    }

    @Test
    @Rule("NET-DEF-07")
    void theLinkShowsInTheStatus() {
        NetRig net = NetRig.started(VIRTIO_NET_F_STATUS);
        assertEquals(1, net.rig.driver.read("status"));
        net.rig.driver.acknowledge();
        net.wire.port.link(false);
        assertEquals(0, net.rig.driver.read("status"));
        assertEquals(2, net.rig.driver.acknowledge(), "a configuration change");
        net.transmit(NetHeader.plain(), plain(PEER, 60));
        net.buffers(0, 2048).arrive(plain(OWN, 60));
        assertEquals(0, net.wire.sent.size());
        assertNull(net.received());
        net.wire.port.link(true);
        assertEquals(1, net.rig.driver.read("status"));
        assertEquals(2, net.rig.driver.acknowledge() & 2);
        net.arrive(plain(OWN, 60));
        assertNotNull(net.received());
    }

    @Test
    @Rule("NET-DEV-13")
    void theSpeedChangesWhileTheLinkIsDown() {
        NetRig net = NetRig.started(VIRTIO_NET_F_STATUS, VIRTIO_NET_F_SPEED_DUPLEX);
        List<Long> statusAtChange = new java.util.ArrayList<>();
        net.rig.trace.add((instruction, fact) -> {
            if (fact instanceof dev.cellvisor.virtio.VirtioInterrupt) {
                statusAtChange.add(net.device.config().get("speed") * 10 + net.device.config().get("status"));
            }
        });
        net.device.speedMbits(100);
        assertEquals(List.of(100_000L, 1_000L, 1_001L), statusAtChange);
    }

    @Test
    @Rule({"NET-DEF-09", "NETTX-DRV-03"})
    void theHeadersSizeFollowsTheFeatures() {
        byte[] frame = plain(PEER, 100);
        for (boolean merges : new boolean[] {false, true}) {
            NetRig net = merges ? NetRig.started(VIRTIO_NET_F_MRG_RXBUF) : NetRig.started();
            net.transmit(new byte[12], frame).buffers(0, 2048).arrive(plain(OWN, 100));
            assertArrayEquals(frame, net.lastSent());
            assertEquals(112, net.received().usedLengths().getFirst());
        }
        NetRig hash = NetRig.started(FULL, VIRTIO_NET_F_HASH_REPORT, VIRTIO_NET_F_CTRL_VQ);
        hash.queue(1).send(Buffer.readable(new byte[20]), Buffer.readable(frame));
        hash.buffers(0, 2048).arrive(plain(OWN, 100));
        assertArrayEquals(frame, hash.lastSent());
        assertEquals(120, hash.received().usedLengths().getFirst());
        hash.queue(1).send(Buffer.readable(new byte[19]));
        assertEquals(List.of("NETTX-DRV-03"), hash.rig.violations());
    }

    @Test
    @Rule({"NET-DEV-06", "NET-DEV-07", "NET-DRV-09"})
    void theMtuBoundsPacketsInBothDirections() {
        NetRig net = NetRig.started(NetOptions.DEFAULT.mtu(1000), VIRTIO_NET_F_MTU);
        net.transmit(NetHeader.plain(), plain(PEER, 1014));
        assertArrayEquals(plain(PEER, 1014), net.lastSent(), "as large as may be: whole");
        net.transmit(NetHeader.plain(), plain(PEER, 1015));
        assertEquals(1, net.wire.sent.size());
        assertEquals(List.of("NET-DRV-09"), net.rig.violations());
        net.buffers(0, 2048, 2048, 2048).arrive(plain(OWN, 1015));
        assertNull(net.received());
        net.arrive(plain(OWN, 1014));
        assertArrayEquals(plain(OWN, 1014), net.received().frame());
        net.arrive(Frames.vlan(OWN, 5, 1018));
        assertEquals(1018, net.received().frame().length, "a VLAN tag does not count");

        NetRig without = NetRig.started(NetOptions.DEFAULT.mtu(1000));
        without.transmit(NetHeader.plain(), plain(PEER, 1015)).buffers(0, 2048).arrive(plain(OWN, 1015));
        assertEquals(1015, without.lastSent().length, "not negotiated: no bound");
        assertEquals(1015, without.received().frame().length);
    }

    @Test
    void stateGoesAndComesBack() {
        NetRig net = NetRig.started(FULL, NetFeature.values());
        net.command(6, 4, 0, (byte) 2, (byte) 0);
        net.command(6, 0, 1, (byte) 1);
        net.arrive(plain(OWN, 60)).arrive(plain(OWN, 61));
        net.wire.port.deliver(dev.cellvisor.net.Packet.of(plain(OWN, 62)), 1000);
        var saved = net.rig.slot.state().save();
        net.rig.driver.reset();
        assertFalse(saved.hash().equals(net.rig.slot.state().save().hash()));
        net.rig.slot.state().restore(saved);
        assertEquals(saved.hash(), net.rig.slot.state().save().hash());
    }

    @Test
    void anUnpluggedDeviceLetsGoOfItsCable() {
        NetRig net = NetRig.started();
        var port = net.wire.port;
        net.rig.slot.unplug();
        assertNull(net.wire.port);
        port.deliver(dev.cellvisor.net.Packet.of(plain(OWN, 60)), 0);
        net.rig.slot.plug(net.device);
        assertNotNull(net.wire.port);
        net.rig.driver.initialise(VirtioFeature.VIRTIO_F_EVENT_IDX);
        net.buffers(0, 2048).arrive(plain(BROADCAST, 60));
        assertNotNull(net.received());
        assertEquals(payload(46).length, net.received() == null ? 46 : 0);
    }
}

package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.BROADCAST;
import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.hex;
import static dev.cellvisor.net.Frames.offloaded;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.plain;
import static dev.cellvisor.net.Frames.tcp4;
import static dev.cellvisor.net.Frames.vlan;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_ERR;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_OK;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static dev.cellvisor.virtio.net.NetRig.join;
import static dev.cellvisor.virtio.net.NetRig.le;
import static dev.cellvisor.virtio.net.ReceiveFilter.ALLMULTI;
import static dev.cellvisor.virtio.net.ReceiveFilter.ALLUNI;
import static dev.cellvisor.virtio.net.ReceiveFilter.NOBCAST;
import static dev.cellvisor.virtio.net.ReceiveFilter.NOMULTI;
import static dev.cellvisor.virtio.net.ReceiveFilter.NOUNI;
import static dev.cellvisor.virtio.net.ReceiveFilter.PROMISC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.net.Gso;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.queue.ChainUsed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The control queue: filters, address, announcements, offloads. */
class NetControlTest {
    private static final String STRANGER = "52:54:00:99:99:99";
    private static final String GROUP = "01:00:5e:00:00:fb";
    private static final NetFeature[] FILTERS = {VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_RX_EXTRA, VIRTIO_NET_F_MAC,
        VIRTIO_NET_F_CTRL_MAC_ADDR};

    private static NetRig filters() {
        return NetRig.started(FILTERS).buffers(0, 512, 512, 512, 512, 512, 512, 512, 512, 512, 512, 512, 512);
    }

    private static boolean hears(NetRig net, byte[] frame) {
        net.arrive(frame);
        NetRig.Received received = net.received();
        if (received != null) {
            net.buffers(0, 512);
        }
        return received != null;
    }

    private static boolean hears(NetRig net, String to) {
        return hears(net, plain(to, 60));
    }

    private static void mode(NetRig net, int mode, boolean on) {
        assertEquals(VIRTIO_NET_OK, net.command(0, mode, (byte) (on ? 1 : 0)), "mode " + mode);
    }

    @Test
    @Rule("NETCTL-DEF-01")
    void everyCommandIsAnswered() {
        NetRig net = filters();
        assertEquals(VIRTIO_NET_ERR, net.command(77, 0), "no such class");
        assertEquals(VIRTIO_NET_ERR, net.command(0, 77, (byte) 1), "no such command");
        assertEquals(VIRTIO_NET_ERR, net.command(0, 0), "no data");
        assertEquals(VIRTIO_NET_ERR, net.queue(2).send(Buffer.readable((byte) 0), Buffer.writable(1)).lastByte(), "half a header");
        assertEquals(VIRTIO_NET_OK, net.queue(2).send(Buffer.readable((byte) 0), Buffer.readable((byte) 0, (byte) 1), Buffer.writable(1)).lastByte(),
                "cut anywhere");
        assertTrue(hears(net, STRANGER));
        assertEquals(VIRTIO_NET_OK, net.queue(2).send(Buffer.readable((byte) 0, (byte) 0, (byte) 0), Buffer.writable(1)).lastByte(), "in one piece");
        assertFalse(hears(net, STRANGER));
        var answered = net.queue(2).send(Buffer.readable((byte) 0, (byte) 0, (byte) 0), Buffer.writable(1));
        assertEquals(1, answered.length());
        assertEquals(0, net.queue(2).send(Buffer.readable((byte) 0, (byte) 0, (byte) 1)).length(), "no room for an answer: nothing done");
        assertFalse(hears(net, STRANGER));
        assertTrue(net.rig.violations().contains("NETCTL-DEF-01"));
    }

    @Test
    @Rule({"NETCTL-DEV-01", "NETCTL-DEV-02", "NETCTL-DEV-03", "NETCTL-DEV-04"})
    void promiscuousAndAllMulticast() {
        NetRig net = filters();
        mode(net, NOUNI, true);
        mode(net, NOBCAST, true);
        mode(net, NOMULTI, true);
        mode(net, PROMISC, true);
        assertTrue(hears(net, STRANGER) && hears(net, GROUP) && hears(net, BROADCAST) && hears(net, OWN));
        for (int mode : new int[] {NOUNI, NOBCAST, NOMULTI, PROMISC}) {
            mode(net, mode, false);
        }
        assertFalse(hears(net, STRANGER) || hears(net, GROUP));
        mode(net, ALLMULTI, true);
        assertTrue(hears(net, GROUP));
        assertFalse(hears(net, STRANGER));
        mode(net, ALLMULTI, false);
        assertFalse(hears(net, GROUP));
    }

    @Test
    @Rule({"NETCTL-DEV-07", "NETCTL-DEV-10"})
    void theExtraModesWinOverTheTablesToo() {
        NetRig net = filters();
        assertEquals(VIRTIO_NET_OK, net.command(1, 0, join(le(4, 1), hex(STRANGER), le(4, 1), hex(GROUP))));
        mode(net, NOUNI, true);
        assertFalse(hears(net, STRANGER) || hears(net, OWN));
        assertTrue(hears(net, GROUP));
        mode(net, NOUNI, false);
        mode(net, NOMULTI, true);
        assertFalse(hears(net, GROUP));
        assertTrue(hears(net, STRANGER) && hears(net, OWN));
    }

    @Test
    @Rule({"NETCTL-DEV-05", "NETCTL-DEV-06", "NETCTL-DEV-07", "NETCTL-DEV-08", "NETCTL-DEV-09", "NETCTL-DEV-10", "NETCTL-DEV-11", "NETCTL-DEV-12",
            "NETCTL-DEV-13"})
    void theExtraModes() {
        NetRig net = filters();
        mode(net, ALLUNI, true);
        assertTrue(hears(net, STRANGER));
        assertFalse(hears(net, GROUP));
        mode(net, NOUNI, true);
        assertFalse(hears(net, STRANGER) || hears(net, OWN), "NOUNI wins over ALLUNI");
        assertTrue(hears(net, BROADCAST));
        mode(net, NOUNI, false);
        mode(net, ALLMULTI, true);
        mode(net, NOMULTI, true);
        assertFalse(hears(net, GROUP), "NOMULTI wins over ALLMULTI");
        assertTrue(hears(net, BROADCAST), "and does not touch broadcasts");
        mode(net, NOMULTI, false);
        mode(net, NOBCAST, true);
        assertFalse(hears(net, BROADCAST), "NOBCAST wins over ALLMULTI");
        assertTrue(hears(net, GROUP));
        mode(net, NOBCAST, false);
        assertTrue(hears(net, BROADCAST));
    }

    @Test
    @Rule({"NETCTL-DRV-01", "NETCTL-DRV-02", "NETCTL-DRV-03"})
    void commandsWithoutTheirFeaturesAreRefused() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CTRL_VQ).buffers(0, 512);
        for (int mode = PROMISC; mode <= NOBCAST; mode++) {
            assertEquals(VIRTIO_NET_ERR, net.command(0, mode, (byte) 1));
        }
        assertEquals(VIRTIO_NET_ERR, net.command(1, 0, le(4, 0, 4, 0)));
        assertEquals(List.of("NETCTL-DRV-01", "NETCTL-DRV-01", "NETCTL-DRV-02", "NETCTL-DRV-02", "NETCTL-DRV-02", "NETCTL-DRV-02", "NETCTL-DRV-03"),
                net.rig.violations());
        assertTrue(hears(net, STRANGER), "nothing was changed, nothing is filtered");
        assertEquals(VIRTIO_NET_ERR, net.command(2, 0, le(2, 5)));
        assertEquals(VIRTIO_NET_ERR, net.command(3, 0));
        assertEquals(VIRTIO_NET_ERR, net.command(4, 0, le(2, 1)));
        assertEquals(VIRTIO_NET_ERR, net.command(5, 0, le(8, 0)));
    }

    @Test
    @Rule({"NETCTL-DEV-14", "NETCTL-DEV-15", "NETCTL-DEV-17"})
    void theMacTable() {
        NetRig net = filters();
        assertTrue(hears(net, OWN) && hears(net, BROADCAST));
        assertFalse(hears(net, STRANGER) || hears(net, GROUP), "it starts empty");
        List<Boolean> heardAtUse = new ArrayList<>();
        var listening = net.rig.trace.add((instruction, fact) -> {
            if (fact instanceof ChainUsed used && used.queue() == 2) {
                heardAtUse.add(net.device.filter().acceptsDestination(hex(STRANGER), 0));
            }
        });
        assertEquals(VIRTIO_NET_OK, net.command(1, 0, join(le(4, 1), hex(STRANGER), le(4, 1), hex(GROUP))));
        listening.close();
        assertEquals(List.of(true), heardAtUse, "in force when the command is used");
        assertTrue(hears(net, STRANGER) && hears(net, GROUP) && hears(net, OWN));
        assertFalse(hears(net, "52:54:00:99:99:98"));
        assertEquals(VIRTIO_NET_OK, net.command(1, 0, le(4, 0, 4, 0)));
        assertFalse(hears(net, STRANGER) || hears(net, GROUP));
        net.command(1, 0, join(le(4, 1), hex(STRANGER), le(4, 0)));
        net.rig.driver.initialise(FILTERS);
        net.buffers(0, 512, 512);
        assertFalse(hears(net, STRANGER), "a reset empties it");
    }

    @Test
    @Rule("NETCTL-DRV-05")
    void aTableThatIsSaidToBeLongerThanItIsIsRefused() {
        NetRig net = filters();
        assertEquals(VIRTIO_NET_ERR, net.command(1, 0, join(le(4, 2), hex(STRANGER), le(4, 0))));
        assertEquals(VIRTIO_NET_ERR, net.command(1, 0, join(le(4, 1), hex(STRANGER), le(4, 1))));
        assertEquals(VIRTIO_NET_ERR, net.command(1, 0, join(le(4, 1), hex(STRANGER))));
        assertEquals(VIRTIO_NET_ERR, net.command(1, 0, le(4, 0xffff_ffffL)));
        assertEquals(VIRTIO_NET_ERR, net.command(1, 0));
        assertEquals(List.of("NETCTL-DRV-05", "NETCTL-DRV-05", "NETCTL-DRV-05", "NETCTL-DRV-05", "NETCTL-DRV-05"), net.rig.violations());
        assertFalse(hears(net, STRANGER));
        assertTrue(hears(net, OWN));
    }

    @Test
    @Rule("NETCTL-DEV-16")
    void theAddressIsSetBeforeTheCommandIsUsed() {
        NetRig net = filters();
        List<Long> macAtUse = new ArrayList<>();
        net.rig.trace.add((instruction, fact) -> {
            if (fact instanceof ChainUsed used && used.queue() == 2) {
                macAtUse.add(net.device.config().get("mac"));
            }
        });
        assertEquals(VIRTIO_NET_OK, net.command(1, 1, hex(STRANGER)));
        assertEquals(List.of(NetOptions.parse(STRANGER)), macAtUse);
        assertEquals(NetOptions.parse(STRANGER), net.rig.driver.read("mac"));
        assertTrue(hears(net, STRANGER));
        assertFalse(hears(net, OWN));
        assertEquals(VIRTIO_NET_ERR, net.command(1, 1, (byte) 1, (byte) 2));
        net.rig.driver.initialise(FILTERS);
        assertEquals(NetOptions.parse(OWN), net.rig.driver.read("mac"));
        NetRig without = NetRig.started(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_MAC_ADDR).buffers(0, 512, 512);
        assertEquals(VIRTIO_NET_OK, without.command(1, 1, hex(STRANGER)));
        assertEquals(NetOptions.parse(OWN), without.rig.driver.read("mac"), "mac was not negotiated");
        assertTrue(hears(without, STRANGER), "but the filter follows");
    }

    @Test
    @Rule("NETCTL-DEV-21")
    void withoutItsFeatureEveryVlanIsHeard() {
        NetRig net = filters();
        assertTrue(hears(net, vlan(OWN, 1, 64)) && hears(net, vlan(OWN, 4094, 64)));
    }

    @Test
    @Rule({"NETCTL-DEF-02", "NETCTL-DEV-22", "NETCTL-DEV-23"})
    void theVlanTable() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_VLAN).buffers(0, 512, 512, 512, 512);
        assertFalse(hears(net, vlan(OWN, 0x102, 64)), "it starts empty");
        assertTrue(hears(net, OWN), "it is for tagged packets only");
        assertEquals(VIRTIO_NET_OK, net.command(2, 0, (byte) 0x02, (byte) 0x01), "le16");
        assertTrue(hears(net, vlan(OWN, 0x102, 64)));
        assertFalse(hears(net, vlan(OWN, 0x201, 64)));
        assertEquals(VIRTIO_NET_OK, net.command(2, 1, le(2, 0x102)));
        assertFalse(hears(net, vlan(OWN, 0x102, 64)));
        assertEquals(VIRTIO_NET_ERR, net.command(2, 0, le(2, 4096)));
        assertEquals(VIRTIO_NET_ERR, net.command(2, 0, (byte) 1));
        net.command(2, 0, le(2, 7));
        net.rig.driver.initialise(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_VLAN);
        net.buffers(0, 512);
        assertFalse(hears(net, vlan(OWN, 7, 64)), "a reset empties it");
    }

    @Test
    @Rule("NETCTL-DEV-25")
    void anAnnouncementIsAcknowledged() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_GUEST_ANNOUNCE, VIRTIO_NET_F_STATUS);
        net.rig.driver.acknowledge();
        net.device.announce();
        assertEquals(3, net.rig.driver.read("status"));
        assertEquals(2, net.rig.driver.acknowledge());
        List<Long> statusAtUse = new ArrayList<>();
        net.rig.trace.add((instruction, fact) -> {
            if (fact instanceof ChainUsed) {
                statusAtUse.add(net.device.config().get("status"));
            }
        });
        assertEquals(VIRTIO_NET_OK, net.command(3, 0));
        assertEquals(List.of(1L), statusAtUse);
        assertEquals(1, net.rig.driver.read("status"));
        NetRig without = NetRig.started(VIRTIO_NET_F_STATUS);
        without.device.announce();
        assertEquals(1, without.rig.driver.read("status"));
    }

    @Test
    @Rule({"NETCTL-DEF-03", "NETCTL-DRV-09"})
    void offloadsAreSwitched() {
        NetRig net = NetRig.started(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_GUEST_OFFLOADS, VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_TSO4,
                VIRTIO_NET_F_MRG_RXBUF);
        int[] room = new int[40];
        java.util.Arrays.fill(room, 1536);
        net.buffers(0, room);
        var packet = offloaded(tcp4(OWN, 1, 2, payload(2000)), Gso.TCPV4, 1000);
        assertEquals(1, net.arrive(packet).received().gsoType(), "negotiated ones start enabled");
        assertEquals(VIRTIO_NET_OK, net.command(5, 0, le(8, 1 << 1)));
        assertEquals(0, net.arrive(packet).received().gsoType(), "TSO off");
        assertEquals(2, net.received().flags(), "but checksums on");
        assertEquals(VIRTIO_NET_OK, net.command(5, 0, le(8, 0)));
        assertEquals(0, net.arrive(packet).received().flags());
        assertEquals(0, net.received().flags());
        assertEquals(VIRTIO_NET_ERR, net.command(5, 0, le(8, 1 << 1 | 1 << 8)), "TSO6 was not negotiated");
        assertEquals(VIRTIO_NET_ERR, net.command(5, 0, le(8, 1L << 46)));
        assertEquals(List.of("NETCTL-DRV-09", "NETCTL-DRV-09"), net.rig.violations());
        assertEquals(0, net.arrive(packet).received().flags(), "a refused command changes nothing");
        net.received();
        assertEquals(VIRTIO_NET_OK, net.command(5, 0, le(8, 1 << 1 | 1 << 7)));
        assertEquals(1, net.arrive(packet).received().gsoType());
        assertEquals(VIRTIO_NET_ERR, net.command(5, 0, le(4, 0)));
    }
}

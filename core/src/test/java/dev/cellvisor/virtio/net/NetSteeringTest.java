package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.hex;
import static dev.cellvisor.net.Frames.payload;
import static dev.cellvisor.net.Frames.plain;
import static dev.cellvisor.net.Frames.reply4;
import static dev.cellvisor.net.Frames.tcp4;
import static dev.cellvisor.net.Frames.udp4;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_ERR;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_OK;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static dev.cellvisor.virtio.net.NetRig.join;
import static dev.cellvisor.virtio.net.NetRig.le;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.VirtioFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Several queues: automatic steering and receive-side scaling. */
class NetSteeringTest {
    static final byte[] KEY = hex("6d5a56da255b0ec24167253d43a38fb0d0ca2bcbae7b30b477cb2da38030f20c6a42b73bbeac01fa");
    private static final int CONTROL = 8;
    private static final NetOptions FOUR = NetOptions.DEFAULT.pairs(4).hashing(true);

    private static NetRig multi() {
        return filled(NetRig.started(FOUR, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_MQ, VirtioFeature.VIRTIO_F_RING_RESET));
    }

    static NetRig scaling() {
        return filled(NetRig.started(FOUR, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_RSS, VirtioFeature.VIRTIO_F_RING_RESET));
    }

    private static NetRig filled(NetRig net) {
        for (int pair = 0; pair < 4; pair++) {
            net.buffers(2 * pair, room());
        }
        return net;
    }

    private static int[] room() {
        int[] sizes = new int[32];
        java.util.Arrays.fill(sizes, 512);
        return sizes;
    }

    private static void pairs(NetRig net, int pairs) {
        assertEquals(VIRTIO_NET_OK, net.command(CONTROL, 4, 0, le(2, pairs)));
    }

    /** On which pair a frame arrives, -1 for none. */
    private static int pairOf(NetRig net, byte[] frame) {
        net.arrive(frame);
        int found = -1;
        for (int pair = 0; pair < 4; pair++) {
            if (net.queue(2 * pair).size() > 0 && net.queue(2 * pair).completed() != null) {
                found = pair;
                net.buffers(2 * pair, 512);
            }
        }
        return found;
    }

    private static byte[] flow(int port) {
        return tcp4(OWN, port, 80, payload(20));
    }

    private static Set<Integer> pairsOfManyFlows(NetRig net) {
        Set<Integer> pairs = new TreeSet<>();
        for (int port = 1000; port < 1060; port++) {
            pairs.add(pairOf(net, flow(port)));
        }
        return pairs;
    }

    @Test
    @Rule({"NETMQ-DEV-06", "NETMQ-DEV-03", "NETMQ-DEV-07"})
    void queuesAreUsedAsManyAsAskedFor() {
        NetRig net = multi();
        assertEquals(Set.of(0), pairsOfManyFlows(net), "at first only receiveq1");
        pairs(net, 3);
        assertEquals(Set.of(0, 1, 2), pairsOfManyFlows(net));
        for (int port = 1000; port < 1020; port++) {
            assertEquals(pairOf(net, flow(port)), pairOf(net, flow(port)), "a flow stays on its queue");
        }
        pairs(net, 2);
        assertEquals(Set.of(0, 1), pairsOfManyFlows(net));
        pairs(net, 4);
        net.rig.driver.initialise(VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_MQ);
        filled(net);
        assertEquals(Set.of(0), pairsOfManyFlows(net), "after a reset too");
    }

    @Test
    @Rule("NETMQ-DEV-04")
    void aFlowComesInWhereItWentOut() {
        NetRig net = multi();
        pairs(net, 4);
        for (int port = 1; port <= 12; port++) {
            byte[] out = port % 3 == 0 ? udp4(PEER, port, 9, payload(20)) : tcp4(PEER, port, 9, payload(20));
            int pair = port * 5 % 4;
            net.transmit(2 * pair + 1, NetHeader.plain(), out);
            byte[] in = reply4(out);
            System.arraycopy(hex(OWN), 0, in, 0, 6);
            assertEquals(pair, pairOf(net, in), "flow " + port);
        }
        byte[] other = plain(PEER, 60);
        net.transmit(7, NetHeader.plain(), other);
        byte[] back = join(hex(PEER), hex(PEER), java.util.Arrays.copyOfRange(other, 12, 60));
        assertEquals(3, pairOf(net, back), "by addresses, where there is no IP");
    }

    @Test
    @Rule("NETMQ-DRV-05")
    void anImpossibleNumberOfPairsIsRefused() {
        NetRig net = multi();
        pairs(net, 2);
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 4, 0, le(2, 0)));
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 4, 0, le(2, 5)));
        assertEquals(List.of("NETMQ-DRV-05", "NETMQ-DRV-05"), net.rig.violations());
        assertEquals(Set.of(0, 1), pairsOfManyFlows(net));
    }

    @Test
    @Rule({"NETMQ-DRV-06", "NETMQ-DRV-07"})
    void transmittingOnQueuesThatAreNotInUseIsTold() {
        NetRig net = multi();
        net.transmit(3, NetHeader.plain(), plain(PEER, 60));
        pairs(net, 2);
        net.transmit(3, NetHeader.plain(), plain(PEER, 60));
        net.transmit(5, NetHeader.plain(), plain(PEER, 60));
        assertEquals(List.of("NETMQ-DRV-06", "NETMQ-DRV-07"), net.rig.violations());
        assertEquals(3, net.wire.sent.size());
    }

    @Test
    @Rule({"NETMQ-DEV-08", "NETMQ-DEV-09"})
    void aQueueThatIsResetIsPassedOver() {
        NetRig net = multi();
        pairs(net, 2);
        byte[] onSecond = null;
        for (int port = 1000; onSecond == null; port++) {
            onSecond = pairOf(net, flow(port)) == 1 ? flow(port) : null;
        }
        net.queue(2).reset();
        net.arrive(onSecond);
        assertNotNull(net.queue(0).completed(), "another queue takes it");
        net.queue(0).reset();
        long before = net.device.counts().receivedPackets();
        net.arrive(onSecond).arrive(flow(1));
        assertEquals(before, net.device.counts().receivedPackets());
        net.queue(0).allocate().enable();
        net.buffers(0, 512, 512);
        assertNull(net.queue(0).completed(), "what came meanwhile is lost");
        net.arrive(onSecond);
        assertNotNull(net.queue(0).completed());
    }

    // Receive-side scaling.

    static byte[] rss(int types, int mask, int unclassified, int[] table, int transmit, byte... key) {
        byte[] entries = new byte[0];
        for (int entry : table) {
            entries = join(entries, le(2, entry));
        }
        return join(le(4, types, 2, mask, 2, unclassified), entries, le(2, transmit, 1, key.length), key);
    }

    private static int configure(NetRig net, int types, int mask, int unclassified, int... table) {
        return net.command(CONTROL, 4, 1, rss(types, mask, unclassified, table, 4, KEY));
    }

    @Test
    @Rule({"NETRSS-DEV-01", "NETHASH-DEV-02"})
    void theHashAndTheTableDecide() {
        NetRig net = scaling();
        assertEquals(Set.of(0), pairsOfManyFlows(net), "at first only receiveq1");
        int[] table = {2, 0, 1, 2, 0, 0, 2, 1};
        assertEquals(VIRTIO_NET_OK, configure(net, 2, 7, 3, table));
        Set<Integer> seen = new TreeSet<>();
        for (int port = 1000; port < 1060; port++) {
            byte[] frame = flow(port);
            int hash = new dev.cellvisor.net.Toeplitz(KEY).hash(frame, 26, 4, 30, 4, 34, 4);
            int pair = pairOf(net, frame);
            assertEquals(table[hash & 7], pair, "port " + port);
            seen.add(pair);
        }
        assertEquals(Set.of(0, 1, 2), seen);
        assertEquals(3, pairOf(net, plain(OWN, 60)), "no hash: the unclassified queue");
        assertEquals(3, pairOf(net, udp4(OWN, 1, 2, payload(20))), "a type that is not enabled");
        assertEquals(VIRTIO_NET_OK, configure(net, 2, 0, 1, 1));
        assertEquals(Set.of(1), pairsOfManyFlows(net), "a table of one");
    }

    @Test
    @Rule("NETRSS-DEV-02")
    void aPacketForAQueueThatIsResetIsDropped() {
        NetRig net = scaling();
        assertEquals(VIRTIO_NET_OK, configure(net, 2, 0, 1, 2));
        assertEquals(2, pairOf(net, flow(5)));
        net.queue(4).reset();
        long lost = net.device.counts().lostPackets().getOrDefault("no receive queue", 0L);
        net.arrive(flow(5));
        for (int queue : new int[] {0, 2, 6}) {
            assertNull(net.queue(queue).completed());
        }
        assertEquals(lost + 1, net.device.counts().lostPackets().get("no receive queue"));
        assertEquals(1, pairOf(net, plain(OWN, 60)));
    }

    @Test
    @Rule({"NETRSS-DRV-01", "NETRSS-DRV-02", "NETRSS-DRV-03", "NETRSS-DRV-04", "NETRSS-DRV-05"})
    void wrongParametersAreRefused() {
        NetRig without = multi();
        assertEquals(VIRTIO_NET_ERR, configure(without, 2, 0, 0, 0));
        assertEquals(List.of("NETRSS-DRV-01"), without.rig.violations());
        NetRig net = scaling();
        assertEquals(VIRTIO_NET_ERR, configure(net, 2, 1, 0, 0, 4), "there are pairs 0 to 3");
        assertEquals(VIRTIO_NET_ERR, configure(net, 2, 1, 4, 0, 1), "unclassified_queue too");
        assertEquals(VIRTIO_NET_ERR, configure(net, 2, 2, 0, 0, 1, 2), "three entries");
        assertEquals(VIRTIO_NET_ERR, configure(net, 2, 255, 0, new int[256]), "more than 128");
        assertEquals(VIRTIO_NET_ERR, configure(net, 0x200, 0, 0, 0), "an unknown hash type");
        assertEquals(List.of("NETRSS-DRV-02", "NETRSS-DRV-02", "NETRSS-DRV-03", "NETRSS-DRV-04", "NETRSS-DRV-05"), net.rig.violations());
        net.queue(2).reset();
        assertEquals(VIRTIO_NET_ERR, configure(net, 2, 0, 0, 1), "a queue that is not enabled");
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 4, 1, le(4, 2, 2, 0)), "cut short");
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 4, 1, rss(2, 0, 0, new int[] {0}, 1, new byte[41])), "a key of 41 bytes");
        assertEquals(Set.of(0), pairsOfManyFlows(net), "nothing of it took effect");
        assertEquals(VIRTIO_NET_OK, configure(net, 2, 127, 0, new int[128]));
    }

    @Test
    void aLaterCommandForPairsEndsScaling() {
        NetRig net = filled(NetRig.started(FOUR, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_RSS, VIRTIO_NET_F_MQ));
        assertEquals(VIRTIO_NET_OK, configure(net, 2, 0, 0, 3));
        assertEquals(Set.of(3), pairsOfManyFlows(net));
        pairs(net, 2);
        assertEquals(Set.of(0, 1), pairsOfManyFlows(net));
        List<String> violations = new ArrayList<>(net.rig.violations());
        assertTrue(violations.isEmpty());
        assertArrayEquals(KEY, KEY.clone());
    }

    @Test
    @Rule("NETMQ-DRV-04")
    void pairsAreSetUpBeforeTheyAreEnabled() {
        NetRig net = multi();
        net.queue(5).reset();
        pairs(net, 2);
        assertEquals(List.of(), net.rig.violations());
        pairs(net, 4);
        assertEquals(List.of("NETMQ-DRV-04"), net.rig.violations());
    }
}

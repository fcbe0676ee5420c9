package dev.cellvisor.virtio.net;

import static dev.cellvisor.net.Frames.OWN;
import static dev.cellvisor.net.Frames.PEER;
import static dev.cellvisor.net.Frames.plain;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_ERR;
import static dev.cellvisor.virtio.net.ControlQueue.VIRTIO_NET_OK;
import static dev.cellvisor.virtio.net.NetFeature.*;
import static dev.cellvisor.virtio.net.NetRig.le;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.driver.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notification coalescing: packets against interrupts. */
class NetCoalescingTest {
    private static final FeatureBit[] FEATURES = {VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_NOTF_COAL, VIRTIO_NET_F_VQ_NOTF_COAL, VIRTIO_NET_F_MQ,
        VirtioFeature.VIRTIO_F_RING_RESET};
    private static final int CONTROL = 4;
    private static final int TX_SET = 0;
    private static final int RX_SET = 1;
    private static final int VQ_SET = 2;
    private static final int VQ_GET = 3;

    private static NetRig started() {
        int[] room = new int[60];
        java.util.Arrays.fill(room, 512);
        return NetRig.started(NetOptions.DEFAULT.pairs(2), FEATURES).buffers(0, room);
    }

    private static int all(NetRig net, int command, int packets, int micros) {
        return net.command(CONTROL, 6, command, le(4, packets, 4, micros));
    }

    private static int one(NetRig net, int queue, int packets, int micros) {
        return net.command(CONTROL, 6, VQ_SET, le(2, queue, 2, 0, 4, packets, 4, micros));
    }

    /** "packets/micros" of a queue, or "ERR". */
    private static String get(NetRig net, int queue) {
        var done = net.queue(CONTROL).send(Buffer.readable(NetRig.join(new byte[] {6, VQ_GET}, le(2, queue, 2, 0xffff))), Buffer.writable(9));
        ByteBuffer answer = ByteBuffer.wrap(done.answer(0)).order(ByteOrder.LITTLE_ENDIAN);
        return answer.get(8) == VIRTIO_NET_OK ? answer.getInt(0) + "/" + answer.getInt(4) : "ERR";
    }

    private static int interrupts(NetRig net) {
        return net.rig.driver.acknowledge() & 1;
    }

    @Test
    @Rule("NETCOAL-DEF-01")
    void anInterruptComesAfterSoManyPacketsOrSoMuchTime() {
        NetRig net = started();
        net.rig.driver.acknowledge();
        net.arrive(plain(OWN, 60));
        assertEquals(1, interrupts(net), "without coalescing every packet");
        assertEquals(VIRTIO_NET_OK, all(net, RX_SET, 4, 100));
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i <= 4; i++) {
                net.arrive(plain(OWN, 60));
                assertEquals(i == 4 ? 1 : 0, interrupts(net), "packet " + i);
            }
        }
        long start = net.rig.clock.ticks();
        net.arrive(plain(OWN, 60));
        net.rig.to(start + 3000);
        net.arrive(plain(OWN, 60));
        net.rig.to(start + 6249);
        assertEquals(0, interrupts(net));
        net.rig.to(start + 6250);
        assertEquals(1, interrupts(net), "100 microseconds, 6250 ticks, after the first of them");
        net.rig.to(start + 20_000);
        assertEquals(0, interrupts(net));
        assertEquals(VIRTIO_NET_OK, all(net, TX_SET, 2, 100));
        net.transmit(1, NetHeader.plain(), plain(PEER, 60));
        assertEquals(0, interrupts(net), "transmit queues count for themselves");
        net.arrive(plain(OWN, 60));
        assertEquals(0, interrupts(net));
        net.transmit(1, NetHeader.plain(), plain(PEER, 60));
        assertEquals(0, interrupts(net), "send() acknowledged the second one");
        for (int[] zero : new int[][] {{0, 100}, {5, 0}}) {
            all(net, RX_SET, zero[0], zero[1]);
            net.rig.driver.acknowledge();
            net.arrive(plain(OWN, 60));
            assertEquals(1, interrupts(net), "a 0 means every packet");
        }
    }

    @Test
    @Rule("NETCOAL-DEF-01")
    void newParametersAreJudgedAtOnce() {
        NetRig net = started();
        all(net, RX_SET, 10, 1000);
        net.rig.driver.acknowledge();
        for (int i = 0; i < 5; i++) {
            net.arrive(plain(OWN, 60));
        }
        assertEquals(0, interrupts(net));
        var before = net.rig.facts.size();
        all(net, RX_SET, 3, 1000);
        assertEquals(1, net.rig.facts.subList(before, net.rig.facts.size()).stream()
                .filter(fact -> fact.toString().contains("used buffer") && fact.toString().contains("queue 0")).count());
    }

    @Test
    @Rule("NETCOAL-DEV-01")
    void reservedIsIgnored() {
        NetRig net = started();
        assertEquals(VIRTIO_NET_OK, net.command(CONTROL, 6, VQ_SET, le(2, 0, 2, 0xbeef, 4, 7, 4, 9)));
        assertEquals("7/9", get(net, 0));
    }

    @Test
    @Rule({"NETCOAL-DEV-03", "NETCOAL-DEV-02", "NETCOAL-DEV-04", "NETCOAL-DRV-01", "NETCOAL-DRV-02", "NETCOAL-DRV-03"})
    void whatCannotBeSetIsRefused() {
        NetRig net = started();
        for (int queue : new int[] {CONTROL, 5, 77, 0xffff}) {
            assertEquals(VIRTIO_NET_ERR, one(net, queue, 1, 1), "queue " + queue);
            assertEquals("ERR", get(net, queue));
        }
        net.queue(2).reset();
        assertEquals(VIRTIO_NET_ERR, one(net, 2, 1, 1), "not enabled");
        assertEquals("ERR", get(net, 2));
        assertEquals(10, net.rig.violations().stream().filter("NETCOAL-DRV-01"::equals).count());
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 6, VQ_SET, le(2, 0, 2, 0, 4, 1)), "cut short");
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 6, VQ_GET, le(2, 0, 2, 0)), "no room for the values");
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 6, RX_SET, le(4, 1)));
        assertEquals(VIRTIO_NET_ERR, net.command(CONTROL, 6, 4, le(4, 1)));
        assertEquals("0/0", get(net, 0));

        NetRig without = NetRig.started(VIRTIO_NET_F_CTRL_VQ);
        assertEquals(VIRTIO_NET_ERR, without.command(2, 6, TX_SET, le(4, 1, 4, 1)));
        assertEquals(VIRTIO_NET_ERR, without.command(2, 6, VQ_SET, le(2, 0, 2, 0, 4, 1, 4, 1)));
        assertEquals(List.of("NETCOAL-DRV-02", "NETCOAL-DRV-03"), without.rig.violations());
    }

    @Test
    void theLastCommandForAQueueCounts() {
        NetRig net = started();
        all(net, RX_SET, 3, 4);
        assertEquals("3/4", get(net, 0));
        assertEquals("3/4", get(net, 2));
        assertEquals("0/0", get(net, 1));
        one(net, 0, 5, 6);
        assertEquals("5/6", get(net, 0));
        assertEquals("3/4", get(net, 2));
        one(net, 1, 7, 8);
        all(net, TX_SET, 9, 10);
        assertEquals("9/10", get(net, 1));
        assertEquals("9/10", get(net, 3));
    }

    private static void again(NetRig net, int queue) {
        net.queue(queue).reset();
        net.queue(queue).allocate().enable();
    }

    @Test
    @Rule({"NETCOAL-DEV-05", "NETCOAL-DEV-06"})
    void aQueueThatComesBackHasWhatWasSetForAll() {
        NetRig net = started();
        one(net, 1, 5, 6);
        one(net, 2, 7, 8);
        again(net, 1);
        again(net, 2);
        assertEquals("0/0", get(net, 1));
        assertEquals("0/0", get(net, 2));
        all(net, TX_SET, 11, 12);
        all(net, RX_SET, 13, 14);
        one(net, 1, 5, 6);
        one(net, 2, 7, 8);
        again(net, 1);
        again(net, 2);
        assertEquals("11/12", get(net, 1));
        assertEquals("13/14", get(net, 2));
    }

    @Test
    @Rule("NETCOAL-DEV-08")
    void whoWantsNoInterruptsGetsNone() {
        NetRig net = started();
        all(net, RX_SET, 2, 100);
        net.rig.driver.acknowledge();
        net.queue(0).availFlags(1);
        for (int i = 0; i < 6; i++) {
            net.arrive(plain(OWN, 60));
        }
        net.rig.to(net.rig.clock.ticks() + 10_000);
        assertEquals(0, interrupts(net));
    }

    @Test
    @Rule("NETCOAL-DEV-09")
    void aResetSetsAllToZero() {
        NetRig net = started();
        all(net, TX_SET, 11, 12);
        all(net, RX_SET, 13, 14);
        net.rig.driver.initialise(FEATURES);
        for (int queue = 0; queue < 4; queue++) {
            assertEquals("0/0", get(net, queue));
        }
        again(net, 0);
        again(net, 1);
        assertEquals("0/0", get(net, 0));
        assertEquals("0/0", get(net, 1));
    }
}

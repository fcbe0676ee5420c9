package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_EVENT_IDX;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_IN_ORDER;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_INDIRECT_DESC;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static dev.cellvisor.virtio.driver.DescriptorCursor.INDIRECT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.NEXT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.cellvisor.virtio.driver.Completion;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.driver.UsedElement;
import dev.cellvisor.virtio.queue.ChainUsed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VIRTIO_F_IN_ORDER in both ring formats: what goes back, in which order, and with how few elements. */
class InOrderTest {
    private static final boolean[] BOTH = {false, true};

    private static Rig started(VirtioDevice device, boolean packed, FeatureBit... more) {
        List<FeatureBit> features = new ArrayList<>(List.of(more));
        features.add(VIRTIO_F_IN_ORDER);
        if (packed) {
            features.add(VIRTIO_F_RING_PACKED);
        }
        return Rig.started(device.offer(VIRTIO_F_IN_ORDER, VIRTIO_F_RING_PACKED), features.toArray(FeatureBit[]::new));
    }

    private static int submit(DriverQueue queue, int ticks, char letter) {
        return queue.submit(readable((byte) ticks, (byte) letter), writable(2));
    }

    @Test
    @Rule({"RSVD-DEV-05", "INORD-DEF-01"})
    void whatCompletesEarlyWaitsForWhatCameBefore() {
        for (boolean packed : BOTH) {
            Rig rig = started(new Slow(16), packed);
            var queue = rig.driver.queue(0);
            int[] ticks = {30, 10, 20, 5, 40};
            int[] ids = new int[5];
            for (int i = 0; i < 5; i++) {
                ids[i] = submit(queue, ticks[i], (char) ('a' + i));
            }
            queue.kick();
            rig.to(29);
            assertNull(queue.completed(), "three are done, and the first is not");
            assertFalse(rig.line.asserted());
            rig.to(30);
            for (int i = 0; i < 4; i++) {
                Completion done = queue.completed();
                assertEquals(ids[i], done.used().id());
                assertEquals(2, done.length());
                assertArrayEquals(new byte[] {(byte) ticks[i], (byte) ('A' + i)}, done.answer(0));
            }
            assertNull(queue.completed());
            assertEquals(1, rig.driver.acknowledge(), "one notification for four");
            rig.to(40);
            assertEquals(ids[4], queue.completed().used().id());
            assertEquals(List.of(ids[0], ids[1], ids[2], ids[3], ids[4]), rig.facts(ChainUsed.class).stream().map(ChainUsed::head).toList());
            assertEquals(1, rig.driver.acknowledge());
            assertEquals(List.of(), rig.violations());
        }
    }

    @Test
    @Rule({"INORD-DEF-01", "INORD-DEF-02", "INORD-DEF-03"})
    void oneElementForABatchStandsWhereTheFirstWouldAndNamesTheLast() {
        Rig rig = started(new Upper(16), false);
        var queue = rig.driver.queue(0);
        int[] ids = new int[3];
        for (int i = 0; i < 3; i++) {
            ids[i] = queue.submit(readable((byte) ('a' + i)), writable(1));
        }
        long ring = queue.usedAddress() + 4;
        rig.memory.fill(ring, 8 * 16, 0xee);
        queue.notifyDevice();
        assertEquals(3, queue.usedIdx(), "the batch had three");
        assertEquals(ids[2], rig.memory.readInt(ring), "in the slot of the first");
        assertEquals(1, rig.memory.readInt(ring + 4));
        assertEquals(0xeeee_eeee, rig.memory.readInt(ring + 8), "no element for the others");
        for (int i = 0; i < 3; i++) {
            Completion done = queue.completed();
            assertEquals(ids[i], done.used().id());
            assertEquals('A' + i, done.lastByte(), "used completely");
        }
        // The next batch starts at the fourth slot.
        int next = queue.submit(readable((byte) 'x'), writable(1));
        queue.notifyDevice();
        assertEquals(next, rig.memory.readInt(ring + 24));
        assertEquals(4, queue.usedIdx());
    }

    @Test
    @Rule({"PACK-DEF-11", "INORD-DEF-03"})
    void aPackedBatchHasOneUsedDescriptorWhereTheFirstStood() {
        Rig rig = started(new Upper(16), true);
        var queue = rig.driver.queue(0);
        int[] ids = new int[3];
        for (int i = 0; i < 3; i++) {
            ids[i] = queue.submit(readable((byte) ('a' + i)), writable(1));
        }
        queue.notifyDevice();
        assertEquals(ids[2], queue.desc(0).id());
        assertEquals(new UsedElement(ids[2], 1, 3), queue.used());
        assertNull(queue.used());
        int next = queue.submit(readable((byte) 'x'), writable(1));
        queue.notifyDevice();
        assertEquals(next, queue.desc(6).id(), "the batch had six descriptors");
        assertEquals(next, queue.used().id());
    }

    @Test
    @Rule("INORD-DEF-03")
    void whatWasNotUsedCompletelyHasAnElementOfItsOwn() {
        for (boolean packed : BOTH) {
            Rig rig = started(new Upper(32), packed);
            var queue = rig.driver.queue(0);
            int[] room = {1, 5, 1, 1, 3, 1};
            for (int size : room) {
                queue.submit(readable((byte) 'a'), writable(size));
            }
            queue.notifyDevice();
            for (int size : room) {
                Completion done = queue.completed();
                assertEquals(1, done.length(), "room for " + size + ", packed " + packed);
            }
            assertNull(queue.completed());
        }
    }

    @Test
    @Rule({"DESC-DEF-02", "RSVD-DEV-05"})
    void descriptorsAreUsedInRingOrderAcrossTheEndOfTheTable() {
        for (boolean packed : BOTH) {
            for (boolean indirect : BOTH) {
                Rig rig = started(new Upper(8), packed, VIRTIO_F_INDIRECT_DESC, VIRTIO_F_EVENT_IDX);
                var queue = rig.driver.queue(0);
                for (int i = 0; i < 50; i++) {
                    queue.indirect(indirect && i % 3 == 0);
                    Completion done = queue.send(readable((byte) 'a'), readable((byte) 'b'), writable(2));
                    assertArrayEquals(new byte[] {'A', 'B'}, done.answer(0));
                }
                assertEquals(List.of(), rig.violations());
            }
        }
    }

    @Test
    @Rule({"DESC-DRV-02", "DESC-DEF-02"})
    void aChainThatJumpsIsToldAndServed() {
        Rig rig = started(new Upper(8), false);
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, (byte) 'a');
        queue.desc(0).address(Rig.SPARE).length(1).flags(NEXT).next(3);
        queue.desc(3).address(Rig.SPARE + 1).length(1).flags(WRITE);
        queue.offer(0).notifyDevice();
        assertEquals(List.of("DESC-DRV-02"), rig.violations());
        assertEquals('A', rig.memory.readByte(Rig.SPARE + 1));
        assertEquals(new UsedElement(0, 1), queue.used());
        queue.desc(6).address(Rig.SPARE).length(1).flags(0);
        queue.offer(6).notifyDevice();
        assertEquals(List.of("DESC-DRV-02", "DESC-DEF-02"), rig.violations(), "the table goes on at 4");
        assertEquals(new UsedElement(6, 0), queue.used());
        assertFalse(rig.needsReset());
    }

    @Test
    @Rule("IND-DRV-05")
    void anIndirectTableThatJumpsIsToldAndServed() {
        Rig rig = started(new Upper(8), false, VIRTIO_F_INDIRECT_DESC);
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, (byte) 'a');
        long table = Rig.SPARE + 0x1000;
        rig.driver.descriptorAt(table).address(Rig.SPARE).length(1).flags(NEXT).next(2);
        rig.driver.descriptorAt(table + 32).address(Rig.SPARE + 1).length(1).flags(WRITE);
        queue.desc(0).address(table).length(48).flags(INDIRECT);
        queue.offer(0).notifyDevice();
        assertEquals(List.of("IND-DRV-05"), rig.violations());
        assertEquals('A', rig.memory.readByte(Rig.SPARE + 1));
        assertEquals(new UsedElement(0, 1), queue.used());
    }

    @Test
    void whatIsHeldBackIsPartOfTheSavedState() {
        for (boolean packed : BOTH) {
            Rig rig = started(new Slow(8), packed);
            var queue = rig.driver.queue(0);
            submit(queue, 20, 'a');
            submit(queue, 10, 'b');
            submit(queue, 30, 'c');
            queue.kick();
            rig.to(15);
            var saved = rig.slot.save();
            rig.slot.restore(saved);
            assertEquals(saved, rig.slot.save());
            rig.to(20);
            assertArrayEquals(new byte[] {20, 'A'}, queue.completed().answer(0));
            assertArrayEquals(new byte[] {10, 'B'}, queue.completed().answer(0));
            assertNull(queue.completed());
            rig.to(30);
            assertArrayEquals(new byte[] {30, 'C'}, queue.completed().answer(0));
        }
    }

    @Test
    @Rule({"FRAM-DRV-01", "PACK-DRV-08"})
    void aRefusedChainKeepsItsPlaceInTheOrder() {
        for (boolean packed : BOTH) {
            Rig rig = started(new Slow(8), packed);
            var queue = rig.driver.queue(0);
            int first = submit(queue, 10, 'a');
            int refused = queue.submit(writable(2), readable((byte) 1));
            int last = submit(queue, 1, 'b');
            queue.kick();
            rig.to(5);
            assertNull(queue.completed());
            rig.to(10);
            assertEquals(first, queue.completed().used().id());
            Completion none = queue.completed();
            assertEquals(refused, none.used().id());
            assertEquals(0, none.length());
            assertEquals(last, queue.completed().used().id());
        }
    }
}

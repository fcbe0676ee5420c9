package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_ANY_LAYOUT;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_EVENT_IDX;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_INDIRECT_DESC;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_IN_ORDER;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_NOTIFICATION_DATA;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static dev.cellvisor.virtio.driver.DescriptorCursor.INDIRECT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.NEXT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.driver.Completion;
import dev.cellvisor.virtio.driver.UsedElement;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.SplitLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of the split ring that show only in the order of single writes, in the bytes, or after a long run. */
class SplitRulesTest {

    /** Where and how much the device writes to guest memory, in order. */
    private static List<long[]> writes(Rig rig, Runnable what) {
        List<long[]> writes = new ArrayList<>();
        rig.memory.onWrite((address, size) -> writes.add(new long[] {address, size}));
        what.run();
        rig.memory.onWrite(null);
        return writes;
    }

    private static int last(List<long[]> writes, long address) {
        int found = -1;
        for (int i = 0; i < writes.size(); i++) {
            found = address >= writes.get(i)[0] && address < writes.get(i)[0] + writes.get(i)[1] ? i : found;
        }
        assertTrue(found >= 0, "0x%x was not written".formatted(address));
        return found;
    }

    @Test
    @Rule({"USED-DEV-01", "USED-DEV-02"})
    void dataAndElementStandBeforeTheUsedIndexMoves() {
        Rig rig = Rig.started(new Upper(8));
        var queue = rig.driver.queue(0);
        queue.submit(readable((byte) 'a', (byte) 'b'), writable(1), writable(5));
        long first = queue.desc(1).address();
        long second = queue.desc(2).address();
        List<long[]> writes = writes(rig, queue::notifyDevice);
        long element = queue.usedAddress() + SplitLayout.RING_FIRST;
        int idx = 0;
        while (writes.get(idx)[0] != queue.usedAddress() + SplitLayout.RING_IDX) {
            idx++;
        }
        for (long place : new long[] {first, second, element, element + 3, element + 4, element + 7}) {
            assertTrue(last(writes, place) < idx, "0x%x is written after the idx".formatted(place));
        }
        assertEquals(new UsedElement(0, 2), queue.used());
    }

    @Test
    @Rule("USED-DEV-02")
    void theUsedLengthCountsOnlyBytesWithoutAGap() {
        /** Writes its first byte and its last. */
        final class Gap extends VirtioDevice {
            Gap() {
                super("gap", 63, 8);
            }

            @Override
            protected void handle(int queue, DescriptorChain chain) {
                chain.writer().writeByte(1);
                chain.writer().seek(chain.writableBytes() - 1);
                chain.writer().writeByte(2);
            }
        }
        Rig rig = Rig.started(new Gap());
        Completion done = rig.driver.queue(0).send(writable(3), writable(3));
        assertEquals(1, done.length());
        assertEquals(2, done.lastByte());
        assertEquals(2, rig.driver.queue(0).receive(2).length());
    }

    @Test
    @Rule({"ANSUP-DEV-05", "NOTF-DEF-04", "NOTF-DEF-01"})
    void aNotificationForNothingDoesNothing() {
        for (boolean eventIdx : new boolean[] {false, true}) {
            Rig rig = eventIdx ? Rig.started(new Upper(8), VIRTIO_F_EVENT_IDX) : Rig.started(new Upper(8));
            var queue = rig.driver.queue(0);
            for (int i = 0; i < 10; i++) {
                queue.notifyDevice().notifyDevice();
                assertEquals(i, queue.usedIdx());
                assertEquals(0, rig.driver.interruptStatus());
                assertEquals('A', queue.send(readable((byte) 'a'), writable(1)).lastByte());
            }
            assertEquals(10, rig.line.rises());
            assertEquals(List.of(), rig.violations());
        }
    }

    @Test
    @Rule({"NOTF-DEF-02", "NOTF-DEF-03", "NOTF-DEF-04"})
    void aNotificationCarriesThe16BitsOfTheAvailableIndex() {
        Rig rig = Rig.started(new Upper(4).offer(VIRTIO_F_NOTIFICATION_DATA), VIRTIO_F_NOTIFICATION_DATA);
        var queue = rig.driver.queue(0);
        queue.desc(0).address(Rig.SPARE).length(1).flags(0);
        for (int i = 0; i < 70_000; i++) {
            queue.offer(0).notifyDevice();
            assertEquals(0, queue.used().id());
        }
        assertEquals(70_000 - 65_536, queue.usedIdx(), "bit 15 of the idx is no part of an offset");
        queue.notifyDevice();
        assertEquals(List.of(), rig.violations());
        queue.notifyDevice(queue.availIdx() + 1);
        queue.notifyDevice(queue.availIdx() ^ 0x8000);
        assertEquals(List.of("NOTF-DEF-03", "NOTF-DEF-03"), rig.violations());
        assertNull(queue.used());
        assertFalse(rig.needsReset());
    }

    @Test
    @Rule({"SPLIT-DEV-01", "SPLIT-DEV-02"})
    void aLegacyQueueIsOneBlockInLittleEndian() {
        for (int size : new int[] {1, 2, 64, 256, 1024}) {
            for (int align : new int[] {4, 64, 4096, 8192}) {
                Rig rig = Rig.of(new Upper(1024).legacy());
                rig.driver.begin();
                long block = Rig.RAM + 0x10_0000;
                rig.driver.write("GuestPageSize", 4096).write("QueueSel", 0).write("QueueSize", size).write("QueueAlign", align)
                        .write("QueuePFN", block / 4096);
                rig.driver.set(StatusBit.DRIVER_OK);
                // Everything byte by byte: one descriptor that the device writes nothing to, its head, its index.
                long avail = block + 16 * size;
                long used = avail + 2 * (3 + size);
                used += (align - used % align) % align;
                rig.memory.write(block, (byte) 0, (byte) 0, (byte) 0, (byte) 0x40, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 0);
                rig.memory.write(avail + 2, (byte) 1, (byte) 0);
                rig.driver.write("QueueNotify", 0);
                assertArrayEquals(new byte[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, rig.memory.read(used, 12), "size " + size + " alignment " + align);
                assertEquals(List.of(), rig.violations());
            }
        }
    }

    @Test
    @Rule({"FRAM-DEF-01", "FRAM-DEV-01"})
    void throughTheLegacyInterfaceFramingDoesNotMatterEither() {
        for (boolean anyLayout : new boolean[] {true, false}) {
            Rig rig = Rig.of(new dev.cellvisor.virtio.block.BlockDevice(dev.cellvisor.virtio.block.MemoryBackend.ofSize(1 << 20)).legacy());
            rig.driver.begin();
            assertTrue(rig.driver.offered().has(VIRTIO_F_ANY_LAYOUT), "it says so");
            rig.driver.accept(anyLayout ? Features.of(VIRTIO_F_ANY_LAYOUT) : Features.NONE);
            var queue = rig.driver.queue(0).allocate().enable();
            rig.driver.set(StatusBit.DRIVER_OK);
            byte[] header = dev.cellvisor.virtio.block.BlockRequest.header(1, 0x203);
            byte[] half = java.util.Arrays.copyOf(header, 9);
            byte[] rest = java.util.Arrays.copyOfRange(header, 9, 16);
            byte[] sector = new byte[512];
            java.util.Arrays.fill(sector, (byte) 7);
            Completion done = queue.send(readable(half), readable(rest), readable(java.util.Arrays.copyOf(sector, 100)), readable(java.util.Arrays.copyOf(sector, 412)), writable(1));
            assertEquals(0, done.lastByte());
            // Header and data in one descriptor, data and status in one.
            Completion read = queue.send(readable(dev.cellvisor.virtio.block.BlockRequest.header(0, 0x203)), writable(513));
            assertEquals(0, read.lastByte());
            assertEquals(7, read.answer(0)[511]);
        }
    }

    @Test
    @Rule("VQ-DEF-01")
    void aDeviceHasAtMost65536Queues() {
        int[] sizes = new int[65537];
        java.util.Arrays.fill(sizes, 1);
        assertThrows(IllegalArgumentException.class, () -> new VirtioDevice("many", 63, sizes) {
            @Override
            protected void handle(int queue, DescriptorChain chain) {
            }
        });
    }

    @Test
    @Rule({"IND-DEF-01", "IND-DEV-02", "IND-DRV-03"})
    void aTableMayBeLongerThanItsChainAndTheChainCountsDirectAndIndirectTogether() {
        Rig rig = Rig.started(new Upper(4), VIRTIO_F_INDIRECT_DESC);
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, (byte) 'a');
        long table = Rig.SPARE + 0x1000;
        // Twenty places, of which the chain uses the first and the last.
        rig.driver.descriptorAt(table).address(Rig.SPARE).length(1).flags(NEXT).next(19);
        rig.driver.descriptorAt(table + 19 * 16).address(Rig.SPARE + 1).length(1).flags(WRITE);
        queue.desc(0).address(table).length(20 * 16).flags(INDIRECT);
        queue.offer(0).notifyDevice();
        assertEquals(new UsedElement(0, 1), queue.used());
        assertEquals(List.of(), rig.violations());
        // Three direct and two in the table are five, one more than the queue has.
        for (int i = 0; i < 3; i++) {
            queue.desc(i).address(Rig.SPARE).length(1).flags(NEXT).next(i + 1);
        }
        queue.desc(3).address(table).length(20 * 16).flags(INDIRECT);
        queue.offer(0).notifyDevice();
        assertEquals(List.of("IND-DRV-03"), rig.violations());
    }

    @Test
    @Rule("RSVD-DEV-05")
    void withoutInOrderChainsGoBackAsTheyCompleteAndWithItAsTheyCame() {
        for (boolean inOrder : new boolean[] {false, true}) {
            VirtioDevice slow = new Slow(8).offer(VIRTIO_F_IN_ORDER);
            Rig rig = inOrder ? Rig.started(slow, VIRTIO_F_IN_ORDER) : Rig.started(slow);
            var queue = rig.driver.queue(0);
            int late = queue.submit(readable((byte) 20), writable(1));
            int early = queue.submit(readable((byte) 10), writable(1));
            queue.kick();
            rig.to(20);
            assertEquals(inOrder ? late : early, queue.completed().used().id());
            assertEquals(inOrder ? early : late, queue.completed().used().id());
        }
    }
}

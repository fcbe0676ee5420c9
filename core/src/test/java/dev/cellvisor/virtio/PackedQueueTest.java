package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_INDIRECT_DESC;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_RESET;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static dev.cellvisor.virtio.driver.DescriptorCursor.AVAIL;
import static dev.cellvisor.virtio.driver.DescriptorCursor.INDIRECT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.NEXT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.USED;
import static dev.cellvisor.virtio.driver.DescriptorCursor.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.Completion;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.driver.UsedElement;
import dev.cellvisor.virtio.queue.ChainAvailable;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.PackedLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packed ring from the driver's side: what it must do. The device gives text back in upper case. */
class PackedQueueTest {

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Rig started(VirtioDevice device, FeatureBit... features) {
        FeatureBit[] all = Arrays.copyOf(features, features.length + 1);
        all[features.length] = VIRTIO_F_RING_PACKED;
        Rig rig = Rig.started(device.offer(VIRTIO_F_RING_PACKED), all);
        assertTrue(rig.driver.queue(0).isPacked());
        return rig;
    }

    /** A request of one readable and one writable buffer at the driver's place in the ring, not made available. */
    private static void place(Rig rig, DriverQueue queue, String text, int room, int id) {
        int at = queue.nextAvail();
        rig.memory.write(Rig.SPARE, bytes(text));
        queue.desc(at).address(Rig.SPARE).length(text.length()).id(id ^ 0x5a5a).flags(queue.desc(at).flags() & (AVAIL | USED) | NEXT);
        at = (at + 1) % queue.size();
        queue.desc(at).address(Rig.SPARE + 0x100).length(room).id(id).flags(queue.desc(at).flags() & (AVAIL | USED) | WRITE);
    }

    @Test
    @Rule({"PACK-DEF-03", "PACK-DEF-04", "PACK-DEF-05", "PACK-DEF-06", "PACK-DEF-07", "PACK-DEF-08", "VQ-DEF-02", "VQ-DEF-03"})
    void aRequestByHand() {
        Rig rig = started(new Upper(8));
        var queue = rig.driver.queue(0);
        place(rig, queue, "hello", 16, 77);
        queue.expose(2);
        assertEquals(NEXT | AVAIL, queue.desc(0).flags());
        assertEquals(WRITE | AVAIL, queue.desc(1).flags());
        queue.notifyDevice();

        assertEquals("HELLO", text(rig.memory.read(Rig.SPARE + 0x100, 5)));
        assertEquals(77, queue.desc(0).id(), "the buffer ID is the last descriptor's");
        assertEquals(5, queue.desc(0).length());
        assertEquals(WRITE | AVAIL | USED, queue.desc(0).flags(), "something was written; both counters are 1");
        assertEquals(WRITE | AVAIL, queue.desc(1).flags(), "one used descriptor for the list");
        assertTrue(rig.line.asserted());
        assertEquals(new UsedElement(77, 5), queue.used());
        assertNull(queue.used());

        place(rig, queue, "you", 16, 78);
        queue.expose(2).notifyDevice();
        assertEquals(78, queue.desc(2).id(), "the list before had two descriptors");
        assertEquals(new UsedElement(78, 3), queue.used());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"PACK-DEF-05", "PACK-DEF-06"})
    void whatIsOnlyReadHasNoWriteFlag() {
        Rig rig = started(new Upper(4));
        var queue = rig.driver.queue(0);
        queue.submit(readable(bytes("abc")));
        queue.notifyDevice();
        assertEquals(AVAIL | USED, queue.desc(0).flags());
        assertEquals(0, queue.completed().length());
        queue.submit(readable(), writable(9));
        queue.notifyDevice();
        assertEquals(AVAIL | USED, queue.desc(1).flags(), "there was room, and nothing was written");
    }

    @Test
    @Rule({"PACK-DEF-03", "PACK-DEV-06", "NOTF-DEF-04", "ANSUP-DEV-05"})
    void onlyTheRightPairOfFlagsMakesADescriptorAvailable() {
        Rig rig = started(new Upper(3));
        var queue = rig.driver.queue(0);
        for (int lap = 0; lap < 4; lap++) {
            int right = lap % 2 == 0 ? AVAIL : USED;
            for (int slot = 0; slot < 3; slot++) {
                assertEquals(slot, queue.nextAvail());
                assertEquals(lap % 2 == 0, queue.availWrap());
                queue.desc(slot).address(Rig.SPARE).length(1).id(5);
                for (int wrong : new int[] {0, AVAIL | USED, right ^ (AVAIL | USED)}) {
                    queue.desc(slot).flags(wrong);
                    queue.notifyDevice().notifyDevice();
                    assertEquals(wrong, queue.desc(slot).flags(), "lap " + lap + " descriptor " + slot + " is not available");
                }
                queue.expose(1).notifyDevice();
                assertEquals(lap % 2 == 0 ? AVAIL | USED : 0, queue.desc(slot).flags());
                assertEquals(new UsedElement(5, 0), queue.used());
            }
        }
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"PACK-DEF-01", "PACK-DEF-02", "PACK-DEF-08"})
    void everySizeFrom1To32768WorksOverManyLaps() {
        for (int size : new int[] {1, 2, 3, 5, 7, 100, 255, 256, 257, 20000, 32767, 32768}) {
            Rig rig = Rig.of(new Upper(PackedLayout.MAX_SIZE).offer(VIRTIO_F_RING_PACKED));
            rig.driver.begin();
            rig.driver.negotiate(VIRTIO_F_RING_PACKED, VIRTIO_F_INDIRECT_DESC);
            assertEquals(32768, rig.driver.queue(0).maxSize());
            var queue = rig.driver.queue(0).size(size).allocate().enable();
            rig.driver.set(StatusBit.DRIVER_OK);
            if (size == 1) {
                // The longest chain has one descriptor: the device may read, or write, but not both; a table may hold one as well.
                for (int i = 0; i < 5; i++) {
                    assertEquals(0, queue.send(readable(bytes("x"))).length());
                    assertEquals(0, queue.indirect(true).send(writable(1)).length());
                }
                continue;
            }
            for (int i = 0; i < Math.min(5 * size, 1000); i++) {
                assertEquals("AB", text(queue.send(readable(bytes("ab")), writable(2)).answer(0)), "size " + size);
            }
            Buffer[] buffers = new Buffer[Math.min(size, 4096)];
            Arrays.fill(buffers, 0, buffers.length / 2, readable(bytes("z")));
            Arrays.fill(buffers, buffers.length / 2, buffers.length, writable(1));
            for (int i = 0; i < 3; i++) {
                assertEquals(buffers.length / 2, queue.send(buffers).length());
            }
            assertEquals(List.of(), rig.violations());
        }
    }

    @Test
    @Rule({"PACK-DEF-01", "MMIO-DEF-13"})
    void theRingAndBothEventStructuresMayEndWithTheLastByteOfRam() {
        long end = Rig.RAM + Rig.RAM_BYTES;
        int size = 5;
        Rig rig = Rig.of(new Upper(8).offer(VIRTIO_F_RING_PACKED));
        long[][] places = {
            {end - 16 * size, Rig.SPARE, Rig.SPARE + 0x1000},
            {Rig.SPARE, end - 4, Rig.SPARE + 0x1000},
            {Rig.SPARE, Rig.SPARE + 0x1000, end - 4}};
        for (int beyond : new int[] {0, 16}) {
            for (int part = 0; part < 3; part++) {
                rig.driver.begin();
                rig.driver.negotiate(VIRTIO_F_RING_PACKED);
                long[] place = places[part].clone();
                for (long address : place) {
                    rig.memory.fill(address, Math.min(0x1000, end - address), 0);
                }
                place[part] += beyond;
                rig.driver.heap(new dev.cellvisor.virtio.driver.GuestHeap(rig.memory, Rig.RAM + 0x10000, 0x10000));
                var queue = rig.driver.queue(0).size(size).at(place[0], place[1], place[2]).enable();
                rig.driver.set(StatusBit.DRIVER_OK);
                assertEquals(beyond > 0, rig.needsReset());
                if (beyond == 0) {
                    assertEquals("A", text(queue.send(readable((byte) 'a'), writable(1)).answer(0)));
                }
            }
        }
        assertEquals(List.of("PACK-DEF-01", "PACK-DEF-01", "PACK-DEF-01"), rig.violations());
    }

    @Test
    @Rule({"VQ-DEF-03", "SPLIT-DEF-01"})
    void onlyWhereItIsNegotiatedTheRingIsPackedAndOfAnySize() {
        Rig rig = Rig.of(new Upper(12).offer(VIRTIO_F_RING_PACKED));
        rig.driver.begin();
        rig.driver.negotiate();
        assertEquals(8, rig.driver.queue(0).maxSize(), "a split queue has a power of two");
        rig.driver.queue(0).size(8).allocate().enable();
        rig.driver.set(StatusBit.DRIVER_OK);
        assertEquals("A", text(rig.driver.queue(0).send(readable((byte) 'a'), writable(1)).answer(0)));
        assertEquals(1, rig.driver.queue(0).usedIdx());

        rig.driver.begin();
        rig.driver.negotiate(VIRTIO_F_RING_PACKED);
        assertEquals(12, rig.driver.queue(0).maxSize());
        rig.driver.queue(0).size(12).allocate().enable();
        rig.driver.set(StatusBit.DRIVER_OK);
        assertEquals("B", text(rig.driver.queue(0).send(readable((byte) 'b'), writable(1)).answer(0)));
        assertEquals(List.of(), rig.violations());

        rig.driver.begin();
        rig.driver.negotiate();
        rig.driver.write("QueueSize", 12);
        rig.driver.write("QueueSize", 3);
        assertEquals(List.of("MMIO-DRV-14", "MMIO-DRV-14"), rig.violations(), "split again");
    }

    @Test
    void aQueueMadeReadyTooEarlyGetsItsFormatAtTheStart() {
        Rig rig = Rig.of(new Upper(8).offer(VIRTIO_F_RING_PACKED));
        rig.driver.begin();
        rig.driver.accept(Features.of(VIRTIO_F_RING_PACKED, VirtioFeature.VIRTIO_F_VERSION_1));
        var queue = rig.driver.queue(0).size(8).allocate().enable();
        rig.driver.set(StatusBit.FEATURES_OK);
        rig.driver.set(StatusBit.DRIVER_OK);
        assertEquals(List.of("INIT-DRV-01"), rig.violations());
        assertEquals("A", text(queue.send(readable((byte) 'a'), writable(1)).answer(0)));
    }

    @Test
    @Rule({"PACK-DEV-01", "PACK-DEV-02", "RSVD-DEV-05"})
    void chainsStartInRingOrderAndGoBackAsTheyComplete() {
        Rig rig = started(new Slow(7));
        var queue = rig.driver.queue(0);
        int[] ids = new int[3];
        int[] ticks = {30, 10, 20};
        for (int i = 0; i < 3; i++) {
            ids[i] = queue.submit(readable((byte) ticks[i], (byte) ('a' + i)), writable(2));
        }
        queue.kick();
        assertEquals(List.of(ids[0], ids[1], ids[2]), rig.facts(ChainAvailable.class).stream().map(ChainAvailable::head).toList());
        for (int expected : new int[] {1, 2, 0}) {
            rig.toNextEvent();
            Completion done = queue.completed();
            assertEquals(ids[expected], done.used().id());
            assertArrayEquals(new byte[] {(byte) ticks[expected], (byte) ('A' + expected)}, done.answer(0));
        }
        assertEquals(ids[1], queue.desc(0).id(), "the one that was ready first stands first");
        assertEquals(ids[2], queue.desc(2).id());
        assertEquals(ids[0], queue.desc(4).id());
        // Without latency a chain is done before the next is looked at.
        Rig quick = started(new Upper(9));
        for (int i = 0; i < 3; i++) {
            ids[i] = quick.driver.queue(0).submit(readable((byte) ('a' + i)), writable(1));
        }
        quick.driver.queue(0).kick();
        assertEquals(List.of(ids[0], ids[1], ids[2]), quick.facts(dev.cellvisor.virtio.queue.ChainUsed.class).stream().map(fact -> fact.head()).toList());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"PACK-DEF-08", "PACK-DEV-02"})
    void aChainThatIsStillOutSurvivesThatItsDescriptorsAreUsedAgain() {
        Rig rig = started(new Slow(4), VIRTIO_F_INDIRECT_DESC);
        var queue = rig.driver.queue(0);
        int late = queue.submit(readable((byte) 100, (byte) 'x'), writable(2));
        int lateTable = queue.indirect(true).submit(readable((byte) 101, (byte) 'y'), writable(2));
        queue.kick();
        // One descriptor is left: each of these goes once around, over the descriptors of those that wait.
        for (int i = 0; i < 13; i++) {
            queue.submit(readable((byte) 1, (byte) ('a' + i)), writable(2));
            queue.kick();
            rig.to(rig.events.nextTick());
            assertArrayEquals(new byte[] {1, (byte) ('A' + i)}, queue.completed().answer(0));
        }
        rig.to(100);
        Completion done = queue.completed();
        assertEquals(late, done.used().id());
        assertArrayEquals(new byte[] {100, 'X'}, done.answer(0));
        rig.to(101);
        assertEquals(lateTable, queue.completed().used().id());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    void whatIsWithTheDeviceIsPartOfTheSavedState() {
        Rig rig = started(new Slow(5));
        var queue = rig.driver.queue(0);
        queue.submit(readable((byte) 50, (byte) 'p'), writable(2));
        queue.submit(readable((byte) 5, (byte) 'q'), writable(2));
        queue.kick();
        rig.toNextEvent();
        assertArrayEquals(new byte[] {5, 'Q'}, queue.completed().answer(0));
        queue.submit(readable((byte) 20, (byte) 'r'));
        queue.kick();
        var saved = rig.slot.save();
        assertEquals(saved, rig.slot.save(), "saving changes nothing");
        rig.slot.restore(saved);
        assertEquals(saved, rig.slot.save());
        rig.toNextEvent();
        assertEquals(0, queue.completed().length());
        rig.toNextEvent();
        assertArrayEquals(new byte[] {50, 'P'}, queue.completed().answer(0));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"PACK-DEF-09", "PACK-DEF-10"})
    void inAnIndirectTableOnlyWriteCounts() {
        Rig rig = started(new Upper(8), VIRTIO_F_INDIRECT_DESC);
        var queue = rig.driver.queue(0);
        queue.indirect(true);
        assertEquals("HELLO", text(queue.send(readable(bytes("hel")), readable(bytes("lo")), writable(5)).answer(0)));
        assertEquals(List.of(), rig.violations());

        long table = Rig.SPARE + 0x1000;
        rig.memory.write(Rig.SPARE, bytes("abcdef"));
        rig.driver.descriptorAt(table).address(Rig.SPARE).length(2).id(9).flags(AVAIL | USED | INDIRECT);
        rig.driver.descriptorAt(table + 16).address(Rig.SPARE + 2).length(4).id(10).flags(0);
        rig.driver.descriptorAt(table + 32).address(Rig.SPARE + 0x100).length(6).id(11).flags(WRITE | NEXT | USED);
        queue.desc(1).address(table).length(48).id(3).flags(INDIRECT | WRITE);
        queue.expose(1).notifyDevice();
        assertEquals(new UsedElement(3, 6), queue.used());
        assertEquals("ABCDEF", text(rig.memory.read(Rig.SPARE + 0x100, 6)));
        assertEquals(List.of("PACK-DRV-13"), rig.violations(), "told, and ignored");
        assertFalse(rig.needsReset());
    }

    @Test
    @Rule({"PACK-DEV-04", "PACK-DEV-05", "PACK-DEV-08", "FRAM-DEV-01"})
    void theDeviceFollowsTheListInOrderAndWritesOnlyWhereItMay() {
        Rig rig = started(new Upper(8));
        var queue = rig.driver.queue(0);
        long[] sources = new long[3];
        queue.submit(readable(bytes("ab")), readable(bytes("c")), readable(bytes("de")), writable(2), writable(4));
        for (int i = 0; i < 3; i++) {
            sources[i] = queue.desc(i).address();
        }
        rig.memory.write(queue.desc(3).address(), (byte) 'x', (byte) 'y');
        queue.notifyDevice();
        Completion done = queue.completed();
        assertEquals(5, done.length());
        assertEquals("AB", text(done.answer(0)), "what stood there did not matter");
        assertEquals("CDE\0", text(done.answer(1)));
        assertEquals("ab", text(rig.memory.read(sources[0], 2)));
        assertEquals("c", text(rig.memory.read(sources[1], 1)));
        assertEquals("de", text(rig.memory.read(sources[2], 2)));
    }

    /** What the device writes to the ring, in order: {descriptor, offset in it, bytes, AVAIL and USED just before}. */
    private static List<List<Integer>> writesToTheRing(Rig rig, DriverQueue queue, Runnable what) {
        List<List<Integer>> writes = new ArrayList<>();
        long start = queue.descAddress();
        rig.memory.onWrite((address, size) -> {
            if (address >= start && address < start + PackedLayout.descSizeBytes(queue.size())) {
                writes.add(List.of((int) (address - start) / 16, (int) (address - start) % 16, (int) size,
                        queue.desc((int) (address - start) / 16).flags() & (AVAIL | USED)));
            }
        });
        what.run();
        rig.memory.onWrite(null);
        return writes;
    }

    @Test
    @Rule("PACK-DEV-07")
    void aUsedDescriptorIsWrittenInOneStoreAndNotTouchedAfter() {
        Rig rig = started(new Upper(8));
        var queue = rig.driver.queue(0);
        for (int i = 0; i < 3; i++) {
            queue.submit(readable((byte) 'a'), writable(1));
        }
        List<List<Integer>> writes = writesToTheRing(rig, queue, queue::notifyDevice);
        for (int descriptor = 0; descriptor < 8; descriptor++) {
            int wanted = descriptor;
            List<List<Integer>> own = writes.stream().filter(write -> write.get(0) == wanted).toList();
            if (descriptor == 0 || descriptor == 2 || descriptor == 4) {
                assertEquals(List.of(List.of(descriptor, PackedLayout.DESC_LEN, 8, AVAIL)), own, "len, id and flags, while it was not yet the driver's");
            } else {
                assertEquals(List.of(), own, "no used descriptor belongs there");
            }
        }
    }

    /** Takes all buffers of a queue for one answer, as a network device does for a long packet. */
    private static final class Together extends VirtioDevice {
        Together() {
            super("together", 63, 8);
        }

        @Override
        protected void notified(int index) {
            var queue = queue(index);
            int[] heads = new int[8];
            long[] written = new long[8];
            int count = 0;
            for (DescriptorChain chain = queue.poll(); chain != null; chain = queue.poll()) {
                chain.writer().writeByte('0' + count);
                written[count] = chain.writer().written();
                heads[count++] = chain.head();
            }
            completeTogether(index, heads, written, count);
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            throw new AssertionError("not asked for");
        }
    }

    @Test
    @Rule("PACK-DEF-12")
    void ofSeveralBuffersForOneRequestTheFirstIsMarkedUsedLast() {
        Rig rig = started(new Together());
        var queue = rig.driver.queue(0);
        for (int i = 0; i < 3; i++) {
            queue.submit(writable(4));
        }
        List<Integer> marked = writesToTheRing(rig, queue, queue::notifyDevice).stream().map(List::getFirst).toList();
        assertEquals(List.of(1, 2, 0), marked, "a driver that sees the first sees all");
        for (int i = 0; i < 3; i++) {
            assertEquals('0' + i, queue.completed().answer(0)[0]);
        }
        assertEquals(1, rig.line.rises());
    }

    @Test
    @Rule({"RRST-DEV-01", "RRST-DEV-03", "RRST-DEV-04"})
    void aQueueThatWasResetStartsAnewWithBothCountersAt1() {
        Rig rig = started(new Slow(5), VIRTIO_F_RING_RESET);
        var queue = rig.driver.queue(0);
        for (int i = 0; i < 3; i++) {
            queue.submit(readable((byte) 0, (byte) 'a'), writable(2));
            queue.kick();
            queue.completed();
        }
        queue.submit(readable((byte) 10, (byte) 'b'), writable(2));
        queue.kick();
        assertFalse(queue.availWrap());
        byte[] ring = rig.memory.read(queue.descAddress(), 5 * 16);
        queue.reset();
        rig.toNextEvent();
        assertEquals(0, rig.driver.read("QueueReset"), "what was in flight is gone");
        assertArrayEquals(ring, rig.memory.read(queue.descAddress(), 5 * 16));
        queue.size(3).allocate().enable();
        assertTrue(queue.availWrap());
        queue.submit(readable((byte) 0, (byte) 'c'), writable(2));
        queue.kick();
        assertArrayEquals(new byte[] {0, 'C'}, queue.completed().answer(0));
        assertEquals(0xc080 & (AVAIL | USED), queue.desc(0).flags() & (AVAIL | USED));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    void anyBufferIdWillDo() {
        Rig rig = started(new Slow(4));
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, (byte) 5);
        for (int id : new int[] {65535, 4, 1024}) {
            queue.desc(queue.nextAvail()).address(Rig.SPARE).length(1).id(id).flags(0);
            queue.expose(1);
        }
        queue.notifyDevice();
        rig.toNextEvent();
        assertEquals(List.of(65535L, 4L, 1024L), queue.allUsed().stream().map(UsedElement::id).toList());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    void aViewShowsWhoseEachDescriptorIs() {
        Rig rig = started(new Slow(6), VIRTIO_F_INDIRECT_DESC);
        var queue = rig.driver.queue(0);
        queue.submit(readable((byte) 0, (byte) 'a'), writable(2));
        queue.kick();
        queue.indirect(true).submit(readable((byte) 9, (byte) 'b'), writable(2));
        queue.kick();
        queue.indirect(false).submit(readable((byte) 0), writable(1));
        var view = (dev.cellvisor.virtio.transport.PackedQueueView) rig.slot.queue(0);
        assertTrue(view.descriptors().get(0).used());
        assertEquals(dev.cellvisor.virtio.transport.QueueView.Holder.DEVICE, view.descriptors().get(2).holder());
        assertEquals(dev.cellvisor.virtio.transport.QueueView.Holder.AVAILABLE, view.descriptors().get(4).holder());
        assertEquals(-1, view.descriptors().get(5).head());
        assertEquals(1, view.tables().size());
        String text = view.toString();
        assertTrue(text.contains("device takes 3 next, wrap counter 1; uses 2 next, wrap counter 1"), text);
        assertTrue(text.contains("A1 U1"), text);
        assertTrue(text.contains("driver event suppression"), text);
    }
}

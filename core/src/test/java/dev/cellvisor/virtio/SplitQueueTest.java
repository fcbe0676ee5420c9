package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_EVENT_IDX;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_INDIRECT_DESC;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static dev.cellvisor.virtio.driver.DescriptorCursor.INDIRECT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.NEXT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.Completion;
import dev.cellvisor.virtio.driver.UsedElement;
import dev.cellvisor.virtio.queue.ChainUsed;
import dev.cellvisor.virtio.queue.SplitLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The split ring from the driver's side: what it must do, and what it must survive. The device gives text back in upper case. */
class SplitQueueTest {

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    @Rule({"USED-DEF-01", "AVAIL-DEF-01", "VQ-DEF-02", "UNSUP-DEV-03"})
    void aRequestByHand() {
        Rig rig = Rig.started(new Upper(8));
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, bytes("hello"));
        queue.desc(3).address(Rig.SPARE).length(5).flags(NEXT).next(6);
        queue.desc(6).address(Rig.SPARE + 0x100).length(16).flags(WRITE);
        queue.offer(3).notifyDevice();

        assertEquals(new UsedElement(3, 5), queue.used());
        assertEquals("HELLO", text(rig.memory.read(Rig.SPARE + 0x100, 5)));
        assertTrue(rig.line.asserted());
        assertEquals(1, rig.driver.acknowledge());
        assertFalse(rig.line.asserted());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"FRAM-DEV-01", "USED-DEV-02"})
    void framingDoesNotMatter() {
        String text = "the quick brown fox";
        for (int cut = 1; cut <= text.length(); cut++) {
            Rig rig = Rig.started(new Upper(64));
            List<Buffer> buffers = new ArrayList<>();
            for (int at = 0; at < text.length(); at += cut) {
                buffers.add(readable(bytes(text.substring(at, Math.min(text.length(), at + cut)))));
            }
            for (int i = 0; i < text.length(); i += 3) {
                buffers.add(writable(3));
            }
            Completion done = rig.driver.queue(0).send(buffers.toArray(Buffer[]::new));
            assertEquals(text.length(), done.length());
            var answer = new StringBuilder();
            done.answers().forEach(part -> answer.append(text(part)));
            assertEquals(text.toUpperCase(), answer.substring(0, text.length()), "cut into pieces of " + cut);
        }
    }

    @Test
    @Rule({"SPLIT-DEF-01", "DESC-DEF-01"})
    void everySizeFrom1To32768Works() {
        for (int size = 1; size <= SplitLayout.MAX_SIZE; size *= 2) {
            Rig rig = Rig.of(new Upper(SplitLayout.MAX_SIZE));
            rig.driver.begin();
            rig.driver.negotiate(VIRTIO_F_INDIRECT_DESC);
            var queue = rig.driver.queue(0).size(size).allocate().enable();
            rig.driver.set(StatusBit.DRIVER_OK);
            if (size == 1) {
                // The longest chain has one descriptor: the device may read, or write, but not both.
                assertEquals(0, queue.send(readable(bytes("x"))).length());
                assertEquals(0, queue.send(writable(1)).length());
                continue;
            }
            for (int i = 0; i < 3; i++) {
                assertEquals("AB", text(queue.send(readable(bytes("ab")), writable(2)).answer(0)), "size " + size);
            }
            // The longest chain allowed: every descriptor of the table in one request.
            int longest = Math.min(size, 4096);
            Buffer[] buffers = new Buffer[longest];
            java.util.Arrays.fill(buffers, 0, longest / 2, readable(bytes("z")));
            java.util.Arrays.fill(buffers, longest / 2, longest, writable(1));
            assertEquals(longest / 2, queue.send(buffers).length());
            assertEquals(List.of(), rig.violations());
        }
    }

    @Test
    @Rule({"AVAIL-DEF-01", "USED-DEF-01", "UNSUP-DEV-05"})
    void indicesWrapAt65536() {
        for (boolean eventIdx : new boolean[] {false, true}) {
            Rig rig = eventIdx ? Rig.started(new Upper(256), VIRTIO_F_EVENT_IDX) : Rig.started(new Upper(256));
            var queue = rig.driver.queue(0);
            // Batches of 100 put the wrap in the middle of one.
            for (int batch = 1; batch <= 660; batch++) {
                rig.facts.clear();
                long mark = rig.driver.heap().mark();
                int before = queue.availIdx();
                for (int i = 0; i < 100; i++) {
                    queue.submit(readable((byte) ('a' + i % 26)), writable(1));
                }
                assertTrue(queue.kick(before));
                for (int i = 0; i < 100; i++) {
                    assertEquals('A' + i % 26, queue.completed().lastByte());
                }
                assertEquals(1, rig.driver.acknowledge());
                assertEquals(batch, rig.line.rises(), "one interrupt per batch");
                rig.driver.heap().free(mark);
            }
            assertEquals(66000 - 65536, queue.usedIdx());
            assertEquals(66000 - 65536, rig.facts(ChainUsed.class).getLast().usedIdx());
            assertEquals(66000 - 65536, queue.availIdx());
        }
    }

    @Test
    @Rule("UNSUP-DEV-03")
    void manyChainsOneNotification() {
        Rig rig = Rig.started(new Upper(16));
        var queue = rig.driver.queue(0);
        for (int i = 0; i < 8; i++) {
            queue.submit(readable((byte) ('a' + i)), writable(1));
        }
        queue.notifyDevice();
        var answer = new StringBuilder();
        for (Completion done = queue.completed(); done != null; done = queue.completed()) {
            answer.append(text(done.answer(0)));
        }
        assertEquals("ABCDEFGH", answer.toString());
        assertEquals(1, rig.line.rises());
    }

    @Test
    @Rule({"SPLIT-DEF-02", "MMIO-DEF-13"})
    void ringsMayEndWithTheLastByteOfRam() {
        long end = Rig.RAM + Rig.RAM_BYTES;
        int size = 8;
        Rig rig = Rig.of(new Upper(8));
        // Without EVENT_IDX neither ring has its last field.
        long[][] places = {
            {end - SplitLayout.descSizeBytes(size), Rig.SPARE, Rig.SPARE + 0x1000},
            {Rig.SPARE, end - SplitLayout.availSizeBytes(size, false), Rig.SPARE + 0x1000},
            {Rig.SPARE, Rig.SPARE + 0x1000, end - SplitLayout.usedSizeBytes(size, false)}};
        for (long[] place : places) {
            rig.driver.begin();
            rig.driver.negotiate();
            for (long part : place) {
                rig.memory.fill(part, Math.min(0x1000, end - part), 0);
            }
            rig.driver.queue(0).size(size).at(place[0], place[1], place[2]).enable();
            rig.driver.set(StatusBit.DRIVER_OK);
            rig.driver.heap(new dev.cellvisor.virtio.driver.GuestHeap(rig.memory, Rig.RAM + 0x10000, 0x10000));
            assertEquals("A", text(rig.driver.queue(0).send(readable((byte) 'a'), writable(1)).answer(0)));
        }
        assertFalse(rig.needsReset());
        assertTrue(rig.violations().stream().allMatch("SPLIT-DRV-01"::equals), "alignment at most: " + rig.violations());
        // One byte further and the device refuses.
        rig.driver.begin();
        rig.driver.negotiate(VIRTIO_F_EVENT_IDX);
        rig.driver.queue(0).size(size).at(Rig.SPARE, Rig.SPARE + 0x1000, end - SplitLayout.usedSizeBytes(size, false)).enable();
        assertTrue(rig.needsReset(), "avail_event would be outside RAM");
    }

    @Test
    @Rule("SPLIT-DRV-01")
    void misalignedPartsAreToldAndTolerated() {
        Rig rig = Rig.of(new Upper(8));
        rig.driver.begin();
        rig.driver.negotiate();
        var queue = rig.driver.queue(0).size(8).at(Rig.SPARE + 1, Rig.SPARE + 0x1001, Rig.SPARE + 0x2001).enable();
        rig.driver.set(StatusBit.DRIVER_OK);
        assertEquals(List.of("SPLIT-DRV-01"), rig.violations());
        assertEquals("A", text(queue.send(readable((byte) 'a'), writable(1)).answer(0)));
    }

    @Test
    @Rule({"DESC-DEV-01", "DESC-DEV-02", "DESC-DEV-04"})
    void theDeviceWritesNoTableAndNoReadableBuffer() {
        Rig rig = Rig.started(new Upper(8));
        var queue = rig.driver.queue(0);
        queue.submit(readable(bytes("abc")), writable(2), writable(4));
        long table = queue.descAddress();
        long source = queue.desc(0).address();
        byte[] before = rig.memory.read(table, 128);
        rig.memory.write(queue.desc(1).address(), (byte) 'x', (byte) 'y');
        queue.notifyDevice();
        assertArrayEquals(before, rig.memory.read(table, 128));
        assertEquals("abc", text(rig.memory.read(source, 3)));
        assertEquals(new UsedElement(0, 3), queue.used());
        assertEquals("AB", text(rig.memory.read(queue.desc(1).address(), 2)), "what stood in the writable buffer did not matter");
    }

    @Test
    @Rule({"IND-DEV-01", "IND-DEV-02", "IND-DEF-01"})
    void indirectTablesAloneAndBehindDirectDescriptorsInAnyOrder() {
        Rig rig = Rig.started(new Upper(8), VIRTIO_F_INDIRECT_DESC);
        var queue = rig.driver.queue(0);
        queue.indirect(true);
        assertEquals("HELLO", text(queue.send(readable(bytes("hel")), readable(bytes("lo")), writable(5)).answer(0)));
        queue.indirect(false);

        // One direct descriptor, then a table whose chain runs 0 → 2 → 1, with WRITE on the descriptor that refers to it.
        rig.memory.write(Rig.SPARE, bytes("abcdef"));
        long table = Rig.SPARE + 0x1000;
        rig.driver.descriptorAt(table).address(Rig.SPARE + 2).length(2).flags(NEXT).next(2);
        rig.driver.descriptorAt(table + 32).address(Rig.SPARE + 4).length(2).flags(NEXT).next(1);
        rig.driver.descriptorAt(table + 16).address(Rig.SPARE + 0x100).length(6).flags(WRITE).next(77);
        queue.desc(4).address(Rig.SPARE).length(2).flags(NEXT).next(5);
        queue.desc(5).address(table).length(48).flags(INDIRECT | WRITE);
        queue.offer(4).notifyDevice();
        assertEquals(new UsedElement(4, 6), queue.used());
        assertEquals("ABCDEF", text(rig.memory.read(Rig.SPARE + 0x100, 6)));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule("IND-DRV-03")
    void throughAnIndirectTableAChainMayBeAsLongAsTheQueue() {
        Rig rig = Rig.started(new Upper(8), VIRTIO_F_INDIRECT_DESC);
        Buffer[] buffers = new Buffer[8];
        java.util.Arrays.fill(buffers, 0, 4, readable((byte) 'q'));
        java.util.Arrays.fill(buffers, 4, 8, writable(1));
        assertEquals(4, rig.driver.queue(0).indirect(true).send(buffers).length());
        assertEquals(List.of(), rig.violations(), "the descriptor that refers to the table is not counted");
    }

    @Test
    void aBufferMayRunFromOneRamSlotIntoTheNext() {
        Rig rig = Rig.started(new Upper(8));
        long border = Rig.RAM + Rig.RAM_BYTES;
        rig.memory.add("more", border, 4096);
        rig.memory.write(border - 2, bytes("ab"));
        rig.memory.write(border, bytes("cd"));
        var queue = rig.driver.queue(0);
        queue.desc(0).address(border - 2).length(4).flags(NEXT).next(1);
        queue.desc(1).address(Rig.SPARE).length(4).flags(WRITE);
        queue.offer(0).notifyDevice();
        assertEquals("ABCD", text(rig.memory.read(Rig.SPARE, 4)));
    }

    @Test
    void anEmptyBufferIsNoBuffer() {
        Rig rig = Rig.started(new Upper(8));
        var queue = rig.driver.queue(0);
        assertEquals("A", text(queue.send(readable(), readable((byte) 'a'), writable(0), writable(1)).answer(1)));
        queue.desc(0).address(-1).length(0).flags(0);
        queue.offer(0).notifyDevice();
        assertEquals(new UsedElement(0, 0), queue.used());
        assertFalse(rig.needsReset(), "an empty buffer touches no memory, wherever it claims to be");
    }

    @Test
    void aViewShowsTheIndirectTableOfAChainUnderWay() {
        Rig rig = Rig.started(new Upper(8), VIRTIO_F_INDIRECT_DESC);
        rig.driver.queue(0).indirect(true).submit(readable(bytes("hello")), writable(7));
        var view = rig.slot.queue(0);
        assertEquals(1, view.tables().size());
        assertEquals(List.of(5L, 7L), view.tables().getFirst().rows().stream().map(row -> row.length()).toList());
        assertTrue(view.toString().contains("indirect table of descriptor 0"), view.toString());
        rig.driver.queue(0).notifyDevice();
        assertEquals(List.of(), rig.slot.queue(0).tables(), "after that it is the driver's again");
    }

    // What a driver must not do. The device must tell, must not hang, and must not touch what it should not.

    private void breaks(String rule, Consumer<Rig> mischief) {
        Rig rig = Rig.started(new Upper(8), VIRTIO_F_INDIRECT_DESC);
        breaks(rule, rig, mischief);
    }

    private void breaks(String rule, Rig rig, Consumer<Rig> mischief) {
        mischief.accept(rig);
        rig.driver.queue(0).notifyDevice();
        assertEquals(List.of(rule), rig.violations());
        assertTrue(rig.needsReset(), rule);
        assertEquals(0, rig.driver.queue(0).usedIdx(), "nothing was used");
        assertEquals(2, rig.driver.acknowledge(), "told by a configuration change notification");
        rig.driver.queue(0).notifyDevice();
        assertEquals(List.of(rule), rig.violations(), "after that the device keeps still");
        rig.driver.initialise();
        assertEquals("OK", text(rig.driver.queue(0).send(readable(bytes("ok")), writable(2)).answer(0)), "and a reset helps");
    }

    @Test
    @Rule({"DESC-DRV-01", "DESC-DEF-01"})
    void aLoop() {
        breaks("DESC-DRV-01", rig -> {
            var queue = rig.driver.queue(0);
            queue.desc(0).address(Rig.SPARE).length(1).flags(NEXT).next(1);
            queue.desc(1).address(Rig.SPARE).length(1).flags(NEXT).next(0);
            queue.offer(0);
        });
        breaks("DESC-DRV-01", rig -> {
            rig.driver.queue(0).desc(0).address(Rig.SPARE).length(1).flags(NEXT).next(0);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("DESC-DEF-01")
    void aDescriptorBeyondTheTable() {
        breaks("DESC-DEF-01", rig -> {
            rig.driver.queue(0).desc(0).address(Rig.SPARE).length(1).flags(NEXT).next(8);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("AVAIL-DEF-01")
    void aHeadBeyondTheTable() {
        breaks("AVAIL-DEF-01", rig -> rig.driver.queue(0).offer(8));
        breaks("AVAIL-DEF-01", rig -> rig.driver.queue(0).offer(65535));
    }

    @Test
    @Rule("AVAIL-DRV-01")
    void anAvailableIndexThatJumpsOrGoesBack() {
        breaks("AVAIL-DRV-01", rig -> rig.driver.queue(0).availIdx(9));
        breaks("AVAIL-DRV-01", rig -> rig.driver.queue(0).availIdx(-1));
    }

    @Test
    @Rule("RSVD-DRV-05")
    void buffersOutsideRam() {
        long end = Rig.RAM + Rig.RAM_BYTES;
        long[][] wild = {{0, 1}, {end, 1}, {end - 1, 2}, {Rig.RAM - 1, 2}, {-1, 1}, {Long.MAX_VALUE, 0xffff_ffffL}, {Rig.RAM, 0xffff_ffffL}, {Rig.BASE, 4}};
        for (long[] buffer : wild) {
            for (int flags : new int[] {0, WRITE}) {
                breaks("RSVD-DRV-05", rig -> {
                    rig.driver.queue(0).desc(0).address(buffer[0]).length(buffer[1]).flags(flags);
                    rig.driver.queue(0).offer(0);
                });
            }
        }
        breaks("RSVD-DRV-05", rig -> {
            rig.driver.queue(0).desc(0).address(end - 8).length(16).flags(INDIRECT);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("CLEAN-DRV-01")
    void aChainMadeAvailableTwice() {
        Rig rig = Rig.started(new Upper(8).latencyTicks(10));
        rig.driver.queue(0).desc(0).address(Rig.SPARE).length(1).flags(WRITE);
        rig.driver.queue(0).offer(0, 0).notifyDevice();
        assertEquals(List.of("CLEAN-DRV-01"), rig.violations());
        assertTrue(rig.needsReset());
    }

    @Test
    @Rule("IND-DRV-01")
    void indirectWithoutTheFeature() {
        breaks("IND-DRV-01", Rig.started(new Upper(8)), rig -> {
            rig.driver.queue(0).desc(0).address(Rig.SPARE).length(16).flags(INDIRECT);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("IND-DRV-02")
    void indirectInsideIndirect() {
        breaks("IND-DRV-02", rig -> {
            rig.driver.descriptorAt(Rig.SPARE).address(Rig.SPARE).length(16).flags(INDIRECT);
            rig.driver.queue(0).desc(0).address(Rig.SPARE).length(16).flags(INDIRECT);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("IND-DRV-03")
    void anIndirectChainLongerThanTheQueue() {
        breaks("IND-DRV-03", rig -> {
            for (int i = 0; i < 9; i++) {
                rig.driver.descriptorAt(Rig.SPARE + 16L * i).address(Rig.SPARE + 0x1000).length(1).flags(i < 8 ? NEXT : 0).next(i + 1);
            }
            rig.driver.queue(0).desc(0).address(Rig.SPARE).length(9 * 16).flags(INDIRECT);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("IND-DRV-04")
    void indirectAndNextTogether() {
        breaks("IND-DRV-04", rig -> {
            rig.driver.queue(0).desc(0).address(Rig.SPARE).length(16).flags(INDIRECT | NEXT).next(1);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("IND-DEF-01")
    void anIndirectTableOfOddLengthOrWithAJumpOut() {
        for (int length : new int[] {0, 1, 15, 17, 40}) {
            breaks("IND-DEF-01", rig -> {
                rig.driver.queue(0).desc(0).address(Rig.SPARE).length(length).flags(INDIRECT);
                rig.driver.queue(0).offer(0);
            });
        }
        breaks("IND-DEF-01", rig -> {
            rig.driver.descriptorAt(Rig.SPARE).address(Rig.SPARE + 0x100).length(1).flags(NEXT).next(2);
            rig.driver.queue(0).desc(0).address(Rig.SPARE).length(32).flags(INDIRECT);
            rig.driver.queue(0).offer(0);
        });
    }

    @Test
    @Rule("FRAM-DRV-01")
    void aReadableBufferBehindAWritableOneFailsOnlyItsChain() {
        Rig rig = Rig.started(new Upper(8));
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, bytes("abc"));
        queue.desc(0).address(Rig.SPARE + 0x100).length(3).flags(WRITE | NEXT).next(1);
        queue.desc(1).address(Rig.SPARE).length(3).flags(0);
        queue.offer(0).notifyDevice();
        assertEquals(new UsedElement(0, 0), queue.used());
        assertArrayEquals(new byte[3], rig.memory.read(Rig.SPARE + 0x100, 3));
        assertEquals(List.of("FRAM-DRV-01"), rig.violations());
        assertFalse(rig.needsReset());
        assertEquals("OK", text(queue.send(readable(bytes("ok")), writable(2)).answer(0)), "the ring goes on");
    }

    @Test
    @Rule("DESC-DRV-01")
    void moreThan4GiBInOneChain() {
        Rig rig = Rig.of(new Upper(1024));
        rig.driver.begin();
        rig.driver.negotiate();
        var queue = rig.driver.queue(0).size(1024).allocate().enable();
        rig.driver.set(StatusBit.DRIVER_OK);
        for (int i = 0; i < 600; i++) {
            queue.desc(i).address(Rig.RAM).length(Rig.RAM_BYTES).flags(i < 599 ? NEXT : 0).next(i + 1);
        }
        queue.offer(0).notifyDevice();
        assertEquals(List.of("DESC-DRV-01"), rig.violations());
        assertEquals(new UsedElement(0, 0), queue.used(), "it goes back with nothing done");
        assertFalse(rig.needsReset());
        queue.desc(0).length(1).flags(0);
        queue.offer(0).notifyDevice();
        assertEquals(new UsedElement(0, 0), queue.used(), "the ring goes on");
    }
}

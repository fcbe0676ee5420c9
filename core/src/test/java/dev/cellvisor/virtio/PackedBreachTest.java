package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_INDIRECT_DESC;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_NOTIFICATION_DATA;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static dev.cellvisor.virtio.driver.DescriptorCursor.INDIRECT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.NEXT;
import static dev.cellvisor.virtio.driver.DescriptorCursor.USED;
import static dev.cellvisor.virtio.driver.DescriptorCursor.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.driver.UsedElement;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a driver of a packed ring must not do. The device must tell, must not hang, and must not touch what it should not. */
class PackedBreachTest {
    private static final int SIZE = 5;

    private static void breaks(String rule, Consumer<Rig> mischief) {
        breaks(rule, PackedQueueTest.started(new Upper(SIZE), VIRTIO_F_INDIRECT_DESC), mischief);
    }

    private static void breaks(String rule, Rig rig, Consumer<Rig> mischief) {
        mischief.accept(rig);
        var queue = rig.driver.queue(0);
        queue.notifyDevice();
        assertEquals(List.of(rule), rig.violations());
        assertTrue(rig.needsReset(), rule);
        assertNull(queue.used(), "nothing was used");
        assertEquals(2, rig.driver.acknowledge(), "told by a configuration change notification");
        queue.notifyDevice();
        assertEquals(List.of(rule), rig.violations(), "after that the device keeps still");
        rig.driver.initialise(VIRTIO_F_RING_PACKED);
        assertEquals('K', rig.driver.queue(0).send(readable((byte) 'k'), writable(1)).lastByte(), "and a reset helps");
    }

    private static void list(DriverQueue queue, int... flags) {
        for (int i = 0; i < flags.length; i++) {
            queue.desc(i).address(Rig.SPARE).length(1).id(i).flags(flags[i]);
        }
        queue.expose(flags.length);
    }

    @Test
    @Rule({"PACK-DRV-07", "DESC-DEF-01"})
    void aListThatGoesOnAroundTheRing() {
        breaks("PACK-DRV-07", rig -> list(rig.driver.queue(0), NEXT, NEXT, NEXT, NEXT, NEXT));
    }

    @Test
    @Rule("PACK-DRV-15")
    void anIndirectTableInAList() {
        breaks("PACK-DRV-15", rig -> {
            list(rig.driver.queue(0), NEXT, INDIRECT);
            rig.driver.queue(0).desc(1).length(16);
        });
        breaks("PACK-DRV-15", rig -> {
            list(rig.driver.queue(0), NEXT | INDIRECT, 0);
            rig.driver.queue(0).desc(0).length(16);
        });
    }

    @Test
    @Rule("PACK-DRV-12")
    void indirectWithoutTheFeature() {
        breaks("PACK-DRV-12", PackedQueueTest.started(new Upper(SIZE)), rig -> {
            list(rig.driver.queue(0), INDIRECT);
            rig.driver.queue(0).desc(0).length(16);
        });
    }

    @Test
    @Rule({"PACK-DRV-13", "PACK-DEF-09"})
    void indirectInsideIndirectIsNoTableAndIsTold() {
        Rig rig = PackedQueueTest.started(new Upper(SIZE), VIRTIO_F_INDIRECT_DESC);
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE + 0x100, (byte) 'q');
        rig.driver.descriptorAt(Rig.SPARE).address(Rig.SPARE + 0x100).length(1).flags(INDIRECT);
        rig.driver.descriptorAt(Rig.SPARE + 16).address(Rig.SPARE + 0x200).length(1).flags(WRITE);
        queue.desc(0).address(Rig.SPARE).length(32).flags(INDIRECT);
        queue.expose(1).notifyDevice();
        assertEquals(new UsedElement(0, 1), queue.used());
        assertEquals('Q', rig.memory.readByte(Rig.SPARE + 0x200));
        assertEquals(List.of("PACK-DRV-13"), rig.violations());
    }

    @Test
    @Rule("PACK-DRV-14")
    void anIndirectTableLongerThanTheRing() {
        breaks("PACK-DRV-14", rig -> {
            list(rig.driver.queue(0), INDIRECT);
            rig.driver.queue(0).desc(0).length(16 * (SIZE + 1));
        });
    }

    @Test
    @Rule("PACK-DEF-09")
    void anIndirectTableOfOddLength() {
        for (int length : new int[] {0, 1, 15, 17, 40}) {
            breaks("PACK-DEF-09", rig -> {
                list(rig.driver.queue(0), INDIRECT);
                rig.driver.queue(0).desc(0).length(length);
            });
        }
    }

    @Test
    @Rule("RSVD-DRV-05")
    void buffersAndTablesOutsideRam() {
        long end = Rig.RAM + Rig.RAM_BYTES;
        for (long[] buffer : new long[][] {{0, 1}, {end, 1}, {end - 1, 2}, {-1, 1}, {Long.MAX_VALUE, 0xffff_ffffL}, {Rig.RAM, 0xffff_ffffL}, {Rig.BASE, 4}}) {
            for (int flags : new int[] {0, WRITE}) {
                breaks("RSVD-DRV-05", rig -> {
                    list(rig.driver.queue(0), flags);
                    rig.driver.queue(0).desc(0).address(buffer[0]).length(buffer[1]);
                });
                breaks("RSVD-DRV-05", rig -> {
                    rig.driver.descriptorAt(Rig.SPARE).address(buffer[0]).length(buffer[1]).flags(flags);
                    list(rig.driver.queue(0), INDIRECT);
                    rig.driver.queue(0).desc(0).length(16);
                });
            }
        }
        breaks("RSVD-DRV-05", rig -> {
            list(rig.driver.queue(0), INDIRECT);
            rig.driver.queue(0).desc(0).address(end - 16).length(32);
        });
    }

    @Test
    @Rule("PACK-DRV-08")
    void aReadableElementBehindAWritableOneFailsOnlyItsList() {
        for (boolean table : new boolean[] {false, true}) {
            Rig rig = PackedQueueTest.started(new Upper(SIZE), VIRTIO_F_INDIRECT_DESC);
            var queue = rig.driver.queue(0);
            rig.memory.write(Rig.SPARE, (byte) 'a');
            if (table) {
                rig.driver.descriptorAt(Rig.SPARE + 0x1000).address(Rig.SPARE + 0x100).length(1).flags(WRITE);
                rig.driver.descriptorAt(Rig.SPARE + 0x1010).address(Rig.SPARE).length(1).flags(0);
                queue.desc(0).address(Rig.SPARE + 0x1000).length(32).id(1).flags(INDIRECT);
                queue.expose(1).notifyDevice();
            } else {
                queue.desc(0).address(Rig.SPARE + 0x100).length(1).flags(WRITE | NEXT);
                queue.desc(1).address(Rig.SPARE).length(1).id(1).flags(0);
                queue.expose(2).notifyDevice();
            }
            assertEquals(new UsedElement(1, 0), queue.used());
            assertArrayEquals(new byte[1], rig.memory.read(Rig.SPARE + 0x100, 1));
            assertEquals(List.of("PACK-DRV-08"), rig.violations());
            assertFalse(rig.needsReset());
            assertEquals('K', queue.send(readable((byte) 'k'), writable(1)).lastByte(), "the ring goes on");
        }
    }

    @Test
    @Rule("PACK-DRV-02")
    void aDescriptorMadeAvailableAgainWhileTheDeviceHasIt() {
        Rig rig = PackedQueueTest.started(new Slow(2));
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, (byte) 9);
        list(queue, 0, 0);
        // Ids apart, so that only the place tells.
        queue.desc(0).id(3).flags(USED);
        queue.notifyDevice();
        assertEquals(List.of(), rig.violations(), "read in the lap of its counter it is not available");
        rig = PackedQueueTest.started(new Slow(2));
        var again = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, (byte) 9);
        again.desc(0).address(Rig.SPARE).length(1).id(1);
        again.expose(1);
        again.desc(1).address(Rig.SPARE).length(1).id(2);
        again.expose(1).notifyDevice();
        again.desc(0).address(Rig.SPARE).length(1).id(3);
        again.expose(1).notifyDevice();
        assertEquals(List.of("PACK-DRV-02"), rig.violations());
        assertTrue(rig.needsReset());
    }

    @Test
    @Rule("PACK-DRV-11")
    void aListWhoseFirstDescriptorComesTooEarly() {
        breaks("PACK-DRV-11", rig -> {
            var queue = rig.driver.queue(0);
            queue.desc(0).address(Rig.SPARE).length(1).flags(NEXT);
            queue.desc(1).address(Rig.SPARE).length(1).flags(0);
            queue.expose(1);
        });
    }

    @Test
    @Rule("CLEAN-DRV-01")
    void aBufferIdThatTheDeviceHas() {
        Rig rig = PackedQueueTest.started(new Slow(4));
        var queue = rig.driver.queue(0);
        rig.memory.write(Rig.SPARE, (byte) 9);
        for (int i = 0; i < 2; i++) {
            queue.desc(i).address(Rig.SPARE).length(1).id(7);
            queue.expose(1);
        }
        queue.notifyDevice();
        assertEquals(List.of("CLEAN-DRV-01"), rig.violations());
        assertTrue(rig.needsReset());
    }

    @Test
    @Rule("PACK-DRV-01")
    void misalignedPartsAreToldAndTolerated() {
        for (int part = 0; part < 3; part++) {
            Rig rig = Rig.of(new Upper(8).offer(VIRTIO_F_RING_PACKED));
            rig.driver.begin();
            rig.driver.negotiate(VIRTIO_F_RING_PACKED);
            var queue = rig.driver.queue(0).size(8).at(Rig.SPARE + (part == 0 ? 8 : 0), Rig.SPARE + 0x1000 + (part == 1 ? 2 : 0),
                    Rig.SPARE + 0x2000 + (part == 2 ? 2 : 0)).enable();
            rig.driver.set(StatusBit.DRIVER_OK);
            assertEquals(List.of("PACK-DRV-01"), rig.violations());
            assertEquals('A', queue.send(readable((byte) 'a'), writable(1)).lastByte());
        }
    }

    @Test
    @Rule({"NOTF-DEF-02", "NOTF-DEF-03", "NOTF-DEF-04", "PACK-DRV-04"})
    void aNotificationWithItsPositionIsBelievedOnlyIfItIsTrue() {
        Rig rig = PackedQueueTest.started(new Upper(3).offer(VIRTIO_F_NOTIFICATION_DATA), VIRTIO_F_NOTIFICATION_DATA);
        var queue = rig.driver.queue(0);
        for (int i = 0; i < 20; i++) {
            queue.submit(readable((byte) 'a'), writable(1));
            queue.notifyDevice().notifyDevice();
            assertEquals('A', queue.completed().lastByte());
            queue.notifyDevice();
        }
        assertEquals(List.of(), rig.violations(), "through many laps, with both values of the wrap counter, and repeated");
        queue.notifyDevice(queue.availIdx() ^ 1 << 15);
        queue.notifyDevice(3);
        queue.notifyDevice((queue.availIdx() + 1) % 3 | queue.availIdx() & 1 << 15);
        assertEquals(List.of("PACK-DRV-04", "PACK-DRV-04", "PACK-DRV-04"), rig.violations());
        assertFalse(rig.needsReset());
        assertEquals('B', queue.send(readable((byte) 'b'), writable(1)).lastByte(), "nothing was taken for it");
    }
}

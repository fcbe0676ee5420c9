package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_EVENT_IDX;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.queue.PackedLayout;
import org.junit.jupiter.api.Test;

/** Who wants to be told of what in a packed ring, in both directions, with and without VIRTIO_F_EVENT_IDX. */
class PackedSuppressionTest {
    private static final int ENABLE = 0;
    private static final int DISABLE = 1;
    private static final int DESC = 2;

    private static void one(DriverQueue queue) {
        queue.submit(readable((byte) 'a'));
        queue.notifyDevice();
        queue.completed();
    }

    @Test
    @Rule("PACK-DEF-13")
    void theDriversFlagsDecide() {
        for (boolean eventIdx : new boolean[] {false, true}) {
            Rig rig = eventIdx ? PackedQueueTest.started(new Upper(5), VIRTIO_F_EVENT_IDX) : PackedQueueTest.started(new Upper(5));
            rig.driver.keepUsedEvent(true);
            var queue = rig.driver.queue(0);
            for (int i = 0; i < 20; i++) {
                queue.driverEvent(DISABLE, i * 7919 & 0xffff);
                one(queue);
                assertEquals(0, rig.driver.acknowledge(), "disabled");
                queue.driverEvent(ENABLE, i * 7919 & 0xffff);
                one(queue);
                assertEquals(1, rig.driver.acknowledge(), "enabled, whatever the descriptor says");
            }
        }
    }

    @Test
    @Rule("PACK-DEF-13")
    void aDescriptorIsAskedForOnlyWithEventIdx() {
        Rig rig = PackedQueueTest.started(new Upper(5));
        var queue = rig.driver.queue(0);
        queue.driverEvent(DESC, PackedLayout.position(4, true));
        one(queue);
        assertEquals(1, rig.driver.acknowledge(), "without it the value means nothing, and silence could last for ever");
    }

    @Test
    @Rule({"PACK-DEF-13", "PACK-DEF-14"})
    void withEventIdxTheDescriptorAndItsCounterDecide() {
        int size = 5;
        for (int wantedLap = 0; wantedLap < 2; wantedLap++) {
            for (int wanted = 0; wanted < size; wanted++) {
                Rig rig = PackedQueueTest.started(new Upper(size), VIRTIO_F_EVENT_IDX);
                rig.driver.keepUsedEvent(true);
                var queue = rig.driver.queue(0);
                queue.driverEvent(DESC, PackedLayout.position(wanted, wantedLap == 0));
                for (int i = 0; i < 2 * size; i++) {
                    one(queue);
                    assertEquals(i == wantedLap * size + wanted ? 1 : 0, rig.driver.acknowledge(),
                            "descriptor " + i % size + " of lap " + i / size + ", asked for " + wanted + " of lap " + wantedLap);
                }
            }
        }
    }

    @Test
    @Rule("PACK-DEF-14")
    void aListOrBatchThatPassesTheDescriptorIsTold() {
        for (int wanted = 0; wanted < 10; wanted++) {
            Rig rig = PackedQueueTest.started(new Upper(7), VIRTIO_F_EVENT_IDX);
            rig.driver.keepUsedEvent(true);
            var queue = rig.driver.queue(0);
            for (int i = 0; i < 5; i++) {
                one(queue);
            }
            rig.driver.acknowledge();
            long before = rig.line.rises();
            queue.driverEvent(DESC, wanted < 7 ? PackedLayout.position(wanted, wanted >= 5) : PackedLayout.position(wanted - 7, true));
            // Two lists over descriptors 5, 6, 0, 1, 2, answered at once.
            queue.submit(readable((byte) 'a'), writable(1));
            queue.submit(readable((byte) 'b'), readable((byte) 'c'), writable(2));
            queue.notifyDevice();
            boolean passed = wanted < 3 || wanted == 5 || wanted == 6;
            assertEquals(passed, rig.line.asserted(), "asked for " + wanted);
            assertEquals(passed ? 1 : 0, rig.line.rises() - before);
        }
    }

    @Test
    void aDescriptorBeyondTheRingIsTakenForEnabled() {
        Rig rig = PackedQueueTest.started(new Upper(5), VIRTIO_F_EVENT_IDX);
        rig.driver.keepUsedEvent(true);
        var queue = rig.driver.queue(0);
        queue.driverEvent(DESC, PackedLayout.position(9, true));
        one(queue);
        assertEquals(1, rig.driver.acknowledge());
        queue.driverEvent(3, 0);
        one(queue);
        assertEquals(1, rig.driver.acknowledge(), "and so is the reserved value");
    }

    @Test
    @Rule({"PACK-DEV-11", "PACK-DEF-14"})
    void theDeviceAsksForTheNextListAndNoWakeUpIsLost() {
        for (boolean eventIdx : new boolean[] {false, true}) {
            Rig rig = eventIdx ? PackedQueueTest.started(new Upper(5), VIRTIO_F_EVENT_IDX) : PackedQueueTest.started(new Upper(5));
            var queue = rig.driver.queue(0);
            for (int i = 0; i < 50; i++) {
                queue.submit(readable((byte) 'a'), writable(1));
                assertTrue(queue.kick(), "a driver that obeys notifies");
                assertEquals('A', queue.completed().lastByte());
                assertEquals(eventIdx ? DESC : ENABLE, queue.deviceEventFlags());
                assertEquals(eventIdx ? queue.availIdx() : 0, queue.deviceEventPosition());
            }
        }
    }

    @Test
    @Rule("PACK-DEV-11")
    void aConsoleWithNothingToSayWantsNoNotificationOfBuffers() {
        for (boolean eventIdx : new boolean[] {false, true}) {
            var console = new ConsoleDevice();
            Rig rig = eventIdx ? PackedQueueTest.started(console, VIRTIO_F_EVENT_IDX) : PackedQueueTest.started(console);
            var receive = rig.driver.queue(ConsoleDevice.RECEIVEQ);
            for (int i = 0; i < 3; i++) {
                receive.submit(writable(4));
                assertFalse(receive.kick(), "buffer " + i + " while nothing waits");
            }
            assertEquals(DISABLE, receive.deviceEventFlags());
            console.receive("0123456789abcdef");
            for (int i = 0; i < 3; i++) {
                assertEquals(4, receive.completed().length());
            }
            assertEquals(4, console.waitingBytes());
            receive.submit(writable(4));
            assertTrue(receive.kick(), "now it is hungry");
            assertEquals(0, console.waitingBytes());
            assertEquals(4, receive.completed().length());
            receive.submit(writable(4));
            assertFalse(receive.kick());
        }
    }

    @Test
    void passingADescriptorIsCountedInLapsOfTwoRings() {
        assertTrue(PackedLayout.passes(PackedLayout.position(2, true), PackedLayout.position(2, true), 1, 5));
        assertFalse(PackedLayout.passes(PackedLayout.position(3, true), PackedLayout.position(2, true), 1, 5));
        assertFalse(PackedLayout.passes(PackedLayout.position(2, false), PackedLayout.position(2, true), 5, 5));
        assertTrue(PackedLayout.passes(PackedLayout.position(2, false), PackedLayout.position(2, true), 6, 5));
        assertTrue(PackedLayout.passes(PackedLayout.position(0, true), PackedLayout.position(4, false), 2, 5));
        assertEquals(7, PackedLayout.distance(PackedLayout.position(3, true), PackedLayout.position(0, true), 5));
    }

    /** Every ring of up to five descriptors, every step in it, every wish: as counted on fingers, one descriptor after the other. */
    @Test
    @Rule("PACK-DEF-14")
    void passingADescriptorIsWhatStepByStepGives() {
        for (int size = 1; size <= 5; size++) {
            for (int before = 0; before < 2 * size; before++) {
                for (int event = 0; event < 2 * size; event++) {
                    boolean passed = false;
                    for (int count = 0; count <= 2 * size; count++) {
                        assertEquals(passed, PackedLayout.passes(lap(event, size), lap(before, size), count, size),
                                "ring of %d, %d descriptors from %d on, asked for %d".formatted(size, count, before, event));
                        passed |= (before + count) % (2 * size) == event;
                    }
                }
            }
        }
    }

    private static int lap(int step, int size) {
        return PackedLayout.position(step % size, step < size);
    }
}

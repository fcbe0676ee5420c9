package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_EVENT_IDX;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_PACKED;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.SplitLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who wants to be told of what, in both directions, with and without VIRTIO_F_EVENT_IDX. */
class SuppressionTest {

    private static void one(DriverQueue queue) {
        queue.submit(readable((byte) 'a'), writable(1));
        queue.notifyDevice();
        queue.completed();
    }

    @Test
    @Rule({"UNSUP-DEV-01", "UNSUP-DEV-02", "UNSUP-DEV-03", "ANSUP-DEV-01"})
    void withoutEventIdxTheFlagDecides() {
        Rig rig = Rig.started(new Upper(8));
        var queue = rig.driver.queue(0);
        for (int i = 0; i < 20; i++) {
            queue.usedEvent(i * 7919);
            queue.availFlags(1);
            one(queue);
            assertEquals(0, rig.driver.interruptStatus(), "suppressed, whatever used_event says");
            queue.availFlags(0);
            one(queue);
            assertEquals(1, rig.driver.acknowledge(), "told, whatever used_event says");
            assertTrue(queue.usedFlags() <= 1);
        }
        assertEquals(20, rig.facts(VirtioInterrupt.class).stream().filter(VirtioInterrupt::suppressed).count());
    }

    @Test
    @Rule({"UNSUP-DEV-04", "UNSUP-DEV-05", "UNSUP-DEV-06", "ANSUP-DEV-03"})
    void withEventIdxTheIndexDecides() {
        Rig rig = Rig.started(new Upper(8), VIRTIO_F_EVENT_IDX);
        rig.driver.keepUsedEvent(true);
        var queue = rig.driver.queue(0);
        queue.availFlags(1);
        queue.usedEvent(3);
        for (int i = 0; i < 8; i++) {
            one(queue);
            assertEquals(i == 3 ? 1 : 0, rig.driver.acknowledge(), "after completion " + i);
            assertEquals(0, queue.usedFlags());
        }
    }

    @Test
    @Rule({"UNSUP-DRV-01", "UNSUP-DRV-03"})
    void flagsThatMayNotBeAreTold() {
        Rig plain = Rig.started(new Upper(8));
        for (int flags = 0; flags < 2; flags++) {
            plain.driver.queue(0).availFlags(flags);
            one(plain.driver.queue(0));
        }
        assertEquals(List.of(), plain.violations());
        for (int flags : new int[] {2, 3, 0x8000}) {
            plain.driver.queue(0).availFlags(flags);
            one(plain.driver.queue(0));
        }
        assertEquals(List.of("UNSUP-DRV-01", "UNSUP-DRV-01", "UNSUP-DRV-01"), plain.violations());

        Rig indexed = Rig.started(new Upper(8), VIRTIO_F_EVENT_IDX);
        one(indexed.driver.queue(0));
        assertEquals(List.of(), indexed.violations());
        indexed.driver.queue(0).availFlags(1);
        one(indexed.driver.queue(0));
        assertEquals(List.of("UNSUP-DRV-03"), indexed.violations());
    }

    @Test
    @Rule("UNSUP-DEV-05")
    void aBatchThatPassesTheIndexIsTold() {
        for (int event = 0; event < 8; event++) {
            Rig rig = Rig.started(new Upper(16), VIRTIO_F_EVENT_IDX);
            rig.driver.keepUsedEvent(true);
            var queue = rig.driver.queue(0);
            queue.usedEvent(event);
            for (int i = 0; i < 5; i++) {
                queue.submit(readable((byte) 'a'), writable(1));
            }
            queue.notifyDevice();
            assertEquals(event < 5, rig.line.asserted(), "5 completed at once, used_event " + event);
        }
    }

    @Test
    @Rule({"ANSUP-DEV-04", "ANSUP-DEV-02"})
    void theDeviceAsksForTheNextChainAndNoWakeUpIsLost() {
        Rig rig = Rig.started(new Upper(8), VIRTIO_F_EVENT_IDX);
        var queue = rig.driver.queue(0);
        for (int i = 0; i < 100; i++) {
            assertEquals(i, queue.availEvent());
            int before = queue.availIdx();
            queue.submit(readable((byte) 'a'), writable(1));
            assertTrue(queue.kick(before), "a driver that obeys notifies");
            assertEquals(i + 1, queue.usedIdx());
            queue.completed();
        }
    }

    @Test
    @Rule({"ANSUP-DEV-01", "ANSUP-DEV-02", "ANSUP-DEV-03"})
    void aConsoleWithNothingToSayWantsNoNotificationOfBuffers() {
        for (boolean eventIdx : new boolean[] {false, true}) {
            var console = new ConsoleDevice();
            Rig rig = eventIdx ? Rig.started(console, VIRTIO_F_EVENT_IDX) : Rig.started(console);
            var receive = rig.driver.queue(ConsoleDevice.RECEIVEQ);
            for (int i = 0; i < 3; i++) {
                int before = receive.availIdx();
                receive.submit(writable(4));
                assertFalse(receive.kick(before), "buffer " + i + " while nothing waits");
            }
            console.receive("0123456789abcdef");
            assertEquals(3, receive.usedIdx());
            assertEquals(4, console.waitingBytes());
            int before = receive.availIdx();
            receive.submit(writable(4));
            assertTrue(receive.kick(before), "now it is hungry");
            assertEquals(0, console.waitingBytes());
            assertEquals(4, receive.usedIdx());
            before = receive.availIdx();
            receive.submit(writable(4));
            assertFalse(receive.kick(before));
            assertTrue(eventIdx ? receive.usedFlags() == 0 : receive.usedFlags() == 1);
        }
    }

    @Test
    void passingAnIndexIsCountedModulo65536() {
        assertTrue(SplitLayout.passes(65535, 65535, 0));
        assertTrue(SplitLayout.passes(2, 65534, 3));
        assertFalse(SplitLayout.passes(3, 65534, 3));
        assertFalse(SplitLayout.passes(65533, 65534, 3));
    }

    /** A device that keeps its notifications back until it is told otherwise, as coalescing does. */
    private static final class Patient extends VirtioDevice {
        private boolean waits = true;

        Patient() {
            super("patient", 63, 8);
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
        }

        @Override
        protected boolean holdsNotification(int queue) {
            return waits;
        }

        void tell() {
            waits = false;
            notifyUsed(0);
        }
    }

    @Test
    @Rule({"UNSUP-DEV-03", "UNSUP-DEV-05", "PACK-DEF-14"})
    void aWholeLapOfTheIndexIsNotTakenForNone() {
        for (FeatureBit[] features : new FeatureBit[][] {{}, {VIRTIO_F_EVENT_IDX}, {VIRTIO_F_RING_PACKED}, {VIRTIO_F_EVENT_IDX, VIRTIO_F_RING_PACKED}}) {
            var device = new Patient();
            Rig rig = Rig.started(device.offer(VIRTIO_F_RING_PACKED), features);
            var queue = rig.driver.queue(0);
            for (int i = 0; i < 65536; i++) {
                queue.completed(); // the one before, by polling; the last is for the device to tell of
                queue.submit(readable((byte) 'a'));
                queue.notifyDevice();
                rig.facts.clear();
            }
            assertEquals(0, rig.driver.interruptStatus());
            device.tell();
            assertEquals(1, rig.driver.interruptStatus(), "65,536 chains were used, so that the index stands where it stood: " + Features.of(features));
        }
    }

    /** A device that has written all of 4 GiB, or says so. */
    private static final class Full extends VirtioDevice {
        Full() {
            super("full", 63, 8);
        }

        @Override
        protected void notified(int queue) {
            complete(queue, queue(queue).poll().head(), 1L << 32);
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
        }
    }

    @Test
    @Rule({"USED-DEV-02", "PACK-DEF-06"})
    void moreThanLenHoldsIsToldAsTheMostThatItHolds() {
        for (FeatureBit[] features : new FeatureBit[][] {{}, {VIRTIO_F_RING_PACKED}}) {
            Rig rig = Rig.started(new Full().offer(VIRTIO_F_RING_PACKED), features);
            var queue = rig.driver.queue(0);
            queue.submit(writable(16));
            queue.notifyDevice();
            assertEquals(0xffff_ffffL, rig.memory.readInt(queue.isPacked() ? queue.desc(0).at() + 8 : queue.usedAddress() + 8) & 0xffff_ffffL);
        }
    }
}

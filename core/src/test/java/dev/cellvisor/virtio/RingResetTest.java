package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_RING_RESET;
import static dev.cellvisor.virtio.VirtioFeature.VIRTIO_F_SUSPEND;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.queue.DescriptorChain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests of several queues in flight, and a queue that is reset, stopped, suspended or saved meanwhile. */
class RingResetTest {

    /** Answers each byte with itself, so many ticks after the notification as the byte says. */
    private static final class Echo extends VirtioDevice {
        Echo() {
            super("echo", 63, 8, 8, 8);
        }

        @Override
        protected long latencyTicks(int queue, DescriptorChain chain) {
            return chain.reader().readByte();
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            chain.writer().writeByte(chain.reader().readByte());
        }
    }

    private static Rig started() {
        return Rig.started(new Echo(), VIRTIO_F_RING_RESET, VIRTIO_F_SUSPEND);
    }

    private static void request(Rig rig, int queue, int... latencies) {
        for (int latency : latencies) {
            rig.driver.queue(queue).submit(readable((byte) latency), writable(1));
        }
        rig.driver.queue(queue).notifyDevice();
    }

    private static long[] readyAndReset(Rig rig, int queue) {
        rig.driver.queue(queue).select();
        return new long[] {rig.driver.read("QueueReady"), rig.driver.read("QueueReset")};
    }

    @Test
    @Rule({"MMIO-DEV-11", "MMIO-DEV-12", "MMIO-DEV-13", "MMIO-DEF-17", "RRST-DEV-01", "RRST-DEV-02", "MMIO-DEF-06"})
    void aResetGoesOnAsLongAsWhatTheHostHasBegun() {
        Rig rig = started();
        request(rig, 0, 40, 20);
        request(rig, 1, 30);
        rig.to(10);
        byte[] before = rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES);
        rig.driver.queue(0).reset();
        assertEquals(1, readyAndReset(rig, 0)[1]);
        assertArrayEquals(new long[] {1, 0}, readyAndReset(rig, 1), "the other queue is not reset");
        rig.to(20);
        assertEquals(1, readyAndReset(rig, 0)[1]);
        rig.to(29);
        assertArrayEquals(before, rig.memory.read(Rig.RAM, (int) Rig.RAM_BYTES), "nothing was executed");
        assertFalse(rig.line.asserted());
        rig.to(30);
        assertEquals(1, rig.driver.queue(1).usedIdx(), "the other queue's request is answered");
        rig.driver.acknowledge();
        assertEquals(1, readyAndReset(rig, 0)[1]);
        rig.to(40);
        assertArrayEquals(new long[] {0, 0}, readyAndReset(rig, 0));
        assertEquals(0, rig.driver.interruptStatus());
        assertEquals(0, rig.driver.queue(0).usedIdx());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"MMIO-DRV-21", "MMIO-DEV-10", "MMIO-DEV-12", "RRST-DEV-03", "RRST-DEV-04"})
    void aQueueIsNotReadyBeforeItsResetIsComplete() {
        Rig rig = started();
        request(rig, 0, 1);
        rig.to(1);
        request(rig, 0, 20);
        DriverQueue queue = rig.driver.queue(0);
        queue.reset();
        queue.size(4).allocate().enable();
        assertEquals(List.of("MMIO-DRV-21"), rig.violations());
        assertArrayEquals(new long[] {0, 1}, readyAndReset(rig, 0));
        rig.to(30);
        assertArrayEquals(new long[] {0, 0}, readyAndReset(rig, 0));
        queue.enable();
        assertArrayEquals(new long[] {1, 0}, readyAndReset(rig, 0));
        request(rig, 0, 5);
        rig.to(40);
        assertEquals(1, queue.usedIdx(), "from index 0 on, at another place");
        for (int i = 0; i < 6; i++) {
            queue.send(readable((byte) 1), writable(1));
        }
        assertEquals(7, queue.usedIdx(), "round a ring of four");
    }

    @Test
    @Rule({"MMIO-DEV-09", "RST-DEV-02", "RST-DEV-03"})
    void aResetOfTheDeviceEndsThatOfAQueue() {
        Rig rig = started();
        request(rig, 0, 20);
        rig.driver.queue(0).reset();
        rig.driver.initialise(VIRTIO_F_RING_RESET);
        assertArrayEquals(new long[] {1, 0}, readyAndReset(rig, 0));
        request(rig, 0, 0);
        assertEquals(1, rig.driver.queue(0).usedIdx());
        rig.to(100);
        assertEquals(1, rig.driver.queue(0).usedIdx());
    }

    @Test
    void aResetUnderWayIsSaved() {
        Rig first = started();
        request(first, 0, 20);
        request(first, 2, 25);
        first.driver.queue(0).reset();
        Rig second = Rig.of(new Echo());
        second.memory.write(Rig.RAM, first.memory.read(Rig.RAM, (int) Rig.RAM_BYTES));
        second.slot.restore(first.slot.save());
        second.events.restore(first.events.save());
        assertArrayEquals(new long[] {0, 1}, readyAndReset(second, 0));
        assertEquals(List.of("queue 2 head 0 at tick 25"), second.slot.state().inFlight());
        second.to(20);
        assertArrayEquals(new long[] {0, 0}, readyAndReset(second, 0));
        second.to(25);
        assertEquals(1, second.driver.interruptStatus());
    }

    @Test
    @Rule("SUSP-DEV-10")
    void aSuspensionDoesNotWaitForWhatWasReset() {
        Rig rig = started();
        request(rig, 0, 20);
        request(rig, 1, 30);
        rig.driver.set(StatusBit.SUSPEND);
        assertEquals(0x0f, rig.driver.status());
        rig.driver.queue(0).reset();
        rig.driver.queue(1).disable();
        assertEquals(0x1b, rig.driver.status(), "nothing is left to be answered");
        rig.to(100);
        assertArrayEquals(new long[] {0, 0}, readyAndReset(rig, 0));
    }

    @Test
    @Rule({"STAT-DEV-04", "NOTF-DEF-06"})
    void aQueueThatBreaksLeavesTheOthersRequestsUnansweredUntilAReset() {
        Rig rig = started();
        request(rig, 0, 20);
        rig.driver.queue(1).availIdx(100).notifyDevice();
        assertEquals(2, rig.driver.acknowledge());
        assertEquals(0x4f, rig.driver.status());
        request(rig, 2, 1);
        rig.to(10);
        assertEquals(0, rig.driver.queue(2).usedIdx(), "it takes nothing more");
        rig.driver.initialise();
        rig.to(100);
        assertEquals(0, rig.driver.queue(0).usedIdx());
    }

    @Test
    @Rule({"MMIO-DEF-08", "MMIO-DRV-15"})
    void readyTwiceIsReadyOnce() {
        Rig rig = started();
        request(rig, 0, 20);
        rig.driver.queue(0).select();
        rig.driver.write("QueueReady", 1).write("QueueReady", 1);
        assertEquals(1, rig.slot.state().inFlight().size(), "nothing is lost");
        rig.driver.write("QueueDescLow", 0).write("QueueSize", 2);
        assertEquals(List.of("MMIO-DRV-15", "MMIO-DRV-15"), rig.violations());
        rig.to(20);
        assertEquals(1, rig.driver.queue(0).usedIdx());
        rig.driver.write("QueueReady", 0).write("QueueReady", 0);
        assertEquals(0, rig.driver.read("QueueReady"));
    }
}

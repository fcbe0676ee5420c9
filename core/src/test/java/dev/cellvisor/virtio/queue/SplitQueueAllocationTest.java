package dev.cellvisor.virtio.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.trace.Trace;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the device side does for a chain leaves no garbage, so that it can be done millions of times a second. */
class SplitQueueAllocationTest {
    private static final int SIZE = 256;
    private static final long DESC = 0x4000_0000L;
    private static final long AVAIL = 0x4001_0000L;
    private static final long USED = 0x4002_0000L;
    private static final int BATCHES = 500;

    private record Owner(Trace trace) implements QueueOwner {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void violation(String rule, String sentence) {
            throw new AssertionError(rule + " " + sentence);
        }

        @Override
        public void needsReset(String rule, String sentence) {
            throw new AssertionError(rule + " " + sentence);
        }
    }

    @Test
    void aChainCostsNoAllocation() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var memory = new GuestMemory()) {
            memory.add("ram", DESC, 1 << 20);
            var queue = new SplitQueue(0, memory, new Owner(new Trace()));
            queue.enable(SIZE, DESC, AVAIL, USED);
            queue.negotiated(new RingFeatures(true, true, false));
            for (int i = 0; i < SIZE; i += 2) {
                place(memory, i, SplitLayout.VIRTQ_DESC_F_NEXT, i + 1);
                place(memory, i + 1, SplitLayout.VIRTQ_DESC_F_WRITE, 0);
                memory.writeShort(AVAIL + SplitLayout.availElem(i / 2, SIZE), i);
                memory.writeShort(AVAIL + SplitLayout.availElem(SIZE / 2 + i / 2, SIZE), i);
            }
            run(memory, queue, 0);
            long before = threads.getCurrentThreadAllocatedBytes();
            run(memory, queue, BATCHES);
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            // Asking costs a little itself; one byte per chain would be 64000.
            assertTrue(bytes < 20_000, bytes + " bytes for " + BATCHES * SIZE / 2 + " chains");
        }
    }

    private static void place(GuestMemory memory, int index, int flags, int next) {
        long at = DESC + (long) SplitLayout.DESC_SIZE * index;
        memory.writeLong(at, 0x4004_0000L + 64L * index);
        memory.writeInt(at + SplitLayout.DESC_LEN, 64);
        memory.writeShort(at + SplitLayout.DESC_FLAGS, flags);
        memory.writeShort(at + SplitLayout.DESC_NEXT, next);
    }

    private static void run(GuestMemory memory, SplitQueue queue, int startBatch) {
        for (int batch = startBatch; batch < startBatch + BATCHES; batch++) {
            memory.writeShort(AVAIL + SplitLayout.RING_IDX, (batch + 1) * (SIZE / 2));
            int chains = 0;
            for (DescriptorChain chain = queue.poll(); chain != null; chain = queue.poll()) {
                chain.writer().writeLong(chain.reader().readLong() + 1);
                queue.complete(chain.head(), chain.writer().written());
                chains++;
            }
            queue.needsNotification();
            assertEquals(SIZE / 2, chains);
        }
    }
}

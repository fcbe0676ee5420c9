package dev.cellvisor.virtio.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.trace.Trace;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the device side of a packed ring does for a chain leaves no garbage, in order, out of order and held back. */
class PackedQueueAllocationTest {
    private static final int SIZE = 250;
    private static final int CHAINS = SIZE / 2;
    private static final long RING = 0x4000_0000L;
    private static final long DRIVER_EVENT = 0x4001_0000L;
    private static final long DEVICE_EVENT = 0x4001_0010L;
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

    private int next;
    private boolean wrap = true;
    private final int[] ids = new int[CHAINS];

    private void offer(GuestMemory memory, int id) {
        for (int i = 0; i < 2; i++) {
            long at = RING + (long) PackedLayout.DESC_SIZE * next;
            memory.writeLong(at, 0x4004_0000L + 64L * (2 * id + i));
            memory.writeInt(at + PackedLayout.DESC_LEN, 64);
            memory.writeShort(at + PackedLayout.DESC_ID, id);
            memory.writeShort(at + PackedLayout.DESC_FLAGS,
                    PackedLayout.available(wrap) | (i == 0 ? SplitLayout.VIRTQ_DESC_F_NEXT : SplitLayout.VIRTQ_DESC_F_WRITE));
            if (++next == SIZE) {
                next = 0;
                wrap = !wrap;
            }
        }
    }

    private void run(GuestMemory memory, PackedQueue queue, boolean backwards) {
        for (int batch = 0; batch < BATCHES; batch++) {
            for (int i = 0; i < CHAINS; i++) {
                offer(memory, i);
            }
            int chains = 0;
            for (DescriptorChain chain = queue.poll(); chain != null; chain = queue.poll()) {
                chain.writer().writeLong(chain.reader().readLong() + 1);
                if (backwards) {
                    ids[chains] = chain.head();
                } else {
                    queue.complete(chain.head(), chain.writer().written());
                }
                chains++;
            }
            for (int i = chains - 1; backwards && i >= 0; i--) {
                queue.chain(ids[i]).writer().writeLong(i);
                queue.complete(ids[i], 8);
            }
            queue.needsNotification();
            assertEquals(CHAINS, chains);
        }
    }

    private void costsNothing(boolean inOrder, boolean backwards) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var memory = new GuestMemory()) {
            memory.add("ram", RING, 1 << 20);
            var queue = new PackedQueue(0, memory, new Owner(new Trace()));
            queue.enable(SIZE, RING, DRIVER_EVENT, DEVICE_EVENT);
            queue.negotiated(new RingFeatures(true, true, inOrder));
            run(memory, queue, backwards);
            long before = threads.getCurrentThreadAllocatedBytes();
            run(memory, queue, backwards);
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            // Asking costs a little itself; one byte per chain would be 62500.
            assertTrue(bytes < 20_000, bytes + " bytes for " + BATCHES * CHAINS + " chains");
        }
    }

    @Test
    void aChainCostsNoAllocation() {
        costsNothing(false, false);
    }

    @Test
    void chainsKeptAndAnsweredBackwardsCostNoneEither() {
        costsNothing(false, true);
    }

    @Test
    void norDoChainsHeldBackForTheirOrder() {
        costsNothing(true, true);
    }
}

package dev.cellvisor.virtio.transport;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.QueueSetup;
import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.rules.Advice;

/** What legacy virtio-mmio says of queues: a page size for all, for each one an alignment and the number of its first page. */
final class LegacyQueues implements Stateful {
    private static final int DEFAULT_ALIGN = 4096;

    private final DeviceState state;
    /** A reset of the device leaves it: Linux says it before its first one, and never again. */
    private long pageSize;
    private final long[] align;
    private final long[] pfn;

    LegacyQueues(DeviceState state) {
        this.state = state;
        align = new long[state.setups().size()];
        pfn = new long[state.setups().size()];
        reset();
    }

    /** The device was reset. */
    void reset() {
        java.util.Arrays.fill(align, DEFAULT_ALIGN);
        java.util.Arrays.fill(pfn, 0);
    }

    /** The machine starts again. */
    void restart() {
        pageSize = 0;
    }

    long pageSize() {
        return pageSize;
    }

    long align(QueueSetup queue) {
        return align[queue.queue().index()];
    }

    long pfn(QueueSetup queue) {
        return pfn[queue.queue().index()];
    }

    private boolean inUse() {
        return java.util.Arrays.stream(pfn).anyMatch(page -> page != 0);
    }

    private static boolean powerOfTwo(long value) {
        return Long.bitCount(value) == 1;
    }

    void pageSize(long sizeBytes) {
        if (!powerOfTwo(sizeBytes)) {
            state.violation("MMIOL-DEF-03", "GuestPageSize %d is no power of two; ignored".formatted(sizeBytes));
        } else if (inUse()) {
            state.violation("MMIOL-DEF-03", "GuestPageSize written with %d while a queue is in use; ignored".formatted(sizeBytes));
        } else {
            pageSize = sizeBytes;
        }
    }

    void align(QueueSetup queue, long bytes) {
        if (!powerOfTwo(bytes)) {
            state.violation("MMIOL-DEF-06", "QueueAlign %d for queue %d is no power of two; ignored".formatted(bytes, queue.queue().index()));
        } else if (pfn(queue) != 0) {
            advise("QueueAlign written with %d while queue %d is in use; ignored".formatted(bytes, queue.queue().index()));
        } else {
            align[queue.queue().index()] = bytes;
        }
    }

    void pfn(QueueSetup queue, long page) {
        int index = queue.queue().index();
        if (pfn[index] != 0) {
            if (page != 0) {
                advise("QueuePFN of queue %d written with 0x%x while it is 0x%x; the queue starts anew there".formatted(index, page, pfn[index]));
            }
            pfn[index] = 0;
            state.setReady(queue, false);
        }
        if (page == 0) {
            return;
        }
        if (pageSize == 0) {
            state.violation("MMIOL-DEF-03", "QueuePFN of queue %d written with 0x%x before GuestPageSize; ignored".formatted(index, page));
            return;
        }
        pfn[index] = page;
        SplitLayout.Legacy parts = SplitLayout.legacy(page * pageSize, queue.size(), align[index]);
        queue.desc(parts.desc());
        queue.driver(parts.avail());
        queue.device(parts.used());
        state.setReady(queue, true);
    }

    /** A size, alignment or place at the wrong time. */
    void advise(String sentence) {
        if (state.trace().on()) {
            state.trace().emit(new Advice(state.name(), "MMIOL-DEF-12", sentence));
        }
    }

    @Override
    public State save() {
        return State.of("legacy-queues", 1).put("pageSize", pageSize).put("align", align).put("pfn", pfn).build();
    }

    @Override
    public void restore(State saved) {
        long[] savedAlign = saved.expect("legacy-queues", 1).numbers("align");
        long[] savedPfn = saved.numbers("pfn");
        pageSize = saved.number("pageSize");
        System.arraycopy(savedAlign, 0, align, 0, Math.min(align.length, savedAlign.length));
        System.arraycopy(savedPfn, 0, pfn, 0, Math.min(pfn.length, savedPfn.length));
    }
}

package dev.cellvisor.virtio.driver;

import static dev.cellvisor.virtio.queue.SplitLayout.RING_FLAGS;
import static dev.cellvisor.virtio.queue.SplitLayout.RING_IDX;

import dev.cellvisor.virtio.queue.SplitLayout;
import java.util.BitSet;
import java.util.List;

/** A split ring from the driver's side. Indices are read from and written to guest memory each time, so that bare writes count. */
final class SplitRing extends DriverRing {
    private final BitSet busy = new BitSet();
    private int nextUsed;
    /** With VIRTIO_F_IN_ORDER: the descriptor that the next chain starts with. */
    private int nextDescriptor;

    SplitRing(VirtioDriver driver, int index) {
        super(driver, index);
    }

    @Override
    void allocate() {
        desc = driver.heap().allocate(SplitLayout.descSizeBytes(size), SplitLayout.DESC_ALIGN);
        avail = driver.heap().allocate(SplitLayout.availSizeBytes(size, true), SplitLayout.AVAIL_ALIGN);
        used = driver.heap().allocate(SplitLayout.usedSizeBytes(size, true), SplitLayout.USED_ALIGN);
    }

    @Override
    void forget() {
        nextUsed = 0;
        nextDescriptor = 0;
        busy.clear();
        underWay.clear();
    }

    @Override
    DescriptorCursor desc(int descriptor) {
        return new DescriptorCursor(memory, desc + (long) SplitLayout.DESC_SIZE * descriptor, false);
    }

    /** A chain that was written by hand. */
    void offer(int head) {
        underWay.add(new Chain(head, 0));
        put(head);
    }

    private void put(int head) {
        int idx = position();
        memory.writeShort(avail + SplitLayout.availElem(idx, size), head);
        memory.writeShort(avail + RING_IDX, idx + 1);
    }

    @Override
    int position() {
        return memory.readShort(avail + RING_IDX);
    }

    int usedIdx() {
        return memory.readShort(used + RING_IDX);
    }

    @Override
    boolean deviceWants(int before) {
        return eventIdx() ? SplitLayout.passes(memory.readShort(used + SplitLayout.availEvent(size)), before, position())
                : (memory.readShort(used + RING_FLAGS) & SplitLayout.VIRTQ_USED_F_NO_NOTIFY) == 0;
    }

    @Override
    void wantUsed(boolean wanted) {
        if (eventIdx()) {
            usedEvent(wanted ? nextUsed : nextUsed - 1);
        } else {
            memory.writeShort(avail + RING_FLAGS, wanted ? 0 : SplitLayout.VIRTQ_AVAIL_F_NO_INTERRUPT);
        }
    }

    void usedEvent(int idx) {
        memory.writeShort(avail + SplitLayout.usedEvent(size), idx);
    }

    @Override
    UsedElement used() {
        if (usedIdx() == nextUsed) {
            return null;
        }
        long element = used + SplitLayout.usedElem(nextUsed, size);
        long id = memory.readInt(element) & 0xffff_ffffL;
        List<Chain> settled = id < size ? settle((int) id) : List.of();
        for (Chain chain : settled) {
            release(chain);
        }
        nextUsed = nextUsed + Math.max(1, settled.size()) & 0xffff;
        if (eventIdx() && !driver.keepsUsedEvent()) {
            usedEvent(nextUsed);
        }
        return new UsedElement(id, memory.readInt(element + 4) & 0xffff_ffffL, Math.max(1, settled.size()));
    }

    private void release(Chain chain) {
        // Only descriptors of our own requests are marked as busy; they stand in the table as they were written.
        int at = chain.id();
        for (int i = 0; i < chain.descriptors(); i++) {
            busy.clear(at);
            at = desc(at).next();
        }
    }

    @Override
    void requireFree(int count) {
        free(count);
    }

    @Override
    int add(List<Buffer> buffers, long[] addresses) {
        int[] descriptors = free(buffers.size());
        for (int i = 0; i < descriptors.length; i++) {
            place(desc(descriptors[i]), buffers.get(i), addresses[i], i + 1 < descriptors.length ? descriptors[i + 1] : -1);
        }
        return expose(descriptors);
    }

    @Override
    int addTable(List<Buffer> buffers, long[] addresses) {
        int[] descriptors = free(1);
        long sizeBytes = SplitLayout.descSizeBytes(buffers.size());
        long table = driver.heap().allocate(sizeBytes, SplitLayout.DESC_ALIGN);
        for (int i = 0; i < buffers.size(); i++) {
            place(driver.descriptorAt(table + (long) SplitLayout.DESC_SIZE * i), buffers.get(i), addresses[i], i + 1 < buffers.size() ? i + 1 : -1);
        }
        desc(descriptors[0]).address(table).length(sizeBytes).flags(DescriptorCursor.INDIRECT).next(0);
        return expose(descriptors);
    }

    private int expose(int[] descriptors) {
        for (int descriptor : descriptors) {
            busy.set(descriptor);
        }
        nextDescriptor = descriptors[descriptors.length - 1] + 1 & size - 1;
        underWay.add(new Chain(descriptors[0], descriptors.length));
        put(descriptors[0]);
        return descriptors[0];
    }

    private static void place(DescriptorCursor at, Buffer buffer, long address, int next) {
        at.address(address).length(buffer.sizeBytes())
                .flags((buffer.isWritable() ? DescriptorCursor.WRITE : 0) | (next >= 0 ? DescriptorCursor.NEXT : 0))
                .next(Math.max(0, next));
    }

    private int[] free(int count) {
        int[] free = new int[count];
        int at = -1;
        for (int i = 0; i < count; i++) {
            at = inOrder() ? nextDescriptor + i & size - 1 : busy.nextClearBit(at + 1);
            if (at >= size || busy.get(at) || i >= size) {
                throw tooFew(size - busy.cardinality(), count);
            }
            free[i] = at;
        }
        return free;
    }

    @Override
    public String toString() {
        return "queue %d, size %d: descriptors 0x%x, available ring 0x%x idx %d, used ring 0x%x idx %d".formatted(index, size, desc, avail,
                memory.contains(avail, 4) ? position() : -1, used, memory.contains(used, 4) ? usedIdx() : -1);
    }
}

package dev.cellvisor.virtio.driver;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.queue.SplitLayout;

/** One descriptor in guest memory, field by field. Every setter writes at once, and returns this descriptor. */
public final class DescriptorCursor {

    /** The chain goes on at {@code next}. */
    public static final int NEXT = SplitLayout.VIRTQ_DESC_F_NEXT;
    /** The device writes here. */
    public static final int WRITE = SplitLayout.VIRTQ_DESC_F_WRITE;
    /** The buffer is a table of descriptors. */
    public static final int INDIRECT = SplitLayout.VIRTQ_DESC_F_INDIRECT;

    private final GuestMemory memory;
    private final long at;

    DescriptorCursor(GuestMemory memory, long at) {
        this.memory = memory;
        this.at = at;
    }

    /** Where the descriptor itself is. */
    public long at() {
        return at;
    }

    /** Sets where the buffer is. */
    public DescriptorCursor address(long address) {
        memory.writeLong(at + SplitLayout.DESC_ADDR, address);
        return this;
    }

    /** Sets how long the buffer is. */
    public DescriptorCursor length(long sizeBytes) {
        memory.writeInt(at + SplitLayout.DESC_LEN, (int) sizeBytes);
        return this;
    }

    /** Sets the flags: {@link #NEXT}, {@link #WRITE}, {@link #INDIRECT}, or anything else. */
    public DescriptorCursor flags(int flags) {
        memory.writeShort(at + SplitLayout.DESC_FLAGS, flags);
        return this;
    }

    /** Sets which descriptor follows; {@link #NEXT} must be among the flags for it to count. */
    public DescriptorCursor next(int index) {
        memory.writeShort(at + SplitLayout.DESC_NEXT, index);
        return this;
    }

    /** Where the buffer is. */
    public long address() {
        return memory.readLong(at + SplitLayout.DESC_ADDR);
    }

    /** How long the buffer is. */
    public long length() {
        return memory.readInt(at + SplitLayout.DESC_LEN) & 0xffff_ffffL;
    }

    /** The flags. */
    public int flags() {
        return memory.readShort(at + SplitLayout.DESC_FLAGS);
    }

    /** Which descriptor follows. */
    public int next() {
        return memory.readShort(at + SplitLayout.DESC_NEXT);
    }

    @Override
    public String toString() {
        return "0x%x: addr 0x%x len %d flags %s next %d".formatted(at, address(), length(), SplitLayout.descFlagNames(flags()), next());
    }
}

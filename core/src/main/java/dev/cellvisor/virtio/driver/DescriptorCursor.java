package dev.cellvisor.virtio.driver;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.queue.PackedLayout;
import dev.cellvisor.virtio.queue.SplitLayout;

/**
 * One descriptor in guest memory, field by field, of a split or a packed ring. Every setter writes at once, and returns this descriptor. A
 * split descriptor has {@code next}, a packed one has {@code id}, and its flags include {@link #AVAIL} and {@link #USED}.
 */
public final class DescriptorCursor {

    /** The chain goes on at {@code next}. */
    public static final int NEXT = SplitLayout.VIRTQ_DESC_F_NEXT;
    /** The device writes here. */
    public static final int WRITE = SplitLayout.VIRTQ_DESC_F_WRITE;
    /** The buffer is a table of descriptors. */
    public static final int INDIRECT = SplitLayout.VIRTQ_DESC_F_INDIRECT;

    /** Packed: the driver's wrap counter in an available descriptor. */
    public static final int AVAIL = PackedLayout.VIRTQ_DESC_F_AVAIL;
    /** Packed: the device's wrap counter in a used descriptor, the inverse of the driver's in an available one. */
    public static final int USED = PackedLayout.VIRTQ_DESC_F_USED;

    private final GuestMemory memory;
    private final long at;
    private final boolean packed;

    DescriptorCursor(GuestMemory memory, long at, boolean packed) {
        this.memory = memory;
        this.at = at;
        this.packed = packed;
    }

    private long flagsAt() {
        return at + (packed ? PackedLayout.DESC_FLAGS : SplitLayout.DESC_FLAGS);
    }

    private long only(boolean inPacked, String field, long offset) {
        if (packed != inPacked) {
            throw new IllegalStateException("a " + (packed ? "packed" : "split") + " descriptor has no " + field + "; it has " + (packed ? "id" : "next"));
        }
        return at + offset;
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

    /** Sets the flags: {@link #NEXT}, {@link #WRITE}, {@link #INDIRECT}, packed {@link #AVAIL} and {@link #USED}, or anything else. */
    public DescriptorCursor flags(int flags) {
        memory.writeShort(flagsAt(), flags);
        return this;
    }

    /**
     * Sets which descriptor follows; {@link #NEXT} must be among the flags for it to count.
     *
     * @throws IllegalStateException if it is a packed descriptor
     */
    public DescriptorCursor next(int index) {
        memory.writeShort(only(false, "next", SplitLayout.DESC_NEXT), index);
        return this;
    }

    /**
     * Sets the buffer ID.
     *
     * @throws IllegalStateException if it is a split descriptor
     */
    public DescriptorCursor id(int id) {
        memory.writeShort(only(true, "id", PackedLayout.DESC_ID), id);
        return this;
    }

    /** The buffer ID. */
    public int id() {
        return memory.readShort(only(true, "id", PackedLayout.DESC_ID));
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
        return memory.readShort(flagsAt());
    }

    /** Which descriptor follows. */
    public int next() {
        return memory.readShort(only(false, "next", SplitLayout.DESC_NEXT));
    }

    @Override
    public String toString() {
        if (packed) {
            return "0x%x: addr 0x%x len %d id %d flags %s".formatted(at, address(), length(), id(), PackedLayout.descFlagNames(flags()));
        }
        return "0x%x: addr 0x%x len %d flags %s next %d".formatted(at, address(), length(), SplitLayout.descFlagNames(flags()), next());
    }
}

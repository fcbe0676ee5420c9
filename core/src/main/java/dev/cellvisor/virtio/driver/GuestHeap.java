package dev.cellvisor.virtio.driver;

import dev.cellvisor.memory.GuestMemory;

/** Hands out guest memory from a range, upwards; what was handed out after a mark can be taken back. */
public final class GuestHeap {
    private final GuestMemory memory;
    private final long start;
    private final long end;
    private long next;

    /**
     * A heap in a range of RAM that nobody else uses.
     *
     * @throws IllegalArgumentException if the range is not RAM
     */
    public GuestHeap(GuestMemory memory, long address, long sizeBytes) {
        if (sizeBytes <= 0 || !memory.contains(address, sizeBytes)) {
            throw new IllegalArgumentException("a heap of %d bytes at 0x%x is not in RAM; RAM is %s".formatted(sizeBytes, address, memory.slots()));
        }
        this.memory = memory;
        start = address;
        end = address + sizeBytes;
        next = address;
    }

    /**
     * Zeroed memory.
     *
     * @param sizeBytes 0 or more
     * @param alignment a power of two
     * @return its guest-physical address
     * @throws IllegalStateException if there is no more
     */
    public long allocate(long sizeBytes, int alignment) {
        long at = next + alignment - 1 & -alignment;
        if (sizeBytes > end - at) {
            throw new IllegalStateException("the heap at 0x%x–0x%x has %d bytes left, %d were asked for; give it a larger range, or free() some"
                    .formatted(start, end - 1, end - at, sizeBytes));
        }
        next = at + sizeBytes;
        memory.fill(at, sizeBytes, 0);
        return at;
    }

    /** Where the next allocation starts: give it to {@link #free}. */
    public long mark() {
        return next;
    }

    /** Takes back everything handed out since a mark. */
    public void free(long mark) {
        if (mark < start || mark > next) {
            throw new IllegalArgumentException("0x%x is no mark of the heap at 0x%x–0x%x".formatted(mark, start, next));
        }
        next = mark;
    }

    @Override
    public String toString() {
        return "heap 0x%x–0x%x, next 0x%x".formatted(start, end - 1, next);
    }
}

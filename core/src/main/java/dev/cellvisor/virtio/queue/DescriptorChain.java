package dev.cellvisor.virtio.queue;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemorySlot;
import java.util.Arrays;

/**
 * One request of the driver: a run of buffers, those that the device may read first, those that it may write after them. Its
 * {@link #reader()} and {@link #writer()} are the only way to the guest's bytes, and see each part as one stream, so that a
 * device cannot depend on how the driver cut it into descriptors (VIRTIO 1.4, 2.7.4).
 *
 * <p>One object serves all chains of a queue, one after the other; nothing is allocated per chain.
 */
public final class DescriptorChain {
    private final GuestMemory memory;
    private final ChainReader reader;
    private final ChainWriter writer;
    long[] addresses = new long[16];
    int[] lengths = new int[16];
    private int count;
    private int readableCount;
    private long readableBytes;
    private long writableBytes;
    private int head;

    DescriptorChain(GuestMemory memory) {
        this.memory = memory;
        reader = new ChainReader(memory, this);
        writer = new ChainWriter(memory, this);
    }

    /** By what it is completed: the index of its first descriptor (split ring), or its buffer ID (packed ring). */
    public int head() {
        return head;
    }

    /** How many buffers it has. */
    public int segmentCount() {
        return count;
    }

    /** How many of them, the first ones, are for reading. */
    public int readableSegmentCount() {
        return readableCount;
    }

    /** The guest-physical address of a buffer: for a device to whom the place matters, not the bytes, such as the balloon. */
    public long segmentAddress(int segment) {
        return addresses[segment];
    }

    /** The length of a buffer. */
    public int segmentSizeBytes(int segment) {
        return lengths[segment];
    }

    /** Whether a buffer is the rest of the one before it, which was cut where RAM slots adjoin or after 1 GiB. */
    boolean continues(int segment) {
        int before = segment - 1;
        MemorySlot slot = memory.slotAt(addresses[segment]);
        return addresses[before] + lengths[before] == addresses[segment]
                && (lengths[before] == 1 << 30 || slot != null && slot.address() == addresses[segment]);
    }

    /** Bytes that the device may read, in all. */
    public long readableBytes() {
        return readableBytes;
    }

    /** Bytes that the device may write, in all. */
    public long writableBytes() {
        return writableBytes;
    }

    /** The bytes for the device, from the first. */
    public ChainReader reader() {
        return reader;
    }

    /** The room for the device's answer, from the first byte. */
    public ChainWriter writer() {
        return writer;
    }

    void named(int id) {
        head = id;
    }

    void begin(int newHead) {
        head = newHead;
        count = 0;
        readableCount = 0;
        readableBytes = 0;
        writableBytes = 0;
    }

    /**
     * Adds a buffer; one that runs over the border of two adjoining RAM slots becomes two.
     *
     * @return whether all of it is RAM
     */
    boolean add(long address, long length, boolean writable) {
        MemorySlot whole = memory.slotAt(address);
        if (whole != null && length > 0 && length <= 1 << 30 && length <= whole.end() - address && count < addresses.length) {
            // Nearly every buffer.
            addresses[count] = address;
            lengths[count++] = (int) length;
            if (writable) {
                writableBytes += length;
            } else {
                readableBytes += length;
                readableCount = count;
            }
            return true;
        }
        return addInPieces(address, length, writable);
    }

    private boolean addInPieces(long address, long length, boolean writable) {
        long at = address;
        long left = length;
        do {
            MemorySlot slot = memory.slotAt(at);
            if (slot == null) {
                // An empty buffer touches no memory, so its address does not matter.
                return left == 0;
            }
            long piece = Math.min(left, slot.end() - at);
            append(at, piece, writable);
            at += piece;
            left -= piece;
        } while (left > 0);
        return true;
    }

    private void append(long address, long length, boolean writable) {
        // A le32 length can pass Integer.MAX_VALUE; pieces of 1 GiB keep the array of ints small.
        for (long left = length; left > 0; left -= 1 << 30) {
            if (count == addresses.length) {
                addresses = Arrays.copyOf(addresses, count * 2);
                lengths = Arrays.copyOf(lengths, count * 2);
            }
            addresses[count] = address + (length - left);
            lengths[count++] = (int) Math.min(left, 1 << 30);
        }
        if (writable) {
            writableBytes += length;
        } else {
            readableBytes += length;
            readableCount = count;
        }
    }

    void finish() {
        reader.begin(0, readableCount, readableBytes);
        writer.begin(readableCount, count, writableBytes);
    }

    @Override
    public String toString() {
        return "chain %d: %d buffers, %d bytes to read, %d bytes to write".formatted(head, count, readableBytes, writableBytes);
    }
}

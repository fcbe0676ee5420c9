package dev.cellvisor.virtio.queue;

import dev.cellvisor.memory.GuestMemory;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * The writable part of a chain as one stream of bytes; numbers are little-endian and may lie across buffers. Writing past the end
 * never throws: what has no room is dropped, and {@link #overrun()} tells.
 */
public final class ChainWriter {
    private final GuestMemory memory;
    private final DescriptorChain chain;
    private int first;
    private int segment;
    private int end;
    private int inSegment;
    private long sizeBytes;
    private long position;
    private long written;
    private boolean overrun;

    ChainWriter(GuestMemory memory, DescriptorChain chain) {
        this.memory = memory;
        this.chain = chain;
    }

    /** Fills a piece of guest memory. */
    @FunctionalInterface
    public interface Source {
        /** Fills all of the next piece, which is valid only during the call. */
        void fill(MemorySegment piece) throws IOException;
    }

    void begin(int firstSegment, int endSegment, long size) {
        first = firstSegment;
        segment = firstSegment;
        end = endSegment;
        inSegment = 0;
        sizeBytes = size;
        position = 0;
        written = 0;
        overrun = false;
    }

    /** Room left behind the position. */
    public long remaining() {
        return sizeBytes - position;
    }

    /** Where the next byte goes, counted from the first writable byte. */
    public long position() {
        return position;
    }

    /** Whether more was written than there was room for. */
    public boolean overrun() {
        return overrun;
    }

    /**
     * How many bytes are written from the first on without a gap: what the used ring may state as its len
     * (VIRTIO 1.4, 2.7.8.2, USED-DEV-02).
     */
    public long written() {
        return written;
    }

    /**
     * Moves to a place, e.g. to a status byte that is the last of all.
     *
     * @throws IllegalArgumentException if it is before the start or behind the end
     */
    public void seek(long newPosition) {
        if (newPosition < 0 || newPosition > sizeBytes) {
            throw new IllegalArgumentException("position " + newPosition + " is outside the " + sizeBytes + " writable bytes of this chain");
        }
        segment = first;
        inSegment = 0;
        position = 0;
        long left = newPosition;
        while (left > 0) {
            int piece = (int) Math.min(left, chain.lengths[segment] - inSegment);
            left -= piece;
            advance(piece);
        }
    }

    /** Writes the low 8 bits. */
    public void writeByte(int value) {
        number(value, 1);
    }

    /** Writes the low 16 bits. */
    public void writeShort(int value) {
        number(value, 2);
    }

    /** Writes 32 bits. */
    public void writeInt(int value) {
        number(value, 4);
    }

    /** Writes 64 bits. */
    public void writeLong(long value) {
        number(value, 8);
    }

    /** Writes bytes; see {@link #write(byte[], int, int)}. */
    public int write(byte... source) {
        return write(source, 0, source.length);
    }

    /**
     * Writes a part of an array.
     *
     * @return how many bytes had room; fewer than given only at the end
     */
    public int write(byte[] source, int offset, int size) {
        int done = 0;
        while (done < size && segment < end) {
            int piece = Math.min(size - done, chain.lengths[segment] - inSegment);
            memory.write(chain.addresses[segment] + inSegment, source, offset + done, piece);
            done += piece;
            wrote(piece);
        }
        overrun |= done < size;
        return done;
    }

    /**
     * Lets bytes be put where they belong in guest memory, without a copy, in pieces as the driver cut them.
     *
     * @return how many bytes had room; fewer than asked for only at the end
     * @throws IOException as the source does; the piece that failed does not count as written
     */
    public long transferFrom(Source source, long maxBytes) throws IOException {
        long done = 0;
        while (done < maxBytes && segment < end) {
            int piece = (int) Math.min(maxBytes - done, chain.lengths[segment] - inSegment);
            source.fill(memory.forWriting(chain.addresses[segment] + inSegment, piece));
            done += piece;
            wrote(piece);
        }
        overrun |= done < maxBytes;
        return done;
    }

    private void wrote(int bytes) {
        if (position <= written) {
            written = Math.max(written, position + bytes);
        }
        advance(bytes);
    }

    private void advance(int bytes) {
        position += bytes;
        inSegment += bytes;
        if (inSegment == chain.lengths[segment]) {
            segment++;
            inSegment = 0;
        }
    }

    private void number(long value, int size) {
        if (segment < end && chain.lengths[segment] - inSegment >= size) {
            long address = chain.addresses[segment] + inSegment;
            switch (size) {
                case 1 -> memory.writeByte(address, (int) value);
                case 2 -> memory.writeShort(address, (int) value);
                case 4 -> memory.writeInt(address, (int) value);
                default -> memory.writeLong(address, value);
            }
            wrote(size);
            return;
        }
        for (int i = 0; i < size; i++) {
            if (segment == end) {
                overrun = true;
                return;
            }
            memory.writeByte(chain.addresses[segment] + inSegment, (int) (value >> 8 * i));
            wrote(1);
        }
    }
}

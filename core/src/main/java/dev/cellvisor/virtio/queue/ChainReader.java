package dev.cellvisor.virtio.queue;

import dev.cellvisor.memory.GuestMemory;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * The readable part of a chain as one stream of bytes; numbers are little-endian and may lie across buffers. Reading past the
 * end never throws: missing bytes are 0, and {@link #overrun()} tells.
 */
public final class ChainReader {
    private final GuestMemory memory;
    private final DescriptorChain chain;
    private int first;
    private long sizeBytes;
    private int segment;
    private int end;
    private int inSegment;
    private long remaining;
    private boolean overrun;

    ChainReader(GuestMemory memory, DescriptorChain chain) {
        this.memory = memory;
        this.chain = chain;
    }

    /** Takes a piece of guest memory. */
    @FunctionalInterface
    public interface Sink {
        /** Takes the next piece, read-only, and valid only during the call. */
        void accept(MemorySegment piece) throws IOException;
    }

    void begin(int firstSegment, int endSegment, long size) {
        first = firstSegment;
        end = endSegment;
        sizeBytes = size;
        rewind();
    }

    /** Goes back to the first byte. */
    public void rewind() {
        segment = first;
        inSegment = 0;
        remaining = sizeBytes;
        overrun = false;
    }

    /** Bytes not yet read. */
    public long remaining() {
        return remaining;
    }

    /** Whether more was asked for than there was. */
    public boolean overrun() {
        return overrun;
    }

    /** One byte, 0 to 255. */
    public int readByte() {
        return (int) number(1);
    }

    /** A le16, 0 to 65535. */
    public int readShort() {
        return (int) number(2);
    }

    /** A le32. */
    public int readInt() {
        return (int) number(4);
    }

    /** A le64. */
    public long readLong() {
        return number(8);
    }

    /** Reads all that is left, up to {@code maxBytes}. */
    public byte[] readBytes(int maxBytes) {
        byte[] bytes = new byte[(int) Math.min(remaining, maxBytes)];
        read(bytes, 0, bytes.length);
        return bytes;
    }

    /**
     * Reads into a part of an array.
     *
     * @return how many bytes there were; fewer than asked for only at the end
     */
    public int read(byte[] target, int offset, int sizeBytes) {
        int done = 0;
        while (done < sizeBytes && segment < end) {
            int piece = Math.min(sizeBytes - done, chain.lengths[segment] - inSegment);
            memory.read(chain.addresses[segment] + inSegment, target, offset + done, piece);
            done += piece;
            advance(piece);
        }
        overrun |= done < sizeBytes;
        return done;
    }

    /**
     * Hands over bytes where they lie in guest memory, without a copy, in pieces as the driver cut them.
     *
     * @return how many bytes there were; fewer than asked for only at the end
     * @throws IOException as the sink does; how much was taken then is not defined
     */
    public long transferTo(Sink sink, long maxBytes) throws IOException {
        long done = 0;
        while (done < maxBytes && segment < end) {
            int piece = (int) Math.min(maxBytes - done, chain.lengths[segment] - inSegment);
            sink.accept(memory.view(chain.addresses[segment] + inSegment, piece));
            done += piece;
            advance(piece);
        }
        overrun |= done < maxBytes;
        return done;
    }

    /** Passes over bytes. */
    public void skip(long sizeBytes) {
        long left = sizeBytes;
        while (left > 0 && segment < end) {
            int piece = (int) Math.min(left, chain.lengths[segment] - inSegment);
            left -= piece;
            advance(piece);
        }
        overrun |= left > 0;
    }

    private void advance(int bytes) {
        inSegment += bytes;
        remaining -= bytes;
        if (inSegment == chain.lengths[segment]) {
            segment++;
            inSegment = 0;
        }
    }

    private long number(int sizeBytes) {
        if (segment < end && chain.lengths[segment] - inSegment >= sizeBytes) {
            long address = chain.addresses[segment] + inSegment;
            advance(sizeBytes);
            return switch (sizeBytes) {
                case 1 -> memory.readByte(address);
                case 2 -> memory.readShort(address);
                case 4 -> memory.readInt(address);
                default -> memory.readLong(address);
            };
        }
        long value = 0;
        for (int i = 0; i < sizeBytes; i++) {
            if (segment == end) {
                overrun = true;
                break;
            }
            value |= (long) memory.readByte(chain.addresses[segment] + inSegment) << 8 * i;
            advance(1);
        }
        return value;
    }
}

package dev.cellvisor.virtio.block;

import dev.cellvisor.state.Stateful;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * What stands behind a block device: bytes that can be read and written at any place. The device has checked every range. An
 * {@link IOException} is the host's trouble: the guest's request fails with IOERR, and the trace says why.
 *
 * <p>The smallest backend has the methods without a default; what it cannot do, the device does not offer.
 */
public interface BlockBackend extends Stateful, AutoCloseable {

    /** The size; a multiple of 512. */
    long sizeBytes();

    /** Whether writes are refused. */
    boolean readOnly();

    /** Reads {@code sizeBytes} bytes at {@code position} into an array. */
    void read(long position, byte[] target, int offset, int sizeBytes) throws IOException;

    /** Writes; visible to reads at once, lasting after {@link #flush()}. */
    void write(long position, byte[] source, int offset, int sizeBytes) throws IOException;

    /** Makes everything written so far last: writes, zeroes and discards too. */
    void flush() throws IOException;

    /** Gives back what it holds of the host. */
    @Override
    void close() throws IOException;

    /** Fills a segment, up to {@link Integer#MAX_VALUE} bytes; a backend that can do it without an array in between does. */
    default void read(long position, MemorySegment target) throws IOException {
        byte[] piece = new byte[(int) Math.min(target.byteSize(), PIECE_BYTES)];
        for (long done = 0; done < target.byteSize(); done += piece.length) {
            int now = (int) Math.min(piece.length, target.byteSize() - done);
            read(position + done, piece, 0, now);
            MemorySegment.copy(piece, 0, target, ValueLayout.JAVA_BYTE, done, now);
        }
    }

    /** Writes a segment; see {@link #read(long, MemorySegment)}. */
    default void write(long position, MemorySegment source) throws IOException {
        byte[] piece = new byte[(int) Math.min(source.byteSize(), PIECE_BYTES)];
        for (long done = 0; done < source.byteSize(); done += piece.length) {
            int now = (int) Math.min(piece.length, source.byteSize() - done);
            MemorySegment.copy(source, ValueLayout.JAVA_BYTE, done, piece, 0, now);
            write(position + done, piece, 0, now);
        }
    }

    /**
     * Makes a range read as zeroes; as lasting as a write.
     *
     * @param mayUnmap whether the range may be given back to the host
     */
    default void writeZeroes(long position, long sizeBytes, boolean mayUnmap) throws IOException {
        byte[] zeroes = new byte[(int) Math.min(sizeBytes, PIECE_BYTES)];
        for (long done = 0; done < sizeBytes; done += zeroes.length) {
            write(position + done, zeroes, 0, (int) Math.min(zeroes.length, sizeBytes - done));
        }
    }

    /** Whether {@link #writeZeroes} can give a range back to the host. */
    default boolean unmaps() {
        return false;
    }

    /** Whether {@link #discard} does anything. */
    default boolean discards() {
        return false;
    }

    /** The guest no longer needs a range: it may read as anything until it is written again. */
    default void discard(long position, long sizeBytes) throws IOException {
    }

    /** Whether {@link #erase} leaves nothing of what was there before. */
    default boolean erases() {
        return false;
    }

    /**
     * Discards a range so that its old content cannot be had back, and makes that last.
     *
     * @throws UnsupportedOperationException if it {@linkplain #erases() cannot}
     */
    default void erase(long position, long sizeBytes) throws IOException {
        throw new UnsupportedOperationException(this + " cannot erase for good");
    }

    /** How worn it is, if it has a notion of that. It has one always or never. */
    default Optional<Lifetime> lifetime() {
        return Optional.empty();
    }

    /**
     * Changes the size; new bytes are zeroes.
     *
     * @throws UnsupportedOperationException if it cannot
     * @throws IllegalArgumentException if the size is not a multiple of 512
     */
    default void resize(long newSizeBytes) throws IOException {
        throw new UnsupportedOperationException(this + " cannot change its size");
    }

    /**
     * Sets who is told of each change that is made by a call of this one's methods: the block device, for which a change by other hands than its own is an input.
     * As it is here nobody is told, and such a change is in no recording.
     */
    default void watch(DiskWatch watch) {
    }

    /**
     * Another backend for the same content, for a fork of the VM that restores this one's state into it: neither sees what the other writes.
     *
     * @throws UnsupportedOperationException if there can be none
     */
    default BlockBackend twin() {
        throw new UnsupportedOperationException(this + " cannot be forked; put an OverlayBackend before it that only reads it");
    }

    /**
     * What {@link #twin()} needs, as plain data, for a saved VM.
     *
     * @throws UnsupportedOperationException if it cannot be had as data
     */
    default dev.cellvisor.state.State options() {
        throw new UnsupportedOperationException(this + " cannot be saved; a VM with an OverlayBackend, FileBackend or MemoryBackend can");
    }

    /** How much the defaults copy at a time. */
    int PIECE_BYTES = 65536;

    /** Checks the size of a disk. */
    static long checkSize(long sizeBytes, String what) {
        if (sizeBytes < 0 || sizeBytes % BlockRequest.SECTOR_BYTES != 0) {
            throw new IllegalArgumentException(what + " has " + sizeBytes + " bytes; a disk needs a multiple of 512, the next is "
                    + (Math.max(0, sizeBytes) + 511) / 512 * 512);
        }
        return sizeBytes;
    }
}

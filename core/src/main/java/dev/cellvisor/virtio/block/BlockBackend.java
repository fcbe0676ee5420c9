package dev.cellvisor.virtio.block;

import dev.cellvisor.state.Stateful;
import java.io.IOException;

/**
 * What stands behind a block device: bytes that can be read and written at any place. The device has checked every range. An
 * {@link IOException} is the host's trouble: the guest's request fails with IOERR, and the trace says why.
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

    /** Makes everything written so far last. */
    void flush() throws IOException;

    /** Gives back what it holds of the host. */
    @Override
    void close() throws IOException;

    /** Checks the size of a disk. */
    static long checkSize(long sizeBytes, String what) {
        if (sizeBytes < 0 || sizeBytes % BlockRequest.SECTOR_BYTES != 0) {
            throw new IllegalArgumentException(what + " has " + sizeBytes + " bytes; a disk needs a multiple of 512, the next is "
                    + (Math.max(0, sizeBytes) + 511) / 512 * 512);
        }
        return sizeBytes;
    }
}

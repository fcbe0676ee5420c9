package dev.cellvisor.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of which RAM may have pages without keeping them: a kernel, an initramfs, a disk. It is read only, and must not be changed in place while anybody has a page of it;
 * another may be put at its path.
 */
public final class ImageFile {
    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;

    private final Path path;
    private final MemorySegment bytes;
    /** {@code null} where pages cannot be mapped one by one. */
    private final Descriptor descriptor;

    private ImageFile(Path path, MemorySegment bytes, Descriptor descriptor) {
        this.path = path;
        this.bytes = bytes;
        this.descriptor = descriptor;
    }

    /**
     * Opens one; what is not looked at is not read.
     *
     * @throws IOException if it cannot be read
     */
    public static ImageFile open(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return new ImageFile(path, bytes, Descriptor.open(path));
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** All of it, mapped. */
    public MemorySegment bytes() {
        return bytes;
    }

    /** Where the next bytes are that are no hole of the file, from an offset on; its size if there are none. Where holes are not told, all are bytes. */
    public long nextData(long offset) {
        return seek(offset, SEEK_DATA, offset);
    }

    /** Where the next hole begins, from an offset on, which the end of the file is. */
    public long nextHole(long offset) {
        return seek(offset, SEEK_HOLE, bytes.byteSize());
    }

    private long seek(long offset, int whence, long unknown) {
        if (offset >= bytes.byteSize()) {
            return bytes.byteSize();
        }
        if (descriptor == null) {
            return unknown;
        }
        long found = descriptor.seek(offset, whence);
        return found >= offset ? found : bytes.byteSize(); // ENXIO: a hole to the end
    }

    /** Puts some of its pages, as private ones, over what is mapped at a host address, or copies them there if the host cannot. */
    void putOver(long offset, MemorySegment target) {
        if (descriptor == null || !descriptor.mapOver(offset, target)) {
            MemorySegment.copy(bytes, offset, target, 0, target.byteSize());
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

package dev.cellvisor.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of which RAM may have pages without keeping them: a kernel, an initramfs, a disk. It is read only, and must not be changed in place while anybody has a page of it;
 * another may be put at its path.
 */
public final class ImageFile {
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private final Path path;
    private final MemorySegment bytes;
    /** Open until nobody refers to this any more; negative where pages cannot be mapped one by one. */
    private final long descriptor;

    private ImageFile(Path path, MemorySegment bytes, long descriptor) {
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
            long descriptor = LINUX ? Calls.open(path) : -1;
            var file = new ImageFile(path, bytes, descriptor);
            if (descriptor >= 0) {
                Calls.CLEANER.register(file, new Calls.Closing(descriptor));
            }
            return file;
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
        if (descriptor < 0) {
            return unknown;
        }
        long found = Calls.seek(descriptor, offset, whence);
        return found >= offset ? found : bytes.byteSize(); // ENXIO: a hole to the end
    }

    /** Puts some of its pages, as private ones, over what is mapped at a host address, or copies them there if the host cannot. */
    void putOver(long offset, MemorySegment target) {
        if (descriptor < 0 || !HostMemory.mapOver(descriptor, offset, target)) {
            MemorySegment.copy(bytes, offset, target, 0, target.byteSize());
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** open(2), lseek(2) and close(2), by the one type that is linked already: see {@link HostMemory#asMmap}. */
    private static final class Calls {
        static final Cleaner CLEANER = Cleaner.create();
        private static final MethodHandle OPEN = HostMemory.asMmap("open");
        private static final MethodHandle LSEEK = HostMemory.asMmap("lseek");
        private static final MethodHandle CLOSE = HostMemory.asMmap("close");

        /** What ends with an image; it does not refer to it. */
        private record Closing(long descriptor) implements Runnable {
            @Override
            public void run() {
                try {
                    long ignored = (long) CLOSE.invokeExact(descriptor, 0L, 0, 0, 0, 0L);
                } catch (Throwable e) {
                    throw new IllegalStateException("close could not be called", e);
                }
            }
        }

        static long open(Path path) {
            try (Arena arena = Arena.ofConfined()) {
                return (int) (long) OPEN.invokeExact(arena.allocateFrom(path.toAbsolutePath().toString()).address(), (long) O_RDONLY_CLOEXEC, 0, 0, 0, 0L);
            } catch (Throwable e) {
                throw new IllegalStateException("open could not be called", e);
            }
        }

        static long seek(long descriptor, long offset, int whence) {
            try {
                return (long) LSEEK.invokeExact(descriptor, offset, whence, 0, 0, 0L);
            } catch (Throwable e) {
                throw new IllegalStateException("lseek could not be called", e);
            }
        }
    }
}

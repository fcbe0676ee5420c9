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
 * A file as Linux has it, by which it can be mapped at an address of one's choice, which a {@link FileChannel} cannot. It is open until it is closed or nobody refers
 * to it any more. All calls are of the one type that is linked already: see {@link HostMemory#asMmap}.
 */
final class Descriptor {
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private final long number;
    private final Cleaner.Cleanable closing;

    private Descriptor(long number) {
        this.number = number;
        closing = Calls.CLEANER.register(this, new Calls.Closing(number));
    }

    /** A file, for reading; {@code null} if it cannot be opened, or the host is another. */
    static Descriptor open(Path path) {
        long number = LINUX ? Calls.open(path) : -1;
        return number < 0 ? null : new Descriptor(number);
    }

    /** A descriptor that is open already, and ours from now on. */
    static Descriptor of(int number) {
        return new Descriptor(number);
    }

    /** The same file by another way. */
    FileChannel channel() throws IOException {
        return FileChannel.open(Path.of("/proc/self/fd/" + number), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** As lseek(2). */
    long seek(long offset, int whence) {
        return Calls.seek(number, offset, whence);
    }

    /** Puts bytes of the file, as private pages, over what is mapped or reserved there; says whether the host did it. */
    boolean mapOver(long offset, MemorySegment target) {
        return HostMemory.mapOver(number, offset, target);
    }

    /** What is mapped stays so. */
    void close() {
        closing.clean();
    }

    private static final class Calls {
        static final Cleaner CLEANER = Cleaner.create();
        private static final MethodHandle OPEN = HostMemory.asMmap("open");
        private static final MethodHandle LSEEK = HostMemory.asMmap("lseek");
        private static final MethodHandle CLOSE = HostMemory.asMmap("close");

        /** What ends with a descriptor; it does not refer to it. */
        private record Closing(long number) implements Runnable {
            @Override
            public void run() {
                try {
                    long ignored = (long) CLOSE.invokeExact(number, 0L, 0, 0, 0, 0L);
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

        static long seek(long number, long offset, int whence) {
            try {
                return (long) LSEEK.invokeExact(number, offset, whence, 0, 0, 0L);
            } catch (Throwable e) {
                throw new IllegalStateException("lseek could not be called", e);
            }
        }
    }
}

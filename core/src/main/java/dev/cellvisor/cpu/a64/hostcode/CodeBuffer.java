package dev.cellvisor.cpu.a64.hostcode;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Memory for machine code: one file without a name, mapped twice, so that no address is ever both writable and executable. Where code
 * executes is where it was written plus {@link #delta()}.
 */
final class CodeBuffer implements AutoCloseable {
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int PROT_EXEC = 4;
    private static final int MAP_SHARED = 1;
    private static final int MFD_CLOEXEC = 1;

    private final long sizeBytes;
    private final long writable;
    private final long executable;

    /**
     * A buffer.
     *
     * @throws UnsupportedOperationException if the host does not allow it; the message says what it refused
     */
    CodeBuffer(long sizeBytes) {
        this.sizeBytes = sizeBytes;
        int fd = Libc.memfd();
        try {
            Libc.truncate(fd, sizeBytes);
            writable = Libc.map(fd, sizeBytes, PROT_READ | PROT_WRITE);
            executable = Libc.map(fd, sizeBytes, PROT_READ | PROT_EXEC);
        } finally {
            Libc.close(fd);
        }
    }

    /** The first address for writing. */
    long writable() {
        return writable;
    }

    /** Executing address minus writing address. */
    long delta() {
        return executable - writable;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public void close() {
        Libc.unmap(writable, sizeBytes);
        Libc.unmap(executable, sizeBytes);
    }

    /** The few calls that it takes. Numbers are Linux's. */
    private static final class Libc {
        private static final Linker LINKER = Linker.nativeLinker();
        private static final SymbolLookup LOOKUP = LINKER.defaultLookup();
        private static final MethodHandle MEMFD = handle("memfd_create", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        private static final MethodHandle TRUNCATE = handle("ftruncate", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        private static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        private static final MethodHandle MMAP = handle("mmap", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        private static final MethodHandle MUNMAP = handle("munmap", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

        private static MethodHandle handle(String name, FunctionDescriptor type) {
            return LINKER.downcallHandle(LOOKUP.findOrThrow(name), type);
        }

        static int memfd() {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment name = arena.allocateFrom("cellvisor-code");
                return check("memfd_create", (int) MEMFD.invokeExact(name, MFD_CLOEXEC));
            } catch (Throwable e) {
                throw wrap(e);
            }
        }

        static void truncate(int fd, long sizeBytes) {
            try {
                check("ftruncate", (int) TRUNCATE.invokeExact(fd, sizeBytes));
            } catch (Throwable e) {
                throw wrap(e);
            }
        }

        static long map(int fd, long sizeBytes, int protection) {
            try {
                long address = (long) MMAP.invokeExact(0L, sizeBytes, protection, MAP_SHARED, fd, 0L);
                if (address == -1) {
                    throw new UnsupportedOperationException("the host refuses to map memory for code"
                            + ((protection & PROT_EXEC) != 0 ? " as executable" : ""));
                }
                return address;
            } catch (Throwable e) {
                throw wrap(e);
            }
        }

        static void unmap(long address, long sizeBytes) {
            try {
                int ignored = (int) MUNMAP.invokeExact(address, sizeBytes);
            } catch (Throwable e) {
                throw wrap(e);
            }
        }

        static void close(int fd) {
            try {
                int ignored = (int) CLOSE.invokeExact(fd);
            } catch (Throwable e) {
                throw wrap(e);
            }
        }

        private static int check(String call, int result) {
            if (result < 0) {
                throw new UnsupportedOperationException("the host refuses " + call + ", which memory for code needs");
            }
            return result;
        }

        private static RuntimeException wrap(Throwable e) {
            return e instanceof RuntimeException runtime ? runtime : new UnsupportedOperationException(e);
        }
    }
}

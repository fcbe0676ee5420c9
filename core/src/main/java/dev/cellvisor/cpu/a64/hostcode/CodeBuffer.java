package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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

    /** The first address for executing. */
    long executable() {
        return executable;
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

    /**
     * The few system calls that it takes, all by one handle: to link another takes the JVM some 20 ms, and this one has the type of mmap, which is linked
     * already. Numbers are those of Linux on x86-64.
     */
    private static final class Libc {
        private static final int CLOSE = 3;
        private static final int MUNMAP = 11;
        private static final int FTRUNCATE = 77;
        private static final int MEMFD_CREATE = 319;
        private static final MethodHandle MMAP_CALL = HostMemory.asMmap("mmap");
        private static final MethodHandle SYSCALL = HostMemory.asMmap("syscall");

        static int memfd() {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment name = arena.allocateFrom("cellvisor-code");
                return (int) check("memfd_create", call(MEMFD_CREATE, name.address(), MFD_CLOEXEC));
            }
        }

        static void truncate(int fd, long sizeBytes) {
            check("ftruncate", call(FTRUNCATE, fd, (int) sizeBytes));
        }

        static long map(int fd, long sizeBytes, int protection) {
            try {
                long address = (long) MMAP_CALL.invokeExact(0L, sizeBytes, protection, MAP_SHARED, fd, 0L);
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
            call(MUNMAP, address, (int) sizeBytes);
        }

        static void close(int fd) {
            call(CLOSE, fd, 0);
        }

        private static long call(int number, long first, int second) {
            try {
                return (long) SYSCALL.invokeExact((long) number, first, second, 0, 0, 0L);
            } catch (Throwable e) {
                throw wrap(e);
            }
        }

        private static long check(String call, long result) {
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

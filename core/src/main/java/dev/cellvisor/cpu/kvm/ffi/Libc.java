package dev.cellvisor.cpu.kvm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of libc that KVM is reached by, called directly. Numbers are Linux's on x86-64 and aarch64, where they are the same.
 *
 * <p>Each call that can fail gives what the function gave, or the negative errno.
 */
public final class Libc {
    static final int O_RDONLY = 0;
    static final int O_RDWR_CLOEXEC = 0x8_0002;
    static final int EFD_CLOEXEC_NONBLOCK = 0x8_0800;
    static final int PROT_READ_WRITE = 3;
    static final int MAP_SHARED = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
    private static final Linker.Option VARIADIC = Linker.Option.firstVariadicArg(2);

    // One place for errno per thread; it lives as long as its thread.
    private static final ThreadLocal<MemorySegment> CAPTURED = ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    // Two shapes of the same function: an address wants to be an address, so that its segment is kept alive during the call.
    private static final MethodHandle IOCTL_NUMBER = libc("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG), CAPTURE, VARIADIC);

    private Libc() {
    }

    /** Apart from ioctl with a number, so that a program that only asks for a version links only what it needs. */
    private static final class IoctlAddress {
        static final MethodHandle HANDLE = libc("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), CAPTURE, VARIADIC);
    }

    private static final class Files {
        static final MethodHandle OPEN = libc("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), CAPTURE, VARIADIC);
        static final MethodHandle CLOSE = libc("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), CAPTURE);
    }

    private static final class Maps {
        static final MethodHandle MMAP = libc("mmap", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG), CAPTURE);
        static final MethodHandle MUNMAP = libc("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG), CAPTURE);
    }

    private static final class Events {
        static final MethodHandle EVENTFD = libc("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), CAPTURE);
        static final MethodHandle READ = libc("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), CAPTURE);
        static final MethodHandle WRITE = libc("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), CAPTURE);
        static final MethodHandle POLL = libc("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), CAPTURE);
    }

    private static final class Threads {
        static final MethodHandle SELF = libc("pthread_self", FunctionDescriptor.of(JAVA_LONG));
        static final MethodHandle KILL = libc("pthread_kill", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT));
        static final MethodHandle SIGACTION = libc("sigaction", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS), CAPTURE);
    }

    private static MethodHandle libc(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
    }

    private static IllegalStateException failed(String name, Throwable cause) {
        return new IllegalStateException(name + " could not be called", cause);
    }

    private static int errno(MemorySegment captured) {
        return -captured.get(JAVA_INT, ERRNO);
    }

    /** open(2) for reading and writing, closed in child processes. */
    static int open(String path, int flags) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment captured = CAPTURED.get();
            int fd = (int) Files.OPEN.invokeExact(captured, arena.allocateFrom(path), flags);
            return fd < 0 ? errno(captured) : fd;
        } catch (Throwable e) {
            throw failed("open", e);
        }
    }

    static int close(int fd) {
        try {
            MemorySegment captured = CAPTURED.get();
            int result = (int) Files.CLOSE.invokeExact(captured, fd);
            return result < 0 ? errno(captured) : result;
        } catch (Throwable e) {
            throw failed("close", e);
        }
    }

    /** ioctl(2) with a number, or with nothing (0). */
    static int ioctl(int fd, long code, long argument) {
        try {
            MemorySegment captured = CAPTURED.get();
            int result = (int) IOCTL_NUMBER.invokeExact(captured, fd, code, argument);
            return result < 0 ? errno(captured) : result;
        } catch (Throwable e) {
            throw failed("ioctl", e);
        }
    }

    /** ioctl(2) with a structure. */
    static int ioctl(int fd, long code, MemorySegment argument) {
        try {
            MemorySegment captured = CAPTURED.get();
            int result = (int) IoctlAddress.HANDLE.invokeExact(captured, fd, code, argument);
            return result < 0 ? errno(captured) : result;
        } catch (Throwable e) {
            throw failed("ioctl", e);
        }
    }

    /** mmap(2) of a file from its start, at an address of the kernel's choice: that address, or the negative errno. */
    static long mmap(int fd, long sizeBytes, int protection, int flags) {
        try {
            MemorySegment captured = CAPTURED.get();
            MemorySegment mapped = (MemorySegment) Maps.MMAP.invokeExact(captured, MemorySegment.NULL, sizeBytes, protection, flags, fd, 0L);
            return mapped.address() == -1 ? errno(captured) : mapped.address();
        } catch (Throwable e) {
            throw failed("mmap", e);
        }
    }

    static int munmap(long address, long sizeBytes) {
        try {
            MemorySegment captured = CAPTURED.get();
            int result = (int) Maps.MUNMAP.invokeExact(captured, MemorySegment.ofAddress(address), sizeBytes);
            return result < 0 ? errno(captured) : result;
        } catch (Throwable e) {
            throw failed("munmap", e);
        }
    }

    static int eventfd() {
        try {
            MemorySegment captured = CAPTURED.get();
            int fd = (int) Events.EVENTFD.invokeExact(captured, 0, EFD_CLOEXEC_NONBLOCK);
            return fd < 0 ? errno(captured) : fd;
        } catch (Throwable e) {
            throw failed("eventfd", e);
        }
    }

    static long read(int fd, MemorySegment target) {
        try {
            MemorySegment captured = CAPTURED.get();
            long size = (long) Events.READ.invokeExact(captured, fd, target, target.byteSize());
            return size < 0 ? errno(captured) : size;
        } catch (Throwable e) {
            throw failed("read", e);
        }
    }

    static long write(int fd, MemorySegment source) {
        try {
            MemorySegment captured = CAPTURED.get();
            long size = (long) Events.WRITE.invokeExact(captured, fd, source, source.byteSize());
            return size < 0 ? errno(captured) : size;
        } catch (Throwable e) {
            throw failed("write", e);
        }
    }

    /** poll(2) of {@code count} entries of 8 bytes; -1 milliseconds waits for ever. */
    static int poll(MemorySegment entries, int count, int milliseconds) {
        try {
            MemorySegment captured = CAPTURED.get();
            int ready = (int) Events.POLL.invokeExact(captured, entries, (long) count, milliseconds);
            return ready < 0 ? errno(captured) : ready;
        } catch (Throwable e) {
            throw failed("poll", e);
        }
    }

    static long threadSelf() {
        try {
            return (long) Threads.SELF.invokeExact();
        } catch (Throwable e) {
            throw failed("pthread_self", e);
        }
    }

    static int threadKill(long thread, int signal) {
        try {
            return (int) Threads.KILL.invokeExact(thread, signal);
        } catch (Throwable e) {
            throw failed("pthread_kill", e);
        }
    }

    static int sigaction(int signal, MemorySegment action) {
        try {
            MemorySegment captured = CAPTURED.get();
            int result = (int) Threads.SIGACTION.invokeExact(captured, signal, action, MemorySegment.NULL);
            return result < 0 ? errno(captured) : result;
        } catch (Throwable e) {
            throw failed("sigaction", e);
        }
    }

    /** The address of a function of libc, for another function of it to call. */
    static MemorySegment address(String function) {
        return LINKER.defaultLookup().findOrThrow(function);
    }

}

package dev.cellvisor.cpu.kvm.ffi;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/** An open file of the host, owned by whoever made it: closed once, and never used after. */
public final class Fd implements AutoCloseable {
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final String name;
    private final int number;
    private boolean closed;

    /**
     * Takes a file over.
     *
     * @param name for messages, e.g. {@code "KVM_CREATE_VM"}
     * @param result what the call gave that made it: its number, or a negative errno
     * @throws KvmException if it is an errno
     */
    Fd(String name, int result) {
        if (result < 0) {
            throw new KvmException(name, -result);
        }
        this.name = name;
        number = result;
        OPEN.incrementAndGet();
    }

    /** How many are open in this JVM: what a leak test counts. */
    public static int openCount() {
        return OPEN.get();
    }

    /** Its number. */
    public int number() {
        if (closed) {
            throw new IllegalStateException(name + " is closed");
        }
        return number;
    }

    /**
     * An ioctl with a number.
     *
     * @param what its name, for the message
     * @return what it gave, 0 or more
     * @throws KvmException if it failed
     */
    public int ioctl(String what, long code, long argument) {
        int result = Libc.ioctl(number(), code, argument);
        if (result < 0) {
            throw new KvmException(what, -result);
        }
        return result;
    }

    /** An ioctl with a structure; see {@link #ioctl(String, long, long)}. */
    public int ioctl(String what, long code, MemorySegment argument) {
        int result = Libc.ioctl(number(), code, argument);
        if (result < 0) {
            throw new KvmException(what, -result);
        }
        return result;
    }

    /** An ioctl that may fail: what it gave, or the negative errno. */
    public int tryIoctl(long code, long argument) {
        return Libc.ioctl(number(), code, argument);
    }

    /** An ioctl with a structure that may fail: what it gave, or the negative errno. */
    public int tryIoctl(long code, MemorySegment argument) {
        return Libc.ioctl(number(), code, argument);
    }

    /** A file that an ioctl of this one makes. */
    public Fd make(String what, long code, long argument) {
        return new Fd(what, Libc.ioctl(number(), code, argument));
    }

    /** Takes over a file whose number an ioctl wrote down. */
    public static Fd adopt(String what, int number) {
        return new Fd(what, number);
    }

    /** Maps it from its start, shared, for reading and writing. */
    public Mapping map(long sizeBytes) {
        return new Mapping(name, Libc.mmap(number(), sizeBytes, Libc.PROT_READ_WRITE, Libc.MAP_SHARED), sizeBytes);
    }

    /** Opens a file for reading and writing: the file, or the negative errno in the exception. */
    public static Fd open(String path) {
        return new Fd(path, Libc.open(path, Libc.O_RDWR_CLOEXEC));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            OPEN.decrementAndGet();
            Libc.close(number);
        }
    }

    @Override
    public String toString() {
        return name + (closed ? ", closed" : ", fd " + number);
    }
}

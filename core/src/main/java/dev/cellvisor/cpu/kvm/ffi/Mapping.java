package dev.cellvisor.cpu.kvm.ffi;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/** A piece of a file in this process's memory. Nothing of it may be touched after it is closed: that would end the JVM. */
public final class Mapping implements AutoCloseable {
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final MemorySegment segment;
    private boolean closed;

    Mapping(String what, long result, long sizeBytes) {
        if (result < 0 && result > -4096) {
            throw new KvmException("mmap of " + what, (int) -result);
        }
        segment = MemorySegment.ofAddress(result).reinterpret(sizeBytes);
        OPEN.incrementAndGet();
    }

    /** How many are there in this JVM: what a leak test counts. */
    public static int openCount() {
        return OPEN.get();
    }

    /** Its bytes. */
    public MemorySegment segment() {
        if (closed) {
            throw new IllegalStateException("the mapping is closed");
        }
        return segment;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            OPEN.decrementAndGet();
            Libc.munmap(segment.address(), segment.byteSize());
        }
    }
}

package dev.cellvisor.cpu.kvm.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A counter that the kernel and this process raise and wait for: eventfd(2), not blocking. */
public final class EventFd implements AutoCloseable {
    private static final int POLLIN = 1;

    private final Arena arena = Arena.ofShared();
    private final Fd fd;
    // One each, so that a reader and a writer may be two threads.
    private final MemorySegment one = arena.allocate(8, 8);
    private final MemorySegment count = arena.allocate(8, 8);

    /** A counter at 0. */
    public EventFd() {
        fd = new Fd("eventfd", Libc.eventfd());
        one.set(ValueLayout.JAVA_LONG, 0, 1);
    }

    /** Its number. */
    public int number() {
        return fd.number();
    }

    /** Raises it by one. */
    public void signal() {
        Libc.write(fd.number(), one);
    }

    /** What it was, and sets it to 0. */
    public synchronized long take() {
        return Libc.read(fd.number(), count) == 8 ? count.get(ValueLayout.JAVA_LONG, 0) : 0;
    }

    /** Waits until it is above 0, at most so long; whether it is. */
    public boolean await(int milliseconds) {
        return Poll.of(new int[] {number()}).await(milliseconds) > 0;
    }

    @Override
    public void close() {
        fd.close();
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    /** Several of them at once. For one thread. */
    public static final class Poll {
        private final MemorySegment entries;
        private final int size;

        private Poll(int[] fds) {
            size = fds.length;
            entries = Arena.ofAuto().allocate(8L * Math.max(1, size), 8);
            for (int i = 0; i < size; i++) {
                entries.set(ValueLayout.JAVA_INT, 8L * i, fds[i]);
                entries.set(ValueLayout.JAVA_SHORT, 8L * i + 4, (short) POLLIN);
            }
        }

        /** Those with these numbers. */
        public static Poll of(int[] fds) {
            return new Poll(fds);
        }

        /** Waits until one is above 0, at most so many milliseconds, or for ever (-1); how many are. A signal counts as none. */
        public int await(int milliseconds) {
            return Math.max(0, Libc.poll(entries, size, milliseconds));
        }

        /** Whether the one at an index was above 0 when {@link #await} returned. */
        public boolean ready(int index) {
            return (entries.get(ValueLayout.JAVA_SHORT, 8L * index + 6) & POLLIN) != 0;
        }
    }
}

package dev.cellvisor.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The host's memory: where guest RAM and CPU state live outside the Java heap, at addresses that never move.
 *
 * <p>{@link #ALL} spans the whole address space, so that an access is one load at an absolute address without a look-up.
 * Whoever uses it has checked the address before; everything else goes through {@link GuestMemory}, which checks.
 */
public final class HostMemory {

    /** Every address of this process. A wrong one ends the JVM: check before. */
    public static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** Host layouts at any alignment, little-endian as the guest. */
    public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** See {@link #LONG}. */
    public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** See {@link #LONG}. */
    public static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** See {@link #LONG}. */
    public static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    // Called directly, a var handle is inlined by C1 at its default limits; MemorySegment.get around it is not: 3 against 19 ns.
    private static final VarHandle LONG_AT = LONG.varHandle();
    private static final VarHandle INT_AT = INT.varHandle();
    private static final VarHandle SHORT_AT = SHORT.varHandle();
    private static final VarHandle BYTE_AT = BYTE.varHandle();

    private static final int PROT_NONE = 0;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x4022;
    private static final int MAP_PRIVATE_FIXED_NORESERVE = 0x4012;
    private static final int MAP_FIXED = 0x10;

    private static final long SHARED_COPY_BYTES = 8 << 20;
    /** On x86-64, and on AArch64 with pages of 4 KiB; elsewhere the host takes it for what it can do. */
    private static final long LARGE_PAGE = 2 << 20;
    /** Any thread but the caller: what it may read, a helper may. */
    private static final Thread HELPER = Thread.ofPlatform().unstarted(() -> { });

    private HostMemory() {
    }

    /** The 64 bits at a host address. */
    public static long getLong(long address) {
        return (long) LONG_AT.get(ALL, address);
    }

    /** Sets the 64 bits at a host address. */
    public static void setLong(long address, long value) {
        LONG_AT.set(ALL, address, value);
    }

    /** The 32 bits at a host address. */
    public static int getInt(long address) {
        return (int) INT_AT.get(ALL, address);
    }

    /** Sets the 32 bits at a host address. */
    public static void setInt(long address, int value) {
        INT_AT.set(ALL, address, value);
    }

    /** The 16 bits at a host address. */
    public static short getShort(long address) {
        return (short) SHORT_AT.get(ALL, address);
    }

    /** Sets the 16 bits at a host address. */
    public static void setShort(long address, short value) {
        SHORT_AT.set(ALL, address, value);
    }

    /** The byte at a host address. */
    public static byte getByte(long address) {
        return (byte) BYTE_AT.get(ALL, address);
    }

    /** Sets the byte at a host address. */
    public static void setByte(long address, byte value) {
        BYTE_AT.set(ALL, address, value);
    }

    /**
     * Zeroed memory, at an address that is a multiple of 4096. On Linux it is mapped lazily: an untouched page costs nothing.
     * It is given back when the arena is closed.
     *
     * @throws OutOfMemoryError if the host refuses
     */
    public static MemorySegment allocate(long sizeBytes, Arena arena) {
        if (Mmap.AVAILABLE) {
            long address = Mmap.map(sizeBytes);
            return MemorySegment.ofAddress(address).reinterpret(sizeBytes, arena, segment -> Mmap.unmap(segment.address(), sizeBytes));
        }
        return arena.allocate(sizeBytes, 4096);
    }

    /**
     * Addresses at which nothing is mapped, and nothing ever will be but by {@link #mapOver} and {@link #zeroesOver}: who touches them is stopped by the host. They
     * cost no memory, and are given back when the arena is closed.
     *
     * @return the first of them, or 0 if the host has no way to do it or refuses
     */
    static long reserve(long sizeBytes, Arena arena) {
        long address = Mmap.AVAILABLE ? Mmap.reserve(sizeBytes) : -1;
        if (address == -1) {
            return 0;
        }
        MemorySegment.ofAddress(address).reinterpret(sizeBytes, arena, segment -> Mmap.unmap(segment.address(), sizeBytes));
        return address;
    }

    /** Reserved addresses as a segment that may be used as long as the arena is open. */
    static MemorySegment at(long address, long sizeBytes, Arena arena) {
        return MemorySegment.ofAddress(address).reinterpret(sizeBytes, arena, null);
    }

    /** Puts zeroed memory over what {@link #reserve} gave; says whether the host did it. */
    static boolean zeroesOver(MemorySegment target) {
        return Mmap.zeroesOver(target.address(), target.byteSize());
    }

    /** Zeroes pages of memory that {@link #allocate} gave; on Linux the host gets them back until they are touched again. */
    static void zeroPages(long address, long sizeBytes) {
        if (sizeBytes > 0 && !(Mmap.AVAILABLE && Madvise.call(address, sizeBytes, Madvise.DONTNEED))) {
            ALL.asSlice(address, sizeBytes).fill((byte) 0);
        }
    }

    /**
     * Puts a file's bytes, as private pages, over what is mapped already; only on Linux.
     *
     * @param descriptor open for reading
     * @return whether the host did it: its own pages may be larger than 4 KiB, and then it refuses
     */
    static boolean mapOver(long descriptor, long offset, MemorySegment target) {
        return Mmap.mapOver(descriptor, offset, target.address(), target.byteSize());
    }

    /** Fills a range with copies of its first {@code patternBytes}. */
    public static void repeat(long address, long patternBytes, long sizeBytes) {
        for (long done = patternBytes; done < sizeBytes; done *= 2) {
            MemorySegment.copy(ALL, address, ALL, address + done, Math.min(done, sizeBytes - done));
        }
    }

    /**
     * Copies a whole segment. Most of a large copy is the host's page faults, so a helper thread does half of it, and the host is asked for large pages
     * where all of them will be written.
     */
    static void copy(MemorySegment source, long target) {
        if (source.byteSize() >= LARGE_PAGE && Mmap.AVAILABLE) {
            Madvise.call(target + LARGE_PAGE - 1 & -LARGE_PAGE, source.byteSize() - LARGE_PAGE & -LARGE_PAGE, Madvise.HUGEPAGE);
        }
        long half = source.byteSize() < SHARED_COPY_BYTES || !source.isAccessibleBy(HELPER) ? 0 : source.byteSize() / 2 & -4096;
        if (half == 0) {
            MemorySegment.copy(source, 0, ALL, target, source.byteSize());
            return;
        }
        Thread helper = Thread.ofPlatform().daemon().name("copy").start(new Runnable() { // no lambda: this is on the way of every boot
            @Override
            public void run() {
                MemorySegment.copy(source, 0, ALL, target, half);
            }
        });
        MemorySegment.copy(source, half, ALL, target + half, source.byteSize() - half);
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes ready what {@link #allocate} needs. The first call takes some tens of milliseconds, so a program may do it on another thread. */
    public static void prepare() {
        Mmap.load();
    }

    /**
     * A function of libc as if it had the type of mmap: {@code (long, long, int, int, int, long)long}. To link a type takes the JVM tens of milliseconds, and
     * it keeps what it has linked, so what starts with a VM makes do with this one.
     */
    public static MethodHandle asMmap(String function) {
        return asMmap(Linker.nativeLinker().defaultLookup().findOrThrow(function));
    }

    /** The same for a function that is at an address. */
    public static MethodHandle asMmap(MemorySegment function) {
        return Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    }

    /** libc's mmap, where there is any. Numbers are Linux's. */
    private static final class Mmap {
        static final boolean AVAILABLE = System.getProperty("os.name").equals("Linux");
        private static final MethodHandle MMAP;

        static {
            if (AVAILABLE) {
                MMAP = asMmap("mmap");
            } else {
                MMAP = null;
            }
        }

        static void load() {
            // the initializer above has done it
        }

        static long map(long sizeBytes) {
            long address = call(0, sizeBytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
            if (address == -1) {
                throw new OutOfMemoryError("the host refused to map " + sizeBytes + " bytes of guest memory; ask for less");
            }
            return address;
        }

        static boolean mapOver(long descriptor, long offset, long address, long sizeBytes) {
            return call(address, sizeBytes, PROT_READ_WRITE, MAP_PRIVATE_FIXED_NORESERVE, (int) descriptor, offset) == address;
        }

        static boolean zeroesOver(long address, long sizeBytes) {
            return call(address, sizeBytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS_NORESERVE | MAP_FIXED, -1, 0) == address;
        }

        static long reserve(long sizeBytes) {
            return call(0, sizeBytes, PROT_NONE, MAP_PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
        }

        private static long call(long address, long sizeBytes, int protection, int flags, int descriptor, long offset) {
            try {
                return (long) MMAP.invokeExact(address, sizeBytes, protection, flags, descriptor, offset);
            } catch (Throwable e) {
                throw new IllegalStateException("mmap could not be called", e);
            }
        }

        static void unmap(long address, long sizeBytes) {
            try {
                long ignored = (long) Munmap.HANDLE.invokeExact(address, sizeBytes, 0, 0, 0, 0L);
            } catch (Throwable e) {
                throw new IllegalStateException("munmap could not be called", e);
            }
        }
    }

    /** Apart from mmap, since a program that ends with its VM never needs it. */
    private static final class Munmap {
        static final MethodHandle HANDLE = asMmap("munmap");
    }

    /** madvise(2), with Linux's numbers. */
    private static final class Madvise {
        /** Private anonymous memory reads as zero after it. */
        static final int DONTNEED = 4;
        static final int HUGEPAGE = 14;
        private static final MethodHandle HANDLE = asMmap("madvise");

        /** Whether the host did it: its own pages may be larger than 4 KiB, and then it refuses. */
        static boolean call(long address, long sizeBytes, int advice) {
            try {
                return (int) (long) HANDLE.invokeExact(address, sizeBytes, advice, 0, 0, 0L) == 0;
            } catch (Throwable e) {
                throw new IllegalStateException("madvise could not be called", e);
            }
        }
    }
}

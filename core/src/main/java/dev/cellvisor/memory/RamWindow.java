package dev.cellvisor.memory;

import java.lang.foreign.Arena;

/**
 * A run of host addresses that is reserved for one VM's RAM: in it is that RAM and nothing else, and where there is none, before it, behind it and between its
 * slots, the host stops every access. Its size is a power of two and its address a multiple of that, so whoever cuts the upper bits off a host address and puts this
 * window's in their place stays in it, whatever the address was.
 *
 * <p>It is had on Linux only. A reserved address costs no memory; of addresses, which a host has 128 TiB of, it takes twice its size.
 */
public final class RamWindow {
    /** The least size, 4 GiB: 32 bits are an address in it. A RAM that fits has a window of that size, a larger one a window of at least twice as much. */
    public static final long NARROW = 1L << 32;
    /** So many bytes before and behind it, at least, belong to nobody; no single access reaches as far. */
    public static final int GUARD = 1 << 16;
    /** Room at its beginning, not RAM, for who works on RAM by such addresses: nothing there lasts longer than an instruction. */
    public static final int SCRATCH = GuestMemory.PAGE_SIZE;

    /** Slots begin at multiples of this, so that the host can use large pages. */
    private static final long STEP = 2 << 20;

    private final long address;
    private final long sizeBytes;
    private long used = STEP;

    private RamWindow(long address, long sizeBytes) {
        this.address = address;
        this.sizeBytes = sizeBytes;
    }

    /** What a slot takes of a window: itself, and a guard behind it. */
    static long room(long slotBytes) {
        return slotBytes + GUARD + STEP - 1 & -STEP;
    }

    /**
     * Reserves a window.
     *
     * @param bytes the {@link #room} of all slots together that are known of
     * @return {@code null} if there are none on this host, or it refuses so many addresses
     */
    static RamWindow reserve(long bytes, Arena arena) {
        long least = STEP + bytes;
        long size = least <= NARROW ? NARROW : Long.highestOneBit(least - 1) << 2;
        long start = size > 0 && size <= 1L << 45 ? HostMemory.reserve(2 * size + 2L * GUARD, arena) : 0;
        if (start == 0) {
            return null;
        }
        var window = new RamWindow(start + GUARD + size - 1 & -size, size);
        return HostMemory.zeroesOver(HostMemory.ALL.asSlice(window.address, SCRATCH)) ? window : null;
    }

    /** The host address of its first byte, a multiple of {@link #sizeBytes()}. */
    public long address() {
        return address;
    }

    /** Its size, a power of two. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** Whether an address in it is 32 bits. */
    public boolean narrow() {
        return sizeBytes == NARROW;
    }

    /** Whether a host address is in it. */
    public boolean contains(long hostAddress) {
        return (hostAddress & -sizeBytes) == address;
    }

    /**
     * A place for a slot. It is nobody's until something is mapped there.
     *
     * @return its host address, or 0 if there is no room left
     */
    long place(long slotBytes) {
        if (slotBytes > sizeBytes - GUARD - used) {
            return 0;
        }
        long at = address + used;
        used = Math.min(sizeBytes, used + room(slotBytes));
        return at;
    }

    @Override
    public String toString() {
        return "window of %d GiB at 0x%x, %d MiB of it in use".formatted(sizeBytes >> 30, address, used >> 20);
    }
}

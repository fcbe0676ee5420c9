package dev.cellvisor.memory;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** One piece of guest RAM: a run of guest-physical addresses backed by host memory at a fixed place. */
public final class MemorySlot {
    /** Written since the marks for everybody were last cleared. */
    static final int DIRTY = 1;
    /** Somebody is told before it is written, once. */
    static final int WATCHED = 2;
    /** It may hold something else than zeros. */
    static final int TOUCHED = 4;
    /** Written since the last snapshot. */
    static final int CHANGED = 8;
    /** Every single write of a CPU to it is told. */
    static final int OBSERVED = 16;
    /** Every single read of a CPU from it is told. */
    static final int READS_OBSERVED = 32;
    /** All that a write sets. */
    static final int WRITTEN = DIRTY | TOUCHED | CHANGED;

    private final String name;
    private final long address;
    private final MemorySegment segment;
    // Asked for at every access, and so kept beside the segment.
    private final long sizeBytes;
    private final long hostAddress;
    private final byte[] pageFlags;
    /** Whether it is the host's fresh memory, and not the image of a snapshot. */
    private final boolean fresh;
    /** Whether somebody writes to it who does not tell. */
    private boolean untold;
    private boolean reachable = true;
    /** The pages with {@link #CHANGED}, in the order in which they were first written. */
    private int[] changed = new int[64];
    private int changedCount;

    MemorySlot(String name, long address, MemorySegment segment, boolean fresh) {
        this.fresh = fresh;
        this.name = name;
        this.address = address;
        this.segment = segment;
        this.sizeBytes = segment.byteSize();
        this.hostAddress = segment.address();
        this.pageFlags = new byte[(int) (segment.byteSize() >>> GuestMemory.PAGE_SHIFT)];
    }

    /** Its name, e.g. {@code "ram"}. */
    public String name() {
        return name;
    }

    /** The guest-physical address of its first byte. */
    public long address() {
        return address;
    }

    /** Its length. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** The guest-physical address behind its last byte. */
    public long end() {
        return address + sizeBytes;
    }

    /** The host address of its first byte. */
    public long hostAddress() {
        return hostAddress;
    }

    /** Whether those who only work on a {@link RamWindow} reach it: not if it found no room there. All others do. */
    public boolean reachable() {
        return reachable;
    }

    void reachable(boolean now) {
        reachable = now;
    }

    /** Its bytes. Writing here goes past dirty tracking and decoded code: use {@link GuestMemory} for that. */
    public MemorySegment segment() {
        return segment;
    }

    boolean contains(long ipa) {
        return ipa - address >= 0 && ipa - address < sizeBytes;
    }

    int flags(long ipa) {
        return pageFlags[(int) (ipa - address >>> GuestMemory.PAGE_SHIFT)];
    }

    void setFlags(long ipa, int flags) {
        pageFlags[(int) (ipa - address >>> GuestMemory.PAGE_SHIFT)] = (byte) flags;
    }

    byte[] pageFlags() {
        return pageFlags;
    }

    boolean fresh() {
        return fresh;
    }

    /** A page is about to be written. */
    void written(long ipa, int flags) {
        int page = (int) (ipa - address >>> GuestMemory.PAGE_SHIFT);
        if ((flags & CHANGED) == 0) {
            if (changedCount == changed.length) {
                changed = Arrays.copyOf(changed, 2 * changed.length);
            }
            changed[changedCount++] = page;
        }
        pageFlags[page] = (byte) (WRITTEN | flags & (OBSERVED | READS_OBSERVED));
    }

    /** Somebody writes to it from now on who does not tell: nothing is known of any page. */
    void writtenUntold() {
        untold = true;
    }

    /** Where somebody writes untold: what holds something else than zeros, or once did, counts as written now. */
    void lookForWrites() {
        if (!untold) {
            return;
        }
        for (int page = 0; page < pageFlags.length; page++) {
            if ((pageFlags[page] & TOUCHED) != 0 || !zero(page)) {
                written(address + ((long) page << GuestMemory.PAGE_SHIFT), pageFlags[page]);
            }
        }
    }

    private boolean zero(int page) {
        long start = hostAddress + ((long) page << GuestMemory.PAGE_SHIFT);
        for (long at = start; at < start + GuestMemory.PAGE_SIZE; at += 8) {
            if (HostMemory.getLong(at) != 0) {
                return false;
            }
        }
        return true;
    }

    int changedCount() {
        return changedCount;
    }

    /** The number of the n-th page that was written since the last snapshot. */
    int changed(int n) {
        return changed[n];
    }

    void clearChanged() {
        for (int i = 0; i < changedCount; i++) {
            pageFlags[changed[i]] &= ~CHANGED;
        }
        changedCount = 0;
    }

    /** Whether a page may hold something else than zeros; {@code page} counts from 0. */
    boolean touched(int page) {
        return untold || (pageFlags[page] & TOUCHED) != 0;
    }

    /** Whether the page that begins at an offset into the slot may hold something else than zeros: false for one that nobody ever wrote. */
    public boolean touchedAt(long offset) {
        return touched((int) (offset >>> GuestMemory.PAGE_SHIFT));
    }

    @Override
    public String toString() {
        return "%s 0x%08x–0x%08x (%d KiB)".formatted(name, address, end() - 1, sizeBytes() >> 10);
    }
}

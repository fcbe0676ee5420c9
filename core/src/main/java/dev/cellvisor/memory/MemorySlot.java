package dev.cellvisor.memory;

import java.lang.foreign.MemorySegment;

/** One piece of guest RAM: a run of guest-physical addresses backed by host memory at a fixed place. */
public final class MemorySlot {
    static final int DIRTY = 1;
    static final int WATCHED = 2;

    private final String name;
    private final long address;
    private final MemorySegment segment;
    // Asked for at every access, and so kept beside the segment.
    private final long sizeBytes;
    private final long hostAddress;
    private final byte[] pageFlags;

    MemorySlot(String name, long address, MemorySegment segment) {
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

    @Override
    public String toString() {
        return "%s 0x%08x–0x%08x (%d KiB)".formatted(name, address, end() - 1, sizeBytes() >> 10);
    }
}

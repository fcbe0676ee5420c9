package dev.cellvisor.virtio.balloon;

/** A statistic of the guest's memory (VIRTIO 1.4, 5.5.6.4); the order is that of the tags. */
public enum BalloonStat {
    /** Swapped in, bytes. */
    VIRTIO_BALLOON_S_SWAP_IN(true),
    /** Swapped out, bytes. */
    VIRTIO_BALLOON_S_SWAP_OUT(true),
    /** Page faults that needed the disk. */
    VIRTIO_BALLOON_S_MAJFLT(false),
    /** Page faults that did not. */
    VIRTIO_BALLOON_S_MINFLT(false),
    /** Not used for anything, bytes. */
    VIRTIO_BALLOON_S_MEMFREE(true),
    /** All memory, bytes. */
    VIRTIO_BALLOON_S_MEMTOT(true),
    /** What programs could get without swapping, bytes; /proc/meminfo's MemAvailable. */
    VIRTIO_BALLOON_S_AVAIL(true),
    /** Caches of files, bytes. */
    VIRTIO_BALLOON_S_CACHES(true),
    /** Huge pages taken. */
    VIRTIO_BALLOON_S_HTLB_PGALLOC(false),
    /** Huge pages that could not be had. */
    VIRTIO_BALLOON_S_HTLB_PGFAIL(false);

    private final boolean bytes;

    BalloonStat(boolean bytes) {
        this.bytes = bytes;
    }

    /** Its number. */
    public int tag() {
        return ordinal();
    }

    /** Whether it is a number of bytes, as opposed to a count. */
    public boolean isBytes() {
        return bytes;
    }

    /** The statistic with a tag, or {@code null}. */
    static BalloonStat tagged(int tag) {
        return tag >= 0 && tag < values().length ? values()[tag] : null;
    }
}

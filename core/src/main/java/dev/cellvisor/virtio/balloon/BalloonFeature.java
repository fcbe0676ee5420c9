package dev.cellvisor.virtio.balloon;

import dev.cellvisor.virtio.FeatureBit;

/** The features of the balloon device (VIRTIO 1.4, 5.5.3). */
public enum BalloonFeature implements FeatureBit {
    /** The driver tells before it uses pages of the balloon again. */
    VIRTIO_BALLOON_F_MUST_TELL_HOST(0),
    /** A queue for statistics of the guest's memory. */
    VIRTIO_BALLOON_F_STATS_VQ(1),
    /** The driver may take pages back when it has no memory left. Linux's MemTotal does not follow the balloon then. */
    VIRTIO_BALLOON_F_DEFLATE_ON_OOM(2),
    /** The driver tells which pages are free when it is asked. */
    VIRTIO_BALLOON_F_FREE_PAGE_HINT(3),
    /** The driver tells with what it fills free pages. */
    VIRTIO_BALLOON_F_PAGE_POISON(4),
    /** The driver gives free pages back by itself. */
    VIRTIO_BALLOON_F_PAGE_REPORTING(5);

    private final int bit;

    BalloonFeature(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}

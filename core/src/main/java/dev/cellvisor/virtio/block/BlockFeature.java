package dev.cellvisor.virtio.block;

import dev.cellvisor.virtio.FeatureBit;

/** The features of the block device (VIRTIO 1.4, 5.2.3). */
public enum BlockFeature implements FeatureBit {
    /** Legacy: barriers. */
    VIRTIO_BLK_F_BARRIER(0),
    /** The largest segment is in {@code size_max}. */
    VIRTIO_BLK_F_SIZE_MAX(1),
    /** The largest number of segments of a request is in {@code seg_max}. */
    VIRTIO_BLK_F_SEG_MAX(2),
    /** Cylinders, heads and sectors. */
    VIRTIO_BLK_F_GEOMETRY(4),
    /** Read-only. */
    VIRTIO_BLK_F_RO(5),
    /** The block size is in {@code blk_size}. */
    VIRTIO_BLK_F_BLK_SIZE(6),
    /** Legacy: SCSI commands. */
    VIRTIO_BLK_F_SCSI(7),
    /** FLUSH commits what was written. */
    VIRTIO_BLK_F_FLUSH(9),
    /** Hints on alignment and sizes. */
    VIRTIO_BLK_F_TOPOLOGY(10),
    /** The cache mode can be changed. */
    VIRTIO_BLK_F_CONFIG_WCE(11),
    /** Several queues. */
    VIRTIO_BLK_F_MQ(12),
    /** DISCARD. */
    VIRTIO_BLK_F_DISCARD(13),
    /** WRITE_ZEROES. */
    VIRTIO_BLK_F_WRITE_ZEROES(14),
    /** GET_LIFETIME. */
    VIRTIO_BLK_F_LIFETIME(15),
    /** SECURE_ERASE. */
    VIRTIO_BLK_F_SECURE_ERASE(16),
    /** A zoned device. */
    VIRTIO_BLK_F_ZONED(17);

    private final int bit;

    BlockFeature(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}

package dev.cellvisor.virtio.block;

/** The request format of the block device (VIRTIO 1.4, 5.2.6): le32 type, le32 reserved, le64 sector; data; u8 status. */
public final class BlockRequest {

    /** Bytes of a sector, whatever {@code blk_size} says. */
    public static final int SECTOR_BYTES = 512;
    /** Bytes before the data. */
    public static final int HEADER_BYTES = 16;
    /** Bytes of the answer to GET_ID. */
    public static final int VIRTIO_BLK_ID_BYTES = 20;

    /** Read. */
    public static final int VIRTIO_BLK_T_IN = 0;
    /** Write. */
    public static final int VIRTIO_BLK_T_OUT = 1;
    /** Commit what was written. */
    public static final int VIRTIO_BLK_T_FLUSH = 4;
    /** Name of the disk. */
    public static final int VIRTIO_BLK_T_GET_ID = 8;

    /** Done. */
    public static final int VIRTIO_BLK_S_OK = 0;
    /** The device or the driver made an error. */
    public static final int VIRTIO_BLK_S_IOERR = 1;
    /** The device cannot do that. */
    public static final int VIRTIO_BLK_S_UNSUPP = 2;

    private BlockRequest() {
    }

    /** The bytes before the data, for a driver. */
    public static byte[] header(int type, long sector) {
        return java.nio.ByteBuffer.allocate(HEADER_BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(type).putInt(0).putLong(sector).array();
    }
}

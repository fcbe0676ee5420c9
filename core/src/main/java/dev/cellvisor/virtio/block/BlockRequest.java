package dev.cellvisor.virtio.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The request format of the block device (VIRTIO 1.4, 5.2.6): le32 type, le32 reserved, le64 sector; data; u8 status. */
public final class BlockRequest {

    /** Bytes of a sector, whatever {@code blk_size} says. */
    public static final int SECTOR_BYTES = 512;
    /** Bytes before the data. */
    public static final int HEADER_BYTES = 16;
    /** Bytes of the answer to GET_ID. */
    public static final int VIRTIO_BLK_ID_BYTES = 20;
    /** Bytes of one range of a discard, write zeroes or secure erase. */
    public static final int SEGMENT_BYTES = 16;
    /** Flag of a range: it may be given back to the host. */
    public static final int SEGMENT_UNMAP = 1;

    /** Read. */
    public static final int VIRTIO_BLK_T_IN = 0;
    /** Write. */
    public static final int VIRTIO_BLK_T_OUT = 1;
    /** Commit what was written. */
    public static final int VIRTIO_BLK_T_FLUSH = 4;
    /** Another number for FLUSH, through the legacy interface only. */
    public static final int VIRTIO_BLK_T_FLUSH_OUT = 5;
    /** Name of the disk. */
    public static final int VIRTIO_BLK_T_GET_ID = 8;
    /** How worn the disk is. */
    public static final int VIRTIO_BLK_T_GET_LIFETIME = 10;
    /** Ranges that are no longer needed. */
    public static final int VIRTIO_BLK_T_DISCARD = 11;
    /** Ranges that shall read as zeroes. */
    public static final int VIRTIO_BLK_T_WRITE_ZEROES = 13;
    /** Ranges whose content shall be gone for good. */
    public static final int VIRTIO_BLK_T_SECURE_ERASE = 14;

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
        return little(HEADER_BYTES).putInt(type).putInt(0).putLong(sector).array();
    }

    /** One range of a discard, write zeroes or secure erase, for a driver. */
    public static byte[] segment(long sector, int sectors, int flags) {
        return little(SEGMENT_BYTES).putLong(sector).putInt(sectors).putInt(flags).array();
    }

    /** The name of a request type, for displays. */
    public static String typeName(int type) {
        return switch (type) {
            case VIRTIO_BLK_T_IN -> "IN";
            case VIRTIO_BLK_T_OUT -> "OUT";
            case VIRTIO_BLK_T_FLUSH -> "FLUSH";
            case VIRTIO_BLK_T_FLUSH_OUT -> "FLUSH_OUT";
            case VIRTIO_BLK_T_GET_ID -> "GET_ID";
            case VIRTIO_BLK_T_GET_LIFETIME -> "GET_LIFETIME";
            case VIRTIO_BLK_T_DISCARD -> "DISCARD";
            case VIRTIO_BLK_T_WRITE_ZEROES -> "WRITE_ZEROES";
            case VIRTIO_BLK_T_SECURE_ERASE -> "SECURE_ERASE";
            default -> "type " + Integer.toUnsignedString(type);
        };
    }

    private static ByteBuffer little(int sizeBytes) {
        return ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

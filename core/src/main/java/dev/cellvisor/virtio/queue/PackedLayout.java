package dev.cellvisor.virtio.queue;

/** Where everything of a packed virtqueue stands (VIRTIO 1.4, 2.8). Used by device, driver, views and tests alike. */
public final class PackedLayout {

    /** The largest queue size; any number up to it is allowed (VIRTIO 1.4, 2.8.10.1). */
    public static final int MAX_SIZE = 32768;

    /** Descriptor flag: equal to the driver's wrap counter in an available descriptor, to the device's in a used one. */
    public static final int VIRTQ_DESC_F_AVAIL = 1 << 7;
    /** Descriptor flag: the inverse of the driver's wrap counter in an available descriptor, equal to the device's in a used one. */
    public static final int VIRTQ_DESC_F_USED = 1 << 15;
    /** Both flags that tell whose a descriptor is. */
    public static final int OWNER_FLAGS = VIRTQ_DESC_F_AVAIL | VIRTQ_DESC_F_USED;

    /** Bytes of one descriptor: le64 addr, le32 len, le16 id, le16 flags. */
    public static final int DESC_SIZE = 16;
    /** Offset of {@code addr} in a descriptor. */
    public static final int DESC_ADDR = 0;
    /** Offset of {@code len} in a descriptor. */
    public static final int DESC_LEN = 8;
    /** Offset of {@code id} in a descriptor. */
    public static final int DESC_ID = 12;
    /** Offset of {@code flags} in a descriptor. */
    public static final int DESC_FLAGS = 14;

    /** Alignment of the descriptor ring. */
    public static final int DESC_ALIGN = 16;
    /** Alignment of both event suppression structures. */
    public static final int EVENT_ALIGN = 4;
    /** Bytes of an event suppression structure: le16 desc (offset and wrap counter), le16 flags. */
    public static final int EVENT_SIZE = 4;
    /** Offset of {@code desc} in an event suppression structure: bits 0 to 14 offset, bit 15 wrap counter. */
    public static final int EVENT_DESC = 0;
    /** Offset of {@code flags} in an event suppression structure. */
    public static final int EVENT_FLAGS = 2;

    /** Event flags: tell me of everything. */
    public static final int RING_EVENT_FLAGS_ENABLE = 0;
    /** Event flags: tell me of nothing. */
    public static final int RING_EVENT_FLAGS_DISABLE = 1;
    /** Event flags: tell me when the descriptor of {@code desc} is reached; with VIRTIO_F_EVENT_IDX only. */
    public static final int RING_EVENT_FLAGS_DESC = 2;

    private PackedLayout() {
    }

    /** Whether a packed queue may have this size: 1 to 32768. */
    public static boolean validSize(int size) {
        return size >= 1 && size <= MAX_SIZE;
    }

    /** Bytes of the descriptor ring. */
    public static long descSizeBytes(int size) {
        return (long) DESC_SIZE * size;
    }

    /** The flags AVAIL and USED of a descriptor that the driver makes available while its wrap counter has this value. */
    public static int available(boolean wrap) {
        return wrap ? VIRTQ_DESC_F_AVAIL : VIRTQ_DESC_F_USED;
    }

    /** The flags AVAIL and USED of a descriptor that the device uses while its wrap counter has this value. */
    public static int used(boolean wrap) {
        return wrap ? OWNER_FLAGS : 0;
    }

    /** An offset and a wrap counter in 16 bits, as event suppression structures and notifications have them. */
    public static int position(int offset, boolean wrap) {
        return offset | (wrap ? 1 << 15 : 0);
    }

    /** The offset of a {@linkplain #position position}. */
    public static int offset(int position) {
        return position & 0x7fff;
    }

    /** The wrap counter of a {@linkplain #position position}. */
    public static boolean wrap(int position) {
        return (position & 1 << 15) != 0;
    }

    /** How many descriptors lie from one {@linkplain #position position} up to another: 0 to 2 * size - 1. */
    public static int distance(int from, int to, int size) {
        int steps = lap(to, size) - lap(from, size);
        return steps < 0 ? steps + 2 * size : steps;
    }

    private static int lap(int position, int size) {
        return offset(position) + (wrap(position) ? 0 : size);
    }

    /**
     * Whether a step over {@code count} descriptors from {@code before} passes {@code event}: the other side asked to be told when the
     * descriptor there is made available or used (VIRTIO 1.4, 2.8.10).
     *
     * @param event a {@linkplain #position position}; one beyond the ring is taken as passed, so that nobody waits for ever
     */
    public static boolean passes(int event, int before, int count, int size) {
        return offset(event) >= size || distance(before, event, size) < count;
    }

    /** Flags of a descriptor in words, e.g. {@code "WRITE|AVAIL"}; {@code "0"} if none is set. */
    public static String descFlagNames(int flags) {
        String plain = SplitLayout.descFlagNames(flags & ~OWNER_FLAGS);
        String owner = switch (flags & OWNER_FLAGS) {
            case 0 -> "";
            case VIRTQ_DESC_F_AVAIL -> "AVAIL";
            case VIRTQ_DESC_F_USED -> "USED";
            default -> "AVAIL|USED";
        };
        return owner.isEmpty() ? plain : plain.equals("0") ? owner : plain + "|" + owner;
    }

    /** An event suppression structure in words, e.g. {@code "at 3, wrap 1"}. */
    public static String eventText(int desc, int flags) {
        return switch (flags & 3) {
            case RING_EVENT_FLAGS_ENABLE -> "enabled";
            case RING_EVENT_FLAGS_DISABLE -> "disabled";
            case RING_EVENT_FLAGS_DESC -> "at descriptor " + offset(desc) + ", wrap counter " + (wrap(desc) ? 1 : 0);
            default -> "reserved value 3";
        };
    }
}

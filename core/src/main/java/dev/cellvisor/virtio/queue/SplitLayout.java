package dev.cellvisor.virtio.queue;

/** Where everything of a split virtqueue stands (VIRTIO 1.4, 2.7). Used by device, driver, views and tests alike. */
public final class SplitLayout {

    /** The largest queue size (VIRTIO 1.4, 2.7). */
    public static final int MAX_SIZE = 32768;

    /** Descriptor flag: the chain goes on at {@code next}. */
    public static final int VIRTQ_DESC_F_NEXT = 1;
    /** Descriptor flag: the device writes here (else it reads). */
    public static final int VIRTQ_DESC_F_WRITE = 2;
    /** Descriptor flag: the buffer is a table of descriptors. */
    public static final int VIRTQ_DESC_F_INDIRECT = 4;

    /** Flag of the available ring: the driver wants no used buffer notifications. */
    public static final int VIRTQ_AVAIL_F_NO_INTERRUPT = 1;
    /** Flag of the used ring: the device wants no available buffer notifications. */
    public static final int VIRTQ_USED_F_NO_NOTIFY = 1;

    /** Bytes of one descriptor: le64 addr, le32 len, le16 flags, le16 next. */
    public static final int DESC_SIZE = 16;
    /** Offset of {@code addr} in a descriptor. */
    public static final int DESC_ADDR = 0;
    /** Offset of {@code len} in a descriptor. */
    public static final int DESC_LEN = 8;
    /** Offset of {@code flags} in a descriptor. */
    public static final int DESC_FLAGS = 12;
    /** Offset of {@code next} in a descriptor. */
    public static final int DESC_NEXT = 14;

    /** Alignment of the descriptor table. */
    public static final int DESC_ALIGN = 16;
    /** Alignment of the available ring. */
    public static final int AVAIL_ALIGN = 2;
    /** Alignment of the used ring. */
    public static final int USED_ALIGN = 4;

    /** Offset of {@code flags} in the available ring, and in the used ring. */
    public static final int RING_FLAGS = 0;
    /** Offset of {@code idx} in the available ring, and in the used ring. */
    public static final int RING_IDX = 2;
    /** Offset of the first element in the available ring, and in the used ring. */
    public static final int RING_FIRST = 4;
    /** Bytes of an element of the available ring: a le16 head. */
    public static final int AVAIL_ELEM_SIZE = 2;
    /** Bytes of an element of the used ring: le32 id, le32 len. */
    public static final int USED_ELEM_SIZE = 8;

    private SplitLayout() {
    }

    /**
     * The three parts of a legacy queue, which lie one behind the other (VIRTIO 1.4, 2.7.2).
     *
     * @param desc address of the descriptor table
     * @param avail address of the available ring
     * @param used address of the used ring: the next multiple of the alignment
     * @param end address behind it, rounded up to the alignment
     */
    public record Legacy(long desc, long avail, long used, long end) {
    }

    /**
     * Where the parts of a legacy queue are. {@code used_event} and {@code avail_event} always have their place there.
     *
     * @param address of the whole queue
     * @param alignment Queue Align, a power of two
     */
    public static Legacy legacy(long address, int size, long alignment) {
        long avail = address + descSizeBytes(size);
        long used = alignUp(avail + availSizeBytes(size, true), alignment);
        return new Legacy(address, avail, used, alignUp(used + usedSizeBytes(size, true), alignment));
    }

    private static long alignUp(long address, long alignment) {
        return address + alignment - 1 & -alignment;
    }

    /** Whether a split queue may have this size: a power of two, 1 to 32768. */
    public static boolean validSize(int size) {
        return size >= 1 && size <= MAX_SIZE && Integer.bitCount(size) == 1;
    }

    /** Bytes of the descriptor table. */
    public static long descSizeBytes(int size) {
        return (long) DESC_SIZE * size;
    }

    /** Bytes of the available ring; {@code used_event} exists only with VIRTIO_F_EVENT_IDX. */
    public static long availSizeBytes(int size, boolean eventIdx) {
        return usedEvent(size) + (eventIdx ? 2 : 0);
    }

    /** Bytes of the used ring; {@code avail_event} exists only with VIRTIO_F_EVENT_IDX. */
    public static long usedSizeBytes(int size, boolean eventIdx) {
        return availEvent(size) + (eventIdx ? 2 : 0);
    }

    /** Offset of {@code used_event} in the available ring. */
    public static long usedEvent(int size) {
        return RING_FIRST + (long) AVAIL_ELEM_SIZE * size;
    }

    /** Offset of {@code avail_event} in the used ring. */
    public static long availEvent(int size) {
        return RING_FIRST + (long) USED_ELEM_SIZE * size;
    }

    /** Offset of the element of the available ring that belongs to a running index. */
    public static long availElem(int idx, int size) {
        return RING_FIRST + (long) AVAIL_ELEM_SIZE * (idx & size - 1);
    }

    /** Offset of the element of the used ring that belongs to a running index. */
    public static long usedElem(int idx, int size) {
        return RING_FIRST + (long) USED_ELEM_SIZE * (idx & size - 1);
    }

    /**
     * Whether a step of a running index from {@code before} to {@code now} passes {@code event}: the other side asked to be
     * told when the entry with index {@code event} is placed (VIRTIO 1.4, 2.7.7.2 and 2.7.10.2). All three are 16 bits.
     */
    public static boolean passes(int event, int before, int now) {
        return (now - event - 1 & 0xffff) < (now - before & 0xffff);
    }

    /** Flags of a descriptor in words, e.g. {@code "NEXT|WRITE"}; {@code "0"} if none is set. */
    public static String descFlagNames(int flags) {
        var text = new StringBuilder();
        append(text, flags, VIRTQ_DESC_F_NEXT, "NEXT");
        append(text, flags, VIRTQ_DESC_F_WRITE, "WRITE");
        append(text, flags, VIRTQ_DESC_F_INDIRECT, "INDIRECT");
        int rest = flags & ~7;
        if (rest != 0) {
            append(text, 1, 1, "0x%x".formatted(rest));
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    private static void append(StringBuilder text, int flags, int flag, String name) {
        if ((flags & flag) != 0) {
            text.append(text.isEmpty() ? "" : "|").append(name);
        }
    }
}

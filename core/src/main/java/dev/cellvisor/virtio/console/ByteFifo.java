package dev.cellvisor.virtio.console;

import java.util.Arrays;

/** Bytes in a row: added at the end, taken from the front. It grows as it must. */
final class ByteFifo {
    private static final int FIRST_BYTES = 256;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int start;
    private int count;

    int count() {
        return count;
    }

    void add(byte[] source) {
        if (start + count + source.length > bytes.length) {
            byte[] room = count + source.length <= bytes.length / 2 ? bytes
                    : new byte[Math.max(FIRST_BYTES, Integer.highestOneBit(count + source.length) * 2)];
            System.arraycopy(bytes, start, room, 0, count);
            bytes = room;
            start = 0;
        }
        System.arraycopy(source, 0, bytes, start + count, source.length);
        count += source.length;
    }

    /** The array that holds the bytes, from {@link #start} on; for reading. */
    byte[] array() {
        return bytes;
    }

    int start() {
        return start;
    }

    /** Takes bytes away from the front. */
    void drop(int size) {
        start += size;
        count -= size;
        if (count == 0) {
            start = 0;
        }
    }

    byte[] toArray() {
        return Arrays.copyOfRange(bytes, start, start + count);
    }

    void set(byte[] content) {
        bytes = content.length == 0 ? new byte[FIRST_BYTES] : content.clone();
        start = 0;
        count = content.length;
    }
}

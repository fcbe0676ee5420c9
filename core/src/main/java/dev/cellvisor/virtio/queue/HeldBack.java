package dev.cellvisor.virtio.queue;

import java.util.Arrays;

/**
 * With VIRTIO_F_IN_ORDER: the chains that the device has, in the order in which they were made available. What is completed out of
 * this order waits here until everything before it is completed too.
 */
final class HeldBack {
    private int[] ids = {};
    private long[] rooms = {};
    private long[] written = {};
    private boolean[] done = {};
    private int first;
    private int count;

    /** Empties it, and makes room for a queue of this size. */
    void clear(int size) {
        if (ids.length < size) {
            ids = new int[size];
            rooms = new long[size];
            written = new long[size];
            done = new boolean[size];
        }
        first = 0;
        count = 0;
    }

    private int at(int position) {
        int at = first + position;
        return at < ids.length ? at : at - ids.length;
    }

    /** A chain was taken; {@code room} is how many bytes the device may write. */
    void add(int id, long room) {
        int at = at(count++);
        ids[at] = id;
        rooms[at] = room;
        done[at] = false;
    }

    /** Whether a chain is with the device and not completed. */
    boolean has(int id) {
        return find(id) >= 0;
    }

    private int find(int id) {
        for (int i = 0; i < count; i++) {
            int at = at(i);
            if (ids[at] == id && !done[at]) {
                return at;
            }
        }
        return -1;
    }

    /** A chain was completed. */
    void done(int id, long writtenBytes) {
        int at = find(id);
        done[at] = true;
        written[at] = writtenBytes;
    }

    /** Whether the oldest chain is completed. */
    boolean ready() {
        return count > 0 && done[first];
    }

    /** Whether the one after the oldest is completed too. */
    boolean moreReady() {
        return count > 1 && done[at(1)];
    }

    int oldest() {
        return ids[first];
    }

    long oldestWritten() {
        return written[first];
    }

    /** Whether the oldest was used completely: the driver takes so much for granted when it is told of a later one only. */
    boolean oldestFull() {
        return written[first] == rooms[first];
    }

    void removeOldest() {
        first = at(1);
        count--;
    }

    long[] save() {
        long[] numbers = new long[count * 4];
        for (int i = 0; i < count; i++) {
            int at = at(i);
            numbers[4 * i] = ids[at];
            numbers[4 * i + 1] = rooms[at];
            numbers[4 * i + 2] = done[at] ? 1 : 0;
            numbers[4 * i + 3] = done[at] ? written[at] : 0;
        }
        return numbers;
    }

    void restore(long[] numbers, int size) {
        clear(Math.max(size, numbers.length / 4));
        for (int i = 0; i + 3 < numbers.length; i += 4) {
            add((int) numbers[i], numbers[i + 1]);
            done[i / 4] = numbers[i + 2] != 0;
            written[i / 4] = numbers[i + 3];
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(save());
    }
}

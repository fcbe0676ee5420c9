package dev.cellvisor.virtio.vsock;

import dev.cellvisor.state.State;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Bytes first in, first out, with marks between them: where a message ends, and its flags. A stream has no marks. */
final class Fifo {
    private static final int SMALLEST = 256;

    /** @param position counted from the first byte that ever came */
    private record Mark(long position, int flags) {
    }

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private byte[] bytes = new byte[SMALLEST];
    private int start;
    private int count;
    /** How many bytes were ever taken. */
    private long taken;

    int size() {
        return count;
    }

    boolean isEmpty() {
        return count == 0 && marks.isEmpty();
    }

    boolean hasMark() {
        return !marks.isEmpty();
    }

    /** Bytes up to the next mark, or all if there is none. */
    int piece() {
        return marks.isEmpty() ? count : (int) (marks.getFirst().position - taken);
    }

    void append(byte[] source, int offset, int size) {
        if (start + count + size > bytes.length) {
            byte[] target = count + size <= bytes.length / 2 ? bytes : new byte[Math.max(SMALLEST, Integer.highestOneBit(count + size) * 2)];
            System.arraycopy(bytes, start, target, 0, count);
            bytes = target;
            start = 0;
        }
        System.arraycopy(source, offset, bytes, start + count, size);
        count += size;
    }

    /** Ends a message here. */
    void mark(int flags) {
        marks.add(new Mark(taken + count, flags));
    }

    /** Takes bytes, never across a mark. */
    byte[] take(int most) {
        int size = Math.min(most, piece());
        byte[] result = Arrays.copyOfRange(bytes, start, start + size);
        start += size;
        count -= size;
        taken += size;
        if (count == 0) {
            start = 0;
            if (bytes.length > 1 << 20) {
                bytes = new byte[SMALLEST];
            }
        }
        return result;
    }

    /** Takes the mark that is next if no byte stands before it: its flags, or -1. */
    int takeMark() {
        return !marks.isEmpty() && piece() == 0 ? marks.removeFirst().flags : -1;
    }

    void clear() {
        taken += count;
        count = 0;
        start = 0;
        marks.clear();
    }

    State save() {
        long[] flat = marks.stream().flatMapToLong(mark -> java.util.stream.LongStream.of(mark.position - taken, mark.flags)).toArray();
        return State.of("fifo", 1).put("bytes", Arrays.copyOfRange(bytes, start, start + count)).put("marks", flat).build();
    }

    static Fifo of(State state) {
        byte[] saved = state.expect("fifo", 1).bytes("bytes");
        long[] flat = state.numbers("marks");
        var fifo = new Fifo();
        fifo.append(saved, 0, saved.length);
        for (int i = 0; i + 1 < flat.length; i += 2) {
            fifo.marks.add(new Mark(flat[i], (int) flat[i + 1]));
        }
        return fifo;
    }
}

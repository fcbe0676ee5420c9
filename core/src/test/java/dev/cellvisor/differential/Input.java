package dev.cellvisor.differential;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The registers that a block starts with, laid out as an input record of {@link Layout}. */
final class Input {
    final long[] words = new long[Layout.INPUT_SIZE / 8];

    long get(int offset) {
        return words[offset / 8];
    }

    void set(int offset, long value) {
        words[offset / 8] = value;
    }

    Input copy() {
        var copy = new Input();
        System.arraycopy(words, 0, copy.words, 0, words.length);
        return copy;
    }

    void writeTo(MemorySegment ram, long address) {
        MemorySegment.copy(words, 0, ram, ValueLayout.JAVA_LONG_UNALIGNED, address - Layout.RAM, words.length);
    }
}

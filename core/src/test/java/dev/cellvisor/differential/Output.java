package dev.cellvisor.differential;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a block left behind, laid out as an output record of {@link Layout}. */
final class Output {
    final long[] words = new long[Layout.OUTPUT_SIZE / 8];

    static Output read(MemorySegment ram, long address) {
        var output = new Output();
        MemorySegment.copy(ram, ValueLayout.JAVA_LONG_UNALIGNED, address - Layout.RAM, output.words, 0, output.words.length);
        return output;
    }

    long get(int offset) {
        return words[offset / 8];
    }

    long x(int number) {
        return get(Layout.X + 8 * number);
    }

    /** Exception class of the exception that ended the block. */
    int exceptionClass() {
        return (int) (get(Layout.ESR) >>> 26) & 0x3f;
    }

    /** Which words differ, as lines {@code name: this / other}. */
    List<String> differences(Output other) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i] != other.words[i]) {
                lines.add("%-10s %016x / %016x".formatted(name(8 * i), words[i], other.words[i]));
            }
        }
        return lines;
    }

    /** What kinds of things differ: the same mistake in other registers has the same signature. */
    String signature(Output other) {
        var kinds = new TreeSet<String>();
        for (int i = 0; i < words.length; i++) {
            if (words[i] != other.words[i]) {
                kinds.add(name(8 * i).replaceAll("[0-9+\\[\\]-]+", ""));
            }
        }
        if (kinds.contains("esr")) {
            return "%08x/%08x".formatted(get(Layout.ESR), other.get(Layout.ESR));
        }
        return kinds.toString();
    }

    static String name(int offset) {
        if (offset < 248) {
            return "x" + offset / 8;
        }
        if (offset >= Layout.WINDOW) {
            return "window[%+d]".formatted(offset - Layout.WINDOW - Layout.WINDOW_HALF);
        }
        if (offset >= Layout.V && offset < Layout.VECTOR) {
            return "v%d.%s".formatted((offset - Layout.V) / 16, offset % 16 == 0 ? "lo" : "hi");
        }
        return switch (offset) {
            case Layout.SP_EL1 -> "sp_el1";
            case Layout.SP_EL0 -> "sp_el0";
            case Layout.SPSR -> "spsr";
            case Layout.ELR -> "elr";
            case Layout.ESR -> "esr";
            case Layout.FAR -> "far";
            case Layout.FPCR -> "fpcr";
            case Layout.FPSR -> "fpsr";
            case Layout.VECTOR -> "vector";
            case Layout.TPIDR_EL0 -> "tpidr_el0";
            case Layout.PAR_EL1 -> "par_el1";
            default -> "unused+" + offset;
        };
    }
}

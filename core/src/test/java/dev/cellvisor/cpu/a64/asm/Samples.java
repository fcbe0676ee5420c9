package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Instruction words to try: a few of every encoding, always the same. With {@code -Dcellvisor.full=true}, a thousand of each. */
final class Samples {

    private Samples() {
    }

    static boolean full() {
        return Boolean.getBoolean("cellvisor.full");
    }

    /** What a figure says of itself. */
    static String note() {
        return full() ? "" : " (a sample)";
    }

    /** Words of every encoding. */
    static int[] words(int few) {
        List<Integer> words = new ArrayList<>();
        Random random = new Random(1);
        for (InstructionTable.Entry entry : InstructionTable.all()) {
            words.addAll(words(entry, full() ? 1000 : few, random));
        }
        return words.stream().mapToInt(word -> word).toArray();
    }

    /** Registers 31 are special: more of the words have them than chance would give. Fields that are mostly zeros make aliases. */
    private static List<Integer> words(InstructionTable.Entry entry, int count, Random random) {
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < count * 20 && words.size() < count; i++) {
            int free = switch (i % 8) {
                case 1, 5 -> random.nextInt() | 31;
                case 2, 6 -> random.nextInt() | 31 << 5;
                case 3 -> random.nextInt() & random.nextInt();
                case 7 -> random.nextInt() | 31 << 16;
                default -> random.nextInt();
            };
            int word = entry.value() | free & ~entry.mask();
            if (InstructionTable.operation(word) == entry.operation()) {
                words.add(word);
            }
        }
        return words;
    }
}

package dev.cellvisor.cpu.a64.asm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What the assembler made of a source.
 *
 * @param address where the first byte belongs
 * @param bytes the whole, ready to be put into memory there
 * @param labels the addresses of the labels, in the order of the source
 * @param constants the values of {@code .equ}
 * @param pieces what each statement made, by address
 */
public record Program(long address, byte[] bytes, Map<String, Long> labels, Map<String, Long> constants, List<Piece> pieces) {

    /**
     * What one statement made.
     *
     * @param address where it stands
     * @param sizeBytes how long it is
     * @param line of the source, from 1; 0 for the literals of {@code ldr x0, =…}
     * @param source the statement
     * @param isInstruction whether it is code, not data
     */
    public record Piece(long address, int sizeBytes, int line, String source, boolean isInstruction) {
    }

    /** What the {@link Assembler} makes. */
    public Program {
        labels = Collections.unmodifiableMap(labels);
        constants = Collections.unmodifiableMap(constants);
        pieces = List.copyOf(pieces);
    }

    /**
     * The address of a label, or a constant.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public long symbol(String name) {
        Long value = labels.getOrDefault(name, constants.get(name));
        if (value == null) {
            List<String> names = new ArrayList<>(labels.keySet());
            names.addAll(constants.keySet());
            throw new IllegalArgumentException("the program has no label or constant '" + name + "'" + Nearest.hint(name, names));
        }
        return value;
    }

    /**
     * The bytes as little-endian words.
     *
     * @throws IllegalStateException if they are no whole number of words
     */
    public int[] words() {
        if (bytes.length % 4 != 0) {
            throw new IllegalStateException("the program has " + bytes.length + " bytes, which is no whole number of words: end it with .align 2");
        }
        int[] words = new int[bytes.length / 4];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(i * 4);
        }
        return words;
    }

    private int word(int offset) {
        return bytes[offset] & 0xff | (bytes[offset + 1] & 0xff) << 8 | (bytes[offset + 2] & 0xff) << 16 | bytes[offset + 3] << 24;
    }

    /** A listing: address, word, and the statement it came from. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            labels.forEach((name, value) -> {
                if (value == piece.address()) {
                    out.append(name).append(":\n");
                }
            });
            int offset = (int) (piece.address() - address);
            String content = piece.isInstruction() ? "%08x".formatted(word(offset)) : piece.sizeBytes() + (piece.sizeBytes() == 1 ? " byte" : " bytes");
            out.append("%16x:  %-8s  %s%n".formatted(piece.address(), content, piece.source()));
        }
        return out.toString();
    }
}

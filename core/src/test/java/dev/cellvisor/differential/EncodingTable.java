package dev.cellvisor.differential;

import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Feature;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The project's own table of encodings, which its package keeps to itself, as the generator of blocks needs it. */
final class EncodingTable {

    /**
     * One field of an encoding that is not fixed.
     *
     * @param register whether it is a register number
     */
    record Part(String name, int low, int width, boolean register) {
    }

    /**
     * One encoding.
     *
     * @param op the operation's number
     * @param name class and method, e.g. {@code AddSubImmediate.add64}
     */
    record Encoding(int op, String name, int mask, int value, Feature feature, List<Part> parts) {
    }

    private final Decoder decoder;
    private final List<Encoding> encodings = new ArrayList<>();
    private final Encoding[] byOperation;

    /** @param features what the CPU model has; encodings of others are left out */
    EncodingTable(Set<Feature> features) {
        decoder = new Decoder(features);
        int[] masks = (int[]) read("Encodings", "MASK");
        int[] values = (int[]) read("Encodings", "VALUE");
        Feature[] needs = (Feature[]) read("Encodings", "FEATURE");
        String[] names = (String[]) read("EncodingTexts", "NAME");
        String[] bits = (String[]) read("EncodingTexts", "BITS");
        byOperation = new Encoding[masks.length];
        for (int op = (int) read("Encodings", "FIRST"); op < masks.length; op++) {
            var encoding = new Encoding(op, names[op], masks[op], values[op], needs[op], parts(bits[op]));
            byOperation[op] = encoding;
            if (features.contains(needs[op])) {
                encodings.add(encoding);
            }
        }
    }

    static EncodingTable everything() {
        return new EncodingTable(EnumSet.allOf(Feature.class));
    }

    List<Encoding> encodings() {
        return encodings;
    }

    /** The encoding of a word, or {@code null} if it is Undefined. */
    Encoding decode(int word) {
        int op = decoder.operation(word);
        return op == Decoder.UNDEFINED ? null : byOperation[op];
    }

    private static Object read(String type, String field) {
        try {
            Field f = Class.forName("dev.cellvisor.cpu.a64.isa." + type).getDeclaredField(field);
            f.setAccessible(true);
            return f.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated table has changed its shape", e);
        }
    }

    static List<Part> parts(String bits) {
        List<Part> parts = new ArrayList<>();
        int at = 32;
        for (String piece : bits.trim().split("\\s+")) {
            if (piece.matches("[01x]+")) {
                at -= piece.length();
                for (int i = 0; i < piece.length(); i++) {
                    if (piece.charAt(i) == 'x') {
                        parts.add(new Part("x", at + piece.length() - 1 - i, 1, false));
                    }
                }
                continue;
            }
            String[] halves = piece.split(":");
            String name = halves[0].split("\\|")[0];
            int width = halves.length > 1 ? Integer.parseInt(halves[1]) : 5;
            at -= width;
            parts.add(new Part(name, at, width, width == 5 && name.startsWith("R")));
        }
        if (at != 0) {
            throw new IllegalStateException("not 32 bits: " + bits);
        }
        return parts;
    }
}

package dev.cellvisor.cpu.a64.isa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of encodings, for what is built from it beside the engine: disassembler, assembler, explanations. It knows the instructions of
 * all features, whatever the CPU model has.
 */
public final class InstructionTable {
    /** Made when they are first asked for. */
    private static final Entry[] ENTRIES = new Entry[Encodings.COUNT];
    private static final Decoder DECODER = new Decoder(EnumSet.allOf(Feature.class));

    private static final String DOCUMENTATION = "/// ";
    private static final Supplier<Map<String, String>> MEANINGS = new Meanings();

    private InstructionTable() {
    }

    /** Family or meaning to its text, from a generated resource; read when somebody asks for the first time. */
    private static final class Meanings implements Supplier<Map<String, String>> {
        private Map<String, String> texts;

        @Override
        public synchronized Map<String, String> get() {
            if (texts == null) {
                texts = new HashMap<>();
                try (InputStream in = InstructionTable.class.getResourceAsStream("meanings.txt")) {
                    for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^@")) {
                        int end = part.indexOf('\n');
                        texts.put(part.substring(0, end), part.substring(end + 1));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("the library's own meanings.txt cannot be read", e);
                }
            }
            return texts;
        }
    }

    /**
     * One encoding.
     *
     * @param operation its number, from {@link #first()} up
     * @param family the simple name of the class that holds it, e.g. {@code AddSubImmediate}
     * @param method the name of the method that is its meaning, e.g. {@code add64}
     * @param bits as in {@link Insn#bits()}
     * @param asm as in {@link Insn#asm()}
     * @param aliases as in {@link Insn#alias()}
     * @param mask the fixed bits
     * @param value what they are
     * @param feature what a CPU model must have
     */
    public record Entry(int operation, String family, String method, String bits, String asm, List<String> aliases, int mask, int value,
            Feature feature) {

        /** Family and method: {@code AddSubImmediate.add64}. */
        public String name() {
            return family + '.' + method;
        }

        /** The family's title in the Arm ARM, e.g. {@code Add/subtract (immediate)}. */
        public String familyTitle() {
            try {
                Class<?> holder = Class.forName(InstructionTable.class.getPackageName() + '.' + family);
                return holder.getAnnotation(Family.class).value();
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the generated table names family " + family + ", which does not exist: run GenerateIsa again", e);
            }
        }

        /** What the family's and the meaning's documentation say, as plain text. */
        public String documentation() {
            StringBuilder text = new StringBuilder();
            for (String key : List.of(family, name())) {
                MEANINGS.get().getOrDefault(key, "").lines().filter(line -> line.startsWith(DOCUMENTATION))
                        .forEach(line -> text.append(text.isEmpty() ? "" : " ").append(line.substring(DOCUMENTATION.length())));
            }
            return text.toString();
        }

        /** The Java source of the meaning: what the emulated CPU does. */
        public String source() {
            return MEANINGS.get().getOrDefault(name(), "").lines().filter(line -> !line.startsWith(DOCUMENTATION))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The number of the first operation. */
    public static int first() {
        return Encodings.FIRST;
    }

    /** One more than the number of the last operation. */
    public static int end() {
        return Encodings.COUNT;
    }

    /** All encodings, by number. */
    public static List<Entry> all() {
        return IntStream.range(Encodings.FIRST, Encodings.COUNT).mapToObj(InstructionTable::entry).toList();
    }

    /**
     * The encoding of an operation.
     *
     * @param operation from {@link #first()} to less than {@link #end()}
     */
    public static Entry entry(int operation) {
        Entry entry = ENTRIES[operation];
        if (entry == null) {
            String name = EncodingTexts.NAME[operation];
            int dot = name.indexOf('.');
            entry = new Entry(operation, name.substring(0, dot), name.substring(dot + 1), EncodingTexts.BITS[operation], EncodingTexts.ASM[operation],
                    List.of(EncodingTexts.ALIAS[operation]), Encodings.MASK[operation], Encodings.VALUE[operation], Encodings.FEATURE[operation]);
            ENTRIES[operation] = entry;
        }
        return entry;
    }

    /** The operation's number of an instruction word; {@link Decoder#UNDEFINED} if it is none of the table's. */
    public static int operation(int word) {
        synchronized (DECODER) { // it fills its look-up as it goes
            return DECODER.operation(word);
        }
    }

    /** Whether execution does not just go on behind an operation: it branches, or may change mode, mapping or interrupts. */
    public static boolean endsBlock(int operation) {
        return operation < Encodings.FIRST || (Encodings.SLOTS[operation] & 16) != 0;
    }

    /** Family and method of an operation. */
    public static String name(int operation) {
        return EncodingTexts.NAME[operation];
    }

    /** The 8-bit immediate of an AdvSIMD modified immediate instruction. */
    public static int simdImm8(long d) {
        return SimdModifiedImmediate.imm8(d);
    }

    /** What it becomes for cmode 0 to 13, before MVNI or BIC inverts it, over 64 bits (Arm ARM, AdvSIMDExpandImm). */
    public static long simdImmediate(long d) {
        return SimdModifiedImmediate.shifted(d);
    }

    /** The immediate of a logical instruction (Arm ARM, DecodeBitMasks): N:immr:imms in bits 22:10, over 64 bits; 0 if they are reserved. */
    public static long bitmask(int word) {
        return LogicalImmediate.bitmask(word);
    }

    /** The immediate of FMOV from its 8 bits (Arm ARM, VFPExpandImm). */
    public static double fpImmediate(int imm8) {
        return Double.longBitsToDouble(FpImmediate.dbl(imm8));
    }
}

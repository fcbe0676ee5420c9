// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** Every encoding: what is fixed, what it needs, and which slots its registers have. The index is the operation's number. */
final class Encodings {
    /** Operations: 0 to 3 are the engine's own, encodings follow. */
    static final int COUNT = 12;
    static final int FIRST = 4;
    static final int[] MASK = new int[COUNT];
    static final int[] VALUE = new int[COUNT];
    /** Bit 0: Rn 31 is SP; bits 2:1 for bits 4:0: 0 destination, 1 source, 2 SP; bit 3: has a condition. */
    static final byte[] SLOTS = new byte[COUNT];
    static final Feature[] FEATURE = new Feature[COUNT];

    static {
        part0();
    }

    private Encodings() {
    }

    private static void put(int op, int mask, int value, int slots, Feature feature) {
        MASK[op] = mask;
        VALUE[op] = value;
        SLOTS[op] = (byte) slots;
        FEATURE[op] = feature;
    }

    private static void part0() {
        put(4, 0xff800000, 0x91000000, 5, Feature.BASE); // AddSubImmediate.add64
        put(5, 0xff800000, 0x11000000, 5, Feature.BASE); // AddSubImmediate.add32
        put(6, 0xff800000, 0xb1000000, 1, Feature.BASE); // AddSubImmediate.adds64
        put(7, 0xff800000, 0x31000000, 1, Feature.BASE); // AddSubImmediate.adds32
        put(8, 0xff800000, 0xd1000000, 5, Feature.BASE); // AddSubImmediate.sub64
        put(9, 0xff800000, 0x51000000, 5, Feature.BASE); // AddSubImmediate.sub32
        put(10, 0xff800000, 0xf1000000, 1, Feature.BASE); // AddSubImmediate.subs64
        put(11, 0xff800000, 0x71000000, 1, Feature.BASE); // AddSubImmediate.subs32
    }

    /** Whether the condition of an operation that has one holds for a word. */
    static boolean holds(int op, int w) {
        return switch (op) {
            default -> true;
        };
    }
}

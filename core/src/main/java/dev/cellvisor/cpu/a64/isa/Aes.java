package dev.cellvisor.cpu.a64.isa;

/** The round functions of AES (FIPS 197) on a state of 16 bytes in two longs, column by column. */
final class Aes {
    private static final byte[] SUBSTITUTE = new byte[256];
    private static final byte[] INVERSE = new byte[256];

    static {
        // FIPS 197, 5.1.1: the inverse in GF(2^8), then an affine map. 3 generates the field, and 0xf6 is its inverse.
        int p = 1;
        int q = 1;
        do {
            p ^= multiplyBy2(p);
            q = multiply(q, 0xf6);
            substitute(p, q);
        } while (p != 1);
        SUBSTITUTE[0] = 0x63;
        INVERSE[0x63] = 0;
    }

    private Aes() {
    }

    private static void substitute(int p, int inverse) {
        int rotations = inverse * 0x101;
        int result = (inverse ^ rotations >> 7 ^ rotations >> 6 ^ rotations >> 5 ^ rotations >> 4) & 0xff ^ 0x63;
        SUBSTITUTE[p] = (byte) result;
        INVERSE[result] = (byte) p;
    }

    private static int multiplyBy2(int a) {
        return (a << 1 ^ (a >> 7) * 0x1b) & 0xff;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        for (int rest = b; rest != 0; rest >>= 1, a = multiplyBy2(a)) {
            product ^= -(rest & 1) & a;
        }
        return product;
    }

    private static int at(long low, long high, int i) {
        return (int) ((i & 8) == 0 ? low >>> 8 * i : high >>> 8 * i) & 0xff;
    }

    /** Bytes {@code first} to {@code first + 7} of SubBytes(ShiftRows(state)): row r moves r columns to the left. */
    static long shiftAndSubstitute(long low, long high, int first) {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            int row = i & 3;
            result |= (SUBSTITUTE[at(low, high, first + i + 4 * row & 15)] & 0xffL) << 8 * i;
        }
        return result;
    }

    /** The inverse of {@link #shiftAndSubstitute}. */
    static long inverseShiftAndSubstitute(long low, long high, int first) {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            int row = i & 3;
            result |= (INVERSE[at(low, high, first + i - 4 * row & 15)] & 0xffL) << 8 * i;
        }
        return result;
    }

    /** Every byte times 2 in GF(2^8). */
    private static long twice(long a) {
        return (a & 0x7f7f_7f7f_7f7f_7f7fL) << 1 ^ (a >>> 7 & 0x0101_0101_0101_0101L) * 0x1b;
    }

    /** Both columns rotated up by {@code bytes}. */
    private static long rotate(long a, int bytes) {
        return Integer.rotateRight((int) a, 8 * bytes) & 0xffff_ffffL | (long) Integer.rotateRight((int) (a >>> 32), 8 * bytes) << 32;
    }

    /** MixColumns of two columns: 2 3 1 1. */
    static long mixColumns(long a) {
        long next = rotate(a, 1);
        return twice(a ^ next) ^ next ^ rotate(a, 2) ^ rotate(a, 3);
    }

    /** InvMixColumns of two columns: 14 11 13 9, which is MixColumns after 5 0 4 0. */
    static long inverseMixColumns(long a) {
        long four = twice(twice(a ^ rotate(a, 2)));
        return mixColumns(a ^ four);
    }
}

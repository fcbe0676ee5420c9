package dev.cellvisor.cpu.a64.isa;

import java.util.function.LongUnaryOperator;

/**
 * QARMA-64 with five rounds, as pointer authentication uses it (Avanzi, "The QARMA Block Cipher Family", 2017; Arm ARM, ComputePAC): a block cipher
 * with a tweak, on 16 cells of 4 bits. Cell 0 is bits 3:0 here, so tables name cells from that end. What the parts of a round do is said cell by cell;
 * tables made of that do a byte at a time.
 */
public final class Qarma {
    /** Rounds before the middle, less one. */
    public static final int ROUNDS = 4;
    /** Digits of pi, as the paper has them. */
    private static final long[] ROUND_CONSTANTS = {0, 0x1319_8a2e_0370_7344L, 0xa409_3822_299f_31d0L, 0x082e_fa98_ec4e_6c89L, 0x4528_21e6_38d0_1377L};
    private static final long ALPHA = 0xc0ac_29b7_c97c_50ddL;

    /** For each cell of the result, which it comes from. */
    private static final int[] SHUFFLE = {13, 6, 11, 0, 7, 12, 1, 10, 8, 3, 14, 5, 2, 9, 4, 15};
    private static final int[] UNSHUFFLE = inverse(SHUFFLE);
    private static final int[] TWEAK = {4, 5, 6, 7, 11, 2, 3, 8, 12, 13, 14, 15, 0, 1, 10, 9};
    private static final int[] UNTWEAK = inverse(TWEAK);
    /** Cells of the new tweak that go through the shift register. */
    private static final int STEPPED = 1 << 2 | 1 << 4 | 1 << 7 | 1 << 11 | 1 << 12 | 1 << 14 | 1 << 15;
    private static final int[] SUBSTITUTE = {0xb, 0x6, 0x8, 0xf, 0xc, 0x0, 0x9, 0xe, 0x3, 0x7, 0x4, 0x5, 0xd, 0x2, 0x1, 0xa};
    private static final int[] UNSUBSTITUTE = inverse(SUBSTITUTE);

    // Each part is linear in its bytes, or goes cell by cell: the value of a whole is the sum of its bytes' values.
    private static final long[] FORWARD = bytes(value -> mix(shuffle(value, SHUFFLE)));
    private static final long[] BACKWARD = bytes(value -> shuffle(mix(value), UNSHUFFLE));
    private static final long[] UNSHUFFLED = bytes(value -> shuffle(value, UNSHUFFLE));
    private static final long[] NEXT_TWEAK = bytes(Qarma::nextTweak);
    private static final long[] PREVIOUS_TWEAK = bytes(Qarma::previousTweak);
    private static final byte[] SUBSTITUTED = pairs(SUBSTITUTE);
    private static final byte[] UNSUBSTITUTED = pairs(UNSUBSTITUTE);

    private Qarma() {
    }

    private static long[] bytes(LongUnaryOperator linear) {
        long[] table = new long[8 * 256];
        for (int at = 0; at < 64; at++) {
            table[(at >> 3) << 8 | 1 << (at & 7)] = linear.applyAsLong(1L << at);
        }
        for (int i = 0; i < table.length; i++) {
            int lowest = i & -i & 255;
            if (lowest != (i & 255)) {
                table[i] = table[i & -256 | lowest] ^ table[i ^ lowest];
            }
        }
        return table;
    }

    private static byte[] pairs(int[] cells) {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) (cells[i >> 4] << 4 | cells[i & 15]);
        }
        return table;
    }

    private static int[] inverse(int[] table) {
        int[] result = new int[16];
        for (int i = 0; i < 16; i++) {
            result[table[i]] = i;
        }
        return result;
    }

    /**
     * Encrypts.
     *
     * @param data 64 bits
     * @param tweak the modifier
     * @param high upper half of the key, which whitens
     * @param low lower half
     */
    static long encrypt(long data, long tweak, long high, long low) {
        long turned = turned(high);
        long mod = tweak;
        long work = data ^ high;
        for (int i = 0; i <= ROUNDS; i++) {
            work ^= low ^ mod ^ ROUND_CONSTANTS[i];
            if (i > 0) {
                work = apply(FORWARD, work);
            }
            work = apply(SUBSTITUTED, work);
            mod = apply(NEXT_TWEAK, mod);
        }
        work = apply(SUBSTITUTED, apply(FORWARD, work ^ turned ^ mod));
        work = apply(FORWARD, work) ^ low;
        work = apply(BACKWARD, apply(UNSUBSTITUTED, apply(UNSHUFFLED, work))) ^ high ^ mod;
        for (int i = 0; i <= ROUNDS; i++) {
            work = apply(UNSUBSTITUTED, work);
            if (i < ROUNDS) {
                work = apply(BACKWARD, work);
            }
            mod = apply(PREVIOUS_TWEAK, mod);
            work ^= ROUND_CONSTANTS[ROUNDS - i] ^ low ^ mod ^ ALPHA;
        }
        return work ^ turned;
    }

    /** The other whitening key. */
    private static long turned(long high) {
        return Long.rotateRight(high, 1) ^ high >>> 63;
    }

    private static long apply(long[] table, long value) {
        return table[(int) value & 255] ^ table[256 | (int) (value >>> 8) & 255] ^ table[512 | (int) (value >>> 16) & 255]
                ^ table[768 | (int) (value >>> 24) & 255] ^ table[1024 | (int) (value >>> 32) & 255] ^ table[1280 | (int) (value >>> 40) & 255]
                ^ table[1536 | (int) (value >>> 48) & 255] ^ table[1792 | (int) (value >>> 56)];
    }

    private static long apply(byte[] table, long value) {
        long result = 0;
        for (int at = 0; at < 64; at += 8) {
            result |= (table[(int) (value >>> at) & 255] & 255L) << at;
        }
        return result;
    }

    // ---- for a native engine, which works on a byte for each cell

    /** What is added in a round: its constant, and for the rounds after the middle (with {@code back}) another. */
    public static long constant(int round, boolean back) {
        return ROUND_CONSTANTS[round] ^ (back ? ALPHA : 0);
    }

    /** For each cell of a result, which it comes from: of the value, or of the tweak. */
    public static int[] order(boolean tweak, boolean back) {
        return (tweak ? back ? UNTWEAK : TWEAK : back ? UNSHUFFLE : SHUFFLE).clone();
    }

    /** What each cell's value becomes. */
    public static int[] substitution(boolean back) {
        return (back ? UNSUBSTITUTE : SUBSTITUTE).clone();
    }

    /** Bits for the tweak's cells that go through the shift register, after {@link #order} (or, back, before it). */
    public static int stepped() {
        return STEPPED;
    }

    /** What the shift register makes of a cell. */
    public static int step(int cell, boolean back) {
        return back ? cell << 1 & 15 | cell & 1 ^ cell >> 3 : cell >> 1 | ((cell ^ cell >> 1) & 1) << 3;
    }

    // ---- cell by cell

    private static int cell(long value, int number) {
        return (int) (value >>> number * 4) & 15;
    }

    private static long shuffle(long value, int[] from) {
        long result = 0;
        for (int i = 0; i < 16; i++) {
            result |= (long) cell(value, from[i]) << i * 4;
        }
        return result;
    }

    /** A cell rotated to the left. */
    public static int rotate(int cell, int by) {
        return (cell << by | cell >> 4 - by) & 15;
    }

    /** Multiplies each column of four cells by the circulant matrix of the rotations 0 (none), 1, 2, 1. */
    private static long mix(long value) {
        long result = 0;
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 4; row++) {
                int sum = 0;
                for (int distance = 1; distance < 4; distance++) {
                    sum ^= rotate(cell(value, column + (row + distance & 3) * 4), distance == 2 ? 2 : 1);
                }
                result |= (long) sum << (column + row * 4) * 4;
            }
        }
        return result;
    }

    private static long nextTweak(long tweak) {
        long moved = shuffle(tweak, TWEAK);
        long result = 0;
        for (int i = 0; i < 16; i++) {
            int c = cell(moved, i);
            result |= (long) ((STEPPED >> i & 1) != 0 ? step(c, false) : c) << i * 4;
        }
        return result;
    }

    private static long previousTweak(long tweak) {
        long result = 0;
        for (int i = 0; i < 16; i++) {
            int c = cell(tweak, i);
            result |= (long) ((STEPPED >> i & 1) != 0 ? step(c, true) : c) << i * 4;
        }
        return shuffle(result, UNTWEAK);
    }
}

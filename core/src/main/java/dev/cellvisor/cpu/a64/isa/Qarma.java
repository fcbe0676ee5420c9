package dev.cellvisor.cpu.a64.isa;

/**
 * QARMA-64 with five rounds, as pointer authentication uses it (Avanzi, "The QARMA Block Cipher Family", 2017; Arm ARM, ComputePAC): a block cipher
 * with a tweak, on 16 cells of 4 bits. Cell 0 is bits 3:0 here, so tables name cells from that end.
 */
final class Qarma {
    private static final int ROUNDS = 4;
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

    private Qarma() {
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
        long turned = high << 63 | high >>> 1 ^ high >>> 63;
        long mod = tweak;
        long work = data ^ high;
        for (int i = 0; i <= ROUNDS; i++) {
            work ^= low ^ mod ^ ROUND_CONSTANTS[i];
            if (i > 0) {
                work = mix(shuffle(work, SHUFFLE));
            }
            work = substitute(work, SUBSTITUTE);
            mod = nextTweak(mod);
        }
        work = substitute(mix(shuffle(work ^ turned ^ mod, SHUFFLE)), SUBSTITUTE);
        work = mix(shuffle(work, SHUFFLE)) ^ low;
        work = shuffle(mix(substitute(shuffle(work, UNSHUFFLE), UNSUBSTITUTE)), UNSHUFFLE) ^ high ^ mod;
        for (int i = 0; i <= ROUNDS; i++) {
            work = substitute(work, UNSUBSTITUTE);
            if (i < ROUNDS) {
                work = shuffle(mix(work), UNSHUFFLE);
            }
            mod = previousTweak(mod);
            work ^= ROUND_CONSTANTS[ROUNDS - i] ^ low ^ mod ^ ALPHA;
        }
        return work ^ turned;
    }

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

    private static long substitute(long value, int[] table) {
        long result = 0;
        for (int i = 0; i < 16; i++) {
            result |= (long) table[cell(value, i)] << i * 4;
        }
        return result;
    }

    private static int rotate(int cell, int by) {
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
            result |= (long) ((STEPPED >> i & 1) != 0 ? c >> 1 | ((c ^ c >> 1) & 1) << 3 : c) << i * 4;
        }
        return result;
    }

    private static long previousTweak(long tweak) {
        long result = 0;
        for (int i = 0; i < 16; i++) {
            int c = cell(tweak, i);
            result |= (long) ((STEPPED >> i & 1) != 0 ? c << 1 & 15 | c & 1 ^ c >> 3 : c) << i * 4;
        }
        return shuffle(result, UNTWEAK);
    }
}

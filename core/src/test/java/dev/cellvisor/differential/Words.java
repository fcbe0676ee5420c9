package dev.cellvisor.differential;

import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.SplittableRandom;

/** Choices of instruction words to ask about. */
final class Words {

    private Words() {
    }

    /** Any of the 2^32, each as likely as another. */
    static int[] uniform(long seed, int count) {
        return new SplittableRandom(seed).ints(count).toArray();
    }

    /** So many for each value of bits 31:21, so that thinly filled corners are looked into as well. */
    static int[] byTopBits(long seed, int each) {
        var random = new SplittableRandom(seed);
        int[] words = new int[2048 * each];
        for (int i = 0; i < words.length; i++) {
            words[i] = i / each << 21 | random.nextInt(1 << 21);
        }
        return words;
    }

    /** Every system instruction and register: all of bits 21:5 behind 1101010100, once with Rt 11111 and once with another. */
    static int[] system() {
        int[] words = new int[1 << 18];
        for (int i = 0; i < words.length; i++) {
            words[i] = 0xd500_0000 | i >>> 1 << 5 | ((i & 1) != 0 ? 31 : 9);
        }
        return words;
    }

    /** So many of each encoding of a table: its own words, and as many with one to three bits changed anywhere, its neighbours. */
    static int[] nearEncodings(EncodingTable table, long seed, int each) {
        var random = new SplittableRandom(seed);
        int[] words = new int[table.encodings().size() * each * 2];
        int at = 0;
        for (Encoding encoding : table.encodings()) {
            for (int i = 0; i < each; i++) {
                int word = encoding.value() | random.nextInt() & ~encoding.mask();
                words[at++] = word;
                for (int bits = random.nextInt(1, 4); bits > 0; bits--) {
                    word ^= 1 << random.nextInt(32);
                }
                words[at++] = word;
            }
        }
        return words;
    }
}

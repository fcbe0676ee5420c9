package dev.cellvisor.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * A class of words that the Arm ARM calls CONSTRAINED UNPREDICTABLE (K1.2): an implementation may take them as Undefined, as NOP, or
 * execute them with an UNKNOWN result. Ours and QEMU's both execute them all.
 *
 * @param title what is wrong with them
 * @param mask fixed bits of the instructions concerned
 * @param value what they are
 * @param wrong whether a word that fits is one
 */
record ConstrainedUnpredictable(String title, int mask, int value, IntPredicate wrong) {

    /** All that concern whether a word is an instruction. */
    static final List<ConstrainedUnpredictable> ALL = List.of(
            of("LDP, LDNP: the same register twice", 0x7e40_0000, 0x2840_0000, w -> rt(w) == rt2(w)),
            of("LDP, LDNP of SIMD registers: the same register twice", 0x3e40_0000, 0x2c40_0000, w -> w >>> 30 != 3 && rt(w) == rt2(w)),
            of("LDPSW: the same register twice", 0xffc0_0000, 0x6940_0000, w -> rt(w) == rt2(w)),
            of("LDP with writeback to a register that is loaded", 0x7ec0_0000, 0x28c0_0000, w -> rn(w) != 31 && (rn(w) == rt(w) || rn(w) == rt2(w))),
            of("LDPSW with writeback: the same register twice, or the base is loaded", 0xfec0_0000, 0x68c0_0000,
                    w -> rt(w) == rt2(w) || rn(w) != 31 && (rn(w) == rt(w) || rn(w) == rt2(w))),
            of("STP with writeback to a register that is stored", 0x7ec0_0000, 0x2880_0000, w -> rn(w) != 31 && (rn(w) == rt(w) || rn(w) == rt2(w))),
            of("LDR with writeback to the register that is loaded", 0xbfe0_0400, 0xb840_0400, w -> rn(w) != 31 && rn(w) == rt(w)),
            of("STR with writeback to the register that is stored", 0xbfe0_0400, 0xb800_0400, w -> rn(w) != 31 && rn(w) == rt(w)),
            of("LDRB, LDRH with writeback to the register that is loaded", 0xbfe0_0400, 0x3840_0400, w -> rn(w) != 31 && rn(w) == rt(w)),
            of("LDXP, LDAXP: the same register twice", 0xbfff_0000, 0x887f_0000, w -> rt(w) == rt2(w)),
            of("STXR, STLXR: the status register is stored or the base", 0x3fe0_7c00, 0x0800_7c00, w -> rs(w) == rt(w) || rs(w) == rn(w) && rn(w) != 31),
            of("STXP, STLXP: the status register is stored or the base", 0xbfe0_0000, 0x8820_0000,
                    w -> rs(w) == rt(w) || rs(w) == rt2(w) || rs(w) == rn(w) && rn(w) != 31),
            of("LDXR, LDAXR: Rs and Rt2 are not all ones", 0x3fe0_0000, 0x0840_0000, w -> rs(w) != 31 || rt2(w) != 31),
            of("LDAR: Rs and Rt2 are not all ones", 0x3fe0_8000, 0x08c0_8000, w -> rs(w) != 31 || rt2(w) != 31),
            of("STLR: Rs and Rt2 are not all ones", 0x3fe0_8000, 0x0880_8000, w -> rs(w) != 31 || rt2(w) != 31),
            of("SMULH, UMULH: Ra is not all ones", 0xff60_8000, 0x9b40_0000, w -> rt2(w) != 31));

    private static ConstrainedUnpredictable of(String title, int mask, int value, IntPredicate wrong) {
        return new ConstrainedUnpredictable(title, mask, value, wrong);
    }

    /** So many random words of the class. */
    int[] words(long seed, int count) {
        var random = new SplittableRandom(seed);
        List<Integer> words = new ArrayList<>();
        while (words.size() < count) {
            int word = random.nextInt() & ~mask | value;
            if (random.nextBoolean()) {
                word = word & ~31 | rn(word); // or equal registers would be rare
            } else if (random.nextBoolean()) {
                word = word & ~31 | rt2(word);
            } else if (random.nextBoolean()) {
                word = word & ~(31 << 16 & ~mask) | rt(word) << 16 & ~mask;
            }
            if (has(word)) {
                words.add(word);
            }
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    boolean has(int word) {
        return (word & mask) == value && wrong.test(word);
    }

    private static int rt(int w) {
        return w & 31;
    }

    private static int rn(int w) {
        return w >>> 5 & 31;
    }

    private static int rt2(int w) {
        return w >>> 10 & 31;
    }

    private static int rs(int w) {
        return w >>> 16 & 31;
    }
}

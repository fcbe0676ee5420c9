package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.state.A64State;
import java.util.EnumSet;
import java.util.Set;

/**
 * From an instruction word to a decoded word (see {@link Regs}). Candidates are looked up by bits 31:21 and tried from the most to the
 * least specific.
 */
public final class Decoder {
    /** Not decoded yet. */
    public static final int UNDECODED = 0;
    /** Behind the last word of a page. */
    public static final int PAGE_END = 1;
    /** A breakpoint of the host's. */
    public static final int BREAKPOINT = 2;
    /** No instruction, or none of this CPU model. */
    public static final int UNDEFINED = 3;

    private static final int BUCKET_BITS = 11;

    private final char[][] buckets = new char[1 << BUCKET_BITS][];
    private final boolean[] present = new boolean[Encodings.COUNT];

    /** @param features what the CPU model has */
    public Decoder(Set<Feature> features) {
        Set<Feature> all = EnumSet.copyOf(features);
        for (int op = Encodings.FIRST; op < Encodings.COUNT; op++) {
            present[op] = all.contains(Encodings.FEATURE[op]);
        }
    }

    /** The operation's number of an instruction word, or {@link #UNDEFINED}. */
    public int operation(int word) {
        char[] bucket = buckets[word >>> 32 - BUCKET_BITS];
        if (bucket == null) {
            bucket = bucket(word >>> 32 - BUCKET_BITS);
        }
        for (char op : bucket) {
            if ((word & Encodings.MASK[op]) == Encodings.VALUE[op] && ((Encodings.SLOTS[op] & 8) == 0 || Encodings.holds(op, word))) {
                return op;
            }
        }
        return UNDEFINED;
    }

    /** The decoded word of an instruction word. */
    public long decode(int word) {
        int op = operation(word);
        int slots = Encodings.SLOTS[op];
        int n = word >>> 5 & 31;
        int d = word & 31;
        long slotN = n == 31 && (slots & 1) != 0 ? A64State.SLOT_SP : n;
        long slotD = d != 31 ? d : switch (slots >> 1 & 3) {
            case 0 -> A64State.SLOT_DISCARD;
            case 1 -> A64State.SLOT_ZERO;
            default -> A64State.SLOT_SP;
        };
        return word & 0xffff_ffffL | (long) op << Regs.OP_SHIFT | slotN << Regs.N_SHIFT | slotD << Regs.D_SHIFT;
    }

    private char[] bucket(int index) {
        int bits = index << 32 - BUCKET_BITS;
        int known = -1 << 32 - BUCKET_BITS;
        char[] found = new char[64];
        int size = 0;
        for (int op = Encodings.FIRST; op < Encodings.COUNT; op++) {
            if (present[op] && ((bits ^ Encodings.VALUE[op]) & Encodings.MASK[op] & known) == 0) {
                if (size == found.length) {
                    found = java.util.Arrays.copyOf(found, size * 2);
                }
                int at = size++;
                for (; at > 0 && Integer.bitCount(Encodings.MASK[found[at - 1]]) < Integer.bitCount(Encodings.MASK[op]); at--) {
                    found[at] = found[at - 1];
                }
                found[at] = (char) op;
            }
        }
        return buckets[index] = java.util.Arrays.copyOf(found, size);
    }
}

package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.InstructionTable;

/** The immediates of logical instructions: a run of ones, rotated, repeated (Arm ARM, DecodeBitMasks). */
final class Bitmask {

    private Bitmask() {
    }

    /** The value that N:immr:imms of a word stand for; of 32 bits if sf, bit 31, is 0. */
    static long decode(int word) {
        long value = InstructionTable.bitmask(word);
        return word < 0 ? value : value & 0xffff_ffffL;
    }

    /** N:immr:imms of a value, or -1 if it has none. */
    static int encode(long value, boolean wide) {
        long whole = wide ? value : (value & 0xffff_ffffL) * 0x1_0000_0001L;
        if (whole == 0 || whole == -1) {
            return -1;
        }
        int size = 64;
        while (size > 2 && Long.rotateRight(whole, size / 2) == whole) {
            size /= 2;
        }
        long mask = size == 64 ? -1 : (1L << size) - 1;
        long element = whole & mask;
        int ones = Long.bitCount(element);
        long run = (1L << ones) - 1;
        for (int turn = 0; turn < size; turn++) {
            long turned = size == 64 ? Long.rotateRight(run, turn) : (run >>> turn | run << size - turn) & mask;
            if (turned == element) {
                return (size == 64 ? 1 << 12 : 0) | turn << 6 | (-size << 1 & 63) | ones - 1;
            }
        }
        return -1;
    }

    /** Whether MOVZ makes it. */
    static boolean isMovz(long value) {
        for (int shift = 0; shift < 64; shift += 16) {
            if ((value & ~(0xffffL << shift)) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether MOVN makes it, as a 32-bit or 64-bit value. */
    static boolean isMovn(long value, boolean wide) {
        return isMovz(wide ? ~value : ~value & 0xffff_ffffL);
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.FPCR;
import static dev.cellvisor.cpu.a64.state.A64State.FPSR;
import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

/**
 * Vector registers as meanings see them: two longs, low half first, chosen by the register fields of the instruction itself (bits 4:0
 * are d or t, 9:5 n, 20:16 m, 14:10 a). A write of less than 128 bits clears the rest.
 */
final class Vec {
    private static final long QC = 1L << 27;

    private Vec() {
    }

    /** Low half of Vn. */
    static long nlo(long s, long d) {
        return getLong(s + V + (d >>> 1 & 0x1f0));
    }

    /** High half of Vn. */
    static long nhi(long s, long d) {
        return getLong(s + (V + 8) + (d >>> 1 & 0x1f0));
    }

    /** Low half of Vm. */
    static long mlo(long s, long d) {
        return getLong(s + V + (d >>> 12 & 0x1f0));
    }

    /** High half of Vm. */
    static long mhi(long s, long d) {
        return getLong(s + (V + 8) + (d >>> 12 & 0x1f0));
    }

    /** Low half of Va. */
    static long alo(long s, long d) {
        return getLong(s + V + (d >>> 6 & 0x1f0));
    }

    /** High half of Va. */
    static long ahi(long s, long d) {
        return getLong(s + (V + 8) + (d >>> 6 & 0x1f0));
    }

    /** Low half of Vd. */
    static long dlo(long s, long d) {
        return getLong(s + V + (d << 4 & 0x1f0));
    }

    /** High half of Vd. */
    static long dhi(long s, long d) {
        return getLong(s + (V + 8) + (d << 4 & 0x1f0));
    }

    /** The half of Vn that Q chooses: the source of the narrow operand of "2" instructions. */
    static long nq(long s, long d) {
        return getLong(s + V + (d >>> 1 & 0x1f0) + (d >>> 27 & 8));
    }

    /** The half of Vm that Q chooses. */
    static long mq(long s, long d) {
        return getLong(s + V + (d >>> 12 & 0x1f0) + (d >>> 27 & 8));
    }

    /** Sets Vd to 64 bits or fewer, zero-extended. */
    static void setLow(long s, long d, long low) {
        long at = s + V + (d << 4 & 0x1f0);
        setLong(at, low);
        setLong(at + 8, 0);
    }

    /** Sets all of Vd. */
    static void set(long s, long d, long low, long high) {
        long at = s + V + (d << 4 & 0x1f0);
        setLong(at, low);
        setLong(at + 8, high);
    }

    /** Sets Vd; Q (bit 30) tells whether the high half is written or cleared. */
    static void setQ(long s, long d, long low, long high) {
        set(s, d, low, high & -(d >>> 30 & 1));
    }

    /** Sets the half of Vd that Q chooses; where that is the low one the high one is cleared. The destination of narrowing "2" instructions. */
    static void setHalf(long s, long d, long half) {
        if ((d & 1 << 30) == 0) {
            setLow(s, d, half);
        } else {
            setLong(s + (V + 8) + (d << 4 & 0x1f0), half);
        }
    }

    /** Whether all 128 bits take part. */
    static boolean isQ(long d) {
        return (d & 1 << 30) != 0;
    }

    /** Whether the instruction is of a vector form (bit 28 is 0, else scalar) with 128 bits. */
    static boolean isWide(long d) {
        return (d & (1 << 30 | 1 << 28)) == 1 << 30;
    }

    /** What takes part of a source's low half: all of it in a vector form, the lowest element in a scalar form. */
    static long part(long d, int size) {
        return (d & 1 << 28) == 0 ? -1 : Swar.FIRST[size];
    }

    /** Sets Vd of an instruction with vector and scalar forms: all or 64 bits, or the lowest element alone. */
    static void setPart(long s, long d, int size, long low, long high) {
        set(s, d, low & part(d, size), isWide(d) ? high : 0);
    }

    /** Bits 23:22: log2 of an element's bytes. */
    static int size(long d) {
        return (int) d >>> 22 & 3;
    }

    /** Operand one of a pairwise operation for half {@code high} of its result: the even elements of n, then of m. */
    static long evens(long s, long d, int size, boolean high) {
        if (isQ(d)) {
            return high ? Swar.even(size, mlo(s, d), mhi(s, d)) : Swar.even(size, nlo(s, d), nhi(s, d));
        }
        return Swar.even(size, nlo(s, d), mlo(s, d));
    }

    /** Operand two: the odd elements. */
    static long odds(long s, long d, int size, boolean high) {
        if (isQ(d)) {
            return high ? Swar.odd(size, mlo(s, d), mhi(s, d)) : Swar.odd(size, nlo(s, d), nhi(s, d));
        }
        return Swar.odd(size, nlo(s, d), mlo(s, d));
    }

    /** Host address of FPCR, with FPSR behind it: the environment of {@code cpu.a64.fp}. */
    static long env(long s) {
        return s + FPCR;
    }

    /** Sets FPSR.QC: something saturated. */
    static void setQc(long s) {
        setLong(s + FPSR, getLong(s + FPSR) | QC);
    }
}

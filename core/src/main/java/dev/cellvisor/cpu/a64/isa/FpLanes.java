package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.fp.Format;
import dev.cellvisor.cpu.a64.fp.Fp;
import dev.cellvisor.cpu.a64.fp.FpCompare;
import dev.cellvisor.cpu.a64.fp.FpConvert;
import dev.cellvisor.cpu.a64.fp.FpEstimate;
import dev.cellvisor.cpu.a64.fp.Rounding;

/** Floating-point operations element by element. {@code format} is that of {@code cpu.a64.fp}, which is also the element's size. */
final class FpLanes {
    static final int FADD = 0;
    static final int FSUB = 1;
    static final int FMUL = 2;
    static final int FDIV = 3;
    static final int FMAX = 4;
    static final int FMIN = 5;
    static final int FMAXNM = 6;
    static final int FMINNM = 7;
    static final int FMULX = 8;
    static final int FABD = 9;
    static final int FCMEQ = 10;
    static final int FCMGE = 11;
    static final int FCMGT = 12;
    static final int FACGE = 13;
    static final int FACGT = 14;
    static final int FMLA = 15;
    static final int FMLS = 16;
    static final int FRECPS = 17;
    static final int FRSQRTS = 18;
    static final int FCMLE = 19;
    static final int FCMLT = 20;
    static final int FSQRT = 21;
    static final int FRECPE = 22;
    static final int FRSQRTE = 23;
    static final int FRECPX = 24;
    static final int FRINTN = 25;
    static final int FRINTP = 26;
    static final int FRINTM = 27;
    static final int FRINTZ = 28;
    static final int FRINTA = 29;
    static final int FRINTX = 30;
    static final int FRINTI = 31;
    static final int FCVTNS = 32;
    static final int FCVTPS = 33;
    static final int FCVTMS = 34;
    static final int FCVTZS = 35;
    static final int FCVTAS = 36;
    static final int FCVTNU = 37;
    static final int FCVTPU = 38;
    static final int FCVTMU = 39;
    static final int FCVTZU = 40;
    static final int FCVTAU = 41;
    static final int SCVTF = 42;
    static final int UCVTF = 43;
    static final int FRINT32Z = 44;
    static final int FRINT32X = 45;
    static final int FRINT64Z = 46;
    static final int FRINT64X = 47;

    private FpLanes() {
    }

    /** The format that bits 23:22 of a scalar instruction name: 00 single, 01 double, 11 half. */
    static int scalarFormat(long d) {
        return (d & 1 << 23) != 0 ? Format.HALF : Format.SINGLE + ((int) d >>> 22 & 1);
    }

    /** An operation on the elements of three longs. */
    static long map(int op, long env, int format, long a, long b, long c) {
        if (format == Format.DOUBLE) {
            return apply(op, env, format, a, b, c);
        }
        int bits = 8 << format;
        long mask = Swar.FIRST[format];
        long result = 0;
        for (int at = 0; at < 64; at += bits) {
            result |= apply(op, env, format, a >>> at & mask, b >>> at & mask, c >>> at & mask) << at;
        }
        return result;
    }

    /**
     * Executes on Vn, Vm and Vd: all elements of a vector form, the lowest of a scalar form. {@code c} of the operation is the element
     * of Vd.
     */
    static void execute(long s, long d, int op, int format) {
        long env = Vec.env(s);
        if ((d & 1 << 28) != 0) {
            long mask = Swar.FIRST[format];
            Vec.setLow(s, d, apply(op, env, format, Vec.nlo(s, d) & mask, Vec.mlo(s, d) & mask, Vec.dlo(s, d) & mask));
        } else {
            long low = map(op, env, format, Vec.nlo(s, d), Vec.mlo(s, d), Vec.dlo(s, d));
            long high = Vec.isQ(d) ? map(op, env, format, Vec.nhi(s, d), Vec.mhi(s, d), Vec.dhi(s, d)) : 0;
            Vec.set(s, d, low, high);
        }
    }

    /** Executes on Vn and an operand {@code b} that is the same for all elements; {@code c} is the element of Vd. */
    static void execute(long s, long d, int op, int format, long b) {
        long env = Vec.env(s);
        long mask = Swar.FIRST[format];
        if ((d & 1 << 28) != 0) {
            Vec.setLow(s, d, apply(op, env, format, Vec.nlo(s, d) & mask, b & mask, Vec.dlo(s, d) & mask));
        } else {
            long all = Swar.replicate(format, b);
            long low = map(op, env, format, Vec.nlo(s, d), all, Vec.dlo(s, d));
            long high = Vec.isQ(d) ? map(op, env, format, Vec.nhi(s, d), all, Vec.dhi(s, d)) : 0;
            Vec.set(s, d, low, high);
        }
    }

    private static long all(int format, boolean set) {
        return set ? Swar.FIRST[format] : 0;
    }

    private static boolean equal(long env, int format, long a, long b) {
        return FpCompare.compare(env, format, a, b, false) == FpCompare.EQUAL;
    }

    private static boolean greater(long env, int format, long a, long b) {
        return FpCompare.compare(env, format, a, b, true) == FpCompare.GREATER;
    }

    private static boolean notLess(long env, int format, long a, long b) {
        int flags = FpCompare.compare(env, format, a, b, true);
        return flags == FpCompare.GREATER || flags == FpCompare.EQUAL;
    }

    private static long integer(long env, int format, long a, long fractionBits, boolean signed, int rounding) {
        return FpConvert.toFixed(env, format, a, 8 << format, (int) fractionBits, signed, rounding) & Swar.FIRST[format];
    }

    private static long signExtended(int format, long a) {
        int left = 64 - (8 << format);
        return a << left >> left;
    }

    /** One element. Where an operation has a parameter (bits below the point), it is {@code b}. */
    static long apply(int op, long env, int format, long a, long b, long c) {
        return switch (op) {
            case FADD -> Fp.add(env, format, a, b);
            case FSUB -> Fp.sub(env, format, a, b);
            case FMUL -> Fp.mul(env, format, a, b);
            case FDIV -> Fp.div(env, format, a, b);
            case FMLA -> Fp.fma(env, format, c, a, b);
            case FMLS -> Fp.fma(env, format, c, Fp.neg(format, a), b);
            case FMAX -> FpCompare.max(env, format, a, b);
            case FMIN -> FpCompare.min(env, format, a, b);
            case FMAXNM -> FpCompare.maxnm(env, format, a, b);
            case FMINNM -> FpCompare.minnm(env, format, a, b);
            case FMULX -> Fp.mulx(env, format, a, b);
            case FABD -> Fp.abs(format, Fp.sub(env, format, a, b));
            case FCMEQ -> all(format, equal(env, format, a, b));
            case FCMGE -> all(format, notLess(env, format, a, b));
            case FCMGT -> all(format, greater(env, format, a, b));
            case FCMLE -> all(format, notLess(env, format, b, a));
            case FCMLT -> all(format, greater(env, format, b, a));
            case FACGE -> all(format, notLess(env, format, Fp.abs(format, a), Fp.abs(format, b)));
            case FACGT -> all(format, greater(env, format, Fp.abs(format, a), Fp.abs(format, b)));
            case FRECPS -> FpEstimate.recps(env, format, a, b);
            case FRSQRTS -> FpEstimate.rsqrts(env, format, a, b);
            default -> applyUnary(op, env, format, a, b);
        };
    }

    private static long applyUnary(int op, long env, int format, long a, long b) {
        return switch (op) {
            case FSQRT -> Fp.sqrt(env, format, a);
            case FRECPE -> FpEstimate.recpe(env, format, a);
            case FRSQRTE -> FpEstimate.rsqrte(env, format, a);
            case FRECPX -> FpEstimate.recpx(env, format, a);
            case FRINTN -> FpConvert.roundToIntegral(env, format, a, Rounding.NEAREST, false);
            case FRINTP -> FpConvert.roundToIntegral(env, format, a, Rounding.UP, false);
            case FRINTM -> FpConvert.roundToIntegral(env, format, a, Rounding.DOWN, false);
            case FRINTZ -> FpConvert.roundToIntegral(env, format, a, Rounding.ZERO, false);
            case FRINTA -> FpConvert.roundToIntegral(env, format, a, Rounding.AWAY, false);
            case FRINTX -> FpConvert.roundToIntegral(env, format, a, Rounding.ofFpcr(env), true);
            case FRINTI -> FpConvert.roundToIntegral(env, format, a, Rounding.ofFpcr(env), false);
            case FRINT32Z -> FpConvert.roundToIntegralOf(env, format, a, 32, Rounding.ZERO);
            case FRINT32X -> FpConvert.roundToIntegralOf(env, format, a, 32, Rounding.ofFpcr(env));
            case FRINT64Z -> FpConvert.roundToIntegralOf(env, format, a, 64, Rounding.ZERO);
            case FRINT64X -> FpConvert.roundToIntegralOf(env, format, a, 64, Rounding.ofFpcr(env));
            case FCVTNS -> integer(env, format, a, 0, true, Rounding.NEAREST);
            case FCVTPS -> integer(env, format, a, 0, true, Rounding.UP);
            case FCVTMS -> integer(env, format, a, 0, true, Rounding.DOWN);
            case FCVTZS -> integer(env, format, a, b, true, Rounding.ZERO);
            case FCVTAS -> integer(env, format, a, 0, true, Rounding.AWAY);
            case FCVTNU -> integer(env, format, a, 0, false, Rounding.NEAREST);
            case FCVTPU -> integer(env, format, a, 0, false, Rounding.UP);
            case FCVTMU -> integer(env, format, a, 0, false, Rounding.DOWN);
            case FCVTZU -> integer(env, format, a, b, false, Rounding.ZERO);
            case FCVTAU -> integer(env, format, a, 0, false, Rounding.AWAY);
            case SCVTF -> FpConvert.fromFixed(env, format, signExtended(format, a), (int) b, true);
            case UCVTF -> FpConvert.fromFixed(env, format, a, (int) b, false);
            default -> throw new IllegalArgumentException("no floating-point lane operation " + op);
        };
    }
}

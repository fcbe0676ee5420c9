package dev.cellvisor.cpu.a64.fp;

import static dev.cellvisor.cpu.a64.fp.Format.fractionBits;
import static dev.cellvisor.cpu.a64.fp.Format.infinity;
import static dev.cellvisor.cpu.a64.fp.Format.input;
import static dev.cellvisor.cpu.a64.fp.Format.magnitude;
import static dev.cellvisor.cpu.a64.fp.Format.nan;
import static dev.cellvisor.cpu.a64.fp.Format.negative;
import static dev.cellvisor.cpu.a64.fp.Format.sign;

/** Estimates of reciprocals and reciprocal square roots, and their Newton-Raphson steps. */
public final class FpEstimate {

    private FpEstimate() {
    }

    /** 1 / a in 8 bits, for a from 256 to 511 as 0.5 to 1 (Arm ARM, RecipEstimate). */
    private static int reciprocal(int a) {
        return (1 << 19) / (a * 2 + 1) + 1 >> 1;
    }

    /** 1 / sqrt(a) in 8 bits, for a from 128 to 511 as 0.25 to 1 (Arm ARM, RecipSqrtEstimate). */
    private static int reciprocalRoot(int a) {
        int x = a < 256 ? a * 2 + 1 : (a >> 1 << 1) + 1 << 1;
        int b = 512;
        while (x * (b + 1) * (b + 1) < 1 << 28) {
            b++;
        }
        return b + 1 >> 1;
    }

    /** FRECPE. */
    public static long recpe(long env, int format, long a) {
        a = input(env, format, a);
        long magnitude = magnitude(format, a);
        boolean negative = negative(format, a);
        if (magnitude > infinity(format)) {
            return nan(env, format, a);
        }
        if (magnitude == infinity(format)) {
            return Soft.zero(format, negative);
        }
        if (magnitude == 0) {
            Env.raise(env, Env.DZC);
            return Soft.infinite(format, negative);
        }
        int fraction = fractionBits(format);
        int bias = Format.bias(format);
        int exponent = Format.exponent(format, magnitude);
        if (exponent < -bias - 1) { // 1 / a is too large
            return Soft.overflow(env, format, negative, Env.rounding(env));
        }
        int result = -1 - exponent + bias; // biased exponent of the estimate, which is from 0.5 to 1 times a power of two
        if (result <= 0 && Env.flushes(env, format)) {
            Env.raise(env, Env.UFC);
            return Soft.zero(format, negative);
        }
        int scaled = (int) (Format.significand(format, magnitude) >>> Format.LEAD - 8);
        long bits = (long) (reciprocal(scaled) & 0xff) << fraction - 8;
        if (result <= 0) { // subnormal
            bits = (bits | 1L << fraction) >>> 1 - result;
            result = 0;
        }
        return Soft.zero(format, negative) | (long) result << fraction | bits;
    }

    /** FRSQRTE. */
    public static long rsqrte(long env, int format, long a) {
        a = input(env, format, a);
        long magnitude = magnitude(format, a);
        if (magnitude > infinity(format)) {
            return nan(env, format, a);
        }
        if (magnitude == 0) {
            Env.raise(env, Env.DZC);
            return Soft.infinite(format, negative(format, a));
        }
        if (negative(format, a)) {
            return Format.invalid(env, format);
        }
        if (magnitude == infinity(format)) {
            return 0;
        }
        int exponent = Format.exponent(format, magnitude);
        boolean odd = (exponent & 1) != 0;
        // An odd exponent leaves a significand of 0.5 to 1, an even one of 0.25 to 0.5, each beside an even power of two.
        int scaled = (int) (Format.significand(format, magnitude) >>> Format.LEAD - (odd ? 8 : 7));
        int result = Format.bias(format) - 1 - (exponent >> 1);
        return (long) result << fractionBits(format) | (long) (reciprocalRoot(scaled) & 0xff) << fractionBits(format) - 8;
    }

    /** URECPE, 32 bits. */
    public static long urecpe(long a) {
        return (a & 0x8000_0000L) == 0 ? 0xffff_ffffL : (long) reciprocal((int) (a >>> 23 & 0x1ff)) << 23;
    }

    /** URSQRTE, 32 bits. */
    public static long ursqrte(long a) {
        return (a & 0xc000_0000L) == 0 ? 0xffff_ffffL : (long) reciprocalRoot((int) (a >>> 23 & 0x1ff)) << 23;
    }

    /** FRECPX: the exponent inverted. */
    public static long recpx(long env, int format, long a) {
        a = input(env, format, a);
        long magnitude = magnitude(format, a);
        if (magnitude > infinity(format)) {
            return nan(env, format, a);
        }
        long exponents = infinity(format);
        long exponent = magnitude & exponents;
        return a & sign(format) | (exponent == 0 ? exponents - (1L << fractionBits(format)) : ~exponent & exponents);
    }

    /** FRECPS: 2 - a * b. */
    public static long recps(long env, int format, long a, long b) {
        return Soft.fma(env, format, Format.power(format, 1), a ^ sign(format), b, 0, true);
    }

    /** FRSQRTS: (3 - a * b) / 2. */
    public static long rsqrts(long env, int format, long a, long b) {
        long three = Format.power(format, 1) | 1L << fractionBits(format) - 1;
        return Soft.fma(env, format, three, a ^ sign(format), b, -1, true);
    }
}

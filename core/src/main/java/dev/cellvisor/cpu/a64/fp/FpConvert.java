package dev.cellvisor.cpu.a64.fp;

import static dev.cellvisor.cpu.a64.fp.Format.DOUBLE;
import static dev.cellvisor.cpu.a64.fp.Format.HALF;
import static dev.cellvisor.cpu.a64.fp.Format.LEAD;
import static dev.cellvisor.cpu.a64.fp.Format.SINGLE;
import static dev.cellvisor.cpu.a64.fp.Format.exponent;
import static dev.cellvisor.cpu.a64.fp.Format.fractionBits;
import static dev.cellvisor.cpu.a64.fp.Format.infinity;
import static dev.cellvisor.cpu.a64.fp.Format.input;
import static dev.cellvisor.cpu.a64.fp.Format.magnitude;
import static dev.cellvisor.cpu.a64.fp.Format.nan;
import static dev.cellvisor.cpu.a64.fp.Format.negative;
import static dev.cellvisor.cpu.a64.fp.Format.sign;
import static dev.cellvisor.cpu.a64.fp.Format.significand;

/** Conversions: between formats, to and from integers and fixed point, to integral values. */
public final class FpConvert {

    private FpConvert() {
    }

    // ---- between formats

    /** Converts by FPCR's rounding mode (Arm ARM, FPConvert). */
    public static long convert(long env, int to, int from, long a) {
        return convert(env, to, from, a, Env.rounding(env));
    }

    /** Converts by a rounding mode. */
    public static long convert(long env, int to, int from, long a, int rounding) {
        boolean alternative = (Env.fpcr(env) & Env.AHP) != 0;
        if (from != HALF) {
            a = input(env, from, a); // no flushing of half precision in conversions (Arm ARM, FPUnpackCV)
        }
        long magnitude = magnitude(from, a);
        boolean negative = negative(from, a);
        if (magnitude == 0) {
            return Soft.zero(to, negative);
        }
        if (magnitude >= infinity(from) && !(alternative && from == HALF)) {
            if (alternative && to == HALF) { // which has neither NaN nor infinity
                Env.raise(env, Env.IOC);
                return Soft.zero(to, negative) | (magnitude == infinity(from) ? 0x7fff : 0);
            }
            return magnitude == infinity(from) ? Soft.infinite(to, negative) : convertNaN(env, to, from, a);
        }
        int exponent = exponent(from, magnitude);
        long significand = significand(from, magnitude);
        if (alternative && to == HALF) {
            return roundAlternative(env, negative, exponent, significand, rounding);
        }
        return Soft.round(env, to, negative, exponent, significand, rounding, to != HALF && Env.flushes(env, to));
    }

    /** Sign and upper fraction bits stay (Arm ARM, FPConvertNaN). */
    private static long convertNaN(long env, int to, int from, long a) {
        long quiet = nan(env, from, a);
        if ((Env.fpcr(env) & Env.DN) != 0) {
            return Format.defaultNaN(to);
        }
        int up = fractionBits(to) - fractionBits(from);
        long fraction = quiet & (1L << fractionBits(from)) - 1;
        return Soft.infinite(to, negative(from, a)) | (up >= 0 ? fraction << up : fraction >>> -up);
    }

    /** Rounds to alternative half precision: exponent 31 is a number; what is too large is invalid and saturates. */
    private static long roundAlternative(long env, boolean negative, int exponent, long significand, int rounding) {
        if (exponent <= 14) {
            return Soft.round(env, HALF, negative, exponent, significand, rounding, false);
        }
        int dropped = LEAD - fractionBits(HALF);
        long kept = significand >>> dropped;
        long rest = significand & (1L << dropped) - 1;
        if (Rounding.increments(rounding, negative, (kept & 1) != 0, rest, 1L << dropped - 1)) {
            kept++;
        }
        long result = ((long) (exponent + 14) << 10) + kept;
        if (exponent > 16 || result > 0x7fff) {
            Env.raise(env, Env.IOC);
            result = 0x7fff;
        } else if (rest != 0) {
            Env.raise(env, Env.IXC);
        }
        return Soft.zero(HALF, negative) | result;
    }

    // ---- to integral values

    /**
     * Rounds to an integral value in the same format (Arm ARM, FPRoundInt).
     *
     * @param exact true if a value that was not integral raises inexact (FRINTX)
     */
    public static long roundToIntegral(long env, int format, long a, int rounding, boolean exact) {
        a = input(env, format, a);
        long magnitude = magnitude(format, a);
        if (magnitude > infinity(format)) {
            return nan(env, format, a);
        }
        if (magnitude == 0 || magnitude == infinity(format)) {
            return a;
        }
        int exponent = exponent(format, magnitude);
        int dropped = fractionBits(format) - exponent; // fraction bits below the point
        if (dropped <= 0) {
            return a;
        }
        boolean negative = negative(format, a);
        long rounded;
        if (exponent < 0) {
            long half = 1L << LEAD;
            boolean up = Rounding.increments(rounding, negative, false, exponent < -1 ? 1 : significand(format, magnitude), half);
            rounded = up ? Format.power(format, 0) : 0;
        } else {
            long rest = magnitude & (1L << dropped) - 1;
            rounded = magnitude - rest; // a carry runs into the exponent, as it should
            boolean odd = exponent == 0 || (magnitude >>> dropped & 1) != 0;
            if (Rounding.increments(rounding, negative, odd, rest, 1L << dropped - 1)) {
                rounded += 1L << dropped;
            }
        }
        if (exact && rounded != magnitude) {
            Env.raise(env, Env.IXC);
        }
        return rounded | a & sign(format);
    }

    /**
     * Rounds to an integral value that a signed integer of {@code bits} can hold; what cannot becomes the least such integer, with
     * invalid operation (Arm ARM, FPRoundIntN: FRINT32Z, FRINT64X, …).
     */
    public static long roundToIntegralOf(long env, int format, long a, int bits, int rounding) {
        long operand = input(env, format, a);
        long least = sign(format) | Format.power(format, bits - 1);
        long magnitude = magnitude(format, operand);
        if (magnitude >= infinity(format)) {
            Env.raise(env, Env.IOC);
            return least;
        }
        long rounded = roundToIntegral(env, format, operand, rounding, false);
        boolean negative = negative(format, operand);
        long limit = Format.power(format, bits - 1);
        long result = magnitude(format, rounded);
        if (negative ? result > limit : result >= limit) {
            Env.raise(env, Env.IOC);
            return least;
        }
        if (rounded != operand) {
            Env.raise(env, Env.IXC);
        }
        return rounded;
    }

    // ---- to integers

    /** A double to a signed 64-bit integer towards zero: what C casts are. */
    public static long toInt64(long env, long a) {
        double x = Double.longBitsToDouble(a);
        if (Math.abs(x) < 0x1p63 && Env.plain(env)) {
            long r = (long) x;
            if (Env.inexactKnown(env) || r == x) {
                return r;
            }
        }
        return toFixed(env, DOUBLE, a, 64, 0, true, Rounding.ZERO);
    }

    /** A double to a signed 32-bit integer towards zero. */
    public static long toInt32(long env, long a) {
        double x = Double.longBitsToDouble(a);
        if (Math.abs(x) < 0x1p31 && Env.plain(env)) {
            int r = (int) x;
            if (Env.inexactKnown(env) || r == x) {
                return r;
            }
        }
        return toFixed(env, DOUBLE, a, 32, 0, true, Rounding.ZERO);
    }

    /**
     * To an integer of {@code bits} bits, or fixed point with {@code fractionBits} of them below the point; saturates
     * (Arm ARM, FPToFixed). A signed result is sign-extended, an unsigned one zero-extended.
     */
    public static long toFixed(long env, int format, long a, int bits, int fractionBits, boolean signed, int rounding) {
        a = input(env, format, a);
        long magnitude = magnitude(format, a);
        boolean negative = negative(format, a);
        if (magnitude == 0) {
            return 0;
        }
        if (magnitude > infinity(format)) {
            Env.raise(env, Env.IOC);
            return 0;
        }
        int exponent = exponent(format, magnitude) + fractionBits;
        if (magnitude == infinity(format) || exponent > 63) {
            return saturate(env, bits, signed, negative);
        }
        long significand = significand(format, magnitude);
        long integer = 0;
        boolean inexact = false;
        if (exponent < LEAD) {
            long rest;
            if (exponent >= 0) {
                integer = significand >>> LEAD - exponent;
                rest = significand << exponent + (64 - LEAD) >>> 1; // a half is bit 62
            } else {
                rest = exponent == -1 ? significand : 1;
            }
            inexact = rest != 0;
            if (Rounding.increments(rounding, negative, (integer & 1) != 0, rest, 1L << 62)) {
                integer++;
            }
        } else {
            integer = significand << exponent - LEAD;
        }
        long max = signed ? -1L >>> 65 - bits : -1L >>> 64 - bits;
        long limit = negative ? signed ? max + 1 : 0 : max;
        if (Long.compareUnsigned(integer, limit) > 0) {
            return saturate(env, bits, signed, negative);
        }
        if (inexact) {
            Env.raise(env, Env.IXC);
        }
        return negative ? -integer : integer;
    }

    private static long saturate(long env, int bits, boolean signed, boolean negative) {
        Env.raise(env, Env.IOC);
        if (signed) {
            long max = -1L >>> 65 - bits;
            return negative ? ~max : max;
        }
        return negative ? 0 : -1L >>> 64 - bits;
    }

    /** FJCVTZS: the low 32 bits of the integer towards zero; the Z flag of an exact conversion goes to bit 32. */
    public static long toInt32JavaScript(long env, long a) {
        boolean minusZero = a == Long.MIN_VALUE;
        long x = input(env, DOUBLE, a);
        long magnitude = magnitude(DOUBLE, x);
        if (magnitude >= infinity(DOUBLE)) {
            Env.raise(env, Env.IOC);
            return 0;
        }
        if (magnitude == 0) {
            return minusZero || x != a ? 0 : 1L << 32;
        }
        int exponent = exponent(DOUBLE, magnitude);
        long significand = significand(DOUBLE, magnitude);
        long integer = exponent < 0 ? 0 : exponent <= LEAD ? significand >>> LEAD - exponent
                : exponent < LEAD + 32 ? significand << exponent - LEAD : 0;
        boolean inexact = exponent < 0 || exponent < 52 && (magnitude & (1L << 52 - exponent) - 1) != 0;
        long value = negative(DOUBLE, x) ? -integer : integer;
        boolean invalid = exponent > 31 || exponent <= 31 && value != (int) value;
        if (invalid) {
            Env.raise(env, Env.IOC);
        } else if (inexact) {
            Env.raise(env, Env.IXC);
        }
        return value & 0xffff_ffffL | (invalid || inexact ? 0 : 1L << 32);
    }

    // ---- from integers

    /** A signed 64-bit integer to double. */
    public static long fromInt64(long env, long value) {
        double r = value;
        if (Env.plain(env) && (Env.inexactKnown(env) || value >> 53 == value >> 63)) {
            return Double.doubleToRawLongBits(r);
        }
        return fromFixed(env, DOUBLE, value, 0, true);
    }

    /** From an integer, or fixed point with {@code fractionBits} below the point, by FPCR's rounding mode (Arm ARM, FixedToFP). */
    public static long fromFixed(long env, int format, long value, int fractionBits, boolean signed) {
        if (value == 0) {
            return 0;
        }
        boolean negative = signed && value < 0;
        long magnitude = negative ? -value : value;
        int up = Long.numberOfLeadingZeros(magnitude) - (63 - LEAD);
        long significand = up >= 0 ? magnitude << up : magnitude >>> 1 | magnitude & 1;
        return Soft.round(env, format, negative, LEAD - up - fractionBits, significand);
    }

    /** Single to double: exact but for NaNs and what is flushed. */
    public static long singleToDouble(long env, long a) {
        float x = Float.intBitsToFloat((int) a);
        if (Math.abs(x) <= Float.MAX_VALUE && Env.plain(env)) {
            return Double.doubleToRawLongBits(x);
        }
        return convert(env, DOUBLE, SINGLE, a);
    }

    /** Double to single by FPCR's rounding mode. */
    public static long doubleToSingle(long env, long a) {
        double x = Double.longBitsToDouble(a);
        float r = (float) x;
        if (Env.plain(env) && Math.abs(r) > Float.MIN_NORMAL && Math.abs(r) <= Float.MAX_VALUE && (Env.inexactKnown(env) || r == x)) {
            return Float.floatToRawIntBits(r) & 0xffff_ffffL;
        }
        return convert(env, SINGLE, DOUBLE, a);
    }

    /**
     * Half to single as FMLAL unpacks it (Arm ARM, FPMulAddH): exact, by FPCR.FZ16 and never AHP; a NaN stays what it is, quiet or
     * signaling, with its upper fraction bits.
     */
    public static long halfToSingleBits(long env, long a) {
        a = input(env, HALF, a);
        long magnitude = magnitude(HALF, a);
        long sign = (a & sign(HALF)) << 16;
        if (magnitude >= infinity(HALF)) {
            return sign | infinity(SINGLE) | (magnitude & 0x3ff) << 13;
        }
        return magnitude == 0 ? sign : Soft.round(env, SINGLE, sign != 0, exponent(HALF, magnitude), significand(HALF, magnitude));
    }
}

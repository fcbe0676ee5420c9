package dev.cellvisor.cpu.a64.fp;

import static dev.cellvisor.cpu.a64.fp.Format.LEAD;
import static dev.cellvisor.cpu.a64.fp.Format.exponent;
import static dev.cellvisor.cpu.a64.fp.Format.infinity;
import static dev.cellvisor.cpu.a64.fp.Format.input;
import static dev.cellvisor.cpu.a64.fp.Format.invalid;
import static dev.cellvisor.cpu.a64.fp.Format.magnitude;
import static dev.cellvisor.cpu.a64.fp.Format.nan;
import static dev.cellvisor.cpu.a64.fp.Format.negative;
import static dev.cellvisor.cpu.a64.fp.Format.sign;
import static dev.cellvisor.cpu.a64.fp.Format.significand;

/** Arithmetic by integers alone: every mode, every flag. */
final class Soft {

    private Soft() {
    }

    static long zero(int format, boolean negative) {
        return negative ? sign(format) : 0;
    }

    static long infinite(int format, boolean negative) {
        return zero(format, negative) | infinity(format);
    }

    /** The sign of an exact 0 that comes of two terms: theirs, or minus only when rounding down. */
    private static boolean zeroSign(long env, boolean negativeA, boolean negativeB) {
        return negativeA == negativeB ? negativeA : Env.rounding(env) == Rounding.DOWN;
    }

    /** {@code a >>> amount}, with the last bit set if anything was lost. */
    static long shiftRightSticky(long a, int amount) {
        if (amount == 0) {
            return a;
        }
        return amount > 63 ? a != 0 ? 1 : 0 : a >>> amount | ((a << -amount) != 0 ? 1 : 0);
    }

    /** Rounds to a format by FPCR's mode. See {@link #round(long, int, boolean, int, long, int, boolean)}. */
    static long round(long env, int format, boolean negative, int exponent, long significand) {
        return round(env, format, negative, exponent, significand, Env.rounding(env), Env.flushes(env, format));
    }

    /**
     * Rounds {@code significand * 2^(exponent - LEAD)} to a format (Arm ARM, FPRound).
     *
     * @param significand has its leading bit at {@link Format#LEAD}; bit 0 is set if anything lies below
     */
    static long round(long env, int format, boolean negative, int exponent, long significand, int rounding, boolean flush) {
        int fraction = Format.fractionBits(format);
        int biased = exponent + Format.bias(format);
        boolean tiny = biased <= 0; // before rounding
        if (tiny) {
            if (flush) {
                Env.raise(env, Env.UFC);
                return zero(format, negative);
            }
            significand = shiftRightSticky(significand, 1 - biased);
            biased = 1;
        }
        int dropped = LEAD - fraction;
        long kept = significand >>> dropped;
        long rest = significand & (1L << dropped) - 1;
        if (rest != 0) {
            Env.raise(env, tiny ? Env.UFC | Env.IXC : Env.IXC);
            if (rounding == Rounding.ODD) {
                kept |= 1;
            } else if (Rounding.increments(rounding, negative, (kept & 1) != 0, rest, 1L << dropped - 1)) {
                kept++;
            }
        }
        // The leading bit adds 1 to the exponent, and so does a carry out of rounding.
        long result = biased > 2 * Format.bias(format) ? infinity(format) : ((long) (biased - 1) << fraction) + kept;
        return result >= infinity(format) ? overflow(env, format, negative, rounding) : zero(format, negative) | result;
    }

    static long overflow(long env, int format, boolean negative, int rounding) {
        Env.raise(env, Env.OFC | Env.IXC);
        return infinite(format, negative) - (Rounding.overflowsToInfinity(rounding, negative) ? 0 : 1);
    }

    /** a + b. For a - b turn b's sign, unless it is a NaN: see {@link Fp#sub}. */
    static long add(long env, int format, long a, long b) {
        a = input(env, format, a);
        b = input(env, format, b);
        long magnitudeA = magnitude(format, a);
        long magnitudeB = magnitude(format, b);
        boolean negativeA = negative(format, a);
        boolean negativeB = negative(format, b);
        long infinity = infinity(format);
        if (magnitudeA > infinity || magnitudeB > infinity) {
            return nan(env, format, a, b);
        }
        if (magnitudeA == infinity) {
            return magnitudeB == infinity && negativeA != negativeB ? invalid(env, format) : a;
        }
        if (magnitudeB == infinity || magnitudeA == 0 && magnitudeB != 0) {
            return b;
        }
        if (magnitudeB == 0) {
            return magnitudeA != 0 ? a : zero(format, zeroSign(env, negativeA, negativeB));
        }
        if (magnitudeA < magnitudeB) {
            return addOrdered(env, format, magnitudeB, negativeB, magnitudeA, negativeA);
        }
        return addOrdered(env, format, magnitudeA, negativeA, magnitudeB, negativeB);
    }

    /** The sum of two finite numbers other than 0, the first not less in magnitude. */
    private static long addOrdered(long env, int format, long large, boolean negative, long small, boolean negativeSmall) {
        int exponent = exponent(format, large);
        long a = significand(format, large);
        long b = shiftRightSticky(significand(format, small), exponent - exponent(format, small));
        if (negative == negativeSmall) {
            long sum = a + b;
            return sum < 0 ? round(env, format, negative, exponent + 1, sum >>> 1 | sum & 1) : round(env, format, negative, exponent, sum);
        }
        long difference = a - b;
        if (difference == 0) {
            return zero(format, zeroSign(env, negative, negativeSmall));
        }
        int up = Long.numberOfLeadingZeros(difference) - (63 - LEAD);
        return round(env, format, negative, exponent - up, difference << up);
    }

    /** a * b; if {@code extended}, 0 times infinity is 2 (FMULX). */
    static long mul(long env, int format, long a, long b, boolean extended) {
        a = input(env, format, a);
        b = input(env, format, b);
        long magnitudeA = magnitude(format, a);
        long magnitudeB = magnitude(format, b);
        boolean negative = negative(format, a ^ b);
        long infinity = infinity(format);
        if (magnitudeA > infinity || magnitudeB > infinity) {
            return nan(env, format, a, b);
        }
        if (magnitudeA == infinity || magnitudeB == infinity) {
            if (magnitudeA == 0 || magnitudeB == 0) {
                return extended ? zero(format, negative) | Format.power(format, 1) : invalid(env, format);
            }
            return infinite(format, negative);
        }
        if (magnitudeA == 0 || magnitudeB == 0) {
            return zero(format, negative);
        }
        int exponent = exponent(format, magnitudeA) + exponent(format, magnitudeB);
        long x = significand(format, magnitudeA) << 1;
        long y = significand(format, magnitudeB);
        long product = Math.unsignedMultiplyHigh(x, y) | (x * y != 0 ? 1 : 0);
        return product >>> LEAD == 0 ? round(env, format, negative, exponent, product << 1) : round(env, format, negative, exponent + 1, product);
    }

    /** a / b. */
    static long div(long env, int format, long a, long b) {
        a = input(env, format, a);
        b = input(env, format, b);
        long magnitudeA = magnitude(format, a);
        long magnitudeB = magnitude(format, b);
        boolean negative = negative(format, a ^ b);
        long infinity = infinity(format);
        if (magnitudeA > infinity || magnitudeB > infinity) {
            return nan(env, format, a, b);
        }
        if (magnitudeA == infinity) {
            return magnitudeB == infinity ? invalid(env, format) : infinite(format, negative);
        }
        if (magnitudeB == infinity) {
            return zero(format, negative);
        }
        if (magnitudeB == 0) {
            if (magnitudeA == 0) {
                return invalid(env, format);
            }
            Env.raise(env, Env.DZC);
            return infinite(format, negative);
        }
        if (magnitudeA == 0) {
            return zero(format, negative);
        }
        int exponent = exponent(format, magnitudeA) - exponent(format, magnitudeB);
        long rest = significand(format, magnitudeA);
        long divisor = significand(format, magnitudeB);
        if (rest < divisor) {
            rest <<= 1;
            exponent--;
        }
        int bits = Format.fractionBits(format) + 3; // the fraction, one to round by, and some
        long quotient = 0;
        for (int i = 0; i <= bits; i++) {
            quotient <<= 1;
            if (Long.compareUnsigned(rest, divisor) >= 0) {
                rest -= divisor;
                quotient |= 1;
            }
            rest <<= 1;
        }
        return round(env, format, negative, exponent, quotient << LEAD - bits | (rest != 0 ? 1 : 0));
    }

    /** The square root. */
    static long sqrt(long env, int format, long a) {
        a = input(env, format, a);
        long magnitude = magnitude(format, a);
        if (magnitude > infinity(format)) {
            return nan(env, format, a);
        }
        if (magnitude == 0) {
            return a;
        }
        if (negative(format, a)) {
            return invalid(env, format);
        }
        if (magnitude == infinity(format)) {
            return a;
        }
        int exponent = exponent(format, magnitude);
        long radicand = significand(format, magnitude) << (exponent & 1);
        int bits = Format.fractionBits(format) + 3;
        long root = 0;
        long rest = 0;
        for (int i = 0; i <= bits; i++) { // two bits of the radicand for one of the root
            rest = rest << 2 | radicand >>> 62;
            radicand <<= 2;
            long trial = root << 2 | 1;
            root <<= 1;
            if (rest >= trial) {
                rest -= trial;
                root |= 1;
            }
        }
        return round(env, format, false, exponent >> 1, root << LEAD - bits | (rest != 0 ? 1 : 0));
    }

    /**
     * addend + a * b, rounded once, times 2^scale before rounding (Arm ARM, FPMulAdd).
     *
     * @param step true for FRECPS and FRSQRTS, where 0 times infinity counts as 0
     */
    static long fma(long env, int format, long addend, long a, long b, int scale, boolean step) {
        addend = input(env, format, addend);
        a = input(env, format, a);
        b = input(env, format, b);
        long c = magnitude(format, addend);
        long magnitudeA = magnitude(format, a);
        long magnitudeB = magnitude(format, b);
        boolean negative = negative(format, a ^ b);
        boolean negativeC = negative(format, addend);
        long infinity = infinity(format);
        boolean zeroByInfinity = magnitudeA == infinity && magnitudeB == 0 || magnitudeA == 0 && magnitudeB == infinity;
        if (c > infinity || magnitudeA > infinity || magnitudeB > infinity) {
            long result = step ? nan(env, format, a, b) : nan(env, format, addend, a, b);
            return zeroByInfinity && !Format.isSignaling(format, addend) ? invalid(env, format) : result;
        }
        if (zeroByInfinity) {
            if (!step) {
                return invalid(env, format);
            }
            magnitudeA = 0;
            magnitudeB = 0;
        }
        if (magnitudeA == infinity || magnitudeB == infinity) {
            return c == infinity && negative != negativeC ? invalid(env, format) : infinite(format, negative);
        }
        if (c == infinity) {
            return addend;
        }
        if (magnitudeA == 0 || magnitudeB == 0) {
            return c == 0 ? zero(format, zeroSign(env, negative, negativeC))
                    : round(env, format, negativeC, exponent(format, c) + scale, significand(format, c));
        }
        return fma(env, format, c, negativeC, magnitudeA, magnitudeB, negative, scale);
    }

    /** The same for finite factors other than 0 and a finite addend, with 128-bit significands whose leading bit is 126. */
    private static long fma(long env, int format, long c, boolean negativeC, long a, long b, boolean negative, int scale) {
        int exponent = exponent(format, a) + exponent(format, b) + 1;
        long x = significand(format, a) << 1;
        long y = significand(format, b);
        long high = Math.unsignedMultiplyHigh(x, y);
        long low = x * y;
        if (high >>> LEAD == 0) {
            high = high << 1 | low >>> 63;
            low <<= 1;
            exponent--;
        }
        if (c == 0) {
            return round(env, format, negative, exponent + scale, high | (low != 0 ? 1 : 0));
        }
        long otherHigh = significand(format, c);
        long otherLow = 0;
        int difference = exponent - exponent(format, c);
        if (difference >= 0) {
            otherLow = shiftRightStickyLow(otherHigh, otherLow, difference);
            otherHigh = difference > 63 ? 0 : otherHigh >>> difference;
        } else {
            exponent -= difference;
            low = shiftRightStickyLow(high, low, -difference);
            high = -difference > 63 ? 0 : high >>> -difference;
        }
        if (negative == negativeC) {
            low += otherLow;
            high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
            if (high < 0) {
                return round(env, format, negative, exponent + 1 + scale, high >>> 1 | high & 1 | (low != 0 ? 1 : 0));
            }
            return round(env, format, negative, exponent + scale, high | (low != 0 ? 1 : 0));
        }
        long borrow = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
        low -= otherLow;
        high -= otherHigh + borrow;
        if (high < 0) { // the addend was the larger
            low = -low;
            high = ~high + (low == 0 ? 1 : 0);
            negative = negativeC;
        }
        if ((high | low) == 0) {
            return zero(format, zeroSign(env, true, false));
        }
        if (high == 0) {
            high = low;
            low = 0;
            exponent -= 64;
        }
        int up = Long.numberOfLeadingZeros(high) - (63 - LEAD);
        if (up < 0) { // the leading bit came from low
            return round(env, format, negative, exponent + 1 + scale, high >>> 1 | high & 1);
        }
        if (up > 0) {
            high = high << up | low >>> 64 - up;
            low <<= up;
        }
        return round(env, format, negative, exponent - up + scale, high | (low != 0 ? 1 : 0));
    }

    /** The low half of {@code high:low >>> amount}, with bit 0 set if anything was lost. */
    private static long shiftRightStickyLow(long high, long low, int amount) {
        if (amount == 0) {
            return low;
        }
        if (amount < 64) {
            return low >>> amount | high << -amount | (low << -amount != 0 ? 1 : 0);
        }
        return shiftRightSticky(high, amount - 64) | (low != 0 ? 1 : 0);
    }
}

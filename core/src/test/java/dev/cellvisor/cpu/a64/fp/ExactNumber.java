package dev.cellvisor.cpu.a64.fp;

import java.math.BigInteger;

/**
 * A rational number, and its rounding to a format by the definition of IEEE 754 over whole numbers of any size: what {@link Soft} is
 * checked against. Nothing here is shared with it.
 *
 * @param sign true for a negative number (or zero)
 * @param numerator not negative
 * @param denominator positive
 */
record ExactNumber(boolean sign, BigInteger numerator, BigInteger denominator) {

    /** What rounding gives: the bit pattern and the flags of FPSR. */
    record Rounded(long bits, int flags) {
    }

    private static final int[] PRECISION = {0, 11, 24, 53};
    private static final int[] EXPONENT_BITS = {0, 5, 8, 11};

    /** The value of a finite pattern. */
    static ExactNumber of(int format, long bits) {
        int fraction = PRECISION[format] - 1;
        int bias = (1 << EXPONENT_BITS[format] - 1) - 1;
        int biased = (int) (bits >>> fraction) & (1 << EXPONENT_BITS[format]) - 1;
        long significand = bits & (1L << fraction) - 1;
        if (biased != 0) {
            significand |= 1L << fraction;
        }
        int exponent = Math.max(biased, 1) - bias - fraction;
        boolean sign = (bits >>> fraction + EXPONENT_BITS[format] & 1) != 0;
        BigInteger s = BigInteger.valueOf(significand);
        return exponent >= 0 ? new ExactNumber(sign, s.shiftLeft(exponent), BigInteger.ONE)
                : new ExactNumber(sign, s, BigInteger.ONE.shiftLeft(-exponent));
    }

    ExactNumber plus(ExactNumber other, boolean roundsDown) {
        BigInteger a = numerator.multiply(other.denominator);
        BigInteger b = other.numerator.multiply(denominator);
        BigInteger sum = (sign ? a.negate() : a).add(other.sign ? b.negate() : b);
        boolean negative = sum.signum() < 0 || sum.signum() == 0 && (sign == other.sign ? sign : roundsDown);
        return new ExactNumber(negative, sum.abs(), denominator.multiply(other.denominator));
    }

    ExactNumber times(ExactNumber other) {
        return new ExactNumber(sign != other.sign, numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    ExactNumber over(ExactNumber other) {
        return new ExactNumber(sign != other.sign, numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The root, wrong only far below the last bit of any format; exactly right where it is rational. */
    ExactNumber root() {
        BigInteger scaled = numerator.multiply(denominator).shiftLeft(400);
        BigInteger root = scaled.sqrt();
        boolean exact = root.multiply(root).equals(scaled);
        return new ExactNumber(sign, exact ? root : root.shiftLeft(1).add(BigInteger.ONE), denominator.shiftLeft(exact ? 200 : 201));
    }

    /** Rounds by a mode of {@link Rounding}. */
    Rounded round(int format, int rounding, boolean flush) {
        int fraction = PRECISION[format] - 1;
        int bias = (1 << EXPONENT_BITS[format] - 1) - 1;
        long signBit = sign ? 1L << fraction + EXPONENT_BITS[format] : 0;
        if (numerator.signum() == 0) {
            return new Rounded(signBit, 0);
        }
        int exponent = numerator.bitLength() - denominator.bitLength();
        if (compareToPower(exponent) < 0) {
            exponent--;
        }
        boolean tiny = exponent < 1 - bias;
        if (tiny && flush) {
            return new Rounded(signBit, Env.UFC);
        }
        int last = Math.max(exponent, 1 - bias) - fraction; // the last place is worth 2^last
        BigInteger n = last < 0 ? numerator.shiftLeft(-last) : numerator;
        BigInteger d = last > 0 ? denominator.shiftLeft(last) : denominator;
        BigInteger[] parts = n.divideAndRemainder(d);
        BigInteger units = parts[0];
        int half = parts[1].shiftLeft(1).compareTo(d);
        boolean inexact = parts[1].signum() != 0;
        boolean up = inexact && switch (rounding) {
            case Rounding.NEAREST -> half > 0 || half == 0 && units.testBit(0);
            case Rounding.UP -> !sign;
            case Rounding.DOWN -> sign;
            case Rounding.ODD -> !units.testBit(0);
            default -> false;
        };
        long magnitude = (up ? units.add(BigInteger.ONE) : units).longValueExact();
        if (magnitude == 1L << fraction + 1) {
            magnitude >>= 1;
            last++;
        }
        int biased = magnitude >>> fraction == 0 ? 0 : last + fraction + bias;
        int flags = inexact ? tiny ? Env.UFC | Env.IXC : Env.IXC : 0;
        if (biased > 2 * bias) {
            boolean infinity = rounding == Rounding.NEAREST || rounding == Rounding.UP && !sign || rounding == Rounding.DOWN && sign;
            long top = (1L << EXPONENT_BITS[format]) - 1 << fraction;
            return new Rounded(signBit | (infinity ? top : top - 1), Env.OFC | Env.IXC);
        }
        return new Rounded(signBit | (long) biased << fraction | magnitude & (1L << fraction) - 1, flags);
    }

    private int compareToPower(int exponent) {
        return exponent >= 0 ? numerator.compareTo(denominator.shiftLeft(exponent)) : numerator.shiftLeft(-exponent).compareTo(denominator);
    }
}

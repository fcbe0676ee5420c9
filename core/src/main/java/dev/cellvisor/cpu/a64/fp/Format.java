package dev.cellvisor.cpu.a64.fp;

/**
 * The three formats, by log2 of their bytes, and what is in a bit pattern. A magnitude is a pattern without its sign.
 *
 * <p>A finite number other than 0 is worked on as an exponent (of its leading bit) and a significand with the leading bit at
 * {@link #LEAD}: its value is {@code significand * 2^(exponent - LEAD)}.
 */
public final class Format {
    /** Half precision: 16 bits. */
    public static final int HALF = 1;
    /** Single precision: 32 bits. */
    public static final int SINGLE = 2;
    /** Double precision: 64 bits. */
    public static final int DOUBLE = 3;

    /** Where a significand's leading bit stands; there is room for a carry above. */
    static final int LEAD = 62;

    private static final int[] FRACTION_BITS = {0, 10, 23, 52};
    private static final int[] BIAS = {0, 15, 127, 1023};
    private static final long[] INFINITY = {0, 0x7c00, 0x7f80_0000, 0x7ff0_0000_0000_0000L};
    private static final long[] DEFAULT_NAN = {0, 0x7e00, 0x7fc0_0000, 0x7ff8_0000_0000_0000L};

    private Format() {
    }

    static int fractionBits(int format) {
        return FRACTION_BITS[format];
    }

    static int bias(int format) {
        return BIAS[format];
    }

    /** Plus infinity. */
    static long infinity(int format) {
        return INFINITY[format];
    }

    static long sign(int format) {
        return 1L << (8 << format) - 1;
    }

    static boolean negative(int format, long a) {
        return (a & sign(format)) != 0;
    }

    static long magnitude(int format, long a) {
        return a & sign(format) - 1;
    }

    static boolean isNaN(int format, long a) {
        return magnitude(format, a) > INFINITY[format];
    }

    private static long quietBit(int format) {
        return 1L << FRACTION_BITS[format] - 1;
    }

    static boolean isSignaling(int format, long a) {
        return isNaN(format, a) && (a & quietBit(format)) == 0;
    }

    static boolean isSubnormal(int format, long a) {
        long magnitude = magnitude(format, a);
        return magnitude != 0 && magnitude >>> FRACTION_BITS[format] == 0;
    }

    /** A power of two that is a normal number. */
    static long power(int format, int exponent) {
        return (long) (exponent + BIAS[format]) << FRACTION_BITS[format];
    }

    /** An operand as it counts: 0 in place of what is flushed to zero (Arm ARM, FPUnpack). */
    static long input(long env, int format, long a) {
        return Env.flushes(env, format) && isSubnormal(format, a) ? flushed(env, format, a) : a;
    }

    private static long flushed(long env, int format, long a) {
        if (format != HALF) { // Arm ARM, FPUnpackBase: no IDC for half precision
            Env.raise(env, Env.IDC);
        }
        return a & sign(format);
    }

    /** The exponent of the leading bit of a finite magnitude other than 0. */
    static int exponent(int format, long magnitude) {
        int fraction = FRACTION_BITS[format];
        int biased = (int) (magnitude >>> fraction);
        return (biased != 0 ? biased : 64 - Long.numberOfLeadingZeros(magnitude) - fraction) - BIAS[format];
    }

    /** The significand of a finite magnitude other than 0, leading bit at {@link #LEAD}. */
    static long significand(int format, long magnitude) {
        int fraction = FRACTION_BITS[format];
        if (magnitude >>> fraction == 0) {
            return magnitude << Long.numberOfLeadingZeros(magnitude) - (63 - LEAD);
        }
        long hidden = 1L << fraction;
        return (magnitude & hidden - 1 | hidden) << LEAD - fraction;
    }

    // ---- NaNs

    /** The default NaN, with invalid operation raised. */
    static long invalid(long env, int format) {
        Env.raise(env, Env.IOC);
        return DEFAULT_NAN[format];
    }

    /** What a NaN operand becomes as a result (Arm ARM, FPProcessNaN). */
    static long nan(long env, int format, long a) {
        if ((a & quietBit(format)) == 0) {
            Env.raise(env, Env.IOC);
        }
        return (Env.fpcr(env) & Env.DN) != 0 ? DEFAULT_NAN[format] : a | quietBit(format);
    }

    /** The NaN that comes of two operands of which one is a NaN at least (Arm ARM, FPProcessNaNs): signaling before quiet, first before second. */
    static long nan(long env, int format, long a, long b) {
        if (isSignaling(format, a) || !isSignaling(format, b) && isNaN(format, a)) {
            return nan(env, format, a);
        }
        return nan(env, format, b);
    }

    /** The same of three (Arm ARM, FPProcessNaNs3). */
    static long nan(long env, int format, long a, long b, long c) {
        if (isSignaling(format, a)) {
            return nan(env, format, a);
        }
        if (isSignaling(format, b) || isSignaling(format, c)) {
            return nan(env, format, b, c);
        }
        return isNaN(format, a) ? nan(env, format, a) : nan(env, format, b, c);
    }

    static long defaultNaN(int format) {
        return DEFAULT_NAN[format];
    }
}

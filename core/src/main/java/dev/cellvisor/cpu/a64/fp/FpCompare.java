package dev.cellvisor.cpu.a64.fp;

import static dev.cellvisor.cpu.a64.fp.Format.infinity;
import static dev.cellvisor.cpu.a64.fp.Format.input;
import static dev.cellvisor.cpu.a64.fp.Format.isNaN;
import static dev.cellvisor.cpu.a64.fp.Format.isSignaling;
import static dev.cellvisor.cpu.a64.fp.Format.magnitude;
import static dev.cellvisor.cpu.a64.fp.Format.nan;
import static dev.cellvisor.cpu.a64.fp.Format.negative;
import static dev.cellvisor.cpu.a64.fp.Format.sign;

/** Comparisons, minimum and maximum. */
public final class FpCompare {
    /** NZCV of a comparison: less. */
    public static final int LESS = 0x8000_0000;
    /** NZCV of a comparison: equal. */
    public static final int EQUAL = 0x6000_0000;
    /** NZCV of a comparison: greater. */
    public static final int GREATER = 0x2000_0000;
    /** NZCV of a comparison: a NaN. */
    public static final int UNORDERED = 0x3000_0000;

    private FpCompare() {
    }

    /**
     * Compares to flags in bits 31:28.
     *
     * @param signaling true if any NaN raises invalid operation (FCMPE, FCMGE, FCMGT), not only a signaling one
     */
    public static int compare(long env, int format, long a, long b, boolean signaling) {
        a = input(env, format, a);
        b = input(env, format, b);
        if (isNaN(format, a) || isNaN(format, b)) {
            if (signaling || isSignaling(format, a) || isSignaling(format, b)) {
                Env.raise(env, Env.IOC);
            }
            return UNORDERED;
        }
        int order = Long.compare(ordered(format, a), ordered(format, b));
        return order < 0 ? LESS : order > 0 ? GREATER : EQUAL;
    }

    /** See {@link #compare}: double. */
    public static int compare64(long env, long a, long b, boolean signaling) {
        double x = Double.longBitsToDouble(a);
        double y = Double.longBitsToDouble(b);
        if (Env.plain(env)) {
            if (x < y) {
                return LESS;
            }
            if (x >= y) {
                return x == y ? EQUAL : GREATER;
            }
        }
        return compare(env, Format.DOUBLE, a, b, signaling);
    }

    /** See {@link #compare}: single. */
    public static int compare32(long env, long a, long b, boolean signaling) {
        float x = Float.intBitsToFloat((int) a);
        float y = Float.intBitsToFloat((int) b);
        if (Env.plain(env)) {
            if (x < y) {
                return LESS;
            }
            if (x >= y) {
                return x == y ? EQUAL : GREATER;
            }
        }
        return compare(env, Format.SINGLE, a, b, signaling);
    }

    /** A number that is ordered as the value is; both zeros are 0. */
    private static long ordered(int format, long a) {
        return negative(format, a) ? -magnitude(format, a) : a;
    }

    /** The larger, a NaN if there is one; +0 is larger than -0. */
    public static long max(long env, int format, long a, long b) {
        a = input(env, format, a);
        b = input(env, format, b);
        if (isNaN(format, a) || isNaN(format, b)) {
            return nan(env, format, a, b);
        }
        long x = ordered(format, a);
        long y = ordered(format, b);
        return x == y ? a & b : x > y ? a : b;
    }

    /** The smaller, a NaN if there is one; -0 is smaller than +0. */
    public static long min(long env, int format, long a, long b) {
        a = input(env, format, a);
        b = input(env, format, b);
        if (isNaN(format, a) || isNaN(format, b)) {
            return nan(env, format, a, b);
        }
        long x = ordered(format, a);
        long y = ordered(format, b);
        return x == y ? a | b : x < y ? a : b;
    }

    private static boolean isQuiet(int format, long a) {
        return isNaN(format, a) && !isSignaling(format, a);
    }

    /** The larger; a number rather than a quiet NaN (IEEE 754-2008 maxNum). */
    public static long maxnm(long env, int format, long a, long b) {
        long least = infinity(format) | sign(format);
        if (isQuiet(format, a) && !isQuiet(format, b)) {
            return max(env, format, least, b);
        }
        return isQuiet(format, b) && !isQuiet(format, a) ? max(env, format, a, least) : max(env, format, a, b);
    }

    /** The smaller; a number rather than a quiet NaN (IEEE 754-2008 minNum). */
    public static long minnm(long env, int format, long a, long b) {
        long most = infinity(format);
        if (isQuiet(format, a) && !isQuiet(format, b)) {
            return min(env, format, most, b);
        }
        return isQuiet(format, b) && !isQuiet(format, a) ? min(env, format, a, most) : min(env, format, a, b);
    }
}

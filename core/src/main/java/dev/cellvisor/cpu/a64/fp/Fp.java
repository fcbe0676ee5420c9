package dev.cellvisor.cpu.a64.fp;

import static dev.cellvisor.cpu.a64.fp.Format.DOUBLE;
import static dev.cellvisor.cpu.a64.fp.Format.SINGLE;
import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;

/**
 * Arithmetic: add, subtract, multiply, divide, square root, fused multiply-add. Each takes Java's own where modes are plain and the
 * result is normal (or, for sums, finite: a subnormal sum is exact); the inexact flag is known to be set or the operation is seen to
 * be exact by a test that may miss, but never lies. Everything else is left to {@link Soft}.
 */
public final class Fp {

    private Fp() {
    }

    // ---- results that need no second look

    private static boolean isNormal(double r) {
        // Not the smallest normal number itself: it may have been rounded up to, and then it was tiny.
        return Math.abs(r) > Double.MIN_NORMAL && Math.abs(r) <= Double.MAX_VALUE;
    }

    private static boolean isNormal(float r) {
        return Math.abs(r) > Float.MIN_NORMAL && Math.abs(r) <= Float.MAX_VALUE;
    }

    /** What rounding lost of {@code r = x + y} (Knuth's TwoSum); NaN if an intermediate overflowed. */
    private static double lost(double x, double y, double r) {
        double z = r - x;
        return x - (r - z) + (y - z);
    }

    private static float lost(float x, float y, float r) {
        float z = r - x;
        return x - (r - z) + (y - z);
    }

    /** Whether significands have so many trailing zeros that their product fits. */
    private static boolean productFits(double x, double y) {
        return trailingZeros(x) + trailingZeros(y) > 52;
    }

    private static int trailingZeros(double x) {
        return Long.numberOfTrailingZeros(doubleToRawLongBits(x) | 1L << 52);
    }

    private static long bits(float r) {
        return floatToRawIntBits(r) & 0xffff_ffffL;
    }

    // ---- add

    /** a + b, double. */
    public static long add64(long env, long a, long b) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double r = x + y;
        if (Env.plain(env) && Math.abs(r) <= Double.MAX_VALUE && (Env.inexactKnown(env) || lost(x, y, r) == 0)) {
            return doubleToRawLongBits(r);
        }
        return Soft.add(env, DOUBLE, a, b);
    }

    /** a + b, single. */
    public static long add32(long env, long a, long b) {
        float x = intBitsToFloat((int) a);
        float y = intBitsToFloat((int) b);
        float r = x + y;
        if (Env.plain(env) && Math.abs(r) <= Float.MAX_VALUE && (Env.inexactKnown(env) || lost(x, y, r) == 0)) {
            return bits(r);
        }
        return Soft.add(env, SINGLE, a, b);
    }

    /** a + b. */
    public static long add(long env, int format, long a, long b) {
        return format == DOUBLE ? add64(env, a, b) : format == SINGLE ? add32(env, a, b) : Soft.add(env, format, a, b);
    }

    /** a - b, double. */
    public static long sub64(long env, long a, long b) {
        return add64(env, a, (b & Long.MAX_VALUE) > 0x7ff0_0000_0000_0000L ? b : b ^ Long.MIN_VALUE);
    }

    /** a - b, single. */
    public static long sub32(long env, long a, long b) {
        return add32(env, a, (b & 0x7fff_ffff) > 0x7f80_0000 ? b : b ^ 0x8000_0000L);
    }

    /** a - b. */
    public static long sub(long env, int format, long a, long b) {
        return add(env, format, a, Format.isNaN(format, b) ? b : b ^ Format.sign(format));
    }

    // ---- multiply

    /** a * b, double. */
    public static long mul64(long env, long a, long b) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double r = x * y;
        if (Env.plain(env) && isNormal(r) && (Env.inexactKnown(env) || productFits(x, y))) {
            return doubleToRawLongBits(r);
        }
        return Soft.mul(env, DOUBLE, a, b, false);
    }

    /** a * b, single. */
    public static long mul32(long env, long a, long b) {
        double exact = (double) intBitsToFloat((int) a) * intBitsToFloat((int) b);
        float r = (float) exact;
        if (Env.plain(env) && isNormal(r) && (Env.inexactKnown(env) || r == exact)) {
            return bits(r);
        }
        return Soft.mul(env, SINGLE, a, b, false);
    }

    /** a * b. */
    public static long mul(long env, int format, long a, long b) {
        return format == DOUBLE ? mul64(env, a, b) : format == SINGLE ? mul32(env, a, b) : Soft.mul(env, format, a, b, false);
    }

    /** a * b, where 0 times infinity is 2 (FMULX). */
    public static long mulx(long env, int format, long a, long b) {
        return Soft.mul(env, format, a, b, true);
    }

    /** -(a * b); a NaN's sign is turned as well (FNMUL). */
    public static long nmul(long env, int format, long a, long b) {
        return mul(env, format, a, b) ^ Format.sign(format);
    }

    // ---- divide

    /** a / b, double. */
    public static long div64(long env, long a, long b) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double r = x / y;
        if (Env.plain(env) && isNormal(r) && (Env.inexactKnown(env) || productFits(r, y) && r * y == x)) {
            return doubleToRawLongBits(r);
        }
        return Soft.div(env, DOUBLE, a, b);
    }

    /** a / b, single. */
    public static long div32(long env, long a, long b) {
        float x = intBitsToFloat((int) a);
        float y = intBitsToFloat((int) b);
        float r = x / y;
        if (Env.plain(env) && isNormal(r) && (Env.inexactKnown(env) || (double) r * y == x)) {
            return bits(r);
        }
        return Soft.div(env, SINGLE, a, b);
    }

    /** a / b. */
    public static long div(long env, int format, long a, long b) {
        return format == DOUBLE ? div64(env, a, b) : format == SINGLE ? div32(env, a, b) : Soft.div(env, format, a, b);
    }

    // ---- square root

    /** The square root, double. */
    public static long sqrt64(long env, long a) {
        double x = longBitsToDouble(a);
        double r = Math.sqrt(x);
        if (Env.plain(env) && isNormal(r) && (Env.inexactKnown(env) || productFits(r, r) && r * r == x)) {
            return doubleToRawLongBits(r);
        }
        return Soft.sqrt(env, DOUBLE, a);
    }

    /** The square root, single. */
    public static long sqrt32(long env, long a) {
        float x = intBitsToFloat((int) a);
        float r = (float) Math.sqrt(x);
        if (Env.plain(env) && isNormal(r) && (Env.inexactKnown(env) || (double) r * r == x)) {
            return bits(r);
        }
        return Soft.sqrt(env, SINGLE, a);
    }

    /** The square root. */
    public static long sqrt(long env, int format, long a) {
        return format == DOUBLE ? sqrt64(env, a) : format == SINGLE ? sqrt32(env, a) : Soft.sqrt(env, format, a);
    }

    // ---- fused multiply-add

    /** addend + a * b, double, rounded once. */
    public static long fma64(long env, long addend, long a, long b) {
        if (Env.plain(env) && Env.inexactKnown(env)) {
            double r = Math.fma(longBitsToDouble(a), longBitsToDouble(b), longBitsToDouble(addend));
            if (isNormal(r)) {
                return doubleToRawLongBits(r);
            }
        } else if (Env.plain(env)) {
            double x = longBitsToDouble(a);
            double y = longBitsToDouble(b);
            double z = longBitsToDouble(addend);
            double product = x * y;
            double r = product + z;
            if (isNormal(product) && isNormal(r) && productFits(x, y) && lost(product, z, r) == 0) {
                return doubleToRawLongBits(r);
            }
        }
        return Soft.fma(env, DOUBLE, addend, a, b, 0, false);
    }

    /** addend + a * b, single, rounded once. */
    public static long fma32(long env, long addend, long a, long b) {
        double product = (double) intBitsToFloat((int) a) * intBitsToFloat((int) b); // exact
        double z = intBitsToFloat((int) addend);
        double sum = product + z;
        double lost = lost(product, z, sum);
        if (lost != 0) { // to odd, so that the second rounding sees what the first one lost
            long odd = doubleToRawLongBits(sum);
            if ((odd & 1) == 0) {
                sum = longBitsToDouble(odd + (lost > 0 == sum > 0 ? 1 : -1));
            }
        }
        float r = (float) sum;
        if (Env.plain(env) && isNormal(r) && (Env.inexactKnown(env) || lost == 0 && r == sum)) {
            return bits(r);
        }
        return Soft.fma(env, SINGLE, addend, a, b, 0, false);
    }

    /** addend + a * b, rounded once. The caller turns signs for FMSUB, FNMADD and FNMSUB: those of NaNs too. */
    public static long fma(long env, int format, long addend, long a, long b) {
        return format == DOUBLE ? fma64(env, addend, a, b) : format == SINGLE ? fma32(env, addend, a, b)
                : Soft.fma(env, format, addend, a, b, 0, false);
    }

    /** -a, a NaN's too: the sign bit turned. */
    public static long neg(int format, long a) {
        return a ^ Format.sign(format);
    }

    /** |a|: the sign bit cleared. */
    public static long abs(int format, long a) {
        return Format.magnitude(format, a);
    }
}

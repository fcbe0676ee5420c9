package dev.cellvisor.cpu.a64.isa;

/**
 * Operations that go element by element: those that saturate, shift by a register, or multiply. An operation takes its elements
 * sign- or zero-extended to 64 bits and gives back a result of which the element's bits count; what saturates sets FPSR.QC.
 */
final class Lanes {
    static final int SQADD = 0;
    static final int UQADD = 1;
    static final int SQSUB = 2;
    static final int UQSUB = 3;
    static final int SUQADD = 4;
    static final int USQADD = 5;
    static final int SSHL = 6;
    static final int USHL = 7;
    static final int SRSHL = 8;
    static final int URSHL = 9;
    static final int SQSHL = 10;
    static final int UQSHL = 11;
    static final int SQRSHL = 12;
    static final int UQRSHL = 13;
    static final int SQSHLU = 14;
    static final int MUL = 15;
    static final int PMUL = 16;
    static final int SQDMULH = 17;
    static final int SQRDMULH = 18;
    static final int SQABS = 19;
    static final int SQNEG = 20;
    static final int CLZ = 21;
    static final int CLS = 22;

    private Lanes() {
    }

    /** An operation on each pair of elements of two longs. */
    static long map(int op, long s, int size, long a, long b) {
        int bits = 8 << size;
        int left = 64 - bits;
        boolean signed = isSigned(op);
        long result = 0;
        for (int at = 0; at < 64; at += bits) {
            long x = a << left - at;
            long y = b << left - at;
            x = signed ? x >> left : x >>> left;
            y = op == SUQADD ? y >>> left : signed || op == USQADD ? y >> left : y >>> left;
            result |= (apply(op, s, bits, x, y) << left) >>> left - at;
        }
        return result;
    }

    private static boolean isSigned(int op) {
        return switch (op) {
            case UQADD, UQSUB, USQADD, USHL, URSHL, UQSHL, UQRSHL, MUL, PMUL, CLZ -> false;
            default -> true;
        };
    }

    /** One element's result; its bits above {@code bits} do not count. */
    private static long apply(int op, long s, int bits, long x, long y) {
        return switch (op) {
            case SQADD, SUQADD -> addSigned(s, bits, x, y, op == SUQADD);
            case UQADD -> addUnsigned(s, bits, x, y);
            case USQADD -> y < 0 ? subUnsigned(s, bits, x, -y) : addUnsigned(s, bits, x, y);
            case SQSUB -> subSigned(s, bits, x, y);
            case UQSUB -> subUnsigned(s, bits, x, y);
            case SSHL -> shift(true, false, x, (byte) y);
            case USHL -> shift(false, false, x, (byte) y);
            case SRSHL -> shift(true, true, x, (byte) y);
            case URSHL -> shift(false, true, x, (byte) y);
            case SQSHL, SQRSHL -> (byte) y > 0 ? shiftLeftSigned(s, bits, x, (byte) y) : shift(true, op == SQRSHL, x, (byte) y);
            case UQSHL, UQRSHL -> (byte) y > 0 ? shiftLeftUnsigned(s, bits, x, (byte) y) : shift(false, op == UQRSHL, x, (byte) y);
            case SQSHLU -> x < 0 ? saturate(s, 0) : shiftLeftUnsigned(s, bits, x, (byte) y);
            case MUL -> x * y;
            case PMUL -> multiplyPolynomial(x, y);
            case SQDMULH -> clampSigned(s, bits, x * y >> bits - 1);
            case SQRDMULH -> clampSigned(s, bits, x * y + (1L << bits - 2) >> bits - 1);
            case SQABS -> x < 0 ? subSigned(s, bits, 0, x) : x;
            case SQNEG -> subSigned(s, bits, 0, x);
            case CLZ -> Long.numberOfLeadingZeros(x) - (64 - bits);
            case CLS -> Long.numberOfLeadingZeros(x ^ x >> 63) - (64 - bits) - 1;
            default -> throw new IllegalArgumentException("no lane operation " + op);
        };
    }

    private static long saturate(long s, long limit) {
        Vec.setQc(s);
        return limit;
    }

    /** Saturates to a signed element of {@code bits}. */
    static long clampSigned(long s, int bits, long value) {
        long max = -1L >>> 65 - bits;
        return value > max ? saturate(s, max) : value < ~max ? saturate(s, ~max) : value;
    }

    /** Saturates a signed value to an unsigned element of {@code bits}, fewer than 64. */
    static long clampUnsigned(long s, int bits, long value) {
        long max = -1L >>> 64 - bits;
        return value > max ? saturate(s, max) : value < 0 ? saturate(s, 0) : value;
    }

    /** Sum of a signed and a signed or (SUQADD) unsigned element. */
    private static long addSigned(long s, int bits, long x, long y, boolean unsignedY) {
        long r = x + y;
        if (bits == 64) {
            if (unsignedY) {
                return y < 0 && x >= 0 || (x >= 0 || y < 0) && r < 0 ? saturate(s, Long.MAX_VALUE) : r;
            }
            return ((x ^ r) & (y ^ r)) < 0 ? saturate(s, x < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : r;
        }
        return clampSigned(s, bits, r);
    }

    private static long subSigned(long s, int bits, long x, long y) {
        long r = x - y;
        return ((x ^ y) & (x ^ r)) < 0 ? saturate(s, x < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : clampSigned(s, bits, r);
    }

    private static long addUnsigned(long s, int bits, long x, long y) {
        long max = -1L >>> 64 - bits;
        return Long.compareUnsigned(x, max - y) > 0 ? saturate(s, max) : x + y;
    }

    private static long subUnsigned(long s, int bits, long x, long y) {
        return Long.compareUnsigned(x, y) < 0 ? saturate(s, 0) : x - y;
    }

    /** Shift to the left, or with a negative amount to the right, rounding or not. */
    static long shift(boolean signed, boolean round, long x, int amount) {
        if (amount >= 0) {
            return amount < 64 ? x << amount : 0;
        }
        int right = -amount;
        if (right > 64) {
            return signed && !round ? x >> 63 : 0;
        }
        long last = signed ? x >> right - 1 : x >>> right - 1;
        return (signed ? last >> 1 : last >>> 1) + (round ? last & 1 : 0);
    }

    private static long shiftLeftSigned(long s, int bits, long x, int amount) {
        if (amount >= bits || x << amount >> amount != x) {
            return x == 0 ? 0 : saturate(s, x < 0 ? -1L << bits - 1 : -1L >>> 65 - bits);
        }
        return clampSigned(s, bits, x << amount);
    }

    private static long shiftLeftUnsigned(long s, int bits, long x, int amount) {
        long max = -1L >>> 64 - bits;
        if (amount >= bits) {
            return x == 0 ? 0 : saturate(s, max);
        }
        return Long.compareUnsigned(x, max >>> amount) > 0 ? saturate(s, max) : x << amount;
    }

    /** Carry-less product of two elements of up to 32 bits. */
    static long multiplyPolynomial(long x, long y) {
        long product = 0;
        for (long rest = y; rest != 0; rest &= rest - 1) {
            product ^= x << Long.numberOfTrailingZeros(rest);
        }
        return product;
    }

    /** SQXTN, SQXTUN, UQXTN: the elements of 128 bits, after a right shift, saturated to half their size. */
    static long narrow(long s, int size, boolean fromSigned, boolean toSigned, boolean round, int shift, long low, long high) {
        return narrowHalf(s, size, fromSigned, toSigned, round, shift, low)
                | narrowHalf(s, size, fromSigned, toSigned, round, shift, high) << 32;
    }

    private static long narrowHalf(long s, int size, boolean fromSigned, boolean toSigned, boolean round, int shift, long a) {
        int bits = 8 << size;
        int left = 64 - 2 * bits;
        long result = 0;
        for (int at = 0; at < 32; at += bits) {
            long x = a << left - 2 * at;
            x = fromSigned ? x >> left : x >>> left;
            if (shift != 0) {
                x = shift(fromSigned, round, x, -shift);
            }
            long max = -1L >>> 64 - bits;
            long y;
            if (fromSigned) {
                y = toSigned ? clampSigned(s, bits, x) : clampUnsigned(s, bits, x);
            } else {
                y = Long.compareUnsigned(x, max) > 0 ? saturate(s, max) : x;
            }
            result |= (y & max) << at;
        }
        return result;
    }
}

package dev.cellvisor.cpu.a64.isa;

/**
 * Arithmetic on all elements of a long at once. {@code size} is log2 of an element's bytes (0 to 3). Carries are kept from crossing
 * elements by treating their top bits apart, so that no loop is needed.
 */
final class Swar {
    /** By size: the lowest bit of each element. */
    static final long[] LOW = {0x0101_0101_0101_0101L, 0x0001_0001_0001_0001L, 0x0000_0001_0000_0001L, 1};
    /** By size: the top bit of each element. */
    static final long[] TOP = {0x8080_8080_8080_8080L, 0x8000_8000_8000_8000L, 0x8000_0000_8000_0000L, 0x8000_0000_0000_0000L};
    /** By size (0 to 2): all bits of the even elements. */
    static final long[] EVEN = {0x00ff_00ff_00ff_00ffL, 0x0000_ffff_0000_ffffL, 0xffff_ffffL};
    /** By size: the lowest element. */
    static final long[] FIRST = {0xff, 0xffff, 0xffff_ffffL, -1};

    private Swar() {
    }

    /** One element in all places. */
    static long replicate(int size, long element) {
        return (element & FIRST[size]) * LOW[size];
    }

    static long add(int size, long a, long b) {
        long top = TOP[size];
        return (a & ~top) + (b & ~top) ^ (a ^ b) & top;
    }

    static long sub(int size, long a, long b) {
        long top = TOP[size];
        return (a | top) - (b & ~top) ^ (a ^ ~b) & top;
    }

    /** Fills each element whose top bit is set; other bits of {@code flags} must be 0. */
    static long fill(int size, long flags) {
        return (flags >>> (8 << size) - 1) * FIRST[size];
    }

    /** All ones where an element is negative. */
    static long negative(int size, long a) {
        return fill(size, a & TOP[size]);
    }

    /** All ones where elements are equal. */
    static long equal(int size, long a, long b) {
        return ~nonZero(size, a ^ b);
    }

    /** All ones where an element is not 0. */
    static long nonZero(int size, long a) {
        long top = TOP[size];
        return fill(size, ((a & ~top) + ~top | a) & top);
    }

    /** All ones where a < b, unsigned. */
    static long below(int size, long a, long b) {
        return fill(size, (~a & b | ~(a ^ b) & sub(size, a, b)) & TOP[size]);
    }

    /** All ones where a < b, signed. */
    static long less(int size, long a, long b) {
        return below(size, a ^ TOP[size], b ^ TOP[size]);
    }

    /** Bits of {@code a} where {@code mask} is set, of {@code b} elsewhere. */
    static long select(long mask, long a, long b) {
        return b ^ (a ^ b) & mask;
    }

    static long shiftLeft(int size, long a, int amount) {
        return (a << amount) & replicate(size, FIRST[size] << amount);
    }

    /** {@code amount} must be less than an element's bits. */
    static long shiftRight(int size, long a, int amount) {
        return a >>> amount & replicate(size, FIRST[size] >>> amount);
    }

    /** {@code amount} must be less than an element's bits. */
    static long shiftRightSigned(int size, long a, int amount) {
        long signs = negative(size, a);
        return shiftRight(size, a ^ signs, amount) ^ signs;
    }

    static long min(int size, boolean signed, long a, long b) {
        return select(signed ? less(size, a, b) : below(size, a, b), a, b);
    }

    static long max(int size, boolean signed, long a, long b) {
        return select(signed ? less(size, a, b) : below(size, a, b), b, a);
    }

    /** |a - b|, modulo the element's range. */
    static long distance(int size, boolean signed, long a, long b) {
        long swap = signed ? less(size, a, b) : below(size, a, b);
        return sub(size, select(swap, b, a), select(swap, a, b));
    }

    static long abs(int size, long a) {
        long signs = negative(size, a);
        return sub(size, a ^ signs, signs);
    }

    /** The even elements of 128 bits, packed. */
    static long even(int size, long low, long high) {
        return size == 3 ? low : pack(size, low) | pack(size, high) << 32;
    }

    /** The odd elements of 128 bits, packed. */
    static long odd(int size, long low, long high) {
        return size == 3 ? high : pack(size, low >>> (8 << size)) | pack(size, high >>> (8 << size)) << 32;
    }

    /** The even elements of a long as 32 bits. */
    private static long pack(int size, long a) {
        if (size == 0) {
            a = (a & 0x00ff_00ff_00ff_00ffL) * 0x101 >>> 8 & 0x0000_ffff_0000_ffffL;
        }
        if (size <= 1) {
            a = (a & 0x0000_ffff_0000_ffffL) * 0x10001 >>> 16;
        }
        return a & 0xffff_ffffL;
    }

    /** 32 bits as the even elements of a long, zeros between: zero-extension to elements of twice the size. */
    static long widen(int size, long half) {
        long a = half & 0xffff_ffffL;
        if (size <= 1) {
            a = (a | a << 16) & 0x0000_ffff_0000_ffffL;
        }
        if (size == 0) {
            a = (a | a << 8) & 0x00ff_00ff_00ff_00ffL;
        }
        return a;
    }

    /** 32 bits as elements of twice the size, sign- or zero-extended; {@code size} is that of the narrow ones (0 to 2). */
    static long widen(int size, boolean signed, long half) {
        long wide = widen(size, half);
        if (signed) {
            long top = TOP[size] & EVEN[size];
            return sub(size + 1, wide ^ top, top);
        }
        return wide;
    }

    /** Sums of neighbours in elements of twice the size; {@code size} is that of the narrow ones (0 to 2). */
    static long addLongPairs(int size, boolean signed, long a) {
        long mask = EVEN[size];
        int bits = 8 << size;
        if (!signed) {
            return (a & mask) + (a >>> bits & mask);
        }
        long biased = a ^ TOP[size];
        return sub(size + 1, (biased & mask) + (biased >>> bits & mask), LOW[size + 1] << bits);
    }
}

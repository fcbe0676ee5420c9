package dev.cellvisor.cpu.a64.isa;

/** Products of narrow elements in elements of twice the size: what "three different" and "by element" share. {@code size} is the narrow one. */
final class LongProducts {
    static final int SQDMULL = 0;
    static final int SQDMLAL = 1;
    static final int SQDMLSL = 2;

    private LongProducts() {
    }

    /** Products of the elements in 32 bits of each operand. */
    private static long products(int size, boolean signed, long n, long m) {
        int bits = 8 << size;
        int left = 64 - bits;
        long result = 0;
        for (int at = 0; at < 32; at += bits) {
            long x = n << left - at;
            long y = m << left - at;
            long product = signed ? (x >> left) * (y >> left) : (x >>> left) * (y >>> left);
            result |= (product & Swar.FIRST[size + 1]) << 2 * at;
        }
        return result;
    }

    /** Vd = n * m, where n and m hold 64 bits of narrow elements. */
    static void multiply(long s, long d, int size, boolean signed, long n, long m) {
        Vec.set(s, d, products(size, signed, n, m), products(size, signed, n >>> 32, m >>> 32));
    }

    /** Vd += n * m. */
    static void multiplyAdd(long s, long d, int size, boolean signed, long n, long m) {
        Vec.set(s, d, Swar.add(size + 1, Vec.dlo(s, d), products(size, signed, n, m)),
                Swar.add(size + 1, Vec.dhi(s, d), products(size, signed, n >>> 32, m >>> 32)));
    }

    /** Vd -= n * m. */
    static void multiplySubtract(long s, long d, int size, boolean signed, long n, long m) {
        Vec.set(s, d, Swar.sub(size + 1, Vec.dlo(s, d), products(size, signed, n, m)),
                Swar.sub(size + 1, Vec.dhi(s, d), products(size, signed, n >>> 32, m >>> 32)));
    }

    /** SQDMULL, SQDMLAL, SQDMLSL: doubled products, saturated, and their saturated sum or difference with Vd. A scalar form has bit 28 set. */
    static void saturating(long s, long d, int op, int size, long n, long m) {
        if ((d & 1 << 28) == 0) {
            long low = doubled(s, op, size, n, m, Vec.dlo(s, d));
            Vec.set(s, d, low, doubled(s, op, size, n >>> 32, m >>> 32, Vec.dhi(s, d)));
        } else {
            long first = Swar.FIRST[size]; // zeros beside the lowest element do not saturate
            Vec.setLow(s, d, doubled(s, op, size, n & first, m & first, Vec.dlo(s, d) & Swar.FIRST[size + 1]));
        }
    }

    private static long doubled(long s, int op, int size, long n, long m, long old) {
        int bits = 8 << size;
        int left = 64 - bits;
        int wide = 2 * bits;
        long result = 0;
        for (int at = 0; at < 32; at += bits) {
            long product = (n << left - at >> left) * (m << left - at >> left);
            long element = saturatingAdd(s, wide, product, product);
            if (op != SQDMULL) {
                long accumulator = old << 64 - wide - 2 * at >> 64 - wide;
                // The least number is never a doubled product, so its negation is safe.
                element = saturatingAdd(s, wide, accumulator, op == SQDMLAL ? element : -element);
            }
            result |= (element & Swar.FIRST[size + 1]) << 2 * at;
        }
        return result;
    }

    private static long saturatingAdd(long s, int bits, long x, long y) {
        long sum = x + y;
        if (((x ^ sum) & (y ^ sum)) < 0) {
            Vec.setQc(s);
            return x < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return Lanes.clampSigned(s, bits, sum);
    }
}

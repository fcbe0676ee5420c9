package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.two;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;

/** Elements in another order: UZP, TRN, ZIP, EXT, TBL, TBX, REV, RBIT. */
final class SimdPermuteEmitters {
    /** Shuffles by size: the even elements to the low half, the odd ones to the high half. */
    private static final long[] EVEN = {0x0e0c_0a08_0604_0200L, 0x0d0c_0908_0504_0100L};
    private static final long[] ODD = {0x0f0d_0b09_0705_0301L, 0x0f0e_0b0a_0706_0302L};

    private SimdPermuteEmitters() {
    }

    static void register(Emitters table) {
        table.vector("SimdPermute.uzp1", (t, d) -> unzip(t, d, false));
        table.vector("SimdPermute.uzp2", (t, d) -> unzip(t, d, true));
        table.vector("SimdPermute.trn1", (t, d) -> two(t, d, SimdPermuteEmitters::transposeEven));
        table.vector("SimdPermute.trn2", (t, d) -> two(t, d, SimdPermuteEmitters::transposeOdd));
        table.vector("SimdPermute.zip1", (t, d) -> two(t, d, (x, dst, n, m, size) -> x.op(X64Vector.INTERLEAVE_LOW[size], dst, n, m)));
        table.vector("SimdPermute.zip2", (t, d) -> {
            if (isQ(d)) {
                two(t, d, (x, dst, n, m, size) -> x.op(X64Vector.INTERLEAVE_HIGH[size], dst, n, m));
            } else {
                two(t, d, (x, dst, n, m, size) -> {
                    x.op(X64Vector.INTERLEAVE_LOW[size], X1, n, m);
                    x.shift(3, X64Vector.RIGHT_BYTES, dst, X1, 8);
                });
            }
        });
        table.vector("SimdPermute.ext128", (t, d) -> two(t, d, (x, dst, n, m, size) -> x.op(X64Vector.ALIGN, dst, m, n, (int) d >>> 11 & 15)));
        table.vector("SimdPermute.ext64", (t, d) -> two(t, d, (x, dst, n, m, size) -> {
            x.op(X64Vector.INTERLEAVE_LOW[3], X1, n, m);
            x.shift(3, X64Vector.RIGHT_BYTES, dst, X1, (int) d >>> 11 & 7);
        }));
        table.vector("SimdPermute.tbl", (t, d) -> lookUp(t, d, false));
        table.vector("SimdPermute.tbx", (t, d) -> lookUp(t, d, true));
        reverse(table, "rev64Bytes", 0x0001_0203_0405_0607L);
        reverse(table, "rev32Bytes", 0x0405_0607_0001_0203L);
        reverse(table, "rev16", 0x0607_0405_0203_0001L);
        reverse(table, "rev32Halves", 0x0504_0706_0100_0302L);
        table.vector("SimdTwoRegMisc.rev64", (t, d) -> SimdFields.one(t, d, (x, dst, n, size) -> {
            if (size == 2) {
                x.op(X64Vector.SHUFFLE32, dst, 0, n, 0xb1);
            } else {
                shuffle(x, dst, n, 0x0100_0302_0504_0706L);
            }
        }));
        table.vector("SimdTwoRegMisc.rbit", (t, d) -> SimdFields.one(t, d, (x, dst, n, size) -> reverseBits(x, dst, n)));
    }

    private static void reverse(Emitters table, String name, long shuffle) {
        table.vector("SimdTwoRegMisc." + name, (t, d) -> SimdFields.one(t, d, (x, dst, n, size) -> shuffle(x, dst, n, shuffle)));
    }

    /** The same shuffle of bytes in both halves. */
    private static void shuffle(X64Vector x, int dst, int n, long low) {
        x.opConstant(X64Vector.SHUFFLE8, dst, n, low, low + replicate(0, 8));
    }

    /** The bits of each byte in reverse. */
    static void reverseBits(X64Vector x, int dst, int n) {
        long nibble = replicate(0, 15);
        x.opConstant(X64Vector.AND, X1, n, nibble, nibble);
        x.opConstant(X64Vector.LOAD, X2, 0, 0xe060_a020_c040_8000L, 0xf070_b030_d050_9010L); // a nibble, reversed, on top
        x.op(X64Vector.SHUFFLE8, X1, X2, X1);
        x.shift(1, X64Vector.RIGHT, X2, n, 4);
        x.opConstant(X64Vector.AND, X2, X2, nibble, nibble);
        x.opConstant(X64Vector.LOAD, X3, 0, 0x0e06_0a02_0c04_0800L, 0x0f07_0b03_0d05_0901L);
        x.op(X64Vector.SHUFFLE8, X2, X3, X2);
        x.op(X64Vector.OR, dst, X1, X2);
    }

    /** The even elements of n, then of m. Uses XMM1; {@code dst} may be XMM0 or an operand. */
    static void evens(X64Vector x, int dst, int n, int m, int size) {
        pick(x, dst, n, m, size, size < 2 ? EVEN[size] : 0, 0x88, X64Vector.INTERLEAVE_LOW[3]);
    }

    /** The odd elements. */
    static void odds(X64Vector x, int dst, int n, int m, int size) {
        pick(x, dst, n, m, size, size < 2 ? ODD[size] : 0, 0xdd, X64Vector.INTERLEAVE_HIGH[3]);
    }

    private static void pick(X64Vector x, int dst, int n, int m, int size, long bytes, int words, int longs) {
        if (size == 3) {
            x.op(longs, dst, n, m);
        } else if (size == 2) {
            x.op(X64Vector.SHUFFLE_TWO32, dst, n, m, words);
        } else if (n == m) {
            x.opConstant(X64Vector.SHUFFLE8, dst, n, bytes, bytes);
        } else {
            x.opConstant(X64Vector.SHUFFLE8, X1, m, bytes, bytes);
            x.opConstant(X64Vector.SHUFFLE8, dst, n, bytes, bytes);
            x.op(X64Vector.INTERLEAVE_LOW[3], dst, dst, X1);
        }
    }

    private static void unzip(Translator t, long d, boolean odd) {
        two(t, d, (x, dst, n, m, size) -> {
            if (!isQ(d)) {
                x.op(X64Vector.INTERLEAVE_LOW[3], X2, n, m);
                n = X2;
                m = X2;
            }
            if (odd) {
                odds(x, X3, n, m, size);
            } else {
                evens(x, X3, n, m, size);
            }
            x.move(dst, X3);
        });
    }

    private static void transposeEven(X64Vector x, int dst, int n, int m, int size) {
        switch (size) {
            case 0 -> {
                long mask = replicate(1, 0xff);
                x.opConstant(X64Vector.AND, X1, n, mask, mask);
                x.shift(1, X64Vector.LEFT, X2, m, 8);
                x.op(X64Vector.OR, dst, X1, X2);
            }
            case 1 -> {
                x.shift(2, X64Vector.LEFT, X1, m, 16);
                x.op(X64Vector.BLEND16, dst, n, X1, 0xaa);
            }
            case 2 -> {
                x.shift(3, X64Vector.LEFT, X1, m, 32);
                x.op(X64Vector.BLEND32, dst, n, X1, 10);
            }
            default -> x.op(X64Vector.INTERLEAVE_LOW[3], dst, n, m);
        }
    }

    private static void transposeOdd(X64Vector x, int dst, int n, int m, int size) {
        switch (size) {
            case 0 -> {
                long mask = replicate(1, 0xff00);
                x.shift(1, X64Vector.RIGHT, X1, n, 8);
                x.opConstant(X64Vector.AND, X2, m, mask, mask);
                x.op(X64Vector.OR, dst, X1, X2);
            }
            case 1 -> {
                x.shift(2, X64Vector.RIGHT, X1, n, 16);
                x.op(X64Vector.BLEND16, dst, X1, m, 0xaa);
            }
            case 2 -> {
                x.shift(3, X64Vector.RIGHT, X1, n, 32);
                x.op(X64Vector.BLEND32, dst, X1, m, 10);
            }
            default -> x.op(X64Vector.INTERLEAVE_HIGH[3], dst, n, m);
        }
    }

    /**
     * TBL and TBX. The host's shuffle gives 0 where an index has its top bit set: adding 0x70 with saturation sets it from 16 on. For each
     * further register of the table the indices go down by 16.
     */
    private static void lookUp(Translator t, long d, boolean keep) {
        X64Vector x = t.x;
        int first = SimdFields.n(d);
        int registers = ((int) d >>> 13 & 3) + 1;
        int m = t.v.use(SimdFields.m(d));
        long limit = replicate(0, 0x70);
        x.op(X64Vector.MOVE, X1, 0, m);
        for (int i = 0; i < registers; i++) {
            int table = t.v.use(first + i & 31);
            if (i > 0) {
                x.opConstant(X64Vector.SUB[0], X1, X1, replicate(0, 16), replicate(0, 16));
            }
            x.opConstant(X64Vector.ADD_SATURATED_UNSIGNED[0], X2, X1, limit, limit);
            x.op(X64Vector.SHUFFLE8, i == 0 ? X0 : X2, table, X2);
            if (i > 0) {
                x.op(X64Vector.OR, X0, X0, X2);
            }
        }
        if (keep) {
            m = t.v.use(SimdFields.m(d));
            int old = t.v.use(SimdFields.d(d));
            long end = replicate(0, 16 * registers);
            x.opConstant(X64Vector.MAX_UNSIGNED[0], X1, m, end, end);
            x.op(X64Vector.EQUAL[0], X1, X1, m);
            x.blend(X64Vector.BLEND_BYTES, X0, X0, old, X1);
        }
        SimdEmitters.put(t, d, X0);
    }
}

package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isScalar;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.not;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.size;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.three;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.tops;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.two;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;

import dev.cellvisor.cpu.a64.hostcode.SimdFields.One;
import dev.cellvisor.cpu.a64.hostcode.SimdFields.Two;
import dev.cellvisor.cpu.a64.state.A64State;

/** Integer and logical operations, element by element, on vectors of equal shape; and by one element; and to one element. */
final class SimdEmitters {
    /** FPSR.QC. */
    private static final int QC = 1 << 27;

    private SimdEmitters() {
    }

    static void register(Emitters table) {
        logic(table);
        arithmetic(table);
        comparisons(table);
        halving(table);
        table.vector("SimdAcrossLanes.addv", SimdEmitters::addAcross);
        table.vector("SimdAcrossLanes.addpScalar", (t, d) -> SimdFields.finish(t, d, false, (x, dst, n, size) -> {
            x.op(X64Vector.SHUFFLE32, X1, 0, n, 0xee);
            x.op(X64Vector.ADD[3], dst, X1, n);
        }));
        table.vector("SimdAcrossLanes.smaxv", (t, d) -> across(t, d, X64Vector.MAX_SIGNED));
        table.vector("SimdAcrossLanes.umaxv", (t, d) -> across(t, d, X64Vector.MAX_UNSIGNED));
        table.vector("SimdAcrossLanes.sminv", (t, d) -> across(t, d, X64Vector.MIN_SIGNED));
        table.vector("SimdAcrossLanes.uminv", (t, d) -> across(t, d, X64Vector.MIN_UNSIGNED));
        doubledHigh(table, "SimdThreeSame.sqrdmulh", false);
        doubledHigh(table, "SimdByElement.sqrdmulh", true);
        saturating(table, "sqadd", X64Vector.ADD_SATURATED, X64Vector.ADD);
        saturating(table, "uqadd", X64Vector.ADD_SATURATED_UNSIGNED, X64Vector.ADD);
        saturating(table, "sqsub", X64Vector.SUB_SATURATED, X64Vector.SUB);
        saturating(table, "uqsub", X64Vector.SUB_SATURATED_UNSIGNED, X64Vector.SUB);
    }

    private static void same(Emitters table, String name, Two operation) {
        table.vector("SimdThreeSame." + name, (t, d) -> two(t, d, operation));
    }

    private static void misc(Emitters table, String name, One operation) {
        table.vector("SimdTwoRegMisc." + name, (t, d) -> SimdFields.one(t, d, operation));
    }

    // ---- bits

    private static void logic(Emitters table) {
        same(table, "and", (x, dst, n, m, size) -> x.op(X64Vector.AND, dst, n, m));
        same(table, "bic", (x, dst, n, m, size) -> x.op(X64Vector.AND_NOT, dst, m, n));
        same(table, "orr", (x, dst, n, m, size) -> {
            if (n != m) {
                x.op(X64Vector.OR, dst, n, m);
            } else if (dst != n) {
                x.op(X64Vector.MOVE, dst, 0, n);
            }
        });
        same(table, "orn", (x, dst, n, m, size) -> {
            not(x, X1, m);
            x.op(X64Vector.OR, dst, X1, n);
        });
        same(table, "eor", (x, dst, n, m, size) -> x.op(X64Vector.XOR, dst, n, m));
        // Each is a ^ ((a ^ b) & mask): b where the mask is set.
        table.vector("SimdThreeSame.bsl", (t, d) -> three(t, d, (x, dst, n, m, old, size) -> {
            x.op(X64Vector.XOR, X1, n, m);
            x.op(X64Vector.AND, X1, X1, old);
            x.op(X64Vector.XOR, dst, X1, m);
        }));
        table.vector("SimdThreeSame.bit", (t, d) -> three(t, d, (x, dst, n, m, old, size) -> {
            x.op(X64Vector.XOR, X1, n, old);
            x.op(X64Vector.AND, X1, X1, m);
            x.op(X64Vector.XOR, dst, X1, old);
        }));
        table.vector("SimdThreeSame.bif", (t, d) -> three(t, d, (x, dst, n, m, old, size) -> {
            x.op(X64Vector.XOR, X1, n, old);
            x.op(X64Vector.AND_NOT, X1, m, X1);
            x.op(X64Vector.XOR, dst, X1, old);
        }));
        misc(table, "not", (x, dst, n, size) -> not(x, dst, n));
    }

    // ---- sums, products, extremes

    private static void arithmetic(Emitters table) {
        same(table, "add", (x, dst, n, m, size) -> x.op(X64Vector.ADD[size], dst, n, m));
        same(table, "sub", (x, dst, n, m, size) -> x.op(X64Vector.SUB[size], dst, n, m));
        same(table, "smax", (x, dst, n, m, size) -> x.op(X64Vector.MAX_SIGNED[size], dst, n, m));
        same(table, "smin", (x, dst, n, m, size) -> x.op(X64Vector.MIN_SIGNED[size], dst, n, m));
        same(table, "umax", (x, dst, n, m, size) -> x.op(X64Vector.MAX_UNSIGNED[size], dst, n, m));
        same(table, "umin", (x, dst, n, m, size) -> x.op(X64Vector.MIN_UNSIGNED[size], dst, n, m));
        same(table, "sabd", (x, dst, n, m, size) -> distance(x, dst, n, m, size, true));
        same(table, "uabd", (x, dst, n, m, size) -> distance(x, dst, n, m, size, false));
        for (boolean signed : new boolean[] {true, false}) {
            table.vector(signed ? "SimdThreeSame.saba" : "SimdThreeSame.uaba", (t, d) -> three(t, d, (x, dst, n, m, old, size) -> {
                distance(x, X1, n, m, size, signed);
                x.op(X64Vector.ADD[size], dst, X1, old);
            }));
        }
        same(table, "mul", SimdEmitters::multiply);
        table.vector("SimdThreeSame.mla", (t, d) -> three(t, d, SimdEmitters::multiplyAdd));
        table.vector("SimdThreeSame.mls", (t, d) -> three(t, d, SimdEmitters::multiplySubtract));
        table.vector("SimdByElement.mul", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            element(t, d, X3);
            int size = size(d);
            multiply(t.x, X0, n, X3, size);
            put(t, d, X0);
        });
        for (boolean subtract : new boolean[] {false, true}) {
            table.vector(subtract ? "SimdByElement.mls" : "SimdByElement.mla", (t, d) -> {
                int n = t.v.use(SimdFields.n(d));
                int old = t.v.use(SimdFields.d(d));
                element(t, d, X3);
                int size = size(d);
                multiply(t.x, X0, n, X3, size);
                t.x.op((subtract ? X64Vector.SUB : X64Vector.ADD)[size], X0, old, X0);
                put(t, d, X0);
            });
        }
        misc(table, "neg", (x, dst, n, size) -> {
            x.zero(X1);
            x.op(X64Vector.SUB[size], dst, X1, n);
        });
        misc(table, "abs", (x, dst, n, size) -> absolute(x, dst, n, size));
        misc(table, "clz", SimdEmitters::leadingZeros);
        misc(table, "cls", (x, dst, n, size) -> {
            SimdShiftEmitters.shiftRight(x, size, true, X3, n, (8 << size) - 1);
            x.op(X64Vector.XOR, X3, X3, n);
            leadingZeros(x, X0, X3, size);
            x.opConstant(X64Vector.ADD[size], dst, X0, -1, -1);
        });
        misc(table, "cnt", (x, dst, n, size) -> countBits(x, dst, n));
        pairs(table, "addp", (x, dst, n, m, size) -> x.op(X64Vector.ADD[size], dst, n, m));
        pairs(table, "smaxp", (x, dst, n, m, size) -> x.op(X64Vector.MAX_SIGNED[size], dst, n, m));
        pairs(table, "sminp", (x, dst, n, m, size) -> x.op(X64Vector.MIN_SIGNED[size], dst, n, m));
        pairs(table, "umaxp", (x, dst, n, m, size) -> x.op(X64Vector.MAX_UNSIGNED[size], dst, n, m));
        pairs(table, "uminp", (x, dst, n, m, size) -> x.op(X64Vector.MIN_UNSIGNED[size], dst, n, m));
    }

    /** Vd is a register, all of it or its low half. */
    static void put(Translator t, long d, int from) {
        int dst = t.v.define(SimdFields.d(d));
        if (SimdFields.isWide(d)) {
            t.x.move(dst, from);
        } else {
            t.x.moveLow(dst, from);
        }
    }

    private static void pairs(Emitters table, String name, Two operation) {
        table.vector("SimdThreeSame." + name, (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            int size = size(d);
            if (!isQ(d)) {
                t.x.op(X64Vector.INTERLEAVE_LOW[3], X3, n, m);
                n = X3;
                m = X3;
            }
            SimdPermuteEmitters.evens(t.x, X0, n, m, size);
            SimdPermuteEmitters.odds(t.x, X2, n, m, size);
            operation.emit(t.x, X0, X0, X2, size);
            put(t, d, X0);
        });
    }

    private static void distance(X64Vector x, int dst, int n, int m, int size, boolean signed) {
        x.op((signed ? X64Vector.MIN_SIGNED : X64Vector.MIN_UNSIGNED)[size], X2, n, m);
        x.op((signed ? X64Vector.MAX_SIGNED : X64Vector.MAX_UNSIGNED)[size], X1, n, m);
        x.op(X64Vector.SUB[size], dst, X1, X2);
    }

    /** Uses XMM1 and XMM2. */
    static void absolute(X64Vector x, int dst, int n, int size) {
        if (size < 3) {
            x.op(X64Vector.ABS[size], dst, 0, n);
            return;
        }
        x.zero(X1);
        x.op(X64Vector.GREATER[3], X1, X1, n);
        x.op(X64Vector.XOR, X2, X1, n);
        x.op(X64Vector.SUB[3], dst, X2, X1);
    }

    /** Products of elements of 1, 2 or 4 bytes. Uses XMM1 and XMM2. */
    static void multiply(X64Vector x, int dst, int n, int m, int size) {
        if (size == 2) {
            x.op(X64Vector.MUL32, dst, n, m);
        } else if (size == 1) {
            x.op(X64Vector.MUL16, dst, n, m);
        } else {
            x.shift(1, X64Vector.RIGHT, X1, n, 8);
            x.shift(1, X64Vector.RIGHT, X2, m, 8);
            x.op(X64Vector.MUL16, X1, X1, X2);
            x.shift(1, X64Vector.LEFT, X1, X1, 8);
            x.op(X64Vector.MUL16, X2, n, m);
            x.opConstant(X64Vector.AND, X2, X2, replicate(1, 0xff), replicate(1, 0xff));
            x.op(X64Vector.OR, dst, X1, X2);
        }
    }

    private static void multiplyAdd(X64Vector x, int dst, int n, int m, int old, int size) {
        multiply(x, X1, n, m, size);
        x.op(X64Vector.ADD[size], dst, old, X1);
    }

    private static void multiplySubtract(X64Vector x, int dst, int n, int m, int old, int size) {
        multiply(x, X1, n, m, size);
        x.op(X64Vector.SUB[size], dst, old, X1);
    }

    /** The element of Vm that an instruction names by H, L and M, in all places. */
    static void element(Translator t, long d, int dst, int size) {
        int h = (int) d >>> 11 & 1;
        int hl = h << 1 | (int) d >>> 21 & 1;
        X64Vector x = t.x;
        switch (size) {
            case 1 -> {
                int m = t.v.use((int) d >>> 16 & 15);
                int index = hl << 1 | (int) d >>> 20 & 1;
                if (index != 0) {
                    x.shift(3, X64Vector.RIGHT_BYTES, dst, m, index * 2);
                    m = dst;
                }
                x.op(X64Vector.BROADCAST[1], dst, 0, m);
            }
            case 2 -> x.op(X64Vector.SHUFFLE32, dst, 0, t.v.use(SimdFields.m(d)), hl * 0x55);
            default -> x.op(X64Vector.SHUFFLE32, dst, 0, t.v.use(SimdFields.m(d)), h == 0 ? 0x44 : 0xee);
        }
    }

    private static void element(Translator t, long d, int dst) {
        element(t, d, dst, size(d));
    }

    private static void countBits(X64Vector x, int dst, int n) {
        long nibble = replicate(0, 15);
        x.opConstant(X64Vector.LOAD, X2, 0, 0x0302_0201_0201_0100L, 0x0403_0302_0302_0201L);
        x.opConstant(X64Vector.AND, X1, n, nibble, nibble);
        x.op(X64Vector.SHUFFLE8, X1, X2, X1);
        x.shift(1, X64Vector.RIGHT, X3, n, 4);
        x.opConstant(X64Vector.AND, X3, X3, nibble, nibble);
        x.op(X64Vector.SHUFFLE8, X2, X2, X3);
        x.op(X64Vector.ADD[0], dst, X1, X2);
    }

    /** Of nibbles by a table; then pairs to elements of twice the size: the low one counts where the high one is all zeros. */
    private static void leadingZeros(X64Vector x, int dst, int n, int size) {
        long nibble = replicate(0, 15);
        x.opConstant(X64Vector.LOAD, X2, 0, 0x0101_0101_0202_0304L, 0);
        x.opConstant(X64Vector.AND, X1, n, nibble, nibble);
        x.op(X64Vector.SHUFFLE8, X1, X2, X1);
        x.shift(1, X64Vector.RIGHT, X3, n, 4);
        x.opConstant(X64Vector.AND, X3, X3, nibble, nibble);
        x.op(X64Vector.SHUFFLE8, X0, X2, X3);
        x.zero(X2);
        x.op(X64Vector.EQUAL[0], X3, X3, X2);
        x.op(X64Vector.AND, X1, X1, X3);
        x.op(X64Vector.ADD[0], size == 0 ? dst : X0, X0, X1);
        for (int s = 0; s < size; s++) {
            long all = replicate(s + 1, 8 << s);
            long low = replicate(s + 1, (1L << (8 << s)) - 1);
            x.shift(s + 1, X64Vector.RIGHT, X1, X0, 8 << s);
            x.opConstant(X64Vector.AND, X2, X0, low, low);
            x.opConstant(X64Vector.EQUAL[s + 1], X3, X1, all, all);
            x.op(X64Vector.AND, X2, X2, X3);
            x.op(X64Vector.ADD[s + 1], s + 1 == size ? dst : X0, X1, X2);
        }
    }

    // ---- comparisons

    private static void comparisons(Emitters table) {
        same(table, "cmeq", (x, dst, n, m, size) -> x.op(X64Vector.EQUAL[size], dst, n, m));
        same(table, "cmgt", (x, dst, n, m, size) -> x.op(X64Vector.GREATER[size], dst, n, m));
        same(table, "cmge", (x, dst, n, m, size) -> {
            x.op(X64Vector.GREATER[size], X1, m, n);
            not(x, dst, X1);
        });
        same(table, "cmhi", (x, dst, n, m, size) -> above(x, dst, n, m, size));
        same(table, "cmhs", (x, dst, n, m, size) -> {
            above(x, X1, m, n, size);
            not(x, dst, X1);
        });
        same(table, "cmtst", (x, dst, n, m, size) -> {
            x.op(X64Vector.AND, X1, n, m);
            x.zero(X2);
            x.op(X64Vector.EQUAL[size], X1, X1, X2);
            not(x, dst, X1);
        });
        misc(table, "cmeqZero", (x, dst, n, size) -> {
            x.zero(X1);
            x.op(X64Vector.EQUAL[size], dst, n, X1);
        });
        misc(table, "cmgtZero", (x, dst, n, size) -> {
            x.zero(X1);
            x.op(X64Vector.GREATER[size], dst, n, X1);
        });
        misc(table, "cmltZero", (x, dst, n, size) -> {
            x.zero(X1);
            x.op(X64Vector.GREATER[size], dst, X1, n);
        });
        misc(table, "cmgeZero", (x, dst, n, size) -> {
            x.zero(X1);
            x.op(X64Vector.GREATER[size], X1, X1, n);
            not(x, dst, X1);
        });
        misc(table, "cmleZero", (x, dst, n, size) -> {
            x.zero(X1);
            x.op(X64Vector.GREATER[size], X1, n, X1);
            not(x, dst, X1);
        });
    }

    /** All ones where n > m, unsigned. */
    private static void above(X64Vector x, int dst, int n, int m, int size) {
        x.opConstant(X64Vector.XOR, X1, n, tops(size), tops(size));
        x.opConstant(X64Vector.XOR, X2, m, tops(size), tops(size));
        x.op(X64Vector.GREATER[size], dst, X1, X2);
    }

    // ---- halves of sums and differences

    private static void halving(Emitters table) {
        for (boolean signed : new boolean[] {true, false}) {
            // What both have, and half of what one has.
            same(table, signed ? "shadd" : "uhadd", (x, dst, n, m, size) -> half(x, dst, n, m, size, signed));
            same(table, signed ? "srhadd" : "urhadd", (x, dst, n, m, size) -> {
                x.op(X64Vector.XOR, X3, n, m);
                SimdShiftEmitters.shiftRight(x, size, signed, X3, X3, 1);
                x.op(X64Vector.OR, X2, n, m);
                x.op(X64Vector.SUB[size], dst, X2, X3);
            });
            same(table, signed ? "shsub" : "uhsub", (x, dst, n, m, size) -> {
                x.op(X64Vector.XOR, X3, n, m);
                SimdShiftEmitters.shiftRight(x, size, signed, X3, X3, 1);
                x.op(X64Vector.AND_NOT, X2, n, m);
                x.op(X64Vector.SUB[size], dst, X3, X2);
            });
        }
    }

    private static void half(X64Vector x, int dst, int n, int m, int size, boolean signed) {
        x.op(X64Vector.XOR, X3, n, m);
        SimdShiftEmitters.shiftRight(x, size, signed, X3, X3, 1);
        x.op(X64Vector.AND, X2, n, m);
        x.op(X64Vector.ADD[size], dst, X2, X3);
    }

    // ---- across lanes

    private static void addAcross(Translator t, long d) {
        X64Vector x = t.x;
        int size = size(d);
        int n = t.v.use(SimdFields.n(d));
        if (!isQ(d)) {
            x.moveLow(X0, n);
            n = X0;
        }
        if (size == 0) {
            x.zero(X1);
            x.op(X64Vector.SUM_OF_DIFFERENCES, X0, n, X1);
            x.op(X64Vector.SHUFFLE32, X1, 0, X0, 0xee);
            x.op(X64Vector.ADD[2], X0, X0, X1);
        } else {
            x.op(X64Vector.SHUFFLE32, X1, 0, n, 0xee);
            x.op(X64Vector.ADD[size], X0, n, X1);
            x.op(X64Vector.SHUFFLE32, X1, 0, X0, 0x55);
            x.op(X64Vector.ADD[size], X0, X0, X1);
            if (size == 1) {
                x.shift(2, X64Vector.RIGHT, X1, X0, 16);
                x.op(X64Vector.ADD[1], X0, X0, X1);
            }
        }
        first(t, d, X0, size);
    }

    /** Vd is the first element alone. */
    static void first(Translator t, long d, int from, int size) {
        long mask = size == 3 ? -1 : (1L << (8 << size)) - 1;
        t.x.opConstant(X64Vector.AND, t.v.define(SimdFields.d(d)), from, mask, 0);
    }

    private static void across(Translator t, long d, int[] operation) {
        X64Vector x = t.x;
        int size = size(d);
        int n = t.v.use(SimdFields.n(d));
        x.op(X64Vector.SHUFFLE32, X1, 0, n, isQ(d) ? 0xee : 0x44);
        x.op(operation[size], X0, n, X1);
        x.op(X64Vector.SHUFFLE32, X1, 0, X0, 0x55);
        x.op(operation[size], X0, X0, X1);
        for (int bits = 16; bits >= 8 << size; bits >>= 1) {
            x.shift(2, X64Vector.RIGHT, X1, X0, bits);
            x.op(operation[size], X0, X0, X1);
        }
        first(t, d, X0, size);
    }

    // ---- saturating

    private static void saturating(Emitters table, String name, int[] saturated, int[] plain) {
        table.vectorLeaving("SimdThreeSame." + name, (t, d) -> {
            int size = size(d);
            if (size > 1 || isScalar(d)) {
                t.meaning();
                return;
            }
            t.b.clobberFlags();
            X64Vector x = t.x;
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            x.op(plain[size], X1, n, m);
            x.op(saturated[size], X0, n, m);
            if (!isQ(d)) {
                x.moveLow(X1, X1);
                x.moveLow(X0, X0);
            }
            raiseIfDifferent(t, X0, X1);
            x.move(t.v.define(SimdFields.d(d)), X0);
        });
    }

    /** SQRDMULH of halfwords: the host's wraps where both are the least number, the only product that saturates. */
    private static void doubledHigh(Emitters table, String name, boolean element) {
        table.vectorLeaving(name, (t, d) -> {
            if (size(d) != 1 || isScalar(d)) {
                t.meaning();
                return;
            }
            t.b.clobberFlags();
            X64Vector x = t.x;
            int n = t.v.use(SimdFields.n(d));
            int m = X3;
            if (element) {
                element(t, d, X3);
            } else {
                m = t.v.use(SimdFields.m(d));
            }
            x.op(X64Vector.MUL_HIGH_ROUNDED16, X0, n, m);
            if (!isQ(d)) {
                x.moveLow(X0, X0);
            }
            x.opConstant(X64Vector.EQUAL[1], X1, X0, tops(1), tops(1));
            x.op(X64Vector.XOR, X1, X0, X1);
            raiseIfDifferent(t, X1, X0);
            x.move(t.v.define(SimdFields.d(d)), X1);
        });
    }

    /** FPSR.QC, if two registers differ: {@code b} is overwritten. The flags must have been saved. */
    static void raiseIfDifferent(Translator t, int a, int b) {
        t.x.op(X64Vector.XOR, b, a, b);
        t.x.op(X64Vector.TEST, b, 0, b);
        long equal = t.a.jumpIf(X64.E);
        t.a.load(false, X64.RAX, X64.RBX, BlockBuilder.displacement(A64State.FPSR));
        t.a.opImmediate(X64.OR, false, X64.RAX, QC);
        t.a.store(false, X64.RBX, BlockBuilder.displacement(A64State.FPSR), X64.RAX);
        t.a.aimHere(equal);
    }
}

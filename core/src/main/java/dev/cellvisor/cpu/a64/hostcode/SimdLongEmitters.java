package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.size;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;

/** Integer operations whose operands and results differ in size: long, wide, and to the high half. */
final class SimdLongEmitters {

    private SimdLongEmitters() {
    }

    static void register(Emitters table) {
        for (boolean signed : new boolean[] {true, false}) {
            String s = signed ? "s" : "u";
            table.vector("SimdThreeDifferent." + s + "addl", (t, d) -> sum(t, d, signed, false, X64Vector.ADD));
            table.vector("SimdThreeDifferent." + s + "subl", (t, d) -> sum(t, d, signed, false, X64Vector.SUB));
            table.vector("SimdThreeDifferent." + s + "addw", (t, d) -> sum(t, d, signed, true, X64Vector.ADD));
            table.vector("SimdThreeDifferent." + s + "subw", (t, d) -> sum(t, d, signed, true, X64Vector.SUB));
            table.vector("SimdThreeDifferent." + s + "abdl", (t, d) -> distance(t, d, signed, false));
            table.vector("SimdThreeDifferent." + s + "abal", (t, d) -> distance(t, d, signed, true));
            for (boolean element : new boolean[] {false, true}) {
                String family = element ? "SimdByElement." : "SimdThreeDifferent.";
                table.vector(family + s + "mull", (t, d) -> multiply(t, d, signed, element, null));
                table.vector(family + s + "mlal", (t, d) -> multiply(t, d, signed, element, X64Vector.ADD));
                table.vector(family + s + "mlsl", (t, d) -> multiply(t, d, signed, element, X64Vector.SUB));
            }
            table.vector("SimdTwoRegMisc." + s + "addlp", (t, d) -> SimdFields.one(t, d, (x, dst, n, size) -> pairs(x, dst, n, size, signed)));
            table.vector("SimdTwoRegMisc." + s + "adalp", (t, d) -> {
                int size = size(d);
                pairs(t.x, X0, t.v.use(SimdFields.n(d)), size, signed);
                t.x.op(X64Vector.ADD[size + 1], X0, X0, t.v.use(SimdFields.d(d)));
                SimdEmitters.put(t, d, X0);
            });
            table.vector("SimdAcrossLanes." + s + "addlv", (t, d) -> addAcross(t, d, signed));
        }
        highHalf(table, "addhn", X64Vector.ADD, false);
        highHalf(table, "raddhn", X64Vector.ADD, true);
        highHalf(table, "subhn", X64Vector.SUB, false);
        highHalf(table, "rsubhn", X64Vector.SUB, true);
    }

    private static void sum(Translator t, long d, boolean signed, boolean wide, int[] operation) {
        int size = size(d);
        int n = t.v.use(SimdFields.n(d));
        int m = t.v.use(SimdFields.m(d));
        SimdShiftEmitters.widened(t.x, X1, m, size, signed, isQ(d));
        if (!wide) {
            SimdShiftEmitters.widened(t.x, X0, n, size, signed, isQ(d));
            n = X0;
        }
        t.x.op(operation[size + 1], t.v.define(SimdFields.d(d)), n, X1);
    }

    private static void distance(Translator t, long d, boolean signed, boolean add) {
        int size = size(d);
        SimdShiftEmitters.widened(t.x, X0, t.v.use(SimdFields.n(d)), size, signed, isQ(d));
        SimdShiftEmitters.widened(t.x, X1, t.v.use(SimdFields.m(d)), size, signed, isQ(d));
        t.x.op(X64Vector.SUB[size + 1], X3, X0, X1);
        SimdEmitters.absolute(t.x, X0, X3, size + 1);
        if (add) {
            t.x.op(X64Vector.ADD[size + 1], X0, X0, t.v.use(SimdFields.d(d)));
        }
        t.x.move(t.v.define(SimdFields.d(d)), X0);
    }

    private static void multiply(Translator t, long d, boolean signed, boolean element, int[] accumulate) {
        X64Vector x = t.x;
        int size = size(d);
        int n = t.v.use(SimdFields.n(d));
        int m;
        if (element) {
            SimdEmitters.element(t, d, X3, size);
            m = X3;
        } else {
            m = t.v.use(SimdFields.m(d));
        }
        if (size == 2) {
            // The products take the even words.
            int spread = isQ(d) ? 0xfa : 0x50;
            x.op(X64Vector.SHUFFLE32, X0, 0, n, spread);
            x.op(X64Vector.SHUFFLE32, X1, 0, m, spread);
            x.op(signed ? X64Vector.MUL_LONG_SIGNED : X64Vector.MUL_LONG_UNSIGNED, X0, X0, X1);
        } else {
            SimdShiftEmitters.widened(x, X0, n, size, signed, isQ(d));
            SimdShiftEmitters.widened(x, X1, m, size, signed, isQ(d));
            x.op(size == 0 ? X64Vector.MUL16 : X64Vector.MUL32, X0, X0, X1);
        }
        if (accumulate == null) {
            x.move(t.v.define(SimdFields.d(d)), X0);
        } else {
            int old = t.v.use(SimdFields.d(d));
            x.op(accumulate[size + 1], t.v.define(SimdFields.d(d)), old, X0);
        }
    }

    /** Sums of neighbours in elements of twice the size. Uses XMM1 and XMM2. */
    private static void pairs(X64Vector x, int dst, int n, int size, boolean signed) {
        if (size == 0) {
            x.opConstant(X64Vector.LOAD, X1, 0, replicate(0, 1), replicate(0, 1));
            // The first operand is unsigned, the second signed.
            if (signed) {
                x.op(X64Vector.MUL_ADD8, dst, X1, n);
            } else {
                x.op(X64Vector.MUL_ADD8, dst, n, X1);
            }
        } else if (size == 1 && signed) {
            x.opConstant(X64Vector.MUL_ADD16, dst, n, replicate(1, 1), replicate(1, 1));
        } else {
            int bits = 8 << size;
            SimdShiftEmitters.shiftRight(x, size + 1, signed, X3, n, bits);
            x.shift(size + 1, X64Vector.LEFT, X0, n, bits);
            SimdShiftEmitters.shiftRight(x, size + 1, signed, X0, X0, bits);
            x.op(X64Vector.ADD[size + 1], dst, X0, X3);
        }
    }

    private static void addAcross(Translator t, long d, boolean signed) {
        X64Vector x = t.x;
        int size = size(d);
        int n = t.v.use(SimdFields.n(d));
        if (!isQ(d)) {
            x.moveLow(X3, n);
            x.move(X0, X3);
            n = X0;
        }
        pairs(x, X0, n, size, signed);
        x.op(X64Vector.SHUFFLE32, X1, 0, X0, 0xee);
        x.op(X64Vector.ADD[size + 1], X0, X0, X1);
        if (size < 2) {
            x.op(X64Vector.SHUFFLE32, X1, 0, X0, 0x55);
            x.op(X64Vector.ADD[size + 1], X0, X0, X1);
        }
        if (size == 0) {
            x.shift(2, X64Vector.RIGHT, X1, X0, 16);
            x.op(X64Vector.ADD[1], X0, X0, X1);
        }
        SimdEmitters.first(t, d, X0, size + 1);
    }

    private static void highHalf(Emitters table, String name, int[] operation, boolean round) {
        table.vector("SimdThreeDifferent." + name, (t, d) -> {
            int size = size(d);
            t.x.op(operation[size + 1], X0, t.v.use(SimdFields.n(d)), t.v.use(SimdFields.m(d)));
            if (round) {
                long half = replicate(size + 1, 1L << (8 << size) - 1);
                t.x.opConstant(X64Vector.ADD[size + 1], X0, X0, half, half);
            }
            SimdPermuteEmitters.odds(t.x, X0, X0, X0, size);
            SimdShiftEmitters.putHalf(t, d, X0);
        });
    }
}

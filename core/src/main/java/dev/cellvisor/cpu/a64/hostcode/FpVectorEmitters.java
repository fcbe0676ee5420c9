package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isScalar;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;

/**
 * Vectors of single and double precision numbers, and the scalar forms among them; see {@link FpEmitters}. Where only 64 bits take part, the host
 * computes with zeros above, which raise nothing.
 */
final class FpVectorEmitters {
    // Predicates of the host's comparisons. Those of the second line raise invalid for every NaN.
    private static final int EQUAL = 0;
    private static final int UNORDERED = 3;
    private static final int EQUAL_OR_UNORDERED = 8;
    private static final int LESS = 1;
    private static final int NOT_GREATER = 2;
    private static final int NOT_LESS = 13;
    private static final int GREATER = 14;

    /** What is computed of XMM-registers with so many numbers of a format. */
    private record Shape(boolean wide, boolean scalar) {
        int op(int operation) {
            return X64Vector.of(operation, wide, scalar);
        }

        long signs() {
            return wide ? Long.MIN_VALUE : 0x8000_0000_8000_0000L;
        }
    }

    /** Computes into XMM0. */
    private interface Compute {
        void emit(X64Vector x, Shape shape, int n, int m);
    }

    private FpVectorEmitters() {
    }

    static void register(Emitters table) {
        two(table, "fadd", false, (x, shape, n, m) -> x.op(shape.op(X64Vector.FP_ADD), X0, n, m));
        two(table, "fsub", false, (x, shape, n, m) -> x.op(shape.op(X64Vector.FP_SUB), X0, n, m));
        two(table, "fmul", true, (x, shape, n, m) -> x.op(shape.op(X64Vector.FP_MUL), X0, n, m));
        two(table, "fdiv", true, FpVectorEmitters::divide);
        table.floating("SimdFpThreeSame.fabd", (t, d) -> compute(t, d, false, (x, shape, n, m) -> x.op(shape.op(X64Vector.FP_SUB), X0, n, m), true));
        fused(table, "fmla", X64Vector.FMA);
        fused(table, "fmls", X64Vector.FNMA);
        table.floating("SimdByElement.fmul", (t, d) -> {
            if (!byElement(t, d)) {
                return;
            }
            t.b.clobberFlags();
            Shape shape = shape(d);
            Sources s = elementSources(t, d, shape);
            t.x.op(shape.op(X64Vector.FP_MUL), X0, s.n, s.m);
            Slow slow = check(t, shape, true);
            put(t, d, shape);
            slow.done();
        });
        extreme(table, "fmax", true);
        extreme(table, "fmaxnm", true);
        extreme(table, "fmin", false);
        extreme(table, "fminnm", false);
        comparison(table, "fcmeq", EQUAL, false);
        comparison(table, "fcmge", NOT_LESS, false);
        comparison(table, "fcmgt", GREATER, false);
        comparison(table, "facge", NOT_LESS, true);
        comparison(table, "facgt", GREATER, true);
        againstZero(table, "fcmeqZero", EQUAL);
        againstZero(table, "fcmgeZero", NOT_LESS);
        againstZero(table, "fcmgtZero", GREATER);
        againstZero(table, "fcmleZero", NOT_GREATER);
        againstZero(table, "fcmltZero", LESS);
        table.floating("SimdFpTwoRegMisc.fsqrt", (t, d) -> one(t, d, (x, shape, n, m) ->
                x.op(shape.op(X64Vector.FP_SQRT), X0, shape.scalar ? n : 0, n)));
        round(table, "frintn", 8);
        round(table, "frintm", 9);
        round(table, "frintp", 10);
        round(table, "frintz", 11);
        round(table, "frinti", 8);
        round(table, "frintx", 0);
        table.floating("SimdFpThreeSame.faddp", FpVectorEmitters::addPairs);
        table.floating("SimdFpThreeSame.faddpScalar", (t, d) -> {
            if ((d & 1 << 29) == 0) {
                t.meaning();
                return;
            }
            t.b.clobberFlags();
            Shape shape = new Shape(FpEmitters.isDouble(d), true);
            int n = t.v.use(SimdFields.n(d));
            t.x.op(X64Vector.SHUFFLE32, X2, 0, n, shape.wide ? 0xee : 0x55);
            t.x.op(shape.op(X64Vector.FP_ADD), X0, n, X2);
            Slow slow = check(t, shape, false);
            put(t, d, shape);
            slow.done();
        });
        for (String nm : new String[] {"", "nm"}) {
            table.floating("SimdFpThreeSame.fmax" + nm + "v", (t, d) -> across(t, d, true));
            table.floating("SimdFpThreeSame.fmin" + nm + "v", (t, d) -> across(t, d, false));
        }
    }

    private static Shape shape(long d) {
        return new Shape(FpEmitters.isDouble(d), isScalar(d));
    }

    /** Half precision has bit 21 clear in "three same", bit 19 set in "two register". */
    private static boolean threeSame(Translator t, long d) {
        if ((d & 1 << 21) == 0) {
            t.meaning();
            return false;
        }
        return true;
    }

    private static boolean byElement(Translator t, long d) {
        if (!FpEmitters.isHalf(d)) { // here bit 23 is clear for half precision
            t.meaning();
            return false;
        }
        return true;
    }

    static boolean twoRegister(Translator t, long d) {
        if ((d & 1 << 19) != 0) {
            t.meaning();
            return false;
        }
        return true;
    }

    private record Sources(int n, int m) {
    }

    /** Vn and Vm, with zeros above what takes part: XMM2 and XMM3 then. */
    private static Sources sources(Translator t, long d, Shape shape) {
        int n = t.v.use(SimdFields.n(d));
        int m = t.v.use(SimdFields.m(d));
        if (shape.scalar || isQ(d)) {
            return new Sources(n, m);
        }
        t.x.moveLow(X2, n);
        t.x.moveLow(X3, m);
        return new Sources(X2, X3);
    }

    private static Sources elementSources(Translator t, long d, Shape shape) {
        int n = t.v.use(SimdFields.n(d));
        SimdEmitters.element(t, d, X3, shape.wide ? 3 : 2);
        if (shape.scalar || isQ(d)) {
            return new Sources(n, X3);
        }
        t.x.moveLow(X2, n);
        t.x.moveLow(X3, X3);
        return new Sources(X2, X3);
    }

    private static int source(Translator t, long d, Shape shape) {
        int n = t.v.use(SimdFields.n(d));
        if (shape.scalar || isQ(d)) {
            return n;
        }
        t.x.moveLow(X2, n);
        return X2;
    }

    /** Sends away XMM0, if one of its numbers is a NaN or, where it may have underflowed, the smallest normal one. */
    private static Slow check(Translator t, Shape shape, boolean mayUnderflow) {
        if (shape.scalar) {
            return FpEmitters.check(t, X0, shape.wide, mayUnderflow);
        }
        X64Vector x = t.x;
        if (mayUnderflow) {
            long least = shape.wide ? 0x0010_0000_0000_0000L : replicate(2, 0x0080_0000);
            x.opConstant(X64Vector.AND, X1, X0, ~shape.signs(), ~shape.signs());
            x.opConstant(X64Vector.LOAD, X2, 0, least, least);
            x.op(shape.op(X64Vector.FP_COMPARE), X1, X1, X2, EQUAL_OR_UNORDERED);
        } else {
            x.op(shape.op(X64Vector.FP_COMPARE), X1, X0, X0, UNORDERED);
        }
        x.op(X64Vector.TEST, X1, 0, X1);
        return t.slowIf(X64.NE);
    }

    private static void put(Translator t, long d, Shape shape) {
        if (shape.scalar) {
            FpEmitters.put(t, SimdFields.d(d), shape.wide);
        } else {
            SimdEmitters.put(t, d, X0);
        }
    }

    private static void two(Emitters table, String name, boolean mayUnderflow, Compute compute) {
        table.floating("SimdFpThreeSame." + name, (t, d) -> compute(t, d, mayUnderflow, compute, false));
    }

    private static void compute(Translator t, long d, boolean mayUnderflow, Compute compute, boolean absolute) {
        if (!threeSame(t, d)) {
            return;
        }
        t.b.clobberFlags();
        Shape shape = shape(d);
        Sources s = sources(t, d, shape);
        compute.emit(t.x, shape, s.n, s.m);
        Slow slow = check(t, shape, mayUnderflow);
        if (absolute) {
            t.x.opConstant(X64Vector.AND, X0, X0, ~shape.signs(), ~shape.signs());
        }
        put(t, d, shape);
        slow.done();
    }

    private static void divide(X64Vector x, Shape shape, int n, int m) {
        if (m == X3 && !shape.scalar) { // no zeros by zeros
            x.opConstant(X64Vector.OR, X3, X3, 0, replicate(2, 0x3f80_0000));
        }
        x.op(shape.op(X64Vector.FP_DIV), X0, n, m);
    }

    private static void one(Translator t, long d, Compute compute) {
        if (!twoRegister(t, d)) {
            return;
        }
        t.b.clobberFlags();
        Shape shape = shape(d);
        int n = source(t, d, shape);
        compute.emit(t.x, shape, n, n);
        Slow slow = check(t, shape, false);
        put(t, d, shape);
        slow.done();
    }

    private static void round(Emitters table, String name, int mode) {
        table.floating("SimdFpTwoRegMisc." + name, (t, d) -> one(t, d, (x, shape, n, m) ->
                x.op(X64Vector.FP_ROUND + (shape.wide ? 1 : 0), X0, 0, n, mode)));
    }

    private static void fused(Emitters table, String name, int operation) {
        for (boolean element : new boolean[] {false, true}) {
            table.floating((element ? "SimdByElement." : "SimdFpThreeSame.") + name, (t, d) -> {
                if (!(element ? byElement(t, d) : threeSame(t, d))) {
                    return;
                }
                t.b.clobberFlags();
                Shape shape = shape(d);
                Sources s = element ? elementSources(t, d, shape) : sources(t, d, shape);
                int old = t.v.use(SimdFields.d(d));
                if (shape.scalar || isQ(d)) {
                    t.x.op(X64Vector.MOVE, X0, 0, old);
                } else {
                    t.x.moveLow(X0, old);
                }
                t.x.op(X64Vector.fused(operation, shape.wide, shape.scalar), X0, s.n, s.m);
                Slow slow = check(t, shape, true);
                put(t, d, shape);
                slow.done();
            });
        }
    }

    // ---- extremes: NaNs go first, and of two zeros the right one comes of both orders

    private static Slow extreme(Translator t, Shape shape, int n, int m, boolean max) {
        X64Vector x = t.x;
        x.op(shape.op(X64Vector.FP_COMPARE), X1, n, m, UNORDERED);
        x.op(X64Vector.TEST, X1, 0, X1);
        Slow slow = t.slowIf(X64.NE);
        pick(x, shape, n, m, max);
        return slow;
    }

    private static void pick(X64Vector x, Shape shape, int n, int m, boolean max) {
        int operation = shape.op(max ? X64Vector.FP_MAX : X64Vector.FP_MIN);
        x.op(operation, X1, m, n);
        x.op(operation, X0, n, m);
        x.op(max ? X64Vector.AND : X64Vector.OR, X0, X0, X1);
    }

    private static void extreme(Emitters table, String name, boolean max) {
        table.floating("SimdFpThreeSame." + name, (t, d) -> {
            if (!threeSame(t, d)) {
                return;
            }
            t.b.clobberFlags();
            Shape shape = shape(d);
            Sources s = sources(t, d, shape);
            Slow slow = extreme(t, shape, s.n, s.m, max);
            put(t, d, shape);
            slow.done();
        });
        table.floating("SimdFpThreeSame." + name + "p", (t, d) -> {
            if (!threeSame(t, d)) {
                return;
            }
            t.b.clobberFlags();
            Shape shape = shape(d);
            int size = shape.wide ? 3 : 2;
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            if (!isQ(d)) {
                t.x.op(X64Vector.INTERLEAVE_LOW[3], X0, n, m);
                n = X0;
                m = X0;
            }
            SimdPermuteEmitters.evens(t.x, X2, n, m, size);
            SimdPermuteEmitters.odds(t.x, X3, n, m, size);
            Slow slow = extreme(t, shape, X2, X3, max);
            put(t, d, shape);
            slow.done();
        });
        table.floating("SimdFpThreeSame." + name + "pScalar", (t, d) -> {
            if ((d & 1 << 29) == 0) {
                t.meaning();
                return;
            }
            t.b.clobberFlags();
            Shape shape = new Shape(FpEmitters.isDouble(d), false);
            int n = t.v.use(SimdFields.n(d));
            t.x.op(X64Vector.SHUFFLE32, X2, 0, n, shape.wide ? 0xee : 0x55);
            onlyFirst(t.x, n, shape.wide);
            Slow slow = extreme(t, shape, X3, X2, max);
            put(t, d, new Shape(shape.wide, true));
            slow.done();
        });
    }

    /** XMM3 and XMM2 are brought down to their first number. */
    private static void onlyFirst(X64Vector x, int n, boolean wide) {
        if (wide) {
            x.moveLow(X3, n);
            x.moveLow(X2, X2);
        } else {
            x.op(X64Vector.INSERT_SINGLE, X3, n, n, 0x0e);
            x.op(X64Vector.INSERT_SINGLE, X2, X2, X2, 0x0e);
        }
    }

    private static void across(Translator t, long d, boolean max) {
        if ((d & 1 << 29) == 0) {
            t.meaning();
            return;
        }
        t.b.clobberFlags();
        Shape shape = new Shape(false, false);
        int n = t.v.use(SimdFields.n(d));
        t.x.op(X64Vector.SHUFFLE32, X2, 0, n, 0xee);
        Slow slow = extreme(t, shape, n, X2, max);
        t.x.op(X64Vector.SHUFFLE32, X2, 0, X0, 0x55);
        t.x.move(X3, X0);
        pick(t.x, shape, X3, X2, max);
        FpEmitters.put(t, SimdFields.d(d), false);
        slow.done();
    }

    private static void addPairs(Translator t, long d) {
        if (!threeSame(t, d)) {
            return;
        }
        t.b.clobberFlags();
        Shape shape = shape(d);
        int n = t.v.use(SimdFields.n(d));
        int m = t.v.use(SimdFields.m(d));
        if (!isQ(d)) {
            t.x.op(X64Vector.INTERLEAVE_LOW[3], X2, n, m);
            n = X2;
            m = X2;
        }
        t.x.op(shape.wide ? X64Vector.FP_ADD_PAIRS_DOUBLE : X64Vector.FP_ADD_PAIRS_SINGLE, X0, n, m);
        Slow slow = check(t, shape, false);
        put(t, d, shape);
        slow.done();
    }

    // ---- comparisons, which the host does just so

    private static void comparison(Emitters table, String name, int predicate, boolean absolute) {
        table.floating("SimdFpThreeSame." + name, (t, d) -> {
            if (!threeSame(t, d)) {
                return;
            }
            Shape shape = shape(d);
            Sources s = sources(t, d, shape);
            if (absolute) {
                t.x.opConstant(X64Vector.AND, X2, s.n, ~shape.signs(), ~shape.signs());
                t.x.opConstant(X64Vector.AND, X3, s.m, ~shape.signs(), ~shape.signs());
                s = new Sources(X2, X3);
            }
            t.x.op(shape.op(X64Vector.FP_COMPARE), X0, s.n, s.m, predicate);
            put(t, d, shape);
        });
    }

    private static void againstZero(Emitters table, String name, int predicate) {
        table.floating("SimdFpTwoRegMisc." + name, (t, d) -> {
            if (!twoRegister(t, d)) {
                return;
            }
            Shape shape = shape(d);
            int n = source(t, d, shape);
            t.x.zero(X3);
            t.x.op(shape.op(X64Vector.FP_COMPARE), X0, n, X3, predicate);
            put(t, d, shape);
        });
    }
}

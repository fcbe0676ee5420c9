package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isScalar;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;

/**
 * Conversions: between formats, to integral values, to and from integers. The host has one answer for what an integer cannot hold, so that answer
 * (the least integer) is left to the one meaning.
 */
final class FpConvertEmitters {
    private static final int W = 1 << 16;
    /** Rounding modes of the host's rounding; 8 more raises nothing. */
    private static final int NEAREST = 0;
    private static final int DOWN = 1;
    private static final int UP = 2;
    private static final int ZERO = 3;

    private FpConvertEmitters() {
    }

    static void register(Emitters table) {
        table.floating("FpArithmetic.fcvtStoD", (t, d) -> FpEmitters.one(t, d, true, false,
                (x, dst, n, m) -> x.op(X64Vector.SINGLE_TO_DOUBLE, dst, n, n)));
        table.floating("FpArithmetic.fcvtDtoS", (t, d) -> FpEmitters.one(t, d, false, true,
                (x, dst, n, m) -> x.op(X64Vector.DOUBLE_TO_SINGLE, dst, n, n)));
        integral(table, "frintn", NEAREST | 8);
        integral(table, "frintm", DOWN | 8);
        integral(table, "frintp", UP | 8);
        integral(table, "frintz", ZERO | 8);
        integral(table, "frinti", NEAREST | 8);
        integral(table, "frintx", NEAREST);
        table.floating("FpArithmetic.frinta", (t, d) -> {
            if (FpEmitters.isHalf(d)) {
                t.meaning();
                return;
            }
            t.b.clobberFlags();
            boolean wide = FpEmitters.isDouble(d);
            Slow slow = roundAway(t, t.v.use(SimdFields.n(d)), wide);
            FpEmitters.put(t, SimdFields.d(d), wide);
            slow.done();
        });
        table.floating("FpInteger.fcvtas", (t, d) -> toGeneralAway(t, d, true));
        table.floating("FpInteger.fcvtau", (t, d) -> toGeneralAway(t, d, false));
        table.floating("FpInteger.fcvtzsFixed", (t, d) -> toFixed(t, d, true));
        table.floating("FpInteger.fcvtzuFixed", (t, d) -> toFixed(t, d, false));
        table.floating("FpInteger.fcvtzsDtoW", (t, d) -> toGeneral(t, d, true, ZERO));
        table.floating("FpInteger.fcvtzsDtoX", (t, d) -> toGeneral(t, d, true, ZERO));
        toInteger(table, "fcvtzs", true, ZERO);
        toInteger(table, "fcvtzu", false, ZERO);
        toInteger(table, "fcvtns", true, NEAREST);
        toInteger(table, "fcvtnu", false, NEAREST);
        toInteger(table, "fcvtms", true, DOWN);
        toInteger(table, "fcvtmu", false, DOWN);
        toInteger(table, "fcvtps", true, UP);
        toInteger(table, "fcvtpu", false, UP);
        table.vector("FpInteger.scvtfWtoD", (t, d) -> { // always exact
            t.x.zero(X0);
            t.x.op(X64Vector.FROM_INTEGER | 1 << 8, X0, X0, t.b.use(Translator.n(d)));
            FpEmitters.put(t, SimdFields.d(d), true);
        });
        table.vector("FpInteger.ucvtfWtoD", (t, d) -> {
            t.a.mov(false, RAX, t.b.use(Translator.n(d)));
            t.x.zero(X0);
            t.x.op(X64Vector.FROM_INTEGER | 1 << 8 | W, X0, X0, RAX);
            FpEmitters.put(t, SimdFields.d(d), true);
        });
        table.floating("FpInteger.scvtfXtoD", (t, d) -> fromGeneral(t, d, true, 0));
        table.floating("FpInteger.scvtf", (t, d) -> fromGeneral(t, d, true, 0));
        table.floating("FpInteger.ucvtf", (t, d) -> fromGeneral(t, d, false, 0));
        table.floating("FpInteger.scvtfFixed", (t, d) -> fromGeneral(t, d, true, 64 - ((int) d >>> 10 & 63)));
        table.floating("FpInteger.ucvtfFixed", (t, d) -> fromGeneral(t, d, false, 64 - ((int) d >>> 10 & 63)));
        table.floating("SimdFpTwoRegMisc.scvtf", (t, d) -> fromLanes(t, d, true));
        table.floating("SimdFpTwoRegMisc.ucvtf", (t, d) -> fromLanes(t, d, false));
        table.floating("SimdFpTwoRegMisc.fcvtzs", (t, d) -> toLanes(t, d, true));
        table.floating("SimdFpTwoRegMisc.fcvtzu", (t, d) -> toLanes(t, d, false));
        table.floating("SimdFpTwoRegMisc.fcvtlSingle", (t, d) -> {
            t.b.clobberFlags();
            int n = upper(t, d);
            t.x.op(X64Vector.SINGLES_TO_DOUBLES, X0, 0, n);
            Slow slow = checkAll(t, true, X0);
            t.x.move(t.v.define(SimdFields.d(d)), X0);
            slow.done();
        });
        table.floating("SimdFpTwoRegMisc.fcvtnSingle", (t, d) -> {
            t.b.clobberFlags();
            t.x.op(X64Vector.DOUBLES_TO_SINGLES, X0, 0, t.v.use(SimdFields.n(d)));
            long least = replicate(2, 0x0080_0000);
            long magnitude = replicate(2, 0x7fff_ffff);
            t.x.opConstant(X64Vector.AND, X1, X0, magnitude, magnitude);
            t.x.opConstant(X64Vector.LOAD, X2, 0, least, least);
            t.x.op(X64Vector.FP_COMPARE, X1, X1, X2, 8); // equal, or unordered
            t.x.op(X64Vector.TEST, X1, 0, X1);
            Slow slow = t.slowIf(X64.NE);
            SimdShiftEmitters.putHalf(t, d, X0);
            slow.done();
        });
        if (HostFeatures.ofThisHost().halves()) {
            halves(table);
        }
    }

    /** The half of Vn that Q chooses, in the low half of a register. */
    private static int upper(Translator t, long d) {
        int n = t.v.use(SimdFields.n(d));
        if (!isQ(d)) {
            return n;
        }
        t.x.op(X64Vector.SHUFFLE32, X2, 0, n, 0xee);
        return X2;
    }

    /** Sends away a register that has a NaN. */
    private static Slow checkAll(Translator t, boolean wide, int register) {
        t.x.op(X64Vector.of(X64Vector.FP_COMPARE, wide, false), X1, register, register, 3);
        t.x.op(X64Vector.TEST, X1, 0, X1);
        return t.slowIf(X64.NE);
    }

    // ---- half precision: rounded up to the smallest normal number is an underflow here too

    private static void halves(Emitters table) {
        table.floating("FpArithmetic.fcvtHtoS", (t, d) -> {
            t.b.clobberFlags();
            t.x.opConstant(X64Vector.AND, X2, t.v.use(SimdFields.n(d)), 0xffff, 0);
            t.x.op(X64Vector.HALVES_TO_SINGLES, X0, 0, X2);
            Slow slow = FpEmitters.check(t, X0, false, false);
            FpEmitters.put(t, SimdFields.d(d), false);
            slow.done();
        });
        table.floating("FpArithmetic.fcvtStoH", (t, d) -> {
            t.b.clobberFlags();
            t.x.opConstant(X64Vector.AND, X2, t.v.use(SimdFields.n(d)), 0xffff_ffffL, 0);
            Slow slow = toHalves(t);
            t.x.move(t.v.define(SimdFields.d(d)), X0); // halves of zeros are above
            slow.done();
        });
        table.floating("SimdFpTwoRegMisc.fcvtlHalf", (t, d) -> {
            t.b.clobberFlags();
            t.x.op(X64Vector.HALVES_TO_SINGLES, X0, 0, upper(t, d));
            Slow slow = checkAll(t, false, X0);
            t.x.move(t.v.define(SimdFields.d(d)), X0);
            slow.done();
        });
        table.floating("SimdFpTwoRegMisc.fcvtnHalf", (t, d) -> {
            t.b.clobberFlags();
            t.x.op(X64Vector.MOVE, X2, 0, t.v.use(SimdFields.n(d)));
            Slow slow = toHalves(t);
            SimdShiftEmitters.putHalf(t, d, X0);
            slow.done();
        });
    }

    /** XMM2 to XMM0. */
    private static Slow toHalves(Translator t) {
        long magnitude = replicate(1, 0x7fff);
        long least = replicate(1, 0x0400);
        Slow slow = checkAll(t, false, X2);
        t.x.op(X64Vector.SINGLES_TO_HALVES, X2, 0, X0, 0); // the source is the register operand
        t.x.opConstant(X64Vector.AND, X1, X0, magnitude, magnitude);
        t.x.opConstant(X64Vector.EQUAL[1], X1, X1, least, least);
        t.x.op(X64Vector.TEST, X1, 0, X1);
        slow.another(X64.NE);
        return slow;
    }

    // ---- integral values

    private static void integral(Emitters table, String name, int mode) {
        table.floating("FpArithmetic." + name, (t, d) -> {
            if (FpEmitters.isHalf(d)) {
                t.meaning();
                return;
            }
            boolean wide = FpEmitters.isDouble(d);
            FpEmitters.one(t, d, wide, false, (x, dst, n, m) -> x.op(X64Vector.FP_ROUND + (wide ? 3 : 2), dst, n, n, mode));
        });
    }

    // ---- to integers

    private static void toInteger(Emitters table, String name, boolean signed, int mode) {
        table.floating("FpInteger." + name, (t, d) -> {
            if (FpEmitters.isHalf(d)) {
                t.meaning();
            } else {
                toGeneral(t, d, signed, mode);
            }
        });
    }

    /** {@code n} is rounded without a trace before, and raises inexact last, when nothing can send it away any more. */
    private static void toGeneral(Translator t, long d, boolean signed, int mode) {
        boolean wide = FpEmitters.isDouble(d);
        boolean to64 = (d & 1L << 31) != 0;
        int round = X64Vector.FP_ROUND + (wide ? 3 : 2);
        t.b.clobberFlags();
        int n = t.v.use(SimdFields.n(d));
        int from = n;
        if (mode != ZERO) {
            t.x.op(round, X0, n, n, mode | 8);
            from = X0;
        }
        Slow slow = signed ? null : unsignedRange(t, from, wide, to64);
        int convert = X64Vector.of(X64Vector.TO_INTEGER, wide, false) | (to64 || !signed ? W : 0);
        t.x.op(convert, RAX, 0, from);
        if (signed) {
            t.a.opImmediate(X64.CMP, to64, RAX, 1); // overflows for the least integer alone
            slow = t.slowIf(X64.O);
        }
        if (mode != ZERO) {
            t.x.op(round, X1, n, n, mode);
        }
        t.a.mov(to64, t.b.define(Translator.d(d)), RAX);
        slow.done();
    }

    /** Sends away what is not above -1 or not below 2^32 or 2^63. */
    private static Slow unsignedRange(Translator t, int n, boolean wide, boolean to64) {
        int compare = wide ? X64Vector.FP_UNORDERED | 1 << 8 : X64Vector.FP_UNORDERED;
        double limit = to64 ? 0x1p63 : 0x1p32;
        t.x.opConstant(compare, n, 0, bits(-1, wide), 0);
        Slow slow = t.slowIf(X64.BE); // or unordered
        t.x.opConstant(compare, n, 0, bits(limit, wide), 0);
        slow.another(X64.NC);
        return slow;
    }

    /**
     * To the nearest, ties away from zero, into XMM0: towards zero, and one more where half or more was lost. All of it is exact, below 2^52 or
     * 2^23; the rest is sent away.
     */
    private static Slow roundAway(Translator t, int n, boolean wide) {
        X64Vector x = t.x;
        long sign = wide ? Long.MIN_VALUE : 0x8000_0000L;
        int compare = wide ? X64Vector.FP_UNORDERED | 1 << 8 : X64Vector.FP_UNORDERED;
        x.opConstant(X64Vector.AND, X1, n, ~sign, 0);
        x.opConstant(compare, X1, 0, bits(wide ? 0x1p52 : 0x1p23, wide), 0);
        Slow slow = t.slowIf(X64.NC);
        slow.another(X64.P);
        x.op(X64Vector.FP_ROUND + (wide ? 3 : 2), X0, n, n, ZERO | 8);
        x.op(X64Vector.of(X64Vector.FP_SUB, wide, true), X1, n, X0);
        x.opConstant(X64Vector.AND, X1, X1, ~sign, 0);
        x.opConstant(X64Vector.LOAD, X2, 0, bits(0.5, wide), 0);
        x.op(X64Vector.of(X64Vector.FP_COMPARE, wide, true), X1, X2, X1, 2); // half is not greater
        x.opConstant(X64Vector.AND, X1, X1, bits(1, wide), 0);
        x.opConstant(X64Vector.AND, X2, n, sign, 0);
        x.op(X64Vector.OR, X1, X1, X2);
        x.op(X64Vector.of(X64Vector.FP_ADD, wide, true), X0, X0, X1);
        return slow;
    }

    private static void toGeneralAway(Translator t, long d, boolean signed) {
        if (FpEmitters.isHalf(d)) {
            t.meaning();
            return;
        }
        boolean wide = FpEmitters.isDouble(d);
        boolean to64 = (d & 1L << 31) != 0;
        t.b.clobberFlags();
        int n = t.v.use(SimdFields.n(d));
        Slow slow = roundAway(t, n, wide);
        if (!signed) {
            int compare = wide ? X64Vector.FP_UNORDERED | 1 << 8 : X64Vector.FP_UNORDERED;
            t.x.opConstant(compare, X0, 0, bits(-1, wide), 0);
            slow.another(X64.BE);
            t.x.opConstant(compare, X0, 0, bits(0x1p32, wide), 0);
            slow.another(X64.NC);
        }
        t.x.op(X64Vector.of(X64Vector.TO_INTEGER, wide, false) | (to64 || !signed ? W : 0), RAX, 0, X0);
        if (signed) {
            t.a.opImmediate(X64.CMP, to64, RAX, 1);
            slow.another(X64.O);
        }
        t.x.op(X64Vector.FP_ROUND + (wide ? 3 : 2), X1, n, n, ZERO); // raises inexact
        t.a.mov(to64, t.b.define(Translator.d(d)), RAX);
        slow.done();
    }

    /** To fixed point: scaled first, which is exact for what fits. */
    private static void toFixed(Translator t, long d, boolean signed) {
        if (FpEmitters.isHalf(d)) {
            t.meaning();
            return;
        }
        boolean wide = FpEmitters.isDouble(d);
        boolean to64 = (d & 1L << 31) != 0;
        int fractionBits = 64 - ((int) d >>> 10 & 63);
        int compare = wide ? X64Vector.FP_UNORDERED | 1 << 8 : X64Vector.FP_UNORDERED;
        int limit = (to64 ? 63 : signed ? 31 : 32) - fractionBits;
        t.b.clobberFlags();
        int n = t.v.use(SimdFields.n(d));
        if (signed) {
            t.x.opConstant(X64Vector.AND, X1, n, wide ? Long.MAX_VALUE : 0x7fff_ffff, 0);
        } else {
            t.x.move(X1, n);
        }
        t.x.opConstant(compare, X1, 0, bits(Math.scalb(1.0, limit), wide), 0);
        Slow slow = t.slowIf(X64.NC);
        slow.another(X64.P);
        if (!signed) {
            t.x.zero(X0);
            t.x.op(compare, X1, 0, X0);
            slow.another(X64.C); // below zero
        }
        t.x.opConstant(X64Vector.of(X64Vector.FP_MUL, wide, true), X0, n, bits(Math.scalb(1.0, fractionBits), wide), 0);
        t.x.op(X64Vector.of(X64Vector.TO_INTEGER, wide, false) | (to64 || !signed ? W : 0), RAX, 0, X0);
        t.a.mov(to64, t.b.define(Translator.d(d)), RAX);
        slow.done();
    }

    private static long bits(double value, boolean wide) {
        return wide ? Double.doubleToRawLongBits(value) : Float.floatToRawIntBits((float) value) & 0xffff_ffffL;
    }

    private static void toLanes(Translator t, long d, boolean signed) {
        if (!FpVectorEmitters.twoRegister(t, d)) {
            return;
        }
        t.b.clobberFlags();
        X64Vector x = t.x;
        int n = t.v.use(SimdFields.n(d));
        if (!signed) {
            toUnsignedLanes(t, d, n);
            return;
        }
        if (FpEmitters.isDouble(d)) {
            int convert = X64Vector.of(X64Vector.TO_INTEGER, true, false) | W;
            x.op(convert, RAX, 0, n);
            t.a.opImmediate(X64.CMP, true, RAX, 1);
            Slow slow = t.slowIf(X64.O);
            x.op(X64Vector.FROM_GENERAL64, X0, 0, RAX);
            if (!isScalar(d)) {
                x.op(X64Vector.SHUFFLE32, X1, 0, n, 0xee);
                x.op(convert, RAX, 0, X1);
                t.a.opImmediate(X64.CMP, true, RAX, 1);
                slow.another(X64.O);
                x.op(X64Vector.INSERT[3], X0, X0, RAX, 1);
            }
            x.move(t.v.define(SimdFields.d(d)), X0);
            slow.done();
            return;
        }
        x.op(X64Vector.SINGLES_TO_INT32S, X0, 0, part(t, d, n));
        x.opConstant(X64Vector.EQUAL[2], X1, X0, replicate(2, 0x8000_0000L), replicate(2, 0x8000_0000L));
        x.op(X64Vector.TEST, X1, 0, X1);
        Slow slow = t.slowIf(X64.NE);
        x.move(t.v.define(SimdFields.d(d)), X0); // zeros above are zeros still
        slow.done();
    }

    /** What is above -1 and below what a signed integer holds goes the signed way; the rest is sent away. */
    private static void toUnsignedLanes(Translator t, long d, int vn) {
        X64Vector x = t.x;
        boolean wide = FpEmitters.isDouble(d);
        int n = wide ? vn : part(t, d, vn);
        if (wide && isScalar(d)) {
            x.moveLow(X2, vn);
            n = X2;
        }
        long least = wide ? bits(-1, true) : replicate(2, bits(-1, false));
        long limit = wide ? bits(0x1p63, true) : replicate(2, bits(0x1p31, false));
        int compare = X64Vector.of(X64Vector.FP_COMPARE, wide, false);
        x.opConstant(X64Vector.LOAD, X0, 0, least, least);
        x.op(compare, X1, n, X0, 18); // not above, or unordered; raises nothing for quiet NaNs
        x.opConstant(X64Vector.LOAD, X0, 0, limit, limit);
        x.op(compare, X0, n, X0, 21); // not below, or unordered
        x.op(X64Vector.OR, X1, X0, X1);
        x.op(X64Vector.TEST, X1, 0, X1);
        Slow slow = t.slowIf(X64.NE);
        if (!wide) {
            x.op(X64Vector.SINGLES_TO_INT32S, X0, 0, n);
        } else {
            int convert = X64Vector.of(X64Vector.TO_INTEGER, true, false) | W;
            x.op(convert, RAX, 0, n);
            x.op(X64Vector.FROM_GENERAL64, X0, 0, RAX);
            if (!isScalar(d)) {
                x.op(X64Vector.SHUFFLE32, X1, 0, n, 0xee);
                x.op(convert, RAX, 0, X1);
                x.op(X64Vector.INSERT[3], X0, X0, RAX, 1);
            }
        }
        x.move(t.v.define(SimdFields.d(d)), X0);
        slow.done();
    }

    /** The singles or words of Vn that take part, with zeros above. */
    private static int part(Translator t, long d, int n) {
        if (isScalar(d)) {
            t.x.op(X64Vector.INSERT_SINGLE, X2, n, n, 0x0e);
            return X2;
        }
        if (!isQ(d)) {
            t.x.moveLow(X2, n);
            return X2;
        }
        return n;
    }

    // ---- from integers

    private static void fromGeneral(Translator t, long d, boolean signed, int fractionBits) {
        if (FpEmitters.isHalf(d)) {
            t.meaning();
            return;
        }
        boolean wide = FpEmitters.isDouble(d);
        boolean from64 = (d & 1L << 31) != 0;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        Slow slow = null;
        if (!signed && from64) {
            t.a.test(true, n, n);
            slow = t.slowIf(X64.S);
        } else if (!signed) {
            t.a.mov(false, RAX, n);
            n = RAX;
        }
        t.x.zero(X0);
        t.x.op(X64Vector.of(X64Vector.FROM_INTEGER, wide, false) | (from64 || !signed ? W : 0), X0, X0, n);
        if (fractionBits != 0) { // exact
            t.x.opConstant(X64Vector.of(X64Vector.FP_MUL, wide, true), X0, X0, bits(Math.scalb(1.0, -fractionBits), wide), 0);
        }
        FpEmitters.put(t, SimdFields.d(d), wide);
        if (slow != null) {
            slow.done();
        }
    }

    private static void fromLanes(Translator t, long d, boolean signed) {
        if (!FpVectorEmitters.twoRegister(t, d)) {
            return;
        }
        X64Vector x = t.x;
        int n = t.v.use(SimdFields.n(d));
        if (!FpEmitters.isDouble(d)) {
            int words = part(t, d, n);
            if (signed) {
                x.op(X64Vector.INT32S_TO_SINGLES, X0, 0, words);
            } else { // both halves are exact, and their sum is rounded once
                long scale = replicate(2, bits(0x1p16, false));
                long low = replicate(2, 0xffff);
                x.shift(2, X64Vector.RIGHT, X1, words, 16);
                x.op(X64Vector.INT32S_TO_SINGLES, X1, 0, X1);
                x.opConstant(X64Vector.FP_MUL, X1, X1, scale, scale);
                x.opConstant(X64Vector.AND, X0, words, low, low);
                x.op(X64Vector.INT32S_TO_SINGLES, X0, 0, X0);
                x.op(X64Vector.FP_ADD, X0, X0, X1);
            }
            x.move(t.v.define(SimdFields.d(d)), X0);
            return;
        }
        Slow slow = null;
        if (!signed) {
            t.b.clobberFlags();
            x.op(X64Vector.SIGNS64, RAX, 0, n);
            t.a.testImmediate(false, RAX, isScalar(d) ? 1 : 3);
            slow = t.slowIf(X64.NE);
        }
        int convert = X64Vector.of(X64Vector.FROM_INTEGER, true, false) | W;
        x.op(X64Vector.TO_GENERAL64, n, 0, RAX);
        x.zero(X0);
        x.op(convert, X0, X0, RAX);
        if (isScalar(d)) {
            FpEmitters.put(t, SimdFields.d(d), true);
        } else {
            x.op(X64Vector.EXTRACT[3], n, 0, RAX, 1);
            x.zero(X1);
            x.op(convert, X1, X1, RAX);
            x.op(X64Vector.INTERLEAVE_LOW[3], t.v.define(SimdFields.d(d)), X0, X1);
        }
        if (slow != null) {
            slow.done();
        }
    }
}

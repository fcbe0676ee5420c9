package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;

import dev.cellvisor.cpu.a64.hostcode.BlockBuilder.FlagsAt;
import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;

/**
 * Scalar floating point of single and double precision, where FPCR is plain ({@link FpGuard}). The host rounds and raises as Arm has it but for
 * two things: which NaN comes of NaNs, and whether what was rounded up to the smallest normal number has underflowed (it has: Arm looks before it
 * rounds). Such results are thrown away and left to the one meaning; what the host has raised by then, Arm raises too.
 */
final class FpEmitters {

    /** Computes from scratch or guest registers into XMM0. */
    interface Compute {
        void emit(X64Vector x, int dst, int n, int m);
    }

    private FpEmitters() {
    }

    static void register(Emitters table) {
        for (boolean wide : new boolean[] {false, true}) {
            String f = wide ? "D" : "S";
            two(table, "fadd" + f, wide, false, (x, dst, n, m) -> x.op(X64Vector.of(X64Vector.FP_ADD, wide, true), dst, n, m));
            two(table, "fsub" + f, wide, false, (x, dst, n, m) -> x.op(X64Vector.of(X64Vector.FP_SUB, wide, true), dst, n, m));
            two(table, "fmul" + f, wide, true, (x, dst, n, m) -> x.op(X64Vector.of(X64Vector.FP_MUL, wide, true), dst, n, m));
            two(table, "fdiv" + f, wide, true, (x, dst, n, m) -> x.op(X64Vector.of(X64Vector.FP_DIV, wide, true), dst, n, m));
            table.floating("FpArithmetic.fsqrt" + f, (t, d) -> one(t, d, wide, false,
                    (x, dst, n, m) -> x.op(X64Vector.of(X64Vector.FP_SQRT, wide, true), dst, n, n)));
            fused(table, "fmadd" + f, wide, X64Vector.FMA);
            fused(table, "fmsub" + f, wide, X64Vector.FNMA);
            fused(table, "fnmadd" + f, wide, X64Vector.FNMS);
            fused(table, "fnmsub" + f, wide, X64Vector.FMS);
            compare(table, "fcmp" + f, wide, false);
            compare(table, "fcmpe" + f, wide, true);
        }
        table.floating("FpArithmetic.fnmul", (t, d) -> {
            if (isHalf(d)) {
                t.meaning();
                return;
            }
            compute(t, d, isDouble(d), true, (x, dst, n, m) -> x.op(X64Vector.of(X64Vector.FP_MUL, isDouble(d), true), dst, n, m), true);
        });
        extreme(table, "fmax", true);
        extreme(table, "fmin", false);
        extreme(table, "fmaxnm", true);
        extreme(table, "fminnm", false);
        table.floating("FpArithmetic.fcmpZero", (t, d) -> {
            if (isHalf(d)) {
                t.meaning();
                return;
            }
            t.x.zero(X0);
            t.b.dropFlags();
            flags(t, t.v.use(SimdFields.n(d)), X0, isDouble(d), (d & 1 << 4) != 0);
        });
        table.floating("FpArithmetic.fccmp", FpEmitters::compareIf);
    }

    /** Bits 23:22 are 11. */
    static boolean isHalf(long d) {
        return (d & 1 << 23) != 0;
    }

    static boolean isDouble(long d) {
        return (d & 1 << 22) != 0;
    }

    private static void two(Emitters table, String name, boolean wide, boolean mayUnderflow, Compute compute) {
        table.floating("FpArithmetic." + name, (t, d) -> compute(t, d, wide, mayUnderflow, compute, false));
    }

    /** An operation on Vn alone. */
    static void one(Translator t, long d, boolean wide, boolean mayUnderflow, Compute compute) {
        t.b.clobberFlags();
        int n = t.v.use(SimdFields.n(d));
        compute.emit(t.x, X0, n, n);
        Slow slow = check(t, X0, wide, mayUnderflow);
        put(t, d, wide);
        slow.done();
    }

    private static void compute(Translator t, long d, boolean wide, boolean mayUnderflow, Compute compute, boolean negate) {
        t.b.clobberFlags();
        int n = t.v.use(SimdFields.n(d));
        int m = t.v.use(SimdFields.m(d));
        compute.emit(t.x, X0, n, m);
        Slow slow = check(t, X0, wide, mayUnderflow);
        if (negate) {
            t.x.opConstant(X64Vector.XOR, X0, X0, wide ? Long.MIN_VALUE : 0x8000_0000L, 0);
        }
        put(t, d, wide);
        slow.done();
    }

    /** Vd is the number in XMM0 alone. */
    private static void put(Translator t, long d, boolean wide) {
        put(t, SimdFields.d(d), wide);
    }

    static void put(Translator t, int register, boolean wide) {
        int dst = t.v.define(register);
        if (wide) {
            t.x.moveLow(dst, X0);
        } else {
            t.x.op(X64Vector.INSERT_SINGLE, dst, X0, X0, 0x0e);
        }
    }

    /** Sends away a result that is a NaN or, where it may have underflowed, the smallest normal number. Uses XMM1 and the flags. */
    static Slow check(Translator t, int result, boolean wide, boolean mayUnderflow) {
        int compare = wide ? X64Vector.FP_UNORDERED | 1 << 8 : X64Vector.FP_UNORDERED;
        if (!mayUnderflow) {
            t.x.op(compare, result, 0, result);
            return t.slowIf(X64.P);
        }
        t.x.opConstant(X64Vector.AND, X1, result, wide ? Long.MAX_VALUE : 0x7fff_ffff, 0);
        t.x.opConstant(compare, X1, 0, wide ? 0x0010_0000_0000_0000L : 0x0080_0000, 0);
        return t.slowIf(X64.E); // equal, or unordered
    }

    private static void fused(Emitters table, String name, boolean wide, int operation) {
        table.floating("FpArithmetic." + name, (t, d) -> {
            t.b.clobberFlags();
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            int addend = t.v.use(SimdFields.a(d));
            t.x.op(X64Vector.MOVE, X0, 0, addend);
            t.x.op(X64Vector.fused(operation, wide, true), X0, n, m);
            Slow slow = check(t, X0, wide, true);
            put(t, d, wide);
            slow.done();
        });
    }

    /** Of two zeros the host takes the second: both ways together have the sign that is wanted. A quiet NaN would raise invalid, so NaNs go first. */
    private static void extreme(Emitters table, String name, boolean max) {
        table.floating("FpArithmetic." + name, (t, d) -> {
            if (isHalf(d)) {
                t.meaning();
                return;
            }
            boolean wide = isDouble(d);
            int operation = X64Vector.of(max ? X64Vector.FP_MAX : X64Vector.FP_MIN, wide, true);
            t.b.clobberFlags();
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            t.x.op(wide ? X64Vector.FP_UNORDERED | 1 << 8 : X64Vector.FP_UNORDERED, n, 0, m);
            Slow slow = t.slowIf(X64.P);
            t.x.op(operation, X0, n, m);
            t.x.op(operation, X1, m, n);
            t.x.op(max ? X64Vector.AND : X64Vector.OR, X0, X0, X1);
            put(t, d, wide);
            slow.done();
        });
    }

    // ---- comparisons

    private static void compare(Emitters table, String name, boolean wide, boolean signaling) {
        table.floatingSetting("FpArithmetic." + name, (t, d) -> {
            t.b.dropFlags();
            flags(t, t.v.use(SimdFields.n(d)), t.v.use(SimdFields.m(d)), wide, signaling);
        });
    }

    private static void compareHosts(Translator t, int n, int m, boolean wide, boolean signaling) {
        int operation = signaling ? X64Vector.FP_ORDERED : X64Vector.FP_UNORDERED;
        t.x.op(wide ? operation | 1 << 8 : operation, n, 0, m);
    }

    /**
     * Compares to the guest's flags, which come to be in the host's as after a subtraction. Greater minus less, with borrow, gives just these
     * where both are numbers.
     */
    private static void flags(Translator t, int n, int m, boolean wide, boolean signaling) {
        compareHosts(t, n, m, wide, signaling);
        if (t.b.flagsLive()) {
            subtract(t);
        }
        t.b.flagsNow(FlagsAt.HOST_BORROW);
    }

    /** The host's flags of a comparison to those of a subtraction; AL is used. */
    private static void subtract(Translator t) {
        X64 a = t.a;
        long unordered = a.jumpIf(X64.P);
        a.set(X64.A, RAX);
        a.subtractBorrowAl();
        long back = a.at;
        t.b.later(() -> {
            a.aimHere(unordered);
            a.movImmediate(RAX, 0x80);
            a.compareAl(1); // overflows
            a.jumpTo(back);
        });
    }

    private static void compareIf(Translator t, long d) {
        if (isHalf(d)) {
            t.meaning();
            return;
        }
        X64 a = t.a;
        int cond = (int) d >>> 12 & 15;
        int n = t.v.use(SimdFields.n(d));
        int m = t.v.use(SimdFields.m(d));
        long otherwise = 0;
        if (cond < 14) {
            t.b.loadFlags();
            otherwise = a.jumpIf(t.b.condition(cond) ^ 1);
        }
        t.b.dropFlags();
        compareHosts(t, n, m, isDouble(d), (d & 1 << 4) != 0);
        // Greater, less, equal, unordered: each overwrites what it goes with.
        a.movImmediate(RAX, Layout.host(0x2000_0000));
        a.movImmediate(RCX, Layout.host(0x8000_0000L));
        a.cmov(X64.C, false, RAX, RCX);
        a.movImmediate(RCX, Layout.host(0x6000_0000));
        a.cmov(X64.E, false, RAX, RCX);
        a.movImmediate(RCX, Layout.host(0x3000_0000));
        a.cmov(X64.P, false, RAX, RCX);
        if (cond < 14) {
            long done = a.jump();
            a.aimHere(otherwise);
            a.movImmediate(RAX, Layout.host((d & 15) << 28));
            a.aimHere(done);
        }
        t.b.storeFlags();
    }
}

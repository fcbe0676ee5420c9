package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isScalar;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;

/** Shifts by an immediate and by a register, and those that narrow. immh:immb (bits 22:16) holds size and amount. */
final class SimdShiftEmitters {

    /** Makes {@code dst} of an element size, an amount, the source and what was in Vd; with its last instruction only. */
    private interface Shift {
        void emit(X64Vector x, int dst, int n, int old, int size, int amount);
    }

    private SimdShiftEmitters() {
    }

    static void register(Emitters table) {
        for (boolean signed : new boolean[] {true, false}) {
            String s = signed ? "s" : "u";
            right(table, s + "shr", false, (x, dst, n, old, size, amount) -> shiftRight(x, size, signed, dst, n, amount));
            right(table, s + "sra", true, (x, dst, n, old, size, amount) -> {
                shiftRight(x, size, signed, X3, n, amount);
                x.op(X64Vector.ADD[size], dst, X3, old);
            });
            right(table, s + "rshr", false, (x, dst, n, old, size, amount) -> roundRight(x, size, signed, dst, n, amount));
            right(table, s + "rsra", true, (x, dst, n, old, size, amount) -> {
                roundRight(x, size, signed, X3, n, amount);
                x.op(X64Vector.ADD[size], dst, X3, old);
            });
            table.vectorLeaving("SimdThreeSame." + s + "shl", (t, d) -> byRegister(t, d, signed));
        }
        right(table, "sri", true, (x, dst, n, old, size, amount) -> {
            long field = amount == 8 << size ? 0 : replicate(size, ones(size) >>> amount);
            shiftRight(x, size, false, X2, n, amount);
            x.opConstant(X64Vector.LOAD, X1, 0, field, field);
            x.op(X64Vector.AND_NOT, X1, X1, old);
            x.op(X64Vector.OR, dst, X1, X2);
        });
        left(table, "shl", false, (x, dst, n, old, size, amount) -> shiftLeft(x, size, dst, n, amount));
        left(table, "sli", true, (x, dst, n, old, size, amount) -> {
            long field = replicate(size, ones(size) << amount);
            shiftLeft(x, size, X2, n, amount);
            x.opConstant(X64Vector.LOAD, X1, 0, field, field);
            x.op(X64Vector.AND_NOT, X1, X1, old);
            x.op(X64Vector.OR, dst, X1, X2);
        });
        widen(table, "SimdShiftImmediate.sshll", true);
        widen(table, "SimdShiftImmediate.ushll", false);
        table.vector("SimdTwoRegMisc.shll", (t, d) -> {
            int size = SimdFields.size(d);
            widened(t.x, X0, t.v.use(SimdFields.n(d)), size, false, isQ(d));
            shiftLeft(t.x, size + 1, t.v.define(SimdFields.d(d)), X0, 8 << size);
        });
        table.vector("SimdShiftImmediate.shrn", (t, d) -> shiftNarrow(t, d, false));
        table.vector("SimdShiftImmediate.rshrn", (t, d) -> shiftNarrow(t, d, true));
        table.vector("SimdTwoRegMisc.xtn", (t, d) -> {
            int size = SimdFields.size(d);
            int n = t.v.use(SimdFields.n(d));
            SimdPermuteEmitters.evens(t.x, X0, n, n, size);
            putHalf(t, d, X0);
        });
        saturating(table, "sqxtn", true, true);
        saturating(table, "sqxtun", true, false);
        saturating(table, "uqxtn", false, false);
        saturatingShift(table, "sqshrn", true, true, false);
        saturatingShift(table, "sqrshrn", true, true, true);
        saturatingShift(table, "sqshrun", true, false, false);
        saturatingShift(table, "sqrshrun", true, false, true);
        saturatingShift(table, "uqshrn", false, false, false);
        saturatingShift(table, "uqrshrn", false, false, true);
    }

    private static long ones(int size) {
        return size == 3 ? -1 : (1L << (8 << size)) - 1;
    }

    private static int immediate(long d) {
        return (int) d >>> 16 & 0x7f;
    }

    /** log2 of the element's bytes: the narrow ones', where sizes differ. */
    private static int size(long d) {
        return 28 - Integer.numberOfLeadingZeros(immediate(d));
    }

    private static void right(Emitters table, String name, boolean usesOld, Shift shift) {
        table.vector("SimdShiftImmediate." + name, (t, d) -> shift(t, d, (16 << size(d)) - immediate(d), usesOld, shift));
    }

    private static void left(Emitters table, String name, boolean usesOld, Shift shift) {
        table.vector("SimdShiftImmediate." + name, (t, d) -> shift(t, d, immediate(d) - (8 << size(d)), usesOld, shift));
    }

    private static void shift(Translator t, long d, int amount, boolean usesOld, Shift shift) {
        int n = t.v.use(SimdFields.n(d));
        int old = usesOld ? t.v.use(SimdFields.d(d)) : 0;
        if (SimdFields.isWide(d)) {
            shift.emit(t.x, t.v.define(SimdFields.d(d)), n, old, size(d), amount);
        } else {
            shift.emit(t.x, X0, n, old, size(d), amount);
            t.x.moveLow(t.v.define(SimdFields.d(d)), X0);
        }
    }

    /** A right shift by 1 to all bits of the element. Uses XMM1 and XMM2. */
    static void shiftRight(X64Vector x, int size, boolean signed, int dst, int n, int amount) {
        if (size == 0) {
            int by = signed ? Math.min(amount, 7) : amount;
            long mask = replicate(0, 0xff >>> by);
            x.shift(1, X64Vector.RIGHT, X1, n, by);
            if (!signed) {
                x.opConstant(X64Vector.AND, dst, X1, mask, mask);
                return;
            }
            long sign = replicate(0, 0x80 >>> by);
            x.opConstant(X64Vector.AND, X1, X1, mask, mask);
            x.opConstant(X64Vector.LOAD, X2, 0, sign, sign);
            x.op(X64Vector.XOR, X1, X1, X2);
            x.op(X64Vector.SUB[0], dst, X1, X2);
        } else if (size < 3 || !signed) {
            x.shift(size, signed ? X64Vector.RIGHT_SIGNED : X64Vector.RIGHT, dst, n, amount);
        } else {
            x.zero(X1);
            x.op(X64Vector.GREATER[3], X1, X1, n);
            x.shift(3, X64Vector.RIGHT, X2, n, amount);
            x.shift(3, X64Vector.LEFT, X1, X1, 64 - amount);
            x.op(X64Vector.OR, dst, X1, X2);
        }
    }

    /** The same, rounded: plus the last bit that was shifted out. Uses XMM0 to XMM2, of which {@code n} may be none but XMM0. */
    private static void roundRight(X64Vector x, int size, boolean signed, int dst, int n, int amount) {
        long low = replicate(size, 1);
        if (n == X0) {
            x.move(X3, X0);
            n = X3;
        }
        shiftRight(x, size, signed, X0, n, amount);
        if (amount > 1) {
            x.shift(Math.max(size, 1), X64Vector.RIGHT, X1, n, amount - 1);
            x.opConstant(X64Vector.AND, X1, X1, low, low);
        } else {
            x.opConstant(X64Vector.AND, X1, n, low, low);
        }
        x.op(X64Vector.ADD[size], dst, X0, X1);
    }

    /** Uses XMM1. */
    static void shiftLeft(X64Vector x, int size, int dst, int n, int amount) {
        if (size == 0) {
            long mask = replicate(0, 0xff << amount);
            x.shift(1, X64Vector.LEFT, X1, n, amount);
            x.opConstant(X64Vector.AND, dst, X1, mask, mask);
        } else {
            x.shift(size, X64Vector.LEFT, dst, n, amount);
        }
    }

    /**
     * By the lowest byte of each element of Vm, to the right where it is negative. An amount that is too large gives 0 by itself, so both
     * ways are gone and the wrong one vanishes; only a signed right shift must be chosen.
     */
    private static void byRegister(Translator t, long d, boolean signed) {
        int size = SimdFields.size(d);
        if (size < 2 || signed && size == 3) {
            t.meaning();
            return;
        }
        SimdFields.two(t, d, (x, dst, n, m, s) -> {
            long low = replicate(size, 0xff);
            x.zero(X1);
            x.op(X64Vector.SUB[size], X1, X1, m);
            x.opConstant(X64Vector.AND, X1, X1, low, low);
            x.opConstant(X64Vector.AND, X2, m, low, low);
            x.op(X64Vector.SHIFT_LEFT[size], X2, n, X2);
            if (signed) {
                x.op(X64Vector.SHIFT_RIGHT_SIGNED32, X1, n, X1);
                x.shift(2, X64Vector.LEFT, X3, m, 24);
                x.blend(X64Vector.BLEND_SIGNS32, dst, X2, X1, X3);
            } else {
                x.op(X64Vector.SHIFT_RIGHT[size], X1, n, X1);
                x.op(X64Vector.OR, dst, X1, X2);
            }
        });
    }

    // ---- to twice the size

    /** The lower or upper half of a register as elements of twice the size. */
    static void widened(X64Vector x, int dst, int n, int size, boolean signed, boolean upper) {
        int from = n;
        if (upper) {
            x.op(X64Vector.SHUFFLE32, dst, 0, n, 0xee);
            from = dst;
        }
        x.op((signed ? X64Vector.WIDEN_SIGNED : X64Vector.WIDEN_UNSIGNED)[size], dst, 0, from);
    }

    private static void widen(Emitters table, String name, boolean signed) {
        table.vector(name, (t, d) -> {
            int size = size(d);
            int amount = immediate(d) - (8 << size);
            int n = t.v.use(SimdFields.n(d));
            if (amount == 0) {
                widened(t.x, X0, n, size, signed, isQ(d));
                t.x.move(t.v.define(SimdFields.d(d)), X0);
            } else {
                widened(t.x, X0, n, size, signed, isQ(d));
                shiftLeft(t.x, size + 1, t.v.define(SimdFields.d(d)), X0, amount);
            }
        });
    }

    // ---- to half the size

    /** Vd from 64 bits: all of it with zeros above, or (with Q) its upper half. */
    static void putHalf(Translator t, long d, int from) {
        if (isQ(d)) {
            int old = t.v.use(SimdFields.d(d));
            t.x.op(X64Vector.INTERLEAVE_LOW[3], t.v.define(SimdFields.d(d)), old, from);
        } else {
            t.x.moveLow(t.v.define(SimdFields.d(d)), from);
        }
    }

    private static void shiftNarrow(Translator t, long d, boolean round) {
        int size = size(d);
        int amount = (16 << size) - immediate(d);
        int n = t.v.use(SimdFields.n(d));
        if (round) {
            roundRight(t.x, size + 1, false, X0, n, amount);
        } else {
            shiftRight(t.x, size + 1, false, X0, n, amount);
        }
        SimdPermuteEmitters.evens(t.x, X0, X0, X0, size);
        putHalf(t, d, X0);
    }

    private static void saturating(Emitters table, String name, boolean fromSigned, boolean toSigned) {
        table.vectorLeaving("SimdTwoRegMisc." + name, (t, d) -> {
            int size = SimdFields.size(d);
            if (size > 1 || isScalar(d)) {
                t.meaning();
                return;
            }
            t.b.clobberFlags();
            narrow(t, d, t.v.use(SimdFields.n(d)), size, fromSigned, toSigned);
        });
    }

    private static void saturatingShift(Emitters table, String name, boolean fromSigned, boolean toSigned, boolean round) {
        table.vectorLeaving("SimdShiftImmediate." + name, (t, d) -> {
            int size = size(d);
            if (size > 1 || isScalar(d)) {
                t.meaning();
                return;
            }
            t.b.clobberFlags();
            int amount = (16 << size) - immediate(d);
            int n = t.v.use(SimdFields.n(d));
            if (round) {
                roundRight(t.x, size + 1, fromSigned, X3, n, amount);
            } else {
                shiftRight(t.x, size + 1, fromSigned, X3, n, amount);
            }
            narrow(t, d, X3, size, fromSigned, toSigned);
        });
    }

    /** The elements of a register, saturated to half their size, which is 1 or 2 bytes. */
    private static void narrow(Translator t, long d, int n, int size, boolean fromSigned, boolean toSigned) {
        X64Vector x = t.x;
        if (fromSigned) {
            int pack = toSigned ? size == 0 ? X64Vector.PACK_SIGNED16 : X64Vector.PACK_SIGNED32
                    : size == 0 ? X64Vector.PACK_UNSIGNED16 : X64Vector.PACK_UNSIGNED32;
            x.op(pack, X0, n, n);
        } else {
            long most = replicate(size + 1, ones(size));
            x.opConstant(X64Vector.MIN_UNSIGNED[size + 1], X0, n, most, most);
            x.op(size == 0 ? X64Vector.PACK_UNSIGNED16 : X64Vector.PACK_UNSIGNED32, X0, X0, X0);
        }
        x.op((toSigned ? X64Vector.WIDEN_SIGNED : X64Vector.WIDEN_UNSIGNED)[size], X1, 0, X0);
        x.move(X2, n);
        SimdEmitters.raiseIfDifferent(t, X1, X2);
        putHalf(t, d, X0);
    }
}

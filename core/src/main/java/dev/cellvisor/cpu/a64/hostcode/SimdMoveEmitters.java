package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import dev.cellvisor.cpu.a64.state.A64State;

/** Bits that move: FMOV, FABS, FNEG, FCSEL, DUP, INS, UMOV, SMOV, MOVI and the other immediates. */
final class SimdMoveEmitters {

    private SimdMoveEmitters() {
    }

    static void register(Emitters table) {
        floatingMoves(table);
        copies(table);
        immediates(table);
    }

    // ---- FMOV and its like

    private static void floatingMoves(Emitters table) {
        table.vector("FpMove.fmovD", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            t.x.moveLow(t.v.define(SimdFields.d(d)), n);
        });
        low(table, "FpMove.fmovS", X64Vector.AND, 0xffff_ffffL);
        low(table, "FpMove.fmovH", X64Vector.AND, 0xffff);
        low(table, "FpMove.fabsD", X64Vector.AND, Long.MAX_VALUE);
        low(table, "FpMove.fabsS", X64Vector.AND, 0x7fff_ffff);
        low(table, "FpMove.fabsH", X64Vector.AND, 0x7fff);
        negate(table, "FpMove.fnegD", -1, Long.MIN_VALUE);
        negate(table, "FpMove.fnegS", 0xffff_ffffL, 0x8000_0000L);
        negate(table, "FpMove.fnegH", 0xffff, 0x8000);
        for (boolean negate : new boolean[] {false, true}) {
            table.vector(negate ? "SimdFpTwoRegMisc.fneg" : "SimdFpTwoRegMisc.fabs", (t, d) -> SimdFields.one(t, d, (x, dst, n, size) -> {
                long signs = SimdFields.tops((d & 1 << 19) != 0 ? 1 : 2 + (size & 1));
                if (negate) {
                    x.opConstant(X64Vector.XOR, dst, n, signs, signs);
                } else {
                    x.opConstant(X64Vector.AND, dst, n, ~signs, ~signs);
                }
            }));
        }
        table.vector("FpMove.fmovStoW", (t, d) -> toGeneral(t, d, false));
        table.vector("FpMove.fmovDtoX", (t, d) -> toGeneral(t, d, true));
        table.vector("FpMove.fmovWtoS", (t, d) -> fromGeneral(t, d, false));
        table.vector("FpMove.fmovXtoD", (t, d) -> fromGeneral(t, d, true));
        table.vector("FpMove.fmovTopToX", (t, d) ->
                t.x.op(X64Vector.EXTRACT[3], t.v.use(SimdFields.n(d)), 0, t.b.define(Translator.d(d)), 1));
        table.vector("FpMove.fmovXtoTop", (t, d) -> {
            int old = t.v.use(SimdFields.d(d));
            t.x.op(X64Vector.INSERT[3], t.v.define(SimdFields.d(d)), old, t.b.use(Translator.n(d)), 1);
        });
        table.vector("FpMove.fmovHtoGeneral", (t, d) ->
                t.x.op(X64Vector.EXTRACT[1], t.v.use(SimdFields.n(d)), 0, t.b.define(Translator.d(d)), 0));
        table.vector("FpMove.fmovGeneralToH", (t, d) -> {
            t.x.zero(X0);
            t.x.op(X64Vector.INSERT[1], t.v.define(SimdFields.d(d)), X0, t.b.use(Translator.n(d)), 0);
        });
        table.vector("FpMove.fmovDImmediate", (t, d) -> constant(t, d, fpImmediate(3, (int) d >>> 13 & 0xff)));
        table.vector("FpMove.fmovSImmediate", (t, d) -> constant(t, d, fpImmediate(2, (int) d >>> 13 & 0xff)));
        table.vector("FpMove.fmovHImmediate", (t, d) -> constant(t, d, fpImmediate(1, (int) d >>> 13 & 0xff)));
        select(table, "FpMove.fcselD", 3);
        select(table, "FpMove.fcselS", 2);
        select(table, "FpMove.fcselH", 1);
    }

    private static void low(Emitters table, String name, int operation, long mask) {
        table.vector(name, (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            t.x.opConstant(operation, t.v.define(SimdFields.d(d)), n, mask, 0);
        });
    }

    private static void negate(Emitters table, String name, long mask, long sign) {
        table.vector(name, (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            t.x.opConstant(X64Vector.AND, X0, n, mask, 0);
            t.x.opConstant(X64Vector.XOR, t.v.define(SimdFields.d(d)), X0, sign, 0);
        });
    }

    private static void toGeneral(Translator t, long d, boolean wide) {
        int n = t.v.use(SimdFields.n(d));
        t.x.op(wide ? X64Vector.TO_GENERAL64 : X64Vector.TO_GENERAL32, n, 0, t.b.define(Translator.d(d)));
    }

    private static void fromGeneral(Translator t, long d, boolean wide) {
        int n = t.b.use(Translator.n(d));
        t.x.op(wide ? X64Vector.FROM_GENERAL64 : X64Vector.FROM_GENERAL32, t.v.define(SimdFields.d(d)), 0, n);
    }

    /** Vd is 64 bits that are known, with zeros above. */
    private static void constant(Translator t, long d, long value) {
        int dst = t.v.define(SimdFields.d(d));
        if (value == 0) {
            t.x.zero(dst);
        } else {
            t.a.movImmediate(RAX, value);
            t.x.op(X64Vector.FROM_GENERAL64, dst, 0, RAX);
        }
    }

    /** The 8 bits of an immediate as a number of a size (Arm ARM, VFPExpandImm). */
    private static long fpImmediate(int size, int imm8) {
        double value = InstructionTable.fpImmediate(imm8);
        return switch (size) {
            case 3 -> Double.doubleToRawLongBits(value);
            case 2 -> Float.floatToRawIntBits((float) value) & 0xffff_ffffL;
            default -> Float.floatToFloat16((float) value) & 0xffffL;
        };
    }

    private static void select(Emitters table, String name, int size) {
        table.vectorLeaving(name, (t, d) -> {
            int cond = (int) d >>> 12 & 15;
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            int dst = t.v.define(SimdFields.d(d));
            if (cond >= 14) {
                first(t.x, dst, n, size);
                return;
            }
            t.b.loadFlags();
            int host = t.b.condition(cond);
            t.x.op(X64Vector.MOVE, X0, 0, n);
            long holds = t.a.jumpIf(host);
            t.x.op(X64Vector.MOVE, X0, 0, m);
            t.a.aimHere(holds);
            first(t.x, dst, X0, size);
        });
    }

    /** The first element alone. */
    private static void first(X64Vector x, int dst, int n, int size) {
        if (size == 3) {
            x.moveLow(dst, n);
        } else {
            x.opConstant(X64Vector.AND, dst, n, size == 2 ? 0xffff_ffffL : 0xffff, 0);
        }
    }

    // ---- elements

    /** log2 of the element's bytes: the lowest one of imm5. */
    private static int size(long d) {
        return Integer.numberOfTrailingZeros((int) d >>> 16 & 31);
    }

    private static int index(long d) {
        return ((int) d >>> 16 & 31) >>> size(d) + 1;
    }

    /** Rn of a copy: bits 9:5 as a source of 31 for zero. */
    private static int general(Translator t, long d) {
        return t.b.use((int) d >>> 5 & 31);
    }

    private static void copies(Emitters table) {
        table.vector("SimdCopy.dupElement", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            int size = size(d);
            if (size == 3) {
                t.x.op(X64Vector.SHUFFLE32, X0, 0, n, index(d) == 0 ? 0x44 : 0xee);
            } else if (size == 2) {
                t.x.op(X64Vector.SHUFFLE32, X0, 0, n, index(d) * 0x55);
            } else {
                if (index(d) != 0) {
                    t.x.shift(3, X64Vector.RIGHT_BYTES, X0, n, index(d) << size);
                    n = X0;
                }
                t.x.op(X64Vector.BROADCAST[size], X0, 0, n);
            }
            SimdEmitters.put(t, d, X0);
        });
        table.vector("SimdCopy.dupScalar", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            int size = size(d);
            if (index(d) != 0) {
                t.x.shift(3, X64Vector.RIGHT_BYTES, X0, n, index(d) << size);
                n = X0;
            }
            if (size == 3) {
                t.x.moveLow(t.v.define(SimdFields.d(d)), n);
            } else {
                SimdEmitters.first(t, d, n, size);
            }
        });
        table.vector("SimdCopy.dupGeneral", (t, d) -> {
            int n = general(t, d);
            int size = size(d);
            t.x.op(size == 3 ? X64Vector.FROM_GENERAL64 : X64Vector.FROM_GENERAL32, X0, 0, n);
            t.x.op(X64Vector.BROADCAST[size], X0, 0, X0);
            SimdEmitters.put(t, d, X0);
        });
        table.vector("SimdCopy.insGeneral", (t, d) -> {
            int old = t.v.use(SimdFields.d(d));
            t.x.op(X64Vector.INSERT[size(d)], t.v.define(SimdFields.d(d)), old, general(t, d), index(d));
        });
        table.vector("SimdCopy.insElement", (t, d) -> {
            int size = size(d);
            int n = t.v.use(SimdFields.n(d));
            int old = t.v.use(SimdFields.d(d));
            int from = ((int) d >>> 11 & 15) >>> size;
            int to = index(d);
            int dst = t.v.define(SimdFields.d(d));
            if (size == 2) {
                t.x.op(X64Vector.INSERT_SINGLE, dst, old, n, from << 6 | to << 4);
            } else if (size == 3 && to == 0) {
                if (from == 0) {
                    t.x.op(X64Vector.BLEND32, dst, old, n, 3);
                } else {
                    t.x.op(X64Vector.INTERLEAVE_HIGH[3], dst, n, old);
                }
            } else if (size == 3) {
                if (from == 0) {
                    t.x.op(X64Vector.INTERLEAVE_LOW[3], dst, old, n);
                } else {
                    t.x.op(X64Vector.BLEND32, dst, old, n, 12);
                }
            } else {
                t.x.op(X64Vector.EXTRACT[size], n, 0, RAX, from);
                t.x.op(X64Vector.INSERT[size], dst, old, RAX, to);
            }
        });
        table.vector("SimdCopy.umov", (t, d) ->
                t.x.op(X64Vector.EXTRACT[size(d)], t.v.use(SimdFields.n(d)), 0, t.b.define(Translator.d(d)), index(d)));
        table.vector("SimdCopy.smov32", (t, d) -> signed(t, d, false));
        table.vector("SimdCopy.smov64", (t, d) -> signed(t, d, true));
    }

    private static void signed(Translator t, long d, boolean wide) {
        int size = size(d);
        t.x.op(X64Vector.EXTRACT[size], t.v.use(SimdFields.n(d)), 0, RAX, index(d));
        if (Translator.d(d) == A64State.SLOT_DISCARD) {
            return;
        }
        int dst = t.b.define(Translator.d(d));
        switch (size) {
            case 0 -> t.a.signExtend8(wide, dst, RAX);
            case 1 -> t.a.signExtend16(wide, dst, RAX);
            default -> t.a.signExtend32(dst, RAX);
        }
    }

    // ---- immediates

    private static void immediates(Emitters table) {
        table.vector("SimdModifiedImmediate.movi", (t, d) -> all(t, d, InstructionTable.simdImmediate(d)));
        table.vector("SimdModifiedImmediate.mvni", (t, d) -> all(t, d, ~InstructionTable.simdImmediate(d)));
        table.vector("SimdModifiedImmediate.moviBytes", (t, d) -> all(t, d, replicate(0, InstructionTable.simdImm8(d))));
        table.vector("SimdModifiedImmediate.moviMask", (t, d) -> {
            long value = 0;
            for (int i = 0; i < 8; i++) {
                value |= (InstructionTable.simdImm8(d) >>> i & 1) != 0 ? 0xffL << 8 * i : 0;
            }
            all(t, d, value);
        });
        table.vector("SimdModifiedImmediate.fmovSingle", (t, d) -> all(t, d, replicate(2, fpImmediate(2, InstructionTable.simdImm8(d)))));
        table.vector("SimdModifiedImmediate.fmovDouble", (t, d) -> all(t, d, fpImmediate(3, InstructionTable.simdImm8(d))));
        table.vector("SimdModifiedImmediate.fmovHalf", (t, d) -> all(t, d, replicate(1, fpImmediate(1, InstructionTable.simdImm8(d)))));
        table.vector("SimdModifiedImmediate.orr", (t, d) -> combine(t, d, X64Vector.OR, InstructionTable.simdImmediate(d)));
        table.vector("SimdModifiedImmediate.bic", (t, d) -> combine(t, d, X64Vector.AND, ~InstructionTable.simdImmediate(d)));
    }

    private static void all(Translator t, long d, long value) {
        if (isQ(d)) {
            t.x.replicated(t.v.define(SimdFields.d(d)), value);
        } else {
            constant(t, d, value);
        }
    }

    private static void combine(Translator t, long d, int operation, long value) {
        t.x.replicated(X1, value);
        int old = t.v.use(SimdFields.d(d));
        t.x.op(operation, X0, old, X1);
        SimdEmitters.put(t, d, X0);
    }
}

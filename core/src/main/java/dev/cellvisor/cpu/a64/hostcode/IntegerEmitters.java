package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.state.A64State.SLOT_DISCARD;
import static dev.cellvisor.cpu.a64.state.A64State.SLOT_ZERO;

import dev.cellvisor.cpu.a64.hostcode.BlockBuilder.FlagsAt;
import dev.cellvisor.cpu.a64.isa.InstructionTable;

/** Arithmetic and logic of general registers. */
final class IntegerEmitters {

    private IntegerEmitters() {
    }

    static void register(Emitters table) {
        for (boolean wide : new boolean[] {true, false}) {
            String w = wide ? "64" : "32";
            for (boolean subtract : new boolean[] {false, true}) {
                String name = subtract ? "sub" : "add";
                table.plain("AddSubImmediate." + name + w, (t, d) -> addImmediate(t, d, wide, subtract));
                table.setting("AddSubImmediate." + name + "s" + w, (t, d) -> addsImmediate(t, d, wide, subtract));
                for (String family : new String[] {"AddSubShifted.", "AddSubShiftedRight."}) {
                    table.plain(family + name + w, (t, d) -> add(t, d, wide, subtract, shifted(t, d, wide)));
                    table.setting(family + name + "s" + w, (t, d) -> adds(t, d, wide, subtract, shifted(t, d, wide)));
                }
                table.plain("AddSubExtended." + name + w, (t, d) -> add(t, d, wide, subtract, extended(t, d)));
                table.setting("AddSubExtended." + name + "s" + w, (t, d) -> adds(t, d, wide, subtract, extended(t, d)));
                String carry = subtract ? "sbc" : "adc";
                table.seeing("AddSubCarry." + carry + w, (t, d) -> carry(t, d, wide, subtract, false));
                table.seeing("AddSubCarry." + carry + "s" + w, (t, d) -> carry(t, d, wide, subtract, true));
            }
            logical(table, "and", w, wide, X64.AND, false);
            logical(table, "bic", w, wide, X64.AND, true);
            logical(table, "orr", w, wide, X64.OR, false);
            logical(table, "orn", w, wide, X64.OR, true);
            logical(table, "eor", w, wide, X64.XOR, false);
            logical(table, "eon", w, wide, X64.XOR, true);
            table.plain("LogicalImmediate.and" + w, (t, d) -> logicalImmediate(t, d, wide, X64.AND, false));
            table.plain("LogicalImmediate.orr" + w, (t, d) -> logicalImmediate(t, d, wide, X64.OR, false));
            table.plain("LogicalImmediate.eor" + w, (t, d) -> logicalImmediate(t, d, wide, X64.XOR, false));
            table.setting("LogicalImmediate.ands" + w, (t, d) -> logicalImmediate(t, d, wide, X64.AND, true));
            table.plain("MoveWide.movz" + w, (t, d) -> moveWide(t, d, wide, false));
            table.plain("MoveWide.movn" + w, (t, d) -> moveWide(t, d, wide, true));
            table.plain("DataProcessing3.madd" + w, (t, d) -> multiply(t, d, wide, false));
            table.plain("DataProcessing3.msub" + w, (t, d) -> multiply(t, d, wide, true));
            table.plain("DataProcessing2.udiv" + w, (t, d) -> divide(t, d, wide, false));
            table.plain("DataProcessing2.sdiv" + w, (t, d) -> divide(t, d, wide, true));
            table.seeing("ConditionalSelect.csel" + w, (t, d) -> select(t, d, wide, false, false));
            table.seeing("ConditionalSelect.csinc" + w, (t, d) -> select(t, d, wide, false, true));
            table.seeing("ConditionalSelect.csinv" + w, (t, d) -> select(t, d, wide, true, false));
            table.seeing("ConditionalSelect.csneg" + w, (t, d) -> select(t, d, wide, true, true));
            table.seeing("ConditionalCompare.ccmp" + w, (t, d) -> compareIf(t, d, wide, true, false));
            table.seeing("ConditionalCompare.ccmn" + w, (t, d) -> compareIf(t, d, wide, false, false));
            table.seeing("ConditionalCompare.ccmpImmediate" + w, (t, d) -> compareIf(t, d, wide, true, true));
            table.seeing("ConditionalCompare.ccmnImmediate" + w, (t, d) -> compareIf(t, d, wide, false, true));
        }
        table.plain("MoveWide.movk", IntegerEmitters::moveKeep);
        table.plain("PcRelative.adr", (t, d) -> t.b.a.movImmediate(t.b.define(Translator.d(d)), t.pc() + pcOffset(d)));
        table.plain("PcRelative.adrp", (t, d) -> t.b.a.movImmediate(t.b.define(Translator.d(d)), (t.pc() & -4096) + (pcOffset(d) << 12)));
        table.plain("DataProcessing3.smaddl", (t, d) -> multiplyLong(t, d, true, false));
        table.plain("DataProcessing3.smsubl", (t, d) -> multiplyLong(t, d, true, true));
        table.plain("DataProcessing3.umaddl", (t, d) -> multiplyLong(t, d, false, false));
        table.plain("DataProcessing3.umsubl", (t, d) -> multiplyLong(t, d, false, true));
        table.plain("DataProcessing3.smulh", (t, d) -> multiplyHigh(t, d, true));
        table.plain("DataProcessing3.umulh", (t, d) -> multiplyHigh(t, d, false));
        table.plain("Hints.nothing", (t, d) -> { });
    }

    private static void logical(Emitters table, String name, String w, boolean wide, int operation, boolean inverted) {
        for (String family : new String[] {"LogicalShifted.", "LogicalShiftedRight."}) {
            table.plain(family + name + w, (t, d) -> logical(t, d, wide, operation, inverted, false));
            if (operation == X64.AND) {
                table.setting(family + name + "s" + w, (t, d) -> logical(t, d, wide, operation, inverted, true));
            }
        }
    }

    /** immhi:immlo of ADR and ADRP. */
    private static long pcOffset(long d) {
        return (d << 40 >> 45 << 2) | d >>> 29 & 3;
    }

    private static int immediate(long d) {
        return (int) ((d >>> 10 & 0xfff) << (d >>> 22 & 1) * 12);
    }

    // ---- addition

    private static void addImmediate(Translator t, long d, boolean wide, boolean subtract) {
        int n = t.b.use(Translator.n(d));
        int value = immediate(d);
        if (value == 0) {
            t.b.a.mov(wide, t.b.define(Translator.d(d)), n);
        } else {
            t.b.a.lea(wide, t.b.define(Translator.d(d)), n, subtract ? -value : value);
        }
    }

    private static void addsImmediate(Translator t, long d, boolean wide, boolean subtract) {
        if (!t.b.flagsLive()) {
            t.b.dropFlags();
            if (Translator.d(d) != SLOT_DISCARD) {
                addImmediate(t, d, wide, subtract);
            }
            return;
        }
        X64 a = t.b.a;
        t.b.dropFlags();
        int n = t.b.use(Translator.n(d));
        int value = immediate(d);
        if (subtract && Translator.d(d) == SLOT_DISCARD) {
            if (value == 0) {
                a.test(wide, n, n); // a carry of 0, which is no borrow
            } else {
                a.opImmediate(X64.CMP, wide, n, value);
            }
        } else {
            int result = t.b.define(Translator.d(d));
            if (result != n) {
                a.mov(wide, result, n);
            }
            a.opImmediate(subtract ? X64.SUB : X64.ADD, wide, result, value);
        }
        t.b.flagsNow(subtract ? FlagsAt.HOST_BORROW : FlagsAt.HOST);
    }

    /** Rm, shifted as bits 23:22 and 15:10 say: in its own register or in RCX. */
    private static int shifted(Translator t, long d, boolean wide) {
        int m = t.b.use(Translator.m(d));
        int amount = (int) d >>> 10 & 63;
        if (amount == 0) {
            return m;
        }
        X64 a = t.b.a;
        int kind = (int) d >>> 22 & 3;
        if (HostFeatures.SHIFTS && kind == 3) {
            a.rotateRight(wide, RCX, m, amount);
            return RCX;
        }
        if (HostFeatures.SHIFTS && !t.b.flagsFree()) {
            a.movImmediate(RCX, amount);
            a.shiftBy(kind == 0 ? X64.SHL : kind == 1 ? X64.SHR : X64.SAR, wide, RCX, m, RCX);
            return RCX;
        }
        t.b.clobberFlags();
        a.mov(wide, RCX, m);
        a.shift(switch ((int) d >>> 22 & 3) {
            case 0 -> X64.SHL;
            case 1 -> X64.SHR;
            case 2 -> X64.SAR;
            default -> X64.ROR;
        }, wide, RCX, amount);
        return RCX;
    }

    /** Rm, extended as bits 15:13 say and shifted left by bits 12:10: in its own register or in RCX. */
    private static int extended(Translator t, long d) {
        int m = t.b.use(Translator.m(d));
        X64 a = t.b.a;
        int amount = (int) d >>> 10 & 7;
        int option = (int) d >>> 13 & 7;
        if ((option & 3) == 3 && amount == 0) {
            return m;
        }
        switch (option) {
            case 0 -> a.zeroExtend8(RCX, m);
            case 1 -> a.zeroExtend16(RCX, m);
            case 2 -> a.mov(false, RCX, m);
            case 4 -> a.signExtend8(true, RCX, m);
            case 5 -> a.signExtend16(true, RCX, m);
            case 6 -> a.signExtend32(RCX, m);
            default -> a.mov(true, RCX, m);
        }
        if (amount != 0) {
            t.b.clobberFlags();
            a.shift(X64.SHL, true, RCX, amount);
        }
        return RCX;
    }

    private static void add(Translator t, long d, boolean wide, boolean subtract, int m) {
        X64 a = t.b.a;
        int nSlot = Translator.n(d);
        if (!subtract) {
            if (nSlot == SLOT_ZERO) {
                a.mov(wide, t.b.define(Translator.d(d)), m);
            } else {
                int n = t.b.use(nSlot);
                a.lea(wide, t.b.define(Translator.d(d)), n, m, 0, 0);
            }
            return;
        }
        t.b.clobberFlags();
        subtract(t, d, wide, m);
    }

    private static void subtract(Translator t, long d, boolean wide, int m) {
        X64 a = t.b.a;
        if (Translator.n(d) == SLOT_ZERO) {
            int result = t.b.define(Translator.d(d));
            if (result != m) {
                a.mov(wide, result, m);
            }
            a.neg(wide, result);
            return;
        }
        int n = t.b.use(Translator.n(d));
        int result = t.b.define(Translator.d(d));
        if (result == m && result != n) {
            a.mov(wide, RAX, n);
            a.op(X64.SUB, wide, RAX, m);
            a.mov(wide, result, RAX);
            return;
        }
        if (result != n) {
            a.mov(wide, result, n);
        }
        a.op(X64.SUB, wide, result, m);
    }

    private static void adds(Translator t, long d, boolean wide, boolean subtract, int m) {
        if (!t.b.flagsLive()) {
            t.b.dropFlags();
            if (Translator.d(d) != SLOT_DISCARD) {
                add(t, d, wide, subtract, m);
            }
            return;
        }
        X64 a = t.b.a;
        t.b.dropFlags();
        if (subtract) {
            if (Translator.d(d) == SLOT_DISCARD) {
                a.op(X64.CMP, wide, t.b.use(Translator.n(d)), m);
            } else {
                subtract(t, d, wide, m);
            }
            t.b.flagsNow(FlagsAt.HOST_BORROW);
            return;
        }
        int n = t.b.use(Translator.n(d));
        int result = t.b.define(Translator.d(d));
        if (result == m) {
            a.op(X64.ADD, wide, result, n);
        } else {
            if (result != n) {
                a.mov(wide, result, n);
            }
            a.op(X64.ADD, wide, result, m);
        }
        t.b.flagsNow(FlagsAt.HOST);
    }

    private static void carry(Translator t, long d, boolean wide, boolean subtract, boolean sets) {
        X64 a = t.b.a;
        int n = t.b.use(Translator.n(d));
        int m = t.b.use(Translator.m(d));
        t.b.loadFlags();
        if (!sets) {
            t.b.saveFlags();
        }
        if ((t.b.flagsAt() == FlagsAt.HOST_BORROW) != subtract) {
            a.cmc();
        }
        a.mov(wide, RCX, n);
        a.op(subtract ? X64.SBB : X64.ADC, wide, RCX, m);
        a.mov(wide, t.b.define(Translator.d(d)), RCX);
        t.b.flagsNow(sets ? subtract ? FlagsAt.HOST_BORROW : FlagsAt.HOST : FlagsAt.MEMORY);
    }

    // ---- logic

    private static void logical(Translator t, long d, boolean wide, int operation, boolean inverted, boolean sets) {
        X64 a = t.b.a;
        int m = shifted(t, d, wide);
        int dSlot = Translator.d(d);
        if (Translator.n(d) == SLOT_ZERO && operation == X64.OR) {
            int result = t.b.define(dSlot);
            if (result != m || !wide) {
                a.mov(wide, result, m);
            }
            if (inverted) {
                a.not(wide, result);
            }
            return;
        }
        if (sets) {
            t.b.dropFlags();
        } else {
            t.b.clobberFlags();
        }
        if (inverted) {
            if (m != RCX) {
                a.mov(wide, RCX, m);
                m = RCX;
            }
            a.not(wide, RCX);
        }
        int n = t.b.use(Translator.n(d));
        if (sets && dSlot == SLOT_DISCARD) {
            a.test(wide, n, m);
        } else {
            int result = t.b.define(dSlot);
            if (result == m) {
                a.op(operation, wide, result, n);
            } else {
                if (result != n) {
                    a.mov(wide, result, n);
                }
                a.op(operation, wide, result, m);
            }
        }
        if (sets) {
            t.b.flagsNow(FlagsAt.HOST);
        }
    }

    private static void logicalImmediate(Translator t, long d, boolean wide, int operation, boolean sets) {
        X64 a = t.b.a;
        long value = InstructionTable.bitmask((int) d);
        if (!wide) {
            value = (int) value;
        }
        int dSlot = Translator.d(d);
        if (Translator.n(d) == SLOT_ZERO && operation == X64.OR) {
            a.movImmediate(t.b.define(dSlot), wide ? value : value & 0xffff_ffffL);
            return;
        }
        if (sets) {
            t.b.dropFlags();
        } else {
            t.b.clobberFlags();
        }
        int n = t.b.use(Translator.n(d));
        int result = sets && dSlot == SLOT_DISCARD ? RDX : t.b.define(dSlot);
        if (value == (int) value) {
            if (sets && dSlot == SLOT_DISCARD) {
                a.testImmediate(wide, n, (int) value);
            } else {
                if (result != n) {
                    a.mov(wide, result, n);
                }
                a.opImmediate(operation, wide, result, (int) value);
            }
        } else {
            a.movImmediate(RCX, value);
            if (result != n) {
                a.mov(true, result, n);
            }
            a.op(operation, true, result, RCX);
        }
        if (sets) {
            t.b.flagsNow(FlagsAt.HOST);
        }
    }

    private static void moveWide(Translator t, long d, boolean wide, boolean inverted) {
        long value = (d >>> 5 & 0xffff) << ((int) d >>> 21 & 3) * 16;
        if (inverted) {
            value = ~value;
        }
        t.b.a.movImmediate(t.b.define(Translator.d(d)), wide ? value : value & 0xffff_ffffL);
    }

    private static void moveKeep(Translator t, long d) {
        boolean wide = (int) d < 0;
        int shift = ((int) d >>> 21 & 3) * 16;
        long value = (d >>> 5 & 0xffff) << shift;
        long keep = ~(0xffffL << shift);
        int dSlot = Translator.d(d);
        if (dSlot == SLOT_DISCARD) {
            return;
        }
        X64 a = t.b.a;
        t.b.clobberFlags();
        int old = t.b.use(dSlot);
        int result = t.b.define(dSlot);
        if (!wide) {
            a.opImmediate(X64.AND, false, old, (int) keep);
            a.opImmediate(X64.OR, false, result, (int) value);
            return;
        }
        a.movImmediate(RCX, keep);
        a.op(X64.AND, true, old, RCX);
        if (value == (int) value) {
            a.opImmediate(X64.OR, true, result, (int) value);
        } else {
            a.movImmediate(RCX, value);
            a.op(X64.OR, true, result, RCX);
        }
    }

    // ---- products and quotients

    private static void multiply(Translator t, long d, boolean wide, boolean subtract) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        int m = t.b.use(Translator.m(d));
        a.mov(wide, RAX, n);
        a.imul(wide, RAX, m);
        accumulate(t, d, wide, subtract);
    }

    /** Rd = Ra plus or minus RAX. */
    private static void accumulate(Translator t, long d, boolean wide, boolean subtract) {
        X64 a = t.b.a;
        if (Translator.a(d) == SLOT_ZERO) {
            if (subtract) {
                a.neg(wide, RAX);
            }
            a.mov(wide, t.b.define(Translator.d(d)), RAX);
            return;
        }
        int sum = t.b.use(Translator.a(d));
        if (subtract) {
            a.mov(wide, RCX, sum);
            a.op(X64.SUB, wide, RCX, RAX);
            a.mov(wide, t.b.define(Translator.d(d)), RCX);
        } else {
            a.lea(wide, t.b.define(Translator.d(d)), RAX, sum, 0, 0);
        }
    }

    private static void multiplyLong(Translator t, long d, boolean signed, boolean subtract) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        int m = t.b.use(Translator.m(d));
        if (signed) {
            a.signExtend32(RAX, n);
            a.signExtend32(RCX, m);
        } else {
            a.mov(false, RAX, n);
            a.mov(false, RCX, m);
        }
        a.imul(true, RAX, RCX);
        accumulate(t, d, true, subtract);
    }

    private static void multiplyHigh(Translator t, long d, boolean signed) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        int m = t.b.use(Translator.m(d));
        a.mov(true, RAX, n);
        a.mulWide(signed, m);
        a.mov(true, t.b.define(Translator.d(d)), RDX);
    }

    /** A divisor of 0 gives 0; the lowest number by -1 gives itself. The host traps both. */
    private static void divide(Translator t, long d, boolean wide, boolean signed) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        int m = t.b.use(Translator.m(d));
        a.mov(wide, RCX, m);
        a.mov(wide, RAX, n);
        a.test(wide, RCX, RCX);
        long byZero = a.jumpIf(X64.E);
        long byMinusOne = 0;
        if (signed) {
            a.opImmediate(X64.CMP, wide, RCX, -1);
            byMinusOne = a.jumpIf(X64.E);
            a.signIntoRdx(wide);
        } else {
            a.movImmediate(RDX, 0);
        }
        a.div(wide, signed, RCX);
        long done = a.jump();
        a.aimHere(byZero);
        a.movImmediate(RAX, 0);
        if (signed) {
            long zero = a.jump();
            a.aimHere(byMinusOne);
            a.neg(wide, RAX);
            a.aimHere(zero);
        }
        a.aimHere(done);
        a.mov(wide, t.b.define(Translator.d(d)), RAX);
    }

    // ---- conditions

    private static void select(Translator t, long d, boolean wide, boolean invert, boolean increment) {
        X64 a = t.b.a;
        int cond = (int) d >>> 12 & 15;
        int n = t.b.use(Translator.n(d));
        if (cond >= 14) {
            a.mov(wide, t.b.define(Translator.d(d)), n);
            return;
        }
        int m = t.b.use(Translator.m(d));
        t.b.loadFlags();
        int holds = t.b.condition(cond);
        if (Translator.n(d) == SLOT_ZERO && Translator.m(d) == SLOT_ZERO && increment && !invert) {
            a.set(holds ^ 1, RCX);
            a.zeroExtend8(t.b.define(Translator.d(d)), RCX);
            return;
        }
        // Without touching the flags: NOT, LEA and MOV leave them alone.
        if (increment && !invert) {
            a.lea(wide, RCX, m, 1);
        } else {
            a.mov(wide, RCX, m);
            if (invert) {
                a.not(wide, RCX);
            }
            if (increment) {
                a.lea(wide, RCX, RCX, 1);
            }
        }
        a.cmov(holds, wide, RCX, n);
        a.mov(wide, t.b.define(Translator.d(d)), RCX);
    }

    private static void compareIf(Translator t, long d, boolean wide, boolean subtract, boolean immediate) {
        X64 a = t.b.a;
        int cond = (int) d >>> 12 & 15;
        int n = t.b.use(Translator.n(d));
        int m = 0;
        if (!immediate) {
            m = t.b.use(Translator.m(d));
        }
        long otherwise = 0;
        if (cond < 14) {
            t.b.loadFlags();
            otherwise = a.jumpIf(t.b.condition(cond) ^ 1);
        }
        t.b.dropFlags();
        if (subtract) {
            if (immediate) {
                a.opImmediate(X64.CMP, wide, n, (int) d >>> 16 & 31);
            } else {
                a.op(X64.CMP, wide, n, m);
            }
            a.cmc();
        } else {
            a.mov(wide, RCX, n);
            if (immediate) {
                a.opImmediate(X64.ADD, wide, RCX, (int) d >>> 16 & 31);
            } else {
                a.op(X64.ADD, wide, RCX, m);
            }
        }
        a.lahf();
        a.set(X64.O, RAX);
        if (cond < 14) {
            long done = a.jump();
            a.aimHere(otherwise);
            a.movImmediate(RAX, Layout.host((d & 15) << 28));
            a.aimHere(done);
        }
        t.b.storeFlags();
    }

}

package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;

import dev.cellvisor.cpu.a64.state.A64State;

/** Shifts, bitfields, and the counting and reversing of bits. */
final class BitEmitters {

    private BitEmitters() {
    }

    static void register(Emitters table) {
        for (boolean wide : new boolean[] {true, false}) {
            String w = wide ? "64" : "32";
            table.plain("Bitfield.ubfm" + w, (t, d) -> bitfield(t, d, wide, X64.SHR));
            table.plain("Bitfield.sbfm" + w, (t, d) -> bitfield(t, d, wide, X64.SAR));
            table.plain("Bitfield.bfm" + w, (t, d) -> insert(t, d, wide));
            table.plain("Extract.extr" + w, (t, d) -> extract(t, d, wide));
            table.plain("DataProcessing2.lslv" + w, (t, d) -> shift(t, d, wide, X64.SHL));
            table.plain("DataProcessing2.lsrv" + w, (t, d) -> shift(t, d, wide, X64.SHR));
            table.plain("DataProcessing2.asrv" + w, (t, d) -> shift(t, d, wide, X64.SAR));
            table.plain("DataProcessing2.rorv" + w, (t, d) -> shift(t, d, wide, X64.ROR));
            table.plain("DataProcessing1.cls" + w, (t, d) -> leadingSigns(t, d, wide));
            table.plain("DataProcessing1.rev16On" + w, (t, d) -> reverseHalves(t, d, wide));
            table.plain("DataProcessing1.clz" + w, (t, d) -> leadingZeros(t, d, wide));
            table.plain("DataProcessing1.rev" + w, (t, d) -> {
                int n = t.b.use(Translator.n(d));
                t.b.a.mov(wide, RAX, n);
                t.b.a.bswap(wide, RAX);
                t.b.a.mov(wide, t.b.define(Translator.d(d)), RAX);
            });
        }
        table.plain("DataProcessing1.rev32On64", (t, d) -> {
            t.b.clobberFlags();
            t.b.a.mov(true, RAX, t.b.use(Translator.n(d)));
            t.b.a.bswap(true, RAX);
            t.b.a.shift(X64.ROR, true, RAX, 32);
            t.b.a.mov(true, t.b.define(Translator.d(d)), RAX);
        });
    }

    /** The two ways of bytes by 8, each with its half of them. */
    private static void reverseHalves(Translator t, long d, boolean wide) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        a.mov(wide, RAX, t.b.use(Translator.n(d)));
        a.movImmediate(RCX, wide ? 0x00ff_00ff_00ff_00ffL : 0x00ff_00ff);
        a.mov(wide, X64.RDX, RAX);
        a.shift(X64.SHR, wide, RAX, 8);
        a.op(X64.AND, wide, RAX, RCX);
        a.op(X64.AND, wide, X64.RDX, RCX);
        a.shift(X64.SHL, wide, X64.RDX, 8);
        a.op(X64.OR, wide, RAX, X64.RDX);
        a.mov(wide, t.b.define(Translator.d(d)), RAX);
    }

    /** Leading bits that equal the sign: leading zeros once the sign is taken away and a one put behind. */
    private static void leadingSigns(Translator t, long d, boolean wide) {
        X64 a = t.b.a;
        int width = wide ? 64 : 32;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        a.mov(wide, RAX, n);
        a.shift(X64.SAR, wide, RAX, width - 1);
        a.op(X64.XOR, wide, RAX, n);
        a.lea(wide, RAX, RAX, RAX, 0, 1);
        a.bitScanReverse(wide, RAX, RAX);
        a.opImmediate(X64.XOR, false, RAX, width - 1);
        a.mov(false, t.b.define(Translator.d(d)), RAX);
    }

    private static void bitfield(Translator t, long d, boolean wide, int right) {
        X64 a = t.b.a;
        int width = wide ? 64 : 32;
        int immr = (int) d >>> 16 & width - 1;
        int imms = (int) d >>> 10 & width - 1;
        int n = t.b.use(Translator.n(d));
        int dSlot = Translator.d(d);
        if (immr == 0 && imms == 7) {
            if (right == X64.SHR) {
                a.zeroExtend8(t.b.define(dSlot), n);
            } else {
                a.signExtend8(wide, t.b.define(dSlot), n);
            }
            return;
        }
        if (immr == 0 && imms == 15) {
            if (right == X64.SHR) {
                a.zeroExtend16(t.b.define(dSlot), n);
            } else {
                a.signExtend16(wide, t.b.define(dSlot), n);
            }
            return;
        }
        if (immr == 0 && imms == 31) {
            if (right == X64.SHR || !wide) {
                a.mov(false, t.b.define(dSlot), n);
            } else {
                a.signExtend32(t.b.define(dSlot), n);
            }
            return;
        }
        t.b.clobberFlags();
        int result = t.b.define(dSlot);
        if (result != n) {
            a.mov(wide, result, n);
        }
        shiftTwice(a, wide, result, right, width - 1 - imms, width - 1 - imms + immr & width - 1);
    }

    private static void shiftTwice(X64 a, boolean wide, int reg, int right, int left, int back) {
        if (left != 0) {
            a.shift(X64.SHL, wide, reg, left);
        }
        if (back != 0) {
            a.shift(right, wide, reg, back);
        }
    }

    private static void insert(Translator t, long d, boolean wide) {
        int dSlot = Translator.d(d);
        if (dSlot == A64State.SLOT_DISCARD) {
            return;
        }
        X64 a = t.b.a;
        int width = wide ? 64 : 32;
        int left = ~((int) d >>> 10) & width - 1;
        int right = left + ((int) d >>> 16 & width - 1) & width - 1;
        long field = wide ? -1L << left >>> right : (-1 << left >>> right) & 0xffff_ffffL;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        int old = t.b.use(dSlot);
        a.mov(wide, RCX, n);
        shiftTwice(a, wide, RCX, X64.SHR, left, right);
        long keep = wide ? ~field : ~field & 0xffff_ffffL;
        int result = t.b.define(dSlot);
        if (!wide) {
            a.opImmediate(X64.AND, false, old, (int) keep);
        } else if (keep == (int) keep) {
            a.opImmediate(X64.AND, true, old, (int) keep);
        } else {
            a.movImmediate(RAX, keep);
            a.op(X64.AND, true, old, RAX);
        }
        a.op(X64.OR, wide, result, RCX);
    }

    private static void extract(Translator t, long d, boolean wide) {
        X64 a = t.b.a;
        int lsb = (int) d >>> 10 & 63;
        int n = t.b.use(Translator.n(d));
        int m = t.b.use(Translator.m(d));
        if (lsb == 0) {
            a.mov(wide, t.b.define(Translator.d(d)), m);
            return;
        }
        if (n == m && HostFeatures.SHIFTS) {
            a.rotateRight(wide, t.b.define(Translator.d(d)), m, lsb);
            return;
        }
        t.b.clobberFlags();
        a.mov(wide, RCX, m);
        if (n == m) {
            a.shift(X64.ROR, wide, RCX, lsb);
        } else {
            a.shiftRightDouble(wide, RCX, n, lsb);
        }
        a.mov(wide, t.b.define(Translator.d(d)), RCX);
    }

    private static void shift(Translator t, long d, boolean wide, int operation) {
        X64 a = t.b.a;
        if (operation != X64.ROR && HostFeatures.SHIFTS) {
            int value = t.b.use(Translator.n(d));
            int amount = t.b.use(Translator.m(d));
            a.shiftBy(operation, wide, t.b.define(Translator.d(d)), value, amount);
            return;
        }
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        int m = t.b.use(Translator.m(d));
        a.mov(false, RCX, m);
        a.mov(wide, RAX, n);
        a.shiftByCl(operation, wide, RAX);
        a.mov(wide, t.b.define(Translator.d(d)), RAX);
    }

    private static void leadingZeros(Translator t, long d, boolean wide) {
        X64 a = t.b.a;
        int width = wide ? 64 : 32;
        t.b.clobberFlags();
        int n = t.b.use(Translator.n(d));
        a.movImmediate(RCX, 2 * width - 1);
        a.bitScanReverse(wide, RAX, n);
        a.cmov(X64.E, wide, RAX, RCX);
        a.opImmediate(X64.XOR, false, RAX, width - 1);
        a.mov(false, t.b.define(Translator.d(d)), RAX);
    }
}

package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.GUEST;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;
import dev.cellvisor.cpu.a64.state.A64State;

/** Loads and stores of general registers. */
final class MemoryEmitters {

    private MemoryEmitters() {
    }

    /** What is loaded or stored. */
    enum Access {
        STR8(1, true), STR16(2, true), STR32(4, true), STR64(8, true),
        LDR8(1, false), LDR16(2, false), LDR32(4, false), LDR64(8, false),
        LDRS8_32(1, false), LDRS8_64(1, false), LDRS16_32(2, false), LDRS16_64(2, false), LDRS32_64(4, false);

        final int sizeBytes;
        final boolean write;

        Access(int sizeBytes, boolean write) {
            this.sizeBytes = sizeBytes;
            this.write = write;
        }
    }

    /** Puts the address into RAX. */
    private interface Address {
        void emit(Translator t, long d, int base);
    }

    static void register(Emitters table) {
        each(table, "strb", Access.STR8);
        each(table, "strh", Access.STR16);
        each(table, "str32", Access.STR32);
        each(table, "str64", Access.STR64);
        each(table, "ldrb", Access.LDR8);
        each(table, "ldrh", Access.LDR16);
        each(table, "ldr32", Access.LDR32);
        each(table, "ldr64", Access.LDR64);
        each(table, "ldrsb32", Access.LDRS8_32);
        each(table, "ldrsb64", Access.LDRS8_64);
        each(table, "ldrsh32", Access.LDRS16_32);
        each(table, "ldrsh64", Access.LDRS16_64);
        each(table, "ldrsw", Access.LDRS32_64);
        table.plain("LoadStoreUnsigned.prfm", (t, d) -> { });
        table.plain("LoadStoreRegister.prfm", (t, d) -> { });
        table.plain("LoadStoreUnscaled.prfum", (t, d) -> { });
        table.plain("LoadLiteral.prfm", (t, d) -> { });
        table.leaving("LoadLiteral.ldr32", (t, d) -> literal(t, d, Access.LDR32));
        table.leaving("LoadLiteral.ldr64", (t, d) -> literal(t, d, Access.LDR64));
        table.leaving("LoadLiteral.ldrsw", (t, d) -> literal(t, d, Access.LDRS32_64));
        for (boolean indexed : new boolean[] {false, true}) {
            String i = indexed ? "Indexed" : "";
            table.leaving("LoadStorePair.stp" + i + "64", (t, d) -> pair(t, d, 8, false, true, indexed));
            table.leaving("LoadStorePair.stp" + i + "32", (t, d) -> pair(t, d, 4, false, true, indexed));
            table.leaving("LoadStorePair.ldp" + i + "64", (t, d) -> pair(t, d, 8, false, false, indexed));
            table.leaving("LoadStorePair.ldp" + i + "32", (t, d) -> pair(t, d, 4, false, false, indexed));
            table.leaving("LoadStorePair.ldpsw" + (indexed ? "Indexed" : ""), (t, d) -> pair(t, d, 4, true, false, indexed));
        }
    }

    private static void each(Emitters table, String name, Access access) {
        table.leaving("LoadStoreUnsigned." + name, (t, d) -> one(t, d, access, (t2, d2, base) ->
                t2.b.a.lea(true, RAX, base, (int) (d2 >>> 10 & 0xfff) * access.sizeBytes)));
        // Unscaled forms are named ldur…, stur….
        table.leaving("LoadStoreUnscaled." + name.substring(0, 2) + "u" + name.substring(2), (t, d) -> one(t, d, access, (t2, d2, base) ->
                t2.b.a.lea(true, RAX, base, (int) (d2 << 43 >> 55))));
        table.leaving("LoadStoreRegister." + name, (t, d) -> one(t, d, access, (t2, d2, base) -> registerOffset(t2, d2, base, access.sizeBytes)));
        table.leaving("LoadStoreIndexed." + name, (t, d) -> indexed(t, d, access));
    }

    private static void registerOffset(Translator t, long d, int base, int sizeBytes) {
        X64 a = t.b.a;
        int scale = (d & 1 << 12) != 0 ? Integer.numberOfTrailingZeros(sizeBytes) : 0;
        int m = t.b.use(Translator.m(d));
        if ((d & 1 << 13) == 0) {
            if ((d & 1 << 15) != 0) {
                a.signExtend32(RCX, m);
            } else {
                a.mov(false, RCX, m);
            }
            m = RCX;
        }
        a.lea(true, RAX, base, m, scale, 0);
    }

    private static void one(Translator t, long d, Access access, Address address) {
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        int value = access.write ? t.b.use(Translator.d(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        address.emit(t, d, base);
        slow = t.lookUp(access.sizeBytes, access.write, slow);
        move(t, access, access.write ? value : t.b.define(Translator.d(d)));
        slow.done();
    }

    private static void literal(Translator t, long d, Access access) {
        t.b.clobberFlags();
        t.b.a.movImmediate(RAX, t.pc() + (d << 40 >> 45 << 2));
        Slow slow = t.lookUp(access.sizeBytes, false, null);
        move(t, access, t.b.define(Translator.d(d)));
        slow.done();
    }

    /** Write-back comes last, from the base as it was; where Rt is Rn, it wins. */
    private static void indexed(Translator t, long d, Access access) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        int offset = (int) (d << 43 >> 55);
        boolean before = (d & 1 << 11) != 0;
        int base = t.b.use(Translator.n(d));
        int value = access.write ? t.b.use(Translator.d(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        a.lea(true, RAX, base, before ? offset : 0);
        slow = t.lookUp(access.sizeBytes, access.write, slow);
        if (access.write) {
            move(t, access, value);
        } else if (Translator.d(d) != Translator.n(d)) {
            move(t, access, t.b.define(Translator.d(d)));
        }
        int changed = t.b.use(Translator.n(d));
        a.lea(true, t.b.define(Translator.n(d)), changed, offset);
        slow.done();
    }

    private static void pair(Translator t, long d, int sizeBytes, boolean signed, boolean write, boolean indexed) {
        X64 a = t.b.a;
        if (indexed && !write && (Translator.n(d) == Translator.d(d) || Translator.n(d) == Translator.a(d))) {
            t.meaning(); // CONSTRAINED UNPREDICTABLE
            return;
        }
        t.b.clobberFlags();
        int offset = (int) (d << 42 >> 57) * sizeBytes;
        boolean before = !indexed || (d & 1 << 24) != 0;
        int base = t.b.use(Translator.n(d));
        int first = write ? t.b.use(Translator.d(d)) : 0;
        int second = write ? t.b.use(Translator.a(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        a.lea(true, RAX, base, before ? offset : 0);
        slow = t.lookUp(sizeBytes * 2, write, slow);
        boolean wide = sizeBytes == 8;
        if (write) {
            a.store(wide, GUEST, 0, first);
            a.store(wide, GUEST, sizeBytes, second);
        } else {
            // The second first, as the meaning has it: where both are one register, the first wins.
            int secondSlot = Translator.destination(Translator.a(d));
            load(a, wide, signed, t.b.define(secondSlot), sizeBytes);
            load(a, wide, signed, t.b.define(Translator.d(d)), 0);
        }
        if (indexed) {
            int changed = t.b.use(Translator.n(d));
            a.lea(true, t.b.define(Translator.n(d)), changed, offset);
        }
        slow.done();
    }

    private static void load(X64 a, boolean wide, boolean signed, int register, int offset) {
        if (signed) {
            a.loadSigned32(register, GUEST, offset);
        } else {
            a.load(wide, register, GUEST, offset);
        }
    }

    /** Between guest memory at RAX and a register. */
    static void move(Translator t, Access access, int register) {
        X64 a = t.b.a;
        switch (access) {
            case STR8 -> a.store8(GUEST, 0, register);
            case STR16 -> a.store16(GUEST, 0, register);
            case STR32 -> a.store(false, GUEST, 0, register);
            case STR64 -> a.store(true, GUEST, 0, register);
            case LDR8 -> a.loadUnsigned8(register, GUEST, 0);
            case LDR16 -> a.loadUnsigned16(register, GUEST, 0);
            case LDR32 -> a.load(false, register, GUEST, 0);
            case LDR64 -> a.load(true, register, GUEST, 0);
            case LDRS8_32 -> a.loadSigned8(false, register, GUEST, 0);
            case LDRS8_64 -> a.loadSigned8(true, register, GUEST, 0);
            case LDRS16_32 -> a.loadSigned16(false, register, GUEST, 0);
            case LDRS16_64 -> a.loadSigned16(true, register, GUEST, 0);
            case LDRS32_64 -> a.loadSigned32(register, GUEST, 0);
            default -> throw new IllegalStateException(access.name());
        }
    }
}

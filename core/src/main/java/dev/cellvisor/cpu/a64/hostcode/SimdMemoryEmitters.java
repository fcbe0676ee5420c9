package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.GUEST;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;

/** Loads and stores of one or two vector registers. */
final class SimdMemoryEmitters {

    /** Leaves an address in RAX, from the base in a host register. */
    private interface Address {
        void emit(Translator t, long d, int base);
    }

    private SimdMemoryEmitters() {
    }

    static void register(Emitters table) {
        String[] names = {"B", "H", "S", "D", "Q"};
        for (int i = 0; i < names.length; i++) {
            int size = i;
            for (boolean write : new boolean[] {false, true}) {
                String name = "FpLoadStore." + (write ? "str" : "ldr") + names[size];
                table.vectorLeaving(name, (t, d) -> one(t, d, size, write, (t2, d2, base) ->
                        t2.a.lea(true, RAX, base, (int) (d2 >>> 10 & 0xfff) << size)));
                table.vectorLeaving(name + "Register", (t, d) -> one(t, d, size, write, (t2, d2, base) -> registerOffset(t2, d2, base, size)));
                table.vectorLeaving(name + "Indexed", (t, d) -> indexed(t, d, size, write));
                if (size >= 2) {
                    table.vectorLeaving("FpLoadStorePair." + (write ? "stp" : "ldp") + names[size], (t, d) -> pair(t, d, size, write));
                    if (!write) {
                        table.vectorLeaving(name + "Literal", (t, d) -> literal(t, d, size));
                    }
                }
            }
        }
    }

    private static void registerOffset(Translator t, long d, int base, int size) {
        X64 a = t.a;
        int scale = (d & 1 << 12) != 0 ? size : 0;
        int m = t.b.use(Translator.m(d));
        int option = (int) d >>> 13 & 7;
        if (option == 2) {
            a.mov(false, RCX, m);
            m = RCX;
        } else if (option == 6) {
            a.signExtend32(RCX, m);
            m = RCX;
        }
        if (scale < 4) {
            a.lea(true, RAX, base, m, scale, 0);
        } else {
            a.mov(true, RAX, m);
            a.shift(X64.SHL, true, RAX, 4);
            a.op(X64.ADD, true, RAX, base);
        }
    }

    private static void one(Translator t, long d, int size, boolean write, Address address) {
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        int value = write ? t.v.use(SimdFields.d(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        address.emit(t, d, base);
        slow = t.lookUp(1 << size, write, slow);
        move(t, size, write, write ? value : t.v.define(SimdFields.d(d)), 0);
        slow.done();
    }

    private static void literal(Translator t, long d, int size) {
        t.b.clobberFlags();
        t.a.movImmediate(RAX, t.pc() + (d << 40 >> 45 << 2));
        Slow slow = t.lookUp(1 << size, false, null);
        move(t, size, false, t.v.define(SimdFields.d(d)), 0);
        slow.done();
    }

    /** Unscaled, pre-indexed or post-indexed: bits 11:10 are 00, 11, 01. */
    private static void indexed(Translator t, long d, int size, boolean write) {
        t.b.clobberFlags();
        int offset = (int) (d << 43 >> 55);
        int base = t.b.use(Translator.n(d));
        int value = write ? t.v.use(SimdFields.d(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        t.a.lea(true, RAX, base, (d & 3 << 10) == 1 << 10 ? 0 : offset);
        slow = t.lookUp(1 << size, write, slow);
        move(t, size, write, write ? value : t.v.define(SimdFields.d(d)), 0);
        if ((d & 1 << 10) != 0) {
            writeBack(t, d, offset);
        }
        slow.done();
    }

    private static void writeBack(Translator t, long d, int offset) {
        int changed = t.b.use(Translator.n(d));
        t.a.lea(true, t.b.define(Translator.n(d)), changed, offset);
    }

    private static void pair(Translator t, long d, int size, boolean write) {
        t.b.clobberFlags();
        int offset = (int) (d << 42 >> 57) << size;
        int base = t.b.use(Translator.n(d));
        int first = write ? t.v.use(SimdFields.d(d)) : 0;
        int second = write ? t.v.use(SimdFields.a(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        t.a.lea(true, RAX, base, (d & 3 << 23) == 1 << 23 ? 0 : offset);
        slow = t.lookUp(2 << size, write, slow);
        if (write) {
            move(t, size, true, first, 0);
            move(t, size, true, second, 1 << size);
        } else {
            move(t, size, false, t.v.define(SimdFields.d(d)), 0);
            move(t, size, false, t.v.define(SimdFields.a(d)), 1 << size);
        }
        if ((d & 1 << 23) != 0) {
            writeBack(t, d, offset);
        }
        slow.done();
    }

    /** Between guest memory at RAX and a register: so many bytes, with zeros above when loaded. */
    static void move(Translator t, int size, boolean write, int register, int offset) {
        X64Vector x = t.x;
        switch (size) {
            case 0, 1 -> {
                if (write) {
                    x.opMemory(size == 0 ? X64Vector.EXTRACT[0] : X64Vector.EXTRACT[1], register, 0, GUEST, offset, 0);
                } else {
                    t.a.loadSized(1 << size, RCX, GUEST, offset);
                    x.op(X64Vector.FROM_GENERAL32, register, 0, RCX);
                }
            }
            case 2 -> x.opMemory(write ? X64Vector.TO_GENERAL32 : X64Vector.FROM_GENERAL32, register, 0, GUEST, offset);
            case 3 -> x.opMemory(write ? X64Vector.STORE_LOW64 : X64Vector.MOVE_LOW64, register, 0, GUEST, offset);
            default -> x.opMemory(write ? X64Vector.STORE : X64Vector.LOAD, register, 0, GUEST, offset);
        }
    }
}

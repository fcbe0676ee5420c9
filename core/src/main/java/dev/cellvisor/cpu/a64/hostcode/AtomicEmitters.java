package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.GUEST;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;
import dev.cellvisor.cpu.a64.state.A64State;

/** LSE atomics and CAS. CPUs take turns between instructions, so that a load and a store are atomic. */
final class AtomicEmitters {

    /** What memory is to hold: of the old value in RCX and the operand in RDX, both cut to the size, into RDX. */
    private interface Change {
        void emit(X64 a, int sizeBytes);
    }

    private AtomicEmitters() {
    }

    static void register(Emitters table) {
        change(table, "ldadd", (a, size) -> a.op(X64.ADD, true, RDX, RCX));
        change(table, "ldset", (a, size) -> a.op(X64.OR, true, RDX, RCX));
        change(table, "ldeor", (a, size) -> a.op(X64.XOR, true, RDX, RCX));
        change(table, "ldclr", (a, size) -> {
            a.not(true, RDX);
            a.op(X64.AND, true, RDX, RCX);
        });
        change(table, "swp", (a, size) -> { });
        extreme(table, "ldumax", X64.A);
        extreme(table, "ldumin", X64.C);
        extreme(table, "ldsmax", X64.G);
        extreme(table, "ldsmin", X64.L);
        table.leaving("CompareAndSwap.cas", AtomicEmitters::compareAndSwap);
    }

    /** The old value stays where it compares so with the operand. */
    private static void extreme(Emitters table, String name, int condition) {
        boolean signed = condition == X64.G || condition == X64.L;
        change(table, name, (a, size) -> {
            if (size == 8) {
                a.op(X64.CMP, true, RCX, RDX);
            } else if (size == 4) {
                a.op(X64.CMP, false, RCX, RDX);
            } else {
                // Their bits on top, where signs are.
                a.shift(X64.SHL, false, RCX, 32 - 8 * size);
                a.shift(X64.SHL, false, RDX, 32 - 8 * size);
                a.op(X64.CMP, false, RCX, RDX);
            }
            a.cmov(condition, true, RDX, RCX);
            if (size < 4) {
                a.shift(X64.SHR, false, RDX, 32 - 8 * size);
                a.shift(X64.SHR, false, RCX, 32 - 8 * size);
            }
        });
        assert signed || condition == X64.A || condition == X64.C;
    }

    /** Leaves the place in RAX: it may be read and written. */
    private static Slow address(Translator t, long d, int base, int sizeBytes) {
        Slow slow = OrderedEmitters.aligned(t, d, base, sizeBytes);
        t.a.mov(true, RAX, base);
        slow = t.lookUp(sizeBytes, false, slow);
        t.a.opIndexed(X64.CMP, RCX, R14, RDX, A64State.TLB_WRITE);
        slow.another(X64.NE);
        return slow;
    }

    private static void change(Emitters table, String name, Change change) {
        table.leaving("AtomicMemory." + name, (t, d) -> {
            X64 a = t.a;
            int size = 1 << ((int) d >>> 30);
            t.b.clobberFlags();
            int base = t.b.use(Translator.n(d));
            int operand = t.b.use(Translator.m(d));
            Slow slow = address(t, d, base, size);
            a.loadSized(size, RCX, GUEST, 0);
            a.mov(true, RDX, operand);
            change.emit(a, size);
            a.storeSized(size, GUEST, 0, RDX);
            a.mov(true, t.b.define(Translator.d(d)), RCX);
            slow.done();
        });
    }

    private static void compareAndSwap(Translator t, long d) {
        X64 a = t.a;
        int size = 1 << ((int) d >>> 30);
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        int expected = t.b.use(Translator.m(d));
        int wanted = t.b.use((int) d & 31);
        Slow slow = address(t, d, base, size);
        a.loadSized(size, RCX, GUEST, 0);
        switch (size) {
            case 1 -> a.zeroExtend8(RDX, expected);
            case 2 -> a.zeroExtend16(RDX, expected);
            default -> a.mov(size == 8, RDX, expected);
        }
        a.op(X64.CMP, true, RCX, RDX);
        long other = a.jumpIf(X64.NE);
        a.storeSized(size, GUEST, 0, wanted);
        a.aimHere(other);
        a.mov(true, t.b.define(Translator.destination(Translator.m(d))), RCX);
        slow.done();
    }
}

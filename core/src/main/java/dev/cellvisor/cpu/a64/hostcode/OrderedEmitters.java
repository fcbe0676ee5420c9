package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.GUEST;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;
import dev.cellvisor.cpu.a64.state.A64State;

/** Loads and stores in order, and exclusive ones. CPUs take turns between instructions, so that order comes by itself. */
final class OrderedEmitters {

    private OrderedEmitters() {
    }

    static void register(Emitters table) {
        for (int size = 1; size <= 8; size *= 2) {
            int sizeBytes = size;
            table.leaving("LoadStoreOrdered.ldar" + size * 8, (t, d) -> ordered(t, d, sizeBytes, false));
            table.leaving("LoadStoreOrdered.stlr" + size * 8, (t, d) -> ordered(t, d, sizeBytes, true));
            table.leaving("Exclusive.ldxr" + size * 8, (t, d) -> loadExclusive(t, d, sizeBytes));
            table.leaving("Exclusive.stxr" + size * 8, (t, d) -> storeExclusive(t, d, sizeBytes, false));
        }
        table.leaving("Exclusive.ldxp64", OrderedEmitters::loadExclusivePair);
        table.leaving("Exclusive.stxp64", (t, d) -> storeExclusive(t, d, 8, true));
    }

    /** Sends what is not aligned to the meaning, which faults. */
    static Slow aligned(Translator t, long d, int base, int sizeBytes) {
        Slow slow = t.checkSp(Translator.n(d), base);
        if (sizeBytes == 1) {
            return slow;
        }
        t.b.a.testImmediate(false, base, sizeBytes - 1);
        if (slow == null) {
            return t.slowIf(X64.NE);
        }
        slow.another(X64.NE);
        return slow;
    }

    private static void ordered(Translator t, long d, int sizeBytes, boolean write) {
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        int value = write ? t.b.use(Translator.d(d)) : 0;
        Slow slow = aligned(t, d, base, sizeBytes);
        t.b.a.mov(true, RAX, base);
        slow = t.lookUp(sizeBytes, write, slow);
        if (write) {
            t.b.a.storeSized(sizeBytes, GUEST, 0, value);
        } else {
            t.b.a.loadSized(sizeBytes, t.b.define(Translator.d(d)), GUEST, 0);
        }
        slow.done();
    }

    private static void monitor(Translator t, int base, int sizeBytes) {
        X64 a = t.b.a;
        a.storeImmediate(RBX, displacement(A64State.EXCLUSIVE_SIZE), sizeBytes);
        a.store(true, RBX, displacement(A64State.EXCLUSIVE_ADDRESS), base);
    }

    private static void loadExclusive(Translator t, long d, int sizeBytes) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        Slow slow = aligned(t, d, base, sizeBytes);
        a.mov(true, RAX, base);
        slow = t.lookUp(sizeBytes, false, slow);
        a.loadSized(sizeBytes, RCX, GUEST, 0);
        monitor(t, base, sizeBytes);
        a.store(true, RBX, displacement(A64State.EXCLUSIVE_LOW), RCX);
        a.storeImmediate(RBX, displacement(A64State.EXCLUSIVE_HIGH), 0);
        a.mov(true, t.b.define(Translator.d(d)), RCX);
        slow.done();
    }

    private static void loadExclusivePair(Translator t, long d) {
        X64 a = t.b.a;
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        Slow slow = aligned(t, d, base, 16);
        a.mov(true, RAX, base);
        slow = t.lookUp(16, false, slow);
        monitor(t, base, 16);
        a.load(true, RCX, GUEST, 0);
        a.load(true, RAX, GUEST, 8);
        a.store(true, RBX, displacement(A64State.EXCLUSIVE_LOW), RCX);
        a.store(true, RBX, displacement(A64State.EXCLUSIVE_HIGH), RAX);
        // Where both are one register, the second value stays.
        a.mov(true, t.b.define(Translator.d(d)), RCX);
        a.mov(true, t.b.define(Translator.destination(Translator.a(d))), RAX);
        slow.done();
    }

    private static void storeExclusive(Translator t, long d, int sizeBytes, boolean pair) {
        X64 a = t.b.a;
        int all = pair ? 16 : sizeBytes;
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        int first = t.b.use(Translator.d(d));
        int second = pair ? t.b.use(Translator.a(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        a.opMemoryImmediate(X64.CMP, RBX, displacement(A64State.EXCLUSIVE_SIZE), all);
        long other = a.jumpIf(X64.NE);
        a.opMemory(X64.CMP, true, base, RBX, displacement(A64State.EXCLUSIVE_ADDRESS));
        long elsewhere = a.jumpIf(X64.NE);
        a.mov(true, RAX, base);
        slow = t.lookUp(all, true, slow);
        a.loadSized(sizeBytes, RCX, GUEST, 0);
        a.opMemory(X64.CMP, true, RCX, RBX, displacement(A64State.EXCLUSIVE_LOW));
        long changed = a.jumpIf(X64.NE);
        long changedHigh = 0;
        if (pair) {
            a.load(true, RCX, GUEST, 8);
            a.opMemory(X64.CMP, true, RCX, RBX, displacement(A64State.EXCLUSIVE_HIGH));
            changedHigh = a.jumpIf(X64.NE);
            a.store(true, GUEST, 8, second);
        }
        a.storeSized(sizeBytes, GUEST, 0, first);
        a.movImmediate(RCX, 0);
        long done = a.jump();
        a.aimHere(other);
        a.aimHere(elsewhere);
        a.aimHere(changed);
        if (pair) {
            a.aimHere(changedHigh);
        }
        a.movImmediate(RCX, 1);
        a.aimHere(done);
        a.storeImmediate(RBX, displacement(A64State.EXCLUSIVE_SIZE), 0);
        a.mov(true, t.b.define(Translator.destination(Translator.m(d))), RCX);
        slow.done();
    }
}

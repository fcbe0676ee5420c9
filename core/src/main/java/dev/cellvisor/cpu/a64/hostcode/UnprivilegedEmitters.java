package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;

import dev.cellvisor.cpu.a64.hostcode.MemoryEmitters.Access;
import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;
import dev.cellvisor.cpu.a64.state.A64State;

/** LDTR and STTR, which look into another bank of the TLB; and LDAPUR and STLUR, which must be aligned. */
final class UnprivilegedEmitters {

    private UnprivilegedEmitters() {
    }

    static void register(Emitters table) {
        String[] names = {"strb", "strh", "str32", "str64", "ldrb", "ldrh", "ldr32", "ldr64", "ldrsb32", "ldrsb64", "ldrsh32", "ldrsh64", "ldrsw"};
        Access[] accesses = {Access.STR8, Access.STR16, Access.STR32, Access.STR64, Access.LDR8, Access.LDR16, Access.LDR32, Access.LDR64,
            Access.LDRS8_32, Access.LDRS8_64, Access.LDRS16_32, Access.LDRS16_64, Access.LDRS32_64};
        for (int i = 0; i < names.length; i++) {
            Access access = accesses[i];
            String unprivileged = names[i].substring(0, 2) + "t" + names[i].substring(2);
            table.leaving("LoadStoreUnprivileged." + unprivileged, (t, d) -> unprivileged(t, d, access));
            String ordered = (access.write ? "stlu" : "ldapu") + names[i].substring(2);
            table.leaving("LoadStoreRcpcUnscaled." + ordered, (t, d) -> ordered(t, d, access));
        }
    }

    private static void unprivileged(Translator t, long d, Access access) {
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        int value = access.write ? t.b.use(Translator.d(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        t.a.lea(true, RAX, base, (int) (d << 43 >> 55));
        slow = lookUp(t, access, slow);
        MemoryEmitters.move(t, access, access.write ? value : t.b.define(Translator.d(d)));
        slow.done();
    }

    /** As {@link Translator#lookUp}, in the bank of unprivileged accesses. */
    private static Slow lookUp(Translator t, Access access, Slow slow) {
        X64 a = t.a;
        a.mov(false, RDX, RAX);
        a.shift(X64.SHR, false, RDX, 6);
        a.opImmediate(X64.AND, false, RDX, Layout.TLB_INDEX);
        a.opMemory(X64.ADD, true, RDX, RBX, displacement(A64State.TLB_UNPRIVILEGED));
        a.lea(true, RCX, RAX, access.sizeBytes - 1);
        a.opImmediate(X64.AND, true, RCX, -4096);
        a.opMemory(X64.CMP, true, RCX, RDX, access.write ? A64State.TLB_WRITE : A64State.TLB_READ);
        Slow result = slow;
        if (slow == null) {
            result = t.slowIf(X64.NE);
        } else {
            slow.another(X64.NE);
        }
        t.window().translateBy(a, RAX, RDX);
        return result;
    }

    private static void ordered(Translator t, long d, Access access) {
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        int value = access.write ? t.b.use(Translator.d(d)) : 0;
        Slow slow = t.checkSp(Translator.n(d), base);
        t.a.lea(true, RAX, base, (int) (d << 43 >> 55));
        if (access.sizeBytes > 1) {
            t.a.testImmediate(false, RAX, access.sizeBytes - 1);
            if (slow == null) {
                slow = t.slowIf(X64.NE);
            } else {
                slow.another(X64.NE);
            }
        }
        slow = t.lookUp(access.sizeBytes, access.write, slow);
        MemoryEmitters.move(t, access, access.write ? value : t.b.define(Translator.d(d)));
        slow.done();
    }
}

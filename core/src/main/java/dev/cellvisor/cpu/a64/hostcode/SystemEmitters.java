package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.GUEST;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.state.A64State.SLOT_DISCARD;
import static dev.cellvisor.irq.CpuInterface.encoding;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;
import dev.cellvisor.cpu.a64.state.A64State;
import java.util.HashMap;
import java.util.Map;

/**
 * What Linux does all the time with system registers at EL1: reading those that just stand in the state block or never change, masking
 * interrupts, and cache operations, these at EL0 too. All else is left to the meaning.
 */
final class SystemEmitters {
    private static final int ZVA = encoding(1, 3, 7, 4, 1);
    private static final int DAIF = encoding(3, 3, 4, 2, 1);
    private static final int CURRENT_EL = encoding(3, 0, 4, 2, 2);
    private static final int DAIF_BITS = 0x3c0;
    private static final int SCTLR_DZE = 1 << 14;
    private static final int SCTLR_UCI = 1 << 26;
    /** PSTATE.EL. */
    private static final int EL = 12;

    /** Registers whose value is what stands in the state block, by their encoding. */
    private static final Map<Integer, Integer> PLAIN = new HashMap<>();

    static {
        PLAIN.put(encoding(3, 0, 1, 0, 0), A64State.SCTLR_EL1);
        PLAIN.put(encoding(3, 0, 1, 0, 2), A64State.CPACR_EL1);
        PLAIN.put(encoding(3, 0, 2, 0, 0), A64State.TTBR0_EL1);
        PLAIN.put(encoding(3, 0, 2, 0, 1), A64State.TTBR1_EL1);
        PLAIN.put(encoding(3, 0, 2, 0, 2), A64State.TCR_EL1);
        PLAIN.put(encoding(3, 0, 4, 0, 0), A64State.SPSR_EL1);
        PLAIN.put(encoding(3, 0, 4, 0, 1), A64State.ELR_EL1);
        PLAIN.put(encoding(3, 0, 5, 2, 0), A64State.ESR_EL1);
        PLAIN.put(encoding(3, 0, 6, 0, 0), A64State.FAR_EL1);
        PLAIN.put(encoding(3, 0, 7, 4, 0), A64State.PAR_EL1);
        PLAIN.put(encoding(3, 0, 12, 0, 0), A64State.VBAR_EL1);
        PLAIN.put(encoding(3, 0, 13, 0, 1), A64State.CONTEXTIDR_EL1);
        PLAIN.put(encoding(3, 3, 13, 0, 3), A64State.TPIDRRO_EL0);
    }

    /** Registers that MSR only writes to the state block, all their bits but the low ones of VBAR_EL1; what it means for others to change is the meaning's. */
    private static final Map<Integer, Integer> WRITTEN = new HashMap<>();
    private static final int SP_EL0 = encoding(3, 0, 4, 1, 0);
    private static final int VBAR_EL1 = encoding(3, 0, 12, 0, 0);

    static {
        WRITTEN.put(encoding(3, 0, 4, 0, 0), A64State.SPSR_EL1);
        WRITTEN.put(encoding(3, 0, 4, 0, 1), A64State.ELR_EL1);
        WRITTEN.put(SP_EL0, A64State.SP_EL0);
        WRITTEN.put(VBAR_EL1, A64State.VBAR_EL1);
        WRITTEN.put(encoding(3, 0, 5, 2, 0), A64State.ESR_EL1);
        WRITTEN.put(encoding(3, 0, 6, 0, 0), A64State.FAR_EL1);
        WRITTEN.put(encoding(3, 0, 13, 0, 4), A64State.TPIDR_EL1);
        WRITTEN.put(encoding(3, 3, 13, 0, 2), A64State.TPIDR_EL0);
        WRITTEN.put(encoding(3, 3, 13, 0, 3), A64State.TPIDRRO_EL0);
    }

    private SystemEmitters() {
    }

    static void register(Emitters table) {
        table.branch("SystemInstructions.msr", SystemEmitters::msr);
        table.leaving("SystemInstructions.mrs", SystemEmitters::mrs);
        table.leaving("SystemInstructions.msrDaif", SystemEmitters::writeDaif);
        table.leaving("SystemInstructions.daifSet", (t, d) -> maskImmediate(t, d, true));
        table.leaving("SystemInstructions.daifClear", (t, d) -> maskImmediate(t, d, false));
        table.leaving("SystemInstructions.cache", SystemEmitters::cache);
        ownStackPointer(table, "mrsSpEl0", A64State.SP_EL0);
        ownStackPointer(table, "mrsTpidrEl1", A64State.TPIDR_EL1);
        table.plain("SystemInstructions.mrsTpidrEl0", (t, d) ->
                t.b.a.load(true, t.b.define(Translator.d(d)), RBX, displacement(A64State.TPIDR_EL0)));
    }

    private static int register(long d) {
        return (int) d >>> 5 & 0xffff;
    }

    /** PSTATE's low half into RAX; at EL0 the meaning decides. */
    private static Slow atEl1(Translator t) {
        t.b.clobberFlags();
        t.b.a.load(false, RAX, RBX, displacement(A64State.PSTATE));
        t.b.a.testImmediate(false, RAX, EL);
        return t.slowIf(X64.E);
    }

    private static void mrs(Translator t, long d) {
        X64 a = t.b.a;
        int register = register(d);
        Integer offset = PLAIN.get(register);
        Long constant = t.constant(register);
        if (offset == null && constant == null && register != DAIF && register != CURRENT_EL) {
            t.meaning();
            return;
        }
        Slow slow = atEl1(t);
        int result = t.b.define(Translator.d(d));
        if (offset != null) {
            a.load(true, result, RBX, displacement(offset));
        } else if (constant != null) {
            a.movImmediate(result, constant);
        } else {
            a.opImmediate(X64.AND, false, RAX, register == DAIF ? DAIF_BITS : EL);
            a.mov(false, result, RAX);
        }
        slow.done();
    }

    /** Whether MSR to the register in a word has code of its own. */
    static boolean writes(int word) {
        return WRITTEN.containsKey(register(word & 0xffff_ffffL));
    }

    /** Ends its block: the next instruction is fetched anew, as after any MSR. */
    private static void msr(Translator t, long d) {
        Integer offset = WRITTEN.get(register(d));
        if (offset == null) {
            t.leaveToMeaning();
            return;
        }
        X64 a = t.b.a;
        int value = t.b.use((int) d & 31);
        t.b.clobberFlags();
        a.load(false, RAX, RBX, displacement(A64State.PSTATE));
        if (register(d) == SP_EL0) { // with the stack pointer of EL1 only
            a.opImmediate(X64.AND, false, RAX, 15);
            a.opImmediate(X64.CMP, false, RAX, 5);
            t.leaveIf(X64.NE);
        } else {
            a.testImmediate(false, RAX, EL);
            t.leaveIf(X64.E);
        }
        if (register(d) == VBAR_EL1) {
            a.mov(true, RAX, value);
            a.opImmediate(X64.AND, true, RAX, -0x800);
            a.store(true, RBX, displacement(offset), RAX);
        } else {
            a.store(true, RBX, displacement(offset), value);
        }
        t.goAnew(t.pc() + 4);
    }

    private static void writeDaif(Translator t, long d) {
        X64 a = t.b.a;
        int value = t.b.use((int) d & 31);
        Slow slow = atEl1(t);
        pending(t, slow);
        a.opImmediate(X64.AND, false, RAX, ~DAIF_BITS);
        a.mov(false, RCX, value);
        a.opImmediate(X64.AND, false, RCX, DAIF_BITS);
        a.op(X64.OR, false, RAX, RCX);
        a.store(false, RBX, displacement(A64State.PSTATE), RAX);
        slow.done();
    }

    private static void maskImmediate(Translator t, long d, boolean set) {
        Slow slow = atEl1(t);
        int bits = ((int) d >>> 8 & 15) << 6;
        if (set) {
            t.b.a.opImmediate(X64.OR, false, RAX, bits);
        } else {
            pending(t, slow);
            t.b.a.opImmediate(X64.AND, false, RAX, ~bits);
        }
        t.b.a.store(false, RBX, displacement(A64State.PSTATE), RAX);
        slow.done();
    }

    /** Where an interrupt may have to be taken at once, the meaning stops the engine. */
    private static void pending(Translator t, Slow slow) {
        t.b.a.opMemoryImmediate(X64.CMP, RBX, displacement(A64State.LINES), 0);
        slow.another(X64.NE);
    }

    /**
     * DC ZVA clears 64 bytes; the others have nothing to do but fault, where data is always coherent and code is followed exactly. At EL0 a bit of SCTLR_EL1 must allow it; where it
     * does not, the meaning decides.
     */
    private static void cache(Translator t, long d) {
        X64 a = t.b.a;
        boolean zeroes = register(d) == ZVA;
        int address = t.b.use((int) d & 31);
        t.b.clobberFlags();
        a.load(false, RAX, RBX, displacement(A64State.PSTATE));
        a.testImmediate(false, RAX, EL);
        long atEl1 = a.jumpIf(X64.NE);
        a.load(false, RAX, RBX, displacement(A64State.SCTLR_EL1));
        a.testImmediate(false, RAX, zeroes ? SCTLR_DZE : SCTLR_UCI);
        Slow slow = t.slowIf(X64.E);
        if (zeroes) {
            a.aimHere(atEl1);
            a.mov(true, RAX, address);
            a.opImmediate(X64.AND, true, RAX, -64);
            slow = t.lookUp(64, true, slow);
            for (int i = 0; i < 64; i += 8) {
                a.storeImmediate(GUEST, i, 0);
            }
        } else {
            page(a, address); // EL0 must be allowed to read it
            a.opIndexed(X64.CMP, RAX, R14, RDX, A64State.TLB_READ);
            slow.another(X64.NE);
            long done = a.jump();
            a.aimHere(atEl1);
            page(a, address); // for EL1 it must be translated; where the TLB does not know, the meaning finds out
            a.opIndexed(X64.XOR, RAX, R14, RDX, A64State.TLB_PAGE);
            a.opImmediate(X64.AND, true, RAX, -3);
            a.opImmediate(X64.CMP, true, RAX, 1);
            slow.another(X64.NE);
            a.aimHere(done);
        }
        slow.done();
    }

    /** The page of an address into RAX, its place in the TLB into RDX. */
    private static void page(X64 a, int address) {
        a.mov(true, RAX, address);
        a.mov(false, RDX, RAX);
        a.shift(X64.SHR, false, RDX, 6);
        a.opImmediate(X64.AND, false, RDX, Layout.TLB_INDEX);
        a.opImmediate(X64.AND, true, RAX, -4096);
    }

    /** Registers that have an instruction of their own: straight at EL1 with its own stack pointer. */
    private static void ownStackPointer(Emitters table, String name, int field) {
        table.leaving("SystemInstructions." + name, (t, d) -> {
            X64 a = t.b.a;
            t.b.clobberFlags();
            a.load(false, RAX, RBX, displacement(A64State.PSTATE));
            a.opImmediate(X64.AND, false, RAX, 15);
            a.opImmediate(X64.CMP, false, RAX, 5);
            Slow slow = t.slowIf(X64.NE);
            if (Translator.d(d) != SLOT_DISCARD) {
                a.load(true, t.b.define(Translator.d(d)), RBX, displacement(field));
            }
            slow.done();
        });
    }
}

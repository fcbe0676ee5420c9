package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.PSTATE;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.memory.HostMemory.getLong;

/** Addresses of loads and stores. */
final class Base {
    private static final long PAGE = -4096;
    /** Set in the slot of Rn where it is SP, and nowhere else. */
    private static final long RN_IS_SP = (long) dev.cellvisor.cpu.a64.state.A64State.SLOT_SP << Regs.N_SHIFT;

    private Base() {
    }

    /** Rn as a base address. Where it is SP, it is checked (Arm ARM, CheckSPAlignment). */
    static long base(Core c, long s, long d) {
        long address = Regs.xn(s, d);
        if ((d & RN_IS_SP) != 0) {
            checkSp(c, s, address);
        }
        return address;
    }

    private static void checkSp(Core c, long s, long sp) {
        if ((sp & 15) != 0) {
            misalignedSp(c, s);
        }
    }

    private static void misalignedSp(Core c, long s) {
        boolean el0 = (getLong(s + PSTATE) & 12) == 0;
        if ((getLong(s + SCTLR_EL1) & (el0 ? 16 : 8)) != 0) { // SA0, SA
            throw c.spAlignmentFault();
        }
    }

    /** Rn, which must be a multiple of {@code sizeBytes}, or with FEAT_LSE2 lie within 16 bytes: for exclusive and atomic accesses (Arm ARM, B2.5.2). */
    static long aligned(Core c, long s, long d, int sizeBytes, boolean write) {
        return aligned(c, base(c, s, d), sizeBytes, write);
    }

    /** The address, if it will do for an exclusive or atomic access. */
    static long aligned(Core c, long va, int sizeBytes, boolean write) {
        if ((va & sizeBytes - 1) != 0) {
            misaligned(c, va, sizeBytes, write, false);
        }
        return va;
    }

    /** Rn for an ordered access: with FEAT_LSE2, SCTLR_EL1.nAA allows any address. */
    static long ordered(Core c, long s, long d, int sizeBytes, boolean write) {
        return ordered(c, base(c, s, d), sizeBytes, write);
    }

    /** The address, if it will do for an ordered access. */
    static long ordered(Core c, long va, int sizeBytes, boolean write) {
        if ((va & sizeBytes - 1) != 0) {
            misaligned(c, va, sizeBytes, write, (getLong(c.state + SCTLR_EL1) & 1 << 6) != 0);
        }
        return va;
    }

    private static void misaligned(Core c, long va, int sizeBytes, boolean write, boolean anywhere) {
        boolean allowed = c.has(Feature.LSE2) && (anywhere || (va & 15) + sizeBytes <= 16);
        if (!allowed) {
            throw c.alignmentFault(va, write);
        }
    }

    /**
     * Before a store of a pair that may lie in two pages: both can be stored to, or the fault is raised while nothing is done. Alignment
     * comes before translation.
     *
     * @param sizeBytes of both together
     */
    static void bothWritable(Core c, long va, int sizeBytes) {
        if (((va ^ va + sizeBytes - 1) & PAGE) != 0) {
            VecMem.checkAlignment(c, c.state, va, sizeBytes / 2, true);
            c.probeWrite(va, sizeBytes);
        }
    }
}

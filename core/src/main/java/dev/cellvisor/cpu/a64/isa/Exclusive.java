package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Base.aligned;
import static dev.cellvisor.cpu.a64.isa.Base.base;
import static dev.cellvisor.cpu.a64.isa.Mem.ld16;
import static dev.cellvisor.cpu.a64.isa.Mem.ld32;
import static dev.cellvisor.cpu.a64.isa.Mem.ld64;
import static dev.cellvisor.cpu.a64.isa.Mem.ld8;
import static dev.cellvisor.cpu.a64.isa.Mem.st16;
import static dev.cellvisor.cpu.a64.isa.Mem.st32;
import static dev.cellvisor.cpu.a64.isa.Mem.st64;
import static dev.cellvisor.cpu.a64.isa.Mem.st8;
import static dev.cellvisor.cpu.a64.isa.Mem.tlb;
import static dev.cellvisor.cpu.a64.isa.Regs.setX;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xa;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;
import static dev.cellvisor.cpu.a64.state.A64State.EXCLUSIVE_ADDRESS;
import static dev.cellvisor.cpu.a64.state.A64State.EXCLUSIVE_HIGH;
import static dev.cellvisor.cpu.a64.state.A64State.EXCLUSIVE_LOW;
import static dev.cellvisor.cpu.a64.state.A64State.EXCLUSIVE_SIZE;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

/**
 * LDXR, STXR, LDXP, STXP and their acquire and release forms, which are the same here: memory is always in program order.
 *
 * <p>The monitor holds address, size and the value that was loaded. A store succeeds if address and size are the monitor's and memory
 * still holds that value (QEMU's rule; it has no need to watch other CPUs' stores, and CPUs take turns between instructions). Where the
 * monitor does not match, memory is not looked at and nothing can fault, as in QEMU 7.2. A size that differs from the load's is
 * CONSTRAINED UNPREDICTABLE; QEMU 7.2 compares values only, here the store fails.
 */
@Family("Load/store exclusive")
final class Exclusive {

    private Exclusive() {
    }

    private static void monitor(long s, long va, int sizeBytes, long low, long high) {
        setLong(s + EXCLUSIVE_SIZE, sizeBytes);
        setLong(s + EXCLUSIVE_ADDRESS, va);
        setLong(s + EXCLUSIVE_LOW, low);
        setLong(s + EXCLUSIVE_HIGH, high);
    }

    /** Whether the monitor is for this store, which may then write: it is probed before anything is looked at. */
    private static boolean held(Core c, long s, long va, int sizeBytes) {
        if (getLong(s + EXCLUSIVE_SIZE) == sizeBytes && getLong(s + EXCLUSIVE_ADDRESS) == va) {
            c.probeWrite(va, sizeBytes);
            return true;
        }
        return false;
    }

    private static boolean unchanged(long s, long low) {
        return getLong(s + EXCLUSIVE_LOW) == low;
    }

    /** The store is done or refused: opens the monitor and tells Ws. Nothing can fault any more. */
    private static void finish(long s, long d, boolean stored) {
        setLong(s + EXCLUSIVE_SIZE, 0);
        setX(s, (int) d >>> 16 & 31, stored ? 0 : 1);
    }

    // Rs of loads and Rt2 of single registers should be ones; any value is accepted, as by QEMU 7.2.

    @Insn(bits = "00 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldxrb <Wt>, [<Xn|SP>]")
    @Insn(bits = "00 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldaxrb <Wt>, [<Xn|SP>]")
    static void ldxr8(Core c, long s, long d) {
        long va = base(c, s, d);
        long value = ld8(c, tlb(s), va);
        monitor(s, va, 1, value, 0);
        setXd(s, d, value);
    }

    @Insn(bits = "01 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldxrh <Wt>, [<Xn|SP>]")
    @Insn(bits = "01 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldaxrh <Wt>, [<Xn|SP>]")
    static void ldxr16(Core c, long s, long d) {
        long va = aligned(c, s, d, 2, false);
        long value = ld16(c, tlb(s), va);
        monitor(s, va, 2, value, 0);
        setXd(s, d, value);
    }

    @Insn(bits = "10 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldxr <Wt>, [<Xn|SP>]")
    @Insn(bits = "10 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldaxr <Wt>, [<Xn|SP>]")
    static void ldxr32(Core c, long s, long d) {
        long va = aligned(c, s, d, 4, false);
        long value = ld32(c, tlb(s), va);
        monitor(s, va, 4, value, 0);
        setXd(s, d, value);
    }

    @Insn(bits = "11 001000 0 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldxr <Xt>, [<Xn|SP>]")
    @Insn(bits = "11 001000 0 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldaxr <Xt>, [<Xn|SP>]")
    static void ldxr64(Core c, long s, long d) {
        long va = aligned(c, s, d, 8, false);
        long value = ld64(c, tlb(s), va);
        monitor(s, va, 8, value, 0);
        setXd(s, d, value);
    }

    @Insn(bits = "00 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", asm = "stxrb <Ws>, <Wt>, [<Xn|SP>]")
    @Insn(bits = "00 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", asm = "stlxrb <Ws>, <Wt>, [<Xn|SP>]")
    static void stxr8(Core c, long s, long d) {
        long va = base(c, s, d);
        boolean store = held(c, s, va, 1) && unchanged(s, ld8(c, tlb(s), va));
        if (store) {
            st8(c, tlb(s), va, xd(s, d));
        }
        finish(s, d, store);
    }

    @Insn(bits = "01 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", asm = "stxrh <Ws>, <Wt>, [<Xn|SP>]")
    @Insn(bits = "01 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", asm = "stlxrh <Ws>, <Wt>, [<Xn|SP>]")
    static void stxr16(Core c, long s, long d) {
        long va = base(c, s, d);
        boolean store = held(c, s, va, 2) && unchanged(s, ld16(c, tlb(s), va));
        if (store) {
            st16(c, tlb(s), va, xd(s, d));
        }
        finish(s, d, store);
    }

    @Insn(bits = "10 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", asm = "stxr <Ws>, <Wt>, [<Xn|SP>]")
    @Insn(bits = "10 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", asm = "stlxr <Ws>, <Wt>, [<Xn|SP>]")
    static void stxr32(Core c, long s, long d) {
        long va = base(c, s, d);
        boolean store = held(c, s, va, 4) && unchanged(s, ld32(c, tlb(s), va));
        if (store) {
            st32(c, tlb(s), va, xd(s, d));
        }
        finish(s, d, store);
    }

    @Insn(bits = "11 001000 0 0 0 Rs 0 sbo:5 Rn|SP Rts", asm = "stxr <Ws>, <Xt>, [<Xn|SP>]")
    @Insn(bits = "11 001000 0 0 0 Rs 1 sbo:5 Rn|SP Rts", asm = "stlxr <Ws>, <Xt>, [<Xn|SP>]")
    static void stxr64(Core c, long s, long d) {
        long va = base(c, s, d);
        boolean store = held(c, s, va, 8) && unchanged(s, ld64(c, tlb(s), va));
        if (store) {
            st64(c, tlb(s), va, xd(s, d));
        }
        finish(s, d, store);
    }

    // Where Rt is Rt2 of a pair, which is CONSTRAINED UNPREDICTABLE, the second value stays, as in QEMU 7.2.

    @Insn(bits = "10 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", asm = "ldxp <Wt>, <Wt2>, [<Xn|SP>]")
    @Insn(bits = "10 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", asm = "ldaxp <Wt>, <Wt2>, [<Xn|SP>]")
    static void ldxp32(Core c, long s, long d) {
        long va = aligned(c, s, d, 8, false);
        long both = ld64(c, tlb(s), va);
        monitor(s, va, 8, both, 0);
        setXd(s, d, both & 0xffff_ffffL);
        setX(s, (int) d >>> 10 & 31, both >>> 32);
    }

    @Insn(bits = "11 001000 0 1 1 sbo:5 0 Rt2 Rn|SP Rt", asm = "ldxp <Xt>, <Xt2>, [<Xn|SP>]")
    @Insn(bits = "11 001000 0 1 1 sbo:5 1 Rt2 Rn|SP Rt", asm = "ldaxp <Xt>, <Xt2>, [<Xn|SP>]")
    static void ldxp64(Core c, long s, long d) {
        long va = aligned(c, s, d, 16, false);
        long low = ld64(c, tlb(s), va);
        long high = ld64(c, tlb(s), va + 8);
        monitor(s, va, 16, low, high);
        setXd(s, d, low);
        setX(s, (int) d >>> 10 & 31, high);
    }

    @Insn(bits = "10 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", asm = "stxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]")
    @Insn(bits = "10 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", asm = "stlxp <Ws>, <Wt>, <Wt2>, [<Xn|SP>]")
    static void stxp32(Core c, long s, long d) {
        long va = base(c, s, d);
        boolean store = held(c, s, va, 8) && unchanged(s, ld64(c, tlb(s), va));
        if (store) {
            st64(c, tlb(s), va, xd(s, d) & 0xffff_ffffL | xa(s, d) << 32);
        }
        finish(s, d, store);
    }

    @Insn(bits = "11 001000 0 0 1 Rs 0 Rt2 Rn|SP Rts", asm = "stxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]")
    @Insn(bits = "11 001000 0 0 1 Rs 1 Rt2 Rn|SP Rts", asm = "stlxp <Ws>, <Xt>, <Xt2>, [<Xn|SP>]")
    static void stxp64(Core c, long s, long d) {
        long va = base(c, s, d);
        boolean store = held(c, s, va, 16) && unchanged(s, ld64(c, tlb(s), va))
                && getLong(s + EXCLUSIVE_HIGH) == ld64(c, tlb(s), va + 8);
        if (store) {
            st64(c, tlb(s), va, xd(s, d));
            st64(c, tlb(s), va + 8, xa(s, d));
        }
        finish(s, d, store);
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;
import static dev.cellvisor.cpu.a64.state.A64State.PSTATE;
import static dev.cellvisor.cpu.a64.state.A64State.SP_EL0;
import static dev.cellvisor.cpu.a64.state.A64State.TPIDR_EL0;
import static dev.cellvisor.cpu.a64.state.A64State.TPIDR_EL1;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;

/** MSR (immediate), MSR (register), MRS, SYS, SYSL. Who may do what, and what exists, is {@link Core}'s. */
@Family("System instructions")
final class SystemInstructions {
    /** PSTATE.M at EL1 with its own stack pointer. */
    private static final int EL1H = 5;

    private SystemInstructions() {
    }

    /** op0:op1:CRn:CRm:op2. */
    private static int encoding(long d) {
        return (int) d >>> 5 & 0xffff;
    }

    private static int mode(long s) {
        return getInt(s + PSTATE) & 15;
    }

    // A single bit has no other values than 0 and 1: with others, it is written as if it were a system register, as GNU objdump does.
    @Insn(bits = "1101010100 0 00 000 0100 CRm:4 011 11111", asm = "msr <{sysreg}>, xzr", alias = "CRm < 2 => msr uao, <#CRm>", feature = Feature.UAO)
    @Insn(bits = "1101010100 0 00 000 0100 CRm:4 100 11111", asm = "msr <{sysreg}>, xzr", alias = "CRm < 2 => msr pan, <#CRm>", feature = Feature.PAN)
    @Insn(bits = "1101010100 0 00 000 0100 CRm:4 101 11111", asm = "msr <{sysreg}>, xzr", alias = "CRm < 2 => msr spsel, <#CRm>")
    @Insn(bits = "1101010100 0 00 011 0100 CRm:4 001 11111", asm = "msr <{sysreg}>, xzr", alias = "CRm < 2 => msr ssbs, <#CRm>", feature = Feature.SSBS)
    @Insn(bits = "1101010100 0 00 011 0100 CRm:4 010 11111", asm = "msr <{sysreg}>, xzr", alias = "CRm < 2 => msr dit, <#CRm>", feature = Feature.DIT)
    static long msrImmediate(Core c, long s, long d, long pc) {
        c.writePstate((int) d >>> 13 & 0x38 | (int) d >>> 5 & 7, (int) d >>> 8 & 15);
        return pc + 4;
    }

    @Insn(bits = "1101010100 0 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rts", asm = "msr <{sysreg}>, <Xt>")
    static long msr(Core c, long s, long d, long pc) {
        c.writeSystem(encoding(d), xd(s, d));
        return pc + 4;
    }

    @Insn(bits = "1101010100 1 1 o0:1 op1:3 CRn:4 CRm:4 op2:3 Rt", asm = "mrs <Xt>, <{sysreg}>")
    static void mrs(Core c, long s, long d) {
        setXd(s, d, c.readSystem(encoding(d)));
    }

    // Masking interrupts changes no mapping: it need not leave the fast path.

    @Insn(bits = "1101010100 0 00 011 0100 CRm:4 110 11111", asm = "msr daifset, <#CRm>")
    static void daifSet(Core c, long s, long d) {
        c.writePstate(0b011_110, (int) d >>> 8 & 15);
    }

    @Insn(bits = "1101010100 0 00 011 0100 CRm:4 111 11111", asm = "msr daifclr, <#CRm>")
    static void daifClear(Core c, long s, long d) {
        c.writePstate(0b011_111, (int) d >>> 8 & 15);
    }

    @Insn(bits = "1101010100 0 1 1 011 0100 0010 001 Rts", asm = "msr <{sysreg}>, <Xt>")
    static void msrDaif(Core c, long s, long d) {
        c.writeSystem(encoding(d), xd(s, d));
    }

    // The three that Linux reads all the time, without a look-up: its current task, and the per-CPU and per-thread pointers.

    @Insn(bits = "1101010100 1 11 000 0100 0001 000 Rt", asm = "mrs <Xt>, <{sysreg}>")
    static void mrsSpEl0(Core c, long s, long d) {
        if (mode(s) == EL1H) {
            setXd(s, d, getLong(s + SP_EL0));
        } else {
            mrs(c, s, d);
        }
    }

    @Insn(bits = "1101010100 1 11 000 1101 0000 100 Rt", asm = "mrs <Xt>, <{sysreg}>")
    static void mrsTpidrEl1(Core c, long s, long d) {
        if (mode(s) == EL1H) {
            setXd(s, d, getLong(s + TPIDR_EL1));
        } else {
            mrs(c, s, d);
        }
    }

    @Insn(bits = "1101010100 1 11 011 1101 0000 010 Rt", asm = "mrs <Xt>, <{sysreg}>")
    static void mrsTpidrEl0(long s, long d) {
        setXd(s, d, getLong(s + TPIDR_EL0));
    }

    @Insn(bits = "1101010100 0 01 op1:3 CRn:4 CRm:4 op2:3 Rts", asm = "sys <#op1>, <{Cn}>, <{Cm}>, <#op2><{,optionalXt}>",
            alias = "CRn == 7 || CRn == 8 => <{sysop}>")
    static long sys(Core c, long s, long d, long pc) {
        c.systemOperation(encoding(d), xd(s, d));
        return pc + 4;
    }

    // A cache operation by address changes no mapping: it need not leave the fast path. DC ZVA clears all of Linux's pages.
    @Insn(bits = "1101010100 0 01 011 0111 0101 001 Rts", asm = "ic ivau, <Xt>")
    @Insn(bits = "1101010100 0 01 011 0111 0100 001 Rts", asm = "dc zva, <Xt>")
    @Insn(bits = "1101010100 0 01 011 0111 1010 001 Rts", asm = "dc cvac, <Xt>")
    @Insn(bits = "1101010100 0 01 011 0111 1011 001 Rts", asm = "dc cvau, <Xt>")
    @Insn(bits = "1101010100 0 01 011 0111 1110 001 Rts", asm = "dc civac, <Xt>")
    static void cache(Core c, long s, long d) {
        c.systemOperation(encoding(d), xd(s, d));
    }

    // No SYSL is defined by Armv8.0-A or by what we have beyond it. QEMU takes it as undefined too.
    @Insn(bits = "1101010100 1 01 op1:3 CRn:4 CRm:4 op2:3 Rt", asm = "sysl <Xt>, <#op1>, <{Cn}>, <{Cm}>, <#op2>")
    static void sysl(Core c, long s, long d) {
        throw c.undefined();
    }
}

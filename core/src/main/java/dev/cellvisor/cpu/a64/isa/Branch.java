package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setX;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;
import static dev.cellvisor.cpu.a64.state.A64State.PSTATE_OPTIONAL;
import static dev.cellvisor.cpu.a64.state.A64State.TCR_EL1;
import static dev.cellvisor.memory.HostMemory.getLong;

/** B, BL, BR, BLR, RET. With FEAT_BTI, where an indirect branch may land is looked at as it branches. */
@Family("Unconditional branch")
final class Branch {

    /** PSTATE.BTYPE. */
    private static final long BTYPE = 3 << 10;

    private Branch() {
    }

    private static long imm26(long d, long pc) {
        return pc + (d << 38 >> 36);
    }

    /** An address out of a register: a tag in its top byte goes where TCR_EL1 says that it is ignored (Arm ARM, BranchAddr). */
    static long target(long s, long address) {
        return address << 8 >> 8 == address ? address : untagged(address, getLong(s + TCR_EL1));
    }

    private static long untagged(long address, long tcr) {
        boolean upper = (address & 1L << 55) != 0;
        boolean ignored = (tcr & 1L << (upper ? 38 : 37)) != 0 && (tcr & 1L << (upper ? 52 : 51)) == 0; // TBI1, TBI0, and TBID1, TBID0
        return ignored ? address << 8 >> 8 : address;
    }

    static int jumpType(long d) {
        int n = (int) d >>> 5 & 31;
        return n == 16 || n == 17 ? Core.VENEER : Core.JUMP;
    }

    /** The target, which the CPU will look at if it has FEAT_BTI. */
    static long landing(Core c, long s, long target, int type) {
        return (getLong(s + PSTATE_OPTIONAL) & BTYPE) == 0 ? target : c.landing(target, type);
    }

    @Insn(bits = "0 00101 imm26:26", asm = "b <label:imm26*4>")
    static long b(long s, long d, long pc) {
        return imm26(d, pc);
    }

    @Insn(bits = "1 00101 imm26:26", asm = "bl <label:imm26*4>")
    static long bl(long s, long d, long pc) {
        setX(s, 30, pc + 4);
        return imm26(d, pc);
    }

    @Insn(bits = "1101011 0 0 00 11111 000000 Rn 00000", asm = "br <Xn>")
    static long br(Core c, long s, long d, long pc) {
        return landing(c, s, target(s, xn(s, d)), jumpType(d));
    }

    @Insn(bits = "1101011 0 0 01 11111 000000 Rn 00000", asm = "blr <Xn>")
    static long blr(Core c, long s, long d, long pc) {
        long to = target(s, xn(s, d));
        setX(s, 30, pc + 4);
        return landing(c, s, to, Core.CALL);
    }

    @Insn(bits = "1101011 0 0 10 11111 000000 Rn 00000", asm = "ret <Xn>", alias = "Rn == 30 => ret")
    static long ret(long s, long d, long pc) {
        return target(s, xn(s, d));
    }
}

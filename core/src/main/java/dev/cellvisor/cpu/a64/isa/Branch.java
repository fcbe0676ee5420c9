package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setX;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;
import static dev.cellvisor.cpu.a64.state.A64State.TCR_EL1;
import static dev.cellvisor.memory.HostMemory.getLong;

/** B, BL, BR, BLR, RET. */
@Family("Unconditional branch")
final class Branch {

    private Branch() {
    }

    private static long imm26(long d, long pc) {
        return pc + (d << 38 >> 36);
    }

    /** An address out of a register: a tag in its top byte goes where TCR_EL1 says that it is ignored (Arm ARM, BranchAddr). */
    private static long target(long s, long address) {
        return address << 8 >> 8 == address ? address : untagged(address, getLong(s + TCR_EL1));
    }

    private static long untagged(long address, long tcr) {
        boolean upper = (address & 1L << 55) != 0;
        boolean ignored = (tcr & 1L << (upper ? 38 : 37)) != 0; // TBI1, TBI0
        return ignored ? address << 8 >> 8 : address;
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
    static long br(long s, long d, long pc) {
        return target(s, xn(s, d));
    }

    @Insn(bits = "1101011 0 0 01 11111 000000 Rn 00000", asm = "blr <Xn>")
    static long blr(long s, long d, long pc) {
        long to = target(s, xn(s, d));
        setX(s, 30, pc + 4);
        return to;
    }

    @Insn(bits = "1101011 0 0 10 11111 000000 Rn 00000", asm = "ret <Xn>", alias = "Rn == 30 => ret")
    static long ret(long s, long d, long pc) {
        return target(s, xn(s, d));
    }
}

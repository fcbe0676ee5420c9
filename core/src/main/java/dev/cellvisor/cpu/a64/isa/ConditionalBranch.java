package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.nzcv;

/** B.cond: one meaning for each condition, so that the run loop needs no table (Arm ARM, C1.2.4). */
@Family("Conditional branch (immediate)")
final class ConditionalBranch {
    private static final int Z = 0x4000_0000;
    private static final int C = 0x2000_0000;
    private static final int V = 0x1000_0000;

    private ConditionalBranch() {
    }

    /** The target, or the next instruction. */
    private static long to(boolean taken, long d, long pc) {
        return taken ? pc + (d << 40 >> 45 << 2) : pc + 4;
    }

    /** Z clear, and N equal to V. */
    private static boolean greater(int nzcv) {
        return (nzcv & Z | (nzcv ^ nzcv << 3) & 0x8000_0000) == 0;
    }

    @Insn(bits = "0101010 0 imm19:19 0 0000", asm = "b.eq <label:imm19*4>")
    static long eq(long s, long d, long pc) {
        return to((nzcv(s) & Z) != 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 0001", asm = "b.ne <label:imm19*4>")
    static long ne(long s, long d, long pc) {
        return to((nzcv(s) & Z) == 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 0010", asm = "b.cs <label:imm19*4>")
    static long cs(long s, long d, long pc) {
        return to((nzcv(s) & C) != 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 0011", asm = "b.cc <label:imm19*4>")
    static long cc(long s, long d, long pc) {
        return to((nzcv(s) & C) == 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 0100", asm = "b.mi <label:imm19*4>")
    static long mi(long s, long d, long pc) {
        return to(nzcv(s) < 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 0101", asm = "b.pl <label:imm19*4>")
    static long pl(long s, long d, long pc) {
        return to(nzcv(s) >= 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 0110", asm = "b.vs <label:imm19*4>")
    static long vs(long s, long d, long pc) {
        return to((nzcv(s) & V) != 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 0111", asm = "b.vc <label:imm19*4>")
    static long vc(long s, long d, long pc) {
        return to((nzcv(s) & V) == 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 1000", asm = "b.hi <label:imm19*4>")
    static long hi(long s, long d, long pc) {
        return to((nzcv(s) & (C | Z)) == C, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 1001", asm = "b.ls <label:imm19*4>")
    static long ls(long s, long d, long pc) {
        return to((nzcv(s) & (C | Z)) != C, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 1010", asm = "b.ge <label:imm19*4>")
    static long ge(long s, long d, long pc) {
        return to((nzcv(s) ^ nzcv(s) << 3) >= 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 1011", asm = "b.lt <label:imm19*4>")
    static long lt(long s, long d, long pc) {
        return to((nzcv(s) ^ nzcv(s) << 3) < 0, d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 1100", asm = "b.gt <label:imm19*4>")
    static long gt(long s, long d, long pc) {
        return to(greater(nzcv(s)), d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 1101", asm = "b.le <label:imm19*4>")
    static long le(long s, long d, long pc) {
        return to(!greater(nzcv(s)), d, pc);
    }

    @Insn(bits = "0101010 0 imm19:19 0 1110", asm = "b.al <label:imm19*4>")
    @Insn(bits = "0101010 0 imm19:19 0 1111", asm = "b.nv <label:imm19*4>")
    static long always(long s, long d, long pc) {
        return to(true, d, pc);
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.xd;

/** CBZ, CBNZ, TBZ, TBNZ. */
@Family("Compare and branch, test and branch (immediate)")
final class CompareBranch {

    private CompareBranch() {
    }

    private static long imm19(long d, long pc) {
        return pc + (d << 40 >> 45 << 2);
    }

    private static long imm14(long d, long pc) {
        return pc + (d << 45 >> 50 << 2);
    }

    /** The bit that TBZ and TBNZ look at: its number is b5:b40. */
    private static int bit(long s, long d) {
        return (int) (xd(s, d) >>> (d >>> 26 & 32 | d >>> 19 & 31)) & 1;
    }

    @Insn(bits = "1 011010 0 imm19:19 Rts", asm = "cbz <Xt>, <label:imm19*4>")
    static long cbz64(long s, long d, long pc) {
        return xd(s, d) == 0 ? imm19(d, pc) : pc + 4;
    }

    @Insn(bits = "0 011010 0 imm19:19 Rts", asm = "cbz <Wt>, <label:imm19*4>")
    static long cbz32(long s, long d, long pc) {
        return (int) xd(s, d) == 0 ? imm19(d, pc) : pc + 4;
    }

    @Insn(bits = "1 011010 1 imm19:19 Rts", asm = "cbnz <Xt>, <label:imm19*4>")
    static long cbnz64(long s, long d, long pc) {
        return xd(s, d) != 0 ? imm19(d, pc) : pc + 4;
    }

    @Insn(bits = "0 011010 1 imm19:19 Rts", asm = "cbnz <Wt>, <label:imm19*4>")
    static long cbnz32(long s, long d, long pc) {
        return (int) xd(s, d) != 0 ? imm19(d, pc) : pc + 4;
    }

    @Insn(bits = "0 011011 0 b40:5 imm14:14 Rts", asm = "tbz <Wt>, <{bitnumber}>, <label:imm14*4>")
    @Insn(bits = "1 011011 0 b40:5 imm14:14 Rts", asm = "tbz <Xt>, <{bitnumber}>, <label:imm14*4>")
    static long tbz(long s, long d, long pc) {
        return bit(s, d) == 0 ? imm14(d, pc) : pc + 4;
    }

    @Insn(bits = "0 011011 1 b40:5 imm14:14 Rts", asm = "tbnz <Wt>, <{bitnumber}>, <label:imm14*4>")
    @Insn(bits = "1 011011 1 b40:5 imm14:14 Rts", asm = "tbnz <Xt>, <{bitnumber}>, <label:imm14*4>")
    static long tbnz(long s, long d, long pc) {
        return bit(s, d) != 0 ? imm14(d, pc) : pc + 4;
    }
}

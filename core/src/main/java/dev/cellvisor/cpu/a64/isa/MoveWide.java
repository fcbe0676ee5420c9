package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;

/** MOVN, MOVZ, MOVK. The 16-bit immediate goes to halfword hw. */
@Family("Move wide (immediate)")
final class MoveWide {

    private MoveWide() {
    }

    /** 0, 16, 32 or 48. */
    private static int shift(long d) {
        return (int) d >>> 17 & 48;
    }

    private static long immediate(long d) {
        return (d >>> 5 & 0xffff) << shift(d);
    }

    @Insn(bits = "1 00 100101 hw:2 imm16:16 Rd", asm = "movn <Xd>, <#imm16><{,hw}>",
            alias = "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movn}>")
    static void movn64(long s, long d) {
        setXd(s, d, ~immediate(d));
    }

    @Insn(bits = "0 00 100101 0 hw:1 imm16:16 Rd", asm = "movn <Wd>, <#imm16><{,hw}>",
            alias = "!(imm16 == 0 && hw != 0) && imm16 != 65535 => mov <Wd>, <{movn}>")
    static void movn32(long s, long d) {
        setWd(s, d, ~immediate(d));
    }

    @Insn(bits = "1 10 100101 hw:2 imm16:16 Rd", asm = "movz <Xd>, <#imm16><{,hw}>",
            alias = "!(imm16 == 0 && hw != 0) => mov <Xd>, <{movz}>")
    static void movz64(long s, long d) {
        setXd(s, d, immediate(d));
    }

    @Insn(bits = "0 10 100101 0 hw:1 imm16:16 Rd", asm = "movz <Wd>, <#imm16><{,hw}>",
            alias = "!(imm16 == 0 && hw != 0) => mov <Wd>, <{movz}>")
    static void movz32(long s, long d) {
        setXd(s, d, immediate(d));
    }

    @Insn(bits = "1 11 100101 hw:2 imm16:16 Rd", asm = "movk <Xd>, <#imm16><{,hw}>")
    @Insn(bits = "0 11 100101 0 hw:1 imm16:16 Rd", asm = "movk <Wd>, <#imm16><{,hw}>")
    static void movk(long s, long d) {
        // A W register's upper half goes: it is masked with the 32-bit form's own width (sf is bit 31).
        long all = (int) d < 0 ? -1 : 0xffff_ffffL;
        setXd(s, d, (xd(s, d) & ~(0xffffL << shift(d)) | immediate(d)) & all);
    }
}

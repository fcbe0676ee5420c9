package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** ADD, ADDS, SUB, SUBS (extended register). */
@Family("Add/subtract (extended register)")
final class AddSubExtended {

    private AddSubExtended() {
    }

    /** Rm, extended as option (bits 15:13) says, then shifted left by imm3. */
    private static long extended(long s, long d) {
        return extend(xm(s, d), (int) d >>> 13 & 7) << (d >>> 10 & 7);
    }

    /** UXTB, UXTH, UXTW, UXTX, SXTB, SXTH, SXTW, SXTX: 0 to 7 (Arm ARM, ExtendReg). */
    private static long extend(long m, int option) {
        int unused = 64 - (8 << (option & 3));
        return option < 4 ? m << unused >>> unused : m << unused >> unused;
    }

    @Insn(bits = "1 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", asm = "add <Xd|SP>, <Xn|SP>, <{extended}>", where = "imm3 < 5")
    static void add64(long s, long d) {
        setXd(s, d, xn(s, d) + extended(s, d));
    }

    @Insn(bits = "0 0 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", asm = "add <Wd|WSP>, <Wn|WSP>, <{extended}>", where = "imm3 < 5")
    static void add32(long s, long d) {
        setWd(s, d, xn(s, d) + extended(s, d));
    }

    @Insn(bits = "1 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", asm = "adds <Xd>, <Xn|SP>, <{extended}>", where = "imm3 < 5",
            alias = "Rd == 31 => cmn <Xn|SP>, <{extended}>")
    static void adds64(long s, long d) {
        long a = xn(s, d);
        long b = extended(s, d);
        setNzcv(s, Flags.add64(a, b));
        setXd(s, d, a + b);
    }

    @Insn(bits = "0 0 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", asm = "adds <Wd>, <Wn|WSP>, <{extended}>", where = "imm3 < 5",
            alias = "Rd == 31 => cmn <Wn|WSP>, <{extended}>")
    static void adds32(long s, long d) {
        int a = (int) xn(s, d);
        int b = (int) extended(s, d);
        setNzcv(s, Flags.add32(a, b));
        setWd(s, d, a + b);
    }

    @Insn(bits = "1 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", asm = "sub <Xd|SP>, <Xn|SP>, <{extended}>", where = "imm3 < 5")
    static void sub64(long s, long d) {
        setXd(s, d, xn(s, d) - extended(s, d));
    }

    @Insn(bits = "0 1 0 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd|SP", asm = "sub <Wd|WSP>, <Wn|WSP>, <{extended}>", where = "imm3 < 5")
    static void sub32(long s, long d) {
        setWd(s, d, xn(s, d) - extended(s, d));
    }

    @Insn(bits = "1 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", asm = "subs <Xd>, <Xn|SP>, <{extended}>", where = "imm3 < 5",
            alias = "Rd == 31 => cmp <Xn|SP>, <{extended}>")
    static void subs64(long s, long d) {
        long a = xn(s, d);
        long b = extended(s, d);
        setNzcv(s, Flags.sub64(a, b));
        setXd(s, d, a - b);
    }

    @Insn(bits = "0 1 1 01011 00 1 Rm option:3 imm3:3 Rn|SP Rd", asm = "subs <Wd>, <Wn|WSP>, <{extended}>", where = "imm3 < 5",
            alias = "Rd == 31 => cmp <Wn|WSP>, <{extended}>")
    static void subs32(long s, long d) {
        int a = (int) xn(s, d);
        int b = (int) extended(s, d);
        setNzcv(s, Flags.sub32(a, b));
        setWd(s, d, a - b);
    }
}

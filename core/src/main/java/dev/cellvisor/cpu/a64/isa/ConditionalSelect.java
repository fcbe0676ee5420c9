package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** CSEL, CSINC, CSINV, CSNEG. */
@Family("Conditional select")
final class ConditionalSelect {

    private ConditionalSelect() {
    }

    private static boolean holds(long s, long d) {
        return Flags.holds((int) d >>> 12 & 15, Regs.nzcv(s));
    }

    @Insn(bits = "1 0 0 11010100 Rm cond:4 0 0 Rn Rd", asm = "csel <Xd>, <Xn>, <Xm>, <{cond}>")
    static void csel64(long s, long d) {
        setXd(s, d, holds(s, d) ? xn(s, d) : xm(s, d));
    }

    @Insn(bits = "0 0 0 11010100 Rm cond:4 0 0 Rn Rd", asm = "csel <Wd>, <Wn>, <Wm>, <{cond}>")
    static void csel32(long s, long d) {
        setWd(s, d, holds(s, d) ? xn(s, d) : xm(s, d));
    }

    @Insn(bits = "1 0 0 11010100 Rm cond:4 0 1 Rn Rd", asm = "csinc <Xd>, <Xn>, <Xm>, <{cond}>",
            alias = {
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Xd>, <Xn>, <{notcond}>"})
    static void csinc64(long s, long d) {
        setXd(s, d, holds(s, d) ? xn(s, d) : xm(s, d) + 1);
    }

    @Insn(bits = "0 0 0 11010100 Rm cond:4 0 1 Rn Rd", asm = "csinc <Wd>, <Wn>, <Wm>, <{cond}>",
            alias = {
                "Rm == 31 && Rn == 31 && cond < 14 => cset <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinc <Wd>, <Wn>, <{notcond}>"})
    static void csinc32(long s, long d) {
        setWd(s, d, holds(s, d) ? xn(s, d) : xm(s, d) + 1);
    }

    @Insn(bits = "1 1 0 11010100 Rm cond:4 0 0 Rn Rd", asm = "csinv <Xd>, <Xn>, <Xm>, <{cond}>",
            alias = {
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Xd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Xd>, <Xn>, <{notcond}>"})
    static void csinv64(long s, long d) {
        setXd(s, d, holds(s, d) ? xn(s, d) : ~xm(s, d));
    }

    @Insn(bits = "0 1 0 11010100 Rm cond:4 0 0 Rn Rd", asm = "csinv <Wd>, <Wn>, <Wm>, <{cond}>",
            alias = {
                "Rm == 31 && Rn == 31 && cond < 14 => csetm <Wd>, <{notcond}>",
                "Rm == Rn && cond < 14 => cinv <Wd>, <Wn>, <{notcond}>"})
    static void csinv32(long s, long d) {
        setWd(s, d, holds(s, d) ? xn(s, d) : ~xm(s, d));
    }

    @Insn(bits = "1 1 0 11010100 Rm cond:4 0 1 Rn Rd", asm = "csneg <Xd>, <Xn>, <Xm>, <{cond}>",
            alias = "Rm == Rn && cond < 14 => cneg <Xd>, <Xn>, <{notcond}>")
    static void csneg64(long s, long d) {
        setXd(s, d, holds(s, d) ? xn(s, d) : -xm(s, d));
    }

    @Insn(bits = "0 1 0 11010100 Rm cond:4 0 1 Rn Rd", asm = "csneg <Wd>, <Wn>, <Wm>, <{cond}>",
            alias = "Rm == Rn && cond < 14 => cneg <Wd>, <Wn>, <{notcond}>")
    static void csneg32(long s, long d) {
        setWd(s, d, holds(s, d) ? xn(s, d) : -xm(s, d));
    }
}

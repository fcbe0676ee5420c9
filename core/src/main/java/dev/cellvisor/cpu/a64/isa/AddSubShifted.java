package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** ADD, ADDS, SUB, SUBS (shifted register) with LSL, which includes no shift at all; see {@link AddSubShiftedRight}. */
@Family("Add/subtract (shifted register)")
final class AddSubShifted {

    private AddSubShifted() {
    }

    @Insn(bits = "1 0 0 01011 00 0 Rm imm6:6 Rn Rd", asm = "add <Xd>, <Xn>, <Xm><{,shift}>")
    static void add64(long s, long d) {
        setXd(s, d, xn(s, d) + (xm(s, d) << (d >>> 10)));
    }

    @Insn(bits = "0 0 0 01011 00 0 Rm 0 imm5:5 Rn Rd", asm = "add <Wd>, <Wn>, <Wm><{,shift}>")
    static void add32(long s, long d) {
        setWd(s, d, xn(s, d) + (xm(s, d) << (d >>> 10)));
    }

    @Insn(bits = "1 0 1 01011 00 0 Rm imm6:6 Rn Rd", asm = "adds <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rd == 31 => cmn <Xn>, <Xm><{,shift}>")
    static void adds64(long s, long d) {
        long a = xn(s, d);
        long b = xm(s, d) << (d >>> 10);
        setNzcv(s, Flags.add64(a, b));
        setXd(s, d, a + b);
    }

    @Insn(bits = "0 0 1 01011 00 0 Rm 0 imm5:5 Rn Rd", asm = "adds <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rd == 31 => cmn <Wn>, <Wm><{,shift}>")
    static void adds32(long s, long d) {
        int a = (int) xn(s, d);
        int b = (int) xm(s, d) << (d >>> 10);
        setNzcv(s, Flags.add32(a, b));
        setWd(s, d, a + b);
    }

    @Insn(bits = "1 1 0 01011 00 0 Rm imm6:6 Rn Rd", asm = "sub <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rn == 31 => neg <Xd>, <Xm><{,shift}>")
    static void sub64(long s, long d) {
        setXd(s, d, xn(s, d) - (xm(s, d) << (d >>> 10)));
    }

    @Insn(bits = "0 1 0 01011 00 0 Rm 0 imm5:5 Rn Rd", asm = "sub <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rn == 31 => neg <Wd>, <Wm><{,shift}>")
    static void sub32(long s, long d) {
        setWd(s, d, xn(s, d) - (xm(s, d) << (d >>> 10)));
    }

    @Insn(bits = "1 1 1 01011 00 0 Rm imm6:6 Rn Rd", asm = "subs <Xd>, <Xn>, <Xm><{,shift}>",
            alias = {"Rd == 31 => cmp <Xn>, <Xm><{,shift}>", "Rn == 31 => negs <Xd>, <Xm><{,shift}>"})
    static void subs64(long s, long d) {
        long a = xn(s, d);
        long b = xm(s, d) << (d >>> 10);
        setNzcv(s, Flags.sub64(a, b));
        setXd(s, d, a - b);
    }

    @Insn(bits = "0 1 1 01011 00 0 Rm 0 imm5:5 Rn Rd", asm = "subs <Wd>, <Wn>, <Wm><{,shift}>",
            alias = {"Rd == 31 => cmp <Wn>, <Wm><{,shift}>", "Rn == 31 => negs <Wd>, <Wm><{,shift}>"})
    static void subs32(long s, long d) {
        int a = (int) xn(s, d);
        int b = (int) xm(s, d) << (d >>> 10);
        setNzcv(s, Flags.sub32(a, b));
        setWd(s, d, a - b);
    }
}

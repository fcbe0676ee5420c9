package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** ADD, ADDS, SUB, SUBS (shifted register) with LSR or ASR: rare, so that {@link AddSubShifted} needs no choice. */
@Family(value = "Add/subtract (shifted register)", group = Group.RARE)
final class AddSubShiftedRight {

    private AddSubShiftedRight() {
    }

    @Insn(bits = "1 0 0 01011 01 0 Rm imm6:6 Rn Rd", asm = "add <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 0 0 01011 10 0 Rm imm6:6 Rn Rd", asm = "add <Xd>, <Xn>, <Xm><{,shift}>")
    static void add64(long s, long d) {
        setXd(s, d, xn(s, d) + Shifted.x(s, d));
    }

    @Insn(bits = "0 0 0 01011 01 0 Rm 0 imm5:5 Rn Rd", asm = "add <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 0 0 01011 10 0 Rm 0 imm5:5 Rn Rd", asm = "add <Wd>, <Wn>, <Wm><{,shift}>")
    static void add32(long s, long d) {
        setWd(s, d, xn(s, d) + Shifted.w(s, d));
    }

    @Insn(bits = "1 0 1 01011 01 0 Rm imm6:6 Rn Rd", asm = "adds <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rd == 31 => cmn <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 0 1 01011 10 0 Rm imm6:6 Rn Rd", asm = "adds <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rd == 31 => cmn <Xn>, <Xm><{,shift}>")
    static void adds64(long s, long d) {
        long a = xn(s, d);
        long b = Shifted.x(s, d);
        setNzcv(s, Flags.add64(a, b));
        setXd(s, d, a + b);
    }

    @Insn(bits = "0 0 1 01011 01 0 Rm 0 imm5:5 Rn Rd", asm = "adds <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rd == 31 => cmn <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 0 1 01011 10 0 Rm 0 imm5:5 Rn Rd", asm = "adds <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rd == 31 => cmn <Wn>, <Wm><{,shift}>")
    static void adds32(long s, long d) {
        int a = (int) xn(s, d);
        int b = Shifted.w(s, d);
        setNzcv(s, Flags.add32(a, b));
        setWd(s, d, a + b);
    }

    @Insn(bits = "1 1 0 01011 01 0 Rm imm6:6 Rn Rd", asm = "sub <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rn == 31 => neg <Xd>, <Xm><{,shift}>")
    @Insn(bits = "1 1 0 01011 10 0 Rm imm6:6 Rn Rd", asm = "sub <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rn == 31 => neg <Xd>, <Xm><{,shift}>")
    static void sub64(long s, long d) {
        setXd(s, d, xn(s, d) - Shifted.x(s, d));
    }

    @Insn(bits = "0 1 0 01011 01 0 Rm 0 imm5:5 Rn Rd", asm = "sub <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rn == 31 => neg <Wd>, <Wm><{,shift}>")
    @Insn(bits = "0 1 0 01011 10 0 Rm 0 imm5:5 Rn Rd", asm = "sub <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rn == 31 => neg <Wd>, <Wm><{,shift}>")
    static void sub32(long s, long d) {
        setWd(s, d, xn(s, d) - Shifted.w(s, d));
    }

    @Insn(bits = "1 1 1 01011 01 0 Rm imm6:6 Rn Rd", asm = "subs <Xd>, <Xn>, <Xm><{,shift}>",
            alias = {"Rd == 31 => cmp <Xn>, <Xm><{,shift}>", "Rn == 31 => negs <Xd>, <Xm><{,shift}>"})
    @Insn(bits = "1 1 1 01011 10 0 Rm imm6:6 Rn Rd", asm = "subs <Xd>, <Xn>, <Xm><{,shift}>",
            alias = {"Rd == 31 => cmp <Xn>, <Xm><{,shift}>", "Rn == 31 => negs <Xd>, <Xm><{,shift}>"})
    static void subs64(long s, long d) {
        long a = xn(s, d);
        long b = Shifted.x(s, d);
        setNzcv(s, Flags.sub64(a, b));
        setXd(s, d, a - b);
    }

    @Insn(bits = "0 1 1 01011 01 0 Rm 0 imm5:5 Rn Rd", asm = "subs <Wd>, <Wn>, <Wm><{,shift}>",
            alias = {"Rd == 31 => cmp <Wn>, <Wm><{,shift}>", "Rn == 31 => negs <Wd>, <Wm><{,shift}>"})
    @Insn(bits = "0 1 1 01011 10 0 Rm 0 imm5:5 Rn Rd", asm = "subs <Wd>, <Wn>, <Wm><{,shift}>",
            alias = {"Rd == 31 => cmp <Wn>, <Wm><{,shift}>", "Rn == 31 => negs <Wd>, <Wm><{,shift}>"})
    static void subs32(long s, long d) {
        int a = (int) xn(s, d);
        int b = Shifted.w(s, d);
        setNzcv(s, Flags.sub32(a, b));
        setWd(s, d, a - b);
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** AND, BIC, ORR, ORN, EOR, EON, ANDS, BICS (shifted register) with LSR, ASR or ROR: rare, so that {@link LogicalShifted} needs no choice. */
@Family(value = "Logical (shifted register)", group = Group.RARE)
final class LogicalShiftedRight {

    private LogicalShiftedRight() {
    }

    @Insn(bits = "1 00 01010 01 0 Rm imm6:6 Rn Rd", asm = "and <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 00 01010 10 0 Rm imm6:6 Rn Rd", asm = "and <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 00 01010 11 0 Rm imm6:6 Rn Rd", asm = "and <Xd>, <Xn>, <Xm><{,shift}>")
    static void and64(long s, long d) {
        setXd(s, d, xn(s, d) & Shifted.x(s, d));
    }

    @Insn(bits = "0 00 01010 01 0 Rm 0 imm5:5 Rn Rd", asm = "and <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 00 01010 10 0 Rm 0 imm5:5 Rn Rd", asm = "and <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 00 01010 11 0 Rm 0 imm5:5 Rn Rd", asm = "and <Wd>, <Wn>, <Wm><{,shift}>")
    static void and32(long s, long d) {
        setWd(s, d, xn(s, d) & Shifted.w(s, d));
    }

    @Insn(bits = "1 00 01010 01 1 Rm imm6:6 Rn Rd", asm = "bic <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 00 01010 10 1 Rm imm6:6 Rn Rd", asm = "bic <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 00 01010 11 1 Rm imm6:6 Rn Rd", asm = "bic <Xd>, <Xn>, <Xm><{,shift}>")
    static void bic64(long s, long d) {
        setXd(s, d, xn(s, d) & ~Shifted.x(s, d));
    }

    @Insn(bits = "0 00 01010 01 1 Rm 0 imm5:5 Rn Rd", asm = "bic <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 00 01010 10 1 Rm 0 imm5:5 Rn Rd", asm = "bic <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 00 01010 11 1 Rm 0 imm5:5 Rn Rd", asm = "bic <Wd>, <Wn>, <Wm><{,shift}>")
    static void bic32(long s, long d) {
        setWd(s, d, xn(s, d) & ~Shifted.w(s, d));
    }

    @Insn(bits = "1 01 01010 01 0 Rm imm6:6 Rn Rd", asm = "orr <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 01 01010 10 0 Rm imm6:6 Rn Rd", asm = "orr <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 01 01010 11 0 Rm imm6:6 Rn Rd", asm = "orr <Xd>, <Xn>, <Xm><{,shift}>")
    static void orr64(long s, long d) {
        setXd(s, d, xn(s, d) | Shifted.x(s, d));
    }

    @Insn(bits = "0 01 01010 01 0 Rm 0 imm5:5 Rn Rd", asm = "orr <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 01 01010 10 0 Rm 0 imm5:5 Rn Rd", asm = "orr <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 01 01010 11 0 Rm 0 imm5:5 Rn Rd", asm = "orr <Wd>, <Wn>, <Wm><{,shift}>")
    static void orr32(long s, long d) {
        setWd(s, d, xn(s, d) | Shifted.w(s, d));
    }

    @Insn(bits = "1 01 01010 01 1 Rm imm6:6 Rn Rd", asm = "orn <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rn == 31 => mvn <Xd>, <Xm><{,shift}>")
    @Insn(bits = "1 01 01010 10 1 Rm imm6:6 Rn Rd", asm = "orn <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rn == 31 => mvn <Xd>, <Xm><{,shift}>")
    @Insn(bits = "1 01 01010 11 1 Rm imm6:6 Rn Rd", asm = "orn <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rn == 31 => mvn <Xd>, <Xm><{,shift}>")
    static void orn64(long s, long d) {
        setXd(s, d, xn(s, d) | ~Shifted.x(s, d));
    }

    @Insn(bits = "0 01 01010 01 1 Rm 0 imm5:5 Rn Rd", asm = "orn <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rn == 31 => mvn <Wd>, <Wm><{,shift}>")
    @Insn(bits = "0 01 01010 10 1 Rm 0 imm5:5 Rn Rd", asm = "orn <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rn == 31 => mvn <Wd>, <Wm><{,shift}>")
    @Insn(bits = "0 01 01010 11 1 Rm 0 imm5:5 Rn Rd", asm = "orn <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rn == 31 => mvn <Wd>, <Wm><{,shift}>")
    static void orn32(long s, long d) {
        setWd(s, d, xn(s, d) | ~Shifted.w(s, d));
    }

    @Insn(bits = "1 10 01010 01 0 Rm imm6:6 Rn Rd", asm = "eor <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 10 01010 10 0 Rm imm6:6 Rn Rd", asm = "eor <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 10 01010 11 0 Rm imm6:6 Rn Rd", asm = "eor <Xd>, <Xn>, <Xm><{,shift}>")
    static void eor64(long s, long d) {
        setXd(s, d, xn(s, d) ^ Shifted.x(s, d));
    }

    @Insn(bits = "0 10 01010 01 0 Rm 0 imm5:5 Rn Rd", asm = "eor <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 10 01010 10 0 Rm 0 imm5:5 Rn Rd", asm = "eor <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 10 01010 11 0 Rm 0 imm5:5 Rn Rd", asm = "eor <Wd>, <Wn>, <Wm><{,shift}>")
    static void eor32(long s, long d) {
        setWd(s, d, xn(s, d) ^ Shifted.w(s, d));
    }

    @Insn(bits = "1 10 01010 01 1 Rm imm6:6 Rn Rd", asm = "eon <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 10 01010 10 1 Rm imm6:6 Rn Rd", asm = "eon <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 10 01010 11 1 Rm imm6:6 Rn Rd", asm = "eon <Xd>, <Xn>, <Xm><{,shift}>")
    static void eon64(long s, long d) {
        setXd(s, d, xn(s, d) ^ ~Shifted.x(s, d));
    }

    @Insn(bits = "0 10 01010 01 1 Rm 0 imm5:5 Rn Rd", asm = "eon <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 10 01010 10 1 Rm 0 imm5:5 Rn Rd", asm = "eon <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 10 01010 11 1 Rm 0 imm5:5 Rn Rd", asm = "eon <Wd>, <Wn>, <Wm><{,shift}>")
    static void eon32(long s, long d) {
        setWd(s, d, xn(s, d) ^ ~Shifted.w(s, d));
    }

    @Insn(bits = "1 11 01010 01 0 Rm imm6:6 Rn Rd", asm = "ands <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rd == 31 => tst <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 11 01010 10 0 Rm imm6:6 Rn Rd", asm = "ands <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rd == 31 => tst <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 11 01010 11 0 Rm imm6:6 Rn Rd", asm = "ands <Xd>, <Xn>, <Xm><{,shift}>",
            alias = "Rd == 31 => tst <Xn>, <Xm><{,shift}>")
    static void ands64(long s, long d) {
        long r = xn(s, d) & Shifted.x(s, d);
        setNzcv(s, Flags.logic64(r));
        setXd(s, d, r);
    }

    @Insn(bits = "0 11 01010 01 0 Rm 0 imm5:5 Rn Rd", asm = "ands <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rd == 31 => tst <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 11 01010 10 0 Rm 0 imm5:5 Rn Rd", asm = "ands <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rd == 31 => tst <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 11 01010 11 0 Rm 0 imm5:5 Rn Rd", asm = "ands <Wd>, <Wn>, <Wm><{,shift}>",
            alias = "Rd == 31 => tst <Wn>, <Wm><{,shift}>")
    static void ands32(long s, long d) {
        int r = (int) (xn(s, d) & Shifted.w(s, d));
        setNzcv(s, Flags.logic32(r));
        setWd(s, d, r);
    }

    @Insn(bits = "1 11 01010 01 1 Rm imm6:6 Rn Rd", asm = "bics <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 11 01010 10 1 Rm imm6:6 Rn Rd", asm = "bics <Xd>, <Xn>, <Xm><{,shift}>")
    @Insn(bits = "1 11 01010 11 1 Rm imm6:6 Rn Rd", asm = "bics <Xd>, <Xn>, <Xm><{,shift}>")
    static void bics64(long s, long d) {
        long r = xn(s, d) & ~Shifted.x(s, d);
        setNzcv(s, Flags.logic64(r));
        setXd(s, d, r);
    }

    @Insn(bits = "0 11 01010 01 1 Rm 0 imm5:5 Rn Rd", asm = "bics <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 11 01010 10 1 Rm 0 imm5:5 Rn Rd", asm = "bics <Wd>, <Wn>, <Wm><{,shift}>")
    @Insn(bits = "0 11 01010 11 1 Rm 0 imm5:5 Rn Rd", asm = "bics <Wd>, <Wn>, <Wm><{,shift}>")
    static void bics32(long s, long d) {
        int r = (int) (xn(s, d) & ~Shifted.w(s, d));
        setNzcv(s, Flags.logic32(r));
        setWd(s, d, r);
    }
}

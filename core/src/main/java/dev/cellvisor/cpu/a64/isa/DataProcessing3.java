package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.wm;
import static dev.cellvisor.cpu.a64.isa.Regs.wn;
import static dev.cellvisor.cpu.a64.isa.Regs.xa;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** MADD, MSUB, SMADDL, SMSUBL, UMADDL, UMSUBL, SMULH, UMULH. */
@Family("Data-processing (3 source)")
final class DataProcessing3 {

    private DataProcessing3() {
    }

    private static long signedProduct(long s, long d) {
        return (long) (int) xn(s, d) * (int) xm(s, d);
    }

    @Insn(bits = "1 00 11011 000 Rm 0 Ra Rn Rd", asm = "madd <Xd>, <Xn>, <Xm>, <Xa>", alias = "Ra == 31 => mul <Xd>, <Xn>, <Xm>")
    static void madd64(long s, long d) {
        setXd(s, d, xa(s, d) + xn(s, d) * xm(s, d));
    }

    @Insn(bits = "0 00 11011 000 Rm 0 Ra Rn Rd", asm = "madd <Wd>, <Wn>, <Wm>, <Wa>", alias = "Ra == 31 => mul <Wd>, <Wn>, <Wm>")
    static void madd32(long s, long d) {
        setWd(s, d, xa(s, d) + xn(s, d) * xm(s, d));
    }

    @Insn(bits = "1 00 11011 000 Rm 1 Ra Rn Rd", asm = "msub <Xd>, <Xn>, <Xm>, <Xa>", alias = "Ra == 31 => mneg <Xd>, <Xn>, <Xm>")
    static void msub64(long s, long d) {
        setXd(s, d, xa(s, d) - xn(s, d) * xm(s, d));
    }

    @Insn(bits = "0 00 11011 000 Rm 1 Ra Rn Rd", asm = "msub <Wd>, <Wn>, <Wm>, <Wa>", alias = "Ra == 31 => mneg <Wd>, <Wn>, <Wm>")
    static void msub32(long s, long d) {
        setWd(s, d, xa(s, d) - xn(s, d) * xm(s, d));
    }

    @Insn(bits = "1 00 11011 001 Rm 0 Ra Rn Rd", asm = "smaddl <Xd>, <Wn>, <Wm>, <Xa>", alias = "Ra == 31 => smull <Xd>, <Wn>, <Wm>")
    static void smaddl(long s, long d) {
        setXd(s, d, xa(s, d) + signedProduct(s, d));
    }

    @Insn(bits = "1 00 11011 001 Rm 1 Ra Rn Rd", asm = "smsubl <Xd>, <Wn>, <Wm>, <Xa>", alias = "Ra == 31 => smnegl <Xd>, <Wn>, <Wm>")
    static void smsubl(long s, long d) {
        setXd(s, d, xa(s, d) - signedProduct(s, d));
    }

    // Ra of SMULH and UMULH should be ones; any value is accepted, as by QEMU.
    @Insn(bits = "1 00 11011 010 Rm 0 sbo:5 Rn Rd", asm = "smulh <Xd>, <Xn>, <Xm>")
    static void smulh(long s, long d) {
        setXd(s, d, Math.multiplyHigh(xn(s, d), xm(s, d)));
    }

    @Insn(bits = "1 00 11011 101 Rm 0 Ra Rn Rd", asm = "umaddl <Xd>, <Wn>, <Wm>, <Xa>", alias = "Ra == 31 => umull <Xd>, <Wn>, <Wm>")
    static void umaddl(long s, long d) {
        setXd(s, d, xa(s, d) + wn(s, d) * wm(s, d));
    }

    @Insn(bits = "1 00 11011 101 Rm 1 Ra Rn Rd", asm = "umsubl <Xd>, <Wn>, <Wm>, <Xa>", alias = "Ra == 31 => umnegl <Xd>, <Wn>, <Wm>")
    static void umsubl(long s, long d) {
        setXd(s, d, xa(s, d) - wn(s, d) * wm(s, d));
    }

    @Insn(bits = "1 00 11011 110 Rm 0 sbo:5 Rn Rd", asm = "umulh <Xd>, <Xn>, <Xm>")
    static void umulh(long s, long d) {
        setXd(s, d, Math.unsignedMultiplyHigh(xn(s, d), xm(s, d)));
    }
}

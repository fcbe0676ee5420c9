package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.wm;
import static dev.cellvisor.cpu.a64.isa.Regs.wn;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** UDIV, SDIV, LSLV, LSRV, ASRV, RORV. Division by zero gives zero; the most negative number by -1 gives itself, as in Java. */
@Family("Data-processing (2 source)")
final class DataProcessing2 {

    private DataProcessing2() {
    }

    @Insn(bits = "1 0 0 11010110 Rm 00001 0 Rn Rd", asm = "udiv <Xd>, <Xn>, <Xm>")
    static void udiv64(long s, long d) {
        long m = xm(s, d);
        setXd(s, d, m == 0 ? 0 : Long.divideUnsigned(xn(s, d), m));
    }

    @Insn(bits = "0 0 0 11010110 Rm 00001 0 Rn Rd", asm = "udiv <Wd>, <Wn>, <Wm>")
    static void udiv32(long s, long d) {
        long m = wm(s, d);
        setXd(s, d, m == 0 ? 0 : wn(s, d) / m);
    }

    @Insn(bits = "1 0 0 11010110 Rm 00001 1 Rn Rd", asm = "sdiv <Xd>, <Xn>, <Xm>")
    static void sdiv64(long s, long d) {
        long m = xm(s, d);
        setXd(s, d, m == 0 ? 0 : xn(s, d) / m);
    }

    @Insn(bits = "0 0 0 11010110 Rm 00001 1 Rn Rd", asm = "sdiv <Wd>, <Wn>, <Wm>")
    static void sdiv32(long s, long d) {
        int m = (int) xm(s, d);
        setWd(s, d, m == 0 ? 0 : (int) xn(s, d) / m);
    }

    @Insn(bits = "1 0 0 11010110 Rm 0010 00 Rn Rd", asm = "lsl <Xd>, <Xn>, <Xm>")
    static void lslv64(long s, long d) {
        setXd(s, d, xn(s, d) << xm(s, d));
    }

    @Insn(bits = "0 0 0 11010110 Rm 0010 00 Rn Rd", asm = "lsl <Wd>, <Wn>, <Wm>")
    static void lslv32(long s, long d) {
        setWd(s, d, (int) xn(s, d) << xm(s, d));
    }

    @Insn(bits = "1 0 0 11010110 Rm 0010 01 Rn Rd", asm = "lsr <Xd>, <Xn>, <Xm>")
    static void lsrv64(long s, long d) {
        setXd(s, d, xn(s, d) >>> xm(s, d));
    }

    @Insn(bits = "0 0 0 11010110 Rm 0010 01 Rn Rd", asm = "lsr <Wd>, <Wn>, <Wm>")
    static void lsrv32(long s, long d) {
        setWd(s, d, (int) xn(s, d) >>> xm(s, d));
    }

    @Insn(bits = "1 0 0 11010110 Rm 0010 10 Rn Rd", asm = "asr <Xd>, <Xn>, <Xm>")
    static void asrv64(long s, long d) {
        setXd(s, d, xn(s, d) >> xm(s, d));
    }

    @Insn(bits = "0 0 0 11010110 Rm 0010 10 Rn Rd", asm = "asr <Wd>, <Wn>, <Wm>")
    static void asrv32(long s, long d) {
        setWd(s, d, (int) xn(s, d) >> xm(s, d));
    }

    @Insn(bits = "1 0 0 11010110 Rm 0010 11 Rn Rd", asm = "ror <Xd>, <Xn>, <Xm>")
    static void rorv64(long s, long d) {
        setXd(s, d, Long.rotateRight(xn(s, d), (int) xm(s, d)));
    }

    @Insn(bits = "0 0 0 11010110 Rm 0010 11 Rn Rd", asm = "ror <Wd>, <Wn>, <Wm>")
    static void rorv32(long s, long d) {
        setWd(s, d, Integer.rotateRight((int) xn(s, d), (int) xm(s, d)));
    }
}

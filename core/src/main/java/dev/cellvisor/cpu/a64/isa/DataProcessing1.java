package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** RBIT, REV16, REV32, REV, CLZ, CLS. */
@Family("Data-processing (1 source)")
final class DataProcessing1 {
    private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;

    private DataProcessing1() {
    }

    private static long swapBytesOfHalfwords(long x) {
        return x >>> 8 & EVEN_BYTES | (x & EVEN_BYTES) << 8;
    }

    @Insn(bits = "1 1 0 11010110 00000 000000 Rn Rd", asm = "rbit <Xd>, <Xn>")
    static void rbit64(long s, long d) {
        setXd(s, d, Long.reverse(xn(s, d)));
    }

    @Insn(bits = "0 1 0 11010110 00000 000000 Rn Rd", asm = "rbit <Wd>, <Wn>")
    static void rbit32(long s, long d) {
        setWd(s, d, Integer.reverse((int) xn(s, d)));
    }

    @Insn(bits = "1 1 0 11010110 00000 000001 Rn Rd", asm = "rev16 <Xd>, <Xn>")
    static void rev16On64(long s, long d) {
        setXd(s, d, swapBytesOfHalfwords(xn(s, d)));
    }

    @Insn(bits = "0 1 0 11010110 00000 000001 Rn Rd", asm = "rev16 <Wd>, <Wn>")
    static void rev16On32(long s, long d) {
        setWd(s, d, swapBytesOfHalfwords(xn(s, d)));
    }

    @Insn(bits = "1 1 0 11010110 00000 000010 Rn Rd", asm = "rev32 <Xd>, <Xn>")
    static void rev32On64(long s, long d) {
        setXd(s, d, Long.rotateLeft(Long.reverseBytes(xn(s, d)), 32));
    }

    @Insn(bits = "0 1 0 11010110 00000 000010 Rn Rd", asm = "rev <Wd>, <Wn>")
    static void rev32(long s, long d) {
        setWd(s, d, Integer.reverseBytes((int) xn(s, d)));
    }

    @Insn(bits = "1 1 0 11010110 00000 000011 Rn Rd", asm = "rev <Xd>, <Xn>")
    static void rev64(long s, long d) {
        setXd(s, d, Long.reverseBytes(xn(s, d)));
    }

    @Insn(bits = "1 1 0 11010110 00000 000100 Rn Rd", asm = "clz <Xd>, <Xn>")
    static void clz64(long s, long d) {
        setXd(s, d, Long.numberOfLeadingZeros(xn(s, d)));
    }

    @Insn(bits = "0 1 0 11010110 00000 000100 Rn Rd", asm = "clz <Wd>, <Wn>")
    static void clz32(long s, long d) {
        setXd(s, d, Integer.numberOfLeadingZeros((int) xn(s, d)));
    }

    @Insn(bits = "1 1 0 11010110 00000 000101 Rn Rd", asm = "cls <Xd>, <Xn>")
    static void cls64(long s, long d) {
        long n = xn(s, d);
        setXd(s, d, Long.numberOfLeadingZeros(n ^ n >> 63) - 1);
    }

    @Insn(bits = "0 1 0 11010110 00000 000101 Rn Rd", asm = "cls <Wd>, <Wn>")
    static void cls32(long s, long d) {
        int n = (int) xn(s, d);
        setXd(s, d, Integer.numberOfLeadingZeros(n ^ n >> 31) - 1);
    }
}

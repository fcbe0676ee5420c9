package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.nzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** ADC, ADCS, SBC, SBCS. Subtraction adds the complement (Arm ARM, AddWithCarry). */
@Family(value = "Add/subtract (with carry)", group = Group.RARE)
final class AddSubCarry {

    private AddSubCarry() {
    }

    private static int carry(long s) {
        return nzcv(s) >>> 29 & 1;
    }

    private static void flags64(long s, long a, long b, long r) {
        int z = r == 0 ? 0x4000_0000 : 0;
        int c = (int) ((a & b | (a | b) & ~r) >>> 34) & 0x2000_0000;
        int v = (int) (((a ^ r) & (b ^ r)) >>> 35) & 0x1000_0000;
        setNzcv(s, (int) (r >>> 32) & 0x8000_0000 | z | c | v);
    }

    private static void flags32(long s, int a, int b, int r) {
        int z = r == 0 ? 0x4000_0000 : 0;
        int c = (a & b | (a | b) & ~r) >>> 2 & 0x2000_0000;
        int v = ((a ^ r) & (b ^ r)) >>> 3 & 0x1000_0000;
        setNzcv(s, r & 0x8000_0000 | z | c | v);
    }

    private static void addWithCarry64(long s, long d, long b) {
        long a = xn(s, d);
        long r = a + b + carry(s);
        flags64(s, a, b, r);
        setXd(s, d, r);
    }

    private static void addWithCarry32(long s, long d, int b) {
        int a = (int) xn(s, d);
        int r = a + b + carry(s);
        flags32(s, a, b, r);
        setWd(s, d, r);
    }

    @Insn(bits = "1 0 0 11010000 Rm 000000 Rn Rd", asm = "adc <Xd>, <Xn>, <Xm>")
    static void adc64(long s, long d) {
        setXd(s, d, xn(s, d) + xm(s, d) + carry(s));
    }

    @Insn(bits = "0 0 0 11010000 Rm 000000 Rn Rd", asm = "adc <Wd>, <Wn>, <Wm>")
    static void adc32(long s, long d) {
        setWd(s, d, xn(s, d) + xm(s, d) + carry(s));
    }

    @Insn(bits = "1 0 1 11010000 Rm 000000 Rn Rd", asm = "adcs <Xd>, <Xn>, <Xm>")
    static void adcs64(long s, long d) {
        addWithCarry64(s, d, xm(s, d));
    }

    @Insn(bits = "0 0 1 11010000 Rm 000000 Rn Rd", asm = "adcs <Wd>, <Wn>, <Wm>")
    static void adcs32(long s, long d) {
        addWithCarry32(s, d, (int) xm(s, d));
    }

    @Insn(bits = "1 1 0 11010000 Rm 000000 Rn Rd", asm = "sbc <Xd>, <Xn>, <Xm>", alias = "Rn == 31 => ngc <Xd>, <Xm>")
    static void sbc64(long s, long d) {
        setXd(s, d, xn(s, d) + ~xm(s, d) + carry(s));
    }

    @Insn(bits = "0 1 0 11010000 Rm 000000 Rn Rd", asm = "sbc <Wd>, <Wn>, <Wm>", alias = "Rn == 31 => ngc <Wd>, <Wm>")
    static void sbc32(long s, long d) {
        setWd(s, d, xn(s, d) + ~xm(s, d) + carry(s));
    }

    @Insn(bits = "1 1 1 11010000 Rm 000000 Rn Rd", asm = "sbcs <Xd>, <Xn>, <Xm>", alias = "Rn == 31 => ngcs <Xd>, <Xm>")
    static void sbcs64(long s, long d) {
        addWithCarry64(s, d, ~xm(s, d));
    }

    @Insn(bits = "0 1 1 11010000 Rm 000000 Rn Rd", asm = "sbcs <Wd>, <Wn>, <Wm>", alias = "Rn == 31 => ngcs <Wd>, <Wm>")
    static void sbcs32(long s, long d) {
        addWithCarry32(s, d, (int) ~xm(s, d));
    }
}

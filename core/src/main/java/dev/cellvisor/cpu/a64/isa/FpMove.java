package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** FMOV in all its forms, FABS, FNEG, FCSEL: bits move, nothing is computed and no flag is raised. */
@Family(value = "Floating-point move, absolute, negate, select", group = Group.FP)
final class FpMove {

    private FpMove() {
    }

    // ---- between registers

    @Insn(bits = "000 11110 00 1 0000 00 10000 Rn Rd", asm = "fmov <Sd>, <Sn>")
    static void fmovS(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) & 0xffff_ffffL);
    }

    @Insn(bits = "000 11110 01 1 0000 00 10000 Rn Rd", asm = "fmov <Dd>, <Dn>")
    static void fmovD(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d));
    }

    @Insn(bits = "000 11110 11 1 0000 00 10000 Rn Rd", asm = "fmov <Hd>, <Hn>", feature = Feature.FP16)
    static void fmovH(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) & 0xffff);
    }

    @Insn(bits = "000 11110 00 1 0000 01 10000 Rn Rd", asm = "fabs <Sd>, <Sn>")
    static void fabsS(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) & 0x7fff_ffff);
    }

    @Insn(bits = "000 11110 01 1 0000 01 10000 Rn Rd", asm = "fabs <Dd>, <Dn>")
    static void fabsD(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) & Long.MAX_VALUE);
    }

    @Insn(bits = "000 11110 11 1 0000 01 10000 Rn Rd", asm = "fabs <Hd>, <Hn>", feature = Feature.FP16)
    static void fabsH(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) & 0x7fff);
    }

    @Insn(bits = "000 11110 00 1 0000 10 10000 Rn Rd", asm = "fneg <Sd>, <Sn>")
    static void fnegS(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) & 0xffff_ffffL ^ 0x8000_0000L);
    }

    @Insn(bits = "000 11110 01 1 0000 10 10000 Rn Rd", asm = "fneg <Dd>, <Dn>")
    static void fnegD(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) ^ Long.MIN_VALUE);
    }

    @Insn(bits = "000 11110 11 1 0000 10 10000 Rn Rd", asm = "fneg <Hd>, <Hn>", feature = Feature.FP16)
    static void fnegH(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) & 0xffff ^ 0x8000);
    }

    // ---- immediate

    @Insn(bits = "000 11110 00 1 imm8:8 100 00000 Rd", asm = "fmov <Sd>, <{fpimm}>")
    static void fmovSImmediate(long s, long d) {
        Vec.setLow(s, d, FpImmediate.single((int) d >>> 13 & 0xff));
    }

    @Insn(bits = "000 11110 01 1 imm8:8 100 00000 Rd", asm = "fmov <Dd>, <{fpimm}>")
    static void fmovDImmediate(long s, long d) {
        Vec.setLow(s, d, FpImmediate.dbl((int) d >>> 13 & 0xff));
    }

    @Insn(bits = "000 11110 11 1 imm8:8 100 00000 Rd", asm = "fmov <Hd>, <{fpimm}>", feature = Feature.FP16)
    static void fmovHImmediate(long s, long d) {
        Vec.setLow(s, d, FpImmediate.half((int) d >>> 13 & 0xff));
    }

    // ---- general registers

    @Insn(bits = "000 11110 00 1 00 110 000000 Rn Rd", asm = "fmov <Wd>, <Sn>")
    static void fmovStoW(long s, long d) {
        Regs.setWd(s, d, Vec.nlo(s, d));
    }

    @Insn(bits = "000 11110 00 1 00 111 000000 Rn Rd", asm = "fmov <Sd>, <Wn>")
    static void fmovWtoS(long s, long d) {
        Vec.setLow(s, d, Regs.wn(s, d));
    }

    @Insn(bits = "100 11110 01 1 00 110 000000 Rn Rd", asm = "fmov <Xd>, <Dn>")
    static void fmovDtoX(long s, long d) {
        Regs.setXd(s, d, Vec.nlo(s, d));
    }

    @Insn(bits = "100 11110 01 1 00 111 000000 Rn Rd", asm = "fmov <Dd>, <Xn>")
    static void fmovXtoD(long s, long d) {
        Vec.setLow(s, d, Regs.xn(s, d));
    }

    @Insn(bits = "100 11110 10 1 01 110 000000 Rn Rd", asm = "fmov <Xd>, <Vn.D[1]>")
    static void fmovTopToX(long s, long d) {
        Regs.setXd(s, d, Vec.nhi(s, d));
    }

    @Insn(bits = "100 11110 10 1 01 111 000000 Rn Rd", asm = "fmov <Vd.D[1]>, <Xn>")
    static void fmovXtoTop(long s, long d) {
        setLong(s + (V + 8) + (d << 4 & 0x1f0), Regs.xn(s, d));
    }

    @Insn(bits = "000 11110 11 1 00 110 000000 Rn Rd", asm = "fmov <Wd>, <Hn>", feature = Feature.FP16)
    @Insn(bits = "100 11110 11 1 00 110 000000 Rn Rd", asm = "fmov <Xd>, <Hn>", feature = Feature.FP16)
    static void fmovHtoGeneral(long s, long d) {
        Regs.setXd(s, d, Vec.nlo(s, d) & 0xffff);
    }

    @Insn(bits = "000 11110 11 1 00 111 000000 Rn Rd", asm = "fmov <Hd>, <Wn>", feature = Feature.FP16)
    @Insn(bits = "100 11110 11 1 00 111 000000 Rn Rd", asm = "fmov <Hd>, <Xn>", feature = Feature.FP16)
    static void fmovGeneralToH(long s, long d) {
        Vec.setLow(s, d, Regs.xn(s, d) & 0xffff);
    }

    // ---- select

    private static long select(long s, long d) {
        return Flags.holds((int) d >>> 12 & 15, Regs.nzcv(s)) ? Vec.nlo(s, d) : Vec.mlo(s, d);
    }

    @Insn(bits = "000 11110 00 1 Rm cond:4 11 Rn Rd", asm = "fcsel <Sd>, <Sn>, <Sm>, <{cond}>")
    static void fcselS(long s, long d) {
        Vec.setLow(s, d, select(s, d) & 0xffff_ffffL);
    }

    @Insn(bits = "000 11110 01 1 Rm cond:4 11 Rn Rd", asm = "fcsel <Dd>, <Dn>, <Dm>, <{cond}>")
    static void fcselD(long s, long d) {
        Vec.setLow(s, d, select(s, d));
    }

    @Insn(bits = "000 11110 11 1 Rm cond:4 11 Rn Rd", asm = "fcsel <Hd>, <Hn>, <Hm>, <{cond}>", feature = Feature.FP16)
    static void fcselH(long s, long d) {
        Vec.setLow(s, d, select(s, d) & 0xffff);
    }
}

package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.fp.Format;
import dev.cellvisor.cpu.a64.fp.Fp;
import dev.cellvisor.cpu.a64.fp.FpCompare;
import dev.cellvisor.cpu.a64.fp.FpConvert;
import dev.cellvisor.cpu.a64.fp.Rounding;
import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Scalar floating-point arithmetic. What compilers use most stands once for S and once for D; the rest reads the format from bits 23:22. */
@Family(value = "Floating-point data-processing", group = Group.FP)
final class FpArithmetic {

    private FpArithmetic() {
    }

    private static long sn(long s, long d) {
        return Vec.nlo(s, d) & 0xffff_ffffL;
    }

    private static long sm(long s, long d) {
        return Vec.mlo(s, d) & 0xffff_ffffL;
    }

    private static long hn(long s, long d) {
        return Vec.nlo(s, d) & 0xffff;
    }

    private static long hm(long s, long d) {
        return Vec.mlo(s, d) & 0xffff;
    }

    private static long n(long s, long d) {
        return Vec.nlo(s, d) & Swar.FIRST[FpLanes.scalarFormat(d)];
    }

    private static long m(long s, long d) {
        return Vec.mlo(s, d) & Swar.FIRST[FpLanes.scalarFormat(d)];
    }

    private static long a(long s, long d) {
        return Vec.alo(s, d) & Swar.FIRST[FpLanes.scalarFormat(d)];
    }

    // ---- two operands

    @Insn(bits = "000 11110 00 1 Rm 0010 10 Rn Rd", asm = "fadd <Sd>, <Sn>, <Sm>")
    static void faddS(long s, long d) {
        Vec.setLow(s, d, Fp.add32(Vec.env(s), sn(s, d), sm(s, d)));
    }

    @Insn(bits = "000 11110 01 1 Rm 0010 10 Rn Rd", asm = "fadd <Dd>, <Dn>, <Dm>")
    static void faddD(long s, long d) {
        Vec.setLow(s, d, Fp.add64(Vec.env(s), Vec.nlo(s, d), Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11110 11 1 Rm 0010 10 Rn Rd", asm = "fadd <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void faddH(long s, long d) {
        Vec.setLow(s, d, Fp.add(Vec.env(s), Format.HALF, hn(s, d), hm(s, d)));
    }

    @Insn(bits = "000 11110 00 1 Rm 0011 10 Rn Rd", asm = "fsub <Sd>, <Sn>, <Sm>")
    static void fsubS(long s, long d) {
        Vec.setLow(s, d, Fp.sub32(Vec.env(s), sn(s, d), sm(s, d)));
    }

    @Insn(bits = "000 11110 01 1 Rm 0011 10 Rn Rd", asm = "fsub <Dd>, <Dn>, <Dm>")
    static void fsubD(long s, long d) {
        Vec.setLow(s, d, Fp.sub64(Vec.env(s), Vec.nlo(s, d), Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11110 11 1 Rm 0011 10 Rn Rd", asm = "fsub <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fsubH(long s, long d) {
        Vec.setLow(s, d, Fp.sub(Vec.env(s), Format.HALF, hn(s, d), hm(s, d)));
    }

    @Insn(bits = "000 11110 00 1 Rm 0000 10 Rn Rd", asm = "fmul <Sd>, <Sn>, <Sm>")
    static void fmulS(long s, long d) {
        Vec.setLow(s, d, Fp.mul32(Vec.env(s), sn(s, d), sm(s, d)));
    }

    @Insn(bits = "000 11110 01 1 Rm 0000 10 Rn Rd", asm = "fmul <Dd>, <Dn>, <Dm>")
    static void fmulD(long s, long d) {
        Vec.setLow(s, d, Fp.mul64(Vec.env(s), Vec.nlo(s, d), Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11110 11 1 Rm 0000 10 Rn Rd", asm = "fmul <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fmulH(long s, long d) {
        Vec.setLow(s, d, Fp.mul(Vec.env(s), Format.HALF, hn(s, d), hm(s, d)));
    }

    @Insn(bits = "000 11110 00 1 Rm 0001 10 Rn Rd", asm = "fdiv <Sd>, <Sn>, <Sm>")
    static void fdivS(long s, long d) {
        Vec.setLow(s, d, Fp.div32(Vec.env(s), sn(s, d), sm(s, d)));
    }

    @Insn(bits = "000 11110 01 1 Rm 0001 10 Rn Rd", asm = "fdiv <Dd>, <Dn>, <Dm>")
    static void fdivD(long s, long d) {
        Vec.setLow(s, d, Fp.div64(Vec.env(s), Vec.nlo(s, d), Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11110 11 1 Rm 0001 10 Rn Rd", asm = "fdiv <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fdivH(long s, long d) {
        Vec.setLow(s, d, Fp.div(Vec.env(s), Format.HALF, hn(s, d), hm(s, d)));
    }

    @Insn(bits = "000 11110 0 sz:1 1 Rm 1000 10 Rn Rd", asm = "fnmul <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "000 11110 11 1 Rm 1000 10 Rn Rd", asm = "fnmul <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fnmul(long s, long d) {
        Vec.setLow(s, d, Fp.nmul(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), m(s, d)));
    }

    @Insn(bits = "000 11110 0 sz:1 1 Rm 0100 10 Rn Rd", asm = "fmax <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "000 11110 11 1 Rm 0100 10 Rn Rd", asm = "fmax <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fmax(long s, long d) {
        Vec.setLow(s, d, FpCompare.max(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), m(s, d)));
    }

    @Insn(bits = "000 11110 0 sz:1 1 Rm 0101 10 Rn Rd", asm = "fmin <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "000 11110 11 1 Rm 0101 10 Rn Rd", asm = "fmin <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fmin(long s, long d) {
        Vec.setLow(s, d, FpCompare.min(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), m(s, d)));
    }

    @Insn(bits = "000 11110 0 sz:1 1 Rm 0110 10 Rn Rd", asm = "fmaxnm <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "000 11110 11 1 Rm 0110 10 Rn Rd", asm = "fmaxnm <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fmaxnm(long s, long d) {
        Vec.setLow(s, d, FpCompare.maxnm(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), m(s, d)));
    }

    @Insn(bits = "000 11110 0 sz:1 1 Rm 0111 10 Rn Rd", asm = "fminnm <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "000 11110 11 1 Rm 0111 10 Rn Rd", asm = "fminnm <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fminnm(long s, long d) {
        Vec.setLow(s, d, FpCompare.minnm(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), m(s, d)));
    }

    // ---- one operand

    @Insn(bits = "000 11110 00 1 0000 11 10000 Rn Rd", asm = "fsqrt <Sd>, <Sn>")
    static void fsqrtS(long s, long d) {
        Vec.setLow(s, d, Fp.sqrt32(Vec.env(s), sn(s, d)));
    }

    @Insn(bits = "000 11110 01 1 0000 11 10000 Rn Rd", asm = "fsqrt <Dd>, <Dn>")
    static void fsqrtD(long s, long d) {
        Vec.setLow(s, d, Fp.sqrt64(Vec.env(s), Vec.nlo(s, d)));
    }

    @Insn(bits = "000 11110 11 1 0000 11 10000 Rn Rd", asm = "fsqrt <Hd>, <Hn>", feature = Feature.FP16)
    static void fsqrtH(long s, long d) {
        Vec.setLow(s, d, Fp.sqrt(Vec.env(s), Format.HALF, hn(s, d)));
    }

    @Insn(bits = "000 11110 00 1 0001 01 10000 Rn Rd", asm = "fcvt <Dd>, <Sn>")
    static void fcvtStoD(long s, long d) {
        Vec.setLow(s, d, FpConvert.singleToDouble(Vec.env(s), sn(s, d)));
    }

    @Insn(bits = "000 11110 01 1 0001 00 10000 Rn Rd", asm = "fcvt <Sd>, <Dn>")
    static void fcvtDtoS(long s, long d) {
        Vec.setLow(s, d, FpConvert.doubleToSingle(Vec.env(s), Vec.nlo(s, d)));
    }

    @Insn(bits = "000 11110 00 1 0001 11 10000 Rn Rd", asm = "fcvt <Hd>, <Sn>")
    static void fcvtStoH(long s, long d) {
        Vec.setLow(s, d, FpConvert.convert(Vec.env(s), Format.HALF, Format.SINGLE, sn(s, d)));
    }

    @Insn(bits = "000 11110 01 1 0001 11 10000 Rn Rd", asm = "fcvt <Hd>, <Dn>")
    static void fcvtDtoH(long s, long d) {
        Vec.setLow(s, d, FpConvert.convert(Vec.env(s), Format.HALF, Format.DOUBLE, Vec.nlo(s, d)));
    }

    @Insn(bits = "000 11110 11 1 0001 00 10000 Rn Rd", asm = "fcvt <Sd>, <Hn>")
    static void fcvtHtoS(long s, long d) {
        Vec.setLow(s, d, FpConvert.convert(Vec.env(s), Format.SINGLE, Format.HALF, hn(s, d)));
    }

    @Insn(bits = "000 11110 11 1 0001 01 10000 Rn Rd", asm = "fcvt <Dd>, <Hn>")
    static void fcvtHtoD(long s, long d) {
        Vec.setLow(s, d, FpConvert.convert(Vec.env(s), Format.DOUBLE, Format.HALF, hn(s, d)));
    }

    private static void integral(long s, long d, int rounding, boolean exact) {
        Vec.setLow(s, d, FpConvert.roundToIntegral(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), rounding, exact));
    }

    @Insn(bits = "000 11110 0 sz:1 1 001 000 10000 Rn Rd", asm = "frintn <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "000 11110 11 1 001 000 10000 Rn Rd", asm = "frintn <Hd>, <Hn>", feature = Feature.FP16)
    static void frintn(long s, long d) {
        integral(s, d, Rounding.NEAREST, false);
    }

    @Insn(bits = "000 11110 0 sz:1 1 001 001 10000 Rn Rd", asm = "frintp <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "000 11110 11 1 001 001 10000 Rn Rd", asm = "frintp <Hd>, <Hn>", feature = Feature.FP16)
    static void frintp(long s, long d) {
        integral(s, d, Rounding.UP, false);
    }

    @Insn(bits = "000 11110 0 sz:1 1 001 010 10000 Rn Rd", asm = "frintm <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "000 11110 11 1 001 010 10000 Rn Rd", asm = "frintm <Hd>, <Hn>", feature = Feature.FP16)
    static void frintm(long s, long d) {
        integral(s, d, Rounding.DOWN, false);
    }

    @Insn(bits = "000 11110 0 sz:1 1 001 011 10000 Rn Rd", asm = "frintz <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "000 11110 11 1 001 011 10000 Rn Rd", asm = "frintz <Hd>, <Hn>", feature = Feature.FP16)
    static void frintz(long s, long d) {
        integral(s, d, Rounding.ZERO, false);
    }

    @Insn(bits = "000 11110 0 sz:1 1 001 100 10000 Rn Rd", asm = "frinta <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "000 11110 11 1 001 100 10000 Rn Rd", asm = "frinta <Hd>, <Hn>", feature = Feature.FP16)
    static void frinta(long s, long d) {
        integral(s, d, Rounding.AWAY, false);
    }

    @Insn(bits = "000 11110 0 sz:1 1 001 110 10000 Rn Rd", asm = "frintx <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "000 11110 11 1 001 110 10000 Rn Rd", asm = "frintx <Hd>, <Hn>", feature = Feature.FP16)
    static void frintx(long s, long d) {
        integral(s, d, Rounding.ofFpcr(Vec.env(s)), true);
    }

    @Insn(bits = "000 11110 0 sz:1 1 001 111 10000 Rn Rd", asm = "frinti <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "000 11110 11 1 001 111 10000 Rn Rd", asm = "frinti <Hd>, <Hn>", feature = Feature.FP16)
    static void frinti(long s, long d) {
        integral(s, d, Rounding.ofFpcr(Vec.env(s)), false);
    }

    @Insn(bits = "000 11110 0 sz:1 1 010 000 10000 Rn Rd", asm = "frint32z <{Vd:sz}>, <{Vn:sz}>", feature = Feature.FRINTTS)
    static void frint32z(long s, long d) {
        Vec.setLow(s, d, FpConvert.roundToIntegralOf(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), 32, Rounding.ZERO));
    }

    @Insn(bits = "000 11110 0 sz:1 1 010 001 10000 Rn Rd", asm = "frint32x <{Vd:sz}>, <{Vn:sz}>", feature = Feature.FRINTTS)
    static void frint32x(long s, long d) {
        Vec.setLow(s, d, FpConvert.roundToIntegralOf(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), 32, Rounding.ofFpcr(Vec.env(s))));
    }

    @Insn(bits = "000 11110 0 sz:1 1 010 010 10000 Rn Rd", asm = "frint64z <{Vd:sz}>, <{Vn:sz}>", feature = Feature.FRINTTS)
    static void frint64z(long s, long d) {
        Vec.setLow(s, d, FpConvert.roundToIntegralOf(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), 64, Rounding.ZERO));
    }

    @Insn(bits = "000 11110 0 sz:1 1 010 011 10000 Rn Rd", asm = "frint64x <{Vd:sz}>, <{Vn:sz}>", feature = Feature.FRINTTS)
    static void frint64x(long s, long d) {
        Vec.setLow(s, d, FpConvert.roundToIntegralOf(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), 64, Rounding.ofFpcr(Vec.env(s))));
    }

    // ---- three operands

    @Insn(bits = "000 11111 00 0 Rm 0 Ra Rn Rd", asm = "fmadd <Sd>, <Sn>, <Sm>, <Sa>")
    static void fmaddS(long s, long d) {
        Vec.setLow(s, d, Fp.fma32(Vec.env(s), Vec.alo(s, d) & 0xffff_ffffL, sn(s, d), sm(s, d)));
    }

    @Insn(bits = "000 11111 01 0 Rm 0 Ra Rn Rd", asm = "fmadd <Dd>, <Dn>, <Dm>, <Da>")
    static void fmaddD(long s, long d) {
        Vec.setLow(s, d, Fp.fma64(Vec.env(s), Vec.alo(s, d), Vec.nlo(s, d), Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11111 11 0 Rm 0 Ra Rn Rd", asm = "fmadd <Hd>, <Hn>, <Hm>, <Ha>", feature = Feature.FP16)
    static void fmaddH(long s, long d) {
        Vec.setLow(s, d, Fp.fma(Vec.env(s), Format.HALF, a(s, d), hn(s, d), hm(s, d)));
    }

    @Insn(bits = "000 11111 00 0 Rm 1 Ra Rn Rd", asm = "fmsub <Sd>, <Sn>, <Sm>, <Sa>")
    static void fmsubS(long s, long d) {
        Vec.setLow(s, d, Fp.fma32(Vec.env(s), Vec.alo(s, d) & 0xffff_ffffL, sn(s, d) ^ 0x8000_0000L, sm(s, d)));
    }

    @Insn(bits = "000 11111 01 0 Rm 1 Ra Rn Rd", asm = "fmsub <Dd>, <Dn>, <Dm>, <Da>")
    static void fmsubD(long s, long d) {
        Vec.setLow(s, d, Fp.fma64(Vec.env(s), Vec.alo(s, d), Vec.nlo(s, d) ^ Long.MIN_VALUE, Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11111 11 0 Rm 1 Ra Rn Rd", asm = "fmsub <Hd>, <Hn>, <Hm>, <Ha>", feature = Feature.FP16)
    static void fmsubH(long s, long d) {
        Vec.setLow(s, d, Fp.fma(Vec.env(s), Format.HALF, a(s, d), hn(s, d) ^ 0x8000, hm(s, d)));
    }

    @Insn(bits = "000 11111 00 1 Rm 0 Ra Rn Rd", asm = "fnmadd <Sd>, <Sn>, <Sm>, <Sa>")
    static void fnmaddS(long s, long d) {
        Vec.setLow(s, d, Fp.fma32(Vec.env(s), Vec.alo(s, d) & 0xffff_ffffL ^ 0x8000_0000L, sn(s, d) ^ 0x8000_0000L, sm(s, d)));
    }

    @Insn(bits = "000 11111 01 1 Rm 0 Ra Rn Rd", asm = "fnmadd <Dd>, <Dn>, <Dm>, <Da>")
    static void fnmaddD(long s, long d) {
        Vec.setLow(s, d, Fp.fma64(Vec.env(s), Vec.alo(s, d) ^ Long.MIN_VALUE, Vec.nlo(s, d) ^ Long.MIN_VALUE, Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11111 11 1 Rm 0 Ra Rn Rd", asm = "fnmadd <Hd>, <Hn>, <Hm>, <Ha>", feature = Feature.FP16)
    static void fnmaddH(long s, long d) {
        Vec.setLow(s, d, Fp.fma(Vec.env(s), Format.HALF, a(s, d) ^ 0x8000, hn(s, d) ^ 0x8000, hm(s, d)));
    }

    @Insn(bits = "000 11111 00 1 Rm 1 Ra Rn Rd", asm = "fnmsub <Sd>, <Sn>, <Sm>, <Sa>")
    static void fnmsubS(long s, long d) {
        Vec.setLow(s, d, Fp.fma32(Vec.env(s), Vec.alo(s, d) & 0xffff_ffffL ^ 0x8000_0000L, sn(s, d), sm(s, d)));
    }

    @Insn(bits = "000 11111 01 1 Rm 1 Ra Rn Rd", asm = "fnmsub <Dd>, <Dn>, <Dm>, <Da>")
    static void fnmsubD(long s, long d) {
        Vec.setLow(s, d, Fp.fma64(Vec.env(s), Vec.alo(s, d) ^ Long.MIN_VALUE, Vec.nlo(s, d), Vec.mlo(s, d)));
    }

    @Insn(bits = "000 11111 11 1 Rm 1 Ra Rn Rd", asm = "fnmsub <Hd>, <Hn>, <Hm>, <Ha>", feature = Feature.FP16)
    static void fnmsubH(long s, long d) {
        Vec.setLow(s, d, Fp.fma(Vec.env(s), Format.HALF, a(s, d) ^ 0x8000, hn(s, d), hm(s, d)));
    }

    // ---- comparisons

    @Insn(bits = "000 11110 00 1 Rm 00 1000 Rn 00000", asm = "fcmp <Sn>, <Sm>")
    static void fcmpS(long s, long d) {
        Regs.setNzcv(s, FpCompare.compare32(Vec.env(s), sn(s, d), sm(s, d), false));
    }

    @Insn(bits = "000 11110 01 1 Rm 00 1000 Rn 00000", asm = "fcmp <Dn>, <Dm>")
    static void fcmpD(long s, long d) {
        Regs.setNzcv(s, FpCompare.compare64(Vec.env(s), Vec.nlo(s, d), Vec.mlo(s, d), false));
    }

    @Insn(bits = "000 11110 00 1 Rm 00 1000 Rn 10000", asm = "fcmpe <Sn>, <Sm>")
    static void fcmpeS(long s, long d) {
        Regs.setNzcv(s, FpCompare.compare32(Vec.env(s), sn(s, d), sm(s, d), true));
    }

    @Insn(bits = "000 11110 01 1 Rm 00 1000 Rn 10000", asm = "fcmpe <Dn>, <Dm>")
    static void fcmpeD(long s, long d) {
        Regs.setNzcv(s, FpCompare.compare64(Vec.env(s), Vec.nlo(s, d), Vec.mlo(s, d), true));
    }

    @Insn(bits = "000 11110 11 1 Rm 00 1000 Rn e:1 0000", asm = "fcmp<{e}> <Hn>, <Hm>", feature = Feature.FP16)
    static void fcmpH(long s, long d) {
        Regs.setNzcv(s, FpCompare.compare(Vec.env(s), Format.HALF, hn(s, d), hm(s, d), (d & 16) != 0));
    }

    @Insn(bits = "000 11110 0 sz:1 1 xxxxx 00 1000 Rn e:1 1000", asm = "fcmp<{e}> <{Vn:sz}>, #0.0")
    @Insn(bits = "000 11110 11 1 xxxxx 00 1000 Rn e:1 1000", asm = "fcmp<{e}> <Hn>, #0.0", feature = Feature.FP16)
    static void fcmpZero(long s, long d) {
        Regs.setNzcv(s, FpCompare.compare(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), 0, (d & 16) != 0));
    }

    @Insn(bits = "000 11110 0 sz:1 1 Rm cond:4 01 Rn e:1 nzcv:4", asm = "fccmp<{e}> <{Vn:sz}>, <{Vm:sz}>, <#nzcv>, <{cond}>")
    @Insn(bits = "000 11110 11 1 Rm cond:4 01 Rn e:1 nzcv:4", asm = "fccmp<{e}> <Hn>, <Hm>, <#nzcv>, <{cond}>", feature = Feature.FP16)
    static void fccmp(long s, long d) {
        if (Flags.holds((int) d >>> 12 & 15, Regs.nzcv(s))) {
            Regs.setNzcv(s, FpCompare.compare(Vec.env(s), FpLanes.scalarFormat(d), n(s, d), m(s, d), (d & 16) != 0));
        } else {
            Regs.setNzcv(s, (int) d << 28);
        }
    }
}

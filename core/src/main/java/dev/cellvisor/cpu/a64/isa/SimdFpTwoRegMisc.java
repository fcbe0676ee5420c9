package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.fp.Format;
import dev.cellvisor.cpu.a64.fp.FpConvert;
import dev.cellvisor.cpu.a64.fp.FpEstimate;
import dev.cellvisor.cpu.a64.fp.Rounding;
import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Floating-point instructions on one vector and their scalar forms. Half precision has bit 19 set. */
@Family(value = "Advanced SIMD two-register miscellaneous, floating-point; scalar forms; conversions by immediate", group = Group.SIMD_B)
final class SimdFpTwoRegMisc {

    private SimdFpTwoRegMisc() {
    }

    private static int format(long d) {
        return (d & 1 << 19) != 0 ? Format.HALF : Format.SINGLE + ((int) d >>> 22 & 1);
    }

    /** Executes with 0 as the second operand. */
    private static void execute(long s, long d, int op) {
        FpLanes.execute(s, d, op, format(d), 0);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 01111 10 Rn Rd", asm = "fabs <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 01111 10 Rn Rd", asm = "fabs <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void fabs(long s, long d) {
        long signs = Swar.TOP[format(d)];
        Vec.setQ(s, d, Vec.nlo(s, d) & ~signs, Vec.nhi(s, d) & ~signs);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 01111 10 Rn Rd", asm = "fneg <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 01111 10 Rn Rd", asm = "fneg <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void fneg(long s, long d) {
        long signs = Swar.TOP[format(d)];
        Vec.setQ(s, d, Vec.nlo(s, d) ^ signs, Vec.nhi(s, d) ^ signs);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 11111 10 Rn Rd", asm = "fsqrt <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 11111 10 Rn Rd", asm = "fsqrt <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void fsqrt(long s, long d) {
        execute(s, d, FpLanes.FSQRT);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 11101 10 Rn Rd", asm = "frecpe <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 11101 10 Rn Rd", asm = "frecpe <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 1 sz:1 10000 11101 10 Rn Rd", asm = "frecpe <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 1 1 11100 11101 10 Rn Rd", asm = "frecpe <Hd>, <Hn>", feature = Feature.FP16)
    static void frecpe(long s, long d) {
        execute(s, d, FpLanes.FRECPE);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 11101 10 Rn Rd", asm = "frsqrte <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 11101 10 Rn Rd", asm = "frsqrte <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 10000 11101 10 Rn Rd", asm = "frsqrte <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 1 11110 1 1 11100 11101 10 Rn Rd", asm = "frsqrte <Hd>, <Hn>", feature = Feature.FP16)
    static void frsqrte(long s, long d) {
        execute(s, d, FpLanes.FRSQRTE);
    }

    @Insn(bits = "01 0 11110 1 sz:1 10000 11111 10 Rn Rd", asm = "frecpx <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 1 1 11100 11111 10 Rn Rd", asm = "frecpx <Hd>, <Hn>", feature = Feature.FP16)
    static void frecpx(long s, long d) {
        execute(s, d, FpLanes.FRECPX);
    }

    @Insn(bits = "0 Q:1 0 01110 10 10000 11100 10 Rn Rd", asm = "urecpe <{Vd.Ts}>, <{Vn.Ts}>")
    static void urecpe(long s, long d) {
        Vec.setQ(s, d, FpEstimate.urecpe(Vec.nlo(s, d) & 0xffff_ffffL) | FpEstimate.urecpe(Vec.nlo(s, d) >>> 32) << 32,
                FpEstimate.urecpe(Vec.nhi(s, d) & 0xffff_ffffL) | FpEstimate.urecpe(Vec.nhi(s, d) >>> 32) << 32);
    }

    @Insn(bits = "0 Q:1 1 01110 10 10000 11100 10 Rn Rd", asm = "ursqrte <{Vd.Ts}>, <{Vn.Ts}>")
    static void ursqrte(long s, long d) {
        Vec.setQ(s, d, FpEstimate.ursqrte(Vec.nlo(s, d) & 0xffff_ffffL) | FpEstimate.ursqrte(Vec.nlo(s, d) >>> 32) << 32,
                FpEstimate.ursqrte(Vec.nhi(s, d) & 0xffff_ffffL) | FpEstimate.ursqrte(Vec.nhi(s, d) >>> 32) << 32);
    }

    // ---- to integral values

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11000 10 Rn Rd", asm = "frintn <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 1 11100 11000 10 Rn Rd", asm = "frintn <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void frintn(long s, long d) {
        execute(s, d, FpLanes.FRINTN);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11001 10 Rn Rd", asm = "frintm <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 1 11100 11001 10 Rn Rd", asm = "frintm <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void frintm(long s, long d) {
        execute(s, d, FpLanes.FRINTM);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 11000 10 Rn Rd", asm = "frintp <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 11000 10 Rn Rd", asm = "frintp <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void frintp(long s, long d) {
        execute(s, d, FpLanes.FRINTP);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 11001 10 Rn Rd", asm = "frintz <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 11001 10 Rn Rd", asm = "frintz <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void frintz(long s, long d) {
        execute(s, d, FpLanes.FRINTZ);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11000 10 Rn Rd", asm = "frinta <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 1 11100 11000 10 Rn Rd", asm = "frinta <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void frinta(long s, long d) {
        execute(s, d, FpLanes.FRINTA);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11001 10 Rn Rd", asm = "frintx <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 1 11100 11001 10 Rn Rd", asm = "frintx <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void frintx(long s, long d) {
        execute(s, d, FpLanes.FRINTX);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 11001 10 Rn Rd", asm = "frinti <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 11001 10 Rn Rd", asm = "frinti <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    static void frinti(long s, long d) {
        execute(s, d, FpLanes.FRINTI);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11110 10 Rn Rd", asm = "frint32z <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1", feature = Feature.FRINTTS)
    static void frint32z(long s, long d) {
        execute(s, d, FpLanes.FRINT32Z);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11111 10 Rn Rd", asm = "frint64z <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1", feature = Feature.FRINTTS)
    static void frint64z(long s, long d) {
        execute(s, d, FpLanes.FRINT64Z);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11110 10 Rn Rd", asm = "frint32x <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1", feature = Feature.FRINTTS)
    static void frint32x(long s, long d) {
        execute(s, d, FpLanes.FRINT32X);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11111 10 Rn Rd", asm = "frint64x <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1", feature = Feature.FRINTTS)
    static void frint64x(long s, long d) {
        execute(s, d, FpLanes.FRINT64X);
    }

    // ---- against zero

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 01100 10 Rn Rd", asm = "fcmgt <{Vd.Tf}>, <{Vn.Tf}>, #0.0", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 01100 10 Rn Rd", asm = "fcmgt <{Vd.Th}>, <{Vn.Th}>, #0.0", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 1 sz:1 10000 01100 10 Rn Rd", asm = "fcmgt <{Vd:sz}>, <{Vn:sz}>, #0.0")
    @Insn(bits = "01 0 11110 1 1 11100 01100 10 Rn Rd", asm = "fcmgt <Hd>, <Hn>, #0.0", feature = Feature.FP16)
    static void fcmgtZero(long s, long d) {
        execute(s, d, FpLanes.FCMGT);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 01101 10 Rn Rd", asm = "fcmeq <{Vd.Tf}>, <{Vn.Tf}>, #0.0", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 01101 10 Rn Rd", asm = "fcmeq <{Vd.Th}>, <{Vn.Th}>, #0.0", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 1 sz:1 10000 01101 10 Rn Rd", asm = "fcmeq <{Vd:sz}>, <{Vn:sz}>, #0.0")
    @Insn(bits = "01 0 11110 1 1 11100 01101 10 Rn Rd", asm = "fcmeq <Hd>, <Hn>, #0.0", feature = Feature.FP16)
    static void fcmeqZero(long s, long d) {
        execute(s, d, FpLanes.FCMEQ);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 01110 10 Rn Rd", asm = "fcmlt <{Vd.Tf}>, <{Vn.Tf}>, #0.0", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 01110 10 Rn Rd", asm = "fcmlt <{Vd.Th}>, <{Vn.Th}>, #0.0", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 1 sz:1 10000 01110 10 Rn Rd", asm = "fcmlt <{Vd:sz}>, <{Vn:sz}>, #0.0")
    @Insn(bits = "01 0 11110 1 1 11100 01110 10 Rn Rd", asm = "fcmlt <Hd>, <Hn>, #0.0", feature = Feature.FP16)
    static void fcmltZero(long s, long d) {
        execute(s, d, FpLanes.FCMLT);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 01100 10 Rn Rd", asm = "fcmge <{Vd.Tf}>, <{Vn.Tf}>, #0.0", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 01100 10 Rn Rd", asm = "fcmge <{Vd.Th}>, <{Vn.Th}>, #0.0", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 10000 01100 10 Rn Rd", asm = "fcmge <{Vd:sz}>, <{Vn:sz}>, #0.0")
    @Insn(bits = "01 1 11110 1 1 11100 01100 10 Rn Rd", asm = "fcmge <Hd>, <Hn>, #0.0", feature = Feature.FP16)
    static void fcmgeZero(long s, long d) {
        execute(s, d, FpLanes.FCMGE);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 01101 10 Rn Rd", asm = "fcmle <{Vd.Tf}>, <{Vn.Tf}>, #0.0", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 01101 10 Rn Rd", asm = "fcmle <{Vd.Th}>, <{Vn.Th}>, #0.0", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 10000 01101 10 Rn Rd", asm = "fcmle <{Vd:sz}>, <{Vn:sz}>, #0.0")
    @Insn(bits = "01 1 11110 1 1 11100 01101 10 Rn Rd", asm = "fcmle <Hd>, <Hn>, #0.0", feature = Feature.FP16)
    static void fcmleZero(long s, long d) {
        execute(s, d, FpLanes.FCMLE);
    }

    // ---- to and from integers

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11010 10 Rn Rd", asm = "fcvtns <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 1 11100 11010 10 Rn Rd", asm = "fcvtns <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 0 sz:1 10000 11010 10 Rn Rd", asm = "fcvtns <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 0 1 11100 11010 10 Rn Rd", asm = "fcvtns <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtns(long s, long d) {
        execute(s, d, FpLanes.FCVTNS);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11010 10 Rn Rd", asm = "fcvtnu <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 1 11100 11010 10 Rn Rd", asm = "fcvtnu <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 0 sz:1 10000 11010 10 Rn Rd", asm = "fcvtnu <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 1 11110 0 1 11100 11010 10 Rn Rd", asm = "fcvtnu <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtnu(long s, long d) {
        execute(s, d, FpLanes.FCVTNU);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11011 10 Rn Rd", asm = "fcvtms <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 1 11100 11011 10 Rn Rd", asm = "fcvtms <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 0 sz:1 10000 11011 10 Rn Rd", asm = "fcvtms <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 0 1 11100 11011 10 Rn Rd", asm = "fcvtms <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtms(long s, long d) {
        execute(s, d, FpLanes.FCVTMS);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11011 10 Rn Rd", asm = "fcvtmu <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 1 11100 11011 10 Rn Rd", asm = "fcvtmu <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 0 sz:1 10000 11011 10 Rn Rd", asm = "fcvtmu <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 1 11110 0 1 11100 11011 10 Rn Rd", asm = "fcvtmu <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtmu(long s, long d) {
        execute(s, d, FpLanes.FCVTMU);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11100 10 Rn Rd", asm = "fcvtas <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 1 11100 11100 10 Rn Rd", asm = "fcvtas <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 0 sz:1 10000 11100 10 Rn Rd", asm = "fcvtas <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 0 1 11100 11100 10 Rn Rd", asm = "fcvtas <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtas(long s, long d) {
        execute(s, d, FpLanes.FCVTAS);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11100 10 Rn Rd", asm = "fcvtau <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 1 11100 11100 10 Rn Rd", asm = "fcvtau <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 0 sz:1 10000 11100 10 Rn Rd", asm = "fcvtau <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 1 11110 0 1 11100 11100 10 Rn Rd", asm = "fcvtau <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtau(long s, long d) {
        execute(s, d, FpLanes.FCVTAU);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 11010 10 Rn Rd", asm = "fcvtps <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 11010 10 Rn Rd", asm = "fcvtps <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 1 sz:1 10000 11010 10 Rn Rd", asm = "fcvtps <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 1 1 11100 11010 10 Rn Rd", asm = "fcvtps <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtps(long s, long d) {
        execute(s, d, FpLanes.FCVTPS);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 11010 10 Rn Rd", asm = "fcvtpu <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 11010 10 Rn Rd", asm = "fcvtpu <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 10000 11010 10 Rn Rd", asm = "fcvtpu <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 1 11110 1 1 11100 11010 10 Rn Rd", asm = "fcvtpu <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtpu(long s, long d) {
        execute(s, d, FpLanes.FCVTPU);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 10000 11011 10 Rn Rd", asm = "fcvtzs <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 1 11100 11011 10 Rn Rd", asm = "fcvtzs <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 1 sz:1 10000 11011 10 Rn Rd", asm = "fcvtzs <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 1 1 11100 11011 10 Rn Rd", asm = "fcvtzs <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtzs(long s, long d) {
        execute(s, d, FpLanes.FCVTZS);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 10000 11011 10 Rn Rd", asm = "fcvtzu <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 1 11100 11011 10 Rn Rd", asm = "fcvtzu <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 10000 11011 10 Rn Rd", asm = "fcvtzu <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 1 11110 1 1 11100 11011 10 Rn Rd", asm = "fcvtzu <Hd>, <Hn>", feature = Feature.FP16)
    static void fcvtzu(long s, long d) {
        execute(s, d, FpLanes.FCVTZU);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 10000 11101 10 Rn Rd", asm = "scvtf <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 1 11100 11101 10 Rn Rd", asm = "scvtf <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 0 sz:1 10000 11101 10 Rn Rd", asm = "scvtf <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 0 11110 0 1 11100 11101 10 Rn Rd", asm = "scvtf <Hd>, <Hn>", feature = Feature.FP16)
    static void scvtf(long s, long d) {
        execute(s, d, FpLanes.SCVTF);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 10000 11101 10 Rn Rd", asm = "ucvtf <{Vd.Tf}>, <{Vn.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 1 11100 11101 10 Rn Rd", asm = "ucvtf <{Vd.Th}>, <{Vn.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 0 sz:1 10000 11101 10 Rn Rd", asm = "ucvtf <{Vd:sz}>, <{Vn:sz}>")
    @Insn(bits = "01 1 11110 0 1 11100 11101 10 Rn Rd", asm = "ucvtf <Hd>, <Hn>", feature = Feature.FP16)
    static void ucvtf(long s, long d) {
        execute(s, d, FpLanes.UCVTF);
    }

    /** Conversions by immediate: immh (bits 22:19) gives the size, and immh:immb counts fraction bits down from twice its bits. */
    private static void fixed(long s, long d, int op) {
        int format = 12 - Integer.numberOfLeadingZeros((int) d & 0x78_0000);
        FpLanes.execute(s, d, op, format, (16 << format) - ((int) d >>> 16 & 0x7f));
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 11100 1 Rn Rd", asm = "scvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 32 && imm < 64 || imm >= 64 && Q == 1")
    @Insn(bits = "0 Q:1 0 011110 imm:7 11100 1 Rn Rd", asm = "scvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    @Insn(bits = "01 0 111110 imm:7 11100 1 Rn Rd", asm = "scvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 32")
    @Insn(bits = "01 0 111110 imm:7 11100 1 Rn Rd", asm = "scvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    static void scvtfFixed(long s, long d) {
        fixed(s, d, FpLanes.SCVTF);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 11100 1 Rn Rd", asm = "ucvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 32 && imm < 64 || imm >= 64 && Q == 1")
    @Insn(bits = "0 Q:1 1 011110 imm:7 11100 1 Rn Rd", asm = "ucvtf <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    @Insn(bits = "01 1 111110 imm:7 11100 1 Rn Rd", asm = "ucvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 32")
    @Insn(bits = "01 1 111110 imm:7 11100 1 Rn Rd", asm = "ucvtf <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    static void ucvtfFixed(long s, long d) {
        fixed(s, d, FpLanes.UCVTF);
    }

    @Insn(bits = "0 Q:1 0 011110 imm:7 11111 1 Rn Rd", asm = "fcvtzs <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 32 && imm < 64 || imm >= 64 && Q == 1")
    @Insn(bits = "0 Q:1 0 011110 imm:7 11111 1 Rn Rd", asm = "fcvtzs <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    @Insn(bits = "01 0 111110 imm:7 11111 1 Rn Rd", asm = "fcvtzs <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 32")
    @Insn(bits = "01 0 111110 imm:7 11111 1 Rn Rd", asm = "fcvtzs <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    static void fcvtzsFixed(long s, long d) {
        fixed(s, d, FpLanes.FCVTZS);
    }

    @Insn(bits = "0 Q:1 1 011110 imm:7 11111 1 Rn Rd", asm = "fcvtzu <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>",
            where = "imm >= 32 && imm < 64 || imm >= 64 && Q == 1")
    @Insn(bits = "0 Q:1 1 011110 imm:7 11111 1 Rn Rd", asm = "fcvtzu <{Vd.Ti}>, <{Vn.Ti}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    @Insn(bits = "01 1 111110 imm:7 11111 1 Rn Rd", asm = "fcvtzu <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 32")
    @Insn(bits = "01 1 111110 imm:7 11111 1 Rn Rd", asm = "fcvtzu <{Vd:imm}>, <{Vn:imm}>, <{rightshift}>", where = "imm >= 16 && imm < 32",
            feature = Feature.FP16)
    static void fcvtzuFixed(long s, long d) {
        fixed(s, d, FpLanes.FCVTZU);
    }

    // ---- between formats

    /** Two singles or four halves as elements of the other format. */
    private static long convert(long s, int to, int from, long a, int element) {
        return FpConvert.convert(Vec.env(s), to, from, a >>> element * (8 << from) & Swar.FIRST[from]);
    }

    @Insn(bits = "0 Q:1 0 01110 00 10000 10111 10 Rn Rd", asm = "fcvtl<{2}> <Vd.4S>, <{Vn.Th}>")
    static void fcvtlHalf(long s, long d) {
        long a = Vec.nq(s, d);
        long low = convert(s, Format.SINGLE, Format.HALF, a, 0) | convert(s, Format.SINGLE, Format.HALF, a, 1) << 32;
        long high = convert(s, Format.SINGLE, Format.HALF, a, 2) | convert(s, Format.SINGLE, Format.HALF, a, 3) << 32;
        Vec.set(s, d, low, high);
    }

    @Insn(bits = "0 Q:1 0 01110 01 10000 10111 10 Rn Rd", asm = "fcvtl<{2}> <Vd.2D>, <{Vn.Ts}>")
    static void fcvtlSingle(long s, long d) {
        long a = Vec.nq(s, d);
        long low = FpConvert.singleToDouble(Vec.env(s), a & 0xffff_ffffL);
        Vec.set(s, d, low, FpConvert.singleToDouble(Vec.env(s), a >>> 32));
    }

    @Insn(bits = "0 Q:1 0 01110 00 10000 10110 10 Rn Rd", asm = "fcvtn<{2}> <{Vd.Th}>, <Vn.4S>")
    static void fcvtnHalf(long s, long d) {
        long result = 0;
        for (int i = 0; i < 4; i++) {
            result |= convert(s, Format.HALF, Format.SINGLE, i < 2 ? Vec.nlo(s, d) : Vec.nhi(s, d), i & 1) << 16 * i;
        }
        Vec.setHalf(s, d, result);
    }

    @Insn(bits = "0 Q:1 0 01110 01 10000 10110 10 Rn Rd", asm = "fcvtn<{2}> <{Vd.Ts}>, <Vn.2D>")
    static void fcvtnSingle(long s, long d) {
        long low = FpConvert.doubleToSingle(Vec.env(s), Vec.nlo(s, d));
        Vec.setHalf(s, d, low | FpConvert.doubleToSingle(Vec.env(s), Vec.nhi(s, d)) << 32);
    }

    @Insn(bits = "0 Q:1 1 01110 01 10000 10110 10 Rn Rd", asm = "fcvtxn<{2}> <{Vd.Ts}>, <Vn.2D>")
    static void fcvtxn(long s, long d) {
        long low = FpConvert.convert(Vec.env(s), Format.SINGLE, Format.DOUBLE, Vec.nlo(s, d), Rounding.ODD);
        Vec.setHalf(s, d, low | FpConvert.convert(Vec.env(s), Format.SINGLE, Format.DOUBLE, Vec.nhi(s, d), Rounding.ODD) << 32);
    }

    @Insn(bits = "01 1 11110 01 10000 10110 10 Rn Rd", asm = "fcvtxn <Sd>, <Dn>")
    static void fcvtxnScalar(long s, long d) {
        Vec.setLow(s, d, FpConvert.convert(Vec.env(s), Format.SINGLE, Format.DOUBLE, Vec.nlo(s, d), Rounding.ODD));
    }
}

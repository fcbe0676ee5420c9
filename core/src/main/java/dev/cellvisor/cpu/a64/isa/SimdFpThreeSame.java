package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.fp.Format;
import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Floating-point instructions on two vectors of equal shape and their scalar forms. Half precision has bit 21 clear. */
@Family(value = "Advanced SIMD three same, floating-point; scalar three same, floating-point", group = Group.SIMD_B)
final class SimdFpThreeSame {

    private SimdFpThreeSame() {
    }

    private static int format(long d) {
        return (d & 1 << 21) == 0 ? Format.HALF : Format.SINGLE + ((int) d >>> 22 & 1);
    }

    private static void execute(long s, long d, int op) {
        FpLanes.execute(s, d, op, format(d));
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 1 Rm 11010 1 Rn Rd", asm = "fadd <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 10 Rm 00010 1 Rn Rd", asm = "fadd <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fadd(long s, long d) {
        execute(s, d, FpLanes.FADD);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 1 Rm 11010 1 Rn Rd", asm = "fsub <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 10 Rm 00010 1 Rn Rd", asm = "fsub <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fsub(long s, long d) {
        execute(s, d, FpLanes.FSUB);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 1 Rm 11011 1 Rn Rd", asm = "fmul <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 10 Rm 00011 1 Rn Rd", asm = "fmul <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmul(long s, long d) {
        execute(s, d, FpLanes.FMUL);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 1 Rm 11111 1 Rn Rd", asm = "fdiv <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 10 Rm 00111 1 Rn Rd", asm = "fdiv <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fdiv(long s, long d) {
        execute(s, d, FpLanes.FDIV);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 1 Rm 11001 1 Rn Rd", asm = "fmla <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 10 Rm 00001 1 Rn Rd", asm = "fmla <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmla(long s, long d) {
        execute(s, d, FpLanes.FMLA);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 1 Rm 11001 1 Rn Rd", asm = "fmls <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 10 Rm 00001 1 Rn Rd", asm = "fmls <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmls(long s, long d) {
        execute(s, d, FpLanes.FMLS);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 1 Rm 11110 1 Rn Rd", asm = "fmax <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 10 Rm 00110 1 Rn Rd", asm = "fmax <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmax(long s, long d) {
        execute(s, d, FpLanes.FMAX);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 1 Rm 11110 1 Rn Rd", asm = "fmin <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 10 Rm 00110 1 Rn Rd", asm = "fmin <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmin(long s, long d) {
        execute(s, d, FpLanes.FMIN);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 1 Rm 11000 1 Rn Rd", asm = "fmaxnm <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 10 Rm 00000 1 Rn Rd", asm = "fmaxnm <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmaxnm(long s, long d) {
        execute(s, d, FpLanes.FMAXNM);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 1 Rm 11000 1 Rn Rd", asm = "fminnm <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 10 Rm 00000 1 Rn Rd", asm = "fminnm <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fminnm(long s, long d) {
        execute(s, d, FpLanes.FMINNM);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 1 Rm 11011 1 Rn Rd", asm = "fmulx <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 10 Rm 00011 1 Rn Rd", asm = "fmulx <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 0 sz:1 1 Rm 11011 1 Rn Rd", asm = "fmulx <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 0 11110 0 10 Rm 00011 1 Rn Rd", asm = "fmulx <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fmulx(long s, long d) {
        execute(s, d, FpLanes.FMULX);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 1 Rm 11010 1 Rn Rd", asm = "fabd <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 10 Rm 00010 1 Rn Rd", asm = "fabd <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 1 Rm 11010 1 Rn Rd", asm = "fabd <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 1 11110 1 10 Rm 00010 1 Rn Rd", asm = "fabd <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fabd(long s, long d) {
        execute(s, d, FpLanes.FABD);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 1 Rm 11100 1 Rn Rd", asm = "fcmeq <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 10 Rm 00100 1 Rn Rd", asm = "fcmeq <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 0 sz:1 1 Rm 11100 1 Rn Rd", asm = "fcmeq <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 0 11110 0 10 Rm 00100 1 Rn Rd", asm = "fcmeq <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fcmeq(long s, long d) {
        execute(s, d, FpLanes.FCMEQ);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 1 Rm 11100 1 Rn Rd", asm = "fcmge <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 10 Rm 00100 1 Rn Rd", asm = "fcmge <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 0 sz:1 1 Rm 11100 1 Rn Rd", asm = "fcmge <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 1 11110 0 10 Rm 00100 1 Rn Rd", asm = "fcmge <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fcmge(long s, long d) {
        execute(s, d, FpLanes.FCMGE);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 1 Rm 11100 1 Rn Rd", asm = "fcmgt <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 10 Rm 00100 1 Rn Rd", asm = "fcmgt <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 1 Rm 11100 1 Rn Rd", asm = "fcmgt <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 1 11110 1 10 Rm 00100 1 Rn Rd", asm = "fcmgt <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void fcmgt(long s, long d) {
        execute(s, d, FpLanes.FCMGT);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 1 Rm 11101 1 Rn Rd", asm = "facge <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 10 Rm 00101 1 Rn Rd", asm = "facge <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 0 sz:1 1 Rm 11101 1 Rn Rd", asm = "facge <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 1 11110 0 10 Rm 00101 1 Rn Rd", asm = "facge <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void facge(long s, long d) {
        execute(s, d, FpLanes.FACGE);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 1 Rm 11101 1 Rn Rd", asm = "facgt <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 10 Rm 00101 1 Rn Rd", asm = "facgt <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11110 1 sz:1 1 Rm 11101 1 Rn Rd", asm = "facgt <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 1 11110 1 10 Rm 00101 1 Rn Rd", asm = "facgt <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void facgt(long s, long d) {
        execute(s, d, FpLanes.FACGT);
    }

    @Insn(bits = "0 Q:1 0 01110 0 sz:1 1 Rm 11111 1 Rn Rd", asm = "frecps <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 0 10 Rm 00111 1 Rn Rd", asm = "frecps <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 0 sz:1 1 Rm 11111 1 Rn Rd", asm = "frecps <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 0 11110 0 10 Rm 00111 1 Rn Rd", asm = "frecps <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void frecps(long s, long d) {
        execute(s, d, FpLanes.FRECPS);
    }

    @Insn(bits = "0 Q:1 0 01110 1 sz:1 1 Rm 11111 1 Rn Rd", asm = "frsqrts <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 0 01110 1 10 Rm 00111 1 Rn Rd", asm = "frsqrts <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11110 1 sz:1 1 Rm 11111 1 Rn Rd", asm = "frsqrts <{Vd:sz}>, <{Vn:sz}>, <{Vm:sz}>")
    @Insn(bits = "01 0 11110 1 10 Rm 00111 1 Rn Rd", asm = "frsqrts <Hd>, <Hn>, <Hm>", feature = Feature.FP16)
    static void frsqrts(long s, long d) {
        execute(s, d, FpLanes.FRSQRTS);
    }

    // ---- neighbours

    private static void pairs(long s, long d, int op) {
        int format = format(d);
        long low = FpLanes.map(op, Vec.env(s), format, Vec.evens(s, d, format, false), Vec.odds(s, d, format, false), 0);
        long high = Vec.isQ(d) ? FpLanes.map(op, Vec.env(s), format, Vec.evens(s, d, format, true), Vec.odds(s, d, format, true), 0) : 0;
        Vec.set(s, d, low, high);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 1 Rm 11010 1 Rn Rd", asm = "faddp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 10 Rm 00010 1 Rn Rd", asm = "faddp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void faddp(long s, long d) {
        pairs(s, d, FpLanes.FADD);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 1 Rm 11110 1 Rn Rd", asm = "fmaxp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 10 Rm 00110 1 Rn Rd", asm = "fmaxp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmaxp(long s, long d) {
        pairs(s, d, FpLanes.FMAX);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 1 Rm 11110 1 Rn Rd", asm = "fminp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 10 Rm 00110 1 Rn Rd", asm = "fminp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fminp(long s, long d) {
        pairs(s, d, FpLanes.FMIN);
    }

    @Insn(bits = "0 Q:1 1 01110 0 sz:1 1 Rm 11000 1 Rn Rd", asm = "fmaxnmp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 0 10 Rm 00000 1 Rn Rd", asm = "fmaxnmp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fmaxnmp(long s, long d) {
        pairs(s, d, FpLanes.FMAXNM);
    }

    @Insn(bits = "0 Q:1 1 01110 1 sz:1 1 Rm 11000 1 Rn Rd", asm = "fminnmp <{Vd.Tf}>, <{Vn.Tf}>, <{Vm.Tf}>", where = "sz == 0 || Q == 1")
    @Insn(bits = "0 Q:1 1 01110 1 10 Rm 00000 1 Rn Rd", asm = "fminnmp <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>", feature = Feature.FP16)
    static void fminnmp(long s, long d) {
        pairs(s, d, FpLanes.FMINNM);
    }

    /** Two elements to one. In this group half precision has bit 29 clear. */
    private static void pair(long s, long d, int op) {
        int format = (d & 1 << 29) == 0 ? Format.HALF : Format.SINGLE + ((int) d >>> 22 & 1);
        long mask = Swar.FIRST[format];
        long low = Vec.nlo(s, d);
        long second = format == Format.DOUBLE ? Vec.nhi(s, d) : low >>> (8 << format);
        Vec.setLow(s, d, FpLanes.apply(op, Vec.env(s), format, low & mask, second & mask, 0));
    }

    @Insn(bits = "01 1 11110 0 sz:1 11000 01101 10 Rn Rd", asm = "faddp <{Vd:sz}>, <{Vn.Tpair}>")
    @Insn(bits = "01 0 11110 0 0 11000 01101 10 Rn Rd", asm = "faddp <Hd>, <Vn.2H>", feature = Feature.FP16)
    static void faddpScalar(long s, long d) {
        pair(s, d, FpLanes.FADD);
    }

    @Insn(bits = "01 1 11110 0 sz:1 11000 01111 10 Rn Rd", asm = "fmaxp <{Vd:sz}>, <{Vn.Tpair}>")
    @Insn(bits = "01 0 11110 0 0 11000 01111 10 Rn Rd", asm = "fmaxp <Hd>, <Vn.2H>", feature = Feature.FP16)
    static void fmaxpScalar(long s, long d) {
        pair(s, d, FpLanes.FMAX);
    }

    @Insn(bits = "01 1 11110 1 sz:1 11000 01111 10 Rn Rd", asm = "fminp <{Vd:sz}>, <{Vn.Tpair}>")
    @Insn(bits = "01 0 11110 1 0 11000 01111 10 Rn Rd", asm = "fminp <Hd>, <Vn.2H>", feature = Feature.FP16)
    static void fminpScalar(long s, long d) {
        pair(s, d, FpLanes.FMIN);
    }

    @Insn(bits = "01 1 11110 0 sz:1 11000 01100 10 Rn Rd", asm = "fmaxnmp <{Vd:sz}>, <{Vn.Tpair}>")
    @Insn(bits = "01 0 11110 0 0 11000 01100 10 Rn Rd", asm = "fmaxnmp <Hd>, <Vn.2H>", feature = Feature.FP16)
    static void fmaxnmpScalar(long s, long d) {
        pair(s, d, FpLanes.FMAXNM);
    }

    @Insn(bits = "01 1 11110 1 sz:1 11000 01100 10 Rn Rd", asm = "fminnmp <{Vd:sz}>, <{Vn.Tpair}>")
    @Insn(bits = "01 0 11110 1 0 11000 01100 10 Rn Rd", asm = "fminnmp <Hd>, <Vn.2H>", feature = Feature.FP16)
    static void fminnmpScalar(long s, long d) {
        pair(s, d, FpLanes.FMINNM);
    }

    // ---- across a vector

    /** Halves against each other, down to one element (Arm ARM, Reduce). In this group half precision has bit 29 clear. */
    private static void reduce(long s, long d, int op) {
        int format = (d & 1 << 29) == 0 ? Format.HALF : Format.SINGLE;
        long low = reduce(s, op, format, Vec.nlo(s, d), 32);
        if (Vec.isQ(d)) {
            low = FpLanes.apply(op, Vec.env(s), format, low, reduce(s, op, format, Vec.nhi(s, d), 32), 0);
        }
        Vec.setLow(s, d, low);
    }

    private static long reduce(long s, int op, int format, long a, int half) {
        if (half < 8 << format) {
            return a & Swar.FIRST[format];
        }
        return FpLanes.apply(op, Vec.env(s), format, reduce(s, op, format, a, half >> 1), reduce(s, op, format, a >>> half, half >> 1), 0);
    }

    @Insn(bits = "0 1 1 01110 0 0 11000 01111 10 Rn Rd", asm = "fmaxv <Sd>, <Vn.4S>")
    @Insn(bits = "0 Q:1 0 01110 0 0 11000 01111 10 Rn Rd", asm = "fmaxv <Hd>, <{Vn.Th}>", feature = Feature.FP16)
    static void fmaxv(long s, long d) {
        reduce(s, d, FpLanes.FMAX);
    }

    @Insn(bits = "0 1 1 01110 1 0 11000 01111 10 Rn Rd", asm = "fminv <Sd>, <Vn.4S>")
    @Insn(bits = "0 Q:1 0 01110 1 0 11000 01111 10 Rn Rd", asm = "fminv <Hd>, <{Vn.Th}>", feature = Feature.FP16)
    static void fminv(long s, long d) {
        reduce(s, d, FpLanes.FMIN);
    }

    @Insn(bits = "0 1 1 01110 0 0 11000 01100 10 Rn Rd", asm = "fmaxnmv <Sd>, <Vn.4S>")
    @Insn(bits = "0 Q:1 0 01110 0 0 11000 01100 10 Rn Rd", asm = "fmaxnmv <Hd>, <{Vn.Th}>", feature = Feature.FP16)
    static void fmaxnmv(long s, long d) {
        reduce(s, d, FpLanes.FMAXNM);
    }

    @Insn(bits = "0 1 1 01110 1 0 11000 01100 10 Rn Rd", asm = "fminnmv <Sd>, <Vn.4S>")
    @Insn(bits = "0 Q:1 0 01110 1 0 11000 01100 10 Rn Rd", asm = "fminnmv <Hd>, <{Vn.Th}>", feature = Feature.FP16)
    static void fminnmv(long s, long d) {
        reduce(s, d, FpLanes.FMINNM);
    }
}

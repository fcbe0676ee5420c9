package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.fp.Format;
import dev.cellvisor.cpu.a64.fp.FpConvert;
import dev.cellvisor.cpu.a64.fp.Rounding;
import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Scalar floating point to and from general registers, as integer or fixed point. */
@Family(value = "Conversion between floating-point and integer or fixed-point", group = Group.FP)
final class FpInteger {

    private FpInteger() {
    }

    // ---- to integers

    /** To Rd, 32 or 64 bits as sf (bit 31) says. */
    private static void toGeneral(long s, long d, boolean signed, int rounding, int fractionBits) {
        int format = FpLanes.scalarFormat(d);
        int bits = 32 << ((int) d >>> 31);
        long value = FpConvert.toFixed(Vec.env(s), format, Vec.nlo(s, d) & Swar.FIRST[format], bits, fractionBits, signed, rounding);
        Regs.setXd(s, d, bits == 32 ? value & 0xffff_ffffL : value);
    }

    @Insn(bits = "0 00 11110 01 1 11 000 000000 Rn Rd", asm = "fcvtzs <Wd>, <Dn>")
    static void fcvtzsDtoW(long s, long d) {
        Regs.setWd(s, d, FpConvert.toInt32(Vec.env(s), Vec.nlo(s, d)));
    }

    @Insn(bits = "1 00 11110 01 1 11 000 000000 Rn Rd", asm = "fcvtzs <Xd>, <Dn>")
    static void fcvtzsDtoX(long s, long d) {
        Regs.setXd(s, d, FpConvert.toInt64(Vec.env(s), Vec.nlo(s, d)));
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 00 000 000000 Rn Rd", asm = "fcvtns <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 00 000 000000 Rn Rd", asm = "fcvtns <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtns(long s, long d) {
        toGeneral(s, d, true, Rounding.NEAREST, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 00 001 000000 Rn Rd", asm = "fcvtnu <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 00 001 000000 Rn Rd", asm = "fcvtnu <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtnu(long s, long d) {
        toGeneral(s, d, false, Rounding.NEAREST, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 01 000 000000 Rn Rd", asm = "fcvtps <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 01 000 000000 Rn Rd", asm = "fcvtps <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtps(long s, long d) {
        toGeneral(s, d, true, Rounding.UP, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 01 001 000000 Rn Rd", asm = "fcvtpu <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 01 001 000000 Rn Rd", asm = "fcvtpu <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtpu(long s, long d) {
        toGeneral(s, d, false, Rounding.UP, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 10 000 000000 Rn Rd", asm = "fcvtms <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 10 000 000000 Rn Rd", asm = "fcvtms <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtms(long s, long d) {
        toGeneral(s, d, true, Rounding.DOWN, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 10 001 000000 Rn Rd", asm = "fcvtmu <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 10 001 000000 Rn Rd", asm = "fcvtmu <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtmu(long s, long d) {
        toGeneral(s, d, false, Rounding.DOWN, 0);
    }

    @Insn(bits = "sf:1 00 11110 00 1 11 000 000000 Rn Rd", asm = "fcvtzs <{Rd:sf}>, <Sn>")
    @Insn(bits = "sf:1 00 11110 11 1 11 000 000000 Rn Rd", asm = "fcvtzs <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtzs(long s, long d) {
        toGeneral(s, d, true, Rounding.ZERO, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 11 001 000000 Rn Rd", asm = "fcvtzu <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 11 001 000000 Rn Rd", asm = "fcvtzu <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtzu(long s, long d) {
        toGeneral(s, d, false, Rounding.ZERO, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 00 100 000000 Rn Rd", asm = "fcvtas <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 00 100 000000 Rn Rd", asm = "fcvtas <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtas(long s, long d) {
        toGeneral(s, d, true, Rounding.AWAY, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 1 00 101 000000 Rn Rd", asm = "fcvtau <{Rd:sf}>, <{Vn:sz}>")
    @Insn(bits = "sf:1 00 11110 11 1 00 101 000000 Rn Rd", asm = "fcvtau <{Rd:sf}>, <Hn>", feature = Feature.FP16)
    static void fcvtau(long s, long d) {
        toGeneral(s, d, false, Rounding.AWAY, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 0 11 000 scale:6 Rn Rd", asm = "fcvtzs <{Rd:sf}>, <{Vn:sz}>, <{fbits}>", where = "sf == 1 || scale >= 32")
    @Insn(bits = "sf:1 00 11110 11 0 11 000 scale:6 Rn Rd", asm = "fcvtzs <{Rd:sf}>, <Hn>, <{fbits}>", where = "sf == 1 || scale >= 32",
            feature = Feature.FP16)
    static void fcvtzsFixed(long s, long d) {
        toGeneral(s, d, true, Rounding.ZERO, 64 - ((int) d >>> 10 & 63));
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 0 11 001 scale:6 Rn Rd", asm = "fcvtzu <{Rd:sf}>, <{Vn:sz}>, <{fbits}>", where = "sf == 1 || scale >= 32")
    @Insn(bits = "sf:1 00 11110 11 0 11 001 scale:6 Rn Rd", asm = "fcvtzu <{Rd:sf}>, <Hn>, <{fbits}>", where = "sf == 1 || scale >= 32",
            feature = Feature.FP16)
    static void fcvtzuFixed(long s, long d) {
        toGeneral(s, d, false, Rounding.ZERO, 64 - ((int) d >>> 10 & 63));
    }

    @Insn(bits = "0 00 11110 01 1 11 110 000000 Rn Rd", asm = "fjcvtzs <Wd>, <Dn>", feature = Feature.JSCVT)
    static void fjcvtzs(long s, long d) {
        long result = FpConvert.toInt32JavaScript(Vec.env(s), Vec.nlo(s, d));
        Regs.setWd(s, d, result);
        Regs.setNzcv(s, (result & 1L << 32) != 0 ? 0x4000_0000 : 0);
    }

    // ---- from integers

    private static void fromGeneral(long s, long d, boolean signed, int fractionBits) {
        long value = d << 32 < 0 ? Regs.xn(s, d) : signed ? (int) Regs.xn(s, d) : Regs.wn(s, d);
        Vec.setLow(s, d, FpConvert.fromFixed(Vec.env(s), FpLanes.scalarFormat(d), value, fractionBits, signed));
    }

    @Insn(bits = "0 00 11110 01 1 00 010 000000 Rn Rd", asm = "scvtf <Dd>, <Wn>")
    static void scvtfWtoD(long s, long d) {
        Vec.setLow(s, d, Double.doubleToRawLongBits((int) Regs.xn(s, d))); // always exact
    }

    @Insn(bits = "1 00 11110 01 1 00 010 000000 Rn Rd", asm = "scvtf <Dd>, <Xn>")
    static void scvtfXtoD(long s, long d) {
        Vec.setLow(s, d, FpConvert.fromInt64(Vec.env(s), Regs.xn(s, d)));
    }

    @Insn(bits = "0 00 11110 01 1 00 011 000000 Rn Rd", asm = "ucvtf <Dd>, <Wn>")
    static void ucvtfWtoD(long s, long d) {
        Vec.setLow(s, d, Double.doubleToRawLongBits(Regs.wn(s, d))); // always exact
    }

    @Insn(bits = "sf:1 00 11110 00 1 00 010 000000 Rn Rd", asm = "scvtf <Sd>, <{Rn:sf}>")
    @Insn(bits = "sf:1 00 11110 11 1 00 010 000000 Rn Rd", asm = "scvtf <Hd>, <{Rn:sf}>", feature = Feature.FP16)
    static void scvtf(long s, long d) {
        fromGeneral(s, d, true, 0);
    }

    @Insn(bits = "1 00 11110 01 1 00 011 000000 Rn Rd", asm = "ucvtf <Dd>, <Xn>")
    @Insn(bits = "sf:1 00 11110 00 1 00 011 000000 Rn Rd", asm = "ucvtf <Sd>, <{Rn:sf}>")
    @Insn(bits = "sf:1 00 11110 11 1 00 011 000000 Rn Rd", asm = "ucvtf <Hd>, <{Rn:sf}>", feature = Feature.FP16)
    static void ucvtf(long s, long d) {
        fromGeneral(s, d, false, 0);
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 0 00 010 scale:6 Rn Rd", asm = "scvtf <{Vd:sz}>, <{Rn:sf}>, <{fbits}>", where = "sf == 1 || scale >= 32")
    @Insn(bits = "sf:1 00 11110 11 0 00 010 scale:6 Rn Rd", asm = "scvtf <Hd>, <{Rn:sf}>, <{fbits}>", where = "sf == 1 || scale >= 32",
            feature = Feature.FP16)
    static void scvtfFixed(long s, long d) {
        fromGeneral(s, d, true, 64 - ((int) d >>> 10 & 63));
    }

    @Insn(bits = "sf:1 00 11110 0 sz:1 0 00 011 scale:6 Rn Rd", asm = "ucvtf <{Vd:sz}>, <{Rn:sf}>, <{fbits}>", where = "sf == 1 || scale >= 32")
    @Insn(bits = "sf:1 00 11110 11 0 00 011 scale:6 Rn Rd", asm = "ucvtf <Hd>, <{Rn:sf}>, <{fbits}>", where = "sf == 1 || scale >= 32",
            feature = Feature.FP16)
    static void ucvtfFixed(long s, long d) {
        fromGeneral(s, d, false, 64 - ((int) d >>> 10 & 63));
    }
}

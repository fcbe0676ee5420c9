package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** MOVI, MVNI, FMOV, ORR and BIC with an 8-bit immediate that cmode and op expand (Arm ARM, AdvSIMDExpandImm). */
@Family(value = "Advanced SIMD modified immediate", group = Group.SIMD_A)
final class SimdModifiedImmediate {

    private SimdModifiedImmediate() {
    }

    static int imm8(long d) {
        return (int) d >>> 11 & 0xe0 | (int) d >>> 5 & 0x1f;
    }

    /** The immediate of cmode 0 to 13 (bits 15:12), before MVNI or BIC inverts it. */
    static long shifted(long d) {
        int cmode = (int) d >>> 12 & 15;
        long imm = imm8(d);
        if (cmode < 8) {
            return (imm << (cmode >> 1) * 8) * 0x1_0000_0001L;
        }
        if (cmode < 12) {
            return (imm << (cmode & 2) * 4) * 0x0001_0001_0001_0001L;
        }
        return (cmode == 12 ? imm << 8 | 0xff : imm << 16 | 0xffff) * 0x1_0000_0001L;
    }

    @Insn(bits = "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", asm = "movi <{Vd.Tc}>, <{simdimm}>",
            where = "cmode < 8 && (cmode & 1) == 0 || cmode == 8 || cmode == 10 || cmode == 12 || cmode == 13")
    static void movi(long s, long d) {
        long value = shifted(d);
        Vec.setQ(s, d, value, value);
    }

    @Insn(bits = "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", asm = "mvni <{Vd.Tc}>, <{simdimm}>",
            where = "cmode < 8 && (cmode & 1) == 0 || cmode == 8 || cmode == 10 || cmode == 12 || cmode == 13")
    static void mvni(long s, long d) {
        long value = ~shifted(d);
        Vec.setQ(s, d, value, value);
    }

    @Insn(bits = "0 Q:1 0 01111 00000 a:3 1110 0 1 imm5:5 Rd", asm = "movi <{Vd.Tb}>, <{simdimm}>")
    static void moviBytes(long s, long d) {
        long value = imm8(d) * Swar.LOW[0];
        Vec.setQ(s, d, value, value);
    }

    @Insn(bits = "0 0 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", asm = "movi <Dd>, <{simdimm64}>")
    @Insn(bits = "0 1 1 01111 00000 a:3 1110 0 1 imm5:5 Rd", asm = "movi <Vd.2D>, <{simdimm64}>")
    static void moviMask(long s, long d) {
        long value = Swar.fill(0, spread(imm8(d)));
        Vec.setQ(s, d, value, value);
    }

    /** Bit i of 8 to bit 7 of byte i. */
    private static long spread(int bits) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value |= (bits >>> i & 1L) << i * 8 + 7;
        }
        return value;
    }

    @Insn(bits = "0 Q:1 0 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", asm = "orr <{Vd.Tc}>, <{simdimm}>",
            where = "cmode < 12 && (cmode & 1) == 1")
    static void orr(long s, long d) {
        long value = shifted(d);
        Vec.setQ(s, d, Vec.dlo(s, d) | value, Vec.dhi(s, d) | value);
    }

    @Insn(bits = "0 Q:1 1 01111 00000 a:3 cmode:4 0 1 imm5:5 Rd", asm = "bic <{Vd.Tc}>, <{simdimm}>",
            where = "cmode < 12 && (cmode & 1) == 1")
    static void bic(long s, long d) {
        long value = ~shifted(d);
        Vec.setQ(s, d, Vec.dlo(s, d) & value, Vec.dhi(s, d) & value);
    }

    @Insn(bits = "0 Q:1 0 01111 00000 a:3 1111 0 1 imm5:5 Rd", asm = "fmov <{Vd.Ts}>, <{simdfpimm}>")
    static void fmovSingle(long s, long d) {
        long value = FpImmediate.single(imm8(d)) * 0x1_0000_0001L;
        Vec.setQ(s, d, value, value);
    }

    @Insn(bits = "0 1 1 01111 00000 a:3 1111 0 1 imm5:5 Rd", asm = "fmov <Vd.2D>, <{simdfpimm}>")
    static void fmovDouble(long s, long d) {
        long value = FpImmediate.dbl(imm8(d));
        Vec.set(s, d, value, value);
    }

    @Insn(bits = "0 Q:1 0 01111 00000 a:3 1111 1 1 imm5:5 Rd", asm = "fmov <{Vd.Th}>, <{simdfpimm}>", feature = Feature.FP16)
    static void fmovHalf(long s, long d) {
        long value = Swar.replicate(1, FpImmediate.half(imm8(d)));
        Vec.setQ(s, d, value, value);
    }
}

package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** All elements of a vector to one: ADDV, SMAXV, UADDLV, … */
@Family(value = "Advanced SIMD across lanes", group = Group.SIMD_A)
final class SimdAcrossLanes {

    private SimdAcrossLanes() {
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 11000 11011 10 Rn Rd", asm = "addv <{Vd:size}>, <{Vn.T}>", where = "size < 2 || size == 2 && Q == 1")
    static void addv(long s, long d) {
        int size = Vec.size(d);
        long sum = Vec.isQ(d) ? Swar.add(size, Vec.nlo(s, d), Vec.nhi(s, d)) : Vec.nlo(s, d);
        for (int shift = 32; shift >= 8 << size; shift >>= 1) {
            sum = Swar.add(size, sum, sum >>> shift);
        }
        Vec.setLow(s, d, sum & Swar.FIRST[size]);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 11000 00011 10 Rn Rd", asm = "uaddlv <{Vd:size+1}>, <{Vn.T}>", where = "size < 2 || size == 2 && Q == 1")
    static void uaddlv(long s, long d) {
        addLong(s, d, false);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 11000 00011 10 Rn Rd", asm = "saddlv <{Vd:size+1}>, <{Vn.T}>", where = "size < 2 || size == 2 && Q == 1")
    static void saddlv(long s, long d) {
        addLong(s, d, true);
    }

    private static void addLong(long s, long d, boolean signed) {
        int size = Vec.size(d);
        long sum = Swar.addLongPairs(size, signed, Vec.nlo(s, d));
        if (Vec.isQ(d)) {
            sum = Swar.add(size + 1, sum, Swar.addLongPairs(size, signed, Vec.nhi(s, d)));
        }
        for (int shift = 32; shift >= 16 << size; shift >>= 1) {
            sum = Swar.add(size + 1, sum, sum >>> shift);
        }
        Vec.setLow(s, d, sum & Swar.FIRST[size + 1]);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 11000 01010 10 Rn Rd", asm = "smaxv <{Vd:size}>, <{Vn.T}>", where = "size < 2 || size == 2 && Q == 1")
    static void smaxv(long s, long d) {
        max(s, d, true);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 11000 01010 10 Rn Rd", asm = "umaxv <{Vd:size}>, <{Vn.T}>", where = "size < 2 || size == 2 && Q == 1")
    static void umaxv(long s, long d) {
        max(s, d, false);
    }

    private static void max(long s, long d, boolean signed) {
        int size = Vec.size(d);
        long max = Vec.isQ(d) ? Swar.max(size, signed, Vec.nlo(s, d), Vec.nhi(s, d)) : Vec.nlo(s, d);
        for (int shift = 32; shift >= 8 << size; shift >>= 1) {
            max = Swar.max(size, signed, max, max >>> shift);
        }
        Vec.setLow(s, d, max & Swar.FIRST[size]);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 11000 11010 10 Rn Rd", asm = "sminv <{Vd:size}>, <{Vn.T}>", where = "size < 2 || size == 2 && Q == 1")
    static void sminv(long s, long d) {
        min(s, d, true);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 11000 11010 10 Rn Rd", asm = "uminv <{Vd:size}>, <{Vn.T}>", where = "size < 2 || size == 2 && Q == 1")
    static void uminv(long s, long d) {
        min(s, d, false);
    }

    private static void min(long s, long d, boolean signed) {
        int size = Vec.size(d);
        long min = Vec.isQ(d) ? Swar.min(size, signed, Vec.nlo(s, d), Vec.nhi(s, d)) : Vec.nlo(s, d);
        for (int shift = 32; shift >= 8 << size; shift >>= 1) {
            min = Swar.min(size, signed, min, min >>> shift);
        }
        Vec.setLow(s, d, min & Swar.FIRST[size]);
    }

    @Insn(bits = "01 0 11110 11 11000 11011 10 Rn Rd", asm = "addp <Dd>, <Vn.2D>")
    static void addpScalar(long s, long d) {
        Vec.setLow(s, d, Vec.nlo(s, d) + Vec.nhi(s, d));
    }
}

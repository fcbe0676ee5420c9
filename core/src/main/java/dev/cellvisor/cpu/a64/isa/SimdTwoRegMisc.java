package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Integer instructions on one vector; where there is a scalar form it has the same meaning. */
@Family(value = "Advanced SIMD two-register miscellaneous; scalar two-register miscellaneous", group = Group.SIMD_A)
final class SimdTwoRegMisc {

    private SimdTwoRegMisc() {
    }

    // ---- order of bytes and bits

    @Insn(bits = "0 Q:1 0 01110 00 10000 00000 10 Rn Rd", asm = "rev64 <{Vd.T}>, <{Vn.T}>")
    static void rev64Bytes(long s, long d) {
        Vec.setQ(s, d, Long.reverseBytes(Vec.nlo(s, d)), Long.reverseBytes(Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 00000 10 Rn Rd", asm = "rev64 <{Vd.T}>, <{Vn.T}>", where = "size == 1 || size == 2")
    static void rev64(long s, long d) {
        Vec.setQ(s, d, reverse64(d, Vec.nlo(s, d)), reverse64(d, Vec.nhi(s, d)));
    }

    private static long reverse64(long d, long a) {
        long words = a << 32 | a >>> 32;
        return (d & 1 << 22) == 0 ? words : swapHalves(words);
    }

    private static long swapHalves(long a) {
        return (a & Swar.EVEN[1]) << 16 | a >>> 16 & Swar.EVEN[1];
    }

    private static long swapBytes(long a) {
        return (a & Swar.EVEN[0]) << 8 | a >>> 8 & Swar.EVEN[0];
    }

    @Insn(bits = "0 Q:1 1 01110 00 10000 00000 10 Rn Rd", asm = "rev32 <{Vd.T}>, <{Vn.T}>")
    static void rev32Bytes(long s, long d) {
        Vec.setQ(s, d, swapHalves(swapBytes(Vec.nlo(s, d))), swapHalves(swapBytes(Vec.nhi(s, d))));
    }

    @Insn(bits = "0 Q:1 1 01110 01 10000 00000 10 Rn Rd", asm = "rev32 <{Vd.T}>, <{Vn.T}>")
    static void rev32Halves(long s, long d) {
        Vec.setQ(s, d, swapHalves(Vec.nlo(s, d)), swapHalves(Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 00 10000 00001 10 Rn Rd", asm = "rev16 <{Vd.T}>, <{Vn.T}>")
    static void rev16(long s, long d) {
        Vec.setQ(s, d, swapBytes(Vec.nlo(s, d)), swapBytes(Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 01 10000 00101 10 Rn Rd", asm = "rbit <{Vd.Tb}>, <{Vn.Tb}>")
    static void rbit(long s, long d) {
        Vec.setQ(s, d, Long.reverse(Long.reverseBytes(Vec.nlo(s, d))), Long.reverse(Long.reverseBytes(Vec.nhi(s, d))));
    }

    @Insn(bits = "0 Q:1 1 01110 00 10000 00101 10 Rn Rd", asm = "mvn <{Vd.Tb}>, <{Vn.Tb}>")
    static void not(long s, long d) {
        Vec.setQ(s, d, ~Vec.nlo(s, d), ~Vec.nhi(s, d));
    }

    // ---- counts

    @Insn(bits = "0 Q:1 0 01110 00 10000 00101 10 Rn Rd", asm = "cnt <{Vd.Tb}>, <{Vn.Tb}>")
    static void cnt(long s, long d) {
        Vec.setQ(s, d, count(Vec.nlo(s, d)), count(Vec.nhi(s, d)));
    }

    /** The number of ones in each byte. */
    private static long count(long a) {
        a -= a >>> 1 & 0x5555_5555_5555_5555L;
        a = (a & 0x3333_3333_3333_3333L) + (a >>> 2 & 0x3333_3333_3333_3333L);
        return a + (a >>> 4) & 0x0f0f_0f0f_0f0f_0f0fL;
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 00100 10 Rn Rd", asm = "clz <{Vd.T}>, <{Vn.T}>", where = "size != 3")
    static void clz(long s, long d) {
        map(s, d, Lanes.CLZ);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 00100 10 Rn Rd", asm = "cls <{Vd.T}>, <{Vn.T}>", where = "size != 3")
    static void cls(long s, long d) {
        map(s, d, Lanes.CLS);
    }

    // ---- against zero

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 01000 10 Rn Rd", asm = "cmgt <{Vd.T}>, <{Vn.T}>, #0", where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 10000 01000 10 Rn Rd", asm = "cmgt <Dd>, <Dn>, #0")
    static void cmgtZero(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.less(size, 0, Vec.nlo(s, d)), Swar.less(size, 0, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 01000 10 Rn Rd", asm = "cmge <{Vd.T}>, <{Vn.T}>, #0", where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 10000 01000 10 Rn Rd", asm = "cmge <Dd>, <Dn>, #0")
    static void cmgeZero(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, ~Swar.negative(size, Vec.nlo(s, d)), ~Swar.negative(size, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 01001 10 Rn Rd", asm = "cmeq <{Vd.T}>, <{Vn.T}>, #0", where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 10000 01001 10 Rn Rd", asm = "cmeq <Dd>, <Dn>, #0")
    static void cmeqZero(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, ~Swar.nonZero(size, Vec.nlo(s, d)), ~Swar.nonZero(size, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 01001 10 Rn Rd", asm = "cmle <{Vd.T}>, <{Vn.T}>, #0", where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 10000 01001 10 Rn Rd", asm = "cmle <Dd>, <Dn>, #0")
    static void cmleZero(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, ~Swar.less(size, 0, Vec.nlo(s, d)), ~Swar.less(size, 0, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 01010 10 Rn Rd", asm = "cmlt <{Vd.T}>, <{Vn.T}>, #0", where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 10000 01010 10 Rn Rd", asm = "cmlt <Dd>, <Dn>, #0")
    static void cmltZero(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.negative(size, Vec.nlo(s, d)), Swar.negative(size, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 01011 10 Rn Rd", asm = "abs <{Vd.T}>, <{Vn.T}>", where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 10000 01011 10 Rn Rd", asm = "abs <Dd>, <Dn>")
    static void abs(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.abs(size, Vec.nlo(s, d)), Swar.abs(size, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 01011 10 Rn Rd", asm = "neg <{Vd.T}>, <{Vn.T}>", where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 10000 01011 10 Rn Rd", asm = "neg <Dd>, <Dn>")
    static void neg(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.sub(size, 0, Vec.nlo(s, d)), Swar.sub(size, 0, Vec.nhi(s, d)));
    }

    // ---- neighbours

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 00010 10 Rn Rd", asm = "saddlp <{Vd.Tp}>, <{Vn.T}>", where = "size != 3")
    static void saddlp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.addLongPairs(size, true, Vec.nlo(s, d)), Swar.addLongPairs(size, true, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 00010 10 Rn Rd", asm = "uaddlp <{Vd.Tp}>, <{Vn.T}>", where = "size != 3")
    static void uaddlp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.addLongPairs(size, false, Vec.nlo(s, d)), Swar.addLongPairs(size, false, Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 00110 10 Rn Rd", asm = "sadalp <{Vd.Tp}>, <{Vn.T}>", where = "size != 3")
    static void sadalp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.add(size + 1, Vec.dlo(s, d), Swar.addLongPairs(size, true, Vec.nlo(s, d))),
                Swar.add(size + 1, Vec.dhi(s, d), Swar.addLongPairs(size, true, Vec.nhi(s, d))));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 00110 10 Rn Rd", asm = "uadalp <{Vd.Tp}>, <{Vn.T}>", where = "size != 3")
    static void uadalp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.add(size + 1, Vec.dlo(s, d), Swar.addLongPairs(size, false, Vec.nlo(s, d))),
                Swar.add(size + 1, Vec.dhi(s, d), Swar.addLongPairs(size, false, Vec.nhi(s, d))));
    }

    // ---- saturating

    private static void map(long s, long d, int op) {
        int size = Vec.size(d);
        long part = Vec.part(d, size);
        long low = Lanes.map(op, s, size, Vec.nlo(s, d) & part, 0);
        long high = Vec.isWide(d) ? Lanes.map(op, s, size, Vec.nhi(s, d), 0) : 0;
        Vec.set(s, d, low & part, high);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 00111 10 Rn Rd", asm = "sqabs <{Vd.T}>, <{Vn.T}>", where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 size:2 10000 00111 10 Rn Rd", asm = "sqabs <{Vd:size}>, <{Vn:size}>")
    static void sqabs(long s, long d) {
        map(s, d, Lanes.SQABS);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 00111 10 Rn Rd", asm = "sqneg <{Vd.T}>, <{Vn.T}>", where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 size:2 10000 00111 10 Rn Rd", asm = "sqneg <{Vd:size}>, <{Vn:size}>")
    static void sqneg(long s, long d) {
        map(s, d, Lanes.SQNEG);
    }

    private static void accumulate(long s, long d, int op) {
        int size = Vec.size(d);
        long part = Vec.part(d, size);
        long low = Lanes.map(op, s, size, Vec.dlo(s, d) & part, Vec.nlo(s, d) & part);
        long high = Vec.isWide(d) ? Lanes.map(op, s, size, Vec.dhi(s, d), Vec.nhi(s, d)) : 0;
        Vec.set(s, d, low & part, high);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 00011 10 Rn Rd", asm = "suqadd <{Vd.T}>, <{Vn.T}>", where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 size:2 10000 00011 10 Rn Rd", asm = "suqadd <{Vd:size}>, <{Vn:size}>")
    static void suqadd(long s, long d) {
        accumulate(s, d, Lanes.SUQADD);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 00011 10 Rn Rd", asm = "usqadd <{Vd.T}>, <{Vn.T}>", where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 size:2 10000 00011 10 Rn Rd", asm = "usqadd <{Vd:size}>, <{Vn:size}>")
    static void usqadd(long s, long d) {
        accumulate(s, d, Lanes.USQADD);
    }

    // ---- to half or double size

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 10010 10 Rn Rd", asm = "xtn<{2}> <{Vd.T}>, <{Vn.Tw}>", where = "size != 3")
    static void xtn(long s, long d) {
        Vec.setHalf(s, d, Swar.even(Vec.size(d), Vec.nlo(s, d), Vec.nhi(s, d)));
    }

    private static void narrow(long s, long d, boolean fromSigned, boolean toSigned) {
        int size = Vec.size(d);
        boolean vector = (d & 1 << 28) == 0;
        long low = vector ? Vec.nlo(s, d) : Vec.nlo(s, d) & Swar.FIRST[size + 1];
        long result = Lanes.narrow(s, size, fromSigned, toSigned, false, 0, low, vector ? Vec.nhi(s, d) : 0);
        if (vector) {
            Vec.setHalf(s, d, result);
        } else {
            Vec.setLow(s, d, result);
        }
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 10000 10100 10 Rn Rd", asm = "sqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>", where = "size != 3")
    @Insn(bits = "01 0 11110 size:2 10000 10100 10 Rn Rd", asm = "sqxtn <{Vd:size}>, <{Vn:size+1}>", where = "size != 3")
    static void sqxtn(long s, long d) {
        narrow(s, d, true, true);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 10100 10 Rn Rd", asm = "uqxtn<{2}> <{Vd.T}>, <{Vn.Tw}>", where = "size != 3")
    @Insn(bits = "01 1 11110 size:2 10000 10100 10 Rn Rd", asm = "uqxtn <{Vd:size}>, <{Vn:size+1}>", where = "size != 3")
    static void uqxtn(long s, long d) {
        narrow(s, d, false, false);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 10010 10 Rn Rd", asm = "sqxtun<{2}> <{Vd.T}>, <{Vn.Tw}>", where = "size != 3")
    @Insn(bits = "01 1 11110 size:2 10000 10010 10 Rn Rd", asm = "sqxtun <{Vd:size}>, <{Vn:size+1}>", where = "size != 3")
    static void sqxtun(long s, long d) {
        narrow(s, d, true, false);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 10000 10011 10 Rn Rd", asm = "shll<{2}> <{Vd.Tw}>, <{Vn.T}>, <{elementbits}>", where = "size != 3")
    static void shll(long s, long d) {
        int size = Vec.size(d);
        long half = Vec.nq(s, d);
        Vec.set(s, d, Swar.widen(size, half) << (8 << size), Swar.widen(size, half >>> 32) << (8 << size));
    }
}

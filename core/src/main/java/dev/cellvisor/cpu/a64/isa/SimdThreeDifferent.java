package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Integer instructions whose operands and results differ in size: long (to twice the size), wide, narrowing to the high half. */
@Family(value = "Advanced SIMD three different; scalar three different", group = Group.SIMD_B)
final class SimdThreeDifferent {

    private SimdThreeDifferent() {
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0000 00 Rn Rd", asm = "saddl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void saddl(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.add(size + 1, Swar.widen(size, true, n), Swar.widen(size, true, m)),
                Swar.add(size + 1, Swar.widen(size, true, n >>> 32), Swar.widen(size, true, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0001 00 Rn Rd", asm = "saddw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>", where = "size != 3")
    static void saddw(long s, long d) {
        int size = Vec.size(d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.add(size + 1, Vec.nlo(s, d), Swar.widen(size, true, m)),
                Swar.add(size + 1, Vec.nhi(s, d), Swar.widen(size, true, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0010 00 Rn Rd", asm = "ssubl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void ssubl(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.sub(size + 1, Swar.widen(size, true, n), Swar.widen(size, true, m)),
                Swar.sub(size + 1, Swar.widen(size, true, n >>> 32), Swar.widen(size, true, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0011 00 Rn Rd", asm = "ssubw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>", where = "size != 3")
    static void ssubw(long s, long d) {
        int size = Vec.size(d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.sub(size + 1, Vec.nlo(s, d), Swar.widen(size, true, m)),
                Swar.sub(size + 1, Vec.nhi(s, d), Swar.widen(size, true, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0101 00 Rn Rd", asm = "sabal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void sabal(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.add(size + 1, Vec.dlo(s, d), Swar.distance(size + 1, true, Swar.widen(size, true, n), Swar.widen(size, true, m))),
                Swar.add(size + 1, Vec.dhi(s, d), Swar.distance(size + 1, true, Swar.widen(size, true, n >>> 32), Swar.widen(size, true, m >>> 32))));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0111 00 Rn Rd", asm = "sabdl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void sabdl(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.distance(size + 1, true, Swar.widen(size, true, n), Swar.widen(size, true, m)),
                Swar.distance(size + 1, true, Swar.widen(size, true, n >>> 32), Swar.widen(size, true, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0000 00 Rn Rd", asm = "uaddl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void uaddl(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.add(size + 1, Swar.widen(size, false, n), Swar.widen(size, false, m)),
                Swar.add(size + 1, Swar.widen(size, false, n >>> 32), Swar.widen(size, false, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0001 00 Rn Rd", asm = "uaddw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>", where = "size != 3")
    static void uaddw(long s, long d) {
        int size = Vec.size(d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.add(size + 1, Vec.nlo(s, d), Swar.widen(size, false, m)),
                Swar.add(size + 1, Vec.nhi(s, d), Swar.widen(size, false, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0010 00 Rn Rd", asm = "usubl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void usubl(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.sub(size + 1, Swar.widen(size, false, n), Swar.widen(size, false, m)),
                Swar.sub(size + 1, Swar.widen(size, false, n >>> 32), Swar.widen(size, false, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0011 00 Rn Rd", asm = "usubw<{2}> <{Vd.Tw}>, <{Vn.Tw}>, <{Vm.T}>", where = "size != 3")
    static void usubw(long s, long d) {
        int size = Vec.size(d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.sub(size + 1, Vec.nlo(s, d), Swar.widen(size, false, m)),
                Swar.sub(size + 1, Vec.nhi(s, d), Swar.widen(size, false, m >>> 32)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0101 00 Rn Rd", asm = "uabal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void uabal(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.add(size + 1, Vec.dlo(s, d), Swar.distance(size + 1, false, Swar.widen(size, false, n), Swar.widen(size, false, m))),
                Swar.add(size + 1, Vec.dhi(s, d), Swar.distance(size + 1, false, Swar.widen(size, false, n >>> 32), Swar.widen(size, false, m >>> 32))));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0111 00 Rn Rd", asm = "uabdl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void uabdl(long s, long d) {
        int size = Vec.size(d);
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        Vec.set(s, d, Swar.distance(size + 1, false, Swar.widen(size, false, n), Swar.widen(size, false, m)),
                Swar.distance(size + 1, false, Swar.widen(size, false, n >>> 32), Swar.widen(size, false, m >>> 32)));
    }

    // ---- the high half of sums and differences

    private static long rounding(int size) {
        return Swar.LOW[size + 1] << (8 << size) - 1;
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0100 00 Rn Rd", asm = "addhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>", where = "size != 3")
    static void addhn(long s, long d) {
        int size = Vec.size(d);
        long low = Swar.add(size + 1, Vec.nlo(s, d), Vec.mlo(s, d));
        long high = Swar.add(size + 1, Vec.nhi(s, d), Vec.mhi(s, d));
        Vec.setHalf(s, d, Swar.odd(size, low, high));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0100 00 Rn Rd", asm = "raddhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>", where = "size != 3")
    static void raddhn(long s, long d) {
        int size = Vec.size(d);
        long low = Swar.add(size + 1, rounding(size), Swar.add(size + 1, Vec.nlo(s, d), Vec.mlo(s, d)));
        long high = Swar.add(size + 1, rounding(size), Swar.add(size + 1, Vec.nhi(s, d), Vec.mhi(s, d)));
        Vec.setHalf(s, d, Swar.odd(size, low, high));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 0110 00 Rn Rd", asm = "subhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>", where = "size != 3")
    static void subhn(long s, long d) {
        int size = Vec.size(d);
        long low = Swar.sub(size + 1, Vec.nlo(s, d), Vec.mlo(s, d));
        long high = Swar.sub(size + 1, Vec.nhi(s, d), Vec.mhi(s, d));
        Vec.setHalf(s, d, Swar.odd(size, low, high));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 0110 00 Rn Rd", asm = "rsubhn<{2}> <{Vd.T}>, <{Vn.Tw}>, <{Vm.Tw}>", where = "size != 3")
    static void rsubhn(long s, long d) {
        int size = Vec.size(d);
        long low = Swar.add(size + 1, rounding(size), Swar.sub(size + 1, Vec.nlo(s, d), Vec.mlo(s, d)));
        long high = Swar.add(size + 1, rounding(size), Swar.sub(size + 1, Vec.nhi(s, d), Vec.mhi(s, d)));
        Vec.setHalf(s, d, Swar.odd(size, low, high));
    }

    // ---- products

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 1100 00 Rn Rd", asm = "smull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void smull(long s, long d) {
        LongProducts.multiply(s, d, Vec.size(d), true, Vec.nq(s, d), Vec.mq(s, d));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 1000 00 Rn Rd", asm = "smlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void smlal(long s, long d) {
        LongProducts.multiplyAdd(s, d, Vec.size(d), true, Vec.nq(s, d), Vec.mq(s, d));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 1010 00 Rn Rd", asm = "smlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void smlsl(long s, long d) {
        LongProducts.multiplySubtract(s, d, Vec.size(d), true, Vec.nq(s, d), Vec.mq(s, d));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 1100 00 Rn Rd", asm = "umull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void umull(long s, long d) {
        LongProducts.multiply(s, d, Vec.size(d), false, Vec.nq(s, d), Vec.mq(s, d));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 1000 00 Rn Rd", asm = "umlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void umlal(long s, long d) {
        LongProducts.multiplyAdd(s, d, Vec.size(d), false, Vec.nq(s, d), Vec.mq(s, d));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 1010 00 Rn Rd", asm = "umlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size != 3")
    static void umlsl(long s, long d) {
        LongProducts.multiplySubtract(s, d, Vec.size(d), false, Vec.nq(s, d), Vec.mq(s, d));
    }

    private static void saturating(long s, long d, int op) {
        boolean vector = (d & 1 << 28) == 0; // a scalar form has Q set, and means the lowest element
        LongProducts.saturating(s, d, op, Vec.size(d), vector ? Vec.nq(s, d) : Vec.nlo(s, d), vector ? Vec.mq(s, d) : Vec.mlo(s, d));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 1101 00 Rn Rd", asm = "sqdmull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11110 size:2 1 Rm 1101 00 Rn Rd", asm = "sqdmull <{Vd:size+1}>, <{Vn:size}>, <{Vm:size}>", where = "size == 1 || size == 2")
    static void sqdmull(long s, long d) {
        saturating(s, d, LongProducts.SQDMULL);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 1001 00 Rn Rd", asm = "sqdmlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11110 size:2 1 Rm 1001 00 Rn Rd", asm = "sqdmlal <{Vd:size+1}>, <{Vn:size}>, <{Vm:size}>", where = "size == 1 || size == 2")
    static void sqdmlal(long s, long d) {
        saturating(s, d, LongProducts.SQDMLAL);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 1011 00 Rn Rd", asm = "sqdmlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm.T}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11110 size:2 1 Rm 1011 00 Rn Rd", asm = "sqdmlsl <{Vd:size+1}>, <{Vn:size}>, <{Vm:size}>", where = "size == 1 || size == 2")
    static void sqdmlsl(long s, long d) {
        saturating(s, d, LongProducts.SQDMLSL);
    }

    @Insn(bits = "0 Q:1 0 01110 00 1 Rm 1110 00 Rn Rd", asm = "pmull<{2}> <Vd.8H>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void pmullBytes(long s, long d) {
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        long low = 0;
        long high = 0;
        for (int at = 0; at < 32; at += 8) {
            low |= Lanes.multiplyPolynomial(n >>> at & 0xff, m >>> at & 0xff) << 2 * at;
            high |= Lanes.multiplyPolynomial(n >>> 32 + at & 0xff, m >>> 32 + at & 0xff) << 2 * at;
        }
        Vec.set(s, d, low, high);
    }

    @Insn(bits = "0 Q:1 0 01110 11 1 Rm 1110 00 Rn Rd", asm = "pmull<{2}> <Vd.1Q>, <{Vn.Td}>, <{Vm.Td}>", feature = Feature.PMULL)
    static void pmullLongs(long s, long d) {
        long n = Vec.nq(s, d);
        long m = Vec.mq(s, d);
        long low = 0;
        long high = 0;
        for (long rest = m; rest != 0; rest &= rest - 1) {
            int at = Long.numberOfTrailingZeros(rest);
            low ^= n << at;
            high ^= n >>> 1 >>> 63 - at;
        }
        Vec.set(s, d, low, high);
    }
}

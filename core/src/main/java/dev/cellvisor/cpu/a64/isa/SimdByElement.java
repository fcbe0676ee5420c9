package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.fp.Format;
import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Products of a vector with one element of another, and their scalar forms. */
@Family(value = "Advanced SIMD vector x indexed element; scalar x indexed element", group = Group.SIMD_B)
final class SimdByElement {

    private SimdByElement() {
    }

    /** Element {@code index} of V{@code number}, in all places. */
    static long element(long s, int number, int index, int size) {
        int at = index << 3 + size;
        return Swar.replicate(size, (at < 64 ? Regs.vlo(s, number) : Regs.vhi(s, number)) >>> at);
    }

    /**
     * The element of Vm that the instruction names. Halfwords: registers 0 to 15 and index H:L:M (bits 11, 21, 20); words: registers M:Rm
     * and index H:L; doublewords: index H.
     */
    static long element(long s, long d, int size) {
        int h = (int) d >>> 11 & 1;
        int hl = h << 1 | (int) d >>> 21 & 1;
        return switch (size) {
            case 1 -> element(s, (int) d >>> 16 & 15, hl << 1 | (int) d >>> 20 & 1, size);
            case 2 -> element(s, (int) d >>> 16 & 31, hl, size);
            default -> element(s, (int) d >>> 16 & 31, h, size);
        };
    }

    // ---- integers

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1000 H:1 0 Rn Rd", asm = "mul <{Vd.T}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void mul(long s, long d) {
        int size = Vec.size(d);
        long m = element(s, d, size);
        Vec.setQ(s, d, Lanes.map(Lanes.MUL, s, size, Vec.nlo(s, d), m), Lanes.map(Lanes.MUL, s, size, Vec.nhi(s, d), m));
    }

    @Insn(bits = "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0000 H:1 0 Rn Rd", asm = "mla <{Vd.T}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void mla(long s, long d) {
        int size = Vec.size(d);
        long m = element(s, d, size);
        long low = Lanes.map(Lanes.MUL, s, size, Vec.nlo(s, d), m);
        long high = Lanes.map(Lanes.MUL, s, size, Vec.nhi(s, d), m);
        Vec.setQ(s, d, Swar.add(size, Vec.dlo(s, d), low), Swar.add(size, Vec.dhi(s, d), high));
    }

    @Insn(bits = "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0100 H:1 0 Rn Rd", asm = "mls <{Vd.T}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void mls(long s, long d) {
        int size = Vec.size(d);
        long m = element(s, d, size);
        long low = Lanes.map(Lanes.MUL, s, size, Vec.nlo(s, d), m);
        long high = Lanes.map(Lanes.MUL, s, size, Vec.nhi(s, d), m);
        Vec.setQ(s, d, Swar.sub(size, Vec.dlo(s, d), low), Swar.sub(size, Vec.dhi(s, d), high));
    }

    private static void map(long s, long d, int op) {
        int size = Vec.size(d);
        long part = Vec.part(d, size);
        long m = element(s, d, size);
        long low = Lanes.map(op, s, size, Vec.nlo(s, d) & part, m & part);
        long high = Vec.isWide(d) ? Lanes.map(op, s, size, Vec.nhi(s, d), m) : 0;
        Vec.set(s, d, low & part, high);
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1100 H:1 0 Rn Rd", asm = "sqdmulh <{Vd.T}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11111 size:2 L:1 M:1 Rm:4 1100 H:1 0 Rn Rd", asm = "sqdmulh <{Vd:size}>, <{Vn:size}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void sqdmulh(long s, long d) {
        map(s, d, Lanes.SQDMULH);
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", asm = "sqrdmulh <{Vd.T}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", asm = "sqrdmulh <{Vd:size}>, <{Vn:size}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void sqrdmulh(long s, long d) {
        map(s, d, Lanes.SQRDMULH);
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1010 H:1 0 Rn Rd", asm = "smull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void smull(long s, long d) {
        int size = Vec.size(d);
        LongProducts.multiply(s, d, size, true, Vec.nq(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0010 H:1 0 Rn Rd", asm = "smlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void smlal(long s, long d) {
        int size = Vec.size(d);
        LongProducts.multiplyAdd(s, d, size, true, Vec.nq(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0110 H:1 0 Rn Rd", asm = "smlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void smlsl(long s, long d) {
        int size = Vec.size(d);
        LongProducts.multiplySubtract(s, d, size, true, Vec.nq(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 1010 H:1 0 Rn Rd", asm = "umull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void umull(long s, long d) {
        int size = Vec.size(d);
        LongProducts.multiply(s, d, size, false, Vec.nq(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0010 H:1 0 Rn Rd", asm = "umlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void umlal(long s, long d) {
        int size = Vec.size(d);
        LongProducts.multiplyAdd(s, d, size, false, Vec.nq(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 0110 H:1 0 Rn Rd", asm = "umlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void umlsl(long s, long d) {
        int size = Vec.size(d);
        LongProducts.multiplySubtract(s, d, size, false, Vec.nq(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 1011 H:1 0 Rn Rd", asm = "sqdmull<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11111 size:2 L:1 M:1 Rm:4 1011 H:1 0 Rn Rd", asm = "sqdmull <{Vd:size+1}>, <{Vn:size}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void sqdmull(long s, long d) {
        int size = Vec.size(d);
        LongProducts.saturating(s, d, LongProducts.SQDMULL, size, (d & 1 << 28) == 0 ? Vec.nq(s, d) : Vec.nlo(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0011 H:1 0 Rn Rd", asm = "sqdmlal<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11111 size:2 L:1 M:1 Rm:4 0011 H:1 0 Rn Rd", asm = "sqdmlal <{Vd:size+1}>, <{Vn:size}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void sqdmlal(long s, long d) {
        int size = Vec.size(d);
        LongProducts.saturating(s, d, LongProducts.SQDMLAL, size, (d & 1 << 28) == 0 ? Vec.nq(s, d) : Vec.nlo(s, d), element(s, d, size));
    }

    @Insn(bits = "0 Q:1 0 01111 size:2 L:1 M:1 Rm:4 0111 H:1 0 Rn Rd", asm = "sqdmlsl<{2}> <{Vd.Tw}>, <{Vn.T}>, <{Vm[]}>", where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11111 size:2 L:1 M:1 Rm:4 0111 H:1 0 Rn Rd", asm = "sqdmlsl <{Vd:size+1}>, <{Vn:size}>, <{Vm[]}>", where = "size == 1 || size == 2")
    static void sqdmlsl(long s, long d) {
        int size = Vec.size(d);
        LongProducts.saturating(s, d, LongProducts.SQDMLSL, size, (d & 1 << 28) == 0 ? Vec.nq(s, d) : Vec.nlo(s, d), element(s, d, size));
    }

    // ---- floating point: bits 23:22 are 00 for half, 10 for single, 11 for double precision

    private static void execute(long s, long d, int op) {
        int size = Vec.size(d);
        int format = size == 0 ? Format.HALF : size;
        FpLanes.execute(s, d, op, format, element(s, d, format));
    }

    @Insn(bits = "0 Q:1 0 01111 1 sz:1 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", asm = "fmla <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>",
            where = "sz == 0 || Q == 1 && L == 0")
    @Insn(bits = "01 0 11111 1 sz:1 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", asm = "fmla <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>",
            where = "sz == 0 || L == 0")
    @Insn(bits = "0 Q:1 0 01111 00 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", asm = "fmla <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11111 00 L:1 M:1 Rm:4 0001 H:1 0 Rn Rd", asm = "fmla <Hd>, <Hn>, <{Vm[]}>", feature = Feature.FP16)
    static void fmla(long s, long d) {
        execute(s, d, FpLanes.FMLA);
    }

    @Insn(bits = "0 Q:1 0 01111 1 sz:1 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", asm = "fmls <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>",
            where = "sz == 0 || Q == 1 && L == 0")
    @Insn(bits = "01 0 11111 1 sz:1 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", asm = "fmls <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>",
            where = "sz == 0 || L == 0")
    @Insn(bits = "0 Q:1 0 01111 00 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", asm = "fmls <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11111 00 L:1 M:1 Rm:4 0101 H:1 0 Rn Rd", asm = "fmls <Hd>, <Hn>, <{Vm[]}>", feature = Feature.FP16)
    static void fmls(long s, long d) {
        execute(s, d, FpLanes.FMLS);
    }

    @Insn(bits = "0 Q:1 0 01111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmul <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>",
            where = "sz == 0 || Q == 1 && L == 0")
    @Insn(bits = "01 0 11111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmul <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>",
            where = "sz == 0 || L == 0")
    @Insn(bits = "0 Q:1 0 01111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmul <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>", feature = Feature.FP16)
    @Insn(bits = "01 0 11111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmul <Hd>, <Hn>, <{Vm[]}>", feature = Feature.FP16)
    static void fmul(long s, long d) {
        execute(s, d, FpLanes.FMUL);
    }

    @Insn(bits = "0 Q:1 1 01111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmulx <{Vd.Tf}>, <{Vn.Tf}>, <{Vm[]}>",
            where = "sz == 0 || Q == 1 && L == 0")
    @Insn(bits = "01 1 11111 1 sz:1 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmulx <{Vd:sz}>, <{Vn:sz}>, <{Vm[]}>",
            where = "sz == 0 || L == 0")
    @Insn(bits = "0 Q:1 1 01111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmulx <{Vd.Th}>, <{Vn.Th}>, <{Vm[]}>", feature = Feature.FP16)
    @Insn(bits = "01 1 11111 00 L:1 M:1 Rm:4 1001 H:1 0 Rn Rd", asm = "fmulx <Hd>, <Hn>, <{Vm[]}>", feature = Feature.FP16)
    static void fmulx(long s, long d) {
        execute(s, d, FpLanes.FMULX);
    }
}

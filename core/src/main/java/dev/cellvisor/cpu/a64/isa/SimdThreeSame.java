package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Integer and logical instructions on two vectors of equal shape; where there is a scalar form it has the same meaning. */
@Family(value = "Advanced SIMD three same; scalar three same", group = Group.SIMD_A)
final class SimdThreeSame {

    private SimdThreeSame() {
    }

    @Insn(bits = "0 Q:1 0 01110 00 1 Rm 00011 1 Rn Rd", asm = "and <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void and(long s, long d) {
        Vec.setQ(s, d, Vec.nlo(s, d) & Vec.mlo(s, d), Vec.nhi(s, d) & Vec.mhi(s, d));
    }

    @Insn(bits = "0 Q:1 0 01110 01 1 Rm 00011 1 Rn Rd", asm = "bic <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void bic(long s, long d) {
        Vec.setQ(s, d, Vec.nlo(s, d) & ~Vec.mlo(s, d), Vec.nhi(s, d) & ~Vec.mhi(s, d));
    }

    @Insn(bits = "0 Q:1 0 01110 10 1 Rm 00011 1 Rn Rd", asm = "orr <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>",
            alias = "Rn == Rm => mov <{Vd.Tb}>, <{Vn.Tb}>")
    static void orr(long s, long d) {
        Vec.setQ(s, d, Vec.nlo(s, d) | Vec.mlo(s, d), Vec.nhi(s, d) | Vec.mhi(s, d));
    }

    @Insn(bits = "0 Q:1 0 01110 11 1 Rm 00011 1 Rn Rd", asm = "orn <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void orn(long s, long d) {
        Vec.setQ(s, d, Vec.nlo(s, d) | ~Vec.mlo(s, d), Vec.nhi(s, d) | ~Vec.mhi(s, d));
    }

    @Insn(bits = "0 Q:1 1 01110 00 1 Rm 00011 1 Rn Rd", asm = "eor <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void eor(long s, long d) {
        Vec.setQ(s, d, Vec.nlo(s, d) ^ Vec.mlo(s, d), Vec.nhi(s, d) ^ Vec.mhi(s, d));
    }

    @Insn(bits = "0 Q:1 1 01110 01 1 Rm 00011 1 Rn Rd", asm = "bsl <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void bsl(long s, long d) {
        Vec.setQ(s, d, Swar.select(Vec.dlo(s, d), Vec.nlo(s, d), Vec.mlo(s, d)),
                Swar.select(Vec.dhi(s, d), Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 10 1 Rm 00011 1 Rn Rd", asm = "bit <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void bit(long s, long d) {
        Vec.setQ(s, d, Swar.select(Vec.mlo(s, d), Vec.nlo(s, d), Vec.dlo(s, d)),
                Swar.select(Vec.mhi(s, d), Vec.nhi(s, d), Vec.dhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 11 1 Rm 00011 1 Rn Rd", asm = "bif <{Vd.Tb}>, <{Vn.Tb}>, <{Vm.Tb}>")
    static void bif(long s, long d) {
        Vec.setQ(s, d, Swar.select(Vec.mlo(s, d), Vec.dlo(s, d), Vec.nlo(s, d)),
                Swar.select(Vec.mhi(s, d), Vec.dhi(s, d), Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10000 1 Rn Rd", asm = "add <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 1 Rm 10000 1 Rn Rd", asm = "add <Dd>, <Dn>, <Dm>")
    static void add(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.add(size, Vec.nlo(s, d), Vec.mlo(s, d)), Swar.add(size, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 10000 1 Rn Rd", asm = "sub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 1 Rm 10000 1 Rn Rd", asm = "sub <Dd>, <Dn>, <Dm>")
    static void sub(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.sub(size, Vec.nlo(s, d), Vec.mlo(s, d)), Swar.sub(size, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 10001 1 Rn Rd", asm = "cmeq <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 1 Rm 10001 1 Rn Rd", asm = "cmeq <Dd>, <Dn>, <Dm>")
    static void cmeq(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.equal(size, Vec.nlo(s, d), Vec.mlo(s, d)), Swar.equal(size, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10001 1 Rn Rd", asm = "cmtst <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 1 Rm 10001 1 Rn Rd", asm = "cmtst <Dd>, <Dn>, <Dm>")
    static void cmtst(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.nonZero(size, Vec.nlo(s, d) & Vec.mlo(s, d)),
                Swar.nonZero(size, Vec.nhi(s, d) & Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 00110 1 Rn Rd", asm = "cmgt <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 1 Rm 00110 1 Rn Rd", asm = "cmgt <Dd>, <Dn>, <Dm>")
    static void cmgt(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.less(size, Vec.mlo(s, d), Vec.nlo(s, d)), Swar.less(size, Vec.mhi(s, d), Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 00111 1 Rn Rd", asm = "cmge <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 1 Rm 00111 1 Rn Rd", asm = "cmge <Dd>, <Dn>, <Dm>")
    static void cmge(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, ~Swar.less(size, Vec.nlo(s, d), Vec.mlo(s, d)), ~Swar.less(size, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 00110 1 Rn Rd", asm = "cmhi <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 1 Rm 00110 1 Rn Rd", asm = "cmhi <Dd>, <Dn>, <Dm>")
    static void cmhi(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, Swar.below(size, Vec.mlo(s, d), Vec.nlo(s, d)), Swar.below(size, Vec.mhi(s, d), Vec.nhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 00111 1 Rn Rd", asm = "cmhs <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 1 Rm 00111 1 Rn Rd", asm = "cmhs <Dd>, <Dn>, <Dm>")
    static void cmhs(long s, long d) {
        int size = Vec.size(d);
        Vec.setPart(s, d, size, ~Swar.below(size, Vec.nlo(s, d), Vec.mlo(s, d)),
                ~Swar.below(size, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01100 1 Rn Rd", asm = "smax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void smax(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.max(size, true, Vec.nlo(s, d), Vec.mlo(s, d)), Swar.max(size, true, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01101 1 Rn Rd", asm = "smin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void smin(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.min(size, true, Vec.nlo(s, d), Vec.mlo(s, d)), Swar.min(size, true, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01110 1 Rn Rd", asm = "sabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void sabd(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.distance(size, true, Vec.nlo(s, d), Vec.mlo(s, d)),
                Swar.distance(size, true, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01111 1 Rn Rd", asm = "saba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void saba(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.add(size, Vec.dlo(s, d), Swar.distance(size, true, Vec.nlo(s, d), Vec.mlo(s, d))),
                Swar.add(size, Vec.dhi(s, d), Swar.distance(size, true, Vec.nhi(s, d), Vec.mhi(s, d))));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 00000 1 Rn Rd", asm = "shadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void shadd(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.add(size, Vec.nlo(s, d) & Vec.mlo(s, d), Swar.shiftRightSigned(size, Vec.nlo(s, d) ^ Vec.mlo(s, d), 1)),
                Swar.add(size, Vec.nhi(s, d) & Vec.mhi(s, d), Swar.shiftRightSigned(size, Vec.nhi(s, d) ^ Vec.mhi(s, d), 1)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 00010 1 Rn Rd", asm = "srhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void srhadd(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.sub(size, Vec.nlo(s, d) | Vec.mlo(s, d), Swar.shiftRightSigned(size, Vec.nlo(s, d) ^ Vec.mlo(s, d), 1)),
                Swar.sub(size, Vec.nhi(s, d) | Vec.mhi(s, d), Swar.shiftRightSigned(size, Vec.nhi(s, d) ^ Vec.mhi(s, d), 1)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 00100 1 Rn Rd", asm = "shsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void shsub(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.sub(size, Swar.shiftRightSigned(size, Vec.nlo(s, d) ^ Vec.mlo(s, d), 1), ~Vec.nlo(s, d) & Vec.mlo(s, d)),
                Swar.sub(size, Swar.shiftRightSigned(size, Vec.nhi(s, d) ^ Vec.mhi(s, d), 1), ~Vec.nhi(s, d) & Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01100 1 Rn Rd", asm = "umax <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void umax(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.max(size, false, Vec.nlo(s, d), Vec.mlo(s, d)),
                Swar.max(size, false, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01101 1 Rn Rd", asm = "umin <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void umin(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.min(size, false, Vec.nlo(s, d), Vec.mlo(s, d)),
                Swar.min(size, false, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01110 1 Rn Rd", asm = "uabd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void uabd(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.distance(size, false, Vec.nlo(s, d), Vec.mlo(s, d)),
                Swar.distance(size, false, Vec.nhi(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01111 1 Rn Rd", asm = "uaba <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void uaba(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.add(size, Vec.dlo(s, d), Swar.distance(size, false, Vec.nlo(s, d), Vec.mlo(s, d))),
                Swar.add(size, Vec.dhi(s, d), Swar.distance(size, false, Vec.nhi(s, d), Vec.mhi(s, d))));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 00000 1 Rn Rd", asm = "uhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void uhadd(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.add(size, Vec.nlo(s, d) & Vec.mlo(s, d), Swar.shiftRight(size, Vec.nlo(s, d) ^ Vec.mlo(s, d), 1)),
                Swar.add(size, Vec.nhi(s, d) & Vec.mhi(s, d), Swar.shiftRight(size, Vec.nhi(s, d) ^ Vec.mhi(s, d), 1)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 00010 1 Rn Rd", asm = "urhadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void urhadd(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.sub(size, Vec.nlo(s, d) | Vec.mlo(s, d), Swar.shiftRight(size, Vec.nlo(s, d) ^ Vec.mlo(s, d), 1)),
                Swar.sub(size, Vec.nhi(s, d) | Vec.mhi(s, d), Swar.shiftRight(size, Vec.nhi(s, d) ^ Vec.mhi(s, d), 1)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 00100 1 Rn Rd", asm = "uhsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void uhsub(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.sub(size, Swar.shiftRight(size, Vec.nlo(s, d) ^ Vec.mlo(s, d), 1), ~Vec.nlo(s, d) & Vec.mlo(s, d)),
                Swar.sub(size, Swar.shiftRight(size, Vec.nhi(s, d) ^ Vec.mhi(s, d), 1), ~Vec.nhi(s, d) & Vec.mhi(s, d)));
    }

    // ---- neighbours

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10111 1 Rn Rd", asm = "addp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    static void addp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.add(size, Vec.evens(s, d, size, false), Vec.odds(s, d, size, false)),
                Swar.add(size, Vec.evens(s, d, size, true), Vec.odds(s, d, size, true)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10100 1 Rn Rd", asm = "smaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void smaxp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.max(size, true, Vec.evens(s, d, size, false), Vec.odds(s, d, size, false)),
                Swar.max(size, true, Vec.evens(s, d, size, true), Vec.odds(s, d, size, true)));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10101 1 Rn Rd", asm = "sminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void sminp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.min(size, true, Vec.evens(s, d, size, false), Vec.odds(s, d, size, false)),
                Swar.min(size, true, Vec.evens(s, d, size, true), Vec.odds(s, d, size, true)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 10100 1 Rn Rd", asm = "umaxp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void umaxp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.max(size, false, Vec.evens(s, d, size, false), Vec.odds(s, d, size, false)),
                Swar.max(size, false, Vec.evens(s, d, size, true), Vec.odds(s, d, size, true)));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 10101 1 Rn Rd", asm = "uminp <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void uminp(long s, long d) {
        int size = Vec.size(d);
        Vec.setQ(s, d, Swar.min(size, false, Vec.evens(s, d, size, false), Vec.odds(s, d, size, false)),
                Swar.min(size, false, Vec.evens(s, d, size, true), Vec.odds(s, d, size, true)));
    }

    // ---- element by element

    private static void map(long s, long d, int op) {
        int size = Vec.size(d);
        long part = Vec.part(d, size);
        long low = Lanes.map(op, s, size, Vec.nlo(s, d) & part, Vec.mlo(s, d) & part);
        long high = Vec.isWide(d) ? Lanes.map(op, s, size, Vec.nhi(s, d), Vec.mhi(s, d)) : 0;
        Vec.set(s, d, low & part, high);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 00001 1 Rn Rd", asm = "sqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 size:2 1 Rm 00001 1 Rn Rd", asm = "sqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void sqadd(long s, long d) {
        map(s, d, Lanes.SQADD);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 00101 1 Rn Rd", asm = "sqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 size:2 1 Rm 00101 1 Rn Rd", asm = "sqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void sqsub(long s, long d) {
        map(s, d, Lanes.SQSUB);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01000 1 Rn Rd", asm = "sshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 1 Rm 01000 1 Rn Rd", asm = "sshl <Dd>, <Dn>, <Dm>")
    static void sshl(long s, long d) {
        map(s, d, Lanes.SSHL);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01001 1 Rn Rd", asm = "sqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 size:2 1 Rm 01001 1 Rn Rd", asm = "sqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void sqshl(long s, long d) {
        map(s, d, Lanes.SQSHL);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01010 1 Rn Rd", asm = "srshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 11 1 Rm 01010 1 Rn Rd", asm = "srshl <Dd>, <Dn>, <Dm>")
    static void srshl(long s, long d) {
        map(s, d, Lanes.SRSHL);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 01011 1 Rn Rd", asm = "sqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 0 11110 size:2 1 Rm 01011 1 Rn Rd", asm = "sqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void sqrshl(long s, long d) {
        map(s, d, Lanes.SQRSHL);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 00001 1 Rn Rd", asm = "uqadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 size:2 1 Rm 00001 1 Rn Rd", asm = "uqadd <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void uqadd(long s, long d) {
        map(s, d, Lanes.UQADD);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 00101 1 Rn Rd", asm = "uqsub <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 size:2 1 Rm 00101 1 Rn Rd", asm = "uqsub <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void uqsub(long s, long d) {
        map(s, d, Lanes.UQSUB);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01000 1 Rn Rd", asm = "ushl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 1 Rm 01000 1 Rn Rd", asm = "ushl <Dd>, <Dn>, <Dm>")
    static void ushl(long s, long d) {
        map(s, d, Lanes.USHL);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01001 1 Rn Rd", asm = "uqshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 size:2 1 Rm 01001 1 Rn Rd", asm = "uqshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void uqshl(long s, long d) {
        map(s, d, Lanes.UQSHL);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01010 1 Rn Rd", asm = "urshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 11 1 Rm 01010 1 Rn Rd", asm = "urshl <Dd>, <Dn>, <Dm>")
    static void urshl(long s, long d) {
        map(s, d, Lanes.URSHL);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 01011 1 Rn Rd", asm = "uqrshl <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "01 1 11110 size:2 1 Rm 01011 1 Rn Rd", asm = "uqrshl <{Vd:size}>, <{Vn:size}>, <{Vm:size}>")
    static void uqrshl(long s, long d) {
        map(s, d, Lanes.UQRSHL);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10110 1 Rn Rd", asm = "sqdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size == 1 || size == 2")
    @Insn(bits = "01 0 11110 size:2 1 Rm 10110 1 Rn Rd", asm = "sqdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>", where = "size == 1 || size == 2")
    static void sqdmulh(long s, long d) {
        map(s, d, Lanes.SQDMULH);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 10110 1 Rn Rd", asm = "sqrdmulh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size == 1 || size == 2")
    @Insn(bits = "01 1 11110 size:2 1 Rm 10110 1 Rn Rd", asm = "sqrdmulh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>", where = "size == 1 || size == 2")
    static void sqrdmulh(long s, long d) {
        map(s, d, Lanes.SQRDMULH);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10011 1 Rn Rd", asm = "mul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void mul(long s, long d) {
        map(s, d, Lanes.MUL);
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 10011 1 Rn Rd", asm = "pmul <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size == 0")
    static void pmul(long s, long d) {
        map(s, d, Lanes.PMUL);
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 1 Rm 10010 1 Rn Rd", asm = "mla <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void mla(long s, long d) {
        int size = Vec.size(d);
        long low = Lanes.map(Lanes.MUL, s, size, Vec.nlo(s, d), Vec.mlo(s, d));
        long high = Lanes.map(Lanes.MUL, s, size, Vec.nhi(s, d), Vec.mhi(s, d));
        Vec.setQ(s, d, Swar.add(size, Vec.dlo(s, d), low), Swar.add(size, Vec.dhi(s, d), high));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 1 Rm 10010 1 Rn Rd", asm = "mls <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3")
    static void mls(long s, long d) {
        int size = Vec.size(d);
        long low = Lanes.map(Lanes.MUL, s, size, Vec.nlo(s, d), Vec.mlo(s, d));
        long high = Lanes.map(Lanes.MUL, s, size, Vec.nhi(s, d), Vec.mhi(s, d));
        Vec.setQ(s, d, Swar.sub(size, Vec.dlo(s, d), low), Swar.sub(size, Vec.dhi(s, d), high));
    }
}

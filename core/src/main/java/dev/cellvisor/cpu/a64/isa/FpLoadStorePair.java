package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** LDP, LDNP, STP, STNP of S, D and Q registers. Non-temporal is only a hint: it does the same. */
@Family(value = "Load/store pair, SIMD&FP", group = Group.FP)
final class FpLoadStorePair {

    private FpLoadStorePair() {
    }

    private static int t(long d) {
        return (int) d & 31;
    }

    private static int t2(long d) {
        return (int) d >>> 10 & 31;
    }

    /** Base plus offset, but the base alone where it is post-indexed (bits 24:23 are 01). */
    private static long address(Core c, long s, long d, int shift) {
        long base = Base.base(c, s, d);
        return (d & 3 << 23) == 1 << 23 ? base : base + (Regs.signed(d, 15, 7) << shift);
    }

    /** Write-back of a pre- or post-indexed access (bit 23). */
    private static void writeBack(long s, long d, int shift) {
        if ((d & 1 << 23) != 0) {
            Regs.setXn(s, d, Regs.xn(s, d) + (Regs.signed(d, 15, 7) << shift));
        }
    }

    private static void load32(Core c, long s, long d, long va) {
        long tlb = Mem.tlb(s);
        long low = Mem.ld32(c, tlb, va);
        long high = Mem.ld32(c, tlb, va + 4);
        Regs.setV(s, t(d), low, 0);
        Regs.setV(s, t2(d), high, 0);
    }

    private static void store32(Core c, long s, long d, long va) {
        long tlb = Mem.tlb(s);
        VecMem.beforeStore(c, s, va, 8, 4);
        Mem.st32(c, tlb, va, Regs.vlo(s, t(d)));
        Mem.st32(c, tlb, va + 4, Regs.vlo(s, t2(d)));
    }

    private static void load64(Core c, long s, long d, long va) {
        long tlb = Mem.tlb(s);
        long low = Mem.ld64(c, tlb, va);
        long high = Mem.ld64(c, tlb, va + 8);
        Regs.setV(s, t(d), low, 0);
        Regs.setV(s, t2(d), high, 0);
    }

    private static void store64(Core c, long s, long d, long va) {
        long tlb = Mem.tlb(s);
        VecMem.beforeStore(c, s, va, 16, 8);
        Mem.st64(c, tlb, va, Regs.vlo(s, t(d)));
        Mem.st64(c, tlb, va + 8, Regs.vlo(s, t2(d)));
    }

    @Insn(bits = "00 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]")
    @Insn(bits = "00 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", asm = "stnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]")
    @Insn(bits = "00 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <St>, <St2>, [<Xn|SP>], <#simm7*4>")
    @Insn(bits = "00 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!")
    static void stpS(Core c, long s, long d) {
        store32(c, s, d, address(c, s, d, 2));
        writeBack(s, d, 2);
    }

    @Insn(bits = "00 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]")
    @Insn(bits = "00 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldnp <St>, <St2>, [<Xn|SP><{,#simm7*4}>]")
    @Insn(bits = "00 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <St>, <St2>, [<Xn|SP>], <#simm7*4>")
    @Insn(bits = "00 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <St>, <St2>, [<Xn|SP>, <#simm7*4>]!")
    static void ldpS(Core c, long s, long d) {
        load32(c, s, d, address(c, s, d, 2));
        writeBack(s, d, 2);
    }

    @Insn(bits = "01 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]")
    @Insn(bits = "01 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", asm = "stnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]")
    @Insn(bits = "01 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>")
    @Insn(bits = "01 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!")
    static void stpD(Core c, long s, long d) {
        store64(c, s, d, address(c, s, d, 3));
        writeBack(s, d, 3);
    }

    @Insn(bits = "01 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]")
    @Insn(bits = "01 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldnp <Dt>, <Dt2>, [<Xn|SP><{,#simm7*8}>]")
    @Insn(bits = "01 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Dt>, <Dt2>, [<Xn|SP>], <#simm7*8>")
    @Insn(bits = "01 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Dt>, <Dt2>, [<Xn|SP>, <#simm7*8>]!")
    static void ldpD(Core c, long s, long d) {
        load64(c, s, d, address(c, s, d, 3));
        writeBack(s, d, 3);
    }

    @Insn(bits = "10 101 1 010 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]")
    @Insn(bits = "10 101 1 000 0 imm7:7 Rt2 Rn|SP Rt", asm = "stnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]")
    @Insn(bits = "10 101 1 001 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>")
    @Insn(bits = "10 101 1 011 0 imm7:7 Rt2 Rn|SP Rt", asm = "stp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!")
    static void stpQ(Core c, long s, long d) {
        VecMem.storePairQ(c, s, t(d), t2(d), address(c, s, d, 4));
        writeBack(s, d, 4);
    }

    @Insn(bits = "10 101 1 010 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]")
    @Insn(bits = "10 101 1 000 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldnp <Qt>, <Qt2>, [<Xn|SP><{,#simm7*16}>]")
    @Insn(bits = "10 101 1 001 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Qt>, <Qt2>, [<Xn|SP>], <#simm7*16>")
    @Insn(bits = "10 101 1 011 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Qt>, <Qt2>, [<Xn|SP>, <#simm7*16>]!")
    static void ldpQ(Core c, long s, long d) {
        VecMem.loadPairQ(c, s, t(d), t2(d), address(c, s, d, 4));
        writeBack(s, d, 4);
    }
}

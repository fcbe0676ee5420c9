package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Base.base;
import static dev.cellvisor.cpu.a64.isa.Base.bothWritable;
import static dev.cellvisor.cpu.a64.isa.Mem.ld32;
import static dev.cellvisor.cpu.a64.isa.Mem.ld64;
import static dev.cellvisor.cpu.a64.isa.Mem.st32;
import static dev.cellvisor.cpu.a64.isa.Mem.st64;
import static dev.cellvisor.cpu.a64.isa.Mem.tlb;
import static dev.cellvisor.cpu.a64.isa.Regs.setX;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXn;
import static dev.cellvisor.cpu.a64.isa.Regs.xa;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;

/**
 * LDP, STP, LDPSW, LDNP, STNP. Non-temporal is a hint only: it does the same as with an offset.
 *
 * <p>What is CONSTRAINED UNPREDICTABLE goes as in QEMU 7.2: where Rt is Rt2, a load leaves the first value; where one of them is Rn,
 * write-back wins over the load, and a store stores the old base.
 */
@Family("Load/store register pair")
final class LoadStorePair {

    private LoadStorePair() {
    }

    private static int t2(long d) {
        return (int) d >>> 10 & 31;
    }

    /** imm7 in units of 4 bytes. */
    private static long offset4(long d) {
        return d << 42 >> 57 << 2;
    }

    /** imm7 in units of 8 bytes. */
    private static long offset8(long d) {
        return d << 42 >> 57 << 3;
    }

    /** The offset only where it is pre-indexed, which bit 24 tells. */
    private static long before(long d, long offset) {
        return offset & d << 39 >> 63;
    }

    private static void store32(Core c, long s, long d, long va) {
        bothWritable(c, va, 8);
        long tlb = tlb(s);
        st32(c, tlb, va, xd(s, d));
        st32(c, tlb, va + 4, xa(s, d));
    }

    private static void load32(Core c, long s, long d, long va) {
        long tlb = tlb(s);
        long first = ld32(c, tlb, va);
        setX(s, t2(d), ld32(c, tlb, va + 4));
        setXd(s, d, first);
    }

    private static void loadSigned(Core c, long s, long d, long va) {
        long tlb = tlb(s);
        int first = (int) ld32(c, tlb, va);
        setX(s, t2(d), (int) ld32(c, tlb, va + 4));
        setXd(s, d, first);
    }

    private static void store64(Core c, long s, long d, long va) {
        bothWritable(c, va, 16);
        long tlb = tlb(s);
        st64(c, tlb, va, xd(s, d));
        st64(c, tlb, va + 8, xa(s, d));
    }

    private static void load64(Core c, long s, long d, long va) {
        long tlb = tlb(s);
        long first = ld64(c, tlb, va);
        setX(s, t2(d), ld64(c, tlb, va + 8));
        setXd(s, d, first);
    }

    @Insn(bits = "00 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", asm = "stp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]")
    @Insn(bits = "00 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", asm = "stnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]")
    static void stp32(Core c, long s, long d) {
        store32(c, s, d, base(c, s, d) + offset4(d));
    }

    @Insn(bits = "00 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", asm = "stp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>")
    @Insn(bits = "00 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", asm = "stp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!")
    static void stpIndexed32(Core c, long s, long d) {
        long base = base(c, s, d);
        store32(c, s, d, base + before(d, offset4(d)));
        setXn(s, d, base + offset4(d));
    }

    @Insn(bits = "00 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]")
    @Insn(bits = "00 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldnp <Wt>, <Wt2>, [<Xn|SP><{,#simm7*4}>]")
    static void ldp32(Core c, long s, long d) {
        load32(c, s, d, base(c, s, d) + offset4(d));
    }

    @Insn(bits = "00 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Wt>, <Wt2>, [<Xn|SP>], <#simm7*4>")
    @Insn(bits = "00 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Wt>, <Wt2>, [<Xn|SP>, <#simm7*4>]!")
    static void ldpIndexed32(Core c, long s, long d) {
        long base = base(c, s, d);
        load32(c, s, d, base + before(d, offset4(d)));
        setXn(s, d, base + offset4(d));
    }

    @Insn(bits = "01 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldpsw <Xt>, <Xt2>, [<Xn|SP><{,#simm7*4}>]")
    static void ldpsw(Core c, long s, long d) {
        loadSigned(c, s, d, base(c, s, d) + offset4(d));
    }

    @Insn(bits = "01 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldpsw <Xt>, <Xt2>, [<Xn|SP>], <#simm7*4>")
    @Insn(bits = "01 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldpsw <Xt>, <Xt2>, [<Xn|SP>, <#simm7*4>]!")
    static void ldpswIndexed(Core c, long s, long d) {
        long base = base(c, s, d);
        loadSigned(c, s, d, base + before(d, offset4(d)));
        setXn(s, d, base + offset4(d));
    }

    @Insn(bits = "10 101 0 010 0 imm7:7 Rt2 Rn|SP Rts", asm = "stp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]")
    @Insn(bits = "10 101 0 000 0 imm7:7 Rt2 Rn|SP Rts", asm = "stnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]")
    static void stp64(Core c, long s, long d) {
        store64(c, s, d, base(c, s, d) + offset8(d));
    }

    @Insn(bits = "10 101 0 001 0 imm7:7 Rt2 Rn|SP Rts", asm = "stp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>")
    @Insn(bits = "10 101 0 011 0 imm7:7 Rt2 Rn|SP Rts", asm = "stp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!")
    static void stpIndexed64(Core c, long s, long d) {
        long base = base(c, s, d);
        store64(c, s, d, base + before(d, offset8(d)));
        setXn(s, d, base + offset8(d));
    }

    @Insn(bits = "10 101 0 010 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]")
    @Insn(bits = "10 101 0 000 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldnp <Xt>, <Xt2>, [<Xn|SP><{,#simm7*8}>]")
    static void ldp64(Core c, long s, long d) {
        load64(c, s, d, base(c, s, d) + offset8(d));
    }

    @Insn(bits = "10 101 0 001 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Xt>, <Xt2>, [<Xn|SP>], <#simm7*8>")
    @Insn(bits = "10 101 0 011 1 imm7:7 Rt2 Rn|SP Rt", asm = "ldp <Xt>, <Xt2>, [<Xn|SP>, <#simm7*8>]!")
    static void ldpIndexed64(Core c, long s, long d) {
        long base = base(c, s, d);
        load64(c, s, d, base + before(d, offset8(d)));
        setXn(s, d, base + offset8(d));
    }
}

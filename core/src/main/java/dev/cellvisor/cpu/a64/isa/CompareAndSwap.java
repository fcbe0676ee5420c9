package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Base.aligned;
import static dev.cellvisor.cpu.a64.isa.Mem.ld64;
import static dev.cellvisor.cpu.a64.isa.Mem.st64;
import static dev.cellvisor.cpu.a64.isa.Mem.tlb;
import static dev.cellvisor.cpu.a64.isa.Regs.setX;
import static dev.cellvisor.cpu.a64.isa.Regs.x;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** CAS, CASP. Memory must be writable even where the comparison fails. */
@Family(value = "Compare and swap", group = Group.RARE)
final class CompareAndSwap {

    private CompareAndSwap() {
    }

    private static int rs(long d) {
        return (int) d >>> 16 & 31;
    }

    private static int rt(long d) {
        return (int) d & 31;
    }

    @Insn(bits = "00 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", asm = "cas<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE)
    @Insn(bits = "01 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", asm = "cas<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE)
    @Insn(bits = "10 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", asm = "cas<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE)
    @Insn(bits = "11 001000 1 A:1 1 Rs R:1 11111 Rn|SP Rts", asm = "cas<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE)
    static void cas(Core c, long s, long d) {
        long va = Atomic.address(c, s, d);
        long old = Atomic.load(c, s, d, va);
        Atomic.store(c, s, d, va, old == Atomic.source(s, d) ? Regs.xd(s, d) : old);
        setX(s, rs(d), old);
    }

    // Rs and Rt are the first of an even and odd register each; an odd one is undefined, as in QEMU 7.2.

    @Insn(bits = "00 001000 0 A:1 1 Rs R:1 11111 Rn|SP Rts", asm = "casp<{order}> <Ws>, <{Ws+1}>, <Wt>, <{Wt+1}>, [<Xn|SP>]",
            where = "(Rs & 1) == 0 && (Rts & 1) == 0", feature = Feature.LSE)
    static void casp32(Core c, long s, long d) {
        long va = aligned(c, s, d, 8, false);
        long old = ld64(c, tlb(s), va);
        long expected = x(s, rs(d)) & 0xffff_ffffL | x(s, rs(d) + 1) << 32;
        long wanted = x(s, rt(d)) & 0xffff_ffffL | x(s, rt(d) + 1) << 32;
        st64(c, tlb(s), va, old == expected ? wanted : old);
        setX(s, rs(d), old & 0xffff_ffffL);
        setX(s, rs(d) + 1, old >>> 32);
    }

    @Insn(bits = "01 001000 0 A:1 1 Rs R:1 11111 Rn|SP Rts", asm = "casp<{order}> <Xs>, <{Xs+1}>, <Xt>, <{Xt+1}>, [<Xn|SP>]",
            where = "(Rs & 1) == 0 && (Rts & 1) == 0", feature = Feature.LSE)
    static void casp64(Core c, long s, long d) {
        long va = aligned(c, s, d, 16, false);
        long low = ld64(c, tlb(s), va);
        long high = ld64(c, tlb(s), va + 8);
        c.probeWrite(va, 16);
        if (low == x(s, rs(d)) && high == x(s, rs(d) + 1)) {
            st64(c, tlb(s), va, x(s, rt(d)));
            st64(c, tlb(s), va + 8, x(s, rt(d) + 1));
        }
        setX(s, rs(d), low);
        setX(s, rs(d) + 1, high);
    }
}

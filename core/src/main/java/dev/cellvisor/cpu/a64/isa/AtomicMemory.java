package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Atomic.address;
import static dev.cellvisor.cpu.a64.isa.Atomic.finish;
import static dev.cellvisor.cpu.a64.isa.Atomic.load;
import static dev.cellvisor.cpu.a64.isa.Atomic.signed;
import static dev.cellvisor.cpu.a64.isa.Atomic.source;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/**
 * LDADD, LDCLR, LDEOR, LDSET, LDSMAX, LDSMIN, LDUMAX, LDUMIN, SWP, and as aliases STADD and the others that keep nothing. CPUs take turns
 * between instructions, so a load and a store are atomic. A fault of the load is reported as a read's (Arm ARM, ESR_ELx.ISS.WnR).
 */
@Family(value = "Atomic memory operations", group = Group.RARE)
final class AtomicMemory {

    private AtomicMemory() {
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", asm = "ldadd<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stadd<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", asm = "ldadd<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stadd<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", asm = "ldadd<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stadd<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 000 00 Rn|SP Rt", asm = "ldadd<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stadd<{order}> <Xs>, [<Xn|SP>]")
    static void ldadd(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        finish(c, s, d, va, old, old + source(s, d));
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", asm = "ldclr<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stclr<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", asm = "ldclr<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stclr<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", asm = "ldclr<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stclr<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 001 00 Rn|SP Rt", asm = "ldclr<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stclr<{order}> <Xs>, [<Xn|SP>]")
    static void ldclr(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        finish(c, s, d, va, old, old & ~source(s, d));
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", asm = "ldeor<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => steor<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", asm = "ldeor<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => steor<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", asm = "ldeor<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => steor<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 010 00 Rn|SP Rt", asm = "ldeor<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => steor<{order}> <Xs>, [<Xn|SP>]")
    static void ldeor(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        finish(c, s, d, va, old, old ^ source(s, d));
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", asm = "ldset<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stset<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", asm = "ldset<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stset<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", asm = "ldset<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stset<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 011 00 Rn|SP Rt", asm = "ldset<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stset<{order}> <Xs>, [<Xn|SP>]")
    static void ldset(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        finish(c, s, d, va, old, old | source(s, d));
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", asm = "ldsmax<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmax<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", asm = "ldsmax<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmax<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", asm = "ldsmax<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmax<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 100 00 Rn|SP Rt", asm = "ldsmax<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmax<{order}> <Xs>, [<Xn|SP>]")
    static void ldsmax(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        finish(c, s, d, va, old, Math.max(signed(old, d), signed(source(s, d), d)));
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", asm = "ldsmin<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmin<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", asm = "ldsmin<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmin<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", asm = "ldsmin<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmin<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 101 00 Rn|SP Rt", asm = "ldsmin<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stsmin<{order}> <Xs>, [<Xn|SP>]")
    static void ldsmin(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        finish(c, s, d, va, old, Math.min(signed(old, d), signed(source(s, d), d)));
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", asm = "ldumax<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumax<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", asm = "ldumax<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumax<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", asm = "ldumax<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumax<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 110 00 Rn|SP Rt", asm = "ldumax<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumax<{order}> <Xs>, [<Xn|SP>]")
    static void ldumax(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        long other = source(s, d);
        finish(c, s, d, va, old, Long.compareUnsigned(old, other) >= 0 ? old : other);
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", asm = "ldumin<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumin<{order}>b <Ws>, [<Xn|SP>]")
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", asm = "ldumin<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumin<{order}>h <Ws>, [<Xn|SP>]")
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", asm = "ldumin<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumin<{order}> <Ws>, [<Xn|SP>]")
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 0 111 00 Rn|SP Rt", asm = "ldumin<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE,
            alias = "A == 0 && Rt == 31 => stumin<{order}> <Xs>, [<Xn|SP>]")
    static void ldumin(Core c, long s, long d) {
        long va = address(c, s, d);
        long old = load(c, s, d, va);
        long other = source(s, d);
        finish(c, s, d, va, old, Long.compareUnsigned(old, other) <= 0 ? old : other);
    }

    @Insn(bits = "00 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", asm = "swp<{order}>b <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE)
    @Insn(bits = "01 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", asm = "swp<{order}>h <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE)
    @Insn(bits = "10 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", asm = "swp<{order}> <Ws>, <Wt>, [<Xn|SP>]", feature = Feature.LSE)
    @Insn(bits = "11 111 0 00 A:1 R:1 1 Rs 1 000 00 Rn|SP Rt", asm = "swp<{order}> <Xs>, <Xt>, [<Xn|SP>]", feature = Feature.LSE)
    static void swp(Core c, long s, long d) {
        long va = address(c, s, d);
        finish(c, s, d, va, load(c, s, d, va), source(s, d));
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Base.base;
import static dev.cellvisor.cpu.a64.isa.Base.ordered;
import static dev.cellvisor.cpu.a64.isa.Mem.ld16;
import static dev.cellvisor.cpu.a64.isa.Mem.ld32;
import static dev.cellvisor.cpu.a64.isa.Mem.ld64;
import static dev.cellvisor.cpu.a64.isa.Mem.ld8;
import static dev.cellvisor.cpu.a64.isa.Mem.st16;
import static dev.cellvisor.cpu.a64.isa.Mem.st32;
import static dev.cellvisor.cpu.a64.isa.Mem.st64;
import static dev.cellvisor.cpu.a64.isa.Mem.st8;
import static dev.cellvisor.cpu.a64.isa.Mem.tlb;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;

/**
 * LDAR, STLR, with FEAT_LOR LDLAR and STLLR, with FEAT_LRCPC LDAPR: loads and stores that must be aligned. Their order is what memory here has anyway. Rs and Rt2
 * should be ones; any value is accepted, as by QEMU 7.2.
 */
@Family("Load-acquire/store-release")
final class LoadStoreOrdered {

    private LoadStoreOrdered() {
    }

    @Insn(bits = "00 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", asm = "stlrb <Wt>, [<Xn|SP>]")
    @Insn(bits = "00 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", asm = "stllrb <Wt>, [<Xn|SP>]", feature = Feature.LOR)
    static void stlr8(Core c, long s, long d) {
        st8(c, tlb(s), base(c, s, d), xd(s, d));
    }

    @Insn(bits = "01 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", asm = "stlrh <Wt>, [<Xn|SP>]")
    @Insn(bits = "01 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", asm = "stllrh <Wt>, [<Xn|SP>]", feature = Feature.LOR)
    static void stlr16(Core c, long s, long d) {
        st16(c, tlb(s), ordered(c, s, d, 2, true), xd(s, d));
    }

    @Insn(bits = "10 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", asm = "stlr <Wt>, [<Xn|SP>]")
    @Insn(bits = "10 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", asm = "stllr <Wt>, [<Xn|SP>]", feature = Feature.LOR)
    static void stlr32(Core c, long s, long d) {
        st32(c, tlb(s), ordered(c, s, d, 4, true), xd(s, d));
    }

    @Insn(bits = "11 001000 1 0 0 sbo:5 1 sbo2:5 Rn|SP Rts", asm = "stlr <Xt>, [<Xn|SP>]")
    @Insn(bits = "11 001000 1 0 0 sbo:5 0 sbo2:5 Rn|SP Rts", asm = "stllr <Xt>, [<Xn|SP>]", feature = Feature.LOR)
    static void stlr64(Core c, long s, long d) {
        st64(c, tlb(s), ordered(c, s, d, 8, true), xd(s, d));
    }

    @Insn(bits = "00 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldarb <Wt>, [<Xn|SP>]")
    @Insn(bits = "00 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldlarb <Wt>, [<Xn|SP>]", feature = Feature.LOR)
    @Insn(bits = "00 111 0 00 101 11111 1 100 00 Rn|SP Rt", asm = "ldaprb <Wt>, [<Xn|SP>]", feature = Feature.LRCPC)
    static void ldar8(Core c, long s, long d) {
        setXd(s, d, ld8(c, tlb(s), base(c, s, d)));
    }

    @Insn(bits = "01 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldarh <Wt>, [<Xn|SP>]")
    @Insn(bits = "01 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldlarh <Wt>, [<Xn|SP>]", feature = Feature.LOR)
    @Insn(bits = "01 111 0 00 101 11111 1 100 00 Rn|SP Rt", asm = "ldaprh <Wt>, [<Xn|SP>]", feature = Feature.LRCPC)
    static void ldar16(Core c, long s, long d) {
        setXd(s, d, ld16(c, tlb(s), ordered(c, s, d, 2, false)));
    }

    @Insn(bits = "10 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldar <Wt>, [<Xn|SP>]")
    @Insn(bits = "10 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldlar <Wt>, [<Xn|SP>]", feature = Feature.LOR)
    @Insn(bits = "10 111 0 00 101 11111 1 100 00 Rn|SP Rt", asm = "ldapr <Wt>, [<Xn|SP>]", feature = Feature.LRCPC)
    static void ldar32(Core c, long s, long d) {
        setXd(s, d, ld32(c, tlb(s), ordered(c, s, d, 4, false)));
    }

    @Insn(bits = "11 001000 1 1 0 sbo:5 1 sbo2:5 Rn|SP Rt", asm = "ldar <Xt>, [<Xn|SP>]")
    @Insn(bits = "11 001000 1 1 0 sbo:5 0 sbo2:5 Rn|SP Rt", asm = "ldlar <Xt>, [<Xn|SP>]", feature = Feature.LOR)
    @Insn(bits = "11 111 0 00 101 11111 1 100 00 Rn|SP Rt", asm = "ldapr <Xt>, [<Xn|SP>]", feature = Feature.LRCPC)
    static void ldar64(Core c, long s, long d) {
        setXd(s, d, ld64(c, tlb(s), ordered(c, s, d, 8, false)));
    }
}

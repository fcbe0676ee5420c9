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
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** LDAPUR, STLUR: ordered accesses with a signed offset in bytes. They must be aligned. */
@Family(value = "LDAPR/STLR (unscaled immediate)", group = Group.RARE)
final class LoadStoreRcpcUnscaled {

    private LoadStoreRcpcUnscaled() {
    }

    private static long address(Core c, long s, long d, int sizeBytes, boolean write) {
        return ordered(c, base(c, s, d) + (d << 43 >> 55), sizeBytes, write);
    }

    @Insn(bits = "00 011001 00 0 imm9:9 00 Rn|SP Rts", asm = "stlurb <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void stlurb(Core c, long s, long d) {
        st8(c, tlb(s), address(c, s, d, 1, true), xd(s, d));
    }

    @Insn(bits = "00 011001 01 0 imm9:9 00 Rn|SP Rt", asm = "ldapurb <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapurb(Core c, long s, long d) {
        setXd(s, d, ld8(c, tlb(s), address(c, s, d, 1, false)));
    }

    @Insn(bits = "00 011001 10 0 imm9:9 00 Rn|SP Rt", asm = "ldapursb <Xt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapursb64(Core c, long s, long d) {
        setXd(s, d, (byte) ld8(c, tlb(s), address(c, s, d, 1, false)));
    }

    @Insn(bits = "00 011001 11 0 imm9:9 00 Rn|SP Rt", asm = "ldapursb <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapursb32(Core c, long s, long d) {
        setWd(s, d, (byte) ld8(c, tlb(s), address(c, s, d, 1, false)));
    }

    @Insn(bits = "01 011001 00 0 imm9:9 00 Rn|SP Rts", asm = "stlurh <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void stlurh(Core c, long s, long d) {
        st16(c, tlb(s), address(c, s, d, 2, true), xd(s, d));
    }

    @Insn(bits = "01 011001 01 0 imm9:9 00 Rn|SP Rt", asm = "ldapurh <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapurh(Core c, long s, long d) {
        setXd(s, d, ld16(c, tlb(s), address(c, s, d, 2, false)));
    }

    @Insn(bits = "01 011001 10 0 imm9:9 00 Rn|SP Rt", asm = "ldapursh <Xt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapursh64(Core c, long s, long d) {
        setXd(s, d, (short) ld16(c, tlb(s), address(c, s, d, 2, false)));
    }

    @Insn(bits = "01 011001 11 0 imm9:9 00 Rn|SP Rt", asm = "ldapursh <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapursh32(Core c, long s, long d) {
        setWd(s, d, (short) ld16(c, tlb(s), address(c, s, d, 2, false)));
    }

    @Insn(bits = "10 011001 00 0 imm9:9 00 Rn|SP Rts", asm = "stlur <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void stlur32(Core c, long s, long d) {
        st32(c, tlb(s), address(c, s, d, 4, true), xd(s, d));
    }

    @Insn(bits = "10 011001 01 0 imm9:9 00 Rn|SP Rt", asm = "ldapur <Wt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapur32(Core c, long s, long d) {
        setXd(s, d, ld32(c, tlb(s), address(c, s, d, 4, false)));
    }

    @Insn(bits = "10 011001 10 0 imm9:9 00 Rn|SP Rt", asm = "ldapursw <Xt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapursw(Core c, long s, long d) {
        setXd(s, d, (int) ld32(c, tlb(s), address(c, s, d, 4, false)));
    }

    @Insn(bits = "11 011001 00 0 imm9:9 00 Rn|SP Rts", asm = "stlur <Xt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void stlur64(Core c, long s, long d) {
        st64(c, tlb(s), address(c, s, d, 8, true), xd(s, d));
    }

    @Insn(bits = "11 011001 01 0 imm9:9 00 Rn|SP Rt", asm = "ldapur <Xt>, [<Xn|SP><{,#simm9}>]", feature = Feature.LRCPC2)
    static void ldapur64(Core c, long s, long d) {
        setXd(s, d, ld64(c, tlb(s), address(c, s, d, 8, false)));
    }
}

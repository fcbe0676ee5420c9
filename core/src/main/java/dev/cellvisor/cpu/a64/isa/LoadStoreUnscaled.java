package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Base.base;
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

/** LDUR, STUR and their byte, halfword and sign-extending forms: a signed offset in bytes. */
@Family("Load/store register (unscaled immediate)")
final class LoadStoreUnscaled {

    private LoadStoreUnscaled() {
    }

    private static long address(Core c, long s, long d) {
        return base(c, s, d) + (d << 43 >> 55);
    }

    @Insn(bits = "00 111 0 00 00 0 imm9:9 00 Rn|SP Rts", asm = "sturb <Wt>, [<Xn|SP><{,#simm9}>]")
    static void sturb(Core c, long s, long d) {
        st8(c, tlb(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "00 111 0 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldurb <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldurb(Core c, long s, long d) {
        setXd(s, d, ld8(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "00 111 0 00 10 0 imm9:9 00 Rn|SP Rt", asm = "ldursb <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldursb64(Core c, long s, long d) {
        setXd(s, d, (byte) ld8(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "00 111 0 00 11 0 imm9:9 00 Rn|SP Rt", asm = "ldursb <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldursb32(Core c, long s, long d) {
        setWd(s, d, (byte) ld8(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "01 111 0 00 00 0 imm9:9 00 Rn|SP Rts", asm = "sturh <Wt>, [<Xn|SP><{,#simm9}>]")
    static void sturh(Core c, long s, long d) {
        st16(c, tlb(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "01 111 0 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldurh <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldurh(Core c, long s, long d) {
        setXd(s, d, ld16(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "01 111 0 00 10 0 imm9:9 00 Rn|SP Rt", asm = "ldursh <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldursh64(Core c, long s, long d) {
        setXd(s, d, (short) ld16(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "01 111 0 00 11 0 imm9:9 00 Rn|SP Rt", asm = "ldursh <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldursh32(Core c, long s, long d) {
        setWd(s, d, (short) ld16(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "10 111 0 00 00 0 imm9:9 00 Rn|SP Rts", asm = "stur <Wt>, [<Xn|SP><{,#simm9}>]")
    static void stur32(Core c, long s, long d) {
        st32(c, tlb(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "10 111 0 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldur <Wt>, [<Xn|SP><{,#simm9}>]")
    static void ldur32(Core c, long s, long d) {
        setXd(s, d, ld32(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "10 111 0 00 10 0 imm9:9 00 Rn|SP Rt", asm = "ldursw <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldursw(Core c, long s, long d) {
        setXd(s, d, (int) ld32(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "11 111 0 00 00 0 imm9:9 00 Rn|SP Rts", asm = "stur <Xt>, [<Xn|SP><{,#simm9}>]")
    static void stur64(Core c, long s, long d) {
        st64(c, tlb(s), address(c, s, d), xd(s, d));
    }

    @Insn(bits = "11 111 0 00 01 0 imm9:9 00 Rn|SP Rt", asm = "ldur <Xt>, [<Xn|SP><{,#simm9}>]")
    static void ldur64(Core c, long s, long d) {
        setXd(s, d, ld64(c, tlb(s), address(c, s, d)));
    }

    @Insn(bits = "11 111 0 00 10 0 imm9:9 00 Rn|SP prfop:5", asm = "prfum <{prfop}>, [<Xn|SP><{,#simm9}>]")
    static void prfum(long s, long d) {
        // no effect on the state
    }
}

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

/** LDR, STR and their byte, halfword and sign-extending forms, with an unsigned scaled offset. */
@Family("Load/store register (unsigned immediate)")
final class LoadStoreUnsigned {

    private LoadStoreUnsigned() {
    }

    @Insn(bits = "00 111 0 01 00 imm12:12 Rn|SP Rts", asm = "strb <Wt>, [<Xn|SP><{,#imm12}>]")
    static void strb(Core c, long s, long d) {
        st8(c, tlb(s), base(c, s, d) + (d >>> 10 & 0xfff), xd(s, d));
    }

    @Insn(bits = "00 111 0 01 01 imm12:12 Rn|SP Rt", asm = "ldrb <Wt>, [<Xn|SP><{,#imm12}>]")
    static void ldrb(Core c, long s, long d) {
        setXd(s, d, ld8(c, tlb(s), base(c, s, d) + (d >>> 10 & 0xfff)));
    }

    @Insn(bits = "00 111 0 01 10 imm12:12 Rn|SP Rt", asm = "ldrsb <Xt>, [<Xn|SP><{,#imm12}>]")
    static void ldrsb64(Core c, long s, long d) {
        setXd(s, d, (byte) ld8(c, tlb(s), base(c, s, d) + (d >>> 10 & 0xfff)));
    }

    @Insn(bits = "00 111 0 01 11 imm12:12 Rn|SP Rt", asm = "ldrsb <Wt>, [<Xn|SP><{,#imm12}>]")
    static void ldrsb32(Core c, long s, long d) {
        setWd(s, d, (byte) ld8(c, tlb(s), base(c, s, d) + (d >>> 10 & 0xfff)));
    }

    @Insn(bits = "01 111 0 01 00 imm12:12 Rn|SP Rts", asm = "strh <Wt>, [<Xn|SP><{,#imm12*2}>]")
    static void strh(Core c, long s, long d) {
        st16(c, tlb(s), base(c, s, d) + (d >>> 9 & 0x1ffe), xd(s, d));
    }

    @Insn(bits = "01 111 0 01 01 imm12:12 Rn|SP Rt", asm = "ldrh <Wt>, [<Xn|SP><{,#imm12*2}>]")
    static void ldrh(Core c, long s, long d) {
        setXd(s, d, ld16(c, tlb(s), base(c, s, d) + (d >>> 9 & 0x1ffe)));
    }

    @Insn(bits = "01 111 0 01 10 imm12:12 Rn|SP Rt", asm = "ldrsh <Xt>, [<Xn|SP><{,#imm12*2}>]")
    static void ldrsh64(Core c, long s, long d) {
        setXd(s, d, (short) ld16(c, tlb(s), base(c, s, d) + (d >>> 9 & 0x1ffe)));
    }

    @Insn(bits = "01 111 0 01 11 imm12:12 Rn|SP Rt", asm = "ldrsh <Wt>, [<Xn|SP><{,#imm12*2}>]")
    static void ldrsh32(Core c, long s, long d) {
        setWd(s, d, (short) ld16(c, tlb(s), base(c, s, d) + (d >>> 9 & 0x1ffe)));
    }

    @Insn(bits = "10 111 0 01 00 imm12:12 Rn|SP Rts", asm = "str <Wt>, [<Xn|SP><{,#imm12*4}>]")
    static void str32(Core c, long s, long d) {
        st32(c, tlb(s), base(c, s, d) + (d >>> 8 & 0x3ffc), xd(s, d));
    }

    @Insn(bits = "10 111 0 01 01 imm12:12 Rn|SP Rt", asm = "ldr <Wt>, [<Xn|SP><{,#imm12*4}>]")
    static void ldr32(Core c, long s, long d) {
        setXd(s, d, ld32(c, tlb(s), base(c, s, d) + (d >>> 8 & 0x3ffc)));
    }

    @Insn(bits = "10 111 0 01 10 imm12:12 Rn|SP Rt", asm = "ldrsw <Xt>, [<Xn|SP><{,#imm12*4}>]")
    static void ldrsw(Core c, long s, long d) {
        setXd(s, d, (int) ld32(c, tlb(s), base(c, s, d) + (d >>> 8 & 0x3ffc)));
    }

    @Insn(bits = "11 111 0 01 00 imm12:12 Rn|SP Rts", asm = "str <Xt>, [<Xn|SP><{,#imm12*8}>]")
    static void str64(Core c, long s, long d) {
        st64(c, tlb(s), base(c, s, d) + (d >>> 7 & 0x7ff8), xd(s, d));
    }

    @Insn(bits = "11 111 0 01 01 imm12:12 Rn|SP Rt", asm = "ldr <Xt>, [<Xn|SP><{,#imm12*8}>]")
    static void ldr64(Core c, long s, long d) {
        setXd(s, d, ld64(c, tlb(s), base(c, s, d) + (d >>> 7 & 0x7ff8)));
    }

    // No access: nothing can fault. Rt says what is hinted at.
    @Insn(bits = "11 111 0 01 10 imm12:12 Rn|SP prfop:5", asm = "prfm <{prfop}>, [<Xn|SP><{,#imm12*8}>]")
    static void prfm(long s, long d) {
        // no effect on the state
    }
}

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
import static dev.cellvisor.cpu.a64.isa.Regs.xm;

/** LDR, STR and their byte, halfword and sign-extending forms, with a register as offset. */
@Family("Load/store register (register offset)")
final class LoadStoreRegister {

    private LoadStoreRegister() {
    }

    /** Rm, extended as option (bits 15:13) says: 2 UXTW, 3 LSL, 6 SXTW, 7 SXTX. */
    private static long offset(long s, long d) {
        long m = xm(s, d);
        return (d & 1 << 13) != 0 ? m : extended(m, d);
    }

    private static long extended(long m, long d) {
        return (d & 1 << 15) != 0 ? (int) m : m & 0xffff_ffffL;
    }

    /** The size's shift, if S (bit 12) is set. */
    private static int scale(long d, int shift) {
        return -((int) d >>> 12 & 1) & shift;
    }

    @Insn(bits = "00 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", asm = "strb <Wt>, [<Xn|SP>, <{index:0}>]",
            where = "(option & 2) != 0")
    static void strb(Core c, long s, long d) {
        st8(c, tlb(s), base(c, s, d) + offset(s, d), xd(s, d));
    }

    @Insn(bits = "00 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldrb <Wt>, [<Xn|SP>, <{index:0}>]",
            where = "(option & 2) != 0")
    static void ldrb(Core c, long s, long d) {
        setXd(s, d, ld8(c, tlb(s), base(c, s, d) + offset(s, d)));
    }

    @Insn(bits = "00 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldrsb <Xt>, [<Xn|SP>, <{index:0}>]",
            where = "(option & 2) != 0")
    static void ldrsb64(Core c, long s, long d) {
        setXd(s, d, (byte) ld8(c, tlb(s), base(c, s, d) + offset(s, d)));
    }

    @Insn(bits = "00 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldrsb <Wt>, [<Xn|SP>, <{index:0}>]",
            where = "(option & 2) != 0")
    static void ldrsb32(Core c, long s, long d) {
        setWd(s, d, (byte) ld8(c, tlb(s), base(c, s, d) + offset(s, d)));
    }

    @Insn(bits = "01 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", asm = "strh <Wt>, [<Xn|SP>, <{index:1}>]",
            where = "(option & 2) != 0")
    static void strh(Core c, long s, long d) {
        st16(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 1)), xd(s, d));
    }

    @Insn(bits = "01 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldrh <Wt>, [<Xn|SP>, <{index:1}>]",
            where = "(option & 2) != 0")
    static void ldrh(Core c, long s, long d) {
        setXd(s, d, ld16(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 1))));
    }

    @Insn(bits = "01 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldrsh <Xt>, [<Xn|SP>, <{index:1}>]",
            where = "(option & 2) != 0")
    static void ldrsh64(Core c, long s, long d) {
        setXd(s, d, (short) ld16(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 1))));
    }

    @Insn(bits = "01 111 0 00 11 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldrsh <Wt>, [<Xn|SP>, <{index:1}>]",
            where = "(option & 2) != 0")
    static void ldrsh32(Core c, long s, long d) {
        setWd(s, d, (short) ld16(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 1))));
    }

    @Insn(bits = "10 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", asm = "str <Wt>, [<Xn|SP>, <{index:2}>]",
            where = "(option & 2) != 0")
    static void str32(Core c, long s, long d) {
        st32(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 2)), xd(s, d));
    }

    @Insn(bits = "10 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldr <Wt>, [<Xn|SP>, <{index:2}>]",
            where = "(option & 2) != 0")
    static void ldr32(Core c, long s, long d) {
        setXd(s, d, ld32(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 2))));
    }

    @Insn(bits = "10 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldrsw <Xt>, [<Xn|SP>, <{index:2}>]",
            where = "(option & 2) != 0")
    static void ldrsw(Core c, long s, long d) {
        setXd(s, d, (int) ld32(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 2))));
    }

    @Insn(bits = "11 111 0 00 00 1 Rm option:3 S:1 10 Rn|SP Rts", asm = "str <Xt>, [<Xn|SP>, <{index:3}>]",
            where = "(option & 2) != 0")
    static void str64(Core c, long s, long d) {
        st64(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 3)), xd(s, d));
    }

    @Insn(bits = "11 111 0 00 01 1 Rm option:3 S:1 10 Rn|SP Rt", asm = "ldr <Xt>, [<Xn|SP>, <{index:3}>]",
            where = "(option & 2) != 0")
    static void ldr64(Core c, long s, long d) {
        setXd(s, d, ld64(c, tlb(s), base(c, s, d) + (offset(s, d) << scale(d, 3))));
    }

    @Insn(bits = "11 111 0 00 10 1 Rm option:3 S:1 10 Rn|SP prfop:5", asm = "prfm <{prfop}>, [<Xn|SP>, <{index:3}>]",
            where = "(option & 2) != 0")
    static void prfm(long s, long d) {
        // no effect on the state
    }
}

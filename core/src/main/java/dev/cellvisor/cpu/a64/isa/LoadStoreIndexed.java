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
import static dev.cellvisor.cpu.a64.isa.Regs.setXn;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;

/**
 * LDR, STR and their byte, halfword and sign-extending forms, pre-indexed and post-indexed.
 *
 * <p>Write-back comes last and from the base as it was. So where Rt is Rn, which is CONSTRAINED UNPREDICTABLE, a load loses what it
 * loaded and a store stores the old base, as in QEMU 7.2.
 */
@Family("Load/store register (immediate pre-indexed, post-indexed)")
final class LoadStoreIndexed {

    private LoadStoreIndexed() {
    }

    /** The offset only where it is pre-indexed, which bit 11 tells. */
    private static long address(long d, long base) {
        return base + (d << 43 >> 55 & d << 52 >> 63);
    }

    private static void writeBack(long s, long d, long base) {
        setXn(s, d, base + (d << 43 >> 55));
    }

    @Insn(bits = "00 111 0 00 00 0 imm9:9 01 Rn|SP Rts", asm = "strb <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 0 00 00 0 imm9:9 11 Rn|SP Rts", asm = "strb <Wt>, [<Xn|SP>, <#simm9>]!")
    static void strb(Core c, long s, long d) {
        long base = base(c, s, d);
        st8(c, tlb(s), address(d, base), xd(s, d));
        writeBack(s, d, base);
    }

    @Insn(bits = "00 111 0 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldrb <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 0 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldrb <Wt>, [<Xn|SP>, <#simm9>]!")
    static void ldrb(Core c, long s, long d) {
        long base = base(c, s, d);
        setXd(s, d, ld8(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "00 111 0 00 10 0 imm9:9 01 Rn|SP Rt", asm = "ldrsb <Xt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 0 00 10 0 imm9:9 11 Rn|SP Rt", asm = "ldrsb <Xt>, [<Xn|SP>, <#simm9>]!")
    static void ldrsb64(Core c, long s, long d) {
        long base = base(c, s, d);
        setXd(s, d, (byte) ld8(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "00 111 0 00 11 0 imm9:9 01 Rn|SP Rt", asm = "ldrsb <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "00 111 0 00 11 0 imm9:9 11 Rn|SP Rt", asm = "ldrsb <Wt>, [<Xn|SP>, <#simm9>]!")
    static void ldrsb32(Core c, long s, long d) {
        long base = base(c, s, d);
        setWd(s, d, (byte) ld8(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "01 111 0 00 00 0 imm9:9 01 Rn|SP Rts", asm = "strh <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "01 111 0 00 00 0 imm9:9 11 Rn|SP Rts", asm = "strh <Wt>, [<Xn|SP>, <#simm9>]!")
    static void strh(Core c, long s, long d) {
        long base = base(c, s, d);
        st16(c, tlb(s), address(d, base), xd(s, d));
        writeBack(s, d, base);
    }

    @Insn(bits = "01 111 0 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldrh <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "01 111 0 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldrh <Wt>, [<Xn|SP>, <#simm9>]!")
    static void ldrh(Core c, long s, long d) {
        long base = base(c, s, d);
        setXd(s, d, ld16(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "01 111 0 00 10 0 imm9:9 01 Rn|SP Rt", asm = "ldrsh <Xt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "01 111 0 00 10 0 imm9:9 11 Rn|SP Rt", asm = "ldrsh <Xt>, [<Xn|SP>, <#simm9>]!")
    static void ldrsh64(Core c, long s, long d) {
        long base = base(c, s, d);
        setXd(s, d, (short) ld16(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "01 111 0 00 11 0 imm9:9 01 Rn|SP Rt", asm = "ldrsh <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "01 111 0 00 11 0 imm9:9 11 Rn|SP Rt", asm = "ldrsh <Wt>, [<Xn|SP>, <#simm9>]!")
    static void ldrsh32(Core c, long s, long d) {
        long base = base(c, s, d);
        setWd(s, d, (short) ld16(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "10 111 0 00 00 0 imm9:9 01 Rn|SP Rts", asm = "str <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "10 111 0 00 00 0 imm9:9 11 Rn|SP Rts", asm = "str <Wt>, [<Xn|SP>, <#simm9>]!")
    static void str32(Core c, long s, long d) {
        long base = base(c, s, d);
        st32(c, tlb(s), address(d, base), xd(s, d));
        writeBack(s, d, base);
    }

    @Insn(bits = "10 111 0 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldr <Wt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "10 111 0 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldr <Wt>, [<Xn|SP>, <#simm9>]!")
    static void ldr32(Core c, long s, long d) {
        long base = base(c, s, d);
        setXd(s, d, ld32(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "10 111 0 00 10 0 imm9:9 01 Rn|SP Rt", asm = "ldrsw <Xt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "10 111 0 00 10 0 imm9:9 11 Rn|SP Rt", asm = "ldrsw <Xt>, [<Xn|SP>, <#simm9>]!")
    static void ldrsw(Core c, long s, long d) {
        long base = base(c, s, d);
        setXd(s, d, (int) ld32(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }

    @Insn(bits = "11 111 0 00 00 0 imm9:9 01 Rn|SP Rts", asm = "str <Xt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "11 111 0 00 00 0 imm9:9 11 Rn|SP Rts", asm = "str <Xt>, [<Xn|SP>, <#simm9>]!")
    static void str64(Core c, long s, long d) {
        long base = base(c, s, d);
        st64(c, tlb(s), address(d, base), xd(s, d));
        writeBack(s, d, base);
    }

    @Insn(bits = "11 111 0 00 01 0 imm9:9 01 Rn|SP Rt", asm = "ldr <Xt>, [<Xn|SP>], <#simm9>")
    @Insn(bits = "11 111 0 00 01 0 imm9:9 11 Rn|SP Rt", asm = "ldr <Xt>, [<Xn|SP>, <#simm9>]!")
    static void ldr64(Core c, long s, long d) {
        long base = base(c, s, d);
        setXd(s, d, ld64(c, tlb(s), address(d, base)));
        writeBack(s, d, base);
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.wn;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** ADD, ADDS, SUB, SUBS (immediate). */
@Family("Add/subtract (immediate)")
final class AddSubImmediate {

    private AddSubImmediate() {
    }

    /** The 12-bit immediate, shifted left by 12 where sh says so. */
    private static long immediate(long d) {
        return (d >>> 10 & 0xfff) << (d >>> 22 & 1) * 12;
    }

    @Insn(bits = "1 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", asm = "add <Xd|SP>, <Xn|SP>, <{addimm}>",
            alias = "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Xd|SP>, <Xn|SP>")
    static void add64(long s, long d) {
        setXd(s, d, xn(s, d) + immediate(d));
    }

    @Insn(bits = "0 0 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", asm = "add <Wd|WSP>, <Wn|WSP>, <{addimm}>",
            alias = "sh == 0 && imm12 == 0 && (Rd == 31 || Rn == 31) => mov <Wd|WSP>, <Wn|WSP>")
    static void add32(long s, long d) {
        setWd(s, d, wn(s, d) + immediate(d));
    }

    @Insn(bits = "1 0 1 100010 sh:1 imm12:12 Rn|SP Rd", asm = "adds <Xd>, <Xn|SP>, <{addimm}>",
            alias = "Rd == 31 => cmn <Xn|SP>, <{addimm}>")
    static void adds64(long s, long d) {
        long a = xn(s, d);
        long b = immediate(d);
        setNzcv(s, Flags.add64(a, b));
        setXd(s, d, a + b);
    }

    @Insn(bits = "0 0 1 100010 sh:1 imm12:12 Rn|SP Rd", asm = "adds <Wd>, <Wn|WSP>, <{addimm}>",
            alias = "Rd == 31 => cmn <Wn|WSP>, <{addimm}>")
    static void adds32(long s, long d) {
        int a = (int) xn(s, d);
        int b = (int) immediate(d);
        setNzcv(s, Flags.add32(a, b));
        setWd(s, d, a + b);
    }

    @Insn(bits = "1 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", asm = "sub <Xd|SP>, <Xn|SP>, <{addimm}>")
    static void sub64(long s, long d) {
        setXd(s, d, xn(s, d) - immediate(d));
    }

    @Insn(bits = "0 1 0 100010 sh:1 imm12:12 Rn|SP Rd|SP", asm = "sub <Wd|WSP>, <Wn|WSP>, <{addimm}>")
    static void sub32(long s, long d) {
        setWd(s, d, wn(s, d) - immediate(d));
    }

    @Insn(bits = "1 1 1 100010 sh:1 imm12:12 Rn|SP Rd", asm = "subs <Xd>, <Xn|SP>, <{addimm}>",
            alias = "Rd == 31 => cmp <Xn|SP>, <{addimm}>")
    static void subs64(long s, long d) {
        long a = xn(s, d);
        long b = immediate(d);
        setNzcv(s, Flags.sub64(a, b));
        setXd(s, d, a - b);
    }

    @Insn(bits = "0 1 1 100010 sh:1 imm12:12 Rn|SP Rd", asm = "subs <Wd>, <Wn|WSP>, <{addimm}>",
            alias = "Rd == 31 => cmp <Wn|WSP>, <{addimm}>")
    static void subs32(long s, long d) {
        int a = (int) xn(s, d);
        int b = (int) immediate(d);
        setNzcv(s, Flags.sub32(a, b));
        setWd(s, d, a - b);
    }
}

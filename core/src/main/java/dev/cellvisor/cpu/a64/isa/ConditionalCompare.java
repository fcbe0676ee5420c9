package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** CCMN, CCMP (register) and (immediate). */
@Family("Conditional compare")
final class ConditionalCompare {

    private ConditionalCompare() {
    }

    private static boolean holds(long s, long d) {
        return Flags.holds((int) d >>> 12 & 15, Regs.nzcv(s));
    }

    /** The flags to set where the condition fails. */
    private static int otherwise(long d) {
        return (int) d << 28;
    }

    private static int imm5(long d) {
        return (int) d >>> 16 & 31;
    }

    @Insn(bits = "1 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", asm = "ccmn <Xn>, <Xm>, <#nzcv>, <{cond}>")
    static void ccmn64(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.add64(xn(s, d), xm(s, d)) : otherwise(d));
    }

    @Insn(bits = "0 0 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", asm = "ccmn <Wn>, <Wm>, <#nzcv>, <{cond}>")
    static void ccmn32(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.add32((int) xn(s, d), (int) xm(s, d)) : otherwise(d));
    }

    @Insn(bits = "1 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", asm = "ccmp <Xn>, <Xm>, <#nzcv>, <{cond}>")
    static void ccmp64(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.sub64(xn(s, d), xm(s, d)) : otherwise(d));
    }

    @Insn(bits = "0 1 1 11010010 Rm cond:4 0 0 Rn 0 nzcv:4", asm = "ccmp <Wn>, <Wm>, <#nzcv>, <{cond}>")
    static void ccmp32(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.sub32((int) xn(s, d), (int) xm(s, d)) : otherwise(d));
    }

    @Insn(bits = "1 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", asm = "ccmn <Xn>, <#imm5>, <#nzcv>, <{cond}>")
    static void ccmnImmediate64(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.add64(xn(s, d), imm5(d)) : otherwise(d));
    }

    @Insn(bits = "0 0 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", asm = "ccmn <Wn>, <#imm5>, <#nzcv>, <{cond}>")
    static void ccmnImmediate32(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.add32((int) xn(s, d), imm5(d)) : otherwise(d));
    }

    @Insn(bits = "1 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", asm = "ccmp <Xn>, <#imm5>, <#nzcv>, <{cond}>")
    static void ccmpImmediate64(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.sub64(xn(s, d), imm5(d)) : otherwise(d));
    }

    @Insn(bits = "0 1 1 11010010 imm5:5 cond:4 1 0 Rn 0 nzcv:4", asm = "ccmp <Wn>, <#imm5>, <#nzcv>, <{cond}>")
    static void ccmpImmediate32(long s, long d) {
        setNzcv(s, holds(s, d) ? Flags.sub32((int) xn(s, d), imm5(d)) : otherwise(d));
    }
}

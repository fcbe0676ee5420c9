package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/**
 * SBFM, BFM, UBFM and, as their aliases, shifts by an immediate, extensions and bitfield moves.
 *
 * <p>Both kinds, extraction (imms &gt;= immr) and insertion at 64 - immr, are one pair of shifts, because Java takes shift amounts
 * modulo 64: left by 63 - imms brings the field's top bit to bit 63, then right by 63 - imms + immr.
 */
@Family("Bitfield")
final class Bitfield {

    private Bitfield() {
    }

    /** 63 - imms, whose low 5 bits are 31 - imms. */
    private static int left(long d) {
        return ~((int) d >>> 10) & 63;
    }

    /** 63 - imms + immr, to be taken modulo the register's width. */
    private static int right(long d) {
        return left(d) + ((int) d >>> 16 & 63);
    }

    @Insn(bits = "1 00 100110 1 immr:6 imms:6 Rn Rd", asm = "sbfm <Xd>, <Xn>, <#immr>, <#imms>",
            alias = {
                "imms == 63 => asr <Xd>, <Xn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Xd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Xd>, <Wn>",
                "immr == 0 && imms == 31 => sxtw <Xd>, <Wn>",
                "imms < immr => sbfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>"})
    static void sbfm64(long s, long d) {
        setXd(s, d, xn(s, d) << left(d) >> right(d));
    }

    @Insn(bits = "0 00 100110 0 0 immr:5 0 imms:5 Rn Rd", asm = "sbfm <Wd>, <Wn>, <#immr>, <#imms>",
            alias = {
                "imms == 31 => asr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => sxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => sxth <Wd>, <Wn>",
                "imms < immr => sbfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => sbfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>"})
    static void sbfm32(long s, long d) {
        setWd(s, d, (int) xn(s, d) << left(d) >> right(d));
    }

    @Insn(bits = "1 01 100110 1 immr:6 imms:6 Rn Rd", asm = "bfm <Xd>, <Xn>, <#immr>, <#imms>",
            alias = {
                "Rn == 31 && imms < immr => bfc <Xd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Xd>, <Xn>, <#immr>, <{bfxwidth}>"})
    static void bfm64(long s, long d) {
        long field = -1L << left(d) >>> right(d);
        setXd(s, d, xd(s, d) & ~field | xn(s, d) << left(d) >>> right(d));
    }

    @Insn(bits = "0 01 100110 0 0 immr:5 0 imms:5 Rn Rd", asm = "bfm <Wd>, <Wn>, <#immr>, <#imms>",
            alias = {
                "Rn == 31 && imms < immr => bfc <Wd>, <{bfizlsb}>, <{bfizwidth}>",
                "imms < immr => bfi <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => bfxil <Wd>, <Wn>, <#immr>, <{bfxwidth}>"})
    static void bfm32(long s, long d) {
        int field = -1 << left(d) >>> right(d);
        setWd(s, d, (int) xd(s, d) & ~field | (int) xn(s, d) << left(d) >>> right(d));
    }

    @Insn(bits = "1 10 100110 1 immr:6 imms:6 Rn Rd", asm = "ubfm <Xd>, <Xn>, <#immr>, <#imms>",
            alias = {
                "imms != 63 && imms + 1 == immr => lsl <Xd>, <Xn>, <{lslamount}>",
                "imms == 63 => lsr <Xd>, <Xn>, <#immr>",
                "imms < immr => ubfiz <Xd>, <Xn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Xd>, <Xn>, <#immr>, <{bfxwidth}>"})
    static void ubfm64(long s, long d) {
        setXd(s, d, xn(s, d) << left(d) >>> right(d));
    }

    @Insn(bits = "0 10 100110 0 0 immr:5 0 imms:5 Rn Rd", asm = "ubfm <Wd>, <Wn>, <#immr>, <#imms>",
            alias = {
                "imms != 31 && imms + 1 == immr => lsl <Wd>, <Wn>, <{lslamount}>",
                "imms == 31 => lsr <Wd>, <Wn>, <#immr>",
                "immr == 0 && imms == 7 => uxtb <Wd>, <Wn>",
                "immr == 0 && imms == 15 => uxth <Wd>, <Wn>",
                "imms < immr => ubfiz <Wd>, <Wn>, <{bfizlsb}>, <{bfizwidth}>",
                "imms >= immr => ubfx <Wd>, <Wn>, <#immr>, <{bfxwidth}>"})
    static void ubfm32(long s, long d) {
        setWd(s, d, (int) xn(s, d) << left(d) >>> right(d));
    }
}

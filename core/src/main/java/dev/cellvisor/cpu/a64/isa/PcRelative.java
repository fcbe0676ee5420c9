package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setXd;

/** ADR, ADRP. */
@Family("PC-relative addressing")
final class PcRelative {

    private PcRelative() {
    }

    /** immhi:immlo, signed, 21 bits. */
    private static long immediate(long d) {
        return d << 40 >> 43 & -4 | d >>> 29 & 3;
    }

    @Insn(bits = "0 immlo:2 10000 immhi:19 Rd", asm = "adr <Xd>, <{adr}>")
    static void adr(long s, long d, long pc) {
        setXd(s, d, pc + immediate(d));
    }

    @Insn(bits = "1 immlo:2 10000 immhi:19 Rd", asm = "adrp <Xd>, <{adrp}>")
    static void adrp(long s, long d, long pc) {
        setXd(s, d, (pc & -4096) + (immediate(d) << 12));
    }
}

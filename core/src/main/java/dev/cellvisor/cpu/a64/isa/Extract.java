package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** EXTR: bits from lsb on out of Rn:Rm. */
@Family("Extract")
final class Extract {

    private Extract() {
    }

    @Insn(bits = "1 00 100111 1 0 Rm imms:6 Rn Rd", asm = "extr <Xd>, <Xn>, <Xm>, <#imms>",
            alias = "Rn == Rm => ror <Xd>, <Xn>, <#imms>")
    static void extr64(long s, long d) {
        int lsb = (int) d >>> 10 & 63;
        // Two shifts to the left, so that nothing of Rn comes in where lsb is 0.
        setXd(s, d, xm(s, d) >>> lsb | xn(s, d) << 1 << 63 - lsb);
    }

    @Insn(bits = "0 00 100111 0 0 Rm 0 imms:5 Rn Rd", asm = "extr <Wd>, <Wn>, <Wm>, <#imms>",
            alias = "Rn == Rm => ror <Wd>, <Wn>, <#imms>")
    static void extr32(long s, long d) {
        setWd(s, d, (xn(s, d) << 32 | Regs.wm(s, d)) >>> ((int) d >>> 10 & 31));
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Mem.ld32;
import static dev.cellvisor.cpu.a64.isa.Mem.ld64;
import static dev.cellvisor.cpu.a64.isa.Mem.tlb;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;

/** LDR, LDRSW, PRFM (literal). */
@Family("Load register (literal)")
final class LoadLiteral {

    private LoadLiteral() {
    }

    private static long address(Core c, long d) {
        return c.pc + (d << 40 >> 45 << 2);
    }

    @Insn(bits = "00 011 0 00 imm19:19 Rt", asm = "ldr <Wt>, <label:imm19*4>")
    static void ldr32(Core c, long s, long d) {
        setXd(s, d, ld32(c, tlb(s), address(c, d)));
    }

    @Insn(bits = "01 011 0 00 imm19:19 Rt", asm = "ldr <Xt>, <label:imm19*4>")
    static void ldr64(Core c, long s, long d) {
        setXd(s, d, ld64(c, tlb(s), address(c, d)));
    }

    @Insn(bits = "10 011 0 00 imm19:19 Rt", asm = "ldrsw <Xt>, <label:imm19*4>")
    static void ldrsw(Core c, long s, long d) {
        setXd(s, d, (int) ld32(c, tlb(s), address(c, d)));
    }

    @Insn(bits = "11 011 0 00 imm19:19 prfop:5", asm = "prfm <{prfop}>, <label:imm19*4>")
    static void prfm(long s, long d) {
        // no effect on the state
    }
}

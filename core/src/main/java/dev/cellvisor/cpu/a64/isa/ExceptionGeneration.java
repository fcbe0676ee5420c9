package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.memory.HostMemory.getLong;

/** SVC, HVC, SMC, BRK, HLT, DCPS1 to DCPS3, UDF, ERET, DRPS. */
@Family("Exception generation and return")
final class ExceptionGeneration {

    private ExceptionGeneration() {
    }

    private static int imm16(long d) {
        return (int) d >>> 5 & 0xffff;
    }

    @Insn(bits = "11010100 000 imm16:16 000 01", asm = "svc <#imm16>")
    static long svc(Core c, long s, long d, long pc) {
        throw c.supervisorCall(imm16(d));
    }

    // Firmware finds PC behind the call and may set it, as a reset does.

    @Insn(bits = "11010100 000 imm16:16 000 10", asm = "hvc <#imm16>")
    static long hvc(Core c, long s, long d, long pc) {
        c.hypervisorCall(imm16(d));
        return getLong(s + PC);
    }

    @Insn(bits = "11010100 000 imm16:16 000 11", asm = "smc <#imm16>")
    static long smc(Core c, long s, long d, long pc) {
        c.secureMonitorCall(imm16(d));
        return getLong(s + PC);
    }

    @Insn(bits = "11010100 001 imm16:16 000 00", asm = "brk <#imm16>")
    static long brk(Core c, long s, long d, long pc) {
        throw c.breakpoint(imm16(d));
    }

    @Insn(bits = "11010100 010 imm16:16 000 00", asm = "hlt <#imm16>")
    static long hlt(Core c, long s, long d, long pc) {
        c.halt(imm16(d));
        return pc + 4;
    }

    // DCPS1 to DCPS3 and DRPS are undefined outside Debug state, and there is no external debugger that could bring us there.
    @Insn(bits = "11010100 101 imm16:16 000 01", asm = "dcps1 <#imm16>", alias = "imm16 == 0 => dcps1")
    @Insn(bits = "11010100 101 imm16:16 000 10", asm = "dcps2 <#imm16>", alias = "imm16 == 0 => dcps2")
    @Insn(bits = "11010100 101 imm16:16 000 11", asm = "dcps3 <#imm16>", alias = "imm16 == 0 => dcps3")
    @Insn(bits = "1101011 0101 11111 000000 11111 00000", asm = "drps")
    @Insn(bits = "0000000000000000 imm16:16", asm = "udf <#imm16>")
    static long undefined(Core c, long s, long d, long pc) {
        throw c.undefined();
    }

    @Insn(bits = "1101011 0100 11111 000000 11111 00000", asm = "eret")
    static long eret(Core c, long s, long d, long pc) {
        return c.exceptionReturn();
    }
}

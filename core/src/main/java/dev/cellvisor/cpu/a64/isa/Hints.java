package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.EVENT;
import static dev.cellvisor.cpu.a64.state.A64State.EXCLUSIVE_SIZE;
import static dev.cellvisor.memory.HostMemory.setLong;

/**
 * Hints and barriers. Memory is always in program order here, so a barrier has nothing to do. Those of pointer authentication are in
 * {@link PointerAuthentication}.
 */
@Family("Hints and barriers")
final class Hints {

    private Hints() {
    }

    // Hints that nobody has defined do nothing either: they are what later versions of the architecture use.
    @Insn(bits = "1101010100 0 00 011 0010 hint:7 11111", asm = "hint <#hint>", alias = "hint == 22 => clearbhb")
    @Insn(bits = "1101010100 0 00 011 0010 0000 000 11111", asm = "nop")
    @Insn(bits = "1101010100 0 00 011 0010 0010 000 11111", asm = "esb")
    @Insn(bits = "1101010100 0 00 011 0010 0010 001 11111", asm = "psb csync")
    @Insn(bits = "1101010100 0 00 011 0010 0010 010 11111", asm = "tsb csync")
    @Insn(bits = "1101010100 0 00 011 0010 0010 100 11111", asm = "csdb")
    @Insn(bits = "1101010100 0 00 011 0010 0100 000 11111", asm = "bti")
    @Insn(bits = "1101010100 0 00 011 0010 0100 010 11111", asm = "bti c")
    @Insn(bits = "1101010100 0 00 011 0010 0100 100 11111", asm = "bti j")
    @Insn(bits = "1101010100 0 00 011 0010 0100 110 11111", asm = "bti jc")
    @Insn(bits = "1101010100 0 00 011 0011 CRm:4 100 11111", asm = "dsb <{barrier}>",
            alias = {"CRm == 0 => ssbb", "CRm == 4 => pssbb"})
    @Insn(bits = "1101010100 0 00 011 0011 CRm:4 101 11111", asm = "dmb <{barrier}>")
    @Insn(bits = "1101010100 0 00 011 0011 CRm:4 110 11111", asm = "isb <#CRm>", alias = "CRm == 15 => isb")
    @Insn(bits = "1101010100 0 00 011 0011 0000 111 11111", asm = "sb", feature = Feature.SB)
    static void nothing(long s, long d) {
        // no effect on the state
    }

    @Insn(bits = "1101010100 0 00 011 0011 CRm:4 010 11111", asm = "clrex <#CRm>", alias = "CRm == 15 => clrex")
    static void clrex(long s, long d) {
        setLong(s + EXCLUSIVE_SIZE, 0);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0000 101 11111", asm = "sevl")
    static void sevl(long s, long d) {
        setLong(s + EVENT, 1);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0000 001 11111", asm = "yield")
    static long yield(Core c, long s, long d, long pc) {
        c.yieldTurn();
        return pc + 4;
    }

    @Insn(bits = "1101010100 0 00 011 0010 0000 010 11111", asm = "wfe")
    static long wfe(Core c, long s, long d, long pc) {
        c.waitForEvent();
        return pc + 4;
    }

    @Insn(bits = "1101010100 0 00 011 0010 0000 011 11111", asm = "wfi")
    static long wfi(Core c, long s, long d, long pc) {
        c.waitForInterrupt();
        return pc + 4;
    }

    @Insn(bits = "1101010100 0 00 011 0010 0000 100 11111", asm = "sev")
    static long sev(Core c, long s, long d, long pc) {
        c.sendEvent();
        return pc + 4;
    }
}

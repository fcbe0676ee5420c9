package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setX;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;
import static dev.cellvisor.cpu.a64.state.A64State.ELR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IB;
import static dev.cellvisor.cpu.a64.state.A64State.SP;
import static dev.cellvisor.memory.HostMemory.getLong;

/** Branches, returns and exception returns that authenticate their target first; see {@link PointerAuthentication}. */
@Family("Unconditional branch (register) with pointer authentication")
final class AuthenticatedBranch {
    private static final int LR = 30;

    private AuthenticatedBranch() {
    }

    private static long branch(long s, long d, long modifier, int key) {
        return Branch.target(s, PointerCodes.authenticate(s, xn(s, d), modifier, key));
    }

    private static long call(Core c, long s, long d, long pc, long modifier, int key) {
        long target = branch(s, d, modifier, key);
        setX(s, LR, pc + 4);
        return Branch.landing(c, s, target, Core.CALL);
    }

    private static long jump(Core c, long s, long d, long modifier, int key) {
        return Branch.landing(c, s, branch(s, d, modifier, key), Branch.jumpType(d));
    }

    @Insn(bits = "1101011 0 0 00 11111 00001 0 Rn 11111", asm = "braaz <Xn>", feature = Feature.PAUTH)
    static long braaz(Core c, long s, long d, long pc) {
        return jump(c, s, d, 0, KEY_IA);
    }

    @Insn(bits = "1101011 0 0 00 11111 00001 1 Rn 11111", asm = "brabz <Xn>", feature = Feature.PAUTH)
    static long brabz(Core c, long s, long d, long pc) {
        return jump(c, s, d, 0, KEY_IB);
    }

    @Insn(bits = "1101011 1 0 00 11111 00001 0 Rn Rd|SP", asm = "braa <Xn>, <Xd|SP>", feature = Feature.PAUTH)
    static long braa(Core c, long s, long d, long pc) {
        return jump(c, s, d, xd(s, d), KEY_IA);
    }

    @Insn(bits = "1101011 1 0 00 11111 00001 1 Rn Rd|SP", asm = "brab <Xn>, <Xd|SP>", feature = Feature.PAUTH)
    static long brab(Core c, long s, long d, long pc) {
        return jump(c, s, d, xd(s, d), KEY_IB);
    }

    @Insn(bits = "1101011 0 0 01 11111 00001 0 Rn 11111", asm = "blraaz <Xn>", feature = Feature.PAUTH)
    static long blraaz(Core c, long s, long d, long pc) {
        return call(c, s, d, pc, 0, KEY_IA);
    }

    @Insn(bits = "1101011 0 0 01 11111 00001 1 Rn 11111", asm = "blrabz <Xn>", feature = Feature.PAUTH)
    static long blrabz(Core c, long s, long d, long pc) {
        return call(c, s, d, pc, 0, KEY_IB);
    }

    @Insn(bits = "1101011 1 0 01 11111 00001 0 Rn Rd|SP", asm = "blraa <Xn>, <Xd|SP>", feature = Feature.PAUTH)
    static long blraa(Core c, long s, long d, long pc) {
        return call(c, s, d, pc, xd(s, d), KEY_IA);
    }

    @Insn(bits = "1101011 1 0 01 11111 00001 1 Rn Rd|SP", asm = "blrab <Xn>, <Xd|SP>", feature = Feature.PAUTH)
    static long blrab(Core c, long s, long d, long pc) {
        return call(c, s, d, pc, xd(s, d), KEY_IB);
    }

    @Insn(bits = "1101011 0 0 10 11111 00001 0 11111 11111", asm = "retaa", feature = Feature.PAUTH)
    static long retaa(Core c, long s, long d, long pc) {
        return Branch.target(s, PointerCodes.authenticate(s, getLong(s + LR * 8), getLong(s + SP), KEY_IA));
    }

    @Insn(bits = "1101011 0 0 10 11111 00001 1 11111 11111", asm = "retab", feature = Feature.PAUTH)
    static long retab(Core c, long s, long d, long pc) {
        return Branch.target(s, PointerCodes.authenticate(s, getLong(s + LR * 8), getLong(s + SP), KEY_IB));
    }

    @Insn(bits = "1101011 0 1 00 11111 00001 0 11111 11111", asm = "eretaa", feature = Feature.PAUTH)
    static long eretaa(Core c, long s, long d, long pc) {
        return exceptionReturn(c, s, KEY_IA);
    }

    @Insn(bits = "1101011 0 1 00 11111 00001 1 11111 11111", asm = "eretab", feature = Feature.PAUTH)
    static long eretab(Core c, long s, long d, long pc) {
        return exceptionReturn(c, s, KEY_IB);
    }

    private static long exceptionReturn(Core c, long s, int key) {
        long target = PointerCodes.authenticate(s, getLong(s + ELR_EL1), getLong(s + SP), key);
        c.exceptionReturn();
        return target;
    }
}

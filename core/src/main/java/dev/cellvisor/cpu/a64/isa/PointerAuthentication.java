package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setX;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXn;
import static dev.cellvisor.cpu.a64.isa.Regs.xd;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;
import static dev.cellvisor.cpu.a64.state.A64State.SP;
import static dev.cellvisor.memory.HostMemory.getLong;

import dev.cellvisor.cpu.a64.isa.Family.Group;
import dev.cellvisor.cpu.a64.state.A64State;

/**
 * Pointer authentication (FEAT_PAuth, with QARMA5; Arm ARM, D8.10). On a CPU without it, the hints among them are hints that do nothing. What a code is made of is in
 * {@link PointerCodes}.
 */
@Family(value = "Pointer authentication", group = Group.RARE)
final class PointerAuthentication {
    private static final int A = A64State.KEY_IA;
    private static final int B = A64State.KEY_IB;
    private static final int DA = A64State.KEY_DA;
    private static final int DB = A64State.KEY_DB;
    private static final int LR = 30;

    private PointerAuthentication() {
    }

    private static long x(long s, int number) {
        return getLong(s + number * 8L);
    }

    private static void sign(long s, int register, long modifier, int key) {
        setX(s, register, PointerCodes.add(s, x(s, register), modifier, key));
    }

    private static void authenticate(long s, int register, long modifier, int key) {
        setX(s, register, PointerCodes.authenticate(s, x(s, register), modifier, key));
    }

    private static long sp(long s) {
        return getLong(s + SP);
    }

    // ---- hints

    @Insn(bits = "1101010100 0 00 011 0010 0000 111 11111", asm = "xpaclri", feature = Feature.PAUTH)
    static void xpaclri(long s, long d) {
        setX(s, LR, PointerCodes.strip(s, x(s, LR), false));
    }

    @Insn(bits = "1101010100 0 00 011 0010 0001 000 11111", asm = "pacia1716", feature = Feature.PAUTH)
    static void pacia1716(long s, long d) {
        sign(s, 17, x(s, 16), A);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0001 010 11111", asm = "pacib1716", feature = Feature.PAUTH)
    static void pacib1716(long s, long d) {
        sign(s, 17, x(s, 16), B);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0001 100 11111", asm = "autia1716", feature = Feature.PAUTH)
    static void autia1716(long s, long d) {
        authenticate(s, 17, x(s, 16), A);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0001 110 11111", asm = "autib1716", feature = Feature.PAUTH)
    static void autib1716(long s, long d) {
        authenticate(s, 17, x(s, 16), B);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 000 11111", asm = "paciaz", feature = Feature.PAUTH)
    static void paciaz(long s, long d) {
        sign(s, LR, 0, A);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 001 11111", asm = "paciasp", feature = Feature.PAUTH)
    static void paciasp(long s, long d) {
        sign(s, LR, sp(s), A);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 010 11111", asm = "pacibz", feature = Feature.PAUTH)
    static void pacibz(long s, long d) {
        sign(s, LR, 0, B);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 011 11111", asm = "pacibsp", feature = Feature.PAUTH)
    static void pacibsp(long s, long d) {
        sign(s, LR, sp(s), B);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 100 11111", asm = "autiaz", feature = Feature.PAUTH)
    static void autiaz(long s, long d) {
        authenticate(s, LR, 0, A);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 101 11111", asm = "autiasp", feature = Feature.PAUTH)
    static void autiasp(long s, long d) {
        authenticate(s, LR, sp(s), A);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 110 11111", asm = "autibz", feature = Feature.PAUTH)
    static void autibz(long s, long d) {
        authenticate(s, LR, 0, B);
    }

    @Insn(bits = "1101010100 0 00 011 0010 0011 111 11111", asm = "autibsp", feature = Feature.PAUTH)
    static void autibsp(long s, long d) {
        authenticate(s, LR, sp(s), B);
    }

    // ---- data processing

    /** Rd as a source: 31 reads zero. */
    private static long pointer(long s, long d) {
        return x(s, (int) d & 31);
    }

    @Insn(bits = "1 1 0 11010110 00001 000000 Rn|SP Rd", asm = "pacia <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void pacia(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), xn(s, d), A));
    }

    @Insn(bits = "1 1 0 11010110 00001 000001 Rn|SP Rd", asm = "pacib <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void pacib(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), xn(s, d), B));
    }

    @Insn(bits = "1 1 0 11010110 00001 000010 Rn|SP Rd", asm = "pacda <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void pacda(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), xn(s, d), DA));
    }

    @Insn(bits = "1 1 0 11010110 00001 000011 Rn|SP Rd", asm = "pacdb <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void pacdb(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), xn(s, d), DB));
    }

    @Insn(bits = "1 1 0 11010110 00001 000100 Rn|SP Rd", asm = "autia <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void autia(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), xn(s, d), A));
    }

    @Insn(bits = "1 1 0 11010110 00001 000101 Rn|SP Rd", asm = "autib <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void autib(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), xn(s, d), B));
    }

    @Insn(bits = "1 1 0 11010110 00001 000110 Rn|SP Rd", asm = "autda <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void autda(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), xn(s, d), DA));
    }

    @Insn(bits = "1 1 0 11010110 00001 000111 Rn|SP Rd", asm = "autdb <Xd>, <Xn|SP>", feature = Feature.PAUTH)
    static void autdb(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), xn(s, d), DB));
    }

    @Insn(bits = "1 1 0 11010110 00001 001000 11111 Rd", asm = "paciza <Xd>", feature = Feature.PAUTH)
    static void paciza(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), 0, A));
    }

    @Insn(bits = "1 1 0 11010110 00001 001001 11111 Rd", asm = "pacizb <Xd>", feature = Feature.PAUTH)
    static void pacizb(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), 0, B));
    }

    @Insn(bits = "1 1 0 11010110 00001 001010 11111 Rd", asm = "pacdza <Xd>", feature = Feature.PAUTH)
    static void pacdza(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), 0, DA));
    }

    @Insn(bits = "1 1 0 11010110 00001 001011 11111 Rd", asm = "pacdzb <Xd>", feature = Feature.PAUTH)
    static void pacdzb(long s, long d) {
        setXd(s, d, PointerCodes.add(s, pointer(s, d), 0, DB));
    }

    @Insn(bits = "1 1 0 11010110 00001 001100 11111 Rd", asm = "autiza <Xd>", feature = Feature.PAUTH)
    static void autiza(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), 0, A));
    }

    @Insn(bits = "1 1 0 11010110 00001 001101 11111 Rd", asm = "autizb <Xd>", feature = Feature.PAUTH)
    static void autizb(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), 0, B));
    }

    @Insn(bits = "1 1 0 11010110 00001 001110 11111 Rd", asm = "autdza <Xd>", feature = Feature.PAUTH)
    static void autdza(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), 0, DA));
    }

    @Insn(bits = "1 1 0 11010110 00001 001111 11111 Rd", asm = "autdzb <Xd>", feature = Feature.PAUTH)
    static void autdzb(long s, long d) {
        setXd(s, d, PointerCodes.authenticate(s, pointer(s, d), 0, DB));
    }

    @Insn(bits = "1 1 0 11010110 00001 010000 11111 Rd", asm = "xpaci <Xd>", feature = Feature.PAUTH)
    static void xpaci(long s, long d) {
        setXd(s, d, PointerCodes.strip(s, pointer(s, d), false));
    }

    @Insn(bits = "1 1 0 11010110 00001 010001 11111 Rd", asm = "xpacd <Xd>", feature = Feature.PAUTH)
    static void xpacd(long s, long d) {
        setXd(s, d, PointerCodes.strip(s, pointer(s, d), true));
    }

    @Insn(bits = "1 0 0 11010110 Rm 001100 Rn Rd", asm = "pacga <Xd>, <Xn>, <Xm|SP>", feature = Feature.PAUTH)
    static void pacga(long s, long d) {
        long modifier = ((int) d >>> 16 & 31) == 31 ? sp(s) : xm(s, d);
        setXd(s, d, PointerCodes.generic(s, xn(s, d), modifier));
    }

    // ---- loads

    private static long address(Core c, long s, long d, int key) {
        long pointer = Base.base(c, s, d);
        long offset = ((int) d >>> 12 & 0x1ff | ((int) d >>> 22 & 1) * -0x200) * 8L;
        return PointerCodes.authenticate(s, pointer, 0, key) + offset;
    }

    private static void load(Core c, long s, long d, int key, boolean writeBack) {
        long address = address(c, s, d, key);
        long value = Mem.ld64(c, Mem.tlb(s), address);
        if (writeBack) {
            setXn(s, d, address);
        }
        setXd(s, d, value);
    }

    @Insn(bits = "11 111 0 00 0 S:1 1 imm9:9 0 1 Rn|SP Rt", asm = "ldraa <Xt>, [<Xn|SP><{,authoffset}>]", feature = Feature.PAUTH)
    static void ldraa(Core c, long s, long d) {
        load(c, s, d, DA, false);
    }

    @Insn(bits = "11 111 0 00 1 S:1 1 imm9:9 0 1 Rn|SP Rt", asm = "ldrab <Xt>, [<Xn|SP><{,authoffset}>]", feature = Feature.PAUTH)
    static void ldrab(Core c, long s, long d) {
        load(c, s, d, DB, false);
    }

    // With write-back and Rn being Rt, which is CONSTRAINED UNPREDICTABLE, the loaded value stays, as with other loads here.
    @Insn(bits = "11 111 0 00 0 S:1 1 imm9:9 1 1 Rn|SP Rt", asm = "ldraa <Xt>, [<Xn|SP><{,authoffset}>]!", feature = Feature.PAUTH)
    static void ldraaIndexed(Core c, long s, long d) {
        load(c, s, d, DA, true);
    }

    @Insn(bits = "11 111 0 00 1 S:1 1 imm9:9 1 1 Rn|SP Rt", asm = "ldrab <Xt>, [<Xn|SP><{,authoffset}>]!", feature = Feature.PAUTH)
    static void ldrabIndexed(Core c, long s, long d) {
        load(c, s, d, DB, true);
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.nzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** RMIF, SETF8, SETF16, CFINV, XAFLAG, AXFLAG. */
@Family(value = "Flag manipulation", group = Group.RARE)
final class FlagManipulation {
    private static final int N = 0x8000_0000;
    private static final int Z = 0x4000_0000;
    private static final int C = 0x2000_0000;
    private static final int V = 0x1000_0000;

    private FlagManipulation() {
    }

    /** Those flags that mask names, from Rn rotated right by imm6. */
    @Insn(bits = "1 0 1 11010000 imm6:6 00001 Rn 0 mask:4", asm = "rmif <Xn>, <#imm6>, <{mask}>", feature = Feature.FLAGM)
    static void rmif(long s, long d) {
        int mask = (int) d << 28;
        int flags = (int) Long.rotateRight(xn(s, d), (int) d >>> 15 & 63) << 28;
        setNzcv(s, nzcv(s) & ~mask | flags & mask);
    }

    /** N, Z and V of Rn as a signed number of so many bits; C stays. */
    private static void set(long s, long d, int bits) {
        int value = (int) xn(s, d);
        int n = value << 32 - bits & N;
        int z = value << 32 - bits == 0 ? Z : 0;
        int v = (value << 31 - bits ^ value << 32 - bits) >>> 3 & V;
        setNzcv(s, n | z | nzcv(s) & C | v);
    }

    @Insn(bits = "0 0 1 11010000 000000 0 0010 Rn 0 1101", asm = "setf8 <Wn>", feature = Feature.FLAGM)
    static void setf8(long s, long d) {
        set(s, d, 8);
    }

    @Insn(bits = "0 0 1 11010000 000000 1 0010 Rn 0 1101", asm = "setf16 <Wn>", feature = Feature.FLAGM)
    static void setf16(long s, long d) {
        set(s, d, 16);
    }

    @Insn(bits = "1101010100 0 00 000 0100 0000 000 11111", asm = "cfinv", feature = Feature.FLAGM)
    static void cfinv(long s, long d) {
        setNzcv(s, nzcv(s) ^ C);
    }

    /** From the flags of other architectures' floating-point comparisons to Arm's. */
    @Insn(bits = "1101010100 0 00 000 0100 0000 001 11111", asm = "xaflag", feature = Feature.FLAGM2)
    static void xaflag(long s, long d) {
        boolean z = (nzcv(s) & Z) != 0;
        boolean c = (nzcv(s) & C) != 0;
        setNzcv(s, (!c && !z ? N : 0) | (z && c ? Z : 0) | (c || z ? C : 0) | (!c && z ? V : 0));
    }

    /** And back. */
    @Insn(bits = "1101010100 0 00 000 0100 0000 010 11111", asm = "axflag", feature = Feature.FLAGM2)
    static void axflag(long s, long d) {
        boolean z = (nzcv(s) & Z) != 0;
        boolean c = (nzcv(s) & C) != 0;
        boolean v = (nzcv(s) & V) != 0;
        setNzcv(s, (z || v ? Z : 0) | (c && !v ? C : 0));
    }
}

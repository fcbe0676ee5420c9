package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.memory.HostMemory.getByte;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.getShort;
import static dev.cellvisor.memory.HostMemory.setByte;
import static dev.cellvisor.memory.HostMemory.setInt;
import static dev.cellvisor.memory.HostMemory.setLong;
import static dev.cellvisor.memory.HostMemory.setShort;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** DUP, INS, UMOV, SMOV: elements to and from vectors and general registers. The lowest set bit of imm5 gives the element's size. */
@Family(value = "Advanced SIMD copy", group = Group.SIMD_A)
final class SimdCopy {

    private SimdCopy() {
    }

    /** log2 of the element's bytes. */
    private static int size(long d) {
        return Integer.numberOfTrailingZeros((int) d >>> 16 & 31);
    }

    /** Element {@code imm5} of V{@code number}: registers lie in memory as a guest would store them. */
    private static long element(long s, int number, long imm5, int size) {
        long at = s + V + (number << 4);
        int offset = (int) (imm5 >>> 1) & -1 << size & 15;
        return switch (size) {
            case 0 -> getByte(at + offset);
            case 1 -> getShort(at + offset);
            case 2 -> getInt(at + offset);
            default -> getLong(at + offset);
        };
    }

    private static void setElement(long s, long d, int size, long value) {
        long at = s + V + (d << 4 & 0x1f0) + ((int) d >>> 17 & -1 << size & 15);
        switch (size) {
            case 0 -> setByte(at, (byte) value);
            case 1 -> setShort(at, (short) value);
            case 2 -> setInt(at, (int) value);
            default -> setLong(at, value);
        }
    }

    @Insn(bits = "0 Q:1 0 01110000 imm5:5 0 0000 1 Rn Rd", asm = "dup <{Vd.T5}>, <{Vn.T5[]}>",
            where = "(imm5 & 7) != 0 || (imm5 & 15) == 8 && Q == 1")
    static void dupElement(long s, long d) {
        int size = size(d);
        long value = Swar.replicate(size, element(s, (int) d >>> 5 & 31, d >>> 16 & 31, size));
        Vec.setQ(s, d, value, value);
    }

    @Insn(bits = "01 0 11110000 imm5:5 0 0000 1 Rn Rd", asm = "mov <{Vd:imm5}>, <{Vn.T5[]}>", where = "(imm5 & 15) != 0")
    static void dupScalar(long s, long d) {
        int size = size(d);
        Vec.setLow(s, d, element(s, (int) d >>> 5 & 31, d >>> 16 & 31, size) & Swar.FIRST[size]);
    }

    @Insn(bits = "0 Q:1 0 01110000 imm5:5 0 0001 1 Rn Rd", asm = "dup <{Vd.T5}>, <{Rn:imm5}>",
            where = "(imm5 & 7) != 0 || (imm5 & 15) == 8 && Q == 1")
    static void dupGeneral(long s, long d) {
        long value = Swar.replicate(size(d), Regs.x(s, (int) d >>> 5 & 31));
        Vec.setQ(s, d, value, value);
    }

    @Insn(bits = "0 1 0 01110000 imm5:5 0 0011 1 Rn Rd", asm = "mov <{Vd.T5[]}>, <{Rn:imm5}>", where = "(imm5 & 15) != 0")
    static void insGeneral(long s, long d) {
        setElement(s, d, size(d), Regs.x(s, (int) d >>> 5 & 31));
    }

    @Insn(bits = "0 1 1 01110000 imm5:5 0 imm4:4 1 Rn Rd", asm = "mov <{Vd.T5[]}>, <{Vn.T5[imm4]}>", where = "(imm5 & 15) != 0")
    static void insElement(long s, long d) {
        int size = size(d);
        setElement(s, d, size, element(s, (int) d >>> 5 & 31, d >>> 10 & 30, size));
    }

    @Insn(bits = "0 0 0 01110000 imm5:5 0 0111 1 Rn Rd", asm = "umov <Wd>, <{Vn.T5[]}>", where = "(imm5 & 7) != 0",
            alias = "(imm5 & 3) == 0 => mov <Wd>, <{Vn.T5[]}>")
    @Insn(bits = "0 1 0 01110000 imm5:5 0 0111 1 Rn Rd", where = "(imm5 & 15) == 8", asm = "mov <Xd>, <{Vn.T5[]}>")
    static void umov(long s, long d) {
        int size = size(d);
        Regs.setXd(s, d, element(s, (int) d >>> 5 & 31, d >>> 16 & 31, size) & Swar.FIRST[size]);
    }

    @Insn(bits = "0 0 0 01110000 imm5:5 0 0101 1 Rn Rd", asm = "smov <Wd>, <{Vn.T5[]}>", where = "(imm5 & 3) != 0")
    static void smov32(long s, long d) {
        Regs.setWd(s, d, element(s, (int) d >>> 5 & 31, d >>> 16 & 31, size(d)));
    }

    @Insn(bits = "0 1 0 01110000 imm5:5 0 0101 1 Rn Rd", asm = "smov <Xd>, <{Vn.T5[]}>", where = "(imm5 & 7) != 0")
    static void smov64(long s, long d) {
        Regs.setXd(s, d, element(s, (int) d >>> 5 & 31, d >>> 16 & 31, size(d)));
    }
}

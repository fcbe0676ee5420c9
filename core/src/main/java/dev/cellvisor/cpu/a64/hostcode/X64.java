package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.setByte;
import static dev.cellvisor.memory.HostMemory.setInt;
import static dev.cellvisor.memory.HostMemory.setLong;

/**
 * An assembler for the part of x86-64 that the emitters need. It writes where {@link #at} points; positions are host addresses in the
 * writable view of the code buffer. Operand order is Intel's: destination first. {@code wide} is 64-bit operation, else 32-bit, which clears
 * a destination's upper half.
 *
 * <p>Source: Intel SDM, volume 2.
 */
final class X64 {
    static final int RAX = 0;
    static final int RCX = 1;
    static final int RDX = 2;
    static final int RBX = 3;
    static final int RSP = 4;
    static final int RBP = 5;
    static final int RSI = 6;
    static final int RDI = 7;
    static final int R8 = 8;
    static final int R9 = 9;
    static final int R10 = 10;
    static final int R11 = 11;
    static final int R12 = 12;
    static final int R13 = 13;
    static final int R14 = 14;
    static final int R15 = 15;

    /** Makes a register the base of an operand in guest memory; see {@link WindowAccess}. */
    static final int IN_WINDOW = 16;
    /** RAX as such. */
    static final int GUEST = IN_WINDOW | RAX;

    // Operations of two operands, by their number in the opcode map.
    static final int ADD = 0;
    static final int OR = 1;
    static final int ADC = 2;
    static final int SBB = 3;
    static final int AND = 4;
    static final int SUB = 5;
    static final int XOR = 6;
    static final int CMP = 7;

    // Shifts, by their number in the opcode's extension.
    static final int ROR = 1;
    static final int SHL = 4;
    static final int SHR = 5;
    static final int SAR = 7;

    // Conditions.
    static final int O = 0;
    static final int NO = 1;
    static final int C = 2;
    static final int NC = 3;
    static final int E = 4;
    static final int NE = 5;
    static final int BE = 6;
    static final int A = 7;
    static final int S = 8;
    static final int NS = 9;
    static final int P = 10;
    static final int NP = 11;
    static final int L = 12;
    static final int GE = 13;
    static final int LE = 14;
    static final int G = 15;

    /** Where the next byte goes. */
    long at;
    private int guestPrefix;
    private int guestPrefixBits;

    /** Says how operands with {@link #IN_WINDOW} are encoded. */
    void guestMemory(WindowAccess access) {
        guestPrefix = access.prefix();
        guestPrefixBits = access.prefixBits();
    }

    /** The base register of an operand, after what must stand before its instruction. */
    int base(int register) {
        if (register < IN_WINDOW) {
            return register;
        }
        put(guestPrefix, guestPrefixBits);
        return register & IN_WINDOW - 1;
    }

    /** Whether RAX may have been changed since this was made {@code false}; it says so too often rather than too seldom. */
    boolean raxChanged;

    /** An operand of the instruction, which may be where its result goes. */
    void changes(int reg) {
        raxChanged |= reg == RAX;
    }

    /** Who notes down what names something of this run; {@code null} if nobody does. */
    Relocations relocations;

    void byte1(int value) {
        setByte(at++, (byte) value);
    }

    void int4(int value) {
        setInt(at, value);
        at += 4;
    }

    void long8(long value) {
        setLong(at, value);
        at += 8;
    }

    // ---- encoding

    private void rex(boolean wide, int reg, int index, int base, boolean byteRegister) {
        int rex = (wide ? 8 : 0) | reg >> 3 << 2 | index >> 3 << 1 | base >> 3;
        if (rex != 0 || byteRegister) {
            byte1(0x40 | rex);
        }
    }

    /** A register operand in ModRM's r/m. */
    private void direct(int reg, int rm) {
        changes(reg);
        changes(rm);
        byte1(0xc0 | (reg & 7) << 3 | rm & 7);
    }

    /** A memory operand {@code [base + disp]}. */
    void indirect(int reg, int base, int disp) {
        boolean sib = (base & 7) == RSP;
        int mod = disp == 0 && (base & 7) != RBP ? 0 : disp == (byte) disp ? 1 : 2;
        byte1(mod << 6 | (reg & 7) << 3 | (sib ? 4 : base & 7));
        if (sib) {
            byte1(0x24);
        }
        if (mod == 1) {
            byte1(disp);
        } else if (mod == 2) {
            int4(disp);
        }
    }

    private void op(int opcode) {
        if (opcode > 0xff) {
            byte1(0x0f);
        }
        byte1(opcode);
    }

    // The commonest forms are put together in a register and written at once: up to 8 bytes, of which those behind the instruction mean nothing yet.

    private void put(long bytes, int bits) {
        setLong(at, bytes);
        at += bits >>> 3;
    }

    /** What stands before the opcode's last byte: REX, and the byte that opcodes above 0xff have in common. */
    private static long prefix(int rex, int opcode) {
        long escape = opcode > 0xff ? 0x0f : 0;
        return rex != 0 ? escape << 8 | 0x40 | rex : escape;
    }

    private static int prefixBits(int rex, int opcode) {
        return (rex != 0 ? 8 : 0) + (opcode > 0xff ? 8 : 0);
    }

    /** reg, r/m with both registers. */
    private void rr(boolean wide, int opcode, int reg, int rm) {
        changes(reg);
        changes(rm);
        int rex = (wide ? 8 : 0) | reg >> 3 << 2 | rm >> 3;
        long bytes = prefix(rex, opcode);
        int bits = prefixBits(rex, opcode);
        bytes |= (long) (opcode & 0xff | (0xc0 | (reg & 7) << 3 | rm & 7) << 8) << bits;
        put(bytes, bits + 16);
    }

    private void rm(boolean wide, int opcode, int reg, int operand, int disp) {
        changes(reg);
        int base = base(operand);
        int rex = (wide ? 8 : 0) | reg >> 3 << 2 | base >> 3;
        long bytes = prefix(rex, opcode);
        int bits = prefixBits(rex, opcode);
        int mod = disp == 0 && (base & 7) != RBP ? 0 : disp == (byte) disp ? 1 : 2;
        bytes |= (long) (opcode & 0xff | (mod << 6 | (reg & 7) << 3 | base & 7) << 8) << bits;
        bits += 16;
        if ((base & 7) == RSP) {
            bytes |= 0x24L << bits;
            bits += 8;
        }
        displacement(bytes, bits, mod, disp);
    }

    /** An operation of one byte with {@code [base + index * 2^scale + disp]}. */
    private void rx(boolean wide, int opcode, int reg, int base, int index, int scale, int disp) {
        changes(reg);
        int rex = (wide ? 8 : 0) | reg >> 3 << 2 | index >> 3 << 1 | base >> 3;
        long bytes = 0;
        int bits = 0;
        if (rex != 0) {
            bytes = 0x40 | rex;
            bits = 8;
        }
        int mod = disp == 0 && (base & 7) != RBP ? 0 : disp == (byte) disp ? 1 : 2;
        bytes |= (long) (opcode | (mod << 6 | (reg & 7) << 3 | 4) << 8 | (scale << 6 | (index & 7) << 3 | base & 7) << 16) << bits;
        displacement(bytes, bits + 24, mod, disp);
    }

    private void displacement(long bytes, int bits, int mod, int disp) {
        if (mod == 2) {
            put(bytes, bits);
            int4(disp);
        } else if (mod == 1) {
            put(bytes | (long) (disp & 0xff) << bits, bits + 8);
        } else {
            put(bytes, bits);
        }
    }

    // ---- moves

    void mov(boolean wide, int dst, int src) {
        rr(wide, 0x89, src, dst);
    }

    /** A constant, in the shortest form; leaves the flags alone. */
    void movImmediate(int dst, long value) {
        changes(dst);
        if (value >>> 32 == 0) {
            if (dst >= 8) {
                byte1(0x41);
            }
            put(0xb8 | dst & 7 | value << 8, 40);
        } else if (value == (int) value) {
            rr(true, 0xc7, 0, dst);
            int4((int) value);
        } else {
            movLong(dst, value);
        }
    }

    /** A constant of 64 bits in the long form; gives the position of the constant, to be patched. */
    long movLong(int dst, long value) {
        changes(dst);
        rex(true, 0, 0, dst, false);
        byte1(0xb8 | dst & 7);
        long8(value);
        return at - 8;
    }

    /** {@code dst = [base + disp]}, 32 or 64 bits. */
    void load(boolean wide, int dst, int base, int disp) {
        rm(wide, 0x8b, dst, base, disp);
    }

    /** {@code [base + disp] = src}, 32 or 64 bits. */
    void store(boolean wide, int base, int disp, int src) {
        rm(wide, 0x89, src, base, disp);
    }

    /** {@code qword [base + disp] = value}, sign-extended. */
    void storeImmediate(int base, int disp, int value) {
        rm(true, 0xc7, 0, base, disp);
        int4(value);
    }

    void store16(int base, int disp, int src) {
        byte1(0x66);
        rm(false, 0x89, src, base, disp);
    }

    void store8(int operand, int disp, int src) {
        int base = base(operand);
        rex(false, src, 0, base, src >= RSP);
        byte1(0x88);
        indirect(src, base, disp);
    }

    /** {@code dst = zero-extended 16 bits of [base + disp]}. */
    void loadUnsigned16(int dst, int base, int disp) {
        rm(false, 0x1b7, dst, base, disp);
    }

    /** 1, 2, 4 or 8 bytes, zero-extended. */
    void loadSized(int sizeBytes, int dst, int base, int disp) {
        switch (sizeBytes) {
            case 1 -> loadUnsigned8(dst, base, disp);
            case 2 -> loadUnsigned16(dst, base, disp);
            default -> load(sizeBytes == 8, dst, base, disp);
        }
    }

    /** 1, 2, 4 or 8 bytes. */
    void storeSized(int sizeBytes, int base, int disp, int src) {
        switch (sizeBytes) {
            case 1 -> store8(base, disp, src);
            case 2 -> store16(base, disp, src);
            default -> store(sizeBytes == 8, base, disp, src);
        }
    }

    void loadUnsigned8(int dst, int base, int disp) {
        rm(false, 0x1b6, dst, base, disp);
    }

    void loadSigned8(boolean wide, int dst, int base, int disp) {
        rm(wide, 0x1be, dst, base, disp);
    }

    void loadSigned16(boolean wide, int dst, int base, int disp) {
        rm(wide, 0x1bf, dst, base, disp);
    }

    void loadSigned32(int dst, int base, int disp) {
        rm(true, 0x63, dst, base, disp);
    }

    void signExtend8(boolean wide, int dst, int src) {
        rex(wide, dst, 0, src, src >= RSP);
        op(0x1be);
        direct(dst, src);
    }

    void signExtend16(boolean wide, int dst, int src) {
        rr(wide, 0x1bf, dst, src);
    }

    void signExtend32(int dst, int src) {
        rr(true, 0x63, dst, src);
    }

    void zeroExtend8(int dst, int src) {
        rex(false, dst, 0, src, src >= RSP);
        op(0x1b6);
        direct(dst, src);
    }

    void zeroExtend16(int dst, int src) {
        rr(false, 0x1b7, dst, src);
    }

    void lea(boolean wide, int dst, int base, int disp) {
        rm(wide, 0x8d, dst, base, disp);
    }

    /** {@code dst = base + index * 2^scale + disp}. */
    void lea(boolean wide, int dst, int base, int index, int scale, int disp) {
        rx(wide, 0x8d, dst, base, index, scale, disp);
    }

    /** {@code dst = [base + index + disp]}, 64 bits. */
    void loadIndexed(int dst, int base, int index, int disp) {
        rx(true, 0x8b, dst, base, index, 0, disp);
    }

    // ---- arithmetic

    /** {@code dst = dst op src}. */
    void op(int operation, boolean wide, int dst, int src) {
        rr(wide, operation << 3 | 1, src, dst);
    }

    /** {@code dst = dst op value}. */
    void opImmediate(int operation, boolean wide, int dst, int value) {
        boolean small = value == (byte) value;
        rr(wide, small ? 0x83 : 0x81, operation, dst);
        if (small) {
            byte1(value);
        } else {
            int4(value);
        }
    }

    /** {@code dst = dst op [base + disp]}. */
    void opMemory(int operation, boolean wide, int dst, int base, int disp) {
        rm(wide, operation << 3 | 3, dst, base, disp);
    }

    /** {@code dst = dst op [base + index + disp]}, 64 bits. */
    void opIndexed(int operation, int dst, int base, int index, int disp) {
        opIndexed(operation, true, dst, base, index, disp);
    }

    void opIndexed(int operation, boolean wide, int dst, int base, int index, int disp) {
        rx(wide, operation << 3 | 3, dst, base, index, 0, disp);
    }

    /** Compares or changes a 64-bit word of memory with a small constant. */
    void opMemoryImmediate(int operation, int base, int disp, int value) {
        rm(true, 0x83, operation, base, disp);
        byte1(value);
    }

    void test(boolean wide, int a, int b) {
        rr(wide, 0x85, b, a);
    }

    void testImmediate(boolean wide, int a, int value) {
        rr(wide, 0xf7, 0, a);
        int4(value);
    }

    /** CF = bit of a register. */
    void bitTest(int a, int bit) {
        rex(true, 0, 0, a, false);
        op(0x1ba);
        direct(4, a);
        byte1(bit);
    }

    void shift(int operation, boolean wide, int dst, int amount) {
        rr(wide, 0xc1, operation, dst);
        byte1(amount);
    }

    /** By CL, modulo the operand's width. */
    void shiftByCl(int operation, boolean wide, int dst) {
        rex(wide, 0, 0, dst, false);
        byte1(0xd3);
        direct(operation, dst);
    }

    // Shifts that leave the flags alone (BMI2): VEX, with a prefix of their own.

    private void vex(boolean wide, int map, int prefix, int opcode, int reg, int vvvv, int rm) {
        byte1(0xc4);
        byte1((reg < 8 ? 0x80 : 0) | 0x40 | (rm < 8 ? 0x20 : 0) | map);
        byte1((wide ? 0x80 : 0) | (~vvvv & 15) << 3 | prefix);
        byte1(opcode);
        direct(reg, rm);
    }

    /** {@code dst = src rotated right}, without flags; BMI2. */
    void rotateRight(boolean wide, int dst, int src, int amount) {
        vex(wide, 3, 3, 0xf0, dst, 0, src);
        byte1(amount);
    }

    /** {@code dst = src shifted by the register amount}, modulo the operand's width, without flags; not ROR; BMI2. */
    void shiftBy(int operation, boolean wide, int dst, int src, int amount) {
        vex(wide, 2, operation == SHL ? 1 : operation == SHR ? 3 : 2, 0xf7, dst, amount, src);
    }

    /** {@code dst = low part of (src:dst) >> amount}. */
    void shiftRightDouble(boolean wide, int dst, int src, int amount) {
        rex(wide, src, 0, dst, false);
        op(0x1ac);
        direct(src, dst);
        byte1(amount);
    }

    void not(boolean wide, int dst) {
        rr(wide, 0xf7, 2, dst);
    }

    void neg(boolean wide, int dst) {
        rr(wide, 0xf7, 3, dst);
    }

    /** {@code RDX:RAX = RAX * src}, unsigned or signed. */
    void mulWide(boolean signed, int src) {
        changes(RAX);
        rr(true, 0xf7, signed ? 5 : 4, src);
    }

    /** {@code RAX = RDX:RAX / src}. */
    void div(boolean wide, boolean signed, int src) {
        changes(RAX);
        rr(wide, 0xf7, signed ? 7 : 6, src);
    }

    /** Sign of RAX into RDX. */
    void signIntoRdx(boolean wide) {
        rex(wide, 0, 0, 0, false);
        byte1(0x99);
    }

    void imul(boolean wide, int dst, int src) {
        rr(wide, 0x1af, dst, src);
    }

    void bswap(boolean wide, int dst) {
        changes(dst);
        rex(wide, 0, 0, dst, false);
        byte1(0x0f);
        byte1(0xc8 | dst & 7);
    }

    /** Index of the highest set bit; undefined for 0, where ZF is set. */
    void bitScanReverse(boolean wide, int dst, int src) {
        rr(wide, 0x1bd, dst, src);
    }

    // ---- flags

    void set(int condition, int dst) {
        rex(false, 0, 0, dst, dst >= RSP);
        op(0x190 | condition);
        direct(0, dst);
    }

    void cmov(int condition, boolean wide, int dst, int src) {
        rr(wide, 0x140 | condition, dst, src);
    }

    void lahf() {
        changes(RAX);
        byte1(0x9f);
    }

    void sahf() {
        byte1(0x9e);
    }

    void cmc() {
        byte1(0xf5);
    }

    /** {@code AL = AL + value}, 8 bits. */
    void addAl(int value) {
        changes(RAX);
        byte1(0x04);
        byte1(value);
    }

    /** {@code AL = AL - CF}. */
    void subtractBorrowAl() {
        changes(RAX);
        byte1(0x1c);
        byte1(0);
    }

    void compareAl(int value) {
        byte1(0x3c);
        byte1(value);
    }

    // ---- control

    void push(int reg) {
        rex(false, 0, 0, reg, false);
        byte1(0x50 | reg & 7);
    }

    void pop(int reg) {
        changes(reg);
        rex(false, 0, 0, reg, false);
        byte1(0x58 | reg & 7);
    }

    void ret() {
        byte1(0xc3);
    }

    void call(long target) {
        changes(RAX);
        byte1(0xe8);
        int4((int) (target - at - 4));
        noteJump(at - 4, target);
    }

    /** The address of segment GS (FSGSBASE). */
    void readGs(int dst) {
        byte1(0xf3);
        rr(true, 0x1ae, 1, dst);
    }

    void writeGs(int src) {
        byte1(0xf3);
        rr(true, 0x1ae, 3, src);
    }

    void jump(int reg) {
        rr(false, 0xff, 4, reg);
    }

    void jumpMemory(int base, int disp) {
        rm(false, 0xff, 4, base, disp);
    }

    /** A jump to be aimed later; gives its position. */
    long jump() {
        put(0xe9, 40);
        return at - 4;
    }

    /** A conditional jump to be aimed later; gives its position. */
    long jumpIf(int condition) {
        put(0x800f | condition << 8, 48);
        return at - 4;
    }

    void jumpTo(long target) {
        long position = jump();
        aim(position, target);
        noteJump(position, target);
    }

    private void noteJump(long position, long target) {
        if (relocations != null) {
            relocations.jump(position, target);
        }
    }

    /** Aims a jump. */
    static void aim(long position, long target) {
        setInt(position, (int) (target - position - 4));
    }

    /** Aims a jump at what comes next. */
    void aimHere(long position) {
        aim(position, at);
    }
}

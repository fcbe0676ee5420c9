package dev.cellvisor.cpu.a64.hostcode;

/**
 * The vector half of the assembler: AVX, AVX2, FMA, AES, PCLMULQDQ, SHA, on 128 bits. An operation is a number: opcode, in bits 11:8 the
 * mandatory prefix (1 is 66, 2 is F3, 3 is F2), in bits 15:12 the opcode map (1 is 0F, 2 is 0F38, 3 is 0F3A), in bit 16 VEX.W. Operand order
 * is Intel's. Where an operation has no second source, {@code a} is 0.
 *
 * <p>Source: Intel SDM, volume 2; VEX is 2.3.
 */
final class X64Vector {
    // Moves. The stores have the register first in ModRM.
    static final int MOVE = 0x1028;
    static final int LOAD = 0x126f;
    static final int STORE = 0x127f;
    static final int MOVE_LOW64 = 0x127e;
    static final int STORE_LOW64 = 0x11d6;
    static final int FROM_GENERAL32 = 0x116e;
    static final int FROM_GENERAL64 = 0x1116e;
    static final int TO_GENERAL32 = 0x117e;
    static final int TO_GENERAL64 = 0x1117e;

    // Logic.
    static final int AND = 0x11db;
    static final int AND_NOT = 0x11df;
    static final int OR = 0x11eb;
    static final int XOR = 0x11ef;

    // Integers, by log2 of the element's bytes; 0 where there is none.
    static final int[] ADD = {0x11fc, 0x11fd, 0x11fe, 0x11d4};
    static final int[] SUB = {0x11f8, 0x11f9, 0x11fa, 0x11fb};
    static final int[] EQUAL = {0x1174, 0x1175, 0x1176, 0x2129};
    static final int[] GREATER = {0x1164, 0x1165, 0x1166, 0x2137};
    static final int[] MAX_SIGNED = {0x213c, 0x11ee, 0x213d, 0};
    static final int[] MAX_UNSIGNED = {0x11de, 0x213e, 0x213f, 0};
    static final int[] MIN_SIGNED = {0x2138, 0x11ea, 0x2139, 0};
    static final int[] MIN_UNSIGNED = {0x11da, 0x213a, 0x213b, 0};
    static final int[] ABS = {0x211c, 0x211d, 0x211e, 0};
    static final int[] WIDEN_SIGNED = {0x2120, 0x2123, 0x2125, 0};
    static final int[] WIDEN_UNSIGNED = {0x2130, 0x2133, 0x2135, 0};
    static final int[] INTERLEAVE_LOW = {0x1160, 0x1161, 0x1162, 0x116c};
    static final int[] INTERLEAVE_HIGH = {0x1168, 0x1169, 0x116a, 0x116d};
    static final int[] BROADCAST = {0x2178, 0x2179, 0x2158, 0x2159};
    static final int[] INSERT = {0x3120, 0x11c4, 0x3122, 0x13122};
    static final int[] EXTRACT = {0x3114, 0x3115, 0x3116, 0x13116};
    static final int[] ADD_SATURATED = {0x11ec, 0x11ed};
    static final int[] ADD_SATURATED_UNSIGNED = {0x11dc, 0x11dd};
    static final int[] SUB_SATURATED = {0x11e8, 0x11e9};
    static final int[] SUB_SATURATED_UNSIGNED = {0x11d8, 0x11d9};
    static final int[] AVERAGE = {0x11e0, 0x11e3};
    static final int MUL16 = 0x11d5;
    static final int MUL32 = 0x2140;
    static final int MUL_LONG_UNSIGNED = 0x11f4;
    static final int MUL_LONG_SIGNED = 0x2128;
    static final int MUL_ADD16 = 0x11f5;
    static final int MUL_ADD8 = 0x2104;
    static final int MUL_HIGH_ROUNDED16 = 0x210b;
    static final int SUM_OF_DIFFERENCES = 0x11f6;
    static final int ADD_PAIRS16 = 0x2101;
    static final int ADD_PAIRS32 = 0x2102;
    static final int TEST = 0x2117;
    /** The signs of doubles, to the low bits of a general register. */
    static final int SIGNS64 = 0x1150;

    // Elements in another order.
    static final int SHUFFLE8 = 0x2100;
    static final int SHUFFLE32 = 0x1170;
    static final int SHUFFLE_TWO32 = 0x10c6;
    static final int ALIGN = 0x310f;
    static final int BLEND16 = 0x310e;
    static final int BLEND32 = 0x3102;
    static final int BLEND_BYTES = 0x314c;
    static final int BLEND_SIGNS32 = 0x314a;
    static final int BLEND_SIGNS64 = 0x314b;
    static final int INSERT_SINGLE = 0x3121;
    static final int PACK_SIGNED16 = 0x1163;
    static final int PACK_UNSIGNED16 = 0x1167;
    static final int PACK_SIGNED32 = 0x116b;
    static final int PACK_UNSIGNED32 = 0x212b;

    // Shifts: by an immediate, opcode and extension; by each element's own amount.
    static final int[] SHIFT_IMMEDIATE = {0, 0x1171, 0x1172, 0x1173};
    static final int RIGHT = 2;
    static final int RIGHT_SIGNED = 4;
    static final int LEFT = 6;
    static final int RIGHT_BYTES = 3;
    static final int LEFT_BYTES = 7;
    static final int[] SHIFT_LEFT = {0, 0, 0x2147, 0x12147};
    static final int[] SHIFT_RIGHT = {0, 0, 0x2145, 0x12145};
    static final int SHIFT_RIGHT_SIGNED32 = 0x2146;

    // Floating point: packed single; see {@link #of}.
    static final int FP_ADD = 0x1058;
    static final int FP_MUL = 0x1059;
    static final int FP_SUB = 0x105c;
    static final int FP_MIN = 0x105d;
    static final int FP_DIV = 0x105e;
    static final int FP_MAX = 0x105f;
    static final int FP_SQRT = 0x1051;
    static final int FP_COMPARE = 0x10c2;
    /** Comparisons to flags: single; with prefix 1 double. */
    static final int FP_UNORDERED = 0x102e;
    static final int FP_ORDERED = 0x102f;
    static final int FP_ADD_PAIRS_SINGLE = 0x137c;
    static final int FP_ADD_PAIRS_DOUBLE = 0x117c;
    static final int SINGLE_TO_DOUBLE = 0x125a;
    static final int DOUBLE_TO_SINGLE = 0x135a;
    static final int SINGLES_TO_DOUBLES = 0x105a;
    static final int DOUBLES_TO_SINGLES = 0x115a;
    static final int HALVES_TO_SINGLES = 0x2113;
    static final int SINGLES_TO_HALVES = 0x311d;
    static final int INT32S_TO_SINGLES = 0x105b;
    static final int SINGLES_TO_INT32S = 0x125b;
    /** Integer to single; with prefix 3 to double. */
    static final int FROM_INTEGER = 0x122a;
    /** Single to integer towards zero; with prefix 3 from double. */
    static final int TO_INTEGER = 0x122c;
    /** The same by the rounding mode. */
    static final int TO_INTEGER_ROUNDED = 0x122d;
    /** Packed single; one more is packed double, two more scalar single, three more scalar double. */
    static final int FP_ROUND = 0x3108;
    /** {@code dst += a * b}, packed single; with W double, with one more scalar. */
    static final int FMA = 0x21b8;
    /** {@code dst = a * b - dst}. */
    static final int FMS = 0x21ba;
    /** {@code dst -= a * b}. */
    static final int FNMA = 0x21bc;
    /** {@code dst = -(a * b) - dst}. */
    static final int FNMS = 0x21be;

    // Cryptography.
    static final int AES_ENCRYPT = 0x21dc;
    static final int AES_ENCRYPT_LAST = 0x21dd;
    static final int AES_DECRYPT = 0x21de;
    static final int AES_DECRYPT_LAST = 0x21df;
    static final int AES_MIX_INVERSE = 0x21db;
    static final int MUL_CARRYLESS = 0x3144;
    // These have no VEX form: destination and first source are one, and the third source of the first is XMM0.
    static final int SHA256_ROUNDS = 0xcb;
    static final int SHA256_SCHEDULE1 = 0xcc;
    static final int SHA256_SCHEDULE2 = 0xcd;

    private static final int W = 1 << 16;

    private final X64 a;
    private final ConstantPool constants;

    X64Vector(X64 a, ConstantPool constants) {
        this.a = a;
        this.constants = constants;
    }

    /** A floating-point operation for one format: packed or scalar, double or single. */
    static int of(int operation, boolean wide, boolean scalar) {
        return operation | (wide ? 1 : 0) + (scalar ? 2 : 0) << 8;
    }

    /** A fused operation. */
    static int fused(int operation, boolean wide, boolean scalar) {
        return operation | (wide ? W : 0) | (scalar ? 1 : 0);
    }

    private void vex(int op, int reg, int vvvv, int x, int b) {
        int pp = op >>> 8 & 3;
        int map = op >>> 12 & 15;
        boolean w = (op & W) != 0;
        int last = (~vvvv & 15) << 3 | pp;
        if (map == 1 && !w && x < 8 && b < 8) {
            a.byte1(0xc5);
            a.byte1((reg < 8 ? 0x80 : 0) | last);
        } else {
            a.byte1(0xc4);
            a.byte1((reg < 8 ? 0x80 : 0) | (x < 8 ? 0x40 : 0) | (b < 8 ? 0x20 : 0) | map);
            a.byte1((w ? 0x80 : 0) | last);
        }
        a.byte1(op);
        a.changes(reg);
        a.changes(b);
    }

    /** {@code dst = a op b}, all registers. */
    void op(int operation, int dst, int first, int second) {
        vex(operation, dst, first, 0, second);
        a.byte1(0xc0 | (dst & 7) << 3 | second & 7);
    }

    /** The same with an immediate. */
    void op(int operation, int dst, int first, int second, int immediate) {
        op(operation, dst, first, second);
        a.byte1(immediate);
    }

    /** The last operand is {@code [base + disp]}; for stores it is the destination, and {@code reg} what is stored. */
    void opMemory(int operation, int reg, int first, int operand, int disp) {
        int base = a.base(operand);
        vex(operation, reg, first, 0, base);
        a.indirect(reg, base, disp);
    }

    void opMemory(int operation, int reg, int first, int base, int disp, int immediate) {
        opMemory(operation, reg, first, base, disp);
        a.byte1(immediate);
    }

    /** The last operand is a constant of 128 bits. */
    void opConstant(int operation, int dst, int first, long low, long high) {
        long at = constants.at(low, high);
        vex(operation, dst, first, 0, 0);
        a.byte1((dst & 7) << 3 | 5);
        a.int4((int) (at - a.at - 4));
        note(a.at - 4, low, high, at);
    }

    /** The same with an immediate. */
    void opConstant(int operation, int dst, int first, long low, long high, int immediate) {
        long at = constants.at(low, high);
        vex(operation, dst, first, 0, 0);
        a.byte1((dst & 7) << 3 | 5);
        a.int4((int) (at - a.at - 5));
        note(a.at - 4, low, high, at);
        a.byte1(immediate);
    }

    private void note(long position, long low, long high, long at) {
        if (a.relocations != null) {
            a.relocations.constant(position, low, high, at);
        }
    }

    /** A shift by an immediate; {@code extension} is one of the five. */
    void shift(int size, int extension, int dst, int src, int amount) {
        vex(SHIFT_IMMEDIATE[size], extension, dst, 0, src);
        a.byte1(0xc0 | extension << 3 | src & 7);
        a.byte1(amount);
    }

    /** A blend whose mask is a register: where a top bit of the mask is set, {@code second}. */
    void blend(int operation, int dst, int first, int second, int mask) {
        op(operation, dst, first, second, mask << 4);
    }

    void move(int dst, int src) {
        if (dst != src) {
            op(MOVE, dst, 0, src);
        }
    }

    /** The low 64 bits; the upper half becomes 0. */
    void moveLow(int dst, int src) {
        op(MOVE_LOW64, dst, 0, src);
    }

    void zero(int dst) {
        op(XOR, dst, dst, dst);
    }

    void ones(int dst) {
        op(EQUAL[0], dst, dst, dst);
    }

    void constant(int dst, long low, long high) {
        if ((low | high) == 0) {
            zero(dst);
        } else if ((low & high) == -1) {
            ones(dst);
        } else {
            opConstant(LOAD, dst, 0, low, high);
        }
    }

    /** 64 bits in both halves, whatever they are. Uses RAX where the pool of constants is getting full. */
    void replicated(int dst, long value) {
        if (value == 0 || value == -1 || constants.welcomes(value, value)) {
            constant(dst, value, value);
        } else {
            a.movImmediate(X64.RAX, value);
            op(FROM_GENERAL64, dst, 0, X64.RAX);
            op(BROADCAST[3], dst, 0, dst);
        }
    }

    /** One of the SHA instructions with two operands. */
    void sha(int opcode, int dst, int src) {
        legacy(0x38, opcode, dst, src);
    }

    /** Four rounds of SHA-1 with the function and constant of {@code function}. */
    void sha1Rounds(int dst, int src, int function) {
        legacy(0x3a, 0xcc, dst, src);
        a.byte1(function);
    }

    private void legacy(int map, int opcode, int dst, int src) {
        if (dst > 7 || src > 7) {
            a.byte1(0x40 | dst >> 3 << 2 | src >> 3);
        }
        a.byte1(0x0f);
        a.byte1(map);
        a.byte1(opcode);
        a.byte1(0xc0 | (dst & 7) << 3 | src & 7);
    }

    /** CRC-32C of 1, 2, 4 or 8 bytes: {@code dst} is the general register that holds the sum. */
    void crc32c(int sizeBytes, int dst, int src) {
        a.changes(dst);
        if (sizeBytes == 2) {
            a.byte1(0x66);
        }
        a.byte1(0xf2);
        a.byte1(0x40 | (sizeBytes == 8 ? 8 : 0) | dst >> 3 << 2 | src >> 3);
        a.byte1(0x0f);
        a.byte1(0x38);
        a.byte1(sizeBytes == 1 ? 0xf0 : 0xf1);
        a.byte1(0xc0 | (dst & 7) << 3 | src & 7);
    }

    /** Sets MXCSR. */
    void loadMxcsr(long value) {
        long at = constants.at(value, 0);
        a.byte1(0x0f);
        a.byte1(0xae);
        a.byte1(0x15);
        a.int4((int) (at - a.at - 4));
        note(a.at - 4, value, 0, at);
    }

    /** {@code dword [base + disp] = MXCSR}. */
    static void storeMxcsr(X64 a, int base, int disp) {
        a.byte1(0x0f);
        a.byte1(0xae);
        a.indirect(3, base, disp);
    }
}

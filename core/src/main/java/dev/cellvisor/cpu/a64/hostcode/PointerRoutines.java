package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;
import static dev.cellvisor.cpu.a64.hostcode.X64.R8;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDI;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RSI;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_DA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_DB;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_GA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IB;

import dev.cellvisor.cpu.a64.isa.Qarma;
import dev.cellvisor.cpu.a64.state.A64State;
import java.util.HashMap;
import java.util.Map;

/**
 * Pointer authentication as routines of emitted code, which the emitters call: what {@code PointerCodes} says, instruction for instruction, and the cipher with
 * its 16 cells in the 16 bytes of an XMM register, where each part of a round is a shuffle of bytes or a look into a table of 16.
 *
 * <p>Each takes the pointer in RAX and the modifier in RDX, and gives its result in RAX. RCX, RDX, XMM0 to XMM3 and the flags are used.
 */
final class PointerRoutines {
    private static final int SELECT = 55;
    private static final int[] USED = {RSI, RDI, R8};
    // The keys with a byte for each cell, in the state block.
    private static final int LOW = displacement(Layout.KEYS);
    private static final int HIGH = displacement(Layout.KEYS + 16);
    private static final int TURNED = displacement(Layout.KEYS + 32);

    private final X64 a;
    private final X64Vector x;
    private final Map<Integer, Long> adding = new HashMap<>();
    private final Map<Integer, Long> authenticating = new HashMap<>();
    private final Map<Boolean, Long> stripping = new HashMap<>();
    private final long cipher;
    private final Map<Boolean, Long> field = new HashMap<>();
    private final long generic;

    PointerRoutines(X64 a, ConstantPool constants) {
        this.a = a;
        this.x = new X64Vector(a, constants);
        cipher = cipher();
        for (boolean data : new boolean[] {false, true}) {
            field.put(data, field(data));
            stripping.put(data, strip(data));
        }
        for (int key : new int[] {KEY_IA, KEY_IB, KEY_DA, KEY_DB}) {
            adding.put(key, add(key));
            authenticating.put(key, authenticate(key));
        }
        generic = begin(() -> {
            code(KEY_GA);
            a.shift(X64.SHR, true, RAX, 32);
            a.shift(X64.SHL, true, RAX, 32);
            a.ret();
        });
    }

    /** Where PAC of a key is, named by its place in the state block. */
    long adding(int key) {
        return adding.get(key);
    }

    /** Where AUT of a key is. */
    long authenticating(int key) {
        return authenticating.get(key);
    }

    /** Where XPAC is, of a data pointer or of an instruction's. */
    long stripping(boolean data) {
        return stripping.get(data);
    }

    /** Where PACGA is. */
    long generic() {
        return generic;
    }

    private long begin(Runnable code) {
        long start = a.at;
        code.run();
        return start;
    }

    private static boolean data(int key) {
        return key == KEY_DA || key == KEY_DB;
    }

    // ---- what a code does to a pointer

    /** Goes back at once if SCTLR_EL1 disables the key; keeps the registers that are used. */
    private void enter(int key) {
        int bit = key == KEY_IA ? 31 : key == KEY_IB ? 30 : key == KEY_DA ? 27 : 13;
        a.load(false, RCX, RBX, displacement(A64State.SCTLR_EL1));
        a.testImmediate(false, RCX, 1 << bit);
        long enabled = a.jumpIf(X64.NE);
        a.ret();
        a.aimHere(enabled);
        push();
    }

    private void push() {
        for (int register : USED) {
            a.push(register);
        }
    }

    private void leave() {
        for (int i = USED.length - 1; i >= 0; i--) {
            a.pop(USED[i]);
        }
        a.ret();
    }

    private void code(int key) {
        a.movImmediate(RCX, key);
        a.call(cipher);
    }

    /** {@code RAX = RAX, but for the bits in RSI from other}. */
    private void choose(int other) {
        a.op(X64.XOR, true, RAX, other);
        a.op(X64.AND, true, RAX, RSI);
        a.op(X64.XOR, true, RAX, other);
    }

    /** A constant for a code that ends at the pointer's top, moved down where the top byte is a tag. */
    private void untagged(int register, long value) {
        a.movImmediate(register, value);
        a.test(true, RSI, RSI);
        long untagged = a.jumpIf(X64.S);
        a.shift(X64.SHR, true, register, 8);
        a.aimHere(untagged);
    }

    private long add(int key) {
        return begin(() -> {
            enter(key);
            a.call(field.get(data(key)));
            a.mov(true, R8, RAX);
            a.mov(true, RDI, RAX); // the extension: bit 55, or without a tag bit 63
            a.test(true, RSI, RSI);
            long untagged = a.jumpIf(X64.S);
            a.shift(X64.SHL, true, RDI, 8);
            a.aimHere(untagged);
            a.shift(X64.SAR, true, RDI, 63);
            a.mov(true, RAX, RDI);
            choose(R8);
            code(key);
            a.mov(true, RCX, R8);
            a.op(X64.AND, true, RCX, RSI);
            long low = a.jumpIf(X64.E);
            a.op(X64.CMP, true, RCX, RSI);
            long high = a.jumpIf(X64.E);
            untagged(RCX, 1L << 62);
            a.op(X64.XOR, true, RAX, RCX);
            a.aimHere(low);
            a.aimHere(high);
            a.mov(true, RCX, RAX); // bit 55 stays the extension's
            a.op(X64.XOR, true, RCX, RDI);
            a.movImmediate(RDX, 1L << SELECT);
            a.op(X64.AND, true, RCX, RDX);
            a.op(X64.XOR, true, RAX, RCX);
            choose(R8);
            leave();
        });
    }

    private long authenticate(int key) {
        return begin(() -> {
            enter(key);
            original(data(key));
            a.mov(true, RDI, RAX);
            code(key);
            a.op(X64.XOR, true, RAX, R8);
            a.op(X64.AND, true, RAX, RSI);
            a.movImmediate(RCX, ~(1L << SELECT));
            a.op(X64.AND, true, RAX, RCX);
            a.mov(true, RAX, RDI);
            long right = a.jumpIf(X64.E);
            untagged(RCX, 3L << 61);
            untagged(RDX, (key == KEY_IB || key == KEY_DB ? 2L : 1L) << 61);
            a.op(X64.OR, true, RAX, RCX);
            a.op(X64.XOR, true, RAX, RCX);
            a.op(X64.OR, true, RAX, RDX);
            a.aimHere(right);
            leave();
        });
    }

    private long strip(boolean data) {
        return begin(() -> {
            push();
            original(data);
            leave();
        });
    }

    /** The pointer, which stays in R8, without its code, into RAX. Uses RDI. */
    private void original(boolean data) {
        a.call(field.get(data));
        a.mov(true, R8, RAX);
        a.shift(X64.SHL, true, RAX, 63 - SELECT);
        a.shift(X64.SAR, true, RAX, 63);
        choose(R8);
    }

    /** The bits of a pointer in RAX that its code may take, and bit 55, into RSI; their sign says that the top byte is not a tag. Uses RCX and RDI. */
    private long field(boolean data) {
        return begin(() -> {
            a.load(true, RDI, RBX, displacement(A64State.TCR_EL1));
            a.bitTest(RAX, SELECT);
            long upper = a.jumpIf(X64.C);
            fieldOfHalf(data, 0, 37, 51);
            a.aimHere(upper);
            fieldOfHalf(data, 16, 38, 52);
        });
    }

    /** For one half of the addresses: its size's place in TCR_EL1, and those of TBI and TBID. */
    private void fieldOfHalf(boolean data, int size, int tbi, int tbid) {
        a.mov(false, RCX, RDI);
        a.shift(X64.SHR, false, RCX, size);
        a.opImmediate(X64.AND, false, RCX, 63);
        a.movImmediate(RSI, 16);
        a.op(X64.CMP, false, RCX, RSI);
        a.cmov(X64.C, false, RCX, RSI);
        a.movImmediate(RSI, 39);
        a.op(X64.CMP, false, RCX, RSI);
        a.cmov(X64.A, false, RCX, RSI);
        a.neg(false, RCX); // shifts are modulo 64
        a.movImmediate(RSI, -1);
        a.shiftByCl(X64.SHL, true, RSI);
        a.bitTest(RDI, tbi);
        long whole = a.jumpIf(X64.NC);
        long instruction = 0;
        if (!data) {
            a.bitTest(RDI, tbid);
            instruction = a.jumpIf(X64.C);
        }
        a.shift(X64.SHL, true, RSI, 8);
        a.shift(X64.SHR, true, RSI, 8);
        a.aimHere(whole);
        if (!data) {
            a.aimHere(instruction);
        }
        a.ret();
    }

    // ---- the cipher

    /** QARMA of RAX with the tweak in RDX and the key whose place in the state block is in RCX. Uses RCX, RDX and XMM0 to XMM3. */
    private long cipher() {
        return begin(() -> {
            a.lea(true, RCX, RBX, RCX, 0, -BlockBuilder.BIAS);
            cells(X1, RDX);
            a.load(true, RDX, RCX, 0);
            key(LOW);
            a.load(true, RDX, RCX, 8);
            a.op(X64.XOR, true, RAX, RDX);
            key(HIGH);
            a.mov(true, RCX, RDX);
            a.shift(X64.ROR, true, RDX, 1);
            a.shift(X64.SHR, true, RCX, 63);
            a.op(X64.XOR, true, RDX, RCX);
            key(TURNED);
            cells(X0, RAX);
            for (int i = 0; i <= Qarma.ROUNDS; i++) {
                addRoundKey(i, false);
                if (i > 0) {
                    shuffle(false);
                    mix();
                }
                look(X0, X0, Qarma.substitution(false));
                x.opConstant(X64Vector.SHUFFLE8, X1, X1, low(Qarma.order(true, false)), high(Qarma.order(true, false)));
                step(false);
            }
            addKey(TURNED);
            x.op(X64Vector.XOR, X0, X0, X1);
            shuffle(false);
            mix();
            look(X0, X0, Qarma.substitution(false));
            shuffle(false);
            mix();
            addKey(LOW);
            shuffle(true);
            look(X0, X0, Qarma.substitution(true));
            mix();
            shuffle(true);
            addKey(HIGH);
            x.op(X64Vector.XOR, X0, X0, X1);
            for (int i = 0; i <= Qarma.ROUNDS; i++) {
                look(X0, X0, Qarma.substitution(true));
                if (i < Qarma.ROUNDS) {
                    mix();
                    shuffle(true);
                }
                step(true);
                x.opConstant(X64Vector.SHUFFLE8, X1, X1, low(Qarma.order(true, true)), high(Qarma.order(true, true)));
                addRoundKey(Qarma.ROUNDS - i, true);
            }
            addKey(TURNED);
            long pairs = 0x1001_1001_1001_1001L; // a cell and sixteen times the next
            x.opConstant(X64Vector.MUL_ADD8, X0, X0, pairs, pairs);
            x.op(X64Vector.PACK_UNSIGNED16, X0, X0, X0);
            x.op(X64Vector.TO_GENERAL64, X0, 0, RAX);
            a.ret();
        });
    }

    /** 64 bits of a general register with a byte for each cell of four. Uses XMM3. */
    private void cells(int dst, int general) {
        x.op(X64Vector.FROM_GENERAL64, dst, 0, general);
        x.shift(1, X64Vector.RIGHT, X3, dst, 4);
        x.op(X64Vector.INTERLEAVE_LOW[0], dst, dst, X3);
        x.opConstant(X64Vector.AND, dst, dst, 0x0f0f_0f0f_0f0f_0f0fL, 0x0f0f_0f0f_0f0f_0f0fL);
    }

    /** A key's cells from RDX to their place. */
    private void key(int place) {
        cells(X2, RDX);
        x.opMemory(X64Vector.STORE, X2, 0, RBX, place);
    }

    private void addKey(int key) {
        x.opMemory(X64Vector.XOR, X0, X0, RBX, key);
    }

    private void addRoundKey(int round, boolean back) {
        x.opMemory(X64Vector.XOR, X2, X1, RBX, LOW);
        long constant = Qarma.constant(round, back);
        if (constant != 0) {
            x.opConstant(X64Vector.XOR, X2, X2, spread((int) constant), spread((int) (constant >>> 32)));
        }
        x.op(X64Vector.XOR, X0, X0, X2);
    }

    /** Eight cells, a byte for each. */
    private static long spread(int cells) {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            result |= (cells >>> i * 4 & 15L) << i * 8;
        }
        return result;
    }

    private static long bytes(int[] table, int from) {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            result |= (long) table[from + i] << i * 8;
        }
        return result;
    }

    private static long low(int[] table) {
        return bytes(table, 0);
    }

    private static long high(int[] table) {
        return bytes(table, 8);
    }

    /** Each cell's value in a table. Uses XMM3. */
    private void look(int dst, int cells, int[] table) {
        x.constant(X3, low(table), high(table));
        x.op(X64Vector.SHUFFLE8, dst, X3, cells);
    }

    private void shuffle(boolean back) {
        int[] order = Qarma.order(false, back);
        x.opConstant(X64Vector.SHUFFLE8, X0, X0, low(order), high(order));
    }

    /** Multiplies by the matrix: a cell becomes the sum of the three others in its column, rotated by 1, 2 and 1. Uses XMM2 and XMM3. */
    private void mix() {
        x.op(X64Vector.SHUFFLE32, X2, 0, X0, 0x39); // the next row's
        x.op(X64Vector.SHUFFLE32, X3, 0, X0, 0x93); // the one before's
        x.op(X64Vector.SHUFFLE32, X0, 0, X0, 0x4e);
        x.op(X64Vector.XOR, X2, X2, X3);
        look(X2, X2, rotations(1));
        look(X0, X0, rotations(2));
        x.op(X64Vector.XOR, X0, X0, X2);
    }

    private static int[] rotations(int by) {
        int[] table = new int[16];
        for (int i = 0; i < 16; i++) {
            table[i] = Qarma.rotate(i, by);
        }
        return table;
    }

    /** The cells of the tweak that go through the shift register do. Uses XMM2 and XMM3. */
    private void step(boolean back) {
        int[] changes = new int[16];
        int[] stepped = new int[16];
        for (int i = 0; i < 16; i++) {
            changes[i] = i ^ Qarma.step(i, back);
            stepped[i] = (Qarma.stepped() >> i & 1) * 15;
        }
        look(X2, X1, changes);
        x.opConstant(X64Vector.AND, X2, X2, low(stepped), high(stepped));
        x.op(X64Vector.XOR, X1, X1, X2);
    }
}

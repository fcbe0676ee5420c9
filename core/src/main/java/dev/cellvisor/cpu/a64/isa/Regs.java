package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.NZCV;
import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.cpu.a64.state.A64State.X;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.state.A64State;

/**
 * Registers and fields as meanings see them. {@code s} is the state block. A decoded word {@code d} holds the instruction in bits 31:0,
 * the operation's number in bits 42:32, the slot of Rn in 48:43 and the slot of Rd or Rt in 54:49.
 *
 * <p>Methods here are tiny so that C1 inlines them: keep them under 35 bytes of bytecode.
 */
public final class Regs {
    /** Where the operation's number stands in a decoded word. */
    public static final int OP_SHIFT = 32;
    /** The operation's number, after the shift. */
    public static final int OP_MASK = 0x7ff;
    /** Where the slot of Rn stands. */
    public static final int N_SHIFT = 43;
    /** Where the slot of Rd stands. */
    public static final int D_SHIFT = 49;

    private static final int SLOT_BYTES = 0x1f8;

    private Regs() {
    }

    /** Reads Rn, 64 bits. */
    public static long xn(long s, long d) {
        return getLong(s + (d >>> N_SHIFT - 3 & SLOT_BYTES));
    }

    /** Reads Rn, 32 bits, zero-extended. */
    public static long wn(long s, long d) {
        return getInt(s + (d >>> N_SHIFT - 3 & SLOT_BYTES)) & 0xffff_ffffL;
    }

    /** Writes Rn (write-back of a base, which may be SP). */
    public static void setXn(long s, long d, long value) {
        setLong(s + (d >>> N_SHIFT - 3 & SLOT_BYTES), value);
    }

    /** Reads Rd or Rt, 64 bits. */
    public static long xd(long s, long d) {
        return getLong(s + (d >>> D_SHIFT - 3 & SLOT_BYTES));
    }

    /** Reads Rd or Rt, 32 bits, zero-extended. */
    public static long wd(long s, long d) {
        return getInt(s + (d >>> D_SHIFT - 3 & SLOT_BYTES)) & 0xffff_ffffL;
    }

    /** Writes Rd or Rt, 64 bits. For a W register, hand over a zero-extended value: see {@link #setWd}. */
    public static void setXd(long s, long d, long value) {
        setLong(s + (d >>> D_SHIFT - 3 & SLOT_BYTES), value);
    }

    /** Writes Rd or Rt from its low 32 bits, clearing the upper half. */
    public static void setWd(long s, long d, long value) {
        setLong(s + (d >>> D_SHIFT - 3 & SLOT_BYTES), value & 0xffff_ffffL);
    }

    /** Reads Rm (bits 20:16), 64 bits; 31 is zero. */
    public static long xm(long s, long d) {
        return getLong(s + (d >>> 13 & 0xf8));
    }

    /** Reads Rm, 32 bits, zero-extended. */
    public static long wm(long s, long d) {
        return getInt(s + (d >>> 13 & 0xf8)) & 0xffff_ffffL;
    }

    /** Reads Ra or Rt2 (bits 14:10) as a source, 64 bits; 31 is zero. */
    public static long xa(long s, long d) {
        return getLong(s + (d >>> 7 & 0xf8));
    }

    /** Reads register {@code number} (0 to 31) as a source; 31 is zero. */
    public static long x(long s, int number) {
        return getLong(s + X + (number << 3));
    }

    /** Writes register {@code number} (0 to 31); 31 is discarded. */
    public static void setX(long s, int number, long value) {
        setLong(s + X + ((number == 31 ? A64State.SLOT_DISCARD : number) << 3), value);
    }

    /** The flags, in bits 31:28. */
    public static int nzcv(long s) {
        return getInt(s + NZCV);
    }

    /** Sets the flags from bits 31:28; other bits must be 0. */
    public static void setNzcv(long s, int flags) {
        setLong(s + NZCV, flags & 0xffff_ffffL);
    }

    /** Low half of a vector register. */
    public static long vlo(long s, int number) {
        return getLong(s + V + (number << 4));
    }

    /** High half of a vector register. */
    public static long vhi(long s, int number) {
        return getLong(s + V + 8 + (number << 4));
    }

    /** Sets a whole vector register. */
    public static void setV(long s, int number, long low, long high) {
        setLong(s + V + (number << 4), low);
        setLong(s + V + 8 + (number << 4), high);
    }

    /** Bits {@code [low + width - 1 : low]} of the instruction, unsigned. */
    public static int field(long d, int low, int width) {
        return (int) d >>> low & (1 << width) - 1;
    }

    /** Bits {@code [low + width - 1 : low]} of the instruction, signed. */
    public static long signed(long d, int low, int width) {
        return d << 64 - low - width >> 64 - width;
    }
}

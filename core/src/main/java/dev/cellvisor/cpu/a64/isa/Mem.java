package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.TLB_ADDEND;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_CURRENT;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRIES;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_READ;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_WRITE;
import static dev.cellvisor.memory.HostMemory.getByte;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.getShort;
import static dev.cellvisor.memory.HostMemory.setByte;
import static dev.cellvisor.memory.HostMemory.setInt;
import static dev.cellvisor.memory.HostMemory.setLong;
import static dev.cellvisor.memory.HostMemory.setShort;

import dev.cellvisor.cpu.a64.state.A64State;

/**
 * Guest memory as meanings reach it: one look into the TLB, then RAM, or else {@link Core#loadSlow} and {@link Core#storeSlow}.
 * An access that crosses a page misses by its own arithmetic: the last byte's page is compared with the first byte's entry.
 *
 * <p>Loads are zero-extended. Variants with {@code tlb} take another regime than the current one (LDTR, STTR).
 */
public final class Mem {
    private static final long PAGE = -4096;
    private static final int INDEX = TLB_ENTRIES - 1 << 6;

    private Mem() {
    }

    /** Host address of the current regime's TLB. */
    public static long tlb(long s) {
        return getLong(s + TLB_CURRENT);
    }

    /** Host address of the TLB for unprivileged accesses (LDTR, STTR). */
    public static long tlbUnprivileged(long s) {
        return getLong(s + A64State.TLB_UNPRIVILEGED);
    }

    /** Loads 8 bits. */
    public static long ld8(Core c, long tlb, long va) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_READ) == (va & PAGE)) {
            return getByte(getLong(e + TLB_ADDEND) + va) & 0xff;
        }
        return c.loadSlow(tlb, va, 1);
    }

    /** Loads 16 bits. */
    public static long ld16(Core c, long tlb, long va) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_READ) == (va + 1 & PAGE)) {
            return getShort(getLong(e + TLB_ADDEND) + va) & 0xffff;
        }
        return c.loadSlow(tlb, va, 2);
    }

    /** Loads 32 bits. */
    public static long ld32(Core c, long tlb, long va) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_READ) == (va + 3 & PAGE)) {
            return getInt(getLong(e + TLB_ADDEND) + va) & 0xffff_ffffL;
        }
        return c.loadSlow(tlb, va, 4);
    }

    /** Loads 64 bits. */
    public static long ld64(Core c, long tlb, long va) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_READ) == (va + 7 & PAGE)) {
            return getLong(getLong(e + TLB_ADDEND) + va);
        }
        return c.loadSlow(tlb, va, 8);
    }

    /** Stores the low 8 bits. */
    public static void st8(Core c, long tlb, long va, long value) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_WRITE) == (va & PAGE)) {
            setByte(getLong(e + TLB_ADDEND) + va, (byte) value);
        } else {
            c.storeSlow(tlb, va, 1, value);
        }
    }

    /** Stores the low 16 bits. */
    public static void st16(Core c, long tlb, long va, long value) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_WRITE) == (va + 1 & PAGE)) {
            setShort(getLong(e + TLB_ADDEND) + va, (short) value);
        } else {
            c.storeSlow(tlb, va, 2, value);
        }
    }

    /** Stores the low 32 bits. */
    public static void st32(Core c, long tlb, long va, long value) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_WRITE) == (va + 3 & PAGE)) {
            setInt(getLong(e + TLB_ADDEND) + va, (int) value);
        } else {
            c.storeSlow(tlb, va, 4, value);
        }
    }

    /** Stores 64 bits. */
    public static void st64(Core c, long tlb, long va, long value) {
        long e = tlb + (va >>> 6 & INDEX);
        if (getLong(e + TLB_WRITE) == (va + 7 & PAGE)) {
            setLong(getLong(e + TLB_ADDEND) + va, value);
        } else {
            c.storeSlow(tlb, va, 8, value);
        }
    }
}

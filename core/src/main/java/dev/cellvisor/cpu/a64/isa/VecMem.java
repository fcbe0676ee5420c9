package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ADDEND;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_CURRENT;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRIES;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_READ;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_WRITE;
import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

/**
 * What loads and stores of vector registers share: pieces of up to 64 bytes, found with one look into the TLB where they lie within
 * a page, else through {@link Mem} in pieces of 8 bytes.
 */
final class VecMem {
    private static final long PAGE = -4096;
    private static final int INDEX = TLB_ENTRIES - 1 << 6;

    private VecMem() {
    }

    /** Host address of guest memory for a load of {@code sizeBytes}, or 0 if it is not on the fast path. */
    static long readable(long s, long va, int sizeBytes) {
        long e = getLong(s + TLB_CURRENT) + (va >>> 6 & INDEX);
        return getLong(e + TLB_READ) == (va + sizeBytes - 1 & PAGE) ? getLong(e + TLB_ADDEND) + va : 0;
    }

    /** Host address of guest memory for a store of {@code sizeBytes}, or 0 if it is not on the fast path. */
    static long writable(long s, long va, int sizeBytes) {
        long e = getLong(s + TLB_CURRENT) + (va >>> 6 & INDEX);
        return getLong(e + TLB_WRITE) == (va + sizeBytes - 1 & PAGE) ? getLong(e + TLB_ADDEND) + va : 0;
    }

    /** SCTLR_EL1.A: an access must be a multiple of its unit, the register or element. The fast path is closed while it is set. */
    static void checkAlignment(Core c, long s, long va, int unitBytes, boolean write) {
        if ((va & unitBytes - 1) != 0 && (getLong(s + SCTLR_EL1) & 2) != 0) {
            throw c.alignmentFault(va, write);
        }
    }

    /** Before a store in several pieces: faults now if any of them would. */
    static void beforeStore(Core c, long s, long va, int sizeBytes, int unitBytes) {
        if (((va ^ va + sizeBytes - 1) & PAGE) != 0) {
            checkAlignment(c, s, va, unitBytes, true);
            c.probeWrite(va, sizeBytes);
        }
    }

    /** Loads 16 bytes into V{@code t}. */
    static void loadQ(Core c, long s, int t, long va) {
        long at = s + V + (t << 4);
        long host = readable(s, va, 16);
        if (host != 0) {
            setLong(at, getLong(host));
            setLong(at + 8, getLong(host + 8));
        } else {
            loadQSlow(c, s, at, va);
        }
    }

    private static void loadQSlow(Core c, long s, long at, long va) {
        checkAlignment(c, s, va, 16, false);
        long low = Mem.ld64(c, Mem.tlb(s), va);
        long high = Mem.ld64(c, Mem.tlb(s), va + 8);
        setLong(at, low);
        setLong(at + 8, high);
    }

    /** Stores the 16 bytes of V{@code t}. */
    static void storeQ(Core c, long s, int t, long va) {
        long at = s + V + (t << 4);
        long host = writable(s, va, 16);
        if (host != 0) {
            setLong(host, getLong(at));
            setLong(host + 8, getLong(at + 8));
        } else {
            storeQSlow(c, s, at, va);
        }
    }

    private static void storeQSlow(Core c, long s, long at, long va) {
        checkAlignment(c, s, va, 16, true);
        beforeStore(c, s, va, 16, 16);
        Mem.st64(c, Mem.tlb(s), va, getLong(at));
        Mem.st64(c, Mem.tlb(s), va + 8, getLong(at + 8));
    }

    /** Loads 32 bytes into V{@code t} and V{@code t2}. */
    static void loadPairQ(Core c, long s, int t, int t2, long va) {
        long at = s + V + (t << 4);
        long at2 = s + V + (t2 << 4);
        long host = readable(s, va, 32);
        if (host != 0) {
            setLong(at, getLong(host));
            setLong(at + 8, getLong(host + 8));
            setLong(at2, getLong(host + 16));
            setLong(at2 + 8, getLong(host + 24));
        } else {
            loadPairQSlow(c, s, at, at2, va);
        }
    }

    private static void loadPairQSlow(Core c, long s, long at, long at2, long va) {
        checkAlignment(c, s, va, 16, false);
        long tlb = Mem.tlb(s);
        long low = Mem.ld64(c, tlb, va);
        long high = Mem.ld64(c, tlb, va + 8);
        long low2 = Mem.ld64(c, tlb, va + 16);
        long high2 = Mem.ld64(c, tlb, va + 24);
        setLong(at, low);
        setLong(at + 8, high);
        setLong(at2, low2);
        setLong(at2 + 8, high2);
    }

    /** Stores the 32 bytes of V{@code t} and V{@code t2}. */
    static void storePairQ(Core c, long s, int t, int t2, long va) {
        long at = s + V + (t << 4);
        long at2 = s + V + (t2 << 4);
        long host = writable(s, va, 32);
        if (host != 0) {
            setLong(host, getLong(at));
            setLong(host + 8, getLong(at + 8));
            setLong(host + 16, getLong(at2));
            setLong(host + 24, getLong(at2 + 8));
        } else {
            storePairQSlow(c, s, at, at2, va);
        }
    }

    private static void storePairQSlow(Core c, long s, long at, long at2, long va) {
        long tlb = Mem.tlb(s);
        checkAlignment(c, s, va, 16, true);
        beforeStore(c, s, va, 32, 16);
        Mem.st64(c, tlb, va, getLong(at));
        Mem.st64(c, tlb, va + 8, getLong(at + 8));
        Mem.st64(c, tlb, va + 16, getLong(at2));
        Mem.st64(c, tlb, va + 24, getLong(at2 + 8));
    }

    /** Loads an element, zero-extended; {@code size} is log2 of its bytes. */
    static long loadElement(Core c, long s, long va, int size) {
        long tlb = Mem.tlb(s);
        return switch (size) {
            case 0 -> Mem.ld8(c, tlb, va);
            case 1 -> Mem.ld16(c, tlb, va);
            case 2 -> Mem.ld32(c, tlb, va);
            default -> Mem.ld64(c, tlb, va);
        };
    }

    /** Stores an element. */
    static void storeElement(Core c, long s, long va, int size, long value) {
        long tlb = Mem.tlb(s);
        switch (size) {
            case 0 -> Mem.st8(c, tlb, va, value);
            case 1 -> Mem.st16(c, tlb, va, value);
            case 2 -> Mem.st32(c, tlb, va, value);
            default -> Mem.st64(c, tlb, va, value);
        }
    }

    /**
     * Loads a structure into {@link Core#pieces}: 8 bytes at a time where that is aligned or on the fast path, else element by
     * element, whose alignment is what counts.
     */
    static void loadPieces(Core c, long s, long va, int longs, int size) {
        int access = (va & 7) == 0 || readable(s, va, longs << 3) != 0 ? 3 : size;
        for (int i = 0; i < longs; i++) {
            long piece = 0;
            for (int at = 0; at < 8; at += 1 << access) {
                piece |= loadElement(c, s, va + (i << 3) + at, access) << (at << 3);
            }
            c.pieces[i] = piece;
        }
    }

    /** Stores a structure from {@link Core#pieces} in the same way. */
    static void storePieces(Core c, long s, long va, int longs, int size) {
        beforeStore(c, s, va, longs << 3, 1 << size);
        int access = (va & 7) == 0 || writable(s, va, longs << 3) != 0 ? 3 : size;
        for (int i = 0; i < longs; i++) {
            for (int at = 0; at < 8; at += 1 << access) {
                storeElement(c, s, va + (i << 3) + at, access, c.pieces[i] >>> (at << 3));
            }
        }
    }
}

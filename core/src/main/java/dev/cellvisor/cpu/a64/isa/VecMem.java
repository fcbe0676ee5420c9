package dev.cellvisor.cpu.a64.isa;

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

    /** Before a store in several pieces: faults now if any of them would. */
    static void beforeStore(Core c, long va, int sizeBytes) {
        if (((va ^ va + sizeBytes - 1) & PAGE) != 0) {
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
        beforeStore(c, va, 16);
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
        beforeStore(c, va, 32);
        Mem.st64(c, tlb, va, getLong(at));
        Mem.st64(c, tlb, va + 8, getLong(at + 8));
        Mem.st64(c, tlb, va + 16, getLong(at2));
        Mem.st64(c, tlb, va + 24, getLong(at2 + 8));
    }
}

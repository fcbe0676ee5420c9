package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.cpu.a64.state.A64State.NO_PAGE;
import static dev.cellvisor.cpu.a64.state.A64State.TLB;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ADDEND;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_BANKS;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRIES;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRY;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_EXECUTE;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_MASK;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_OUTPUT;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_PAGE;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_READ;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_SIZE;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_WRITE;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.GuestMemory;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The TLBs, and what keeps them true. An entry has two sides. Page, output and mask are what hardware would hold: they change only by walks and
 * maintenance, by one rule (direct-mapped, newest wins), and are guest-visible state. The read, write and execute tags let the fast path go
 * straight to RAM; they are a cache, dropped whenever something must be told of the next access.
 */
final class Tlb {
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    private static final int PART_SHIFT = 21;
    private static final int PARTS = 1024;

    private final long s;
    /** Guest-physical pages, by their number, that a write tag may lead to. */
    private final BitSet writeTagged = new BitSet();
    /** For each bank, a bit for each entry that may be a piece of a block. */
    private final long[][] blocks = new long[TLB_BANKS][TLB_ENTRIES / 64];
    /**
     * For each bank, a bit for each part of the address space (of 2 MiB, by its low bits) that such an entry may be in: where there is none, the
     * maintenance of an address need not look at them all. The last bit is for pieces of blocks larger than that.
     */
    private final long[][] blockParts = new long[TLB_BANKS][PARTS / 64 + 1];

    private final FreePages free;

    /**
     * @param s the CPU's state block, where they stand
     * @param free told of the tags for loads and stores
     */
    Tlb(long s, FreePages free) {
        this.s = s;
        this.free = free;
    }

    /** The number of an entry, over all banks. */
    int index(long entry) {
        return (int) ((entry - s - TLB) / TLB_ENTRY);
    }

    /** The regime whose bank this is. */
    int regime(long bank) {
        return (int) ((bank - s - TLB) / TLB_SIZE) >> 1;
    }

    /** Fills an entry with what a walk has found. */
    void fill(long entry, long address, Walker walker) {
        Exceptions.dropEntry(entry);
        setLong(entry + TLB_PAGE, address & -PAGE | (walker.global ? 1 : 3));
        setLong(entry + TLB_OUTPUT, walker.output | walker.attributes);
        setLong(entry + TLB_MASK, walker.mask);
        noteBlock(index(entry), address, walker.mask);
    }

    // ---- tags

    /** Loads in an entry's page go straight to RAM. */
    void readFreely(long entry, long address, long host, long ipa) {
        setLong(entry + TLB_ADDEND, host - address);
        setLong(entry + TLB_READ, address & -PAGE);
        free.mark(ipa, FreePages.READ);
    }

    /** Stores do. */
    void writeFreely(long entry, long address, long host, long ipa) {
        setLong(entry + TLB_ADDEND, host - address);
        setLong(entry + TLB_WRITE, address & -PAGE);
        writeTagged.set((int) (ipa >>> 12));
        free.mark(ipa, FreePages.WRITE);
    }

    /** Fetches do. */
    void executeFreely(long entry, long address, long host) {
        setLong(entry + TLB_ADDEND, host - address);
        setLong(entry + TLB_EXECUTE, address & -PAGE);
    }

    /** Sends the next load or store in each page off the fast path. */
    void dropDataTags() {
        free.dropAll();
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            long entry = s + TLB + (long) index * TLB_ENTRY;
            setLong(entry + TLB_READ, NO_PAGE);
            setLong(entry + TLB_WRITE, NO_PAGE);
        }
    }

    /** Keeps stores to a guest-physical page off the fast path, until the next. */
    void dropWriteTags(long page) {
        int number = (int) (page >>> 12);
        if (!writeTagged.get(number)) {
            return;
        }
        writeTagged.clear(number);
        free.dropWrites(page);
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            long entry = s + TLB + (long) index * TLB_ENTRY;
            if ((getLong(entry + TLB_OUTPUT) & -PAGE) == page) {
                setLong(entry + TLB_WRITE, NO_PAGE);
            }
        }
    }

    /** The same of every page. */
    void dropWriteTags() {
        free.dropAll();
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            setLong(s + TLB + (long) index * TLB_ENTRY + TLB_WRITE, NO_PAGE);
        }
    }

    /** Forgets all fast tags, after restoring state. */
    void dropTags() {
        writeTagged.clear();
        free.dropAll();
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            long entry = s + TLB + (long) index * TLB_ENTRY;
            setLong(entry + TLB_READ, NO_PAGE);
            setLong(entry + TLB_WRITE, NO_PAGE);
            setLong(entry + TLB_EXECUTE, NO_PAGE);
            setLong(entry + TLB_ADDEND, 0);
            noteBlock(index, getLong(entry + TLB_PAGE), getLong(entry + TLB_MASK));
        }
    }

    // ---- maintenance

    /** Drops every entry. */
    void dropAll() {
        Exceptions.dropEntries(s);
        forgetNotes();
    }

    private void forgetNotes() {
        writeTagged.clear();
        free.dropAll();
        for (int bank = 0; bank < TLB_BANKS; bank++) {
            Arrays.fill(blocks[bank], 0);
            Arrays.fill(blockParts[bank], 0);
        }
    }

    /** Takes note of what {@link TlbState} has put into the entries, which have no tags then. */
    void restored() {
        forgetNotes();
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            long entry = s + TLB + (long) index * TLB_ENTRY;
            long page = getLong(entry + TLB_PAGE);
            if (page != 0) {
                noteBlock(index, page, getLong(entry + TLB_MASK));
            }
        }
    }

    /**
     * Drops the entries of an address, in every bank; with {@code asid} below 0 whatever their ASID, else global ones and that ASID's. An
     * entry cut from a block goes with any address of the block.
     */
    void drop(long va, int asid) {
        for (int bank = 0; bank < TLB_BANKS; bank++) {
            boolean own = asid < 0 || (int) getLong(s + A64State.TLB_ASID + bank * 8L) == asid;
            long base = s + TLB + (long) bank * TLB_SIZE;
            dropIf(base + (va >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY, va, own);
            if (!mayHaveBlock(bank, va)) {
                continue;
            }
            long[] bits = blocks[bank];
            for (int word = 0; word < bits.length; word++) {
                for (long left = bits[word]; left != 0; left &= left - 1) {
                    dropIf(base + (word * 64L + Long.numberOfTrailingZeros(left)) * TLB_ENTRY, va, own);
                }
            }
        }
    }

    /** Whether a bank may have a piece of a block that an address is in. */
    private boolean mayHaveBlock(int bank, long va) {
        int part = (int) (va >>> PART_SHIFT) & PARTS - 1;
        long[] parts = blockParts[bank];
        return (parts[part >> 6] >>> part & 1 | parts[PARTS >> 6] & 1) != 0;
    }

    private static void dropIf(long entry, long va, boolean own) {
        long page = getLong(entry + TLB_PAGE);
        if ((page & 1) != 0 && ((page ^ va) & getLong(entry + TLB_MASK)) == 0 && (own || (page & 2) == 0)) {
            Exceptions.dropEntry(entry);
        }
    }

    /** Drops the entries of an ASID that are not global. */
    void dropAsid(int asid) {
        for (int bank = 0; bank < TLB_BANKS; bank++) {
            if ((int) getLong(s + A64State.TLB_ASID + bank * 8L) == asid) {
                long base = s + TLB + (long) bank * TLB_SIZE;
                for (long entry = base; entry < base + TLB_SIZE; entry += TLB_ENTRY) {
                    if ((getLong(entry + TLB_PAGE) & 2) != 0) {
                        Exceptions.dropEntry(entry);
                    }
                }
            }
        }
    }

    /** Keeps the bit of an entry (counted over all banks) true to its mask. */
    private void noteBlock(int index, long va, long mask) {
        long[] bits = blocks[index / TLB_ENTRIES];
        int number = index % TLB_ENTRIES;
        if (mask != -PAGE && mask != 0) {
            bits[number >> 6] |= 1L << number;
            int part = mask >= -(1L << PART_SHIFT) ? (int) (va >>> PART_SHIFT) & PARTS - 1 : PARTS;
            blockParts[index / TLB_ENTRIES][part >> 6] |= 1L << part;
        } else {
            bits[number >> 6] &= ~(1L << number);
        }
    }
}

package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_OUTPUT;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.debug.GuestDebug;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.GuestException;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.memory.StrayAccess;

/**
 * Memory as one CPU sees it, off the fast path: loads and stores that miss the TLB's tags, cross a page, reach a device or fault. Behind it stand
 * {@link Tlb}, {@link Lookups} from an address to an entry of it, and {@link Fetches}.
 */
public final class Mmu implements GuestMemory.PageListener {
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    /** The fault status code of debug exceptions. */
    private static final int DEBUG_EXCEPTION = 0x22;

    private final long s;
    private final MemoryMap map;
    private final GuestMemory memory;
    private final Walker walker;
    private final Tlb tlb;
    private final Lookups lookups;
    private final Fetches fetches;
    private final GuestDebug debug;

    /**
     * @param core whose memory it is
     * @param map who answers at a guest-physical address
     * @param decoder of the CPU's model
     * @param paBits guest-physical address size, 32 to 48
     * @param debug what the guest watches
     */
    public Mmu(Core core, MemoryMap map, Decoder decoder, int paBits, GuestDebug debug) {
        this.s = core.state;
        this.map = map;
        this.memory = map.memory();
        this.walker = new Walker(memory, core, paBits);
        this.tlb = new Tlb(s);
        this.lookups = new Lookups(core, walker, tlb);
        this.fetches = new Fetches(core, memory, decoder, walker, tlb, lookups);
        this.debug = debug;
        memory.addListener(this);
        dropAll();
    }

    /** How often the tables were walked. */
    public long walks() {
        return lookups.walks();
    }

    /** Where instructions come from. */
    public Fetches fetches() {
        return fetches;
    }

    // ---- data

    /** See {@code Core.loadSlow}. */
    public long load(long bank, long va, int sizeBytes) {
        boolean misaligned = (va & sizeBytes - 1) != 0;
        if (misaligned) {
            checkAlignment(va, false);
            if ((va & PAGE - 1) > PAGE - sizeBytes) {
                return loadBytes(bank, va, sizeBytes);
            }
        }
        long address = walker.withoutTag(va);
        long entry = lookups.entry(bank, address, va, Lookups.Access.READ);
        long output = getLong(entry + TLB_OUTPUT);
        if (misaligned && (output & Walker.DEVICE) != 0) {
            throw lookups.dataFault(va, Walker.ALIGNMENT, false);
        }
        if (debug.watching()) {
            watch(bank, va, address, sizeBytes, false);
        }
        long ipa = output & -PAGE | address & PAGE - 1;
        MemorySlot slot = memory.slotAt(ipa);
        if (slot != null) {
            boolean freely = !memory.readsObserved(slot, ipa);
            if (!freely && !storesExclusive()) {
                memory.cpuReads(ipa, sizeBytes);
            }
            long host = slot.hostAddress() + (ipa - slot.address());
            if (freely && slot.reachable() && (output & Walker.DEVICE) == 0 && !checksAlignment() && !debug.watches(address)) {
                tlb.readFreely(entry, address, host);
                // What was read is often written next: one way off the fast path will do.
                if (memory.writtenFreely(slot, ipa) && Lookups.permitted(tlb.regime(bank), (int) output, Lookups.Access.WRITE)) {
                    tlb.writeFreely(entry, address, host, ipa);
                }
            }
            return hostLoad(host, sizeBytes);
        }
        if (map.regionAt(ipa) == null) {
            throw stray(va, ipa, sizeBytes, false);
        }
        return map.read(ipa, sizeBytes);
    }

    /** See {@code Core.storeSlow}. */
    public void store(long bank, long va, int sizeBytes, long value) {
        boolean misaligned = (va & sizeBytes - 1) != 0;
        if (misaligned) {
            checkAlignment(va, true);
            if ((va & PAGE - 1) > PAGE - sizeBytes) {
                storeBytes(bank, va, sizeBytes, value);
                return;
            }
        }
        long address = walker.withoutTag(va);
        long entry = lookups.entry(bank, address, va, Lookups.Access.WRITE);
        long output = getLong(entry + TLB_OUTPUT);
        if (misaligned && (output & Walker.DEVICE) != 0) {
            throw lookups.dataFault(va, Walker.ALIGNMENT, true);
        }
        if (debug.watching()) {
            watch(bank, va, address, sizeBytes, true);
        }
        long ipa = output & -PAGE | address & PAGE - 1;
        MemorySlot slot = memory.slotAt(ipa);
        if (slot != null) {
            boolean freely = memory.cpuWrites(ipa, sizeBytes, value);
            long host = slot.hostAddress() + (ipa - slot.address());
            if (freely && slot.reachable() && (output & Walker.DEVICE) == 0 && !checksAlignment() && !debug.watches(address)) {
                tlb.writeFreely(entry, address, host, ipa);
                if (Lookups.permitted(tlb.regime(bank), (int) output, Lookups.Access.READ)) {
                    tlb.readFreely(entry, address, host);
                }
            }
            hostStore(host, sizeBytes, value);
            return;
        }
        if (map.regionAt(ipa) == null) {
            throw stray(va, ipa, sizeBytes, true);
        }
        map.write(ipa, sizeBytes, value);
    }

    /** See {@code Core.probeWrite}. */
    public void probeWrite(long bank, long va, int sizeBytes) {
        lookups.entry(bank, walker.withoutTag(va), va, Lookups.Access.WRITE);
        long last = va + sizeBytes - 1;
        if (((last ^ va) & -PAGE) != 0) {
            lookups.entry(bank, walker.withoutTag(last & -PAGE), last & -PAGE, Lookups.Access.WRITE);
        }
        if (debug.watching()) {
            watch(bank, va, walker.withoutTag(va), sizeBytes, true);
        }
    }

    /** Takes the Watchpoint exception if any of what will be stored in pieces is watched; FAR_EL1 is then the first such byte. */
    public void probeWatch(long bank, long va, int sizeBytes) {
        if (debug.watching()) {
            watch(bank, va, walker.withoutTag(va), sizeBytes, true);
        }
    }

    /** Takes the Watchpoint exception of an access to memory that the guest watches. */
    private void watch(long bank, long va, long address, int sizeBytes, boolean write) {
        int el = tlb.regime(bank) == A64State.REGIME_EL0 ? 0 : 1;
        int at = debug.watched(address, sizeBytes, write, el);
        if (at >= 0 && (write || !storesExclusive())) {
            Exceptions.synchronous(s, Exceptions.EC_WATCHPOINT + Exceptions.el(s), (write ? 1 << 6 : 0) | DEBUG_EXCEPTION, getLong(s + PC), va + at);
            throw GuestException.INSTANCE;
        }
    }

    /** Whether the current instruction is STXR or its like: what it loads, to see whether its monitor still holds, is no access of the guest's. */
    private boolean storesExclusive() {
        return (fetches.word(getLong(s + PC)) & 0x3fc0_0000) == 0x0800_0000;
    }

    /** Whether the instruction at an address is LDXR or its like. */
    public boolean loadsExclusive(long pc) {
        return (fetches.word(pc) & 0x3fc0_0000) == 0x0840_0000;
    }

    /** The guest's debug registers have changed. */
    public void debugChanged() {
        boolean watched = debug.watching();
        debug.derive();
        if (watched || debug.watching()) {
            tlb.dropDataTags();
        }
        fetches.guests(debug);
    }

    private long loadBytes(long bank, long va, int sizeBytes) {
        checkNotDevice(bank, va, va + sizeBytes - 1, Lookups.Access.READ);
        long value = 0;
        for (int i = 0; i < sizeBytes; i++) {
            value |= load(bank, va + i, 1) << i * 8;
        }
        return value;
    }

    private void storeBytes(long bank, long va, int sizeBytes, long value) {
        checkNotDevice(bank, va, va + sizeBytes - 1, Lookups.Access.WRITE);
        if (debug.watching()) {
            watch(bank, va, walker.withoutTag(va), sizeBytes, true);
        }
        for (int i = 0; i < sizeBytes; i++) {
            store(bank, va + i, 1, value >>> i * 8 & 0xff);
        }
    }

    /** Both pages of a crossing access must be mapped, and be Normal memory, before any byte is touched. */
    private void checkNotDevice(long bank, long first, long last, Lookups.Access access) {
        long firstOutput = getLong(lookups.entry(bank, walker.withoutTag(first), first, access) + TLB_OUTPUT);
        long lastPage = last & -PAGE;
        long lastOutput = getLong(lookups.entry(bank, walker.withoutTag(lastPage), lastPage, access) + TLB_OUTPUT);
        if (((firstOutput | lastOutput) & Walker.DEVICE) != 0) {
            throw lookups.dataFault(first, Walker.ALIGNMENT, access == Lookups.Access.WRITE);
        }
    }

    private void checkAlignment(long va, boolean write) {
        if (checksAlignment()) {
            throw lookups.dataFault(va, Walker.ALIGNMENT, write);
        }
    }

    /** SCTLR_EL1.A. The fast path does not look at alignment, so it is closed to loads and stores while this is set. */
    private boolean checksAlignment() {
        return (getLong(s + SCTLR_EL1) & 2) != 0;
    }

    private static long hostLoad(long host, int sizeBytes) {
        return switch (sizeBytes) {
            case 1 -> HostMemory.getByte(host) & 0xff;
            case 2 -> HostMemory.getShort(host) & 0xffff;
            case 4 -> HostMemory.getInt(host) & 0xffff_ffffL;
            default -> getLong(host);
        };
    }

    private static void hostStore(long host, int sizeBytes, long value) {
        switch (sizeBytes) {
            case 1 -> HostMemory.setByte(host, (byte) value);
            case 2 -> HostMemory.setShort(host, (short) value);
            case 4 -> HostMemory.setInt(host, (int) value);
            default -> setLong(host, value);
        }
    }

    private GuestException stray(long va, long ipa, int sizeBytes, boolean write) {
        if (map.trace().on()) {
            map.trace().emit(new StrayAccess(ipa, write, sizeBytes));
        }
        return lookups.dataFault(va, Walker.EXTERNAL, write);
    }

    // ---- for others

    /** Takes a Data Abort; {@code status} is DFSC. */
    public GuestException dataFault(long va, int status, boolean write) {
        return lookups.dataFault(va, status, write);
    }

    /**
     * The AT instructions: what PAR_EL1 becomes (Arm ARM, PAR_EL1).
     *
     * @param regime one of {@link A64State}'s
     */
    public long addressTranslation(long va, int regime, boolean write) {
        return lookups.addressTranslation(va, regime, write);
    }

    /** Translates without side effects, as a data read by the current exception level, with every step. */
    public Translation explain(long va) {
        return lookups.explain(va);
    }

    /**
     * DC or IC by address: takes the fault of an address that is not translated or may not be touched that way, and has no other effect.
     *
     * @param invalidates whether it is DC IVAC, which may lose what was written
     */
    public void cacheOperation(long va, boolean invalidates) {
        lookups.cacheOperation(va, invalidates);
    }

    /** A fault status code in words. */
    public static String faultName(int status) {
        return Lookups.faultName(status);
    }

    // ---- maintenance

    /** SCTLR_EL1.A has changed: sends the next load or store in each page off the fast path. */
    public void alignmentCheckChanged() {
        tlb.dropDataTags();
    }

    /** Drops every entry of the TLBs. */
    public void dropAll() {
        fetches.leave();
        tlb.dropAll();
    }

    /**
     * Drops the entries of an address, in every bank; with {@code asid} below 0 whatever their ASID, else global ones and that ASID's. An
     * entry cut from a block goes with any address of the block.
     */
    public void drop(long va, int asid) {
        fetches.leave();
        tlb.drop(va, asid);
    }

    /** Drops the entries of an ASID that are not global. */
    public void dropAsid(int asid) {
        fetches.leave();
        tlb.dropAsid(asid);
    }

    /** As at power-on: drops every entry, and forgets decoded code. */
    public void reset() {
        dropAll();
        fetches.forget();
        fetches.forgetCode(debug);
    }

    /** The entries of the TLBs were put there by {@link TlbState}. Decoded code stays, as in {@link #dropTags}. */
    public void restored() {
        tlb.restored();
        fetches.forget();
    }

    /** Forgets all fast tags, after restoring state. Decoded code stays: it belongs to what is in RAM, whose writers tell. */
    public void dropTags() {
        tlb.dropTags();
        fetches.forget();
    }

    /** Sets or takes away a breakpoint of the host's. */
    public void breakpoint(long va, boolean set) {
        fetches.breakpoint(va, set);
    }

    // ---- what others do to RAM

    @Override
    public void pageWatched(long page) {
        tlb.dropWriteTags(page);
    }

    @Override
    public void watchedPageWritten(long page) {
        fetches.written(page);
    }

    @Override
    public void readsObserved() {
        alignmentCheckChanged(); // that drops the tags for reading, and those for writing
    }

    @Override
    public void dirtyCleared() {
        tlb.dropWriteTags();
    }

    /** Ends the listening to RAM. */
    public void close() {
        memory.removeListener(this);
    }
}

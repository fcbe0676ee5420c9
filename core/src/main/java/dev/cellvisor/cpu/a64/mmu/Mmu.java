package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.cpu.a64.state.A64State.FETCH_IPA;
import static dev.cellvisor.cpu.a64.state.A64State.FETCH_PAGE;
import static dev.cellvisor.cpu.a64.state.A64State.NO_PAGE;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TLB;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ADDEND;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_BANKS;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_CURRENT;
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

import dev.cellvisor.cpu.a64.debug.GuestDebug;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.GuestException;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.memory.StrayAccess;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Memory as one CPU sees it, off the fast path: TLB fill, faults, page crossings, devices, and fetches.
 *
 * <p>A TLB entry has two sides. Page, output and mask are what hardware would hold: they change only by walks and TLB maintenance, by one rule
 * (direct-mapped, newest wins), and are guest-visible state. The read, write and execute tags let the fast path go straight to RAM; they are
 * a cache, dropped whenever something must be told of the next access.
 */
public final class Mmu implements CodePages, GuestMemory.PageListener {
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    /** The fault status code of debug exceptions. */
    private static final int DEBUG_EXCEPTION = 0x22;
    private static final int PART_SHIFT = 21;
    private static final int PARTS = 1024;

    private final Core core;
    private final long s;
    private final MemoryMap map;
    private final GuestMemory memory;
    private final Walker walker;
    private final CodeCache cache;
    private final long[][] fetched = new long[TLB_BANKS * TLB_ENTRIES][];
    private final Breakpoints breakpoints;
    private final GuestDebug debug;
    /** Guest-physical pages, by their number, that a write tag may lead to. */
    private final BitSet writeTagged = new BitSet();
    /** The page that fetches come from until execution leaves it; -1 for none. */
    private long fetchPage = -1;
    private long fetchIpa;
    /** Its decoded words; {@code null} if they are to be found again. */
    private long[] fetchCode;
    private long walks;
    /** Told of a guest-physical page whose code is not what it was, or of -1 for all pages. */
    private LongConsumer codeGone = page -> { };
    /** For each bank, a bit for each entry that may be a piece of a block. */
    private final long[][] blocks = new long[TLB_BANKS][TLB_ENTRIES / 64];
    /**
     * For each bank, a bit for each part of the address space (of 2 MiB, by its low bits) that such an entry may be in: where there is none, the
     * maintenance of an address need not look at them all. The last bit is for pieces of blocks larger than that.
     */
    private final long[][] blockParts = new long[TLB_BANKS][PARTS / 64 + 1];

    /** What an access needs. */
    private enum Access {
        READ, WRITE, EXECUTE
    }

    /**
     * @param core whose memory it is
     * @param map who answers at a guest-physical address
     * @param decoder of the CPU's model
     * @param paBits guest-physical address size, 32 to 48
     * @param debug what the guest watches
     */
    public Mmu(Core core, MemoryMap map, Decoder decoder, int paBits, GuestDebug debug) {
        this.core = core;
        this.s = core.state;
        this.map = map;
        this.memory = map.memory();
        this.walker = new Walker(memory, s, paBits, core.has(Feature.HAFDBS), core.has(Feature.BTI));
        this.cache = new CodeCache(memory, decoder);
        this.breakpoints = new Breakpoints();
        this.debug = debug;
        memory.addListener(this);
        dropAll();
    }

    /** Sets who is told when a guest-physical page has no longer the code that it had; -1 means every page. */
    public void onCodeGone(LongConsumer listener) {
        codeGone = listener;
    }

    /** The host's breakpoints and the guest's. */
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    // ---- data

    /** See {@code Core.loadSlow}. */
    public long load(long tlb, long va, int sizeBytes) {
        boolean misaligned = (va & sizeBytes - 1) != 0;
        if (misaligned) {
            checkAlignment(va, false);
            if ((va & PAGE - 1) > PAGE - sizeBytes) {
                return loadBytes(tlb, va, sizeBytes);
            }
        }
        long address = walker.withoutTag(va);
        long entry = entry(tlb, address, va, Access.READ);
        long output = getLong(entry + TLB_OUTPUT);
        if (misaligned && (output & Walker.DEVICE) != 0) {
            throw dataFault(va, Walker.ALIGNMENT, false);
        }
        if (debug.watching()) {
            watch(tlb, va, address, sizeBytes, false);
        }
        long ipa = output & -PAGE | address & PAGE - 1;
        MemorySlot slot = memory.slotAt(ipa);
        if (slot != null) {
            long host = slot.hostAddress() + (ipa - slot.address());
            if ((output & Walker.DEVICE) == 0 && !checksAlignment() && !debug.watches(address)) {
                setLong(entry + TLB_ADDEND, host - address);
                setLong(entry + TLB_READ, address & -PAGE);
            }
            return hostLoad(host, sizeBytes);
        }
        if (map.regionAt(ipa) == null) {
            throw stray(va, ipa, sizeBytes, false);
        }
        return map.read(ipa, sizeBytes);
    }

    /** See {@code Core.storeSlow}. */
    public void store(long tlb, long va, int sizeBytes, long value) {
        boolean misaligned = (va & sizeBytes - 1) != 0;
        if (misaligned) {
            checkAlignment(va, true);
            if ((va & PAGE - 1) > PAGE - sizeBytes) {
                storeBytes(tlb, va, sizeBytes, value);
                return;
            }
        }
        long address = walker.withoutTag(va);
        long entry = entry(tlb, address, va, Access.WRITE);
        long output = getLong(entry + TLB_OUTPUT);
        if (misaligned && (output & Walker.DEVICE) != 0) {
            throw dataFault(va, Walker.ALIGNMENT, true);
        }
        if (debug.watching()) {
            watch(tlb, va, address, sizeBytes, true);
        }
        long ipa = output & -PAGE | address & PAGE - 1;
        MemorySlot slot = memory.slotAt(ipa);
        if (slot != null) {
            boolean freely = memory.cpuWrites(ipa, sizeBytes, value);
            long host = slot.hostAddress() + (ipa - slot.address());
            if (freely && (output & Walker.DEVICE) == 0 && !checksAlignment() && !debug.watches(address)) {
                setLong(entry + TLB_ADDEND, host - address);
                setLong(entry + TLB_WRITE, address & -PAGE);
                writeTagged.set((int) (ipa >>> 12));
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
    public void probeWrite(long tlb, long va, int sizeBytes) {
        entry(tlb, walker.withoutTag(va), va, Access.WRITE);
        long last = va + sizeBytes - 1;
        if (((last ^ va) & -PAGE) != 0) {
            entry(tlb, walker.withoutTag(last & -PAGE), last & -PAGE, Access.WRITE);
        }
        if (debug.watching()) {
            watch(tlb, va, walker.withoutTag(va), sizeBytes, true);
        }
    }

    /** Takes the Watchpoint exception if any of what will be stored in pieces is watched; FAR_EL1 is then the first such byte. */
    public void probeWatch(long tlb, long va, int sizeBytes) {
        if (debug.watching()) {
            watch(tlb, va, walker.withoutTag(va), sizeBytes, true);
        }
    }

    /** Takes the Watchpoint exception of an access to memory that the guest watches. */
    private void watch(long tlb, long va, long address, int sizeBytes, boolean write) {
        int el = regime(tlb) == A64State.REGIME_EL0 ? 0 : 1;
        int at = debug.watched(address, sizeBytes, write, el);
        if (at >= 0 && (write || !storesExclusive())) {
            Exceptions.synchronous(s, Exceptions.EC_WATCHPOINT + Exceptions.el(s), (write ? 1 << 6 : 0) | DEBUG_EXCEPTION, getLong(s + PC), va + at);
            throw GuestException.INSTANCE;
        }
    }

    /** Whether the current instruction is STXR or its like: what it loads, to see whether its monitor still holds, is no access of the guest's. */
    private boolean storesExclusive() {
        return (word(getLong(s + PC)) & 0x3fc0_0000) == 0x0800_0000;
    }

    /** Whether the instruction at an address is LDXR or its like. */
    public boolean loadsExclusive(long pc) {
        return (word(pc) & 0x3fc0_0000) == 0x0840_0000;
    }

    private int word(long pc) {
        return HostMemory.getInt(again(pc)[HOST] + (pc & PAGE - 1));
    }

    private int regime(long tlb) {
        return (int) ((tlb - s - TLB) / TLB_SIZE) >> 1;
    }

    /** The guest's debug registers have changed. */
    public void debugChanged() {
        boolean watched = debug.watching();
        debug.derive();
        if (watched || debug.watching()) {
            alignmentCheckChanged();
        }
        if (breakpoints.guests(debug.addresses())) {
            codeGone.accept(-1);
            java.util.Arrays.fill(fetched, null);
            fetchCode = null;
        }
    }

    /** Lets the instruction at an address run in spite of the guest's breakpoint there, until this is called with -1. */
    public void passBreakpoint(long va) {
        breakpoints.pass(va);
        fetchCode = null;
    }

    private long loadBytes(long tlb, long va, int sizeBytes) {
        checkNotDevice(tlb, va, va + sizeBytes - 1, Access.READ);
        long value = 0;
        for (int i = 0; i < sizeBytes; i++) {
            value |= load(tlb, va + i, 1) << i * 8;
        }
        return value;
    }

    private void storeBytes(long tlb, long va, int sizeBytes, long value) {
        checkNotDevice(tlb, va, va + sizeBytes - 1, Access.WRITE);
        if (debug.watching()) {
            watch(tlb, va, walker.withoutTag(va), sizeBytes, true);
        }
        for (int i = 0; i < sizeBytes; i++) {
            store(tlb, va + i, 1, value >>> i * 8 & 0xff);
        }
    }

    /** Both pages of a crossing access must be mapped, and be Normal memory, before any byte is touched. */
    private void checkNotDevice(long tlb, long first, long last, Access access) {
        long firstOutput = getLong(entry(tlb, walker.withoutTag(first), first, access) + TLB_OUTPUT);
        long lastPage = last & -PAGE;
        long lastOutput = getLong(entry(tlb, walker.withoutTag(lastPage), lastPage, access) + TLB_OUTPUT);
        if (((firstOutput | lastOutput) & Walker.DEVICE) != 0) {
            throw dataFault(first, Walker.ALIGNMENT, access == Access.WRITE);
        }
    }

    private void checkAlignment(long va, boolean write) {
        if (checksAlignment()) {
            throw dataFault(va, Walker.ALIGNMENT, write);
        }
    }

    /** SCTLR_EL1.A. The fast path does not look at alignment, so it is closed to loads and stores while this is set. */
    private boolean checksAlignment() {
        return (getLong(s + SCTLR_EL1) & 2) != 0;
    }

    /** SCTLR_EL1.A has changed: sends the next load or store in each page off the fast path. */
    public void alignmentCheckChanged() {
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            long entry = s + TLB + (long) index * TLB_ENTRY;
            setLong(entry + TLB_READ, NO_PAGE);
            setLong(entry + TLB_WRITE, NO_PAGE);
        }
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

    // ---- translation

    /**
     * The TLB entry of an address, filled by a walk if need be, with the permission for an access. A permission that an entry lacks is looked
     * up again before it faults, since tables may have become more permissive without maintenance.
     */
    private long entry(long tlb, long address, long va, Access access) {
        long entry = tlb + (address >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY;
        int regime = regime(tlb);
        if ((getLong(entry + TLB_PAGE) & -PAGE | 1) == (address & -PAGE | 1) && (getLong(entry + TLB_PAGE) & 1) != 0
                && permitted(regime, (int) getLong(entry + TLB_OUTPUT), access)) {
            return entry;
        }
        walk(regime, address, access == Access.WRITE);
        if (walker.fault >= 0) {
            throw fault(va, walker.fault, access);
        }
        if (!permitted(regime, walker.attributes, access)) {
            throw fault(va, Walker.PERMISSION + walker.level, access);
        }
        walker.commit();
        Exceptions.dropEntry(entry);
        setLong(entry + TLB_PAGE, address & -PAGE | (walker.global ? 1 : 3));
        setLong(entry + TLB_OUTPUT, walker.output | walker.attributes);
        setLong(entry + TLB_MASK, walker.mask);
        noteBlock((int) ((entry - s - TLB) / TLB_ENTRY), address, walker.mask);
        return entry;
    }

    /** A walk, unless TCR_EL1.E0PD0 or E0PD1 keeps EL0 from that half of the addresses (FEAT_E0PD): as if nothing were mapped there. */
    private void walk(int regime, long address, boolean store) {
        walks++;
        if (regime == A64State.REGIME_EL0 && (getLong(s + A64State.TCR_EL1) & 1L << ((address & 1L << 55) != 0 ? 56 : 55)) != 0
                && core.has(Feature.E0PD) && walker.enabled()) {
            walker.fault = Walker.TRANSLATION;
            return;
        }
        walker.store = store;
        walker.walk(address);
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

    private static boolean permitted(int regime, int attributes, Access access) {
        if (regime == A64State.REGIME_EL0) {
            return (attributes & switch (access) {
                case READ -> Walker.R0;
                case WRITE -> Walker.W0;
                case EXECUTE -> Walker.X0;
            }) != 0;
        }
        if (access == Access.EXECUTE) {
            return (attributes & Walker.X1) != 0;
        }
        // PAN: what EL0 can read, EL1 must not touch.
        return (attributes & (access == Access.READ ? Walker.R1 : Walker.W1)) != 0
                && (regime != A64State.REGIME_EL1_PAN || (attributes & Walker.R0) == 0);
    }

    private GuestException fault(long va, int status, Access access) {
        return access == Access.EXECUTE ? fetchFault(va, status) : dataFault(va, status, access == Access.WRITE);
    }

    /** Takes a Data Abort; {@code status} is DFSC. */
    public GuestException dataFault(long va, int status, boolean write) {
        Exceptions.synchronous(s, Exceptions.EC_DATA_ABORT + Exceptions.el(s), (write ? 1 << 6 : 0) | status, getLong(s + PC), va);
        return GuestException.INSTANCE;
    }

    /** Takes an Instruction Abort. No instruction was started, so the step that it costs is paid here: a loop of aborts ends too. */
    private GuestException fetchFault(long va, int status) {
        core.budget--;
        Exceptions.synchronous(s, Exceptions.EC_INSTRUCTION_ABORT + Exceptions.el(s), status, va, va);
        return GuestException.INSTANCE;
    }

    private GuestException stray(long va, long ipa, int sizeBytes, boolean write) {
        if (map.trace().on()) {
            map.trace().emit(new StrayAccess(ipa, write, sizeBytes));
        }
        return dataFault(va, Walker.EXTERNAL, write);
    }

    /**
     * The AT instructions: what PAR_EL1 becomes (Arm ARM, PAR_EL1).
     *
     * @param regime one of {@link A64State}'s
     */
    public long addressTranslation(long va, int regime, boolean write) {
        walk(regime, walker.withoutTag(va), write);
        int fault = walker.fault;
        if (fault < 0 && !permitted(regime, walker.attributes, write ? Access.WRITE : Access.READ)) {
            fault = Walker.PERMISSION + walker.level;
        }
        if (fault >= 0 && (fault & ~3) == Walker.EXTERNAL_ON_WALK) {
            // Not reported in PAR_EL1 but taken, as a write with CM (Arm ARM, D8.10, address translation instructions).
            Exceptions.synchronous(s, Exceptions.EC_DATA_ABORT + Exceptions.el(s), 1 << 8 | 1 << 6 | fault, getLong(s + PC), va);
            throw GuestException.INSTANCE;
        }
        if (fault >= 0) {
            return 1L << 11 | (long) fault << 1 | 1;
        }
        walker.commit();
        boolean device = (walker.attributes & Walker.DEVICE) != 0 || walker.memoryType == 0x44;
        // NS, bit 9, is UNKNOWN for a Non-secure translation; QEMU sets it.
        return (long) walker.memoryType << 56 | 1L << 11 | 1L << 9 | (device ? 2L : walker.shareability) << 7 | walker.output;
    }

    /** Translates without side effects, as a data read by the current exception level, with every step. */
    public Translation explain(long va) {
        List<WalkStep> steps = new ArrayList<>();
        walker.steps = steps;
        walker.store = false;
        long address = walker.withoutTag(va);
        walker.walk(address);
        walker.steps = null;
        if (walker.fault >= 0) {
            return new Translation(va, -1, faultName(walker.fault), 0, "", 0, false, walker.base(address), steps);
        }
        int a = walker.attributes;
        String permissions = "EL1 " + flag(a, Walker.R1, 'r') + flag(a, Walker.W1, 'w') + flag(a, Walker.X1, 'x')
                + ", EL0 " + flag(a, Walker.R0, 'r') + flag(a, Walker.W0, 'w') + flag(a, Walker.X0, 'x');
        return new Translation(va, walker.output | address & PAGE - 1, null, -walker.mask, permissions, walker.memoryType, walker.global,
                walker.base(address), steps);
    }

    private static char flag(int attributes, int bit, char letter) {
        return (attributes & bit) != 0 ? letter : '-';
    }

    /** A fault status code in words. */
    public static String faultName(int status) {
        if (status == Walker.ALIGNMENT) {
            return "alignment fault";
        }
        if (status == Walker.EXTERNAL) {
            return "synchronous external abort";
        }
        String name = switch (status & ~3) {
            case Walker.ADDRESS_SIZE -> "address size fault";
            case Walker.TRANSLATION -> "translation fault";
            case Walker.ACCESS_FLAG -> "access flag fault";
            case Walker.PERMISSION -> "permission fault";
            case Walker.EXTERNAL_ON_WALK -> "synchronous external abort on a table walk";
            default -> "fault 0x%02x".formatted(status);
        };
        return name + ", level " + (status & 3);
    }

    // ---- TLB maintenance

    /** Drops every entry. */
    public void dropAll() {
        leave();
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            Exceptions.dropEntry(s + TLB + (long) index * TLB_ENTRY);
        }
        for (int bank = 0; bank < TLB_BANKS; bank++) {
            java.util.Arrays.fill(blocks[bank], 0);
            java.util.Arrays.fill(blockParts[bank], 0);
        }
    }

    /**
     * Drops the entries of an address, in every bank; with {@code asid} below 0 whatever their ASID, else global ones and that ASID's. An
     * entry cut from a block goes with any address of the block.
     */
    public void drop(long va, int asid) {
        leave();
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
    public void dropAsid(int asid) {
        leave();
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

    /** Forgets what is only a cache: all fast tags and decoded code. When tables of the host changed. */
    public void dropCaches() {
        dropTags();
        codeGone.accept(-1);
        cache.clear();
        breakpoints.forget();
        debug.derive();
        breakpoints.guests(debug.addresses());
    }

    /** Forgets all fast tags, after restoring state. Decoded code stays: it belongs to what is in RAM, whose writers tell. */
    public void dropTags() {
        writeTagged.clear();
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            long entry = s + TLB + (long) index * TLB_ENTRY;
            setLong(entry + TLB_READ, NO_PAGE);
            setLong(entry + TLB_WRITE, NO_PAGE);
            setLong(entry + TLB_EXECUTE, NO_PAGE);
            setLong(entry + TLB_ADDEND, 0);
            noteBlock(index, getLong(entry + TLB_PAGE), getLong(entry + TLB_MASK));
        }
        java.util.Arrays.fill(fetched, null);
        fetchCode = null;
    }

    // ---- fetches

    @Override
    public long[] at(long pc) {
        long tlb = getLong(s + TLB_CURRENT);
        long offset = (pc >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY;
        if (getLong(tlb + offset + TLB_EXECUTE) == (pc & -PAGE | pc & 3)) {
            long[] code = fetched[(int) ((tlb - s - TLB + offset) / TLB_ENTRY)];
            if (code != null) {
                fetchPage = pc & -PAGE;
                fetchIpa = code[IPA];
                fetchCode = code;
                return code;
            }
        }
        return fetch(tlb, offset, pc);
    }

    @Override
    public long[] again(long pc) {
        if (fetchPage != (pc & -PAGE | pc & 3)) {
            return at(pc);
        }
        if (fetchCode == null) {
            MemorySlot slot = memory.slotAt(fetchIpa & -PAGE);
            if (slot == null) {
                return at(pc);
            }
            fetchCode = words(slot, fetchIpa, pc);
        }
        return fetchCode;
    }

    @Override
    public boolean guardsBranches() {
        return core.has(Feature.BTI);
    }

    // ---- branch targets

    /** Whether the page that is executed is guarded. */
    public boolean fetchesGuarded() {
        return fetchPage != -1 && (fetchIpa & CodePages.GUARDED) != 0;
    }

    /**
     * Whether an indirect branch is known to be allowed to land at an address. What is known is what the TLB holds, so that the answer never depends
     * on caches.
     */
    public boolean landsWell(long target, int btype) {
        long ipa = fetchIpa;
        if (fetchPage != (target & -PAGE | target & 3)) {
            ipa = fetchable(target);
            if (ipa == -1) {
                return false;
            }
        }
        return (ipa & CodePages.GUARDED) == 0 || memory.contains(ipa & -PAGE, PAGE)
                && landingPad(memory.readInt(ipa & -PAGE | target & PAGE - 1), btype);
    }

    /** The same where execution is about to go on at the address; the page is looked up, and may fault. */
    public boolean lands(long pc, int btype) {
        long[] code = again(pc);
        return (code[IPA] & CodePages.GUARDED) == 0 || landingPad(HostMemory.getInt(code[HOST] + (pc & PAGE - 1)), btype);
    }

    /** BTI, PACIASP and PACIBSP for some kinds of branch; BRK and HLT for all, since their exceptions come first (Arm ARM, BTypeCompatible). */
    private boolean landingPad(int word, int btype) {
        boolean strict = (getLong(s + SCTLR_EL1) >>> (Exceptions.el(s) == 0 ? 35 : 36) & 1) != 0;
        return switch (word) {
            case 0xd503_233f, 0xd503_237f -> !strict || btype != 3; // PACIASP, PACIBSP
            case 0xd503_245f -> btype != 3; // BTI c
            case 0xd503_249f -> btype != 2; // BTI j
            case 0xd503_24df -> true; // BTI jc
            default -> (word & 0xffe0_001f) == 0xd420_0000 || (word & 0xffe0_001f) == 0xd440_0000; // BRK, HLT
        };
    }

    @Override
    public void leave() {
        fetchPage = -1;
    }

    @Override
    public void in(long page, long ipa) {
        if (fetchPage != page || fetchIpa != ipa) {
            fetchPage = page;
            fetchIpa = ipa;
            fetchCode = null;
        }
    }

    /** How often the tables were walked. */
    public long walks() {
        return walks;
    }

    /** The guest-physical page, with its mark, that a fetch would come from by what the TLB holds; -1 if that does not settle it. */
    private long fetchable(long va) {
        long entry = getLong(s + TLB_CURRENT) + (va >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY;
        if ((getLong(entry + TLB_PAGE) & -3) != (va & -PAGE | 1) || (va & 3) != 0) {
            return -1;
        }
        long output = getLong(entry + TLB_OUTPUT);
        if (!permitted(regime(getLong(s + TLB_CURRENT)), (int) output, Access.EXECUTE)) {
            return -1;
        }
        return output & -PAGE | ((output & Walker.GUARDED) != 0 ? CodePages.GUARDED : 0);
    }

    /**
     * Puts into the state block where fetches come from. If the next one would come from there anyway, execution has left the page, by what is saved:
     * translated code that jumps to another page looks into the TLB before its budget is found to be used up, the interpreter does not.
     */
    public void saveFetch() {
        long pc = getLong(s + A64State.PC);
        if (fetchPage != (pc & -PAGE) || fetchable(pc) == fetchIpa) {
            leave();
            fetchIpa = 0;
            fetchCode = null;
        }
        setLong(s + FETCH_PAGE, fetchPage == -1 ? 0 : fetchPage | 1);
        setLong(s + FETCH_IPA, fetchPage == -1 ? 0 : fetchIpa);
    }

    /** Takes it from there. */
    public void restoreFetch() {
        long page = getLong(s + FETCH_PAGE);
        fetchPage = page == 0 ? -1 : page & -PAGE;
        fetchIpa = getLong(s + FETCH_IPA);
        fetchCode = null;
    }

    private long[] words(MemorySlot slot, long ipa, long va) {
        if (cache.full()) {
            java.util.Arrays.fill(fetched, null);
            cache.clear();
        }
        long[] code = cache.page(slot, ipa);
        return breakpoints.inPage(va) ? breakpoints.page(va & -PAGE, code) : code;
    }

    private long[] fetch(long tlb, long offset, long pc) {
        if ((pc & 3) != 0) {
            core.budget--;
            Exceptions.synchronous(s, Exceptions.EC_PC_ALIGNMENT, 0, pc, pc);
            throw GuestException.INSTANCE;
        }
        long address = walker.withoutTagOfCode(pc);
        if (address != pc) {
            setLong(s + PC, address);
        }
        long entry = entry(tlb, address, address, Access.EXECUTE);
        long output = getLong(entry + TLB_OUTPUT);
        long ipa = output & -PAGE;
        MemorySlot slot = memory.slotAt(ipa);
        if (slot == null) {
            throw fetchFault(address, Walker.EXTERNAL);
        }
        if ((output & Walker.GUARDED) != 0) {
            ipa |= CodePages.GUARDED;
        }
        long[] code = words(slot, ipa, address);
        fetchPage = address & -PAGE;
        fetchIpa = ipa;
        fetchCode = code;
        if (breakpoints.inPage(address)) {
            return code;
        }
        setLong(entry + TLB_ADDEND, slot.hostAddress() + ((ipa & -PAGE) - slot.address()) - (address & -PAGE));
        setLong(entry + TLB_EXECUTE, address & -PAGE);
        fetched[(int) ((entry - s - TLB) / TLB_ENTRY)] = code;
        return code;
    }

    @Override
    public void decode(long[] code, int index) {
        cache.decode(code, index);
    }

    @Override
    public void breakpoint() {
        breakpoints.hit();
    }

    /** Sets or takes away a breakpoint; pages are looked up anew. */
    public void breakpoint(long va, boolean set) {
        codeGone.accept(-1);
        breakpoints.set(va, set);
        java.util.Arrays.fill(fetched, null);
        fetchCode = null;
    }

    /** Lets code run as if no breakpoints were set, or not any more. */
    public void ignoreBreakpoints(boolean ignore) {
        codeGone.accept(-1);
        breakpoints.ignore(ignore);
        java.util.Arrays.fill(fetched, null);
        fetchCode = null;
    }

    // ---- what others do to RAM

    @Override
    public void pageWatched(long page) {
        int number = (int) (page >>> 12);
        if (!writeTagged.get(number)) {
            return;
        }
        writeTagged.clear(number);
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            long entry = s + TLB + (long) index * TLB_ENTRY;
            if ((getLong(entry + TLB_OUTPUT) & -PAGE) == page) {
                setLong(entry + TLB_WRITE, NO_PAGE);
            }
        }
    }

    @Override
    public void watchedPageWritten(long page) {
        codeGone.accept(page);
        cache.invalidate(page);
        if (guardsBranches()) {
            codeGone.accept(page | CodePages.GUARDED);
            cache.invalidate(page | CodePages.GUARDED);
        }
        breakpoints.forget();
    }

    @Override
    public void dirtyCleared() {
        for (int index = 0; index < TLB_BANKS * TLB_ENTRIES; index++) {
            setLong(s + TLB + (long) index * TLB_ENTRY + TLB_WRITE, NO_PAGE);
        }
    }

    /** Ends the listening to RAM. */
    public void close() {
        memory.removeListener(this);
    }
}

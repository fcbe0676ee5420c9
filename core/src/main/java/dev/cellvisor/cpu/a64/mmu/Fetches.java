package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.cpu.a64.state.A64State.FETCH_IPA;
import static dev.cellvisor.cpu.a64.state.A64State.FETCH_PAGE;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_BANKS;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_CURRENT;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRIES;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ENTRY;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_EXECUTE;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_OUTPUT;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_PAGE;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.debug.GuestDebug;
import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.GuestException;
import dev.cellvisor.cpu.a64.isa.LandingPad;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemorySlot;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Where instructions come from: the page that is executed, its decoded words, breakpoints in it, and what an indirect branch may land on. */
public final class Fetches implements CodePages {
    private static final int PAGE = GuestMemory.PAGE_SIZE;
    private static final long UNKNOWN = -1;

    private final Core core;
    private final long s;
    private final GuestMemory memory;
    private final Walker walker;
    private final Tlb tlb;
    private final Lookups lookups;
    private final CodeCache cache;
    private final Breakpoints breakpoints = new Breakpoints();
    private final long[][] fetched = new long[TLB_BANKS * TLB_ENTRIES][];
    /** The page that fetches come from until execution leaves it; -1 for none. */
    private long fetchPage = -1;
    private long fetchIpa;
    /** Its decoded words; {@code null} if they are to be found again. */
    private long[] fetchCode;
    /** Told of a guest-physical page whose code is not what it was, or of -1 for all pages. */
    private LongConsumer codeGone = page -> { };

    Fetches(Core core, GuestMemory memory, Decoder decoder, Walker walker, Tlb tlb, Lookups lookups) {
        this.core = core;
        this.s = core.state;
        this.memory = memory;
        this.walker = walker;
        this.tlb = tlb;
        this.lookups = lookups;
        this.cache = new CodeCache(memory, decoder);
    }

    /** Sets who is told when a guest-physical page has no longer the code that it had; -1 means every page. */
    public void onCodeGone(LongConsumer listener) {
        codeGone = listener;
    }

    /** The host's breakpoints and the guest's. */
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    @Override
    public long[] at(long pc) {
        long bank = getLong(s + TLB_CURRENT);
        long offset = (pc >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY;
        if (getLong(bank + offset + TLB_EXECUTE) == (pc & -PAGE | pc & 3)) {
            long[] code = fetched[tlb.index(bank + offset)];
            if (code != null) {
                fetchPage = pc & -PAGE;
                fetchIpa = code[IPA];
                fetchCode = code;
                return code;
            }
        }
        return fetch(bank, pc);
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
        long ipa = fetchPage == (target & -PAGE | target & 3) ? fetchIpa : known(target);
        if (ipa == UNKNOWN) {
            return false;
        }
        return (ipa & CodePages.GUARDED) == 0 || memory.contains(ipa & -PAGE, PAGE)
                && landingPad(memory.readInt(ipa & -PAGE | target & PAGE - 1), btype);
    }

    /** The guest-physical page of an address that may be executed, with what else {@link #fetchIpa} has, if the TLB has it. */
    private long known(long va) {
        long entry = getLong(s + TLB_CURRENT) + (va >>> 12 & TLB_ENTRIES - 1) * TLB_ENTRY;
        if ((getLong(entry + TLB_PAGE) & -3) != (va & -PAGE | 1) || (va & 3) != 0) {
            return UNKNOWN;
        }
        long output = getLong(entry + TLB_OUTPUT);
        if (!Lookups.permitted(tlb.regime(getLong(s + TLB_CURRENT)), (int) output, Lookups.Access.EXECUTE)) {
            return UNKNOWN;
        }
        return output & -PAGE | ((output & Walker.GUARDED) != 0 ? CodePages.GUARDED : 0);
    }

    /**
     * A run ends before an instruction. If execution has just left a page, it is in the next one already where the TLB knows that: whether an engine has
     * looked that far ahead makes no difference then.
     */
    public void settle(long pc) {
        if (fetchPage == -1) {
            long ipa = known(pc);
            if (ipa != UNKNOWN && memory.contains(ipa & -PAGE, PAGE)) {
                in(pc & -PAGE, ipa);
            }
        }
    }

    /** The same where execution is about to go on at the address; the page is looked up, and may fault. */
    public boolean lands(long pc, int btype) {
        long[] code = again(pc);
        return (code[IPA] & CodePages.GUARDED) == 0 || landingPad(HostMemory.getInt(code[HOST] + (pc & PAGE - 1)), btype);
    }

    private boolean landingPad(int word, int btype) {
        boolean strict = (getLong(s + SCTLR_EL1) >>> (Exceptions.el(s) == 0 ? 35 : 36) & 1) != 0;
        return (LandingPad.allows(word, strict) >>> btype & 1) != 0;
    }

    @Override
    public void leave() {
        fetchPage = -1;
        fetchIpa = 0;
    }

    @Override
    public void in(long page, long ipa) {
        if (fetchPage != page || fetchIpa != ipa) {
            fetchPage = page;
            fetchIpa = ipa;
            fetchCode = null;
        }
    }

    /** Puts into the state block where fetches come from. */
    public void saveFetch() {
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
            Arrays.fill(fetched, null);
            cache.clear();
        }
        long[] code = cache.page(slot, ipa);
        return breakpoints.inPage(va) ? breakpoints.page(va & -PAGE, code) : code;
    }

    private long[] fetch(long bank, long pc) {
        if ((pc & 3) != 0) {
            core.budget--;
            Exceptions.synchronous(s, Exceptions.EC_PC_ALIGNMENT, 0, pc, pc);
            throw GuestException.INSTANCE;
        }
        long address = walker.withoutTagOfCode(pc);
        if (address != pc) {
            setLong(s + PC, address);
        }
        long entry = lookups.entry(bank, address, address, Lookups.Access.EXECUTE);
        long output = getLong(entry + TLB_OUTPUT);
        long ipa = output & -PAGE;
        MemorySlot slot = memory.slotAt(ipa);
        if (slot == null) {
            throw lookups.fetchFault(address, Walker.EXTERNAL);
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
        tlb.executeFreely(entry, address & -PAGE, slot.hostAddress() + ((ipa & -PAGE) - slot.address()));
        fetched[tlb.index(entry)] = code;
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
    void breakpoint(long va, boolean set) {
        codeGone.accept(-1);
        breakpoints.set(va, set);
        forget();
    }

    /** Lets code run as if no breakpoints were set, or not any more. */
    public void ignoreBreakpoints(boolean ignore) {
        codeGone.accept(-1);
        breakpoints.ignore(ignore);
        forget();
    }

    /** Lets the instruction at an address run in spite of the guest's breakpoint there, until this is called with -1. */
    public void passBreakpoint(long va) {
        breakpoints.pass(va);
        fetchCode = null;
    }

    /** The guest's breakpoints have changed. */
    void guests(GuestDebug debug) {
        if (breakpoints.guests(debug.addresses())) {
            codeGone.accept(-1);
            forget();
        }
    }

    // ---- what is not true any more

    /** Pages are looked up anew. */
    void forget() {
        Arrays.fill(fetched, null);
        fetchCode = null;
    }

    /** A page that has decoded code was written. */
    void written(long page) {
        codeGone.accept(page);
        cache.invalidate(page);
        if (guardsBranches()) {
            codeGone.accept(page | CodePages.GUARDED);
            cache.invalidate(page | CodePages.GUARDED);
        }
        breakpoints.forget();
    }

    /** All decoded code may be another. */
    void forgetCode(GuestDebug debug) {
        codeGone.accept(-1);
        cache.clear();
        breakpoints.forget();
        debug.derive();
        breakpoints.guests(debug.addresses());
    }

    /** An instruction's word. */
    int word(long pc) {
        return HostMemory.getInt(again(pc)[HOST] + (pc & PAGE - 1));
    }
}

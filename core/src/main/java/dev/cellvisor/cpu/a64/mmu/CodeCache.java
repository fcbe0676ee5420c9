package dev.cellvisor.cpu.a64.mmu;

import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Regs;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemorySlot;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Decoded words by guest-physical page. A pure cache: a page is watched while it is here, and emptied in place when it is written. */
final class CodeCache {
    /** 8 KiB each: about 100 MiB at most. */
    private static final int LIMIT = 12_288;

    private final GuestMemory memory;
    private final Decoder decoder;
    private final Map<Long, long[]> pages = new HashMap<>();

    CodeCache(GuestMemory memory, Decoder decoder) {
        this.memory = memory;
        this.decoder = decoder;
    }

    /** Whether it should be cleared before the next page. */
    boolean full() {
        return pages.size() >= LIMIT;
    }

    /** The array of a page, which is another one while the page is guarded. */
    long[] page(MemorySlot slot, long ipa) {
        long[] code = pages.get(ipa);
        if (code == null) {
            code = new long[CodePages.LENGTH];
            code[1024] = (long) Decoder.PAGE_END << Regs.OP_SHIFT;
            code[CodePages.HOST] = slot.hostAddress() + ((ipa & -GuestMemory.PAGE_SIZE) - slot.address());
            code[CodePages.IPA] = ipa;
            pages.put(ipa, code);
        }
        return code;
    }

    /** Decodes one word in place, watching its page from then on. */
    void decode(long[] code, int index) {
        long ipa = code[CodePages.IPA] & -GuestMemory.PAGE_SIZE;
        if (!memory.watched(ipa)) {
            memory.watch(ipa);
        }
        code[index] = decoder.decode(HostMemory.getInt(code[CodePages.HOST] + (index << 2)));
    }

    /** Empties a page in place: a run loop that is in it decodes again. */
    void invalidate(long ipa) {
        long[] code = pages.get(ipa);
        if (code != null) {
            Arrays.fill(code, 0, 1024, 0);
        }
    }

    /** Forgets everything. Not while a run loop goes on in one of its pages without asking anew. */
    void clear() {
        pages.clear();
    }
}

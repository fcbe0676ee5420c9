package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Instructions that are entered at the first and left at the last or through a {@link Way}: at first interpreted, then translated as one piece of
 * a page, and if they run often, as the beginning of a {@link Trace}.
 */
final class Block {
    /** The virtual address of its first instruction. */
    final long va;
    /** The guest-physical address of its page. */
    final long ipa;
    /** The host address of its page minus the page's virtual address: what a TLB entry must have for it to be the code at its address. */
    final long addend;
    /** How many instructions it has. */
    final int count;
    /** How often it was come to while it was not translated. */
    int visits;
    /** How often a look found it executing. */
    int samples;
    /** How often a trace was looked for. */
    int tries;
    /** Where it executes; 0 while it is not translated. */
    long entry;
    /** How many instructions are paid for at its entry. */
    int paid;
    /** How many bytes of code it has. */
    int codeBytes;
    /** Where each instruction's code begins, from its entry on; 0 for one that was emitted with the one before. */
    int[] offsets;
    /** The instructions' addresses, if they are a trace's; {@code null} if one stands behind the other. */
    long[] addresses;
    /** Whether its code is a trace's. */
    boolean traced;
    /** Another block in the same place of the engine's table. */
    Block next;
    /** Jumps of other blocks that lead here. */
    final List<Way> callers = new ArrayList<>();
    /** Its own ways out. */
    final List<Way> ways = new ArrayList<>();
    boolean dead;

    Block(long va, long ipa, long addend, int count) {
        this.va = va;
        this.ipa = ipa;
        this.addend = addend;
        this.count = count;
    }

    long page() {
        return va & -4096;
    }

    /** Whether its page is guarded (FEAT_BTI). */
    boolean guarded() {
        return (ipa & CodePages.GUARDED) != 0;
    }

    private long address(int instruction) {
        return addresses == null ? va + 4L * instruction : addresses[instruction];
    }

    /** Whether its code does the instruction at an address. */
    boolean contains(long instruction) {
        if (addresses == null) {
            return instruction >= va && instruction < va + 4L * count;
        }
        for (long address : addresses) {
            if (address == instruction) {
                return true;
            }
        }
        return false;
    }

    /** The guest's address of the instruction that so many bytes of its code belong to; of its first one if they stand behind all. */
    long instructionAt(int bytes) {
        int found = 0;
        for (int i = 0; i < offsets.length && offsets[i] <= bytes; i++) {
            found = offsets[i] != 0 ? i : found;
        }
        return address(found);
    }

    /** Its code, to be looked at. */
    EmittedCode emitted() {
        List<EmittedCode.Part> parts = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            int next = i;
            while (next < offsets.length && offsets[next] == 0) { // emitted together with the one before
                next++;
            }
            parts.add(new EmittedCode.Part(address(i), next < offsets.length ? offsets[next] : codeBytes));
        }
        byte[] code = HostMemory.ALL.asSlice(entry, codeBytes).toArray(ValueLayout.JAVA_BYTE);
        return new EmittedCode(List.copyOf(parts), traced, entry, code);
    }

    /** A way out of a block. */
    static final class Way {
        /** What is to be done. */
        enum Kind {
            /** The budget does not reach to the end of what would be paid for next: nothing of it was done. */
            BUDGET,
            /** The one meaning does the instruction at {@link #pc}; then on at {@link #resume}, or anywhere if that is 0. */
            MEANING,
            /** Go on at {@link #pc}, in the same page; the jump can be aimed. */
            LINK,
            /** Go on at {@link #pc}, in another page; the jump can be aimed, under a look into the TLB. */
            LINK_PAGE,
            /** Go on at the address in the state block's PC. */
            INDIRECT,
            /** The same, by a branch whose target must be looked at: {@link #landingType}. */
            LANDING,
            /** The same, by an exception or the return from one: execution has left its page, wherever it goes. */
            ANEW
        }

        final Block from;
        final Kind kind;
        /** The address of the instruction, or of the next. */
        final long pc;
        /** How many instructions were paid for and not done, that at {@code pc} included; the code of other ways than MEANING and BUDGET gives it back itself. */
        final int refund;
        /** The page that execution is in on this way: its virtual and its guest-physical address. */
        final long page;
        final long ipa;
        /** For {@link Kind#MEANING}: what the instruction is, and whether it has an emitter, which then did not know what to do. */
        int operation;
        boolean known;
        /** For {@link Kind#MEANING}: the instruction, where its register says more than its operation; else 0. */
        int word;
        /** For {@link Kind#LANDING}: how {@code Core.landing} calls such a branch. */
        int landingType;
        long resume;
        /** Where the jump stands, for aiming; and where it led at first. */
        long jump;
        long unaimed;
        /** Where the expected addend stands, for {@link Kind#LINK_PAGE}. */
        long addendAt;
        Block aimedAt;

        Way(Block from, Kind kind, long pc, int refund, long page, long ipa) {
            this.from = from;
            this.kind = kind;
            this.pc = pc;
            this.refund = refund;
            this.page = page;
            this.ipa = ipa;
        }
    }
}

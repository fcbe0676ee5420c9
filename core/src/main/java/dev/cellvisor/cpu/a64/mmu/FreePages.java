package dev.cellvisor.cpu.a64.mmu;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.memory.MemorySlot;
import java.lang.foreign.Arena;

/**
 * Pages of RAM that one CPU's loads and stores may reach without telling anybody, in off-heap memory, so that an engine that looks an address up itself knows which tags it may set. A byte for each page of
 * the largest slot; no state: what is not marked here is marked the next time that {@link Mmu} sets a tag for it, and marks go by the same rules as tags.
 */
public final class FreePages implements AutoCloseable {
    /** A page's loads go straight to RAM. */
    public static final int READ = 1;
    /** Its stores do, and change nothing about the page. */
    public static final int WRITE = 2;

    private static final int PAGE_SHIFT = 12;

    private final GuestMemory memory;
    private final int paBits;
    private final Arena arena = Arena.ofShared();
    private MemorySlot slot;
    private long marks;
    private boolean marked;
    private boolean suspended;

    /** @param paBits the CPU's guest-physical address size */
    FreePages(GuestMemory memory, int paBits) {
        this.memory = memory;
        this.paBits = paBits;
    }

    /** The slot that it is about; {@code null} while there is none that the CPU can address. */
    public MemorySlot slot() {
        if (slot == null) {
            for (MemorySlot candidate : memory.slots()) {
                if (candidate.reachable() && candidate.end() <= 1L << paBits && (slot == null || candidate.sizeBytes() > slot.sizeBytes())) {
                    slot = candidate;
                }
            }
            if (slot != null) {
                marks = HostMemory.allocate(slot.sizeBytes() >>> PAGE_SHIFT, arena).address();
            }
        }
        return slot;
    }

    /** Host address of the slot's marks. */
    public long marks() {
        return marks;
    }

    /** A tag was set for a page. */
    void mark(long ipa, int access) {
        if (suspended || slot == null || ipa - slot.address() < 0 || ipa >= slot.end()) {
            return;
        }
        marked = true;
        long at = marks + (ipa - slot.address() >>> PAGE_SHIFT);
        HostMemory.setByte(at, (byte) (HostMemory.getByte(at) | access));
    }

    /** Stores to a page are told again. */
    void dropWrites(long ipa) {
        if (slot != null && ipa - slot.address() >= 0 && ipa < slot.end()) {
            long at = marks + (ipa - slot.address() >>> PAGE_SHIFT);
            HostMemory.setByte(at, (byte) (HostMemory.getByte(at) & ~WRITE));
        }
    }

    /** Nothing is known of any page. */
    void dropAll() {
        if (marked) {
            marked = false;
            HostMemory.ALL.asSlice(marks, slot.sizeBytes() >>> PAGE_SHIFT).fill((byte) 0);
        }
    }

    /** Whether tags depend on more than the page, as they do while the guest watches addresses: nothing is marked then. */
    void suspend(boolean suspend) {
        suspended = suspend;
    }

    @Override
    public void close() {
        slot = null;
        marked = false;
        suspended = true;
        arena.close();
    }
}

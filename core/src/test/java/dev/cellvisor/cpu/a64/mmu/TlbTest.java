package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

class TlbTest {
    private static final long BLOCK = 2 << 20;
    private static final long VA = 0x40_0000L;

    @Test
    void aPieceOfABlockThatWasRestoredGoesWithAnyAddressOfTheBlock() {
        try (Arena arena = Arena.ofConfined()) {
            long saved = HostMemory.allocate(A64State.SIZE, arena).address();
            new Tlb(saved, new FreePages(new dev.cellvisor.memory.GuestMemory(), 48)).dropAll();
            put(entry(saved, VA + 0x3000), VA + 0x3000, -BLOCK);
            put(entry(saved, VA + BLOCK + 0x5000), VA + BLOCK + 0x5000, -4096);

            long s = HostMemory.allocate(A64State.SIZE, arena).address();
            Tlb tlb = new Tlb(s, new FreePages(new dev.cellvisor.memory.GuestMemory(), 48));
            tlb.dropAll();
            TlbState.restore(s, TlbState.save(saved));
            tlb.restored();
            assertEquals(VA + 0x3000 | 3, getLong(entry(s, VA + 0x3000) + A64State.TLB_PAGE));
            assertEquals(A64State.NO_PAGE, getLong(entry(s, VA + 0x3000) + A64State.TLB_READ));

            tlb.drop(VA + 0x1f_0000, -1);
            assertEquals(0, getLong(entry(s, VA + 0x3000) + A64State.TLB_PAGE), "it was cut from the block of that address");
            tlb.drop(VA + BLOCK + 0x6000, -1);
            assertEquals(VA + BLOCK + 0x5000 | 3, getLong(entry(s, VA + BLOCK + 0x5000) + A64State.TLB_PAGE), "a page of its own stays");
        }
    }

    @Test
    void allEntriesOfAllBanksAreDroppedAtOnce() {
        try (Arena arena = Arena.ofConfined()) {
            long s = HostMemory.allocate(A64State.SIZE, arena).address();
            Tlb tlb = new Tlb(s, new FreePages(new dev.cellvisor.memory.GuestMemory(), 48));
            long entries = (long) A64State.TLB_BANKS * A64State.TLB_ENTRIES;
            for (long i = 0; i < entries; i++) {
                for (int at = 0; at < A64State.TLB_MASK + 8; at += 8) {
                    setLong(s + A64State.TLB + i * A64State.TLB_ENTRY + at, 0x1234_5000L + i);
                }
            }
            tlb.dropAll();
            for (long i = 0; i < entries; i++) {
                long entry = s + A64State.TLB + i * A64State.TLB_ENTRY;
                for (int at = A64State.TLB_READ; at <= A64State.TLB_EXECUTE; at += 8) {
                    assertEquals(A64State.NO_PAGE, getLong(entry + at), "tag " + at + " of entry " + i);
                }
                for (int at = A64State.TLB_ADDEND; at <= A64State.TLB_MASK; at += 8) {
                    assertEquals(0, getLong(entry + at), "field " + at + " of entry " + i);
                }
            }
        }
    }

    private static long entry(long s, long va) {
        return s + A64State.TLB + (va >>> 12 & A64State.TLB_ENTRIES - 1) * A64State.TLB_ENTRY;
    }

    private static void put(long entry, long va, long mask) {
        setLong(entry + A64State.TLB_PAGE, va | 3);
        setLong(entry + A64State.TLB_OUTPUT, 0x4000_0000L);
        setLong(entry + A64State.TLB_MASK, mask);
    }
}

package dev.cellvisor.vm;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Work on all pages of RAM that does not touch those that nobody ever wrote. */
final class RamPages {
    private static final MemorySegment ZERO_PAGE = MemorySegment.ofArray(new byte[GuestMemory.PAGE_SIZE]);

    private RamPages() {
    }

    /** Makes all RAM zero again. */
    static void clear(GuestMemory memory) {
        for (MemorySlot slot : memory.slots()) {
            for (long offset = 0; offset < slot.sizeBytes(); offset += GuestMemory.PAGE_SIZE) {
                if (!zero(slot, offset)) {
                    memory.fill(slot.address() + offset, GuestMemory.PAGE_SIZE, 0);
                }
            }
        }
    }

    /** For each slot the SHA-256 over number and bytes of its pages that are not zero. */
    static List<State> hashes(GuestMemory memory) {
        List<State> hashes = new ArrayList<>();
        byte[] page = new byte[GuestMemory.PAGE_SIZE];
        byte[] number = new byte[8];
        for (MemorySlot slot : memory.slots()) {
            MessageDigest digest = Sha256.digest();
            long pages = 0;
            for (long offset = 0; offset < slot.sizeBytes(); offset += GuestMemory.PAGE_SIZE) {
                if (!zero(slot, offset)) {
                    memory.read(slot.address() + offset, page, 0, page.length);
                    java.nio.ByteBuffer.wrap(number).putLong(0, offset / GuestMemory.PAGE_SIZE);
                    digest.update(number);
                    digest.update(page);
                    pages++;
                }
            }
            hashes.add(State.of("ram", 1).put("address", slot.address()).put("sizeBytes", slot.sizeBytes())
                    .put("pages", pages).put("sha256", digest.digest()).build());
        }
        return hashes;
    }

    /** Whether two VMs of one shape have the same in RAM. */
    static boolean same(GuestMemory one, GuestMemory two) {
        for (int i = 0; i < one.slots().size(); i++) {
            MemorySlot a = one.slots().get(i);
            MemorySlot b = two.slots().get(i);
            for (long offset = 0; offset < a.sizeBytes(); offset += GuestMemory.PAGE_SIZE) {
                if ((a.touchedAt(offset) || b.touchedAt(offset)) && MemorySegment.mismatch(a.segment(), offset, offset + GuestMemory.PAGE_SIZE,
                        b.segment(), offset, offset + GuestMemory.PAGE_SIZE) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean zero(MemorySlot slot, long offset) {
        return !slot.touchedAt(offset) || MemorySegment.mismatch(slot.segment(), offset, offset + GuestMemory.PAGE_SIZE, ZERO_PAGE, 0, GuestMemory.PAGE_SIZE) < 0;
    }
}

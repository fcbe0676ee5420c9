package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.state.StateException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A CPU's TLBs as plain data: their valid entries only, bank by bank in the order of their places, 24 bytes for each, little-endian: the page with its two
 * flags and the bank's number from bit 2 on; the output; the mask. An entry's place in its bank follows from its page. What is only a cache in an entry is
 * not there.
 */
public final class TlbState {
    private static final int SAVED_ENTRY = 24;
    private static final int BANK_SHIFT = 2;
    private static final int FLAGS = 3;

    private TlbState() {
    }

    /** The valid entries of the TLBs in the state block at a host address. */
    public static byte[] save(long s) {
        byte[] bytes = new byte[64 * SAVED_ENTRY];
        var out = MemorySegment.ofArray(bytes);
        int length = 0;
        for (int bank = 0; bank < A64State.TLB_BANKS; bank++) {
            long first = s + A64State.TLB + (long) bank * A64State.TLB_SIZE;
            for (long entry = first; entry < first + A64State.TLB_SIZE; entry += A64State.TLB_ENTRY) {
                long page = getLong(entry + A64State.TLB_PAGE);
                if ((page & 1) == 0) {
                    continue;
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                    out = MemorySegment.ofArray(bytes);
                }
                out.set(HostMemory.LONG, length, page | (long) bank << BANK_SHIFT);
                out.set(HostMemory.LONG, length + 8, getLong(entry + A64State.TLB_OUTPUT));
                out.set(HostMemory.LONG, length + 16, getLong(entry + A64State.TLB_MASK));
                length += SAVED_ENTRY;
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /**
     * Puts them back; all other entries match nothing afterwards.
     *
     * @throws StateException if that is nothing that {@link #save} gives
     */
    public static void restore(long s, byte[] bytes) {
        if (bytes.length % SAVED_ENTRY != 0) {
            throw new StateException("the entries of a TLB take %d bytes each, and there are %d".formatted(SAVED_ENTRY, bytes.length));
        }
        Exceptions.dropEntries(s);
        var in = MemorySegment.ofArray(bytes);
        for (int at = 0; at < bytes.length; at += SAVED_ENTRY) {
            long page = in.get(HostMemory.LONG, at);
            int bank = (int) (page >>> BANK_SHIFT & 0x3ff);
            if (bank >= A64State.TLB_BANKS || (page & 1) == 0) {
                throw new StateException("0x%x is no page in one of %d TLBs".formatted(page, A64State.TLB_BANKS));
            }
            long entry = s + A64State.TLB + (long) bank * A64State.TLB_SIZE + (page >>> 12 & A64State.TLB_ENTRIES - 1) * A64State.TLB_ENTRY;
            setLong(entry + A64State.TLB_PAGE, page & (-4096 | FLAGS));
            setLong(entry + A64State.TLB_OUTPUT, in.get(HostMemory.LONG, at + 8));
            setLong(entry + A64State.TLB_MASK, in.get(HostMemory.LONG, at + 16));
        }
    }
}

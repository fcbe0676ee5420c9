package dev.cellvisor.cpu.kvm.arm64;

import dev.cellvisor.memory.GuestMemory;
import java.util.HashMap;
import java.util.Map;

/**
 * The BRK instructions that stand in a VM's memory for breakpoints beyond the hardware's. All its vCPUs share the memory, so each place is kept once, for as long as a
 * vCPU wants it; while one steps over a place, none stands there.
 */
public final class SoftwareBreakpoints {
    private static final int BRK = 0xd420_0000;

    private final GuestMemory memory;
    private final Map<Long, Place> places = new HashMap<>();
    private int lifted;

    private static final class Place {
        private int word;
        private int wanted;
    }

    /** Of a VM with this RAM. */
    public SoftwareBreakpoints(GuestMemory memory) {
        this.memory = memory;
    }

    /** Whether one can stand at a guest-physical address. */
    boolean fits(long ipa) {
        return ipa >= 0 && memory.contains(ipa, 4);
    }

    /** A vCPU wants one. */
    synchronized void add(long ipa) {
        Place place = places.computeIfAbsent(ipa, address -> new Place());
        if (place.wanted++ == 0 && lifted == 0) {
            put(ipa, place);
        }
    }

    /** A vCPU wants one no more. */
    synchronized void remove(long ipa) {
        Place place = places.get(ipa);
        if (--place.wanted == 0) {
            if (lifted == 0) {
                take(ipa, place);
            }
            places.remove(ipa);
        }
    }

    /** Takes all out of memory while a vCPU executes one instruction; another that runs meanwhile may pass a place. */
    synchronized void lift() {
        if (lifted++ == 0) {
            places.forEach(this::take);
        }
    }

    /** Ends {@link #lift}. */
    synchronized void lower() {
        if (--lifted == 0) {
            places.forEach(this::put);
        }
    }

    private void put(long ipa, Place place) {
        place.word = memory.readInt(ipa);
        memory.writeInt(ipa, BRK);
    }

    /** Where the guest has written something else meanwhile, that stays. */
    private void take(long ipa, Place place) {
        if (memory.readInt(ipa) == BRK) {
            memory.writeInt(ipa, place.word);
        }
    }
}

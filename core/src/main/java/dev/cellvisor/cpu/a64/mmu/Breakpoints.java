package dev.cellvisor.cpu.a64.mmu;

import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Regs;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The host's breakpoints and the guest's own, by virtual address. A page that has some gets its own array of decoded words, with a stop in place of those
 * instructions: pages without cost nothing.
 */
public final class Breakpoints {
    private final Set<Long> addresses = new TreeSet<>();
    private Set<Long> guests = Set.of();
    /** Where the guest's breakpoint is passed over, since it does not match now; -1 nowhere: no instruction is there. */
    private long passed = -1;
    private final Map<Long, long[]> pages = new HashMap<>();
    private boolean ignored;
    private boolean hit;

    Breakpoints() {
    }

    void set(long va, boolean set) {
        if (set) {
            addresses.add(va);
        } else {
            addresses.remove(va);
        }
        pages.clear();
    }

    /** The guest's own from now on; whether that is a change. */
    boolean guests(Set<Long> all) {
        boolean changed = !all.equals(guests);
        guests = all;
        pages.clear();
        return changed;
    }

    void pass(long va) {
        passed = va;
        pages.clear();
    }

    /** Whether the host has one at an address where it is not ignored. */
    public boolean stopsHost(long va) {
        return !ignored && at(va);
    }

    /** Whether any is set at an address. */
    public boolean at(long va) {
        return !addresses.isEmpty() && addresses.contains(va);
    }

    /** Whether the host has set any. */
    public boolean any() {
        return !addresses.isEmpty();
    }

    void ignore(boolean ignore) {
        ignored = ignore;
    }

    /** Whether the run loop has stopped at one since the last call. */
    public boolean takeHit() {
        boolean was = hit;
        hit = false;
        return was;
    }

    void hit() {
        hit = true;
    }

    boolean inPage(long va) {
        return !ignored && inPage(addresses, va) || inPage(guests, va);
    }

    private static boolean inPage(Set<Long> addresses, long va) {
        if (addresses.isEmpty()) {
            return false;
        }
        long page = va & -4096;
        return addresses.stream().anyMatch(address -> (address & -4096) == page);
    }

    /** The page's own array; {@code code} is what it has without breakpoints. */
    long[] page(long page, long[] code) {
        long[] own = pages.computeIfAbsent(page, address -> new long[CodePages.LENGTH]);
        System.arraycopy(code, 0, own, 0, own.length);
        stop(page, own);
        return own;
    }

    /** Code was written somewhere: what is copied here is decoded again. */
    void forget() {
        pages.forEach((page, own) -> {
            java.util.Arrays.fill(own, 0, 1024, 0);
            stop(page, own);
        });
    }

    private void stop(long page, long[] own) {
        if (!ignored) {
            stop(addresses, page, own);
        }
        stop(guests, page, own);
    }

    private void stop(Set<Long> all, long page, long[] own) {
        for (long address : all) {
            if ((address & -4096) == page && address != passed) {
                own[(int) (address >>> 2) & 1023] = (long) Decoder.BREAKPOINT << Regs.OP_SHIFT;
            }
        }
    }
}

package dev.cellvisor.irq;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The Locality-specific Peripheral Interrupts of a GICv3 with an ITS (IHI 0069, 5.1): INTIDs from 8192, edge-triggered, in Group 1, without an active
 * state. Priority and enable bit are in the guest's own table (GICR_PROPBASER), read whenever they matter, so an INV has nothing to do. What
 * is pending is kept here; the guest's pending tables are not used.
 */
final class GicLpis {
    /** The first one. */
    static final int FIRST = 8192;
    /** How many bits an INTID has. */
    static final int ID_BITS = 16;
    private static final long ADDRESS = 0xf_ffff_ffff_f000L;

    private final GuestMemory memory;
    private final TreeSet<Integer>[] pending;
    final long[] propbaser;
    final long[] pendbaser;
    final boolean[] enabled;

    @SuppressWarnings({"unchecked", "rawtypes"})
    GicLpis(GuestMemory memory, int cpus) {
        this.memory = memory;
        pending = new TreeSet[cpus];
        propbaser = new long[cpus];
        pendbaser = new long[cpus];
        enabled = new boolean[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            pending[cpu] = new TreeSet<>();
        }
    }

    boolean pending(int cpu, int intid) {
        return pending[cpu].contains(intid);
    }

    void set(int cpu, int intid, boolean value) {
        if (value) {
            pending[cpu].add(intid);
        } else {
            pending[cpu].remove(intid);
        }
    }

    /** Moves all that is pending at a CPU to another. */
    void moveAll(int from, int to) {
        pending[to].addAll(pending[from]);
        pending[from].clear();
    }

    /** The highest priority pending LPI of a CPU that is enabled, or 0 if there is none. */
    int best(int cpu) {
        int best = 0;
        if (enabled[cpu]) {
            for (int intid : pending[cpu]) {
                if ((configuration(cpu, intid) & 1) != 0 && (best == 0 || priority(cpu, intid) < priority(cpu, best))) {
                    best = intid;
                }
            }
        }
        return best;
    }

    int priority(int cpu, int intid) {
        return configuration(cpu, intid) & InterruptBank.PRIORITY_MASK;
    }

    private int configuration(int cpu, int intid) {
        long at = (propbaser[cpu] & ADDRESS) + intid - FIRST;
        boolean inTable = intid >>> (propbaser[cpu] & 31) + 1 == 0;
        return inTable && memory.contains(at, 1) ? memory.readByte(at) & 0xff : 0;
    }

    State save() {
        List<State> parts = new ArrayList<>();
        for (int cpu = 0; cpu < pending.length; cpu++) {
            parts.add(State.of("gic-lpis-cpu", 1).put("propbaser", propbaser[cpu]).put("pendbaser", pendbaser[cpu]).put("enabled", enabled[cpu])
                    .put("pending", pending[cpu].stream().mapToLong(Integer::longValue).toArray()).build());
        }
        return State.of("gic-lpis", 1).put("cpus", parts).build();
    }

    void restore(State state) {
        List<State> parts = state.expect("gic-lpis", 1).children("cpus");
        for (int cpu = 0; cpu < pending.length; cpu++) {
            State part = parts.get(cpu).expect("gic-lpis-cpu", 1);
            propbaser[cpu] = part.number("propbaser");
            pendbaser[cpu] = part.number("pendbaser");
            enabled[cpu] = part.flag("enabled");
            pending[cpu].clear();
            for (long intid : part.numbers("pending")) {
                pending[cpu].add((int) intid);
            }
        }
    }
}

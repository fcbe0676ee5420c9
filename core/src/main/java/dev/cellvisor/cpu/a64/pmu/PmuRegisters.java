package dev.cellvisor.cpu.a64.pmu;

import static dev.cellvisor.cpu.a64.pmu.Pmu.ALL;
import static dev.cellvisor.cpu.a64.pmu.Pmu.COUNTER;
import static dev.cellvisor.cpu.a64.pmu.Pmu.COUNTERS;
import static dev.cellvisor.cpu.a64.pmu.Pmu.CONTROL;
import static dev.cellvisor.cpu.a64.pmu.Pmu.CYCLES;
import static dev.cellvisor.cpu.a64.pmu.Pmu.CYCLE_FILTER;
import static dev.cellvisor.cpu.a64.pmu.Pmu.ENABLED;
import static dev.cellvisor.cpu.a64.pmu.Pmu.INTERRUPTS;
import static dev.cellvisor.cpu.a64.pmu.Pmu.OVERFLOWS;
import static dev.cellvisor.cpu.a64.pmu.Pmu.SELECTED;
import static dev.cellvisor.cpu.a64.pmu.Pmu.TYPE;
import static dev.cellvisor.cpu.a64.pmu.Pmu.USER;
import static dev.cellvisor.irq.CpuInterface.encoding;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.state.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongSupplier;

/** The Performance Monitors' registers, as MRS and MSR reach them. What they hold is in the CPU's state block, and saved with it. */
public final class PmuRegisters implements CpuInterface {
    private static final int PMINTENSET_EL1 = encoding(3, 0, 9, 14, 1);
    private static final int PMINTENCLR_EL1 = encoding(3, 0, 9, 14, 2);
    private static final int PMCR_EL0 = encoding(3, 3, 9, 12, 0);
    private static final int PMCNTENSET_EL0 = encoding(3, 3, 9, 12, 1);
    private static final int PMCNTENCLR_EL0 = encoding(3, 3, 9, 12, 2);
    private static final int PMOVSCLR_EL0 = encoding(3, 3, 9, 12, 3);
    private static final int PMSWINC_EL0 = encoding(3, 3, 9, 12, 4);
    private static final int PMSELR_EL0 = encoding(3, 3, 9, 12, 5);
    private static final int PMCEID0_EL0 = encoding(3, 3, 9, 12, 6);
    private static final int PMCEID1_EL0 = encoding(3, 3, 9, 12, 7);
    private static final int PMCCNTR_EL0 = encoding(3, 3, 9, 13, 0);
    private static final int PMXEVTYPER_EL0 = encoding(3, 3, 9, 13, 1);
    private static final int PMXEVCNTR_EL0 = encoding(3, 3, 9, 13, 2);
    private static final int PMUSERENR_EL0 = encoding(3, 3, 9, 14, 0);
    private static final int PMOVSSET_EL0 = encoding(3, 3, 9, 14, 3);
    private static final int PMEVCNTR0_EL0 = encoding(3, 3, 14, 8, 0);
    private static final int PMEVTYPER0_EL0 = encoding(3, 3, 14, 12, 0);
    private static final int PMCCFILTR_EL0 = encoding(3, 3, 14, 15, 7);
    private static final int EL1_ONLY = 0x3800;

    private static final SequencedMap<String, Integer> NAMES = names();
    private static final Set<Integer> ENCODINGS = Set.copyOf(NAMES.values());

    // PMUSERENR_EL0: what EL0 may do.
    private static final int EN = 1;
    private static final int SW = 2;
    private static final int CR = 4;
    private static final int ER = 8;

    // PMCR_EL0
    private static final long WRITABLE = 0x69; // LC, DP, D, E; X exports nothing
    private static final long P = 2;
    private static final long C = 4;

    private static final long FILTER = 0xf000_0000L; // P, U, NSK, NSU
    private static final long EVENT = 0x3ff;
    private static final int CYCLE_SELECTED = 31;

    private final Pmu pmu;
    private final long s;
    private final LongSupplier started;

    /**
     * @param state host address of the state block
     * @param started the number of started instructions, the one that is executing included
     */
    public PmuRegisters(Pmu pmu, long state, LongSupplier started) {
        this.pmu = pmu;
        this.s = state;
        this.started = started;
    }

    @Override
    public boolean handles(int encoding) {
        int crn = encoding >>> 7 & 15;
        return (crn == 9 || crn == 14 && (encoding & 0x40) != 0) && ENCODINGS.contains(encoding);
    }

    @Override
    public long read(int encoding, int el) {
        if (el == 0) {
            allow(encoding, false);
        }
        if (encoding == PMSWINC_EL0) {
            throw UndefinedAccess.INSTANCE;
        }
        pmu.count(started.getAsLong(), el);
        return value(encoding);
    }

    @Override
    public long peek(int encoding) {
        pmu.count(started.getAsLong(), Exceptions.el(s));
        return encoding == PMSWINC_EL0 ? 0 : value(encoding);
    }

    private long value(int encoding) {
        if (encoding == PMCEID0_EL0) {
            return Pmu.EVENTS;
        } else if (encoding == PMCEID1_EL0) {
            return 0;
        } else if (encoding == PMXEVTYPER_EL0 || encoding == PMXEVCNTR_EL0) {
            int field = selected(encoding == PMXEVTYPER_EL0);
            return field < 0 ? 0 : getLong(s + field);
        }
        return getLong(s + field(encoding));
    }

    @Override
    public void write(int encoding, int el, long value) {
        if (el == 0) {
            allow(encoding, true);
        }
        if (encoding == PMCEID0_EL0 || encoding == PMCEID1_EL0) {
            throw UndefinedAccess.INSTANCE;
        }
        long now = started.getAsLong();
        pmu.count(now, el);
        assign(encoding, el, value);
        pmu.changed(now);
    }

    private void assign(int encoding, int el, long value) {
        if (encoding == PMCR_EL0) {
            setLong(s + CONTROL, getLong(s + CONTROL) & ~WRITABLE | value & WRITABLE);
            for (int n = 0; (value & P) != 0 && n < COUNTERS; n++) {
                setLong(s + COUNTER + n * 8L, 0);
            }
            if ((value & C) != 0) {
                setLong(s + CYCLES, 0);
            }
        } else if (encoding == PMSWINC_EL0) {
            pmu.increment(value, el);
        } else if (encoding == PMCNTENSET_EL0 || encoding == PMINTENSET_EL1 || encoding == PMOVSSET_EL0) {
            setLong(s + field(encoding), getLong(s + field(encoding)) | value & ALL);
        } else if (encoding == PMCNTENCLR_EL0 || encoding == PMINTENCLR_EL1 || encoding == PMOVSCLR_EL0) {
            setLong(s + field(encoding), getLong(s + field(encoding)) & ~value);
        } else if (encoding == PMSELR_EL0) {
            setLong(s + SELECTED, value & 31);
        } else if (encoding == PMUSERENR_EL0) {
            setLong(s + USER, value & 15);
        } else if (encoding == PMCCNTR_EL0) {
            setLong(s + CYCLES, value);
        } else {
            boolean x = encoding == PMXEVTYPER_EL0 || encoding == PMXEVCNTR_EL0;
            int field = x ? selected(encoding == PMXEVTYPER_EL0) : field(encoding);
            if (field >= 0) {
                setLong(s + field, value & (field == CYCLE_FILTER ? FILTER : field >= TYPE ? FILTER | EVENT : 0xffff_ffffL));
            }
        }
    }

    /** The field that PMXEVTYPER_EL0 or PMXEVCNTR_EL0 stands for, or -1 if PMSELR_EL0 selects none. */
    private int selected(boolean type) {
        int n = (int) getLong(s + SELECTED);
        if (n < COUNTERS) {
            return (type ? TYPE : COUNTER) + n * 8;
        }
        return type && n == CYCLE_SELECTED ? CYCLE_FILTER : -1;
    }

    private static int field(int encoding) {
        if (encoding == PMCR_EL0) {
            return CONTROL;
        } else if (encoding == PMCNTENSET_EL0 || encoding == PMCNTENCLR_EL0) {
            return ENABLED;
        } else if (encoding == PMINTENSET_EL1 || encoding == PMINTENCLR_EL1) {
            return INTERRUPTS;
        } else if (encoding == PMOVSSET_EL0 || encoding == PMOVSCLR_EL0) {
            return OVERFLOWS;
        } else if (encoding == PMSELR_EL0) {
            return SELECTED;
        } else if (encoding == PMUSERENR_EL0) {
            return USER;
        } else if (encoding == PMCCNTR_EL0) {
            return CYCLES;
        } else if (encoding == PMCCFILTR_EL0) {
            return CYCLE_FILTER;
        }
        return (encoding >= PMEVTYPER0_EL0 ? TYPE : COUNTER) + (encoding & 7) * 8;
    }

    /** What PMUSERENR_EL0 lets EL0 do; the rest is trapped, and what is EL1's alone is undefined. */
    private void allow(int encoding, boolean write) {
        if ((encoding & EL1_ONLY) == 0 || encoding == PMUSERENR_EL0 && write) {
            throw UndefinedAccess.INSTANCE;
        }
        int bits = EN;
        if (encoding == PMUSERENR_EL0) {
            return;
        } else if (encoding == PMSWINC_EL0) {
            bits |= SW;
        } else if (encoding == PMCCNTR_EL0 && !write) {
            bits |= CR;
        } else if (encoding == PMSELR_EL0 || !write && (encoding == PMXEVCNTR_EL0 || encoding >= PMEVCNTR0_EL0 && encoding < PMEVTYPER0_EL0)) {
            bits |= ER;
        }
        if ((getLong(s + USER) & bits) == 0) {
            throw TrappedAccess.INSTANCE;
        }
    }

    @Override
    public SequencedMap<String, Integer> registerNames() {
        return NAMES;
    }

    private static SequencedMap<String, Integer> names() {
        var names = new LinkedHashMap<String, Integer>();
        names.put("PMCR_EL0", PMCR_EL0);
        names.put("PMCNTENSET_EL0", PMCNTENSET_EL0);
        names.put("PMCNTENCLR_EL0", PMCNTENCLR_EL0);
        names.put("PMINTENSET_EL1", PMINTENSET_EL1);
        names.put("PMINTENCLR_EL1", PMINTENCLR_EL1);
        names.put("PMOVSSET_EL0", PMOVSSET_EL0);
        names.put("PMOVSCLR_EL0", PMOVSCLR_EL0);
        names.put("PMSWINC_EL0", PMSWINC_EL0);
        names.put("PMSELR_EL0", PMSELR_EL0);
        names.put("PMCEID0_EL0", PMCEID0_EL0);
        names.put("PMCEID1_EL0", PMCEID1_EL0);
        names.put("PMCCNTR_EL0", PMCCNTR_EL0);
        names.put("PMCCFILTR_EL0", PMCCFILTR_EL0);
        names.put("PMXEVTYPER_EL0", PMXEVTYPER_EL0);
        names.put("PMXEVCNTR_EL0", PMXEVCNTR_EL0);
        names.put("PMUSERENR_EL0", PMUSERENR_EL0);
        for (int n = 0; n < COUNTERS; n++) {
            names.put("PMEVCNTR" + n + "_EL0", PMEVCNTR0_EL0 + n);
        }
        for (int n = 0; n < COUNTERS; n++) {
            names.put("PMEVTYPER" + n + "_EL0", PMEVTYPER0_EL0 + n);
        }
        return Collections.unmodifiableSequencedMap(names);
    }

    @Override
    public State save() {
        return State.of("pmu", 1).build();
    }

    @Override
    public void restore(State state) {
        state.expect("pmu", 1);
        pmu.restored();
    }
}

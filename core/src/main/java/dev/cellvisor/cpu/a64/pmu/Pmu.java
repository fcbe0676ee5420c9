package dev.cellvisor.cpu.a64.pmu;

import static dev.cellvisor.cpu.a64.state.A64State.PMU;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.irq.IrqLine;

/**
 * The Performance Monitors of one CPU (PMUv3; Arm ARM, D11): the cycle counter and six event counters. They count from the exact number of started
 * instructions, each of one cycle, so they are the same in every engine and in every run. Nobody counts along: the counters are brought up to
 * date when one is read, when the exception level changes, and at the instruction at which one overflows.
 *
 * <p>Events: SW_INCR, INST_RETIRED, EXC_TAKEN, EXC_RETURN, CID_WRITE_RETIRED, CPU_CYCLES, TTBR_WRITE_RETIRED, CHAIN. An instruction that ends in a
 * fault or trap is not retired.
 */
public final class Pmu {
    /** How many event counters there are. */
    public static final int COUNTERS = 6;
    /** PMCEID0_EL0: the events that are counted. */
    public static final long EVENTS = 1 | 1 << 0x08 | 1 << 0x09 | 1 << 0x0a | 1 << 0x0b | 1 << 0x11 | 1 << 0x1c | 1 << 0x1e;

    /** Event numbers (Arm ARM, D11.11). */
    public static final int SW_INCR = 0x00;
    /** See {@link #SW_INCR}. */
    public static final int INST_RETIRED = 0x08;
    /** See {@link #SW_INCR}. */
    public static final int EXC_TAKEN = 0x09;
    /** See {@link #SW_INCR}. */
    public static final int EXC_RETURN = 0x0a;
    /** See {@link #SW_INCR}. */
    public static final int CID_WRITE_RETIRED = 0x0b;
    /** See {@link #SW_INCR}. */
    public static final int CPU_CYCLES = 0x11;
    /** See {@link #SW_INCR}. */
    public static final int TTBR_WRITE_RETIRED = 0x1c;
    private static final int CHAIN = 0x1e;

    // Where the registers are, from A64State.PMU.
    static final int CONTROL = PMU;
    static final int ENABLED = PMU + 8;
    static final int INTERRUPTS = PMU + 16;
    static final int OVERFLOWS = PMU + 24;
    static final int SELECTED = PMU + 32;
    static final int USER = PMU + 40;
    static final int CYCLE_FILTER = PMU + 48;
    static final int CYCLES = PMU + 56;
    static final int COUNTER = PMU + 64;
    static final int TYPE = COUNTER + COUNTERS * 8;
    /** The number of started instructions that the counters are up to date with. */
    private static final int COUNTED = TYPE + COUNTERS * 8;
    /** Cycles that PMCR_EL0.D has not let through yet. */
    private static final int FRACTION = COUNTED + 8;

    static final long E = 1;
    static final long D = 1 << 3;
    static final long LC = 1 << 6;
    /** The bit of the cycle counter in masks. */
    static final int CYCLE_BIT = 31;
    static final long ALL = (1 << COUNTERS) - 1 | 1L << CYCLE_BIT;

    private final long s;
    private boolean armed;
    private boolean asserted;
    private IrqLine line = IrqLine.UNCONNECTED;

    /** @param state host address of the state block */
    public Pmu(long state) {
        s = state;
    }

    /** Where its interrupt goes. */
    public void connect(IrqLine overflowLine) {
        line = overflowLine;
        line.set(asserted);
    }

    /** Whether any counter counts; while none does, the CPU need not tell anything. */
    public boolean armed() {
        return armed;
    }

    /** The registers are others than before: after a reset, or restored from a state, whose interrupt line is the controller's. */
    public void restored() {
        derive();
        asserted = wanted();
    }

    /** The same after a reset: the line follows. */
    public void reset() {
        derive();
        update();
    }

    private void derive() {
        armed = (getLong(s + CONTROL) & E) != 0 && getLong(s + ENABLED) != 0;
    }

    private boolean wanted() {
        return (getLong(s + CONTROL) & E) != 0 && (getLong(s + OVERFLOWS) & getLong(s + INTERRUPTS)) != 0;
    }

    private void update() {
        boolean wanted = wanted();
        if (wanted != asserted) {
            asserted = wanted;
            line.set(wanted);
        }
    }

    /** What follows from registers that software has written, at a count of started instructions that the counters are up to date with. */
    void changed(long started) {
        boolean before = armed;
        derive();
        if (armed && !before) {
            setLong(s + COUNTED, started);
        }
        update();
    }

    // ---- counting

    /** Brings the counters up to date: what was started since they last were was started at this exception level. */
    public void count(long started, int el) {
        count(started, el, 0);
    }

    /**
     * A synchronous exception was taken.
     *
     * @param el the level it was taken from
     * @param retired whether the instruction that it ends is complete, as SVC's is
     */
    public void exception(long started, int el, boolean retired) {
        count(started, el, retired ? 0 : 1);
        event(EXC_TAKEN, el);
    }

    private void count(long started, int el, int notRetired) {
        if (!armed) {
            return;
        }
        long passed = started - getLong(s + COUNTED);
        setLong(s + COUNTED, started);
        long enabled = getLong(s + ENABLED);
        for (int n = 0; n < COUNTERS; n++) {
            int event = event(n);
            if ((enabled & 1 << n) != 0 && (event == INST_RETIRED || event == CPU_CYCLES) && counts(getLong(s + TYPE + n * 8L), el)) {
                add(n, event == INST_RETIRED ? passed - notRetired : passed, el);
            }
        }
        if ((enabled >>> CYCLE_BIT & 1) != 0 && counts(getLong(s + CYCLE_FILTER), el)) {
            addCycles(passed);
        }
        update();
    }

    /** Something has happened that is an event, at an exception level. The counters are up to date. */
    public void event(int event, int el) {
        long enabled = armed ? getLong(s + ENABLED) : 0;
        for (int n = 0; enabled != 0 && n < COUNTERS; n++) {
            if ((enabled & 1 << n) != 0 && event(n) == event && counts(getLong(s + TYPE + n * 8L), el)) {
                add(n, 1, el);
            }
        }
        update();
    }

    /** PMSWINC_EL0. */
    void increment(long mask, int el) {
        long enabled = armed ? getLong(s + ENABLED) & mask : 0;
        for (int n = 0; n < COUNTERS; n++) {
            if ((enabled & 1 << n) != 0 && event(n) == SW_INCR && counts(getLong(s + TYPE + n * 8L), el)) {
                add(n, 1, el);
            }
        }
        update();
    }

    private int event(int n) {
        return (int) getLong(s + TYPE + n * 8L) & 0x3ff;
    }

    /** P and NSK for EL1, U and NSU for EL0, in Non-secure state. */
    private static boolean counts(long filter, int el) {
        return el == 0 ? (filter >>> 30 & 1) == (filter >>> 28 & 1) : (filter >>> 31 & 1) == (filter >>> 29 & 1);
    }

    private void add(int n, long more, int el) {
        long sum = getLong(s + COUNTER + n * 8L) + more;
        setLong(s + COUNTER + n * 8L, sum & 0xffff_ffffL);
        if (sum >>> 32 != 0) {
            setLong(s + OVERFLOWS, getLong(s + OVERFLOWS) | 1L << n);
            boolean chained = (n & 1) == 0 && n + 1 < COUNTERS && (getLong(s + ENABLED) & 2 << n) != 0 && event(n + 1) == CHAIN;
            if (chained && counts(getLong(s + TYPE + n * 8L + 8), el)) {
                add(n + 1, 1, el);
            }
        }
    }

    private void addCycles(long passed) {
        long cycles = passed;
        if ((getLong(s + CONTROL) & (D | LC)) == D) {
            long all = getLong(s + FRACTION) + passed;
            setLong(s + FRACTION, all & 63);
            cycles = all >>> 6;
        }
        long before = getLong(s + CYCLES);
        long after = before + cycles;
        setLong(s + CYCLES, after);
        boolean wide = (getLong(s + CONTROL) & LC) != 0;
        if (wide ? Long.compareUnsigned(after, before) < 0 : before >>> 32 != after >>> 32) {
            setLong(s + OVERFLOWS, getLong(s + OVERFLOWS) | 1L << CYCLE_BIT);
        }
    }

    /** How many instructions may be started at an exception level until a counter may overflow; at least 1. */
    public long untilOverflow(int el) {
        long least = Long.MAX_VALUE;
        long enabled = getLong(s + ENABLED);
        for (int n = 0; n < COUNTERS; n++) {
            int event = event(n);
            if ((enabled & 1 << n) != 0 && (event == INST_RETIRED || event == CPU_CYCLES) && counts(getLong(s + TYPE + n * 8L), el)) {
                least = Math.min(least, (1L << 32) - getLong(s + COUNTER + n * 8L));
            }
        }
        if ((enabled >>> CYCLE_BIT & 1) != 0 && counts(getLong(s + CYCLE_FILTER), el)) {
            long cycles = getLong(s + CYCLES);
            boolean wide = (getLong(s + CONTROL) & LC) != 0;
            long left = wide ? cycles >= 0 || cycles < -(1L << 60) ? 1L << 60 : -cycles : (1L << 32) - (cycles & 0xffff_ffffL);
            boolean divided = (getLong(s + CONTROL) & (D | LC)) == D;
            least = Math.min(least, divided ? (left << 6) - getLong(s + FRACTION) : left);
        }
        return least;
    }
}

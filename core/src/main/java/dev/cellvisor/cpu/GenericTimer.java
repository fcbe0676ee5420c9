package dev.cellvisor.cpu;

import dev.cellvisor.irq.CpuInterface;
import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.state.State;
import dev.cellvisor.time.Clock;
import dev.cellvisor.time.EventQueue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One CPU's generic timer without EL2 and EL3 (Arm ARM, D12): the counter, the EL1 physical and the EL1 virtual timer, and the
 * event stream. Both counters show the VM's clock; the virtual offset is 0. A timer's output is asserted exactly from the tick
 * at which the count reaches its compare value, for as long as it is enabled and not masked.
 */
public final class GenericTimer implements CpuInterface {

    /** The INTID of the EL1 virtual timer's interrupt on board virt: PPI 11. */
    public static final int VIRTUAL_INTID = 27;
    /** The INTID of the EL1 physical timer's interrupt on board virt: PPI 14. */
    public static final int PHYSICAL_INTID = 30;

    static final int CNTKCTL_EL1 = CpuInterface.encoding(3, 0, 14, 1, 0);
    static final int CNTFRQ_EL0 = CpuInterface.encoding(3, 3, 14, 0, 0);
    static final int CNTPCT_EL0 = CpuInterface.encoding(3, 3, 14, 0, 1);
    static final int CNTVCT_EL0 = CpuInterface.encoding(3, 3, 14, 0, 2);
    static final int CNTP_TVAL_EL0 = CpuInterface.encoding(3, 3, 14, 2, 0);
    static final int CNTP_CTL_EL0 = CpuInterface.encoding(3, 3, 14, 2, 1);
    static final int CNTP_CVAL_EL0 = CpuInterface.encoding(3, 3, 14, 2, 2);
    static final int CNTV_TVAL_EL0 = CpuInterface.encoding(3, 3, 14, 3, 0);
    static final int CNTV_CTL_EL0 = CpuInterface.encoding(3, 3, 14, 3, 1);
    static final int CNTV_CVAL_EL0 = CpuInterface.encoding(3, 3, 14, 3, 2);

    // CNTKCTL_EL1
    private static final int EL0PCTEN = 1;
    private static final int EL0VCTEN = 1 << 1;
    private static final int EVNTEN = 1 << 2;
    private static final int EVNTDIR = 1 << 3;
    private static final int EVNTI_SHIFT = 4;
    private static final int EL0VTEN = 1 << 8;
    private static final int EL0PTEN = 1 << 9;
    private static final int CNTKCTL_MASK = 0x3ff;

    // CNTP_CTL_EL0, CNTV_CTL_EL0
    private static final int ENABLE = 1;
    private static final int IMASK = 1 << 1;
    private static final int ISTATUS = 1 << 2;

    private static final SequencedMap<String, Integer> NAMES = names();

    private final Clock clock;
    private final Comparator physical;
    private final Comparator virtual;
    private long frequency = Clock.TICKS_PER_SECOND;
    private int cntkctl;
    /** Up to which tick the events of the stream have been taken; and whether one is left from before the stream was set otherwise. */
    private long eventsTaken;
    private boolean eventLeft;

    /**
     * A timer with both comparators off.
     *
     * @param cpu whose it is; its events are named {@code "cpu0.vtimer"} and {@code "cpu0.ptimer"}
     * @param clock the VM's
     * @param events the VM's
     * @param physicalLine where the EL1 physical timer signals, PPI {@link #PHYSICAL_INTID}
     * @param virtualLine where the EL1 virtual timer signals, PPI {@link #VIRTUAL_INTID}
     */
    public GenericTimer(int cpu, Clock clock, EventQueue events, IrqLine physicalLine, IrqLine virtualLine) {
        this.clock = clock;
        physical = new Comparator("cpu" + cpu + ".ptimer", events, physicalLine);
        virtual = new Comparator("cpu" + cpu + ".vtimer", events, virtualLine);
    }

    @Override
    public boolean handles(int encoding) {
        return encoding == CNTVCT_EL0 || encoding == CNTFRQ_EL0 || encoding == CNTPCT_EL0 || encoding == CNTKCTL_EL1
                || encoding >= CNTP_TVAL_EL0 && encoding <= CNTP_CVAL_EL0 || encoding >= CNTV_TVAL_EL0 && encoding <= CNTV_CVAL_EL0;
    }

    @Override
    public long read(int encoding, int el) {
        if (encoding == CNTVCT_EL0) {
            allow(el, EL0VCTEN);
            return clock.ticks();
        }
        if (encoding == CNTPCT_EL0) {
            allow(el, EL0PCTEN);
            return clock.ticks();
        }
        if (encoding == CNTFRQ_EL0) {
            allow(el, EL0PCTEN | EL0VCTEN);
            return frequency;
        }
        if (encoding == CNTKCTL_EL1) {
            if (el == 0) {
                throw UndefinedAccess.INSTANCE;
            }
            return cntkctl;
        }
        Comparator timer = timer(encoding, el);
        return switch (encoding & 7) {
            case 0 -> timer.compare - clock.ticks() & 0xffff_ffffL;
            case 1 -> timer.control | (timer.met() ? ISTATUS : 0);
            default -> timer.compare;
        };
    }

    @Override
    public void write(int encoding, int el, long value) {
        if (encoding == CNTVCT_EL0 || encoding == CNTPCT_EL0) {
            throw UndefinedAccess.INSTANCE;
        }
        if (encoding == CNTFRQ_EL0 || encoding == CNTKCTL_EL1) {
            // CNTFRQ_EL0 belongs to the highest implemented exception level, which is EL1; it only tells, it does not set the rate.
            if (el == 0) {
                throw UndefinedAccess.INSTANCE;
            }
            if (encoding == CNTFRQ_EL0) {
                frequency = value & 0xffff_ffffL;
            } else {
                eventLeft = sentEvent();
                cntkctl = (int) value & CNTKCTL_MASK;
            }
            return;
        }
        Comparator timer = timer(encoding, el);
        switch (encoding & 7) {
            case 0 -> timer.compare = clock.ticks() + (int) value;
            case 1 -> timer.control = (int) value & (ENABLE | IMASK);
            default -> timer.compare = value;
        }
        timer.update();
    }

    @Override
    public boolean sentEvent() {
        boolean sent = eventLeft || eventStreamTickAfter(eventsTaken) <= clock.ticks();
        eventsTaken = clock.ticks();
        eventLeft = false;
        return sent;
    }

    @Override
    public SequencedMap<String, Integer> registerNames() {
        return NAMES;
    }

    @Override
    public long peek(int encoding) {
        return handles(encoding) ? read(encoding, 1) : 0;
    }

    private static SequencedMap<String, Integer> names() {
        var names = new LinkedHashMap<String, Integer>();
        names.put("CNTKCTL_EL1", CNTKCTL_EL1);
        names.put("CNTFRQ_EL0", CNTFRQ_EL0);
        names.put("CNTPCT_EL0", CNTPCT_EL0);
        names.put("CNTVCT_EL0", CNTVCT_EL0);
        names.put("CNTP_TVAL_EL0", CNTP_TVAL_EL0);
        names.put("CNTP_CTL_EL0", CNTP_CTL_EL0);
        names.put("CNTP_CVAL_EL0", CNTP_CVAL_EL0);
        names.put("CNTV_TVAL_EL0", CNTV_TVAL_EL0);
        names.put("CNTV_CTL_EL0", CNTV_CTL_EL0);
        names.put("CNTV_CVAL_EL0", CNTV_CVAL_EL0);
        return Collections.unmodifiableSequencedMap(names);
    }

    /** An access at EL0 needs one of these bits of CNTKCTL_EL1 (Arm ARM, CNTKCTL_EL1). */
    private void allow(int el, int bits) {
        if (el == 0 && (cntkctl & bits) == 0) {
            throw TrappedAccess.INSTANCE;
        }
    }

    private Comparator timer(int encoding, int el) {
        boolean isVirtual = encoding >= CNTV_TVAL_EL0;
        allow(el, isVirtual ? EL0VTEN : EL0PTEN);
        return isVirtual ? virtual : physical;
    }

    /** The tick of the next event of the event stream, after now; {@code Long.MAX_VALUE} while CNTKCTL_EL1.EVNTEN is 0. */
    public long nextEventStreamTick() {
        return eventStreamTickAfter(clock.ticks());
    }

    /**
     * The first tick after {@code tick} at which the event stream makes an event: when bit EVNTI of the virtual count changes to
     * 1, or to 0 if EVNTDIR is set (Arm ARM, D12, event streams). {@code Long.MAX_VALUE} while EVNTEN is 0.
     */
    public long eventStreamTickAfter(long tick) {
        if ((cntkctl & EVNTEN) == 0) {
            return Long.MAX_VALUE;
        }
        int bit = cntkctl >>> EVNTI_SHIFT & 15;
        long period = 2L << bit;
        long phase = (cntkctl & EVNTDIR) != 0 ? 0 : 1L << bit;
        long next = (tick & -period) + phase;
        return next > tick ? next : next + period;
    }

    /** The EL1 physical timer as it is now. */
    public View physical() {
        return physical.view();
    }

    /** The EL1 virtual timer as it is now. */
    public View virtual() {
        return virtual.view();
    }

    /**
     * A timer as it is at one moment.
     *
     * @param name of its event, e.g. {@code "cpu0.vtimer"}
     * @param enabled ENABLE of its control register
     * @param masked IMASK
     * @param conditionMet ISTATUS
     * @param asserted whether its interrupt line is asserted
     * @param compareTicks its compare value
     * @param nowTicks the count
     */
    public record View(String name, boolean enabled, boolean masked, boolean conditionMet, boolean asserted, long compareTicks, long nowTicks) {
        @Override
        public String toString() {
            return "%s %s%s%s, compare %s, count %d".formatted(name, enabled ? "on" : "off", masked ? ", masked" : "",
                    asserted ? ", asserted" : "", Long.toUnsignedString(compareTicks), nowTicks);
        }
    }

    @Override
    public State save() {
        return State.of("timer", 1).put("cntfrq", frequency).put("cntkctl", cntkctl).put("eventsTaken", eventsTaken).put("eventLeft", eventLeft)
                .put("pctl", physical.control).put("pcval", physical.compare).put("pline", physical.asserted)
                .put("vctl", virtual.control).put("vcval", virtual.compare).put("vline", virtual.asserted).build();
    }

    @Override
    public void restore(State state) {
        state.expect("timer", 1);
        long newFrequency = state.number("cntfrq");
        int newCntkctl = state.integer("cntkctl");
        long[] p = {state.number("pctl"), state.number("pcval"), state.number("pline")};
        long[] v = {state.number("vctl"), state.number("vcval"), state.number("vline")};
        eventsTaken = state.number("eventsTaken");
        eventLeft = state.number("eventLeft") != 0;
        frequency = newFrequency;
        cntkctl = newCntkctl;
        physical.take(p);
        virtual.take(v);
    }

    /** One timer: when the unsigned count has reached the compare value, the condition is met (Arm ARM, D12, operation of the CompareValue views). */
    private final class Comparator {
        private final EventQueue.Timer event;
        private final IrqLine line;
        private int control;
        private long compare;
        private boolean asserted;

        Comparator(String name, EventQueue events, IrqLine line) {
            this.line = line;
            event = events.timer(name, this::update);
        }

        boolean met() {
            return (control & ENABLE) != 0 && Long.compareUnsigned(clock.ticks(), compare) >= 0;
        }

        void update() {
            boolean wanted = (control & (ENABLE | IMASK)) == ENABLE;
            boolean met = wanted && met();
            if (wanted && !met && compare >= 0) {
                if (event.tick() != compare) {
                    event.at(compare);
                }
            } else {
                event.cancel();
            }
            if (met != asserted) {
                asserted = met;
                line.set(met);
            }
        }

        View view() {
            return new View(event.name(), (control & ENABLE) != 0, (control & IMASK) != 0, met(), asserted, compare, clock.ticks());
        }

        /** The event queue restores the event, and the interrupt controller its input. */
        void take(long[] values) {
            control = (int) values[0];
            compare = values[1];
            asserted = values[2] != 0;
        }
    }
}

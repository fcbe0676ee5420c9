package dev.cellvisor.irq;

import dev.cellvisor.state.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One CPU's ICC_*_EL1 registers (IHI 0069, 12.2): acknowledge, priority drop, deactivation, SGIs. The CPU has neither EL2 nor EL3,
 * and there is one Security state, so that Group 1 follows the rules of Non-secure Group 1 with unshifted priorities.
 */
final class GicCpuInterface implements CpuInterface {
    private static final int PRIORITY_BITS = 5;
    private static final int MIN_BPR0 = 7 - PRIORITY_BITS;
    private static final int MIN_BPR1 = MIN_BPR0 + 1;
    private static final int IDLE = 0xff;
    /** Lower than any: of no interrupt. */
    static final int NO_PRIORITY = 0x100;

    // A3V, IDbits 1 (24 bits of INTID), PRIbits
    private static final int CTLR_FIXED = 1 << 15 | 1 << 11 | PRIORITY_BITS - 1 << 8;
    private static final int CTLR_CBPR = 1;
    private static final int CTLR_EOIMODE = 1 << 1;

    static final int PMR = icc(4, 6, 0);
    static final int IAR0 = icc(12, 8, 0);
    static final int EOIR0 = icc(12, 8, 1);
    static final int HPPIR0 = icc(12, 8, 2);
    static final int BPR0 = icc(12, 8, 3);
    static final int AP0R0 = icc(12, 8, 4);
    static final int AP1R0 = icc(12, 9, 0);
    static final int DIR = icc(12, 11, 1);
    static final int RPR = icc(12, 11, 3);
    static final int SGI1R = icc(12, 11, 5);
    static final int ASGI1R = icc(12, 11, 6);
    static final int SGI0R = icc(12, 11, 7);
    static final int IAR1 = icc(12, 12, 0);
    static final int EOIR1 = icc(12, 12, 1);
    static final int HPPIR1 = icc(12, 12, 2);
    static final int BPR1 = icc(12, 12, 3);
    static final int CTLR = icc(12, 12, 4);
    static final int SRE = icc(12, 12, 5);
    static final int IGRPEN0 = icc(12, 12, 6);
    static final int IGRPEN1 = icc(12, 12, 7);

    private static final SequencedMap<String, Integer> NAMES = names();

    private final Gicv3 gic;
    private final int cpu;
    private final SignalLines lines;

    private int priorityMask;
    private int bpr0 = MIN_BPR0;
    private int bpr1 = MIN_BPR1;
    private int ctlr;
    private boolean enable0;
    private boolean enable1;
    /** The active priorities of each group, one bit per priority, the highest priority lowest: ICC_AP0R0 and ICC_AP1R0. */
    private int active0;
    private int active1;

    // What follows is found again from the rest.
    private int pendingIntid = Gicv3.SPURIOUS;
    private int pendingPriority = NO_PRIORITY;
    private int pendingGroup = 1;

    GicCpuInterface(Gicv3 gic, int cpu) {
        this.gic = gic;
        this.cpu = cpu;
        lines = new SignalLines(cpu, gic.trace);
    }

    private static int icc(int crn, int crm, int op2) {
        return CpuInterface.encoding(3, 0, crn, crm, op2);
    }

    SignalLines lines() {
        return lines;
    }

    boolean enabled(int group) {
        return group == 0 ? enable0 : enable1;
    }

    @Override
    public boolean handles(int encoding) {
        // AP0R1 to AP0R3 and AP1R1 to AP1R3 exist only with 6 bits of priority or more (IHI 0069, ICC_AP0R<n>_EL1).
        return encoding == PMR || encoding >= IAR0 && encoding <= AP0R0 || encoding == AP1R0 || encoding == DIR || encoding == RPR
                || encoding >= SGI1R && encoding <= SGI0R || encoding >= IAR1 && encoding <= IGRPEN1;
    }

    @Override
    public long read(int encoding, int el) {
        if (el == 0) {
            throw UndefinedAccess.INSTANCE;
        }
        if (encoding == IAR1) {
            return acknowledge(1);
        }
        if (encoding == IAR0) {
            return acknowledge(0);
        }
        long value = look(encoding);
        if (value < 0) {
            throw UndefinedAccess.INSTANCE;
        }
        return value;
    }

    @Override
    public SequencedMap<String, Integer> registerNames() {
        return NAMES;
    }

    private static SequencedMap<String, Integer> names() {
        var names = new LinkedHashMap<String, Integer>();
        names.put("ICC_PMR_EL1", PMR);
        names.put("ICC_IAR0_EL1", IAR0);
        names.put("ICC_EOIR0_EL1", EOIR0);
        names.put("ICC_HPPIR0_EL1", HPPIR0);
        names.put("ICC_BPR0_EL1", BPR0);
        names.put("ICC_AP0R0_EL1", AP0R0);
        names.put("ICC_AP1R0_EL1", AP1R0);
        names.put("ICC_DIR_EL1", DIR);
        names.put("ICC_RPR_EL1", RPR);
        names.put("ICC_SGI1R_EL1", SGI1R);
        names.put("ICC_ASGI1R_EL1", ASGI1R);
        names.put("ICC_SGI0R_EL1", SGI0R);
        names.put("ICC_IAR1_EL1", IAR1);
        names.put("ICC_EOIR1_EL1", EOIR1);
        names.put("ICC_HPPIR1_EL1", HPPIR1);
        names.put("ICC_BPR1_EL1", BPR1);
        names.put("ICC_CTLR_EL1", CTLR);
        names.put("ICC_SRE_EL1", SRE);
        names.put("ICC_IGRPEN0_EL1", IGRPEN0);
        names.put("ICC_IGRPEN1_EL1", IGRPEN1);
        return Collections.unmodifiableSequencedMap(names);
    }

    @Override
    public long peek(int encoding) {
        return Math.max(0, look(encoding));
    }

    /** What a register holds; -1 if it can't be read. */
    private long look(int encoding) {
        if (encoding == IAR1) {
            return toAcknowledge(1);
        }
        if (encoding == IAR0) {
            return toAcknowledge(0);
        }
        if (encoding == PMR) {
            return priorityMask;
        }
        if (encoding == RPR) {
            return runningPriority();
        }
        if (encoding == HPPIR0) {
            return highestPending(0);
        }
        if (encoding == HPPIR1) {
            return highestPending(1);
        }
        if (encoding == BPR0) {
            return bpr0;
        }
        if (encoding == BPR1) {
            // IHI 0069, ICC_BPR1_EL1: with CBPR it shows ICC_BPR0_EL1 plus one.
            return (ctlr & CTLR_CBPR) == 0 ? bpr1 : Math.min(bpr0 + 1, 7);
        }
        if (encoding == AP0R0) {
            return active0 & 0xffff_ffffL;
        }
        if (encoding == AP1R0) {
            return active1 & 0xffff_ffffL;
        }
        if (encoding == CTLR) {
            return CTLR_FIXED | ctlr;
        }
        if (encoding == SRE) {
            // DIB, DFB, SRE: system registers only.
            return 7;
        }
        if (encoding == IGRPEN0) {
            return enable0 ? 1 : 0;
        }
        if (encoding == IGRPEN1) {
            return enable1 ? 1 : 0;
        }
        return -1;
    }

    @Override
    public void write(int encoding, int el, long value) {
        if (el == 0) {
            throw UndefinedAccess.INSTANCE;
        }
        if (encoding == EOIR1) {
            endOfInterrupt(1, value);
        } else if (encoding == EOIR0) {
            endOfInterrupt(0, value);
        } else if (encoding == DIR) {
            deactivate(value);
        } else if (encoding == SGI1R) {
            generateSgi(1, value);
        } else if (encoding == SGI0R || encoding == ASGI1R) {
            // With one Security state the other state's Group 1 is Group 0 (IHI 0069, forwarding an SGI to a target PE).
            generateSgi(0, value);
        } else if (encoding == PMR) {
            priorityMask = (int) value & InterruptBank.PRIORITY_MASK;
            changed();
        } else if (encoding == BPR0) {
            bpr0 = Math.max((int) value & 7, MIN_BPR0);
            changed();
        } else if (encoding == BPR1) {
            if ((ctlr & CTLR_CBPR) == 0) {
                bpr1 = Math.max((int) value & 7, MIN_BPR1);
                changed();
            }
        } else if (encoding == AP0R0) {
            active0 = (int) value;
            changed();
        } else if (encoding == AP1R0) {
            active1 = (int) value;
            changed();
        } else if (encoding == CTLR) {
            ctlr = (int) value & (CTLR_CBPR | CTLR_EOIMODE);
            changed();
        } else if (encoding == IGRPEN0) {
            enable0 = (value & 1) != 0;
            enabling(enable0);
        } else if (encoding == IGRPEN1) {
            enable1 = (value & 1) != 0;
            enabling(enable1);
        } else if (encoding != SRE) {
            throw UndefinedAccess.INSTANCE;
        }
    }

    private void enabling(boolean on) {
        if (on && gic.asleep(cpu)) {
            // IHI 0069, GICR_WAKER: software must wake the redistributor first. Nothing is signalled until it does.
            odd("an interrupt group is enabled while GICR_WAKER.ProcessorSleep is 1");
        }
        changed();
    }

    private void changed() {
        gic.cpuChanged(cpu);
    }

    // ---- priorities (IHI 0069, 4.8) ----

    /** What the controller found to be this CPU's highest priority pending interrupt; 1023 if there is none. */
    void highestPending(int intid, int priority, int group) {
        pendingIntid = intid;
        pendingPriority = priority;
        pendingGroup = group;
        boolean signal = intid != Gicv3.SPURIOUS && canPreempt(priority, group);
        lines.signal(signal, group == 0, intid);
    }

    /** Whether an interrupt would be signalled now: above the mask, and in a higher group priority than what is active. */
    boolean canPreempt(int priority, int group) {
        if (priority >= priorityMask) {
            return false;
        }
        int running = runningPriority();
        if (running == IDLE) {
            return true;
        }
        int mask = groupMask(group);
        return (priority & mask) < (running & mask);
    }

    private int runningPriority() {
        int active = active0 | active1;
        return active == 0 ? IDLE : Integer.numberOfTrailingZeros(active) << 8 - PRIORITY_BITS;
    }

    /** The bits of a priority that decide preemption; the split is one lower for Group 1 (IHI 0069, 4.8). */
    private int groupMask(int group) {
        int split = group == 0 || (ctlr & CTLR_CBPR) != 0 ? bpr0 : bpr1 - 1;
        return -1 << split + 1;
    }

    private int highestPending(int group) {
        return pendingIntid != Gicv3.SPURIOUS && pendingGroup == group ? pendingIntid : Gicv3.SPURIOUS;
    }

    // ---- the life of an interrupt ----

    private int toAcknowledge(int group) {
        return pendingIntid != Gicv3.SPURIOUS && pendingGroup == group && canPreempt(pendingPriority, group) ? pendingIntid : Gicv3.SPURIOUS;
    }

    private int acknowledge(int group) {
        int intid = toAcknowledge(group);
        if (intid == Gicv3.SPURIOUS) {
            return intid;
        }
        if (gic.trace.on()) {
            gic.trace.emit(new GicFact.Acknowledged(cpu, intid, pendingPriority));
        }
        int bit = 1 << ((pendingPriority & groupMask(group)) >> 8 - PRIORITY_BITS);
        if (group == 0) {
            active0 |= bit;
        } else {
            active1 |= bit;
        }
        if (intid >= GicLpis.FIRST) {
            gic.lpis.set(cpu, intid, false); // an LPI is never active
            gic.cpuChanged(cpu);
            return intid;
        }
        InterruptBank bank = gic.bankOf(intid, cpu);
        bank.acknowledge(intid);
        afterBoth(bank, intid);
        return intid;
    }

    private void endOfInterrupt(int group, long value) {
        int intid = (int) value & 0xff_ffff;
        InterruptBank bank = gic.bankOf(intid, cpu);
        boolean lpi = gic.lpis != null && intid >= GicLpis.FIRST;
        if (bank == null && !lpi) {
            // A special INTID ends nothing (IHI 0069, 4.1); any other that is not there was never acknowledged.
            if (intid < 1020 || intid > Gicv3.SPURIOUS) {
                odd("ICC_EOIR" + group + "_EL1 written with INTID " + intid + ", which does not exist");
            }
            return;
        }
        int highest = Integer.numberOfTrailingZeros(active0 | active1);
        int running = highest == 32 ? -1 : (active0 >>> highest & 1) != 0 ? 0 : 1;
        if (running != group) {
            odd(running < 0 ? "ICC_EOIR" + group + "_EL1 written with INTID " + intid + " while no interrupt is active"
                    : "ICC_EOIR" + group + "_EL1 written while the running interrupt is in Group " + running);
            return;
        }
        if (!lpi && !bank.test(bank.active, intid)) {
            odd("ICC_EOIR" + group + "_EL1 written with INTID " + intid + ", which is not active");
        }
        if (group == 0) {
            active0 &= active0 - 1;
        } else {
            active1 &= active1 - 1;
        }
        boolean both = (ctlr & CTLR_EOIMODE) == 0;
        if (gic.trace.on()) {
            gic.trace.emit(new GicFact.Ended(cpu, intid, both));
        }
        if (lpi) {
            gic.cpuChanged(cpu);
            return;
        }
        if (both) {
            bank.set(bank.active, intid, false);
        }
        afterBoth(bank, intid);
    }

    private void deactivate(long value) {
        int intid = (int) value & 0xff_ffff;
        InterruptBank bank = gic.bankOf(intid, cpu);
        if (bank == null || (ctlr & CTLR_EOIMODE) == 0) {
            odd("ICC_DIR_EL1 written with INTID " + intid + (bank == null ? ", which does not exist" : " while EOImode is 0"));
            return;
        }
        if (gic.trace.on()) {
            gic.trace.emit(new GicFact.Deactivated(cpu, intid));
        }
        bank.set(bank.active, intid, false);
        gic.changed(bank, intid, cpu);
    }

    /** After a change to an interrupt and to this CPU's running priority. */
    private void afterBoth(InterruptBank bank, int intid) {
        gic.cpuChanged(cpu);
        if (bank == gic.shared && gic.cpus() > 1) {
            // One CPU may deactivate what another is to take again.
            gic.changed(bank, intid, cpu);
        }
    }

    /** IHI 0069, ICC_SGI1R_EL1. */
    private void generateSgi(int group, long value) {
        int intid = (int) (value >>> 24) & 15;
        boolean allButSelf = (value >>> 40 & 1) != 0;
        int cluster = (int) (value >>> 48 & 0xff) << 16 | (int) (value >>> 32 & 0xff) << 8 | (int) (value >>> 16 & 0xff);
        int targets = (int) value & 0xffff;
        for (int to = 0; to < gic.cpus(); to++) {
            int affinity = Gicv3.affinity(to);
            // RSS is 0: the target list is for Aff0 0 to 15, and each CPU's Aff0 is in it.
            if (allButSelf ? to != cpu : affinity >>> 8 == cluster && (targets >>> (affinity & 15) & 1) != 0) {
                gic.sendSgi(cpu, to, intid, group);
            }
        }
    }

    private void odd(String what) {
        gic.odd("icc" + cpu, "IHI 0069, 12.2", what);
    }

    GicCpuState view(boolean asleep) {
        return new GicCpuState(cpu, Gicv3.affinity(cpu), asleep, priorityMask, runningPriority(), enable0, enable1, pendingIntid, lines.irq(), lines.fiq());
    }

    @Override
    public State save() {
        return State.of("icc", 1).put("pmr", priorityMask).put("bpr0", bpr0).put("bpr1", bpr1).put("ctlr", ctlr)
                .put("igrpen0", enable0).put("igrpen1", enable1).put("ap0r0", active0).put("ap1r0", active1).build();
    }

    /** Checks that a state is whole, before anything is changed. */
    static void check(State state) {
        state.expect("icc", 1);
        for (String name : new String[] {"pmr", "bpr0", "bpr1", "ctlr", "igrpen0", "igrpen1", "ap0r0", "ap1r0"}) {
            state.number(name);
        }
    }

    /** Takes over the registers; the controller finds the rest again. */
    void take(State state) {
        priorityMask = state.integer("pmr");
        bpr0 = state.integer("bpr0");
        bpr1 = state.integer("bpr1");
        ctlr = state.integer("ctlr");
        enable0 = state.flag("igrpen0");
        enable1 = state.flag("igrpen1");
        active0 = state.integer("ap0r0");
        active1 = state.integer("ap1r0");
    }

    @Override
    public void restore(State state) {
        check(state);
        take(state);
        changed();
    }
}

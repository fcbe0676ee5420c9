package dev.cellvisor.irq;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterTable;
import dev.cellvisor.state.State;
import java.util.List;

/** One CPU's interface of a GICv2 (IHI 0048, 4.4): acknowledge, priority drop, deactivation. */
final class Gicv2Interface {
    private static final int CTLR = 0x00;
    private static final int PMR = 0x04;
    private static final int BPR = 0x08;
    private static final int IAR = 0x0c;
    private static final int EOIR = 0x10;
    private static final int RPR = 0x14;
    private static final int HPPIR = 0x18;
    private static final int ABPR = 0x1c;
    private static final int AIAR = 0x20;
    private static final int AEOIR = 0x24;
    private static final int AHPPIR = 0x28;
    private static final int APR = 0xd0;
    private static final int NSAPR = 0xe0;
    private static final int IIDR = 0xfc;
    private static final int DIR = 0x1000;

    private static final int ACK_CTL = 1 << 2;
    private static final int FIQ_EN = 1 << 3;
    private static final int CBPR = 1 << 4;
    private static final int EOI_MODE = 1 << 9;
    private static final int WRITABLE = 0x21f;
    /** What GICC_IAR reads where the interrupt is of Group 1 and AckCtl does not let it be acknowledged here. */
    private static final int OTHER_GROUP = 1022;
    private static final int IDLE = 0xff;
    private static final int PRIORITY_SHIFT = 3;
    private static final int MIN_BPR = 2;
    /** GICv2, implementer Arm. */
    private static final int IIDR_VALUE = 0x2_043b;

    private final Gicv2 gic;
    private final int cpu;
    private final SignalLines lines;
    private int control;
    private int priorityMask;
    private int bpr = MIN_BPR;
    private int abpr = MIN_BPR + 1;
    /** The active priorities of each group, one bit each, the highest priority lowest. */
    private int active0;
    private int active1;

    // Found again from the rest.
    private int pendingIntid = Gicv2.SPURIOUS;
    private int pendingPriority = GicCpuInterface.NO_PRIORITY;
    private int pendingGroup;

    Gicv2Interface(Gicv2 gic, int cpu) {
        this.gic = gic;
        this.cpu = cpu;
        lines = new SignalLines(cpu, gic.trace);
    }

    SignalLines lines() {
        return lines;
    }

    /** Whether Group 0 is signalled as FIQ. */
    boolean fiqEnabled() {
        return (control & FIQ_EN) != 0;
    }

    boolean enabled(int group) {
        return (control >>> group & 1) != 0;
    }

    void highestPending(int intid, int priority, int group) {
        pendingIntid = intid;
        pendingPriority = priority;
        pendingGroup = group;
        lines.signal(canPreempt(), group == 0 && fiqEnabled(), intid);
    }

    private boolean canPreempt() {
        if (pendingIntid == Gicv2.SPURIOUS || pendingPriority >= priorityMask) {
            return false;
        }
        int running = running();
        int mask = groupMask(pendingGroup);
        return running == IDLE || (pendingPriority & mask) < (running & mask);
    }

    private int running() {
        int active = active0 | active1;
        return active == 0 ? IDLE : Integer.numberOfTrailingZeros(active) << PRIORITY_SHIFT;
    }

    private int groupMask(int group) {
        int split = group == 0 || (control & CBPR) != 0 ? bpr : abpr - 1;
        return -1 << split + 1;
    }

    /** What an acknowledge would give: by GICC_IAR, or by GICC_AIAR, which is Group 1's. */
    private int toAcknowledge(boolean alias) {
        if (!canPreempt() || alias && pendingGroup == 0) {
            return Gicv2.SPURIOUS;
        }
        return !alias && pendingGroup == 1 && (control & ACK_CTL) == 0 ? OTHER_GROUP : pendingIntid;
    }

    private int acknowledge(boolean alias) {
        int intid = toAcknowledge(alias);
        if (intid >= 1020) {
            return intid;
        }
        if (gic.trace.on()) {
            gic.trace.emit(new GicFact.Acknowledged(cpu, intid, pendingPriority));
        }
        int bit = 1 << ((pendingPriority & groupMask(pendingGroup)) >> PRIORITY_SHIFT);
        if (pendingGroup == 0) {
            active0 |= bit;
        } else {
            active1 |= bit;
        }
        InterruptBank bank = gic.bankOf(intid, cpu);
        int answer = intid;
        if (intid < 16) {
            int sender = Integer.numberOfTrailingZeros(gic.senders[cpu][intid] & 0xff);
            answer |= sender << 10;
            bank.set(bank.active, intid, true);
            gic.senders(cpu, intid, gic.senders[cpu][intid] & 0xff & ~(1 << sender));
        } else {
            bank.acknowledge(intid);
        }
        gic.updateAll();
        return answer;
    }

    private void end(int value, boolean alias) {
        int intid = value & 0x3ff;
        InterruptBank bank = gic.bankOf(intid, cpu);
        if (bank == null) {
            return;
        }
        int highest = Integer.numberOfTrailingZeros(active0 | active1);
        boolean group1 = highest < 32 && (active0 >>> highest & 1) == 0;
        if (highest == 32 || alias && !group1 || !alias && group1 && (control & ACK_CTL) == 0) {
            gic.odd("gicc" + cpu, "GICC_%sEOIR written with INTID %d while no interrupt of its group is active".formatted(alias ? "A" : "", intid));
            return;
        }
        if (group1) {
            active1 &= active1 - 1;
        } else {
            active0 &= active0 - 1;
        }
        boolean both = (control & EOI_MODE) == 0;
        if (gic.trace.on()) {
            gic.trace.emit(new GicFact.Ended(cpu, intid, both));
        }
        if (both) {
            bank.set(bank.active, intid, false);
        }
        gic.updateAll();
    }

    private void deactivate(int value) {
        InterruptBank bank = gic.bankOf(value & 0x3ff, cpu);
        if (bank != null && (control & EOI_MODE) != 0) {
            bank.set(bank.active, value & 0x3ff, false);
            gic.updateAll();
        }
    }

    private int look(int offset) {
        return switch (offset) {
            case CTLR -> control;
            case PMR -> priorityMask;
            case BPR -> bpr;
            case IAR -> toAcknowledge(false);
            case RPR -> running();
            case HPPIR -> pendingIntid == Gicv2.SPURIOUS ? Gicv2.SPURIOUS : pendingGroup == 1 && (control & ACK_CTL) == 0 ? OTHER_GROUP : pendingIntid;
            case ABPR -> abpr;
            case AIAR -> toAcknowledge(true);
            case AHPPIR -> pendingIntid != Gicv2.SPURIOUS && pendingGroup == 1 ? pendingIntid : Gicv2.SPURIOUS;
            case APR -> active0;
            case NSAPR -> active1;
            case IIDR -> IIDR_VALUE;
            default -> 0;
        };
    }

    private int read(int offset) {
        return offset == IAR || offset == AIAR ? acknowledge(offset == AIAR) : look(offset);
    }

    private void write(int offset, int value) {
        switch (offset) {
            case CTLR -> control = value & WRITABLE;
            case PMR -> priorityMask = value & InterruptBank.PRIORITY_MASK;
            case BPR -> bpr = Math.max(value & 7, MIN_BPR);
            case ABPR -> abpr = Math.max(value & 7, MIN_BPR + 1);
            case EOIR, AEOIR -> end(value, offset == AEOIR);
            case APR -> active0 = value;
            case NSAPR -> active1 = value;
            case DIR -> deactivate(value);
            default -> gic.odd("gicc" + cpu, "write at offset 0x%04x ignored".formatted(offset));
        }
        gic.update(cpu);
    }

    State save() {
        return State.of("gicc", 1).put("ctlr", control).put("pmr", priorityMask).put("bpr", bpr).put("abpr", abpr).put("apr", active0).put("nsapr", active1).build();
    }

    void restore(State state) {
        state.expect("gicc", 1);
        control = state.integer("ctlr");
        priorityMask = state.integer("pmr");
        bpr = state.integer("bpr");
        abpr = state.integer("abpr");
        active0 = state.integer("apr");
        active1 = state.integer("nsapr");
    }

    /** What stands at one address for all CPUs: the accessing CPU's interface. */
    static final class Frame extends GicFrame {
        private static final RegisterTable TABLE = new RegisterTable(List.of(
                MmioRegister.rw("GICC_CTLR", CTLR, 0).bit("EOImode", 9).bit("CBPR", 4).bit("FIQEn", 3).bit("AckCtl", 2).bit("EnableGrp1", 1).bit("EnableGrp0", 0),
                MmioRegister.rw("GICC_PMR", PMR, 0), MmioRegister.rw("GICC_BPR", BPR, MIN_BPR), MmioRegister.ro("GICC_IAR", IAR, 0).field("CPUID", 12, 10).field("InterruptID", 9, 0),
                MmioRegister.wo("GICC_EOIR", EOIR), MmioRegister.ro("GICC_RPR", RPR, IDLE), MmioRegister.ro("GICC_HPPIR", HPPIR, 0), MmioRegister.rw("GICC_ABPR", ABPR, MIN_BPR + 1),
                MmioRegister.ro("GICC_AIAR", AIAR, 0), MmioRegister.wo("GICC_AEOIR", AEOIR), MmioRegister.ro("GICC_AHPPIR", AHPPIR, 0), MmioRegister.rw("GICC_APR0", APR, 0),
                MmioRegister.rw("GICC_NSAPR0", NSAPR, 0), MmioRegister.ro("GICC_IIDR", IIDR, IIDR_VALUE), MmioRegister.wo("GICC_DIR", DIR)));

        private final Gicv2 gic;

        Frame(Gicv2 gic) {
            super("gicc", TABLE);
            this.gic = gic;
        }

        @Override
        public long peek(long offset) {
            return gic.currentInterface().look((int) offset) & 0xffff_ffffL;
        }

        @Override
        long readRegister(long offset, int sizeBytes) {
            if (sizeBytes != 4 || (offset & 3) != 0) {
                gic.odd(this, false, offset, sizeBytes);
                return 0;
            }
            return gic.currentInterface().read((int) offset) & 0xffff_ffffL;
        }

        @Override
        void writeRegister(long offset, int sizeBytes, long value) {
            if (sizeBytes != 4 || (offset & 3) != 0) {
                gic.odd(this, true, offset, sizeBytes);
                return;
            }
            gic.currentInterface().write((int) offset, (int) value);
        }
    }
}

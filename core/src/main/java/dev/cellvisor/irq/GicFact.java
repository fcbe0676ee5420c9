package dev.cellvisor.irq;

import dev.cellvisor.trace.Fact;

/** What the interrupt controller tells the trace. CPU numbers count from 0; -1 where an SPI belongs to no CPU. */
public sealed interface GicFact extends Fact {

    @Override
    default String kind() {
        return "interrupt";
    }

    /** An input changed its level: a device's, or the timer's.
     * @param intid of the interrupt
     * @param cpu whose PPI it is, or -1 for an SPI
     * @param asserted the new level */
    record Line(int intid, int cpu, boolean asserted) implements GicFact {
        @Override
        public String toString() {
            return "%s %s".formatted(describe(intid, cpu), asserted ? "asserted" : "deasserted");
        }
    }

    /** A CPU sent a software generated interrupt.
     * @param intid 0 to 15
     * @param from the sender
     * @param to the receiver */
    record Sgi(int intid, int from, int to) implements GicFact {
        @Override
        public String toString() {
            return "SGI %d from cpu%d to cpu%d".formatted(intid, from, to);
        }
    }

    /** Somebody outside the guest made an interrupt pending.
     * @param intid of the interrupt
     * @param cpu whose SGI or PPI it is, or -1 for an SPI */
    record Injected(int intid, int cpu) implements GicFact {
        @Override
        public String toString() {
            return describe(intid, cpu) + " injected";
        }
    }

    /** The controller asserts IRQ or FIQ at a CPU, because this interrupt is pending with sufficient priority.
     * @param cpu the CPU
     * @param intid the highest priority pending interrupt
     * @param fiq whether it is FIQ (Group 0) */
    record Signalled(int cpu, int intid, boolean fiq) implements GicFact {
        @Override
        public String toString() {
            return "%s to cpu%d for %s".formatted(fiq ? "FIQ" : "IRQ", cpu, describe(intid, -1));
        }
    }

    /** A CPU acknowledged an interrupt by reading ICC_IAR0_EL1 or ICC_IAR1_EL1.
     * @param cpu the CPU
     * @param intid what it read
     * @param priority the interrupt's priority, 0 the highest */
    record Acknowledged(int cpu, int intid, int priority) implements GicFact {
        @Override
        public String toString() {
            return "cpu%d acknowledged %s at priority 0x%02x".formatted(cpu, describe(intid, -1), priority);
        }
    }

    /** A CPU ended an interrupt by writing ICC_EOIR0_EL1 or ICC_EOIR1_EL1.
     * @param cpu the CPU
     * @param intid what it wrote
     * @param deactivated whether that deactivated it too (EOImode 0) */
    record Ended(int cpu, int intid, boolean deactivated) implements GicFact {
        @Override
        public String toString() {
            return "cpu%d ended %s%s".formatted(cpu, describe(intid, -1), deactivated ? "" : " (priority drop only)");
        }
    }

    /** A CPU deactivated an interrupt by writing ICC_DIR_EL1.
     * @param cpu the CPU
     * @param intid what it wrote */
    record Deactivated(int cpu, int intid) implements GicFact {
        @Override
        public String toString() {
            return "cpu%d deactivated %s".formatted(cpu, describe(intid, -1));
        }
    }

    private static String describe(int intid, int cpu) {
        String of = cpu < 0 ? "" : " of cpu" + cpu;
        if (intid < 16) {
            return "SGI " + intid + of;
        }
        if (intid < 32) {
            return "PPI " + (intid - 16) + " (INTID " + intid + ")" + of;
        }
        return "SPI " + (intid - 32) + " (INTID " + intid + ")";
    }
}

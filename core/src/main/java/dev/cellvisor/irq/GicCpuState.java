package dev.cellvisor.irq;

/**
 * One CPU's interface to the controller as it is now; a copy.
 *
 * @param cpu its number
 * @param affinity Aff3.Aff2.Aff1.Aff0 in 32 bits, as in GICR_TYPER
 * @param asleep GICR_WAKER.ProcessorSleep: nothing is signalled
 * @param priorityMask ICC_PMR_EL1
 * @param runningPriority ICC_RPR_EL1; 0xff when no interrupt is active
 * @param group0Enabled ICC_IGRPEN0_EL1
 * @param group1Enabled ICC_IGRPEN1_EL1
 * @param highestPending the highest priority pending interrupt for this CPU, or 1023
 * @param irq whether the controller asserts IRQ
 * @param fiq whether the controller asserts FIQ
 */
public record GicCpuState(int cpu, int affinity, boolean asleep, int priorityMask, int runningPriority, boolean group0Enabled,
        boolean group1Enabled, int highestPending, boolean irq, boolean fiq) {
}

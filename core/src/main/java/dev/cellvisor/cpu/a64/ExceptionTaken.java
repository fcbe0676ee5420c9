package dev.cellvisor.cpu.a64;

import dev.cellvisor.trace.Fact;

/**
 * A CPU took an exception to EL1.
 *
 * @param cpu its number
 * @param cause in words
 * @param returnAddress ELR_EL1
 * @param syndrome ESR_EL1; 0 for an interrupt
 * @param vector where it goes on
 */
public record ExceptionTaken(int cpu, String cause, long returnAddress, long syndrome, long vector) implements Fact {
    @Override
    public String kind() {
        return "exception";
    }

    @Override
    public String toString() {
        return "cpu%d %s: ELR 0x%x, ESR 0x%x, on at 0x%x".formatted(cpu, cause, returnAddress, syndrome, vector);
    }
}

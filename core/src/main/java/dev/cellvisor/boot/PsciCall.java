package dev.cellvisor.boot;

import dev.cellvisor.trace.Fact;

/**
 * A call to firmware.
 *
 * @param cpu who called
 * @param function its name, or its number if it is not known and was answered with NOT_SUPPORTED
 * @param x1 first argument
 * @param x2 second argument
 * @param x3 third argument
 */
public record PsciCall(int cpu, String function, long x1, long x2, long x3) implements Fact {
    @Override
    public String kind() {
        return "psci";
    }

    @Override
    public String toString() {
        return "cpu%d %s(0x%x, 0x%x, 0x%x)".formatted(cpu, function, x1, x2, x3);
    }
}

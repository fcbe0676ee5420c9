package dev.cellvisor.irq;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One interrupt as the controller has it now; a copy.
 *
 * @param intid 0–15 SGI, 16–31 PPI, from 32 SPI
 * @param cpu whose SGI or PPI it is; -1 for an SPI
 * @param enabled by ISENABLER
 * @param pending by an edge, by software, or by its level
 * @param active acknowledged and not yet deactivated
 * @param edge whether it is edge-triggered rather than level-sensitive
 * @param asserted the level of its input
 * @param priority 0 the highest, 0xf8 the lowest
 * @param group 0 or 1
 * @param fiq whether it is signalled as FIQ: Group 0 of a GICv3, and of a GICv2 where GICC_CTLR.FIQEn says so
 * @param to the CPUs that an SPI goes to, in words; empty for an SGI or PPI
 */
public record GicInterrupt(int intid, int cpu, boolean enabled, boolean pending, boolean active, boolean edge, boolean asserted,
        int priority, int group, boolean fiq, String to) {

    /** Where GICD_IROUTER sends an SPI: affinity in bits 39:32 and 23:0, bit 31 for 1 of N. */
    static String route(long irouter) {
        return (irouter & GicRegisters.IROUTER_IRM) != 0 ? "any CPU"
                : "CPU %d.%d.%d.%d".formatted(irouter >>> 32 & 0xff, irouter >>> 16 & 0xff, irouter >>> 8 & 0xff, irouter & 0xff);
    }

    /** Where GICD_ITARGETSR does: a bit for each CPU. */
    static String targets(int cpus) {
        return cpus == 0 ? "no CPU" : "CPU " + IntStream.range(0, 8).filter(cpu -> (cpus >>> cpu & 1) != 0).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    /** Whether there is anything to say of it: enabled, pending, active, or its input asserted. */
    public boolean used() {
        return enabled || pending || active || asserted;
    }

    /** {@code "inactive"}, {@code "pending"}, {@code "active"} or {@code "active and pending"} (IHI 0069, 4.1). */
    public String state() {
        return active ? pending ? "active and pending" : "active" : pending ? "pending" : "inactive";
    }

    /** What it is called: {@code "SPI 1"} is INTID 33. */
    public String name() {
        return intid < 16 ? "SGI " + intid : intid < 32 ? "PPI " + (intid - 16) : "SPI " + (intid - 32);
    }

    @Override
    public String toString() {
        return "INTID %d (%s)%s: %s, %s, %s%s, priority 0x%02x, group %d".formatted(intid, name(), cpu >= 0 ? " of cpu" + cpu : " to " + to,
                enabled ? "enabled" : "disabled", state(), edge ? "edge" : "level", asserted ? " asserted" : "", priority, group);
    }
}

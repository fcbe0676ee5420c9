package dev.cellvisor.irq;

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
 * @param group 0 (FIQ) or 1 (IRQ)
 * @param route GICD_IROUTER of an SPI: affinity in bits 39:32 and 23:0, bit 31 for 1 of N; 0 for an SGI or PPI
 */
public record GicInterrupt(int intid, int cpu, boolean enabled, boolean pending, boolean active, boolean edge, boolean asserted,
        int priority, int group, long route) {

    /** {@code "inactive"}, {@code "pending"}, {@code "active"} or {@code "active and pending"} (IHI 0069, 4.1). */
    public String state() {
        return active ? pending ? "active and pending" : "active" : pending ? "pending" : "inactive";
    }

    @Override
    public String toString() {
        String name = intid < 16 ? "SGI " + intid : intid < 32 ? "PPI " + (intid - 16) : "SPI " + (intid - 32);
        String where = cpu >= 0 ? " of cpu" + cpu
                : (route & GicRegisters.IROUTER_IRM) != 0 ? " to 1 of N"
                : " to %d.%d.%d.%d".formatted(route >>> 32 & 0xff, route >>> 16 & 0xff, route >>> 8 & 0xff, route & 0xff);
        return "INTID %d (%s)%s: %s, %s, %s%s, priority 0x%02x, group %d".formatted(intid, name, where, enabled ? "enabled" : "disabled",
                state(), edge ? "edge" : "level", asserted ? " asserted" : "", priority, group);
    }
}

package dev.cellvisor.vm;

import dev.cellvisor.boot.Psci;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.memory.MmioRegion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the guest left for a device or for firmware, by register. An exit is what KVM with the interrupt controller and the
 * timer in the kernel would hand to user space; accesses to the interrupt controller are counted apart.
 *
 * @param rows one for each register that was read or written, by device address
 */
public record ExitCounts(List<Row> rows) {

    /**
     * One register's count.
     *
     * @param kind {@code "mmio"}, {@code "pio"}, {@code "psci"} or {@code "in-kernel"}
     * @param device its name
     * @param register its name, or the called function's
     * @param write whether these are stores
     * @param count how many
     */
    public record Row(String kind, String device, String register, boolean write, long count) {
    }

    /** What a machine has counted: at its devices, at its ports, and in calls of its firmware. */
    static ExitCounts of(MemoryMap map, MemoryMap ports, Psci psci) {
        List<Row> rows = new ArrayList<>();
        for (MmioRegion region : map.regions()) {
            add(rows, region.device().exits() == MmioDevice.Exits.IN_KERNEL ? "in-kernel" : "mmio", region);
        }
        ports.regions().forEach(region -> add(rows, "pio", region));
        psci.counts().forEach((function, count) -> rows.add(new Row("psci", "psci", function, false, count)));
        return new ExitCounts(rows);
    }

    private static void add(List<Row> rows, String kind, MmioRegion region) {
        region.counts().forEach(count -> rows.add(new Row(kind, region.device().name(), count.register(), count.write(), count.total())));
    }

    /** All exits; accesses to the interrupt controller are not among them. */
    public long total() {
        return rows.stream().filter(row -> !row.kind.equals("in-kernel")).mapToLong(Row::count).sum();
    }

    /** The exits to one device, reads and writes. */
    public long of(String device) {
        return rows.stream().filter(row -> row.device.equals(device)).mapToLong(Row::count).sum();
    }

    /** The exits at one register of a device, reads and writes. */
    public long of(String device, String register) {
        return rows.stream().filter(row -> row.device.equals(device) && row.register.equals(register)).mapToLong(Row::count).sum();
    }

    /** What was counted since an earlier count. */
    public ExitCounts since(ExitCounts earlier) {
        return new ExitCounts(rows.stream().map(row -> {
            long before = earlier.rows.stream().filter(old -> old.kind.equals(row.kind) && old.device.equals(row.device)
                    && old.register.equals(row.register) && old.write == row.write).mapToLong(Row::count).sum();
            return new Row(row.kind, row.device, row.register, row.write, row.count - before);
        }).filter(row -> row.count > 0).toList());
    }

    /** Keeps its own copy of the rows. */
    public ExitCounts {
        rows = List.copyOf(rows);
    }

    /** Every row as text; {@link #toString} joins the interrupt controller's and those of empty virtio slots. */
    public String all() {
        return table(rows);
    }

    @Override
    public String toString() {
        Map<String, Row> joined = new LinkedHashMap<>();
        for (Row row : rows) {
            Row shown = row.kind.equals("in-kernel") ? new Row(row.kind, row.device, "(all)", row.write, row.count)
                    : row.device.startsWith("virtio-mmio.") ? new Row(row.kind, "virtio-mmio.*", "(empty slots)", row.write, row.count) : row;
            joined.merge(shown.device + shown.register + shown.write, shown,
                    (one, other) -> new Row(one.kind, one.device, one.register, one.write, one.count + other.count));
        }
        return table(List.copyOf(joined.values()));
    }

    private String table(List<Row> shown) {
        if (shown.isEmpty()) {
            return "no exits";
        }
        var text = new StringBuilder("%-18s %-22s %10s  %s%n".formatted("device", "register", "count", "kind"));
        long most = shown.stream().mapToLong(Row::count).max().orElse(1);
        for (Row row : shown) {
            text.append("%-18s %-22s %10d  %-16s %s%n".formatted(row.device, row.register, row.count,
                    row.kind + (row.kind.equals("psci") ? "" : row.write ? " write" : " read"),
                    "#".repeat((int) Math.max(1, row.count * 30 / most))));
        }
        return text.append("%d exits, %d accesses to the interrupt controller".formatted(total(),
                rows.stream().filter(row -> row.kind.equals("in-kernel")).mapToLong(Row::count).sum())).toString();
    }
}

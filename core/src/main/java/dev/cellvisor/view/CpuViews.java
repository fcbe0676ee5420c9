package dev.cellvisor.view;

import dev.cellvisor.irq.GicInterrupt;
import dev.cellvisor.irq.Gicv2;
import dev.cellvisor.irq.InterruptController;
import dev.cellvisor.vm.Registers;
import dev.cellvisor.vm.KeptRuns;
import dev.cellvisor.vm.RunResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a CPU is about: its registers, the interrupts at its controller, and how a run of it ended. */
final class CpuViews {
    private static final int COLUMNS = 4;

    private CpuViews() {
    }

    static View of(Registers registers) {
        int columns = Math.min(COLUMNS, Math.max(1, registers.values().size()));
        Table table = new Table("CPU " + registers.cpu());
        for (int i = 0; i < columns; i++) {
            table.left("").right("");
        }
        List<Map.Entry<String, Long>> all = List.copyOf(registers.values().entrySet());
        int rows = (all.size() + columns - 1) / columns;
        for (int row = 0; row < rows; row++) {
            Object[] cells = new Object[2 * columns];
            java.util.Arrays.fill(cells, "");
            for (int column = 0; column < columns && column * rows + row < all.size(); column++) {
                Map.Entry<String, Long> entry = all.get(column * rows + row);
                cells[2 * column] = Rich.empty().bold(entry.getKey());
                cells[2 * column + 1] = value(entry.getKey(), entry.getValue());
            }
            table.row(cells);
        }
        return View.of(table);
    }

    /** Leading zeros are faint, so that the eye finds the number. */
    private static Rich value(String name, long value) {
        String digits = "%016x".formatted(value);
        int zeros = 0;
        while (zeros < 15 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        Rich number = Rich.empty().faint(digits.substring(0, zeros)).plain(digits.substring(zeros));
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("nzcv") || lower.equals("pstate") ? number.plain("  ").then(flags(value)) : number;
    }

    /** N, Z, C and V of PSTATE, as SPSR_EL1 has them (Arm ARM, C5.2.19). */
    private static Rich flags(long value) {
        Rich flags = Rich.empty();
        for (int i = 0; i < 4; i++) {
            String letter = "NZCV".substring(i, i + 1);
            flags = (value >>> 31 - i & 1) != 0 ? flags.bold(letter) : flags.faint(letter.toLowerCase(Locale.ROOT));
        }
        return flags;
    }

    static View of(InterruptController gic) {
        return interrupts((gic instanceof Gicv2 ? "GICv2" : "GICv3") + ": interrupts that are enabled, pending, active or asserted", gic.interrupts());
    }

    static View of(GicInterrupt interrupt) {
        return interrupts("", List.of(interrupt));
    }

    private static View interrupts(String title, List<GicInterrupt> interrupts) {
        Table table = new Table(title).right("INTID").left("").left("state").left("").left("trigger").right("priority").left("signalled as").left("to");
        for (GicInterrupt interrupt : interrupts) {
            boolean busy = interrupt.pending() || interrupt.active();
            table.row(interrupt.intid(), interrupt.name(), busy ? Rich.empty().bold(interrupt.state()) : Rich.of(interrupt.state()),
                    interrupt.enabled() ? Rich.empty().bold("enabled") : Rich.empty().faint("disabled"),
                    (interrupt.edge() ? "edge" : "level") + (interrupt.asserted() ? ", asserted" : ""),
                    "0x%02x".formatted(interrupt.priority()), interrupt.fiq() ? "FIQ" : "IRQ", interrupt.cpu() >= 0 ? "CPU " + interrupt.cpu() : interrupt.to());
        }
        if (interrupts.isEmpty()) {
            table.note("none");
        }
        return View.of(table);
    }

    /** Without the host's time: that is for a terminal, and would make every execution of a notebook different. */
    static View of(RunResult result) {
        String why = result.toString();
        int after = why.indexOf(" after ");
        Table table = new Table("").left("").left("");
        table.row(Rich.empty().bold("why it ended"), after < 0 ? why : why.substring(0, after));
        table.row(Rich.empty().bold("instructions"), Markup.grouped(result.instructions()));
        table.row(Rich.empty().bold("guest time"), result.guestTime());
        List<String> console = result.console().lines().toList();
        if (!console.isEmpty()) {
            table.row(Rich.empty().bold("console"), Markup.plural(console.size(), "line") + ", the last: " + console.getLast());
        }
        return View.of(table);
    }

    static View of(KeptRuns runs) {
        Table table = new Table("runs").right("at instruction").left("until").left("cache").wide("why");
        runs.rows().forEach(row -> table.row(Markup.grouped(row.instruction()), row.condition(), row.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '), row.reason()));
        return new View(runs.toString(), table.html(), null);
    }
}

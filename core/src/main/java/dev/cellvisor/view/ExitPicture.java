package dev.cellvisor.view;

import dev.cellvisor.view.Svg.Stroke;
import dev.cellvisor.vm.ExitCounts;
import dev.cellvisor.vm.ExitCounts.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exits as bars: a bar for each device, divided by register, with every number written out below it. */
final class ExitPicture {
    private static final double X = 150;
    private static final double WIDTH = 520;
    private static final int MOST_IN_A_LINE = 84;
    private static final int MOST_REGISTERS = 9;
    private static final int FEW_DEVICES = 4;
    private static final String[] WRITES = {"#9db7e8", "#b9cdf2", "#7f9fdb"};
    private static final String[] READS = {"#e4e9f2", "#f3f5f9", "#d5dce8"};

    private ExitPicture() {
    }

    static View of(ExitCounts counts) {
        if (counts.rows().isEmpty()) {
            return View.text("no exits");
        }
        return View.of(draw(counts), text(counts));
    }

    /** Exits first, the interrupt controller last. Slots that were only looked at, because they are empty, stand together. */
    private static Map<String, List<Row>> byDevice(ExitCounts counts) {
        Map<String, List<Row>> devices = new LinkedHashMap<>();
        for (boolean inKernel : new boolean[] {false, true}) {
            for (Row row : counts.rows()) {
                if (row.kind().equals("in-kernel") == inKernel) {
                    String name = row.device().matches("virtio-mmio\\.\\d+") ? "empty slots" : row.device();
                    List<Row> rows = devices.computeIfAbsent(name, device -> new ArrayList<>());
                    int same = find(rows, row);
                    if (same < 0) {
                        rows.add(row);
                    } else {
                        rows.set(same, new Row(row.kind(), name, row.register(), row.write(), rows.get(same).count() + row.count()));
                    }
                }
            }
        }
        devices.values().forEach(ExitPicture::shorten);
        return devices;
    }

    private static int find(List<Row> rows, Row wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).register().equals(wanted.register()) && rows.get(i).write() == wanted.write()) {
                return i;
            }
        }
        return -1;
    }

    /** Of many registers, the busiest are named, in their order, and the rest is one. */
    private static void shorten(List<Row> rows) {
        if (rows.size() <= MOST_REGISTERS) {
            return;
        }
        long least = rows.stream().mapToLong(Row::count).sorted().skip(rows.size() - MOST_REGISTERS + 1L).findFirst().orElse(0);
        List<Row> busy = new ArrayList<>(rows.stream().filter(row -> row.count() >= least).limit(MOST_REGISTERS - 1L).toList());
        List<Row> rest = rows.stream().filter(row -> !busy.contains(row)).toList();
        Row first = rest.getFirst();
        busy.add(new Row(first.kind(), first.device(), rest.size() + " others", false, rest.stream().mapToLong(Row::count).sum()));
        rows.clear();
        rows.addAll(busy);
    }

    private static String text(ExitCounts counts) {
        Table table = new Table("").left("device").left("register").left("").right("count").left("");
        long most = counts.rows().stream().mapToLong(Row::count).max().orElse(1);
        byDevice(counts).forEach((device, rows) -> rows.forEach(row ->
                table.row(device, row.register(), kind(row), Markup.grouped(row.count()), "█".repeat((int) Math.max(1, row.count() * 30 / most)))));
        return table.text() + "\n" + total(counts);
    }

    private static String kind(Row row) {
        return row.kind().equals("psci") ? "call" : row.register().endsWith(" others") ? "" : row.write() ? "write" : "read";
    }

    private static String label(Row row) {
        String kind = row.kind().equals("psci") ? "" : kind(row);
        return row.register() + " " + (kind.isEmpty() ? "" : kind + " ") + Markup.grouped(row.count());
    }

    private static String total(ExitCounts counts) {
        long apart = counts.rows().stream().filter(row -> row.kind().equals("in-kernel")).mapToLong(Row::count).sum();
        return Markup.plural(counts.total(), "exit") + (apart == 0 ? "" : ", and apart from them " + Markup.plural(apart, "access", "accesses") + " to the interrupt controller");
    }

    private static Svg draw(ExitCounts counts) {
        Map<String, List<Row>> devices = byDevice(counts);
        var svg = new Svg(total(counts));
        // The interrupt controller is counted apart, and must not squeeze the bars of what counts.
        long most = devices.values().stream().filter(rows -> counts.total() == 0 || !rows.getFirst().kind().equals("in-kernel"))
                .mapToLong(rows -> rows.stream().mapToLong(Row::count).sum()).max().orElse(1);
        double y = 0;
        for (Map.Entry<String, List<Row>> device : devices.entrySet()) {
            y = drawDevice(svg, device.getKey(), device.getValue(), most, devices.size() > FEW_DEVICES, y) + 14;
        }
        if (devices.size() > 1) {
            svg.bold(0, y + 12, total(counts));
        }
        return svg;
    }

    private static double drawDevice(Svg svg, String name, List<Row> rows, long most, boolean brief, double top) {
        boolean inKernel = rows.getFirst().kind().equals("in-kernel");
        Stroke stroke = inKernel ? Stroke.DASHED : Stroke.SOLID;
        long sum = rows.stream().mapToLong(Row::count).sum();
        double whole = Math.clamp(WIDTH * sum / most, 3, WIDTH);
        svg.bold(0, top + 17, name);
        boolean allLabelled = true;
        if (whole < 8 * rows.size()) {
            // Too small to be divided.
            svg.box(X, top, whole, 26, WRITES[0], stroke);
            allLabelled = false;
        } else {
            double x = X;
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                double width = whole * row.count() / sum;
                String[] shades = row.write() ? WRITES : READS;
                svg.box(x, top, width, 26, shades[i % shades.length], stroke);
                String label = label(row);
                boolean fits = Svg.width(label, Svg.FONT) + 12 < width;
                allLabelled &= fits;
                if (fits) {
                    svg.text(x + 6, top + 17, label);
                }
                x += width;
            }
        }
        svg.text(X + whole + 10, top + 17, Rich.empty().bold(Markup.grouped(sum)).plain(inKernel ? " accesses, counted apart" : sum == 1 ? " exit" : " exits"), Svg.FONT, Svg.Anchor.START);
        return allLabelled ? top + 26 : notes(svg, rows, brief, top + 26);
    }

    /** Every register with its number, in lines; in one line, and with the rest summed up, if there are many devices. */
    private static double notes(Svg svg, List<Row> all, boolean brief, double top) {
        List<Row> rows = brief ? all.stream().sorted(Comparator.comparing((Row row) -> row.register().endsWith(" others"))
                .thenComparing(Row::count, Comparator.reverseOrder())).toList() : all;
        double y = top;
        var line = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            String item = label(rows.get(i));
            if (!line.isEmpty() && line.length() + item.length() > MOST_IN_A_LINE) {
                if (brief) {
                    line.append(" · …");
                    break;
                }
                y += 15;
                svg.note(X, y, line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " · ").append(item);
        }
        y += 15;
        svg.note(X, y, line.toString());
        return y;
    }
}

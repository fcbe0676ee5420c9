package dev.cellvisor.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A table, as aligned text and as HTML. Columns are declared first; rows are texts or {@link Rich} lines:
 *
 * <pre>{@code new Table("disk · virtio-mmio").left("register").right("value").row("Version", "2").html()}</pre>
 */
public final class Table {
    private static final String CELL = "padding:1px 14px 1px 0;border:0;border-bottom:1px solid rgba(128,138,150,.3);vertical-align:top;background:none;";
    private static final String HEAD = "padding:2px 14px 2px 0;border:0;border-bottom:1.5px solid rgba(128,138,150,.9);background:none;font-weight:bold;";

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Rich>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Column(String header, boolean right, boolean wraps) {
    }

    /** @param caption one line above the table; may be empty */
    public Table(String caption) {
        this.caption = caption;
    }

    /** Adds a column whose cells stand left. */
    public Table left(String header) {
        return column(new Column(header, false, false));
    }

    /** Adds a column of longer text, whose cells stand left and, in HTML, wrap. */
    public Table wide(String header) {
        return column(new Column(header, false, true));
    }

    /** Adds a column whose cells stand right, as numbers do. */
    public Table right(String header) {
        return column(new Column(header, true, false));
    }

    private Table column(Column column) {
        if (!rows.isEmpty()) {
            throw new IllegalStateException("columns come before rows; '" + column.header + "' came after " + rows.size() + " rows");
        }
        columns.add(column);
        return this;
    }

    /**
     * Adds a row.
     *
     * @param cells a text or a {@link Rich} for each column; missing ones at the end are empty
     */
    public Table row(Object... cells) {
        if (cells.length > columns.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells in a table of " + columns.size() + " columns");
        }
        List<Rich> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object cell = i < cells.length ? cells[i] : "";
            row.add(cell instanceof Rich rich ? rich : Rich.of(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    /** Adds a line below the table. */
    public Table note(String note) {
        notes.add(note);
        return this;
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** Aligned with spaces, a line under the header. */
    public String text() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).header.length();
            for (List<Rich> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        var out = new StringBuilder();
        if (!caption.isEmpty()) {
            out.append(caption).append('\n');
        }
        if (columns.stream().anyMatch(column -> !column.header.isEmpty())) {
            line(out, columns.stream().map(Column::header).toList(), widths);
            int total = 2 * (widths.length - 1);
            for (int width : widths) {
                total += width;
            }
            out.append("─".repeat(total)).append('\n');
        }
        rows.forEach(row -> line(out, row.stream().map(Rich::text).toList(), widths));
        notes.forEach(note -> out.append(note).append('\n'));
        out.setLength(Math.max(0, out.length() - 1));
        return out.toString();
    }

    private void line(StringBuilder out, List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(columns.get(i).right ? gap + cells.get(i) : cells.get(i) + gap);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** An HTML table with inline styles, readable without them too. */
    public String html() {
        var out = new StringBuilder("<table style=\"border-collapse:collapse;border:0;margin:4px 0;font:12.5px/1.5 " + Markup.MONOSPACE + "\">");
        if (!caption.isEmpty()) {
            out.append("<caption style=\"caption-side:top;text-align:left;padding:2px 0 5px;color:inherit;font:bold 13px sans-serif\">")
                    .append(Markup.escape(caption)).append("</caption>");
        }
        if (columns.stream().anyMatch(column -> !column.header.isEmpty())) {
            out.append("\n<tr style=\"background:none\">");
            for (Column column : columns) {
                out.append("<th").append(align(column)).append(HEAD).append(side(column)).append("\">").append(Markup.escape(column.header)).append("</th>");
            }
            out.append("</tr>");
        }
        for (List<Rich> row : rows) {
            out.append("\n<tr style=\"background:none\">");
            for (int i = 0; i < row.size(); i++) {
                Column column = columns.get(i);
                out.append("<td").append(align(column)).append(CELL).append(side(column)).append("\">").append(row.get(i).html()).append("</td>");
            }
            out.append("</tr>");
        }
        out.append("\n</table>");
        for (String note : notes) {
            out.append("<div style=\"font:12px sans-serif;opacity:.75;margin:2px 0\">").append(Markup.escape(note)).append("</div>");
        }
        return out.toString();
    }

    // The attribute is for places that strip styles, GitHub for one.
    private static String align(Column column) {
        return (column.right ? " align=\"right\"" : " align=\"left\"") + " style=\"";
    }

    private static String side(Column column) {
        return column.wraps ? "text-align:left;white-space:normal;max-width:620px" : "white-space:nowrap;text-align:" + (column.right ? "right" : "left");
    }

    @Override
    public String toString() {
        return text();
    }
}

package dev.cellvisor.view;

import dev.cellvisor.vm.RunDiff;
import dev.cellvisor.vm.SnapshotDiff;
import java.util.List;
import java.util.Locale;

/** Two snapshots or two runs beside each other: what differs is bold and underlined, what is equal is left out. */
final class DiffViews {
    private static final int MOST_ROWS = 30;
    private static final int ROW = 16;
    private static final String TITLE = "<div style=\"font:bold 13px sans-serif;margin:9px 0 2px\">";
    private static final String PRE = "<pre style=\"font:12.5px/1.45 " + Markup.MONOSPACE + ";margin:4px 0;padding:0;border:0;background:none\">";

    private DiffViews() {
    }

    static View of(SnapshotDiff diff) {
        return new View(diff.toString(), html(diff, "a", "b"), null);
    }

    static View of(RunDiff diff) {
        String a = diff.names().get(0);
        String b = diff.names().get(1).equals(a) ? a + " (second)" : diff.names().get(1);
        var html = new StringBuilder();
        html.append(title("at the start")).append(html(diff.start(), a, b));
        RunDiff.Divergence first = diff.first();
        if (first == null) {
            html.append(title("up to instruction " + Markup.grouped(diff.common()) + " there is no difference but that"));
            return new View(diff.toString(), html.toString(), null);
        }
        html.append(title("first diverging instruction: " + Markup.grouped(first.instruction())
                + (first.pc()[0] == first.pc()[1] ? "" : " (at 0x%x in one, at 0x%x in the other)".formatted(first.pc()[0], first.pc()[1]))));
        html.append(PRE).append(Markup.escape(first.disassembly())).append("</pre>");
        if (!first.happened().get(0).equals(first.happened().get(1)) || !first.happened().get(0).isEmpty()) {
            Table happened = new Table("").wide("in it, " + a).wide("in it, " + b);
            pairs(happened, first.happened().get(0), first.happened().get(1));
            html.append(happened.html());
        }
        html.append(title("right after it")).append(html(first.after(), a, b));
        html.append(title("first diverging event"));
        html.append(diff.event() == null ? PRE + "none</pre>" : html(diff.event(), a, b));
        html.append("<details style=\"font-size:12px\"><summary style=\"opacity:.6;list-style:none;cursor:pointer\">▸ at instruction ").append(Markup.grouped(diff.common()))
                .append("</summary>").append(html(diff.end(), a, b)).append("</details>");
        return new View(diff.toString(), html.toString(), null);
    }

    private static String title(String text) {
        return TITLE + Markup.escape(text) + "</div>";
    }

    private static void pairs(Table table, List<?> a, List<?> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            String one = i < a.size() ? a.get(i).toString() : "";
            String other = i < b.size() ? b.get(i).toString() : "";
            table.row(marked(one, other), marked(other, one));
        }
    }

    private static String html(RunDiff.Event event, String a, String b) {
        Table table = new Table("").right("instruction").wide(a).right("instruction").wide(b);
        event.before().forEach(both -> table.row(faint(both.instruction()), Rich.empty().faint(both.fact().toString()), faint(both.instruction()),
                Rich.empty().faint(both.fact().toString())));
        for (int i = 0; i < Math.max(event.a().size(), event.b().size()); i++) {
            RunDiff.Happened one = i < event.a().size() ? event.a().get(i) : null;
            RunDiff.Happened other = i < event.b().size() ? event.b().get(i) : null;
            table.row(marked(number(one), number(other)), marked(fact(one), fact(other)), marked(number(other), number(one)), marked(fact(other), fact(one)));
        }
        return table.html();
    }

    private static Rich faint(long number) {
        return Rich.empty().faint(Markup.grouped(number));
    }

    private static String number(RunDiff.Happened event) {
        return event == null ? "" : Markup.grouped(event.instruction());
    }

    private static String fact(RunDiff.Happened event) {
        return event == null ? "" : event.fact().toString();
    }

    /** A text with what differs from another set apart: all between what both begin and end with. */
    static Rich marked(String text, String other) {
        if (text.equals(other)) {
            return Rich.of(text);
        }
        int least = Math.min(text.length(), other.length());
        int begin = 0;
        while (begin < least && text.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < least - begin && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Rich.of(text.substring(0, begin)).warn(text.substring(begin, text.length() - end)).plain(text.substring(text.length() - end));
    }

    private static String html(SnapshotDiff diff, String a, String b) {
        if (diff.isEmpty()) {
            return PRE + "no difference</pre>";
        }
        var html = new StringBuilder();
        if (diff.instructions()[0] != diff.instructions()[1]) {
            html.append(PRE).append("at %s / %s instructions".formatted(Markup.grouped(diff.instructions()[0]), Markup.grouped(diff.instructions()[1]))).append("</pre>");
        }
        table(html, "register", diff.registers(), a, b);
        table(html, "device register", diff.devices(), a, b);
        table(html, "ring", diff.rings(), a, b);
        if (diff.registers().isEmpty() && diff.devices().isEmpty() && diff.rings().isEmpty()) {
            table(html, "state", diff.states(), a, b);
        } else if (!diff.states().isEmpty()) {
            var states = new StringBuilder();
            table(states, "state", diff.states(), a, b);
            html.append("<details style=\"font-size:12px\"><summary style=\"opacity:.6;list-style:none;cursor:pointer\">▸ ")
                    .append(Markup.plural(diff.states().size(), "field")).append(" of saved states</summary>").append(states).append("</details>");
        }
        if (!diff.ranges().isEmpty()) {
            memory(html, diff.ranges());
        }
        if (!diff.note().isEmpty()) {
            html.append("<div style=\"font:12px sans-serif;opacity:.75;margin:2px 0\">").append(Markup.escape(diff.note())).append("</div>");
        }
        return html.toString();
    }

    private static void table(StringBuilder html, String what, List<SnapshotDiff.Entry> entries, String a, String b) {
        if (entries.isEmpty()) {
            return;
        }
        Table table = new Table("").left(what).wide(a).wide(b);
        entries.stream().limit(MOST_ROWS).forEach(entry -> table.row(entry.what(), marked(entry.a(), entry.b()), marked(entry.b(), entry.a())));
        if (entries.size() > MOST_ROWS) {
            table.note("… and " + Markup.plural(entries.size() - MOST_ROWS, "more"));
        }
        html.append(table.html());
    }

    private static void memory(StringBuilder html, List<SnapshotDiff.Range> ranges) {
        html.append(PRE).append("<b>memory</b>: ").append(String.format(Locale.ROOT, "%s in %s\n", Markup.plural(bytes(ranges), "byte"), Markup.plural(ranges.size(), "place")));
        int rows = 0;
        for (SnapshotDiff.Range range : ranges) {
            for (int from = 0; from < range.a().length && rows < MOST_ROWS; from += ROW, rows++) {
                int to = Math.min(from + ROW, range.a().length);
                html.append("<span style=\"opacity:.6\">%08x</span>  ".formatted(range.address() + from));
                bytes(html, range.a(), range.b(), from, to);
                html.append("  │ ");
                bytes(html, range.b(), range.a(), from, to);
                html.append('\n');
            }
        }
        html.append(rows < MOST_ROWS ? "</pre>" : "… and more</pre>");
    }

    private static long bytes(List<SnapshotDiff.Range> ranges) {
        return ranges.stream().mapToLong(range -> java.util.stream.IntStream.range(0, range.a().length).filter(i -> range.a()[i] != range.b()[i]).count()).sum();
    }

    private static void bytes(StringBuilder html, byte[] bytes, byte[] other, int from, int to) {
        for (int i = from; i < to; i++) {
            String digits = "%02x".formatted(bytes[i]);
            html.append(i == from ? "" : " ").append(bytes[i] == other[i] ? digits : "<b><u>" + digits + "</u></b>");
        }
    }
}

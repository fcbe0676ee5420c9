package dev.cellvisor.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A timeline as one picture with a lane for the exits, each device's registers, each queue, each interrupt, the CPUs and the console, along an axis of
 * instructions. Where there is more than the picture can show side by side, it shows one mark for all of it. In a notebook each mark tells what it is when the mouse is
 * over it, and a table below can be opened; both without JavaScript.
 *
 * @param timeline what is shown
 */
public record TimelineChart(Timeline timeline) {
    private static final int MOST_ROWS = 150;
    private static final int MOST_TOLD = 5;
    private static final int MOST_DEEP = 4;
    private static final double WIDTH = 860;
    private static final double LEAST = 5;
    private static final double ROW = 24;
    private static final double TOP = 8;
    private static final double SMALL = 11;
    private static final int TICKS = 6;

    /** What is drawn: one span, or several that are too close. */
    private record Mark(double x, double width, List<Span> spans) {
        String label() {
            return spans.size() == 1 ? spans.getFirst().label() : Integer.toString(spans.size());
        }

        String told() {
            var text = new StringBuilder();
            spans.stream().limit(MOST_TOLD).forEach(span -> text.append(text.isEmpty() ? "" : "\n").append(when(span)).append("  ").append(span.detail()));
            return spans.size() <= MOST_TOLD ? text.toString() : text + "\n… and " + (spans.size() - MOST_TOLD) + " more";
        }
    }

    private static String when(Span span) {
        return Markup.grouped(span.from()) + (span.isMoment() ? "" : " to " + Markup.grouped(span.to()));
    }

    /** The picture with its hover texts and its table. */
    View view() {
        if (timeline.moments().isEmpty()) {
            return View.text(timeline.toString());
        }
        Map<String, List<Span>> lanes = Span.lanes(timeline);
        double left = 24 + lanes.keySet().stream().mapToDouble(name -> Svg.width(name, Svg.FONT)).max().orElse(0);
        long first = timeline.moments().getFirst().instruction();
        long last = Math.max(first + 1, timeline.moments().getLast().instruction());
        double scale = WIDTH / (last - first);
        var svg = new Svg("timeline of " + Markup.plural(timeline.moments().size(), "moment") + " from instruction " + Markup.grouped(first) + " to "
                + Markup.grouped(last) + ", lanes: " + String.join(", ", lanes.keySet()));
        List<Row> rows = rows(lanes);
        double bottom = TOP + rows.size() * ROW;
        axis(svg, left, first, last, scale, bottom);
        var hovers = new ArrayList<Hover>();
        double y = TOP;
        for (Row row : rows) {
            svg.text(left - 12, y + 14, Rich.of(row.name), Svg.FONT, Svg.Anchor.END);
            svg.line(left, y + ROW - 2, left + WIDTH, y + ROW - 2, Svg.Stroke.DOTTED);
            for (Mark mark : marks(row.spans, left, first, scale)) {
                svg.box(mark.x, y + 1, mark.width, ROW - 6, mark.spans.getFirst().kind().fill);
                int fits = (int) ((mark.width - 5) / Svg.width("0", SMALL));
                String label = mark.label();
                if (fits >= Math.min(4, label.length())) {
                    svg.text(mark.x + 3, y + 14, Rich.of(label.length() > fits ? label.substring(0, fits - 1) + "…" : label), SMALL, Svg.Anchor.START);
                }
                hovers.add(new Hover(mark.x, y + 1, mark.width, ROW - 6, mark.told()));
            }
            y += ROW;
        }
        View plain = View.of(svg, timeline.toString());
        return new View(timeline.toString(), html(svg, plain, hovers) + table(lanes), null);
    }

    private record Row(String name, List<Span> spans) {
    }

    /** A lane is a row; a queue with chains under way at the same time has one for each of them, up to four. */
    private static List<Row> rows(Map<String, List<Span>> lanes) {
        List<Row> rows = new ArrayList<>();
        lanes.forEach((name, spans) -> {
            int begin = rows.size();
            rows.add(new Row(name, new ArrayList<>()));
            for (Span span : spans) {
                int at = begin;
                while (span.kind() == Span.Kind.DESCRIPTORS && at < rows.size() && !rows.get(at).spans.isEmpty() && rows.get(at).spans.getLast().to() > span.from()) {
                    at++;
                }
                if (at == rows.size()) {
                    if (at - begin < MOST_DEEP) {
                        rows.add(new Row("", new ArrayList<>()));
                    } else {
                        at--;
                    }
                }
                rows.get(at).spans.add(span);
            }
        });
        return rows;
    }

    private static List<Mark> marks(List<Span> spans, double left, long first, double scale) {
        List<Mark> marks = new ArrayList<>();
        List<Span> together = new ArrayList<>();
        double begin = 0;
        double end = Double.NEGATIVE_INFINITY;
        for (Span span : spans) {
            double x = left + (span.from() - first) * scale;
            double to = Math.max(x + LEAST, left + (span.to() - first) * scale);
            if (x >= end) {
                if (!together.isEmpty()) {
                    marks.add(new Mark(begin, end - begin, List.copyOf(together)));
                }
                together.clear();
                begin = x;
                end = to;
            }
            together.add(span);
            end = Math.max(end, to);
        }
        marks.add(new Mark(begin, end - begin, List.copyOf(together)));
        return marks;
    }

    private static void axis(Svg svg, double left, long first, long last, double scale, double bottom) {
        double raw = (last - first) / (double) TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, raw))));
        double rest = raw / power;
        long step = Math.max(1, (long) ((rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power));
        for (long at = (first + step - 1) / step * step; at <= last; at += step) {
            double x = left + (at - first) * scale;
            svg.line(x, TOP, x, bottom + 2, Svg.Stroke.DOTTED);
            svg.text(x, bottom + 15, Rich.of(Markup.grouped(at)), SMALL, Svg.Anchor.MIDDLE);
        }
        svg.text(left - 12, bottom + 15, Rich.empty().faint("instructions"), SMALL, Svg.Anchor.END);
        svg.reach(left + WIDTH, bottom + 20);
    }

    /** A place in the picture that tells something. */
    private record Hover(double x, double y, double width, double height, String text) {
    }

    /**
     * An SVG in an image tells nothing when hovered, and one that stands in the page is stripped by sanitisers. So transparent boxes with a title stand over the image, placed
     * by percentages, which JupyterLab's sanitiser leaves in place; where styles are stripped they are empty and take no room.
     */
    private static String html(Svg svg, View plain, List<Hover> hovers) {
        var html = new StringBuilder("<div style=\"position:relative;display:inline-block;line-height:0\">");
        html.append(plain.image());
        for (Hover hover : hovers) {
            html.append("<span title=\"").append(Markup.escape(hover.text)).append("\" style=\"position:absolute;left:%s%%;top:%s%%;width:%s%%;height:%s%%\"></span>".formatted(
                    percent((hover.x + Svg.MARGIN) / svg.totalWidth()), percent((hover.y + Svg.MARGIN) / svg.totalHeight()), percent(hover.width / svg.totalWidth()),
                    percent(hover.height / svg.totalHeight())));
        }
        return html.append("</div>\n").toString();
    }

    private static String percent(double part) {
        String text = String.format(java.util.Locale.ROOT, "%.2f", 100 * part);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String table(Map<String, List<Span>> lanes) {
        List<Span> all = lanes.values().stream().flatMap(List::stream).filter(span -> span.kind() != Span.Kind.EXITS)
                .sorted(java.util.Comparator.comparingLong(Span::from)).toList();
        Table table = new Table("").right("instruction").left("lane").wide("what");
        all.stream().limit(MOST_ROWS).forEach(span -> table.row(when(span), span.lane(), span.detail()));
        if (all.size() > MOST_ROWS) {
            table.note("… and " + Markup.plural(all.size() - MOST_ROWS, "more") + "; timeline.between(from, to) shows a part, timeline.save(path) writes all of it for Perfetto");
        }
        return "<details style=\"font-size:12px\"><summary style=\"opacity:.6;list-style:none;cursor:pointer\">▸ as a table</summary>" + table.html() + "</details>";
    }

    @Override
    public String toString() {
        return timeline.toString();
    }
}

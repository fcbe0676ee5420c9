package dev.cellvisor.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text with a few words set apart. Immutable; each call returns a longer one:
 * {@code Rich.of("Status ").bold("DRIVER").faint(" FAILED")}.
 */
public final class Rich {
    private static final Rich EMPTY = new Rich(List.of());
    private final List<Span> spans;

    private enum Style { PLAIN, BOLD, FAINT, WARN }

    private record Span(String text, Style style) {
    }

    private Rich(List<Span> spans) {
        this.spans = spans;
    }

    /** Nothing. */
    public static Rich empty() {
        return EMPTY;
    }

    /** Plain text. */
    public static Rich of(String text) {
        return EMPTY.plain(text);
    }

    /** Followed by plain text. */
    public Rich plain(String text) {
        return with(text, Style.PLAIN);
    }

    /** Followed by text that matters. */
    public Rich bold(String text) {
        return with(text, Style.BOLD);
    }

    /** Followed by text that is there for completeness. */
    public Rich faint(String text) {
        return with(text, Style.FAINT);
    }

    /** Followed by text that something is wrong with: bold and underlined. */
    public Rich warn(String text) {
        return with(text, Style.WARN);
    }

    /** Followed by another line's spans. */
    public Rich then(Rich other) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(other.spans);
        return new Rich(List.copyOf(all));
    }

    private Rich with(String text, Style style) {
        if (text.isEmpty()) {
            return this;
        }
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(text, style));
        return new Rich(List.copyOf(longer));
    }

    /** Whether there is no text at all. */
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Without any styles. */
    public String text() {
        var out = new StringBuilder();
        spans.forEach(span -> out.append(span.text));
        return out.toString();
    }

    /** As HTML. */
    public String html() {
        var out = new StringBuilder();
        for (Span span : spans) {
            String text = Markup.escape(span.text);
            out.append(switch (span.style) {
                case PLAIN -> text;
                case BOLD -> "<b>" + text + "</b>";
                // An opacity instead of a grey, so that it is readable on a dark page too.
                case FAINT -> "<span style=\"opacity:.55\">" + text + "</span>";
                case WARN -> "<b><u>" + text + "</u></b>";
            });
        }
        return out.toString();
    }

    /** As the content of an SVG text element. */
    String svg() {
        var out = new StringBuilder();
        for (Span span : spans) {
            String text = Markup.escape(span.text);
            out.append(switch (span.style) {
                case PLAIN -> text;
                case BOLD -> "<tspan font-weight=\"bold\">" + text + "</tspan>";
                case FAINT -> "<tspan fill=\"" + Markup.FAINT + "\">" + text + "</tspan>";
                case WARN -> "<tspan font-weight=\"bold\" text-decoration=\"underline\">" + text + "</tspan>";
            });
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}

package dev.cellvisor.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One value made visible: always as text, and as HTML or as a picture where that says more.
 *
 * @param text readable in a terminal, complete without the others
 * @param html a fragment with inline styles only, or {@code null}
 * @param svg a complete SVG document, or {@code null}
 */
public record View(String text, String html, String svg) {
    /** The MIME type of {@link #text}. */
    public static final String TEXT = "text/plain";
    /** The MIME type of {@link #html}. */
    public static final String HTML = "text/html";
    /** The MIME type of {@link #svg}. */
    public static final String SVG = "image/svg+xml";

    /** @throws NullPointerException if there is no text */
    public View {
        Objects.requireNonNull(text, "a view needs a text");
    }

    /** A view that is only text. */
    public static View text(String text) {
        return new View(text, null, null);
    }

    /** A view that is a table. */
    public static View of(Table table) {
        return new View(table.text(), table.html(), null);
    }

    /** A view that is a picture, with the text that says the same. */
    public static View of(Svg picture, String text) {
        return new View(text, null, picture.toString());
    }

    /** What a notebook stores: the text and the richest form, by MIME type. A picture is not repeated as HTML. */
    public Map<String, String> byMimeType() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(TEXT, text);
        if (svg != null) {
            forms.put(SVG, svg);
        } else if (html != null) {
            forms.put(HTML, html);
        }
        return forms;
    }

    /** This view as an HTML fragment, whatever it is: its HTML, its picture inline, or its text in {@code <pre>}. */
    public String asHtml() {
        if (html != null) {
            return html;
        }
        return svg != null ? svg : "<pre>" + Markup.escape(text) + "</pre>";
    }

    @Override
    public String toString() {
        return text;
    }
}

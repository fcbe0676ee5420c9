package dev.cellvisor.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    /**
     * What a notebook stores: the text, and HTML where there is more than text.
     *
     * <p>A picture stands in the HTML as an image with its SVG inside, and its text can be opened below it. The plain form
     * ({@code image/svg+xml}) is lost in too many places: notebooks that are not trusted do not show it, and several versions of
     * nbconvert, nbviewer's and GitHub's among them, strip what is in it. As an image it can run nothing either.
     */
    public Map<String, String> byMimeType() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(TEXT, text);
        if (html != null || svg != null) {
            forms.put(HTML, asHtml());
        }
        return forms;
    }

    /** This view as an HTML fragment, whatever it is: its HTML, its picture with the text below it, or its text in {@code <pre>}. */
    public String asHtml() {
        if (html != null) {
            return html;
        }
        if (svg == null) {
            return "<pre>" + Markup.escape(text) + "</pre>";
        }
        return image() + "\n" + textBeside(text);
    }

    /** The picture alone, as an image with its SVG inside. */
    String image() {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "<img style=\"max-width:100%\" alt=\"" + Markup.escape(label()) + "\" src=\"data:image/svg+xml;base64," + data + "\"/>";
    }

    /** The text that stands below a picture, and can be opened there without JavaScript. */
    public static String textBeside(String text) {
        return "<details style=\"font-size:12px\"><summary style=\"opacity:.6;list-style:none;cursor:pointer\">▸ as text</summary><pre>" + Markup.escape(text) + "</pre></details>";
    }

    private String label() {
        int start = svg.indexOf("<title>");
        int end = svg.indexOf("</title>");
        return start < 0 || end < 0 ? "a picture" : svg.substring(start + 7, end).replace("&quot;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    @Override
    public String toString() {
        return text;
    }
}

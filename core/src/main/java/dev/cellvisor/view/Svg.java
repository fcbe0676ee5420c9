package dev.cellvisor.view;

import java.util.Locale;

/**
 * A small builder of inert SVG pictures. Coordinates are pixels from the top left; the picture grows with what is drawn.
 * Text is monospaced, so that its width is known: {@link #CHARACTER} for each character at the normal size.
 */
public final class Svg {
    /** The width of one character of normal text. */
    public static final double CHARACTER = 7.25;
    /** The height of normal text. */
    public static final double FONT = 12;

    static final double MARGIN = 8;

    private final String label;
    private final StringBuilder body = new StringBuilder();
    private double width;
    private double height;

    /** Where a text stands relative to its point. */
    public enum Anchor { START, MIDDLE, END }

    /** What a line looks like; each can be told from the others without colour. */
    public enum Stroke { SOLID, DASHED, DOTTED }

    /** @param label what the picture shows, in one sentence, for those who cannot see it */
    public Svg(String label) {
        this.label = label;
    }

    /** A filled box with an outline. */
    public Svg box(double x, double y, double boxWidth, double boxHeight, String fill) {
        return box(x, y, boxWidth, boxHeight, fill, Stroke.SOLID);
    }

    /** A filled box whose outline has a pattern. */
    public Svg box(double x, double y, double boxWidth, double boxHeight, String fill, Stroke stroke) {
        body.append("\n<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"%s/>".formatted(
                number(x), number(y), number(boxWidth), number(boxHeight), fill, Markup.LINE, dash(stroke)));
        return reach(x + boxWidth, y + boxHeight);
    }

    /** A filled box with a faint outline, narrow ones too; the text is shown where the mouse is on it, and read to those who cannot see it. */
    public Svg box(double x, double y, double boxWidth, double boxHeight, String fill, String hover) {
        body.append("\n<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\".5\"><title>%s</title></rect>".formatted(
                number(x), number(y), number(boxWidth), number(boxHeight), fill, Markup.LINE, Markup.escape(hover)));
        return reach(x + boxWidth, y + boxHeight);
    }

    /** A filled box without an outline. */
    public Svg area(double x, double y, double boxWidth, double boxHeight, String fill) {
        body.append("\n<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>".formatted(
                number(x), number(y), number(boxWidth), number(boxHeight), fill));
        return reach(x + boxWidth, y + boxHeight);
    }

    /** Normal text; {@code y} is its baseline. */
    public Svg text(double x, double y, String text) {
        return text(x, y, Rich.of(text), FONT, Anchor.START);
    }

    /** Bold text. */
    public Svg bold(double x, double y, String text) {
        return text(x, y, Rich.empty().bold(text), FONT, Anchor.START);
    }

    /** Small grey text. */
    public Svg note(double x, double y, String text) {
        return text(x, y, Rich.empty().faint(text), 11, Anchor.START);
    }

    /** Text of any style, size in pixels, and anchor. */
    public Svg text(double x, double y, Rich text, double size, Anchor anchor) {
        if (text.isEmpty()) {
            return this;
        }
        String extra = (size == FONT ? "" : " font-size=\"" + number(size) + "\"")
                + (anchor == Anchor.START ? "" : " text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + "\"");
        body.append("\n<text x=\"%s\" y=\"%s\"%s xml:space=\"preserve\">%s</text>".formatted(number(x), number(y), extra, text.svg()));
        double textWidth = width(text.text(), size);
        return reach(switch (anchor) {
            case START -> x + textWidth;
            case MIDDLE -> x + textWidth / 2;
            case END -> x;
        }, y + size * 0.3);
    }

    /** The width of a text at a size in pixels. */
    public static double width(String text, double size) {
        return text.codePointCount(0, text.length()) * CHARACTER * size / FONT;
    }

    /** A thin line. */
    public Svg line(double x1, double y1, double x2, double y2, Stroke stroke) {
        body.append("\n<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"%s/>".formatted(
                number(x1), number(y1), number(x2), number(y2), stroke == Stroke.DOTTED ? "#c3c9d2" : Markup.LINE, dash(stroke)));
        return reach(Math.max(x1, x2), Math.max(y1, y2));
    }

    /** A curve that leaves and arrives horizontally and ends in an arrow head, with its bend {@code bend} pixels out. */
    public Svg arrow(double x1, double y1, double x2, double y2, double bend, Stroke stroke) {
        double side = x2 >= x1 + bend ? -1 : 1;
        return arrow(x1, y1, x1 + bend, x2 + side * Math.abs(bend), x2, y2, side, stroke);
    }

    /** An arrow from the right side of one row back to the right side of another, bulging to the right. */
    public Svg loop(double x, double y1, double y2, double bulge, Stroke stroke) {
        return arrow(x, y1, x + bulge, x + bulge, x, y2, 1, stroke);
    }

    // The head is drawn as a path of its own: markers need ids, and ids of several pictures on one page collide.
    private Svg arrow(double x1, double y1, double cx1, double cx2, double x2, double y2, double side, Stroke stroke) {
        double tip = x2 + side * 5;
        body.append("\n<path d=\"M%s %sC%s %s %s %s %s %s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.2\"%s/>".formatted(
                number(x1), number(y1), number(cx1), number(y1), number(cx2 + side * 2), number(y2), number(tip), number(y2), Markup.INK, dash(stroke)));
        body.append("<path d=\"M%s %sl%s -3.5v7z\" fill=\"%s\"/>".formatted(number(x2), number(y2), number(side * 7), Markup.INK));
        return reach(Math.max(Math.max(x1, x2), Math.max(cx1, cx2) - Math.abs(cx1 - x1) * 0.25), Math.max(y1, y2));
    }

    /** Makes sure that the picture is at least this large. */
    public Svg reach(double x, double y) {
        width = Math.max(width, x);
        height = Math.max(height, y);
        return this;
    }

    /** What it shows, in one sentence. */
    public String label() {
        return label;
    }

    /** The picture's whole width, margins too. */
    double totalWidth() {
        return Math.ceil(width + 2 * MARGIN);
    }

    /** The picture's whole height, margins too. */
    double totalHeight() {
        return Math.ceil(height + 2 * MARGIN);
    }

    /** The lowest point drawn so far. */
    public double bottom() {
        return height;
    }

    private static String dash(Stroke stroke) {
        return switch (stroke) {
            case SOLID -> "";
            case DASHED -> " stroke-dasharray=\"5 3\"";
            case DOTTED -> " stroke-dasharray=\"1 3\"";
        };
    }

    /** With at most one decimal, the same in every locale. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The document. White behind, so that it is readable on a dark page too. */
    @Override
    public String toString() {
        String w = number(totalWidth());
        String h = number(totalHeight());
        String corner = number(-MARGIN);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "\" height=\"" + h + "\" viewBox=\"" + corner + " " + corner + " " + w + " " + h
                + "\" style=\"max-width:100%;height:auto\" font-family=\"" + Markup.MONOSPACE + "\" font-size=\"12\" fill=\"" + Markup.INK
                + "\" role=\"img\" aria-label=\"" + Markup.escape(label) + "\">\n<title>" + Markup.escape(label) + "</title>"
                + "\n<rect x=\"" + corner + "\" y=\"" + corner + "\" width=\"" + w + "\" height=\"" + h + "\" fill=\"#fff\"/>"
                + body + "\n</svg>\n";
    }
}

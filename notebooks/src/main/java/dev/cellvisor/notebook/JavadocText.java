package dev.cellvisor.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a Javadoc comment, as it stands in the source, into plain text for a tooltip. */
final class JavadocText {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*})*})*)}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");

    private JavadocText() {
    }

    static String of(String comment) {
        Matcher firstBlock = BLOCK.matcher(comment);
        int end = firstBlock.find() ? firstBlock.start() : comment.length();
        List<String> parts = new ArrayList<>();
        String body = prose(comment.substring(0, end));
        if (!body.isEmpty()) {
            parts.add(body);
        }
        String tags = comment.substring(end);
        Matcher block = BLOCK.matcher(tags);
        var list = new StringBuilder();
        int at = block.find() ? block.end() : -1;
        String tag = at < 0 ? "" : block.group(1);
        while (at >= 0) {
            boolean more = block.find();
            String source = tags.substring(at, more ? block.start() : tags.length());
            String text = prose(source.replaceFirst("^<(\\w+)>", "\u0001$1\u0002")).replace("\n", " ");
            list.append(list.isEmpty() ? "" : "\n").append(describe(tag, text));
            if (more) {
                tag = block.group(1);
            }
            at = more ? block.end() : -1;
        }
        if (!list.isEmpty()) {
            parts.add(list.toString());
        }
        return String.join("\n\n", parts);
    }

    private static String describe(String tag, String text) {
        int space = text.indexOf(' ');
        String first = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space + 1);
        return switch (tag) {
            case "param" -> "  " + first + "  " + rest;
            case "return" -> "  returns  " + text;
            case "throws", "exception" -> "  throws " + first + "  " + rest;
            case "see" -> "  see  " + text;
            default -> "  " + tag + "  " + text;
        };
    }

    private static String prose(String source) {
        String text = source;
        for (Matcher inline = INLINE.matcher(text); inline.find(); inline = INLINE.matcher(text)) {
            text = text.substring(0, inline.start()) + inline(inline.group(1), inline.group(2)) + text.substring(inline.end());
        }
        boolean preformatted = text.contains("<pre>");
        text = text.replaceAll("(?i)\\s*<p>\\s*", "\n\n").replaceAll("(?i)<li>\\s*", "\n  • ").replaceAll("(?i)</?(ul|ol|pre)>", "\n")
                .replaceAll("<[^>]{1,40}>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&nbsp;", " ")
                .replace("\u0001", "<").replace("\u0002", ">");
        if (!preformatted) {
            text = text.replaceAll("(?<!\n)\n(?!\n| {2}•)\\s*", " ");
        }
        return text.replaceAll("(?m)[ \\t]+$", "").replaceAll("(?m)^ (?! )", "").strip();
    }

    private static String inline(String tag, String content) {
        String text = content.strip();
        return switch (tag) {
            case "link", "linkplain" -> {
                int space = text.indexOf(' ');
                boolean call = text.indexOf('(') >= 0 && space > text.indexOf('(') && space < text.indexOf(')');
                String shown = space < 0 || call ? text : text.substring(space + 1).strip();
                yield shown.startsWith("#") ? shown.substring(1) : shown.replace('#', '.');
            }
            case "return" -> "Returns " + text + ".";
            case "inheritDoc" -> "";
            default -> text.replace("<", "\u0001").replace(">", "\u0002");
        };
    }
}

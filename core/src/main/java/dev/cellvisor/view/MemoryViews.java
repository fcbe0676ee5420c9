package dev.cellvisor.view;

import dev.cellvisor.vm.Hexdump;
import java.util.Arrays;

/** Bytes: sixteen in a row, in hexadecimal and as text; what changed since an earlier look is bold and underlined. */
final class MemoryViews {
    private static final int ROW = 16;
    private static final int SKIP_FROM = 3;

    private MemoryViews() {
    }

    static View of(Hexdump dump) {
        return new View(dump.toString(), html(dump, null), null);
    }

    static View of(HexdumpDiff diff) {
        return new View(diff.toString(), html(diff.after(), diff.before()), null);
    }

    private static String html(Hexdump dump, Hexdump before) {
        var out = new StringBuilder("<pre style=\"font:12.5px/1.45 " + Markup.MONOSPACE + ";margin:4px 0;padding:0;border:0;background:none\">");
        byte[] bytes = dump.bytes();
        int row = 0;
        while (row < bytes.length) {
            int same = before == null ? equalRows(bytes, row) : 0;
            if (same >= SKIP_FROM) {
                appendRow(out, dump, null, row);
                out.append("<span style=\"opacity:.55\">… ").append(Markup.plural(same - 1, "more row")).append(" like this</span>\n");
                row += same * ROW;
            } else {
                appendRow(out, dump, before, row);
                row += ROW;
            }
        }
        return out.append("</pre>").toString();
    }

    /** How many whole rows from here on are equal. */
    private static int equalRows(byte[] bytes, int row) {
        int next = row + ROW;
        while (next + ROW <= bytes.length && Arrays.equals(bytes, next, next + ROW, bytes, row, row + ROW)) {
            next += ROW;
        }
        return (next - row) / ROW;
    }

    private static void appendRow(StringBuilder out, Hexdump dump, Hexdump before, int row) {
        byte[] bytes = dump.bytes();
        out.append("<span style=\"opacity:.6\">%08x</span> ".formatted(dump.address() + row));
        for (int i = 0; i < ROW; i++) {
            out.append(i == ROW / 2 ? "  " : " ");
            if (row + i >= bytes.length) {
                out.append("  ");
            } else {
                mark(out, "%02x".formatted(bytes[row + i]), bytes[row + i] == 0, changed(dump, before, row + i));
            }
        }
        out.append("  │");
        for (int i = row; i < Math.min(row + ROW, bytes.length); i++) {
            boolean printable = bytes[i] >= ' ' && bytes[i] < 0x7f;
            mark(out, printable ? Markup.escape(String.valueOf((char) bytes[i])) : "·", !printable, changed(dump, before, i));
        }
        out.append("│\n");
    }

    private static void mark(StringBuilder out, String text, boolean faint, boolean changed) {
        if (changed) {
            out.append("<b><u>").append(text).append("</u></b>");
        } else if (faint) {
            out.append("<span style=\"opacity:.35\">").append(text).append("</span>");
        } else {
            out.append(text);
        }
    }

    static boolean changed(Hexdump dump, Hexdump before, int index) {
        if (before == null) {
            return false;
        }
        long at = dump.address() + index - before.address();
        return at >= 0 && at < before.bytes().length && before.bytes()[(int) at] != dump.bytes()[index];
    }
}

package dev.cellvisor.view;

/** Small helpers for everything that ends in HTML or SVG. */
final class Markup {
    static final String MONOSPACE = "DejaVu Sans Mono,Menlo,Consolas,monospace";
    static final String INK = "#1c2330";
    static final String FAINT = "#667085";
    static final String LINE = "#556070";

    private Markup() {
    }

    /** The text with everything escaped that HTML or XML would read as markup; control characters become a visible dot. */
    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append(c);
                default -> out.append(c < 0x20 || c == 0x7f || c == 0xfffe || c == 0xffff ? '·' : c);
            }
        }
        return out.toString();
    }

    /** A count with thousands separated, the same in every locale. */
    static String grouped(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }

    /** A size with the unit that leaves no fraction: {@code 512 B}, {@code 4 KiB}, {@code 64 MiB}. */
    static String size(long sizeBytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        long rest = sizeBytes;
        while (unit < units.length - 1 && rest >= 1024 && rest % 1024 == 0) {
            rest /= 1024;
            unit++;
        }
        return grouped(rest) + " " + units[unit];
    }

    /** A guest-physical address: at least eight hexadecimal digits. */
    static String address(long address) {
        return "0x%08x".formatted(address);
    }

    static String plural(long count, String one) {
        return plural(count, one, one + "s");
    }

    static String plural(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }
}

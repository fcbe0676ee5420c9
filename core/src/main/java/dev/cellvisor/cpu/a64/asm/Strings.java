package dev.cellvisor.cpu.a64.asm;

/** Characters in quotes, as in C. */
final class Strings {

    private Strings() {
    }

    /** What a backslash and a character mean together. */
    static char escape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '0' -> '\0';
            default -> c;
        };
    }

    /** What stands between double quotes, without them. */
    static String unquote(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && i + 1 < quoted.length() - 1) {
                c = escape(quoted.charAt(++i));
            }
            text.append(c);
        }
        return text.toString();
    }
}

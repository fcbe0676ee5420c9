package dev.cellvisor.cpu.a64.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One statement of a source: a label, a directive or an instruction.
 *
 * @param line of the source, from 1
 * @param text as it stands, without comments
 * @param label the label's name, or empty
 * @param name mnemonic or directive in lower case, or empty
 * @param operands what follows it
 */
record Statement(int line, String text, String label, String name, String operands) {

    boolean isLabel() {
        return !label.isEmpty();
    }

    boolean isDirective() {
        return name.startsWith(".");
    }

    AssemblyException wrong(String message) {
        return new AssemblyException(line, text, message);
    }

    /** Statements end at a semicolon or at the end of the line. Comments stand behind {@code //} or between slashes and stars. */
    static List<Statement> of(String source) {
        List<Statement> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int line = 1;
        char quote = 0;
        boolean comment = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            char next = i + 1 < source.length() ? source.charAt(i + 1) : 0;
            if (c == '\n') {
                if (!comment) {
                    add(statement, line, statements);
                }
                quote = 0;
                line++;
            } else if (comment) {
                if (c == '*' && next == '/') {
                    comment = false;
                    i++;
                }
            } else if (quote != 0) {
                statement.append(c);
                if (c == '\\' && next != 0 && next != '\n') {
                    statement.append(next);
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '/' && next == '*') {
                comment = true;
                statement.append(' ');
                i++;
            } else if (c == '/' && next == '/') {
                while (i + 1 < source.length() && source.charAt(i + 1) != '\n') {
                    i++;
                }
            } else if (c == ';') {
                add(statement, line, statements);
            } else {
                quote = c == '"' || c == '\'' ? c : 0;
                statement.append(c);
            }
        }
        add(statement, line, statements);
        return statements;
    }

    private static void add(StringBuilder collected, int line, List<Statement> to) {
        String text = collected.toString().strip();
        collected.setLength(0);
        while (true) {
            int end = labelEnd(text);
            if (end < 0) {
                break;
            }
            to.add(new Statement(line, text, text.substring(0, end).strip(), "", ""));
            text = text.substring(end + 1).strip();
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '=') {
            end++;
        }
        String rest = text.substring(end).strip();
        if (rest.startsWith("=") && !rest.startsWith("==")) {
            to.add(new Statement(line, text, "", ".equ", text.substring(0, end) + "," + rest.substring(1)));
        } else {
            to.add(new Statement(line, text, "", text.substring(0, end).toLowerCase(Locale.ROOT), rest));
        }
    }

    /** Where the colon of a label at the start stands, or -1. */
    private static int labelEnd(String text) {
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || "_.$".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        int colon = end;
        while (colon < text.length() && Character.isWhitespace(text.charAt(colon))) {
            colon++;
        }
        return end > 0 && colon < text.length() && text.charAt(colon) == ':' ? colon : -1;
    }
}

package dev.cellvisor.qtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as plain Java: Map, List, String, Long, Double, Boolean and null. Strings may stand in single quotes too, as QMP has it. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * A value from text.
     *
     * @throws IllegalArgumentException if it is not JSON, with the place
     */
    static Object parse(String text) {
        var json = new Json(text);
        Object value = json.value();
        json.blanks();
        if (json.at < text.length()) {
            throw json.wrong("there is more behind the value");
        }
        return value;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("JSON parse error at %d, %s".formatted(at, why));
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        blanks();
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "' is missing");
        }
        at++;
    }

    private Object value() {
        char first = peek();
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"', '\'' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            if (peek() != '"' && peek() != '\'') {
                throw wrong("a name is missing");
            }
            String name = string();
            expect(':');
            members.put(name, value());
            if (peek() == ',') {
                at++;
            } else {
                expect('}');
                return members;
            }
        }
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return elements;
        }
        while (true) {
            elements.add(value());
            if (peek() == ',') {
                at++;
            } else {
                expect(']');
                return elements;
            }
        }
    }

    private String string() {
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw wrong("a string does not end");
            }
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char escaped = at < text.length() ? text.charAt(at++) : 0;
            switch (escaped) {
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case 'b' -> value.append('\b');
                case 'f' -> value.append('\f');
                case 'u' -> {
                    if (at + 4 > text.length()) {
                        throw wrong("a \\u wants four digits");
                    }
                    try {
                        value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    } catch (NumberFormatException e) {
                        throw wrong("a \\u wants four digits");
                    }
                    at += 4;
                }
                case '"', '\'', '\\', '/' -> value.append(escaped);
                default -> throw wrong("an unknown escape");
            }
        }
    }

    private Object word() {
        int start = at;
        while (at < text.length() && ",]}: \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        switch (word) {
            case "true", "false" -> {
                return word.equals("true");
            }
            case "null" -> {
                return null;
            }
            default -> {
                try {
                    return word.matches("-?\\d+") ? (Object) Long.parseLong(word) : (Object) Double.parseDouble(word);
                } catch (NumberFormatException e) {
                    at = start;
                    throw wrong("'" + word + "' is no value");
                }
            }
        }
    }

    /** A value as text, on one line. */
    static String write(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> {
                var members = new ArrayList<String>();
                map.forEach((name, member) -> members.add(quote(name.toString()) + ": " + write(member)));
                yield "{" + String.join(", ", members) + "}";
            }
            case List<?> list -> "[" + String.join(", ", list.stream().map(Json::write).toList()) + "]";
            case String string -> quote(string);
            default -> value.toString();
        };
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** A map of pairs: name, value, name, value. */
    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }
}

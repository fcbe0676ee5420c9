package dev.cellvisor.qtest;

import dev.cellvisor.state.PlainJson;
import dev.cellvisor.state.StateException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as plain Java: Map, List, String, Long, Double, Boolean and null. Strings may stand in single quotes too, as QMP has it. */
final class Json {
    private Json() {
    }

    /**
     * A value from text.
     *
     * @throws IllegalArgumentException if it is not JSON, with the place
     */
    static Object parse(String text) {
        try {
            return PlainJson.parseQuotedEitherWay(text.getBytes(StandardCharsets.UTF_8));
        } catch (StateException e) {
            throw new IllegalArgumentException("JSON parse error, " + e.getMessage(), e);
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

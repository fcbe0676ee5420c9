package dev.cellvisor.images;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.cellvisor.state.PlainJson;
import dev.cellvisor.state.StateException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JSON as plain maps, lists, strings, longs and booleans. Reading is on the way of every {@code boot}, and so done without Jackson. What is written is
 * the same bytes everywhere.
 */
final class Json {
    private Json() {}

    /** The top-level object of a JSON text. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> read(byte[] json) throws IOException {
        try {
            if (PlainJson.parse(json) instanceof Map<?, ?> object) {
                return (Map<String, Object>) object;
            }
        } catch (StateException e) {
            throw new IOException(e.getMessage(), e);
        }
        throw new IOException("no JSON object");
    }

    /** An object as indented UTF-8 text, keys in the map's order, lines ended by a line feed, the last one too. */
    static byte[] write(Map<String, ?> object) {
        JsonFactory factory = new JsonFactory();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try (JsonGenerator generator = factory.createGenerator(out)) {
            generator.setPrettyPrinter(printer);
            write(generator, object);
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName((String) entry.getKey());
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case List<?> list -> {
                generator.writeStartArray();
                for (Object element : list) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            case String text -> generator.writeString(text);
            case Long number -> generator.writeNumber(number);
            case Integer number -> generator.writeNumber(number);
            case Boolean flag -> generator.writeBoolean(flag);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    static String string(Map<String, Object> object, String key) throws IOException {
        return field(object, key, String.class);
    }

    static long number(Map<String, Object> object, String key) throws IOException {
        return field(object, key, Long.class);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> object, String key) throws IOException {
        return field(object, key, Map.class);
    }

    static List<String> strings(Map<String, Object> object, String key) throws IOException {
        List<String> strings = new ArrayList<>();
        for (Object element : field(object, key, List.class)) {
            if (!(element instanceof String text)) {
                throw new IOException("\"" + key + "\" has an element that is no string");
            }
            strings.add(text);
        }
        return List.copyOf(strings);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> object, String key) throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object element : field(object, key, List.class)) {
            if (!(element instanceof Map)) {
                throw new IOException("\"" + key + "\" has an element that is no object");
            }
            objects.add((Map<String, Object>) element);
        }
        return List.copyOf(objects);
    }

    private static <T> T field(Map<String, Object> object, String key, Class<T> type) throws IOException {
        Object value = object.get(key);
        if (!type.isInstance(value)) {
            throw new IOException("\"" + key + "\" is " + (value == null ? "missing" : "no " + type.getSimpleName().toLowerCase(Locale.ROOT)));
        }
        return type.cast(value);
    }
}

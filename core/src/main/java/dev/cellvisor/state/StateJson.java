package dev.cellvisor.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * States as JSON and back. A number is a number, a text is a text, numbers are an array; the rest are objects with one field: {@code "bytes"} in Base64,
 * {@code "blob"} for many bytes, which stand elsewhere ([offset, size] there), {@code "state"} and {@code "states"}.
 */
public final class StateJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int BLOB_BYTES = 512;

    /** Apart, since it takes long to load, and only writing needs it. */
    private static final class Mapper {
        static final ObjectMapper OBJECT = new ObjectMapper();
    }

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final byte[] blobs;

    /** To write states. */
    public StateJson() {
        this(new byte[0]);
    }

    /** To read states whose many bytes stand in {@code blobs}. */
    public StateJson(byte[] blobs) {
        this.blobs = blobs;
    }

    /** The many bytes of all states that were written. */
    public byte[] blobs() {
        return written.toByteArray();
    }

    /** A state as JSON. */
    public JsonNode write(State state) {
        ObjectNode values = NODES.objectNode();
        state.values().forEach((name, value) -> values.set(name, switch (value) {
            case Long number -> NODES.numberNode(number);
            case String text -> NODES.textNode(text);
            case byte[] bytes when bytes.length < BLOB_BYTES -> NODES.objectNode().put("bytes", Base64.getEncoder().encodeToString(bytes));
            case byte[] bytes -> {
                JsonNode place = NODES.arrayNode().add(written.size()).add(bytes.length);
                written.writeBytes(bytes);
                yield NODES.objectNode().set("blob", place);
            }
            case long[] numbers -> {
                var array = NODES.arrayNode();
                Arrays.stream(numbers).forEach(array::add);
                yield array;
            }
            case State child -> NODES.objectNode().set("state", write(child));
            case List<?> children -> {
                var array = NODES.arrayNode();
                children.forEach(child -> array.add(write((State) child)));
                yield NODES.objectNode().set("states", array);
            }
            default -> throw new IllegalStateException("not plain data: " + value.getClass());
        }));
        ObjectNode node = NODES.objectNode().put("type", state.type()).put("version", state.version());
        node.set("values", values);
        return node;
    }

    /** JSON as text for people. */
    public static byte[] bytes(JsonNode node) {
        return bytes(node, Mapper.OBJECT.writerWithDefaultPrettyPrinter());
    }

    /** JSON as text, without any space: it is read again sooner. */
    public static byte[] compactBytes(JsonNode node) {
        return bytes(node, Mapper.OBJECT.writer());
    }

    private static byte[] bytes(JsonNode node, ObjectWriter writer) {
        try {
            return writer.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /**
     * Text as JSON.
     *
     * @throws StateException if it is none
     */
    public static JsonNode parse(byte[] text) {
        try {
            return node(PlainJson.parse(text));
        } catch (StateException e) {
            throw new StateException("that is no JSON: " + e.getMessage());
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof Long number) {
            return number == number.intValue() ? NODES.numberNode(number.intValue()) : NODES.numberNode(number.longValue());
        }
        if (value instanceof String string) {
            return NODES.textNode(string);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            for (Object element : list) {
                array.add(node(element));
            }
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                object.set((String) entry.getKey(), node(entry.getValue()));
            }
            return object;
        }
        return value == null ? NODES.nullNode() : value instanceof Boolean flag ? NODES.booleanNode(flag) : NODES.numberNode((double) value);
    }

    /**
     * A state from JSON.
     *
     * @throws StateException if it is not what {@link #write} makes
     */
    public State read(JsonNode node) {
        if (!node.path("type").isTextual() || !node.path("version").isInt() || !node.path("values").isObject()) {
            throw new StateException("a saved state needs type, version and values; found " + brief(node));
        }
        State.Builder state = State.of(node.get("type").textValue(), node.get("version").intValue());
        for (var entry : node.get("values").properties()) {
            put(state, entry.getKey(), entry.getValue());
        }
        return state.build();
    }

    private void put(State.Builder state, String name, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            state.put(name, value.longValue());
        } else if (value.isTextual()) {
            state.put(name, value.textValue());
        } else if (value.isArray()) {
            state.put(name, numbers(value));
        } else if (value.path("bytes").isTextual()) {
            state.putShared(name, base64(value.get("bytes").textValue()));
        } else if (value.path("blob").isArray()) {
            state.putShared(name, blob(numbers(value.get("blob"))));
        } else if (value.has("state")) {
            state.put(name, read(value.get("state")));
        } else if (value.path("states").isArray()) {
            List<State> children = new ArrayList<>();
            value.get("states").forEach(child -> children.add(read(child)));
            state.put(name, children);
        } else {
            throw new StateException("field '" + name + "' is " + brief(value) + ", which is no value of a state");
        }
    }

    private static long[] numbers(JsonNode array) {
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!array.get(i).isIntegralNumber()) {
                throw new StateException("an array of numbers has " + brief(array.get(i)) + " in it");
            }
            numbers[i] = array.get(i).longValue();
        }
        return numbers;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new StateException("bytes are not in Base64: " + e.getMessage());
        }
    }

    private byte[] blob(long[] place) {
        if (place.length != 2 || place[0] < 0 || place[1] < 0 || place[0] + place[1] > blobs.length) {
            throw new StateException("a blob is said to be at %s of %d bytes".formatted(Arrays.toString(place), blobs.length));
        }
        return Arrays.copyOfRange(blobs, (int) place[0], (int) (place[0] + place[1]));
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}

package dev.cellvisor.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One object's state as plain data: a type, a version, and named values. A value is a {@code Long}, a {@code String},
 * a {@code byte[]}, a {@code long[]}, a {@code State} or a {@code List<State>}; nothing else, so that every state can be
 * hashed, compared and written to a file without knowing its class.
 */
public final class State {
    private final String type;
    private final int version;
    private final Map<String, Object> values;

    private State(String type, int version, Map<String, Object> values) {
        this.type = type;
        this.version = version;
        this.values = values;
    }

    /**
     * Starts a state.
     *
     * @param type a stable name of the kind of object, e.g. {@code "pl011"}
     * @param version of this type's fields, from 1
     */
    public static Builder of(String type, int version) {
        return new Builder(type, version);
    }

    /** The kind of object. */
    public String type() {
        return type;
    }

    /** The version of the type's fields. */
    public int version() {
        return version;
    }

    /** The values by name, in the order they were put; arrays in it must not be changed. */
    public Map<String, Object> values() {
        return java.util.Collections.unmodifiableMap(values);
    }

    /**
     * Checks type and version, and returns this state.
     *
     * @throws StateException naming both if they differ
     */
    public State expect(String expectedType, int expectedVersion) {
        if (!type.equals(expectedType) || version != expectedVersion) {
            throw new StateException("asked to restore " + expectedType + " version " + expectedVersion
                    + ", found " + type + " version " + version);
        }
        return this;
    }

    /** A number. */
    public long number(String name) {
        return get(name, Long.class);
    }

    /** A number as an {@code int}; its low 32 bits. */
    public int integer(String name) {
        return (int) number(name);
    }

    /** A number that is 0 or 1. */
    public boolean flag(String name) {
        return number(name) != 0;
    }

    /** A text. */
    public String text(String name) {
        return get(name, String.class);
    }

    /** Bytes; a copy. */
    public byte[] bytes(String name) {
        return get(name, byte[].class).clone();
    }

    /** Bytes; not a copy: they must never be changed. */
    public byte[] sharedBytes(String name) {
        return get(name, byte[].class);
    }

    /** Numbers; a copy. */
    public long[] numbers(String name) {
        return get(name, long[].class).clone();
    }

    /** The state of a part. */
    public State child(String name) {
        return get(name, State.class);
    }

    /** The states of a list of parts. */
    @SuppressWarnings("unchecked")
    public List<State> children(String name) {
        return (List<State>) get(name, List.class);
    }

    private <T> T get(String name, Class<T> kind) {
        Object value = values.get(name);
        if (value == null) {
            throw new StateException(type + " version " + version + " has no field '" + name + "'; it has " + values.keySet());
        }
        if (!kind.isInstance(value)) {
            throw new StateException("field '" + name + "' of " + type + " is " + value.getClass().getSimpleName()
                    + ", not " + kind.getSimpleName());
        }
        return kind.cast(value);
    }

    /** SHA-256 over type, version and all values in order of their names, as 64 hex digits. */
    public String hash() {
        MessageDigest digest = Sha256.digest();
        feed(digest);
        return Sha256.hex(digest);
    }

    private void feed(MessageDigest digest) {
        feedText(digest, type);
        feedLong(digest, version);
        for (var entry : new TreeMap<>(values).entrySet()) {
            feedText(digest, entry.getKey());
            feedValue(digest, entry.getValue());
        }
        digest.update((byte) 0xff);
    }

    private static void feedValue(MessageDigest digest, Object value) {
        switch (value) {
            case Long number -> {
                digest.update((byte) 1);
                feedLong(digest, number);
            }
            case String text -> {
                digest.update((byte) 2);
                feedText(digest, text);
            }
            case byte[] bytes -> {
                digest.update((byte) 3);
                feedLong(digest, bytes.length);
                digest.update(bytes);
            }
            case long[] numbers -> {
                digest.update((byte) 4);
                feedLong(digest, numbers.length);
                for (long number : numbers) {
                    feedLong(digest, number);
                }
            }
            case State child -> {
                digest.update((byte) 5);
                child.feed(digest);
            }
            case List<?> children -> {
                digest.update((byte) 6);
                feedLong(digest, children.size());
                for (Object child : children) {
                    ((State) child).feed(digest);
                }
            }
            default -> throw new IllegalStateException("not plain data: " + value.getClass());
        }
    }

    /** Someone who is shown values of two states. */
    @FunctionalInterface
    public interface Pair {
        /** What stands at a path such as {@code cpus[0].index} in the one and in the other; {@code null} for nothing. */
        void values(String path, Object one, Object other);
    }

    /** Goes through two states side by side, into states and into lists of the same length, and shows each value there that is not the same object in both. */
    public static void beside(State a, State b, Pair shown) {
        beside("", a, b, shown);
    }

    private static void beside(String path, Object one, Object other, Pair shown) {
        if (one == other) {
            return;
        }
        if (one instanceof State a && other instanceof State b) {
            Set<String> names = new LinkedHashSet<>(a.values.keySet());
            names.addAll(b.values.keySet());
            names.forEach(name -> beside(path.isEmpty() ? name : path + "." + name, a.values.get(name), b.values.get(name), shown));
        } else if (one instanceof List<?> a && other instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                beside(path + "[" + i + "]", a.get(i), b.get(i), shown);
            }
        } else {
            shown.values(path, one, other);
        }
    }

    private static void feedText(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        feedLong(digest, bytes.length);
        digest.update(bytes);
    }

    private static void feedLong(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(8).putLong(0, value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && hash().equals(state.hash());
    }

    @Override
    public int hashCode() {
        return hash().hashCode();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(type).append('{');
        String separator = "";
        for (var entry : values.entrySet()) {
            text.append(separator).append(entry.getKey()).append('=').append(switch (entry.getValue()) {
                case Long number -> Long.toString(number);
                case byte[] bytes -> bytes.length + " bytes";
                case long[] numbers -> Arrays.toString(numbers);
                default -> entry.getValue().toString();
            });
            separator = ", ";
        }
        return text.append('}').toString();
    }

    /** Collects the values of one {@link State}. Names are unique. */
    public static final class Builder {
        private final String type;
        private final int version;
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Builder(String type, int version) {
            this.type = type;
            this.version = version;
        }

        /** Puts a number. */
        public Builder put(String name, long value) {
            return add(name, value);
        }

        /** Puts a truth value, as 1 or 0. */
        public Builder put(String name, boolean value) {
            return add(name, value ? 1L : 0L);
        }

        /** Puts a text. */
        public Builder put(String name, String value) {
            return add(name, value);
        }

        /** Puts a copy of the bytes. */
        public Builder put(String name, byte[] value) {
            return add(name, value.clone());
        }

        /** Puts bytes that will never be changed again, without copying them. */
        public Builder putShared(String name, byte[] value) {
            return add(name, value);
        }

        /** Puts a copy of the numbers. */
        public Builder put(String name, long[] value) {
            return add(name, value.clone());
        }

        /** Puts the state of a part. */
        public Builder put(String name, State value) {
            return add(name, value);
        }

        /** Puts the states of a list of parts. */
        public Builder put(String name, List<State> value) {
            return add(name, List.copyOf(value));
        }

        private Builder add(String name, Object value) {
            if (values.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException("field '" + name + "' of " + type + " is put twice");
            }
            return this;
        }

        /** The finished state. */
        public State build() {
            return new State(type, version, new LinkedHashMap<>(values));
        }
    }
}

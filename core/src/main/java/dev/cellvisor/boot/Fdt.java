package dev.cellvisor.boot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flattened form of a device tree: Devicetree Specification 0.4, chapter 5. All numbers are big-endian. */
final class Fdt {
    private static final int MAGIC = 0xd00d_feed;
    private static final int VERSION = 17;
    private static final int OLDEST_COMPATIBLE_VERSION = 16;
    private static final int HEADER_SIZE = 40;
    private static final int RESERVATIONS_SIZE = 16;

    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROPERTY = 3;
    private static final int NOP = 4;
    private static final int END = 9;

    private Fdt() {
    }

    static byte[] write(DeviceTree.Node root) {
        var strings = new Strings();
        var structure = new ByteArrayOutputStream();
        writeNode(root, structure, strings);
        putInt(structure, END);

        int structureOffset = HEADER_SIZE + RESERVATIONS_SIZE;
        int stringsOffset = structureOffset + structure.size();
        int totalSize = stringsOffset + strings.bytes.size();
        return ByteBuffer.allocate(totalSize)
                .putInt(MAGIC).putInt(totalSize).putInt(structureOffset).putInt(stringsOffset).putInt(HEADER_SIZE)
                .putInt(VERSION).putInt(OLDEST_COMPATIBLE_VERSION).putInt(0)
                .putInt(strings.bytes.size()).putInt(structure.size())
                .putLong(0).putLong(0)
                .put(structure.toByteArray()).put(strings.bytes.toByteArray()).array();
    }

    /** The length of what {@link #write} makes. */
    static int sizeBytes(DeviceTree.Node root) {
        Set<String> names = new HashSet<>();
        int size = HEADER_SIZE + RESERVATIONS_SIZE + nodeBytes(root, names) + Integer.BYTES;
        for (String name : names) {
            size += texts(name).length;
        }
        return size;
    }

    private static int nodeBytes(DeviceTree.Node node, Set<String> names) {
        int size = 2 * Integer.BYTES + padded(texts(node.name()).length);
        for (String property : node.properties()) {
            names.add(property);
            size += 3 * Integer.BYTES + padded(node.sizeBytes(property));
        }
        for (DeviceTree.Node child : node.children()) {
            size += nodeBytes(child, names);
        }
        return size;
    }

    private static int padded(int size) {
        return size + 3 & ~3;
    }

    private static void writeNode(DeviceTree.Node node, ByteArrayOutputStream out, Strings strings) {
        putInt(out, BEGIN_NODE);
        out.writeBytes(texts(node.name()));
        pad(out);
        for (String property : node.properties()) {
            byte[] value = node.bytes(property);
            putInt(out, PROPERTY);
            putInt(out, value.length);
            putInt(out, strings.offset(property));
            out.writeBytes(value);
            pad(out);
        }
        node.children().forEach(child -> writeNode(child, out, strings));
        putInt(out, END_NODE);
    }

    private static void putInt(ByteArrayOutputStream out, int value) {
        out.write(value >>> 24);
        out.write(value >>> 16);
        out.write(value >>> 8);
        out.write(value);
    }

    private static void pad(ByteArrayOutputStream out) {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
    }

    static void read(byte[] blob, DeviceTree.Node root) {
        ByteBuffer in = ByteBuffer.wrap(blob);
        if (blob.length < HEADER_SIZE || in.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("no flattened device tree: it must begin with the bytes d0 0d fe ed");
        }
        if (in.getInt(24) > VERSION || in.getInt(20) < OLDEST_COMPATIBLE_VERSION) {
            throw new IllegalArgumentException("flattened device tree of version %d; versions 16 and 17 can be read".formatted(in.getInt(20)));
        }
        try {
            in.position(in.getInt(8));
            int begin = token(in);
            if (begin != BEGIN_NODE) {
                throw new IllegalArgumentException("no root node at offset " + in.position());
            }
            readText(in);
            readNode(in, in.getInt(12), root);
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the flattened device tree ends too early, at offset " + in.position(), e);
        }
    }

    private static void readNode(ByteBuffer in, int strings, DeviceTree.Node node) {
        while (true) {
            int token = token(in);
            switch (token) {
                case BEGIN_NODE -> readNode(in, strings, node.node(readText(in)));
                case PROPERTY -> {
                    byte[] value = new byte[in.getInt()];
                    String name = textAt(in, strings + in.getInt());
                    in.get(value);
                    align(in);
                    node.property(name, value);
                }
                case END_NODE -> {
                    return;
                }
                default -> throw new IllegalArgumentException("unknown token %d at offset %d of the flattened device tree"
                        .formatted(token, in.position() - 4));
            }
        }
    }

    private static int token(ByteBuffer in) {
        int token = in.getInt();
        while (token == NOP) {
            token = in.getInt();
        }
        return token;
    }

    private static String readText(ByteBuffer in) {
        String text = textAt(in, in.position());
        in.position(in.position() + text.length() + 1);
        align(in);
        return text;
    }

    private static String textAt(ByteBuffer in, int offset) {
        int end = offset;
        while (in.get(end) != 0) {
            end++;
        }
        return new String(in.array(), offset, end - offset, StandardCharsets.ISO_8859_1);
    }

    private static void align(ByteBuffer in) {
        in.position(in.position() + 3 & ~3);
    }

    static byte[] texts(String... values) {
        var out = new ByteArrayOutputStream();
        for (String value : values) {
            out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            out.write(0);
        }
        return out.toByteArray();
    }

    static List<String> toTexts(byte[] value) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < value.length; i++) {
            if (value[i] == 0) {
                texts.add(new String(value, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        if (start < value.length || texts.isEmpty()) {
            texts.add(new String(value, start, value.length - start, StandardCharsets.UTF_8));
        }
        return texts;
    }

    static byte[] cells(int... values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * 4);
        for (int value : values) {
            out.putInt(value);
        }
        return out.array();
    }

    static int[] toCells(byte[] value) {
        if (value.length % 4 != 0) {
            throw new IllegalArgumentException("a property of " + value.length + " bytes has no whole 32-bit cells");
        }
        int[] cells = new int[value.length / 4];
        ByteBuffer.wrap(value).asIntBuffer().get(cells);
        return cells;
    }

    /** The strings block: each property name once. */
    private static final class Strings {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Map<String, Integer> offsets = new LinkedHashMap<>();

        int offset(String name) {
            return offsets.computeIfAbsent(name, key -> {
                int offset = bytes.size();
                bytes.writeBytes(texts(key));
                return offset;
            });
        }
    }
}

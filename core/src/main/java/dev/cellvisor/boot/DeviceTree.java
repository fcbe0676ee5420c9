package dev.cellvisor.boot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A device tree: built node by node, written as a flattened tree (version 17), read back, and shown as source text.
 *
 * <pre>{@code
 * var tree = new DeviceTree();
 * tree.root().cells("#address-cells", 2).cells("#size-cells", 2).text("compatible", "linux,dummy-virt");
 * tree.root().node("memory@40000000").text("device_type", "memory").longs("reg", 0x4000_0000L, 512L << 20);
 * byte[] blob = tree.toBytes();
 * }</pre>
 *
 * Source: Devicetree Specification 0.4, chapters 2 and 5.
 */
public final class DeviceTree {
    private final Node root = new Node(this, null, "");
    private final Map<Integer, Node> phandles = new TreeMap<>();
    private int nextPhandle = 0x8000;

    /** The node {@code /}. */
    public Node root() {
        return root;
    }

    /**
     * The node at an absolute path, e.g. {@code "/cpus/cpu@0"}.
     *
     * @throws IllegalArgumentException if there is none, naming what stands beside it
     */
    public Node at(String path) {
        Node node = root;
        for (String name : path.split("/")) {
            if (!name.isEmpty()) {
                Node child = node.children.get(name);
                if (child == null) {
                    throw new IllegalArgumentException("no node '%s' in %s of the device tree; there are %s"
                            .formatted(name, node.path(), node.children.keySet()));
                }
                node = child;
            }
        }
        return node;
    }

    /** Whether there is a node at an absolute path. */
    public boolean has(String path) {
        Node node = root;
        for (String name : path.split("/")) {
            if (node != null && !name.isEmpty()) {
                node = node.children.get(name);
            }
        }
        return node != null;
    }

    /** The node that has a phandle, or {@code null}. */
    public Node byPhandle(int phandle) {
        return phandles.get(phandle);
    }

    /** The flattened tree, version 17, without memory reservations. */
    public byte[] toBytes() {
        return Fdt.write(root);
    }

    /** How many bytes {@link #toBytes} has. */
    public int sizeBytes() {
        return Fdt.sizeBytes(root);
    }

    /**
     * Reads a flattened tree of version 16 or 17.
     *
     * @throws IllegalArgumentException if it is none, with the place of the mistake
     */
    public static DeviceTree parse(byte[] blob) {
        var tree = new DeviceTree();
        Fdt.read(blob, tree.root);
        tree.root.walk(node -> {
            if (node.has("phandle")) {
                tree.phandles.put(node.cell("phandle", 0), node);
            }
        });
        return tree;
    }

    /** The tree as source text, as {@code dtc -O dts} would have it. */
    @Override
    public String toString() {
        return DtsText.of(root);
    }

    /** A node: a name, properties and children, in the order in which they were added. */
    public static final class Node {
        private final DeviceTree tree;
        private final Node parent;
        private final String name;
        private final Map<String, byte[]> properties = new LinkedHashMap<>();
        private final Map<String, Node> children = new LinkedHashMap<>();

        private Node(DeviceTree tree, Node parent, String name) {
            this.tree = tree;
            this.parent = parent;
            this.name = name;
        }

        /** The name with its unit address, e.g. {@code "cpu@0"}; empty for the root. */
        public String name() {
            return name;
        }

        /** The absolute path, e.g. {@code "/cpus/cpu@0"}. */
        public String path() {
            return parent == null ? "/" : parent.parent == null ? "/" + name : parent.path() + "/" + name;
        }

        /** The child of that name, made if it is not there yet. */
        public Node node(String childName) {
            if (childName.isEmpty() || childName.contains("/")) {
                throw new IllegalArgumentException("'" + childName + "' is no node name; give one name without '/', e.g. \"cpu@0\"");
            }
            return children.computeIfAbsent(childName, key -> new Node(tree, this, key));
        }

        /** Takes a child and everything below it away; nothing happens if it is not there. */
        public Node remove(String childName) {
            children.remove(childName);
            return this;
        }

        /** The children, in order. */
        public Collection<Node> children() {
            return List.copyOf(children.values());
        }

        /** The names of the properties, in order. */
        public Collection<String> properties() {
            return List.copyOf(properties.keySet());
        }

        /** Whether it has a property. */
        public boolean has(String property) {
            return properties.containsKey(property);
        }

        /** How many bytes a property has that is there. */
        int sizeBytes(String property) {
            return properties.get(property).length;
        }

        /** Sets a property to bytes. */
        public Node property(String property, byte... value) {
            properties.put(property, value.clone());
            return this;
        }

        /** Sets a property without a value: being there is all it says. */
        public Node flag(String property) {
            return property(property);
        }

        /** Sets a property to one or more texts. */
        public Node text(String property, String... values) {
            return property(property, Fdt.texts(values));
        }

        /** Sets a property to 32-bit cells. */
        public Node cells(String property, int... values) {
            return property(property, Fdt.cells(values));
        }

        /** Sets a property to 64-bit numbers of two cells each, e.g. {@code reg} where addresses and sizes have two. */
        public Node longs(String property, long... values) {
            int[] cells = new int[values.length * 2];
            for (int i = 0; i < values.length; i++) {
                cells[2 * i] = (int) (values[i] >>> 32);
                cells[2 * i + 1] = (int) values[i];
            }
            return cells(property, cells);
        }

        /** This node's phandle, given to it now if it has none. */
        public int phandle() {
            if (!has("phandle")) {
                while (tree.phandles.containsKey(tree.nextPhandle)) {
                    tree.nextPhandle++;
                }
                cells("phandle", tree.nextPhandle);
                tree.phandles.put(tree.nextPhandle, this);
            }
            return cell("phandle", 0);
        }

        /**
         * A property's bytes.
         *
         * @throws IllegalArgumentException if there is no such property, naming those that are
         */
        public byte[] bytes(String property) {
            byte[] value = properties.get(property);
            if (value == null) {
                throw new IllegalArgumentException("no property '%s' in %s of the device tree; there are %s"
                        .formatted(property, path(), properties.keySet()));
            }
            return value.clone();
        }

        /** A property's first text. */
        public String text(String property) {
            return texts(property).getFirst();
        }

        /** A property's texts. */
        public List<String> texts(String property) {
            return Fdt.toTexts(bytes(property));
        }

        /** One of a property's 32-bit cells, from 0. */
        public int cell(String property, int index) {
            return cells(property)[index];
        }

        /** A property's 32-bit cells. */
        public int[] cells(String property) {
            return Fdt.toCells(bytes(property));
        }

        /** Calls {@code visitor} with this node and every node below it, in order. */
        public void walk(java.util.function.Consumer<Node> visitor) {
            visitor.accept(this);
            new ArrayList<>(children.values()).forEach(child -> child.walk(visitor));
        }

        /** This node and everything below it as source text. */
        @Override
        public String toString() {
            return DtsText.of(this);
        }
    }
}

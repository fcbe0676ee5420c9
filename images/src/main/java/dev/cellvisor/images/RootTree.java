package dev.cellvisor.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names and inodes of a root file system in the making: what {@link Ext4Disk} writes down at the end. A path that leads over a link to
 * a directory ({@code lib -> usr/lib}) ends where the link points, so that packages of before and after the merge of /usr fit.
 */
final class RootTree {
    static final int DIRECTORY = 0040000;
    static final int FILE = 0100000;
    static final int LINK = 0120000;
    static final int CHARACTER_DEVICE = 0020000;
    static final int BLOCK_DEVICE = 0060000;
    static final int FIFO = 0010000;
    private static final int TYPE = 0170000;
    private static final int MOST_LINKS = 40; // as Linux: MAXSYMLINKS

    /** Where a file's bytes lie on the disk: so many blocks from a block on. */
    record Extent(long firstBlock, int blocks) {
    }

    /** An inode. Two names may have the same one. */
    static final class Node {
        final int type;
        int permissions;
        int owner;
        int group;
        long mtimeSeconds;
        /** A link's target. */
        String target = "";
        /** A device's numbers. */
        int major;
        int minor;
        long sizeBytes;
        List<Extent> extents = List.of();
        /** A directory's entries. */
        final Map<String, Node> children = new TreeMap<>();
        /** Of the disk: set when it is written. */
        int inode;
        int names;

        Node(int mode, int owner, int group, long mtimeSeconds) {
            type = mode & TYPE;
            permissions = mode & ~TYPE;
            this.owner = owner;
            this.group = group;
            this.mtimeSeconds = mtimeSeconds;
        }

        boolean isDirectory() {
            return type == DIRECTORY;
        }
    }

    private final Node root;

    /** @param mtimeSeconds the time of directories that nobody gives one */
    RootTree(long mtimeSeconds) {
        root = new Node(DIRECTORY | 0755, 0, 0, mtimeSeconds);
    }

    Node root() {
        return root;
    }

    /** Puts a node at a path, in the place of what was there. A directory that is there keeps its entries. */
    void put(String path, Node node) {
        String clean = clean(path);
        if (clean.isEmpty()) {
            return; // the root is there
        }
        Node parent = directory(parent(clean));
        String name = name(clean);
        Node there = parent.children.get(name);
        if (node.isDirectory() && there != null && leadsToDirectory(there, clean)) {
            return;
        }
        if (there != null && there.isDirectory()) {
            throw new ImageException("/" + clean + " is a directory in one package and none in another.");
        }
        parent.children.put(name, node);
    }

    /** The node at a path, links in its last part not followed; {@code null} if there is none. */
    Node find(String path) {
        String clean = clean(path);
        if (clean.isEmpty()) {
            return root;
        }
        Node parent = walk(parent(clean), 0);
        return parent == null ? null : parent.children.get(name(clean));
    }

    /** Whether a path leads to something, links followed. */
    boolean leadsSomewhere(String path) {
        return walk(clean(path), 0) != null;
    }

    /** The directory at a path, made with mode 0755 if it is not there. */
    Node directory(String path) {
        Node node = root;
        String where = "";
        for (String part : parts(path)) {
            where = where + "/" + part;
            Node next = node.children.get(part);
            if (next == null) {
                next = new Node(DIRECTORY | 0755, 0, 0, root.mtimeSeconds);
                node.children.put(part, next);
            } else if (!next.isDirectory()) {
                next = walk(where, 0);
                if (next == null || !next.isDirectory()) {
                    throw new ImageException(where + " is no directory, and " + path + " wants it to be one.");
                }
            }
            node = next;
        }
        return node;
    }

    private boolean leadsToDirectory(Node node, String path) {
        Node end = node.type == LINK ? walk(path, 0) : node;
        return end != null && end.isDirectory();
    }

    private Node walk(String path, int links) {
        if (links > MOST_LINKS) {
            return null;
        }
        List<String> walked = new ArrayList<>();
        Node node = root;
        List<String> parts = parts(path);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.equals("..")) {
                if (!walked.isEmpty()) {
                    walked.removeLast();
                }
                node = walk(String.join("/", walked), links + 1);
                continue;
            }
            Node next = node.children.get(part);
            if (next == null) {
                return null;
            }
            if (next.type == LINK) {
                String from = next.target.startsWith("/") ? next.target : String.join("/", walked) + "/" + next.target;
                String rest = String.join("/", parts.subList(i + 1, parts.size()));
                return walk(from + "/" + rest, links + 1);
            }
            walked.add(part);
            node = next;
        }
        return node;
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }

    static String clean(String path) {
        return String.join("/", parts(path));
    }

    private static String parent(String clean) {
        return clean.contains("/") ? clean.substring(0, clean.lastIndexOf('/')) : "";
    }

    private static String name(String clean) {
        return clean.substring(clean.lastIndexOf('/') + 1);
    }
}

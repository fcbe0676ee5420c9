package dev.cellvisor.images;

import dev.cellvisor.images.RootTree.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * A root disk from Debian packages: their files are laid down as they are, and {@link RootSettings} does what the maintainer scripts would
 * have done, none of which is run. So it takes no root rights, no emulator, and no longer than unpacking does.
 */
final class DebianRoot {
    /** What a guest can do without: documentation, and translations of messages. */
    private static final Pattern LEFT_OUT = Pattern.compile("usr/share/(doc|doc-base|man|info|locale|lintian|bug)/.*");
    /** Small files that {@link RootSettings} reads. */
    private static final Pattern KEPT = Pattern.compile("usr/share/(base-files|base-passwd|debianutils|libc-bin)/[^/]+|(usr/)?lib/sysusers\\.d/[^/]+"
            + "|usr/share/ca-certificates/.+\\.crt");

    private final Ext4Disk disk;
    private final RootTree tree;
    private final Map<String, byte[]> kept = new TreeMap<>();
    private final StringBuilder status = new StringBuilder();
    private long newest;

    private DebianRoot(Ext4Disk disk, long newest) {
        this.disk = disk;
        this.newest = newest;
        tree = new RootTree(newest);
    }

    /**
     * Writes the disk.
     *
     * @param packages what is unpacked, in this order
     * @param newest the newest file time that is known already, seconds since 1970
     * @return the newest file time, the packages' own with it
     */
    static long write(Recipe recipe, List<Map.Entry<Manifest.Package, Path>> packages, Path file, long newest, Progress progress) throws IOException {
        String sums = packages.stream().map(p -> p.getKey().sha256()).collect(Collectors.joining("\n"));
        byte[] id = HexFormat.of().parseHex(Hashes.sha256(sums.getBytes(StandardCharsets.US_ASCII)).substring(0, 32));
        id[6] = (byte) (id[6] & 0x0f | 0x80); // RFC 9562: version 8, made of other things than time and chance
        id[8] = (byte) (id[8] & 0x3f | 0x80);
        try (Ext4Disk disk = new Ext4Disk(file, recipe.diskBytes(), recipe.name(), id)) {
            var root = new DebianRoot(disk, newest);
            root.mergeUsr();
            root.unpack(packages, progress);
            progress.phase("Settling image " + recipe.name());
            new RootSettings(root, HexFormat.of().formatHex(id)).apply();
            if (recipe.asksForAddress()) {
                new RootNetwork(root).apply();
            }
            disk.finish(root.tree, root.newest);
            return root.newest;
        }
    }

    /** The links that debootstrap makes before it unpacks anything. */
    private void mergeUsr() {
        for (String name : List.of("bin", "sbin", "lib")) {
            tree.directory("usr/" + name);
            link(name, "usr/" + name);
        }
    }

    private void unpack(List<Map.Entry<Manifest.Package, Path>> packages, Progress progress) throws IOException {
        long total = packages.stream().mapToLong(p -> p.getKey().sizeBytes()).sum();
        long done = 0;
        progress.phase("Unpacking " + packages.size() + " packages");
        for (Map.Entry<Manifest.Package, Path> each : packages) {
            Manifest.Package name = each.getKey();
            List<String> list = new ArrayList<>();
            try {
                DebPackage.entries(each.getValue(), Progress.none(), (entry, content) -> unpack(entry, content, list));
                status.append(installed(DebPackage.control(each.getValue()))).append('\n');
            } catch (IOException e) {
                if (Trouble.noRoom(e)) {
                    throw e;
                }
                throw new ImageException("Package " + name.name() + " " + name.version() + " cannot be unpacked: " + e.getMessage() + ".", e);
            }
            file("var/lib/dpkg/info/" + name.name() + ".list", 0644, "/.\n" + String.join("\n", list) + "\n");
            done += name.sizeBytes();
            progress.update(done, total);
        }
        file("var/lib/dpkg/status", 0644, status.toString());
        file("var/lib/dpkg/available", 0644, "");
    }

    private static String installed(String control) {
        return control.strip().replaceFirst("\n", "\nStatus: install ok installed\n") + "\n";
    }

    private void unpack(TarArchiveEntry entry, InputStream content, List<String> list) throws IOException {
        String path = RootTree.clean(entry.getName());
        if (path.isEmpty()) {
            return;
        }
        list.add("/" + path);
        if (LEFT_OUT.matcher(path + (entry.isDirectory() ? "/" : "")).matches()) {
            return;
        }
        newest = Math.max(newest, DebPackage.seconds(entry));
        int mode = entry.getMode() & 07777;
        Node node;
        if (entry.isLink()) {
            node = tree.find(entry.getLinkName());
            if (node == null) {
                throw new IOException("its " + path + " is a second name of " + entry.getLinkName() + ", which is not there");
            }
        } else {
            node = new Node(type(entry) | mode, (int) entry.getLongUserId(), (int) entry.getLongGroupId(), DebPackage.seconds(entry));
            node.target = entry.isSymbolicLink() ? entry.getLinkName() : "";
            node.major = entry.getDevMajor();
            node.minor = entry.getDevMinor();
            if (node.type == RootTree.FILE) {
                node.sizeBytes = entry.getSize();
                if (KEPT.matcher(path).matches()) {
                    byte[] bytes = DebPackage.bytes(content);
                    kept.put(path, bytes);
                    node.extents = disk.content(new ByteArrayInputStream(bytes), bytes.length);
                } else {
                    node.extents = disk.content(content, entry.getSize());
                }
            }
        }
        tree.put(path, node);
    }

    private static int type(TarArchiveEntry entry) {
        return entry.isDirectory() ? RootTree.DIRECTORY
                : entry.isSymbolicLink() ? RootTree.LINK
                : entry.isCharacterDevice() ? RootTree.CHARACTER_DEVICE
                : entry.isBlockDevice() ? RootTree.BLOCK_DEVICE
                : entry.isFIFO() ? RootTree.FIFO : RootTree.FILE;
    }

    // --- what RootSettings does to it ---

    RootTree tree() {
        return tree;
    }

    long newest() {
        return newest;
    }

    /** Small files of the packages, by path. */
    Map<String, byte[]> kept() {
        return kept;
    }

    /** A file of root's. */
    Node file(String path, int permissions, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Node node = new Node(RootTree.FILE | permissions, 0, 0, newest);
        node.sizeBytes = bytes.length;
        node.extents = disk.content(new ByteArrayInputStream(bytes), bytes.length);
        tree.put(path, node);
        return node;
    }

    Node directory(String path, int permissions) {
        Node node = tree.directory(path);
        node.permissions = permissions;
        return node;
    }

    void link(String path, String target) {
        Node node = new Node(RootTree.LINK | 0777, 0, 0, newest);
        node.target = target;
        tree.put(path, node);
    }
}

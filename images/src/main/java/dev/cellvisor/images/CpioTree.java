package dev.cellvisor.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/**
 * An initramfs: a tree of files, written as a newc archive (Linux, Documentation/driver-api/early-userspace/buffer-format.rst).
 * The same tree gives the same bytes: entries sorted by path, one time for all, owner and group 0, inode numbers in order.
 */
public final class CpioTree {
    private record Node(long mode, byte[] content, int major, int minor) {}

    private static final int BLOCK_BYTES = 512;
    private final Map<String, Node> nodes = new TreeMap<>(); // a directory sorts before what is in it

    /** A directory; those above it are made too, with mode 0755. */
    public void directory(String path, int permissions) {
        parents(path);
        nodes.put(path, new Node(CpioConstants.C_ISDIR | permissions, new byte[0], 0, 0));
    }

    /** A file. */
    public void file(String path, int permissions, byte[] content) {
        parents(path);
        nodes.put(path, new Node(CpioConstants.C_ISREG | permissions, content, 0, 0));
    }

    /** A file with a text in it. */
    public void file(String path, int permissions, String content) {
        file(path, permissions, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A symbolic link. */
    public void link(String path, String target) {
        parents(path);
        nodes.put(path, new Node(CpioConstants.C_ISLNK | 0777, target.getBytes(StandardCharsets.UTF_8), 0, 0));
    }

    /** A character device. */
    public void characterDevice(String path, int permissions, int major, int minor) {
        parents(path);
        nodes.put(path, new Node(CpioConstants.C_ISCHR | permissions, new byte[0], major, minor));
    }

    private void parents(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("path \"" + path + "\" in an initramfs; it must be relative to its root");
        }
        int slash = path.lastIndexOf('/');
        if (slash > 0 && !nodes.containsKey(path.substring(0, slash))) {
            directory(path.substring(0, slash), 0755);
        }
    }

    /**
     * Writes the archive.
     *
     * @param out left open
     * @param mtimeSeconds every entry's time
     */
    public void write(OutputStream out, long mtimeSeconds) throws IOException {
        CpioArchiveOutputStream cpio = new CpioArchiveOutputStream(out, CpioConstants.FORMAT_NEW, BLOCK_BYTES, "UTF-8");
        long inode = 1;
        for (Map.Entry<String, Node> named : nodes.entrySet()) {
            Node node = named.getValue();
            CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, named.getKey(), node.content().length);
            entry.setMode(node.mode());
            entry.setInode(inode++);
            entry.setNumberOfLinks((node.mode() & CpioConstants.S_IFMT) == CpioConstants.C_ISDIR ? 2 : 1);
            entry.setTime(mtimeSeconds);
            entry.setRemoteDeviceMaj(node.major());
            entry.setRemoteDeviceMin(node.minor());
            cpio.putArchiveEntry(entry);
            cpio.write(node.content());
            cpio.closeArchiveEntry();
        }
        cpio.finish();
    }
}

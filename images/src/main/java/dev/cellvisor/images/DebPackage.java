package dev.cellvisor.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.XZInputStream;

/** A Debian package file: an ar archive with a compressed tar of files in it (deb(5)). */
final class DebPackage {
    /** Takes the files of a package as they come. */
    interface Visitor {
        /**
         * @param path the file's path, no leading slash: {@code boot/vmlinuz-6.1.0-56-cloud-arm64}
         * @param mtimeSeconds when it was last changed, seconds since 1970
         * @param content its bytes; valid only during the call, and need not be read
         */
        void file(String path, long mtimeSeconds, InputStream content) throws IOException;

        /**
         * A symbolic link; most have no use for them.
         *
         * @param target as it stands in the package
         */
        default void link(String path, String target) {}
    }

    private DebPackage() {}

    /**
     * Reads the regular files of a package in the order in which they stand in it.
     *
     * @param progress told how much of the package has been read
     */
    static void read(Path deb, Progress progress, Visitor visitor) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(deb);
                ArArchiveInputStream ar = new ArArchiveInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16))) {
            long size = channel.size();
            for (ArArchiveEntry member = ar.getNextEntry(); member != null; member = ar.getNextEntry()) {
                String name = member.getName().replaceFirst("/$", "");
                if (name.startsWith("data.tar")) {
                    files(new TarArchiveInputStream(decompress(name, ar)), visitor, () -> progress.update(channel.position(), size));
                    progress.update(size, size);
                    return;
                }
            }
        }
        throw new IOException(deb.getFileName() + " has no data.tar in it");
    }

    private static InputStream decompress(String name, InputStream in) throws IOException {
        return switch (name.substring("data.tar".length())) {
            case "" -> in;
            case ".gz" -> new GZIPInputStream(in);
            case ".xz" -> new XZInputStream(in);
            default -> throw new IOException("its " + name + " is compressed in a way that this program cannot read (it reads gz and xz)");
        };
    }

    private interface Step {
        void done() throws IOException;
    }

    private static void files(TarArchiveInputStream tar, Visitor visitor, Step step) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String path = entry.getName().replaceFirst("^\\./", "").replaceFirst("^/", "");
            if (entry.isSymbolicLink()) {
                visitor.link(path, entry.getLinkName());
            } else if (entry.isFile() && !entry.isLink()) {
                step.done();
                visitor.file(path, entry.getLastModifiedTime().toInstant().getEpochSecond(), tar);
            }
        }
    }

    static byte[] bytes(InputStream content) throws IOException {
        return IOUtils.toByteArray(content);
    }
}

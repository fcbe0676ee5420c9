package dev.cellvisor.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
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

    /** Takes all that is in a package, directories and links too, as it comes. */
    interface EntryVisitor {
        /**
         * @param entry name, kind, mode, owner, time
         * @param content its bytes; valid only during the call, and need not be read
         */
        void entry(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private static final String DATA = "data.tar";
    private static final String CONTROL = "control.tar";

    private DebPackage() {}

    /**
     * Reads the regular files of a package in the order in which they stand in it.
     *
     * @param progress told how much of the package has been read
     */
    static void read(Path deb, Progress progress, Visitor visitor) throws IOException {
        entries(deb, progress, (entry, content) -> {
            String path = entry.getName().replaceFirst("^\\./", "").replaceFirst("^/", "");
            if (entry.isSymbolicLink()) {
                visitor.link(path, entry.getLinkName());
            } else if (entry.isFile() && !entry.isLink()) {
                visitor.file(path, seconds(entry), content);
            }
        });
    }

    /** When an entry was last changed, seconds since 1970. */
    static long seconds(TarArchiveEntry entry) {
        return entry.getLastModifiedTime().toInstant().getEpochSecond();
    }

    /** The package's control file: its stanza for dpkg's status. */
    static String control(Path deb) throws IOException {
        String[] control = {null};
        member(deb, Progress.none(), CONTROL, (entry, content) -> {
            if (entry.getName().matches("(\\./)?control")) {
                control[0] = new String(bytes(content), StandardCharsets.UTF_8);
            }
        });
        if (control[0] == null) {
            throw new IOException(deb.getFileName() + " has no control file in it");
        }
        return control[0];
    }

    /**
     * Reads all entries of a package in the order in which they stand in it.
     *
     * @param progress told how much of the package has been read
     */
    static void entries(Path deb, Progress progress, EntryVisitor visitor) throws IOException {
        member(deb, progress, DATA, visitor);
    }

    private static void member(Path deb, Progress progress, String wanted, EntryVisitor visitor) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(deb);
                ArArchiveInputStream ar = new ArArchiveInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16))) {
            long size = channel.size();
            for (ArArchiveEntry member = ar.getNextEntry(); member != null; member = ar.getNextEntry()) {
                String name = member.getName().replaceFirst("/$", "");
                if (name.startsWith(wanted)) {
                    TarArchiveInputStream tar = new TarArchiveInputStream(decompress(name, name.substring(wanted.length()), ar));
                    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                        progress.update(channel.position(), size);
                        visitor.entry(entry, tar);
                    }
                    progress.update(size, size);
                    return;
                }
            }
        }
        throw new IOException(deb.getFileName() + " has no " + wanted + " in it");
    }

    private static InputStream decompress(String name, String ending, InputStream in) throws IOException {
        return switch (ending) {
            case "" -> in;
            case ".gz" -> new GZIPInputStream(in);
            case ".xz" -> new XZInputStream(in);
            default -> throw new IOException("its " + name + " is compressed in a way that this program cannot read (it reads gz and xz)");
        };
    }

    static byte[] bytes(InputStream content) throws IOException {
        return IOUtils.toByteArray(content);
    }
}

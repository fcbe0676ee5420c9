package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.state.CacheFolder;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of host code that native engines made in earlier runs. What is in it is executed, so it is the user's alone: owner and permissions are looked at each time, through the
 * folder's own handle, and nothing is taken from one that anybody else could have written to. Files appear whole and are never changed, so several processes
 * may use it at once; of two that write the same file the later one wins.
 *
 * @param directory it may be missing
 * @param limitBytes when all files together take more, those that were not used for longest go
 */
public record TranslationFolder(Path directory, long limitBytes) {
    /** What all files may take if nothing is said. */
    public static final long DEFAULT_LIMIT = 256L << 20;

    private static final String SUFFIX = ".code";
    private static final String PART = ".part";
    /** Older parts are of processes that were ended. */
    private static final Duration OLD_PART = Duration.ofHours(1);
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));

    /** That of this machine: {@code translations} beside the guest images. */
    public static TranslationFolder own() {
        return new TranslationFolder(CacheFolder.path().resolve("translations"), DEFAULT_LIMIT);
    }

    /** Makes the folder if it is missing. */
    public TranslationFolder make() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            try {
                Files.createDirectory(directory, permissions("rwx------"));
            } catch (FileAlreadyExistsException e) {
                // another process was quicker
            }
        }
        return this;
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }

    /**
     * Opens a file for reading; {@code null} if there is none.
     *
     * @throws StateException if it, or the folder, is not the user's alone, which the message says
     */
    FileChannel open(String name) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            if (!(stream instanceof SecureDirectoryStream<Path> folder)) {
                throw new StateException("this host cannot tell whose " + directory + " is");
            }
            requireOurs(directory, folder.getFileAttributeView(PosixFileAttributeView.class).readAttributes());
            Path file = Path.of(name + SUFFIX);
            var opened = folder.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            try {
                // In a folder that nobody else may write to, what stands under the name is what was opened.
                requireOurs(directory.resolve(file), folder.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).readAttributes());
                return (FileChannel) opened;
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static void requireOurs(Path path, PosixFileAttributes attributes) throws IOException {
        if (!attributes.owner().equals(Files.getOwner(Path.of("/proc/self")))) {
            throw new StateException("%s belongs to %s".formatted(path, attributes.owner().getName()));
        }
        EnumSet<PosixFilePermission> others = EnumSet.copyOf(OTHERS);
        others.retainAll(attributes.permissions());
        if (!others.isEmpty()) {
            throw new StateException("%s has permissions %s, so that it is not its owner's alone".formatted(path, PosixFilePermissions.toString(attributes.permissions())));
        }
    }

    /**
     * Writes a file, and drops those that were not used for longest if all are too large.
     *
     * @throws StateException if the folder is not the user's alone
     */
    void put(String name, WholeFile.Writer writer) throws IOException {
        make();
        requireOurs(directory, Files.readAttributes(directory, PosixFileAttributes.class));
        WholeFile.put(file(name), writer, permissions("rw-------"));
        List<Entry> entries = entries();
        long sum = entries.stream().mapToLong(Entry::sizeBytes).sum();
        for (Entry entry : entries) {
            if (sum > limitBytes && !entry.file.equals(file(name))) {
                Files.deleteIfExists(entry.file);
                sum -= entry.sizeBytes;
            }
        }
        for (Path part : files(PART)) {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(Instant.now().minus(OLD_PART))) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** A file was used. */
    void used(String name) {
        try {
            Files.setLastModifiedTime(file(name), FileTime.from(Instant.now()));
        } catch (IOException e) {
            // gone
        }
    }

    /** Drops a file. */
    void drop(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            // not ours to drop
        }
    }

    /** One file. */
    public record Entry(Path file, long sizeBytes, Instant lastUse) {
        /** How many blocks it has, of how many pages; or what is wrong with it. */
        public String what() {
            return TranslationFile.describe(file);
        }
    }

    /** All files, those that were not used for longest first. */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(SUFFIX)) {
            try {
                entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            } catch (NoSuchFileException e) {
                // dropped in between
            }
        }
        entries.sort(Comparator.comparing(Entry::lastUse));
        return entries;
    }

    private List<Path> files(String suffix) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix)).toList();
        }
    }

    /** Drops all files and gives their number; whoever took something of one goes on. */
    public int clear() throws IOException {
        List<Path> files = files(SUFFIX);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        for (Path part : files(PART)) {
            Files.deleteIfExists(part);
        }
        return files.size();
    }
}

package dev.cellvisor.cli;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.images.Images;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.WholeFile;
import dev.cellvisor.vm.Snapshot;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Boots that were paid for once: snapshots of guests that have just come to their first prompt, each under the SHA-256 of all that it follows from. A
 * file is written beside its place and moved there, so readers need no lock, and several processes may do all of this at once. Nothing in here is needed by
 * anybody: who finds no entry, or a damaged one, boots.
 */
final class BootCache {
    private static final String SUFFIX = ".boot";
    private static final String PART = ".part";
    private static final long DEFAULT_LIMIT = 2L << 30;
    /** Older parts are of processes that were ended. */
    private static final Duration OLD_PART = Duration.ofHours(1);

    private final Path directory;
    private final long limitBytes;

    /** Those of this machine: {@code boots} beside the guest images; {@code CELLVISOR_BOOTS} may say a limit such as 4G. */
    static BootCache own() {
        String limit = System.getenv("CELLVISOR_BOOTS");
        if (limit == null || limit.isEmpty()) {
            return new BootCache(Images.cache().resolve("boots"), DEFAULT_LIMIT);
        }
        var size = new Arguments();
        size.set("CELLVISOR_BOOTS", limit);
        return new BootCache(Images.cache().resolve("boots"), size.size("CELLVISOR_BOOTS", 0));
    }

    BootCache(Path directory, long limitBytes) {
        this.directory = directory;
        this.limitBytes = limitBytes;
    }

    /**
     * A kept boot.
     *
     * @param sizeBytes what it takes of the disk, holes not counted
     */
    record Entry(Path file, long sizeBytes, Instant lastUse) {
    }

    /** Where the entry of a key is, or would be. */
    Path file(String key) {
        return directory.resolve(key + SUFFIX);
    }

    /** The boot of a key, as a new VM; {@code null} if there is none. One that is damaged is dropped, which is said. */
    Vm find(String key, String name, Engine engine) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            Vm vm = Snapshot.load(file).fork(name, engine);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return vm;
        } catch (StateException | UnsupportedOperationException | IllegalArgumentException e) {
            System.err.println("cellvisor: a kept boot is dropped: " + e.getMessage());
            delete(file);
            return null;
        } catch (IOException | UncheckedIOException e) {
            return null; // dropped by another process, or not for us to read
        }
    }

    /** Keeps a boot, and drops those that were not used for longest if all are too large. What was written is read again before it counts. */
    void keep(String key, Snapshot snapshot) {
        Path file = file(key);
        try {
            Files.createDirectories(directory);
            snapshot.saveMapped(file);
            Snapshot.load(file);
            evict(file);
        } catch (StateException e) {
            delete(file);
            System.err.println("cellvisor: this boot cannot be kept: " + e.getMessage());
        } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
            System.err.println("cellvisor: this boot cannot be kept: " + e.getMessage());
        }
    }

    private void evict(Path newest) throws IOException {
        List<Entry> entries = entries();
        long sum = entries.stream().mapToLong(Entry::sizeBytes).sum();
        for (Entry entry : entries) {
            if (sum > limitBytes && !entry.file.equals(newest)) {
                delete(entry.file);
                sum -= entry.sizeBytes;
            }
        }
        for (Path part : files(PART)) {
            if (modified(part).isBefore(Instant.now().minus(OLD_PART))) {
                delete(part);
            }
        }
    }

    /** All entries, those that were not used for longest first. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(SUFFIX)) {
            entries.add(new Entry(file, Snapshot.mappedBytes(file), modified(file)));
        }
        entries.sort(Comparator.comparing(Entry::lastUse));
        return entries;
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // gone
        }
    }

    private List<Path> files(String suffix) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix)).toList();
        }
    }

    /** Drops all entries and gives their number; a boot that others have taken from one goes on. */
    int clear() throws IOException {
        List<Path> entries = files(SUFFIX);
        entries.forEach(BootCache::delete);
        files(PART).forEach(BootCache::delete);
        return entries.size();
    }

    Path directory() {
        return directory;
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // somebody has it open on a host that minds: it goes another time
        }
    }

    // ---- the program's part of a key

    /**
     * The SHA-256 of our own jars' bytes, or of our classes where they stand in folders. It is kept beside the boots for jars whose sizes and times are
     * still the same, since to compute it takes longer than all the rest.
     */
    String program() {
        List<Path> ours = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (path.getFileName() != null && (path.getFileName().toString().startsWith("cellvisor-") || Files.isDirectory(path))) {
                ours.add(path);
            }
        }
        try {
            var stamps = new StringBuilder();
            for (Path path : ours) {
                if (Files.isDirectory(path)) {
                    return digest(ours);
                }
                stamps.append(path.toAbsolutePath()).append(' ').append(Files.size(path)).append(' ').append(Files.getLastModifiedTime(path)).append('\n');
            }
            Path memo = directory.resolve("program-" + Integer.toHexString(ours.toString().hashCode()) + ".txt");
            String known = Files.exists(memo) ? Files.readString(memo) : "";
            if (known.startsWith(stamps.toString()) && known.length() == stamps.length() + 64) {
                return known.substring(stamps.length());
            }
            String digest = digest(ours);
            Files.createDirectories(directory);
            WholeFile.put(memo, channel -> Channels.newOutputStream(channel).write((stamps + digest).getBytes(StandardCharsets.UTF_8)));
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(List<Path> ours) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (Path path : ours) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return Sha256.hex(digest);
    }
}

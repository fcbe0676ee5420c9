package dev.cellvisor.vm;

import dev.cellvisor.state.ByteSize;
import dev.cellvisor.state.CacheFolder;
import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A folder of states that were come to once and need not be come to again: boots of the command line, and runs of VMs that {@linkplain VmBuilder#keepRuns keep} them. Each is a
 * file under the SHA-256 of all that it follows from, written beside its place and moved there, so readers need no lock, and several processes may do all of this
 * at once. Nothing in here is needed by anybody: who finds no entry, or a damaged one, runs.
 *
 * @param directory it may be missing
 * @param limitBytes when all entries together take more of the disk, those that were not used for longest go
 */
public record KeptFolder(Path directory, long limitBytes) {
    /** How names of boots end. */
    public static final String BOOT = ".boot";
    /** How names of runs end. */
    public static final String RUN = ".run";
    /** What all entries may take if nothing is said. */
    public static final long DEFAULT_LIMIT = 2L << 30;

    private static final String SWITCH = "cellvisor.keepRuns";
    private static final AtomicInteger EXECUTING = new AtomicInteger();
    private static final Set<Path> TEMPORARY = ConcurrentHashMap.newKeySet();
    private static final String PART = ".part";
    /** Older parts are of processes that were ended. */
    private static final Duration OLD_PART = Duration.ofHours(1);

    /**
     * That of this machine: {@code boots} beside the guest images. The environment's {@code CELLVISOR_BOOTS} may say a limit such as 4G.
     *
     * @throws IllegalArgumentException if it says something else
     */
    public static KeptFolder own() {
        String limit = System.getenv("CELLVISOR_BOOTS");
        try {
            return new KeptFolder(CacheFolder.path().resolve("boots"), limit == null || limit.isEmpty() ? DEFAULT_LIMIT : ByteSize.parse(limit));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("CELLVISOR_BOOTS=" + limit + ": " + e.getMessage());
        }
    }

    /**
     * A folder of this program alone, which goes when it ends: no run is taken from it that this program has not executed, so it is used also where runs of other programs are not.
     *
     * @throws UncheckedIOException if the host has no room
     */
    public static KeptFolder temporary() {
        try {
            Path directory = Files.createTempDirectory("cellvisor-runs");
            TEMPORARY.add(directory);
            return new KeptFolder(directory, DEFAULT_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops all temporary folders. */
    static void dropTemporary() {
        for (Path directory : TEMPORARY) {
            try (Stream<Path> files = Files.list(directory)) {
                files.forEach(KeptFolder::delete);
            } catch (IOException e) {
                // gone already
            }
            delete(directory);
        }
    }

    /** Why no run is taken or kept here now; empty if runs are. */
    String off() {
        String said = System.getProperty(SWITCH, System.getenv("CELLVISOR_KEEP_RUNS"));
        boolean onlyTemporary = EXECUTING.get() > 0 || "temporary".equals(said);
        return "no".equals(said) ? SWITCH + "=no" : onlyTemporary && !TEMPORARY.contains(directory) ? "every run is executed here" : "";
    }

    /** Something that may fail. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does something that is to prove what runs come to: meanwhile every run in this JVM is executed, and none is kept but in {@linkplain #temporary temporary} folders. */
    public static <T, E extends Exception> T executing(Work<T, E> work) throws E {
        EXECUTING.incrementAndGet();
        try {
            return work.run();
        } finally {
            EXECUTING.decrementAndGet();
        }
    }

    /**
     * One that is kept.
     *
     * @param sizeBytes what it takes of the disk, holes not counted
     */
    public record Entry(Path file, long sizeBytes, Instant lastUse) {

        /** What it is, e.g. {@code "boot"} or {@code "linux: console("# ")"}. */
        public String what() {
            if (file.toString().endsWith(BOOT)) {
                return "boot";
            }
            try {
                return KeptRun.of(Snapshot.load(file)).label();
            } catch (StateException | UncheckedIOException e) {
                return "damaged";
            }
        }
    }

    /** Where the entry of a key is, or would be. */
    public Path file(String key, String suffix) {
        return directory.resolve(key + suffix);
    }

    /**
     * The state of a key, or {@code null} if there is none.
     *
     * @throws StateException if it is damaged; it is dropped then
     */
    public Snapshot find(String key, String suffix) {
        Path file = file(key, suffix);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            Snapshot snapshot = SnapshotFile.loadWhole(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return snapshot;
        } catch (StateException e) {
            if (Files.exists(file)) {
                delete(file);
                throw e;
            }
            return null; // dropped by another process in between
        } catch (IOException | UncheckedIOException e) {
            return null; // the same, or not for us to read
        }
    }

    /**
     * Keeps a state, and drops those that were not used for longest if all are too large. What was written is read again before it counts.
     *
     * @throws IOException if the host has no room
     * @throws StateException if what was written is not what was to be written
     */
    public void keep(String key, String suffix, Snapshot snapshot) throws IOException {
        Path file = file(key, suffix);
        Files.createDirectories(directory);
        try {
            snapshot.saveMapped(file);
            SnapshotFile.loadWhole(file);
        } catch (StateException e) {
            delete(file);
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        evict(file);
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
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(BOOT, RUN)) {
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

    private List<Path> files(String... suffixes) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Stream.of(suffixes).anyMatch(suffix -> file.getFileName().toString().endsWith(suffix))).toList();
        }
    }

    /** Drops all entries and gives their number; whoever took one goes on. */
    public int clear() throws IOException {
        List<Path> entries = files(BOOT, RUN);
        entries.forEach(KeptFolder::delete);
        files(PART).forEach(KeptFolder::delete);
        return entries.size();
    }

    /** Drops one. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // somebody has it open on a host that minds: it goes another time
        }
    }
}

package dev.cellvisor.vm;

import dev.cellvisor.state.CacheFolder;
import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    private static final AtomicInteger EXECUTING = new AtomicInteger();
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
        return new KeptFolder(CacheFolder.path().resolve("boots"), limit == null || limit.isEmpty() ? DEFAULT_LIMIT : bytes(limit));
    }

    /** Why no run is taken or kept now; empty if runs are. */
    static String off() {
        String said = System.getProperty("cellvisor.keepRuns", System.getenv("CELLVISOR_KEEP_RUNS"));
        return EXECUTING.get() > 0 ? "every run is executed here" : "no".equals(said) ? "cellvisor.keepRuns=no" : "";
    }

    /** Something that may fail. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does something that is to prove what runs come to: meanwhile every run in this JVM is executed, and none is kept. */
    public static <T, E extends Exception> T executing(Work<T, E> work) throws E {
        EXECUTING.incrementAndGet();
        try {
            return work.run();
        } finally {
            EXECUTING.decrementAndGet();
        }
    }

    /** A size in MiB, or with a unit. */
    private static long bytes(String size) {
        if (!size.matches("(?i)[0-9]{1,9}[kmg]?")) {
            throw new IllegalArgumentException("CELLVISOR_BOOTS=" + size + ": give a size, such as 512M or 4G");
        }
        long number = Long.parseLong(size.replaceAll("[^0-9]", ""));
        return number << switch (size.replaceAll("[0-9]", "").toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "g" -> 30;
            default -> 20;
        };
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
            } catch (StateException | java.io.UncheckedIOException e) {
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
            Snapshot snapshot = Snapshot.load(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return snapshot;
        } catch (StateException e) {
            if (Files.exists(file)) {
                delete(file);
                throw e;
            }
            return null; // dropped by another process in between
        } catch (IOException | java.io.UncheckedIOException e) {
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
            Snapshot.load(file);
        } catch (StateException e) {
            delete(file);
            throw e;
        } catch (java.io.UncheckedIOException e) {
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

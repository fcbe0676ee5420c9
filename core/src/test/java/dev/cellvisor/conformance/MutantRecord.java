package dev.cellvisor.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of each mutant when it was last put before its tests, in {@code core/src/test/mutants/killed.tsv}: a line each with its key,
 * what it is, and for each of its rules the test that failed. Each line ends with the sources that it speaks of and their digests; when
 * one has changed since, the mutant counts as not confirmed.
 */
final class MutantRecord {
    private static final String HEAD = "key\tmutant\tkillers\tsources";

    /**
     * A line.
     *
     * @param what rules and source, for people
     * @param killers for each of the mutant's rules a test; an empty text where none failed
     * @param sources digests by path: the mutated source, then the killers'
     */
    record Entry(String key, String what, List<String> killers, Map<String, String> sources) {
        boolean killed() {
            return !killers.isEmpty() && killers.stream().noneMatch(String::isEmpty);
        }

        private String line() {
            return String.join("\t", key, what, String.join(";", killers),
                    sources.entrySet().stream().map(each -> each.getKey() + "@" + each.getValue()).collect(Collectors.joining(";")));
        }
    }

    private final Path root;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, String> digests = new LinkedHashMap<>();

    private MutantRecord(Path root) {
        this.root = root;
    }

    /** @param root the project's root */
    static MutantRecord read(Path root) throws IOException {
        var record = new MutantRecord(root);
        Path file = file(root);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 4 && !line.equals(HEAD)) {
                    Map<String, String> sources = new LinkedHashMap<>();
                    for (String source : cells[3].split(";")) {
                        int at = source.lastIndexOf('@');
                        sources.put(source.substring(0, at), source.substring(at + 1));
                    }
                    record.entries.put(cells[0], new Entry(cells[0], cells[1], Arrays.asList(cells[2].split(";", -1)), sources));
                }
            }
        }
        return record;
    }

    private static Path file(Path root) {
        return root.resolve("core/src/test/mutants/killed.tsv");
    }

    /** What was last found out about a mutant, or {@code null}. */
    Entry get(Mutant mutant) {
        return entries.get(mutant.key());
    }

    /** Whether the mutant, its source and the tests that killed it are as they were when it was killed. */
    boolean confirmed(Mutant mutant) throws IOException {
        Entry entry = get(mutant);
        if (entry == null || !entry.killed()) {
            return false;
        }
        for (var source : entry.sources().entrySet()) {
            if (!digestOf(source.getKey()).equals(source.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** By mutant's key, the tests that killed it. */
    Map<String, List<String>> killers() {
        Map<String, List<String>> killers = new TreeMap<>();
        entries.forEach((key, entry) -> killers.put(key, entry.killers()));
        return killers;
    }

    /** Notes what came of a run. */
    void put(MutantRun.Verdict verdict) throws IOException {
        Mutant mutant = verdict.mutant();
        List<String> killers = new ArrayList<>();
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(mutant.source(), digestOf(mutant.source()));
        for (int i = 0; i < mutant.rules().size(); i++) {
            RuleTest killer = verdict.problem() == null ? verdict.rules().get(i).killer() : null;
            killers.add(killer == null ? "" : killer.toString());
            if (killer != null) {
                sources.put(killer.source(), digestOf(killer.source()));
            }
        }
        entries.put(mutant.key(), new Entry(mutant.key(), String.join(",", mutant.rules()) + " " + mutant.source().replaceFirst(".*/", ""),
                killers, sources));
    }

    /** Writes the file, without the mutants that no longer exist. */
    void write(List<Mutant> mutants) throws IOException {
        entries.keySet().retainAll(mutants.stream().map(Mutant::key).toList());
        var text = new StringBuilder(HEAD).append('\n');
        entries.values().forEach(entry -> text.append(entry.line()).append('\n'));
        Files.createDirectories(file(root).getParent());
        Files.writeString(file(root), text);
    }

    private String digestOf(String source) throws IOException {
        String known = digests.get(source);
        if (known == null) {
            known = Files.exists(root.resolve(source)) ? digest(Files.readAllBytes(root.resolve(source))) : "none";
            digests.put(source, known);
        }
        return known;
    }

    /** The first 12 hexadecimal digits of the SHA-256. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }
}

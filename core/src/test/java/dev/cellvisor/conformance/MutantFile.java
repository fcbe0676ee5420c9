package dev.cellvisor.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mutants of one area of the conformance list, from {@code core/src/test/mutants/AREA.txt}.
 * An entry is a line {@code ID[,ID…] SOURCE}, lines {@code - text} that stand in the source, and lines {@code + text} that take their
 * place; a blank line ends it, {@code #} begins a comment.
 *
 * @param area the file's name without its ending
 * @param mutants in the order of the file
 * @param waived by rule, why no behaviour can show it, from the comments {@code # waived ID: reason}
 * @param notes by rule, what a reader of its proof should know, from the comments {@code # note ID: text}
 */
record MutantFile(String area, List<Mutant> mutants, Map<String, String> waived, Map<String, String> notes) {
    private static final Pattern HEAD = Pattern.compile("([A-Z]+-[A-Z]+-\\d+(?:, *[A-Z]+-[A-Z]+-\\d+)*) +(\\S+\\.java)");
    private static final Pattern REMARK = Pattern.compile("# *(waived|note) +([A-Z]+-[A-Z]+-\\d+) *: *(.+)");

    /** All files of a directory, by area. */
    static Map<String, MutantFile> readAll(Path directory) throws IOException {
        Map<String, MutantFile> files = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (var list = Files.list(directory)) {
                for (Path path : list.filter(each -> each.toString().endsWith(".txt")).toList()) {
                    MutantFile file = parse(path.getFileName().toString(), Files.readAllLines(path));
                    files.put(file.area(), file);
                }
            }
        }
        return files;
    }

    /** @throws IllegalArgumentException naming file and line, if a line is not as above */
    static MutantFile parse(String name, List<String> lines) {
        List<Mutant> mutants = new ArrayList<>();
        Map<String, String> waived = new LinkedHashMap<>();
        Map<String, String> notes = new LinkedHashMap<>();
        Entry entry = null;
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            String where = name + ":" + (i + 1);
            if (line.isBlank()) {
                if (entry != null) {
                    mutants.add(entry.mutant());
                    entry = null;
                }
            } else if (line.startsWith("#")) {
                Matcher match = REMARK.matcher(line.strip());
                if (match.matches()) {
                    (match.group(1).equals("note") ? notes : waived).put(match.group(2), match.group(3));
                }
            } else if (entry == null) {
                Matcher match = HEAD.matcher(line.strip());
                if (!match.matches()) {
                    throw new IllegalArgumentException(where + ": an entry begins with 'ID[,ID] core/src/main/java/….java', not '" + line + "'");
                }
                entry = new Entry(List.of(match.group(1).split(", *")), match.group(2), where);
            } else if (line.startsWith("-") && entry.added.isEmpty()) {
                entry.removed.add(line.substring(1).strip());
            } else if (line.startsWith("+")) {
                entry.added.add(line.substring(1).strip());
            } else {
                throw new IllegalArgumentException(where + ": expected '- ' lines, then '+ ' lines, then a blank line, not '" + line + "'");
            }
        }
        return new MutantFile(name.replaceFirst("\\.txt$", ""), List.copyOf(mutants), waived, notes);
    }

    private record Entry(List<String> rules, String source, String where, List<String> removed, List<String> added) {
        Entry(List<String> rules, String source, String where) {
            this(rules, source, where, new ArrayList<>(), new ArrayList<>());
        }

        Mutant mutant() {
            if (removed.isEmpty()) {
                throw new IllegalArgumentException(where + ": an entry needs at least one '- ' line");
            }
            if (removed.equals(added)) {
                throw new IllegalArgumentException(where + ": this entry changes nothing");
            }
            return new Mutant(rules, source, new ArrayList<>(removed), new ArrayList<>(added), false, where);
        }
    }
}

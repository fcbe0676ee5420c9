package dev.cellvisor.conformance;

import dev.cellvisor.virtio.rules.Conformance;
import dev.cellvisor.virtio.rules.Rule;
import dev.cellvisor.virtio.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Every row of the conformance list that is ours, with its tests and mutants and what became of these. */
final class ConformanceTable {
    enum State {
        /** A test fails whenever one of the row's mutants breaks it. */
        COVERED,
        /** Its mutants are new, or the test that killed one no longer carries the row's id: a run of the mutants has to tell. */
        UNCONFIRMED,
        /** The tests that carry its id pass though it is broken. */
        SURVIVED,
        /** Tests carry its id, but nothing shows that they would notice. */
        NO_MUTANT,
        /** No test carries its id. */
        NO_TEST,
        /** No behaviour can show it; that is said, and it counts as uncovered. */
        WAIVED
    }

    /**
     * A row.
     *
     * @param killers those of the tests that killed a mutant when it was last put before them
     * @param mutants that break it
     * @param killed how many of them a test of this row noticed
     * @param reason why it is not covered; if it is, what a reader of the proof should know, or nothing
     */
    record Row(Rule rule, List<RuleTest> tests, Set<RuleTest> killers, List<Mutant> mutants, int killed, State state, String reason) {
    }

    private final Path root;
    private final Map<String, List<RuleTest>> tests;
    private final Map<String, MutantFile> files;
    private final MutantRecord record;
    private final List<Mutant> wrongIds = new ArrayList<>();
    private final List<Rule> told;

    /** Reads all of it from the tree; the tests' ids from their compiled classes. */
    ConformanceTable(Path root) throws IOException {
        this.root = root;
        tests = RuleTest.find(root.resolve("core/target/test-classes"));
        files = MutantFile.readAll(root.resolve("core/src/test/mutants"));
        record = MutantRecord.read(root);
        Map<String, String> sources = new TreeMap<>();
        try (var walk = Files.walk(root.resolve("core/src/main/java/dev/cellvisor/virtio"))) {
            for (Path path : walk.filter(each -> each.toString().endsWith(".java") && !each.getParent().endsWith("rules")).toList()) {
                sources.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        told = Rules.all().stream().filter(rule -> rule.target().equals("driver") && !Conformance.negative().contains(rule)
                && sources.values().stream().anyMatch(text -> names(text, rule))).toList();
        List<Rule> broken = new ArrayList<>(Conformance.negative());
        broken.addAll(told);
        for (Rule rule : broken) {
            sources.forEach((path, text) -> {
                if (names(text, rule)) {
                    wrongIds.add(Mutant.wrongId(rule.id(), path));
                }
            });
        }
    }

    private static boolean names(String source, Rule rule) {
        return source.contains('"' + rule.id() + '"');
    }

    /** The driver's rows that the list does not ask to be broken on purpose, and whose breach our devices tell all the same. */
    List<Rule> told() {
        return told;
    }

    Path root() {
        return root;
    }

    Map<String, List<RuleTest>> tests() {
        return tests;
    }

    Map<String, MutantFile> files() {
        return files;
    }

    MutantRecord record() {
        return record;
    }

    /** Those of the files, and for each driver's row whose breach is told one in which the device names another row. */
    List<Mutant> mutants() {
        List<Mutant> all = new ArrayList<>(written());
        all.addAll(wrongIds);
        return all;
    }

    /** Those of the files. */
    List<Mutant> written() {
        return files.values().stream().flatMap(file -> file.mutants().stream()).toList();
    }

    /** The tests that carry an id of an area that one of the mutant's rules is in. */
    List<RuleTest> testsOfAreas(Mutant mutant) {
        List<String> areas = mutant.rules().stream().map(id -> Rules.get(id).area()).toList();
        return tests.entrySet().stream().filter(each -> areas.contains(Rules.get(each.getKey()).area())).flatMap(each -> each.getValue().stream())
                .distinct().toList();
    }

    /** A row with what is known of it. */
    Row row(Rule rule) {
        List<RuleTest> carriers = tests.getOrDefault(rule.id(), List.of());
        List<Mutant> mutants = mutants().stream().filter(mutant -> mutant.rules().contains(rule.id())).toList();
        Set<RuleTest> killers = new TreeSet<>();
        int killed = 0;
        int unknown = 0;
        for (Mutant mutant : mutants) {
            var entry = record.get(mutant);
            String name = entry == null ? null : entry.killers().get(mutant.rules().indexOf(rule.id()));
            Optional<RuleTest> killer = carriers.stream().filter(test -> test.toString().equals(name)).findFirst();
            killer.ifPresent(killers::add);
            if (killer.isPresent()) {
                killed++;
            } else if (name == null || !name.isEmpty()) {
                unknown++;
            }
        }
        String waiver = remark(MutantFile::waived, rule);
        if (waiver != null) {
            return new Row(rule, carriers, killers, mutants, killed, State.WAIVED, waiver);
        }
        if (mutants.isEmpty()) {
            return carriers.isEmpty() ? new Row(rule, carriers, killers, mutants, 0, State.NO_TEST, without(rule))
                    : new Row(rule, carriers, killers, mutants, 0, State.NO_MUTANT, "has tests, but no mutant shows that they would notice");
        }
        if (unknown > 0) {
            return new Row(rule, carriers, killers, mutants, killed, State.UNCONFIRMED, "not confirmed since its tests or mutants were written");
        }
        if (killed < mutants.size()) {
            return new Row(rule, carriers, killers, mutants, killed, State.SURVIVED, "its tests pass with a mutant");
        }
        return new Row(rule, carriers, killers, mutants, killed, State.COVERED, Objects.requireNonNullElse(remark(MutantFile::notes, rule), ""));
    }

    private String remark(Function<MutantFile, Map<String, String>> kind, Rule rule) {
        return files.values().stream().map(file -> kind.apply(file).get(rule.id())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String without(Rule rule) {
        return switch (rule.level()) {
            case "MAY" -> "a permission; there is nothing to hold";
            default -> "no test";
        };
    }
}

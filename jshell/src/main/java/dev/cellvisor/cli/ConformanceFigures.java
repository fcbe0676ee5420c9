package dev.cellvisor.cli;

import dev.cellvisor.state.Sha256;
import dev.cellvisor.virtio.rules.Rule;
import dev.cellvisor.virtio.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What {@code docs/conformance.tsv} says, held against the sources as they are now. */
final class ConformanceFigures {
    static final String DATA = "docs/conformance.tsv";

    /** A row's state as recorded, and why it is not covered. */
    private record Row(boolean covered, String reason) {
    }

    /** A mutant as recorded. {@code written} tells the hand-written ones from those that only put another id into the device's report. */
    private record Mutant(boolean written, List<String> rules, boolean killed, boolean known, boolean fresh) {
        boolean of(Predicate<Rule> chosen) {
            return rules.stream().map(Rules::get).anyMatch(chosen);
        }
    }

    private final Map<String, Row> rows = new HashMap<>();
    private final List<Mutant> mutants = new ArrayList<>();

    private ConformanceFigures() {
    }

    /** @param root the project's root */
    static ConformanceFigures read(Path root) throws IOException {
        var figures = new ConformanceFigures();
        List<String[]> lines = Files.readAllLines(root.resolve(DATA)).stream().map(line -> line.split("\t", -1)).toList();
        Map<String, Boolean> fresh = new HashMap<>();
        for (String[] cells : lines) {
            if (cells[0].equals("file")) {
                Path file = root.resolve(cells[3]);
                fresh.put(cells[1], Files.exists(file) && digest(Files.readAllBytes(file)).equals(cells[2]));
            }
        }
        for (String[] cells : lines) {
            switch (cells[0]) {
                case "row" -> figures.rows.put(cells[1], new Row(cells[2].equals("covered"), cells[4]));
                case "mutant", "wrong-id" -> figures.mutants.add(new Mutant(cells[0].equals("mutant"), List.of(cells[2].split(",")),
                        cells[3].equals("killed"), !cells[3].equals("unknown"),
                        cells[4].isEmpty() || List.of(cells[4].split(",")).stream().allMatch(fresh::get)));
                default -> {
                }
            }
        }
        return figures;
    }

    private static String digest(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 12);
    }

    boolean isCovered(Rule rule) {
        Row row = rows.get(rule.id());
        return row != null && row.covered() && isFresh(rule);
    }

    private boolean isFresh(Rule rule) {
        return mutants.stream().filter(mutant -> mutant.rules().contains(rule.id())).allMatch(Mutant::fresh);
    }

    String reason(Rule rule) {
        Row row = rows.get(rule.id());
        return row == null ? "not in " + DATA : row.covered() && !isFresh(rule) ? "not confirmed since a source of its test or device changed" : row.reason();
    }

    long covered(Collection<Rule> rules) {
        return rules.stream().filter(this::isCovered).count();
    }

    /** Hand-written mutants that break a chosen rule. */
    long mutants(Predicate<Rule> chosen) {
        return mutants.stream().filter(mutant -> mutant.written() && mutant.of(chosen)).count();
    }

    /** Those of them that were killed, and whose sources have not changed since. */
    long mutantsKilled(Predicate<Rule> chosen) {
        return mutants.stream().filter(mutant -> mutant.written() && mutant.of(chosen) && mutant.killed() && mutant.fresh()).count();
    }

    /** Mutants of any kind of which nothing is known for the sources as they are. */
    long changed(Predicate<Rule> chosen) {
        return mutants.stream().filter(mutant -> mutant.of(chosen) && (!mutant.known() || !mutant.fresh())).count();
    }
}

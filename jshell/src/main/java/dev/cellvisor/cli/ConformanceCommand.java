package dev.cellvisor.cli;

import dev.cellvisor.virtio.rules.Conformance;
import dev.cellvisor.virtio.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code cellvisor conformance}: how many of the rows that bind our devices are proven. Which rows those are is computed from the list;
 * what is proven stands in {@code docs/conformance.tsv}, and counts only while the sources that it speaks of are as they were.
 */
final class ConformanceCommand {
    static final Command COMMAND = new Command("conformance", "Counts the rules of VIRTIO 1.4 that are proven, by area and level.",
            List.of(Option.flag("--json", "Prints the figures as JSON."),
                    Option.flag("--uncovered", "Lists the rows that are not covered, and why."),
                    Option.flag("--confirm", "First breaks the rules again whose sources have changed, and writes docs/CONFORMANCE.md."),
                    Option.flag("--all", "With --confirm: all rules, not only those whose sources have changed.")),
            "AREA", false,
            List.of("", "AREA is a part of the list such as split-ring or blk; without it all are counted.",
                    "A row is covered if its test fails when the rule is broken: see docs/CONFORMANCE.md."),
            ConformanceCommand::run);

    private ConformanceCommand() {
    }

    private static int run(Arguments arguments) {
        if (arguments.has("--confirm")) {
            return Main.fail("conformance --confirm is done by the launcher script: ./cellvisor conformance --confirm", Command.FAILED);
        }
        List<String> areas = arguments.file() == null ? Conformance.areas() : List.of(arguments.file());
        if (!Conformance.areas().containsAll(areas)) {
            throw new UsageException("there is no area '" + arguments.file() + "'; there are " + String.join(", ", Conformance.areas()));
        }
        Path root = Path.of(System.getProperty("cellvisor.home", ""));
        try {
            var figures = ConformanceFigures.read(root);
            if (arguments.has("--json")) {
                System.out.println(json(figures, areas));
            } else if (arguments.has("--uncovered")) {
                uncovered(figures, areas);
            } else {
                table(figures, areas);
            }
            return Command.OK;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root.resolve(ConformanceFigures.DATA) + ": " + e.getMessage(), e);
        }
    }

    private static Predicate<Rule> in(String area, String level) {
        return rule -> rule.area().equals(area) && rule.level().equals(level);
    }

    private static void table(ConformanceFigures figures, List<String> areas) {
        String line = "%-24s %9s %9s %9s %9s %9s %9s%n";
        System.out.printf(line, "area", "MUST", "MUST NOT", "SHOULD", "SHLD NOT", "MAY", "mutants");
        for (String area : areas) {
            System.out.printf(line, area, share(figures, in(area, "MUST")), share(figures, in(area, "MUST NOT")), share(figures, in(area, "SHOULD")),
                    share(figures, in(area, "SHOULD NOT")), share(figures, in(area, "MAY")), mutants(figures, area));
        }
        Predicate<Rule> chosen = rule -> areas.contains(rule.area());
        List<Rule> required = Conformance.required().stream().filter(chosen).toList();
        List<Rule> negative = Conformance.negative().stream().filter(chosen).toList();
        System.out.printf("%nrequired (MUST, MUST NOT): %d of %d rows covered; mutants: %d of %d killed%n", figures.covered(required), required.size(),
                figures.mutantsKilled(chosen), figures.mutants(chosen));
        System.out.printf("driver's rows broken on purpose: %d of %d told%n", figures.covered(negative), negative.size());
        long changed = figures.changed(chosen);
        if (changed > 0) {
            System.out.printf("not confirmed: %d mutants, whose sources have changed; ./cellvisor conformance --confirm puts them to the test again%n", changed);
        }
    }

    private static String share(ConformanceFigures figures, Predicate<Rule> chosen) {
        List<Rule> rules = Conformance.ours().stream().filter(chosen).toList();
        return rules.isEmpty() ? "" : figures.covered(rules) + "/" + rules.size();
    }

    private static String mutants(ConformanceFigures figures, String area) {
        Predicate<Rule> here = rule -> rule.area().equals(area);
        return figures.mutantsKilled(here) + "/" + figures.mutants(here);
    }

    private static void uncovered(ConformanceFigures figures, List<String> areas) {
        List<Rule> rules = new ArrayList<>(Conformance.ours());
        rules.addAll(Conformance.negative());
        for (Rule rule : rules) {
            if (areas.contains(rule.area()) && !figures.isCovered(rule)) {
                System.out.println(rule + "\n    " + figures.reason(rule));
            }
        }
    }

    private static String json(ConformanceFigures figures, List<String> areas) {
        Predicate<Rule> chosen = rule -> areas.contains(rule.area());
        List<String> parts = new ArrayList<>();
        for (String area : areas) {
            Predicate<Rule> here = rule -> rule.area().equals(area);
            List<String> levels = new ArrayList<>();
            for (String level : List.of("MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY")) {
                List<Rule> rules = Conformance.ours().stream().filter(in(area, level)).toList();
                if (!rules.isEmpty()) {
                    levels.add("\"%s\":{\"rows\":%d,\"covered\":%d}".formatted(level, rules.size(), figures.covered(rules)));
                }
            }
            parts.add("\"%s\":{%s,\"levels\":{%s}}".formatted(area, totals(figures, here), String.join(",", levels)));
        }
        return "{%s,\"areas\":{%s}}".formatted(totals(figures, chosen), String.join(",", parts));
    }

    private static String totals(ConformanceFigures figures, Predicate<Rule> chosen) {
        List<Rule> required = Conformance.required().stream().filter(chosen).toList();
        List<Rule> negative = Conformance.negative().stream().filter(chosen).toList();
        return "\"required\":%d,\"covered\":%d,\"mutantsKilled\":%d,\"mutants\":%d,\"notConfirmed\":%d,\"negative\":{\"required\":%d,\"covered\":%d}".formatted(
                required.size(), figures.covered(required), figures.mutantsKilled(chosen), figures.mutants(chosen), figures.changed(chosen),
                negative.size(), figures.covered(negative));
    }
}

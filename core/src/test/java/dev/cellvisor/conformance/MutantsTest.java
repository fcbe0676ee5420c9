package dev.cellvisor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.rules.Conformance;
import dev.cellvisor.virtio.rules.Rule;
import dev.cellvisor.virtio.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A row of the conformance list is proven only if its test fails when the rule is broken: here rules are broken, one at a time, in copies
 * of the device's classes. {@code -Dcellvisor.mutants=} chooses by area or id ({@code blk}, {@code BLK-DEV-21}), {@code changed} (since
 * they were last killed) or {@code all}; without it a sample is taken, or all with {@code -Dcellvisor.full=true}. With
 * {@code -Dcellvisor.confirm=true}, and in a full run, the outcome is recorded and the pages on conformance are written.
 * {@code -Dcellvisor.mutants.ask=breadth} also says how many of its area's tests each mutant breaks (one that breaks most is too coarse
 * to prove a rule), and {@code …=useless} which tests carry an id but notice none of its mutants.
 */
class MutantsTest {
    private static final int SAMPLE = 60;
    private static final long SEED = 1;
    private static final Path ROOT = ConformanceTest.ROOT;

    private final ConformanceTable table = new ConformanceTable(ROOT);
    private final Map<String, MutantFile> files = table.files();
    private final Map<String, List<RuleTest>> tests = table.tests();

    MutantsTest() throws IOException {
    }

    @Test
    void everyMutantFitsItsSourceAndNamesARule() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (MutantFile file : files.values()) {
            file.waived().keySet().forEach(Rules::get);
            file.notes().keySet().forEach(Rules::get);
            for (Mutant mutant : file.mutants()) {
                mutant.rules().forEach(Rules::get);
                if (!keys.add(mutant.key())) {
                    wrong.add(mutant.where() + ": this mutant is there twice");
                }
                try {
                    mutant.in(Files.readString(ROOT.resolve(mutant.source())));
                } catch (Mutant.Stale e) {
                    wrong.add(e.getMessage());
                } catch (IOException e) {
                    wrong.add(mutant.where() + ": there is no source " + mutant.source());
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void everyMutantIsKilled() throws IOException, InterruptedException {
        String wanted = System.getProperty("cellvisor.mutants");
        boolean full = Boolean.getBoolean("cellvisor.full");
        List<Mutant> all = table.mutants();
        List<Mutant> changed = new ArrayList<>();
        for (Mutant mutant : all) {
            if (!table.record().confirmed(mutant)) {
                changed.add(mutant);
            }
        }
        List<Mutant> chosen = wanted != null ? choose(wanted, all, changed) : full ? all : sample(all, changed);
        long start = System.nanoTime();
        var run = new MutantRun(ROOT, tests, table.record().killers(), MutantRun.LIMIT_MILLIS);
        var verdicts = run.run(chosen, Math.min(2, Runtime.getRuntime().availableProcessors()));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (wanted != null) {
            tell(verdicts, wanted);
        }
        if (System.getProperty("cellvisor.mutants.ask") != null) {
            ask(System.getProperty("cellvisor.mutants.ask"), run, chosen);
        }
        String from = chosen.size() == all.size() ? ""
                : wanted != null ? ", chosen from %d by '%s'".formatted(all.size(), wanted)
                : ", a sample by seed %d; %d left out, of these %d changed since they were last killed".formatted(SEED, all.size() - chosen.size(),
                        changed.stream().filter(mutant -> !chosen.contains(mutant)).count());
        System.out.println("figure: conformance, %d of %d mutants killed%s (%.1f s)".formatted(
                verdicts.stream().filter(MutantRun.Verdict::killed).count(), chosen.size(), from, seconds));
        if (ConformanceTest.writes()) {
            for (var verdict : verdicts) {
                table.record().put(verdict);
            }
            table.record().write(all);
            for (var page : new ConformancePages(table).texts().entrySet()) {
                Files.writeString(ROOT.resolve(page.getKey()), page.getValue());
            }
        }
        assertEquals("", String.join("\n", verdicts.stream().flatMap(verdict -> verdict.complaints().stream()).toList()));
    }

    /** For the one who reviews mutants and tests. */
    private void ask(String question, MutantRun run, List<Mutant> chosen) throws IOException {
        boolean breadth = question.equals("breadth");
        Map<Mutant, List<RuleTest>> candidates = new LinkedHashMap<>();
        chosen.forEach(mutant -> candidates.put(mutant, breadth ? table.testsOfAreas(mutant)
                : mutant.rules().stream().flatMap(id -> tests.getOrDefault(id, List.of()).stream()).distinct().toList()));
        Map<Mutant, List<RuleTest>> broken = run.broken(candidates);
        if (breadth) {
            broken.forEach((mutant, failing) -> System.out.println("breadth %3d of %3d  %s %s".formatted(failing.size(),
                    candidates.get(mutant).size(), mutant.where(), mutant.rules())));
            return;
        }
        for (String id : chosen.stream().flatMap(mutant -> mutant.rules().stream()).distinct().toList()) {
            List<RuleTest> useless = new ArrayList<>(tests.getOrDefault(id, List.of()));
            broken.forEach((mutant, failing) -> useless.removeAll(mutant.rules().contains(id) ? failing : List.of()));
            useless.forEach(test -> System.out.println("useless " + id + " on " + test.shortName()));
        }
    }

    /** By a seed, but first those that have changed since they were last killed. */
    private static List<Mutant> sample(List<Mutant> all, List<Mutant> changed) {
        List<Mutant> first = new ArrayList<>(changed);
        List<Mutant> others = new ArrayList<>(all);
        others.removeAll(changed);
        Collections.shuffle(first, new Random(SEED));
        Collections.shuffle(others, new Random(SEED));
        first.addAll(others);
        return first.subList(0, Math.min(SAMPLE, first.size()));
    }

    private List<Mutant> choose(String wanted, List<Mutant> all, List<Mutant> changed) {
        Set<String> words = Set.of(wanted.split(","));
        if (words.contains("all") || words.contains("changed")) {
            return words.contains("all") ? all : changed;
        }
        List<Mutant> chosen = all.stream().filter(mutant -> mutant.rules().stream().anyMatch(id -> words.contains(id) || words.contains(Rules.get(id).area()))
                || words.stream().anyMatch(word -> mutant.where().startsWith(word + ".txt:"))).toList();
        assertTrue(!chosen.isEmpty(), "no mutant of '" + wanted + "'; there are files for " + files.keySet());
        return chosen;
    }

    /** For the one who writes mutants: what killed each, and what the area still needs. */
    private void tell(List<MutantRun.Verdict> verdicts, String wanted) {
        for (var verdict : verdicts) {
            System.out.println("%s %s (%d ms)%s".formatted(verdict.killed() ? "killed  " : "ALIVE   ", verdict.mutant().where(), verdict.millis(),
                    verdict.problem() == null ? "" : " " + verdict.problem()));
            for (var rule : verdict.rules()) {
                String message = rule.message().lines().findFirst().orElse("");
                System.out.println("         " + rule.rule() + " " + (rule.killer() == null ? "" : rule.killer().shortName() + ": ")
                        + message.substring(0, Math.min(160, message.length())));
            }
        }
        List<Rule> rules = new ArrayList<>(Conformance.required());
        rules.addAll(Conformance.negative());
        for (Rule rule : rules) {
            if (Set.of(wanted.split(",")).contains(rule.area()) && table.row(rule).mutants().isEmpty()) {
                System.out.println((rule.negative() ? "never told " : "no mutant ") + rule + (tests.containsKey(rule.id()) ? "" : " (and no test)"));
            }
        }
    }

    private static final String ENTROPY = "core/src/main/java/dev/cellvisor/virtio/entropy/EntropyDevice.java";

    private static Mutant entropy(String rule, String removed, String added) {
        return new Mutant(List.of(rule), ENTROPY, List.of(removed), List.of(added), false, "here");
    }

    /** The checker itself: what it must see, and what it must not take for a kill. */
    @Test
    void onlyAFailingTestOfTheRuleIsAKill() throws InterruptedException {
        String loop = "while (left > 0) {";
        var run = new MutantRun(ROOT, tests, Map.of(), 4000);
        var verdicts = run.run(List.of(
                entropy("RNG-DRV-01", "if (chain.readableBytes() > 0) {", "if (false) {"),
                entropy("RNG-DRV-01", "private static final int PIECE_BYTES = 4096;", "private static final int PIECE_BYTES = 512;"),
                entropy("RNG-DRV-02", "if (chain.readableBytes() > 0) {", "if (false) {"),
                entropy("RNG-DRV-01", loop, "while (true) {"),
                entropy("RNG-DRV-01", loop, "System.exit(0); " + loop),
                entropy("RNG-DRV-01", loop, "for ever {"),
                entropy("RNG-DRV-01", "public EntropyDevice(long seed) {", "public EntropyDevice(Long seed) {"),
                entropy("RNG-DRV-01", "while (something else) {", loop)), 2);
        assertEquals(List.of(true, false, false, true, true, false, false, false), verdicts.stream().map(MutantRun.Verdict::killed).toList());
        assertEquals("EntropyDeviceTest.readableBuffersAreToldAndNotWritten", verdicts.getFirst().rules().getFirst().killer().shortName());
        String[] words = {"", "no test that carries RNG-DRV-01 fails (1 passed", "no test carries RNG-DRV-02", "did not end within 4 s", "ended the JVM",
            "does not compile", "no longer fits", "is stale"};
        for (int i = 1; i < words.length; i++) {
            var verdict = verdicts.get(i);
            String said = verdict.killed() ? verdict.rules().getFirst().message() : String.join("; ", verdict.complaints());
            assertTrue(said.contains(words[i]), i + ": " + said);
        }
    }

    @Test
    void anEntryIsLinesOutAndLinesIn() throws Mutant.Stale {
        var file = MutantFile.parse("blk.txt", """
                # a remark
                # waived BLK-DEV-02: nobody can see it
                # note BLK-DEV-03: only half of it
                BLK-DEV-01,BLK-DEV-03 core/src/main/java/A.java
                - b();
                - c();
                + d();
                """.lines().toList());
        Mutant mutant = file.mutants().getFirst();
        assertEquals(List.of("BLK-DEV-01", "BLK-DEV-03"), mutant.rules());
        assertEquals("nobody can see it", file.waived().get("BLK-DEV-02"));
        assertEquals("only half of it", file.notes().get("BLK-DEV-03"));
        assertEquals("a();\nd();\ne();\n", mutant.in("a();\n    b();\n    c();\ne();\n"));
        assertThrows(Mutant.Stale.class, () -> mutant.in("a();\nb();\n"));
        assertThrows(Mutant.Stale.class, () -> mutant.in("b();\nc();\nb();\nc();\n"), "twice");
    }

    @Test
    void whatIsNoEntryIsRefusedWithItsLine() {
        for (String text : new String[] {"BLK-DEV-01\n- a", "BLK-DEV-01 A.java\na", "BLK-DEV-01 A.java\n+ a", "BLK-DEV-01 A.java\n- a\n+ a"}) {
            var error = assertThrows(IllegalArgumentException.class, () -> MutantFile.parse("blk.txt", text.lines().toList()), text);
            assertTrue(error.getMessage().startsWith("blk.txt:" + (text.endsWith("\na") ? text.lines().count() : 1)), error.getMessage().toLowerCase(Locale.ROOT));
        }
    }
}

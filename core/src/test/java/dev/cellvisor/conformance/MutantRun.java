package dev.cellvisor.conformance;

import dev.cellvisor.conformance.MutantWorker.Answer;
import dev.cellvisor.conformance.MutantWorker.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Puts mutants before the tests that carry their rules' ids, in a few JVMs at once. */
final class MutantRun {
    /** A test against a mutant may take so much processor time; one that takes longer counts as failed: the mutant hangs. */
    static final long LIMIT_MILLIS = 10_000;

    /**
     * What the tests of one rule said to one mutant.
     *
     * @param killer the test that failed, or {@code null} if the mutant lives
     * @param message how it failed; or why the mutant lives
     */
    record RuleVerdict(String rule, RuleTest killer, String message) {
    }

    /**
     * What came of one mutant.
     *
     * @param problem why nothing could be said: stale, no Java, …; {@code null} if something could
     */
    record Verdict(Mutant mutant, List<RuleVerdict> rules, String problem, long millis) {
        /** Did a test of every rule that it breaks fail? */
        boolean killed() {
            return problem == null && rules.stream().allMatch(rule -> rule.killer() != null);
        }

        /** One line for each thing that is wrong. */
        List<String> complaints() {
            List<String> lines = new ArrayList<>();
            if (problem != null) {
                lines.add(mutant.where() + " " + String.join(",", mutant.rules()) + ": " + problem);
            }
            for (RuleVerdict rule : rules) {
                if (rule.killer() == null) {
                    lines.add(mutant.where() + " " + rule.rule() + " survives: " + rule.message());
                }
            }
            return lines;
        }
    }

    private final Path root;
    private final Map<String, List<RuleTest>> tests;
    private final Map<RuleTest, Answer> honest = new ConcurrentHashMap<>();
    private final Map<String, List<String>> hints;
    private final long limitMillis;

    /**
     * @param root the project's root
     * @param tests by rule
     * @param hints by mutant's key, the tests that killed it last time, in the order of its rules: these are tried first
     * @param limitMillis how long a test against a mutant may take, usually {@link #LIMIT_MILLIS}
     */
    MutantRun(Path root, Map<String, List<RuleTest>> tests, Map<String, List<String>> hints, long limitMillis) {
        this.root = root;
        this.tests = tests;
        this.hints = hints;
        this.limitMillis = limitMillis;
    }

    /**
     * How much each mutant breaks: which of some tests fail with it. One that breaks nearly everything says little about a rule.
     *
     * @param others by mutant, tests that pass without it
     */
    Map<Mutant, List<RuleTest>> broken(Map<Mutant, List<RuleTest>> others) throws IOException {
        Map<Mutant, List<RuleTest>> failing = new LinkedHashMap<>();
        try (var process = new WorkerProcess(root)) {
            for (var each : others.entrySet()) {
                failing.put(each.getKey(), new ArrayList<>());
                for (RuleTest test : each.getValue()) {
                    if (process.ask(each.getKey(), test, limitMillis).outcome() == Outcome.FAILED) {
                        failing.get(each.getKey()).add(test);
                    }
                }
            }
        }
        return failing;
    }

    /** The verdicts in the mutants' order. */
    List<Verdict> run(List<Mutant> mutants, int workers) throws InterruptedException {
        Map<Mutant, Verdict> verdicts = new ConcurrentHashMap<>();
        var queue = new ConcurrentLinkedQueue<>(mutants);
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofPlatform().name("mutants-" + i).start(() -> {
                try (var process = new WorkerProcess(root)) {
                    for (Mutant mutant = queue.poll(); mutant != null; mutant = queue.poll()) {
                        verdicts.put(mutant, judge(mutant, process));
                    }
                } catch (IOException | RuntimeException e) {
                    failures.add(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a worker could not go on: " + failures.getFirst(), failures.getFirst());
        }
        return mutants.stream().map(verdicts::get).toList();
    }

    private Verdict judge(Mutant mutant, WorkerProcess process) throws IOException {
        long start = System.nanoTime();
        List<RuleVerdict> rules = new ArrayList<>();
        String problem = null;
        for (int i = 0; i < mutant.rules().size() && problem == null; i++) {
            String rule = mutant.rules().get(i);
            RuleVerdict verdict = null;
            int passed = 0;
            for (RuleTest test : order(mutant, i)) {
                Answer answer = process.ask(mutant, test, limitMillis);
                switch (answer.outcome()) {
                    case PASSED -> passed++;
                    case SKIPPED -> {
                    }
                    case FAILED -> {
                        Answer without = honest(test, process);
                        // It must be well within the limit, or not keeping to it would prove nothing.
                        if (without.outcome() == Outcome.PASSED && without.millis() < limitMillis / 2) {
                            verdict = new RuleVerdict(rule, test, answer.message());
                        } else {
                            problem = test.shortName() + " fails, but without the mutant it is no better: " + without.outcome() + " "
                                    + without.message() + " (" + without.millis() + " ms)";
                        }
                    }
                    case DOES_NOT_FIT -> problem = "the mutated class no longer fits the others: " + answer.message();
                    case DOES_NOT_COMPILE -> problem = "does not compile: " + answer.message();
                    case STALE -> problem = "is stale: " + answer.message();
                }
                if (verdict != null || problem != null) {
                    break;
                }
            }
            if (problem == null) {
                String why = tests.containsKey(rule) ? "no test that carries " + rule + " fails (" + passed + " passed, "
                        + (tests.get(rule).size() - passed) + " skipped)" : "no test carries " + rule;
                rules.add(verdict != null ? verdict : new RuleVerdict(rule, null, why));
            }
        }
        return new Verdict(mutant, rules, problem, (System.nanoTime() - start) / 1_000_000);
    }

    /** The tests of a rule by name, but the one that killed the mutant last time first. */
    private List<RuleTest> order(Mutant mutant, int rule) {
        List<String> killers = hints.getOrDefault(mutant.key(), List.of());
        String killer = rule < killers.size() ? killers.get(rule) : "";
        return tests.getOrDefault(mutant.rules().get(rule), List.of()).stream()
                .sorted(Comparator.comparing((RuleTest test) -> !test.toString().equals(killer)).thenComparing(Comparator.naturalOrder())).toList();
    }

    /** What the test says to the code as it is; asked once. */
    private Answer honest(RuleTest test, WorkerProcess process) throws IOException {
        Answer answer = honest.get(test);
        if (answer == null) {
            answer = process.ask(null, test, 3 * limitMillis);
            honest.put(test, answer);
        }
        return answer;
    }
}

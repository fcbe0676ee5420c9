package dev.cellvisor.differential;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether words are instructions: the verdicts of two machines, word by word. */
final class Validity {

    /** One word on which they disagree: the two values of ESR_EL1. */
    record Disagreement(int word, int theirs, int ours) {

        boolean verdict() {
            return (theirs >>> 26 == 0) != (ours >>> 26 == 0);
        }
    }

    private final Machine theirs;
    private final Machine ours;
    private long words;
    private long undefined;
    private final Map<String, Integer> explained = new LinkedHashMap<>();
    private final List<Disagreement> verdicts = new ArrayList<>();
    private final List<Disagreement> syndromes = new ArrayList<>();

    Validity(Machine theirs, Machine ours) {
        this.theirs = theirs;
        this.ours = ours;
    }

    long words() {
        return words;
    }

    /** Words that the one calls Undefined and the other does not. */
    List<Disagreement> verdicts() {
        return Collections.unmodifiableList(verdicts);
    }

    /** How many disagreements each of {@link Explained#ALL} covers. */
    Map<String, Integer> explained() {
        return Collections.unmodifiableMap(explained);
    }

    /** Words that are instructions for both, or for neither, with another syndrome. */
    List<Disagreement> syndromes() {
        return Collections.unmodifiableList(syndromes);
    }

    /** Asks both about all words. */
    void compare(int[] all) {
        for (int start = 0; start < all.length; start += ValidityImage.MAX_WORDS) {
            int[] some = Arrays.copyOfRange(all, start, Math.min(all.length, start + ValidityImage.MAX_WORDS));
            ask(theirs, some);
            ask(ours, some);
            for (int i = 0; i < some.length; i++) {
                int a = ValidityImage.result(theirs.ram(), i);
                int b = ValidityImage.result(ours.ram(), i);
                if (a >>> 26 == 0) {
                    undefined++;
                }
                if (a != b) {
                    var disagreement = new Disagreement(some[i], a, b);
                    String reason = Explained.reason(disagreement);
                    if (reason != null) {
                        explained.merge(reason, 1, Integer::sum);
                        continue;
                    }
                    (disagreement.verdict() ? verdicts : syndromes).add(disagreement);
                }
            }
            words += some.length;
        }
    }

    private static void ask(Machine machine, int[] some) {
        ValidityImage.write(machine.ram(), some, some.length);
        String trouble = "it switched itself off too early";
        try {
            machine.run();
        } catch (IllegalStateException e) {
            trouble = e.getMessage();
        }
        if (!ValidityImage.finished(machine.ram())) {
            int at = ValidityImage.done(machine.ram());
            throw new IllegalStateException("%s: at word %d, %08x: %s".formatted(machine.name(), at, at < some.length ? some[at] : 0, trouble));
        }
    }

    /** Prints counts, and the disagreements sorted by what objdump calls the word. */
    void print(PrintStream out) {
        out.printf("  %,d words, %,d Undefined on %s; other verdict on %s: %,d; other syndrome: %,d%n", words, undefined, theirs.name(), ours.name(),
                verdicts.size(), syndromes.size());
        explained.forEach((reason, count) -> out.printf("    explained %d: %s%n", count, reason));
        print(out, "verdict", verdicts);
        print(out, "syndrome", syndromes);
    }

    /** The mnemonic, and for system registers which one. */
    private static String kind(String text) {
        String mnemonic = text.split("\\s")[0];
        return mnemonic.equals("mrs") || mnemonic.equals("msr") ? text.replaceAll("\\bx\\d+\\b|\\bxzr\\b|[\\s,]+", " ").strip() : mnemonic;
    }

    private static void print(PrintStream out, String what, List<Disagreement> list) {
        int[] some = list.stream().limit(200_000).mapToInt(Disagreement::word).toArray();
        List<String> texts = Objdump.texts(some, 0);
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < some.length; i++) {
            var d = list.get(i);
            String side = d.theirs >>> 26 == 0 ? "undefined/valid" : d.ours >>> 26 == 0 ? "valid/undefined" : "%08x/%08x".formatted(d.theirs, d.ours);
            groups.computeIfAbsent("%s %-10s".formatted(side, kind(texts.get(i))), key -> new ArrayList<>()).add(i);
        }
        Map<String, String> lines = new LinkedHashMap<>();
        groups.forEach((key, members) -> lines.put(key, "%6d  e.g. %08x %s".formatted(members.size(), some[members.getFirst()], texts.get(members.getFirst()))));
        lines.forEach((key, line) -> out.printf("    %s %s %s%n", what, key, line));
    }
}

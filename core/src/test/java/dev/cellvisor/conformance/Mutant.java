package dev.cellvisor.conformance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A small fault in the device's code that breaks a rule, as text: some lines of a source, and what stands there instead.
 *
 * @param rules the ids of the rules that it breaks; a test of each must notice
 * @param source the source's path from the project's root, e.g. {@code core/src/main/java/…/BlockDevice.java}
 * @param removed consecutive lines, without their indentation; they stand in the source exactly once
 * @param added what replaces them; empty if they are just gone
 * @param words whether {@code removed} and {@code added} are one piece of text each, replaced wherever it stands, instead of lines
 * @param where file and line of this entry, for messages
 */
record Mutant(List<String> rules, String source, List<String> removed, List<String> added, boolean words, String where) implements Serializable {

    /** A source that tells another rule's breach where it should tell this one's. */
    static Mutant wrongId(String rule, String source) {
        String other = rule.equals("STAT-DRV-01") ? "STAT-DRV-02" : "STAT-DRV-01";
        return new Mutant(List.of(rule), source, List.of('"' + rule + '"'), List.of('"' + other + '"'), true, "the id " + rule + " in " + source);
    }

    /** The entry no longer fits the source that it changes. */
    static final class Stale extends Exception {
        Stale(String message) {
            super(message);
        }
    }

    /** The source with the fault in it. */
    String in(String text) throws Stale {
        if (words) {
            if (!text.contains(removed.getFirst())) {
                throw new Stale(where + ": it is not there");
            }
            return text.replace(removed.getFirst(), added.getFirst());
        }
        List<String> lines = text.lines().toList();
        int at = -1;
        for (int i = 0; i + removed.size() <= lines.size(); i++) {
            if (standsAt(lines, i)) {
                if (at >= 0) {
                    throw new Stale(where + ": its lines stand in " + source + " more than once, at " + (at + 1) + " and " + (i + 1));
                }
                at = i;
            }
        }
        if (at < 0) {
            throw new Stale(where + ": its lines are not in " + source + ", beginning with '" + removed.getFirst() + "'");
        }
        List<String> mutated = new ArrayList<>(lines.subList(0, at));
        mutated.addAll(added);
        mutated.addAll(lines.subList(at + removed.size(), lines.size()));
        return String.join("\n", mutated) + "\n";
    }

    private boolean standsAt(List<String> lines, int at) {
        for (int i = 0; i < removed.size(); i++) {
            if (!lines.get(at + i).strip().equals(removed.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What the fault is, in 12 hexadecimal digits; it stays the same when the entry moves, or another line of the source changes. */
    String key() {
        return MutantRecord.digest(String.join(",", rules) + "\n" + source + "\n-" + String.join("\n-", removed) + "\n+" + String.join("\n+", added));
    }
}

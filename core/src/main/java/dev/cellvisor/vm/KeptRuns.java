package dev.cellvisor.vm;

import java.util.ArrayList;
import java.util.List;

/** What a VM's cache of runs did: {@link Vm#keptRuns}. */
public final class KeptRuns {
    private static final int MOST_ROWS = 500;

    private final List<Row> rows = new ArrayList<>();
    private final Runnable waiting;

    KeptRuns(Runnable waiting) {
        this.waiting = waiting;
    }

    /** What became of a run. */
    public enum Outcome {
        /** It was not executed: the machine is what an earlier run had made of it. */
        TAKEN,
        /** It was executed, and is kept from now on. */
        KEPT,
        /** It was executed, and is too short to be kept, or did not come to its condition. */
        NOT_KEPT,
        /** It was executed, and the cache stepped aside. */
        ASIDE
    }

    /**
     * One run.
     *
     * @param instruction how many the VM had retired when it began
     * @param condition as text
     * @param reason in a few words, or empty
     */
    public record Row(long instruction, String condition, Outcome outcome, String reason) {
        @Override
        public String toString() {
            return "%s at %,d: %s%s".formatted(condition, instruction, outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), reason.isEmpty() ? "" : ", " + reason);
        }
    }

    synchronized void add(Row row) {
        if (rows.size() == MOST_ROWS) {
            rows.removeFirst();
        }
        rows.add(row);
    }

    /** The latest runs, in order. */
    public synchronized List<Row> rows() {
        return List.copyOf(rows);
    }

    /** How many of them had an outcome. */
    public long count(Outcome outcome) {
        return rows().stream().filter(row -> row.outcome == outcome).count();
    }

    /** In a few words, e.g. {@code "1 taken, 2 kept, 1 aside (it keeps a history)"}. */
    public String summary() {
        var text = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            if (count(outcome) > 0) {
                text.append(text.isEmpty() ? "" : ", ").append(count(outcome)).append(' ').append(outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
            }
        }
        Row last = rows().isEmpty() ? null : rows().getLast();
        return last == null ? "to be kept" : text + (last.outcome == Outcome.ASIDE ? " (" + last.reason + ")" : "");
    }

    /** Waits until all that is kept is on the disk; it is written in the background. A program that ends does so by itself. */
    public void finish() {
        waiting.run();
    }

    @Override
    public String toString() {
        return rows().isEmpty() ? "no runs yet" : String.join("\n", rows().stream().map(Row::toString).toList());
    }
}

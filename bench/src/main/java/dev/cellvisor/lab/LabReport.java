package dev.cellvisor.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * What a lab reported.
 *
 * @param results one for each check that began, in order
 * @param figures lines of the form {@code name: value unit}
 * @param finished whether the program inside came to its end
 * @param seconds from the start of QEMU to its end
 * @param log the whole serial console
 */
record LabReport(List<Result> results, List<String> figures, boolean finished, double seconds, String log) {

    enum Verdict { PASS, FAIL, SKIP }

    /** One check's end.
     * @param message why it failed or was skipped; how long it took if it passed */
    record Result(String name, Verdict verdict, String message) {
    }

    /** Whether every check that began passed or was skipped, and the program came to its end. */
    boolean good() {
        return finished && !results.isEmpty() && results.stream().noneMatch(result -> result.verdict == Verdict.FAIL);
    }

    long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict == verdict).count();
    }

    /** Reads the markers in a serial log. A check that began and did not end has failed. */
    static LabReport read(String log, double seconds) {
        List<Result> results = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        String begun = null;
        boolean done = false;
        for (String line : log.lines().toList()) {
            int at = line.indexOf(Lab.MARK);
            if (at < 0) {
                continue;
            }
            String[] words = line.substring(at + Lab.MARK.length()).strip().split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "begin" -> begun = rest;
                case "pass", "FAIL", "skip" -> {
                    if (begun != null && rest.startsWith(begun)) {
                        Verdict verdict = words[0].equals("pass") ? Verdict.PASS : words[0].equals("FAIL") ? Verdict.FAIL : Verdict.SKIP;
                        results.add(new Result(begun, verdict, rest.substring(begun.length()).replaceFirst("^[: ]+", "")));
                        begun = null;
                    }
                }
                case "|" -> {
                    if (!results.isEmpty() && begun == null) {
                        Result last = results.removeLast();
                        results.add(new Result(last.name, last.verdict, last.message + "\n" + rest));
                    }
                }
                case "figure" -> figures.add(rest);
                case "done" -> done = true;
                default -> { }
            }
        }
        if (begun != null) {
            results.add(new Result(begun, Verdict.FAIL, "the lab ended in the middle of it"));
        }
        return new LabReport(results, figures, done, seconds, log);
    }

    /** The last lines of the serial log. */
    String lastLines(int count) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    @Override
    public String toString() {
        return "%d checks passed, %d failed, %d skipped, in %.1f s".formatted(count(Verdict.PASS), count(Verdict.FAIL), count(Verdict.SKIP), seconds);
    }
}

package dev.cellvisor.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** Turns what went wrong in a cell into lines that name the cell and show its source. */
final class Tracebacks {
    private static final String RED = "\u001b[1;31m";
    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final int LINES_AROUND = 1;
    private static final int MOST_FRAMES = 12;

    private final Map<String, Place> places = new HashMap<>();

    /** Where a snippet stands. */
    private record Place(int cell, String[] lines, int firstLine) {
    }

    /** Remembers where a snippet came from. @param firstLine its first line's index in the cell, from 0 */
    void remember(Snippet snippet, int cell, String source, int firstLine) {
        places.put(snippet.id(), new Place(cell, source.split("\n", -1), firstLine));
    }

    /** A snippet that javac refused. @param start the snippet's first character in the cell */
    CellFailure compileError(List<Diag> diagnostics, int cell, String source, int start) {
        List<String> out = new ArrayList<>();
        Diag first = diagnostics.stream().filter(Diag::isError).findFirst().orElse(diagnostics.getFirst());
        String message = firstLine(first);
        out.add(RED + "CompileError" + PLAIN + ": " + message);
        for (Diag diag : diagnostics) {
            if (!diag.isError()) {
                continue;
            }
            if (diag != first) {
                out.add(RED + "also" + PLAIN + ": " + firstLine(diag));
            }
            int at = clamp(start + (int) diag.getPosition(), source.length());
            int end = clamp(start + (int) diag.getEndPosition(), source.length());
            int line = lineOf(source, at);
            out.add(FAINT + "cell [" + cell + "], line " + (line + 1) + PLAIN);
            String[] lines = source.split("\n", -1);
            show(out, lines, line, 0);
            int column = at - (source.lastIndexOf('\n', at - 1) + 1);
            int width = Math.max(1, Math.min(end - at, lines[line].length() - column));
            out.add(" ".repeat(6 + column) + RED + "^".repeat(width) + PLAIN);
            moreLines(diag).forEach(more -> out.add("  " + more));
        }
        return new CellFailure("CompileError", message, out);
    }

    private static String firstLine(Diag diag) {
        return diag.getMessage(Locale.ROOT).strip().lines().findFirst().orElse("?").strip();
    }

    // javac names the symbol and the place on lines of their own; "location" is always JShell's wrapper class.
    private static List<String> moreLines(Diag diag) {
        return diag.getMessage(Locale.ROOT).lines().skip(1).map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("location:")).toList();
    }

    private static int clamp(int at, int length) {
        return Math.max(0, Math.min(at, length));
    }

    static int lineOf(String source, int at) {
        return (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** A snippet that uses names nobody declared. */
    CellFailure unresolved(String snippet, List<String> names, int cell, int line) {
        String message = snippet + " uses what is not declared yet: " + String.join(", ", names);
        return new CellFailure("CompileError", message, List.of(RED + "CompileError" + PLAIN + ": " + message,
                FAINT + "cell [" + cell + "], line " + (line + 1) + PLAIN));
    }

    /** A cell that was told to stop, with where it was if that is known. */
    CellFailure interrupted(Exception where) {
        List<String> out = new ArrayList<>();
        out.add(RED + "Interrupted" + PLAIN + ": the cell was stopped");
        if (where != null) {
            frames(out, where.getStackTrace());
        }
        return new CellFailure("Interrupted", "the cell was stopped", out);
    }

    /** A cell that was told to stop and does not. */
    CellFailure runsOn(String thread) {
        String message = "the code that the cell called does not stop; it goes on in the background (thread '" + thread + "') until the kernel is restarted";
        return new CellFailure("Interrupted", message, List.of(RED + "Interrupted" + PLAIN + ": " + message));
    }

    /** A snippet that threw. @param thrown what it threw, as it was; {@code translated} names the cells' lines */
    CellFailure exception(Exception translated, Throwable thrown) {
        String name = thrown == null ? translated.getClass().getSimpleName() : simpleName(thrown.getClass().getName());
        String message = thrown == null ? translated.getMessage() : thrown.getMessage();
        List<String> out = new ArrayList<>();
        describe(out, "", translated, thrown);
        return new CellFailure(name, message == null ? "" : message, out);
    }

    private void describe(List<String> out, String prefix, Throwable translated, Throwable thrown) {
        String name = simpleName(translated instanceof EvalException e ? e.getExceptionClassName()
                : thrown != null ? thrown.getClass().getName() : translated.getClass().getName());
        if (translated instanceof UnresolvedReferenceException reference) {
            out.add(prefix + RED + "UnresolvedReference" + PLAIN + ": " + reference.getSnippet().name() + " uses what is not declared yet");
        } else {
            String message = translated.getMessage();
            out.add(prefix + RED + name + PLAIN + (message == null ? "" : ": " + message));
        }
        frames(out, translated.getStackTrace());
        Throwable cause = translated.getCause();
        if (cause != null && cause != translated && out.size() < 60) {
            describe(out, "caused by ", cause, thrown == null ? null : thrown.getCause());
        }
    }

    private void frames(List<String> out, StackTraceElement[] frames) {
        int shown = 0;
        int skipped = 0;
        for (StackTraceElement frame : frames) {
            String file = frame.getFileName();
            Place place = file != null && file.startsWith("#") ? places.get(file.substring(1)) : null;
            if (place == null && shown >= MOST_FRAMES) {
                skipped++;
            } else if (place != null) {
                if (shown >= 3 * MOST_FRAMES) {
                    skipped++;
                    continue;
                }
                skipped = flush(out, skipped);
                int line = place.firstLine + frame.getLineNumber() - 1;
                String method = frame.getMethodName().isEmpty() || frame.getMethodName().startsWith("do_it$") ? "" : ", in " + owner(frame) + frame.getMethodName();
                out.add(BOLD + "cell [" + place.cell + "], line " + (line + 1) + PLAIN + method);
                show(out, place.lines, line, LINES_AROUND);
                shown++;
            } else if (isPlumbing(frame)) {
                continue;
            } else {
                skipped = flush(out, skipped);
                out.add(FAINT + "  at " + frame.getClassName() + "." + frame.getMethodName()
                        + (file == null ? "" : " (" + file + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "") + ")") + PLAIN);
                shown++;
            }
        }
        flush(out, skipped);
    }

    private static int flush(List<String> out, int skipped) {
        if (skipped > 0) {
            out.add(FAINT + "  … " + skipped + " more" + PLAIN);
        }
        return 0;
    }

    private static String owner(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner.isEmpty() ? "" : owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + ".";
    }

    private static boolean isPlumbing(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner.startsWith("jdk.internal.reflect.") || owner.startsWith("java.lang.reflect.") || owner.startsWith("java.lang.invoke.")
                || owner.startsWith("jdk.internal.invoke.") || owner.equals(CellStop.class.getName()) || owner.startsWith("jdk.jshell.")
                || owner.startsWith("dev.cellvisor.notebook.Cell");
    }

    private static void show(List<String> out, String[] lines, int line, int after) {
        for (int i = Math.max(0, line - LINES_AROUND); i <= Math.min(lines.length - 1, line + after); i++) {
            if (i > line && lines[i].isBlank()) {
                continue;
            }
            out.add(i == line ? "%s→ %3d %s%s".formatted(BOLD, i + 1, PLAIN, lines[i]) : "%s  %3d%s %s".formatted(FAINT, i + 1, PLAIN, lines[i]));
        }
    }

    private static String simpleName(String className) {
        String name = className.substring(className.lastIndexOf('.') + 1);
        return name.substring(name.lastIndexOf('$') + 1);
    }
}

package dev.cellvisor.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Gives cells to JShell, in this JVM and always on one thread, and stops them when asked. A cell is a list of snippets; the first
 * that fails ends it. Its value is that of a last expression without a semicolon.
 */
final class CellEvaluator implements AutoCloseable {
    private static final long STOP_AGAIN_MILLIS = 100;
    private static final long GIVE_UP_MILLIS = 3000;

    private final CellExecution execution = new CellExecution();
    private final Tracebacks tracebacks = new Tracebacks();
    private final Future<JShell> shell;
    private ExecutorService thread = newThread();
    private volatile Run current;

    /** The value of a cell. @param present whether there is one to show */
    record Result(Object value, boolean present) {
        static final Result NONE = new Result(null, false);
    }

    /** One evaluation. */
    private static final class Run {
        volatile long stopAskedAtMillis;
        volatile boolean abandoned;
    }

    /**
     * Starts JShell in the background.
     *
     * @param startup snippets to evaluate first: imports
     */
    CellEvaluator(String startup) {
        shell = thread.submit(() -> create(startup));
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(null, task, "cells", 16L << 20);
            made.setDaemon(true);
            return made;
        });
    }

    private JShell create(String startup) {
        JShell created = JShell.builder()
                .executionEngine(CellExecution.provider(execution), Map.of())
                .compilerOptions("-parameters")
                .build();
        SourceCodeAnalysis analysis = created.sourceCodeAnalysis();
        SourceFinder.addTo(analysis);
        for (String rest = startup; !rest.isBlank(); ) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            for (SnippetEvent event : info.source().isBlank() ? List.<SnippetEvent>of() : created.eval(info.source())) {
                if (event.status() == Status.REJECTED) {
                    // The rest of the imports is worth having all the same.
                    System.err.println("start-up snippet does not compile: " + event.snippet().source().strip());
                }
            }
            rest = info.remaining();
        }
        return created;
    }

    /** Runs something that needs JShell on the cells' thread, between cells. */
    <T> T withShell(ShellTask<T> task) throws Exception {
        return thread.submit((Callable<T>) () -> task.run(shell.get())).get();
    }

    /** A use of JShell. */
    interface ShellTask<T> {
        T run(JShell shell) throws Exception;
    }

    /**
     * Evaluates a cell.
     *
     * @param cell its number, for error messages
     * @throws CellFailure if it does not compile, throws, or was interrupted
     */
    Result evaluate(String source, int cell) throws CellFailure {
        Run run = new Run();
        execution.beginCell();
        current = run;
        Future<Result> future = thread.submit(() -> run(shell.get(), source, cell, run));
        try {
            while (true) {
                try {
                    return future.get(STOP_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (run.stopAskedAtMillis != 0) {
                        stopAgain(run);
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CellFailure failure) {
                throw failure;
            }
            throw new CellFailure("KernelError", String.valueOf(e.getCause()), List.of("the cell could not be evaluated: " + e.getCause()));
        } catch (InterruptedException e) {
            interrupt();
            Thread.currentThread().interrupt();
            throw tracebacks.interrupted(null);
        } finally {
            current = null;
        }
    }

    private void stopAgain(Run run) throws CellFailure {
        if (System.currentTimeMillis() - run.stopAskedAtMillis < GIVE_UP_MILLIS) {
            execution.stopCell();
            return;
        }
        run.abandoned = true;
        execution.abandon();
        thread.shutdown();
        thread = newThread();
        throw tracebacks.runsOn("cells");
    }

    /** What the latest snippet threw, or {@code null}. */
    Throwable thrown() {
        return execution.thrown();
    }

    /** Stops the cell that runs, if one does. May be called from any thread. */
    void interrupt() {
        Run run = current;
        if (run != null) {
            run.stopAskedAtMillis = Math.max(1, System.currentTimeMillis());
            execution.stopCell();
        }
    }

    private Result run(JShell shell, String source, int cell, Run run) throws CellFailure {
        Result result = Result.NONE;
        List<DeclarationSnippet> open = new ArrayList<>();
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            int start = source.length() - rest.length();
            boolean known = info.completeness().isComplete() || info.completeness() == SourceCodeAnalysis.Completeness.CONSIDERED_INCOMPLETE;
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break;
            }
            // An incomplete snippet is evaluated all the same: its diagnostics say what is missing.
            String snippet = known ? info.source() : rest;
            String remaining = known ? info.remaining() : "";
            boolean silent = endsWithSemicolon(rest.substring(0, rest.length() - remaining.length()));
            result = evaluateSnippet(shell, snippet, cell, source, start, silent, open, run);
            rest = remaining;
        }
        for (DeclarationSnippet snippet : open) {
            Status status = shell.status(snippet);
            if (status == Status.RECOVERABLE_NOT_DEFINED || status == Status.RECOVERABLE_DEFINED) {
                String kind = snippet.kind().name().toLowerCase(java.util.Locale.ROOT).replace("_decl", "").replace("var", "variable");
                List<String> names = shell.unresolvedDependencies(snippet).toList();
                if (status == Status.RECOVERABLE_NOT_DEFINED) {
                    throw tracebacks.unresolved(kind + " " + snippet.name(), names, cell, Tracebacks.lineOf(source, Math.max(0, source.indexOf(snippet.source().strip()))));
                }
                System.err.println("note: " + kind + " " + snippet.name() + " cannot be used until this is declared: " + String.join(", ", names));
            }
        }
        return result;
    }

    private Result evaluateSnippet(JShell shell, String snippet, int cell, String source, int start, boolean silent,
            List<DeclarationSnippet> open, Run run) throws CellFailure {
        if (execution.stopWanted() || run.abandoned) {
            throw tracebacks.interrupted(null);
        }
        // Line numbers in traces count from the snippet's first line of code, not from blank lines before it.
        int firstLine = Tracebacks.lineOf(source, start + leading(snippet));
        List<SnippetEvent> events = shell.eval(snippet);
        Result result = Result.NONE;
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                continue;
            }
            Snippet made = event.snippet();
            tracebacks.remember(made, cell, source, firstLine);
            if (event.status() == Status.REJECTED) {
                List<Diag> diagnostics = shell.diagnostics(made).toList();
                throw tracebacks.compileError(diagnostics, cell, source, start);
            }
            JShellException exception = event.exception();
            if (exception != null) {
                throw execution.stopWanted() ? tracebacks.interrupted(exception) : tracebacks.exception(exception, exception instanceof EvalException ? execution.thrown() : null);
            }
            if (made instanceof DeclarationSnippet declaration && event.status() != Status.VALID) {
                open.add(declaration);
            }
            boolean shows = switch (made.subKind()) {
                case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> !silent;
                default -> false;
            };
            result = shows ? new Result(execution.value(), true) : Result.NONE;
        }
        if (execution.stopWanted() || run.abandoned) {
            throw tracebacks.interrupted(null);
        }
        return result;
    }

    private static int leading(String snippet) {
        int at = 0;
        while (at < snippet.length() && Character.isWhitespace(snippet.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether code ends with a semicolon, not counting comments behind it. */
    static boolean endsWithSemicolon(String code) {
        char last = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (code.startsWith("//", i)) {
                int end = code.indexOf('\n', i);
                i = end < 0 ? code.length() : end;
            } else if (code.startsWith("/*", i)) {
                int end = code.indexOf("*/", i + 2);
                i = end < 0 ? code.length() : end + 1;
            } else if (code.startsWith("\"\"\"", i)) {
                int end = code.indexOf("\"\"\"", i + 3);
                i = end < 0 ? code.length() : end + 2;
                last = '"';
            } else if (c == '"' || c == '\'') {
                int end = i + 1;
                while (end < code.length() && code.charAt(end) != c) {
                    end += code.charAt(end) == '\\' ? 2 : 1;
                }
                i = end;
                last = c;
            } else if (!Character.isWhitespace(c)) {
                last = c;
            }
        }
        return last == ';';
    }

    @Override
    public void close() {
        interrupt();
        thread.shutdownNow();
    }
}

package dev.cellvisor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;

/**
 * Runs a script on JShell's API, in this JVM: each snippet in turn, its value shown if it is an expression, until one fails.
 * JDK's own tool goes on after a failure and ends with status 0, so it cannot be used for scripts that are tests too.
 */
final class ScriptRunner {
    private final JShell shell;
    private final String name;

    private ScriptRunner(JShell shell, String name) {
        this.shell = shell;
        this.name = name;
    }

    /** The imports that every script and prompt begins with. */
    static String startup() {
        try (InputStream in = ScriptRunner.class.getResourceAsStream("startup.jsh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a .jsh file, or the code cells of an .ipynb file; gives the exit status. */
    static int run(Path file) {
        List<Source> sources = read(file);
        try (JShell shell = JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of())
                .out(System.out).err(System.err).in(System.in).build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            var runner = new ScriptRunner(shell, file.getFileName().toString());
            if (!runner.run(new Source(1, startup(), ""))) {
                return Command.FAILED;
            }
            for (Source source : sources) {
                if (!runner.run(source)) {
                    return Command.FAILED;
                }
            }
            return Command.OK;
        }
    }

    /** A piece of source: where it begins, and what to call the place. */
    private record Source(int firstLine, String text, String place) {
    }

    private static List<Source> read(Path file) {
        try {
            if (!file.toString().endsWith(".ipynb")) {
                return List.of(new Source(1, Files.readString(file), ""));
            }
            List<Source> cells = new ArrayList<>();
            int number = 0;
            for (JsonNode cell : new ObjectMapper().readTree(file.toFile()).path("cells")) {
                number++;
                if (cell.path("cell_type").asText().equals("code")) {
                    var text = new StringBuilder();
                    JsonNode source = cell.path("source");
                    if (source.isTextual()) {
                        text.append(source.asText());
                    } else {
                        source.forEach(line -> text.append(line.asText()));
                    }
                    cells.add(new Source(1, text.toString(), " cell " + number));
                }
            }
            return cells;
        } catch (NoSuchFileException e) {
            throw new UsageException("the script '" + file + "' does not exist");
        } catch (IOException e) {
            throw new UncheckedIOException("the script '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean run(Source source) {
        String rest = source.text;
        int line = source.firstLine;
        while (!rest.isBlank()) {
            int leading = rest.length() - rest.stripLeading().length();
            line += lines(rest.substring(0, leading));
            rest = rest.substring(leading);
            if (rest.startsWith("/exit")) {
                return true;
            }
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = info.completeness().isComplete();
            if (!whole && info.completeness() != SourceCodeAnalysis.Completeness.EMPTY) {
                // An unknown or unfinished snippet: let the compiler say what is wrong with it.
                return eval(rest, line, source.place);
            }
            if (info.source() != null && !info.source().isBlank() && !eval(info.source(), line, source.place)) {
                return false;
            }
            line += lines(rest.substring(0, rest.length() - info.remaining().length()));
            rest = info.remaining();
        }
        return true;
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private boolean eval(String snippet, int line, String place) {
        for (SnippetEvent event : shell.eval(snippet)) {
            String where = "%s%s:%d".formatted(name, place, line);
            if (event.exception() != null) {
                System.out.flush();
                System.err.println(where + ": " + describe(event.exception()));
                System.err.println(indent(snippet));
                return false;
            }
            if (event.status() == Snippet.Status.REJECTED) {
                System.out.flush();
                shell.diagnostics(event.snippet()).filter(Diag::isError).forEach(diagnostic ->
                        System.err.println(where + ": " + diagnostic.getMessage(null).replace("\n", "\n    ")));
                System.err.println(indent(snippet));
                return false;
            }
            boolean expression = event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    || event.snippet().subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND;
            if (expression && event.causeSnippet() == null && event.value() != null && !event.value().equals("null")) {
                System.out.println(event.snippet() instanceof VarSnippet variable && variable.typeName().equals("String")
                        ? unquoted(event.value()) : event.value());
            }
        }
        return true;
    }

    private static String describe(Throwable exception) {
        if (exception instanceof EvalException eval) {
            String cause = eval.getCause() == null ? "" : " (" + describe(eval.getCause()) + ")";
            return eval.getExceptionClassName().replaceFirst(".*\\.", "") + ": " + eval.getMessage() + cause;
        }
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }

    private static String indent(String snippet) {
        return snippet.stripTrailing().indent(4).stripTrailing();
    }

    /** JShell shows a text as a literal; people want the text. */
    private static String unquoted(String literal) {
        return literal.length() >= 2 && literal.startsWith("\"") && literal.endsWith("\"")
                ? literal.substring(1, literal.length() - 1).translateEscapes() : literal;
    }
}

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
    /** What an {@code /exit} asked for; negative before one. */
    private int exitStatus = -1;

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
                if (runner.exitStatus >= 0) {
                    return runner.exitStatus;
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

    /**
     * A notebook's cell is read as a whole, so its snippets end in semicolons. A script is read line by line, as JShell's prompt
     * does, where a line's end may end a snippet; a line that begins with a dot continues the one before.
     */
    private boolean run(Source source) {
        if (!source.place.isEmpty()) {
            return runAll(source.text, source.firstLine, source.place, true) != null;
        }
        String[] lines = source.text.split("\n", -1);
        var pending = new StringBuilder();
        int first = 1;
        for (int i = 0; i < lines.length; i++) {
            if (pending.isEmpty()) {
                first = source.firstLine + i;
                if (lines[i].matches("/exit\\b.*")) {
                    return exit(lines[i].substring("/exit".length()).strip(), first);
                }
            }
            pending.append(lines[i]).append('\n');
            boolean last = i == lines.length - 1;
            if (last || !lines[i + 1].stripLeading().startsWith(".")) {
                String rest = runAll(pending.toString(), first, "", last);
                if (rest == null) {
                    return false;
                }
                pending.setLength(0);
                pending.append(rest);
            }
        }
        return true;
    }

    /** {@code /exit} ends a script well, {@code /exit expression} with that status: as at JShell's prompt. */
    private boolean exit(String expression, int line) {
        if (expression.isEmpty()) {
            exitStatus = Command.OK;
            return true;
        }
        if (!eval("int $exitStatus = " + expression + ";", line, "", false)) {
            return false;
        }
        exitStatus = Integer.parseInt(shell.varValue(shell.variables().filter(v -> v.name().equals("$exitStatus")).findFirst().orElseThrow())) & 0xff;
        return true;
    }

    /**
     * Evaluates snippets.
     *
     * @param last whether nothing follows: then what is not complete is handed to the compiler all the same, to say what is missing
     * @return what is left because it is not complete; {@code null} after a failure
     */
    private String runAll(String text, int firstLine, String place, boolean last) {
        String rest = text;
        int line = firstLine;
        while (!rest.isBlank()) {
            int leading = rest.length() - rest.stripLeading().length();
            line += lines(rest.substring(0, leading));
            rest = rest.substring(leading);
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            switch (info.completeness()) {
                case EMPTY -> {
                    return last ? "" : rest;
                }
                case COMPLETE, COMPLETE_WITH_SEMI -> {
                    // A semicolon at the end says that the value is not asked for.
                    String snippet = rest.substring(0, rest.length() - info.remaining().length());
                    if (!eval(info.source(), line, place, !snippet.stripTrailing().endsWith(";"))) {
                        return null;
                    }
                    line += lines(snippet);
                    rest = info.remaining();
                }
                case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> {
                    return !last ? rest : eval(rest, line, place, true) ? "" : null;
                }
                case UNKNOWN -> {
                    return eval(rest, line, place, true) ? "" : null;
                }
            }
        }
        return "";
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private boolean eval(String snippet, int line, String place, boolean show) {
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
            if (show && expression && event.causeSnippet() == null && event.value() != null && !event.value().equals("null")) {
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

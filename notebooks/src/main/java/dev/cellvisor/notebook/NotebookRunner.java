package dev.cellvisor.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.view.Show;
import dev.cellvisor.view.View;
import dev.cellvisor.view.Views;
import dev.cellvisor.vm.KeptFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Executes a notebook from top to bottom in this JVM, without Jupyter, as our kernel would: the same evaluator, the same displays.
 * The outputs hold nothing of the host and no random ids, so that executing again gives the same file.
 */
public final class NotebookRunner {
    private final Consumer<String> progress;

    /** @param progress told one line per cell */
    public NotebookRunner(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * How it went.
     *
     * @param cells how many code cells were executed
     * @param failure the failing cell's number and traceback, or {@code null} if all passed
     * @param changed whether any output differs from the stored one
     */
    public record Report(int cells, String failure, boolean changed) {

        /** Whether no cell failed. */
        public boolean passed() {
            return failure == null;
        }
    }

    /**
     * Executes a notebook, with every run of its VMs executed.
     *
     * @param notebook the file
     * @param save whether to write the outputs back into it; a failing notebook is never written
     * @throws IOException if it cannot be read or written
     */
    public Report run(Path notebook, boolean save) throws IOException {
        return KeptFolder.executing(() -> execute(notebook, save));
    }

    private Report execute(Path notebook, boolean save) throws IOException {
        NotebookFile file = NotebookFile.read(notebook);
        String before = file.text();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        int number = 0;
        try (var evaluator = new CellEvaluator(Startup.snippets())) {
            for (ObjectNode cell : file.codeCells()) {
                number++;
                String source = NotebookFile.source(cell);
                progress.accept("cell " + number + ": " + source.strip().lines().findFirst().orElse(""));
                var outputs = new Outputs();
                String failure = execute(evaluator, source, number, outputs);
                if (failure != null) {
                    return new Report(number, failure, true);
                }
                cell.put("execution_count", number);
                cell.set("outputs", outputs.list);
            }
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
            Show.to(Show.TERMINAL);
        }
        boolean changed = !file.text().equals(before);
        if (save && changed) {
            file.write(notebook);
        }
        return new Report(number, null, changed);
    }

    private static String execute(CellEvaluator evaluator, String source, int number, Outputs outputs) {
        var out = new PrintStream(outputs.stream("stdout"), true, StandardCharsets.UTF_8);
        var err = new PrintStream(outputs.stream("stderr"), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        Show.to(outputs::show);
        try {
            CellEvaluator.Result result = evaluator.evaluate(source, number);
            outputs.drain();
            if (result.present()) {
                outputs.result(Views.of(result.value()), number);
            }
            return null;
        } catch (CellFailure failure) {
            outputs.drain();
            return "cell [" + number + "]: " + failure.name() + ": " + failure.getMessage() + "\n"
                    + String.join("\n", failure.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
        } finally {
            outputs.close();
        }
    }

    /** The outputs of one cell, as nbformat stores them. */
    private static final class Outputs {
        final ArrayNode list = NotebookFile.array();
        private final CellOutput out = new CellOutput();
        private final CellOutput err = new CellOutput();

        CellOutput stream(String name) {
            CellOutput stream = name.equals("stdout") ? out : err;
            stream.to(text -> append(name, text));
            return stream;
        }

        void close() {
            out.to(null);
            err.to(null);
        }

        void drain() {
            System.out.flush();
            System.err.flush();
            out.drain();
            err.drain();
        }

        private synchronized void append(String name, String text) {
            JsonNode last = list.isEmpty() ? null : list.get(list.size() - 1);
            ObjectNode stream;
            String old = "";
            if (last instanceof ObjectNode object && object.path("name").asText().equals(name)) {
                stream = object;
                old = NotebookFile.join(object.path("text"));
            } else {
                stream = list.addObject().put("name", name).put("output_type", "stream");
            }
            stream.set("text", NotebookFile.lines(old + text));
        }

        synchronized void result(View view, int number) {
            ObjectNode output = list.addObject();
            fill(output, view);
            output.put("execution_count", number).put("output_type", "execute_result");
        }

        Show.Shown show(View view) {
            drain();
            ObjectNode output = list.addObject();
            synchronized (this) {
                fill(output, view);
                output.put("output_type", "display_data");
            }
            return value -> {
                synchronized (this) {
                    fill(output, Views.of(value));
                }
            };
        }

        private static void fill(ObjectNode output, View view) {
            ObjectNode data = NotebookFile.object();
            view.byMimeType().forEach((type, text) -> data.set(type, NotebookFile.lines(text)));
            output.set("data", data);
            output.set("metadata", NotebookFile.object());
        }
    }
}

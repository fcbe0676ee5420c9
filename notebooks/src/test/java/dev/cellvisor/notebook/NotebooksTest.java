package dev.cellvisor.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.images.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes every chapter: in this JVM always, and through Jupyter's own nbconvert where that is installed. */
class NotebooksTest {
    private static final int MOST_BYTES = 300 << 10;

    @TempDir
    Path directory;

    static List<Path> chapters() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("chapters").toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        }
    }

    private static void needsImage(Path chapter) throws IOException {
        assumeTrue(!Files.readString(chapter).contains("Live.image()") || Images.find(Images.DEFAULT).isPresent(),
                "skipped: the guest image is not built; ./cellvisor images --build builds it");
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void runsInThisJvm(Path chapter) throws IOException {
        needsImage(chapter);
        NotebookRunner.Report report = new NotebookRunner(line -> { }).run(chapter, false);
        assertNull(report.failure(), report.failure());
        assertTrue(report.cells() >= 10, "a chapter has cells");
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void runsThroughJupyter(Path chapter) throws Exception {
        Jupyter jupyter = Jupyter.find("nbconvert", "nbclient", "jupyter_client");
        assumeTrue(jupyter != null, "skipped: " + Jupyter.missing("nbconvert", "nbclient", "jupyter_client"));
        needsImage(chapter);
        assertNull(lab().throughJupyter(jupyter, chapter));
    }

    private Lab lab() {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Lab(directory, out, out);
    }

    @Test
    void aFailingCellFailsTheNotebookInBothWays() throws Exception {
        Path notebook = notebook("int fine = 1;", "throw new IllegalStateException(\"on purpose\");");
        NotebookRunner.Report report = new NotebookRunner(line -> { }).run(notebook, true);
        assertTrue(report.failure().startsWith("cell [2]: IllegalStateException: on purpose"), report.failure());
        assertFalse(Files.readString(notebook).contains("on purpose\\n"), "a failing notebook is not written");
        Jupyter jupyter = Jupyter.find("nbconvert", "nbclient", "jupyter_client");
        assumeTrue(jupyter != null, "skipped the half with Jupyter: " + Jupyter.missing("nbconvert"));
        String failure = lab().throughJupyter(jupyter, notebook);
        assertNotNull(failure);
        assertTrue(failure.contains("on purpose"), failure);
    }

    @Test
    void outputsAreStoredAsJupyterStoresThemAndAreTheSameEachTime() throws IOException {
        Path notebook = notebook("System.out.println(\"one\"); System.err.println(\"two\"); var d = display(1); d.update(2);",
                "new Table(\"\").left(\"a\").row(\"b\")", "Vm.builder(\"t\").memoryMiB(16).build().map()");
        new NotebookRunner(line -> { }).run(notebook, true);
        List<ObjectNode> cells = NotebookFile.read(notebook).codeCells();
        assertEquals("[\"one\\n\"]", cells.get(0).at("/outputs/0/text").toString());
        assertEquals("stderr", cells.get(0).at("/outputs/1/name").asText());
        assertEquals("display_data", cells.get(0).at("/outputs/2/output_type").asText());
        assertEquals("[\"2\"]", cells.get(0).at("/outputs/2/data/text~1plain").toString());
        assertEquals("execute_result", cells.get(1).at("/outputs/0/output_type").asText());
        assertEquals(2, cells.get(1).path("execution_count").asInt());
        assertFalse(new NotebookRunner(line -> { }).run(notebook, true).changed(), "executing again changes nothing");
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void isSmallCarriesItsOutputsAndNamesNothingOfTheHost(Path chapter) throws IOException {
        String text = Files.readString(chapter);
        assertTrue(Files.size(chapter) < MOST_BYTES, chapter + " has " + Files.size(chapter) + " bytes");
        for (ObjectNode cell : NotebookFile.read(chapter).codeCells()) {
            assertFalse(cell.path("execution_count").isNull(), "a cell without its number: run ./cellvisor lab --save\n" + NotebookFile.source(cell));
        }
        assertFalse(text.contains("/root/") || text.contains("/home/") || text.contains("/work/"), "absolute paths of a machine");
        assertFalse(text.contains("\"traceback\""), "a stored failure");
        assertFalse(text.contains("<script"), "JavaScript");
    }

    private Path notebook(String... cells) throws IOException {
        return write(directory.resolve("made.ipynb"), List.of(cells));
    }

    /** Writes a notebook of some cells that were not executed yet. */
    static Path write(Path file, List<String> cells) throws IOException {
        ObjectNode root = NotebookFile.object();
        var list = root.putArray("cells");
        for (String cell : cells) {
            ObjectNode node = list.addObject().put("cell_type", "code").put("source", cell);
            node.putNull("execution_count");
            node.putArray("outputs");
            node.putObject("metadata");
        }
        root.putObject("metadata").putObject("kernelspec").put("name", KernelSpec.NAME).put("display_name", "x").put("language", "java");
        root.put("nbformat", 4).put("nbformat_minor", 4);
        return Files.writeString(file, root.toString());
    }
}

package dev.cellvisor.notebook;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A notebook on disk, in the format of Jupyter's nbformat 4, written as Jupyter writes it. */
final class NotebookFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ObjectNode root;

    private NotebookFile(ObjectNode root) {
        this.root = root;
    }

    /** @throws IOException if it cannot be read or is no notebook */
    static NotebookFile read(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        if (!(root instanceof ObjectNode object) || object.path("nbformat").asInt() != 4 || !object.path("cells").isArray()) {
            throw new IOException(file + " is not a notebook of nbformat 4");
        }
        return new NotebookFile(object);
    }

    /** The code cells, in order. */
    List<ObjectNode> codeCells() {
        List<ObjectNode> cells = new ArrayList<>();
        for (JsonNode cell : root.path("cells")) {
            if (cell.path("cell_type").asText().equals("code")) {
                cells.add((ObjectNode) cell);
            }
        }
        return cells;
    }

    /** A cell's source. */
    static String source(ObjectNode cell) {
        return join(cell.path("source"));
    }

    /** A text that nbformat stores as one string or as a list of lines. */
    static String join(JsonNode text) {
        if (!text.isArray()) {
            return text.asText();
        }
        var out = new StringBuilder();
        text.forEach(line -> out.append(line.asText()));
        return out.toString();
    }

    /** The same text as a list of lines, as Jupyter stores it. */
    static ArrayNode lines(String text) {
        ArrayNode lines = JSON.createArrayNode();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** Writes it, at once or not at all. */
    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text(), StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** As Jupyter writes it: an indent of one space. */
    String text() throws IOException {
        var indent = new DefaultIndenter(" ", "\n");
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("").withObjectEmptySeparator(""));
        printer.indentArraysWith(indent);
        printer.indentObjectsWith(indent);
        return JSON.writer(printer).without(JsonGenerator.Feature.ESCAPE_NON_ASCII).writeValueAsString(root) + "\n";
    }
}

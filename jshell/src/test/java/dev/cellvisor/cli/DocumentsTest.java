package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.cellvisor.images.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java in the README and the guide runs as it stands there, block after block, but for blocks marked {@code no-run}. */
class DocumentsTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/GUIDE.md"})
    void theExamplesOfADocumentRun(String document, @TempDir Path directory) throws IOException {
        List<String> blocks = new ArrayList<>();
        var matcher = BLOCK.matcher(Files.readString(Path.of("..").resolve(document)));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertFalse(blocks.isEmpty(), document + " has no examples");
        Path script = directory.resolve("document.jsh");
        Files.writeString(script, String.join("\n", blocks));
        // What is kept is kept in here: another test's run or an earlier one's must not stand for this, nor this for others.
        if (Files.exists(Images.cache().resolve("images"))) {
            Files.createSymbolicLink(directory.resolve("images"), Images.cache().resolve("images").toAbsolutePath());
        }
        String before = System.setProperty("cellvisor.cache", directory.toString());
        try {
            assertEquals(Command.OK, ScriptRunner.run(script), document + ": see the error above");
        } finally {
            if (before == null) {
                System.clearProperty("cellvisor.cache");
            } else {
                System.setProperty("cellvisor.cache", before);
            }
        }
    }
}

package dev.cellvisor.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel, driven by Jupyter's own client. */
class KernelTest {
    @TempDir
    Path directory;

    @Test
    void jupytersOwnClientGetsWhatItExpects() throws Exception {
        Jupyter jupyter = Jupyter.find("jupyter_client");
        assumeTrue(jupyter != null, "skipped: " + Jupyter.missing("jupyter_client"));
        Files.createDirectories(directory.resolve("runtime"));
        KernelSpec.install(directory);
        Path script = Path.of("src", "test", "python", "kernel_check.py").toAbsolutePath();
        Jupyter.Ended ended = Jupyter.finish(jupyter.script(directory, script, directory.toString()), 180);
        assertEquals(0, ended.status(), ended.output());
    }

    @Test
    void aKernelWhoseJupyterWasKilledEndsToo() throws Exception {
        Jupyter jupyter = Jupyter.find("jupyter_client");
        assumeTrue(jupyter != null, "skipped: " + Jupyter.missing("jupyter_client"));
        Files.createDirectories(directory.resolve("runtime"));
        KernelSpec.install(directory);
        Path script = Path.of("src", "test", "python", "kernel_check.py").toAbsolutePath();
        Process client = jupyter.script(directory, script, directory.toString(), "orphan").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long kernel = Long.parseLong(client.inputReader().readLine().strip());
        ProcessHandle process = ProcessHandle.of(kernel).orElseThrow();
        client.destroyForcibly();
        process.onExit().get(60, java.util.concurrent.TimeUnit.SECONDS);
    }

    @Test
    void theKernelspecNamesThisJavaByItsAbsolutePath() throws Exception {
        var json = new ObjectMapper().readTree(KernelSpec.install(directory).resolve("kernel.json").toFile());
        String java = json.at("/argv/0").asText();
        assertTrue(Path.of(java).isAbsolute() && Files.isExecutable(Path.of(java)), java);
        assertEquals("message", json.path("interrupt_mode").asText());
        List<String> argv = new java.util.ArrayList<>();
        json.path("argv").forEach(argument -> argv.add(argument.asText()));
        assertTrue(argv.contains("--enable-native-access=ALL-UNNAMED"), argv.toString());
        assertEquals("{connection_file}", argv.getLast());
    }
}

package dev.cellvisor.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cellvisor.images.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An experiment in one archive: packed here, unpacked in an empty folder, and repeated there by a JVM that has nothing but that folder. */
@Timeout(300)
class BundleTest {
    @TempDir
    private Path folder;

    /** Begins to boot Linux with a disk, and reads a file of its own. The whole boot would take longer, and prove no more. */
    private static final String SCRIPT = """
            var image = Images.ensure("minimal", Progress.none())
            var vm = Vm.builder("boots").memoryMiB(128).build()
            vm.attach(BlockDevice.of(new OverlayBackend(FileBackend.openReadOnly(image.disk()))).build())
            image.on(vm).prepare()
            vm.tryRunUntil(instructions(3_000_000))
            vm.type("typed")
            vm.tryRunUntil(instructions(500_000))
            """;

    /** Runs something in a folder with only Java, and with no environment that says anything of us. */
    private record Ended(int status, String output) {
        static Ended of(Path in, String... command) throws IOException, InterruptedException {
            Path log = Files.createTempFile("bundle", ".log");
            var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(Map.of("PATH", "/nowhere", "HOME", in.toString(), "CELLVISOR_CACHE", "/nowhere"));
            Process process = builder.start();
            assertTrue(process.waitFor(200, TimeUnit.SECONDS), "it did not end");
            String output = Files.readString(log);
            Files.delete(log);
            return new Ended(process.exitValue(), output);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void unpack(Path archive, Path into) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
    }

    private static String bundle(Path script, Path archive) {
        PrintStream before = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(0, Bundle.run(script.toString(), archive.toString()));
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anUnpackedBundleReplaysToItsHashWithNothingButAJdk() throws Exception {
        assumeTrue(Images.find(Images.DEFAULT).isPresent(), "skipped: the guest image is not built; ./cellvisor images --build builds it");
        Path script = folder.resolve("boots.jsh");
        Files.writeString(script, SCRIPT);
        Path archive = folder.resolve("boots.zip");
        String said = bundle(script, archive);
        var hash = Pattern.compile("^boots: ([0-9a-f]{64})$", Pattern.MULTILINE).matcher(said);
        assertTrue(hash.find(), said);
        Files.delete(script);

        Path empty = Files.createDirectory(folder.resolve("empty"));
        unpack(archive, empty);
        long start = System.nanoTime();
        Ended replay = Ended.of(empty, java(), "-jar", "replay.jar");
        assertEquals(0, replay.status, replay::output);
        assertTrue(replay.output.contains("boots: " + hash.group(1)) && replay.output.contains("the same as before"), replay::output);
        System.out.printf("figure: a bundle of a Linux that begins to boot has %.1f MiB, and replays in %.1f s to the same hash%n", Files.size(archive) / 1048576.0,
                (System.nanoTime() - start) / 1e9);
        assertTrue(Files.readString(Files.list(empty.resolve("inputs")).findFirst().orElseThrow()).contains("TYPE \"\" 7479706564"), "the log of inputs");
    }

    @Test
    void aNotebookIsPackedWithItsOwnDisplaysAndFromClassesOnly() throws Exception {
        Path notebook = folder.resolve("small.ipynb");
        var cells = List.of("var vm = Vm.builder(\\\"small\\\").memoryMiB(4).build(); vm.load(0x40000000L, asm(\\\"add x0, x0, #1\\\")); vm.cpu(0).set(\\\"pc\\\", 0x40000000L); vm.step();",
                "display(vm.cpu(0))");
        Files.writeString(notebook, "{\"cells\":[" + String.join(",", cells.stream().map(cell -> "{\"cell_type\":\"code\",\"metadata\":{},\"outputs\":[],\"execution_count\":null,\"source\":\""
                + cell + "\"}").toList()) + "],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}");
        Path archive = folder.resolve("small.zip");
        bundle(notebook, archive);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        unpack(archive, empty);
        Ended replay = Ended.of(empty, java(), "-jar", "replay.jar");
        assertEquals(0, replay.status, replay::output);
        assertTrue(Pattern.compile("^small: [0-9a-f]{64}$", Pattern.MULTILINE).matcher(replay.output).find(), replay::output);
        assertFalse(replay.output.contains("WARNING"), "native access is granted by the manifest: " + replay.output);

        // What is not the same is seen: a file that was changed; and another experiment, though its sum is set right.
        Path copy = empty.resolve("small.ipynb");
        String other = Files.readString(copy).replace("x0, #1", "x0, #2");
        Files.writeString(copy, other);
        String message = assertThrows(IllegalStateException.class, () -> BundleReplay.run(empty)).getMessage();
        assertTrue(message.contains("small.ipynb is not what it was"), message);
        var json = new ObjectMapper().readTree(empty.resolve("bundle.json").toFile());
        ((com.fasterxml.jackson.databind.node.ObjectNode) json.path("sha256")).put("small.ipynb", dev.cellvisor.state.Sha256.hex(other.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(empty.resolve("bundle.json"), json.toString());
        String classPath = System.getProperty("java.class.path");
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(1, BundleReplay.run(empty), "by this JVM, which saves a start");
        } finally {
            System.setErr(err);
            System.setProperty("java.class.path", classPath);
            System.clearProperty("cellvisor.cache");
        }
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("not the same: VM 'small' came to"), said::toString);
    }

    @Test
    void whatHasNoHashOrAnotherEachTimeIsRefused() throws IOException {
        Path script = folder.resolve("bad.jsh");
        Files.writeString(script, "1 + 1\n");
        assertTrue(assertThrows(IllegalStateException.class, () -> bundle(script, folder.resolve("bad.zip"))).getMessage().contains("leaves no emulated VM open"));
        Files.writeString(script, "var vm = Vm.builder(\"clock\").memoryMiB(4).build()\nvm.step(5)\nvm.cpu(0).set(\"x9\", System.nanoTime())\n");
        String message = assertThrows(IllegalStateException.class, () -> bundle(script, folder.resolve("bad.zip"))).getMessage();
        assertTrue(message.contains("does not come to the same each time") && message.contains("cpu0.x9"), message);
        assertFalse(Files.exists(folder.resolve("bad.zip")));
    }
}

package dev.cellvisor.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cellvisor.state.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Repeats the experiment of an unpacked {@link Bundle}: {@code java -jar replay.jar}. The status is 0 if every VM came to its hash. */
public final class BundleReplay {
    private BundleReplay() {
    }

    /** Checks the files beside replay.jar, runs the script, and compares. */
    public static void main(String... arguments) {
        int status;
        try {
            status = run(folder());
        } catch (IOException | IllegalStateException e) {
            System.err.println("replay: " + e.getMessage());
            status = 1;
        }
        System.out.flush();
        System.exit(status); // JShell may have left threads
    }

    /** Where replay.jar is: it is the class path that this JVM was started with. */
    private static Path folder() {
        Path parent = Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }

    static int run(Path folder) throws IOException {
        Path file = folder.resolve(Bundle.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("there is no " + Bundle.MANIFEST + " in " + folder + ": is the archive unpacked?");
        }
        JsonNode manifest = new ObjectMapper().readTree(file.toFile());
        if (!manifest.path("format").asText().equals(Bundle.FORMAT) || manifest.path("version").asInt() != Bundle.VERSION) {
            throw new IllegalStateException("%s is %s of version %s, not %s of version %d".formatted(file, manifest.path("format"), manifest.path("version"), Bundle.FORMAT, Bundle.VERSION));
        }
        check(folder, manifest.path("sha256"));
        for (JsonNode image : manifest.path("images")) {
            touch(folder.resolve(image.path("directory").asText()), FileTime.fromMillis(1000 * image.path("rtcSeconds").asLong()));
        }
        System.setProperty("cellvisor.cache", folder.resolve("cache").toString());
        System.setProperty("java.class.path", libraries(folder));
        Outcome expected = expected(folder, manifest);
        Outcome came = Outcome.ofRun(folder.resolve(manifest.path("script").asText()));
        String difference = expected.difference(came);
        if (!difference.isEmpty()) {
            System.err.println("replay: not the same: " + difference);
            return 1;
        }
        came.machines().forEach(machine -> System.out.println(machine.name() + ": " + machine.fingerprint()));
        System.out.println("the same as before");
        return 0;
    }

    private static void check(Path folder, JsonNode sums) throws IOException {
        for (Iterator<Map.Entry<String, JsonNode>> all = sums.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> sum = all.next();
            Path file = folder.resolve(sum.getKey());
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException(sum.getKey() + " is missing: unpack the archive again");
            }
            if (!Sha256.hex(Files.readAllBytes(file)).equals(sum.getValue().asText())) {
                throw new IllegalStateException(sum.getKey() + " is not what it was: its SHA-256 is another than in " + Bundle.MANIFEST);
            }
        }
    }

    /** An image is known by the times of its files, which unpacking changes; their contents have just been checked. */
    private static void touch(Path image, FileTime time) throws IOException {
        try (var files = Files.list(image)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static String libraries(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("lib"))) {
            return String.join(File.pathSeparator, files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList());
        }
    }

    private static Outcome expected(Path folder, JsonNode manifest) throws IOException {
        List<Outcome.Machine> machines = new ArrayList<>();
        for (JsonNode machine : manifest.path("machines")) {
            machines.add(new Outcome.Machine(machine.path("name").asText(), machine.path("instructions").asLong(), machine.path("fingerprint").asText(),
                    Files.readString(folder.resolve(machine.path("inputs").asText()), StandardCharsets.UTF_8)));
        }
        return new Outcome(machines);
    }
}

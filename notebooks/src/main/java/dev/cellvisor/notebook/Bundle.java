package dev.cellvisor.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Manifest;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.WholeFile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What {@code ./cellvisor bundle} does: an experiment as one zip archive that anybody with a JDK 25 can repeat, on any system, without a network: the notebook or script, the
 * guest images that it used, what came into its VMs, the hashes to which they came, and our classes.
 *
 * <pre>
 * replay.jar      java -jar replay.jar
 * bundle.json     the script, the VMs with their fingerprints, the SHA-256 of every other file
 * lib/            our classes, and the libraries that they use
 * cache/images/   guest images, as they lie in the cache
 * inputs/         for each VM what came in, as text
 * </pre>
 */
public final class Bundle {
    static final String MANIFEST = "bundle.json";
    static final String FORMAT = "cellvisor-bundle";
    static final int VERSION = 1;
    /** What tests and benchmarks have on their class path, and nobody else needs. */
    private static final List<String> LEFT_OUT = List.of("bench", "jmh", "junit", "surefire", "archunit", "opentest4j", "apiguardian", "test-classes", "jopt-simple", "commons-math");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path script;
    private final List<Path> with;
    private final PrintStream out;
    private final ObjectNode files = JSON.createObjectNode();

    private Bundle(Path script, List<Path> with, PrintStream out) {
        this.script = script;
        this.with = with;
        this.out = out;
    }

    /**
     * What the command line calls.
     *
     * @param words the notebook or script, the archive's path, and further files that the script reads, in relative paths
     * @return an exit status
     */
    public static int run(String... words) {
        Path script = Path.of(words[0]);
        Path archive = Path.of(words[1]);
        List<Path> with = Stream.of(words).skip(2).map(Path::of).toList();
        for (Path file : Stream.concat(Stream.of(script), with.stream()).toList()) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("'" + file + "' does not exist");
            }
            if (with.contains(file) && (file.isAbsolute() || file.normalize().startsWith(".."))) {
                throw new IllegalArgumentException("--with " + file + ": a path from the working directory down, as the script names it");
            }
        }
        try {
            return new Bundle(script, with, System.out).write(archive);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("'" + e.getFile() + "' does not exist", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle cannot be written: " + e.getMessage(), e);
        }
    }

    private int write(Path archive) throws IOException {
        out.println("running " + script.getFileName() + " for its hashes");
        Outcome first = Outcome.ofRun(script);
        List<GuestImage> images = Images.given();
        if (first.machines().isEmpty()) {
            throw new IllegalStateException(script.getFileName() + " leaves no emulated VM open at its end, so there is no hash to come to");
        }
        out.println("running it again, to see that it comes to the same");
        String difference = first.difference(Outcome.ofRun(script));
        if (!difference.isEmpty()) {
            throw new IllegalStateException(script.getFileName() + " does not come to the same each time, so it cannot be replayed: " + difference
                    + ". What comes from a live network or clock is in vm.inputs(); vm.recording(…) repeats it");
        }
        WholeFile.put(archive, channel -> {
            var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            zip.setLevel(Deflater.BEST_SPEED);
            pack(zip, first, images);
            zip.finish();
            zip.flush();
        });
        first.machines().forEach(machine -> out.println(machine.name() + ": " + machine.fingerprint()));
        out.printf(Locale.ROOT, "%s: %.1f MiB; unpack it anywhere (jar xf %s), then: java -jar replay.jar%n", archive, Files.size(archive) / 1048576.0, archive.getFileName());
        return 0;
    }

    private void pack(ZipOutputStream zip, Outcome outcome, List<GuestImage> images) throws IOException {
        List<String> libraries = new ArrayList<>();
        for (String entry : classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (!entry.isEmpty() && Files.exists(path) && LEFT_OUT.stream().noneMatch(path.toString()::contains)) {
                libraries.add(library(zip, path));
            }
        }
        add(zip, "replay.jar", launcher(libraries));
        add(zip, script.getFileName().toString(), Files.readAllBytes(script));
        for (Path file : with) {
            add(zip, slashed(file), Files.readAllBytes(file));
        }
        for (GuestImage image : images) {
            String folder = "cache/images/" + image.directory().getFileName() + "/";
            for (Manifest.Output output : image.manifest().outputs()) {
                add(zip, folder + output.path(), Files.readAllBytes(image.directory().resolve(output.path())));
            }
            add(zip, folder + "manifest.json", image.manifest().toJson());
        }
        for (Outcome.Machine machine : outcome.machines()) {
            add(zip, "inputs/" + machine.fileName(), machine.inputs().getBytes(StandardCharsets.UTF_8));
        }
        add(zip, "README.txt", readme().getBytes(StandardCharsets.UTF_8));
        ObjectNode manifest = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION).put("script", script.getFileName().toString());
        ArrayNode machines = manifest.putArray("machines");
        outcome.machines().forEach(machine -> machines.addObject().put("name", machine.name()).put("instructions", machine.instructions())
                .put("fingerprint", machine.fingerprint()).put("inputs", "inputs/" + machine.fileName()));
        ArrayNode of = manifest.putArray("images");
        images.forEach(image -> of.addObject().put("directory", "cache/images/" + image.directory().getFileName()).put("rtcSeconds", image.manifest().rtcSeconds()));
        manifest.set("sha256", files);
        put(zip, MANIFEST, JSON.writeValueAsBytes(manifest));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** A jar as it is, or a jar of a folder of classes. */
    private String library(ZipOutputStream zip, Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            String name = "lib/" + path.getFileName();
            if (!files.has(name)) {
                add(zip, name, Files.readAllBytes(path));
            }
            return name;
        }
        Path module = path.getParent() == null || path.getParent().getParent() == null ? path : path.getParent().getParent();
        String name = "lib/cellvisor-" + module.getFileName() + ".jar";
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes); Stream<Path> all = Files.walk(path)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                put(jar, slashed(path.relativize(file)), Files.readAllBytes(file));
            }
        }
        add(zip, name, bytes.toByteArray());
        return name;
    }

    private static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }

    /** A jar without classes: what is to be started, and where the others are. */
    private static byte[] launcher(List<String> libraries) throws IOException {
        var manifest = new java.util.jar.Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, BundleReplay.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
        manifest.getMainAttributes().put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        var bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }

    private String readme() {
        return """
                This is an experiment that was made with Cellvisor. To repeat it you need a JDK 25 or newer (a JDK and not a JRE), on any system:

                    java -jar replay.jar

                It checks every file, runs %s, and says whether each VM came to the hash that it came to before; the status is 0 then.
                The hashes are in bundle.json; what came in from outside is in inputs.
                """.formatted(script.getFileName());
    }

    private void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        files.put(name, Sha256.hex(content));
        put(zip, name, content);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0)); // the same experiment gives the same bytes
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}

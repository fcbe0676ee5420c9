package dev.cellvisor.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * A Java runtime for another architecture, as a piece of an initramfs: this JDK's own jlink, over the modules of Debian's OpenJDK for that
 * architecture, and the shared libraries that it needs. Made once, kept in {@code <cache>/lab/<architecture>}; no root, and nothing of the
 * system's apt is written. Only Debian has the packages; they are named, not located: the suite's archive is the host's own.
 *
 * @param archive a newc archive: the runtime below {@code /jre}, libraries in {@code /lib}
 * @param packages which packages it was made of, one line each: name and version
 */
public record CrossRuntime(Path archive, List<String> packages) {
    /** Raised whenever the same packages give another archive. */
    private static final int BUILDER = 1;
    /** The first of Debian's releases that has OpenJDK 25. */
    private static final String SUITE = "trixie";
    private static final String MODULES = "java.base";
    private static final List<String> LIBRARIES = List.of("libc6", "libgcc-s1", "libstdc++6", "zlib1g");
    private static final long ROOM_NEEDED_BYTES = 1L << 30;

    /** Where the archive has the runtime: {@code jre/bin/java}. */
    public static final String HOME = "jre";

    /**
     * The runtime for an architecture, made if it is not there.
     *
     * @param architecture Debian's name of it: {@code arm64}
     * @throws ImageException with one sentence if it cannot be had
     */
    public static CrossRuntime ensure(String architecture, Progress progress) {
        return ensure(Images.cache(), Apt.Host.SYSTEM, architecture, progress);
    }

    static CrossRuntime ensure(Path cache, Apt.Host host, String architecture, Progress progress) {
        Path directory = cache.toAbsolutePath().resolve("lab").resolve(architecture);
        try {
            CrossRuntime made = find(directory);
            if (made != null) {
                return made;
            }
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                assert held.isValid();
                made = find(directory); // by another process, meanwhile
                return made != null ? made : build(directory, host, architecture, progress);
            }
        } catch (IOException e) {
            throw new ImageException("The " + architecture + " Java runtime cannot be made in " + directory + ": " + e.getMessage() + ".", e);
        }
    }

    private static String key() {
        return "builder " + BUILDER + ", jlink " + Runtime.version() + ", " + MODULES;
    }

    private static CrossRuntime find(Path directory) throws IOException {
        Path list = directory.resolve("runtime.txt");
        Path archive = directory.resolve("runtime.cpio");
        if (!Files.isRegularFile(list) || !Files.isRegularFile(archive)) {
            return null;
        }
        List<String> lines = Files.readAllLines(list);
        return !lines.isEmpty() && lines.getFirst().equals(key() + ", " + Files.size(archive) + " bytes")
                ? new CrossRuntime(archive, lines.subList(1, lines.size())) : null;
    }

    private static CrossRuntime build(Path directory, Apt.Host host, String architecture, Progress progress) throws IOException {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            throw new ImageException("The Java that runs this has no jlink, which makes the " + architecture + " runtime: use a whole JDK.");
        }
        if (!Apt.present(host)) {
            throw new ImageException("The " + architecture + " Java runtime is made of Debian's packages, and this machine has no apt-get and apt-cache.");
        }
        if (Files.getFileStore(directory).getUsableSpace() < ROOM_NEEDED_BYTES) {
            throw new ImageException("There is no room for the " + architecture + " Java runtime: making it takes 1 GiB in " + directory + ".");
        }
        Path temporary = Files.createTempDirectory(directory, ".tmp-");
        try {
            Apt apt = new Apt(host, Files.createDirectory(temporary.resolve("apt")), architecture, SUITE);
            progress.phase("Reading Debian's package lists (" + SUITE + ", " + architecture + ")");
            apt.update(progress);
            int feature = Runtime.version().feature();
            List<String> names = new ArrayList<>(LIBRARIES);
            names.addFirst("openjdk-" + feature + "-jdk-headless");
            List<String> versions = new ArrayList<>();
            Contents contents = new Contents(Files.createDirectory(temporary.resolve("jmods")));
            for (String name : names) {
                Apt.Package found = apt.candidate(name);
                versions.add(found.name() + " " + found.version());
                progress.phase("Fetching " + found.name());
                Path deb = apt.download(found, Files.createDirectory(temporary.resolve(name)), progress);
                if (!Hashes.sha256(deb).equals(found.sha256())) {
                    throw new ImageException("Package " + found.name() + " " + found.version() + " came with a bad checksum: try again.");
                }
                progress.phase("Unpacking " + found.name());
                DebPackage.read(deb, progress, contents);
                Files.delete(deb);
            }
            progress.phase("Linking the " + architecture + " runtime");
            Path runtime = temporary.resolve("runtime");
            run(jlink.toString(), "--module-path", contents.jmods.toString(), "--add-modules", MODULES, "--strip-java-debug-attributes",
                    "--no-man-pages", "--no-header-files", "--output", runtime.toString());
            Path archive = temporary.resolve("runtime.cpio");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
                tree(runtime, contents).write(out, 0);
            }
            Files.move(archive, directory.resolve("runtime.cpio"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            List<String> lines = new ArrayList<>(versions);
            lines.addFirst(key() + ", " + Files.size(directory.resolve("runtime.cpio")) + " bytes");
            Files.write(directory.resolve("runtime.txt"), lines);
            return new CrossRuntime(directory.resolve("runtime.cpio"), versions);
        } finally {
            FileUtils.deleteQuietly(temporary.toFile());
        }
    }

    /** What is taken of the packages: the modules as files, shared libraries in memory. */
    private static final class Contents implements DebPackage.Visitor {
        final Path jmods;
        final SharedLibraries libraries = new SharedLibraries();

        Contents(Path jmods) {
            this.jmods = jmods;
        }

        @Override
        public void file(String path, long mtimeSeconds, java.io.InputStream content) throws IOException {
            if (path.endsWith(".jmod")) {
                Files.copy(content, jmods.resolve(SharedLibraries.name(path)));
            } else {
                libraries.file(path, mtimeSeconds, content);
            }
        }

        @Override
        public void link(String path, String target) {
            libraries.link(path, target);
        }
    }

    private static CpioTree tree(Path runtime, Contents contents) throws IOException {
        CpioTree tree = new CpioTree();
        Set<String> own = new LinkedHashSet<>();
        List<String> needed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(runtime)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                own.add(file.getFileName().toString());
                needed.addAll(ElfNeeded.of(bytes));
                tree.file(HOME + "/" + runtime.relativize(file).toString().replace('\\', '/'), Files.isExecutable(file) ? 0755 : 0644, bytes);
            }
        }
        contents.libraries.add(tree, needed, own);
        return tree;
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new ImageException(command[0] + " failed: " + output.replaceAll("\\s+", " "));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("Making the runtime was interrupted.", e);
        }
    }
}

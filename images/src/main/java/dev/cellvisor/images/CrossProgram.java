package dev.cellvisor.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * A program of a Debian package for another architecture, with the shared libraries that it needs, as a piece of an initramfs: what a lab
 * compares with. Made once, kept in {@code <cache>/lab/<architecture>}.
 */
public final class CrossProgram {
    /** The release whose packages are taken: the one that {@link CrossRuntime} takes. */
    private static final String SUITE = "trixie";

    private CrossProgram() {}

    /**
     * The archive with a program, made if it is not there. The program is where its package has it, without {@code usr/}.
     *
     * @param architecture Debian's name of it
     * @param packageName the package
     * @param program its path there, e.g. {@code usr/bin/qemu-system-aarch64}
     * @throws ImageException with one sentence if it cannot be had
     */
    public static Path ensure(String architecture, String packageName, String program, Progress progress) {
        return ensure(architecture, packageName, program, files("(?!)"), progress);
    }

    /**
     * Files that a program reads.
     *
     * @param pattern a regular expression of their paths in the packages, where they are put too
     * @param packages which packages they are in
     */
    public record Data(String pattern, List<String> packages) {
    }

    /** See {@link Data}. */
    public static Data files(String pattern, String... packages) {
        return new Data(pattern, List.of(packages));
    }

    /** As {@link #ensure(String, String, String, Progress)} with files that the program reads. */
    public static Path ensure(String architecture, String packageName, String program, Data data, Progress progress) {
        Path directory = Images.cache().toAbsolutePath().resolve("lab").resolve(architecture);
        Path archive = directory.resolve(SharedLibraries.name(program) + ".cpio");
        if (Files.isRegularFile(archive)) {
            return archive;
        }
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempDirectory(directory, ".tmp-");
            try {
                Path made = temporary.resolve("archive");
                build(temporary, architecture, packageName, program, data, made, progress);
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                FileUtils.deleteQuietly(temporary.toFile());
            }
            return archive;
        } catch (IOException e) {
            throw new ImageException("The " + architecture + " program " + program + " cannot be made ready in " + directory + ": " + e.getMessage() + ".", e);
        }
    }

    private static void build(Path temporary, String architecture, String packageName, String program, Data data, Path made, Progress progress)
            throws IOException {
        if (!Apt.present(Apt.Host.SYSTEM)) {
            throw new ImageException("The " + architecture + " program " + program + " is one of Debian's, and this machine has no apt-get and apt-cache.");
        }
        Apt apt = new Apt(Apt.Host.SYSTEM, Files.createDirectory(temporary.resolve("apt")), architecture, SUITE);
        progress.phase("Reading Debian's package lists (" + SUITE + ", " + architecture + ")");
        apt.update(progress);
        byte[][] found = {null};
        CpioTree tree = new CpioTree();
        var libraries = new SharedLibraries() {
            @Override
            public void file(String path, long mtimeSeconds, InputStream content) throws IOException {
                if (path.equals(program)) {
                    found[0] = DebPackage.bytes(content);
                } else if (path.matches(data.pattern())) {
                    tree.file(path, 0644, DebPackage.bytes(content));
                } else {
                    super.file(path, mtimeSeconds, content);
                }
            }
        };
        Deque<String> open = new ArrayDeque<>(List.of(packageName));
        open.addAll(data.packages());
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String name = open.poll();
            Apt.Package version;
            try {
                version = apt.candidate(name);
            } catch (ImageException e) {
                continue; // a virtual package; if it was needed, its library will be missed below
            }
            progress.phase("Fetching " + name);
            Path deb = apt.download(version, Files.createDirectory(temporary.resolve("package-" + name)), progress);
            DebPackage.read(deb, Progress.none(), libraries);
            Files.delete(deb);
            for (String dependency : version.depends().split(",")) {
                String next = dependency.trim().split("[ :(|]")[0];
                if (next.matches("(lib|zlib).*") && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        if (found[0] == null) {
            throw new IOException("package " + packageName + " has no " + program);
        }
        tree.file(program.replaceFirst("^usr/", ""), 0755, found[0]);
        libraries.add(tree, ElfNeeded.of(found[0]), Set.of());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
            tree.write(out, 0);
        }
    }
}

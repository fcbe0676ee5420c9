package dev.cellvisor.vm;

import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which program this is: what it does follows from its own classes' bytes. */
public final class OurProgram {
    /** Of this JVM: what it has loaded does not change any more. */
    private static String known;

    private OurProgram() {
    }

    /**
     * The SHA-256 of our own jars' bytes, or of our classes where they stand in folders. It is kept for jars whose sizes and times are still the same, since to compute it takes
     * longer than all the rest.
     *
     * @param memory a folder for that
     * @throws UncheckedIOException if it cannot be told
     */
    public static synchronized String sha256(Path memory) {
        if (known == null) {
            try {
                known = look(places(), memory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    /** The SHA-256 of some jars or folders of classes. */
    static String look(Set<Path> ours, Path memory) throws IOException {
        var stamps = new StringBuilder();
        for (Path path : ours) {
            if (Files.isDirectory(path)) {
                return digest(ours);
            }
            stamps.append(path.toAbsolutePath()).append(' ').append(Files.size(path)).append(' ').append(Files.getLastModifiedTime(path)).append('\n');
        }
        Path memo = memory.resolve("program-" + Integer.toHexString(ours.toString().hashCode()) + ".txt");
        String known = Files.exists(memo) ? Files.readString(memo) : "";
        if (known.startsWith(stamps.toString()) && known.length() == stamps.length() + 64) {
            return known.substring(stamps.length());
        }
        String digest = digest(ours);
        Files.createDirectories(memory);
        WholeFile.put(memo, channel -> Channels.newOutputStream(channel).write((stamps + digest).getBytes(StandardCharsets.UTF_8)));
        return digest;
    }

    /** Where this class came from, and whatever of ours or in folders is on the class path. */
    private static Set<Path> places() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        CodeSource source = OurProgram.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("nobody can tell where these classes came from");
        }
        try {
            places.add(Path.of(source.getLocation().toURI()).toAbsolutePath());
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            throw new IOException("these classes came from " + source.getLocation() + ", which is no file", e);
        }
        for (String entry : System.getProperty("java.class.path", "").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (path.getFileName() != null && path.getFileName().toString().startsWith("cellvisor-") || Files.isDirectory(path)) {
                places.add(path);
            }
        }
        return places;
    }

    private static String digest(Set<Path> ours) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (Path path : ours) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return Sha256.hex(digest);
    }
}

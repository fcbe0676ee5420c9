package dev.cellvisor.state;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where all that can be made again is kept on this machine. */
public final class CacheFolder {
    private CacheFolder() {
    }

    /**
     * What system property {@code cellvisor.cache} names, else the environment's {@code CELLVISOR_CACHE}, else {@code .cache} of the project that the program
     * runs in (the directory that system property {@code cellvisor.home} names, or the nearest one above the working directory with the launcher in it), else
     * {@code ~/.cache/cellvisor}. Guest images are looked for in the same place.
     */
    public static Path path() {
        String ours = System.getProperty("cellvisor.cache");
        if (ours != null) {
            return Path.of(ours);
        }
        String named = System.getenv("CELLVISOR_CACHE");
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        String home = System.getProperty("cellvisor.home");
        if (home != null) {
            return Path.of(home, ".cache");
        }
        for (Path d = Path.of("").toAbsolutePath(); d != null; d = d.getParent()) {
            if (Files.isRegularFile(d.resolve("cellvisor")) && Files.isRegularFile(d.resolve("pom.xml"))) {
                return d.resolve(".cache");
            }
        }
        return Path.of(System.getProperty("user.home"), ".cache", "cellvisor");
    }
}

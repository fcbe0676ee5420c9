package dev.cellvisor.virtio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The tables of VIRTIO 1.4 that stand beside the project, where there are any. */
public final class SharedTables {
    private SharedTables() {
    }

    /** The rows of {@code shared/virtio/<file>} by their first cell; the test is skipped if the file is nowhere above. */
    public static Map<String, String[]> rows(String file) {
        Optional<Path> found = find(file);
        Assumptions.assumeTrue(found.isPresent(), "skipped: no shared/virtio/" + file + " beside the project or above it");
        try {
            Map<String, String[]> rows = new LinkedHashMap<>();
            Files.readAllLines(found.get()).stream().skip(1).map(line -> line.split("\t")).forEach(cells -> rows.put(cells[0], cells));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String file) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/virtio").resolve(file);
            if (Files.isReadable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}

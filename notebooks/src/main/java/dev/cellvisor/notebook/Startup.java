package dev.cellvisor.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is imported before the first cell: the same as in {@code ./cellvisor jshell}, and what only notebooks have. */
final class Startup {
    private Startup() {
    }

    static String snippets() {
        Charts.register();
        return read("/dev/cellvisor/cli/startup.jsh") + "\n" + read("/dev/cellvisor/notebook/startup.jsh");
    }

    private static String read(String resource) {
        try (InputStream in = Startup.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

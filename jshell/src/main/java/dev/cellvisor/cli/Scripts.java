package dev.cellvisor.cli;

import java.nio.file.Path;

/** Scripts, for programs that run them as {@code ./cellvisor jshell} does. */
public final class Scripts {
    private Scripts() {
    }

    /**
     * Runs a .jsh file in this JVM.
     *
     * @return its exit status
     */
    public static int run(Path file) {
        return ScriptRunner.run(file);
    }
}

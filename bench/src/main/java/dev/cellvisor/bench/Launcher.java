package dev.cellvisor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher of the project that the benchmarks are of. */
final class Launcher {
    /** The project's directory. */
    static final Path HOME = Path.of(System.getProperty("cellvisor.home", "."));

    private Launcher() {
    }

    /** {@code ./cellvisor} with these words, as a list that more can be added to. */
    static List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        command.add(HOME + "/cellvisor");
        command.addAll(List.of(words));
        return command;
    }
}

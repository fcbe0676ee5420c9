package dev.cellvisor.vm;

import java.util.List;

/**
 * {@link Vm#runUntil} ended before its condition was met: at a limit, by a stop, or because the guest came to an end. The
 * message says which and shows the console's last lines. The VM is consistent and can go on.
 */
public final class RunLimitException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient RunResult result;

    RunLimitException(Condition condition, RunResult result, List<String> lastLines, String where) {
        super("%s was not reached; the run %s.%s%s".formatted(condition, result, where.isEmpty() ? "" : " " + where + ".",
                lastLines.isEmpty() ? " The console shows nothing." : " The console's last lines are:\n" + String.join("\n", lastLines)));
        this.result = result;
    }

    /** What the run did until then. */
    public RunResult result() {
        return result;
    }
}

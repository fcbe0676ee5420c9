package dev.cellvisor.notebook;

import java.util.List;

/** Why a cell failed, ready to be shown. */
final class CellFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<String> traceback;

    /**
     * @param name the kind of failure: an exception's simple name, {@code "CompileError"} or {@code "Interrupted"}
     * @param message one sentence
     * @param traceback lines to show, coloured with ANSI codes
     */
    CellFailure(String name, String message, List<String> traceback) {
        super(message, null, false, false);
        this.name = name;
        this.traceback = List.copyOf(traceback);
    }

    /** The name and message as an exception of that kind, because Jupyter's message takes its name from the class. */
    Exception asException(Throwable thrown) {
        return switch (name) {
            case "CompileError" -> new CompileError(getMessage());
            case "Interrupted" -> new Interrupted(getMessage());
            default -> thrown instanceof Exception exception ? exception : this;
        };
    }

    /** A cell that does not compile. */
    static final class CompileError extends Exception {
        private static final long serialVersionUID = 1;

        CompileError(String message) {
            super(message, null, false, false);
        }
    }

    /** A cell that was stopped. */
    static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1;

        Interrupted(String message) {
            super(message, null, false, false);
        }
    }

    String name() {
        return name;
    }

    List<String> traceback() {
        return traceback;
    }
}

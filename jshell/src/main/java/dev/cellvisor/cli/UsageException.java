package dev.cellvisor.cli;

/** A command line that cannot be followed; the message is one sentence for the person at the keyboard. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message, null, false, false);
    }
}

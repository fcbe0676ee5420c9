package dev.cellvisor.vm;

/** A run that was repeated has not done what it did the first time: the message says where, and what differs. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplayException(String message) {
        super(message);
    }
}

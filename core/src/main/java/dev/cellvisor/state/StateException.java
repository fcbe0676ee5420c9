package dev.cellvisor.state;

/** A saved state that cannot be taken over: wrong type, wrong version, or a field missing or of another shape. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what was asked, and what was found */
    public StateException(String message) {
        super(message);
    }
}

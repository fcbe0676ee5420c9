package dev.cellvisor.memory;

/** A caller's mistake with guest-physical addresses: overlap, misalignment, or a place where nothing is. */
public final class AddressException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** @param message what was asked, what is allowed, and what to do next */
    public AddressException(String message) {
        super(message);
    }
}

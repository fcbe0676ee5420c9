package dev.cellvisor.cpu.a64.isa;

/** Unwinds to the engine after a guest exception was entered in the state block. Preallocated: it carries nothing. */
public final class GuestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The one instance. */
    public static final GuestException INSTANCE = new GuestException();

    private GuestException() {
        super("a guest exception was taken", null, false, false);
    }
}

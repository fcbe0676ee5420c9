package dev.cellvisor.cpu;

/**
 * Translated code did what the host's CPU refuses, which is a mistake of the engine and never the guest's. The CPU's registers are lost, and RAM may be some
 * instructions further than they were; the CPU runs again when it has been reset, or its VM has gone back to a snapshot.
 */
public final class EngineFaultException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** @param message what was refused, where, and what the guest was executing */
    public EngineFaultException(String message) {
        super(message);
    }
}

package dev.cellvisor.boot;

/** A kernel, initramfs, ELF file or flat binary that cannot be loaded: what is wrong and what to do, in one sentence. */
public final class BootException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** @param message what was asked, what is allowed, and what to do next */
    public BootException(String message) {
        super(message);
    }
}

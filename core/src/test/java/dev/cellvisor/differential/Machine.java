package dev.cellvisor.differential;

import java.lang.foreign.MemorySegment;

/** Something that executes the image in its RAM from {@link Layout#HARNESS} until the guest switches itself off. */
interface Machine extends AutoCloseable {

    /** For reports, e.g. {@code "qemu cortex-a57"}. */
    String name();

    /** RAM from {@link Layout#RAM}; written before {@link #run}, read after it. */
    MemorySegment ram();

    /**
     * Runs from reset to power-off.
     *
     * @throws IllegalStateException if it does not end; the message says where it was
     */
    void run();

    @Override
    void close();
}

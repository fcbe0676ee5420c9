package dev.cellvisor.trace;

/**
 * Something that happened in a VM: a register access, a queue operation, an interrupt, a violation. Each floor defines its
 * own facts as records; this floor only carries them. {@code toString()} of a fact is one readable line.
 */
public interface Fact {

    /** A short stable name of the kind of fact, used for filters and counters, e.g. {@code "mmio"} or {@code "violation"}. */
    String kind();
}

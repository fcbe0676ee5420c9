package dev.cellvisor.memory;

import dev.cellvisor.trace.Fact;

/**
 * An access to an address where nothing answers: it reads 0 and writes nothing.
 *
 * @param address guest-physical
 * @param write whether it is a store
 * @param sizeBytes of the access
 */
public record StrayAccess(long address, boolean write, int sizeBytes) implements Fact {
    @Override
    public String kind() {
        return "stray";
    }

    @Override
    public String toString() {
        return "%s of %d bytes at 0x%08x, where nothing is".formatted(write ? "write" : "read", sizeBytes, address);
    }
}

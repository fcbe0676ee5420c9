package dev.cellvisor.memory;

import dev.cellvisor.trace.Fact;

/**
 * A load from or a store to a device.
 *
 * @param device its name
 * @param address guest-physical
 * @param register the register's name
 * @param write whether it is a store
 * @param sizeBytes 1, 2, 4 or 8
 * @param value what was read or written
 */
public record MmioAccess(String device, long address, String register, boolean write, int sizeBytes, long value) implements Fact {
    @Override
    public String kind() {
        return "mmio";
    }

    @Override
    public String toString() {
        return "%s %s %s 0x%x (%d bytes at 0x%08x)".formatted(device, write ? "write" : "read ", register, value, sizeBytes, address);
    }
}

package dev.cellvisor.virtio.balloon;

import dev.cellvisor.trace.Fact;

/**
 * The driver says how many pages are in the balloon now.
 *
 * @param device the device's name
 * @param actualPages of 4096 bytes, as it says
 * @param targetPages that the host wants
 */
public record BalloonChange(String device, long actualPages, long targetPages) implements Fact {
    @Override
    public String kind() {
        return "balloon";
    }

    @Override
    public String toString() {
        return "%s has %,d of %,d pages".formatted(device, actualPages, targetPages);
    }
}

package dev.cellvisor.virtio;

import dev.cellvisor.trace.Fact;

/**
 * The device status field changed.
 *
 * @param device the device's name
 * @param before the field's old value
 * @param now its new value
 */
public record StatusChange(String device, int before, int now) implements Fact {
    @Override
    public String kind() {
        return "status";
    }

    @Override
    public String toString() {
        return "%s status %s".formatted(device, StatusBit.describe(now));
    }
}

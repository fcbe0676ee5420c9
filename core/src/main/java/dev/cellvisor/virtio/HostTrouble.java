package dev.cellvisor.virtio;

import dev.cellvisor.trace.Fact;

/**
 * The host could not do what a device asked of it: a file gone, a disk full. The guest got an error in the device's own words.
 *
 * @param device the device's name
 * @param sentence what happened
 */
public record HostTrouble(String device, String sentence) implements Fact {
    @Override
    public String kind() {
        return "host";
    }

    @Override
    public String toString() {
        return device + " host trouble: " + sentence;
    }
}

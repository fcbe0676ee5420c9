package dev.cellvisor.virtio;

import dev.cellvisor.trace.Fact;

/**
 * The device notified the driver, or would have, had the driver wanted it.
 *
 * @param device the device's name
 * @param cause {@code "used buffer"} or {@code "configuration change"}
 * @param queue the queue's index, or -1
 * @param suppressed whether the driver had asked not to be told
 */
public record VirtioInterrupt(String device, String cause, int queue, boolean suppressed) implements Fact {
    @Override
    public String kind() {
        return "interrupt";
    }

    @Override
    public String toString() {
        return "%s %s notification%s%s".formatted(device, cause, queue < 0 ? "" : " for queue " + queue, suppressed ? " suppressed" : "");
    }
}

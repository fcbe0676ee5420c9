package dev.cellvisor.virtio;

import dev.cellvisor.trace.Fact;

/**
 * The driver made a queue ready, or took it away.
 *
 * @param device the device's name
 * @param queue the queue's index
 * @param ready whether it is ready now
 * @param size in descriptors
 * @param desc guest-physical address of the descriptor area
 * @param driver guest-physical address of the driver area (split: available ring)
 * @param deviceArea guest-physical address of the device area (split: used ring)
 */
public record QueueConfigured(String device, int queue, boolean ready, int size, long desc, long driver, long deviceArea) implements Fact {
    @Override
    public String kind() {
        return "queue";
    }

    @Override
    public String toString() {
        return ready ? "%s queue %d ready: size %d, descriptors 0x%x, available ring 0x%x, used ring 0x%x"
                .formatted(device, queue, size, desc, driver, deviceArea)
                : "%s queue %d not ready".formatted(device, queue);
    }
}

package dev.cellvisor.virtio;

import dev.cellvisor.trace.Fact;

/**
 * The driver made a queue ready, or took it away.
 *
 * @param device the device's name
 * @param queue the queue's index
 * @param ready whether it is ready now
 * @param packed whether it has a packed ring
 * @param size in descriptors
 * @param desc guest-physical address of the descriptor area
 * @param driver guest-physical address of the driver area (split: available ring, packed: driver event suppression)
 * @param deviceArea guest-physical address of the device area (split: used ring, packed: device event suppression)
 */
public record QueueConfigured(String device, int queue, boolean ready, boolean packed, int size, long desc, long driver, long deviceArea) implements Fact {
    @Override
    public String kind() {
        return "queue";
    }

    @Override
    public String toString() {
        if (!ready) {
            return "%s queue %d not ready".formatted(device, queue);
        }
        return (packed ? "%s queue %d ready: packed, size %d, descriptor ring 0x%x, driver events 0x%x, device events 0x%x"
                : "%s queue %d ready: size %d, descriptors 0x%x, available ring 0x%x, used ring 0x%x").formatted(device, queue, size, desc, driver, deviceArea);
    }
}

package dev.cellvisor.virtio.queue;

import dev.cellvisor.trace.Fact;

/**
 * A device gave a chain back to the driver.
 *
 * @param device the device's name
 * @param queue the queue's index
 * @param head the chain's first descriptor, or its buffer ID (packed): the used element's id
 * @param writtenBytes the used element's len
 * @param usedIdx the used ring's idx after it, or the next descriptor to be used (packed)
 */
public record ChainUsed(String device, int queue, int head, long writtenBytes, int usedIdx) implements Fact {
    @Override
    public String kind() {
        return "queue";
    }

    @Override
    public String toString() {
        return "%s queue %d used: head %d, %d bytes written, idx now %d".formatted(device, queue, head, writtenBytes, usedIdx);
    }
}

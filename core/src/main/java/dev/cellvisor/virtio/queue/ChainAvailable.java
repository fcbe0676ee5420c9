package dev.cellvisor.virtio.queue;

import dev.cellvisor.trace.Fact;

/**
 * A device took an available chain.
 *
 * @param device the device's name
 * @param queue the queue's index
 * @param head the chain's first descriptor, or its buffer ID (packed)
 * @param segments how many buffers it has
 * @param readableBytes that the device may read
 * @param writableBytes that the device may write
 */
public record ChainAvailable(String device, int queue, int head, int segments, long readableBytes, long writableBytes) implements Fact {
    @Override
    public String kind() {
        return "queue";
    }

    @Override
    public String toString() {
        return "%s queue %d available: head %d, %d buffers, %d bytes to read, %d bytes to write"
                .formatted(device, queue, head, segments, readableBytes, writableBytes);
    }
}

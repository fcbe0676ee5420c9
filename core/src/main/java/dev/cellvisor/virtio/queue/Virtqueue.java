package dev.cellvisor.virtio.queue;

import dev.cellvisor.state.Stateful;

/**
 * A virtqueue from the device's side, whatever its ring format. Chains are taken with {@link #poll}, worked on through their
 * {@link ChainReader} and {@link ChainWriter}, and given back with {@link #complete}. Nothing here throws because of what the guest wrote.
 */
public interface Virtqueue extends Stateful {

    /** Its index in the device. */
    int index();

    /** How many descriptors it has. */
    int size();

    /** Whether the device may use it: made ready by the driver, and not broken since. */
    boolean usable();

    /**
     * Takes the next available chain. The returned object is one per queue and is filled anew by the next {@code poll} or
     * {@link #chain}: to answer later, keep {@link DescriptorChain#head()} only.
     *
     * @return the chain, or {@code null} if none is available or the queue is not usable
     */
    DescriptorChain poll();

    /**
     * A chain that was taken earlier and not completed.
     *
     * @param head its {@link DescriptorChain#head}
     * @return the chain, or {@code null} if the guest has spoiled it meanwhile
     * @throws IllegalArgumentException if that head is not taken
     */
    DescriptorChain chain(int head);

    /**
     * Gives a taken chain back to the driver. With VIRTIO_F_IN_ORDER it is held back until all chains that were taken before it are
     * completed, and the driver sees it when {@link #needsNotification} is asked next.
     *
     * @param head its {@link DescriptorChain#head}
     * @param writtenBytes how many bytes the device wrote, from the start of the first writable buffer without a gap
     * @throws IllegalArgumentException if that head is not taken
     */
    void complete(int head, long writtenBytes);

    /**
     * Gives back several chains that together answer one request, such as a packet over several receive buffers: the driver sees all of
     * them or none (VIRTIO 1.4, 2.8.9).
     *
     * @param heads in the order in which they were taken
     * @param writtenBytes how many bytes were written to each
     * @param count how many of both arrays count
     * @throws IllegalArgumentException if one is not taken
     */
    void completeTogether(int[] heads, long[] writtenBytes, int count);

    /** Whether chains were completed since {@link #needsNotification} was last asked. */
    boolean hasNews();

    /** Whether chains were completed since the last call that the driver wants to be told of. */
    boolean needsNotification();

    /**
     * Says whether the device wants to be told of new available chains. It is a hint that the driver may ignore; after saying
     * yes, poll once more, since a chain may have come just before.
     */
    void wantNotifications(boolean wanted);

    /** How many chains are available and not taken; 0 when not usable. */
    int availableCount();

    /** How many chains are taken and not completed. */
    int takenCount();
}

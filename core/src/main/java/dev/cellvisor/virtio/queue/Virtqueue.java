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
     * A chain that was taken earlier and not completed, read again from guest memory.
     *
     * @param head its first descriptor
     * @return the chain, or {@code null} if the guest has spoiled it meanwhile
     * @throws IllegalArgumentException if that head is not taken
     */
    DescriptorChain chain(int head);

    /**
     * Gives a taken chain back to the driver on the used ring.
     *
     * @param head its first descriptor
     * @param writtenBytes how many bytes the device wrote, from the start of the first writable buffer without a gap
     * @throws IllegalArgumentException if that head is not taken
     */
    void complete(int head, long writtenBytes);

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

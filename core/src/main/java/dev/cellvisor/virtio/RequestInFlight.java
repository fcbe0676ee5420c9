package dev.cellvisor.virtio;

/**
 * A request that was taken, and is answered in an event to come.
 *
 * @param queue of the device
 * @param head its chain: the first descriptor, or a packed ring's buffer ID
 * @param tick when it is answered, in ticks of the VM
 */
public record RequestInFlight(int queue, int head, long tick) {

    @Override
    public String toString() {
        return "queue %d head %d at tick %d".formatted(queue, head, tick);
    }
}

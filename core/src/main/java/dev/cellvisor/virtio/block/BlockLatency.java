package dev.cellvisor.virtio.block;

/** How long a request of a disk takes: a model of a drive. It must depend on nothing but what it is given. */
@FunctionalInterface
public interface BlockLatency {

    /**
     * The time of one request.
     *
     * @param type a {@link BlockRequest} type, whatever the driver wrote there
     * @param sector where it begins
     * @param dataBytes how many bytes are read or written
     * @return ticks from the notification to the answer, 0 or more
     */
    long ticks(int type, long sector, long dataBytes);
}

package dev.cellvisor.virtio.queue;

/**
 * The negotiated features that shape a queue, whatever its format.
 *
 * @param eventIdx VIRTIO_F_EVENT_IDX
 * @param indirect VIRTIO_F_INDIRECT_DESC
 * @param inOrder VIRTIO_F_IN_ORDER
 */
public record RingFeatures(boolean eventIdx, boolean indirect, boolean inOrder) {

    /** None of them. */
    public static final RingFeatures NONE = new RingFeatures(false, false, false);
}

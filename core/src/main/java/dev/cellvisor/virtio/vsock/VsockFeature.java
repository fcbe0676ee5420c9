package dev.cellvisor.virtio.vsock;

import dev.cellvisor.virtio.FeatureBit;

/** The features of the socket device (VIRTIO 1.4, 5.10.3). */
public enum VsockFeature implements FeatureBit {
    /** Stream sockets. */
    VIRTIO_VSOCK_F_STREAM(0),
    /** Seqpacket sockets: streams of messages. */
    VIRTIO_VSOCK_F_SEQPACKET(1),
    /** Stream sockets are there only if VIRTIO_VSOCK_F_STREAM says so. */
    VIRTIO_VSOCK_F_NO_IMPLIED_STREAM(2);

    private final int bit;

    VsockFeature(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}

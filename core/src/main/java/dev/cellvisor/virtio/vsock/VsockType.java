package dev.cellvisor.virtio.vsock;

/** Kinds of sockets (VIRTIO 1.4, 5.10.6.2). */
public enum VsockType {
    /** Bytes in order, without boundaries: VIRTIO_VSOCK_TYPE_STREAM. */
    STREAM(1),
    /** Messages in order: VIRTIO_VSOCK_TYPE_SEQPACKET. */
    SEQPACKET(2);

    private final int code;

    VsockType(int code) {
        this.code = code;
    }

    /** The number in a packet's {@code type} field. */
    public int code() {
        return code;
    }

    /** The type of a number, or {@code null} if there is none. */
    static VsockType of(int code) {
        return code == STREAM.code ? STREAM : code == SEQPACKET.code ? SEQPACKET : null;
    }
}

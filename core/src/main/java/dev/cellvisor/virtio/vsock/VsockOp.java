package dev.cellvisor.virtio.vsock;

/** What a packet is for (VIRTIO 1.4, 5.10.6). The number in its {@code op} field is {@link #ordinal()}. */
public enum VsockOp {
    /** Nothing. */
    INVALID,
    /** Asks for a connection. */
    REQUEST,
    /** Accepts one. */
    RESPONSE,
    /** Refuses or ends one. */
    RST,
    /** Will not receive, or not send, any more: see the flags. */
    SHUTDOWN,
    /** Carries payload. */
    RW,
    /** Tells credit. */
    CREDIT_UPDATE,
    /** Asks for credit to be told. */
    CREDIT_REQUEST;

    /** Flag of SHUTDOWN: the sender will not receive any more. The specification's number 0 is that of the bit. */
    public static final int SHUTDOWN_RECEIVE = 1 << 0;
    /** Flag of SHUTDOWN: the sender will not send any more. The specification's number 1 is that of the bit. */
    public static final int SHUTDOWN_SEND = 1 << 1;
    /** Flag of RW: the last packet of a message. */
    public static final int SEQ_EOM = 1 << 0;
    /** Flag of RW: the last packet of a record. */
    public static final int SEQ_EOR = 1 << 1;

    private static final VsockOp[] ALL = values();

    /** The operation of a number, or {@code null} if there is none. */
    static VsockOp of(int code) {
        return code >= 0 && code < ALL.length ? ALL[code] : null;
    }
}

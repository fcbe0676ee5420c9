package dev.cellvisor.virtio;

/** What a driver may do with a register or a field. */
public enum Access {
    /** Read only. */
    R,
    /** Write only. */
    W,
    /** Both. */
    RW;

    /** Whether it may be read. */
    public boolean readable() {
        return this != W;
    }

    /** Whether it may be written. */
    public boolean writable() {
        return this != R;
    }
}

package dev.cellvisor.virtio;

/** The features that are not of one device type (VIRTIO 1.4, 6). */
public enum VirtioFeature implements FeatureBit {
    /** Legacy: notify when the queue runs empty, even if suppressed. */
    VIRTIO_F_NOTIFY_ON_EMPTY(24),
    /** Legacy: no framing is assumed. */
    VIRTIO_F_ANY_LAYOUT(27),
    /** Descriptors may refer to tables of descriptors. */
    VIRTIO_F_INDIRECT_DESC(28),
    /** {@code used_event} and {@code avail_event} decide on notifications. */
    VIRTIO_F_EVENT_IDX(29),
    /** The device meets version 1 or later of the specification. */
    VIRTIO_F_VERSION_1(32),
    /** Memory access of the device is translated or restricted by the platform. */
    VIRTIO_F_ACCESS_PLATFORM(33),
    /** Packed virtqueues. */
    VIRTIO_F_RING_PACKED(34),
    /** Buffers are used in the order in which they were made available. */
    VIRTIO_F_IN_ORDER(35),
    /** Memory accesses are ordered as the platform says. */
    VIRTIO_F_ORDER_PLATFORM(36),
    /** Single root I/O virtualization; PCI only. */
    VIRTIO_F_SR_IOV(37),
    /** A notification carries where the driver stands in the ring. */
    VIRTIO_F_NOTIFICATION_DATA(38),
    /** A notification carries data that the device chose; PCI. */
    VIRTIO_F_NOTIF_CONFIG_DATA(39),
    /** A single queue can be reset. */
    VIRTIO_F_RING_RESET(40),
    /** Administration virtqueues; PCI only. */
    VIRTIO_F_ADMIN_VQ(41),
    /** The device can be suspended; new in 1.4. */
    VIRTIO_F_SUSPEND(43);

    private final int bit;

    VirtioFeature(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}

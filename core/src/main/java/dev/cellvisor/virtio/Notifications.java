package dev.cellvisor.virtio;

/** How a transport tells the driver (VIRTIO 1.4, 2.3). */
public interface Notifications {

    /** A used buffer notification. */
    void usedBuffer(int queue);

    /** A configuration change notification. */
    void configChange();

    /** The device was reset: nothing is pending any more. */
    void reset();
}

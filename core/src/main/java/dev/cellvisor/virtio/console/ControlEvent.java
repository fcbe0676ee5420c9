package dev.cellvisor.virtio.console;

/** What a control message says (VIRTIO 1.4, 5.3.6.2); the order is that of their numbers. */
public enum ControlEvent {
    /** From the driver: it is ready for control messages (1), or has failed (0). */
    VIRTIO_CONSOLE_DEVICE_READY,
    /** From the device: there is a new port. */
    VIRTIO_CONSOLE_DEVICE_ADD,
    /** From the device: a port is gone. */
    VIRTIO_CONSOLE_DEVICE_REMOVE,
    /** From the driver: a port is ready (1), or could not be made (0). */
    VIRTIO_CONSOLE_PORT_READY,
    /** From the device: a port is a console. */
    VIRTIO_CONSOLE_CONSOLE_PORT,
    /** From the device: a console's size, le16 columns and le16 rows behind the message. */
    VIRTIO_CONSOLE_RESIZE,
    /** From both: a port is open (1) or closed (0) on the sender's side. */
    VIRTIO_CONSOLE_PORT_OPEN,
    /** From the device: a port's name, in UTF-8 behind the message. */
    VIRTIO_CONSOLE_PORT_NAME;

    /** Its number. */
    public int number() {
        return ordinal();
    }

    /** The event with a number, or {@code null}. */
    static ControlEvent numbered(int number) {
        return number >= 0 && number < values().length ? values()[number] : null;
    }
}

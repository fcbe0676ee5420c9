package dev.cellvisor.virtio;

import java.util.ArrayList;
import java.util.List;

/** The bits of the device status field (VIRTIO 1.4, 2.1). */
public enum StatusBit {
    /** The guest has seen the device. */
    ACKNOWLEDGE(1),
    /** The guest has a driver for it. */
    DRIVER(2),
    /** The driver is ready: the device is live. */
    DRIVER_OK(4),
    /** The negotiated features are settled. */
    FEATURES_OK(8),
    /** The device is suspended; needs VIRTIO_F_SUSPEND. */
    SUSPEND(16),
    /** Set by the device: only a reset helps. */
    DEVICE_NEEDS_RESET(64),
    /** The driver has given up. */
    FAILED(128);

    private final int mask;

    StatusBit(int mask) {
        this.mask = mask;
    }

    /** Its value in the field. */
    public int mask() {
        return mask;
    }

    /** Whether it is set in a status. */
    public boolean in(int status) {
        return (status & mask) != 0;
    }

    /** The names of a status's bits, e.g. {@code [ACKNOWLEDGE, DRIVER]}. */
    public static List<String> names(int status) {
        List<String> names = new ArrayList<>();
        for (StatusBit bit : values()) {
            if (bit.in(status)) {
                names.add(bit.name());
            }
        }
        return names;
    }

    /** A status in words, e.g. {@code 0x03 ACKNOWLEDGE DRIVER}. */
    public static String describe(int status) {
        return status == 0 ? "0x00 (reset)" : "0x%02x %s".formatted(status, String.join(" ", names(status)));
    }
}

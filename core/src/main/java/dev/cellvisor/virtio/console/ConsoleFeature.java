package dev.cellvisor.virtio.console;

import dev.cellvisor.virtio.FeatureBit;

/** The features of the console device (VIRTIO 1.4, 5.3.3). */
public enum ConsoleFeature implements FeatureBit {
    /** The configuration has columns and rows. */
    VIRTIO_CONSOLE_F_SIZE(0),
    /** Several ports and a control queue. */
    VIRTIO_CONSOLE_F_MULTIPORT(1),
    /** Emergency write. */
    VIRTIO_CONSOLE_F_EMERG_WRITE(2);

    private final int bit;

    ConsoleFeature(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}

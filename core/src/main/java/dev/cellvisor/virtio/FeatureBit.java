package dev.cellvisor.virtio;

/** A feature that a device offers and a driver accepts or not: its bit and its name in the specification. */
public interface FeatureBit {

    /** The bit's number, 0 to 127. */
    int bit();

    /** The specification's name, e.g. {@code VIRTIO_BLK_F_RO}. */
    String name();

    /**
     * A feature of a device that no enum lists.
     *
     * @param bit 0 to 23 and 50 to 127 are for devices (VIRTIO 1.4, 2.2)
     * @param name for displays
     * @throws IllegalArgumentException if the bit is outside 0 to 127
     */
    static FeatureBit of(int bit, String name) {
        record Named(int bit, String name) implements FeatureBit {
        }
        return new Named(Features.check(bit), name);
    }
}

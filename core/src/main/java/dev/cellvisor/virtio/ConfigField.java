package dev.cellvisor.virtio;

/**
 * One field of a device's configuration space.
 *
 * @param name the specification's, e.g. {@code capacity}
 * @param offset in bytes
 * @param sizeBytes 1, 2, 4 or 8 for a number, more for an array of bytes
 * @param access for the driver
 */
public record ConfigField(String name, int offset, int sizeBytes, Access access) {

    /** A field that the driver only reads. */
    public static ConfigField readOnly(String name, int offset, int sizeBytes) {
        return new ConfigField(name, offset, sizeBytes, Access.R);
    }

    /** The width by which a driver must access it: its own, but 4 for a le64, and 1 for an array (VIRTIO 1.4, 4.2.2.2). */
    public int accessBytes() {
        return switch (sizeBytes) {
            case 1, 2, 4 -> sizeBytes;
            case 8 -> 4;
            default -> 1;
        };
    }
}

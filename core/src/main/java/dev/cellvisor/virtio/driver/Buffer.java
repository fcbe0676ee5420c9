package dev.cellvisor.virtio.driver;

/**
 * One buffer of a request: bytes for the device, or room for its answer.
 *
 * @param bytes what the device reads, or {@code null}
 * @param sizeBytes how long it is
 */
public record Buffer(byte[] bytes, int sizeBytes) {

    /** Bytes for the device. */
    public static Buffer readable(byte... bytes) {
        return new Buffer(bytes.clone(), bytes.length);
    }

    /** Room for the device's answer. */
    public static Buffer writable(int sizeBytes) {
        return new Buffer(null, sizeBytes);
    }

    /** Whether the device writes it. */
    public boolean isWritable() {
        return bytes == null;
    }

    @Override
    public String toString() {
        return sizeBytes + " bytes " + (isWritable() ? "to write" : "to read");
    }
}

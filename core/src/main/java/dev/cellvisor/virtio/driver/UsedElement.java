package dev.cellvisor.virtio.driver;

/**
 * An element of the used ring.
 *
 * @param id the head of the used chain
 * @param length how many bytes the device says it wrote
 */
public record UsedElement(long id, long length) {
    @Override
    public String toString() {
        return "chain " + id + ", " + length + " bytes written";
    }
}

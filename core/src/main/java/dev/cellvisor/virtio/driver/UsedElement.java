package dev.cellvisor.virtio.driver;

/**
 * What the device wrote about a chain that it used: an element of the used ring, or a used descriptor of a packed ring.
 *
 * @param id the head of the used chain (split), or its buffer ID (packed)
 * @param length how many bytes the device says it wrote
 * @param chains how many chains it stands for: more than one only with VIRTIO_F_IN_ORDER, and this is the last of them
 */
public record UsedElement(long id, long length, int chains) {

    /** An element for one chain. */
    public UsedElement(long id, long length) {
        this(id, length, 1);
    }

    @Override
    public String toString() {
        return "chain " + id + ", " + length + " bytes written" + (chains == 1 ? "" : ", the last of " + chains);
    }
}

package dev.cellvisor.virtio.queue;

/**
 * How a driver cut a request into descriptors. No device may depend on that, and none of ours does; but a driver of the legacy interface
 * that did not accept VIRTIO_F_ANY_LAYOUT has rules for it (the sections named Legacy Interface: Framing Requirements), and these look
 * whether it keeps them. Empty descriptors are not seen: they hold nothing.
 */
public final class Framing {

    private Framing() {
    }

    /**
     * Passes over one descriptor.
     *
     * @param from its first buffer in the chain
     * @param to the end: the number of readable buffers, or of all
     * @param sizeBytes what it must hold
     * @return the buffer behind it; -1 if the descriptor does not hold just so many bytes
     */
    public static int after(DescriptorChain chain, int from, int to, long sizeBytes) {
        if (from < 0 || from >= to) {
            return -1;
        }
        int at = next(chain, from, to);
        long size = 0;
        for (int i = from; i < at; i++) {
            size += chain.segmentSizeBytes(i);
        }
        return size == sizeBytes ? at : -1;
    }

    /** How many descriptors these buffers are; see {@link #after}. */
    public static int count(DescriptorChain chain, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i = next(chain, i, to)) {
            count++;
        }
        return count;
    }

    private static int next(DescriptorChain chain, int from, int to) {
        int at = from + 1;
        while (at < to && chain.continues(at)) {
            at++;
        }
        return at;
    }
}

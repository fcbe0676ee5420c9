package dev.cellvisor.virtio.block;

/**
 * How worn a disk is, in the steps that GET_LIFETIME answers in (VIRTIO 1.4, 5.2.6, after JESD84-B50).
 *
 * @param preEol reserve blocks used: 0 unknown, 1 below 80 %, 2 from 80 %, 3 from 90 %
 * @param typeA wear of the first kind of cells (SLC): 0 unknown, 1 up to 10 % of their life used, and so on to 11, life exceeded
 * @param typeB wear of the second kind (MLC), in the same steps
 */
public record Lifetime(int preEol, int typeA, int typeB) {

    /** Bytes of the answer. */
    public static final int SIZE_BYTES = 6;
    /** The highest value of {@code preEol}. */
    public static final int PRE_EOL_MAX = 3;
    /** The highest value of the estimates: life exceeded. */
    public static final int ESTIMATE_MAX = 11;

    /**
     * Checks that no value is a reserved one.
     *
     * @throws IllegalArgumentException if one is
     */
    public Lifetime {
        if (preEol < 0 || preEol > PRE_EOL_MAX || typeA < 0 || typeA > ESTIMATE_MAX || typeB < 0 || typeB > ESTIMATE_MAX) {
            throw new IllegalArgumentException("a lifetime of %d, %d, %d; the first is 0 to 3, the others 0 to 11".formatted(preEol, typeA, typeB));
        }
    }
}

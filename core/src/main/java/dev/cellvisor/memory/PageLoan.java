package dev.cellvisor.memory;

/**
 * Pages of a slot of RAM that are not kept, since they stand in a file in the same order.
 *
 * @param page the first one's number in the slot, from 0
 * @param count how many, 1 or more
 * @param image the file
 * @param offset where the first one is in it, in bytes, a multiple of 4096
 */
public record PageLoan(int page, int count, ImageFile image, long offset) {

    /** Where one of the pages is in the file. */
    long offsetOf(int number) {
        return offset + (long) (number - page) * GuestMemory.PAGE_SIZE;
    }
}

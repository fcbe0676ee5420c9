package dev.cellvisor.virtio.transport;

import dev.cellvisor.virtio.Access;
import java.util.List;

/**
 * One register, or one configuration field, with its value at one moment.
 *
 * @param offset in bytes from the start of the device
 * @param name the specification's
 * @param sizeBytes of the register
 * @param access for the driver
 * @param value of a readable one what a read would give; of a write-only one what was written last, where that is kept
 * @param meaning what it is for
 * @param bits its named bits, lowest first; empty if it is a plain number
 * @param text the value in words; empty if the number says it all
 */
public record RegisterValue(int offset, String name, int sizeBytes, Access access, long value, String meaning, List<Bit> bits, String text) {

    /**
     * One named bit.
     *
     * @param number its position
     * @param name the specification's
     * @param set whether it is 1
     */
    public record Bit(int number, String name, boolean set) {
        @Override
        public String toString() {
            return (set ? "+" : "-") + name;
        }
    }

    /** Value and words: {@code 0x0000000f ACKNOWLEDGE DRIVER …}. */
    public String describe() {
        String set = String.join(" ", bits.stream().filter(Bit::set).map(Bit::name).toList());
        String words = set.isEmpty() ? text : set;
        return ("0x%0" + Math.min(16, 2 * sizeBytes) + "x").formatted(value) + (words.isEmpty() ? "" : " " + words);
    }

    @Override
    public String toString() {
        return "%03x %s (%s) %s".formatted(offset, name, access, describe());
    }
}

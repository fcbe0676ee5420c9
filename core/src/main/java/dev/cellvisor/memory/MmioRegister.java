package dev.cellvisor.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * What a device's documentation says of one register, or of a row of equal ones, as data: the device, views and tests all read it here.
 *
 * @param name as the specification has it; of a row, its name without the number, e.g. {@code "GICD_ISENABLER"}
 * @param offset of the first, in bytes from the start of the region
 * @param sizeBytes of one
 * @param count how many there are in the row; 1 for a single register
 * @param access what the guest may do with it
 * @param reset its value after reset, where that is fixed
 * @param fields its bit fields, highest first; empty if it is one number
 */
public record MmioRegister(String name, long offset, int sizeBytes, int count, Access access, long reset, List<Field> fields) {

    /** What the guest may do with a register. */
    public enum Access {
        /** Read only: writes are ignored. */
        RO,
        /** Write only: it reads 0. */
        WO,
        /** Read and write. */
        RW
    }

    /**
     * Some bits of a register.
     *
     * @param name as the specification has it
     * @param high the highest bit's number
     * @param low the lowest bit's number
     */
    public record Field(String name, int high, int low) {

        /** This field's part of a register's value, shifted down. */
        public long of(long value) {
            return value >>> low & (high - low == 63 ? -1 : (1L << high - low + 1) - 1);
        }
    }

    /** A read-only register. */
    public static MmioRegister ro(String name, long offset, long reset) {
        return new MmioRegister(name, offset, 4, 1, Access.RO, reset, List.of());
    }

    /** A write-only register. */
    public static MmioRegister wo(String name, long offset) {
        return new MmioRegister(name, offset, 4, 1, Access.WO, 0, List.of());
    }

    /** A register for reading and writing. */
    public static MmioRegister rw(String name, long offset, long reset) {
        return new MmioRegister(name, offset, 4, 1, Access.RW, reset, List.of());
    }

    /** The same with a further field of one bit or more. */
    public MmioRegister field(String field, int high, int low) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(field, high, low));
        return new MmioRegister(name, offset, sizeBytes, count, access, reset, List.copyOf(more));
    }

    /** The same with a further field of one bit. */
    public MmioRegister bit(String field, int bit) {
        return field(field, bit, bit);
    }

    /** The same as a row of {@code number} registers, each right behind the one before. */
    public MmioRegister times(int number) {
        return new MmioRegister(name, offset, sizeBytes, number, access, reset, fields);
    }

    /** The same with another size. */
    public MmioRegister bytes(int size) {
        return new MmioRegister(name, offset, size, count, access, reset, fields);
    }

    /** Behind its last byte. */
    public long end() {
        return offset + (long) sizeBytes * count;
    }
}

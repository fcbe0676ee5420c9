package dev.cellvisor.memory;

/**
 * What answers at a range of guest-physical addresses. Offsets count from the start of the range. Whatever the guest does here
 * must not throw: an unknown offset reads 0 and ignores writes.
 */
public interface MmioDevice {

    /** What to call it in traces and counts, e.g. {@code "pl011"}. */
    String name();

    /**
     * A load by the guest or by hand.
     *
     * @param offset in bytes from the start of the region
     * @param sizeBytes 1, 2, 4 or 8
     * @return the value, in its low bits
     */
    long read(long offset, int sizeBytes);

    /** A store by the guest or by hand; {@code value} holds zeros above its size. */
    void write(long offset, int sizeBytes, long value);

    /** What the register at an offset is called; the offset in hexadecimal unless the device knows better. */
    default String registerName(long offset) {
        return "0x%03x".formatted(offset);
    }

    /** What a load does; see {@link MmioDevice#read}. */
    @FunctionalInterface
    interface Load {
        /** The value, in its low bits. */
        long read(long offset, int sizeBytes);
    }

    /** What a store does; see {@link MmioDevice#write}. */
    @FunctionalInterface
    interface Store {
        /** Takes the value. */
        void write(long offset, int sizeBytes, long value);
    }

    /** A device made of two functions: {@code MmioDevice.of("adder", (offset, size) -> sum, (offset, size, value) -> sum += value)}. */
    static MmioDevice of(String name, Load load, Store store) {
        return new MmioDevice() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long read(long offset, int sizeBytes) {
                return load.read(offset, sizeBytes);
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
                store.write(offset, sizeBytes, value);
            }
        };
    }

    /** How accesses to it are counted. */
    default Exits exits() {
        return Exits.DEVICE;
    }

    /** Kinds of devices: those that a hypervisor hands to user space, those that it has in the kernel, and those that are plain memory. */
    enum Exits {
        /** Each access is an exit, as KVM counts them. */
        DEVICE,
        /** The interrupt controller: counted apart, since KVM answers it in the kernel. */
        IN_KERNEL,
        /** Memory of a device: not counted, since KVM maps it into the guest. */
        MEMORY
    }
}

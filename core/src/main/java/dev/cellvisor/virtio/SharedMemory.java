package dev.cellvisor.virtio;

import dev.cellvisor.memory.MmioDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A shared memory region of a device (VIRTIO 1.4, 2.10): memory that guest and device both read and write at any time. Everything here
 * counts from the region's start, as references in requests do. It is plain memory: nothing happens when it is written, so it
 * cannot control the device. Numbers are little-endian. A reset leaves it as it is.
 *
 * <p>A device declares it with {@link VirtioDevice#sharedMemory}; where the guest sees it is the board's choice.
 */
public final class SharedMemory implements MmioDevice {

    /** The unit of sizes: 4 KiB. */
    public static final int PAGE_SIZE = 4096;

    private final String name;
    private final int id;
    private final ByteBuffer bytes;
    private long address = -1;

    SharedMemory(String device, int id, int sizeBytes) {
        this.name = device + " shared memory " + id;
        this.id = id;
        this.bytes = ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Its number in the device: what a driver writes to SHMSel. */
    public int id() {
        return id;
    }

    /** Its size. */
    public long sizeBytes() {
        return bytes.capacity();
    }

    /** The guest-physical address where the board has put it, or -1 while the device is not plugged in. */
    public long address() {
        return address;
    }

    /** Says where the board has put it; -1 for nowhere. */
    public void placedAt(long newAddress) {
        address = newAddress;
    }

    /** One byte, 0 to 255. */
    public int readByte(long offset) {
        return bytes.get(check(offset, 1)) & 0xff;
    }

    /** Four bytes. */
    public int readInt(long offset) {
        return bytes.getInt(check(offset, 4));
    }

    /** Eight bytes. */
    public long readLong(long offset) {
        return bytes.getLong(check(offset, 8));
    }

    /**
     * Bytes.
     *
     * @throws IllegalArgumentException if they are not all inside the region
     */
    public byte[] readBytes(long offset, int sizeBytes) {
        byte[] part = new byte[sizeBytes];
        bytes.get(check(offset, sizeBytes), part);
        return part;
    }

    /** Writes the low 8 bits. */
    public void writeByte(long offset, int value) {
        bytes.put(check(offset, 1), (byte) value);
    }

    /** Writes 32 bits. */
    public void writeInt(long offset, int value) {
        bytes.putInt(check(offset, 4), value);
    }

    /** Writes 64 bits. */
    public void writeLong(long offset, long value) {
        bytes.putLong(check(offset, 8), value);
    }

    /**
     * Writes bytes.
     *
     * @throws IllegalArgumentException if they are not all inside the region
     */
    public void writeBytes(long offset, byte... part) {
        bytes.put(check(offset, part.length), part);
    }

    /** Whether a range that a guest named is inside. */
    public boolean contains(long offset, long sizeBytes) {
        return offset >= 0 && sizeBytes >= 0 && sizeBytes <= sizeBytes() - offset;
    }

    private int check(long offset, int sizeBytes) {
        if (!contains(offset, sizeBytes)) {
            throw new IllegalArgumentException("%d bytes at 0x%x are not inside %s of %d bytes; ask contains() first where a guest says the place"
                    .formatted(sizeBytes, offset, name, sizeBytes()));
        }
        return (int) offset;
    }

    byte[] save() {
        return bytes.array().clone();
    }

    void restore(byte[] saved) {
        bytes.put(0, saved);
    }

    // The guest's side.

    @Override
    public String name() {
        return name;
    }

    @Override
    public Exits exits() {
        return Exits.MEMORY;
    }

    @Override
    public long read(long offset, int size) {
        long value = 0;
        for (int i = 0; i < size && contains(offset + i, 1); i++) {
            value |= (long) readByte(offset + i) << 8 * i;
        }
        return value;
    }

    @Override
    public void write(long offset, int size, long value) {
        for (int i = 0; i < size && contains(offset + i, 1); i++) {
            writeByte(offset + i, (int) (value >>> 8 * i));
        }
    }

    @Override
    public String toString() {
        return "%s: %d KiB%s".formatted(name, sizeBytes() >> 10, address < 0 ? "" : " at 0x%08x".formatted(address));
    }
}

package dev.cellvisor.boot.pc;

import dev.cellvisor.boot.BootException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a Linux kernel for x86-64 (Documentation/arch/x86/boot.rst).
 *
 * @param version of the protocol, e.g. 0x20f
 * @param setupBytes how much of the file is for real mode; the rest is the kernel
 * @param preferredAddress where it wants to be loaded
 * @param memoryBytes how much memory it wants there until it has set itself up
 * @param alignment what its address must be a multiple of
 * @param initrdLimit the highest address an initramfs may have
 * @param headerEnd where in the file the header ends
 */
public record BzImage(int version, int setupBytes, long preferredAddress, long memoryBytes, long alignment, long initrdLimit, int headerEnd) {
    /** Where the header begins in the file, and in the page that the kernel is given. */
    public static final int HEADER = 0x1f1;
    /** Where a 64-bit entry is, from the kernel's first byte. */
    public static final int ENTRY_64 = 0x200;
    private static final int SMALLEST = 0x268;
    private static final int MAGIC = 0x5372_6448; // HdrS
    private static final int XLF_KERNEL_64 = 1;
    private static final int SECTOR = 512;
    private static final int RELOCATABLE_SINCE = 0x20c;

    /** Whether a file begins as such a kernel does. */
    public static boolean is(byte[] head) {
        return head.length >= SMALLEST && buffer(head).getShort(0x1fe) == (short) 0xaa55 && buffer(head).getInt(0x202) == MAGIC;
    }

    private static ByteBuffer buffer(byte[] head) {
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads the header.
     *
     * @throws BootException if it is none, or of a kernel that has no 64-bit entry
     */
    public static BzImage parse(byte[] head) {
        if (!is(head)) {
            throw new BootException("no Linux kernel for x86: there is no 'HdrS' at 0x202");
        }
        ByteBuffer file = buffer(head);
        int version = Short.toUnsignedInt(file.getShort(0x206));
        if (version < RELOCATABLE_SINCE || (file.getShort(0x236) & XLF_KERNEL_64) == 0) {
            throw new BootException("the kernel has no 64-bit entry (boot protocol %d.%02d); take one for x86-64, from 3.8 on".formatted(version >> 8, version & 0xff));
        }
        int sectors = file.get(HEADER) & 0xff;
        return new BzImage(version, ((sectors == 0 ? 4 : sectors) + 1) * SECTOR, file.getLong(0x258), Integer.toUnsignedLong(file.getInt(0x260)),
                Integer.toUnsignedLong(file.getInt(0x230)), Integer.toUnsignedLong(file.getInt(0x22c)), 0x202 + (file.get(0x201) & 0xff));
    }
}

package dev.cellvisor.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a raw arm64 Linux kernel image, as arch/arm64 defines it in Documentation/arm64/booting.
 *
 * @param textOffset where it wants to stand above a 2 MiB boundary
 * @param imageSizeBytes how much memory it takes from there, its BSS included; 0 in kernels before 3.17
 * @param flags bit 0 big-endian, bits 1–2 page size (0 unknown, 1 4 KiB, 2 16 KiB, 3 64 KiB), bit 3 may stand anywhere
 */
public record Arm64Image(long textOffset, long imageSizeBytes, long flags) {

    /** The boundary that the image's base must have: 2 MiB. */
    public static final long ALIGNMENT = 2L << 20;

    private static final int MAGIC_OFFSET = 56;
    private static final int MAGIC = 0x644d_5241; // "ARM\x64"
    /** What a kernel without a size means (booting, section 4): then the text offset is 0x80000 whatever the header says. */
    private static final long OLD_TEXT_OFFSET = 0x8_0000;

    /** Whether a file begins with such a header. */
    public static boolean is(byte[] file) {
        return file.length >= 64 && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(MAGIC_OFFSET) == MAGIC;
    }

    /**
     * Reads the header.
     *
     * @throws BootException if it is none, or the kernel is big-endian
     */
    public static Arm64Image parse(byte[] file) {
        if (!is(file)) {
            throw new BootException(file.length >= 2 && file[0] == 0x1f && file[1] == (byte) 0x8b
                    ? "the kernel is compressed by gzip; unpack it first (gzip -d)"
                    : "no arm64 kernel image: the bytes 'ARM\\x64' are not at offset 56; for a flat binary or an ELF file use run");
        }
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long size = header.getLong(16);
        long flags = header.getLong(24);
        if ((flags & 1) != 0) {
            throw new BootException("the kernel is big-endian; only little-endian kernels can be booted");
        }
        return new Arm64Image(size == 0 ? OLD_TEXT_OFFSET : header.getLong(8), size, flags);
    }

    /** The page size it was built for, in bytes, or 0 if it does not say. */
    public int pageSizeBytes() {
        return switch ((int) (flags >> 1 & 3)) {
            case 1 -> 4096;
            case 2 -> 16384;
            case 3 -> 65536;
            default -> 0;
        };
    }

    /** Whether it may stand at any 2 MiB boundary, not only near the start of RAM. */
    public boolean mayStandAnywhere() {
        return (flags & 8) != 0;
    }
}

package dev.cellvisor.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The default disk of a guest: every byte follows from its place, so anybody can tell what a read must return without
 * having the disk.
 *
 * <p>Sector <i>n</i> (512 bytes) begins with the 26 ASCII bytes {@code "cellvisor sector %08d\n"} of <i>n</i> in
 * decimal; byte <i>i</i> of the 486 that follow (counted from 0) is {@code (n + i) & 0xff}. The disk that images carry
 * has 131072 sectors, 64 MiB; its first 4096 bytes have the SHA-256
 * {@code 573bf72fb9cac5a1fc70398a6b520496845d7c2d128b88c2601b180fc6b82242}.
 */
public final class PatternDisk {
    /** Bytes in a sector: virtio-blk's unit. */
    public static final int SECTOR_BYTES = 512;

    /** The size of the disk that images carry, in bytes. */
    public static final long DEFAULT_BYTES = 64L << 20;

    private static final byte[] HEADER = "cellvisor sector 00000000\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS_END = HEADER.length - 1;
    private static final int DIGITS = 8;
    private static final long SECTORS_MAX = 100_000_000;

    private PatternDisk() {}

    /**
     * Writes sectors of the pattern into a buffer.
     *
     * @param firstSector the number of the first sector, from 0; below 100 million, as the header has eight digits
     * @param buffer takes {@code count * 512} bytes
     * @param offset where in the buffer the first sector begins
     * @param count how many sectors
     * @throws IndexOutOfBoundsException if the buffer is too small for that
     * @throws IllegalArgumentException if a sector number does not fit eight digits
     */
    public static void fill(long firstSector, byte[] buffer, int offset, int count) {
        if (firstSector < 0 || count < 0 || firstSector + count > SECTORS_MAX) {
            throw new IllegalArgumentException("sectors " + firstSector + " to " + (firstSector + count)
                    + " asked; the pattern has 0 to " + (SECTORS_MAX - 1));
        }
        Objects.checkFromIndexSize(offset, Math.multiplyExact(count, SECTOR_BYTES), buffer.length);
        for (int k = 0; k < count; k++) {
            sector(firstSector + k, buffer, offset + k * SECTOR_BYTES);
        }
    }

    private static void sector(long n, byte[] buffer, int at) {
        System.arraycopy(HEADER, 0, buffer, at, HEADER.length);
        long rest = n;
        for (int d = 1; d <= DIGITS; d++, rest /= 10) {
            buffer[at + DIGITS_END - d] = (byte) ('0' + rest % 10);
        }
        for (int i = 0; i < SECTOR_BYTES - HEADER.length; i++) {
            buffer[at + HEADER.length + i] = (byte) (n + i);
        }
    }

    /**
     * Writes the whole disk to a file, replacing what is there.
     *
     * @param file where to
     * @param sizeBytes the size of the disk, a multiple of 512
     * @throws IOException as the file system says
     */
    public static void write(Path file, long sizeBytes) throws IOException {
        if (sizeBytes <= 0 || sizeBytes % SECTOR_BYTES != 0) {
            throw new IllegalArgumentException("a disk of " + sizeBytes + " bytes asked; its size must be a multiple of " + SECTOR_BYTES);
        }
        int chunk = 2048;
        byte[] buffer = new byte[chunk * SECTOR_BYTES];
        long sectors = sizeBytes / SECTOR_BYTES;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long s = 0; s < sectors; s += chunk) {
                int count = (int) Math.min(chunk, sectors - s);
                fill(s, buffer, 0, count);
                out.write(buffer, 0, count * SECTOR_BYTES);
            }
        }
    }
}

package dev.cellvisor.boot.pc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.boot.BootException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compressed kernel inside a bzImage, taken out. A real one is unpacked and booted in {@code ./cellvisor kvm-lab amd64}. */
class VmlinuxTest {
    private static final int SETUP_BYTES = 2 * 512;

    @TempDir
    Path folder;

    /** A bzImage with this payload 0x20 bytes behind its setup part. */
    private static byte[] bzImage(byte[] payload) {
        var file = ByteBuffer.allocate(SETUP_BYTES + 0x20 + payload.length + 64).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0x1f1, (byte) 1).putShort(0x1fe, (short) 0xaa55).putInt(0x202, 0x5372_6448).putShort(0x206, (short) 0x20f).putShort(0x236, (short) 1)
                .putInt(0x248, 0x20).putInt(0x24c, payload.length);
        return file.put(SETUP_BYTES + 0x20, payload).array();
    }

    /** Some megabytes that begin as an ELF file, some of them random, some alike, so that every kind of sequence occurs. */
    private static byte[] elf() {
        var random = new Random(7);
        byte[] bytes = new byte[9 << 20];
        for (int at = 0; at < bytes.length;) {
            int run = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 20 : 2000));
            if (random.nextBoolean()) {
                byte[] noise = new byte[run];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, run);
            } else {
                Arrays.fill(bytes, at, at + run, (byte) random.nextInt());
            }
            at += run;
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0x464c_457f);
        return bytes;
    }

    private static byte[] withSize(byte[] compressed, int size) {
        byte[] all = Arrays.copyOf(compressed, compressed.length + 4);
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(compressed.length, size);
        return all;
    }

    @Test
    void whatGzipPackedComesOutAgain() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(elf());
        }
        assertArrayEquals(elf(), Vmlinux.unpack("k", bzImage(packed.toByteArray())));
    }

    @Test
    void whatTheToolLz4PackedComesOutAgain() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/lz4")), "no lz4 here (apt install lz4), which packs as the kernel's build does");
        Path file = Files.write(folder.resolve("elf"), elf());
        Path packed = folder.resolve("elf.lz4");
        assertEquals(0, new ProcessBuilder("lz4", "-l", "-9", "-q", file.toString(), packed.toString()).inheritIO().start().waitFor());
        byte[] compressed = Files.readAllBytes(packed);
        assertTrue(compressed.length < elf().length, "it is packed");
        assertArrayEquals(elf(), Vmlinux.unpack("k", bzImage(withSize(compressed, elf().length))));
    }

    /** Literals, then a match that reaches into itself, with a length of more than one byte; then literals again. */
    @Test
    void aSequenceOfLz4IsReadAsItsFormatSays() {
        byte[] frame = bytes(0x02, 0x21, 0x4c, 0x18, 11, 0, 0, 0,
                0x4f, 0x7f, 'E', 'L', 'F', 1, 0, 0x03, // four literals, then from 1 byte back 15 + 3 + 4 bytes
                0x20, 'o', 'k'); // two literals to end with
        byte[] unpacked = Vmlinux.unpack("k", bzImage(withSize(frame, 28)));
        assertEquals("\u007fEL" + "F".repeat(23) + "ok", new String(unpacked, java.nio.charset.StandardCharsets.ISO_8859_1));
    }


    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void whatCannotBeUnpackedSaysWhy() {
        byte[] xz = bytes(0xfd, '7', 'z', 'X', 'Z', 0, 0, 0, 0, 0, 0, 0);
        assertEquals("the kernel in 'vmlinuz' is compressed by xz; unpack it (the kernel's scripts/extract-vmlinux does) and give the ELF file",
                assertThrows(BootException.class, () -> Vmlinux.unpack("vmlinuz", bzImage(xz))).getMessage());
        byte[] cut = Arrays.copyOf(bzImage(new byte[4096]), 2048);
        assertTrue(assertThrows(BootException.class, () -> Vmlinux.unpack("vmlinuz", cut)).getMessage().startsWith("'vmlinuz' is cut short"));
        byte[] broken = withSize(bytes(0x02, 0x21, 0x4c, 0x18, 4, 0, 0, 0, 0x10, 'x', 9, 0), 100); // a match before the beginning
        assertTrue(assertThrows(BootException.class, () -> Vmlinux.unpack("vmlinuz", bzImage(broken))).getMessage().contains("is damaged: a match 9 bytes back"));
        byte[] second = withSize(bytes(0x02, 0x21, 0x4c, 0x18, 2, 0, 0, 0, 0x10, 'x', 3, 0, 0, 0, 0, 1, 0), 100); // into the block before
        assertTrue(assertThrows(BootException.class, () -> Vmlinux.unpack("vmlinuz", bzImage(second))).getMessage().contains("a match 1 bytes back, 0 bytes from"));
        assertTrue(assertThrows(BootException.class, () -> Vmlinux.unpack("vmlinuz", new byte[4096])).getMessage().contains("HdrS"));
    }
}

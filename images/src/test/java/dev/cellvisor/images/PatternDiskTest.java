package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternDiskTest {
    @Test
    void sectorBeginsWithItsNumberAndCountsUpFromIt() {
        byte[] sector = new byte[512];
        PatternDisk.fill(42, sector, 0, 1);
        assertEquals("cellvisor sector 00000042\n", new String(sector, 0, 26, StandardCharsets.US_ASCII));
        assertEquals(42, sector[26]);
        assertEquals(43, sector[27]);
        assertEquals((byte) (42 + 485), sector[511]);
    }

    @Test
    void firstFourKibibytesHaveTheDocumentedDigest() {
        byte[] block = new byte[4096];
        PatternDisk.fill(0, block, 0, 8);
        assertEquals("573bf72fb9cac5a1fc70398a6b520496845d7c2d128b88c2601b180fc6b82242", Hashes.sha256(block));
    }

    @Test
    void fileHoldsTheSameSectors(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("disk.img");
        PatternDisk.write(file, 3 << 20);
        byte[] disk = Files.readAllBytes(file);
        assertEquals(3 << 20, disk.length);
        byte[] last = new byte[512];
        PatternDisk.fill(6143, last, 0, 1);
        assertArrayEquals(last, Arrays.copyOfRange(disk, disk.length - 512, disk.length));
    }

    @Test
    void callersMistakesAreNamed() {
        assertThrows(IndexOutOfBoundsException.class, () -> PatternDisk.fill(0, new byte[511], 0, 1));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PatternDisk.fill(100_000_000, new byte[512], 0, 1))
                .getMessage().contains("0 to 99999999"));
        assertThrows(IllegalArgumentException.class, () -> PatternDisk.write(Path.of("never"), 513));
    }
}

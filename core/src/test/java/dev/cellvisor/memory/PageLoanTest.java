package dev.cellvisor.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of RAM that stand in another file: mapped where the host can do it, else copied. */
class PageLoanTest {
    private static final long RAM = 0x4000_0000L;
    private static final int PAGE = 4096;

    @Test
    void whatTheHostDoesNotMapIsCopied(@TempDir Path folder) throws IOException {
        byte[] bytes = new byte[10 * PAGE];
        new Random(1).nextBytes(bytes);
        ImageFile image = ImageFile.open(Files.write(folder.resolve("image"), bytes));
        Path file = Files.write(folder.resolve("ram"), new byte[32 * PAGE]);
        try (PagesInFile pages = PagesInFile.open(file)) {
            for (long offset : new long[] {PAGE, PAGE + 512}) { // no host maps from the middle of a page
                RamSnapshot snapshot = new RamSnapshot.Builder().slot(new RamSnapshot.Place("ram", RAM, 32 * PAGE), pages, 0, new BitSet(),
                        List.of(new PageLoan(3, 8, image, offset))).build();
                try (var memory = new GuestMemory()) {
                    memory.become(snapshot);
                    assertArrayEquals(Arrays.copyOfRange(bytes, (int) offset, (int) offset + 8 * PAGE), memory.read(RAM + 3 * PAGE, 8 * PAGE));
                    assertEquals(0, memory.readByte(RAM + 11 * PAGE));
                    memory.writeByte(RAM + 4 * PAGE, 1);
                }
                assertArrayEquals(bytes, Files.readAllBytes(image.path()));
            }
        }
        assertArrayEquals(new byte[32 * PAGE], Files.readAllBytes(file));
    }
}

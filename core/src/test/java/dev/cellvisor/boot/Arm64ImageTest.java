package dev.cellvisor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemorySlot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Documentation/arm64/booting, section 4, and where QEMU's virt board puts things. */
class Arm64ImageTest {
    private static final long MIB = 1 << 20;

    private static byte[] header(long textOffset, long size, long flags) {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(8, textOffset).putLong(16, size).putLong(24, flags);
        bytes.position(56).put(new byte[] {'A', 'R', 'M', 0x64});
        return bytes.array();
    }

    private static MemorySlot ram(GuestMemory memory, long mebibytes) {
        return memory.add("ram", 0x4000_0000, mebibytes * MIB);
    }

    @Test
    void theHeaderSaysOffsetSizeAndPages() {
        var image = Arm64Image.parse(header(0x8_0000, 30 * MIB, 0b1010));
        assertEquals(0x8_0000, image.textOffset());
        assertEquals(30 * MIB, image.imageSizeBytes());
        assertEquals(4096, image.pageSizeBytes());
        assertTrue(image.mayStandAnywhere());
    }

    @Test
    void anOldKernelWithoutASizeStandsAt0x80000() {
        assertEquals(0x8_0000, Arm64Image.parse(header(123, 0, 0)).textOffset());
    }

    @Test
    void whatCannotBeBootedIsRefusedWithAReason() {
        assertTrue(assertThrows(BootException.class, () -> Arm64Image.parse(header(0, MIB, 1))).getMessage().contains("big-endian"));
        byte[] gzip = new byte[64];
        gzip[0] = 0x1f;
        gzip[1] = (byte) 0x8b;
        assertTrue(assertThrows(BootException.class, () -> Arm64Image.parse(gzip)).getMessage().contains("gzip"));
    }

    @Test
    void placesAreThoseOfQemu() {
        try (var memory = new GuestMemory()) {
            MemorySlot ram = ram(memory, 512);
            // qemu-system-aarch64 -M virt -m 512 with Debian's kernel: its device tree and PC say so.
            var layout = BootLayout.forKernel(ram, new Arm64Image(0, 28 * MIB, 10), 26 * MIB, 0x22_e800, 9000);
            assertEquals(0x4020_0000, layout.entry());
            assertEquals(0x4800_0000, layout.initrd());
            assertEquals(0x4840_0000, layout.deviceTree());
            assertEquals(0x4008_0000, BootLayout.forKernel(ram, new Arm64Image(0x8_0000, MIB, 10), MIB, 0, 9000).entry());
            assertEquals(0x4008_0000, BootLayout.forFlat(ram, 100, 0, 9000).entry());
            assertEquals(0x4800_0000, BootLayout.forFlat(ram, 100, 0, 9000).deviceTree());
        }
    }

    @Test
    void aSmallRamIsFilledCloselyAndATooSmallOneRefused() {
        try (var memory = new GuestMemory()) {
            var layout = BootLayout.forFlat(ram(memory, 1), 100, 0, 9000);
            assertTrue(layout.deviceTree() >= 0x4008_0000 + 100);
            assertTrue(layout.deviceTree() + 9000 <= 0x4010_0000);
        }
        try (var memory = new GuestMemory()) {
            var e = assertThrows(BootException.class,
                    () -> BootLayout.forKernel(ram(memory, 16), new Arm64Image(0, 28 * MIB, 10), 26 * MIB, 0, 9000));
            assertTrue(e.getMessage().contains("31 MiB"), e.getMessage());
        }
    }
}

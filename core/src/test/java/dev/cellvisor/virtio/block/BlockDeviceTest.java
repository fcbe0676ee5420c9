package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_IOERR;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_OK;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_UNSUPP;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_FLUSH;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_GET_ID;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_IN;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_OUT;
import static dev.cellvisor.virtio.block.BlockRequest.header;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.HostTrouble;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockDeviceTest {
    private static final int SECTORS = 300;

    private static byte[] pattern(int sizeBytes, int seed) {
        byte[] bytes = new byte[sizeBytes];
        for (int i = 0; i < sizeBytes; i++) {
            bytes[i] = (byte) (i * 31 + i / 512 + seed);
        }
        return bytes;
    }

    private static Rig started(BlockBackend backend) {
        return Rig.started(new BlockDevice(backend), BlockFeature.VIRTIO_BLK_F_FLUSH, VirtioFeature.VIRTIO_F_INDIRECT_DESC);
    }

    private static Completion read(Rig rig, long sector, int sizeBytes) {
        return rig.driver.queue(0).send(header(VIRTIO_BLK_T_IN, sector), writable(sizeBytes));
    }

    private static Completion write(Rig rig, long sector, byte... bytes) {
        return rig.driver.queue(0).send(header(VIRTIO_BLK_T_OUT, sector), readable(bytes));
    }

    @Test
    @Rule({"BLK-DEF-02", "BLK-DEV-01", "BLK-DEF-03"})
    void whatItSaysOfItself() {
        Rig rig = Rig.of(new BlockDevice(MemoryBackend.ofSize(SECTORS * 512)));
        assertEquals(SECTORS, rig.driver.read("capacity"));
        assertEquals(254, rig.driver.read("seg_max"));
        assertEquals(512, rig.driver.read("blk_size"));
        assertTrue(rig.driver.offered().has(BlockFeature.VIRTIO_BLK_F_FLUSH));
        assertFalse(rig.driver.offered().has(BlockFeature.VIRTIO_BLK_F_RO));
    }

    @Test
    @Rule({"BLK-DEF-05", "BLK-DEF-06", "BLK-DEF-08", "VQ-DEF-02"})
    void sectorsAreReadAndWritten() {
        byte[] content = pattern(SECTORS * 512, 1);
        Rig rig = started(new MemoryBackend(content));
        for (int[] range : new int[][] {{0, 1}, {7, 3}, {SECTORS - 1, 1}, {0, SECTORS}}) {
            Completion done = read(rig, range[0], range[1] * 512);
            assertEquals(VIRTIO_BLK_S_OK, done.lastByte());
            assertEquals(range[1] * 512 + 1, done.length());
            assertArrayEquals(Arrays.copyOfRange(content, range[0] * 512, (range[0] + range[1]) * 512), done.answer(0));
        }
        byte[] fresh = pattern(5 * 512, 77);
        Completion done = write(rig, 11, fresh);
        assertEquals(VIRTIO_BLK_S_OK, done.lastByte());
        assertEquals(1, done.length());
        assertArrayEquals(fresh, read(rig, 11, 5 * 512).answer(0));
        assertArrayEquals(Arrays.copyOfRange(content, 0, 11 * 512), read(rig, 0, 11 * 512).answer(0), "what is beside it stays");
        assertArrayEquals(Arrays.copyOfRange(content, 16 * 512, 20 * 512), read(rig, 16, 4 * 512).answer(0));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule({"FRAM-DEV-01", "BLK-DEF-05", "BLK-DEF-08"})
    void aRequestMayBeCutAnywhere() {
        byte[] content = pattern(4 * 512, 3);
        for (boolean indirect : new boolean[] {false, true}) {
            for (int cut : new int[] {1, 3, 5, 16, 100, 511, 512, 513}) {
                Rig rig = started(new MemoryBackend(content));
                rig.driver.queue(0).indirect(indirect);
                // 512 bytes read, in one piece of header and status each cut to bits, then the same for a write.
                List<Buffer> request = new ArrayList<>();
                cut(request, header(VIRTIO_BLK_T_IN, 2), Math.min(cut, 7));
                for (int left = 513; left > 0; left -= Math.max(cut, 3)) {
                    request.add(writable(Math.min(left, Math.max(cut, 3))));
                }
                Completion done = rig.driver.queue(0).send(request.toArray(Buffer[]::new));
                assertEquals(513, done.length());
                byte[] answer = join(done.answers());
                assertEquals(VIRTIO_BLK_S_OK, answer[512]);
                assertArrayEquals(Arrays.copyOfRange(content, 1024, 1536), Arrays.copyOf(answer, 512), "cut " + cut);

                byte[] message = Arrays.copyOf(header(VIRTIO_BLK_T_OUT, 1), 16 + 512);
                System.arraycopy(pattern(512, 9), 0, message, 16, 512);
                request.clear();
                cut(request, message, Math.max(cut, 3));
                request.add(writable(1));
                assertEquals(VIRTIO_BLK_S_OK, rig.driver.queue(0).send(request.toArray(Buffer[]::new)).lastByte());
                assertArrayEquals(pattern(512, 9), read(rig, 1, 512).answer(0));
            }
        }
    }

    private static void cut(List<Buffer> request, byte[] bytes, int size) {
        for (int at = 0; at < bytes.length; at += size) {
            request.add(readable(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
    }

    private static byte[] join(List<byte[]> parts) {
        var all = new java.io.ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    @Rule({"BLK-DRV-07", "BLK-DEF-07"})
    void rangesBehindTheEndAreRefused() {
        byte[] content = pattern(SECTORS * 512, 1);
        var backend = new MemoryBackend(content);
        Rig rig = started(backend);
        long[][] ranges = {{SECTORS, 1}, {SECTORS - 1, 2}, {SECTORS + 1, 0}, {-1, 1}, {1L << 55, 1}, {Long.MIN_VALUE, 1}, {0xffff_ffff_ffff_fff0L, 17}};
        for (long[] range : ranges) {
            Completion done = read(rig, range[0], (int) range[1] * 512);
            assertEquals(VIRTIO_BLK_S_IOERR, done.lastByte());
            assertArrayEquals(new byte[(int) range[1] * 512], done.answer(0), "nothing is read");
            assertEquals(range[1] == 0 ? 1 : 0, done.length(), "bytes written without a gap");
            assertEquals(VIRTIO_BLK_S_IOERR, write(rig, range[0], new byte[(int) range[1] * 512]).lastByte());
        }
        assertEquals(2 * ranges.length, rig.violations().stream().filter("BLK-DRV-07"::equals).count());
        assertEquals(State.of("memory-disk", 1).put("content", content).build(), backend.save());
        assertEquals(VIRTIO_BLK_S_OK, read(rig, SECTORS, 0).lastByte(), "nothing at the end is nothing behind it");
    }

    @Test
    @Rule("BLK-DRV-11")
    void lengthsThatAreNoSectorsAreRefused() {
        Rig rig = started(MemoryBackend.ofSize(4096));
        for (int length : new int[] {1, 511, 513, 1000}) {
            assertEquals(VIRTIO_BLK_S_IOERR, read(rig, 0, length).lastByte());
            assertEquals(VIRTIO_BLK_S_IOERR, write(rig, 0, pattern(length, 1)).lastByte());
        }
        assertEquals(8, rig.violations().stream().filter("BLK-DRV-11"::equals).count());
        assertArrayEquals(new byte[4096], read(rig, 0, 4096).answer(0));
    }

    @Test
    @Rule({"BLK-DEV-11", "BLK-DEV-12"})
    void aReadOnlyDiskIsNotWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("disk");
        Files.write(file, pattern(2048, 1));
        try (var backend = FileBackend.openReadOnly(file)) {
            Rig rig = Rig.of(new BlockDevice(backend));
            assertTrue(rig.driver.offered().has(BlockFeature.VIRTIO_BLK_F_RO));
            // Accepted or not: offered is what counts.
            for (int round = 0; round < 2; round++) {
                rig.driver.initialise(round == 0 ? dev.cellvisor.virtio.Features.NONE : rig.driver.offered());
                assertEquals(VIRTIO_BLK_S_IOERR, write(rig, 0, new byte[512]).lastByte());
                assertArrayEquals(pattern(2048, 1), read(rig, 0, 2048).answer(0));
            }
        }
        assertArrayEquals(pattern(2048, 1), Files.readAllBytes(file));
    }

    @Test
    @Rule({"BLK-DEF-09", "BLK-DRV-13"})
    void theDiskHasAName() {
        Rig rig = Rig.started(new BlockDevice(MemoryBackend.ofSize(512), "my disk", 16));
        Completion done = rig.driver.queue(0).send(header(VIRTIO_BLK_T_GET_ID, 0), writable(20));
        assertEquals(VIRTIO_BLK_S_OK, done.lastByte());
        assertArrayEquals(Arrays.copyOf("my disk".getBytes(), 20), done.answer(0));
        assertEquals(21, done.length());
        assertEquals(List.of(), rig.violations());

        assertArrayEquals("my d".getBytes(), rig.driver.queue(0).send(header(VIRTIO_BLK_T_GET_ID, 0), writable(4)).answer(0));
        assertEquals(VIRTIO_BLK_S_OK, rig.driver.queue(0).send(header(VIRTIO_BLK_T_GET_ID, 0), writable(40)).lastByte());
        assertEquals(List.of("BLK-DRV-13", "BLK-DRV-13"), rig.violations());
        assertThrows(IllegalArgumentException.class, () -> new BlockDevice(MemoryBackend.ofSize(512), "123456789012345678901", 16));
        Rig full = Rig.started(new BlockDevice(MemoryBackend.ofSize(512), "12345678901234567890", 16));
        assertArrayEquals("12345678901234567890".getBytes(), full.driver.queue(0).send(header(VIRTIO_BLK_T_GET_ID, 0), writable(20)).answer(0));
    }

    @Test
    @Rule("BLK-DEF-07")
    void whatItDoesNotKnowIsUnsupported() {
        Rig rig = started(MemoryBackend.ofSize(512));
        // Legacy ones, those of features that were not negotiated, zones, and what nobody has defined.
        for (int type : new int[] {2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 99, 0x8000_0000, -1}) {
            assertEquals(VIRTIO_BLK_S_UNSUPP, rig.driver.queue(0).send(header(type, 0), writable(512)).lastByte(), "type " + type);
        }
    }

    @Test
    @Rule("BLK-DEF-05")
    void crippledRequestsAreAnsweredAsFarAsTheyCanBe() {
        Rig rig = started(MemoryBackend.ofSize(512));
        var queue = rig.driver.queue(0);
        assertEquals(VIRTIO_BLK_S_IOERR, queue.send(readable(new byte[15]), writable(513)).lastByte());
        assertEquals(VIRTIO_BLK_S_IOERR, queue.send(writable(1)).lastByte());
        assertEquals(0, queue.send(readable(header(VIRTIO_BLK_T_IN, 0))).length(), "no room for a status");
        assertEquals(0, queue.send(readable()).length(), "nothing at all");
        assertEquals(List.of("BLK-DEF-05", "BLK-DEF-05", "BLK-DEF-05", "BLK-DEF-05"), rig.violations());
        assertEquals(VIRTIO_BLK_S_OK, read(rig, 0, 512).lastByte());
    }

    @Test
    void theTraceTellsWhatTheDiskDid() {
        Rig rig = started(MemoryBackend.ofSize(4096));
        write(rig, 3, new byte[1024]);
        read(rig, 8, 512);
        rig.driver.queue(0).send(header(77, 0), writable(20));
        assertEquals(List.of("virtio-blk queue 0: OUT at sector 3, 1,024 bytes: OK", "virtio-blk queue 0: IN at sector 8, 512 bytes: IOERR",
                "virtio-blk queue 0: type 77, 20 bytes: UNSUPP"), rig.facts(BlockDone.class).stream().map(BlockDone::toString).toList());
    }

    @Test
    @Rule({"BLK-DEV-21", "BLK-DEV-23", "BLK-DRV-09", "BLK-DRV-10"})
    void writesAreCommittedWhenTheDriverRelatesToIt() {
        var backend = new NotingBackend();
        Rig rig = Rig.started(new BlockDevice(backend), BlockFeature.VIRTIO_BLK_F_FLUSH);
        write(rig, 1, new byte[512]);
        assertEquals(List.of("write 512"), backend.asked);
        assertEquals(VIRTIO_BLK_S_OK, rig.driver.queue(0).send(readable(header(VIRTIO_BLK_T_FLUSH, 0)), writable(1)).lastByte());
        assertEquals(List.of("write 512", "flush"), backend.asked);
        assertEquals(List.of(), rig.violations());
        rig.driver.queue(0).send(header(VIRTIO_BLK_T_FLUSH, 5), readable(new byte[512]));
        assertEquals(List.of("BLK-DRV-09"), rig.violations());
        assertEquals(List.of("BLK-DRV-10"), rig.advice());

        backend.asked.clear();
        rig.driver.initialise();
        write(rig, 1, new byte[512]);
        assertEquals(List.of("write 512", "flush"), backend.asked, "without FLUSH a write is committed before it is answered");
    }

    @Test
    void theHostsTroubleIsAnErrorForTheGuestAndASentenceForUs() {
        var backend = new NotingBackend();
        Rig rig = started(backend);
        backend.broken = "";
        assertEquals(VIRTIO_BLK_S_IOERR, read(rig, 0, 512).lastByte());
        assertEquals(VIRTIO_BLK_S_IOERR, write(rig, 0, new byte[512]).lastByte());
        assertEquals(VIRTIO_BLK_S_IOERR, rig.driver.queue(0).send(readable(header(VIRTIO_BLK_T_FLUSH, 0)), writable(1)).lastByte());
        assertEquals(3, rig.facts(HostTrouble.class).size());
        assertTrue(rig.facts(HostTrouble.class).getFirst().toString().contains("disk on fire"));
        assertFalse(rig.needsReset());
        backend.broken = null;
        assertEquals(VIRTIO_BLK_S_OK, read(rig, 0, 512).lastByte());
    }

    @Test
    void aFileIsWrittenThrough(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("disk");
        Files.write(file, pattern(200 * 1024, 1));
        try (var backend = FileBackend.open(file)) {
            Rig rig = started(backend);
            assertArrayEquals(pattern(200 * 1024, 1), read(rig, 0, 200 * 1024).answer(0));
            assertEquals(VIRTIO_BLK_S_OK, write(rig, 3, pattern(150 * 1024, 5)).lastByte());
        }
        byte[] expected = pattern(200 * 1024, 1);
        System.arraycopy(pattern(150 * 1024, 5), 0, expected, 3 * 512, 150 * 1024);
        assertArrayEquals(expected, Files.readAllBytes(file));
        Files.write(file, new byte[513]);
        assertThrows(IllegalArgumentException.class, () -> FileBackend.open(file));
    }

    @Test
    void anOverlayLeavesTheFileAloneAndStartsAfreshEachTime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("disk");
        byte[] content = pattern(300 * 1024 + 512, 1);
        Files.write(file, content);
        State saved;
        try (var overlay = new OverlayBackend(FileBackend.openReadOnly(file))) {
            Rig rig = started(overlay);
            assertEquals(VIRTIO_BLK_S_OK, write(rig, 127, pattern(1024, 9)).lastByte(), "over the border of two clusters");
            assertEquals(VIRTIO_BLK_S_OK, write(rig, 600, pattern(512, 8)).lastByte(), "in the last, short one");
            System.arraycopy(pattern(1024, 9), 0, content, 127 * 512, 1024);
            System.arraycopy(pattern(512, 8), 0, content, 600 * 512, 512);
            assertArrayEquals(content, read(rig, 0, content.length).answer(0));
            assertEquals(2 * 65536 + 45568, overlay.changedBytes());
            saved = overlay.save();
        }
        assertArrayEquals(pattern(300 * 1024 + 512, 1), Files.readAllBytes(file));
        try (var overlay = new OverlayBackend(FileBackend.openReadOnly(file))) {
            Rig rig = started(overlay);
            assertArrayEquals(pattern(512, 1), read(rig, 0, 512).answer(0));
            assertNotEquals(saved, overlay.save());
            overlay.restore(saved);
            assertEquals(saved, overlay.save());
            assertArrayEquals(content, read(rig, 0, content.length).answer(0));
            overlay.discardChanges();
            assertArrayEquals(pattern(300 * 1024 + 512, 1), read(rig, 0, content.length).answer(0));
        }
    }
}

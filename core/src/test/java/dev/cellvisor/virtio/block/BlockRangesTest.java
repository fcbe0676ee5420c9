package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_IOERR;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_OK;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_UNSUPP;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_DISCARD;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_SECURE_ERASE;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_WRITE_ZEROES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discard, write zeroes and secure erase: requests that carry ranges. */
class BlockRangesTest {
    private static final int SECTORS = 3000;
    private static final int[] KINDS = {VIRTIO_BLK_T_DISCARD, VIRTIO_BLK_T_WRITE_ZEROES, VIRTIO_BLK_T_SECURE_ERASE};

    private static Disk disk() {
        return Disk.started(BlockDevice.of(new MemoryBackend(Disk.pattern(SECTORS * 512, 1)))
                .discard(100, 3, 1).writeZeroes(200, 4).secureErase(300, 5, 1).build());
    }

    private static byte[] zeroed(int[]... ranges) {
        byte[] content = Disk.pattern(SECTORS * 512, 1);
        for (int[] range : ranges) {
            Arrays.fill(content, range[0] * 512, (range[0] + range[1]) * 512, (byte) 0);
        }
        return content;
    }

    @Test
    @Rule({"BLK-DEF-10", "BLK-DEV-17"})
    void everyRangeIsDoneAndNothingBesideIt() {
        for (int kind : KINDS) {
            Disk disk = disk();
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(kind, new long[] {7, 1, 0}));
            assertArrayEquals(zeroed(new int[] {7, 1}), disk.read(0, SECTORS), BlockRequest.typeName(kind));
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(kind, new long[] {100, 50, 0}, new long[] {SECTORS - 1, 1, 0}, new long[] {0, 2, 0}));
            assertArrayEquals(zeroed(new int[] {7, 1}, new int[] {100, 50}, new int[] {SECTORS - 1, 1}, new int[] {0, 2}), disk.read(0, SECTORS));
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(kind, new long[] {500, 0, 0}), "nothing is nothing");
            assertEquals(List.of(), disk.violations());
        }
    }

    @Test
    @Rule({"BLK-DEV-17", "BLK-DEF-10"})
    void zeroesAreZeroesWithAndWithoutUnmap(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("disk");
        Files.write(file, Disk.pattern(SECTORS * 512, 1));
        Path base = folder.resolve("base");
        Files.write(base, Disk.pattern(SECTORS * 512, 1));
        for (BlockBackend backend : List.of(new MemoryBackend(Disk.pattern(SECTORS * 512, 1)), FileBackend.open(file),
                new OverlayBackend(FileBackend.openReadOnly(base)), new CachedBackend(new MemoryBackend(Disk.pattern(SECTORS * 512, 1)), 1),
                new WearBackend(new MemoryBackend(Disk.pattern(SECTORS * 512, 1)), 10, 10))) {
            try (backend) {
                Disk disk = Disk.started(backend);
                int[][] ranges = {{1, 1}, {100, 300}, {127, 129}, {1000, 2000}};
                for (int i = 0; i < ranges.length; i++) {
                    for (int unmap = 0; unmap < 2; unmap++) {
                        disk.write(ranges[i][0], Disk.pattern(ranges[i][1] * 512, 5));
                        assertEquals(VIRTIO_BLK_S_OK, disk.ranges(VIRTIO_BLK_T_WRITE_ZEROES, new long[] {ranges[i][0], ranges[i][1], unmap}));
                        assertArrayEquals(zeroed(Arrays.copyOf(ranges, i + 1)), disk.read(0, SECTORS), backend + " unmap " + unmap);
                    }
                }
            }
        }
    }

    @Test
    @Rule({"BLK-DEV-13", "BLK-DEV-14", "BLK-DRV-19"})
    void flagsThatAreNotKnownAreUnsupported() {
        for (int kind : KINDS) {
            Disk disk = disk();
            for (int bit = kind == VIRTIO_BLK_T_WRITE_ZEROES ? 1 : 0; bit < 32; bit++) {
                assertEquals(VIRTIO_BLK_S_UNSUPP, disk.ranges(kind, new long[] {5, 1, 1L << bit}), BlockRequest.typeName(kind) + " bit " + bit);
            }
            assertEquals(VIRTIO_BLK_S_UNSUPP, disk.ranges(kind, new long[] {5, 1, 0}, new long[] {9, 1, 2}), "in a later range too");
            assertArrayEquals(Disk.pattern(SECTORS * 512, 1), disk.read(0, SECTORS), "nothing is done");
            assertEquals(kind == VIRTIO_BLK_T_DISCARD ? List.of("BLK-DRV-19") : List.of(), disk.violations());
        }
    }

    @Test
    @Rule({"BLK-DRV-14", "BLK-DRV-15", "BLK-DRV-16"})
    void tooManyRangesAreRefused() {
        Map<Integer, String> rules = Map.of(VIRTIO_BLK_T_DISCARD, "BLK-DRV-14", VIRTIO_BLK_T_SECURE_ERASE, "BLK-DRV-15", VIRTIO_BLK_T_WRITE_ZEROES, "BLK-DRV-16");
        Map<Integer, Integer> most = Map.of(VIRTIO_BLK_T_DISCARD, 3, VIRTIO_BLK_T_WRITE_ZEROES, 4, VIRTIO_BLK_T_SECURE_ERASE, 5);
        for (int kind : KINDS) {
            Disk disk = disk();
            long[][] ranges = new long[most.get(kind) + 1][];
            for (int i = 0; i < ranges.length; i++) {
                ranges[i] = new long[] {i * 2L, 1, 0};
            }
            assertEquals(VIRTIO_BLK_S_IOERR, disk.ranges(kind, ranges));
            assertArrayEquals(Disk.pattern(SECTORS * 512, 1), disk.read(0, SECTORS));
            assertEquals(List.of(rules.get(kind)), disk.violations());
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(kind, Arrays.copyOf(ranges, ranges.length - 1)));
        }
    }

    @Test
    @Rule("BLK-DEF-04")
    void limitsCountSectorsOf512Bytes() {
        Map<Integer, Integer> most = Map.of(VIRTIO_BLK_T_DISCARD, 100, VIRTIO_BLK_T_WRITE_ZEROES, 200, VIRTIO_BLK_T_SECURE_ERASE, 300);
        for (int kind : KINDS) {
            Disk disk = Disk.started(BlockDevice.of(new MemoryBackend(Disk.pattern(SECTORS * 512, 1))).blockSize(4096)
                    .discard(100, 3, 1).writeZeroes(200, 4).secureErase(300, 5, 1).build());
            int limit = most.get(kind);
            assertEquals(VIRTIO_BLK_S_IOERR, disk.ranges(kind, new long[] {10, limit + 1, 0}));
            assertEquals(VIRTIO_BLK_S_IOERR, disk.ranges(kind, new long[] {10, 0xffff_ffffL, 0}));
            assertArrayEquals(Disk.pattern(SECTORS * 512, 1), disk.read(0, SECTORS));
            assertEquals(List.of("BLK-DEF-04", "BLK-DEF-04"), disk.violations());
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(kind, new long[] {10, limit, 0}));
            assertArrayEquals(zeroed(new int[] {10, limit}), disk.read(0, SECTORS));
        }
    }

    @Test
    @Rule("BLK-DRV-12")
    void dataThatIsNoRangesIsRefused() {
        for (int kind : KINDS) {
            Disk disk = disk();
            for (int length : new int[] {0, 1, 15, 17, 24}) {
                Buffer data = Buffer.readable(Arrays.copyOf(BlockRequest.segment(3, 1, 0), length));
                assertEquals(VIRTIO_BLK_S_IOERR, disk.send(kind, 0, data).lastByte(), length + " bytes");
            }
            assertArrayEquals(Disk.pattern(SECTORS * 512, 1), disk.read(0, SECTORS));
            assertEquals(List.of("BLK-DRV-12", "BLK-DRV-12", "BLK-DRV-12", "BLK-DRV-12"), disk.violations());
        }
    }

    @Test
    @Rule("BLK-DRV-07")
    void rangesBehindTheEndAreRefused() {
        long[][] ranges = {{SECTORS, 1}, {SECTORS - 1, 2}, {SECTORS + 1, 0}, {-1, 1}, {Long.MIN_VALUE, 1}, {1L << 55, 1}, {0xffff_ffff_ffff_fff0L, 17}};
        for (int kind : KINDS) {
            Disk disk = disk();
            for (long[] range : ranges) {
                assertEquals(VIRTIO_BLK_S_IOERR, disk.ranges(kind, new long[] {1, 1, 0}, new long[] {range[0], range[1], 0}));
            }
            assertArrayEquals(Disk.pattern(SECTORS * 512, 1), disk.read(0, SECTORS));
            assertEquals(ranges.length, disk.violations().stream().filter("BLK-DRV-07"::equals).count());
        }
    }

    @Test
    @Rule({"BLK-DEV-11", "BLK-DEV-12"})
    void aReadOnlyDiskKeepsItsContent() {
        var backend = new MemoryBackend(Disk.pattern(SECTORS * 512, 1));
        Disk disk = Disk.started(BlockDevice.of(backend).readOnly().build());
        assertEquals(VIRTIO_BLK_S_IOERR, disk.write(0, new byte[512]));
        for (int kind : KINDS) {
            assertEquals(VIRTIO_BLK_S_UNSUPP, disk.ranges(kind, new long[] {0, 1, 0}));
        }
        assertArrayEquals(Disk.pattern(SECTORS * 512, 1), disk.read(0, SECTORS));
    }

    @Test
    void withoutTheirFeatureTheyAreUnsupported() {
        Disk disk = disk().startWithout(BlockFeature.VIRTIO_BLK_F_DISCARD, BlockFeature.VIRTIO_BLK_F_WRITE_ZEROES, BlockFeature.VIRTIO_BLK_F_SECURE_ERASE);
        for (int kind : KINDS) {
            assertEquals(VIRTIO_BLK_S_UNSUPP, disk.ranges(kind, new long[] {0, 1, 0}));
        }
        assertArrayEquals(Disk.pattern(SECTORS * 512, 1), disk.read(0, SECTORS));
    }

    @Test
    @Rule({"BLK-DEV-15", "BLK-DEV-16", "BLK-DEV-18"})
    void aFileGivesItsRoomBack(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("disk");
        byte[] content = Disk.pattern(1 << 20, 1);
        Files.write(file, content);
        try (var backend = FileBackend.open(file)) {
            assumeTrue(backend.discards(), "skipped: the file system of " + folder + " cannot punch holes");
            Disk disk = Disk.started(backend);
            assertEquals(1, disk.rig.driver.read("write_zeroes_may_unmap"));
            long full = blocks(file);
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(VIRTIO_BLK_T_WRITE_ZEROES, new long[] {0, 512, 0}));
            assertEquals(full, blocks(file), "without unmap, nothing is given back");
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(VIRTIO_BLK_T_WRITE_ZEROES, new long[] {0, 512, 1}));
            assertTrue(blocks(file) <= full - 512, "with it, 256 KiB are");
            assertEquals(VIRTIO_BLK_S_OK, disk.ranges(VIRTIO_BLK_T_DISCARD, new long[] {1024, 1024, 0}));
            assertTrue(blocks(file) <= full - 1536);
            Arrays.fill(content, 0, 512 * 512, (byte) 0);
            assertArrayEquals(Arrays.copyOf(content, 1024 * 512), disk.read(0, 1024));
            assertEquals(1 << 20, Files.size(file));
        }
        Disk never = Disk.started(new NotingBackend());
        assertEquals(0, never.rig.driver.read("write_zeroes_may_unmap"), "a backend that only writes zeroes says so");
        assertFalse(never.rig.driver.offered().has(BlockFeature.VIRTIO_BLK_F_DISCARD));
    }

    /** How much room a file takes, in blocks of 512 bytes, after everything is on the disk. */
    private static long blocks(Path file) throws Exception {
        new ProcessBuilder("sync", file.toString()).inheritIO().start().waitFor();
        Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
        return Long.parseLong(new String(stat.getInputStream().readAllBytes()).strip());
    }

    @Test
    void theHostsTroubleIsAnError() {
        var backend = new NotingBackend();
        Disk disk = Disk.started(backend);
        backend.broken = "write";
        assertEquals(VIRTIO_BLK_S_IOERR, disk.ranges(VIRTIO_BLK_T_WRITE_ZEROES, new long[] {0, 1, 0}));
        assertEquals(1, disk.rig.facts(dev.cellvisor.virtio.HostTrouble.class).size());
    }
}

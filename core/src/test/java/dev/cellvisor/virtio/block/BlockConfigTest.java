package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_BARRIER;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_CONFIG_WCE;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_DISCARD;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_FLUSH;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_GEOMETRY;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_LIFETIME;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_MQ;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_RO;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_SCSI;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_SECURE_ERASE;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_SIZE_MAX;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_TOPOLOGY;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_WRITE_ZEROES;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_ZONED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a disk says of itself: features, configuration fields, queues, capacity. */
class BlockConfigTest {
    private static final int SECTORS = 5000;

    private static MemoryBackend memory() {
        return MemoryBackend.ofSize(SECTORS * 512);
    }

    /** Configuration fields by the feature that gives them a meaning (VIRTIO 1.4, 5.2.4). */
    private static final Map<BlockFeature, List<String>> FIELDS = Map.of(
            VIRTIO_BLK_F_SIZE_MAX, List.of("size_max"),
            VIRTIO_BLK_F_MQ, List.of("num_queues"),
            VIRTIO_BLK_F_DISCARD, List.of("max_discard_sectors", "max_discard_seg", "discard_sector_alignment"),
            VIRTIO_BLK_F_WRITE_ZEROES, List.of("max_write_zeroes_sectors", "max_write_zeroes_seg"),
            VIRTIO_BLK_F_SECURE_ERASE, List.of("max_secure_erase_sectors", "max_secure_erase_seg", "secure_erase_sector_alignment"));

    @Test
    @Rule({"BLK-DEF-02", "BLK-DEF-03", "BLK-DEF-04"})
    void everyOptionIsInItsField() {
        Rig rig = Rig.of(BlockDevice.of(memory()).queues(3).queueSize(64).blockSize(4096).sizeMax(65536).segMax(20).geometry(9, 8, 7)
                .topology(3, 2, 4, 16).discard(1000, 5, 8).writeZeroes(2000, 6).secureErase(3000, 7, 16).build());
        Map<String, Long> expected = Map.ofEntries(Map.entry("capacity", (long) SECTORS), Map.entry("size_max", 65536L), Map.entry("seg_max", 20L),
                Map.entry("geometry.cylinders", 9L), Map.entry("geometry.heads", 8L), Map.entry("geometry.sectors", 7L),
                Map.entry("blk_size", 4096L), Map.entry("topology.physical_block_exp", 3L), Map.entry("topology.alignment_offset", 2L),
                Map.entry("topology.min_io_size", 4L), Map.entry("topology.opt_io_size", 16L), Map.entry("num_queues", 3L),
                Map.entry("max_discard_sectors", 1000L), Map.entry("max_discard_seg", 5L), Map.entry("discard_sector_alignment", 8L),
                Map.entry("max_write_zeroes_sectors", 2000L), Map.entry("max_write_zeroes_seg", 6L), Map.entry("write_zeroes_may_unmap", 0L),
                Map.entry("max_secure_erase_sectors", 3000L), Map.entry("max_secure_erase_seg", 7L), Map.entry("secure_erase_sector_alignment", 16L));
        expected.forEach((field, value) -> assertEquals(value, rig.driver.read(field), field));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    @Rule("BLK-DEF-03")
    void aFieldHasAMeaningExactlyWithItsFeature() {
        for (BlockDevice device : List.of(new BlockDevice(memory()), new BlockDevice(new NotingBackend()), BlockDevice.of(memory()).readOnly().build(),
                BlockDevice.of(memory()).queues(2).sizeMax(4096).build(), new BlockDevice(OverlayBackend.ofSize(1 << 20)))) {
            VirtioDriver driver = Rig.of(device).driver;
            FIELDS.forEach((feature, fields) -> fields.forEach(
                    field -> assertEquals(driver.offered().has(feature), driver.read(field) != 0, device + ": " + field)));
        }
    }

    @Test
    @Rule({"BLK-DEV-01", "BLK-DEV-02", "BLK-DEV-25", "BLK-DEV-26"})
    void itOffersWhatTheBackendCanDo(@TempDir Path folder) throws IOException {
        Features memory = new BlockDevice(memory()).features();
        assertEquals(List.of("SEG_MAX", "GEOMETRY", "BLK_SIZE", "FLUSH", "TOPOLOGY", "CONFIG_WCE", "DISCARD", "WRITE_ZEROES", "SECURE_ERASE"), names(memory));
        assertEquals(List.of("SEG_MAX", "GEOMETRY", "BLK_SIZE", "FLUSH", "TOPOLOGY", "CONFIG_WCE", "WRITE_ZEROES"),
                names(new BlockDevice(new NotingBackend()).features()), "a backend without discard");
        assertEquals(List.of("SEG_MAX", "GEOMETRY", "RO", "BLK_SIZE", "FLUSH", "TOPOLOGY", "CONFIG_WCE"),
                names(BlockDevice.of(memory()).readOnly().build().features()), "nothing that writes");
        assertTrue(new BlockDevice(new WearBackend(memory(), 100, 10)).features().has(VIRTIO_BLK_F_LIFETIME));
        assertTrue(new BlockDevice(new CachedBackend(new WearBackend(memory(), 100, 10), 1)).features().has(VIRTIO_BLK_F_LIFETIME));

        Path file = folder.resolve("disk");
        Files.write(file, new byte[4096]);
        try (var backend = FileBackend.open(file)) {
            Features features = new BlockDevice(backend).features();
            assertFalse(features.has(VIRTIO_BLK_F_LIFETIME), "a file has no wear to tell of");
            assertFalse(features.has(VIRTIO_BLK_F_SECURE_ERASE), "and the host may keep copies");
            assertEquals(backend.discards(), features.has(VIRTIO_BLK_F_DISCARD));
        }
        for (BlockFeature never : List.of(VIRTIO_BLK_F_BARRIER, VIRTIO_BLK_F_SCSI, VIRTIO_BLK_F_ZONED)) {
            assertFalse(memory.has(never), never.name());
        }
    }

    private static List<String> names(Features features) {
        return features.names(List.of(BlockFeature.values())).stream().map(name -> name.replace("VIRTIO_BLK_F_", "")).toList();
    }

    @Test
    @Rule("BLK-DEV-02")
    void withoutFlushThereIsNoToggleEither() {
        for (BlockDevice device : List.of(BlockDevice.of(memory()).withoutFlush().build(),
                (BlockDevice) new BlockDevice(memory()).withhold(VIRTIO_BLK_F_FLUSH))) {
            Features offered = Rig.of(device).driver.offered();
            assertFalse(offered.has(VIRTIO_BLK_F_FLUSH));
            assertFalse(offered.has(VIRTIO_BLK_F_CONFIG_WCE));
        }
    }

    @Test
    @Rule("BLK-DEV-04")
    void paddingIsZero() {
        Rig rig = Rig.of(BlockDevice.of(memory()).queues(64).discard(-1 >>> 1, -1 >>> 1, -1 >>> 1).secureErase(-1 >>> 1, -1 >>> 1, -1 >>> 1)
                .writeZeroes(-1 >>> 1, -1 >>> 1).build());
        for (int round = 0; round < 2; round++) {
            for (int offset : new int[] {33, 57, 58, 59}) {
                assertEquals(0, rig.driver.read(VirtioRegister.CONFIG + offset, 1), "byte " + offset);
            }
            rig.driver.initialise(rig.driver.offered());
            rig.driver.write("writeback", 0);
        }
    }

    @Test
    @Rule("BLK-DEF-01")
    void thereAreAsManyQueuesAsBothSidesAgreed() {
        VirtioDriver driver = Rig.of(BlockDevice.of(memory()).queues(3).build()).driver;
        assertEquals(3, driver.read("num_queues"));
        assertEquals(List.of(256L, 256L, 256L, 0L), queueSizes(driver), "before the driver has chosen");
        driver.initialise(driver.offered());
        assertEquals(List.of(256L, 256L, 256L, 0L), queueSizes(driver));
        driver.initialise(driver.offered().without(Features.of(VIRTIO_BLK_F_MQ)));
        assertEquals(List.of(256L, 0L, 0L, 0L), queueSizes(driver), "without MQ there is one");

        driver = Rig.of(new BlockDevice(memory())).driver;
        assertFalse(driver.offered().has(VIRTIO_BLK_F_MQ));
        assertEquals(List.of(256L, 0L), queueSizes(driver).subList(0, 2));
    }

    private static List<Long> queueSizes(VirtioDriver driver) {
        return List.of(0, 1, 2, 3).stream().map(queue -> {
            driver.write("QueueSel", queue);
            return driver.read("QueueSizeMax");
        }).toList();
    }

    @Test
    void eachQueueWorksAlone() {
        byte[] content = Disk.pattern(SECTORS * 512, 3);
        Rig rig = Rig.of(BlockDevice.of(new MemoryBackend(content)).queues(4).latency((type, sector, bytes) -> 1000 - sector).build());
        rig.driver.initialise(rig.driver.offered());
        int[] heads = new int[4];
        for (int queue = 0; queue < 4; queue++) {
            heads[queue] = rig.driver.queue(queue).submit(dev.cellvisor.virtio.driver.Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, queue)),
                    dev.cellvisor.virtio.driver.Buffer.writable(512), dev.cellvisor.virtio.driver.Buffer.writable(1));
            rig.driver.queue(queue).notifyDevice();
        }
        rig.driver.queue(1).disable();
        for (int queue = 3; queue >= 0; queue--) {
            assertEquals(0, rig.driver.queue(queue).usedIdx(), "queue " + queue + " waits for its own request");
            if (queue != 1) {
                rig.toNextEvent();
                var done = rig.driver.queue(queue).completed();
                assertEquals(heads[queue], done.used().id());
                assertArrayEquals(java.util.Arrays.copyOfRange(content, queue * 512, queue * 512 + 512), done.answer(0));
            }
        }
        assertFalse(rig.toNextEvent(), "the request of the stopped queue is gone");
    }

    @Test
    @Rule({"BLK-DEV-09", "BLK-DEV-10", "BLK-DEF-02"})
    void aNewSizeIsSeenWithAnInterrupt() throws IOException {
        Disk disk = Disk.started(new MemoryBackend(Disk.pattern(SECTORS * 512, 1)));
        byte[] before = disk.read(0, 9);
        long generation = disk.rig.driver.read("ConfigGeneration");
        for (int sectors : new int[] {2 * SECTORS, 10, SECTORS}) {
            disk.device.resize(sectors * 512L);
            assertEquals(VirtioRegister.INT_CONFIG_CHANGE, disk.rig.driver.interruptStatus());
            disk.rig.driver.acknowledge();
            assertNotEquals(generation, generation = disk.rig.driver.read("ConfigGeneration"));
            assertEquals(sectors, disk.rig.driver.read("capacity"));
            assertArrayEquals(before, disk.read(0, 9));
            assertEquals(BlockRequest.VIRTIO_BLK_S_OK, disk.write(sectors - 1, new byte[512]));
            assertEquals(BlockRequest.VIRTIO_BLK_S_IOERR, disk.write(sectors, new byte[512]));
        }
        assertArrayEquals(new byte[512], disk.read(20, 1), "what was cut off is gone");
        assertThrows(IllegalArgumentException.class, () -> disk.device.resize(513));
        assertThrows(UnsupportedOperationException.class, () -> new BlockDevice(new NotingBackend()).resize(512));
    }

    @Test
    @Rule("BLK-DEF-06")
    void sectorsAre512BytesWhateverTheBlockSize() {
        byte[] content = Disk.pattern(64 * 512, 1);
        Disk disk = Disk.started(BlockDevice.of(new MemoryBackend(content)).blockSize(4096).build());
        assertArrayEquals(java.util.Arrays.copyOfRange(content, 9 * 512, 12 * 512), disk.read(9, 3));
        assertEquals(BlockRequest.VIRTIO_BLK_S_OK, disk.write(7, Disk.pattern(512, 99)));
        assertArrayEquals(Disk.pattern(512, 99), disk.read(7, 1));
        assertArrayEquals(java.util.Arrays.copyOfRange(content, 8 * 512, 9 * 512), disk.read(8, 1));
    }

    @Test
    @Rule({"BLK-DEF-11", "BLK-DEV-27"})
    void aDiskThatWearsSaysHowMuch() {
        var wear = new WearBackend(memory(), 160, 20);
        Disk disk = Disk.started(wear);
        long life = 20L * SECTORS * 512;
        // Part of the life used; reserve, SLC (half as much used as MLC is worth 16/8), MLC.
        long[][] expected = {{0, 1, 1, 1}, {5, 1, 1, 1}, {10, 1, 2, 1}, {15, 1, 3, 2}, {35, 1, 7, 4}, {100, 1, 11, 10}, {111, 1, 11, 11},
                {113, 2, 11, 11}, {117, 3, 11, 11}, {500, 3, 11, 11}, {100_000, 3, 11, 11}};
        long aged = 0;
        for (long[] step : expected) {
            wear.age(life * step[0] / 100 - aged);
            aged = life * step[0] / 100;
            var done = disk.send(BlockRequest.VIRTIO_BLK_T_GET_LIFETIME, 0, dev.cellvisor.virtio.driver.Buffer.writable(6));
            assertEquals(BlockRequest.VIRTIO_BLK_S_OK, done.lastByte());
            assertEquals(7, done.length());
            assertArrayEquals(new byte[] {(byte) step[1], 0, (byte) step[2], 0, (byte) step[3], 0}, done.answer(0), step[0] + " %");
        }
        assertEquals(BlockRequest.VIRTIO_BLK_S_IOERR,
                disk.send(BlockRequest.VIRTIO_BLK_T_GET_LIFETIME, 0, dev.cellvisor.virtio.driver.Buffer.writable(5)).lastByte());
        disk.write(0, new byte[1024]);
        assertEquals(aged + 1024, wear.writtenBytes());
        disk.startWithout(VIRTIO_BLK_F_LIFETIME);
        assertEquals(BlockRequest.VIRTIO_BLK_S_UNSUPP,
                disk.send(BlockRequest.VIRTIO_BLK_T_GET_LIFETIME, 0, dev.cellvisor.virtio.driver.Buffer.writable(6)).lastByte());
        for (int[] reserved : new int[][] {{4, 1, 1}, {1, 12, 1}, {1, 1, 12}, {-1, 1, 1}}) {
            assertThrows(IllegalArgumentException.class, () -> new Lifetime(reserved[0], reserved[1], reserved[2]));
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        var builder = BlockDevice.of(memory());
        assertThrows(IllegalArgumentException.class, () -> builder.queues(0));
        assertThrows(IllegalArgumentException.class, () -> builder.blockSize(1000));
        assertThrows(IllegalArgumentException.class, () -> builder.discard(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.geometry(65536, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.id("123456789012345678901"));
        assertThrows(IllegalArgumentException.class, () -> builder.queueSize(0).build());
        Features ro = BlockDevice.of(memory()).readOnly().build().features();
        assertTrue(ro.has(VIRTIO_BLK_F_RO) && ro.has(VIRTIO_BLK_F_GEOMETRY) && ro.has(VIRTIO_BLK_F_TOPOLOGY));
    }

    @Test
    @Rule("CFG-DRV-03")
    void aFieldWhoseFeatureIsNotOfferedIsNotToBeRead() {
        Disk disk = Disk.of(new BlockDevice(new MemoryBackend(new byte[1 << 20])));
        disk.rig.driver.initialise(disk.rig.driver.offered());
        for (String offered : List.of("capacity", "seg_max", "blk_size", "geometry.heads", "topology.opt_io_size", "writeback", "max_write_zeroes_seg")) {
            disk.rig.driver.read(offered);
        }
        assertEquals(List.of(), disk.violations());
        disk.rig.driver.read("size_max");
        assertEquals(List.of("CFG-DRV-03"), disk.violations());
        disk.rig.driver.read("num_queues");
        assertEquals(List.of("CFG-DRV-03", "CFG-DRV-03"), disk.violations());

        var device = new BlockDevice(new MemoryBackend(new byte[1 << 20]));
        device.withhold(BlockFeature.VIRTIO_BLK_F_GEOMETRY);
        Disk without = Disk.of(device);
        without.rig.driver.initialise(without.rig.driver.offered());
        without.rig.driver.read("geometry.heads");
        assertEquals(List.of("CFG-DRV-03"), without.violations(), "withheld is not offered");
    }
}

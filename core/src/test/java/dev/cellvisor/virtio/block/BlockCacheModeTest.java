package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_CONFIG_WCE;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_FLUSH;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_IOERR;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_OK;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_WRITE_ZEROES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.HostTrouble;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.VirtioDriver;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a write lasts: by what was negotiated, and by the field {@code writeback}. */
class BlockCacheModeTest {
    private final NotingBackend backend = new NotingBackend();

    private void writes(Disk disk, boolean committed) {
        backend.asked.clear();
        assertEquals(VIRTIO_BLK_S_OK, disk.write(1, new byte[512]));
        assertEquals(committed ? List.of("write 512", "flush") : List.of("write 512"), backend.asked);
        assertEquals(!committed, disk.device.writeback());
    }

    @Test
    @Rule({"BLK-DEV-21", "BLK-DEV-22", "BLK-DEV-24"})
    void writesAreCommittedUnlessTheDriverCanFlushAndWantsTo() {
        Disk disk = Disk.of(new BlockDevice(backend));
        writes(disk.startWithout(VIRTIO_BLK_F_FLUSH, VIRTIO_BLK_F_CONFIG_WCE), true);
        writes(disk.startWithout(VIRTIO_BLK_F_CONFIG_WCE), false);
        writes(disk.startWithout(VIRTIO_BLK_F_FLUSH), true);
        writes(disk.startWithout(), false);
        disk.rig.driver.write("writeback", 0);
        writes(disk, true);
        disk.rig.driver.write("writeback", 1);
        writes(disk, false);
        writes(Disk.started(BlockDevice.of(backend).withoutFlush().build()), true);
        writes(Disk.started(BlockDevice.of(backend).writethrough().build()), true);
        assertEquals(List.of(), disk.violations());
    }

    @Test
    @Rule("BLK-DEV-22")
    void zeroesAreWritesToo() {
        Disk disk = Disk.started(new BlockDevice(backend));
        disk.rig.driver.write("writeback", 0);
        assertEquals(VIRTIO_BLK_S_OK, disk.ranges(VIRTIO_BLK_T_WRITE_ZEROES, new long[] {2, 1, 0}));
        assertEquals(List.of("write 1024", "flush"), backend.asked);
    }

    @Test
    @Rule("BLK-DEV-03")
    void toggleWithoutFlushStartsAsWritethrough() {
        Disk disk = Disk.of(new BlockDevice(backend));
        for (int round = 0; round < 2; round++) {
            disk.rig.driver.begin();
            assertTrue(disk.rig.driver.negotiate(VIRTIO_BLK_F_CONFIG_WCE));
            assertEquals(0, disk.rig.driver.read("writeback"), "between FEATURES_OK and DRIVER_OK");
            disk.startWithout(VIRTIO_BLK_F_FLUSH);
            assertEquals(0, disk.rig.driver.read("writeback"));
            disk.rig.driver.write("writeback", 1);
            disk.startWithout();
            assertEquals(1, disk.rig.driver.read("writeback"), "with FLUSH it starts as it was made");
        }
        assertEquals(0, Disk.started(BlockDevice.of(backend).writethrough().build()).rig.driver.read("writeback"));
    }

    @Test
    void theFieldIsNotTheDriversWithoutTheFeature() {
        Disk disk = Disk.of(new BlockDevice(backend)).startWithout(VIRTIO_BLK_F_CONFIG_WCE);
        disk.rig.driver.write("writeback", 0);
        assertEquals(1, disk.rig.driver.read("writeback"));
        writes(disk, false);
        disk.startWithout();
        disk.rig.driver.write("writeback", 0x80);
        assertEquals(1, disk.rig.driver.read("writeback"), "what is not 0 is writeback");
    }

    @Test
    @Rule("BLK-DEV-23")
    void aFlushIsAnsweredOnlyWhenTheBackendHasDoneIt() {
        Disk disk = Disk.started(new BlockDevice(backend));
        assertEquals(VIRTIO_BLK_S_OK, disk.write(1, new byte[512]));
        assertEquals(VIRTIO_BLK_S_OK, disk.flush());
        assertEquals(List.of("write 512", "flush"), backend.asked);
        backend.broken = "flush";
        assertEquals(VIRTIO_BLK_S_IOERR, disk.flush(), "a flush that failed is no flush");
        disk.rig.driver.write("writeback", 0);
        assertEquals(VIRTIO_BLK_S_IOERR, disk.write(1, new byte[512]), "nor is a write that was to last a write");
        assertEquals(2, disk.rig.facts(HostTrouble.class).size());
        backend.broken = null;
        assertEquals(VIRTIO_BLK_S_OK, disk.write(1, new byte[512]));
    }

    @Test
    @Rule({"BLK-DEV-21", "BLK-DEV-22", "BLK-DEV-23"})
    void whatIsStableSurvivesAPowerCut() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            var disk = MemoryBackend.ofSize(1 << 16);
            var cache = new CachedBackend(disk, seed);
            Disk guest = Disk.of(new BlockDevice(cache));
            guest.startWithout(VIRTIO_BLK_F_FLUSH, VIRTIO_BLK_F_CONFIG_WCE).write(0, Disk.pattern(4096, seed));
            guest.startWithout().write(10, Disk.pattern(4096, seed + 1));
            guest.flush();
            guest.rig.driver.write("writeback", 0);
            guest.write(20, Disk.pattern(4096, seed + 2));
            guest.rig.driver.write("writeback", 1);
            guest.write(30, Disk.pattern(4096, seed + 3));
            assertEquals(8, cache.powerCut().dirtySectors());
            assertArrayEquals(Disk.pattern(4096, seed), guest.read(0, 8), "no FLUSH negotiated: stable when answered");
            assertArrayEquals(Disk.pattern(4096, seed + 1), guest.read(10, 8), "flushed");
            assertArrayEquals(Disk.pattern(4096, seed + 2), guest.read(20, 8), "writethrough");
        }
    }

    @Test
    void theModeIsPartOfTheSavedState() {
        Disk disk = Disk.started(new BlockDevice(backend));
        disk.rig.driver.write("writeback", 0);
        State saved = disk.rig.slot.save();
        disk.rig.driver.write("writeback", 1);
        assertTrue(disk.device.writeback());
        disk.rig.slot.restore(saved);
        assertFalse(disk.device.writeback());
        assertEquals(0, disk.rig.driver.read("writeback"));
        writes(disk, true);
        assertEquals(Features.NONE, disk.rig.driver.offered().without(disk.rig.driver.accepted()));
    }

    @Test
    @Rule("BLK-DRV-04")
    void writebackReadTooEarlyIsTold() {
        Disk disk = Disk.of(new BlockDevice(backend));
        VirtioDriver driver = disk.rig.driver.begin();
        driver.read("capacity");
        assertEquals(List.of(), disk.violations());
        assertEquals(1, driver.read("writeback"), "what it holds is read all the same");
        assertEquals(List.of("BLK-DRV-04"), disk.violations());
        driver.negotiate(VIRTIO_BLK_F_FLUSH, VIRTIO_BLK_F_CONFIG_WCE);
        driver.read("writeback");
        assertEquals(List.of("BLK-DRV-04"), disk.violations(), "with FEATURES_OK it may");

        var device = new BlockDevice(backend);
        device.legacy();
        Disk legacy = Disk.of(device);
        legacy.rig.driver.begin().read("writeback");
        assertEquals(List.of(), legacy.violations(), "a legacy driver may at any time");
    }
}

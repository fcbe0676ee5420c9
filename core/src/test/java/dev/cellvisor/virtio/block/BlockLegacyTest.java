package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_BARRIER;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_CONFIG_WCE;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_FLUSH;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_SCSI;
import static dev.cellvisor.virtio.block.BlockFeature.VIRTIO_BLK_F_ZONED;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_OK;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_UNSUPP;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_FLUSH_OUT;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_FLUSH;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_IN;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_OUT;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.StatusBit;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk through the legacy interface. */
class BlockLegacyTest {
    private final NotingBackend backend = new NotingBackend();

    private static Disk legacy(BlockBackend backend) {
        var device = new BlockDevice(backend);
        device.legacy();
        return Disk.of(device);
    }

    private Disk started(BlockFeature... features) {
        Disk disk = legacy(backend);
        disk.rig.driver.initialise(Features.of(features));
        return disk;
    }

    private void writes(Disk disk, boolean committed) {
        backend.asked.clear();
        assertEquals(VIRTIO_BLK_S_OK, disk.write(1, new byte[512]));
        assertEquals(committed ? List.of("write 512", "flush") : List.of("write 512"), backend.asked);
    }

    @Test
    @Rule("BLK-DEV-05")
    void whatIsAcceptedHoldsWithoutFeaturesOk() {
        Disk flushing = started(VIRTIO_BLK_F_FLUSH);
        assertEquals(StatusBit.ACKNOWLEDGE.mask() | StatusBit.DRIVER.mask() | StatusBit.DRIVER_OK.mask(), flushing.rig.driver.status());
        writes(flushing, false);
        writes(started(), true);
        Disk toggling = started(VIRTIO_BLK_F_FLUSH, VIRTIO_BLK_F_CONFIG_WCE);
        writes(toggling, false);
        toggling.rig.driver.write("writeback", 0);
        writes(toggling, true);
        assertEquals(List.of(), toggling.violations());
        VirtioDriver driver = toggling.rig.driver;
        for (BlockFeature never : List.of(VIRTIO_BLK_F_BARRIER, VIRTIO_BLK_F_SCSI, VIRTIO_BLK_F_ZONED)) {
            assertFalse(driver.offered().has(never), never.name());
        }
    }

    @Test
    @Rule({"BLK-DEV-06", "BLK-DEV-07"})
    void neitherStatusNorFeaturesMoveTheCacheMode() {
        Disk disk = legacy(backend);
        VirtioDriver driver = disk.rig.driver;
        for (int mode = 0; mode < 2; mode++) {
            driver.begin();
            driver.reset();
            driver.write("writeback", mode);
            for (StatusBit bit : List.of(StatusBit.ACKNOWLEDGE, StatusBit.DRIVER)) {
                driver.set(bit);
                assertEquals(mode, driver.read("writeback"), bit.name());
            }
            for (Features accepted : List.of(Features.of(VIRTIO_BLK_F_FLUSH), Features.NONE, Features.of(VIRTIO_BLK_F_FLUSH, VIRTIO_BLK_F_CONFIG_WCE))) {
                driver.accept(accepted);
                assertEquals(mode, driver.read("writeback"), "accepted " + accepted);
            }
            driver.set(StatusBit.DRIVER_OK);
            assertEquals(mode, driver.read("writeback"), "with CONFIG_WCE, DRIVER_OK moves nothing either");
            assertEquals(mode == 1, disk.device.writeback());
        }
        // Without it, DRIVER_OK may: the mode is then what FLUSH says.
        driver.initialise(Features.of(VIRTIO_BLK_F_FLUSH));
        assertEquals(1, driver.read("writeback"));
        driver.initialise(Features.NONE);
        assertEquals(0, driver.read("writeback"));
    }

    @Test
    @Rule({"BLK-DEV-08", "BLK-DEV-28"})
    void fieldsAndRequestsAreLittleEndianAsTheGuestIs() {
        byte[] content = Disk.pattern(0x1234 * 512, 1);
        Disk disk = legacy(new MemoryBackend(content));
        disk.startWithout();
        byte[] capacity = new byte[8];
        for (int i = 0; i < 8; i++) {
            capacity[i] = (byte) disk.rig.driver.read(VirtioRegister.CONFIG + i, 1);
        }
        assertArrayEquals(new byte[] {0x34, 0x12, 0, 0, 0, 0, 0, 0}, capacity);
        byte[] header = {VIRTIO_BLK_T_IN, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x01, 0, 0, 0, 0, 0, 0};
        var done = disk.rig.driver.queue(0).send(header, Buffer.writable(512));
        assertEquals(VIRTIO_BLK_S_OK, done.lastByte());
        assertArrayEquals(Arrays.copyOfRange(content, 0x102 * 512, 0x103 * 512), done.answer(0));
    }

    @Test
    @Rule("BLK-DRV-27")
    void withoutAnyLayoutHeaderAndStatusAreDescriptorsOfTheirOwn() {
        Rig rig = Rig.framed(new BlockDevice(backend), VIRTIO_BLK_F_FLUSH);
        DriverQueue queue = rig.driver.queue(0);
        byte[] read = BlockRequest.header(VIRTIO_BLK_T_IN, 1);
        assertEquals(VIRTIO_BLK_S_OK, queue.send(readable(read), writable(512), writable(512), writable(1)).lastByte());
        assertEquals(VIRTIO_BLK_S_OK, queue.send(readable(BlockRequest.header(VIRTIO_BLK_T_FLUSH, 0)), writable(1)).lastByte());
        byte[] sector = new byte[512];
        byte[] write = BlockRequest.header(VIRTIO_BLK_T_OUT, 1);
        assertEquals(VIRTIO_BLK_S_OK, queue.send(readable(write), readable(sector), writable(1)).lastByte());
        assertEquals(List.of(), rig.violations());

        assertEquals(VIRTIO_BLK_S_OK, queue.send(readable(read), writable(513)).lastByte(), "data and status in one; done all the same");
        assertEquals(List.of("BLK-DRV-27"), rig.violations());
        byte[] both = Arrays.copyOf(write, 16 + 512);
        assertEquals(VIRTIO_BLK_S_OK, queue.send(readable(both), writable(1)).lastByte(), "header and data in one");
        assertEquals(List.of("BLK-DRV-27", "BLK-DRV-27"), rig.violations());
        assertEquals(VIRTIO_BLK_S_OK, queue.send(readable(Arrays.copyOf(read, 8)), readable(Arrays.copyOfRange(read, 8, 16)), writable(512),
                writable(1)).lastByte(), "a header in two");
        assertEquals(List.of("BLK-DRV-27", "BLK-DRV-27", "BLK-DRV-27"), rig.violations());

        Disk any = started(VIRTIO_BLK_F_FLUSH);
        assertEquals(VIRTIO_BLK_S_OK, any.rig.driver.queue(0).send(readable(both), writable(1)).lastByte());
        Rig modern = Rig.started(new BlockDevice(backend));
        assertEquals(VIRTIO_BLK_S_OK, modern.driver.queue(0).send(readable(read), writable(513)).lastByte());
        assertEquals(List.of(), any.violations(), "with VIRTIO_F_ANY_LAYOUT it may");
        assertEquals(List.of(), modern.violations(), "and so may a modern driver");
    }

    @Test
    @Rule("BLK-DEV-29")
    void flushHasASecondNumber() {
        Disk disk = legacy(backend).startWithout();
        assertEquals(VIRTIO_BLK_S_OK, disk.send(VIRTIO_BLK_T_FLUSH_OUT, 0).lastByte());
        assertEquals(List.of("flush"), backend.asked);
        assertEquals(VIRTIO_BLK_S_UNSUPP, Disk.started(backend).send(VIRTIO_BLK_T_FLUSH_OUT, 0).lastByte(), "but not for others");
    }
}

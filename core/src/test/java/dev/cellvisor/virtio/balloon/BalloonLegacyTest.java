package dev.cellvisor.virtio.balloon;

import static dev.cellvisor.virtio.balloon.BalloonDevice.FREE_PAGE_VQ;
import static dev.cellvisor.virtio.balloon.BalloonDevice.INFLATEQ;
import static dev.cellvisor.virtio.balloon.BalloonDevice.STATSQ;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_STATS_VQ;
import static dev.cellvisor.virtio.balloon.BalloonRig.le32;
import static dev.cellvisor.virtio.balloon.BalloonRig.pfn;
import static dev.cellvisor.virtio.balloon.BalloonRig.stats;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The balloon through the legacy interface; the guest's own endianness is little, as an AArch64 Linux' is. */
class BalloonLegacyTest {
    private final BalloonDevice balloon = new BalloonDevice(BalloonFeature.values());

    private BalloonRig legacy(BalloonFeature... features) {
        balloon.legacy();
        return new BalloonRig(balloon, features);
    }

    @Test
    @Rule("BAL-DEV-04")
    void theConfigurationIsLittleEndian() {
        BalloonRig driver = legacy(BalloonFeature.values());
        balloon.target(0x1234L << 12);
        assertEquals(0x34, driver.rig.driver.read(0x100, 1));
        assertEquals(0x12, driver.rig.driver.read(0x101, 1));
        driver.rig.driver.write(0x104, 4, 0x0201);
        assertEquals(0x0201L << 12, balloon.actualBytes());
    }

    @Test
    @Rule("BAL-DEV-02")
    void aGuestThatDoesNotTellIsSupported() {
        BalloonRig driver = legacy(VIRTIO_BALLOON_F_STATS_VQ);
        driver.queue(INFLATEQ).send(le32(pfn(1)));
        driver.fill(1, 0x77); // used again without a word, as the guest may then
        driver.queue(INFLATEQ).send(le32(pfn(2)));
        assertTrue(driver.holds(1, 0x77));
    }

    @Test
    @Rule({"BALS-DEV-03", "BALS-DEV-04"})
    void statisticsAreInTheGuestsEndiannessAndTheFirstBufferDoesNotCount() {
        BalloonRig driver = legacy(VIRTIO_BALLOON_F_STATS_VQ);
        driver.queue(STATSQ).submit(readable(stats(4, 99)));
        driver.queue(STATSQ).notifyDevice();
        assertEquals(Map.of(), balloon.stats().values(), "it may not be filled");
        balloon.requestStats();
        driver.queue(STATSQ).submit(readable(stats(4, 0x0102)));
        driver.queue(STATSQ).notifyDevice();
        assertEquals(Map.of(BalloonStat.VIRTIO_BALLOON_S_MEMFREE, 0x0102L), balloon.stats().values());
    }

    @Test
    @Rule("BALH-DEV-07")
    void theCommandIdIsInTheGuestsEndianness() {
        BalloonRig driver = legacy(BalloonFeature.values());
        balloon.startHints();
        driver.queue(FREE_PAGE_VQ).send(le32(driver.rig.driver.read("free_page_hint_cmd_id")));
        driver.give(FREE_PAGE_VQ, 1, 4096);
        assertTrue(balloon.isHinted(BalloonRig.page(1)));
    }

    @Test
    @Rule("BAL-DEV-07")
    void actualCountsWhenItsMostSignificantByteIsThere() {
        BalloonRig driver = legacy();
        List<Long> told = new ArrayList<>();
        balloon.onActual(told::add);
        for (int pages : new int[] {0x0001_0203, 0x0001_02ff}) {
            long before = balloon.actualBytes();
            for (int i = 0; i < 4; i++) {
                assertEquals(before, balloon.actualBytes(), "byte " + i + " is not there yet");
                driver.rig.driver.write(0x104 + i, 1, pages >>> 8 * i & 0xff);
            }
            assertEquals((long) pages << 12, balloon.actualBytes());
        }
        driver.rig.driver.write(0x104, 2, 0x0504);
        assertEquals(0x0001_02ffL << 12, balloon.actualBytes());
        driver.rig.driver.write(0x106, 2, 0);
        assertEquals(List.of(0x0001_0203L << 12, 0x0001_02ffL << 12, 0x0504L << 12), told);
    }
}

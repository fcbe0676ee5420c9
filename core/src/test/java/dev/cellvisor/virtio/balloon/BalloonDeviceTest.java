package dev.cellvisor.virtio.balloon;

import static dev.cellvisor.virtio.balloon.BalloonDevice.DEFLATEQ;
import static dev.cellvisor.virtio.balloon.BalloonDevice.INFLATEQ;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_DEFLATE_ON_OOM;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_FREE_PAGE_HINT;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_MUST_TELL_HOST;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_PAGE_POISON;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_PAGE_REPORTING;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_STATS_VQ;
import static dev.cellvisor.virtio.balloon.BalloonRig.le32;
import static dev.cellvisor.virtio.balloon.BalloonRig.pfn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.StatusBit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queues, configuration, inflating and deflating. */
class BalloonDeviceTest {
    private final BalloonDevice balloon = new BalloonDevice(BalloonFeature.values());

    private static List<Integer> sizes(BalloonRig driver) {
        List<Integer> sizes = new ArrayList<>();
        for (int queue = 0; queue < 6; queue++) {
            sizes.add((int) driver.queue(queue).maxSize());
        }
        return sizes;
    }

    @Test
    @Rule("BAL-DEF-01")
    void aQueueIsThereWithItsFeature() {
        assertEquals(List.of(128, 128, 0, 0, 0, 0), sizes(new BalloonRig(new BalloonDevice(BalloonFeature.values()))));
        assertEquals(List.of(128, 128, 128, 0, 0, 0), sizes(new BalloonRig(new BalloonDevice(BalloonFeature.values()), VIRTIO_BALLOON_F_STATS_VQ)));
        assertEquals(List.of(128, 128, 128, 128, 0, 0),
                sizes(new BalloonRig(new BalloonDevice(BalloonFeature.values()), VIRTIO_BALLOON_F_STATS_VQ, VIRTIO_BALLOON_F_FREE_PAGE_HINT)));
        BalloonRig all = new BalloonRig(balloon, BalloonFeature.values());
        assertEquals(List.of(128, 128, 128, 128, 128, 0), sizes(all));
        all.give(BalloonDevice.REPORTING_VQ, 0, 4096);
        assertEquals(4096, balloon.reportedBytes());
        assertEquals(List.of("inflateq", "deflateq", "statsq", "free_page_vq", "reporting_vq"),
                List.of(balloon.queueName(0), balloon.queueName(1), balloon.queueName(2), balloon.queueName(3), balloon.queueName(4)));
    }

    @Test
    @Rule("BAL-DEF-01")
    void aGapIsLeftForAFeatureThatIsNotThere() {
        Rig rig = Rig.of(balloon);
        rig.driver.begin();
        assertTrue(rig.driver.negotiate(VIRTIO_BALLOON_F_PAGE_REPORTING));
        for (int queue : new int[] {0, 1, 4}) {
            rig.driver.queue(queue).allocate().enable();
        }
        rig.driver.set(StatusBit.DRIVER_OK);
        assertEquals("reporting_vq", balloon.queueName(4));
        rig.driver.queue(4).receive(8192);
        assertTrue(balloon.reportedBytes() >= 4096);
    }

    @Test
    void linuxLeavesNoGaps() {
        BalloonRig driver = new BalloonRig(balloon, VIRTIO_BALLOON_F_PAGE_REPORTING);
        assertEquals(List.of(128, 128, 128, 0, 128, 0), sizes(driver), "queue 2 for a driver as Linux', queue 4 for one by the book");
        assertEquals("reporting_vq", balloon.queueName(2));
        driver.give(2, 0, 4096);
        assertEquals(4096, balloon.reportedBytes());
    }

    @Test
    @Rule({"BAL-DEF-02", "BAL-DEF-05"})
    void theTargetIsAnnouncedInPagesOf4096Bytes() {
        Rig rig = Rig.of(balloon);
        balloon.target(1 << 20);
        assertEquals(0, rig.driver.interruptStatus(), "nobody to tell yet");
        rig.driver.initialise(BalloonFeature.values());
        assertEquals(256, rig.driver.read("num_pages"));
        balloon.target(2 << 20);
        assertEquals(2, rig.driver.acknowledge());
        assertEquals(512, rig.driver.read(0x100));
        rig.driver.write(0x104, 300);
        assertEquals(300 * 4096L, balloon.actualBytes());
        rig.driver.write(0x100, 1);
        assertEquals(512, rig.driver.read("num_pages"), "it is the host's");
        assertThrows(IllegalArgumentException.class, () -> balloon.target(4095));
        assertThrows(IllegalArgumentException.class, () -> balloon.target(-4096));
    }

    @Test
    @Rule({"BAL-DEF-02", "BAL-DEF-03"})
    void theCommandIdIsReadOnly() {
        BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());
        balloon.startHints();
        long id = driver.rig.driver.read(0x108);
        assertTrue(id >= 2);
        driver.rig.driver.write(0x108, 77);
        assertEquals(id, driver.rig.driver.read(0x108));
        assertEquals(List.of("MMIO-DRV-02"), driver.rig.violations());
    }

    @Test
    @Rule({"BAL-DEF-04", "BAL-DEV-05"})
    void inflatedPagesGoBackToTheHostAndReadAsZero() {
        BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());
        for (int page = 0; page < 8; page++) {
            driver.fill(page, 0x55);
        }
        var done = driver.queue(INFLATEQ).send(le32(pfn(1), pfn(2), pfn(3), pfn(6)));
        assertEquals(0, done.length(), "the buffer was used: acknowledged");
        for (int page = 0; page < 8; page++) {
            boolean gone = List.of(1, 2, 3, 6).contains(page);
            assertTrue(driver.holds(page, gone ? 0 : 0x55), "page " + page);
        }
        assertEquals(4 * 4096, balloon.inflatedBytes());
        driver.queue(DEFLATEQ).send(le32(pfn(6), pfn(1)));
        assertEquals(2 * 4096, balloon.inflatedBytes());
        driver.fill(6, 0x66);
        assertTrue(driver.holds(6, 0x66), "it is RAM as before");
        assertEquals(List.of(), driver.rig.violations());
    }

    @Test
    void nonsensePageNumbersHurtNobody() {
        BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());
        driver.fill(0, 0x55);
        driver.queue(INFLATEQ).send(le32(0, 0xffff_ffffL, 0x7fff_ffff, (Rig.RAM + Rig.RAM_BYTES) >>> 12, pfn(1), pfn(1)));
        assertEquals(4096, balloon.inflatedBytes());
        driver.queue(DEFLATEQ).send(le32(pfn(5), 0, 0xffff_ffffL));
        driver.queue(INFLATEQ).send(new byte[] {1, 2, 3});
        driver.queue(INFLATEQ).send(new byte[0]);
        driver.queue(INFLATEQ).receive(64);
        assertTrue(driver.holds(0, 0x55));
        assertFalse(driver.rig.needsReset());
    }

    @Test
    void whatTheDriverSaysOfTheBalloonIsHeard() {
        List<Long> heard = new ArrayList<>();
        balloon.onActual(heard::add);
        BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());
        balloon.target(8192);
        driver.rig.driver.write("actual", 1).write("actual", 2);
        assertEquals(List.of(4096L, 8192L), heard);
        assertEquals(List.of("virtio-balloon has 1 of 2 pages", "virtio-balloon has 2 of 2 pages"),
                driver.rig.facts(BalloonChange.class).stream().map(Object::toString).toList());
    }

    @Test
    @Rule("BAL-DEV-01")
    void aDriverThatTellsNothingIsTakenToo() {
        Rig rig = Rig.of(balloon);
        rig.driver.begin();
        assertTrue(rig.driver.offered().has(VIRTIO_BALLOON_F_MUST_TELL_HOST));
        assertTrue(rig.driver.negotiate());
    }

    @Test
    void byDefaultTheGuestMayNotDeflateByItself() {
        Rig rig = Rig.of(new BalloonDevice());
        assertFalse(rig.driver.offered().has(VIRTIO_BALLOON_F_DEFLATE_ON_OOM));
        assertTrue(rig.driver.offered().has(VIRTIO_BALLOON_F_PAGE_POISON));
    }

    @Test
    void aResetEmptiesTheBalloonAndKeepsTheTarget() {
        BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());
        balloon.target(8192);
        driver.queue(INFLATEQ).send(le32(pfn(1), pfn(2)));
        driver.rig.driver.write("actual", 2);
        balloon.startHints();
        driver.rig.driver.reset();
        assertEquals(0, balloon.actualBytes());
        assertEquals(0, balloon.inflatedBytes());
        assertEquals(8192, balloon.targetBytes());
        assertEquals(0, driver.rig.driver.read("free_page_hint_cmd_id"));
    }

    @Test
    void theStateIsSavedWhole() {
        BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());
        balloon.target(1 << 20);
        driver.queue(INFLATEQ).send(le32(pfn(1), pfn(2)));
        driver.queue(2).submit(dev.cellvisor.virtio.driver.Buffer.readable(BalloonRig.stats(4, 1000, 5, 2000)));
        driver.queue(2).notifyDevice();
        balloon.startHints();
        driver.queue(3).send(le32(driver.rig.driver.read("free_page_hint_cmd_id")));
        driver.give(3, 3, 4096);
        var other = new BalloonDevice(BalloonFeature.values());
        Rig second = Rig.of(other);
        second.slot.restore(driver.rig.slot.save());
        assertEquals(driver.rig.slot.save(), second.slot.save());
        assertEquals(8192, other.inflatedBytes());
        assertEquals(balloon.stats(), other.stats());
        assertTrue(other.isHinted(BalloonRig.page(3)));
    }
}

package dev.cellvisor.virtio.balloon;

import static dev.cellvisor.virtio.balloon.BalloonDevice.FREE_PAGE_VQ;
import static dev.cellvisor.virtio.balloon.BalloonDevice.REPORTING_VQ;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_FREE_PAGE_HINT;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_PAGE_REPORTING;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_STATS_VQ;
import static dev.cellvisor.virtio.balloon.BalloonRig.le32;
import static dev.cellvisor.virtio.balloon.BalloonRig.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.StatusBit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hints of free pages, reports of free pages, and what they are filled with. */
class FreePagesTest {
    private final BalloonDevice balloon = new BalloonDevice(BalloonFeature.values());
    private final BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());

    private long commandId() {
        return driver.rig.driver.read("free_page_hint_cmd_id");
    }

    private void answer(long id) {
        driver.queue(FREE_PAGE_VQ).send(le32(id));
    }

    @Test
    @Rule({"BALH-DEV-01", "BALH-DEV-06"})
    void aRoundOfHintsFromItsIdToDone() {
        balloon.startHints();
        assertEquals(2, driver.rig.driver.acknowledge(), "a configuration change");
        driver.fill(1, 0x11);
        answer(commandId());
        driver.give(FREE_PAGE_VQ, 1, 3 * 4096);
        assertTrue(balloon.isHinted(page(1)) && balloon.isHinted(page(3)) && !balloon.isHinted(page(4)));
        assertEquals(3 * 4096, balloon.hintedBytes());
        assertFalse(balloon.hintsComplete());
        answer(0);
        assertTrue(balloon.hintsComplete());
        driver.rig.driver.acknowledge();
        balloon.finishHints();
        assertEquals(1, commandId(), "DONE");
        assertEquals(2, driver.rig.driver.acknowledge());
        assertTrue(driver.holds(1, 0x11), "a hint is only a hint");
        balloon.startHints();
        balloon.stopHints();
        assertEquals(0, commandId(), "STOP");
        assertEquals(List.of(), driver.rig.violations());
    }

    @Test
    @Rule("BALH-DEV-02")
    void noIdIsUsedTwice() {
        balloon.startHints();
        long first = commandId();
        answer(first);
        balloon.stopHints();
        balloon.startHints();
        long second = commandId();
        balloon.startHints();
        assertNotEquals(first, second);
        assertNotEquals(first, commandId());
        assertNotEquals(second, commandId());
        driver.rig.driver.initialise(BalloonFeature.values());
        balloon.startHints();
        assertFalse(List.of(first, second).contains(commandId()), "not after a reset either");
    }

    @Test
    @Rule("BALH-DEV-03")
    void pagesUnderAnOldIdAreIgnored() {
        driver.give(FREE_PAGE_VQ, 1, 4096);
        assertEquals(0, balloon.hintedBytes(), "nobody asked");
        balloon.startHints();
        long old = commandId();
        answer(old);
        balloon.startHints();
        driver.give(FREE_PAGE_VQ, 1, 4096);
        assertEquals(0, balloon.hintedBytes(), "the driver has not answered the new id yet");
        answer(old);
        driver.give(FREE_PAGE_VQ, 2, 4096);
        assertEquals(0, balloon.hintedBytes());
        answer(commandId());
        driver.give(FREE_PAGE_VQ, 3, 4096);
        assertEquals(4096, balloon.hintedBytes());
        answer(0);
        driver.give(FREE_PAGE_VQ, 4, 4096);
        assertEquals(4096, balloon.hintedBytes(), "after the driver's STOP");
    }

    @Test
    @Rule("BALH-DEV-05")
    void hintedPagesStayAsTheyAreAfterDone() {
        balloon.startHints();
        answer(commandId());
        driver.fill(1, 0x11);
        driver.give(FREE_PAGE_VQ, 1, 4096);
        balloon.finishHints();
        driver.fill(1, 0x22);
        driver.fill(2, 0x33);
        driver.give(FREE_PAGE_VQ, 2, 4096);
        answer(0);
        assertTrue(driver.holds(1, 0x22));
        assertTrue(driver.holds(2, 0x33));
    }

    @Test
    @Rule({"BALH-DRV-01", "BALH-DRV-03"})
    void commandIdsOfAnotherLengthAreToldAndIgnored() {
        balloon.startHints();
        driver.queue(FREE_PAGE_VQ).send(new byte[3]);
        driver.queue(FREE_PAGE_VQ).send(java.util.Arrays.copyOf(le32(commandId()), 8));
        driver.give(FREE_PAGE_VQ, 1, 4096);
        assertEquals(0, balloon.hintedBytes());
        assertEquals(List.of("BALH-DRV-01", "BALH-DRV-01"), driver.rig.violations());
        answer(commandId());
        answer(commandId());
        assertEquals(List.of("BALH-DRV-01", "BALH-DRV-01", "BALH-DRV-03"), driver.rig.violations());
        driver.give(FREE_PAGE_VQ, 1, 4096);
        assertEquals(4096, balloon.hintedBytes(), "it goes on");
        assertFalse(driver.rig.needsReset());
    }

    @Test
    @Rule("BALR-DEV-01")
    void reportedPagesGoBackToTheHost() {
        BalloonRig plain = new BalloonRig(new BalloonDevice(), VIRTIO_BALLOON_F_STATS_VQ, VIRTIO_BALLOON_F_FREE_PAGE_HINT, VIRTIO_BALLOON_F_PAGE_REPORTING);
        for (int i = 0; i < 5; i++) {
            plain.fill(i, 0x44);
        }
        plain.give(REPORTING_VQ, 1, 2 * 4096);
        assertEquals(0, plain.queue(REPORTING_VQ).used().length());
        assertTrue(plain.holds(1, 0) && plain.holds(2, 0));
        assertTrue(plain.holds(0, 0x44) && plain.holds(3, 0x44));
        plain.give(REPORTING_VQ, page(3) + 100, 4096);
        assertTrue(plain.holds(3, 0x44) && plain.holds(4, 0x44), "no whole page is in it");
        assertEquals(2 * 4096, plain.balloon.reportedBytes());
    }

    @Test
    @Rule("BALR-DEV-02")
    void withPoisonAReportedPageKeepsItsPattern() {
        poison(0xaaaa_aaaaL);
        driver.fill(1, 0xaa);
        driver.give(REPORTING_VQ, 1, 4096);
        assertTrue(driver.holds(1, 0xaa));
        assertEquals(4096, balloon.reportedBytes());
        poison(0);
        driver.fill(1, 0);
        driver.give(REPORTING_VQ, 1, 4096);
        assertTrue(driver.holds(1, 0));
    }

    /** Starts the device again, with poison_val written where the driver must: before DRIVER_OK. */
    private void poison(long value) {
        Rig rig = driver.rig;
        rig.driver.begin();
        assertTrue(rig.driver.negotiate(BalloonFeature.values()));
        rig.driver.write("poison_val", value);
        for (int queue = 0; queue < 5; queue++) {
            rig.driver.queue(queue).allocate().enable();
        }
        rig.driver.set(StatusBit.DRIVER_OK);
    }

    @Test
    @Rule("BALP-DRV-03")
    void thePoisonCannotChangeWhileTheDriverRuns() {
        poison(0xaaaa_aaaaL);
        driver.rig.driver.write("poison_val", 0xaaaa_aaaaL);
        assertEquals(List.of(), driver.rig.violations());
        driver.rig.driver.write("poison_val", 0);
        assertEquals(List.of("BALP-DRV-03"), driver.rig.violations());
        assertEquals(0xaaaa_aaaaL, driver.rig.driver.read("poison_val"));
        driver.fill(1, 0xaa);
        driver.give(REPORTING_VQ, 1, 4096);
        assertTrue(driver.holds(1, 0xaa));
    }
}

package dev.cellvisor.virtio.balloon;

import static dev.cellvisor.virtio.balloon.BalloonDevice.STATSQ;
import static dev.cellvisor.virtio.balloon.BalloonRig.stats;
import static dev.cellvisor.virtio.balloon.BalloonStat.VIRTIO_BALLOON_S_AVAIL;
import static dev.cellvisor.virtio.balloon.BalloonStat.VIRTIO_BALLOON_S_MEMFREE;
import static dev.cellvisor.virtio.balloon.BalloonStat.VIRTIO_BALLOON_S_MEMTOT;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.cellvisor.virtio.Rule;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BalloonStatsTest {
    private final BalloonDevice balloon = new BalloonDevice();
    private final BalloonRig driver = new BalloonRig(balloon, BalloonFeature.values());

    private void offer(byte[] buffer) {
        driver.queue(STATSQ).submit(readable(buffer));
        driver.queue(STATSQ).notifyDevice();
    }

    @Test
    @Rule({"BALS-DEF-01", "BALS-DEV-02"})
    void theBufferIsHeldUntilNewStatisticsAreWanted() {
        assertEquals("no statistics yet", balloon.stats().toString());
        offer(stats(4, 1000, 5, 2000));
        assertNull(driver.queue(STATSQ).completed(), "held");
        assertEquals(Map.of(VIRTIO_BALLOON_S_MEMFREE, 1000L, VIRTIO_BALLOON_S_MEMTOT, 2000L), balloon.stats().values());
        driver.rig.to(50);
        balloon.requestStats();
        balloon.requestStats();
        assertEquals(0, driver.queue(STATSQ).completed().length(), "given back: please fill it again");
        assertNull(driver.queue(STATSQ).completed(), "once");
        assertEquals(1, driver.rig.driver.acknowledge());
        offer(stats(5, 2000, 4, 900));
        assertEquals(Map.of(VIRTIO_BALLOON_S_MEMFREE, 900L, VIRTIO_BALLOON_S_MEMTOT, 2000L), balloon.stats().values(), "in any order");
        assertEquals("at tick 50: MEMFREE 900 B, MEMTOT 2,000 B", balloon.stats().toString());
        assertEquals(2, balloon.statsCount());
        assertEquals(OptionalLong.empty(), balloon.stats().get(VIRTIO_BALLOON_S_AVAIL));
        assertEquals(List.of(), driver.rig.violations());
    }

    @Test
    @Rule({"BALS-DEV-01", "BALS-DEV-02"})
    void unknownTagsArePassedOver() {
        offer(stats(0xffff, 1, 6, 600, 10, 2, 4, -1));
        assertEquals(Map.of(VIRTIO_BALLOON_S_MEMFREE, -1L, VIRTIO_BALLOON_S_AVAIL, 600L), balloon.stats().values());
        assertEquals(List.of(), driver.rig.violations());
    }

    @Test
    @Rule({"BALS-DRV-01", "BALS-DRV-05", "BALS-DRV-08"})
    void aDriverThatDoesItWrongIsToldAndServed() {
        offer(new byte[15]);
        assertEquals(List.of("BALS-DRV-05"), driver.rig.violations());
        offer(stats(0, 7));
        assertEquals(List.of("BALS-DRV-05", "BALS-DRV-01"), driver.rig.violations());
        assertEquals(0, driver.queue(STATSQ).completed().length(), "the first goes back");
        offer(stats(3, 8));
        assertEquals(List.of("BALS-DRV-05", "BALS-DRV-01", "BALS-DRV-01", "BALS-DRV-08"), driver.rig.violations());
        offer(new byte[0]);
        assertFalse(driver.rig.needsReset());
        balloon.requestStats();
        offer(stats(3, 9));
        assertEquals("{VIRTIO_BALLOON_S_MINFLT=9}", balloon.stats().values().toString());
    }

    @Test
    void aQueueThatIsResetTakesItsBufferWithIt() {
        offer(stats(4, 1));
        driver.queue(STATSQ).disable();
        balloon.requestStats();
        assertFalse(driver.rig.needsReset());
        assertEquals(1, balloon.statsCount());
    }
}

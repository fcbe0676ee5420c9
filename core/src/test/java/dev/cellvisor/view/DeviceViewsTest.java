package dev.cellvisor.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.balloon.BalloonStat;
import dev.cellvisor.virtio.balloon.BalloonStats;
import dev.cellvisor.virtio.console.ConsoleDevice;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceViewsTest {
    @Test
    void aConsoleShowsItsPorts() {
        var console = new ConsoleDevice(3);
        console.addPort("<agent>").receive("hello");
        assertEquals("""
                virtio-console · ports
                port  name     kind     host  guest   from guest  to guest  waiting
                ───────────────────────────────────────────────────────────────────
                   0           console  open  open             0         0        0
                   1  <agent>  generic  open  closed           0         0        5""", Views.of(console).text());
        assertTrue(Views.of(console).html().contains("&lt;agent&gt;"));
        assertTrue(Views.of(console.port(1)).text().contains("<agent>"));
    }

    @Test
    void aBalloonShowsItsSizes() {
        var balloon = new BalloonDevice();
        balloon.target(8 << 20);
        assertEquals("""
                virtio-balloon · sizes
                what          bytes  pages  said by
                ────────────────────────────────────────────────────
                target    8,388,608  2,048  the host: num_pages
                actual            0      0  the driver: actual
                inflated          0      0  inflateq and deflateq
                reported          0      0  reporting_vq, in all
                hinted            0      0  free_page_vq, this round

                statistics: none yet
                statistic  value
                ──────────────────""", Views.of(balloon).text().replaceAll("(?m) +$", ""));
        assertTrue(Views.of(new BalloonStats(16, Map.of(BalloonStat.VIRTIO_BALLOON_S_MEMFREE, 4096L))).text().contains("MEMFREE    4,096  bytes"));
    }
}

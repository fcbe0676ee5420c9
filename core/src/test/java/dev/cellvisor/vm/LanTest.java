package dev.cellvisor.vm;

import static dev.cellvisor.net.Frames.ethernet;
import static dev.cellvisor.net.Frames.payload;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cellvisor.Cells;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.net.NetHeader;
import dev.cellvisor.virtio.net.NetOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VMs on a wire, driven by hand: when packets arrive, and that the order of running does not show. */
class LanTest {
    private static final String WEST = "52:54:00:00:00:01";
    private static final String EAST = "52:54:00:00:00:02";

    private final Lan lan = new Lan("test", 1000);
    private final List<Long> arrivals = new ArrayList<>();

    private Vm machine(String name, String mac) {
        Vm vm = Vm.builder("lan-test-" + name).memoryMiB(16).build();
        vm.load(0x4000_0000L, Cells.words(0xd503207f, 0x17ffffff)); // wfi; b .-4
        lan.join(vm, NetOptions.DEFAULT.mac(mac)).tap((tick, port, fromGuest, packet) -> {
            if (!fromGuest) {
                arrivals.add(tick);
            }
        });
        return vm;
    }

    private static VirtioDriver driver(Vm vm) {
        VirtioDriver driver = vm.driver(vm.slots().getLast()).initialise();
        for (int i = 0; i < 8; i++) {
            driver.queue(0).submit(Buffer.writable(2048));
        }
        driver.queue(0).notifyDevice();
        return driver;
    }

    private static void runTo(Vm vm, long tick) {
        long left = tick - vm.clock().ticks();
        if (left > 0) {
            vm.runUntil(Condition.time(Duration.ofNanos(left * 16)));
        }
    }

    private static byte[] frame(String to, String from) {
        return ethernet(to, from, 0x88b5, payload(46));
    }

    private static void send(VirtioDriver driver, byte[] frame) {
        driver.queue(1).submit(Buffer.readable(NetHeader.plain()), Buffer.readable(frame));
        driver.queue(1).notifyDevice();
    }

    private List<String> play(boolean westFirst) {
        try (Vm west = machine("west", WEST); Vm east = machine("east", EAST)) {
            VirtioDriver westDriver = driver(west);
            VirtioDriver eastDriver = driver(east);
            arrivals.clear();
            for (long tick : new long[] {5000, 5300, 90_000}) {
                runTo(westFirst ? west : east, tick);
                runTo(westFirst ? east : west, tick);
                send(westDriver, frame(EAST, WEST));
                send(eastDriver, frame(WEST, EAST));
            }
            runTo(westFirst ? west : east, 200_000);
            runTo(westFirst ? east : west, 200_000);
            assertArrayEquals(frame(EAST, WEST), java.util.Arrays.copyOfRange(eastDriver.queue(0).completed().answer(0), 12, 12 + 60));
            assertEquals(6, arrivals.size());
            return List.of(west.fingerprint(), east.fingerprint(), arrivals.stream().sorted().toList().toString());
        }
    }

    @Test
    void whoIsRunFirstDoesNotShow() {
        List<String> westFirst = play(true);
        List<String> eastFirst = new LanTest().play(false);
        assertEquals(westFirst, eastFirst);
        assertEquals("[6000, 6000, 6300, 6300, 91000, 91000]", westFirst.get(2), "a latency after each was sent");
    }

    @Test
    void aVmKeepsPaceWithOneLanOnly() {
        try (Vm vm = machine("one", WEST)) {
            assertThrows(IllegalStateException.class, () -> new Lan("other").join(vm, NetOptions.DEFAULT));
            lan.port(vm, "a second wire");
            runTo(vm, 50_000);
            assertEquals(50_000, vm.clock().ticks());
        }
        assertThrows(IllegalArgumentException.class, () -> new Lan("none", 0));
    }
}

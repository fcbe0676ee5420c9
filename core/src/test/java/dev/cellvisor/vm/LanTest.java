package dev.cellvisor.vm;

import static dev.cellvisor.net.Frames.ethernet;
import static dev.cellvisor.net.Frames.payload;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.Cells;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.net.NetHeader;
import dev.cellvisor.virtio.net.NetOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Packets are on the wire, one VM is ahead of the other, and the switch has learned: all of it goes on from a snapshot as if nothing had been. */
    @Test
    void allVmsOfALanAndWhatIsOnItsWiresAreOneSnapshot(@TempDir Path folder) {
        List<String> after;
        try (Vm west = machine("west", WEST); Vm east = machine("east", EAST)) {
            VirtioDriver westDriver = driver(west);
            VirtioDriver eastDriver = driver(east);
            runTo(west, 5000);
            send(eastDriver, frame(WEST, EAST));
            runTo(east, 7300);
            send(westDriver, frame(EAST, WEST));
            runTo(west, 7400);
            send(westDriver, frame(EAST, WEST));
            LanSnapshot middle = lan.snapshot();
            List<String> then = fingerprints(lan);
            after = goOn(lan);
            assertEquals(2, eastDriver.queue(0).usedIdx(), "what was on the wire has arrived");

            lan.restore(middle);
            assertEquals(then, fingerprints(lan));
            assertEquals(after, goOn(lan), "restored");
            lan.restore(middle);
            Lan fork = lan.fork();
            assertEquals(after, goOn(fork), "a fork");
            fork.vms().forEach(Vm::close);
            assertEquals(then, fingerprints(lan), "nothing of the fork has come here");
            middle.save(folder.resolve("lan.cellvisor"));
            assertTrue(assertThrows(IllegalStateException.class, west::snapshot).getMessage().contains("the LAN's own snapshot()"));
        }
        Lan loaded = Lan.load(folder.resolve("lan.cellvisor"));
        assertEquals(List.of("lan-test-west", "lan-test-east"), loaded.vms().stream().map(Vm::name).toList());
        assertEquals(after, goOn(loaded), "loaded");
        loaded.vms().forEach(Vm::close);
    }

    private static List<String> fingerprints(Lan lan) {
        return lan.vms().stream().map(Vm::fingerprint).toList();
    }

    private static List<String> goOn(Lan lan) {
        lan.vms().forEach(vm -> runTo(vm, 100_000));
        return fingerprints(lan);
    }

    @Test
    void aFileThatIsNoWholeLanIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lan.cellvisor");
        try (Vm one = machine("one", WEST)) {
            lan.snapshot().save(file);
            try (Vm two = machine("two", EAST)) {
                LanSnapshot both = lan.snapshot();
                assertEquals(2, both.vms().size());
                assertThrows(StateException.class, () -> new Lan("other").restore(both));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        assertThrows(StateException.class, () -> Lan.load(file));
        Files.write(file, "something else".getBytes(StandardCharsets.UTF_8));
        assertThrows(StateException.class, () -> Lan.load(file));
        assertThrows(StateException.class, () -> Lan.load(folder.resolve("nothing")));
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

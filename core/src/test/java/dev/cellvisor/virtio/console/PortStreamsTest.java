package dev.cellvisor.virtio.console;

import static dev.cellvisor.virtio.console.ControlEvent.VIRTIO_CONSOLE_PORT_OPEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A port as a pair of Java streams. */
@Timeout(60)
class PortStreamsTest {
    private final ConsoleDevice console = new ConsoleDevice(2);
    private final ConsolePort port = console.addPort("agent");

    @Test
    void bytesGoBothWaysInOrder() throws IOException {
        MultiportDriver driver = new MultiportDriver(console).ready(0, 1);
        InputStream fromGuest = port.fromGuest();
        driver.transmit(1, "one");
        driver.transmit(1, "two");
        assertEquals(6, fromGuest.available());
        assertEquals("onetwo", new String(fromGuest.readNBytes(6)));
        port.toGuest().write("hello".getBytes(), 1, 3);
        port.toGuest().write('!');
        assertEquals("ell!", driver.receive(1, 10));
    }

    @Test
    void theStreamEndsWhenTheGuestCloses() throws IOException {
        MultiportDriver driver = new MultiportDriver(console).ready(0, 1);
        InputStream first = port.fromGuest();
        driver.transmit(1, "all there is");
        driver.tell(1, VIRTIO_CONSOLE_PORT_OPEN, 0);
        assertEquals("all there is", new String(first.readAllBytes()));
        assertEquals(-1, first.read());
        driver.tell(1, VIRTIO_CONSOLE_PORT_OPEN, 1);
        InputStream second = port.fromGuest();
        driver.transmit(1, "again");
        port.remove();
        assertEquals("again", new String(second.readAllBytes()));
        assertEquals(0, first.available());
    }

    @Test
    void aReaderOnAnotherThreadWaits() throws Exception {
        MultiportDriver driver = new MultiportDriver(console).ready(0, 1);
        InputStream fromGuest = port.fromGuestInBackground();
        var read = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(fromGuest.readNBytes(4));
            } catch (IOException e) {
                return e.toString();
            }
        });
        driver.transmit(1, "pi");
        driver.transmit(1, "ng");
        assertEquals("ping", read.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aReaderRunsTheVmAndIsToldWhenThatLeadsNowhere() {
        try (Vm vm = Vm.builder("port-reader").memoryMiB(4).build()) {
            vm.attach(console);
            vm.load(0x4000_0000L, dev.cellvisor.Cells.asm("wfi"));
            var nothing = assertThrows(RuntimeException.class, () -> port.fromGuest().read());
            assertTrue(nothing.getMessage().contains("what the guest transmits on port 1 'agent'"), nothing.getMessage());
        }
    }

    @Test
    void megabytesInAnyPortionsArriveAsTheyWere() throws IOException {
        MultiportDriver driver = new MultiportDriver(console).ready(0, 1);
        var random = new Random(1);
        byte[] all = new byte[300_000];
        random.nextBytes(all);
        InputStream fromGuest = port.fromGuest();
        var queue = driver.rig.driver.queue(5);
        for (int at = 0; at < all.length; ) {
            int size = Math.min(all.length - at, random.nextInt(70_000));
            queue.send(java.util.Arrays.copyOfRange(all, at, at + size));
            at += size;
        }
        assertArrayEquals(all, fromGuest.readNBytes(all.length));
    }

    @Test
    void whatTheHostDoesIsAnInputOfTheVm() {
        try (Vm vm = Vm.builder("port-inputs").memoryMiB(4).build()) {
            vm.attach(console);
            port.receive("part of the machine");
            vm.load(0x4000_0000L, dev.cellvisor.Cells.asm("b ."));
            vm.step(10);
            port.receive("abc");
            port.close();
            console.resize(90, 20);
            vm.step(5);
            port.remove();
            ConsolePort other = console.addConsole("tty");
            assertEquals("""
                    10 device virtio-mmio.31 virtio-console port 1 data 616263
                    10 device virtio-mmio.31 virtio-console port 1 closed
                    10 device virtio-mmio.31 virtio-console port 0 size 90×20
                    15 device virtio-mmio.31 virtio-console port 1 removed
                    15 device virtio-mmio.31 virtio-console port 1 added, a console: tty""", vm.inputs().toString());
            assertTrue(other.isConsole());
        }
    }
}

package dev.cellvisor.virtio.console;

import static dev.cellvisor.virtio.console.ConsoleDevice.RECEIVEQ;
import static dev.cellvisor.virtio.console.ConsoleDevice.TRANSMITQ;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import dev.cellvisor.virtio.driver.Completion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleDeviceTest {
    private final ConsoleDevice console = new ConsoleDevice();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    {
        console.onTransmit(output::writeBytes);
    }

    @Test
    @Rule("MMIO-DEF-09")
    void oneNotificationCarriesAWholeLine() {
        Rig rig = Rig.started(console);
        Completion done = rig.driver.queue(TRANSMITQ).send("Hello, World!\n".getBytes());
        assertEquals(0, done.length());
        assertEquals("Hello, World!\n", output.toString());
        assertEquals(1, rig.map.regionAt(Rig.BASE).counts().stream()
                .filter(count -> count.register().equals("QueueNotify")).mapToLong(count -> count.total()).sum());
    }

    @Test
    void largeAndCutOutputArrivesWhole() {
        Rig rig = Rig.started(console);
        byte[] large = new byte[200_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 7);
        }
        rig.driver.queue(TRANSMITQ).send(large);
        assertArrayEquals(large, output.toByteArray());
        output.reset();
        rig.driver.queue(TRANSMITQ).send(readable((byte) 'a'), readable(), readable((byte) 'b', (byte) 'c'));
        assertEquals("abc", output.toString());
    }

    @Test
    void inputWaitsForBuffersAndNoneIsLost() {
        Rig rig = Rig.of(console);
        console.receive("typed before there was a driver, ");
        rig.driver.initialise();
        console.receive("and before it had buffers");
        var receive = rig.driver.queue(RECEIVEQ);
        var got = new StringBuilder();
        for (int size : new int[] {1, 2, 3, 50, 50, 50}) {
            receive.submit(writable(size));
            receive.notifyDevice();
            Completion done = receive.completed();
            if (done != null) {
                got.append(new String(done.answer(0), 0, (int) done.length(), StandardCharsets.UTF_8));
            }
        }
        assertEquals("typed before there was a driver, and before it had buffers", got.toString());
        assertEquals(0, console.waitingBytes());

        receive.submit(writable(8));
        console.receive("later");
        assertEquals(5, receive.completed() == null ? 0 : 5, "a buffer that was waiting is filled at once");
    }

    @Test
    void muchInputInAnyPortionsKeepsItsOrder() {
        Rig rig = Rig.started(console);
        var receive = rig.driver.queue(RECEIVEQ);
        var sent = new ByteArrayOutputStream();
        var got = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            byte[] portion = new byte[i * 37 % 300];
            for (int j = 0; j < portion.length; j++) {
                portion[j] = (byte) (i + j);
            }
            sent.writeBytes(portion);
            console.receive(portion);
            long mark = rig.driver.heap().mark();
            receive.submit(writable(1 + i * 53 % 311));
            receive.notifyDevice();
            for (Completion done = receive.completed(); done != null; done = receive.completed()) {
                got.write(done.answer(0), 0, (int) done.length());
            }
            if (console.waitingBytes() > 0) {
                rig.driver.heap().free(mark);
            }
        }
        while (console.waitingBytes() > 0) {
            receive.submit(writable(1000));
            receive.notifyDevice();
            for (Completion done = receive.completed(); done != null; done = receive.completed()) {
                got.write(done.answer(0), 0, (int) done.length());
            }
        }
        assertArrayEquals(sent.toByteArray(), got.toByteArray());
    }

    @Test
    @Rule({"CON-DEV-01", "CON-DEV-02"})
    void anEmergencyWriteWorksBeforeAnything() {
        Rig rig = Rig.of(console);
        rig.driver.write("emerg_wr", 'H').write("emerg_wr", 0x1234_0000 | 'i');
        assertEquals("Hi", output.toString());
        assertEquals(0, rig.driver.status());
        assertEquals(List.of(), rig.violations());
        assertEquals(0, rig.driver.read("emerg_wr"), "it is write-only");
        assertEquals(List.of("MMIO-DRV-03"), rig.violations());
    }

    @Test
    @Rule({"CON-DEF-02", "NOTF-DEF-05"})
    void aNewSizeIsAnnounced() {
        Rig rig = Rig.of(console);
        console.resize(100, 30);
        assertEquals(0, rig.driver.interruptStatus(), "nobody to tell yet");
        rig.driver.initialise(ConsoleFeature.VIRTIO_CONSOLE_F_SIZE);
        assertEquals(100, rig.driver.read("cols"));
        console.resize(200, 60);
        assertEquals(2, rig.driver.acknowledge());
        assertEquals(200, rig.driver.read("cols"));
        assertEquals(60, rig.driver.read("rows"));
        assertThrows(IllegalArgumentException.class, () -> console.resize(65536, 1));
    }

    @Test
    @Rule({"CON-DRV-01", "CON-DRV-02"})
    void buffersOfTheWrongKindAreToldAndNotTouched() {
        Rig rig = Rig.started(console);
        console.receive("abc");
        var receive = rig.driver.queue(RECEIVEQ);
        receive.submit(readable((byte) 'x', (byte) 'y'));
        receive.notifyDevice();
        assertEquals(0, receive.completed().length());
        assertArrayEquals(new byte[] {'x', 'y'}, rig.memory.read(receive.desc(0).address(), 2));
        assertEquals(3, console.waitingBytes(), "nothing is lost by it");
        Completion done = rig.driver.queue(TRANSMITQ).send(readable((byte) 'o'), writable(4));
        assertArrayEquals(new byte[4], done.answer(0));
        assertEquals("o", output.toString());
        assertEquals(List.of("CON-DRV-01", "CON-DRV-02"), rig.violations());
        assertFalse(rig.needsReset());
    }

    @Test
    void waitingInputIsSaved() {
        Rig first = Rig.started(console);
        console.receive("to be continued");
        var other = new ConsoleDevice();
        Rig second = Rig.of(other);
        second.slot.restore(first.slot.save());
        assertEquals(15, other.waitingBytes());
        assertEquals(first.slot.save(), second.slot.save());
        other.receive("!");
        assertEquals(16, other.waitingBytes());
    }

    @Test
    void aClosedSinkHearsNothing() {
        var second = new ByteArrayOutputStream();
        var handle = console.onTransmit(second::writeBytes);
        Rig rig = Rig.started(console);
        rig.driver.queue(TRANSMITQ).send((byte) 'a');
        handle.close();
        rig.driver.queue(TRANSMITQ).send((byte) 'b');
        assertEquals("a", second.toString());
        assertEquals("ab", output.toString());
    }
}

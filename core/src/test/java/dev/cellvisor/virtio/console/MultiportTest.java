package dev.cellvisor.virtio.console;

import static dev.cellvisor.virtio.console.ConsoleDevice.CONTROL_RECEIVEQ;
import static dev.cellvisor.virtio.console.ConsoleDevice.CONTROL_TRANSMITQ;
import static dev.cellvisor.virtio.console.ControlEvent.VIRTIO_CONSOLE_DEVICE_READY;
import static dev.cellvisor.virtio.console.ControlEvent.VIRTIO_CONSOLE_PORT_OPEN;
import static dev.cellvisor.virtio.console.ControlEvent.VIRTIO_CONSOLE_PORT_READY;
import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a console device with several ports tells its driver, and hears from it. */
class MultiportTest {
    private final ConsoleDevice console = new ConsoleDevice(4);

    @Test
    @Rule("CON-DEF-01")
    void queuesBeyondTheFirstTwoAreThereOnlyWithMultiport() {
        Rig with = Rig.started(console, ConsoleFeature.VIRTIO_CONSOLE_F_MULTIPORT);
        for (int queue = 0; queue < 10; queue++) {
            assertEquals(128, with.driver.queue(queue).maxSize(), "queue " + queue);
        }
        assertEquals(0, with.driver.queue(10).maxSize());
        assertEquals(4, with.driver.read("max_nr_ports"));

        Rig without = Rig.started(new ConsoleDevice(4));
        assertEquals(128, without.driver.queue(1).maxSize());
        assertEquals(0, without.driver.queue(2).maxSize());
        assertEquals(0, without.driver.queue(4).maxSize());

        Rig single = Rig.of(new ConsoleDevice());
        assertFalse(single.driver.offered().has(ConsoleFeature.VIRTIO_CONSOLE_F_MULTIPORT));
        assertEquals(128, single.driver.queue(1).maxSize());
        assertEquals(0, single.driver.queue(2).maxSize());
    }

    @Test
    @Rule({"CONM-DEF-01", "CONM-DEF-02"})
    void portsAreAnnouncedOnceTheDriverIsReady() {
        console.addPort("agent");
        var driver = new MultiportDriver(console);
        console.addPort("");
        assertEquals(List.of(), driver.heard(), "not before DEVICE_READY");
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 0);
        assertEquals(List.of(), driver.heard(), "nor after a failure");
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        assertEquals(List.of("0 ADD", "1 ADD", "2 ADD"), driver.heard());
        driver.tell(0, VIRTIO_CONSOLE_PORT_READY, 1);
        assertEquals(List.of("0 CONSOLE", "0 OPEN 1"), driver.heard());
        driver.tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        assertEquals(List.of("1 NAME agent", "1 OPEN 1"), driver.heard());
        driver.tell(2, VIRTIO_CONSOLE_PORT_READY, 0);
        assertEquals(List.of(), driver.heard(), "the driver could not make it");
        assertEquals(List.of(), driver.rig.violations());
    }

    @Test
    @Rule("CON-DRV-04")
    void withoutAnyLayoutAControlBufferIsOneDescriptor() {
        Rig rig = Rig.framed(console, ConsoleFeature.VIRTIO_CONSOLE_F_MULTIPORT);
        byte[] message = MultiportDriver.message(0, VIRTIO_CONSOLE_DEVICE_READY.number(), 1);
        rig.driver.queue(CONTROL_RECEIVEQ).submit(writable(64));
        rig.driver.queue(CONTROL_TRANSMITQ).send(readable(message));
        assertEquals("0 ADD", MultiportDriver.line(java.util.Arrays.copyOf(rig.driver.queue(CONTROL_RECEIVEQ).completed().answer(0), 8)));
        assertEquals(List.of(), rig.violations());

        rig.driver.queue(CONTROL_RECEIVEQ).submit(writable(4), writable(60));
        rig.driver.queue(CONTROL_RECEIVEQ).notifyDevice();
        rig.driver.queue(CONTROL_TRANSMITQ).send(readable(MultiportDriver.message(0, VIRTIO_CONSOLE_PORT_READY.number(), 1)));
        assertEquals(List.of("CON-DRV-04"), rig.violations(), "the device's buffer");
        byte[] open = MultiportDriver.message(0, VIRTIO_CONSOLE_PORT_OPEN.number(), 1);
        rig.driver.queue(CONTROL_TRANSMITQ).send(readable(java.util.Arrays.copyOf(open, 4)), readable(java.util.Arrays.copyOfRange(open, 4, 8)));
        assertEquals(List.of("CON-DRV-04", "CON-DRV-04"), rig.violations(), "the driver's message");
        assertTrue(console.port(0).guestOpen(), "and it is understood all the same");

        rig.driver.queue(1).send(readable((byte) 'a'), readable((byte) 'b'));
        assertEquals(2, rig.violations().size(), "a port's own bytes come in as many as they like");
        Rig any = Rig.started(new ConsoleDevice(4).legacy(), ConsoleFeature.VIRTIO_CONSOLE_F_MULTIPORT);
        any.driver.queue(CONTROL_TRANSMITQ).send(readable(java.util.Arrays.copyOf(message, 4)), readable(java.util.Arrays.copyOfRange(message, 4, 8)));
        assertEquals(List.of(), any.violations(), "with VIRTIO_F_ANY_LAYOUT it may");
    }

    @Test
    @Rule("CON-DEF-01")
    void eachPortHasQueuesOfItsOwn() {
        List<ConsolePort> ports = List.of(console.port(0), console.addPort("one"), console.addConsole("two"), console.addPort("three"));
        StringBuilder[] sent = new StringBuilder[4];
        for (ConsolePort port : ports) {
            sent[port.id()] = new StringBuilder();
            port.onTransmit(bytes -> sent[port.id()].append(new String(bytes)));
        }
        MultiportDriver driver = new MultiportDriver(console).ready(0, 1, 2, 3);
        for (ConsolePort port : ports) {
            driver.transmit(port.id(), "from " + port.id());
            port.receive("to " + port.id());
            assertEquals("to " + port.id(), driver.receive(port.id(), 20));
            assertEquals("from " + port.id(), sent[port.id()].toString());
        }
        assertEquals(List.of(6L, 6L, 6L, 6L), ports.stream().map(ConsolePort::transmittedBytes).toList());
        assertEquals(List.of(4L, 4L, 4L, 4L), ports.stream().map(ConsolePort::receivedBytes).toList());
    }

    @Test
    @Rule("CONM-DEF-05")
    void aNameIsInUtf8WithoutNulAndItsLengthIsThatOfTheBuffer() {
        console.addPort("größe");
        var driver = new MultiportDriver(console, 0);
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        driver.offerControlBuffer(64);
        driver.offerControlBuffer(64);
        driver.next();
        driver.next();
        driver.tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        driver.offerControlBuffer(64);
        var name = driver.next();
        assertEquals(8 + "größe".getBytes().length, name.length());
        assertEquals("1 NAME größe", MultiportDriver.line(java.util.Arrays.copyOf(name.answer(0), (int) name.length())));
        assertEquals(0, name.answer(0)[8 + 7], "nothing behind it");
        assertThrows(IllegalArgumentException.class, () -> console.addPort("a\0b"));
    }

    @Test
    @Rule("CONM-DEF-04")
    void bothSidesTellWhetherTheyAreOpen() {
        ConsolePort agent = console.addPort("agent");
        agent.close();
        var driver = new MultiportDriver(console);
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        assertEquals(List.of("0 ADD", "1 ADD", "1 NAME agent"), driver.heard(), "not open");
        agent.open();
        agent.open();
        assertEquals(List.of("1 OPEN 1"), driver.heard());
        agent.close();
        assertEquals(List.of("1 OPEN 0"), driver.heard());
        assertFalse(agent.guestOpen());
        driver.tell(1, VIRTIO_CONSOLE_PORT_OPEN, 1);
        assertTrue(agent.guestOpen());
        driver.tell(1, VIRTIO_CONSOLE_PORT_OPEN, 0);
        assertFalse(agent.guestOpen());
        var thrownAway = new StringBuilder();
        agent.onTransmit(bytes -> thrownAway.append(new String(bytes)));
        driver.transmit(1, "to nobody");
        assertEquals("", thrownAway.toString());
    }

    @Test
    void inputWaitsUntilTheGuestOpensThePort() {
        ConsolePort agent = console.addPort("agent");
        agent.receive("early");
        var driver = new MultiportDriver(console);
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        assertNull(driver.receive(1, 3), "a buffer is there, but nobody reads the port");
        driver.tell(1, VIRTIO_CONSOLE_PORT_OPEN, 1);
        var queue = driver.rig.driver.queue(4);
        assertEquals(3, queue.completed().length());
        assertEquals("ly", driver.receive(1, 3));
        driver.tell(1, VIRTIO_CONSOLE_PORT_OPEN, 0);
        agent.receive("later");
        assertNull(driver.receive(1, 10));
        driver.tell(1, VIRTIO_CONSOLE_PORT_OPEN, 1);
        assertEquals(5, queue.completed().length());
    }

    @Test
    @Rule("CONM-DEV-02")
    void noPortIsAnnouncedTwice() {
        var driver = new MultiportDriver(console);
        console.addPort("a");
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        assertEquals(List.of("0 ADD", "1 ADD"), driver.heard());
        ConsolePort b = console.addPort("b");
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        assertEquals(List.of("2 ADD"), driver.heard());
        b.remove();
        console.addPort("c");
        assertEquals(List.of("2 REMOVE", "2 ADD"), driver.heard(), "the number is free again");
    }

    @Test
    @Rule("CONM-DEV-03")
    void noPortBeyondTheMaximumIsAnnounced() {
        MultiportDriver driver = new MultiportDriver(console).ready();
        String ids = IntStream.range(0, 3).mapToObj(i -> console.addPort("").id() + " ADD").collect(Collectors.joining(", ", "[", "]"));
        assertThrows(IllegalStateException.class, () -> console.addPort("one too many"));
        assertEquals(ids, driver.heard().toString());
        assertEquals(List.of("1 ADD", "2 ADD", "3 ADD").toString(), ids);
        assertTrue(assertThrows(IllegalStateException.class, () -> new ConsoleDevice().addPort("x")).getMessage().contains("new ConsoleDevice(8)"));
        assertThrows(IllegalArgumentException.class, () -> new ConsoleDevice(0));
    }

    @Test
    @Rule("CONM-DEV-04")
    void onlyAPortThatWasAnnouncedIsTakenAway() {
        var driver = new MultiportDriver(console);
        console.addPort("gone before the driver came").remove();
        ConsolePort stays = console.addPort("stays");
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        assertEquals(List.of("0 ADD", "1 ADD"), driver.heard());
        stays.remove();
        stays.remove();
        assertEquals(List.of("1 REMOVE"), driver.heard());
        driver.tell(1, VIRTIO_CONSOLE_PORT_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_OPEN, 1);
        driver.transmit(1, "the driver has not read of it yet");
        assertEquals(List.of(), driver.heard(), "a port that is gone answers nothing");
        assertThrows(IllegalArgumentException.class, () -> console.port(1));
        assertThrows(IllegalStateException.class, () -> console.port(0).remove());
    }

    @Test
    @Rule("CONM-DEF-03")
    void aNewSizeOfAConsoleIsColumnsAndThenRows() {
        ConsolePort second = console.addConsole("");
        ConsolePort generic = console.addPort("no console");
        MultiportDriver driver = new MultiportDriver(console).ready(0, 1, 2);
        second.resize(132, 43);
        assertEquals(List.of("1 RESIZE 132x43"), driver.heard());
        console.resize(100, 30);
        assertEquals(List.of("0 RESIZE 100x30"), driver.heard());
        assertEquals(100, driver.rig.driver.read("cols"), "port 0 has it in its configuration too");
        assertThrows(IllegalStateException.class, () -> generic.resize(1, 1));
        driver.tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        assertTrue(driver.heard().contains("1 RESIZE 132x43"), "a driver that comes later is told too");
    }

    @Test
    @Rule("CONM-DEV-01")
    void thereMayBeSeveralConsoles() {
        console.addConsole("second");
        var driver = new MultiportDriver(console);
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1).tell(0, VIRTIO_CONSOLE_PORT_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        List<String> heard = driver.heard();
        assertTrue(heard.containsAll(List.of("0 CONSOLE", "1 CONSOLE")), heard.toString());
    }

    @Test
    @Rule({"CONM-DRV-01", "CONM-DRV-04"})
    void aDriverThatBreaksTheProtocolIsTold() {
        console.addPort("agent");
        var driver = new MultiportDriver(console);
        driver.tell(0, VIRTIO_CONSOLE_PORT_READY, 1);
        assertEquals(List.of("CONM-DRV-01"), driver.rig.violations());
        assertEquals(List.of(), driver.heard());
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1).tell(0, VIRTIO_CONSOLE_PORT_READY, 1).tell(0, VIRTIO_CONSOLE_PORT_OPEN, 0);
        assertEquals(List.of("CONM-DRV-01", "CONM-DRV-04"), driver.rig.violations());
        driver.heard();
        // Nonsense: ports and events that do not exist, and messages that are none.
        driver.rig.driver.queue(CONTROL_TRANSMITQ).send(MultiportDriver.message(77, 3, 1));
        driver.rig.driver.queue(CONTROL_TRANSMITQ).send(MultiportDriver.message(-1, 3, 1));
        driver.rig.driver.queue(CONTROL_TRANSMITQ).send(MultiportDriver.message(0, 99, 1));
        driver.rig.driver.queue(CONTROL_TRANSMITQ).send(new byte[7]);
        driver.rig.driver.queue(CONTROL_TRANSMITQ).send(new byte[0]);
        assertEquals(List.of(), driver.heard());
        assertFalse(driver.rig.needsReset());
        driver.tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        assertEquals(List.of("1 NAME agent", "1 OPEN 1"), driver.heard(), "it goes on");
    }

    @Test
    @Rule({"CON-DRV-01", "CON-DRV-02"})
    void controlBuffersOfTheWrongKindAreToldAndNotTouched() {
        var driver = new MultiportDriver(console, 0);
        var receive = driver.rig.driver.queue(CONTROL_RECEIVEQ);
        receive.submit(readable((byte) 1, (byte) 2));
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        assertEquals(0, receive.completed().length());
        assertArrayEquals(new byte[] {1, 2}, driver.rig.memory.read(receive.desc(0).address(), 2));
        driver.offerControlBuffer(7);
        assertEquals(0, receive.completed().length(), "no room for a message");
        driver.offerControlBuffer(8);
        assertEquals("0 ADD", MultiportDriver.line(receive.completed().answer(0)), "which was not lost");
        driver.rig.driver.queue(CONTROL_TRANSMITQ).send(readable(MultiportDriver.message(0, 3, 1)), writable(4));
        assertEquals(List.of("CON-DRV-01", "CON-DRV-02"), driver.rig.violations());
    }

    @Test
    void aDriverThatAsksAgainAndAgainFillsNoMemory() {
        console.addPort("agent");
        var driver = new MultiportDriver(console, 0);
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        for (int i = 0; i < 1000; i++) {
            driver.tell(1, VIRTIO_CONSOLE_PORT_READY, 1);
        }
        for (int i = 0; i < 20; i++) {
            driver.offerControlBuffer(64);
        }
        assertEquals(List.of("0 ADD", "1 ADD", "1 NAME agent", "1 OPEN 1"), driver.heard());
    }

    @Test
    void withoutMultiportPortZeroWorksAlone() {
        ConsolePort agent = console.addPort("agent");
        var output = new StringBuilder();
        console.onTransmit(bytes -> output.append(new String(bytes)));
        Rig rig = Rig.started(console);
        rig.driver.queue(1).send("plain".getBytes());
        assertEquals("plain", output.toString());
        console.receive("abc");
        agent.receive("nobody takes it");
        agent.close();
        rig.driver.queue(0).submit(writable(8));
        rig.driver.queue(0).notifyDevice();
        assertEquals(3, rig.driver.queue(0).completed().length());
        assertEquals(15, agent.waitingBytes());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    void aResetForgetsTheDriverAndKeepsThePorts() {
        ConsolePort agent = console.addPort("agent");
        MultiportDriver driver = new MultiportDriver(console).ready(0, 1);
        agent.receive("kept");
        driver.rig.driver.initialise(MultiportDriver.FEATURES);
        assertFalse(agent.guestOpen());
        driver.offerControlBuffer(64);
        assertNull(driver.next(), "nothing before DEVICE_READY, as the first time");
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1);
        assertEquals("0 ADD", MultiportDriver.line(driver.next().answer(0)).substring(0, 5));
        assertEquals(4, agent.waitingBytes());
    }

    @Test
    void theStateHasPortsMessagesAndWhatWaits() {
        ConsolePort agent = console.addPort("agent");
        var driver = new MultiportDriver(console, 0);
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_OPEN, 1);
        agent.receive("to be continued");
        var other = new ConsoleDevice(4);
        other.addPort("that will not be there");
        other.addPort("nor this");
        Rig second = Rig.of(other);
        second.slot.restore(driver.rig.slot.save());
        assertEquals(driver.rig.slot.save(), second.slot.save());
        assertEquals(List.of("port 0, a console", "port 1 'agent'"), other.ports().stream().map(ConsolePort::toString).toList());
        assertEquals(15, other.port(1).waitingBytes());
        assertTrue(other.port(1).guestOpen());
    }

    @Test
    @Rule({"CON-DEV-04", "CON-DEV-05"})
    void theLegacyInterfaceHasTheGuestsEndianness() {
        console.addPort("agent");
        console.resize(0x0102, 0x0304);
        console.legacy();
        var driver = new MultiportDriver(console);
        assertEquals(0x02, driver.rig.driver.read(0x100, 1));
        assertEquals(0x0102, driver.rig.driver.read("cols"));
        assertEquals(4, driver.rig.driver.read("max_nr_ports"));
        driver.tell(0, VIRTIO_CONSOLE_DEVICE_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_READY, 1).tell(1, VIRTIO_CONSOLE_PORT_OPEN, 1);
        assertEquals(List.of("0 ADD", "1 ADD", "1 NAME agent", "1 OPEN 1"), driver.heard());
        assertTrue(console.port(1).guestOpen());
    }
}

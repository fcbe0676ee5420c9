package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.driver.UsedElement;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device written in a cell: what it gets without doing anything for it. */
class CellDeviceTest {

    /** A counter with a configuration field: 30 lines that make a whole device. */
    private static final class Adder extends VirtioDevice {
        static final FeatureBit DOUBLE = FeatureBit.of(0, "ADDER_F_DOUBLE");
        private long sum;

        Adder() {
            super("adder", 60, new ConfigSpace(ConfigField.readOnly("sum", 0, 8), new ConfigField("start", 8, 4, Access.RW)), 32);
        }

        @Override
        public Features features() {
            return Features.of(DOUBLE);
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            sum += (long) chain.reader().readInt() * (negotiated().has(DOUBLE) ? 2 : 1);
            chain.writer().writeLong(sum);
            changeConfig(config -> config.set("sum", sum));
        }

        @Override
        protected void configWritten(ConfigField field, long value) {
            sum = value;
        }

        @Override
        protected void reset() {
            sum = 0;
        }

        @Override
        public State save() {
            return State.of("adder", 1).put("sum", sum).build();
        }

        @Override
        public void restore(State state) {
            sum = state.expect("adder", 1).number("sum");
        }
    }

    private static long number(byte[] bytes) {
        return java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static byte[] number(int value) {
        return java.nio.ByteBuffer.allocate(4).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    @Test
    void itHasFeaturesRingsConfigurationAndReset() {
        Rig rig = Rig.of(new Adder());
        rig.driver.initialise(Adder.DOUBLE);
        assertEquals(14, number(rig.driver.queue(0).send(readable(number(7)), writable(8)).answer(0)));
        assertEquals(14, rig.driver.read("sum"));
        rig.driver.write("start", 100);
        assertEquals(106, number(rig.driver.queue(0).send(readable(number(3)), writable(8)).answer(0)));
        rig.driver.initialise();
        assertEquals(5, number(rig.driver.queue(0).send(readable(number(5)), writable(8)).answer(0)));
        assertEquals(List.of(), rig.violations());
    }

    @Test
    void tooFewBytesAreZerosAndTooManyAreDropped() {
        Rig rig = Rig.started(new Adder());
        assertEquals(0x0201, number(rig.driver.queue(0).send(readable((byte) 1, (byte) 2), writable(8)).answer(0)));
        assertArrayEquals(new byte[] {1, 2, 0}, rig.driver.queue(0).send(readable(), writable(3)).answer(0));
    }

    @Test
    void aRequestIsAnsweredInsideTheNotificationOrAfterItsLatency() {
        Rig now = Rig.started(new Upper(8));
        now.driver.queue(0).submit(readable((byte) 'a'), writable(1));
        now.driver.queue(0).notifyDevice();
        assertTrue(now.line.asserted(), "latency 0: the line is up when the store is done");

        Rig later = Rig.started(new Upper(8).latencyTicks(1000));
        var queue = later.driver.queue(0);
        later.to(500);
        queue.submit(readable((byte) 'a'), writable(1));
        queue.notifyDevice();
        long answer = queue.desc(1).address();
        later.to(1499);
        assertEquals(0, queue.usedIdx());
        assertEquals(0, later.memory.readByte(answer), "nothing is done while it is in flight");
        assertEquals(List.of("queue 0 head 0 at tick 1500"), later.slot.state().inFlight());
        assertEquals(dev.cellvisor.virtio.transport.QueueView.Holder.DEVICE, later.slot.queue(0).descriptors().get(1).holder());
        later.to(1500);
        assertEquals(new UsedElement(0, 1), queue.used());
        assertEquals('A', later.memory.readByte(answer));
        assertTrue(later.line.asserted());
    }

    /** Answers late what starts with a large byte. */
    private static final class Slow extends VirtioDevice {
        Slow() {
            super("slow", 61, 32);
        }

        @Override
        protected long latencyTicks(int queue, DescriptorChain chain) {
            return chain.reader().readByte();
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            chain.writer().writeByte(chain.reader().readByte());
        }
    }

    @Test
    void requestsOverlapAndAreAnsweredInTheOrderOfTheirTicks() {
        Rig rig = Rig.started(new Slow());
        var queue = rig.driver.queue(0);
        for (int latency : new int[] {30, 10, 20, 10}) {
            queue.submit(readable((byte) latency), writable(1));
        }
        queue.notifyDevice();
        rig.to(10);
        assertEquals(1, rig.facts(VirtioInterrupt.class).size(), "two answers of one tick share a notification");
        rig.to(40);
        assertEquals(List.of(new UsedElement(2, 1), new UsedElement(6, 1), new UsedElement(4, 1), new UsedElement(0, 1)), queue.allUsed());
    }

    @Test
    void sendWaitsForTheAnswerByLettingTimePass() {
        Rig rig = Rig.started(new Upper(8).latencyTicks(77));
        assertEquals('A', rig.driver.queue(0).send(readable((byte) 'a'), writable(1)).lastByte());
        assertEquals(77, rig.clock.ticks());
        rig.driver.waitWith(() -> false);
        var error = assertThrows(IllegalStateException.class, () -> rig.driver.queue(0).send(readable((byte) 'a'), writable(1)));
        assertTrue(error.getMessage().contains("waitWith"), error.getMessage());
    }

    @Test
    void aSavedDeviceGoesOnWhereItWas() {
        Rig first = Rig.started(new Adder().latencyTicks(50), Adder.DOUBLE);
        first.driver.queue(0).send(readable(number(1)), writable(8));
        first.driver.queue(0).submit(readable(number(20)), writable(8));
        first.driver.queue(0).submit(readable(number(300)), writable(8));
        first.driver.queue(0).notifyDevice();
        byte[] ram = first.memory.read(Rig.RAM, (int) Rig.RAM_BYTES);
        State saved = first.slot.save();
        State events = first.events.save();
        State clock = first.clock.save();
        assertEquals(saved, first.slot.save());

        Rig second = Rig.of(new Adder().latencyTicks(50));
        second.memory.write(Rig.RAM, ram);
        second.clock.restore(clock);
        second.slot.restore(saved);
        second.events.restore(events);
        assertEquals(saved, second.slot.save());
        assertEquals(events, second.events.save());

        for (Rig rig : List.of(first, second)) {
            rig.to(100);
            assertTrue(rig.line.asserted());
        }
        assertArrayEquals(first.memory.read(Rig.RAM, (int) Rig.RAM_BYTES), second.memory.read(Rig.RAM, (int) Rig.RAM_BYTES));
        assertEquals(first.slot.save(), second.slot.save());
        assertEquals(642, second.driver.read("sum"));
    }

    @Test
    void aStateOfAnotherDeviceIsRefused() {
        Rig adder = Rig.of(new Adder());
        Rig upper = Rig.of(new Upper(32));
        State before = adder.slot.save();
        assertThrows(StateException.class, () -> adder.slot.restore(upper.slot.save()));
        assertThrows(StateException.class, () -> adder.slot.restore(Rig.empty().slot.save()));
        assertThrows(StateException.class, () -> Rig.empty().slot.restore(before));
        assertEquals(before, adder.slot.save());
    }

    @Test
    void aStateWithAFieldMissingChangesNothing() {
        Rig saved = Rig.started(new Adder(), Adder.DOUBLE);
        saved.driver.queue(0).send(readable(number(7)), writable(8));
        State whole = saved.slot.save();
        State device = whole.child("device");
        for (String missing : device.values().keySet()) {
            State cripple = without(whole, "device", without(device, missing, null));
            Rig rig = Rig.of(new Adder());
            rig.driver.begin();
            State before = rig.slot.save();
            assertThrows(StateException.class, () -> rig.slot.restore(cripple), missing);
            assertEquals(before, rig.slot.save(), "without " + missing);
        }
    }

    /** The state with one value left out, or replaced. */
    private static State without(State state, String name, State replacement) {
        var builder = State.of(state.type(), state.version());
        state.values().forEach((key, value) -> {
            if (key.equals(name)) {
                if (replacement != null) {
                    builder.put(key, replacement);
                }
            } else if (value instanceof Long number) {
                builder.put(key, number);
            } else if (value instanceof long[] numbers) {
                builder.put(key, numbers);
            } else if (value instanceof State child) {
                builder.put(key, child);
            } else {
                builder.put(key, state.children(key));
            }
        });
        return builder.build();
    }

    @Test
    @Rule("INIT-DRV-03")
    void configurationIsWrittenOnlyAfterFeaturesOk() {
        Rig rig = Rig.of(new Adder());
        rig.driver.begin();
        rig.driver.write("start", 5);
        assertEquals(0, rig.driver.read("start"));
        assertEquals(List.of("INIT-DRV-03"), rig.violations());
        rig.driver.negotiate();
        rig.driver.write("start", 5);
        assertEquals(5, rig.driver.read("start"));
    }

    @Test
    void aDeviceComesAndGoes() {
        Rig rig = Rig.empty();
        var device = new EntropyDevice(1);
        rig.slot.plug(device);
        rig.driver.initialise();
        rig.driver.queue(0).submit(writable(1));
        rig.driver.queue(0).notifyDevice();
        assertThrows(IllegalStateException.class, () -> rig.slot.plug(new Upper(8)), "the slot is taken");
        assertThrows(IllegalStateException.class, () -> Rig.of(device), "the device sits elsewhere");
        rig.slot.unplug();
        assertFalse(rig.line.asserted());
        assertEquals(0, rig.driver.read("DeviceID"));
        rig.slot.plug(new Upper(8));
        rig.driver.initialise();
        assertEquals('A', rig.driver.queue(0).send(readable((byte) 'a'), writable(1)).lastByte());
        Rig.of(device);
    }

    @Test
    void itIsToldOnceThatItIsPulledOut() {
        List<String> told = new java.util.ArrayList<>();
        class Leaving extends VirtioDevice {
            Leaving() {
                super("leaving", 63, 8);
            }

            @Override
            protected void handle(int queue, DescriptorChain chain) {
            }

            @Override
            protected void pluggedIn() {
                told.add("in at " + context().place());
            }

            @Override
            protected void pullingOut() {
                told.add("out of " + context().place());
            }
        }
        Rig rig = Rig.of(new Leaving());
        rig.slot.unplug();
        assertEquals(List.of("in at virtio-mmio.31", "out of virtio-mmio.31"), told);
    }

    @Test
    void anAuthorsMistakesAreSaidAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> new Upper(32769));
        assertThrows(IllegalArgumentException.class, () -> new Upper(0));
        assertThrows(IllegalArgumentException.class, () -> new Upper(8).latencyTicks(-1));
        assertThrows(IllegalArgumentException.class, () -> new ConfigSpace(ConfigField.readOnly("a", 0, 4), ConfigField.readOnly("b", 2, 4)));
        Rig rig = Rig.started(new Upper(8));
        var error = assertThrows(IllegalArgumentException.class, () -> rig.slot.state().queue(0).complete(3, 0));
        assertTrue(error.getMessage().contains("poll()"), error.getMessage());
    }
}

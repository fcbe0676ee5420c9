package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.Cells;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.driver.UsedElement;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A device of a cell whose code throws: the cell sees the exception, and once the code is mended the guest goes on as if nothing had been. */
class ThrowingDeviceTest {
    private static final long PROGRAM = 0x4000_0000L;

    /** Gives its byte back, but throws at some of them until it is mended. */
    private static final class Brittle extends VirtioDevice {
        private final List<Integer> seen = new ArrayList<>();
        private int breaksAt;

        Brittle(int breaksAt) {
            super("brittle", 62, 16);
            this.breaksAt = breaksAt;
        }

        @Override
        protected void handle(int queue, DescriptorChain chain) {
            int value = chain.reader().readByte();
            seen.add(value);
            chain.writer().writeByte(value);
            if (value == breaksAt) {
                throw new ArithmeticException("a mistake of the cell's");
            }
        }
    }

    private static void submit(DriverQueue queue, int... values) {
        for (int value : values) {
            queue.submit(readable((byte) value), writable(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "9, false", "0, true", "9, true"})
    void whatWasNotAnsweredIsAnsweredWhenItIsMended(int latency, boolean packed) {
        var device = new Brittle(2);
        device.latencyTicks(latency);
        Rig rig = packed ? Rig.started(device, VirtioFeature.VIRTIO_F_RING_PACKED) : Rig.started(device);
        DriverQueue queue = rig.driver.queue(0);
        submit(queue, 1, 2, 3, 4);
        assertThrows(ArithmeticException.class, () -> {
            queue.notifyDevice();
            rig.to(9);
        });
        assertTrue(rig.line.asserted(), "the first is answered, and the driver is told");
        assertEquals(3, rig.slot.state().inFlight().size(), rig.slot.state().inFlight()::toString);
        assertThrows(ArithmeticException.class, () -> rig.to(20), "not mended yet");
        submit(queue, 5);

        device.breaksAt = -1;
        rig.to(20);
        assertEquals(List.of(1, 2, 2, 2, 3, 4), device.seen);
        queue.notifyDevice();
        rig.to(40);
        assertEquals(List.of(1, 2, 2, 2, 3, 4, 5), device.seen);
        List<UsedElement> used = queue.allUsed();
        assertEquals(5, used.size());
        assertEquals(List.of(1L, 1L, 1L, 1L, 1L), used.stream().map(element -> element.length()).toList());
        assertEquals(List.of(), rig.slot.state().inFlight());
        assertEquals(List.of(), rig.violations());
    }

    @Test
    void aLatencyThatThrowsLosesNothingEither() {
        List<Integer> seen = new ArrayList<>();
        boolean[] mended = {false};
        Rig rig = Rig.started(new VirtioDevice("slow", 62, 16) {
            @Override
            protected long latencyTicks(int queue, DescriptorChain chain) {
                if (chain.reader().readByte() == 2 && !mended[0]) {
                    throw new ArithmeticException("a mistake of the cell's");
                }
                return 5;
            }

            @Override
            protected void handle(int queue, DescriptorChain chain) {
                seen.add(chain.reader().readByte());
            }
        });
        submit(rig.driver.queue(0), 1, 2, 3);
        assertThrows(ArithmeticException.class, rig.driver.queue(0)::notifyDevice);
        mended[0] = true;
        rig.to(10);
        assertEquals(List.of(2, 1, 3), seen, "what it did not say the latency of has none");
        assertEquals(3, rig.driver.queue(0).allUsed().size());
    }

    @Test
    void aResetEndsWhatItBrokeAt() {
        var device = new Brittle(2);
        Rig rig = Rig.started(device);
        submit(rig.driver.queue(0), 2, 3);
        assertThrows(ArithmeticException.class, rig.driver.queue(0)::notifyDevice);
        rig.driver.initialise();
        rig.to(10);
        assertEquals(List.of(2), device.seen);
        assertEquals(List.of(), rig.violations());
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = {"INTERPRETER", "NATIVE"})
    void aGuestThatNotifiedGoesOn(Engine engine) {
        try (Vm vm = Vm.builder("brittle").memoryMiB(16).engine(engine).build()) {
            var device = new Brittle(2);
            var slot = vm.attach(device);
            DriverQueue queue = vm.driver(slot).initialise().queue(0);
            submit(queue, 1, 2, 3);
            // Counts its turns, notifies, reads the interrupt's status, and switches off.
            vm.load(PROGRAM, Cells.asm("""
                    mov x0, #0x%x
                    movk x0, #0x%x, lsl #16
                    mov x3, #2000
                    loop: add x4, x4, #1
                    subs x3, x3, #1
                    b.ne loop
                    str wzr, [x0, #0x50]
                    add x5, x5, #1
                    ldr w6, [x0, #0x60]
                    movz x0, #8
                    movk x0, #0x8400, lsl #16
                    hvc #0
                    """.formatted(slot.address() & 0xffff, slot.address() >>> 16)));
            vm.cpu(0).set("PC", PROGRAM);
            assertThrows(ArithmeticException.class, () -> vm.run(100_000));
            assertEquals(2000, vm.cpu(0).get("X4"));
            assertThrows(ArithmeticException.class, () -> vm.run(100_000), "not mended yet");
            device.breaksAt = -1;
            RunResult end = vm.run(100_000);
            assertEquals(new Exit.PowerOff(), end.exit(), end::toString);
            assertEquals(1, vm.cpu(0).get("X5"));
            assertEquals(1, vm.cpu(0).get("X6"), "all were answered before it looked");
            assertEquals(3, queue.allUsed().size());
            assertEquals(List.of(1, 2, 2, 2, 3), device.seen);
        }
    }
}

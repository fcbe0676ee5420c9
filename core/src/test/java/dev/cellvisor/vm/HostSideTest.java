package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.Cells;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.vsock.VsockConnection;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.virtio.vsock.VsockFeature;
import dev.cellvisor.virtio.vsock.VsockHeader;
import dev.cellvisor.virtio.vsock.VsockListener;
import dev.cellvisor.virtio.vsock.VsockOp;
import dev.cellvisor.virtio.vsock.VsockType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device's host side and the VM's run: inputs from any thread, and waiting. The guest's driver is us; its CPU only counts. */
class HostSideTest {
    private static final long CODE = 0x4000_0000L;

    private final Vm vm = Vm.builder("host-side").memoryMiB(16).build();
    private final VsockDevice vsock = new VsockDevice(3);
    private final VirtioDriver driver = vm.driver(vm.attach(vsock)).initialise(VsockFeature.values());
    private final VsockListener listener = vsock.listen(1024);

    @AfterEach
    void close() {
        vm.close();
    }

    private void program(String text) {
        vm.load(CODE, Cells.asm(text));
        vm.cpu(0).set("pc", CODE);
    }

    private static VsockHeader header(VsockOp op) {
        return VsockHeader.of(op, VsockType.STREAM, 3, 5000, VsockDevice.HOST_CID, 1024).withCredit(1000, 0);
    }

    private VsockConnection connected() {
        for (int i = 0; i < 8; i++) {
            driver.queue(VsockDevice.RXQ).submit(Buffer.writable(VsockHeader.SIZE_BYTES + 100));
        }
        driver.queue(VsockDevice.RXQ).notifyDevice();
        driver.queue(VsockDevice.TXQ).send(header(VsockOp.REQUEST).bytes());
        return listener.poll();
    }

    private List<String> inputsSince(int before) {
        return vm.inputs().entries().subList(before, vm.inputs().entries().size()).stream().map(entry -> entry.kind() + " " + entry.detail()).toList();
    }

    @Test
    void whatTheHostDoesIsOneInputAndWhatComesOfItIsNone() throws IOException {
        program("nop; wfi");
        VsockConnection connection = connected();
        vm.step();
        vm.memory().write(0x4000_1000L, new byte[] {1});
        int before = vm.inputs().entries().size();
        connection.write(Cells.bytes("hello"));
        assertEquals(List.of("MEMORY 0x40001000", "DEVICE virtio-mmio.31 send 1"), inputsSince(before));
        assertArrayEquals(Cells.bytes("hello"), vm.inputs().entries().getLast().payload());
        vm.step();
        assertEquals(2, inputsSince(before).size(), "the packet in guest memory is the device's doing");
        connection.close();
        assertEquals("DEVICE virtio-mmio.31 shutdown 1 3", inputsSince(before).getLast());
    }

    @Test
    void waitingRunsTheMachineAndEndsWithIt() {
        program("mov x0, #1; wfi");
        VsockConnection connection = connected();
        var error = assertThrows(RunLimitException.class, () -> connection.read(1));
        assertTrue(error.getMessage().contains("data on vsock stream host:1024–guest:5000"), error.getMessage());
        assertEquals(1, vm.cpu(0).get("x0"), "it ran until nothing was to happen any more");
    }

    @Test
    void aWaitEndsAtTheInstructionThatBringsWhatIsWaitedFor() throws IOException {
        // The guest notifies the transmit queue: the request to connect lies ready in the ring.
        driver.queue(VsockDevice.TXQ).submit(Buffer.readable(header(VsockOp.REQUEST).bytes()));
        program("mov x1, #%d; movk x1, #0x0a00, lsl #16; mov w2, #1; str w2, [x1]; mov x0, #1; wfi".formatted(driver.address() + 0x50 & 0xffff));
        assertEquals(5000, listener.accept().guestPort());
        assertEquals(0, vm.cpu(0).get("x0"));
        assertEquals(CODE + 16, vm.cpu(0).get("pc"));
    }

    @Test
    void anotherThreadIsLetInBetweenTwoInstructions() throws Exception {
        program("1: add x0, x0, #1; b 1b");
        VsockConnection connection = connected().inBackground();
        var written = CompletableFuture.runAsync(() -> {
            try {
                while (vm.clock().instructions() < 1000) {
                    Thread.onSpinWait();
                }
                connection.write(Cells.bytes("from outside"));
                vm.pause();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        vm.run();
        written.get(60, TimeUnit.SECONDS);
        InputLog.Entry input = vm.inputs().entries().getLast();
        assertEquals("virtio-mmio.31 send 1", input.detail());
        assertTrue(input.instruction() >= 1000 && input.instruction() <= vm.clock().instructions(), input.toString());
    }

    @Test
    void nobodyWaitsInsideTheMachinesOwnRun() {
        program("mov x1, #0x0a00; nop; wfi");
        VsockConnection connection = connected();
        vm.events().timer("a device's own", () -> assertThrows(IllegalStateException.class, () -> connection.read(1))).at(vm.clock().ticks());
        vm.run();
    }

    @Test
    void anInterruptedThreadStopsWaiting() {
        program("1: b 1b");
        VsockConnection connection = connected();
        Thread.currentThread().interrupt();
        assertThrows(java.io.InterruptedIOException.class, () -> connection.read(1));
        assertTrue(Thread.interrupted(), "and it is still known that it was");
    }
}

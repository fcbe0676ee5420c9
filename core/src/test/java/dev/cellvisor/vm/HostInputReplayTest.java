package dev.cellvisor.vm;

import static dev.cellvisor.Cells.asm;
import static dev.cellvisor.Cells.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.balloon.BalloonFeature;
import dev.cellvisor.virtio.block.BlockBackend;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.CachedBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.virtio.block.WearBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsoleFeature;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.net.NetFeature;
import dev.cellvisor.virtio.net.NetworkDevice;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.virtio.vsock.VsockFeature;
import dev.cellvisor.virtio.vsock.VsockType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Everything that host code can do to a machine is in its recording, from its very first instruction on: a replay comes to the same fingerprint, or
 * says what cannot be repeated.
 */
class HostInputReplayTest {
    private static final long RAM = 0x4000_0000L;
    private static final long UART = 0x0900_0000L;
    private final List<Vm> made = new ArrayList<>();

    @AfterEach
    void close() {
        made.forEach(Vm::close);
    }

    private Vm running(String program) {
        Vm vm = Vm.builder("inputs-" + made.size()).memoryMiB(16).build();
        made.add(vm);
        vm.load(RAM, asm(program));
        vm.cpu(0).set("pc", RAM);
        return vm;
    }

    /** A CPU that only counts. */
    private Vm counting() {
        return running("1: add x0, x0, #1; b 1b");
    }

    /** Records what some work does, and repeats it on both engines. */
    private Recording recorded(Vm vm, Consumer<Vm> work) {
        Snapshot start = vm.snapshot();
        String before = vm.fingerprint();
        work.accept(vm);
        vm.step(1000);
        Recording recording = vm.recording(start);
        assertNotEquals(before, recording.fingerprint());
        for (Engine engine : List.of(Engine.INTERPRETER, Engine.NATIVE)) {
            Vm again = start.fork("again-" + made.size(), engine);
            made.add(again);
            new Replay(recording, again).toEnd();
        }
        return recording;
    }

    /** The same at the first instruction, and later. */
    private void repeats(Consumer<Vm> build, Consumer<Vm> work) {
        Vm fresh = counting();
        build.accept(fresh);
        recorded(fresh, work);
        Vm ran = counting();
        build.accept(ran);
        ran.step(777);
        recorded(ran, work);
    }

    private static BlockDevice disk() {
        return new BlockDevice(MemoryBackend.ofSize(1 << 16));
    }

    @Test
    void aDriverByHandFromTheFirstInstructionOn() {
        repeats(vm -> vm.attach((BlockDevice) disk().latencyTicks(500)), vm -> {
            VirtioDriver driver = vm.driver(vm.slot("virtio-blk"));
            driver.initialise();
            driver.queue(0).send(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_OUT, 1)), Buffer.readable(new byte[512]), Buffer.writable(1));
            vm.step(100);
            driver.queue(0).send(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_IN, 1)), Buffer.writable(512), Buffer.writable(1));
        });
    }

    @Test
    void memoryRegistersInterruptsAndTypedText() {
        repeats(vm -> { }, vm -> {
            vm.memory().write(RAM + 0x10_0000, bytes("poked"));
            vm.cpu(0).set("x7", 7);
            vm.cpu(0).set("CNTV_CVAL_EL0", 0);
            vm.cpu(0).set("CNTV_CTL_EL0", 1); // the timer's interrupt follows from it, and is no input of its own
            vm.write(UART + 0x30, 4, 0x301);
            vm.type("typed");
            vm.uart().receive("straight into the UART");
            vm.irq(40).raise();
            vm.inject(41);
            vm.step(10);
            vm.memory().writeLong(RAM + 0x10_0008, 5);
            vm.uart().receive("x");
        });
    }

    @Test
    void accessesPastTheMap() {
        repeats(vm -> vm.attach(disk()), vm -> {
            vm.slot("virtio-blk").write(0x70, 4, 1);
            vm.step(10);
            vm.slot("virtio-blk").write(0x70, 4, 3);
            vm.slot("virtio-blk").read(0x50, 4);
        });
    }

    @Test
    void theInterruptControllerPastTheVmsMethods() {
        for (int version : new int[] {2, 3}) {
            Vm vm = Vm.builder("inputs-" + made.size()).memoryMiB(16).cpus(2).gic(version).build();
            made.add(vm);
            vm.load(RAM, asm("1: add x0, x0, #1; b 1b"));
            vm.cpu(0).set("pc", RAM);
            Recording recording = recorded(vm, machine -> {
                var gic = version == 3 ? vm.gic() : vm.gicv2();
                var distributor = version == 3 ? vm.gic().distributor() : vm.gicv2().distributor();
                gic.spi(40).raise();
                machine.step(5);
                gic.inject(41);
                gic.ppi(1, 27).raise();
                distributor.write(0x104, 4, 0xff);
                machine.step(5);
                gic.spi(40).lower();
                machine.inject(42);
                machine.irq(43).raise();
                distributor.read(0x104, 4);
                if (version == 3) {
                    vm.gic().inject(3, 1);
                }
            });
            assertEquals("[40=1, 41 pending, 27=1 cpu1, write 4 0x08000104=0xff, 40=0, 42 pending, 43=1, read 4 0x08000104%s]".formatted(version == 3 ? ", 3 pending cpu1" : ""),
                    recording.inputs().stream().map(InputLog.Entry::detail).toList().toString());
        }
    }

    @Test
    void messagesToAnIts() {
        Vm vm = Vm.builder("inputs-" + made.size()).memoryMiB(16).its().build();
        made.add(vm);
        vm.load(RAM, asm("b ."));
        vm.cpu(0).set("pc", RAM);
        Recording recording = recorded(vm, machine -> machine.gic().message(5, 7));
        assertEquals("message 5 7", recording.inputs().getFirst().detail());
    }

    @Test
    void disksThatAreChangedPastTheirDevices() {
        List<Supplier<BlockBackend>> disks = List.of(() -> MemoryBackend.ofSize(1 << 17), () -> new OverlayBackend(MemoryBackend.ofSize(1 << 17)),
                () -> new CachedBackend(MemoryBackend.ofSize(1 << 17), 3), () -> new WearBackend(MemoryBackend.ofSize(1 << 17), 100, 100));
        for (Supplier<BlockBackend> make : disks) {
            repeats(vm -> vm.attach(new BlockDevice(make.get())), vm -> {
                BlockBackend disk = ((BlockDevice) vm.slot("virtio-blk").device()).backend();
                try {
                    disk.write(512, bytes("written by a cell"), 0, 17);
                    disk.write(4096, MemorySegment.ofArray(bytes("and again")));
                    vm.step(5);
                    disk.writeZeroes(512, 9, false);
                    disk.write(70_000, bytes("gone"), 0, 4);
                    disk.discard(65_536, 65_536);
                    disk.flush();
                    disk.write(1024, bytes("not flushed"), 0, 11);
                    switch (disk) {
                        case CachedBackend cached -> cached.powerCut();
                        case WearBackend wear -> wear.age(1_000_000);
                        default -> disk.resize(1 << 16);
                    }
                    disk.write(2048, bytes("the last"), 0, 8);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                assertTrue(vm.inputs().entries().size() >= 7, vm.inputs()::toString);
            });
        }
    }

    /** The device's own writes are the machine's. */
    @Test
    void aDisksOwnWorkIsNoInput() {
        repeats(vm -> vm.attach(disk()), vm -> {
            VirtioDriver driver = vm.driver(vm.slot("virtio-blk")).initialise();
            driver.queue(0).send(Buffer.readable(BlockRequest.header(BlockRequest.VIRTIO_BLK_T_OUT, 1)), Buffer.readable(new byte[512]), Buffer.writable(1));
            assertTrue(vm.inputs().entries().stream().noneMatch(input -> input.kind() == InputLog.Kind.DEVICE), vm.inputs()::toString);
        });
    }

    @Test
    void theHostsSideOfDisksBalloonsAndRandomNumbers() {
        repeats(vm -> {
            vm.attach(disk());
            vm.attach(new BalloonDevice());
            vm.attach(new EntropyDevice(1));
        }, vm -> {
            vm.driver(vm.slot("virtio-balloon")).initialise(BalloonFeature.values());
            vm.driver(vm.slot("virtio-blk")).initialise();
            VirtioDriver random = vm.driver(vm.slot("virtio-rng")).initialise();
            try {
                ((BlockDevice) vm.slot("virtio-blk").device()).resize(1 << 17);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            var balloon = (BalloonDevice) vm.slot("virtio-balloon").device();
            balloon.target(1 << 20);
            balloon.requestStats();
            balloon.startHints();
            balloon.stopHints();
            balloon.finishHints();
            vm.reseed(99);
            random.queue(0).send(Buffer.writable(64));
        });
    }

    @Test
    void theHostsSideOfConsoles() {
        repeats(vm -> vm.attach(new ConsoleDevice(4)), vm -> {
            vm.driver(vm.slot("virtio-console")).initialise(ConsoleFeature.values());
            var console = (ConsoleDevice) vm.slot("virtio-console").device();
            console.receive("for port 0");
            console.resize(132, 43);
            var port = console.addPort("agent");
            port.receive("hello");
            port.close();
            vm.step(5);
            port.open();
            console.addConsole("").resize(80, 25);
            console.port(2).remove();
            try {
                port.toGuest().write(bytes("by a stream"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void theHostsSideOfSockets() {
        repeats(vm -> vm.attach(new VsockDevice(3)), vm -> {
            vm.driver(vm.slot("virtio-vsock")).initialise(VsockFeature.values());
            var vsock = (VsockDevice) vm.slot("virtio-vsock").device();
            vsock.listen(1024);
            vsock.listen(VsockType.SEQPACKET, 7).close();
            vsock.request(VsockType.STREAM, 99);
            vm.step(5);
            vsock.transportReset(4);
        });
    }

    @Test
    void theHostsSideOfNetworks() {
        repeats(vm -> vm.attach(new NetworkDevice(new Nobody())), vm -> {
            vm.driver(vm.slot("virtio-net")).initialise(NetFeature.VIRTIO_NET_F_STATUS, NetFeature.VIRTIO_NET_F_GUEST_ANNOUNCE, NetFeature.VIRTIO_NET_F_CTRL_VQ,
                    NetFeature.VIRTIO_NET_F_SPEED_DUPLEX);
            var net = (NetworkDevice) vm.slot("virtio-net").device();
            net.port().deliver(Packet.of(new byte[64], ""), vm.clock().ticks());
            vm.step(5);
            net.linkUp(false);
            vm.step(5);
            net.port().link(true);
            net.announce();
            net.speedMbits(100);
        });
    }

    /** A cable on which nobody ever says anything. */
    private static final class Nobody implements NetBackend {
        @Override
        public Offloads offloads() {
            return Offloads.of(0);
        }

        @Override
        public void send(Packet packet, long tick) {
        }

        @Override
        public void connect(dev.cellvisor.net.NetPort port) {
        }
    }

    /** The guest says A, waits for an answer with its interrupt open, and counts on. */
    @Test
    void aListenerThatAnswersInTheMiddleOfAnInstruction() {
        Vm vm = running("""
                mov x1, #0x09000000
                mov w0, #0x301
                str w0, [x1, #0x30]
                mov x3, #0x40100000
                nop
                mov w0, #65
                str w0, [x1]
                ldr x4, [x3]
                ldr w5, [x1, #0x18]
                1: add x0, x0, #1
                b 1b
                """);
        Snapshot start = vm.snapshot();
        try (var listening = vm.console().listen(value -> {
            vm.type("answer");
            vm.memory().writeLong(RAM + 0x10_0000, 0x1234);
        })) {
            vm.step(500);
        }
        assertEquals(0x1234, vm.cpu(0).get("x4"), "the guest sees it at once");
        Recording recording = vm.recording(start);
        recording.replay("again").toEnd().vm().close();
        assertEquals(List.of(InputLog.Kind.TYPE, InputLog.Kind.MEMORY), recording.inputs().stream().map(InputLog.Entry::kind).toList());
    }

    @Test
    void aGuestsResetIsItsOwnDoing() {
        Vm vm = Vm.builder("reset").memoryMiB(16).build();
        made.add(vm);
        vm.boot().kernel("again", asm("""
                    mov x1, #0x09000000
                    mov w0, #48
                    str w0, [x1]
                    mov w0, #9
                    movk w0, #0x8400, lsl #16
                    hvc #0
                """)).prepare();
        vm.step(3);
        Recording recording = recorded(vm, machine -> {
            machine.step(20);
            machine.type("between resets");
            machine.step(20);
        });
        assertEquals(List.of(InputLog.Kind.TYPE), recording.inputs().stream().map(InputLog.Entry::kind).toList());
    }

    @Test
    void whatBuildsTheMachineOnIsRefusedByName() {
        MmioDevice lamp = new MmioDevice() {
            @Override
            public String name() {
                return "lamp";
            }

            @Override
            public long read(long offset, int sizeBytes) {
                return 1;
            }

            @Override
            public void write(long offset, int sizeBytes, long value) {
            }
        };
        refused("lamp", vm -> vm.add(0x0c00_0000L, 0x1000, lamp));
        refused("virtio-blk", vm -> vm.attach(disk()));
        refused("virtio-mmio.7 virtio-blk", vm -> vm.slot(7).plug(disk()));
        refused("virtio-mmio.31", vm -> vm.slot(31).plug(disk()).unplug());
        refused("'kernel'", vm -> vm.boot().kernel("kernel", asm("b .")).prepare());
    }

    private void refused(String what, Consumer<Vm> work) {
        for (int steps : new int[] {0, 50}) {
            Vm vm = counting();
            vm.step(steps);
            Snapshot start = vm.snapshot();
            work.accept(vm);
            vm.step(10);
            Recording recording = vm.recording(start);
            Replay replay = recording.replay("refused");
            made.add(replay.vm());
            String message = assertThrows(ReplayException.class, replay::toEnd).getMessage();
            assertTrue(message.contains(what) && message.contains("take the snapshot after that"), message);
        }
    }
}

package dev.cellvisor.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockFeature;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import dev.cellvisor.virtio.queue.ChainUsed;
import dev.cellvisor.virtio.transport.LegacyRegister;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random drivers, mostly sane and partly mad: nothing they do may throw, hang, or leave a device that a reset does not mend. */
class FuzzTest {
    private static final int ROUNDS = 300;
    private static final int STEPS = 40;

    private static void fuzz(long seed, Supplier<VirtioDevice> devices) {
        var random = new Random(seed);
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Rig rig = null;
            try {
                rig = Rig.of(devices.get());
                rig.driver.initialise(random.nextBoolean() ? rig.driver.offered() : Features.of(BlockFeature.VIRTIO_BLK_F_FLUSH));
                for (int step = 0; step < STEPS; step++) {
                    step(rig, random);
                }
                rig.toNextEvent();
                answered += rig.facts(ChainUsed.class).isEmpty() ? 0 : 1;
                rig.slot.registerValues().toString();
                rig.slot.queues().toString();
                var saved = rig.slot.save();
                Rig copy = Rig.of(devices.get());
                copy.slot.restore(saved);
                assertEquals(saved, copy.slot.save());
                rig.driver.initialise();
                assertEquals(rig.slot.isLegacy() ? 0x7 : 0xf, rig.driver.status(), "a reset mends it");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            } finally {
                if (rig != null) {
                    rig.memory.close();
                }
            }
        }
        assertTrue(answered > ROUNDS / 2, "only " + answered + " of " + ROUNDS + " rounds reached a handler");
    }

    private static void step(Rig rig, Random random) {
        DriverQueue queue = rig.driver.queue(random.nextInt(Math.max(2, rig.slot.device().queueCount())));
        if (queue.size() == 0) {
            queue = rig.driver.queue(0);
        }
        switch (random.nextInt(40)) {
            case 0, 1, 2, 3, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26 -> {
                long mark = rig.driver.heap().mark();
                try {
                    queue.submit(Buffer.readable(request(random)), Buffer.writable(random.nextInt(1100)), Buffer.writable(1));
                } catch (IllegalStateException full) {
                    rig.driver.heap().free(mark);
                    rig.toNextEvent();
                    for (int i = 0; i < 8; i++) {
                        queue.completed();
                    }
                }
            }
            case 4, 5, 6, 7, 8, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39 -> queue.notifyDevice();
            case 9 -> queue.completed();
            case 10 -> rig.toNextEvent();
            case 11 -> scribble(rig, queue.descAddress() + random.nextInt(64), random);
            case 12 -> scribble(rig, queue.availAddress() + random.nextInt(16), random);
            case 13 -> queue.desc(random.nextInt(8)).address(Rig.RAM + random.nextLong(2 * Rig.RAM_BYTES)).length(random.nextInt(5000))
                    .flags(random.nextInt(8)).next(random.nextInt(8));
            case 14 -> {
                rig.driver.write(random.nextInt(0x120), 1 << random.nextInt(4), random.nextInt(20));
                if (rig.slot.isLegacy()) {
                    LegacyRegister register = LegacyRegister.values()[random.nextInt(LegacyRegister.values().length)];
                    rig.driver.write(register.offset(), random.nextInt(4) == 0 ? random.nextInt() : 1 << random.nextInt(20));
                } else if (random.nextInt(4) == 0) {
                    rig.driver.set(StatusBit.SUSPEND);
                    queue.notifyDevice();
                    rig.toNextEvent();
                    rig.driver.set(StatusBit.DRIVER_OK);
                }
            }
            default -> {
                VirtioRegister register = VirtioRegister.values()[random.nextInt(VirtioRegister.values().length)];
                if (register != VirtioRegister.Status || random.nextInt(4) == 0) {
                    rig.driver.write(register, random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(4));
                }
                rig.driver.read(register);
            }
        }
    }

    private static byte[] request(Random random) {
        byte[] header = dev.cellvisor.virtio.block.BlockRequest.header(random.nextInt(10), random.nextInt(40));
        return random.nextInt(8) == 0 ? java.util.Arrays.copyOf(header, random.nextInt(600)) : header;
    }

    private static void scribble(Rig rig, long address, Random random) {
        if (rig.memory.contains(address, 1)) {
            rig.memory.writeByte(address, random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(8));
        }
    }

    @Test
    void block() {
        fuzz(1, () -> new BlockDevice(MemoryBackend.ofSize(32 * 512)));
        fuzz(2, () -> new BlockDevice(MemoryBackend.ofSize(32 * 512)).latencyTicks(10));
    }

    @Test
    void legacy() {
        fuzz(6, () -> new BlockDevice(MemoryBackend.ofSize(32 * 512)).latencyTicks(10).legacy());
        fuzz(7, () -> new EntropyDevice(1).legacy());
    }

    @Test
    void console() {
        fuzz(3, () -> {
            var console = new ConsoleDevice();
            console.receive("some input that waits for whatever buffers may come");
            return console;
        });
    }

    @Test
    void consoleOfSeveralPorts() {
        fuzz(6, () -> {
            var console = new ConsoleDevice(3);
            console.receive("some input");
            console.addPort("agent").receive("some more");
            return console;
        });
    }

    @Test
    void balloon() {
        fuzz(7, () -> {
            var balloon = new BalloonDevice();
            balloon.target(1 << 20);
            balloon.startHints();
            return balloon;
        });
        fuzz(8, () -> new BalloonDevice().latencyTicks(5));
    }

    @Test
    void entropy() {
        fuzz(4, () -> new EntropyDevice(1));
        fuzz(5, () -> new EntropyDevice(1).latencyTicks(3));
    }
}

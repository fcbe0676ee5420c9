package dev.cellvisor.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.queue.ChainUsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random drivers of packed rings and of rings used in order, mostly sane and partly mad: no exception, no hang, and a reset mends it. */
class PackedFuzzTest {
    private static final int ROUNDS = Boolean.getBoolean("cellvisor.full") ? 20_000 : 400;
    private static final int STEPS = 60;

    private int answered;
    private long steps;

    private void round(Random random) {
        List<FeatureBit> features = new ArrayList<>();
        for (FeatureBit feature : new FeatureBit[] {VirtioFeature.VIRTIO_F_RING_PACKED, VirtioFeature.VIRTIO_F_IN_ORDER, VirtioFeature.VIRTIO_F_EVENT_IDX,
            VirtioFeature.VIRTIO_F_INDIRECT_DESC, VirtioFeature.VIRTIO_F_NOTIFICATION_DATA, VirtioFeature.VIRTIO_F_RING_RESET}) {
            if (random.nextInt(4) > 0) {
                features.add(feature);
            }
        }
        VirtioDevice device = random.nextBoolean() ? new Upper(1 + random.nextInt(12)) : new Slow(1 + random.nextInt(12));
        Rig rig = Rig.of(device.offer(VirtioFeature.VIRTIO_F_RING_PACKED, VirtioFeature.VIRTIO_F_IN_ORDER, VirtioFeature.VIRTIO_F_NOTIFICATION_DATA));
        try {
            rig.driver.initialise(features.toArray(FeatureBit[]::new));
            DriverQueue queue = rig.driver.queue(0);
            for (int step = 0; step < STEPS; step++) {
                steps++;
                step(rig, queue, random);
                if (rig.needsReset() && random.nextBoolean()) {
                    rig.driver.initialise(features.toArray(FeatureBit[]::new));
                    queue = rig.driver.queue(0);
                }
            }
            while (rig.toNextEvent()) {
                queue.isPacked();
            }
            var saved = rig.slot.save();
            rig.slot.queues().toString();
            rig.slot.restore(saved);
            assertEquals(saved, rig.slot.save());
            answered += rig.facts(ChainUsed.class).isEmpty() ? 0 : 1;
            rig.driver.initialise();
            assertEquals(0xf, rig.driver.status(), "a reset mends it");
        } finally {
            rig.memory.close();
        }
    }

    private void step(Rig rig, DriverQueue queue, Random random) {
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> {
                queue.indirect(random.nextInt(4) == 0 && rig.driver.accepted().has(VirtioFeature.VIRTIO_F_INDIRECT_DESC));
                long mark = rig.driver.heap().mark();
                try {
                    queue.submit(random.nextInt(8) == 0 ? new Buffer[] {Buffer.writable(3), Buffer.readable((byte) 1)}
                            : random.nextBoolean() ? new Buffer[] {Buffer.readable((byte) random.nextInt(9), (byte) 'x'), Buffer.writable(random.nextInt(4))}
                            : new Buffer[] {Buffer.writable(random.nextInt(9))});
                } catch (IllegalStateException full) {
                    rig.driver.heap().free(mark);
                }
            }
            case 8, 9, 10, 11, 12 -> queue.notifyDevice(random.nextInt(8) == 0 ? random.nextInt(65536) : queue.availIdx());
            case 13, 14, 15 -> rig.toNextEvent();
            case 16, 17, 18 -> {
                for (int i = 0; i < 6; i++) {
                    queue.completed();
                }
            }
            case 19 -> rig.memory.writeByte(queue.descAddress() + random.nextInt(16 * queue.size()), random.nextInt(3) == 0 ? random.nextInt() : 1 << random.nextInt(8));
            case 20 -> rig.memory.writeByte(queue.availAddress() + random.nextInt(4), random.nextInt(4));
            case 21 -> queue.availIdx(queue.isPacked() ? random.nextInt(queue.size()) | random.nextInt(2) << 15 : queue.availIdx() + random.nextInt(3));
            case 22 -> {
                if (random.nextInt(4) == 0) {
                    queue.reset();
                    rig.toNextEvent();
                    queue.size(Math.max(1, Math.min(queue.size(), (int) queue.maxSize()))).allocate().enable();
                }
            }
            default -> queue.desc(random.nextInt(queue.size())).flags(random.nextInt(65536) & 0x8087).length(random.nextInt(64)).address(Rig.RAM + random.nextLong(2 * Rig.RAM_BYTES));
        }
    }

    @Test
    void nothingADriverDoesThrowsOrHangs() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            try {
                round(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(answered > ROUNDS / 2, "only " + answered + " of " + ROUNDS + " rounds reached a handler");
        System.out.printf("figure: fuzz of packed and in-order rings, %,d steps, %d %% of the rounds had answers%n", steps, 100 * answered / ROUNDS);
    }
}

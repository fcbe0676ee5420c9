package dev.cellvisor.virtio.fuzz;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.driver.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** A balloon over a guest that gives pages away, mostly ones that it does not use itself. */
final class BalloonTarget implements Target {
    @Override
    public String name() {
        return "balloon";
    }

    @Override
    public VirtioDevice device() {
        return new BalloonDevice();
    }

    @Override
    public int[] queues() {
        return new int[] {BalloonDevice.INFLATEQ, BalloonDevice.INFLATEQ, BalloonDevice.DEFLATEQ, BalloonDevice.STATSQ, BalloonDevice.FREE_PAGE_VQ, BalloonDevice.REPORTING_VQ};
    }

    @Override
    public boolean changesMemory() {
        return true;
    }

    @Override
    public List<Buffer> request(int queue, Random random) {
        return switch (queue) {
            case BalloonDevice.STATSQ -> {
                ByteBuffer stats = ByteBuffer.allocate(10 * random.nextInt(1, 8)).order(ByteOrder.LITTLE_ENDIAN);
                while (stats.hasRemaining()) {
                    stats.putShort((short) random.nextInt(20)).putLong(random.nextLong());
                }
                yield List.of(readable(stats.array()));
            }
            case BalloonDevice.FREE_PAGE_VQ -> random.nextBoolean() ? List.of(writable(4096))
                    : List.of(readable(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(random.nextInt(6)).array()));
            case BalloonDevice.REPORTING_VQ -> List.of(writable(4096), writable(random.nextInt(8192)));
            default -> {
                ByteBuffer pages = ByteBuffer.allocate(4 * random.nextInt(1, 20)).order(ByteOrder.LITTLE_ENDIAN);
                while (pages.hasRemaining()) {
                    pages.putInt((int) (random.nextInt(30) == 0 ? random.nextInt() : (Rig.RAM >> 12) + random.nextInt((int) (Rig.RAM_BYTES >> 13))));
                }
                yield List.of(readable(pages.array()));
            }
        };
    }

    @Override
    public void feed(VirtioDevice device, int queue) {
        if (queue == BalloonDevice.FREE_PAGE_VQ) {
            host(device, 1, new byte[0]);
        }
    }

    @Override
    public void host(VirtioDevice device, int what, byte[] bytes) {
        var balloon = (BalloonDevice) device;
        try {
            switch (what % 5) {
                case 0 -> balloon.target(4096L * bytes.length);
                case 1 -> balloon.startHints();
                case 2 -> balloon.stopHints();
                case 3 -> balloon.finishHints();
                default -> balloon.requestStats();
            }
        } catch (IllegalStateException refused) {
            // The host asks for what the driver did not accept.
        }
    }
}

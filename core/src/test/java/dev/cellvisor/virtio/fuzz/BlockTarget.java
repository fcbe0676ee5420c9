package dev.cellvisor.virtio.fuzz;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.block.BlockBackend;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.CachedBackend;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.block.WearBackend;
import dev.cellvisor.virtio.driver.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/**
 * A disk of 64 sectors, whose size the host changes.
 *
 * @param bad whether it is flash that wears behind a write cache that loses power, on a host that fails now and then
 */
record BlockTarget(boolean bad) implements Target {
    private static final int SECTORS = 64;
    private static final int[] TYPES = {BlockRequest.VIRTIO_BLK_T_IN, BlockRequest.VIRTIO_BLK_T_OUT, BlockRequest.VIRTIO_BLK_T_FLUSH, BlockRequest.VIRTIO_BLK_T_GET_ID,
        BlockRequest.VIRTIO_BLK_T_GET_LIFETIME, BlockRequest.VIRTIO_BLK_T_DISCARD, BlockRequest.VIRTIO_BLK_T_WRITE_ZEROES, BlockRequest.VIRTIO_BLK_T_SECURE_ERASE};

    /** A disk whose host fails at every fifth call. */
    private static final class Failing implements BlockBackend {
        private final BlockBackend behind = MemoryBackend.ofSize(SECTORS * 512);
        private int calls;

        private void ask() throws IOException {
            if (++calls % 5 == 0) {
                throw new IOException("the host's disk is gone for a moment");
            }
        }

        @Override
        public long sizeBytes() {
            return behind.sizeBytes();
        }

        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public void read(long position, byte[] target, int offset, int sizeBytes) throws IOException {
            ask();
            behind.read(position, target, offset, sizeBytes);
        }

        @Override
        public void write(long position, byte[] source, int offset, int sizeBytes) throws IOException {
            ask();
            behind.write(position, source, offset, sizeBytes);
        }

        @Override
        public boolean discards() {
            return true;
        }

        @Override
        public void discard(long position, long sizeBytes) throws IOException {
            ask();
            behind.discard(position, sizeBytes);
        }

        @Override
        public void resize(long newSizeBytes) throws IOException {
            ask();
            behind.resize(newSizeBytes);
        }

        @Override
        public void flush() throws IOException {
            ask();
        }

        @Override
        public void close() {
        }

        @Override
        public State save() {
            return State.of("failing", 1).put("calls", calls).put("behind", behind.save()).build();
        }

        @Override
        public void restore(State saved) {
            calls = saved.expect("failing", 1).integer("calls");
            behind.restore(saved.child("behind"));
        }
    }

    @Override
    public String name() {
        return bad ? "bad block" : "block";
    }

    @Override
    public VirtioDevice device() {
        return bad
                ? BlockDevice.of(new CachedBackend(new WearBackend(new Failing(), 10, 10), 1).capacityBytes(8 * 512)).sizeMax(1024).segMax(4).topology(3, 1, 2, 8).build()
                : BlockDevice.of(MemoryBackend.ofSize(SECTORS * 512)).queues(2).discard(32, 4, 1).writeZeroes(32, 4).secureErase(32, 4, 1).build();
    }

    @Override
    public int[] queues() {
        return bad ? new int[] {0} : new int[] {0, 0, 0, 1};
    }

    @Override
    public List<Buffer> request(int queue, Random random) {
        int type = random.nextInt(10) == 0 ? random.nextInt(20) : TYPES[random.nextInt(3) > 0 ? random.nextInt(3) : random.nextInt(TYPES.length)];
        byte[] header = BlockRequest.header(type, random.nextInt(SECTORS + 4));
        int size = random.nextInt(12) == 0 ? random.nextInt(3000) : 512 * random.nextInt(1, 6);
        return switch (type) {
            case BlockRequest.VIRTIO_BLK_T_IN -> List.of(readable(header), writable(size), writable(1));
            case BlockRequest.VIRTIO_BLK_T_OUT -> List.of(readable(header), readable(new byte[size]), writable(1));
            case BlockRequest.VIRTIO_BLK_T_GET_ID -> List.of(readable(header), writable(20), writable(1));
            case BlockRequest.VIRTIO_BLK_T_GET_LIFETIME -> List.of(readable(header), writable(24), writable(1));
            case BlockRequest.VIRTIO_BLK_T_DISCARD, BlockRequest.VIRTIO_BLK_T_WRITE_ZEROES, BlockRequest.VIRTIO_BLK_T_SECURE_ERASE ->
                List.of(readable(header), readable(ranges(random)), writable(1));
            default -> List.of(readable(header), writable(1));
        };
    }

    private static byte[] ranges(Random random) {
        ByteBuffer ranges = ByteBuffer.allocate(16 * random.nextInt(1, 6)).order(ByteOrder.LITTLE_ENDIAN);
        while (ranges.hasRemaining()) {
            ranges.putLong(random.nextInt(SECTORS + 2)).putInt(random.nextInt(40)).putInt(random.nextInt(4));
        }
        return ranges.array();
    }

    @Override
    public void host(VirtioDevice device, int what, byte[] bytes) {
        var disk = (BlockDevice) device;
        try {
            if (what == 0) {
                disk.resize(512L * bytes.length);
            } else if (what == 1 && disk.backend() instanceof CachedBackend cache) {
                cache.powerCut();
            } else if (what < 4) {
                disk.resize(512L * SECTORS);
            }
        } catch (IOException failed) {
            // The host fails, and says so.
        }
    }
}

package dev.cellvisor.virtio.fuzz;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.BlockRequest;
import dev.cellvisor.virtio.block.MemoryBackend;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.entropy.EntropyDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** The devices, and the ways in which each can be used. */
public final class Targets {

    private Targets() {
    }

    /** By which rings and registers. */
    public enum Mode {
        /** virtio-mmio, split rings. */
        SPLIT,
        /** virtio-mmio, all ring features offered: packed rings if the driver wants them, in order, notification data. */
        PACKED,
        /** virtio-mmio legacy. */
        LEGACY
    }

    /** All devices. */
    public static List<Target> all() {
        return List.of(new Block(), new Console(false), new Console(true), new Entropy(), new BalloonTarget(), new NetTarget(), new VsockTarget());
    }

    /** The same device in a mode, with requests that take time or not. */
    public static Target in(Mode mode, long latencyTicks, Target target) {
        return new Target() {
            @Override
            public String name() {
                return target.name() + ", " + mode.name().toLowerCase(java.util.Locale.ROOT) + (latencyTicks > 0 ? ", with a latency" : "");
            }

            @Override
            public VirtioDevice device() {
                VirtioDevice device = target.device().latencyTicks(latencyTicks);
                return switch (mode) {
                    case SPLIT -> device;
                    case PACKED -> device.offer(VirtioFeature.VIRTIO_F_RING_PACKED, VirtioFeature.VIRTIO_F_IN_ORDER, VirtioFeature.VIRTIO_F_NOTIFICATION_DATA);
                    case LEGACY -> device.legacy();
                };
            }

            @Override
            public int[] queues() {
                return target.queues();
            }

            @Override
            public List<Buffer> request(int queue, Random random) {
                return target.request(queue, random);
            }

            @Override
            public boolean feedsAfter() {
                return target.feedsAfter();
            }

            @Override
            public boolean changesMemory() {
                return target.changesMemory();
            }

            @Override
            public void feed(VirtioDevice device, int queue) {
                target.feed(device, queue);
            }

            @Override
            public void host(VirtioDevice device, int what, byte[] bytes) {
                target.host(device, what, bytes);
            }
        };
    }

    static byte[] random(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static final class Block implements Target {
        private static final int SECTORS = 64;
        private static final int[] TYPES = {BlockRequest.VIRTIO_BLK_T_IN, BlockRequest.VIRTIO_BLK_T_OUT, BlockRequest.VIRTIO_BLK_T_FLUSH, BlockRequest.VIRTIO_BLK_T_GET_ID,
            BlockRequest.VIRTIO_BLK_T_GET_LIFETIME, BlockRequest.VIRTIO_BLK_T_DISCARD, BlockRequest.VIRTIO_BLK_T_WRITE_ZEROES, BlockRequest.VIRTIO_BLK_T_SECURE_ERASE};

        @Override
        public String name() {
            return "block";
        }

        @Override
        public VirtioDevice device() {
            return BlockDevice.of(MemoryBackend.ofSize(SECTORS * 512)).queues(2).discard(32, 4, 1).writeZeroes(32, 4).secureErase(32, 4, 1).build();
        }

        @Override
        public int[] queues() {
            return new int[] {0, 0, 0, 1};
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
    }

    /** With several ports the guest sends control messages too. */
    private record Console(boolean multiport) implements Target {
        @Override
        public String name() {
            return multiport ? "console of several ports" : "console";
        }

        @Override
        public VirtioDevice device() {
            if (!multiport) {
                return new ConsoleDevice();
            }
            var console = new ConsoleDevice(3);
            console.addPort("agent");
            return console;
        }

        @Override
        public int[] queues() {
            // receiveq and transmitq of port 0, of the control messages, of port 1
            return multiport ? new int[] {0, 1, 2, 3, 3, 4, 5} : new int[] {0, 1};
        }

        @Override
        public List<Buffer> request(int queue, Random random) {
            if (queue == ConsoleDevice.CONTROL_TRANSMITQ) {
                return List.of(readable(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(random.nextInt(4)).putShort((short) random.nextInt(8))
                        .putShort((short) random.nextInt(3)).array()));
            }
            return List.of(queue % 2 == 0 ? writable(random.nextInt(200)) : readable(random(random, 200)));
        }

        @Override
        public void feed(VirtioDevice device, int queue) {
            var console = (ConsoleDevice) device;
            if (queue == ConsoleDevice.RECEIVEQ) {
                console.receive((byte) 'x');
            } else if (queue == 4) {
                console.port(1).receive((byte) 'y');
            } else if (queue == ConsoleDevice.CONTROL_RECEIVEQ) {
                host(console, console.port(1).isOpen() ? 5 : 6, new byte[0]);
            }
        }

        @Override
        public void host(VirtioDevice device, int what, byte[] bytes) {
            var console = (ConsoleDevice) device;
            if (what == 0) {
                console.resize(what, bytes.length);
            } else if (multiport && what == 5) {
                console.port(1).close();
            } else if (multiport && what == 6) {
                console.port(1).open();
            } else if (multiport && what > 10) {
                console.port(1).receive(bytes);
            } else {
                console.receive(bytes);
            }
        }
    }

    private static final class Entropy implements Target {
        @Override
        public String name() {
            return "entropy";
        }

        @Override
        public VirtioDevice device() {
            return new EntropyDevice(1);
        }

        @Override
        public int[] queues() {
            return new int[] {0};
        }

        @Override
        public List<Buffer> request(int queue, Random random) {
            return List.of(writable(random.nextInt(random.nextInt(10) == 0 ? 10_000 : 100)));
        }
    }
}

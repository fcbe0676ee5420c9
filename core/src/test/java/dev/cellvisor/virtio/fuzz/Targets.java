package dev.cellvisor.virtio.fuzz;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.console.ConsolePort;
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
        return List.of(new BlockTarget(false), new BlockTarget(true), new Console(false), new Console(true), new Entropy(), new BalloonTarget(), new NetTarget(), new VsockTarget(),
                new CellTarget());
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

    /** With several ports the guest sends control messages too. */
    private record Console(boolean multiport) implements Target {
        private static final int MAX_PORTS = 3;

        @Override
        public String name() {
            return multiport ? "console of several ports" : "console";
        }

        @Override
        public VirtioDevice device() {
            if (!multiport) {
                return new ConsoleDevice();
            }
            var console = new ConsoleDevice(MAX_PORTS);
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
                console.ports().stream().filter(port -> port.id() == 1).forEach(port -> port.receive((byte) 'y'));
            } else if (queue == ConsoleDevice.CONTROL_RECEIVEQ) {
                host(console, agent(console).isOpen() ? 5 : 6, new byte[0]);
            }
        }

        @Override
        public void host(VirtioDevice device, int what, byte[] bytes) {
            var console = (ConsoleDevice) device;
            ConsolePort agent = multiport ? agent(console) : null;
            switch (what) {
                case 0 -> console.resize(bytes.length, 0xffff - bytes.length);
                case 1 -> {
                    if (multiport && console.ports().size() < MAX_PORTS) {
                        if (bytes.length % 2 == 0) {
                            console.addPort("port " + bytes.length);
                        } else {
                            console.addConsole("").resize(bytes.length, bytes.length);
                        }
                    }
                }
                case 2 -> {
                    if (multiport && bytes.length % 2 == 0) {
                        agent.remove();
                    }
                }
                case 5 -> close(agent);
                case 6 -> open(agent);
                case 3, 4, 7, 8, 9, 10 -> console.receive(bytes);
                default -> (multiport ? agent : console.port(0)).receive(bytes);
            }
        }

        /** A port besides port 0; made anew if there is none. */
        private static ConsolePort agent(ConsoleDevice console) {
            return console.ports().stream().filter(port -> port.id() > 0).findFirst().orElseGet(() -> console.addPort("agent"));
        }

        private static void close(ConsolePort port) {
            if (port != null) {
                port.close();
            }
        }

        private static void open(ConsolePort port) {
            if (port != null) {
                port.open();
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

        @Override
        public void host(VirtioDevice device, int what, byte[] bytes) {
            device.reseed(bytes.length);
        }
    }
}

package dev.cellvisor.virtio.fuzz;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.net.Gso;
import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.net.NetOptions;
import dev.cellvisor.virtio.net.NetworkDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;

/** A network device with two pairs of queues and a control queue; frames that look like IPv4, offloads asked for right and wrong. */
final class NetTarget implements Target {
    private static final int CONTROL = 4;
    private static final int HEADER_BYTES = 12;

    private final Map<VirtioDevice, Wire> wires = new WeakHashMap<>();

    /** The other end of the cable. */
    private static final class Wire implements NetBackend {
        private NetPort port;

        @Override
        public Offloads offloads() {
            return Offloads.NONE;
        }

        @Override
        public void send(Packet packet, long tick) {
        }

        @Override
        public void connect(NetPort newPort) {
            port = newPort;
        }
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public VirtioDevice device() {
        var wire = new Wire();
        var device = new NetworkDevice(NetOptions.DEFAULT.pairs(2).hashing(true).queueSize(64), wire);
        wires.put(device, wire);
        return device;
    }

    @Override
    public int[] queues() {
        return new int[] {0, 0, 1, 1, 1, 1, 2, 3, 3, 3, CONTROL, CONTROL, CONTROL};
    }

    @Override
    public List<Buffer> request(int queue, Random random) {
        if (queue == CONTROL) {
            return List.of(readable((byte) random.nextInt(random.nextInt(8) == 0 ? 256 : 8), (byte) random.nextInt(random.nextInt(8) == 0 ? 256 : 7)),
                    readable(command(random)), writable(1 + (random.nextInt(4) == 0 ? random.nextInt(12) : 0)));
        }
        if (queue % 2 == 0) {
            return List.of(writable(random.nextInt(10) == 0 ? random.nextInt(64) : 1526));
        }
        byte[] frame = frame(random);
        var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (random.nextInt(3) == 0) {
            int transport = 34;
            header.put((byte) random.nextInt(2)).put((byte) (random.nextInt(8) == 0 ? random.nextInt(256) : random.nextInt(6))).putShort((short) (transport + 20))
                    .putShort((short) random.nextInt(600)).putShort((short) (random.nextInt(6) == 0 ? random.nextInt() : transport)).putShort((short) 16);
        }
        return List.of(readable(header.array()), readable(frame));
    }

    private static byte[] command(Random random) {
        byte[] bytes = new byte[switch (random.nextInt(6)) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 8;
            case 3 -> 6;
            case 4 -> 16;
            default -> random.nextInt(100);
        }];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        }
        return bytes;
    }

    /** Ethernet, IPv4, TCP or UDP, with lengths that mostly fit. */
    private static byte[] frame(Random random) {
        int payload = random.nextInt(random.nextInt(10) == 0 ? 3000 : 200);
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 20 + payload);
        boolean broadcast = random.nextBoolean();
        frame.putShort((short) (broadcast ? -1 : 0x5254)).putInt(broadcast ? -1 : random.nextInt(10) == 0 ? random.nextInt() : 0x0012_3456).put(new byte[] {2, 0, 0, 0, 0, 1});
        frame.putShort((short) (random.nextInt(6) == 0 ? 0x8100 : 0x0800));
        frame.put((byte) (random.nextInt(12) == 0 ? random.nextInt() : 0x45)).put((byte) 0).putShort((short) (40 + payload)).putInt(0).put((byte) 64)
                .put((byte) (random.nextInt(4) == 0 ? 17 : 6)).putShort((short) 0).putInt(0x0a00_0001).putInt(0x0a00_0002);
        frame.putShort((short) 80).putShort((short) random.nextInt(4)).putInt(1).putInt(2).put((byte) 0x50);
        return random.nextInt(12) == 0 ? java.util.Arrays.copyOf(frame.array(), random.nextInt(frame.capacity())) : frame.array();
    }

    @Override
    public boolean feedsAfter() {
        return true;
    }

    @Override
    public void feed(VirtioDevice device, int queue) {
        if (queue < CONTROL && queue % 2 == 0) {
            deliver(device, frame(new Random(queue)));
        }
    }

    private void deliver(VirtioDevice device, byte[] frame) {
        NetPort port = wires.get(device).port;
        if (port != null) {
            port.deliver(Packet.of(frame), 0);
        }
    }

    @Override
    public void host(VirtioDevice device, int what, byte[] bytes) {
        var network = (NetworkDevice) device;
        NetPort port = wires.get(device).port;
        switch (what) {
            case 0 -> {
                if (port != null) {
                    port.link(bytes.length % 2 == 0);
                }
            }
            case 1 -> network.announce();
            case 2 -> {
                if (bytes.length % 8 == 0) {
                    network.speedMbits(bytes.length);
                }
            }
            case 3, 4, 5 -> {
                if (port != null) {
                    port.deliver(large(new Random(bytes.length)), 0);
                }
            }
            case 6, 7, 8 -> deliver(device, frame(new Random(bytes.length)));
            default -> deliver(device, java.util.Arrays.copyOf(bytes, Math.max(14, bytes.length)));
        }
    }

    /** A packet as another guest would send it: its checksum not complete, to be cut by whoever cannot take it whole. */
    private static Packet large(Random random) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 20 + random.nextInt(1, 20_000));
        frame.put(frame(random), 0, 14).putShort(12, (short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (frame.capacity() - 14)).putInt(0).put((byte) 64).put((byte) 6).putShort((short) 0)
                .putInt(0x0a00_0001).putInt(0x0a00_0002).putShort((short) 80).putShort((short) 80).putInt(1).putInt(2).put((byte) 0x50)
                .put((byte) (random.nextInt(4) == 0 ? 0x90 : 0x10)).putShort((short) 100).putShort(random.nextInt(4) == 0 ? 0 : pseudoHeader(frame.capacity() - 34));
        boolean whole = random.nextBoolean();
        return new Packet(frame.array(), 34, 16, whole ? Gso.TCPV4 : Gso.NONE, whole ? random.nextInt(1, 1460) : 0, random.nextInt(4) == 0);
    }

    /** The sum of the pseudo header of {@link #large}'s addresses and TCP. */
    private static short pseudoHeader(int tcpBytes) {
        int sum = 2 * 0x0a00 + 1 + 2 + 6 + tcpBytes;
        return (short) ((sum & 0xffff) + (sum >>> 16));
    }
}

package dev.cellvisor.virtio.net;

import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.Completion;
import dev.cellvisor.virtio.driver.DriverQueue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network device, a hand-driver before it and a cable end behind it that keeps what the guest sends. */
final class NetRig {
    static final String OWN = "52:54:00:12:34:56";
    static final int RX = 0;
    static final int TX = 1;
    static final int BUFFER_BYTES = 2048;

    final Wire wire = new Wire();
    final NetworkDevice device;
    final Rig rig;

    /** The other end of the cable. */
    static final class Wire implements NetBackend {
        final List<Packet> sent = new ArrayList<>();
        Offloads offloads = Offloads.NONE;
        NetPort port;

        @Override
        public Offloads offloads() {
            return offloads;
        }

        @Override
        public void send(Packet packet, long tick) {
            sent.add(packet);
        }

        @Override
        public void connect(NetPort newPort) {
            port = newPort;
        }
    }

    /** What the guest finds in its buffers: the header's fields and the frame, and how many buffers it lay in. */
    record Received(int flags, int gsoType, int headerLength, int segmentBytes, int checksumStart, int checksumOffset, int numBuffers,
            int hash, int report, byte[] frame, List<Long> usedLengths) {
    }

    private NetRig(NetOptions options, boolean legacy, FeatureBit... features) {
        device = new NetworkDevice(options, wire);
        if (legacy) {
            device.legacy();
        }
        rig = features == null ? Rig.of(device) : Rig.started(device, features);
    }

    private NetRig(FeatureBit... features) {
        device = new NetworkDevice(NetOptions.DEFAULT.queueSize(64), wire);
        rig = Rig.framed(device, features);
    }

    /** A legacy driver that did not accept VIRTIO_F_ANY_LAYOUT. */
    static NetRig framed(FeatureBit... features) {
        return new NetRig(features);
    }

    static NetRig unstarted(NetOptions options) {
        return new NetRig(options, false, (FeatureBit[]) null);
    }

    static NetRig started(FeatureBit... features) {
        return new NetRig(NetOptions.DEFAULT.queueSize(64), false, features);
    }

    static NetRig started(NetOptions options, FeatureBit... features) {
        return new NetRig(options.queueSize(64), false, features);
    }

    static NetRig legacy(NetOptions options, FeatureBit... features) {
        return new NetRig(options, true, features);
    }

    DriverQueue queue(int index) {
        return rig.driver.queue(index);
    }

    /** Gives the device receive buffers. */
    NetRig buffers(int queue, int... sizes) {
        for (int size : sizes) {
            queue(queue).submit(Buffer.writable(size));
        }
        queue(queue).notifyDevice();
        return this;
    }

    /** A packet comes in on the cable, and arrives. */
    NetRig arrive(Packet packet) {
        wire.port.deliver(packet, rig.clock.ticks());
        rig.events.runDue(rig.clock.ticks());
        return this;
    }

    NetRig arrive(byte[] frame) {
        return arrive(Packet.of(frame));
    }

    /** What the guest finds on a receive queue, buffers of one packet put together; {@code null} if there is nothing. */
    Received received(int queue) {
        Completion first = queue(queue).completed();
        if (first == null) {
            return null;
        }
        int headerBytes = device.headerBytes();
        byte[] bytes = Arrays.copyOf(first.answer(0), (int) first.length());
        List<Long> lengths = new ArrayList<>(List.of(first.length()));
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int buffers = headerBytes > 10 ? header.getShort(10) & 0xffff : 1;
        for (int i = 1; i < buffers; i++) {
            Completion next = queue(queue).completed();
            if (next == null) {
                throw new AssertionError("num_buffers is " + buffers + ", but only " + i + " are used");
            }
            lengths.add(next.length());
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + (int) next.length());
            System.arraycopy(next.answer(0), 0, bytes, before, (int) next.length());
        }
        return new Received(header.get(0) & 0xff, header.get(1) & 0xff, header.getShort(2) & 0xffff, header.getShort(4) & 0xffff,
                header.getShort(6) & 0xffff, header.getShort(8) & 0xffff, buffers,
                headerBytes == 20 ? header.getInt(12) : 0, headerBytes == 20 ? header.getShort(16) : -1,
                Arrays.copyOfRange(bytes, headerBytes, bytes.length), lengths);
    }

    Received received() {
        return received(RX);
    }

    /** The guest transmits: a header of the right size, and the frame. */
    NetRig transmit(int queue, byte[] header, byte[] frame) {
        queue(queue).send(Buffer.readable(Arrays.copyOf(header, device.headerBytes())), Buffer.readable(frame));
        return this;
    }

    NetRig transmit(byte[] header, byte[] frame) {
        return transmit(TX, header, frame);
    }

    /** The last packet that the guest sent. */
    byte[] lastSent() {
        return wire.sent.getLast().bytes();
    }

    /** A control command; its answer, -1 for none. */
    int command(int type, int command, byte... data) {
        return command(2, type, command, data);
    }

    int command(int queue, int type, int command, byte... data) {
        Completion done = queue(queue).send(Buffer.readable((byte) type, (byte) command), Buffer.readable(data), Buffer.writable(1));
        return done.length() == 1 ? done.lastByte() : -1;
    }

    /** Numbers as little-endian bytes: pairs of size and value. */
    static byte[] le(long... sizesAndValues) {
        ByteBuffer out = ByteBuffer.allocate(sizesAndValues.length * 4);
        for (int i = 0; i < sizesAndValues.length; i += 2) {
            for (int b = 0; b < sizesAndValues[i]; b++) {
                out.put((byte) (sizesAndValues[i + 1] >>> 8 * b));
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    static byte[] join(byte[]... parts) {
        int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }
}

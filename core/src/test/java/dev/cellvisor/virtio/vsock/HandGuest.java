package dev.cellvisor.virtio.vsock;

import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.Completion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The guest's side of a socket device by hand: packets out, packets in. */
final class HandGuest {
    static final long CID = 7;
    static final long HOST = VsockDevice.HOST_CID;
    /** The guest's port and buffer in these tests. */
    static final int PORT = 5000;
    static final int BUFFER = 1000;

    final VsockDevice device;
    final Rig rig;

    /** A packet that came in. */
    record Packet(VsockHeader header, byte[] payload) {
        VsockOp op() {
            return VsockOp.of(header.op());
        }
    }

    HandGuest(VsockDevice device, FeatureBit... features) {
        this.device = device;
        rig = Rig.started(device, features);
    }

    /** A guest whose driver accepted all features and has receive buffers. */
    static HandGuest ready(VsockDevice device) {
        return new HandGuest(device, VsockFeature.values()).buffers(60, 300);
    }

    static HandGuest ready() {
        return ready(new VsockDevice(CID));
    }

    /** Posts receive buffers, each with a header's and so much more room. */
    HandGuest buffers(int count, int room) {
        for (int i = 0; i < count; i++) {
            rig.driver.queue(VsockDevice.RXQ).submit(Buffer.writable(VsockHeader.SIZE_BYTES), Buffer.writable(room));
        }
        rig.driver.queue(VsockDevice.RXQ).notifyDevice();
        return this;
    }

    /** A packet from the guest's port to one of the host. */
    static VsockHeader header(VsockOp op, VsockType type, int hostPort) {
        return VsockHeader.of(op, type, CID, PORT, HOST, hostPort).withCredit(BUFFER, 0);
    }

    static VsockHeader header(VsockOp op, int hostPort) {
        return header(op, VsockType.STREAM, hostPort);
    }

    /** Sends a packet, and sees it taken by the device. */
    HandGuest send(VsockHeader header, byte... payload) {
        byte[] packet = Arrays.copyOf(header.withLen(payload.length).bytes(), VsockHeader.SIZE_BYTES + payload.length);
        System.arraycopy(payload, 0, packet, VsockHeader.SIZE_BYTES, payload.length);
        return raw(packet);
    }

    HandGuest raw(byte... packet) {
        Completion done = rig.driver.queue(VsockDevice.TXQ).send(packet);
        if (done.length() != 0) {
            throw new AssertionError("the device wrote into a packet of the guest");
        }
        return this;
    }

    /** The next packet from the host, or {@code null}. */
    Packet next() {
        Completion done = rig.driver.queue(VsockDevice.RXQ).completed();
        if (done == null) {
            return null;
        }
        var header = VsockHeader.of(done.answer(0));
        int size = (int) done.length() - VsockHeader.SIZE_BYTES;
        if (size != header.len()) {
            throw new AssertionError("len is " + header.len() + ", but " + size + " bytes were written after the header");
        }
        return new Packet(header, Arrays.copyOf(done.answer(1), size));
    }

    List<Packet> all() {
        List<Packet> packets = new ArrayList<>();
        for (Packet packet = next(); packet != null; packet = next()) {
            packets.add(packet);
        }
        return packets;
    }

    List<VsockOp> ops() {
        return all().stream().map(Packet::op).toList();
    }

    /** The payload of all packets that came in, one after the other. */
    byte[] data() {
        var bytes = new java.io.ByteArrayOutputStream();
        all().forEach(packet -> bytes.writeBytes(packet.payload()));
        return bytes.toByteArray();
    }

    /** The guest connects to a listener of the host. */
    VsockConnection connects(VsockListener listener) {
        send(header(VsockOp.REQUEST, listener.type(), listener.port()));
        VsockConnection connection = listener.poll();
        if (connection == null || next().op() != VsockOp.RESPONSE) {
            throw new AssertionError("the host did not accept");
        }
        return connection;
    }
}

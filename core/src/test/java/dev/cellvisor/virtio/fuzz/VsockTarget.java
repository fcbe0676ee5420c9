package dev.cellvisor.virtio.fuzz;

import static dev.cellvisor.virtio.driver.Buffer.readable;
import static dev.cellvisor.virtio.driver.Buffer.writable;

import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.vsock.VsockConnection;
import dev.cellvisor.virtio.vsock.VsockConnections;
import dev.cellvisor.virtio.vsock.VsockDevice;
import dev.cellvisor.virtio.vsock.VsockHeader;
import dev.cellvisor.virtio.vsock.VsockListener;
import dev.cellvisor.virtio.vsock.VsockOp;
import dev.cellvisor.virtio.vsock.VsockType;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** The socket device: a guest with few ports, so that its packets meet connections, and a host that listens, asks, reads, writes and closes. */
final class VsockTarget implements Target {
    private static final int CID = 3;
    private static final int PORTS = 3;

    @Override
    public String name() {
        return "vsock";
    }

    @Override
    public VirtioDevice device() {
        var device = new VsockDevice(CID, 300);
        device.listen(VsockType.STREAM, 1);
        device.listen(VsockType.SEQPACKET, 2);
        return device;
    }

    @Override
    public int[] queues() {
        return new int[] {VsockDevice.TXQ, VsockDevice.TXQ, VsockDevice.TXQ, VsockDevice.TXQ, VsockDevice.RXQ, VsockDevice.RXQ, VsockDevice.RXQ, VsockDevice.EVENTQ};
    }

    @Override
    public List<Buffer> request(int queue, Random random) {
        if (queue == VsockDevice.EVENTQ) {
            return List.of(writable(random.nextInt(8)));
        }
        if (queue == VsockDevice.RXQ) {
            return random.nextInt(10) == 0 ? List.of(writable(random.nextInt(100))) : List.of(writable(VsockHeader.SIZE_BYTES), writable(random.nextInt(400)));
        }
        int hostPort = random.nextInt(4) == 0 ? 49152 + random.nextInt(PORTS) : random.nextInt(1, 4);
        int type = random.nextInt(20) == 0 ? random.nextInt(5) : hostPort == 2 ? 2 : 1;
        int op = switch (random.nextInt(10)) {
            case 0, 1 -> VsockOp.REQUEST.ordinal();
            case 2, 3, 4, 5 -> VsockOp.RW.ordinal();
            default -> random.nextInt(10);
        };
        byte[] payload = op == VsockOp.RW.ordinal() ? Targets.random(random, random.nextInt(8) == 0 ? 400 : 60) : new byte[0];
        long source = random.nextInt(40) == 0 ? random.nextInt(5) : CID;
        var header = new VsockHeader(source, random.nextInt(40) == 0 ? random.nextInt(5) : 2, random.nextInt(PORTS), hostPort, payload.length, type, op,
                random.nextInt(4), random.nextInt(3) == 0 ? random.nextInt(100) : 4096, random.nextInt(30) == 0 ? random.nextInt() : random.nextInt(20));
        return payload.length == 0 ? List.of(readable(header.bytes())) : List.of(readable(header.bytes()), readable(payload));
    }

    @Override
    public void feed(VirtioDevice device, int queue) {
        var vsock = (VsockDevice) device;
        if (queue == VsockDevice.EVENTQ) {
            vsock.transportReset();
        } else if (queue == VsockDevice.RXQ) {
            host(vsock, 0, new byte[10]);
        }
    }

    @Override
    public void host(VirtioDevice device, int what, byte[] bytes) {
        var vsock = (VsockDevice) device;
        List<VsockConnections.Row> rows = vsock.connections().rows();
        try {
            if (rows.isEmpty() || rows.size() < 20 && what < 3) {
                vsock.request(what % 2 == 0 ? VsockType.STREAM : VsockType.SEQPACKET, bytes.length % PORTS);
            } else if (what == 3) {
                // The listener of the port is made anew, with whoever waits there.
                try (VsockListener listener = vsock.listen(VsockType.STREAM, 7 + bytes.length)) {
                    listener.poll();
                }
            } else {
                use(rows.get(bytes.length % rows.size()), what, bytes);
            }
        } catch (IOException ended) {
            // What a program of the host is told of a connection that is over.
        }
    }

    private static void use(VsockConnections.Row row, int what, byte[] bytes) throws IOException {
        VsockConnection connection = row.connection();
        switch (what) {
            case 4 -> connection.close();
            case 5 -> connection.abort();
            case 6 -> connection.shutdownOutput();
            case 7 -> connection.shutdownInput();
            case 8, 9, 10 -> {
                if (connection.type() == VsockType.STREAM && row.unread() > 0) {
                    connection.read(1 + bytes.length / 2);
                }
            }
            default -> {
                if (row.unsent() > 10_000) {
                    connection.abort();
                } else if (connection.type() == VsockType.STREAM) {
                    connection.write(bytes);
                } else {
                    connection.send(bytes);
                }
            }
        }
    }
}

package dev.cellvisor.qtest;

import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A cable into an inherited stream: each frame behind its length in four bytes, the highest first, as QEMU's {@code -netdev socket} has it. */
final class SocketCable implements NetBackend {
    private static final int LENGTH_BYTES = 4;
    private static final int MOST_BYTES = 4096 + 65536;

    private final InheritedStream stream;
    private final Consumer<Runnable> door;
    private volatile NetPort port;

    /**
     * @param fd the stream's descriptor
     * @param door does something with the machine when it is its turn
     */
    SocketCable(int fd, Consumer<Runnable> door) {
        stream = new InheritedStream(fd);
        this.door = door;
    }

    @Override
    public Offloads offloads() {
        return Offloads.NONE;
    }

    @Override
    public void connect(NetPort newPort) {
        boolean first = port == null && newPort != null;
        port = newPort;
        if (first) {
            Thread.ofPlatform().daemon().name("netdev").start(this::receive);
        }
    }

    private void receive() {
        try {
            for (byte[] length = stream.readFully(LENGTH_BYTES); length != null; length = stream.readFully(LENGTH_BYTES)) {
                int size = ByteBuffer.wrap(length).getInt();
                byte[] frame = size < 0 || size > MOST_BYTES ? null : stream.readFully(size);
                if (frame == null) {
                    return;
                }
                door.accept(() -> {
                    NetPort to = port;
                    if (to != null) {
                        to.deliver(Packet.of(frame), 0);
                    }
                });
            }
        } catch (IOException e) {
            // The other end is gone: no more frames come.
        }
    }

    @Override
    public void send(Packet packet, long tick) {
        byte[] frame = packet.bytes();
        try {
            stream.write(ByteBuffer.allocate(LENGTH_BYTES + frame.length).putInt(frame.length).put(frame).array());
        } catch (IOException e) {
            // Nobody reads: the frame is lost, as on a cable.
        }
    }
}

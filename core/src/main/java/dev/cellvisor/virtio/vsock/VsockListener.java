package dev.cellvisor.virtio.vsock;

import java.io.IOException;

/** A port of the host on which programs in the guest can connect. */
public final class VsockListener implements AutoCloseable {
    private final VsockDevice device;
    private final VsockType type;
    private final int port;
    private volatile boolean background;

    VsockListener(VsockDevice device, VsockType type, int port) {
        this.device = device;
        this.type = type;
        this.port = port;
    }

    /** What kind of connections. */
    public VsockType type() {
        return type;
    }

    /** On which port. */
    public int port() {
        return port;
    }

    /**
     * Says that it is used on a thread of its own while others run the VM: calls that have to wait do not run it themselves then. The
     * connections that it accepts are in the background too.
     */
    public VsockListener inBackground() {
        background = true;
        return this;
    }

    /**
     * The next connection from the guest. If there is none, the VM runs until one comes; if it runs on another thread, this one waits.
     *
     * @throws java.nio.channels.ClosedChannelException if the listener is closed
     * @throws java.io.InterruptedIOException if the thread is interrupted meanwhile
     */
    public VsockConnection accept() throws IOException {
        VsockConnection.await(device, background, () -> device.flows().hasArrival(port) || !device.flows().listensOn(port),
                "a connection to port " + Integer.toUnsignedString(port) + " of the host");
        VsockConnection connection = poll();
        if (connection == null) {
            throw new java.nio.channels.ClosedChannelException();
        }
        return connection;
    }

    /** The next connection from the guest, or {@code null} if none is there now. */
    public VsockConnection poll() {
        return device.enter(() -> {
            Flow flow = device.flows().accept(port);
            if (flow == null) {
                return null;
            }
            device.log("accept " + Integer.toUnsignedString(port));
            return background ? new VsockConnection(device, flow).inBackground() : new VsockConnection(device, flow);
        });
    }

    /** Ends the listening; connections that nobody has accepted are reset. */
    @Override
    public void close() {
        device.enter(() -> {
            if (device.flows().listensOn(port)) {
                device.log("unlisten " + Integer.toUnsignedString(port));
                for (Flow flow : device.flows().unlisten(port)) {
                    flow.shutdown(Flow.SHUTDOWN_BOTH);
                    device.abort(flow, "nobody accepted it");
                }
                device.door().news();
            }
            return null;
        });
    }

    @Override
    public String toString() {
        return "vsock listener: %s port %s of the host".formatted(type, Integer.toUnsignedString(port));
    }
}

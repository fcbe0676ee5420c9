package dev.cellvisor.virtio.vsock;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The host's end of a connection with a program in the guest. A stream is a {@link ByteChannel}; a seqpacket connection has messages.
 *
 * <p>Calls that have to wait run the VM until they are done, if it stands still; if it runs on another thread, they wait for it. They may
 * come from any thread. A thread that serves connections while cells run the VM says {@link #inBackground()}.
 */
public final class VsockConnection implements ByteChannel {
    /** How much waits here for the guest before a writer has to wait. */
    private static final int MOST_UNSENT = 256 << 10;

    private final VsockDevice device;
    private final long id;
    private final VsockType type;
    private final int hostPort;
    private final int guestPort;
    private volatile boolean background;

    VsockConnection(VsockDevice device, Flow flow) {
        this.device = device;
        id = flow.id();
        type = flow.type();
        hostPort = flow.hostPort();
        guestPort = flow.guestPort();
    }

    /** Its kind. */
    public VsockType type() {
        return type;
    }

    /** The port of the host's end. */
    public int hostPort() {
        return hostPort;
    }

    /** The port of the guest's end. */
    public int guestPort() {
        return guestPort;
    }

    /** Says that it is used on a thread of its own while others run the VM: calls that have to wait do not run it themselves then. */
    public VsockConnection inBackground() {
        background = true;
        return this;
    }

    /**
     * Waits until the guest has accepted the connection.
     *
     * @throws ConnectException if it has refused, or its driver cannot
     */
    public void finishConnect() throws IOException {
        try {
            await(flow -> flow == null || flow.phase() != Flow.Phase.CONNECTING, "the guest's answer to %s".formatted(this));
        } catch (RuntimeException e) {
            abort();
            throw e;
        }
        String failure = device.enter(() -> {
            Flow flow = device.flows().byId(id);
            return flow == null ? "closed meanwhile" : flow.phase() == Flow.Phase.OVER && flow.credit().transmitted() == 0 && flow.broken() ? flow.ending() : null;
        });
        if (failure != null) {
            close();
            throw new ConnectException("port %s of the guest: %s".formatted(Integer.toUnsignedString(guestPort), failure));
        }
    }

    // Streams.

    /**
     * Reads what is there, or waits for some.
     *
     * @return how many bytes, or -1 at the end: the guest sends no more
     * @throws ClosedChannelException if this end is closed
     * @throws SocketException if the connection was reset, after everything before that was read
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        byte[] bytes = target.hasRemaining() ? read(target.remaining()) : new byte[0];
        if (bytes == null) {
            return -1;
        }
        target.put(bytes);
        return bytes.length;
    }

    /** Reads what is there, up to so many bytes, or waits for some; {@code null} at the end. See {@link #read(ByteBuffer)}. */
    public byte[] read(int most) throws IOException {
        require(VsockType.STREAM, "receive()");
        if (most <= 0) {
            throw new IllegalArgumentException("read(" + most + "): ask for 1 byte or more");
        }
        while (true) {
            await(flow -> flow == null || flow.readable() || flow.atEnd(), "data on " + this);
            Taken taken = take(flow -> flow.take(most));
            if (taken != null) {
                return taken.bytes;
            }
        }
    }

    /** Reads until so many bytes are there. @throws java.io.EOFException if the end comes before */
    public byte[] readFully(int size) throws IOException {
        var buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            if (read(buffer) < 0) {
                throw new java.io.EOFException("%s ended after %d of %d bytes".formatted(this, buffer.position(), size));
            }
        }
        return buffer.array();
    }

    /** How many bytes can be read without waiting. */
    public int available() {
        return device.enter(() -> {
            Flow flow = device.flows().byId(id);
            return flow == null ? 0 : flow.unread();
        });
    }

    /** What a read came to. */
    private record Taken(byte[] bytes, VsockMessage message) {
        static final Taken END = new Taken(null, null);
    }

    /** Takes from the connection; {@code null} if there is nothing yet. */
    private Taken take(Function<Flow, Object> how) throws IOException {
        Object result = device.enter(() -> {
            Flow flow = device.flows().byId(id);
            if (flow == null || (flow.wantedShutdown() & VsockOp.SHUTDOWN_RECEIVE) != 0) {
                return new ClosedChannelException();
            }
            if (!flow.readable()) {
                return !flow.atEnd() ? null : flow.phase() == Flow.Phase.OVER && flow.broken() ? new SocketException(this + ": " + flow.ending()) : Taken.END;
            }
            int before = flow.unread();
            Object got = how.apply(flow);
            device.log("take %d %d".formatted(id, before - flow.unread()));
            device.changed(flow);
            return got instanceof byte[] bytes ? new Taken(bytes, null) : new Taken(null, (VsockMessage) got);
        });
        if (result instanceof IOException e) {
            throw e;
        }
        return (Taken) result;
    }

    /**
     * Writes all of it, waiting while too much waits for the guest already.
     *
     * @throws ClosedChannelException if this end is closed for writing
     * @throws SocketException if the guest takes no more
     */
    @Override
    public int write(ByteBuffer source) throws IOException {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        write(bytes);
        return bytes.length;
    }

    /** Writes all of it; see {@link #write(ByteBuffer)}. */
    public void write(byte... bytes) throws IOException {
        require(VsockType.STREAM, "send(…)");
        int done = 0;
        while (done < bytes.length) {
            int from = done;
            done += put(0, flow -> {
                int size = Math.min(bytes.length - from, MOST_UNSENT - flow.unsent());
                device.log("send %d".formatted(id), java.util.Arrays.copyOfRange(bytes, from, from + size));
                flow.put(bytes, from, size);
                return size;
            });
        }
    }

    /**
     * Waits until little enough waits for the guest, and puts more there.
     *
     * @param size how much room is needed; 0 for any
     */
    private int put(int size, Function<Flow, Integer> how) throws IOException {
        while (true) {
            await(flow -> flow == null || !flow.takesOutput() || hasRoom(flow, size), "the guest to take data of " + this);
            Object result = device.enter(() -> {
                Flow flow = device.flows().byId(id);
                if (flow == null || (flow.wantedShutdown() & VsockOp.SHUTDOWN_SEND) != 0) {
                    return new ClosedChannelException();
                }
                if (!flow.takesOutput()) {
                    return new SocketException("%s: %s".formatted(this, flow.ending().isEmpty() ? "the guest receives no more" : flow.ending()));
                }
                if (flow.phase() != Flow.Phase.CONNECTING && size > flow.credit().peerBufAlloc()) {
                    return new SocketException("a message of %d bytes; the guest has a buffer of %d".formatted(size, flow.credit().peerBufAlloc()));
                }
                if (!hasRoom(flow, size)) {
                    return null;
                }
                Integer done = how.apply(flow);
                device.changed(flow);
                return done;
            });
            if (result instanceof IOException e) {
                throw e;
            }
            if (result != null) {
                return (Integer) result;
            }
        }
    }

    private static boolean hasRoom(Flow flow, int size) {
        return flow.unsent() == 0 || flow.unsent() < MOST_UNSENT && flow.unsent() + size <= MOST_UNSENT;
    }

    /** The guest's bytes as a stream. */
    public InputStream input() {
        return Channels.newInputStream(this);
    }

    /** The way to the guest as a stream. */
    public OutputStream output() {
        return Channels.newOutputStream(this);
    }

    // Messages.

    /**
     * The next message of a seqpacket connection; waits for one if none is there.
     *
     * @return it, or {@code null} at the end
     */
    public VsockMessage receive() throws IOException {
        require(VsockType.SEQPACKET, "read(…)");
        while (true) {
            await(flow -> flow == null || flow.readable() || flow.atEnd(), "a message on " + this);
            Taken taken = take(Flow::takeMessage);
            if (taken != null) {
                return taken.message;
            }
        }
    }

    /** Sends a message on a seqpacket connection; see {@link #send(boolean, byte...)}. */
    public void send(byte... message) throws IOException {
        send(false, message);
    }

    /**
     * Sends a message on a seqpacket connection, waiting while too much waits for the guest already.
     *
     * @param endOfRecord whether it ends a record: MSG_EOR
     * @throws SocketException if the guest takes no more, or its buffer is smaller than the message
     */
    public void send(boolean endOfRecord, byte... message) throws IOException {
        require(VsockType.SEQPACKET, "write(…)");
        put(message.length, flow -> {
            device.log("message %d%s".formatted(id, endOfRecord ? " eor" : ""), message.clone());
            flow.putMessage(message, endOfRecord);
            return message.length;
        });
    }

    private void require(VsockType wanted, String instead) {
        if (type != wanted) {
            throw new IllegalStateException("%s: use %s".formatted(this, instead));
        }
    }

    // Ending.

    /** Sends no more: the guest reads to the end of what was sent, and then its end. */
    public void shutdownOutput() {
        shutdown(VsockOp.SHUTDOWN_SEND);
    }

    /** Receives no more: what was not read is gone. */
    public void shutdownInput() {
        shutdown(VsockOp.SHUTDOWN_RECEIVE);
    }

    void shutdown(int bits) {
        device.enter(() -> {
            Flow flow = device.flows().byId(id);
            if (flow != null && (flow.wantedShutdown() & bits) != bits) {
                device.log("shutdown %d %d".formatted(id, bits));
                flow.shutdown(bits);
                if (flow.phase() == Flow.Phase.CONNECTING && flow.wantedShutdown() == Flow.SHUTDOWN_BOTH) {
                    device.abort(flow, "closed before it was connected");
                } else {
                    device.changed(flow);
                }
            }
            return null;
        });
    }

    /** Closes both directions. What was written still goes out as the VM runs; the guest has some seconds of its time to answer. */
    @Override
    public void close() {
        shutdown(Flow.SHUTDOWN_BOTH);
    }

    /** Ends the connection at once, by an RST; what was written and not delivered is lost. */
    public void abort() {
        device.enter(() -> {
            Flow flow = device.flows().byId(id);
            if (flow != null) {
                device.log("abort %d".formatted(id));
                flow.shutdown(Flow.SHUTDOWN_BOTH);
                device.abort(flow, "aborted");
            }
            return null;
        });
    }

    /** Waits until the guest too knows that the connection is over. */
    public void awaitEnd() throws IOException {
        await(flow -> flow == null || flow.phase() == Flow.Phase.OVER, "the end of " + this);
    }

    /** Whether this end is open: not closed by {@link #close}, and not gone by a restored state. */
    @Override
    public boolean isOpen() {
        return device.enter(() -> {
            Flow flow = device.flows().byId(id);
            return flow != null && flow.wantedShutdown() != Flow.SHUTDOWN_BOTH;
        });
    }

    private void await(java.util.function.Predicate<Flow> done, String what) throws IOException {
        await(device, background, () -> done.test(device.flows().byId(id)), what);
    }

    static void await(VsockDevice device, boolean background, BooleanSupplier done, String what) throws IOException {
        try {
            device.door().await(done, what, !background);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + what);
        }
    }

    @Override
    public String toString() {
        return "vsock %s host:%s–guest:%s".formatted(type.name().toLowerCase(java.util.Locale.ROOT), Integer.toUnsignedString(hostPort),
                Integer.toUnsignedString(guestPort));
    }
}

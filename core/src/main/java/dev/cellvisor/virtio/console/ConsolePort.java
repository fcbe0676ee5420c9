package dev.cellvisor.virtio.console;

import dev.cellvisor.state.State;
import dev.cellvisor.trace.Trace;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The host's side of one port of a {@link ConsoleDevice}. What the guest sends goes to every sink and stream that is open then; what
 * the host sends waits, as long as it must, until the guest has opened the port and has buffers, so that nothing is lost. Everything
 * here may be called from any thread, and takes effect on the VM's.
 */
public final class ConsolePort {
    private final ConsoleDevice device;
    private final int id;
    private final List<Consumer<byte[]>> sinks = new CopyOnWriteArrayList<>();
    private final List<FromGuest> streams = new CopyOnWriteArrayList<>();
    private String name;
    private boolean console;

    // The VM's thread only.
    final ByteFifo waiting = new ByteFifo();
    /** Whether the device has it: from its adding to its removal. */
    boolean there;
    /** Whether the driver was told of it. */
    boolean announced;
    /** Whether the driver was told that it is a console, and has not opened it yet. */
    boolean nominated;
    volatile boolean hostOpen = true;
    volatile boolean guestOpen;
    /** Columns and rows if the host said so, or -1. */
    int columns = -1;
    int rows = -1;
    private volatile long receivedBytes;
    private volatile long transmittedBytes;

    ConsolePort(ConsoleDevice device, int id, String name, boolean console) {
        this.device = device;
        this.id = id;
        this.name = name;
        this.console = console;
    }

    /** Its number: 0 for the one that every console device has. */
    public int id() {
        return id;
    }

    /** Its name, which Linux shows in {@code /sys/class/virtio-ports/vport0p1/name}; empty if it has none. */
    public String name() {
        return name;
    }

    /** Whether it is a console, as opposed to a generic port. */
    public boolean isConsole() {
        return console;
    }

    /** Whether the host's side is open; it is from the start. */
    public boolean isOpen() {
        return hostOpen;
    }

    /** Whether the guest's side is open. A driver that does not know of several ports cannot say; then port 0 counts as open. */
    public boolean guestOpen() {
        return device.reachable(this);
    }

    /** How many bytes wait for the guest. */
    public int waitingBytes() {
        return waiting.count();
    }

    /** How many bytes the guest has received. */
    public long receivedBytes() {
        return receivedBytes;
    }

    /** How many bytes the guest has transmitted. */
    public long transmittedBytes() {
        return transmittedBytes;
    }

    /** Adds a sink for what the guest transmits, called on the VM's thread with bytes of its own; close the handle to remove it. */
    public Trace.Subscription onTransmit(Consumer<byte[]> sink) {
        sinks.add(sink);
        return () -> sinks.remove(sink);
    }

    /** Whether anybody on the host's side takes what the guest transmits: a sink, or a stream. */
    public boolean isHeard() {
        return !sinks.isEmpty() || !streams.isEmpty();
    }

    /**
     * What the guest transmits from now on, as a stream. {@link InputStream#available} tells what is there; a read of more runs the VM until
     * there is some, if it stands still, and else waits for it. It ends when the guest closes its side or the port is removed.
     */
    public InputStream fromGuest() {
        return stream(done -> device.await(done, "what the guest transmits on " + this));
    }

    /** As {@link #fromGuest()}, for a thread of its own: a read waits for others to run the VM. */
    public InputStream fromGuestInBackground() {
        return stream(done -> { });
    }

    private InputStream stream(FromGuest.Patience patience) {
        FromGuest[] stream = new FromGuest[1];
        stream[0] = new FromGuest(patience, () -> streams.remove(stream[0]));
        streams.add(stream[0]);
        return stream[0];
    }

    /** A stream to the guest; each write is one {@link #receive(byte...)}, and never waits. */
    public OutputStream toGuest() {
        return new OutputStream() {
            @Override
            public void write(int value) {
                receive((byte) value);
            }

            @Override
            public void write(byte[] bytes, int offset, int size) {
                receive(Arrays.copyOfRange(bytes, offset, offset + size));
            }
        };
    }

    /** Text for the guest to receive, as UTF-8; see {@link #receive(byte...)}. */
    public void receive(String text) {
        receive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes for the guest to receive; they wait until it has opened the port and has buffers for them. It is an input. */
    public void receive(byte... bytes) {
        byte[] own = bytes.clone();
        device.receive(this, own);
    }

    /** Opens the host's side, and tells the guest. It is an input. */
    public void open() {
        device.open(this, true);
    }

    /** Closes the host's side, and tells the guest; what it transmits meanwhile is thrown away. It is an input. */
    public void close() {
        device.open(this, false);
    }

    /**
     * Tells the guest a size of the terminal. It is an input.
     *
     * @throws IllegalArgumentException if one is outside 0 to 65535
     * @throws IllegalStateException if the port is no console
     */
    public void resize(int newColumns, int newRows) {
        if ((newColumns & ~0xffff) != 0 || (newRows & ~0xffff) != 0) {
            throw new IllegalArgumentException("a console of " + newColumns + " columns and " + newRows + " rows; both must be 0 to 65535");
        }
        if (!console) {
            throw new IllegalStateException(this + " is no console, so it has no size");
        }
        device.resize(this, newColumns, newRows);
    }

    /**
     * Takes the port away while the guest runs. It is an input.
     *
     * @throws IllegalStateException for port 0, which every console device has
     */
    public void remove() {
        if (id == 0) {
            throw new IllegalStateException("port 0 cannot be removed: every console device has it");
        }
        device.remove(this);
    }

    // The VM's thread.

    boolean listened() {
        return hostOpen && !(sinks.isEmpty() && streams.isEmpty());
    }

    /** Bytes from the guest; the array is given away. */
    void transmit(byte[] bytes) {
        if (device.repeats()) {
            return;
        }
        for (FromGuest stream : streams) {
            stream.add(bytes);
        }
        if (!streams.isEmpty()) {
            device.news();
        }
        if (!sinks.isEmpty()) {
            device.tell(() -> {
                int left = sinks.size();
                for (Consumer<byte[]> sink : sinks) {
                    // The last one can have the array itself.
                    sink.accept(--left <= 0 ? bytes : bytes.clone());
                }
            });
        }
    }

    void countTransmitted(long bytes) {
        transmittedBytes += bytes;
    }

    void countReceived(long bytes) {
        receivedBytes += bytes;
    }

    /** The guest will send no more for now. */
    void endStreams() {
        for (FromGuest stream : streams) {
            stream.end();
        }
        if (!streams.isEmpty()) {
            streams.clear();
            device.news();
        }
    }

    State save() {
        return State.of("console-port", 1).put("id", id).put("name", name).put("console", console).put("announced", announced)
                .put("nominated", nominated).put("hostOpen", hostOpen).put("guestOpen", guestOpen).put("columns", columns).put("rows", rows)
                .put("waiting", waiting.toArray()).build();
    }

    void restore(State state) {
        byte[] bytes = state.bytes("waiting");
        name = state.text("name");
        console = state.flag("console");
        announced = state.flag("announced");
        nominated = state.flag("nominated");
        hostOpen = state.flag("hostOpen");
        guestOpen = state.flag("guestOpen");
        columns = state.integer("columns");
        rows = state.integer("rows");
        waiting.set(bytes);
        there = true;
    }

    @Override
    public String toString() {
        return "port " + id + (name.isEmpty() ? "" : " '" + name + "'") + (console ? ", a console" : "");
    }
}

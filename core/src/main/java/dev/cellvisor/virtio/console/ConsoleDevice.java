package dev.cellvisor.virtio.console;

import static dev.cellvisor.virtio.console.ConsoleFeature.VIRTIO_CONSOLE_F_EMERG_WRITE;
import static dev.cellvisor.virtio.console.ConsoleFeature.VIRTIO_CONSOLE_F_MULTIPORT;
import static dev.cellvisor.virtio.console.ConsoleFeature.VIRTIO_CONSOLE_F_SIZE;

import dev.cellvisor.state.State;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.HostDoor;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The console device (VIRTIO 1.4, 5.3). As made by {@link #ConsoleDevice()} it has port 0 alone, a console:
 *
 * <pre>{@code
 * var console = new ConsoleDevice();
 * vm.attach(console);
 * console.onTransmit(System.out::writeBytes);
 * console.receive("ls\n");
 * }</pre>
 *
 * <p>With {@link #ConsoleDevice(int)} it has several ports, consoles and generic ones, which come and go while the guest runs:
 *
 * <pre>{@code
 * var agent = console.addPort("org.example.agent");      // /dev/vport0p1 in Linux
 * agent.toGuest().write(bytes("hello\n"));
 * agent.fromGuest().readNBytes(6);                         // runs the VM until the guest has said so much
 * }</pre>
 *
 * <p>While nothing waits for the guest on a port, the device asks not to be notified of its receive buffers: they are of no use yet.
 */
public final class ConsoleDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_CONSOLE = 3;
    /** To the guest, port 0. */
    public static final int RECEIVEQ = 0;
    /** From the guest, port 0. */
    public static final int TRANSMITQ = 1;
    /** Control messages to the guest, with VIRTIO_CONSOLE_F_MULTIPORT. */
    public static final int CONTROL_RECEIVEQ = 2;
    /** Control messages from the guest, with VIRTIO_CONSOLE_F_MULTIPORT. */
    public static final int CONTROL_TRANSMITQ = 3;
    /** The most ports that a device can have. */
    public static final int MOST_PORTS = 512;

    private static final int QUEUE_SIZE = 128;
    private static final int PIECE_BYTES = 65536;
    private static final byte[] NOTHING = {};

    private final boolean multiport;
    private final AtomicReferenceArray<ConsolePort> ports;
    private final PortControl control = new PortControl(this);

    /** A console of 80 columns and 25 rows, without sinks, with port 0 only. */
    public ConsoleDevice() {
        this(1, false);
    }

    /**
     * A device with port 0, a console, and room for others; see {@link #addPort} and {@link #addConsole}.
     *
     * @param maxPorts port 0 included, 1 to 512
     * @throws IllegalArgumentException if there cannot be so many
     */
    public ConsoleDevice(int maxPorts) {
        this(maxPorts, true);
    }

    private ConsoleDevice(int maxPorts, boolean multiport) {
        super("virtio-console", VIRTIO_ID_CONSOLE, new ConfigSpace(
                ConfigField.readOnly("cols", 0, 2),
                ConfigField.readOnly("rows", 2, 2),
                ConfigField.readOnly("max_nr_ports", 4, 4),
                new ConfigField("emerg_wr", 8, 4, Access.W)), queueSizes(maxPorts, multiport));
        this.multiport = multiport;
        config().set("cols", 80).set("rows", 25);
        if (multiport) {
            config().set("max_nr_ports", maxPorts);
        }
        ports = new AtomicReferenceArray<>(maxPorts);
        var first = new ConsolePort(this, 0, "", true);
        first.there = true;
        ports.set(0, first);
    }

    private static int[] queueSizes(int maxPorts, boolean multiport) {
        if (maxPorts < 1 || maxPorts > MOST_PORTS) {
            throw new IllegalArgumentException("a console device with " + maxPorts + " ports; it can have 1 to " + MOST_PORTS);
        }
        int[] sizes = new int[multiport ? 2 * maxPorts + 2 : 2];
        Arrays.fill(sizes, QUEUE_SIZE);
        return sizes;
    }

    // The host's side.

    /** Its ports, by number. */
    public List<ConsolePort> ports() {
        List<ConsolePort> all = new ArrayList<>();
        for (int id = 0; id < ports.length(); id++) {
            if (ports.get(id) != null) {
                all.add(ports.get(id));
            }
        }
        return all;
    }

    /**
     * A port.
     *
     * @throws IllegalArgumentException if there is none with this number
     */
    public ConsolePort port(int id) {
        ConsolePort port = portAt(id);
        if (port == null) {
            throw new IllegalArgumentException("'%s' has no port %d; it has %s".formatted(name(), id, ports()));
        }
        return port;
    }

    /**
     * Adds a generic port with the lowest free number. It is an input.
     *
     * @param name for the guest, or empty
     * @throws IllegalStateException if there is no room for another
     */
    public ConsolePort addPort(String name) {
        return add(name, false);
    }

    /** Adds another console, {@code /dev/hvc1} and so on in Linux; see {@link #addPort}. */
    public ConsolePort addConsole(String name) {
        return add(name, true);
    }

    private ConsolePort add(String name, boolean console) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the name of a port cannot have a NUL in it (VIRTIO 1.4, 5.3.6.2)");
        }
        for (int id = 1; id < ports.length(); id++) {
            var port = new ConsolePort(this, id, name, console);
            if (ports.compareAndSet(id, null, port)) {
                fromOutside("port " + id + (console ? " added, a console: " : " added: ") + name, NOTHING, () -> plug(port));
                return port;
            }
        }
        throw new IllegalStateException(multiport ? "all %d ports of '%s' are taken; remove one first".formatted(ports.length(), name())
                : "'%s' has port 0 only; make it with new ConsoleDevice(8) for room for seven others".formatted(name()));
    }

    /** Whether the host has had what the guest sends already. */
    boolean repeats() {
        return plugged() && context().door().replaying();
    }

    /** Calls sinks, which may do something to the machine in turn. */
    void tell(Runnable hostCode) {
        if (plugged()) {
            context().door().tell(hostCode);
        } else {
            hostCode.run();
        }
    }

    /** Waits for the guest; the VM is run for it if it stands still. */
    void await(BooleanSupplier done, String what) throws InterruptedException {
        (plugged() ? context().door() : HostDoor.OPEN).await(done, what, true);
    }

    /** Something has changed that the host's side may wait for. */
    void news() {
        if (plugged()) {
            context().door().news();
        }
    }

    private void plug(ConsolePort port) {
        port.there = true;
        control.plugged(port);
    }

    void remove(ConsolePort port) {
        fromOutside("port " + port.id() + " removed", NOTHING, () -> {
            if (!port.there) {
                return;
            }
            port.there = false;
            if (port.announced) {
                port.announced = false;
                control.tell(ControlMessage.of(port.id(), ControlEvent.VIRTIO_CONSOLE_DEVICE_REMOVE, 1));
            }
            port.endStreams();
            ports.set(port.id(), null);
        });
    }

    /** Adds a sink for what the guest transmits on port 0; see {@link ConsolePort#onTransmit}. */
    public Trace.Subscription onTransmit(Consumer<byte[]> sink) {
        return port(0).onTransmit(sink);
    }

    /** Text for the guest to receive on port 0, as UTF-8; see {@link #receive(byte...)}. */
    public void receive(String text) {
        receive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes for the guest to receive on port 0; they wait until it has buffers for them. It is an input. */
    public void receive(byte... bytes) {
        port(0).receive(bytes);
    }

    /** How many bytes wait for the guest on port 0. */
    public int waitingBytes() {
        return port(0).waitingBytes();
    }

    /** Tells the guest a new size of the terminal on port 0; see {@link ConsolePort#resize}. */
    public void resize(int columns, int rows) {
        port(0).resize(columns, rows);
    }

    void receive(ConsolePort port, byte[] bytes) {
        fromOutside("port " + port.id() + " data", bytes, () -> {
            port.waiting.add(bytes);
            deliver(port);
        });
    }

    void open(ConsolePort port, boolean open) {
        fromOutside("port " + port.id() + (open ? " opened" : " closed"), NOTHING, () -> {
            if (port.hostOpen != open) {
                port.hostOpen = open;
                if (port.announced) {
                    control.tell(ControlMessage.of(port.id(), ControlEvent.VIRTIO_CONSOLE_PORT_OPEN, open ? 1 : 0));
                }
            }
        });
    }

    void resize(ConsolePort port, int columns, int rows) {
        fromOutside("port %d size %d×%d".formatted(port.id(), columns, rows), NOTHING, () -> {
            port.columns = columns;
            port.rows = rows;
            if (port.id() == 0) {
                changeConfig(config -> config.set("cols", columns).set("rows", rows));
            }
            if (port.announced) {
                control.tell(ControlMessage.size(port.id(), columns, rows));
            }
        });
    }

    // What it is for the driver.

    @Override
    public Features features() {
        Features single = Features.of(VIRTIO_CONSOLE_F_SIZE, VIRTIO_CONSOLE_F_EMERG_WRITE);
        return multiport ? single.with(Features.of(VIRTIO_CONSOLE_F_MULTIPORT)) : single;
    }

    @Override
    public List<? extends FeatureBit> knownFeatures() {
        return List.of(ConsoleFeature.values());
    }

    @Override
    protected Features featuresOf(ConfigField field) {
        return Features.of(switch (field.name()) {
            case "max_nr_ports" -> VIRTIO_CONSOLE_F_MULTIPORT;
            case "emerg_wr" -> VIRTIO_CONSOLE_F_EMERG_WRITE;
            default -> VIRTIO_CONSOLE_F_SIZE;
        });
    }

    @Override
    protected boolean hasQueue(int queue) {
        return queue <= TRANSMITQ || negotiated().isEmpty() || negotiated().has(VIRTIO_CONSOLE_F_MULTIPORT);
    }

    @Override
    public String queueName(int queue) {
        return switch (queue) {
            case CONTROL_RECEIVEQ -> "control receiveq";
            case CONTROL_TRANSMITQ -> "control transmitq";
            default -> ((queue & 1) == 0 ? "receiveq" : "transmitq") + (multiport ? " of port " + portOf(queue) : "");
        };
    }

    private static int portOf(int queue) {
        return queue <= TRANSMITQ ? 0 : queue / 2 - 1;
    }

    private static int receiveQueueOf(ConsolePort port) {
        return port.id() == 0 ? RECEIVEQ : 2 * port.id() + 2;
    }

    /** Whether the guest takes data of a port: it was told of it and has opened it, or knows of no ports and so of port 0 only. */
    boolean reachable(ConsolePort port) {
        return negotiated().has(VIRTIO_CONSOLE_F_MULTIPORT) ? port.there && port.guestOpen : port.id() == 0;
    }

    @Override
    protected void reset() {
        control.reset();
        for (ConsolePort port : ports()) {
            if (port.guestOpen) {
                port.guestOpen = false;
                port.endStreams();
            }
            port.announced = false;
            port.nominated = false;
        }
    }

    @Override
    protected void queueReady(int queue) {
        wake(queue);
    }

    @Override
    protected void notified(int queue) {
        if (!wake(queue)) {
            super.notified(queue);
        }
    }

    /** A receive queue may have got buffers; whether it is one. */
    private boolean wake(int queue) {
        if (queue == CONTROL_RECEIVEQ) {
            control.send();
        } else if ((queue & 1) == 0) {
            ConsolePort port = ports.get(portOf(queue));
            if (port != null) {
                deliver(port);
            }
        }
        return (queue & 1) == 0;
    }

    /** Moves what waits into receive buffers, as far as there are any. */
    void deliver(ConsolePort port) {
        int index = receiveQueueOf(port);
        Virtqueue receive = usable(index);
        if (receive == null || !reachable(port)) {
            return;
        }
        // Ask to be told before looking, so that a buffer that comes meanwhile is not missed.
        receive.wantNotifications(port.waiting.count() > 0);
        while (port.waiting.count() > 0) {
            DescriptorChain chain = receive.poll();
            if (chain == null) {
                return;
            }
            judgeReceiveBuffer(chain);
            int done = chain.writer().write(port.waiting.array(), port.waiting.start(), (int) Math.min(port.waiting.count(), chain.writableBytes()));
            port.waiting.drop(done);
            port.countReceived(done);
            giveBack(index, chain);
        }
        receive.wantNotifications(false);
    }

    void judgeReceiveBuffer(DescriptorChain chain) {
        if (chain.readableBytes() > 0) {
            violation("CON-DRV-01", "a receive buffer has " + chain.readableBytes() + " readable bytes; the device only writes");
        }
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        if (chain.writableBytes() > 0) {
            violation("CON-DRV-02", "a transmit buffer has " + chain.writableBytes() + " writable bytes; the device only reads");
        }
        if (queue == CONTROL_TRANSMITQ) {
            control.received(chain);
            return;
        }
        ConsolePort port = ports.get(portOf(queue));
        if (port == null || !port.there) {
            return;
        }
        port.countTransmitted(chain.readableBytes());
        while (port.listened() && chain.reader().remaining() > 0) {
            port.transmit(chain.reader().readBytes(PIECE_BYTES));
        }
    }

    @Override
    protected void configWritten(ConfigField field, long value) {
        // Emergency write works at any status, even before the driver has shown itself (VIRTIO 1.4, 5.3.4).
        ports.get(0).transmit(new byte[] {(byte) value});
    }

    // For its ports and its control messages.

    /** The port with a number, or {@code null}. */
    ConsolePort portAt(int id) {
        return id >= 0 && id < ports.length() ? ports.get(id) : null;
    }

    /** A queue that may be used now, or {@code null}. */
    Virtqueue usable(int queue) {
        return live() && queue(queue).usable() ? queue(queue) : null;
    }

    /** Gives back a receive buffer. */
    void giveBack(int queue, DescriptorChain chain) {
        complete(queue, chain.head(), chain.writer().written());
    }

    /** Whether the driver has rules for how it cuts requests into descriptors. */
    boolean framesRequests() {
        return framed();
    }

    void broke(String rule, String sentence) {
        violation(rule, sentence);
    }

    Trace trace() {
        return context().trace();
    }

    @Override
    protected VirtioDevice twin() {
        return new ConsoleDevice(ports.length(), multiport);
    }

    @Override
    public void replayInput(String detail, byte[] payload) {
        // "port 1 data", "port 1 added: name", "port 1 added, a console: name", "port 0 size 80×25", "port 1 opened", …
        String[] words = detail.split(" ", 3);
        String what = words[2];
        if (what.startsWith("added")) {
            add(what.substring(what.indexOf(": ") + 2), what.startsWith("added, a console"));
            return;
        }
        ConsolePort port = port(Integer.parseInt(words[1]));
        switch (what) {
            case "data" -> receive(port, payload);
            case "opened" -> open(port, true);
            case "closed" -> open(port, false);
            case "removed" -> remove(port);
            default -> {
                String[] size = what.substring("size ".length()).split("×");
                resize(port, Integer.parseInt(size[0]), Integer.parseInt(size[1]));
            }
        }
    }

    @Override
    public State construction() {
        return State.of("virtio-console", 1).put("ports", ports.length()).put("multiport", multiport).build();
    }

    /** A device with {@link #construction()}. */
    public static ConsoleDevice of(State options) {
        return new ConsoleDevice(options.expect("virtio-console", 1).integer("ports"), options.flag("multiport"));
    }

    @Override
    public State save() {
        State.Builder state = State.of("virtio-console", 1).put("waiting", ports.get(0).waiting.toArray());
        if (multiport) {
            state.put("control", control.save()).put("ports", ports().stream().filter(port -> port.there).map(ConsolePort::save).toList());
        }
        return state.build();
    }

    @Override
    public void restore(State state) {
        byte[] waiting = state.expect("virtio-console", 1).bytes("waiting");
        if (multiport) {
            control.restore(state.child("control"));
            restorePorts(state.children("ports"));
        }
        ports.get(0).waiting.set(waiting);
    }

    /** Ports that were there and are not are made, those that were not go. */
    private void restorePorts(List<State> saved) {
        List<Integer> kept = new ArrayList<>();
        for (State state : saved) {
            int id = state.expect("console-port", 1).integer("id");
            if (id < 0 || id >= ports.length()) {
                throw new dev.cellvisor.state.StateException("asked to restore a console device of " + ports.length() + " ports, found port " + id);
            }
            ports.compareAndSet(id, null, new ConsolePort(this, id, "", false));
            ports.get(id).restore(state);
            kept.add(id);
        }
        for (ConsolePort port : ports()) {
            if (!kept.contains(port.id())) {
                port.there = false;
                port.endStreams();
                ports.set(port.id(), null);
            }
        }
    }
}

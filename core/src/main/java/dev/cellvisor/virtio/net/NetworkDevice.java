package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.*;

import dev.cellvisor.net.Headers;
import dev.cellvisor.net.HostBackend;
import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import dev.cellvisor.net.PacketTap;
import dev.cellvisor.net.Segmenter;
import dev.cellvisor.state.State;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.DeviceContext;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.Prerequisite;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The network device (VIRTIO 1.4, 5.1). Its cable leads to a {@link NetBackend}; what that or the driver does not do with a packet
 * itself (checksums, segmentation) is done here.
 *
 * <p>A packet for the guest is an input of the VM: it comes in by {@link #port()}, at a tick, and waits for receive buffers.
 */
public final class NetworkDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_NETWORK = 1;
    /** status: there is a link. */
    public static final int VIRTIO_NET_S_LINK_UP = 1;
    /** status: the driver is to announce itself. */
    public static final int VIRTIO_NET_S_ANNOUNCE = 2;

    /** How long a packet of the host's network is on its way: 50 microseconds. */
    private static final long HOST_LATENCY_TICKS = 3125;

    private final NetOptions options;
    private NetBackend backend;
    private final Steering steering = new Steering();
    private final Coalescing coalescing;
    private final Reception reception;
    private final Arrivals arrivals = new Arrivals(this::arrived);
    private final ControlQueue control = new ControlQueue(this);
    private final Transmitter transmitter = new Transmitter(this);
    private final NetFraming framing = new NetFraming(this);
    private final List<PacketTap> taps = new CopyOnWriteArrayList<>();
    private final NetCounts counts = new NetCounts();
    private boolean linkUp = true;
    private long mac;
    private NetPort port;
    private HostWork hostWork;

    /** A device with the default options. */
    public NetworkDevice(NetBackend backend) {
        this(NetOptions.DEFAULT, backend);
    }

    /**
     * A device.
     *
     * @param backend what its cable leads to
     */
    public NetworkDevice(NetOptions options, NetBackend backend) {
        super("virtio-net", VIRTIO_ID_NETWORK, NetConfig.space(), queueSizes(options));
        this.options = options;
        this.backend = backend;
        mac = options.mac();
        coalescing = new Coalescing(2 * options.pairs() + 1, this::notifyUsed);
        reception = new Reception(this, options.pairs());
        NetConfig.fill(config(), options);
    }

    private static int[] queueSizes(NetOptions options) {
        int[] sizes = new int[2 * options.pairs() + 1];
        Arrays.fill(sizes, options.queueSize());
        return sizes;
    }

    // What it is.

    /** Its options. */
    public NetOptions options() {
        return options;
    }

    /** What its cable leads to. */
    public NetBackend backend() {
        return backend;
    }

    /** Whether somebody on the host's side gets its packets: a network, or a tap. */
    public boolean isHeard() {
        return !(backend instanceof LooseCable) || !taps.isEmpty();
    }

    /**
     * Puts another cable in.
     *
     * @throws IllegalStateException if the device is plugged in already
     */
    public NetworkDevice cable(NetBackend newBackend) {
        if (plugged()) {
            throw new IllegalStateException("'" + name() + "' is plugged in; its cable can be changed before that only");
        }
        backend = newBackend;
        return this;
    }

    /** Whether its cable leads nowhere, as that of a loaded VM. */
    public boolean isLoose() {
        return backend instanceof LooseCable;
    }

    /** What went through, and what was lost. */
    public NetCounts counts() {
        return counts;
    }

    /** Its address now, as text. */
    public String mac() {
        return NetOptions.text(mac);
    }

    /** How it filters and steers now, in words. */
    public String describe() {
        return "%s, link %s, %s; receive %s".formatted(mac(), linkUp ? "up" : "down", steering, filter());
    }

    @Override
    public Features features() {
        return NetOffer.features(options);
    }

    /** As in general; and without CTRL_VQ there is nothing either that is configured by it alone (NET-DEV-14, NET-DEV-15). */
    @Override
    public VirtioDevice withhold(FeatureBit... features) {
        super.withhold(features);
        return Features.of(features).has(VIRTIO_NET_F_CTRL_VQ) ? super.withhold(VIRTIO_NET_F_HASH_REPORT, VIRTIO_NET_F_CTRL_RX_EXTRA) : this;
    }

    @Override
    public List<? extends FeatureBit> knownFeatures() {
        return List.of(NetFeature.values());
    }

    @Override
    protected List<Prerequisite> prerequisites() {
        return NetOffer.prerequisites();
    }

    @Override
    protected boolean accepts(Features accepted) {
        return either("VIRTIO_NET_F_GUEST_ECN", accepted, VIRTIO_NET_F_GUEST_ECN, VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6)
                && either("VIRTIO_NET_F_HOST_ECN", accepted, VIRTIO_NET_F_HOST_ECN, VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6)
                && either("VIRTIO_NET_F_HASH_TUNNEL", accepted, VIRTIO_NET_F_HASH_TUNNEL, VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_REPORT);
    }

    private boolean either(String name, Features accepted, NetFeature feature, NetFeature one, NetFeature other) {
        if (accepted.has(feature) && !accepted.has(one) && !accepted.has(other)) {
            violation("FEAT-DRV-02", "accepted " + name + " without " + one + " or " + other + "; FEATURES_OK stays clear");
            return false;
        }
        return true;
    }

    // Queues: receiveq1, transmitq1, …, and the control queue behind them (VIRTIO 1.4, 5.1.2).

    /** How many pairs there are for the driver: one, unless it negotiated VIRTIO_NET_F_MQ or VIRTIO_NET_F_RSS. */
    int pairs() {
        return has(VIRTIO_NET_F_MQ) || has(VIRTIO_NET_F_RSS) ? options.pairs() : 1;
    }

    private boolean isControl(int queue) {
        return queue == 2 * pairs() && has(VIRTIO_NET_F_CTRL_VQ);
    }

    @Override
    public String queueName(int queue) {
        int pairs = live() ? pairs() : options.pairs();
        return queue == 2 * pairs ? "controlq" : queue > 2 * pairs ? "unused" : (queue % 2 == 0 ? "receiveq" : "transmitq") + (queue / 2 + 1);
    }

    /** Whether a queue is a transmit or receive queue that the driver has made ready. */
    boolean carriesPackets(int queue) {
        return queue < 2 * pairs() && queue(queue).usable();
    }

    /** Whether a pair's receive queue is ready. */
    boolean receives(int pair) {
        return pair < pairs() && carriesPackets(2 * pair);
    }

    @Override
    protected void pluggedIn() {
        port = new Cable(context());
        arrivals.plugged(context().events(), context().place() + ".arrival", context().clock());
        coalescing.plugged(context().events(), context().place() + ".coalescing", context().clock()::ticks);
        backend.connect(port);
        if (backend instanceof HostBackend host) {
            hostWork = new HostWork(host, context());
        }
    }

    @Override
    protected void pullingOut() {
        if (hostWork != null) {
            hostWork.close();
            hostWork = null;
        }
        backend.connect(null);
        port = null;
        arrivals.unplugged();
        coalescing.unplugged();
    }

    @Override
    protected void activate() {
        reception.start();
    }

    @Override
    protected void reset() {
        mac = options.mac();
        steering.reset();
        coalescing.reset();
        reception.reset(isLegacy());
        config().set("mac", mac).set("status", linkUp ? VIRTIO_NET_S_LINK_UP : 0);
    }

    @Override
    protected void queueReady(int queue) {
        notifiedOfBuffers(queue);
    }

    @Override
    protected void queueStopped(int queue) {
        coalescing.stopped(queue);
        if (queue % 2 == 0 && queue / 2 < options.pairs()) {
            reception.clear(queue / 2);
        }
    }

    @Override
    protected void notified(int queue) {
        if (!notifiedOfBuffers(queue)) {
            super.notified(queue);
        }
    }

    private boolean notifiedOfBuffers(int queue) {
        boolean receive = queue % 2 == 0 && queue < 2 * pairs();
        if (receive) {
            reception.deliver(queue / 2);
        }
        return receive;
    }

    @Override
    protected boolean holdsNotification(int queue) {
        return coalescing.holds(queue);
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        if (isControl(queue)) {
            control.handle(chain);
        } else if (queue % 2 == 1 && queue < 2 * pairs()) {
            transmit(queue, chain);
        }
    }

    @Override
    protected Features featuresOf(ConfigField field) {
        return NetConfig.featuresOf(field);
    }

    @Override
    protected void configWriteRefused(ConfigField field) {
        violation("NET-DRV-01", "the configuration field '" + field.name() + "' was written; the driver only reads it");
    }

    // From the guest.

    private void transmit(int queue, DescriptorChain chain) {
        coalescing.count(queue);
        int pair = queue / 2;
        if (pair >= steering.transmitPairs()) {
            violation(steering.transmitPairs() == 1 ? "NETMQ-DRV-06" : "NETMQ-DRV-07",
                    "a packet on transmitq" + (pair + 1) + ", with " + steering.transmitPairs() + " in use");
        }
        Packet packet = transmitter.read(chain);
        if (packet == null) {
            return;
        }
        if (has(VIRTIO_NET_F_MQ)) {
            steering.transmitted(pair, packet.bytes(), Headers.of(packet.bytes()));
        }
        long tick = context().clock().ticks();
        taps.forEach(tap -> tap.packet(tick, port.name(), true, packet));
        if (!linkUp) {
            lost("the link is down");
            return;
        }
        counts.sent(packet);
        List<Packet> pieces = Segmenter.adapt(packet, backend.offloads());
        if (pieces.isEmpty()) {
            lost("a packet whose headers are not what its gso_type says");
        }
        if (context().door().replaying()) {
            return;
        }
        pieces.forEach(piece -> backend.send(piece, tick));
        if (hostWork != null) {
            hostWork.sent();
        }
    }

    // To the guest.

    /** The guest's end of the cable; {@code null} while the device is not plugged in. */
    public NetPort port() {
        return port;
    }

    private final class Cable implements NetPort {
        private final DeviceContext place;

        Cable(DeviceContext place) {
            this.place = place;
        }

        @Override
        public String name() {
            return place.place();
        }

        @Override
        public void deliver(Packet packet, long fromTick) {
            // The host's network is some way off: an answer in no time would have a guest's TCP send each write as a packet of its own.
            long tick = hostWork == null ? fromTick : place.clock().ticks() + HOST_LATENCY_TICKS;
            enter(packet, tick);
        }

        void enter(Packet packet, long tick) {
            String work = packet.work().strip();
            place.fromOutside("packet " + tick + (work.isEmpty() ? "" : " " + work), packet.bytes(), () -> {
                if (port == this) {
                    arrivals.add(tick, packet);
                }
            });
        }

        @Override
        public void link(boolean up) {
            place.fromOutside("link " + (up ? "up" : "down"), new byte[0], () -> {
                if (port == this) {
                    setLink(up);
                }
            });
        }
    }

    private void arrived(Packet packet) {
        if (live() && linkUp) {
            reception.arrived(packet);
        } else {
            lost(linkUp ? "the driver is not ready" : "the link is down");
        }
    }

    /** Bytes of the largest frame of one packet: the MTU, the Ethernet header, and a VLAN tag where there is one. */
    int largestFrame(byte[] frame) {
        return options.mtu() + Headers.ETHERNET_BYTES + (Headers.of(frame).vlan() >= 0 ? Headers.VLAN_BYTES : 0);
    }

    // The host's side.

    /** Plugs the cable in at the other end, or out. The driver sees it in {@code status}. It is an input. */
    public void linkUp(boolean up) {
        fromHost("link " + (up ? "up" : "down"), () -> setLink(up));
    }

    private void setLink(boolean up) {
        if (up != linkUp) {
            linkUp = up;
            changeConfig(config -> status(VIRTIO_NET_S_LINK_UP, up));
        }
    }

    private void fromHost(String detail, Runnable action) {
        if (port instanceof Cable cable) {
            cable.place.fromOutside(detail, new byte[0], action);
        } else {
            action.run();
        }
    }

    /** Whether there is a link. */
    public boolean linkUp() {
        return linkUp;
    }

    /** Asks the driver to announce itself on its network; nothing happens if it cannot. It is an input. */
    public void announce() {
        fromHost("announce", () -> {
            if (has(VIRTIO_NET_F_GUEST_ANNOUNCE)) {
                changeConfig(config -> status(VIRTIO_NET_S_ANNOUNCE, true));
            }
        });
    }

    /** Gives the link another speed: it goes down for that, and comes up again. It is an input. */
    public void speedMbits(int speed) {
        fromHost("speed " + speed, () -> {
            boolean wasUp = linkUp;
            setLink(false);
            changeConfig(config -> NetConfig.speed(config, speed));
            setLink(wasUp);
        });
    }

    /** Adds a tap that sees every packet of the guest; close the handle to remove it. */
    public Trace.Subscription tap(PacketTap tap) {
        taps.add(tap);
        return () -> taps.remove(tap);
    }

    private void status(int bit, boolean on) {
        long status = config().get("status");
        config().set("status", on ? status | bit : status & ~bit);
    }

    // For its parts.

    /** Those of some features that were negotiated. */
    Features negotiatedOf(Features some) {
        return negotiated().and(some);
    }

    boolean has(NetFeature feature) {
        return negotiated().has(feature);
    }

    int headerBytes() {
        return NetHeader.sizeBytes(negotiated());
    }

    Reception reception() {
        return reception;
    }

    ReceiveFilter filter() {
        return reception.filter();
    }

    /** The address that it has now. */
    long address() {
        return mac;
    }

    Steering steering() {
        return steering;
    }

    Coalescing coalescing() {
        return coalescing;
    }

    /** Whether anybody hears what is told. */
    boolean watched() {
        return context().trace().on();
    }

    NetFraming framing() {
        return framing;
    }

    /** Whether the driver has rules for how it cuts requests into descriptors. */
    boolean framesRequests() {
        return framed();
    }

    /** One of its rings. */
    Virtqueue ring(int queue) {
        return queue(queue);
    }

    /** Gives back the buffers of one packet, all at once, and tells the driver. */
    void giveBack(int queue, int[] heads, long[] writtenBytes) {
        completeTogether(queue, heads, writtenBytes, heads.length);
    }

    /** The guest gets a packet: those who listen see it. */
    void seen(Packet packet) {
        long tick = context().clock().ticks();
        taps.forEach(tap -> tap.packet(tick, port.name(), false, packet));
    }

    /** A packet is in the driver's buffers. */
    void received(int queue, Packet packet) {
        coalescing.count(queue);
        counts.received(packet);
    }

    void filtered() {
        counts.filtered();
    }

    void broke(String rule, String sentence) {
        violation(rule, sentence);
    }

    void suggests(String rule, String sentence) {
        advice(rule, sentence);
    }

    void lost(String why) {
        counts.lost(why);
    }

    boolean announced() {
        status(VIRTIO_NET_S_ANNOUNCE, false);
        return true;
    }

    void setMac(long address) {
        mac = address;
        if (has(VIRTIO_NET_F_MAC)) {
            config().set("mac", address);
        }
    }

    /** Another one, whose cable leads nowhere: the other end cannot be forked. */
    @Override
    protected VirtioDevice twin() {
        return new NetworkDevice(options, new LooseCable(backend.offloads()));
    }

    @Override
    public void replayInput(String detail, byte[] payload) {
        if (detail.startsWith("link ")) {
            port.link(detail.equals("link up"));
        } else if (detail.equals("announce")) {
            announce();
        } else if (detail.startsWith("speed ")) {
            speedMbits(Integer.parseInt(detail.substring("speed ".length())));
        } else if (port instanceof Cable cable) {
            String[] words = detail.split(" ", 3); // "packet 123456 checksum 34+6 TCPV4 of 1448"
            cable.enter(Packet.of(payload, words.length < 3 ? "" : words[2]), Long.parseLong(words[1]));
        }
    }

    @Override
    public State construction() {
        return State.of("virtio-net", 1).put("mac", options.mac()).put("mtu", options.mtu()).put("pairs", options.pairs()).put("hashing", options.hashing())
                .put("queueSize", options.queueSize()).put("speedMbits", options.speedMbits()).put("offloads", backend.offloads().bits()).build();
    }

    /** A device with {@link #construction()}, whose cable leads nowhere. */
    public static NetworkDevice of(State options) {
        return new NetworkDevice(new NetOptions(options.expect("virtio-net", 1).number("mac"), options.integer("mtu"), options.integer("pairs"),
                options.flag("hashing"), options.integer("queueSize"), options.integer("speedMbits")), new LooseCable(Offloads.of(options.integer("offloads"))));
    }

    @Override
    public State save() {
        return State.of("virtio-net", 1).put("mac", mac).put("linkUp", linkUp).put("offloads", reception.enabledOffloads())
                .put("filter", filter().save()).put("steering", steering.save()).put("coalescing", coalescing.save())
                .put("arrivals", arrivals.save()).put("receivers", reception.saveReceivers()).build();
    }

    @Override
    public void restore(State state) {
        mac = state.expect("virtio-net", 1).number("mac");
        linkUp = state.flag("linkUp");
        reception.enableOffloads(state.number("offloads"));
        filter().restore(state.child("filter"));
        steering.restore(state.child("steering"));
        coalescing.restore(state.child("coalescing"));
        arrivals.restore(state.child("arrivals"));
        reception.restoreReceivers(state.children("receivers"));
    }
}

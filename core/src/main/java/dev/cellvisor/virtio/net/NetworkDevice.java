package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.*;

import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.Gso;
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
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.DeviceContext;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.Prerequisite;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.util.ArrayList;
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

    private static final int DUPLEX_FULL = 1;
    private static final int UNKNOWN = 0xff;

    /** The bits of GUEST_OFFLOADS_SET are those of the features. */
    private static final List<NetFeature> GUEST_OFFLOADS = List.of(VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6,
            VIRTIO_NET_F_GUEST_ECN, VIRTIO_NET_F_GUEST_UFO, VIRTIO_NET_F_GUEST_USO4, VIRTIO_NET_F_GUEST_USO6);

    private final NetOptions options;
    private NetBackend backend;
    private final ReceiveFilter filter = new ReceiveFilter();
    private final Steering steering = new Steering();
    private final Coalescing coalescing;
    private final Receiver[] receivers;
    private final Arrivals arrivals = new Arrivals(this::arrived);
    private final ControlQueue control = new ControlQueue(this);
    private final Transmitter transmitter = new Transmitter(this);
    private final NetFraming framing = new NetFraming(this);
    private final List<PacketTap> taps = new CopyOnWriteArrayList<>();
    private final NetCounts counts = new NetCounts();
    private boolean linkUp = true;
    private long mac;
    private long enabledOffloads;
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
        super("virtio-net", VIRTIO_ID_NETWORK, new ConfigSpace(
                ConfigField.readOnly("mac", 0x00, 6),
                ConfigField.readOnly("status", 0x06, 2),
                ConfigField.readOnly("max_virtqueue_pairs", 0x08, 2),
                ConfigField.readOnly("mtu", 0x0a, 2),
                ConfigField.readOnly("speed", 0x0c, 4),
                ConfigField.readOnly("duplex", 0x10, 1),
                ConfigField.readOnly("rss_max_key_size", 0x11, 1),
                ConfigField.readOnly("rss_max_indirection_table_length", 0x12, 2),
                ConfigField.readOnly("supported_hash_types", 0x14, 4),
                ConfigField.readOnly("supported_tunnel_types", 0x18, 4)), queueSizes(options));
        this.options = options;
        this.backend = backend;
        mac = options.mac();
        coalescing = new Coalescing(2 * options.pairs() + 1, this::notifyUsed);
        receivers = new Receiver[options.pairs()];
        Arrays.setAll(receivers, pair -> new Receiver(receiving, 2 * pair));
        config().set("mac", mac).set("status", VIRTIO_NET_S_LINK_UP).set("max_virtqueue_pairs", options.pairs()).set("mtu", options.mtu());
        setSpeed(config(), options.speedMbits());
        if (options.hashing()) {
            config().set("rss_max_key_size", Steering.KEY_BYTES).set("rss_max_indirection_table_length", Steering.TABLE_LENGTH)
                    .set("supported_hash_types", PacketHash.SUPPORTED_TYPES).set("supported_tunnel_types", Tunnel.SUPPORTED_TYPES);
        }
    }

    private static int[] queueSizes(NetOptions options) {
        int[] sizes = new int[2 * options.pairs() + 1];
        Arrays.fill(sizes, options.queueSize());
        return sizes;
    }

    private static void setSpeed(ConfigSpace config, int speedMbits) {
        config.set("speed", speedMbits).set("duplex", speedMbits < 0 ? UNKNOWN : DUPLEX_FULL);
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
        return "%s, link %s, %s; receive %s".formatted(mac(), linkUp ? "up" : "down", steering, filter);
    }

    @Override
    public Features features() {
        Features features = Features.of(VIRTIO_NET_F_CSUM, VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_CTRL_GUEST_OFFLOADS, VIRTIO_NET_F_MTU,
                VIRTIO_NET_F_MAC, VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6, VIRTIO_NET_F_GUEST_ECN, VIRTIO_NET_F_GUEST_UFO,
                VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6, VIRTIO_NET_F_HOST_ECN, VIRTIO_NET_F_HOST_UFO, VIRTIO_NET_F_MRG_RXBUF,
                VIRTIO_NET_F_STATUS, VIRTIO_NET_F_CTRL_VQ, VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_VLAN, VIRTIO_NET_F_CTRL_RX_EXTRA,
                VIRTIO_NET_F_GUEST_ANNOUNCE, VIRTIO_NET_F_CTRL_MAC_ADDR, VIRTIO_NET_F_VQ_NOTF_COAL, VIRTIO_NET_F_NOTF_COAL,
                VIRTIO_NET_F_GUEST_USO4, VIRTIO_NET_F_GUEST_USO6, VIRTIO_NET_F_HOST_USO, VIRTIO_NET_F_GUEST_HDRLEN, VIRTIO_NET_F_SPEED_DUPLEX);
        if (options.pairs() > 1) {
            features = features.with(VIRTIO_NET_F_MQ.bit());
        }
        return options.hashing() ? features.with(Features.of(VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_REPORT, VIRTIO_NET_F_HASH_TUNNEL)) : features;
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
        List<Prerequisite> rules = new ArrayList<>();
        for (NetFeature feature : List.of(VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6, VIRTIO_NET_F_GUEST_UFO, VIRTIO_NET_F_GUEST_USO4,
                VIRTIO_NET_F_GUEST_USO6)) {
            rules.add(new Prerequisite(feature, VIRTIO_NET_F_GUEST_CSUM));
        }
        for (NetFeature feature : List.of(VIRTIO_NET_F_HOST_TSO4, VIRTIO_NET_F_HOST_TSO6, VIRTIO_NET_F_HOST_UFO, VIRTIO_NET_F_HOST_USO)) {
            rules.add(new Prerequisite(feature, VIRTIO_NET_F_CSUM));
        }
        for (NetFeature feature : List.of(VIRTIO_NET_F_CTRL_RX, VIRTIO_NET_F_CTRL_VLAN, VIRTIO_NET_F_GUEST_ANNOUNCE, VIRTIO_NET_F_MQ,
                VIRTIO_NET_F_CTRL_MAC_ADDR, VIRTIO_NET_F_NOTF_COAL, VIRTIO_NET_F_VQ_NOTF_COAL, VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_TUNNEL)) {
            rules.add(new Prerequisite(feature, VIRTIO_NET_F_CTRL_VQ));
        }
        return rules;
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
        enabledOffloads = possibleOffloads();
    }

    @Override
    protected void reset() {
        mac = options.mac();
        filter.reset();
        // A legacy driver that knows no receive modes gets everything, as it does from QEMU, until one that does says otherwise.
        filter.mode(ReceiveFilter.PROMISC, isLegacy());
        steering.reset();
        coalescing.reset();
        enabledOffloads = 0;
        for (Receiver receiver : receivers) {
            receiver.clear();
        }
        config().set("mac", mac).set("status", linkUp ? VIRTIO_NET_S_LINK_UP : 0);
    }

    @Override
    protected void queueReady(int queue) {
        notifiedOfBuffers(queue);
    }

    @Override
    protected void queueStopped(int queue) {
        coalescing.stopped(queue);
        if (queue % 2 == 0 && queue / 2 < receivers.length) {
            receivers[queue / 2].clear();
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
            receivers[queue / 2].deliver();
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
        if (context().inputs().replaying()) {
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
            place.inputs().enter("packet " + tick + (work.isEmpty() ? "" : " " + work), packet.bytes(), () -> {
                if (port == this) {
                    arrivals.add(tick, packet);
                }
            });
        }

        @Override
        public void link(boolean up) {
            place.inputs().enter("link " + (up ? "up" : "down"), new byte[0], () -> {
                if (port == this) {
                    setLink(up);
                }
            });
        }
    }

    private void arrived(Packet packet) {
        if (!live() || !linkUp) {
            lost(linkUp ? "the driver is not ready" : "the link is down");
            return;
        }
        if (packet.sizeBytes() < Headers.ETHERNET_BYTES && !filter.takesAll()) {
            lost("no whole Ethernet header");
            return;
        }
        // What is too short for an Ethernet header is looked at as if zeroes came behind it, and given to the driver as it is.
        byte[] bytes = Arrays.copyOf(packet.bytes(), Math.max(packet.sizeBytes(), Headers.ETHERNET_BYTES));
        Headers headers = Headers.of(bytes);
        if (!filter.acceptsVlan(headers, has(VIRTIO_NET_F_CTRL_VLAN)) || has(VIRTIO_NET_F_CTRL_RX) && !filter.acceptsDestination(bytes, mac)) {
            counts.filtered();
            return;
        }
        long tick = context().clock().ticks();
        taps.forEach(tap -> tap.packet(tick, port.name(), false, packet));
        PacketHash hash = has(VIRTIO_NET_F_RSS) || has(VIRTIO_NET_F_HASH_REPORT) ? steering.hashOf(bytes, headers) : PacketHash.NONE;
        int pair = steering.select(bytes, headers, hash, this::receives);
        if (pair < 0) {
            lost("no receive queue");
            return;
        }
        // The driver is told that a checksum is to be completed only where the sum that stands there is the right one to start from.
        boolean sound = !packet.needsChecksum() || Checksums.pseudoHeaderValid(packet, headers);
        for (Packet piece : Segmenter.adapt(packet, sound ? driverOffloads() : Offloads.NONE)) {
            if (piece.gso() == Gso.NONE && has(VIRTIO_NET_F_MTU) && piece.sizeBytes() > largestFrame(piece.bytes())) {
                lost("larger than the MTU");
            } else {
                receivers[pair].add(piece, hash);
            }
        }
        receivers[pair].deliver();
    }

    private Offloads driverOffloads() {
        boolean checksum = enabled(VIRTIO_NET_F_GUEST_CSUM);
        return new Offloads(checksum, checksum && enabled(VIRTIO_NET_F_GUEST_TSO4), checksum && enabled(VIRTIO_NET_F_GUEST_TSO6),
                enabled(VIRTIO_NET_F_GUEST_ECN), checksum && enabled(VIRTIO_NET_F_GUEST_UFO), checksum && enabled(VIRTIO_NET_F_GUEST_USO4),
                checksum && enabled(VIRTIO_NET_F_GUEST_USO6));
    }

    private boolean enabled(NetFeature offload) {
        return (enabledOffloads >>> offload.bit() & 1) != 0;
    }

    /** Bytes of the largest frame of one packet: the MTU, the Ethernet header, and a VLAN tag where there is one. */
    int largestFrame(byte[] frame) {
        return options.mtu() + Headers.ETHERNET_BYTES + (Headers.of(frame).vlan() >= 0 ? Headers.VLAN_BYTES : 0);
    }

    private final Receiver.Host receiving = new Receiver.Host() {
        @Override
        public Virtqueue receiveQueue(int queue) {
            return queue(queue);
        }

        @Override
        public int headerBytes() {
            return NetworkDevice.this.headerBytes();
        }

        @Override
        public boolean merges() {
            return has(VIRTIO_NET_F_MRG_RXBUF);
        }

        @Override
        public boolean checksums() {
            return enabled(VIRTIO_NET_F_GUEST_CSUM);
        }

        @Override
        public boolean reportsHash() {
            return has(VIRTIO_NET_F_HASH_REPORT);
        }

        @Override
        public void received(int queue, Packet packet) {
            coalescing.count(queue);
            counts.received(packet);
        }

        @Override
        public void lost(String why) {
            NetworkDevice.this.lost(why);
        }

        @Override
        public void tooSmall(int queue, long sizeBytes) {
            violation("NETRX-DRV-03", "a receive buffer of %d bytes; the header alone has %d".formatted(sizeBytes, headerBytes()));
        }

        @Override
        public void took(DescriptorChain chain) {
            framing.offered(chain);
        }

        @Override
        public void complete(int queue, int[] heads, long[] writtenBytes) {
            completeTogether(queue, heads, writtenBytes, heads.length);
        }
    };

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
            cable.place.inputs().enter(detail, new byte[0], action);
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
            changeConfig(config -> setSpeed(config, speed));
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

    boolean has(NetFeature feature) {
        return negotiated().has(feature);
    }

    int headerBytes() {
        return NetHeader.sizeBytes(negotiated());
    }

    ReceiveFilter filter() {
        return filter;
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

    /** The offloads that the driver may enable, by bit. */
    long possibleOffloads() {
        return negotiated().and(Features.of(GUEST_OFFLOADS.toArray(FeatureBit[]::new))).low();
    }

    void enableOffloads(long bits) {
        enabledOffloads = bits;
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
        return State.of("virtio-net", 1).put("mac", mac).put("linkUp", linkUp).put("offloads", enabledOffloads)
                .put("filter", filter.save()).put("steering", steering.save()).put("coalescing", coalescing.save())
                .put("arrivals", arrivals.save()).put("receivers", Arrays.stream(receivers).map(Receiver::save).toList()).build();
    }

    @Override
    public void restore(State state) {
        mac = state.expect("virtio-net", 1).number("mac");
        linkUp = state.flag("linkUp");
        enabledOffloads = state.number("offloads");
        filter.restore(state.child("filter"));
        steering.restore(state.child("steering"));
        coalescing.restore(state.child("coalescing"));
        arrivals.restore(state.child("arrivals"));
        List<State> saved = state.children("receivers");
        for (int i = 0; i < receivers.length; i++) {
            receivers[i].restore(saved.get(i));
        }
    }
}

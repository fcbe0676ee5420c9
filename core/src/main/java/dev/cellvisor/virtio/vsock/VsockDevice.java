package dev.cellvisor.virtio.vsock;

import dev.cellvisor.state.State;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.HostDoor;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.ChainReader;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The socket device (VIRTIO 1.4, 5.10). Programs in the guest reach the host as context id {@value #HOST_CID}; a cell listens on a port
 * and accepts, or connects to a port of the guest:
 *
 * <pre>{@code
 * var vsock = new VsockDevice(3);                         // the guest's context id
 * vm.attach(vsock);
 * var listener = vsock.listen(1024);
 * var connection = listener.accept();                     // runs the VM until a guest's program connects
 * connection.write(bytes("hello"));
 * connection.read(100);                                   // runs it until there is something to read
 * }</pre>
 *
 * <p>All of the host's side may be used from any thread. What it does to the guest is an input of the VM.
 */
public final class VsockDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_SOCKET = 19;
    /** To the guest. */
    public static final int RXQ = 0;
    /** From the guest. */
    public static final int TXQ = 1;
    /** Events for the guest. */
    public static final int EVENTQ = 2;
    /** The host's context id: VSOCK_CID_HOST. */
    public static final long HOST_CID = 2;
    /** The event that tells that all connections are gone. */
    public static final int VIRTIO_VSOCK_EVENT_TRANSPORT_RESET = 0;
    /** How much a connection holds that the host has not read, in bytes, if nothing is said. */
    public static final int DEFAULT_BUFFER_BYTES = 256 << 10;

    /** How many answers wait for receive buffers before packets of the guest have to wait too. */
    static final int MOST_REPLIES = 256;
    /** How long the guest may take to answer the host's close: 8 s, in ticks of 16 ns. */
    static final long CLOSE_TICKS = 8 * 62_500_000L;

    private static final int QUEUE_SIZE = 128;
    private static final int EVENT_QUEUE_SIZE = 16;

    private final int bufferBytes;
    private final FlowTable flows = new FlowTable();
    private final ArrayDeque<VsockHeader> replies = new ArrayDeque<>();
    private boolean eventDue;
    private boolean stalled;
    private EventQueue.Timer closing;

    /** A device with the usual buffers; see {@link #VsockDevice(long, int)}. */
    public VsockDevice(long guestCid) {
        this(guestCid, DEFAULT_BUFFER_BYTES);
    }

    /**
     * A device.
     *
     * @param guestCid the guest's context id, 3 to 0xffff_fffe
     * @param bufferBytes how much each connection holds that the host has not read: its buf_alloc
     * @throws IllegalArgumentException if the context id is reserved or the buffer is empty
     */
    public VsockDevice(long guestCid, int bufferBytes) {
        super("virtio-vsock", VIRTIO_ID_SOCKET, new ConfigSpace(ConfigField.readOnly("guest_cid", 0, 8)), QUEUE_SIZE, QUEUE_SIZE, EVENT_QUEUE_SIZE);
        if (bufferBytes < 1) {
            throw new IllegalArgumentException("a buffer of " + bufferBytes + " bytes; it must be 1 or more");
        }
        this.bufferBytes = bufferBytes;
        config().set("guest_cid", checkCid(guestCid));
    }

    private static long checkCid(long cid) {
        if (cid <= HOST_CID || cid >= 0xffff_ffffL) {
            throw new IllegalArgumentException("the guest cannot have the context id " + Long.toUnsignedString(cid)
                    + ": 0, 1, 2 and 0xffffffff are reserved, and it has 32 bits; take 3 or more");
        }
        return cid;
    }

    /** The guest's context id. */
    public long guestCid() {
        return config().get("guest_cid");
    }

    // The host's side.

    /** Listens for streams on a port of the host; see {@link #listen(VsockType, int)}. */
    public VsockListener listen(int port) {
        return listen(VsockType.STREAM, port);
    }

    /**
     * Listens on a port of the host.
     *
     * @throws IllegalArgumentException if somebody listens there already
     */
    public VsockListener listen(VsockType type, int port) {
        return enter(() -> {
            flows.listen(type, port);
            log("listen %s %s".formatted(type, Integer.toUnsignedString(port)));
            return new VsockListener(this, type, port);
        });
    }

    /** Connects a stream to a port of the guest; see {@link #connect(VsockType, int)}. */
    public VsockConnection connect(int port) throws IOException {
        return connect(VsockType.STREAM, port);
    }

    /**
     * Connects to a port of the guest, and waits for its answer.
     *
     * @throws java.net.ConnectException if the guest refuses: nobody listens there
     */
    public VsockConnection connect(VsockType type, int port) throws IOException {
        VsockConnection connection = request(type, port);
        connection.finishConnect();
        return connection;
    }

    /** Asks for a connection to a port of the guest, without waiting: {@link VsockConnection#finishConnect()} does. */
    public VsockConnection request(VsockType type, int port) {
        return enter(() -> {
            Flow flow = flows.add(type, flows.freePort(port), port, false, bufferBytes);
            log("connect %s %s %s".formatted(type, Integer.toUnsignedString(flow.hostPort()), Integer.toUnsignedString(port)));
            if (live() && !carries(type)) {
                flow.end("the guest's driver has no " + type + " sockets", true);
            }
            changed(flow);
            return new VsockConnection(this, flow);
        });
    }

    /** The connections that there are: for displays, and to find them again after a state was restored. */
    public VsockConnections connections() {
        return enter(() -> new VsockConnections(name(), guestCid(), bufferBytes,
                flows.all().stream().map(flow -> VsockConnections.Row.of(flow, new VsockConnection(this, flow))).toList(), flows.listening()));
    }

    /**
     * Breaks all connections without telling them one by one, and tells the guest by a TRANSPORT_RESET event: what happens to a guest
     * that was moved elsewhere or restored where its peers are not (VIRTIO 1.4, 5.10.6.7).
     */
    public void transportReset() {
        transportReset(guestCid());
    }

    /** The same with a new context id for the guest. */
    public void transportReset(long newGuestCid) {
        checkCid(newGuestCid);
        enter(() -> {
            log("transport reset %d".formatted(newGuestCid));
            endAll("the transport was reset", false);
            replies.clear();
            config().set("guest_cid", newGuestCid);
            eventDue = true;
            deliverEvent();
            pump();
            return null;
        });
    }

    // What connections and listeners use; all of it within enter().

    HostDoor door() {
        return plugged() ? context().door() : HostDoor.OPEN;
    }

    <T> T enter(java.util.function.Supplier<T> action) {
        return door().enter(action);
    }

    void log(String detail, byte... payload) {
        if (plugged()) {
            context().door().log(context().place() + " " + detail, payload);
        }
    }

    FlowTable flows() {
        return flows;
    }

    /** Something about a connection has changed, from either side: what is due goes out. */
    void changed(Flow flow) {
        settle(flow);
        pump();
        door().news();
    }

    /** Ends a connection by an RST. */
    void abort(Flow flow, String why) {
        boolean known = flow.phase() != Flow.Phase.OVER && (flow.phase() != Flow.Phase.CONNECTING || flow.requestSent());
        if (flow.phase() != Flow.Phase.OVER) {
            flow.end(why, true);
        }
        if (known) {
            replies.add(flow.rst(guestCid()));
        }
        changed(flow);
    }

    private void settle(Flow flow) {
        if (flow.phase() == Flow.Phase.CLOSING && flow.deadlineTick() == Long.MAX_VALUE) {
            flow.deadlineTick(context().clock().ticks() + CLOSE_TICKS);
        }
        flows.settle(flow);
        armClosing();
    }

    // The device.

    @Override
    public Features features() {
        return Features.of(VsockFeature.values());
    }

    @Override
    public List<? extends FeatureBit> knownFeatures() {
        return List.of(VsockFeature.values());
    }

    @Override
    public String queueName(int queue) {
        return switch (queue) {
            case RXQ -> "rx";
            case TXQ -> "tx";
            default -> "event";
        };
    }

    /** Whether the features agreed on have sockets of a type. */
    private boolean carries(VsockType type) {
        Features agreed = negotiated();
        return type == VsockType.SEQPACKET ? agreed.has(VsockFeature.VIRTIO_VSOCK_F_SEQPACKET)
                : agreed.has(VsockFeature.VIRTIO_VSOCK_F_STREAM) || !agreed.has(VsockFeature.VIRTIO_VSOCK_F_NO_IMPLIED_STREAM);
    }

    @Override
    protected void pluggedIn() {
        closing = context().events().timer(context().place() + ".close", this::closingDue);
    }

    @Override
    protected void pullingOut() {
        closing.close();
    }

    @Override
    protected void activate() {
        // A driver that starts reads the context id anyway.
        eventDue = false;
        for (Flow flow : List.copyOf(flows.all())) {
            if (flow.phase() != Flow.Phase.OVER && !carries(flow.type())) {
                flow.end("the guest's driver has no " + flow.type() + " sockets", true);
                settle(flow);
            }
        }
        door().news();
    }

    @Override
    protected void reset() {
        // A connection that the driver was not asked for yet is asked for when it has started.
        endAll("the guest's driver reset the device", true);
        replies.clear();
        eventDue = false;
        stalled = false;
    }

    private void endAll(String why, boolean keepUnasked) {
        for (Flow flow : List.copyOf(flows.all())) {
            boolean unasked = flow.phase() == Flow.Phase.CONNECTING && !flow.requestSent();
            if (flow.phase() != Flow.Phase.OVER && !(unasked && keepUnasked)) {
                flow.end(why, true);
                flows.settle(flow);
            }
        }
        armClosing();
        door().news();
    }

    @Override
    protected void queueReady(int queue) {
        notified(queue);
    }

    @Override
    protected void notified(int queue) {
        switch (queue) {
            case RXQ -> pump();
            case TXQ -> {
                drain(TXQ);
                pump();
            }
            default -> deliverEvent();
        }
    }

    /** Moves packets to the guest, and takes those of the guest that had to wait for it. */
    private void pump() {
        deliver();
        while (stalled && live() && queue(TXQ).usable() && takes(TXQ)) {
            stalled = false;
            drain(TXQ);
            deliver();
        }
    }

    @Override
    protected boolean takes(int queue) {
        // Each packet has one answer at most. The guest's packets are taken even when it has no receive buffers, up to here.
        boolean room = queue != TXQ || replies.size() + queue(TXQ).takenCount() < MOST_REPLIES;
        stalled |= !room;
        return room;
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        if (chain.readableBytes() < VsockHeader.SIZE_BYTES) {
            violation("VSK-DEF-08", "a packet of " + chain.readableBytes() + " bytes is shorter than its header; ignored");
            return;
        }
        ChainReader reader = chain.reader();
        VsockHeader header = VsockHeader.read(reader);
        if (context().trace().on()) {
            context().trace().emit(new VsockPacket(name(), true, header));
        }
        if (header.srcCid() != guestCid()) {
            violation("VSK-DRV-07", "a packet has src_cid %s, but guest_cid is %d; ignored".formatted(Long.toUnsignedString(header.srcCid()), guestCid()));
            return;
        }
        if (header.op() == VsockOp.RW.ordinal() && (header.len() & 0xffff_ffffL) > reader.remaining()) {
            violation("VSK-DEF-08", "a packet has len %s, but only %d bytes follow its header".formatted(Integer.toUnsignedString(header.len()), reader.remaining()));
            refuse(header);
        } else {
            packet(header, reader);
        }
        deliver();
    }

    private void packet(VsockHeader header, ChainReader reader) {
        Flow flow = flows.at(header.dstPort(), header.srcPort());
        VsockType type = VsockType.of(header.type());
        if (header.dstCid() != HOST_CID || type == null || !carries(type) || flow != null && flow.type() != type) {
            refuse(header);
        } else if (flow != null) {
            Flow.Outcome outcome = flow.accept(header, reader::readBytes, this::violation);
            if (outcome == Flow.Outcome.RESETS) {
                replies.add(flow.rst(guestCid()));
            }
            settle(flow);
            door().news();
        } else if (header.op() == VsockOp.REQUEST.ordinal() && flows.welcomes(type, header.dstPort())) {
            flow = flows.add(type, header.dstPort(), header.srcPort(), true, bufferBytes);
            flow.credit().take(header);
            flows.arrived(flow);
            settle(flow);
            door().news();
        } else {
            refuse(header);
        }
    }

    /** Answers a packet that has no place to go by RST, and ends the connection if there was one. An RST is never answered. */
    private void refuse(VsockHeader header) {
        Flow flow = header.dstCid() == HOST_CID ? flows.at(header.dstPort(), header.srcPort()) : null;
        if (flow != null) {
            flow.end("a packet from the guest could not be understood", true);
            flows.settle(flow);
            door().news();
        }
        if (header.op() != VsockOp.RST.ordinal()) {
            replies.add(new VsockHeader(header.dstCid(), header.srcCid(), header.dstPort(), header.srcPort(), 0, header.type(), VsockOp.RST.ordinal(), 0, 0, 0));
        }
    }

    private boolean hasWork() {
        return !replies.isEmpty() || flows.firstReady() != null;
    }

    /** Moves packets into receive buffers, as far as there are any: answers first, then each connection in turn. */
    private void deliver() {
        if (!live() || !queue(RXQ).usable()) {
            return;
        }
        Virtqueue rx = queue(RXQ);
        rx.wantNotifications(hasWork());
        while (hasWork()) {
            DescriptorChain chain = rx.poll();
            if (chain == null) {
                return;
            }
            if (chain.writableBytes() < VsockHeader.SIZE_BYTES) {
                violation("VSK-DEF-08", "a receive buffer of " + chain.writableBytes() + " bytes has no room for a header; given back empty");
            } else {
                fill(chain);
            }
            complete(RXQ, chain.head(), chain.writer().written());
        }
        rx.wantNotifications(false);
    }

    private void fill(DescriptorChain chain) {
        VsockHeader header = replies.poll();
        byte[] payload = {};
        if (header == null) {
            Flow flow = flows.firstReady();
            Flow.Outgoing packet = flow.next(guestCid(), (int) Math.min(Integer.MAX_VALUE, chain.writableBytes() - VsockHeader.SIZE_BYTES));
            header = packet.header();
            payload = packet.payload();
            flows.served(flow);
            settle(flow);
            if (payload.length > 0) {
                door().news();
            }
        }
        header.write(chain.writer());
        chain.writer().write(payload);
        if (context().trace().on()) {
            context().trace().emit(new VsockPacket(name(), false, header));
        }
    }

    private void deliverEvent() {
        if (!live() || !queue(EVENTQ).usable()) {
            return;
        }
        queue(EVENTQ).wantNotifications(eventDue);
        DescriptorChain chain = eventDue ? queue(EVENTQ).poll() : null;
        if (chain != null) {
            chain.writer().writeInt(VIRTIO_VSOCK_EVENT_TRANSPORT_RESET);
            eventDue = false;
            complete(EVENTQ, chain.head(), chain.writer().written());
        }
    }

    private void armClosing() {
        long next = flows.firstDeadline();
        if (closing == null || next == closing.tick()) {
            return;
        }
        if (next == Long.MAX_VALUE) {
            closing.cancel();
        } else {
            closing.at(next);
        }
    }

    /** The guest has not answered a close in time: an RST ends it (VIRTIO 1.4, 5.10.6.5). */
    private void closingDue() {
        for (Flow flow : flows.due(context().clock().ticks())) {
            abort(flow, "closed, without the guest's answer");
        }
        armClosing();
    }

    @Override
    protected VirtioDevice twin() {
        return new VsockDevice(guestCid(), bufferBytes);
    }

    @Override
    public void replayInput(String detail, byte[] payload) {
        VsockReplay.of(this, detail, payload);
    }

    @Override
    public State construction() {
        return State.of("virtio-vsock", 1).put("guestCid", guestCid()).put("bufferBytes", bufferBytes).build();
    }

    /** A device with {@link #construction()}. */
    public static VsockDevice of(State options) {
        return new VsockDevice(options.expect("virtio-vsock", 1).number("guestCid"), options.integer("bufferBytes"));
    }

    @Override
    public State save() {
        return State.of("virtio-vsock", 1).put("flows", flows.save()).put("eventDue", eventDue).put("stalled", stalled)
                .put("replies", replies.stream().map(reply -> State.of("vsock-header", 1).put("bytes", reply.bytes()).build()).toList()).build();
    }

    @Override
    public void restore(State state) {
        boolean savedEventDue = state.expect("virtio-vsock", 1).flag("eventDue");
        boolean savedStalled = state.flag("stalled");
        List<VsockHeader> savedReplies = state.children("replies").stream().map(reply -> VsockHeader.of(reply.expect("vsock-header", 1).bytes("bytes"))).toList();
        flows.restore(state.child("flows"));
        eventDue = savedEventDue;
        stalled = savedStalled;
        replies.clear();
        replies.addAll(savedReplies);
        armClosing();
    }
}

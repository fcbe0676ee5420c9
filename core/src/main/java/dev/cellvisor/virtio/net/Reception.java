package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.*;

import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.Gso;
import dev.cellvisor.net.Headers;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import dev.cellvisor.net.Segmenter;
import dev.cellvisor.state.State;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.util.Arrays;
import java.util.List;

/** From the wire to the driver: filters packets, chooses their queues, and does to them what the driver does not (VIRTIO 1.4, 5.1.6.3 to 5.1.6.5). */
final class Reception implements Receiver.Host {
    /** The bits of GUEST_OFFLOADS_SET are those of the features. */
    private static final Features GUEST_OFFLOADS = Features.of(VIRTIO_NET_F_GUEST_CSUM, VIRTIO_NET_F_GUEST_TSO4, VIRTIO_NET_F_GUEST_TSO6,
            VIRTIO_NET_F_GUEST_ECN, VIRTIO_NET_F_GUEST_UFO, VIRTIO_NET_F_GUEST_USO4, VIRTIO_NET_F_GUEST_USO6);

    private final NetworkDevice device;
    private final ReceiveFilter filter = new ReceiveFilter();
    private final Receiver[] receivers;
    private long enabledOffloads;

    Reception(NetworkDevice device, int pairs) {
        this.device = device;
        receivers = new Receiver[pairs];
        Arrays.setAll(receivers, pair -> new Receiver(this, 2 * pair));
    }

    ReceiveFilter filter() {
        return filter;
    }

    /** The driver is ready: all offloads that it negotiated are on. */
    void start() {
        enabledOffloads = possibleOffloads();
    }

    void reset(boolean legacy) {
        filter.reset();
        // A legacy driver that knows no receive modes gets everything, as it does from QEMU, until one that does says otherwise.
        filter.mode(ReceiveFilter.PROMISC, legacy);
        enabledOffloads = 0;
        for (Receiver receiver : receivers) {
            receiver.clear();
        }
    }

    /** What waits for a pair's receive queue is gone. */
    void clear(int pair) {
        receivers[pair].clear();
    }

    /** A pair's receive queue may have got buffers. */
    void deliver(int pair) {
        receivers[pair].deliver();
    }

    /** A packet has come by the cable, and the driver is ready. */
    void arrived(Packet packet) {
        if (packet.sizeBytes() < Headers.ETHERNET_BYTES && !filter.takesAll()) {
            lost("no whole Ethernet header");
            return;
        }
        // What is too short for an Ethernet header is looked at as if zeroes came behind it, and given to the driver as it is.
        byte[] bytes = Arrays.copyOf(packet.bytes(), Math.max(packet.sizeBytes(), Headers.ETHERNET_BYTES));
        Headers headers = Headers.of(bytes);
        if (!filter.acceptsVlan(headers, has(VIRTIO_NET_F_CTRL_VLAN)) || has(VIRTIO_NET_F_CTRL_RX) && !filter.acceptsDestination(bytes, device.address())) {
            device.filtered();
            return;
        }
        device.seen(packet);
        PacketHash hash = has(VIRTIO_NET_F_RSS) || has(VIRTIO_NET_F_HASH_REPORT) ? device.steering().hashOf(bytes, headers) : PacketHash.NONE;
        int pair = device.steering().select(bytes, headers, hash, device::receives);
        if (pair < 0) {
            lost("no receive queue");
            return;
        }
        // The driver is told that a checksum is to be completed only where the sum that stands there is the right one to start from.
        boolean sound = !packet.needsChecksum() || Checksums.pseudoHeaderValid(packet, headers);
        for (Packet piece : Segmenter.adapt(packet, sound ? driverOffloads() : Offloads.NONE)) {
            if (piece.gso() == Gso.NONE && has(VIRTIO_NET_F_MTU) && piece.sizeBytes() > device.largestFrame(piece.bytes())) {
                lost("larger than the MTU");
            } else {
                receivers[pair].add(piece, hash);
            }
        }
        receivers[pair].deliver();
    }

    private boolean has(NetFeature feature) {
        return device.has(feature);
    }

    // Offloads: what the driver does with packets itself.

    /** The offloads that the driver may enable, by bit. */
    long possibleOffloads() {
        return device.negotiatedOf(GUEST_OFFLOADS).low();
    }

    long enabledOffloads() {
        return enabledOffloads;
    }

    void enableOffloads(long bits) {
        enabledOffloads = bits;
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

    // What the receivers of its queues ask for.

    @Override
    public Virtqueue receiveQueue(int queue) {
        return device.ring(queue);
    }

    @Override
    public int headerBytes() {
        return device.headerBytes();
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
        device.received(queue, packet);
    }

    @Override
    public void lost(String why) {
        device.lost(why);
    }

    @Override
    public void tooSmall(int queue, long sizeBytes) {
        device.broke("NETRX-DRV-03", "a receive buffer of %d bytes; the header alone has %d".formatted(sizeBytes, headerBytes()));
    }

    @Override
    public void took(DescriptorChain chain) {
        device.framing().offered(chain);
    }

    @Override
    public void complete(int queue, int[] heads, long[] writtenBytes) {
        device.giveBack(queue, heads, writtenBytes);
    }

    /** What waits for each pair's queue, for the device's state. */
    List<State> saveReceivers() {
        return Arrays.stream(receivers).map(Receiver::save).toList();
    }

    void restoreReceivers(List<State> saved) {
        for (int i = 0; i < receivers.length; i++) {
            receivers[i].restore(saved.get(i));
        }
    }
}

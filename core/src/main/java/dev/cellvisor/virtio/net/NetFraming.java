package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_MRG_RXBUF;

import dev.cellvisor.virtio.queue.ChainReader;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Framing;

/** Judges how a legacy driver without VIRTIO_F_ANY_LAYOUT cuts packets and commands into descriptors (VIRTIO 1.4, 5.1.6.6). */
final class NetFraming {
    private static final int COUNT_BYTES = 4;
    private static final int ADDRESS_BYTES = 6;

    private final NetworkDevice device;

    NetFraming(NetworkDevice device) {
        this.device = device;
    }

    /** A packet of the driver. */
    void transmitted(DescriptorChain chain) {
        if (device.framesRequests()) {
            judgeHeader(chain, chain.readableSegmentCount(), 0, "transmitted packet");
        }
    }

    /**
     * A buffer for a packet. With VIRTIO_NET_F_MRG_RXBUF nothing is said: any buffer may then be the second of a packet, which has no header,
     * and drivers older than the rule gave one descriptor for each.
     */
    void offered(DescriptorChain chain) {
        if (device.framesRequests() && !device.has(VIRTIO_NET_F_MRG_RXBUF)) {
            judgeHeader(chain, chain.segmentCount(), chain.readableSegmentCount(), "receive buffer");
        }
    }

    private void judgeHeader(DescriptorChain chain, int to, int from, String what) {
        if (Framing.after(chain, from, to, device.headerBytes()) < 0) {
            device.broke("NET-DRV-16", "a %s without VIRTIO_F_ANY_LAYOUT whose first descriptor is not the header of %d bytes alone"
                    .formatted(what, device.headerBytes()));
        }
    }

    /** A command that has at least its class, its command and room for an answer. */
    void commanded(DescriptorChain chain) {
        if (!device.framesRequests()) {
            return;
        }
        int readable = chain.readableSegmentCount();
        int data = Framing.after(chain, 0, readable, 2);
        boolean answered = chain.segmentCount() == readable + 1 && chain.writableBytes() == 1;
        ChainReader reader = chain.reader();
        boolean table = reader.readByte() == ControlQueue.VIRTIO_NET_CTRL_MAC && reader.readByte() == ControlQueue.VIRTIO_NET_CTRL_MAC_TABLE_SET;
        reader.rewind();
        int pieces = data < 0 ? 0 : Framing.count(chain, data, readable);
        if (data < 0 || !answered || (table ? pieces != 2 : pieces > 1)) {
            device.broke("NET-DRV-17", ("a command without VIRTIO_F_ANY_LAYOUT in %d readable and %d writable descriptors; it must be 2 bytes, "
                    + "%s, and a writable one of 1 byte").formatted(Framing.count(chain, 0, readable),
                    Framing.count(chain, readable, chain.segmentCount()), table ? "two descriptors of addresses" : "one descriptor of data"));
        }
        if (table && data >= 0) {
            judgeTables(chain, data, readable);
        }
    }

    private void judgeTables(DescriptorChain chain, int data, int readable) {
        int second = tableAt(chain, data, readable, 2);
        if (second < 0) {
            device.broke("NET-DRV-18", "the first descriptor of a MAC_TABLE_SET's data is not the table of unicast addresses");
            return;
        }
        long before = 2;
        for (int i = data; i < second; i++) {
            before += chain.segmentSizeBytes(i);
        }
        if (tableAt(chain, second, readable, before) < 0) {
            device.broke("NET-DRV-19", "the second descriptor of a MAC_TABLE_SET's data is not the table of multicast addresses");
        }
    }

    /** The buffer behind a descriptor that is one table, whose count stands {@code position} bytes into the command; -1 if it is not. */
    private static int tableAt(DescriptorChain chain, int from, int to, long position) {
        ChainReader reader = chain.reader();
        if (chain.readableBytes() < position + COUNT_BYTES) {
            return -1;
        }
        reader.rewind();
        reader.skip(position);
        long count = reader.readInt() & 0xffff_ffffL;
        reader.rewind();
        return Framing.after(chain, from, to, COUNT_BYTES + count * ADDRESS_BYTES);
    }
}

package dev.cellvisor.virtio.net;

import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_CSUM;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_GUEST_HDRLEN;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HOST_ECN;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HOST_TSO4;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HOST_TSO6;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HOST_UFO;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HOST_USO;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_MRG_RXBUF;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_MTU;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_DATA_VALID;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_NEEDS_CSUM;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_F_RSC_INFO;
import static dev.cellvisor.virtio.net.NetHeader.VIRTIO_NET_HDR_GSO_ECN;

import dev.cellvisor.net.Checksums;
import dev.cellvisor.net.Gso;
import dev.cellvisor.net.Headers;
import dev.cellvisor.net.Packet;
import dev.cellvisor.virtio.queue.ChainReader;
import dev.cellvisor.virtio.queue.DescriptorChain;

/** Makes packets of what the driver transmits: reads the header, and judges it (VIRTIO 1.4, 5.1.6.2). */
final class Transmitter {
    /** 64 KiB of payload and room for headers. */
    private static final int MOST_BYTES = 65536 + 256;

    private final NetworkDevice device;

    Transmitter(NetworkDevice device) {
        this.device = device;
    }

    /** The packet in a chain, or {@code null} if it cannot be sent. */
    Packet read(DescriptorChain chain) {
        ChainReader reader = chain.reader();
        int headerBytes = device.headerBytes();
        if (chain.readableBytes() < headerBytes) {
            return broke("NETTX-DRV-03", "a transmit buffer of " + chain.readableBytes() + " bytes; the header alone has " + headerBytes);
        }
        device.framing().transmitted(chain);
        int flags = reader.readByte();
        int type = reader.readByte();
        int headerLength = reader.readShort();
        int segmentBytes = reader.readShort();
        int checksumStart = reader.readShort();
        int checksumOffset = reader.readShort();
        int buffers = headerBytes > NetHeader.LEGACY_BYTES ? reader.readShort() : 0;
        reader.skip(headerBytes - Math.min(headerBytes, NetHeader.BASE_BYTES));
        long size = reader.remaining();
        if (size < Headers.ETHERNET_BYTES || size > MOST_BYTES) {
            device.lost("a frame of " + size + " bytes");
            return null;
        }
        byte[] bytes = reader.readBytes((int) size);
        if (buffers != 0 && device.has(VIRTIO_NET_F_MRG_RXBUF)) {
            device.broke("NETTX-DRV-04", "num_buffers of a transmitted packet is " + buffers + "; ignored");
        }
        return packet(bytes, flags, type, headerLength, segmentBytes, checksumStart, checksumOffset);
    }

    private Packet packet(byte[] bytes, int flags, int type, int headerLength, int segmentBytes, int checksumStart, int checksumOffset) {
        boolean partial = needsChecksum(flags);
        if (partial && checksumStart + checksumOffset + 2 > bytes.length) {
            return broke("NETTX-DRV-21", "the checksum at %d+%d is outside the frame of %d bytes".formatted(checksumStart, checksumOffset, bytes.length));
        }
        Gso gso = NetHeader.gso(type & ~VIRTIO_NET_HDR_GSO_ECN);
        if (gso == null) {
            return broke("NETTX-DRV-22", "gso_type is 0x%x, which there is not".formatted(type));
        }
        if (gso == Gso.NONE) {
            int most = device.largestFrame(bytes);
            if (device.has(VIRTIO_NET_F_MTU) && bytes.length > most) {
                return broke("NET-DRV-09", "a frame of " + bytes.length + " bytes; with the MTU it may have " + most);
            }
            Packet packet = new Packet(bytes, partial ? checksumStart : -1, partial ? checksumOffset : 0, Gso.NONE, 0, false);
            if (partial && device.watched()) {
                judgePseudoHeader(packet);
            }
            return packet;
        }
        String refused = refused(gso);
        if (refused != null) {
            return broke(refused, "a packet with gso_type 0x%x, which was not negotiated".formatted(type));
        }
        if (!partial) {
            return broke("NETTX-DRV-23", "gso_type is 0x%x without NEEDS_CSUM".formatted(type));
        }
        if (segmentBytes == 0) {
            return broke("NETTX-DRV-24", "gso_type is 0x%x with a gso_size of 0".formatted(type));
        }
        boolean ecn = (type & VIRTIO_NET_HDR_GSO_ECN) != 0;
        if (ecn && !device.has(VIRTIO_NET_F_HOST_ECN)) {
            device.suggests("NETTX-DRV-16", "a TSO packet with ECN without VIRTIO_NET_F_HOST_ECN");
        }
        int exact = Headers.of(bytes).headerBytes();
        if (device.has(VIRTIO_NET_F_GUEST_HDRLEN) && headerLength != exact) {
            device.broke("NETTX-DRV-25", "hdr_len is " + headerLength + ", the headers have " + exact + " bytes; ignored");
        }
        return new Packet(bytes, checksumStart, checksumOffset, gso, segmentBytes, ecn);
    }

    /** Only where it is sure: the checksum of an outermost TCP or UDP header, and no segments, whose lengths are still to come. */
    private void judgePseudoHeader(Packet packet) {
        Headers headers = Headers.of(packet.bytes());
        boolean own = headers.transport() == packet.checksumStart()
                && (headers.isTcp() && packet.checksumOffset() == 16 || headers.isUdp() && packet.checksumOffset() == 6);
        if (own && !Checksums.pseudoHeaderValid(packet, headers)) {
            device.broke("NETTX-DRV-19", "NEEDS_CSUM, and at %d is not the sum of the pseudo header; the checksum will be wrong"
                    .formatted(packet.checksumStart() + packet.checksumOffset()));
        }
    }

    private boolean needsChecksum(int flags) {
        if ((flags & (VIRTIO_NET_HDR_F_DATA_VALID | VIRTIO_NET_HDR_F_RSC_INFO)) != 0) {
            device.broke("NETTX-DRV-28", "flags 0x%x of a transmitted packet; ignored".formatted(flags));
        }
        if (flags != 0 && !device.has(VIRTIO_NET_F_CSUM)) {
            device.broke("NETTX-DRV-05", "flags 0x%x without VIRTIO_NET_F_CSUM; ignored".formatted(flags));
            return false;
        }
        return (flags & VIRTIO_NET_HDR_F_NEEDS_CSUM) != 0;
    }

    /** The rule against a kind that was not negotiated, or {@code null}. */
    private String refused(Gso gso) {
        return switch (gso) {
            case NONE -> null;
            case TCPV4 -> device.has(VIRTIO_NET_F_HOST_TSO4) ? null : "NETTX-DRV-09";
            case TCPV6 -> device.has(VIRTIO_NET_F_HOST_TSO6) ? null : "NETTX-DRV-11";
            case UDP -> device.has(VIRTIO_NET_F_HOST_UFO) ? null : "NETTX-DRV-13";
            case UDP_L4 -> device.has(VIRTIO_NET_F_HOST_USO) ? null : "NETTX-DRV-15";
        };
    }

    private Packet broke(String rule, String sentence) {
        device.broke(rule, sentence + "; the packet is dropped");
        device.lost(sentence);
        return null;
    }
}

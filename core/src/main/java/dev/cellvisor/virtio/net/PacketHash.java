package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Headers;
import dev.cellvisor.net.Toeplitz;

/**
 * The hash of a received packet and what it was taken over (VIRTIO 1.4, 5.1.6.4.3).
 *
 * @param value the Toeplitz hash; 0 if there is none
 * @param report VIRTIO_NET_HASH_REPORT_*
 */
record PacketHash(int value, int report) {
    static final int VIRTIO_NET_HASH_REPORT_NONE = 0;
    static final int VIRTIO_NET_HASH_REPORT_IPv4 = 1;
    static final int VIRTIO_NET_HASH_REPORT_TCPv4 = 2;
    static final int VIRTIO_NET_HASH_REPORT_UDPv4 = 3;
    static final int VIRTIO_NET_HASH_REPORT_IPv6 = 4;
    static final int VIRTIO_NET_HASH_REPORT_TCPv6 = 5;
    static final int VIRTIO_NET_HASH_REPORT_UDPv6 = 6;
    static final int VIRTIO_NET_HASH_REPORT_IPv6_EX = 7;
    static final int VIRTIO_NET_HASH_REPORT_TCPv6_EX = 8;
    static final int VIRTIO_NET_HASH_REPORT_UDPv6_EX = 9;

    /** All hash types that there are: bit n-1 for report n. */
    static final int SUPPORTED_TYPES = 0x1ff;
    static final PacketHash NONE = new PacketHash(0, VIRTIO_NET_HASH_REPORT_NONE);

    /** The VIRTIO_NET_HASH_TYPE_* bit of a report. */
    static int type(int report) {
        return 1 << report - 1;
    }

    /**
     * The hash of a packet.
     *
     * @param headers those that are hashed: the outer or the inner ones
     * @param types which hash types are enabled
     */
    static PacketHash of(byte[] bytes, Headers headers, int types, Toeplitz toeplitz) {
        int report = report(headers, types);
        if (report == VIRTIO_NET_HASH_REPORT_NONE) {
            return NONE;
        }
        boolean extended = report >= VIRTIO_NET_HASH_REPORT_IPv6_EX;
        int source = extended ? headers.sourceAddress() : headers.plainSource();
        int destination = extended ? headers.destinationAddress() : headers.plainDestination();
        int size = headers.addressBytes();
        boolean ports = report % 3 != 1;
        return new PacketHash(toeplitz.hash(bytes, source, size, destination, size, ports ? headers.transport() : 0, ports ? 4 : 0), report);
    }

    private static int report(Headers headers, int types) {
        if (headers.isIpv4()) {
            return report(headers, types, VIRTIO_NET_HASH_REPORT_IPv4);
        }
        if (!headers.isIpv6()) {
            return VIRTIO_NET_HASH_REPORT_NONE;
        }
        int extended = headers.hasExtensions() ? report(headers, types, VIRTIO_NET_HASH_REPORT_IPv6_EX) : VIRTIO_NET_HASH_REPORT_NONE;
        return extended != VIRTIO_NET_HASH_REPORT_NONE ? extended : report(headers, types, VIRTIO_NET_HASH_REPORT_IPv6);
    }

    /** The three reports of a family stand together: addresses only, TCP, UDP. */
    private static int report(Headers headers, int types, int family) {
        if (headers.isTcp() && (types & type(family + 1)) != 0) {
            return family + 1;
        }
        if (headers.isUdp() && (types & type(family + 2)) != 0) {
            return family + 2;
        }
        return (types & type(family)) != 0 ? family : VIRTIO_NET_HASH_REPORT_NONE;
    }
}

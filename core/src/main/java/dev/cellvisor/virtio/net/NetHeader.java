package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Gso;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.VirtioFeature;

/** The header before every packet (VIRTIO 1.4, 5.1.6). */
public final class NetHeader {
    /** flags: the checksum is to be completed. */
    public static final int VIRTIO_NET_HDR_F_NEEDS_CSUM = 1;
    /** flags: the checksum was found right. */
    public static final int VIRTIO_NET_HDR_F_DATA_VALID = 2;
    /** flags: csum_start and csum_offset count coalesced segments. */
    public static final int VIRTIO_NET_HDR_F_RSC_INFO = 4;
    /** gso_type: one packet. */
    public static final int VIRTIO_NET_HDR_GSO_NONE = 0;
    /** gso_type: TCP over IPv4. */
    public static final int VIRTIO_NET_HDR_GSO_TCPV4 = 1;
    /** gso_type: UDP, to be fragmented. */
    public static final int VIRTIO_NET_HDR_GSO_UDP = 3;
    /** gso_type: TCP over IPv6. */
    public static final int VIRTIO_NET_HDR_GSO_TCPV6 = 4;
    /** gso_type: UDP datagrams. */
    public static final int VIRTIO_NET_HDR_GSO_UDP_L4 = 5;
    /** gso_type: the first segment has CWR. */
    public static final int VIRTIO_NET_HDR_GSO_ECN = 0x80;

    static final int LEGACY_BYTES = 10;
    static final int BASE_BYTES = 12;
    static final int HASH_BYTES = 20;

    private NetHeader() {
    }

    /** Its size with these features negotiated; without VIRTIO_F_VERSION_1 the legacy ones count. */
    static int sizeBytes(Features negotiated) {
        if (negotiated.has(NetFeature.VIRTIO_NET_F_HASH_REPORT)) {
            return HASH_BYTES;
        }
        boolean counts = negotiated.has(VirtioFeature.VIRTIO_F_VERSION_1) || negotiated.has(NetFeature.VIRTIO_NET_F_MRG_RXBUF);
        return counts ? BASE_BYTES : LEGACY_BYTES;
    }

    /** What a gso_type without its ECN bit stands for, or {@code null}. */
    static Gso gso(int type) {
        return switch (type) {
            case VIRTIO_NET_HDR_GSO_NONE -> Gso.NONE;
            case VIRTIO_NET_HDR_GSO_TCPV4 -> Gso.TCPV4;
            case VIRTIO_NET_HDR_GSO_UDP -> Gso.UDP;
            case VIRTIO_NET_HDR_GSO_TCPV6 -> Gso.TCPV6;
            case VIRTIO_NET_HDR_GSO_UDP_L4 -> Gso.UDP_L4;
            default -> null;
        };
    }

    /** The gso_type of a kind, without its ECN bit. */
    static int type(Gso gso) {
        return switch (gso) {
            case NONE -> VIRTIO_NET_HDR_GSO_NONE;
            case TCPV4 -> VIRTIO_NET_HDR_GSO_TCPV4;
            case UDP -> VIRTIO_NET_HDR_GSO_UDP;
            case TCPV6 -> VIRTIO_NET_HDR_GSO_TCPV6;
            case UDP_L4 -> VIRTIO_NET_HDR_GSO_UDP_L4;
        };
    }

    /**
     * A header for a driver's own packets, 12 bytes.
     *
     * @param flags VIRTIO_NET_HDR_F_*
     * @param gsoType VIRTIO_NET_HDR_GSO_*
     */
    public static byte[] of(int flags, int gsoType, int headerBytes, int segmentBytes, int checksumStart, int checksumOffset) {
        return java.nio.ByteBuffer.allocate(BASE_BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN).put((byte) flags).put((byte) gsoType)
                .putShort((short) headerBytes).putShort((short) segmentBytes).putShort((short) checksumStart).putShort((short) checksumOffset)
                .putShort((short) 0).array();
    }

    /** A header for a packet that is complete, 12 bytes. */
    public static byte[] plain() {
        return new byte[BASE_BYTES];
    }
}

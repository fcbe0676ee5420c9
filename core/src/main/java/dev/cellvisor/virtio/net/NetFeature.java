package dev.cellvisor.virtio.net;

import dev.cellvisor.virtio.FeatureBit;

/** The features of the network device (VIRTIO 1.4, 5.1.3). */
public enum NetFeature implements FeatureBit {
    /** The device completes checksums. */
    VIRTIO_NET_F_CSUM(0),
    /** The driver takes packets with unfinished checksums. */
    VIRTIO_NET_F_GUEST_CSUM(1),
    /** The driver can switch its offloads. */
    VIRTIO_NET_F_CTRL_GUEST_OFFLOADS(2),
    /** The largest MTU is in {@code mtu}. */
    VIRTIO_NET_F_MTU(3),
    /** The address is in {@code mac}. */
    VIRTIO_NET_F_MAC(5),
    /** The driver takes large TCP packets over IPv4. */
    VIRTIO_NET_F_GUEST_TSO4(7),
    /** The driver takes large TCP packets over IPv6. */
    VIRTIO_NET_F_GUEST_TSO6(8),
    /** The driver takes large TCP packets with ECN. */
    VIRTIO_NET_F_GUEST_ECN(9),
    /** The driver takes UDP datagrams that are to be fragmented. */
    VIRTIO_NET_F_GUEST_UFO(10),
    /** The device takes large TCP packets over IPv4. */
    VIRTIO_NET_F_HOST_TSO4(11),
    /** The device takes large TCP packets over IPv6. */
    VIRTIO_NET_F_HOST_TSO6(12),
    /** The device takes large TCP packets with ECN. */
    VIRTIO_NET_F_HOST_ECN(13),
    /** The device takes UDP datagrams that are to be fragmented. */
    VIRTIO_NET_F_HOST_UFO(14),
    /** A received packet may be spread over several buffers. */
    VIRTIO_NET_F_MRG_RXBUF(15),
    /** The link's state is in {@code status}. */
    VIRTIO_NET_F_STATUS(16),
    /** There is a control queue. */
    VIRTIO_NET_F_CTRL_VQ(17),
    /** Receive modes and MAC filter. */
    VIRTIO_NET_F_CTRL_RX(18),
    /** VLAN filter. */
    VIRTIO_NET_F_CTRL_VLAN(19),
    /** More receive modes. */
    VIRTIO_NET_F_CTRL_RX_EXTRA(20),
    /** The driver announces itself on demand. */
    VIRTIO_NET_F_GUEST_ANNOUNCE(21),
    /** Several queue pairs, with automatic steering. */
    VIRTIO_NET_F_MQ(22),
    /** The address can be set by a command. */
    VIRTIO_NET_F_CTRL_MAC_ADDR(23),
    /** Hashes of what is inside tunnels. */
    VIRTIO_NET_F_HASH_TUNNEL(51),
    /** Notification coalescing by queue. */
    VIRTIO_NET_F_VQ_NOTF_COAL(52),
    /** Notification coalescing. */
    VIRTIO_NET_F_NOTF_COAL(53),
    /** The driver takes large packets of UDP datagrams over IPv4. */
    VIRTIO_NET_F_GUEST_USO4(54),
    /** The driver takes large packets of UDP datagrams over IPv6. */
    VIRTIO_NET_F_GUEST_USO6(55),
    /** The device takes large packets of UDP datagrams. */
    VIRTIO_NET_F_HOST_USO(56),
    /** Each received packet comes with its hash. */
    VIRTIO_NET_F_HASH_REPORT(57),
    /** The driver gives exact header lengths. */
    VIRTIO_NET_F_GUEST_HDRLEN(59),
    /** Receive-side scaling. */
    VIRTIO_NET_F_RSS(60),
    /** Coalesced segments are counted. */
    VIRTIO_NET_F_RSC_EXT(61),
    /** Standby for another device with the same address. */
    VIRTIO_NET_F_STANDBY(62),
    /** The link's speed is in {@code speed} and {@code duplex}. */
    VIRTIO_NET_F_SPEED_DUPLEX(63),
    /** Several configurations of receive-side scaling. */
    VIRTIO_NET_F_RSS_CONTEXT(64);

    private final int bit;

    NetFeature(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}

package dev.cellvisor.net;

/** How one large packet is to be cut into several. */
public enum Gso {
    /** It is one packet. */
    NONE,
    /** TCP segments over IPv4. */
    TCPV4,
    /** IP fragments of one UDP datagram. */
    UDP,
    /** TCP segments over IPv6. */
    TCPV6,
    /** UDP datagrams, each of a segment's size. */
    UDP_L4
}

package dev.cellvisor.net;

import static dev.cellvisor.net.Bytes.u16;
import static dev.cellvisor.net.Bytes.u8;

/**
 * Where the headers of a packet stand. Any bytes can be looked at: what is cut short or unknown counts as not there.
 *
 * <p>A fragment of an IP packet has no transport header here, not even the first one.
 */
public final class Headers {
    /** Bytes before the payload of a frame without VLAN tag. */
    public static final int ETHERNET_BYTES = 14;
    /** Bytes of a VLAN tag. */
    public static final int VLAN_BYTES = 4;
    public static final int ETHERTYPE_IPV4 = 0x0800;
    public static final int ETHERTYPE_ARP = 0x0806;
    public static final int ETHERTYPE_VLAN = 0x8100;
    public static final int ETHERTYPE_IPV6 = 0x86dd;
    public static final int ETHERTYPE_TEB = 0x6558;
    public static final int ICMP = 1;
    public static final int IPIP = 4;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int IPV6_IN_IP = 41;
    public static final int GRE = 47;
    public static final int ICMPV6 = 58;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int HOME_ADDRESS_OPTION = 0xc9;

    private final byte[] bytes;
    private int etherType = -1;
    private int vlan = -1;
    private int network = -1;
    private int protocol = -1;
    private int transport = -1;
    private int end;
    private boolean fragment;
    private boolean extensions;
    private int sourceAddress = -1;
    private int destinationAddress = -1;

    private Headers(byte[] bytes) {
        this.bytes = bytes;
        end = bytes.length;
    }

    /** The headers of a frame. */
    public static Headers of(byte[] frame) {
        return ofFrame(frame, 0);
    }

    /** The headers of a frame that begins at an offset, in a tunnel for example. */
    public static Headers ofFrame(byte[] bytes, int at) {
        var headers = new Headers(bytes);
        int next = at + ETHERNET_BYTES;
        if (next > bytes.length) {
            return headers;
        }
        headers.etherType = u16(bytes, next - 2);
        if (headers.etherType == ETHERTYPE_VLAN && next + VLAN_BYTES <= bytes.length) {
            headers.vlan = u16(bytes, next) & 0xfff;
            next += VLAN_BYTES;
            headers.etherType = u16(bytes, next - 2);
        }
        headers.network(next);
        return headers;
    }

    /** The headers of an IP packet that begins at an offset. */
    public static Headers ofNetwork(byte[] bytes, int at, int etherType) {
        var headers = new Headers(bytes);
        headers.etherType = etherType;
        headers.network(at);
        return headers;
    }

    private void network(int at) {
        if (etherType == ETHERTYPE_IPV4 && at + 20 <= bytes.length && u8(bytes, at) >> 4 == 4) {
            ipv4(at);
        } else if (etherType == ETHERTYPE_IPV6 && at + 40 <= bytes.length && u8(bytes, at) >> 4 == 6) {
            ipv6(at);
        }
    }

    private void ipv4(int at) {
        int length = (u8(bytes, at) & 0xf) * 4;
        if (length < 20 || at + length > bytes.length) {
            return;
        }
        network = at;
        protocol = u8(bytes, at + 9);
        sourceAddress = at + 12;
        destinationAddress = at + 16;
        // A length of 0 stands for "to the end" in a packet that is to be cut.
        int total = u16(bytes, at + 2);
        end = total == 0 ? bytes.length : Math.min(bytes.length, Math.max(at + total, at + length));
        fragment = (u16(bytes, at + 6) & 0x3fff) != 0;
        transport(at + length);
    }

    private void ipv6(int at) {
        network = at;
        sourceAddress = at + 8;
        destinationAddress = at + 24;
        int payload = u16(bytes, at + 4);
        end = payload == 0 ? bytes.length : Math.min(bytes.length, at + 40 + payload);
        int next = u8(bytes, at + 6);
        int position = at + 40;
        while (position + 8 <= end) {
            int length = (u8(bytes, position + 1) + 1) * 8;
            switch (next) {
                case HOP_BY_HOP -> { }
                case DESTINATION_OPTIONS -> homeAddress(position + 2, Math.min(end, position + length));
                case ROUTING -> {
                    if (u8(bytes, position + 2) == 2 && length >= 24 && position + 24 <= end) {
                        destinationAddress = position + 8;
                    }
                }
                case FRAGMENT -> {
                    fragment = true;
                    length = 8;
                }
                case AUTHENTICATION -> length = (u8(bytes, position + 1) + 2) * 4;
                default -> {
                    protocol = next;
                    transport(position);
                    return;
                }
            }
            extensions = true;
            next = u8(bytes, position);
            position += length;
        }
        protocol = next;
        transport(position);
    }

    private void homeAddress(int from, int to) {
        for (int at = from; at + 2 <= to; ) {
            int type = u8(bytes, at);
            if (type == HOME_ADDRESS_OPTION && at + 18 <= to) {
                sourceAddress = at + 2;
                return;
            }
            at += type == 0 ? 1 : 2 + u8(bytes, at + 1);
        }
    }

    private void transport(int at) {
        int needed = switch (protocol) {
            case TCP -> 20;
            case UDP -> 8;
            default -> 0;
        };
        if (!fragment && at + needed <= end && (protocol != TCP || (u8(bytes, at + 12) >> 4) * 4 >= 20)) {
            transport = at;
        }
    }

    /** What the Ethernet header says follows, behind a VLAN tag if there is one; -1 if the frame is too short. */
    public int etherType() {
        return etherType;
    }

    /** The VLAN of its tag, 0 to 4095, or -1. */
    public int vlan() {
        return vlan;
    }

    /** Where the IP header begins, or -1. */
    public int network() {
        return network;
    }

    /** Whether it is an IPv4 packet. */
    public boolean isIpv4() {
        return network >= 0 && etherType == ETHERTYPE_IPV4;
    }

    /** Whether it is an IPv6 packet. */
    public boolean isIpv6() {
        return network >= 0 && etherType == ETHERTYPE_IPV6;
    }

    /** The protocol above IP, or -1. */
    public int protocol() {
        return protocol;
    }

    /** Where what stands above IP begins, or -1: a fragment, or cut short. */
    public int transport() {
        return transport;
    }

    /** Whether there is a whole TCP header. */
    public boolean isTcp() {
        return transport >= 0 && protocol == TCP;
    }

    /** Whether there is a whole UDP header. */
    public boolean isUdp() {
        return transport >= 0 && protocol == UDP;
    }

    /** Whether it is a part of a larger IP packet. */
    public boolean isFragment() {
        return fragment;
    }

    /** Whether there are IPv6 extension headers. */
    public boolean hasExtensions() {
        return extensions;
    }

    /** Where the IP packet ends; padding may follow. */
    public int end() {
        return end;
    }

    /** Bytes of an address: 4 or 16. */
    public int addressBytes() {
        return isIpv4() ? 4 : 16;
    }

    /** Where the source address stands; with a home address option, that. */
    public int sourceAddress() {
        return sourceAddress;
    }

    /** Where the destination address stands; with a routing header of type 2, that of it. */
    public int destinationAddress() {
        return destinationAddress;
    }

    /** Where the source address of the IP header stands. */
    public int plainSource() {
        return isIpv4() ? network + 12 : network + 8;
    }

    /** Where the destination address of the IP header stands. */
    public int plainDestination() {
        return isIpv4() ? network + 16 : network + 24;
    }

    /** Bytes of all headers, that of TCP or UDP included; 0 if there is neither. */
    public int headerBytes() {
        if (isTcp()) {
            return Math.min(end, transport + (u8(bytes, transport + 12) >> 4) * 4);
        }
        return isUdp() ? transport + 8 : 0;
    }
}

package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Headers;

/** Finds what is inside a tunnel (VIRTIO 1.4, 5.1.6.4.4); one level only. */
final class Tunnel {
    static final int GRE_2784 = 1;
    static final int GRE_2890 = 1 << 1;
    static final int GRE_7676 = 1 << 2;
    static final int GRE_UDP = 1 << 3;
    static final int VXLAN = 1 << 4;
    static final int VXLAN_GPE = 1 << 5;
    static final int GENEVE = 1 << 6;
    static final int IPIP = 1 << 7;
    static final int NVGRE = 1 << 8;
    static final int SUPPORTED_TYPES = 0x1ff;

    private static final int PORT_GRE = 4754;
    private static final int PORT_VXLAN = 4789;
    private static final int PORT_VXLAN_GPE = 4790;
    private static final int PORT_GENEVE = 6081;
    private static final int GRE_CHECKSUM = 0x8000;
    private static final int GRE_KEY = 0x2000;
    private static final int GRE_SEQUENCE = 0x1000;

    private Tunnel() {
    }

    /** The headers to hash: those inside, if the packet is in a tunnel of an enabled type, else its own. */
    static Headers inside(byte[] bytes, Headers outer, int enabled) {
        if (enabled == 0 || outer.transport() < 0) {
            return outer;
        }
        Headers inner = switch (outer.protocol()) {
            case Headers.IPIP -> (enabled & IPIP) != 0 ? Headers.ofNetwork(bytes, outer.transport(), Headers.ETHERTYPE_IPV4) : null;
            case Headers.IPV6_IN_IP -> (enabled & IPIP) != 0 ? Headers.ofNetwork(bytes, outer.transport(), Headers.ETHERTYPE_IPV6) : null;
            case Headers.GRE -> gre(bytes, outer.transport(), outer.isIpv6(), enabled);
            case Headers.UDP -> udp(bytes, outer.transport(), enabled);
            default -> null;
        };
        return inner == null || inner.network() < 0 ? outer : inner;
    }

    private static Headers udp(byte[] bytes, int udp, int enabled) {
        int at = udp + 8;
        if (at + 8 > bytes.length) {
            return null;
        }
        return switch (u16(bytes, udp + 2)) {
            case PORT_GRE -> (enabled & GRE_UDP) != 0 ? greInside(bytes, at) : null;
            case PORT_VXLAN -> (enabled & VXLAN) != 0 ? Headers.ofFrame(bytes, at + 8) : null;
            case PORT_VXLAN_GPE -> (enabled & VXLAN_GPE) == 0 ? null : switch (bytes[at + 3]) {
                case 1 -> Headers.ofNetwork(bytes, at + 8, Headers.ETHERTYPE_IPV4);
                case 2 -> Headers.ofNetwork(bytes, at + 8, Headers.ETHERTYPE_IPV6);
                case 3 -> Headers.ofFrame(bytes, at + 8);
                default -> null;
            };
            case PORT_GENEVE -> (enabled & GENEVE) != 0 ? typed(bytes, at + 8 + (bytes[at] & 0x3f) * 4, u16(bytes, at + 2)) : null;
            default -> null;
        };
    }

    /** RFC 2890 adds key and sequence number to RFC 2784, RFC 7676 is GRE over IPv6, NVGRE always has a key and frames. */
    private static Headers gre(byte[] bytes, int at, boolean overIpv6, int enabled) {
        if (at + 4 > bytes.length) {
            return null;
        }
        int flags = u16(bytes, at);
        boolean extended = (flags & (GRE_KEY | GRE_SEQUENCE)) != 0;
        boolean nvgre = (flags & GRE_KEY) != 0 && (flags & (GRE_SEQUENCE | GRE_CHECKSUM)) == 0 && u16(bytes, at + 2) == Headers.ETHERTYPE_TEB;
        int types = (extended ? GRE_2890 : GRE_2784) | (overIpv6 ? GRE_7676 : 0) | (nvgre ? NVGRE : 0);
        return (enabled & types) != 0 ? greInside(bytes, at) : null;
    }

    private static Headers greInside(byte[] bytes, int at) {
        int flags = u16(bytes, at);
        int size = 4 + ((flags & GRE_CHECKSUM) != 0 ? 4 : 0) + ((flags & GRE_KEY) != 0 ? 4 : 0) + ((flags & GRE_SEQUENCE) != 0 ? 4 : 0);
        return typed(bytes, at + size, u16(bytes, at + 2));
    }

    private static Headers typed(byte[] bytes, int at, int etherType) {
        return etherType == Headers.ETHERTYPE_TEB ? Headers.ofFrame(bytes, at) : Headers.ofNetwork(bytes, at, etherType);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}

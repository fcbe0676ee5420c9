package dev.cellvisor.net;

import static dev.cellvisor.net.Bytes.i32;
import static dev.cellvisor.net.Bytes.u16;
import static dev.cellvisor.net.Bytes.u8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What is in a frame, as one line of a table: Ethernet, ARP, IPv4, IPv6, ICMP, TCP, UDP, and by their ports DHCP and DNS.
 *
 * @param from the innermost source address that it has
 * @param to the innermost destination address that it has
 * @param protocol the innermost protocol
 * @param info the rest
 */
public record PacketSummary(String from, String to, String protocol, String info) {
    private static final String[] TCP_FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
    private static final String[] DHCP_TYPES = {"?", "Discover", "Offer", "Request", "Decline", "ACK", "NAK", "Release", "Inform"};

    /** The summary of any bytes. */
    public static PacketSummary of(byte[] frame) {
        if (frame.length < Headers.ETHERNET_BYTES) {
            return new PacketSummary("", "", "?", frame.length + " bytes, no Ethernet header");
        }
        Headers headers = Headers.of(frame);
        String vlan = headers.vlan() < 0 ? "" : "VLAN " + headers.vlan() + " ";
        int payload = Headers.ETHERNET_BYTES + (headers.vlan() < 0 ? 0 : Headers.VLAN_BYTES);
        if (headers.network() < 0) {
            boolean arp = headers.etherType() == Headers.ETHERTYPE_ARP && frame.length >= payload + 28;
            return new PacketSummary(mac(frame, 6), mac(frame, 0), arp ? "ARP" : "0x%04x".formatted(headers.etherType()),
                    vlan + (arp ? arp(frame, payload) : ""));
        }
        String from = address(frame, headers.plainSource(), headers.addressBytes());
        String to = address(frame, headers.plainDestination(), headers.addressBytes());
        if (headers.isFragment()) {
            return new PacketSummary(from, to, headers.isIpv4() ? "IPv4" : "IPv6", vlan + "fragment of protocol " + headers.protocol());
        }
        int at = headers.transport();
        String protocol = headers.isIpv4() ? "IPv4" : "IPv6";
        String info = "protocol " + headers.protocol();
        if (headers.isTcp()) {
            protocol = "TCP";
            info = tcp(frame, headers);
        } else if (headers.isUdp()) {
            int ports = Math.min(u16(frame, at), u16(frame, at + 2));
            protocol = ports == 67 ? "DHCP" : ports == 53 ? "DNS" : "UDP";
            info = u16(frame, at) + " → " + u16(frame, at + 2) + " Len=" + (headers.end() - at - 8)
                    + (ports == 67 ? " " + dhcp(frame, at + 8, headers.end()) : ports == 53 ? " " + dns(frame, at + 8, headers.end()) : "");
        } else if (at >= 0 && headers.protocol() == Headers.ICMP && at + 8 <= headers.end()) {
            protocol = "ICMP";
            info = icmp(frame, at, u8(frame, at) == 8, u8(frame, at) == 0);
        } else if (at >= 0 && headers.protocol() == Headers.ICMPV6 && at + 8 <= headers.end()) {
            protocol = "ICMPv6";
            info = icmp6(frame, at);
        }
        return new PacketSummary(from, to, protocol, vlan + info);
    }

    private static String arp(byte[] frame, int at) {
        String sender = address(frame, at + 14, 4);
        String target = address(frame, at + 24, 4);
        return u16(frame, at + 6) == 1 ? (sender.equals(target) ? sender + " is here" : "Who has " + target + "? Tell " + sender)
                : sender + " is at " + mac(frame, at + 8);
    }

    private static String tcp(byte[] frame, Headers headers) {
        int at = headers.transport();
        int flags = u8(frame, at + 13);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < TCP_FLAGS.length; i++) {
            if ((flags >> i & 1) != 0) {
                names.add(TCP_FLAGS[i]);
            }
        }
        return "%d → %d [%s] Seq=%d%s Win=%d Len=%d".formatted(u16(frame, at), u16(frame, at + 2), String.join(", ", names),
                i32(frame, at + 4) & 0xffff_ffffL, (flags & 0x10) != 0 ? " Ack=" + (i32(frame, at + 8) & 0xffff_ffffL) : "",
                u16(frame, at + 14), Math.max(0, headers.end() - headers.headerBytes()));
    }

    private static String icmp(byte[] frame, int at, boolean request, boolean reply) {
        return request || reply ? "Echo " + (request ? "request" : "reply") + " id=0x%04x seq=%d".formatted(u16(frame, at + 4), u16(frame, at + 6))
                : u8(frame, at) == 3 ? "Destination unreachable, code " + u8(frame, at + 1) : "type " + u8(frame, at) + " code " + u8(frame, at + 1);
    }

    private static String icmp6(byte[] frame, int at) {
        return switch (u8(frame, at)) {
            case 128, 129 -> icmp(frame, at, u8(frame, at) == 128, true);
            case 133 -> "Router solicitation";
            case 134 -> "Router advertisement";
            case 135 -> "Neighbor solicitation" + (at + 24 <= frame.length ? " for " + address(frame, at + 8, 16) : "");
            case 136 -> "Neighbor advertisement" + (at + 24 <= frame.length ? " of " + address(frame, at + 8, 16) : "");
            case 143 -> "Multicast listener report";
            default -> "type " + u8(frame, at) + " code " + u8(frame, at + 1);
        };
    }

    private static String dhcp(byte[] frame, int at, int end) {
        for (int option = at + 240; option + 2 < end && u8(frame, option) != 255; option += u8(frame, option) == 0 ? 1 : 2 + u8(frame, option + 1)) {
            if (u8(frame, option) == 53) {
                int type = u8(frame, option + 2);
                return type < DHCP_TYPES.length ? DHCP_TYPES[type] : "type " + type;
            }
        }
        return "";
    }

    private static String dns(byte[] frame, int at, int end) {
        var name = new StringBuilder();
        for (int label = at + 12; label < end && u8(frame, label) != 0 && u8(frame, label) < 64 && label + 1 + u8(frame, label) <= end;
                label += 1 + u8(frame, label)) {
            name.append(name.isEmpty() ? "" : ".").append(new String(frame, label + 1, u8(frame, label), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return (at + 4 <= end && (u8(frame, at + 2) & 0x80) != 0 ? "response " : "query ") + name;
    }

    private static String mac(byte[] frame, int at) {
        return HexFormat.ofDelimiter(":").formatHex(frame, at, at + 6);
    }

    private static String address(byte[] frame, int at, int size) {
        if (size == 4) {
            return u8(frame, at) + "." + u8(frame, at + 1) + "." + u8(frame, at + 2) + "." + u8(frame, at + 3);
        }
        // The longest run of zeros is left out (RFC 5952).
        int best = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && u16(frame, at + 2 * (i + length)) == 0) {
                length++;
            }
            if (length > longest) {
                best = i;
                longest = length;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.toString().endsWith(":") ? "" : ":").append(Integer.toHexString(u16(frame, at + 2 * i)));
            }
        }
        return text.toString();
    }
}

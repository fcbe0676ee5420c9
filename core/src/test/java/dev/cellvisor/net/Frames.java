package dev.cellvisor.net;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes frames for tests: Ethernet, VLAN, IPv4, IPv6, TCP, UDP, with right checksums. */
public final class Frames {
    public static final String OWN = "52:54:00:12:34:56";
    public static final String PEER = "52:54:00:aa:bb:cc";
    public static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    public static final String V4_A = "0a000001";
    public static final String V4_B = "0a000002";
    public static final String V6_A = "fd000000000000000000000000000001";
    public static final String V6_B = "fd000000000000000000000000000002";

    private Frames() {
    }

    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", "").replace(":", ""));
    }

    public static byte[] payload(int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        for (int i = 0; i < sizeBytes; i++) {
            bytes[i] = (byte) (i * 7 + i / 251);
        }
        return bytes;
    }

    public static byte[] join(byte[]... parts) {
        ByteBuffer out = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }

    /** A frame of any type. */
    public static byte[] ethernet(String to, String from, int etherType, byte[] payload) {
        return join(hex(to), hex(from), be16(etherType), payload);
    }

    /** A frame without any known protocol. */
    public static byte[] plain(String to, int sizeBytes) {
        return ethernet(to, PEER, 0x88b5, payload(sizeBytes - 14));
    }

    public static byte[] vlan(String to, int vlan, int sizeBytes) {
        return join(hex(to), hex(PEER), be16(0x8100), be16(vlan), be16(0x88b5), payload(sizeBytes - 18));
    }

    public static byte[] be16(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    public static byte[] be32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** An IPv4 packet, checksum right. */
    public static byte[] ipv4(String from, String to, int protocol, byte[] payload) {
        byte[] packet = join(new byte[] {0x45, 0}, be16(20 + payload.length), be16(0x1234), be16(0x4000), new byte[] {64, (byte) protocol, 0, 0},
                hex(from), hex(to), payload);
        Checksums.setIpv4(packet, 0);
        return packet;
    }

    /** An IPv6 packet. */
    public static byte[] ipv6(String from, String to, int next, byte[] payload) {
        return join(new byte[] {0x60, 0, 0, 0}, be16(payload.length), new byte[] {(byte) next, 64}, hex(from), hex(to), payload);
    }

    public static byte[] tcp(int fromPort, int toPort, int sequence, int flags, byte[] payload) {
        return join(be16(fromPort), be16(toPort), be32(sequence), be32(99), new byte[] {0x50, (byte) flags}, be16(8192), be16(0), be16(0), payload);
    }

    public static byte[] udp(int fromPort, int toPort, byte[] payload) {
        return join(be16(fromPort), be16(toPort), be16(8 + payload.length), be16(0), payload);
    }

    /** A whole TCP frame over IPv4, checksums right. */
    public static byte[] tcp4(String to, int fromPort, int toPort, byte[] payload) {
        return checked(ethernet(to, PEER, 0x0800, ipv4(V4_A, V4_B, 6, tcp(fromPort, toPort, 1000, 0x18, payload))));
    }

    public static byte[] udp4(String to, int fromPort, int toPort, byte[] payload) {
        return checked(ethernet(to, PEER, 0x0800, ipv4(V4_A, V4_B, 17, udp(fromPort, toPort, payload))));
    }

    public static byte[] tcp6(String to, int fromPort, int toPort, byte[] payload) {
        return checked(ethernet(to, PEER, 0x86dd, ipv6(V6_A, V6_B, 6, tcp(fromPort, toPort, 1000, 0x18, payload))));
    }

    public static byte[] udp6(String to, int fromPort, int toPort, byte[] payload) {
        return checked(ethernet(to, PEER, 0x86dd, ipv6(V6_A, V6_B, 17, udp(fromPort, toPort, payload))));
    }

    /** The same flow in the other direction. */
    public static byte[] reply4(byte[] frame) {
        byte[] reply = frame.clone();
        System.arraycopy(frame, 26, reply, 30, 4);
        System.arraycopy(frame, 30, reply, 26, 4);
        System.arraycopy(frame, 34, reply, 36, 2);
        System.arraycopy(frame, 36, reply, 34, 2);
        return reply;
    }

    /** Sets the transport checksum. */
    public static byte[] checked(byte[] frame) {
        Checksums.setTransport(frame, Headers.of(frame));
        return frame;
    }

    /** The frame with the pseudo header's sum in place of its checksum: one whose checksum is to be completed. */
    public static byte[] partial(byte[] frame) {
        byte[] bytes = frame.clone();
        Headers headers = Headers.of(bytes);
        Bytes.set16(bytes, headers.transport() + (headers.isTcp() ? 16 : 6),
                Checksums.fold(Checksums.pseudoHeader(bytes, headers, headers.end() - headers.transport())));
        return bytes;
    }

    /** A packet as a guest with offloads sends it. */
    public static Packet offloaded(byte[] frame, Gso gso, int segmentBytes) {
        Headers headers = Headers.of(frame);
        return new Packet(partial(frame), headers.transport(), headers.isTcp() ? 16 : 6, gso, segmentBytes, false);
    }
}

package dev.cellvisor.net;

import static dev.cellvisor.net.Bytes.i32;
import static dev.cellvisor.net.Bytes.set16;
import static dev.cellvisor.net.Bytes.set32;
import static dev.cellvisor.net.Bytes.u16;
import static dev.cellvisor.net.Bytes.u8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Does the work on packets that a receiver does not do itself: completes checksums, cuts large packets. */
public final class Segmenter {
    private static final int FIN = 0x01;
    private static final int PSH = 0x08;
    private static final int CWR = 0x80;

    private Segmenter() {
    }

    /**
     * A packet as a receiver takes it.
     *
     * @return one packet, or the pieces; none if the headers do not fit what is to be done
     */
    public static List<Packet> adapt(Packet packet, Offloads receiver) {
        if (receiver.takes(packet)) {
            return List.of(packet);
        }
        return packet.gso() == Gso.NONE ? List.of(Checksums.complete(packet)) : cut(packet);
    }

    private static List<Packet> cut(Packet packet) {
        Headers headers = Headers.of(packet.bytes());
        return switch (packet.gso()) {
            case NONE -> List.of(packet);
            case TCPV4 -> headers.isIpv4() && headers.isTcp() ? segments(packet, headers) : List.of();
            case TCPV6 -> headers.isIpv6() && headers.isTcp() ? segments(packet, headers) : List.of();
            case UDP_L4 -> headers.isUdp() ? segments(packet, headers) : List.of();
            case UDP -> headers.isUdp() ? fragments(packet, headers) : List.of();
        };
    }

    private static List<Packet> segments(Packet packet, Headers headers) {
        byte[] whole = packet.bytes();
        int headerBytes = headers.headerBytes();
        int end = headers.end();
        int transport = headers.transport();
        List<Packet> segments = new ArrayList<>();
        int number = 0;
        int at = headerBytes;
        do {
            int payload = Math.min(packet.segmentBytes(), end - at);
            boolean last = at + payload >= end;
            byte[] bytes = Arrays.copyOf(whole, headerBytes + payload);
            System.arraycopy(whole, at, bytes, headerBytes, payload);
            length(bytes, headers, number);
            if (headers.isTcp()) {
                set32(bytes, transport + 4, i32(whole, transport + 4) + (at - headerBytes));
                int flags = u8(whole, transport + 13);
                flags &= last ? ~0 : ~(FIN | PSH);
                flags &= number == 0 ? ~0 : ~CWR;
                bytes[transport + 13] = (byte) flags;
            } else {
                set16(bytes, transport + 4, 8 + payload);
            }
            Checksums.setTransport(bytes, Headers.of(bytes));
            segments.add(Packet.of(bytes));
            at += payload;
            number++;
        } while (at < end);
        return segments;
    }

    /** Sets the IP header's length to that of the frame; IPv4's identification counts on. */
    private static void length(byte[] bytes, Headers headers, int number) {
        int network = headers.network();
        if (headers.isIpv4()) {
            set16(bytes, network + 2, bytes.length - network);
            set16(bytes, network + 4, u16(bytes, network + 4) + number);
            Checksums.setIpv4(bytes, network);
        } else {
            set16(bytes, network + 4, bytes.length - network - 40);
        }
    }

    /** IP fragments of one datagram, whose UDP checksum covers all of it. */
    private static List<Packet> fragments(Packet packet, Headers headers) {
        byte[] whole = Checksums.complete(packet).bytes();
        int start = headers.transport();
        int piece = Math.max(8, packet.segmentBytes() & ~7);
        List<Packet> fragments = new ArrayList<>();
        for (int at = start; at < headers.end(); at += piece) {
            int payload = Math.min(piece, headers.end() - at);
            boolean more = at + payload < headers.end();
            fragments.add(Packet.of(headers.isIpv4() ? fragment4(whole, headers, at, payload, more) : fragment6(whole, headers, at, payload, more)));
        }
        return fragments;
    }

    private static byte[] fragment4(byte[] whole, Headers headers, int at, int payload, boolean more) {
        byte[] bytes = Arrays.copyOf(whole, headers.transport() + payload);
        System.arraycopy(whole, at, bytes, headers.transport(), payload);
        set16(bytes, headers.network() + 6, (at - headers.transport()) / 8 | (more ? 0x2000 : 0));
        length(bytes, headers, 0);
        return bytes;
    }

    private static byte[] fragment6(byte[] whole, Headers headers, int at, int payload, boolean more) {
        int start = headers.transport();
        byte[] bytes = Arrays.copyOf(whole, start + 8 + payload);
        // The fragment header stands after the others; the one before it names it.
        int named = headers.network() + 6;
        for (int next = headers.network() + 40; next < start; next += (u8(whole, next + 1) + 1) * 8) {
            named = next;
        }
        bytes[start] = whole[named];
        bytes[named] = 44;
        bytes[start + 1] = 0;
        set16(bytes, start + 2, at - start | (more ? 1 : 0));
        // The checksum serves as identification: two datagrams in a row rarely have the same.
        set32(bytes, start + 4, u16(whole, start + 6) << 16 | u16(whole, start + 4));
        System.arraycopy(whole, at, bytes, start + 8, payload);
        length(bytes, headers, 0);
        return bytes;
    }
}

package dev.cellvisor.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The Internet checksum: the ones' complement sum of 16-bit words (RFC 1071). */
public final class Checksums {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Checksums() {
    }

    /** The sum of a range, not folded; an odd last byte counts as if a zero followed. */
    static long sum(byte[] bytes, int from, int to, long start) {
        long sum = start;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            sum += (int) INT.get(bytes, at) & 0xffff_ffffL;
        }
        if (at + 2 <= to) {
            sum += Bytes.u16(bytes, at);
            at += 2;
        }
        if (at < to) {
            sum += Bytes.u8(bytes, at) << 8;
        }
        return sum;
    }

    /** A sum in 16 bits. */
    static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }

    /** The sum of the pseudo header of TCP or UDP. */
    static long pseudoHeader(byte[] bytes, Headers headers, int transportBytes) {
        long sum = headers.protocol() + (transportBytes & 0xffff) + (transportBytes >>> 16);
        int size = headers.addressBytes();
        // With a routing header the final destination counts (RFC 8200, 8.1).
        sum = sum(bytes, headers.sourceAddress(), headers.sourceAddress() + size, sum);
        return sum(bytes, headers.destinationAddress(), headers.destinationAddress() + size, sum);
    }

    /** Writes an IPv4 header's checksum. */
    static void setIpv4(byte[] bytes, int network) {
        int length = (Bytes.u8(bytes, network) & 0xf) * 4;
        Bytes.set16(bytes, network + 10, 0);
        Bytes.set16(bytes, network + 10, ~fold(sum(bytes, network, network + length, 0)));
    }

    /** Writes the checksum of TCP or UDP from nothing. */
    static void setTransport(byte[] bytes, Headers headers) {
        int at = headers.transport() + (headers.isTcp() ? 16 : 6);
        Bytes.set16(bytes, at, 0);
        long sum = pseudoHeader(bytes, headers, headers.end() - headers.transport());
        Bytes.set16(bytes, at, mangled(~fold(sum(bytes, headers.transport(), headers.end(), sum))));
    }

    /** A UDP checksum of 0 means that there is none, and in TCP 0xffff is as good as 0. */
    private static int mangled(int checksum) {
        return (checksum & 0xffff) == 0 ? 0xffff : checksum;
    }

    /** The packet with its checksum complete; the same if it was. */
    public static Packet complete(Packet packet) {
        if (!packet.needsChecksum()) {
            return packet;
        }
        byte[] bytes = packet.bytes().clone();
        int at = packet.checksumStart() + packet.checksumOffset();
        Bytes.set16(bytes, at, mangled(~fold(sum(bytes, packet.checksumStart(), bytes.length, 0))));
        return new Packet(bytes, -1, 0, packet.gso(), packet.segmentBytes(), packet.ecn());
    }

    /** Whether a complete frame has TCP or UDP with a right checksum; {@code false} if it has neither, or UDP without one. */
    public static boolean transportValid(byte[] bytes, Headers headers) {
        if (!headers.isTcp() && !headers.isUdp() || headers.isUdp() && Bytes.u16(bytes, headers.transport() + 6) == 0) {
            return false;
        }
        return validWithPseudoHeader(bytes, headers);
    }

    private static boolean validWithPseudoHeader(byte[] bytes, Headers headers) {
        long sum = pseudoHeader(bytes, headers, headers.end() - headers.transport());
        return fold(sum(bytes, headers.transport(), headers.end(), sum)) == 0xffff;
    }

    /** Whether the checksums of a frame are right that it has: IPv4's own, and TCP's or UDP's. */
    public static boolean valid(byte[] bytes) {
        Headers headers = Headers.of(bytes);
        if (headers.isIpv4()) {
            int length = (Bytes.u8(bytes, headers.network()) & 0xf) * 4;
            if (fold(sum(bytes, headers.network(), headers.network() + length, 0)) != 0xffff) {
                return false;
            }
        }
        boolean none = !headers.isTcp() && !headers.isUdp() || headers.isUdp() && Bytes.u16(bytes, headers.transport() + 6) == 0;
        return none || validWithPseudoHeader(bytes, headers);
    }

    /** Whether a packet with an unfinished checksum has the pseudo header's sum where that is to go. */
    public static boolean pseudoHeaderValid(Packet packet, Headers headers) {
        if (!packet.needsChecksum() || headers.transport() != packet.checksumStart() || !headers.isTcp() && !headers.isUdp()) {
            return false;
        }
        long expected = pseudoHeader(packet.bytes(), headers, headers.end() - headers.transport());
        return fold(expected) == Bytes.u16(packet.bytes(), packet.checksumStart() + packet.checksumOffset());
    }
}

package dev.cellvisor.net;

/**
 * What work on packets a receiver does itself.
 *
 * @param checksum completes the transport checksum
 * @param tso4 takes large TCP packets over IPv4
 * @param tso6 takes large TCP packets over IPv6
 * @param ecn takes them with CWR set, too
 * @param ufo takes UDP datagrams that are to be fragmented
 * @param uso4 takes large packets of UDP datagrams over IPv4
 * @param uso6 takes large packets of UDP datagrams over IPv6
 */
public record Offloads(boolean checksum, boolean tso4, boolean tso6, boolean ecn, boolean ufo, boolean uso4, boolean uso6) {

    /** As one number: a bit for each, from bit 0 on. */
    public int bits() {
        return (checksum ? 1 : 0) | (tso4 ? 2 : 0) | (tso6 ? 4 : 0) | (ecn ? 8 : 0) | (ufo ? 16 : 0) | (uso4 ? 32 : 0) | (uso6 ? 64 : 0);
    }

    /** From {@link #bits}. */
    public static Offloads of(int bits) {
        return new Offloads((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0, (bits & 32) != 0, (bits & 64) != 0);
    }


    /** A wire: packets must be complete. */
    public static final Offloads NONE = new Offloads(false, false, false, false, false, false, false);
    /** Takes everything. */
    public static final Offloads ALL = new Offloads(true, true, true, true, true, true, true);

    /** Whether a packet can be given as it is. */
    public boolean takes(Packet packet) {
        if (packet.needsChecksum() && !checksum) {
            return false;
        }
        return switch (packet.gso()) {
            case NONE -> true;
            case TCPV4 -> tso4 && (ecn || !packet.ecn());
            case TCPV6 -> tso6 && (ecn || !packet.ecn());
            case UDP -> ufo;
            case UDP_L4 -> Headers.of(packet.bytes()).isIpv6() ? uso6 : uso4;
        };
    }
}

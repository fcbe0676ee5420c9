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

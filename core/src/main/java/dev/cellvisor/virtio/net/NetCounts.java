package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Packet;
import java.util.Map;
import java.util.TreeMap;

/** What went through a network device since it was made; for people, no part of its state. */
public final class NetCounts {
    private long sentPackets;
    private long sentBytes;
    private long receivedPackets;
    private long receivedBytes;
    private long filtered;
    private final Map<String, Long> lost = new TreeMap<>();

    void sent(Packet packet) {
        sentPackets++;
        sentBytes += packet.sizeBytes();
    }

    void received(Packet packet) {
        receivedPackets++;
        receivedBytes += packet.sizeBytes();
    }

    void filtered() {
        filtered++;
    }

    void lost(String why) {
        // Sentences with numbers count together.
        lost.merge(why.replaceAll("\\d+", "n"), 1L, Long::sum);
    }

    /** Packets that the guest sent; one that is cut later counts once. */
    public long sentPackets() {
        return sentPackets;
    }

    /** Bytes that the guest sent. */
    public long sentBytes() {
        return sentBytes;
    }

    /** Packets that the guest received. */
    public long receivedPackets() {
        return receivedPackets;
    }

    /** Bytes that the guest received. */
    public long receivedBytes() {
        return receivedBytes;
    }

    /** Packets that the guest's filter did not want. */
    public long filteredPackets() {
        return filtered;
    }

    /** Packets that were lost, by reason. */
    public Map<String, Long> lostPackets() {
        return Map.copyOf(lost);
    }

    @Override
    public String toString() {
        return "%,d packets (%,d bytes) sent, %,d (%,d bytes) received, %,d filtered, lost %s"
                .formatted(sentPackets, sentBytes, receivedPackets, receivedBytes, filtered, lost.isEmpty() ? "none" : lost);
    }
}

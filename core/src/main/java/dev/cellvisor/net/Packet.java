package dev.cellvisor.net;

import dev.cellvisor.state.State;
import java.util.regex.Pattern;

/**
 * An Ethernet frame, without its check sequence, and the work that is not done on it yet. Nobody changes the bytes of a packet that
 * is on its way.
 *
 * @param bytes from the destination address on
 * @param checksumStart from where the checksum is still to be summed to the end, or -1 if all checksums are complete
 * @param checksumOffset where it goes, counted from {@code checksumStart}; the pseudo header's sum stands there
 * @param gso how it is to be cut
 * @param segmentBytes payload of each piece; 0 for {@link Gso#NONE}
 * @param ecn whether only its first segment is to keep CWR (TCP with explicit congestion notification)
 */
public record Packet(byte[] bytes, int checksumStart, int checksumOffset, Gso gso, int segmentBytes, boolean ecn) {

    private static final Pattern WORK = Pattern.compile("(?:checksum (\\d+)\\+(\\d+))? ?(?:(\\w+?)(\\+ECN)? of (\\d+))?");

    /** A frame on which nothing is left to do. */
    public static Packet of(byte[] bytes) {
        return new Packet(bytes, -1, 0, Gso.NONE, 0, false);
    }

    /**
     * A frame with the work that {@link #work()} names.
     *
     * @throws IllegalArgumentException if the words are not such
     */
    public static Packet of(byte[] bytes, String work) {
        var match = WORK.matcher(work.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + work + "' is no work on a packet; it is e.g. 'checksum 34+6 TCPV4 of 1448'");
        }
        return new Packet(bytes, match.group(1) == null ? -1 : Integer.parseInt(match.group(1)), match.group(1) == null ? 0 : Integer.parseInt(match.group(2)),
                match.group(3) == null ? Gso.NONE : Gso.valueOf(match.group(3)), match.group(3) == null ? 0 : Integer.parseInt(match.group(5)),
                match.group(4) != null);
    }

    /** How many bytes it has. */
    public int sizeBytes() {
        return bytes.length;
    }

    /** Whether its transport checksum is not complete. */
    public boolean needsChecksum() {
        return checksumStart >= 0;
    }

    /** What is left to do, in words; empty if nothing is. */
    public String work() {
        return (needsChecksum() ? "checksum %d+%d".formatted(checksumStart, checksumOffset) : "")
                + (gso == Gso.NONE ? "" : " %s%s of %d".formatted(gso, ecn ? "+ECN" : "", segmentBytes));
    }

    /** As plain data. */
    public State save() {
        return State.of("packet", 1).put("bytes", bytes).put("checksumStart", checksumStart).put("checksumOffset", checksumOffset)
                .put("gso", gso.name()).put("segmentBytes", segmentBytes).put("ecn", ecn).build();
    }

    /** From plain data. */
    public static Packet restored(State state) {
        state.expect("packet", 1);
        return new Packet(state.bytes("bytes"), state.integer("checksumStart"), state.integer("checksumOffset"),
                Gso.valueOf(state.text("gso")), state.integer("segmentBytes"), state.flag("ecn"));
    }

    @Override
    public String toString() {
        return bytes.length + " bytes" + (work().isEmpty() ? "" : ", left to do: " + work().strip());
    }
}

package dev.cellvisor.net;

/**
 * A frame that went by, as a wire would have carried it.
 *
 * @param nanos time, from the tap's own zero
 * @param port where it was seen
 * @param fromGuest whether a guest sent it there
 * @param bytes the frame
 */
public record Captured(long nanos, String port, boolean fromGuest, byte[] bytes) {

    /** What is in it, in words. */
    public PacketSummary summary() {
        return PacketSummary.of(bytes);
    }
}

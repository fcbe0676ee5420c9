package dev.cellvisor.net;

/**
 * A backend that plays a recording to the guest, each frame at its time, and hears what the guest says without an answer. Frames that
 * a guest sent in the recording are left out.
 */
public final class Player implements NetBackend {
    private final Capture capture;
    private final Capture heard = new Capture();
    private NetPort guest;

    /** @param capture what to play; {@link #start} begins */
    public Player(Capture capture) {
        this.capture = capture;
    }

    /** Plays all frames, the first one at a tick, the others as much later as they were in the recording. */
    public void start(long tick) {
        long first = capture.frames().isEmpty() ? 0 : capture.frames().getFirst().nanos();
        for (Captured frame : capture.frames()) {
            if (!frame.fromGuest() && guest != null) {
                guest.deliver(Packet.of(frame.bytes()), tick + (frame.nanos() - first) / Capture.TICK_NANOS);
            }
        }
    }

    /** What the guest sent. */
    public Capture heard() {
        return heard;
    }

    @Override
    public Offloads offloads() {
        return Offloads.NONE;
    }

    @Override
    public void send(Packet packet, long tick) {
        heard.packet(tick, "player", true, packet);
    }

    @Override
    public void connect(NetPort port) {
        guest = port;
    }
}

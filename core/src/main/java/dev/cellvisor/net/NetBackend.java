package dev.cellvisor.net;

/** What a network device's cable leads to: a switch, the host's network, a recording. */
public interface NetBackend extends AutoCloseable {

    /** What it does itself with packets that it is given; others are made ready for it. */
    Offloads offloads();

    /**
     * A packet from the guest.
     *
     * @param packet as {@link #offloads} allows it
     * @param tick the guest's time
     */
    void send(Packet packet, long tick);

    /** The cable is plugged in, or pulled out ({@code null}). On the VM's thread. */
    void connect(NetPort port);

    /** Ends it. */
    @Override
    default void close() {
    }
}

package dev.cellvisor.net;

/** The guest's end of a cable. May be called from any thread; a packet is an input of the VM. */
public interface NetPort {

    /** A name of the place, e.g. {@code "virtio-mmio.30"}. */
    String name();

    /**
     * Gives the guest a packet.
     *
     * @param tick when it arrives, in the guest's time; in the past means now
     */
    void deliver(Packet packet, long tick);

    /** Tells whether there is a link. */
    void link(boolean up);
}

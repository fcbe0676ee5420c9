package dev.cellvisor.net;

/** Sees packets go by. */
public interface PacketTap {

    /**
     * A packet went by.
     *
     * @param tick the guest's time
     * @param port where it was seen, e.g. {@code "virtio-mmio.30"}
     * @param fromGuest whether the guest sent it
     */
    void packet(long tick, String port, boolean fromGuest, Packet packet);
}

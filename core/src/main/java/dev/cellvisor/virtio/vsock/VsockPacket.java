package dev.cellvisor.virtio.vsock;

import dev.cellvisor.trace.Fact;

/**
 * A packet went through a socket device.
 *
 * @param device the device's name
 * @param fromGuest its direction
 * @param header all but its payload
 */
public record VsockPacket(String device, boolean fromGuest, VsockHeader header) implements Fact {
    @Override
    public String kind() {
        return "vsock";
    }

    @Override
    public String toString() {
        return device + (fromGuest ? " from the guest: " : " to the guest: ") + header;
    }
}

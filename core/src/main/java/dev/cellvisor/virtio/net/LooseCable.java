package dev.cellvisor.virtio.net;

import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;

/**
 * A cable whose other end is in nobody's hands: the network of a fork or a replay. The guest still has a link.
 *
 * @param offloads what the other end did when there was one, so that the guest's packets are treated the same
 */
record LooseCable(Offloads offloads) implements NetBackend {

    @Override
    public void send(Packet packet, long tick) {
    }

    @Override
    public void connect(NetPort port) {
    }

    @Override
    public String toString() {
        return "a cable that leads nowhere";
    }
}

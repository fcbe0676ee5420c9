package dev.cellvisor.qtest;

import dev.cellvisor.net.NetBackend;
import dev.cellvisor.net.NetPort;
import dev.cellvisor.net.Offloads;
import dev.cellvisor.net.Packet;
import java.util.ArrayList;
import java.util.List;

/** A hub: what comes in by one cable goes out by all others, as QEMU's {@code -netdev hubport}. */
final class Hub {
    private final List<Cable> cables = new ArrayList<>();

    /** One more cable. */
    NetBackend cable() {
        var cable = new Cable();
        cables.add(cable);
        return cable;
    }

    private final class Cable implements NetBackend {
        private NetPort port;

        @Override
        public Offloads offloads() {
            return Offloads.NONE;
        }

        @Override
        public void connect(NetPort newPort) {
            port = newPort;
        }

        @Override
        public void send(Packet packet, long tick) {
            for (Cable other : cables) {
                if (other != this && other.port != null) {
                    other.port.deliver(packet, tick);
                }
            }
        }
    }
}

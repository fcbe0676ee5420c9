package dev.cellvisor.net;

import static dev.cellvisor.net.Frames.BROADCAST;
import static dev.cellvisor.net.Frames.ethernet;
import static dev.cellvisor.net.Frames.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchTest {
    private static final String[] MAC = {"52:54:00:00:00:0a", "52:54:00:00:00:0b", "52:54:00:00:00:0c"};
    private final List<String> heard = new ArrayList<>();

    private NetPort ear(String name) {
        return new NetPort() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void deliver(Packet packet, long tick) {
                heard.add(name + " " + packet.sizeBytes() + "@" + tick);
            }

            @Override
            public void link(boolean up) {
            }
        };
    }

    private Switch.Port[] three(Switch ether, long offsetOfB) {
        Switch.Port[] ports = {ether.port("a"), ether.port("b", offsetOfB), ether.port("c")};
        for (Switch.Port port : ports) {
            port.connect(ear(port.name()));
        }
        return ports;
    }

    private static Packet frame(int from, String to, int size) {
        return Packet.of(ethernet(to, MAC[from], 0x88b5, payload(size - 14)));
    }

    private List<String> heard() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    @Test
    void itLearnsWhoIsWhere() {
        Switch.Port[] ports = three(new Switch(), 0);
        ports[0].send(frame(0, MAC[1], 60), 0);
        assertEquals(List.of("b 60@0", "c 60@0"), heard(), "unknown: to all others");
        ports[1].send(frame(1, MAC[0], 61), 0);
        assertEquals(List.of("a 61@0"), heard(), "known: there only");
        ports[0].send(frame(0, MAC[1], 62), 0);
        assertEquals(List.of("b 62@0"), heard());
        ports[0].send(frame(0, BROADCAST, 63), 0);
        assertEquals(List.of("b 63@0", "c 63@0"), heard());
        ports[2].send(frame(0, BROADCAST, 60), 0);
        heard();
        ports[1].send(frame(1, MAC[0], 64), 0);
        assertEquals(List.of("c 64@0"), heard(), "moved to another port");
        ports[2].send(frame(2, MAC[0], 65), 0);
        assertEquals(List.of(), heard(), "not back to where it came from");
    }

    @Test
    void timeIsCommonAndLatencyIsExact() {
        Switch.Port[] ports = three(new Switch(100), 7000);
        ports[0].send(frame(0, BROADCAST, 60), 50);
        assertEquals(List.of("b 60@7150", "c 60@150"), heard());
        ports[1].send(frame(1, BROADCAST, 60), 7050);
        assertEquals(List.of("a 60@150", "c 60@150"), heard());
        assertThrows(IllegalArgumentException.class, () -> new Switch(-1));
    }

    @Test
    void anExchangeIsInTheOrderOfTime() {
        var ether = new Switch(10);
        Switch.Port[] ports = three(ether, 0);
        ether.gather(true);
        ports[2].send(frame(2, BROADCAST, 61), 20);
        ports[1].send(frame(1, BROADCAST, 62), 20);
        ports[0].send(frame(0, BROADCAST, 63), 30);
        ports[0].send(frame(0, BROADCAST, 64), 10);
        assertEquals(List.of(), heard());
        ether.exchange();
        assertEquals(List.of("b 64@20", "c 64@20", "a 62@30", "c 62@30", "a 61@30", "b 61@30", "b 63@40", "c 63@40"), heard());
    }
}

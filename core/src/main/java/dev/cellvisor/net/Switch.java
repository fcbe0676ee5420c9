package dev.cellvisor.net;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * An Ethernet switch in this process: it learns which address is behind which port, and sends what it does not know to all others.
 * Packets pass whole, with the work that is left to do on them: the receiving device does what its guest cannot.
 *
 * <p>Each port has its own time; the switch keeps a common one, and a packet that is sent at common tick t arrives at t + latency.
 * Used as it is, it hands packets over at once, for ports of one VM or of hand-driven devices. Several VMs are joined by
 * {@code dev.cellvisor.vm.Lan}, which has the packets gathered and exchanged between its rounds.
 */
public final class Switch implements Stateful {
    private final long latencyTicks;
    private final List<Port> ports = new ArrayList<>();
    private final Map<Long, Port> learned = new HashMap<>();
    private final List<Sent> gathered = new ArrayList<>();
    private final List<PacketTap> taps = new ArrayList<>();
    private boolean gathering;
    private LongConsumer onGathered = tick -> { };
    private long packets;

    private record Sent(Port from, Packet packet, long tick) {
    }

    /** A switch without latency. */
    public Switch() {
        this(0);
    }

    /**
     * A switch.
     *
     * @param latencyTicks from one device to the other, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public Switch(long latencyTicks) {
        if (latencyTicks < 0) {
            throw new IllegalArgumentException("a latency of " + latencyTicks + " ticks; it must be 0 or more");
        }
        this.latencyTicks = latencyTicks;
    }

    /** How long a packet is on its way. */
    public long latencyTicks() {
        return latencyTicks;
    }

    /** Adds a port whose time is the common time. */
    public Port port(String name) {
        return port(name, 0);
    }

    /**
     * Adds a port.
     *
     * @param offsetTicks how much its time is ahead of the common time
     */
    public Port port(String name, long offsetTicks) {
        Port port = new Port(name, ports.size(), offsetTicks);
        ports.add(port);
        return port;
    }

    /** Adds a tap that sees every packet that comes in at a port, at common time. */
    public void tap(PacketTap tap) {
        taps.add(tap);
    }

    /** How many packets came in. */
    public long packets() {
        return packets;
    }

    /** Keeps packets until {@link #exchange}, or hands them over at once again. */
    public void gather(boolean on) {
        gathering = on;
    }

    /** Is told the common tick of each packet that is kept for the next exchange. */
    public void onGathered(LongConsumer listener) {
        onGathered = listener;
    }

    /** Hands over what was gathered, by time, and at equal times by port. */
    public void exchange() {
        List<Sent> all = new ArrayList<>(gathered);
        gathered.clear();
        all.sort(Comparator.comparingLong(Sent::tick).thenComparingInt(sent -> sent.from.index));
        all.forEach(this::forward);
    }

    private void forward(Sent sent) {
        packets++;
        byte[] bytes = sent.packet.bytes();
        taps.forEach(tap -> tap.packet(sent.tick, sent.from.name, true, sent.packet));
        learned.put(address(bytes, 6), sent.from);
        boolean group = (bytes[0] & 1) != 0;
        Port known = group ? null : learned.get(address(bytes, 0));
        if (known != null) {
            if (known != sent.from) {
                known.give(sent.packet, sent.tick + latencyTicks);
            }
            return;
        }
        for (Port port : ports) {
            if (port != sent.from) {
                port.give(sent.packet, sent.tick + latencyTicks);
            }
        }
    }

    /** Its ports, in the order in which they were added. */
    public List<Port> ports() {
        return Collections.unmodifiableList(ports);
    }

    /** What it has learned and what it holds, with ports by their number. */
    @Override
    public State save() {
        List<Map.Entry<Long, Port>> known = learned.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return State.of("switch", 1).put("addresses", known.stream().mapToLong(Map.Entry::getKey).toArray())
                .put("behind", known.stream().mapToLong(entry -> entry.getValue().index).toArray()).put("packets", packets)
                .put("gathered", gathered.stream().map(sent -> State.of("sent", 1).put("from", sent.from.index).put("tick", sent.tick).put("packet", sent.packet.save()).build()).toList())
                .build();
    }

    /** Takes that over; the ports must be there. */
    @Override
    public void restore(State state) {
        long[] addresses = state.expect("switch", 1).numbers("addresses");
        long[] behind = state.numbers("behind");
        learned.clear();
        for (int i = 0; i < addresses.length; i++) {
            learned.put(addresses[i], ports.get((int) behind[i]));
        }
        packets = state.number("packets");
        gathered.clear();
        for (State sent : state.children("gathered")) {
            gathered.add(new Sent(ports.get(sent.expect("sent", 1).integer("from")), Packet.restored(sent.child("packet")), sent.number("tick")));
        }
    }

    private static long address(byte[] bytes, int at) {
        return (long) Bytes.i32(bytes, at) << 16 | Bytes.u16(bytes, at + 4);
    }

    /** One port: what a network device's cable leads to. */
    public final class Port implements NetBackend {
        private final String name;
        private final int index;
        private final long offsetTicks;
        private NetPort guest;

        private Port(String name, int index, long offsetTicks) {
            this.name = name;
            this.index = index;
            this.offsetTicks = offsetTicks;
        }

        /** Its name. */
        public String name() {
            return name;
        }

        @Override
        public Offloads offloads() {
            return Offloads.ALL;
        }

        @Override
        public void send(Packet packet, long tick) {
            var sent = new Sent(this, packet, tick - offsetTicks);
            if (gathering) {
                gathered.add(sent);
                onGathered.accept(sent.tick);
            } else {
                forward(sent);
            }
        }

        @Override
        public void connect(NetPort port) {
            guest = port;
        }

        private void give(Packet packet, long tick) {
            if (guest != null) {
                guest.deliver(packet, tick + offsetTicks);
            }
        }

        @Override
        public String toString() {
            return "port " + name;
        }
    }

    @Override
    public String toString() {
        return "switch: %s, %d addresses known, %,d packets".formatted(ports, learned.size(), packets);
    }
}

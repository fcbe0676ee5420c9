package dev.cellvisor.virtio.vsock;

import dev.cellvisor.state.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** All connections of a device, by number and by address, which of them have a packet for the guest, and who listens on the host. */
final class FlowTable {
    /** How many connections wait to be accepted before more are refused. */
    static final int BACKLOG = 128;
    /** Ports for the host's end of what it asks for: the dynamic ones, as elsewhere. */
    private static final int FIRST_FREE_PORT = 49152;

    private final Map<Long, Flow> byId = new LinkedHashMap<>();
    private final Map<Long, Flow> byAddress = new HashMap<>();
    private final LinkedHashSet<Flow> ready = new LinkedHashSet<>();
    private final Map<Integer, Listening> listening = new LinkedHashMap<>();
    private long nextId = 1;
    private int nextPort = FIRST_FREE_PORT;

    private record Listening(VsockType type, ArrayDeque<Long> waiting) {
    }

    private static long address(int hostPort, int guestPort) {
        return (long) hostPort << 32 | guestPort & 0xffff_ffffL;
    }

    /** Every connection that is not over, or that the host has not closed. */
    Collection<Flow> all() {
        return byId.values();
    }

    Flow byId(long id) {
        return byId.get(id);
    }

    /** The connection between two ports, or {@code null}. */
    Flow at(int hostPort, int guestPort) {
        return byAddress.get(address(hostPort, guestPort));
    }

    Flow add(VsockType type, int hostPort, int guestPort, boolean byGuest, int bufAlloc) {
        var flow = new Flow(nextId++, type, hostPort, guestPort, byGuest, bufAlloc);
        byId.put(flow.id(), flow);
        byAddress.put(address(hostPort, guestPort), flow);
        return flow;
    }

    /** A port of the host that has no connection to this port of the guest. */
    int freePort(int guestPort) {
        while (byAddress.containsKey(address(nextPort, guestPort)) || listening.containsKey(nextPort)) {
            nextPort++;
        }
        return nextPort++;
    }

    /** A connection has changed: whether it has a packet to send, whether it is still there. */
    void settle(Flow flow) {
        if (flow.hasWork()) {
            ready.add(flow);
        } else {
            ready.remove(flow);
        }
        if (flow.phase() == Flow.Phase.OVER) {
            byAddress.remove(address(flow.hostPort(), flow.guestPort()), flow);
            if (flow.wantedShutdown() == Flow.SHUTDOWN_BOTH) {
                byId.remove(flow.id());
            }
        }
    }

    /** The connection whose turn it is, or {@code null} if none has a packet. */
    Flow firstReady() {
        return ready.isEmpty() ? null : ready.getFirst();
    }

    /** It had its turn. */
    void served(Flow flow) {
        ready.remove(flow);
    }

    long firstDeadline() {
        return byId.values().stream().mapToLong(Flow::deadlineTick).min().orElse(Long.MAX_VALUE);
    }

    List<Flow> due(long tick) {
        return byId.values().stream().filter(flow -> flow.deadlineTick() <= tick).toList();
    }

    // Listening.

    void listen(VsockType type, int port) {
        if (listening.containsKey(port)) {
            throw new IllegalArgumentException("somebody listens on port %s already; close that listener first".formatted(Integer.toUnsignedString(port)));
        }
        listening.put(port, new Listening(type, new ArrayDeque<>()));
    }

    /** Ends listening; the connections that nobody has accepted. */
    List<Flow> unlisten(int port) {
        Listening ended = listening.remove(port);
        return ended == null ? List.of() : ended.waiting.stream().map(byId::get).filter(java.util.Objects::nonNull).toList();
    }

    boolean listensOn(int port) {
        return listening.containsKey(port);
    }

    /** Whether a connection to a port would be taken. */
    boolean welcomes(VsockType type, int port) {
        Listening listener = listening.get(port);
        return listener != null && listener.type == type && listener.waiting.size() < BACKLOG;
    }

    void arrived(Flow flow) {
        listening.get(flow.hostPort()).waiting.add(flow.id());
    }

    boolean hasArrival(int port) {
        return listening.containsKey(port) && !listening.get(port).waiting.isEmpty();
    }

    /** The next connection to be accepted on a port, or {@code null}. */
    Flow accept(int port) {
        return hasArrival(port) ? byId.get(listening.get(port).waiting.poll()) : null;
    }

    /** Which ports are listened on. */
    List<String> listening() {
        List<String> all = new ArrayList<>();
        listening.forEach((port, listener) -> all.add("%s %s, %d to be accepted".formatted(Integer.toUnsignedString(port), listener.type, listener.waiting.size())));
        return all;
    }

    State save() {
        List<State> ports = new ArrayList<>();
        listening.forEach((port, listener) -> ports.add(State.of("vsock-listener", 1).put("port", port).put("type", listener.type.code())
                .put("waiting", listener.waiting.stream().mapToLong(Long::longValue).toArray()).build()));
        return State.of("vsock-flows", 1).put("flows", byId.values().stream().map(Flow::save).toList()).put("listening", ports)
                .put("ready", ready.stream().mapToLong(Flow::id).toArray()).put("nextId", nextId).put("nextPort", nextPort).build();
    }

    void restore(State state) {
        List<Flow> saved = state.expect("vsock-flows", 1).children("flows").stream().map(Flow::of).toList();
        Map<Integer, Listening> ports = new LinkedHashMap<>();
        for (State port : state.children("listening")) {
            var waiting = new ArrayDeque<Long>();
            java.util.Arrays.stream(port.expect("vsock-listener", 1).numbers("waiting")).forEach(waiting::add);
            ports.put(port.integer("port"), new Listening(VsockType.of(port.integer("type")), waiting));
        }
        long[] savedReady = state.numbers("ready");
        long savedNextId = state.number("nextId");
        int savedNextPort = state.integer("nextPort");

        byId.clear();
        byAddress.clear();
        ready.clear();
        listening.clear();
        listening.putAll(ports);
        for (Flow flow : saved) {
            byId.put(flow.id(), flow);
            if (flow.phase() != Flow.Phase.OVER) {
                byAddress.put(address(flow.hostPort(), flow.guestPort()), flow);
            }
        }
        for (long id : savedReady) {
            ready.add(byId.get(id));
        }
        nextId = savedNextId;
        nextPort = savedNextPort;
    }
}

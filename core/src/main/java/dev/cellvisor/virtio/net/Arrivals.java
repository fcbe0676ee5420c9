package dev.cellvisor.virtio.net;

import dev.cellvisor.net.Packet;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.time.Clock;
import dev.cellvisor.time.EventQueue;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Packets on their way to the guest, by the tick at which they arrive; equal ticks in the order in which they were sent. */
final class Arrivals implements Stateful {
    private record Arrival(long tick, long sequence, Packet packet) implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            int byTick = Long.compare(tick, other.tick);
            return byTick != 0 ? byTick : Long.compare(sequence, other.sequence);
        }
    }

    private final Consumer<Packet> sink;
    private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>();
    private long sequence;
    private EventQueue.Timer timer;
    private Clock clock;

    Arrivals(Consumer<Packet> sink) {
        this.sink = sink;
    }

    void plugged(EventQueue events, String name, Clock newClock) {
        timer = events.timer(name, this::due);
        clock = newClock;
    }

    void unplugged() {
        arrivals.clear();
        timer.close();
    }

    void add(long tick, Packet packet) {
        arrivals.add(new Arrival(Math.max(tick, clock.ticks()), sequence++, packet));
        arm();
    }

    private void due() {
        long now = clock.ticks();
        while (!arrivals.isEmpty() && arrivals.peek().tick <= now) {
            sink.accept(arrivals.poll().packet);
        }
        arm();
    }

    private void arm() {
        if (arrivals.isEmpty()) {
            timer.cancel();
        } else if (timer.tick() != arrivals.peek().tick) {
            timer.at(arrivals.peek().tick);
        }
    }

    @Override
    public State save() {
        return State.of("net-arrivals", 1).put("arrivals", arrivals.stream().sorted().map(arrival ->
                State.of("arrival", 1).put("tick", arrival.tick).put("packet", arrival.packet.save()).build()).toList()).build();
    }

    @Override
    public void restore(State state) {
        arrivals.clear();
        for (State arrival : state.expect("net-arrivals", 1).children("arrivals")) {
            arrivals.add(new Arrival(arrival.number("tick"), sequence++, Packet.restored(arrival.child("packet"))));
        }
        arm();
    }
}

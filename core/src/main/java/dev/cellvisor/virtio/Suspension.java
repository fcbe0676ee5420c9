package dev.cellvisor.virtio;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.ArrayList;
import java.util.List;

/** Where a device stands between running and suspended (VIRTIO 1.4, 3.5), and what it finished meanwhile and may not show yet. */
final class Suspension implements Stateful {

    /** Runs; was asked to suspend and still has requests in flight; is suspended. */
    enum Phase { RUNNING, SUSPENDING, SUSPENDED }

    /** A chain that the device gives back. */
    record Held(int queue, int head, long writtenBytes) {
    }

    private Phase phase = Phase.RUNNING;
    private final List<Held> held = new ArrayList<>();

    Phase phase() {
        return phase;
    }

    void phase(Phase now) {
        phase = now;
    }

    boolean running() {
        return phase == Phase.RUNNING;
    }

    void hold(int queue, int head, long writtenBytes) {
        held.add(new Held(queue, head, writtenBytes));
    }

    void forget(int queue) {
        held.removeIf(chain -> chain.queue == queue);
    }

    /** What was held back, which is not held any more. */
    List<Held> release() {
        List<Held> chains = List.copyOf(held);
        held.clear();
        return chains;
    }

    void clear() {
        phase = Phase.RUNNING;
        held.clear();
    }

    @Override
    public State save() {
        return State.of("suspension", 1).put("phase", phase.ordinal())
                .put("held", held.stream().flatMapToLong(chain -> java.util.stream.LongStream.of(chain.queue, chain.head, chain.writtenBytes)).toArray()).build();
    }

    @Override
    public void restore(State state) {
        long[] numbers = state.expect("suspension", 1).numbers("held");
        phase = Phase.values()[Math.floorMod(state.integer("phase"), Phase.values().length)];
        held.clear();
        for (int i = 0; i + 3 <= numbers.length; i += 3) {
            hold((int) numbers[i], (int) numbers[i + 1], numbers[i + 2]);
        }
    }
}

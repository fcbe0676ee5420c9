package dev.cellvisor.virtio.net;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.time.EventQueue;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Notification coalescing (VIRTIO 1.4, 5.1.6.5.8): a queue's notification is due after so many packets, or so many microseconds
 * after the first of them. A microsecond is 62.5 ticks.
 */
final class Coalescing implements Stateful {
    /** The parameters of a queue, or of all of a kind. */
    record Parameters(int maxPackets, int maxMicros) {
        static final Parameters NONE = new Parameters(0, 0);

        boolean coalesces() {
            return maxPackets != 0 && maxMicros != 0;
        }

        long delayTicks() {
            return (maxMicros & 0xffff_ffffL) * 125 / 2;
        }
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final IntConsumer notify;
    private final Parameters[] queues;
    private final long[] packets;
    private final long[] deadlines;
    private Parameters receive = Parameters.NONE;
    private Parameters transmit = Parameters.NONE;
    private EventQueue.Timer timer;
    private LongSupplier now;
    private boolean releasing;

    /** @param notify notifies a queue at last */
    Coalescing(int queueCount, IntConsumer notify) {
        this.notify = notify;
        queues = new Parameters[queueCount];
        packets = new long[queueCount];
        deadlines = new long[queueCount];
        reset();
    }

    void plugged(EventQueue events, String name, LongSupplier clock) {
        now = clock;
        timer = events.timer(name, this::due);
    }

    void unplugged() {
        timer.close();
    }

    void reset() {
        receive = Parameters.NONE;
        transmit = Parameters.NONE;
        Arrays.fill(queues, Parameters.NONE);
        Arrays.fill(packets, 0);
        Arrays.fill(deadlines, NEVER);
        arm();
    }

    private static boolean isReceive(int queue) {
        return queue % 2 == 0;
    }

    /** Sets those of all receive or all transmit queues below a count. */
    void setAll(boolean ofReceive, Parameters parameters, int queueCount) {
        if (ofReceive) {
            receive = parameters;
        } else {
            transmit = parameters;
        }
        for (int queue = ofReceive ? 0 : 1; queue < queueCount; queue += 2) {
            set(queue, parameters);
        }
    }

    void set(int queue, Parameters parameters) {
        queues[queue] = parameters;
        if (packets[queue] > 0 && (!parameters.coalesces() || packets[queue] >= (parameters.maxPackets() & 0xffff_ffffL))) {
            release(queue);
        }
    }

    Parameters get(int queue) {
        return queues[queue];
    }

    /** A queue was disabled: what it had of its own is gone. */
    void stopped(int queue) {
        queues[queue] = isReceive(queue) ? receive : transmit;
        packets[queue] = 0;
        deadlines[queue] = NEVER;
        arm();
    }

    /** A packet was sent or received. */
    void count(int queue) {
        if (queues[queue].coalesces()) {
            packets[queue]++;
        }
    }

    /** Whether a notification waits for more packets or for its time. */
    boolean holds(int queue) {
        Parameters parameters = queues[queue];
        if (releasing || !parameters.coalesces()) {
            return false;
        }
        if (packets[queue] >= (parameters.maxPackets() & 0xffff_ffffL)) {
            packets[queue] = 0;
            deadlines[queue] = NEVER;
            arm();
            return false;
        }
        if (deadlines[queue] == NEVER) {
            deadlines[queue] = now.getAsLong() + parameters.delayTicks();
            arm();
        }
        return true;
    }

    private void release(int queue) {
        packets[queue] = 0;
        deadlines[queue] = NEVER;
        arm();
        releasing = true;
        try {
            notify.accept(queue);
        } finally {
            releasing = false;
        }
    }

    private void due() {
        long tick = now.getAsLong();
        for (int queue = 0; queue < deadlines.length; queue++) {
            if (deadlines[queue] <= tick) {
                release(queue);
            }
        }
        arm();
    }

    private void arm() {
        if (timer == null) {
            return;
        }
        long first = Arrays.stream(deadlines).min().orElse(NEVER);
        if (first == NEVER) {
            timer.cancel();
        } else if (timer.tick() != first) {
            timer.at(first);
        }
    }

    @Override
    public State save() {
        return State.of("net-coalescing", 1).put("packets", packets.clone()).put("deadlines", deadlines.clone())
                .put("receive", new long[] {receive.maxPackets(), receive.maxMicros()})
                .put("transmit", new long[] {transmit.maxPackets(), transmit.maxMicros()})
                .put("maxPackets", Arrays.stream(queues).mapToLong(Parameters::maxPackets).toArray())
                .put("maxMicros", Arrays.stream(queues).mapToLong(Parameters::maxMicros).toArray()).build();
    }

    @Override
    public void restore(State state) {
        long[] savedPackets = state.expect("net-coalescing", 1).numbers("packets");
        long[] savedDeadlines = state.numbers("deadlines");
        long[] maxPackets = state.numbers("maxPackets");
        long[] maxMicros = state.numbers("maxMicros");
        receive = new Parameters((int) state.numbers("receive")[0], (int) state.numbers("receive")[1]);
        transmit = new Parameters((int) state.numbers("transmit")[0], (int) state.numbers("transmit")[1]);
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new Parameters((int) maxPackets[i], (int) maxMicros[i]);
            packets[i] = savedPackets[i];
            deadlines[i] = savedDeadlines[i];
        }
        arm();
    }
}

package dev.cellvisor.virtio;

import dev.cellvisor.time.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Requests that were taken and are answered at a later tick, in the order of their ticks; equal ticks in the order taken. A request whose
 * queue was reset is abandoned: nothing of it is done, but what the host has begun cannot be called back, so the reset of its queue
 * is not complete before its tick.
 */
final class InFlight {
    private static final int NUMBERS = 4;

    private final List<Request> requests = new ArrayList<>();
    private final EventQueue.Timer timer;
    private final Owner owner;

    /** One request: which chain of which queue, when, and whether its queue was reset meanwhile. */
    record Request(int queue, int head, long tick, boolean abandoned) {
    }

    /** Who is told when a tick has come. */
    interface Owner {
        /** Does what these requests ask for; there may be none. */
        void answer(List<Request> due);

        /** The last abandoned request of a queue is gone. */
        void queueSettled(int queue);
    }

    InFlight(EventQueue events, String name, Owner owner) {
        this.owner = owner;
        timer = events.timer(name, this::due);
    }

    void add(int queue, int head, long tick) {
        int at = requests.size();
        while (at > 0 && requests.get(at - 1).tick > tick) {
            at--;
        }
        requests.add(at, new Request(queue, head, tick, false));
        arm();
    }

    /** A queue was stopped: its requests are gone. Those abandoned before still hold up its reset. */
    void forget(int queue) {
        requests.removeIf(request -> request.queue == queue && !request.abandoned);
        arm();
    }

    /** A queue is reset. */
    void abandon(int queue) {
        requests.replaceAll(request -> request.queue == queue ? new Request(queue, request.head, request.tick, true) : request);
    }

    /** Whether a queue's reset waits for abandoned requests. */
    boolean settling(int queue) {
        return requests.stream().anyMatch(request -> request.queue == queue && request.abandoned);
    }

    void clear() {
        requests.clear();
        arm();
    }

    /** Those that will be answered. */
    List<Request> requests() {
        return requests.stream().filter(request -> !request.abandoned).toList();
    }

    private void arm() {
        if (requests.isEmpty()) {
            timer.cancel();
        } else if (timer.tick() != requests.getFirst().tick) {
            timer.at(requests.getFirst().tick);
        }
    }

    private void due() {
        // All requests of the first tick are answered in one event, so that they share one notification.
        long tick = requests.getFirst().tick;
        List<Request> due = requests.stream().filter(request -> request.tick <= tick).toList();
        requests.removeAll(due);
        for (Request request : due) {
            if (request.abandoned && !settling(request.queue)) {
                owner.queueSettled(request.queue);
            }
        }
        try {
            owner.answer(due.stream().filter(request -> !request.abandoned).toList());
        } finally {
            arm();
        }
    }

    void close() {
        timer.close();
    }

    long[] save() {
        return requests.stream().flatMapToLong(request -> LongStream.of(request.queue, request.head, request.tick, request.abandoned ? 1 : 0)).toArray();
    }

    void restore(long[] numbers) {
        requests.clear();
        for (int i = 0; i + NUMBERS <= numbers.length; i += NUMBERS) {
            requests.add(new Request((int) numbers[i], (int) numbers[i + 1], numbers[i + 2], numbers[i + 3] != 0));
        }
        arm();
    }
}

package dev.cellvisor.virtio;

import dev.cellvisor.time.EventQueue;
import java.util.ArrayList;
import java.util.List;

/** Requests that were taken and are answered at a later tick, in the order of their ticks; equal ticks in the order taken. */
final class InFlight {
    private final List<Request> requests = new ArrayList<>();
    private final EventQueue.Timer timer;
    private final Answer answer;

    /** One request: which chain of which queue, and when. */
    record Request(int queue, int head, long tick) {
    }

    /** Does what the request asks for. */
    interface Answer {
        void accept(List<Request> due);
    }

    InFlight(EventQueue events, String name, Answer answer) {
        this.answer = answer;
        timer = events.timer(name, this::due);
    }

    void add(int queue, int head, long tick) {
        int at = requests.size();
        while (at > 0 && requests.get(at - 1).tick > tick) {
            at--;
        }
        requests.add(at, new Request(queue, head, tick));
        arm();
    }

    void forget(int queue) {
        requests.removeIf(request -> request.queue == queue);
        arm();
    }

    void clear() {
        requests.clear();
        arm();
    }

    List<Request> requests() {
        return requests;
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
        answer.accept(due);
        arm();
    }

    void close() {
        timer.close();
    }

    long[] save() {
        return requests.stream().flatMapToLong(request -> java.util.stream.LongStream.of(request.queue, request.head, request.tick)).toArray();
    }

    void restore(long[] numbers) {
        requests.clear();
        for (int i = 0; i + 2 < numbers.length; i += 3) {
            requests.add(new Request((int) numbers[i], (int) numbers[i + 1], numbers[i + 2]));
        }
        arm();
    }
}

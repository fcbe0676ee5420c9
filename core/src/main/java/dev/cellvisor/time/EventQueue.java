package dev.cellvisor.time;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What happens at which tick. Every possible event is a {@link Timer} with a stable, unique name, made once when its owner is
 * built; being scheduled or not is its whole state, so a queue can be saved and restored without knowing any handler. Two
 * timers of one tick fire in the order in which they were scheduled.
 */
public final class EventQueue implements Stateful {
    private final Map<String, Timer> timers = new LinkedHashMap<>();
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long sequence;
    private String running;
    private Runnable onSooner = () -> { };

    /**
     * Makes a timer, not scheduled.
     *
     * @param name unique in this queue, stable between runs, e.g. {@code "gic.cpu0.vtimer"}
     * @param handler called when its tick has come, on the VM's thread between two instructions
     * @throws IllegalArgumentException if the name is taken
     */
    public Timer timer(String name, Runnable handler) {
        return add(new Timer(name, handler, true));
    }

    /** As {@link #timer}, for the host's own use: whether it is scheduled is no part of the saved state. */
    public Timer hostTimer(String name, Runnable handler) {
        return add(new Timer(name, handler, false));
    }

    private Timer add(Timer timer) {
        String name = timer.name;
        if (timers.putIfAbsent(name, timer) != null) {
            throw new IllegalArgumentException("a timer named '" + name + "' is already there; close it first");
        }
        return timer;
    }

    /** Whom its timers call, by their names: for whoever must know all code that has a part in a run. */
    public Map<String, Runnable> handlers() {
        Map<String, Runnable> handlers = new LinkedHashMap<>();
        timers.forEach((name, timer) -> handlers.put(name, timer.handler));
        return handlers;
    }

    /** The tick of the next event, or {@code Long.MAX_VALUE} if there is none. */
    public long nextTick() {
        Entry first = first();
        return first == null ? Long.MAX_VALUE : first.tick;
    }

    /** The name of the next timer to fire, or {@code null}. */
    public String nextName() {
        Entry first = first();
        return first == null ? null : first.timer.name;
    }

    /** Fires every timer whose tick is at or before {@code now}, earliest first; handlers may schedule more. */
    public void runDue(long now) {
        for (Entry first = first(); first != null && first.tick <= now; first = first()) {
            entries.poll();
            first.timer.entry = null;
            running = first.timer.name;
            try {
                first.timer.handler.run();
            } finally {
                running = null;
            }
        }
    }

    /** The name of the timer whose handler runs right now, or {@code null}. */
    public String runningName() {
        return running;
    }

    /** Sets what is told when an event is scheduled earlier than all others: a running CPU must then shorten its slice. */
    public void onSooner(Runnable listener) {
        onSooner = listener;
    }

    private Entry first() {
        Entry first = entries.peek();
        while (first != null && first.timer.entry != first) {
            entries.poll();
            first = entries.peek();
        }
        return first;
    }

    @Override
    public State save() {
        List<State> scheduled = new ArrayList<>();
        entries.stream().filter(entry -> entry.timer.entry == entry && entry.timer.guests).sorted()
                .forEach(entry -> scheduled.add(State.of("timer", 1)
                        .put("name", entry.timer.name).put("tick", entry.tick).build()));
        return State.of("events", 1).put("scheduled", scheduled).build();
    }

    @Override
    public void restore(State state) {
        List<State> scheduled = state.expect("events", 1).children("scheduled");
        for (State timer : scheduled) {
            if (!timers.containsKey(timer.text("name"))) {
                throw new StateException("no timer is named '" + timer.text("name") + "'; there are " + timers.keySet());
            }
        }
        timers.values().stream().filter(timer -> timer.guests).forEach(Timer::cancel);
        entries.removeIf(entry -> entry.timer.entry != entry);
        for (State timer : scheduled) {
            timers.get(timer.text("name")).at(timer.number("tick"));
        }
    }

    /** One possible event. */
    public final class Timer implements AutoCloseable {
        private final String name;
        private final Runnable handler;
        /** Whether the guest may see what it does. */
        private final boolean guests;
        private Entry entry;

        private Timer(String name, Runnable handler, boolean guests) {
            this.guests = guests;
            this.name = name;
            this.handler = handler;
        }

        /** Its unique name. */
        public String name() {
            return name;
        }

        /** Schedules it for {@code tick}, instead of any earlier schedule; a tick in the past fires as soon as possible. */
        public void at(long tick) {
            boolean sooner = tick < nextTick();
            entry = new Entry(tick, sequence++, this);
            // Entries of earlier schedules stay until their tick has come; a guest that moves a far alarm again and again must not fill the heap.
            if (entries.size() > 64 && entries.size() > 4 * timers.size()) {
                entries.removeIf(stale -> stale.timer.entry != stale);
            }
            entries.add(entry);
            if (sooner) {
                onSooner.run();
            }
        }

        /** Whether it is scheduled. */
        public boolean scheduled() {
            return entry != null;
        }

        /** The tick it is scheduled for, or {@code Long.MAX_VALUE}. */
        public long tick() {
            return entry == null ? Long.MAX_VALUE : entry.tick;
        }

        /** Takes it off the schedule; nothing happens if it was not on it. */
        public void cancel() {
            entry = null;
        }

        /** Cancels it and frees its name. */
        @Override
        public void close() {
            cancel();
            timers.remove(name, this);
        }
    }

    private record Entry(long tick, long sequence, Timer timer) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTick = Long.compare(tick, other.tick);
            return byTick != 0 ? byTick : Long.compare(sequence, other.sequence);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sequence);
        }
    }
}

package dev.cellvisor.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The virtual clock and the event queue. */
class TimeTest {
    private final long[] retired = new long[1];
    private final EventQueue events = new EventQueue();
    private final List<String> fired = new ArrayList<>();

    private VirtualClock clock(int instructionsPerTick) {
        var clock = new VirtualClock(instructionsPerTick);
        clock.countWith(() -> retired[0]);
        return clock;
    }

    @Test
    void ticksFollowInstructionsAndSkips() {
        VirtualClock clock = clock(16);
        retired[0] = 159;
        assertEquals(9, clock.ticks());
        assertEquals(1, clock.instructionsUntil(10));
        clock.skipTo(100);
        assertEquals(100, clock.ticks());
        clock.skipTo(50);
        assertEquals(100, clock.ticks(), "time never runs backwards");
        assertEquals(0, clock.instructionsUntil(100));
        assertEquals(1, clock.instructionsUntil(101), "the clock was 15 instructions into its tick when it skipped");
        assertEquals(Long.MAX_VALUE, clock.instructionsUntil(Long.MAX_VALUE));
    }

    @Test
    void eventsFireByTickAndThenInTheOrderOfScheduling() {
        var a = events.timer("a", () -> fired.add("a"));
        var b = events.timer("b", () -> fired.add("b"));
        var c = events.timer("c", () -> {
            fired.add("c");
            events.timer("d", () -> fired.add("d")).at(5);
        });
        b.at(20);
        a.at(20);
        c.at(10);
        events.runDue(9);
        assertEquals(List.of(), fired);
        events.runDue(20);
        assertEquals(List.of("c", "d", "b", "a"), fired);
        assertEquals(Long.MAX_VALUE, events.nextTick());
    }

    @Test
    void reschedulingReplacesAndCancellingForgets() {
        var timer = events.timer("a", () -> fired.add("a"));
        timer.at(5);
        timer.at(50);
        assertEquals(50, events.nextTick());
        events.runDue(49);
        timer.cancel();
        events.runDue(1000);
        assertEquals(List.of(), fired);
        assertFalse(timer.scheduled());
        assertThrows(IllegalArgumentException.class, () -> events.timer("a", () -> { }));
    }

    @Test
    void onlyASoonerEventIsTold() {
        int[] told = new int[1];
        events.onSooner(() -> told[0]++);
        events.timer("a", () -> { }).at(50);
        events.timer("b", () -> { }).at(60);
        events.timer("c", () -> { }).at(40);
        assertEquals(2, told[0]);
    }

    @Test
    void aSavedQueueIsRestoredByName() {
        events.timer("a", () -> fired.add("a")).at(7);
        events.timer("b", () -> fired.add("b"));
        State saved = events.save();
        events.runDue(7);
        var other = new EventQueue();
        other.timer("b", () -> fired.add("b'")).at(1);
        assertThrows(StateException.class, () -> other.restore(saved));
        assertEquals(1, other.nextTick(), "a refused state changes nothing");
        other.timer("a", () -> fired.add("a'"));
        other.restore(saved);
        other.runDue(100);
        assertEquals(List.of("a", "a'"), fired);
        assertEquals(saved.hash(), saved(7).hash());
    }

    private State saved(long tick) {
        var queue = new EventQueue();
        queue.timer("a", () -> { }).at(tick);
        return queue.save();
    }
}

package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.GenericTimer;
import dev.cellvisor.state.State;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.virtio.HostDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;

/**
 * Gives the CPUs their turns, fires events at their exact ticks, and lets time jump when all wait. What it decides depends on
 * the count of retired instructions only, never on how a run is cut into slices.
 */
final class Scheduler implements Execution {
    /** A turn of one CPU among several if nothing is said, in instructions; WFI, WFE and YIELD end it early. */
    static final long TURN = 10_000;
    /** How many instructions may pass between two looks at the host: stop requests, interruption, the time limit. */
    private static final long SLICE = 200_000;

    /** As a deadline: none, and the clock is not asked. */
    static final long NO_DEADLINE = Long.MAX_VALUE;

    /** As a deadline: that of any run, from when the clock is asked first. */
    static final long DEFAULT_DEADLINE = Long.MIN_VALUE;

    private static final Exit LIMIT = new Exit.Limit();

    private final List<Cpu> cpus;
    /** The CPU, if there is one only: a step has no time for a list. */
    private final Cpu only;
    private final VirtualClock clock;
    private final EventQueue events;
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final List<EventStream> eventStreams = new ArrayList<>();
    private int current;
    private final long quantum;
    private long turnLeft;
    private volatile Cpu running;
    private final StopRequest stopRequest = new StopRequest();
    private Exit pending;
    private boolean inside;
    private boolean replaying;
    private Runnable onBoundary = () -> { };
    private Pacer pacer = Pacer.NONE;
    private final List<HostDoor.IdleWork> idleWorks = new ArrayList<>();
    private LongConsumer onWoken = tick -> { };

    /** What a run looks at between slices. */
    interface Watch {
        /** Whether a run is to stop before the instruction at a virtual address. */
        boolean stopsAt(long pc);

        /** How many instructions may go by until {@link #look} must be called. */
        long patience();

        /** Looks at the CPUs between two slices. */
        void look();
    }

    Scheduler(List<Cpu> cpus, VirtualClock clock, EventQueue events, long quantum) {
        this.quantum = quantum;
        this.turnLeft = quantum;
        this.cpus = cpus;
        this.only = cpus.size() == 1 ? cpus.getFirst() : null;
        this.clock = clock;
        this.events = events;
        clock.countWith(this::retired);
        events.onSooner(() -> {
            if (running != null) {
                running.interruptSlice();
            }
        });
    }

    private long retired() {
        if (only != null) {
            return only.retired();
        }
        long sum = 0;
        for (int i = 0; i < cpus.size(); i++) {
            sum += cpus.get(i).retired();
        }
        return sum;
    }

    /** Has some work done whenever every CPU waits; the returned action ends that. */
    @Override
    public Runnable whileIdle(HostDoor.IdleWork work) {
        idleWorks.add(work);
        return () -> idleWorks.remove(work);
    }

    @Override
    public boolean toldToStop() {
        return stopRequest.asked() || Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean undisturbed() {
        return pacer == Pacer.NONE && idleWorks.isEmpty();
    }

    /** Is told the tick when such work made time stop before the next event: the host had something. */
    @Override
    public void onWoken(LongConsumer listener) {
        onWoken = listener;
    }

    @Override
    public void pace(Pacer newPacer) {
        pacer = newPacer;
    }

    /**
     * Adds the next CPU's event stream (Arm ARM, D12): a CPU that waits in WFE wakes at its next tick at the latest. Linux delays by
     * that, and its locks wait by it for other CPUs.
     */
    @Override
    public void addEventStream(GenericTimer timer) {
        Cpu cpu = cpus.get(eventStreams.size());
        eventStreams.add(new EventStream(timer, events.timer("cpu" + cpu.index() + ".eventstream", cpu::sendEvent)));
    }

    private record EventStream(GenericTimer timer, EventQueue.Timer tick) {
        void waiting() {
            long next = timer.nextEventStreamTick();
            if (next != Long.MAX_VALUE) {
                tick.at(next);
            }
        }
    }

    /** Whether no CPU can go on before something happens. */
    @Override
    public boolean allWait() {
        return cpus.stream().noneMatch(cpu -> cpu.poweredOn() && !cpu.waiting());
    }

    @Override
    public boolean onlyWaits(long tick) {
        return allWait() && events.nextTick() >= tick && idleWorks.isEmpty() && inbox.isEmpty() && pacer == Pacer.NONE && !replaying && pending == null
                && !stopRequest.asked();
    }

    /** The CPU whose turn it is. */
    @Override
    public Cpu currentCpu() {
        return cpus.get(current);
    }

    /** Whether what happens right now comes from the guest and its devices, and not from outside. */
    @Override
    public boolean inside() {
        return inside;
    }

    /** Does something as if the guest or a device did it. */
    @Override
    public <T> T asInside(java.util.function.Supplier<T> action) {
        boolean before = inside;
        inside = true;
        try {
            return action.get();
        } finally {
            inside = before;
        }
    }

    /** Ends the run before the next instruction. For the VM's thread: devices, listeners, events. */
    @Override
    public void leave(Exit exit) {
        pending = exit;
        if (running != null) {
            running.leave(exit);
        }
    }

    /** Ends the current or next run, from any thread. */
    @Override
    public void stop(String reason) {
        stopRequest.ask(reason);
        kick();
    }

    /** Has something done on the VM's thread between two instructions, from any thread, while a run goes on. */
    @Override
    public void hand(Runnable action) {
        inbox.add(action);
        kick();
        pacer.wake();
    }

    /** Does what was handed over while nobody ran. */
    @Override
    public void drain() {
        boolean wasInside = inside;
        inside = false;
        for (Runnable action = inbox.poll(); action != null; action = inbox.poll()) {
            action.run();
        }
        inside = wasInside;
    }

    private void kick() {
        Cpu cpu = running;
        if (cpu != null) {
            cpu.requestStop("look at the inbox");
        }
        pacer.wake();
    }

    /**
     * Runs until something ends it.
     *
     * @param goal the count of retired instructions at which it ends with {@link Exit.Limit}
     * @param deadline {@link System#nanoTime} at which it ends with {@link Exit.Stopped}
     */
    @Override
    public Exit run(long goal, long deadline, Watch watch) {
        inside = true;
        try {
            Exit exit = loop(goal, deadline, watch);
            // What is due at this very instruction has happened, wherever a run ends: so an input that comes now has its place among the events.
            events.runDue(clock.ticks());
            boolean late = pending != null && exit instanceof Exit.Limit;
            Exit other = takePending();
            return late ? other : exit;
        } finally {
            inside = false;
        }
    }

    /** Is told again and again between two instructions of a run. */
    @Override
    public void onBoundary(Runnable listener) {
        onBoundary = listener;
    }

    /** Whether a run is being repeated from the log. */
    @Override
    public boolean replaying() {
        return replaying;
    }

    @Override
    public void replaying(boolean now) {
        replaying = now;
    }

    /** Lets time pass to a tick with all that is due until then, and no CPU running. */
    @Override
    public void passTo(long tick) {
        inside = true;
        try {
            while (clock.ticks() < tick) {
                clock.skipTo(Math.min(tick, events.nextTick()));
                events.runDue(clock.ticks());
            }
            takePending();
        } finally {
            inside = false;
        }
    }

    private Exit loop(long goal, long lastMoment, Watch watch) {
        long deadline = lastMoment;
        boolean first = true;
        // A few instructions take less time than to ask the clock for it; but if they wait for something, it is asked.
        int timeless = goal - clock.instructions() <= Steps.MOST ? 4 : 0;
        while (true) {
            if (deadline == DEFAULT_DEADLINE && timeless == 0) {
                deadline = System.nanoTime() + Steps.PATIENCE_NANOS;
            }
            Exit stop = stopRequest.take(timeless > 0 ? NO_DEADLINE : deadline);
            if (stop != null) {
                return stop;
            }
            timeless = Math.max(timeless - 1, 0);
            events.runDue(clock.ticks());
            drain();
            if (pending != null) {
                return takePending();
            }
            onBoundary.run();
            watch.look();
            if (pending != null) {
                return takePending();
            }
            long left = goal - clock.instructions();
            if (left <= 0) {
                return LIMIT;
            }
            Cpu cpu = nextRunnable();
            if (cpu == null) {
                if (!jumpToNextEvent()) {
                    return new Exit.Idle();
                }
                continue;
            }
            if (!first && watch.stopsAt(cpu.pc())) {
                // The CPU executes the first instruction of a slice whatever stands there, so this is looked at here.
                return new Exit.Breakpoint(cpu.pc());
            }
            long before = cpu.retired();
            Exit exit = turn(cpu, Math.min(left, watch.patience()));
            first &= cpu.retired() == before;
            if (pending != null) {
                return takePending();
            }
            // No switch over types here, nor elsewhere on the way to the first instruction: for each the JVM makes a class at run time, 3 ms.
            if (exit instanceof Exit.Waiting) {
                if (cpu.waitsForEvent() && cpu.index() < eventStreams.size()) {
                    eventStreams.get(cpu.index()).waiting();
                }
                endTurn();
            } else if (!(exit instanceof Exit.Limit || exit instanceof Exit.Stopped)) { // stopped was asked for by kick(): the loop's head looks why
                return exit;
            }
        }
    }

    private Exit turn(Cpu cpu, long most) {
        long budget = Math.min(Math.min(most, SLICE), clock.instructionsUntil(events.nextTick()));
        if (cpus.size() > 1) {
            budget = Math.min(budget, turnLeft);
        }
        long before = cpu.retired();
        running = cpu;
        try {
            if (stopRequest.asked() || !inbox.isEmpty()) { // came before running was set, so the kick missed
                return LIMIT;
            }
            return cpu.run(budget);
        } finally {
            running = null;
            turnLeft -= cpu.retired() - before;
            if (turnLeft <= 0) {
                endTurn();
            }
        }
    }

    private void endTurn() {
        current = (current + 1) % cpus.size();
        turnLeft = quantum;
    }

    private Cpu nextRunnable() {
        for (int i = 0; i < cpus.size(); i++) {
            Cpu cpu = cpus.get(current);
            if (cpu.poweredOn() && !cpu.waiting()) {
                return cpu;
            }
            endTurn();
        }
        return null;
    }

    /** Lets time pass to the next event, with no CPU running, for a driver by hand; whether there was one. */
    @Override
    public boolean nextEvent() {
        long next = events.nextTick();
        if (next == Long.MAX_VALUE) {
            return false;
        }
        inside = true;
        try {
            clock.skipTo(next);
            events.runDue(clock.ticks());
        } finally {
            inside = false;
        }
        return true;
    }

    private boolean jumpToNextEvent() {
        long next = events.nextTick();
        if (next == Long.MAX_VALUE) {
            return false;
        }
        long now = clock.ticks();
        long goal = next;
        boolean waited = false;
        if (replaying) {
            clock.skipTo(next);
            return true;
        }
        for (HostDoor.IdleWork work : idleWorks) {
            long reached = work.idle(now, goal);
            waited |= reached >= 0;
            goal = reached >= 0 ? Math.min(goal, reached) : goal;
        }
        // Who waited for the host has let that much real time pass already.
        clock.skipTo(Math.min(goal, pacer.idle(waited ? goal : now, goal)));
        if (goal < next) {
            onWoken.accept(clock.ticks());
        }
        return true;
    }

    private Exit takePending() {
        Exit exit = pending;
        pending = null;
        return exit;
    }

    @Override
    public State save() {
        return State.of("scheduler", 1).put("current", current).put("turnLeft", cpus.size() > 1 ? turnLeft : quantum).build();
    }

    @Override
    public void restore(State state) {
        current = state.expect("scheduler", 1).integer("current");
        turnLeft = state.number("turnLeft");
    }
}

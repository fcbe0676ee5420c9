package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.GenericTimer;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.KvmVm;
import dev.cellvisor.state.State;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.virtio.HostDoor;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Executes a VM on KVM: each vCPU on a thread of its own, all devices under one lock, events and inputs on the thread that called {@link #run}.
 * Time is the host's from the first run on.
 *
 * <p>Locks, in this order: {@link #lock} is held by whoever works on devices; {@link KvmThreads}' own is held while somebody asks a vCPU to stand still. A
 * vCPU's thread holds neither while the guest runs.
 */
final class KvmExecution implements Execution {
    /** How long the thread of the run sleeps at most, in nanoseconds: it looks at interruption and at conditions of the caller's. */
    private static final long MOST_SLEEP = 50_000_000;
    private static final long LOOK_EVERY = 1_000_000;

    private final List<KvmCpu> cpus;
    private final VirtualClock clock;
    private final EventQueue events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final KvmThreads threads;
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final StopRequest stopRequest = new StopRequest();
    private volatile Exit pending;
    private volatile Throwable failure;
    /** Why other vCPUs left the guest when one had ended the run already: what the next runs end with. With the lock. */
    private final Queue<Left> later = new ArrayDeque<>();
    private boolean inside;
    private volatile long firstRun;
    private int shown;
    /** The CPU whose exit is served, or was last. With the lock. */
    private int served;
    private Doorbells doorbells;

    /** That a vCPU left the guest. */
    private record Left(int cpu, Exit exit) {
    }

    KvmExecution(List<KvmCpu> cpus, VirtualClock clock, EventQueue events) {
        this.cpus = cpus;
        this.clock = clock;
        this.events = events;
        threads = new KvmThreads(cpus, lock, this::serve, this::failed);
        // One count is one nanosecond: sixteen make a tick, as with instructions.
        clock.countWith(() -> firstRun == 0 ? 0 : System.nanoTime() - firstRun);
        events.onSooner(this::wake);
        cpus.forEach(cpu -> cpu.pauseWith(threads.pauser(cpu)));
    }

    /** Has queues notified in the kernel from the next run on. */
    void notifyByEventfd(KvmVm kvm, Board board, List<VirtioMmio> slots) {
        doorbells = new Doorbells(kvm, board, slots, action -> asInside(() -> {
            action.run();
            return null;
        }), this::failed);
    }

    /** How queues are notified in the kernel, or {@code null} if each notification is an exit. */
    Doorbells doorbells() {
        return doorbells;
    }

    /** A vCPU came back from the guest; on its thread, with the lock. What it throws ends the run: see {@link #failed}. */
    private boolean serve(KvmCpu cpu, boolean stepping) {
        served = cpu.index();
        Exit exit = cpu.serve();
        boolean stepped = stepping && exit instanceof Exit.Breakpoint;
        if (exit != null && !stepped) {
            leave(exit);
        }
        if (events.nextTick() != Long.MAX_VALUE) {
            events.runDue(clock.ticks());
        }
        return exit != null || pending != null;
    }

    /** Something threw on a thread of the machine: the run ends, and throws it where it was called. */
    private void failed(Throwable e) {
        failure = e;
        leave(new Exit.Stopped("failed: " + e));
    }

    @Override
    public Exit run(long goal, long deadline, Scheduler.Watch watch) {
        if (firstRun == 0) {
            firstRun = System.nanoTime();
        }
        lock.lock();
        try {
            inside = true;
            takeLater();
            if (look(deadline, watch)) {
                return takePending();
            }
            if (doorbells != null) {
                doorbells.go();
            }
            threads.go();
            while (!look(deadline, watch)) {
                sleep(deadline, watch);
            }
        } finally {
            lock.unlock();
            threads.halt(); // without the lock: a vCPU may want it to end its access
            if (doorbells != null) {
                doorbells.halt();
            }
            lock.lock();
            inside = false;
            lock.unlock();
        }
        return takePending();
    }

    /** Looks at all that may end a run or is due; whether it is to end. */
    private boolean look(long deadline, Scheduler.Watch watch) {
        Exit stop = stopRequest.take(deadline);
        if (stop != null && pending == null) {
            pending = stop;
        }
        if (pending != null) {
            return true;
        }
        drain();
        events.runDue(clock.ticks());
        watch.look();
        return pending != null;
    }

    private void sleep(long deadline, Scheduler.Watch watch) {
        long wait = Math.min(MOST_SLEEP, deadline - System.nanoTime());
        long next = events.nextTick();
        if (next != Long.MAX_VALUE) {
            wait = Math.min(wait, (next - clock.ticks()) * 16);
        }
        if (watch.patience() != Long.MAX_VALUE) {
            wait = Math.min(wait, LOOK_EVERY);
        }
        if (wait > 0 && inbox.isEmpty() && !stopRequest.asked() && pending == null) {
            try {
                news.awaitNanos(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the next look sees it
            }
        }
    }

    /** Executes instructions one by one on one vCPU, while the others stand still. */
    Exit step(KvmCpu cpu, long count, long deadline) {
        if (firstRun == 0) {
            firstRun = System.nanoTime();
        }
        shown = cpu.index();
        lock.lock();
        try {
            inside = true;
            takeLater();
            if (pending != null) {
                return takePending();
            }
            for (long done = 0; done < count;) {
                Exit stop = stopRequest.take(deadline);
                if (stop != null) {
                    return stop;
                }
                drain();
                events.runDue(clock.ticks());
                lock.unlock();
                try {
                    done += threads.step(cpu, deadline) ? 1 : 0;
                } finally {
                    lock.lock();
                }
                if (pending != null) {
                    return takePending();
                }
            }
            return new Exit.Limit();
        } finally {
            inside = false;
            lock.unlock();
        }
    }

    /** What a vCPU left the guest for while the run before was ending; a breakpoint counts if it is still wanted. */
    private void takeLater() {
        for (Left left = later.poll(); left != null && pending == null; left = pending == null ? later.poll() : null) {
            if (!(left.exit instanceof Exit.Breakpoint) || cpus.get(left.cpu).standsAtBreakpoint()) {
                shown = left.cpu;
                pending = left.exit;
            }
        }
    }

    /** The guest begins anew: what its vCPUs left it for is the past. */
    void forget() {
        asInside(() -> {
            later.clear();
            return null;
        });
    }

    private Exit takePending() {
        Exit exit = pending;
        pending = null;
        Throwable failed = failure;
        failure = null;
        switch (failed) {
            case null -> {
                return exit;
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failed);
        }
    }

    @Override
    public void leave(Exit exit) {
        lock.lock();
        try {
            if (pending == null) {
                pending = exit;
                shown = served;
            } else if (!(exit instanceof Exit.Stopped)) { // of several reasons to stop one is enough; what the guest did is not to be lost
                later.add(new Left(served, exit));
            }
            threads.askToHalt();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop(String reason) {
        stopRequest.ask(reason);
        threads.askToHalt(); // at once; the thread of the run says so a little later
        threads.giveUpStep();
        wake();
    }

    @Override
    public void hand(Runnable action) {
        inbox.add(action);
        wake();
    }

    private void wake() {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void drain() {
        lock.lock();
        try {
            boolean wasInside = inside;
            inside = false;
            for (Runnable action = inbox.poll(); action != null; action = inbox.poll()) {
                action.run();
            }
            inside = wasInside;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean inside() {
        return inside;
    }

    @Override
    public <T> T asInside(Supplier<T> action) {
        lock.lock();
        try {
            boolean before = inside;
            inside = true;
            try {
                return action.get();
            } finally {
                inside = before;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isMachineThread() {
        return lock.isHeldByCurrentThread();
    }

    @Override
    public Cpu currentCpu() {
        return cpus.get(shown);
    }

    @Override
    public boolean allWait() {
        return false; // the kernel knows, and does not tell
    }

    @Override
    public boolean nextEvent() {
        long next = events.nextTick();
        if (next == Long.MAX_VALUE) {
            return false;
        }
        asInside(() -> {
            clock.skipTo(next);
            events.runDue(clock.ticks());
            return null;
        });
        return true;
    }

    @Override
    public Runnable whileIdle(HostDoor.IdleWork work) {
        return () -> { }; // time goes by by itself, so nothing has to be done instead of a jump
    }

    @Override
    public void onWoken(LongConsumer listener) {
        // time never jumps
    }

    @Override
    public void pace(Pacer pacer) {
        // the pace is the host's
    }

    @Override
    public void addEventStream(GenericTimer timer) {
        throw new IllegalStateException("the timers of a VM on KVM are in the kernel");
    }

    @Override
    public void requireExact(String what) {
        throw new UnsupportedOperationException(what + ": a VM on KVM runs in real time, on CPUs that do not count, and its RAM changes under our feet; "
                + "build it with cpu(Cpu.EMULATED) for a machine that is exact to the instruction");
    }

    @Override
    public boolean counts() {
        return false;
    }

    @Override
    public State save() {
        throw new UnsupportedOperationException("the threads of a VM on KVM have no state");
    }

    @Override
    public void restore(State state) {
        throw new UnsupportedOperationException("the threads of a VM on KVM have no state");
    }

    @Override
    public void close() {
        threads.close();
        if (doorbells != null) {
            doorbells.close();
        }
    }
}

package dev.cellvisor.vm;

import dev.cellvisor.cpu.kvm.KvmCpu;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The threads of a VM's vCPUs: KVM wants each vCPU to be run by one. They stand still, between two instructions, unless {@link #go} was called, and whenever
 * somebody wants their registers.
 */
final class KvmThreads implements AutoCloseable {
    /** How long an instruction has to end before it is disturbed, in nanoseconds; it needs longer if it waits for an interrupt, or its device is slow. */
    private static final long STEP_TIME = 1_000_000;

    private final List<Runner> runners = new ArrayList<>();
    private final ReentrantLock lock;
    private final Serving serving;
    private final Consumer<Throwable> failed;
    /** Guards what is not volatile in the runners; waited on for a change of any of it. */
    private final Gate gate = new Gate();
    private volatile boolean go;
    private boolean closing;

    /** Does what a vCPU's exit asks for. */
    @FunctionalInterface
    interface Serving {
        /**
         * Called on the vCPU's thread with the lock held.
         *
         * @param stepping whether the vCPU was to execute one instruction only
         * @return whether that instruction is over, or the run
         */
        boolean serve(KvmCpu cpu, boolean stepping);
    }

    /**
     * @param lock held while an exit is served
     * @param failed told when KVM refuses to go on, or a device throws; it is to end the run
     */
    KvmThreads(List<KvmCpu> cpus, ReentrantLock lock, Serving serving, Consumer<Throwable> failed) {
        this.lock = lock;
        this.serving = serving;
        this.failed = failed;
        cpus.forEach(cpu -> runners.add(new Runner(cpu)));
    }

    /** Lets all run; starts their threads the first time. */
    void go() {
        synchronized (gate) {
            runners.forEach(Runner::begin);
            go = true;
            gate.notifyAll();
        }
    }

    /** Makes all come to a halt soon, without waiting for it. */
    void askToHalt() {
        boolean went = go;
        go = false;
        if (went) { // a second kick would only cost the time that somebody waits for
            for (Runner runner : runners) {
                runner.cpu.vcpu().kick();
            }
        }
    }

    /** Makes all come to a halt between two instructions, and waits until they have. Not with the lock: an access may have to be served first. */
    void halt() {
        askToHalt();
        for (Runner runner : runners) {
            gate.await(() -> runner.parked);
        }
    }

    /**
     * Lets one execute one instruction; the others stand still. Returns when that is over. Not with the lock.
     *
     * @param deadline {@link System#nanoTime} at which it is given up: an instruction may wait for an interrupt
     * @return whether it was executed; if not, somebody wanted its registers first, {@link #giveUpStep} was called, or the deadline came
     */
    boolean step(KvmCpu cpu, long deadline) {
        Runner runner = runners.get(cpu.index());
        synchronized (gate) {
            runner.begin();
            runner.stepped = false;
            runner.step = true;
            gate.notifyAll();
        }
        if (!gate.await(() -> !runner.step && runner.parked, deadline)) {
            giveUpStep();
            gate.await(() -> runner.parked);
        }
        synchronized (gate) {
            return runner.stepped;
        }
    }

    /** Ends a {@link #step} that another thread waits for, if its instruction does not end by itself. */
    void giveUpStep() {
        synchronized (gate) {
            for (Runner runner : runners) {
                if (runner.step) {
                    runner.step = false;
                    runner.cpu.vcpu().kick();
                    gate.notifyAll();
                }
            }
        }
    }

    /** How a vCPU is made to stand still for somebody who wants its registers. */
    KvmCpu.Pauser pauser(KvmCpu cpu) {
        return new KvmCpu.Pauser() {
            @Override
            public <T> T whileStopped(Supplier<T> action) {
                return runners.get(cpu.index()).whileStopped(action);
            }
        };
    }

    @Override
    public void close() {
        halt();
        synchronized (gate) {
            closing = true;
            gate.notifyAll();
        }
        for (Runner runner : runners) {
            gate.await(() -> runner.ended);
        }
    }

    private final class Runner implements Runnable {
        final KvmCpu cpu;
        private Thread thread;
        private boolean parked = true;
        /** Whether it is to execute one instruction; changed with the gate. */
        private volatile boolean step;
        private boolean stepped;
        private boolean ended = true;
        /** Whether it has executed nothing since it stood still. */
        private boolean first = true;
        /** Whether it has come back from the guest and waits for the lock: who holds the lock may look at its registers. */
        private boolean atTheDoor;
        private volatile int holds;

        Runner(KvmCpu cpu) {
            this.cpu = cpu;
        }

        void begin() {
            if (thread == null) {
                ended = false;
                parked = false;
                thread = Thread.ofPlatform().daemon().name("vcpu" + cpu.index()).start(this);
            }
        }

        <T> T whileStopped(Supplier<T> action) {
            if (Thread.currentThread() == thread) {
                return action.get();
            }
            boolean mayBeAtTheDoor = lock.isHeldByCurrentThread();
            synchronized (gate) {
                if (step && !mayBeAtTheDoor) { // or somebody who reads registers all the time would never let one end
                    gate.await(() -> !step, System.nanoTime() + STEP_TIME);
                }
                holds++;
                if (!parked) {
                    cpu.vcpu().kick();
                }
            }
            try {
                gate.await(() -> parked || mayBeAtTheDoor && atTheDoor);
                return action.get();
            } finally {
                synchronized (gate) {
                    holds--;
                    gate.notifyAll();
                }
            }
        }

        @Override
        public void run() {
            cpu.vcpu().bind();
            try {
                while (more()) {
                    // its condition is all there is to do
                }
            } finally {
                cpu.vcpu().release();
                synchronized (gate) {
                    parked = true;
                    step = false;
                    ended = true;
                    gate.notifyAll();
                }
            }
        }

        /** Runs until something is to be looked at; whether it goes on at all. */
        private boolean more() {
            cpu.vcpu().settle();
            if (!go || holds > 0) { // looked at after settling: whoever kicks has changed one of them before
                finishAccess();
                first = true;
                return park();
            }
            try {
                if (first && cpu.standsAtBreakpoint()) {
                    step(); // the first instruction of a run is executed whatever stands there
                } else if (cpu.enter()) {
                    serve(false);
                }
            } catch (Throwable e) {
                failed.accept(e);
            }
            first = false;
            return true;
        }

        private boolean serve(boolean stepping) {
            takeLock();
            try {
                return serving.serve(cpu, stepping);
            } finally {
                lock.unlock();
            }
        }

        private void takeLock() {
            if (!lock.tryLock()) {
                door(true);
                lock.lock();
                door(false);
            }
        }

        private void door(boolean at) {
            synchronized (gate) {
                atTheDoor = at;
                gate.notifyAll();
            }
        }

        /** Ends the instruction that has begun. It may have further accesses; each is served as any other. If a device throws, the thread lives on. */
        private void finishAccess() {
            if (cpu.inAccess()) {
                takeLock();
                try {
                    cpu.finishAccess();
                } catch (Throwable e) {
                    failed.accept(e);
                } finally {
                    lock.unlock();
                }
            }
        }

        /** Stands still until it may go; whether it goes on at all. */
        private boolean park() {
            boolean oneStep;
            synchronized (gate) {
                parked = true;
                gate.notifyAll();
                gate.await(() -> (go || step) && holds == 0 || closing);
                if (closing) {
                    return false;
                }
                oneStep = step;
                parked = false;
            }
            if (oneStep) {
                boolean over = true;
                try {
                    over = step() || cpu.inAccess(); // what is begun is finished
                } catch (Throwable e) {
                    failed.accept(e);
                }
                finishAccess();
                synchronized (gate) {
                    stepped = over;
                    step = false;
                    gate.notifyAll();
                }
            }
            return true;
        }

        /** Executes one instruction, with the accesses that belong to it; whether it did, and nobody wanted it to stand still before. */
        private boolean step() {
            cpu.arm(true);
            try {
                while (true) {
                    cpu.vcpu().settle();
                    if (holds > 0 || !go && !step) { // looked at after settling, so that no kick is lost
                        return false;
                    }
                    if (cpu.enter() && serve(true)) {
                        return true;
                    }
                }
            } finally {
                cpu.arm(false);
            }
        }
    }
}

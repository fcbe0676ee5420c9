package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import java.util.concurrent.locks.ReentrantLock;

/** A VM's runs: one at a time, from what was done while it stood still to a result; and what else may be done only between two instructions. */
final class Running {
    private final Vm vm;
    private final ReentrantLock lock = new ReentrantLock();
    private BootSetup prepared;
    private Vm.ResetPolicy resetPolicy = Vm.ResetPolicy.RESTART;

    Running(Vm vm) {
        this.vm = vm;
    }

    /** What a reset goes back to; {@code null} if nothing was prepared. */
    void prepared(BootSetup setup) {
        prepared = setup;
    }

    void onReset(Vm.ResetPolicy policy) {
        resetPolicy = policy;
    }

    boolean stopsAtReset() {
        return resetPolicy == Vm.ResetPolicy.STOP;
    }

    // ---- who may ----

    /** Whether the caller's thread has it. */
    boolean isMine() {
        return lock.isHeldByCurrentThread();
    }

    boolean isAnothers() {
        return lock.isLocked() && !lock.isHeldByCurrentThread();
    }

    /** Keeps other threads from running it until {@link #letGo}; whether that is possible now. */
    boolean tryHold() {
        return lock.tryLock();
    }

    /** The same, waiting for it. */
    void hold() {
        lock.lock();
    }

    void letGo() {
        lock.unlock();
    }

    /** Does something that the guest can see: now if the VM stands still, between two instructions if it runs on another thread. */
    void outside(Runnable action) {
        vm.requireOpen();
        if (lock.tryLock()) {
            try {
                vm.scheduler().drain();
                action.run();
            } finally {
                lock.unlock();
            }
        } else {
            vm.scheduler().hand(action);
        }
    }

    // ---- runs ----

    /** Executes so many instructions; idle time is jumped over. */
    RunResult step(long instructions) {
        if (vm.kvm() != null) {
            return stepOnKvm(0, instructions);
        }
        if (instructions >= 0 && instructions <= Steps.MOST && vm.begunProfile() == null) {
            return stepShortly(instructions);
        }
        return run(Condition.instructions(instructions), false);
    }

    /** Whoever runs it has it alone, until {@code lock.unlock()}. */
    private void lockForRun() {
        vm.requireOpen();
        if (!lock.tryLock()) {
            throw new IllegalStateException("VM '" + vm.name() + "' is running on another thread; pause() it first");
        }
    }

    /** What was done to it while it stood still counts before the first instruction. */
    private void beginRun() {
        vm.scheduler().drain();
        vm.inputGate().flush();
        vm.boardDevices().begin();
        History history = vm.begunHistory();
        if (history != null && !vm.scheduler().replaying()) {
            history.runs();
        }
    }

    /** Runs until a condition is met; whether it is an error if the run ends for another reason. */
    RunResult run(Condition condition, boolean must) {
        lockForRun();
        try {
            refuseInexact(condition);
            long startInstructions = vm.clock().instructions();
            long startTicks = vm.clock().ticks();
            int startConsole = vm.console().size();
            long startNanos = System.nanoTime();
            long deadline = startNanos + (long) Math.min(condition.limitSeconds() * 1e9, Long.MAX_VALUE / 4.0);
            beginRun();
            Exit exit;
            String met;
            try (var watch = new Watch(vm, condition)) {
                long goal = !vm.scheduler().counts() ? Long.MAX_VALUE
                        : Math.min(Watch.saturatedAdd(startInstructions, condition.limitInstructions()), watch.countGoal());
                exit = runThroughResets(goal, deadline, watch);
                met = watch.met(exit, condition);
            }
            var result = new RunResult(exit, met, vm.scheduler().counts() ? vm.clock().instructions() - startInstructions : RunResult.NOT_COUNTED, vm.clock().ticks() - startTicks,
                    vm.console().textFrom(startConsole), (System.nanoTime() - startNanos) / 1e9);
            if (must && !result.met()) {
                throw new RunLimitException(condition, result, vm.console().lastLines(12), where());
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** What {@link #run} does, without all that a condition may need: a step is to take a tenth of a microsecond. */
    private RunResult stepShortly(long instructions) {
        lockForRun();
        try {
            long startNanos = System.nanoTime();
            beginRun();
            long startInstructions = vm.clock().instructions();
            long startTicks = vm.clock().ticks();
            int startConsole = vm.console().size();
            Exit exit = runThroughResets(startInstructions + instructions, startNanos + Steps.PATIENCE_NANOS, Steps.WATCH);
            long executed = vm.clock().instructions() - startInstructions;
            return new RunResult(exit, exit instanceof Exit.Limit && executed >= instructions ? Steps.condition(instructions) : "", executed,
                    vm.clock().ticks() - startTicks, vm.console().size() == startConsole ? "" : vm.console().textFrom(startConsole), (System.nanoTime() - startNanos) / 1e9);
        } finally {
            lock.unlock();
        }
    }

    /** One instruction after the other on one vCPU: the host's debug hardware counts exactly. */
    private RunResult stepOnKvm(int cpu, long instructions) {
        lockForRun();
        try {
            long startTicks = vm.clock().ticks();
            int startConsole = vm.console().size();
            long startNanos = System.nanoTime();
            vm.inputGate().flush();
            vm.boardDevices().begin();
            Exit exit = ((KvmExecution) vm.scheduler()).step(vm.kvm().cpus().get(cpu), instructions, startNanos + (long) (Condition.DEFAULT_SECONDS * 1e9));
            String met = exit instanceof Exit.Limit ? "instructions(" + instructions + ")" : "";
            return new RunResult(exit, met, exit instanceof Exit.Limit ? instructions : RunResult.NOT_COUNTED, vm.clock().ticks() - startTicks,
                    vm.console().textFrom(startConsole), (System.nanoTime() - startNanos) / 1e9);
        } finally {
            lock.unlock();
        }
    }

    private void refuseInexact(Condition condition) {
        for (Condition.Stop stop : condition.stops()) {
            // Nobody can tell whether KVM's CPUs all wait; beside other conditions it is just never met.
            if (stop instanceof Condition.Stop.Count || stop instanceof Condition.Stop.Idle && condition.stops().size() == 1) {
                vm.scheduler().requireExact(stop.toString());
            }
        }
    }

    private Exit runThroughResets(long goal, long deadline, Scheduler.Watch watch) {
        while (true) {
            Exit exit = vm.scheduler().run(goal, deadline, watch);
            if (!(exit instanceof Exit.Reset)) {
                return exit;
            }
            if (vm.panicWatch().seen() != null) {
                return new Exit.Stuck(vm.panicWatch().seen());
            }
            if (stopsAtReset() || prepared == null) {
                return exit;
            }
            restart();
        }
    }

    /** The guest's reset: RAM, devices and CPUs are as {@link BootSetup#prepare} left them; time and the console go on. */
    private void restart() {
        RamPages.clear(vm.memory());
        if (vm.kvm() != null) {
            vm.kvm().reset();
        }
        vm.boardDevices().reset();
        prepared.place();
    }

    private String where() {
        Cpu cpu = vm.scheduler().currentCpu();
        return "CPU %d is at %s".formatted(cpu.index(), vm.symbols().describe(cpu.pc()));
    }
}

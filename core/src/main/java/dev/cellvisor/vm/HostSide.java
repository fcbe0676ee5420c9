package dev.cellvisor.vm;

import dev.cellvisor.virtio.HostDoor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The door between this VM and what is outside of it, as its devices see it. */
final class HostSide implements HostDoor {
    /** How long a thread sleeps before it looks whether the VM still runs elsewhere. */
    private static final long PATIENCE_MILLIS = 20;

    private final Vm vm;
    private final Object news = new Object();
    private final List<Runnable> watches = new CopyOnWriteArrayList<>();
    /** Whether what is done right now came in by this door. On the thread that has the VM only. */
    private boolean entered;

    HostSide(Vm vm) {
        this.vm = vm;
    }

    /** A VM that is closed takes nothing any more. */
    @Override
    public void hand(String detail, byte[] payload, Runnable action) {
        boolean again = vm.scheduler().replaying() && vm.scheduler().inside(); // what the host's side sends once more: it comes from the log
        if (vm.isOpen() && !again) {
            vm.outside(() -> {
                vm.inputGate().log(InputLog.Kind.DEVICE, detail, payload);
                vm.inputGate().asMachine(() -> { // what it leads to is the machine's own doing
                    action.run();
                    return null;
                });
            });
        }
    }

    @Override
    public <T> T enter(Supplier<T> action) {
        if (vm.runsHere()) {
            return action.get();
        }
        var task = new FutureTask<>(() -> inside(action));
        vm.outside(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    vm.outside(() -> { }); // the run may have ended before it saw the task: whoever comes next does all that waits
                } catch (InterruptedException e) {
                    interrupted = true; // what was handed over will be done, so its outcome is to be known
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What an input leads to is the machine's own doing: it is not logged again. */
    private <T> T inside(Supplier<T> action) {
        boolean before = entered;
        entered = true;
        try {
            return vm.inputGate().asMachine(action);
        } finally {
            entered = before;
        }
    }

    @Override
    public void log(String detail, byte[] payload) {
        if (entered) {
            vm.inputGate().log(InputLog.Kind.DEVICE, detail, payload);
        }
    }

    @Override
    public void await(BooleanSupplier done, String what, boolean mayRun) throws InterruptedException {
        if (vm.runsHere()) {
            throw new IllegalStateException("waiting for " + what + " in what the machine itself calls would stop it for ever; "
                    + "wait outside of its run, or ask what is there");
        }
        while (!enter(done::getAsBoolean)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!mayRun || !runUntil(done, what)) {
                synchronized (news) {
                    news.wait(PATIENCE_MILLIS);
                }
            }
        }
    }

    /** Runs the VM until something holds; {@code false} if it runs on another thread. */
    private boolean runUntil(BooleanSupplier done, String what) throws InterruptedException {
        if (!vm.tryHold()) {
            return false;
        }
        try {
            vm.runUntil(Condition.host(done, what));
            return true;
        } catch (RunLimitException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        } finally {
            vm.letGo();
        }
    }

    @Override
    public void news() {
        watches.forEach(Runnable::run);
        synchronized (news) {
            news.notifyAll();
        }
    }

    @Override
    public boolean replaying() {
        return vm.scheduler().replaying();
    }

    @Override
    public boolean outside() {
        return vm.inputGate().outside();
    }

    @Override
    public void plugged(String place, String device) {
        if (vm.inputGate().outside()) {
            vm.inputGate().log(InputLog.Kind.ATTACH, (place + " " + device).strip(), new byte[0]);
        }
    }

    @Override
    public void accessing(long address, int sizeBytes, boolean write, long value) {
        vm.inputGate().accesses().accessing(address, sizeBytes, write, value);
    }

    @Override
    public void accessed() {
        vm.inputGate().accesses().accessed();
    }

    @Override
    public void tell(Runnable hostCode) {
        vm.inputGate().asHost(hostCode);
    }

    @Override
    public Runnable whileIdle(IdleWork work) {
        return vm.scheduler().whileIdle(work);
    }

    /** Calls a listener after each {@link #news}, on the VM's thread, until the handle is closed. */
    AutoCloseable watch(Runnable listener) {
        watches.add(listener);
        return () -> watches.remove(listener);
    }
}

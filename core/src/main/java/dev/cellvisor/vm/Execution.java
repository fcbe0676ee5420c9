package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.GenericTimer;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.HostDoor;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** How a VM's CPUs are executed: in turns by {@link Scheduler}, or by {@link KvmExecution} on threads of their own. */
interface Execution extends Stateful, AutoCloseable {

    /**
     * Runs until something ends it.
     *
     * @param goal the count of retired instructions at which it ends with {@link Exit.Limit}
     * @param deadline {@link System#nanoTime} at which it ends with {@link Exit.Stopped}
     */
    Exit run(long goal, long deadline, Scheduler.Watch watch);

    /** Ends the run as soon as the CPUs are between two instructions. For devices, listeners, events. */
    void leave(Exit exit);

    /** Ends the current or next run, from any thread. */
    void stop(String reason);

    /** Has something done between two instructions, from any thread, while a run goes on. */
    void hand(Runnable action);

    /** Does what was handed over while nobody ran. */
    void drain();

    /** Whether what happens right now comes from the guest and its devices, and not from outside. */
    boolean inside();

    /** Does something as if the guest or a device did it. */
    <T> T asInside(Supplier<T> action);

    /** Whether the caller is a thread of the machine itself, beside the one that called {@link #run}. */
    default boolean isMachineThread() {
        return false;
    }

    /** The CPU to show when a run has ended. */
    Cpu currentCpu();

    /** Whether no CPU can go on before something happens. */
    boolean allWait();

    /** Whether to run on to a tick would be nothing but to wait: no CPU goes on before it, no event is due, and nobody on the host is to be asked. */
    default boolean onlyWaits(long tick) {
        return false;
    }

    /** Lets time pass to the next event, with no CPU running, for a driver by hand; whether there was one. */
    boolean nextEvent();

    /** Has some work done whenever every CPU waits; the returned action ends that. */
    Runnable whileIdle(HostDoor.IdleWork work);

    /** Is told the tick when such work made time stop before the next event: the host had something. */
    void onWoken(LongConsumer listener);

    /** Whether the next run is to end at once: somebody asked for it, or the thread was interrupted. */
    default boolean toldToStop() {
        return false;
    }

    /** Whether nothing on the host's side has a say in when time passes: no pacer, and no work while all wait. */
    default boolean undisturbed() {
        return false;
    }

    /** What happens when every CPU waits. */
    void pace(Pacer pacer);

    /** Adds the next CPU's event stream (Arm ARM, D12). */
    void addEventStream(GenericTimer timer);

    /**
     * Refuses what only an exact machine can do.
     *
     * @throws UnsupportedOperationException with the reason, on KVM
     */
    default void requireExact(String what) {
    }

    /** Is told again and again between two instructions of a run: for what keeps a past. */
    default void onBoundary(Runnable listener) {
        requireExact("history()");
    }

    /** Whether a run is being repeated from the log. */
    default boolean replaying() {
        return false;
    }

    /** Says so. */
    default void replaying(boolean now) {
        requireExact("a replay");
    }

    /** Lets time pass to a tick with all that is due until then, and no CPU running. */
    default void passTo(long tick) {
        requireExact("a replay");
    }

    /** Whether instructions are counted. */
    default boolean counts() {
        return true;
    }

    @Override
    default void close() {
    }
}

package dev.cellvisor.virtio;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The door between a VM and what is outside of it, as devices see it. What the host's side of a device (a stream, a channel, a network) does
 * to the guest comes in here, from whatever thread, so that it happens between two instructions and is logged as an input.
 */
public interface HostDoor {

    /** No VM: everything is done at once on the caller's thread, and waiting for what is not there fails. */
    HostDoor OPEN = new HostDoor() {
    };

    /**
     * Lets something in, without waiting until it is done: it is logged with the instruction at which it came in.
     *
     * @param detail the device's {@linkplain DeviceContext#place place}, and all that the device needs to be given it again
     * @param payload its bytes
     * @param action what it does
     */
    default void hand(String detail, byte[] payload, Runnable action) {
        action.run();
    }

    /**
     * Does something with the device, and returns what came of it: at once if the VM stands still or the caller is part of its run,
     * else between two of its instructions while the caller waits. An action that is an input {@linkplain #log says so}.
     *
     * @throws RuntimeException as the action does
     */
    default <T> T enter(Supplier<T> action) {
        return action.get();
    }

    /** Within {@link #enter}: logs an input before it is done, unless it comes from the VM's own run and so is no input. */
    default void log(String detail, byte[] payload) {
    }

    /**
     * Waits until something holds, looking at it after each {@link #news}. If the VM stands still, it runs for that time on the caller's
     * thread; if it runs on another one, the caller sleeps.
     *
     * @param done looked at within {@link #enter}
     * @param what is waited for, for messages
     * @param mayRun whether the VM may be run for it; else it is left to others to run it
     * @throws InterruptedException if the thread is interrupted meanwhile
     * @throws RuntimeException if the VM's run ends for another reason
     */
    default void await(BooleanSupplier done, String what, boolean mayRun) throws InterruptedException {
        if (!done.getAsBoolean()) {
            throw new IllegalStateException("waiting for " + what + " would never end: the device is in no VM that could run");
        }
    }

    /** Told by the device whenever something has changed that its host side may be waiting for. */
    default void news() {
    }

    /** Whether a run is being repeated from the log: nothing is to be done on the host's side, since it was done then. */
    default boolean replaying() {
        return false;
    }

    /** Whether what happens right now is host code's doing, and to be let in as an input. */
    default boolean outside() {
        return false;
    }

    /**
     * Another device was put into a slot, or ({@code ""}) it was taken out: the machine is built another way.
     *
     * @param place the slot's {@linkplain DeviceContext#place place}
     */
    default void plugged(String place, String device) {
    }

    /** Before an access to a register of the device's slot: one by host code is an input, by whatever way it comes. */
    default void accessing(long address, int sizeBytes, boolean write, long value) {
    }

    /** After it. */
    default void accessed() {
    }

    /** Tells host code of something in the middle of the VM's run: what it does to the machine comes from outside. */
    default void tell(Runnable hostCode) {
        hostCode.run();
    }

    /** Something that waits for the host while every CPU waits. */
    interface IdleWork {

        /**
         * Every CPU waits. Called on the VM's thread.
         *
         * @param now the guest's time in ticks
         * @param next the tick of the next event
         * @return the tick that time is to be now, from {@code now} to {@code next}; -1 if there was nothing to wait for
         */
        long idle(long now, long next);
    }

    /**
     * Has some work done whenever every CPU waits.
     *
     * @return ends that
     */
    default Runnable whileIdle(IdleWork work) {
        return () -> { };
    }
}

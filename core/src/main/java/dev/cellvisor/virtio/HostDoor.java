package dev.cellvisor.virtio;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How a device's host side (channels, streams, ports) reaches the device from whatever thread: everything it does to the guest goes
 * through here, so that it happens between two instructions and can be logged as an input.
 */
public interface HostDoor {

    /** No VM: everything is done at once on the caller's thread, and waiting for what is not there fails. */
    HostDoor OPEN = new HostDoor() {
        @Override
        public <T> T enter(Supplier<T> action) {
            return action.get();
        }

        @Override
        public void log(String detail, byte[] payload) {
        }

        @Override
        public void await(BooleanSupplier done, String what, boolean mayRun) {
            if (!done.getAsBoolean()) {
                throw new IllegalStateException("waiting for " + what + " would never end: the device is in no VM that could run");
            }
        }

        @Override
        public void news() {
        }
    };

    /**
     * Does something with the device, and returns what came of it: at once if the VM stands still or the caller is part of its run,
     * else between two of its instructions while the caller waits.
     *
     * @throws RuntimeException as the action does
     */
    <T> T enter(Supplier<T> action);

    /** Within {@link #enter}: logs an input before it is done, unless it comes from the VM's own run and so is no input. */
    void log(String detail, byte[] payload);

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
    void await(BooleanSupplier done, String what, boolean mayRun) throws InterruptedException;

    /** Told by the device whenever something has changed that its host side may be waiting for. */
    void news();
}

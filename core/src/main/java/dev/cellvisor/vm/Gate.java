package dev.cellvisor.vm;

import java.util.function.BooleanSupplier;

/** Guards what several threads change and wait for: each change is made inside {@code synchronized (gate)} and ends with {@code notifyAll}. */
final class Gate {

    /** Waits for something that comes by itself and soon: an interrupt of the thread is kept for later. */
    void await(BooleanSupplier state) {
        await(state, Long.MAX_VALUE);
    }

    /**
     * As {@link #await(BooleanSupplier)}, but not for ever.
     *
     * @param deadline {@link System#nanoTime} until which it waits, or {@link Long#MAX_VALUE}
     * @return whether it came
     */
    synchronized boolean await(BooleanSupplier state, long deadline) {
        boolean interrupted = false;
        boolean came = state.getAsBoolean();
        while (!came) {
            long left = deadline == Long.MAX_VALUE ? 0 : deadline - System.nanoTime();
            if (deadline != Long.MAX_VALUE && left <= 0) {
                break;
            }
            try {
                wait((left + 999_999) / 1_000_000);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            came = state.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return came;
    }
}

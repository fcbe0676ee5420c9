package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;

/** What may end a run from outside, whatever executes it: somebody's wish, from any thread; an interrupt of the thread; the limit of the host's time. */
final class StopRequest {
    private volatile String reason;

    /** Wishes that the current or next run ends. */
    void ask(String why) {
        reason = why;
    }

    /** Whether somebody wishes it. */
    boolean asked() {
        return reason != null;
    }

    /**
     * The end of the run, or {@code null} if it goes on; a wish is fulfilled by that.
     *
     * @param deadline {@link System#nanoTime} at which it ends
     */
    Exit take(long deadline) {
        if (reason != null) {
            String why = reason;
            reason = null;
            return new Exit.Stopped(why);
        }
        if (Thread.currentThread().isInterrupted()) { // the flag stays, so that the caller's own loops end too
            return new Exit.Stopped("the thread was interrupted");
        }
        if (deadline != Scheduler.NO_DEADLINE && System.nanoTime() - deadline >= 0) {
            return new Exit.Stopped("the limit of the host's time");
        }
        return null;
    }
}

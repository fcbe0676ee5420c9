package dev.cellvisor.cli;

import dev.cellvisor.time.Clock;
import dev.cellvisor.vm.Pacer;

/** Lets as much real time pass as the guest's while every CPU waits, so that a person can follow; a key ends the wait. */
final class RealTimePacer implements Pacer {
    private final Runnable beforeWaiting;
    private boolean woken;

    /** @param beforeWaiting done before each wait, e.g. to flush output */
    RealTimePacer(Runnable beforeWaiting) {
        this.beforeWaiting = beforeWaiting;
    }

    @Override
    public long idle(long now, long next) {
        beforeWaiting.run();
        long start = System.nanoTime();
        long wanted = next - now > Long.MAX_VALUE / 16 ? Long.MAX_VALUE : Clock.nanoseconds(next - now);
        synchronized (this) {
            while (!woken) {
                long left = wanted - (System.nanoTime() - start);
                if (left <= 0) {
                    return next;
                }
                try {
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            woken = false;
        }
        long passed = (System.nanoTime() - start) / Clock.nanoseconds(1);
        return Math.min(next, now + passed);
    }

    /** Waits for a key; nothing else can happen. */
    synchronized void waitForInput() {
        while (!woken) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        woken = false;
    }

    @Override
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }
}

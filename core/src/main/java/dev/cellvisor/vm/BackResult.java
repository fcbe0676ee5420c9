package dev.cellvisor.vm;

import java.util.Locale;

/**
 * Where {@link Vm#runBackUntil} has gone.
 *
 * @param condition which condition was met, as text; of several at one instruction the first; empty if none was as far as the history goes
 * @param instruction where the VM is now
 */
public record BackResult(String condition, long instruction) {

    /** Whether one was met; if not, the VM is where it was. */
    public boolean met() {
        return !condition.isEmpty();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, met() ? "back at instruction %,d: %s" : "still at instruction %,d: nothing was met as far as the history goes", instruction, condition);
    }
}

package dev.cellvisor.vm;

import dev.cellvisor.cpu.Exit;
import java.util.Locale;

/**
 * What a run did.
 *
 * @param exit why it ended
 * @param condition which condition was met, as text; empty if it ended otherwise
 * @param instructions retired in this run, by all CPUs; {@link #NOT_COUNTED} on KVM
 * @param ticks of the guest's time that went by, 16 ns each
 * @param console what the guest wrote meanwhile, without carriage returns and control sequences
 * @param seconds of the host's time that it took; 0 for a single step, which takes less than to ask for the time
 */
public record RunResult(Exit exit, String condition, long instructions, long ticks, String console, double seconds) {

    /** What {@link #instructions} is where nobody counts. */
    public static final long NOT_COUNTED = -1;

    /** Whether it ended because the condition was met. */
    public boolean met() {
        return !condition.isEmpty();
    }

    @Override
    public String toString() {
        String why = met() ? "reached " + condition : "ended: " + describe(exit);
        if (instructions < 0) {
            return String.format(Locale.ROOT, "%s after %s of the guest's time, in %.3f s", why, guestTime(), seconds);
        }
        String speed = seconds > 0 ? String.format(Locale.ROOT, ", %.1f MIPS", instructions / seconds / 1e6) : "";
        return String.format(Locale.ROOT, "%s after %,d instructions (%s of the guest's time) in %.3f s%s", why, instructions,
                guestTime(), seconds, speed);
    }

    /** The guest's time that went by, as text: in seconds, or in microseconds if it was less than a thousand of them. */
    public String guestTime() {
        double seconds = ticks * 16e-9;
        return seconds < 1e-3 ? String.format(Locale.ROOT, "%.3f µs", seconds * 1e6) : String.format(Locale.ROOT, "%.6f s", seconds);
    }

    /** An exit in words. */
    static String describe(Exit exit) {
        return switch (exit) {
            case Exit.Limit() -> "the limit of instructions";
            case Exit.Waiting() -> "the CPU waits";
            case Exit.Idle() -> "every CPU waits and nothing is due (the guest waits for input)";
            case Exit.Stopped(String reason) -> "stopped: " + reason;
            case Exit.Breakpoint(long pc) -> "breakpoint at 0x%x".formatted(pc);
            case Exit.PowerOff() -> "the guest switched the machine off";
            case Exit.Reset() -> "the guest asked for a reset";
            case Exit.Stuck(String reason) -> "the guest is stuck: " + reason;
        };
    }
}

package dev.cellvisor.cpu;

import java.util.Locale;

/**
 * What an engine has done since it was made.
 *
 * @param blocks translations of blocks
 * @param traces translations of traces
 * @param invalidated translations that were forgotten because their page was written
 * @param entries how often machine code was entered
 * @param walks how often the translation tables were walked: accesses that the TLB did not hold
 * @param taken blocks that were not translated, since an earlier run's code was taken
 */
public record EngineCounts(long blocks, long traces, long invalidated, long entries, long walks, long taken) {
    /** Nothing. */
    public static final EngineCounts NONE = new EngineCounts(0, 0, 0, 0, 0, 0);

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d blocks and %,d traces translated, %s%,d forgotten, machine code entered %,d times, %,d page walks",
                blocks, traces, taken == 0 ? "" : String.format(Locale.ROOT, "%,d blocks taken from an earlier run, ", taken), invalidated, entries, walks);
    }
}

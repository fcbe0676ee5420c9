package dev.cellvisor.differential;

import java.time.Duration;

/** How much the tests of this package compare: a sample, or everything with {@code -Dcellvisor.full=true}. */
final class Scale {
    static final boolean FULL = Boolean.getBoolean("cellvisor.full");

    private Scale() {
    }

    static int of(int sample, int full) {
        return FULL ? full : sample;
    }

    /** A line for the log: what was compared, how long it took. */
    static void say(String text, long startNanos) {
        System.out.printf("%s (%.1f s)%n", text, Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1e3);
    }
}

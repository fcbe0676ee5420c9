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

    /** A figure of the test run (the launcher shows lines that begin like this): what was compared, how long it took. */
    static void say(String text, long startNanos) {
        System.out.printf("figure: beside QEMU%s, %s (%.1f s)%n", FULL ? "" : " (a sample)", text, Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1e3);
    }
}

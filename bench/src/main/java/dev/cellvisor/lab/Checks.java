package dev.cellvisor.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The named checks of a lab. A check fails by throwing anything; it is skipped, with the reason, by throwing {@link Skipped}. */
abstract class Checks {
    /** What a check does. */
    interface Body {
        void run() throws Throwable;
    }

    /** One check.
     * @param seconds how long it may take before the lab is given up */
    record Check(String name, int seconds, Body body) {
    }

    /** Why a check was not done. */
    static final class Skipped extends RuntimeException {
        Skipped(String reason) {
            super(reason);
        }
    }

    private final List<Check> checks = new ArrayList<>();

    /** The checks, in the order in which they run. */
    final List<Check> all() {
        return checks;
    }

    /** Adds all of others. */
    final void addAll(Checks others) {
        checks.addAll(others.checks);
    }

    /** Adds a check that may take a minute: on a machine with much else to do, a lab is slow. */
    final void check(String name, Body body) {
        check(name, 60, body);
    }

    /** Adds a check. */
    final void check(String name, int seconds, Body body) {
        checks.add(new Check(name, seconds, body));
    }

    /** Reports a figure. */
    static void figure(String name, double value, String unit) {
        Inside.say("figure %s: %s %s".formatted(name, value == Math.rint(value) ? "%.0f".formatted(value) : "%.3f".formatted(value), unit));
    }

    /** Reports times in nanoseconds: the best and the median, in microseconds. */
    static void figures(String name, long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        figure(name + ": best", sorted[0] / 1e3, "us");
        figure(name + ": median of " + sorted.length, sorted[sorted.length / 2] / 1e3, "us");
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    static void equal(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError("%s: expected %s, found %s".formatted(what, hex(expected), hex(actual)));
        }
    }

    private static String hex(Object value) {
        return value instanceof Long number ? "0x%x".formatted(number) : String.valueOf(value);
    }
}

package dev.cellvisor.notebook;

import java.util.Arrays;

/**
 * How a cell that loops is stopped: the bytecode of every cell calls {@link #check} at the start of each method and before each
 * jump back, and a thread that was condemned dies there. Public only because cells' code calls it.
 */
public final class CellStop {
    private static volatile Thread[] condemned = {};

    private CellStop() {
    }

    /** Called by cells. Throws in a thread that is to stop, and does nothing elsewhere. */
    public static void check() {
        if (condemned.length != 0) {
            checkThread();
        }
    }

    private static void checkThread() {
        for (Thread thread : condemned) {
            if (thread == Thread.currentThread()) {
                throw new Stopped();
            }
        }
    }

    static synchronized void condemn(Thread thread) {
        if (Arrays.asList(condemned).contains(thread)) {
            return;
        }
        Thread[] more = Arrays.copyOf(condemned, condemned.length + 1);
        more[condemned.length] = thread;
        condemned = more;
    }

    static synchronized void pardon(Thread thread) {
        condemned = Arrays.stream(condemned).filter(other -> other != thread).toArray(Thread[]::new);
    }

    /** Ends a cell. An error, so that a cell's {@code catch (Exception e)} does not swallow it. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the cell was interrupted", null, false, true);
        }
    }
}

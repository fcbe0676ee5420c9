package dev.cellvisor.irq;

/**
 * A wire from a device to an interrupt controller, or from the controller to a CPU. Setting a level that it already has does
 * nothing. Devices hold lines and know nothing of what is at the other end.
 *
 * <p>The lines of every VM are small classes and not lambdas: an interface with a constant keeps its lambdas out of the JVM's AOT cache, and to make
 * one anew takes some milliseconds of a start.
 */
@FunctionalInterface
public interface IrqLine {

    /** A line that goes nowhere. */
    IrqLine UNCONNECTED = new IrqLine() {
        @Override
        public void set(boolean asserted) {
            // nobody is there
        }
    };

    /** Drives the line. */
    void set(boolean asserted);

    /** Asserts the line. */
    default void raise() {
        set(true);
    }

    /** Deasserts the line. */
    default void lower() {
        set(false);
    }

    /** Asserts and deasserts it: one edge. */
    default void pulse() {
        set(true);
        set(false);
    }
}

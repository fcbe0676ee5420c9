package dev.cellvisor.irq;

import dev.cellvisor.memory.RegisterDevice;

/** Someone who is told of what is done to an interrupt controller by its methods, by devices and by host code alike, before it is done. */
public interface GicInputs {

    /** Nobody. */
    GicInputs NONE = new GicInputs() {
    };

    /**
     * A line is driven to another level.
     *
     * @param cpu whose PPI, or -1 for an SPI
     */
    default void line(int cpu, int intid, boolean asserted) {
    }

    /** An interrupt is made pending; of an SPI the CPU says nothing. */
    default void pending(int cpu, int intid) {
    }

    /** A message-signalled interrupt is sent. */
    default void message(int device, int event) {
    }

    /** A register of a frame is accessed. */
    default void accessing(RegisterDevice frame, long offset, int sizeBytes, boolean write, long value) {
    }

    /** That is done. */
    default void accessed() {
    }
}

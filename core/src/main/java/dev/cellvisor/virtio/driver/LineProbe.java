package dev.cellvisor.virtio.driver;

import dev.cellvisor.irq.IrqLine;

/** An interrupt line that ends in a test lamp: whether it is up, and how often it went up. */
public final class LineProbe implements IrqLine {
    private boolean asserted;
    private long rises;

    @Override
    public void set(boolean level) {
        if (level && !asserted) {
            rises++;
        }
        asserted = level;
    }

    /** Whether it is up. */
    public boolean asserted() {
        return asserted;
    }

    /** How often it went up. */
    public long rises() {
        return rises;
    }

    @Override
    public String toString() {
        return (asserted ? "up" : "down") + ", went up " + rises + " times";
    }
}

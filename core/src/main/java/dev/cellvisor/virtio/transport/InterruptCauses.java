package dev.cellvisor.virtio.transport;

import dev.cellvisor.irq.IrqLine;

/** InterruptStatus, and the one line that is up while any cause is set (VIRTIO 1.4, 4.2.3.4). */
final class InterruptCauses {
    static final int DEFINED = VirtioRegister.INT_USED_BUFFER | VirtioRegister.INT_CONFIG_CHANGE;

    private final IrqLine line;
    private int status;

    InterruptCauses(IrqLine line) {
        this.line = line;
    }

    int status() {
        return status;
    }

    void raise(int cause) {
        status |= cause;
        line.set(true);
    }

    void acknowledge(int bits) {
        int before = status;
        status &= ~bits;
        if (status != before) {
            // Boards wire this line as edge-triggered, as QEMU does: a cause that is left must make an edge of its own, or a driver
            // that acknowledged the other cause would never hear of it.
            line.set(false);
            line.set(status != 0);
        }
    }

    void set(int newStatus) {
        status = newStatus;
        line.set(newStatus != 0);
    }
}

package dev.cellvisor.irq;

import dev.cellvisor.trace.Trace;

/** The two lines on which an interrupt controller signals to one CPU. Their levels follow from the rest of its state. */
final class SignalLines {
    private final int cpu;
    private final Trace trace;
    private IrqLine irqLine = IrqLine.UNCONNECTED;
    private IrqLine fiqLine = IrqLine.UNCONNECTED;
    private boolean irq;
    private boolean fiq;

    SignalLines(int cpu, Trace trace) {
        this.cpu = cpu;
        this.trace = trace;
    }

    /** Connects them; they are driven to their level at once. */
    void connect(IrqLine newIrq, IrqLine newFiq) {
        irqLine = newIrq;
        fiqLine = newFiq;
        drive();
    }

    /** Drives both to their level again. */
    void drive() {
        irqLine.set(irq);
        fiqLine.set(fiq);
    }

    /**
     * Signals an interrupt, or nothing.
     *
     * @param signal whether there is one
     * @param asFiq on which line
     * @param intid which, for the trace
     */
    void signal(boolean signal, boolean asFiq, int intid) {
        boolean newIrq = signal && !asFiq;
        boolean newFiq = signal && asFiq;
        if (irq == newIrq && fiq == newFiq) {
            return;
        }
        if (signal && trace.on()) {
            trace.emit(new GicFact.Signalled(cpu, intid, asFiq));
        }
        irq = newIrq;
        fiq = newFiq;
        drive();
    }

    boolean irq() {
        return irq;
    }

    boolean fiq() {
        return fiq;
    }
}

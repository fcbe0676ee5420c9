package dev.cellvisor.irq;

import dev.cellvisor.state.Stateful;

/** What a board needs of its interrupt controller, whichever it is. INTIDs are 0 to 15 for SGIs, 16 to 31 for PPIs, 32 and up for SPIs. */
public interface InterruptController extends Stateful {

    /** The input of a shared interrupt. */
    IrqLine spi(int intid);

    /** The input of a private peripheral interrupt. */
    IrqLine ppi(int cpu, int intid);

    /** Connects the lines on which it signals to a CPU; they are driven to their level at once. */
    void connect(int cpu, IrqLine irq, IrqLine fiq);

    /** Makes an interrupt pending, as a write of ISPENDR does; an SGI or PPI at CPU 0. */
    void inject(int intid);
}

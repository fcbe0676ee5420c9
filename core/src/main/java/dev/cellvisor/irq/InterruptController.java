package dev.cellvisor.irq;

import dev.cellvisor.state.Stateful;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a board needs of its interrupt controller, whichever it is. INTIDs are 0 to 15 for SGIs, 16 to 31 for PPIs, 32 and up for SPIs. */
public interface InterruptController extends Stateful {

    /** The input of a shared interrupt. */
    IrqLine spi(int intid);

    /** The input of a private peripheral interrupt. */
    IrqLine ppi(int cpu, int intid);

    /** Connects the lines on which it signals to a CPU; they are driven to their level at once. */
    void connect(int cpu, IrqLine irq, IrqLine fiq);

    /** How many CPUs it serves. */
    int cpus();

    /** How many shared interrupts it has; their INTIDs start at 32. */
    int spis();

    /**
     * An interrupt as it is now.
     *
     * @param cpu whose SGI or PPI; without meaning for an SPI
     * @throws IllegalArgumentException if there is no such interrupt
     */
    GicInterrupt interrupt(int intid, int cpu);

    /** Every interrupt that is enabled, pending, active, or has its input asserted: the private ones by CPU, then the shared ones. */
    default List<GicInterrupt> interrupts() {
        Stream<GicInterrupt> own = IntStream.range(0, cpus()).boxed().flatMap(cpu -> IntStream.range(0, 32).mapToObj(intid -> interrupt(intid, cpu)));
        Stream<GicInterrupt> shared = IntStream.range(32, 32 + spis()).mapToObj(intid -> interrupt(intid, 0));
        return Stream.concat(own, shared).filter(GicInterrupt::used).toList();
    }

    /** Makes an interrupt pending, as a write of ISPENDR does; an SGI or PPI at CPU 0. */
    void inject(int intid);
}

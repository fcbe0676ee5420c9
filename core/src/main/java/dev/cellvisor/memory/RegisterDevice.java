package dev.cellvisor.memory;

/** A device whose registers can be listed by name and looked at without disturbing it. */
public interface RegisterDevice extends MmioDevice {

    /** Its registers. */
    RegisterTable registers();

    /**
     * What the register at this offset holds, without any effect: looking at a receive FIFO takes nothing out of it.
     *
     * @param offset of a register of {@link #registers}; elsewhere it is 0
     */
    long peek(long offset);

    @Override
    default String registerName(long offset) {
        return registers().nameAt(offset);
    }
}

package dev.cellvisor.time;

/**
 * The VM's time. Devices take time from here and from {@link EventQueue}, and from nowhere else.
 * One tick is 1 / {@link #TICKS_PER_SECOND} s; the generic timer counts ticks.
 */
public interface Clock {

    /** CNTFRQ_EL0 of every board: 62.5 MHz, as QEMU's virt machine has it. */
    long TICKS_PER_SECOND = 62_500_000;

    /** Ticks since the VM was built; never runs backwards. */
    long ticks();

    /** Instructions retired by all CPUs since the VM was built. */
    long instructions();

    /** Ticks as nanoseconds (16 ns each). */
    static long nanoseconds(long ticks) {
        return ticks * (1_000_000_000 / TICKS_PER_SECOND);
    }
}

package dev.cellvisor.device;

import dev.cellvisor.memory.MmioDevice;

/**
 * The registers by which hardware-reduced ACPI switches a machine off and resets it (ACPI 6.5, 4.8.3.7): sleep control, sleep status, reset, a byte each.
 */
public final class PowerPorts implements MmioDevice {
    /** The first one's port. */
    public static final int FIRST = 0x600;
    /** Sleep control. */
    public static final int SLEEP_CONTROL = FIRST;
    /** Sleep status. */
    public static final int SLEEP_STATUS = FIRST + 1;
    /** Reset. */
    public static final int RESET = FIRST + 2;
    /** What is to be written to {@link #RESET}. */
    public static final int RESET_VALUE = 1;
    /** The sleep type of "soft off", S5. */
    public static final int SLEEP_TYPE_OFF = 5;
    /** How many ports there are. */
    public static final int SIZE_BYTES = 3;
    private static final int SLP_EN = 1 << 5;
    private static final String[] NAMES = {"SLEEP_CONTROL", "SLEEP_STATUS", "RESET"};

    private final Runnable off;
    private final Runnable reset;

    /**
     * @param off called when the guest switches the machine off
     * @param reset called when it asks for a reset
     */
    public PowerPorts(Runnable off, Runnable reset) {
        this.off = off;
        this.reset = reset;
    }

    @Override
    public String name() {
        return "power";
    }

    @Override
    public String registerName(long offset) {
        return NAMES[(int) offset];
    }

    @Override
    public long read(long offset, int sizeBytes) {
        return 0;
    }

    @Override
    public void write(long offset, int sizeBytes, long value) {
        if (offset == 0 && (value & SLP_EN) != 0 && (value >> 2 & 7) == SLEEP_TYPE_OFF) {
            off.run();
        } else if (offset == 2 && value == RESET_VALUE) {
            reset.run();
        }
    }
}

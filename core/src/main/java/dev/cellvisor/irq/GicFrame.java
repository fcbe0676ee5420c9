package dev.cellvisor.irq;

import dev.cellvisor.memory.RegisterDevice;
import dev.cellvisor.memory.RegisterTable;

/** A frame of an interrupt controller's registers: named, with a table, and answered in the kernel where there is one. */
abstract class GicFrame implements RegisterDevice {
    private final String name;
    private final RegisterTable registers;
    private GicInputs inputs = GicInputs.NONE;

    GicFrame(String name, RegisterTable registers) {
        this.name = name;
        this.registers = registers;
    }

    /** Says who is told of accesses. */
    final void inputs(GicInputs newInputs) {
        inputs = newInputs;
    }

    @Override
    public final long read(long offset, int sizeBytes) {
        inputs.accessing(this, offset, sizeBytes, false, 0);
        try {
            return readRegister(offset, sizeBytes);
        } finally {
            inputs.accessed();
        }
    }

    @Override
    public final void write(long offset, int sizeBytes, long value) {
        inputs.accessing(this, offset, sizeBytes, true, value);
        try {
            writeRegister(offset, sizeBytes, value);
        } finally {
            inputs.accessed();
        }
    }

    abstract long readRegister(long offset, int sizeBytes);

    abstract void writeRegister(long offset, int sizeBytes, long value);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final RegisterTable registers() {
        return registers;
    }

    @Override
    public final Exits exits() {
        return Exits.IN_KERNEL;
    }

    /** An access that the architecture does not have, in words. */
    final String odd(boolean write, long offset, int sizeBytes) {
        return "%s of %d bytes at offset 0x%04x (%s) ignored".formatted(write ? "write" : "read", sizeBytes, offset, registers.nameAt(offset));
    }
}

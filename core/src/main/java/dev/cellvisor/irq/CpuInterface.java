package dev.cellvisor.irq;

import dev.cellvisor.state.Stateful;

/**
 * The part of an interrupt controller that one CPU reaches through its own system registers (GICv3's ICC_*_EL1).
 * An encoding is {@code op0:op1:CRn:CRm:op2} in 16 bits (2, 3, 4, 4, 3 bits, op0 highest), as in bits 20:5 of MRS and MSR.
 */
public interface CpuInterface extends Stateful {

    /** Whether this interface answers for a system register. */
    boolean handles(int encoding);

    /**
     * MRS of a register that {@link #handles} said yes to.
     *
     * @throws UndefinedAccess if the register is write-only or cannot be reached now
     */
    long read(int encoding);

    /**
     * MSR of a register that {@link #handles} said yes to.
     *
     * @throws UndefinedAccess if the register is read-only or cannot be reached now
     */
    void write(int encoding, long value);

    /** An access that the CPU must answer with Undefined Instruction. Preallocated: it carries no stack trace. */
    final class UndefinedAccess extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** The one instance. */
        public static final UndefinedAccess INSTANCE = new UndefinedAccess();

        private UndefinedAccess() {
            super("access to this register is undefined here", null, false, false);
        }
    }
}

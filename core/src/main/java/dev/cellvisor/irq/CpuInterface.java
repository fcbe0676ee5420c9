package dev.cellvisor.irq;

import dev.cellvisor.state.Stateful;
import java.util.Collections;
import java.util.SequencedMap;

/**
 * A block of system registers outside a CPU that the CPU reaches by MRS and MSR: GICv3's ICC_*_EL1, or the generic timer.
 * An encoding is {@code op0:op1:CRn:CRm:op2} in 16 bits (2, 3, 4, 4, 3 bits, op0 highest), as in bits 20:5 of MRS and MSR.
 */
public interface CpuInterface extends Stateful {

    /** Whether this interface answers for a system register. */
    boolean handles(int encoding);

    /**
     * MRS of a register that {@link #handles} said yes to.
     *
     * @param el the exception level of the access, 0 or 1
     * @throws UndefinedAccess if the register is write-only or cannot be reached now
     * @throws TrappedAccess if software at EL1 has asked to be told of the access instead
     */
    long read(int encoding, int el);

    /**
     * MSR of a register that {@link #handles} said yes to.
     *
     * @param el the exception level of the access, 0 or 1
     * @throws UndefinedAccess if the register is read-only or cannot be reached now
     * @throws TrappedAccess if software at EL1 has asked to be told of the access instead
     */
    void write(int encoding, int el, long value);

    /** Whether this block has sent an event to the CPU (see WFE) since it was last asked, as the timer's event stream does. */
    default boolean sentEvent() {
        return false;
    }

    /** Its registers by name, e.g. {@code "ICC_PMR_EL1"}, with their encodings, in the order of the specification. */
    default SequencedMap<String, Integer> registerNames() {
        return Collections.emptySortedMap();
    }

    /**
     * What a register holds, without any effect: looking at ICC_IAR1_EL1 acknowledges nothing.
     *
     * @return 0 for a write-only register, and for one that this interface does not have
     */
    default long peek(int encoding) {
        return 0;
    }

    /** The encoding of a system register from its parts, as in {@code S<op0>_<op1>_C<CRn>_C<CRm>_<op2>}. */
    static int encoding(int op0, int op1, int crn, int crm, int op2) {
        return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    /** An access that the CPU must answer with Undefined Instruction. Preallocated: it carries no stack trace. */
    final class UndefinedAccess extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** The one instance. */
        public static final UndefinedAccess INSTANCE = new UndefinedAccess();

        private UndefinedAccess() {
            super("access to this register is undefined here", null, false, false);
        }
    }

    /**
     * An access at EL0 that the CPU must answer with an exception to EL1 of class 0x18, "trapped MSR, MRS or System
     * instruction" (Arm ARM, ESR_EL1). Preallocated: it carries no stack trace.
     */
    final class TrappedAccess extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** The one instance. */
        public static final TrappedAccess INSTANCE = new TrappedAccess();

        private TrappedAccess() {
            super("access to this register from EL0 is trapped to EL1", null, false, false);
        }
    }
}

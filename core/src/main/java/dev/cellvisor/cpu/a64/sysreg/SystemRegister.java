package dev.cellvisor.cpu.a64.sysreg;

/**
 * One system register.
 *
 * @param name as the Arm ARM has it
 * @param encoding op0:op1:CRn:CRm:op2 in 16 bits
 * @param access who may do what
 * @param offset in the state block, or -1 for one that is computed or constant
 * @param writable the bits that a write changes
 */
record SystemRegister(String name, int encoding, Access access, int offset, long writable) {

    /** Who may do what. */
    enum Access {
        /** EL1 reads and writes; EL0 nothing. */
        EL1_RW(true, true, false, false),
        /** EL1 reads. */
        EL1_RO(true, false, false, false),
        /** EL1 writes. */
        EL1_WO(false, true, false, false),
        /** Both read and write. */
        EL0_RW(true, true, true, true),
        /** EL1 reads and writes, EL0 reads. */
        EL0_RO_EL1_RW(true, true, true, false),
        /** Both read. */
        EL0_RO(true, false, true, false);

        final boolean el1Read;
        final boolean el1Write;
        final boolean el0Read;
        final boolean el0Write;

        Access(boolean el1Read, boolean el1Write, boolean el0Read, boolean el0Write) {
            this.el1Read = el1Read;
            this.el1Write = el1Write;
            this.el0Read = el0Read;
            this.el0Write = el0Write;
        }

        boolean allows(int el, boolean write) {
            return el == 0 ? write ? el0Write : el0Read : write ? el1Write : el1Read;
        }
    }
}

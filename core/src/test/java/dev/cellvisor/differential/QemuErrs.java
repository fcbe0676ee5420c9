package dev.cellvisor.differential;

/**
 * What QEMU 7.2 does otherwise than the Arm ARM says, found by comparing with it. Blocks keep out of exactly that, so that every encoding can
 * still stand in one. Verdicts that differ are in {@link Explained}.
 */
enum QemuErrs {
    /** A subnormal number that is flushed to zero is taken for an integer. */
    FJCVTZS("FJCVTZS of a subnormal number under FPCR.FZ: Z is clear, since it is no integer (Arm ARM, FPToFixedJS)",
            "FZ is clear, or the number is not subnormal", 0xffff_fc00, 0x1e7e_0000),
    /** The sign is extended to 32 bits. */
    FCVTZS_HALF("FCVTZS Hd, Hn, #fbits: a write of 16 bits clears all above (Arm ARM, C1.2.5)",
            "FMOV Hd, Hd stands behind it", 0xfff0_fc00, 0x5f10_fc00),
    /** Such accesses come through; so they do under SCTLR_EL1.A when the instruction is LDAPR. */
    DEVICE_ALIGNMENT("misaligned accesses of Device memory, and LDAPR's: Alignment fault (Arm ARM, B2.5.2)",
            "they are aligned; A64CpuTest and LoadStoreTest have the others", 0, -1),
    /** {@code gen_check_sp_alignment} is empty. */
    SP_ALIGNMENT("a misaligned SP as a base: SP alignment fault (Arm ARM, D1.3.2)",
            "SP is a multiple of 16; AlignmentAndCodeTest has the others", 0, -1),
    /** The descriptor's bits are given. */
    PAR_SHAREABILITY("PAR_EL1.SH of Device and Normal Non-cacheable memory is 10 (Arm ARM, PAR_EL1)",
            "no AT without the MMU; MmuAgainstQemuTest leaves SH out there", 0, -1),
    /** op1 and op2 are the wrong way round. */
    DAIF_TRAPPED("ESR_EL1 of a DAIFSet or DAIFClr that is trapped at EL0 (Arm ARM, ESR_EL1, ISS of a trapped MSR)",
            "SCTLR_EL1.UMA allows them; TrapsAndCacheFaultsTest has the trap", 0, -1),
    /** The sign of a 32-bit answer is extended. */
    PSCI_ANSWER("the answer of a 32-bit call is in W0 (Arm DEN 0028, 3.1)", "MOV W0, W0 stands behind it", 0, -1),
    /** They are NOP while no key is enabled. */
    XPAC("XPACI and XPACD strip whether or not a key is enabled (Arm ARM, XPACD)", "all keys are enabled", 0, -1),
    /** A check of the translator fails, and QEMU ends. */
    ABORTS("unallocated words among half-precision two-register operations are Undefined", "ObjdumpVerdictTest has them", 0, -1);

    private final String what;
    private final String instead;
    private final int mask;
    private final int value;

    QemuErrs(String what, String instead, int mask, int value) {
        this.what = what;
        this.instead = instead;
        this.mask = mask;
        this.value = value;
    }

    /** Whether a word is one of the instruction that it does wrong. */
    boolean has(int w) {
        return (w & mask) == value;
    }

    @Override
    public String toString() {
        return what + ": " + instead;
    }
}

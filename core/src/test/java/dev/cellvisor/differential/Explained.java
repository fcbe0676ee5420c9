package dev.cellvisor.differential;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where our CPU and QEMU 7.2 give different verdicts or syndromes, and why ours stays as it is.
 *
 * @param reason with its source
 */
record Explained(String reason, Predicate<Validity.Disagreement> covers) {
    private static final int INSTRUCTION_ABORT = 0x21;
    private static final int PC_ALIGNMENT = 0x22;
    private static final int DATA_ABORT = 0x25;
    /** DBGPRCR_EL1, DBGAUTHSTATUS_EL1, DBGCLAIMSET_EL1, DBGCLAIMCLR_EL1, OSDTRRX_EL1, OSDTRTX_EL1, OSECCR_EL1, DBGDTR_EL0, DBGDTRRX_EL0 and DBGDTRTX_EL0. */
    private static final Set<Integer> DEBUG = Set.of(CodeBuilder.system(2, 0, 1, 4, 4), CodeBuilder.system(2, 0, 7, 14, 6), CodeBuilder.system(2, 0, 7, 8, 6),
            CodeBuilder.system(2, 0, 7, 9, 6), CodeBuilder.system(2, 0, 0, 0, 2), CodeBuilder.system(2, 0, 0, 3, 2), CodeBuilder.system(2, 0, 0, 6, 2),
            CodeBuilder.system(2, 3, 0, 4, 0), CodeBuilder.system(2, 3, 0, 5, 0));

    /** All of them. */
    static final List<Explained> ALL = List.of(
            new Explained("a branch to an address that is neither aligned nor mapped: PC alignment fault comes before Instruction Abort "
                    + "(Arm ARM, D1.3.6, synchronous exception prioritization); QEMU looks the page up first",
                    d -> d.theirs() >>> 26 == INSTRUCTION_ABORT && d.ours() >>> 26 == PC_ALIGNMENT && Kind.of(d.word()) == Kind.BRANCH_REGISTER),
            new Explained("HVC with another immediate than 0: the SMC Calling Convention (Arm DEN 0028, 2.9) reserves them, our firmware refuses; "
                    + "QEMU's PSCI does not look at it",
                    d -> (d.word() & 0xffe0_001f) == 0xd400_0002 && (d.word() & 0x1f_ffe0) != 0),
            new Explained("DBGPRCR_EL1, DBGAUTHSTATUS_EL1, the claim tags and the Debug Communications Channel: every Armv8-A core has them (Arm ARM, D19.3); "
                    + "QEMU 7.2 has not", d -> system(d.word(), 2) && DEBUG.contains(register(d.word()))),
            new Explained("DC and IC by an address that is not mapped: Translation fault (Arm ARM, AArch64.DC); QEMU 7.2 takes them for NOP, and DC CVAP's for a read's",
                    d -> system(d.word(), 1) && d.ours() >>> 26 == DATA_ABORT && (d.ours() & 0x1c0) == 0x140),
            new Explained("CBAR_EL1 is IMPLEMENTATION DEFINED: where the A57's own GIC registers are, which are not there",
                    d -> system(d.word(), 3) && register(d.word()) == CodeBuilder.system(3, 1, 15, 3, 0)));

    /** The reason for a disagreement, or {@code null}. */
    static String reason(Validity.Disagreement disagreement) {
        return ALL.stream().filter(explained -> explained.covers.test(disagreement)).map(Explained::reason).findFirst().orElse(null);
    }

    private static boolean system(int word, int op0) {
        return (word & 0xffc0_0000) == 0xd500_0000 && (word >>> 19 & 3) == op0;
    }

    private static int register(int word) {
        return word >>> 5 & 0xffff;
    }
}

package dev.cellvisor.cpu.a64.isa;

/** Which instructions an indirect branch into a guarded page may land on (FEAT_BTI; Arm ARM, BTypeCompatible). */
public final class LandingPad {
    private static final int CALLS = 1 << 1 | 1 << 2;
    /** All kinds. */
    public static final int ANY = CALLS | 1 << 3;

    private LandingPad() {
    }

    /**
     * The kinds of branch that may land on an instruction.
     *
     * @param word the instruction
     * @param strict SCTLR_EL1.BT0 or BT1: PACIASP and PACIBSP are no pads for jumps
     * @return a bit for each of PSTATE.BTYPE's values 1 to 3
     */
    public static int allows(int word, boolean strict) {
        return switch (word) {
            case 0xd503_233f, 0xd503_237f -> strict ? CALLS : ANY; // PACIASP, PACIBSP
            case 0xd503_245f -> CALLS; // BTI c
            case 0xd503_249f -> 1 << 1 | 1 << 3; // BTI j
            case 0xd503_24df -> ANY; // BTI jc
            // BRK and HLT: their exceptions come first.
            default -> (word & 0xffe0_001f) == 0xd420_0000 || (word & 0xffe0_001f) == 0xd440_0000 ? ANY : 0;
        };
    }
}

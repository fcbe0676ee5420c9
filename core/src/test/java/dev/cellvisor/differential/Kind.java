package dev.cellvisor.differential;

/** What an instruction word needs before it may stand in a block: the top of the A64 encoding tree (Arm ARM, C4.1), by hand. */
enum Kind {
    /** Registers only. */
    PLAIN,
    /** B, BL. */
    BRANCH26,
    /** B.cond, CBZ, CBNZ. */
    BRANCH19,
    /** TBZ, TBNZ. */
    BRANCH14,
    /** BR, BLR, RET and their kin: the target is in Rn. */
    BRANCH_REGISTER,
    /** ERET, DRPS and their kin. */
    RETURN,
    /** SVC, BRK: an exception, and the end of the block. */
    EXCEPTION,
    /** HVC, SMC, HLT, DCPS. */
    FIRMWARE,
    /** Hints, barriers, PSTATE, SYS, MRS, MSR. */
    SYSTEM,
    /** LDR (literal), PRFM (literal). */
    LITERAL,
    /** Exclusives, load-acquire, store-release, compare and swap, LSE: base alone. */
    BASE_ONLY,
    /** Base and imm9. */
    IMMEDIATE9,
    /** Base and scaled imm12. */
    IMMEDIATE12,
    /** Base and scaled imm7. */
    PAIR,
    /** Base and an extended register. */
    REGISTER_OFFSET,
    /** LDRAA, LDRAB. */
    AUTHENTICATED,
    /** SIMD structures: base alone, or post-indexed. */
    STRUCTURE;

    static Kind of(int w) {
        int op0 = w >>> 25 & 15;
        if ((op0 & 0b1110) == 0b1010) {
            return control(w);
        }
        if ((op0 & 0b0101) == 0b0100) {
            return memory(w);
        }
        return PLAIN;
    }

    private static Kind control(int w) {
        if ((w & 0x7c00_0000) == 0x1400_0000) {
            return BRANCH26;
        }
        if ((w & 0x7e00_0000) == 0x3400_0000 || (w & 0xfe00_0000) == 0x5400_0000) {
            return BRANCH19;
        }
        if ((w & 0x7e00_0000) == 0x3600_0000) {
            return BRANCH14;
        }
        if ((w & 0xfe00_0000) == 0xd600_0000) {
            int opc = w >>> 21 & 15;
            return opc == 4 || opc == 5 ? RETURN : BRANCH_REGISTER;
        }
        if ((w & 0xff00_0000) == 0xd400_0000) {
            return (w & 0xe0001f) == 1 || (w & 0xe0001f) == 0x200000 ? EXCEPTION : FIRMWARE;
        }
        return (w & 0xff00_0000) == 0xd500_0000 ? SYSTEM : PLAIN;
    }

    private static Kind memory(int w) {
        if ((w & 0x3b00_0000) == 0x1800_0000) {
            return LITERAL;
        }
        if ((w & 0x3f00_0000) == 0x0800_0000) {
            return BASE_ONLY;
        }
        if ((w & 0x3f20_0c00) == 0x1900_0000) {
            return IMMEDIATE9;
        }
        if ((w & 0x3a00_0000) == 0x2800_0000) {
            return PAIR;
        }
        if ((w & 0x3b20_0000) == 0x3800_0000) {
            return IMMEDIATE9;
        }
        if ((w & 0x3b20_0c00) == 0x3820_0800) {
            return REGISTER_OFFSET;
        }
        if ((w & 0x3b20_0c00) == 0x3820_0000) {
            return BASE_ONLY;
        }
        if ((w & 0x3b20_0400) == 0x3820_0400) {
            return AUTHENTICATED;
        }
        if ((w & 0x3b00_0000) == 0x3900_0000) {
            return IMMEDIATE12;
        }
        return (w & 0xbe00_0000) == 0x0c00_0000 ? STRUCTURE : PLAIN;
    }

    /** Whether it is one of the loads and stores. */
    boolean memory() {
        return ordinal() >= LITERAL.ordinal();
    }
}

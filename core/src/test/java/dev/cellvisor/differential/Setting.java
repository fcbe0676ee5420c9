package dev.cellvisor.differential;

/**
 * How a batch's blocks run.
 *
 * @param mmu whether the MMU is on, with a map of 4 KiB pages and 2 MiB blocks; without it the window lies at its physical address
 * @param alignmentCheck SCTLR_EL1.A
 * @param spsr PSTATE that each block starts with, NZCV aside: exception level, stack pointer, masks
 */
record Setting(boolean mmu, boolean alignmentCheck, int spsr) {
    /** DAIF set, EL1 with SP_EL1. */
    static final int EL1H = 0x3c5;
    /** DAIF set, EL1 with SP_EL0. */
    static final int EL1T = 0x3c4;
    /** DAIF set, EL0. */
    static final int EL0 = 0x3c0;

    /** SCTLR_EL1.UMA: EL0 may mask interrupts. */
    private static final int UMA = 1 << 9;

    static final Setting NORMAL = new Setting(true, false, EL1H);

    Setting withSpsr(int other) {
        return new Setting(mmu, alignmentCheck, other);
    }

    /** Address of the window's middle, as blocks see it. */
    long window() {
        return mmu ? Layout.WINDOW_VA : Layout.WINDOW_PAGE_B_FLAT;
    }

    /** Physical address of the window's second half. */
    long secondHalf() {
        return mmu ? Layout.WINDOW_PAGE_B : Layout.WINDOW_PAGE_B_FLAT;
    }

    /**
     * SCTLR_EL1: the bits that are RES1 in Armv8.0, M, C, I, SA, SA0, what lets EL0 use cache operations, DC ZVA, WFI and WFE, and all keys for pointer
     * authentication: QEMU takes XPACI and XPACD for NOP while none is enabled.
     */
    long sctlr() {
        long sctlr = 0xf8d0_2800L | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 12 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 18 | 1 << 26;
        return sctlr | (mmu ? 1 : 0) | (alignmentCheck ? 2 : 0) | (spsr == EL0 ? UMA : 0);
    }
}

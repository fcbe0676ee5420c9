package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.cpu.a64.state.A64State;

/** Fields of the state block that only emitted code uses while it runs: no state, always written before they are read; and what else its parts share. */
final class Layout {
    /** The flags as the host has them: OF in bit 0, CF (being C) in bit 8, ZF in bit 14, SF in bit 15. */
    static final int HOST_FLAGS = A64State.ENGINE;
    /** The budget. */
    static final int BUDGET = A64State.ENGINE + 8;
    /** Host address of the jump cache. */
    static final int JUMP_CACHE = A64State.ENGINE + 16;

    /**
     * Not 0 once emitted code may compute in floating point: FPCR was found plain and MXCSR set for it. What MXCSR collects then is in FPSR when
     * emitted code is left. Cleared before a block is entered anew, since what may change FPCR ends its block.
     */
    static final int FP_READY = A64State.ENGINE_VECTOR;
    /** The stack pointer after the way in: what {@link CommonCode#fault} goes back to. */
    static final int STACK = A64State.ENGINE_VECTOR + 16;
    /** Host address of the window that guest memory is in, and its size less 1: see {@link WindowAccess}. */
    static final int WINDOW = A64State.ENGINE_VECTOR + 24;
    static final int WINDOW_MASK = A64State.ENGINE_VECTOR + 32;
    /** The budget as it was when an indirect branch of FEAT_BTI had landed well, and the PSTATE.BTYPE that its target is executed with; 0 while there was none. */
    static final int LANDED = A64State.ENGINE_VECTOR + 48;
    static final int LANDED_TYPE = A64State.ENGINE_VECTOR + 56;
    /** 64 bytes: the keys of pointer authentication, each time for one instruction. */
    static final int KEYS = A64State.ENGINE_VECTOR + 64;
    /** MXCSR on the way out, 4 bytes. */
    static final int MXCSR = A64State.ENGINE_VECTOR + 8;

    /** Which bits of a virtual address, shifted right by 6, are the place of its TLB entry in a bank. */
    static final int TLB_INDEX = A64State.TLB_ENTRIES - 1 << 6;

    private Layout() {
    }

    /** Flags as SPSR has them, from the host's. */
    static long nzcv(long host) {
        return (host & 0xc000) << 16 | (host & 0x100) << 21 | (host & 1) << 28;
    }

    /** The host's flags from those of SPSR. */
    static long host(long nzcv) {
        return nzcv >>> 16 & 0xc000 | nzcv >>> 21 & 0x100 | nzcv >>> 28 & 1;
    }
}

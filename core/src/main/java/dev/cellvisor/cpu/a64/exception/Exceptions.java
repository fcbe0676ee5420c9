package dev.cellvisor.cpu.a64.exception;

import static dev.cellvisor.cpu.a64.state.A64State.CPACR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.ELR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.ESR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.EVENT;
import static dev.cellvisor.cpu.a64.state.A64State.EXCLUSIVE_SIZE;
import static dev.cellvisor.cpu.a64.state.A64State.FAR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.FP_ENABLED;
import static dev.cellvisor.cpu.a64.state.A64State.NZCV;
import static dev.cellvisor.cpu.a64.state.A64State.PC;
import static dev.cellvisor.cpu.a64.state.A64State.PSTATE;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.SP;
import static dev.cellvisor.cpu.a64.state.A64State.SPSR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.SP_EL0;
import static dev.cellvisor.cpu.a64.state.A64State.SP_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TCR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TLB;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_ASID;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_CURRENT;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_SIZE;
import static dev.cellvisor.cpu.a64.state.A64State.TLB_UNPRIVILEGED;
import static dev.cellvisor.cpu.a64.state.A64State.TTBR0_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TTBR1_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.VBAR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.VECTOR_LOOPS;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.repeat;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.state.A64State;

/** Exception levels 0 and 1: entering and leaving them, and all that follows from PSTATE. Works on a state block alone. */
public final class Exceptions {
    /** PSTATE.F. */
    public static final long F = 1 << 6;
    /** PSTATE.I. */
    public static final long I = 1 << 7;
    /** PSTATE.A. */
    public static final long A = 1 << 8;
    /** PSTATE.D. */
    public static final long D = 1 << 9;
    /** PSTATE.BTYPE. */
    public static final long BTYPE = 3 << 10;
    /** PSTATE.SSBS. */
    public static final long SSBS = 1 << 12;
    /** PSTATE.IL. */
    public static final long IL = 1 << 20;
    /** PSTATE.SS. */
    public static final long SS = 1 << 21;
    /** PSTATE.PAN. */
    public static final long PAN = 1 << 22;
    /** PSTATE.UAO. */
    public static final long UAO = 1 << 23;
    /** PSTATE.DIT. */
    public static final long DIT = 1 << 24;

    /** Offsets of the four kinds of exception from a vector group's start. */
    public static final int SYNCHRONOUS = 0;
    /** See {@link #SYNCHRONOUS}. */
    public static final int IRQ = 0x80;
    /** See {@link #SYNCHRONOUS}. */
    public static final int FIQ = 0x100;

    // Exception classes (Arm ARM, ESR_EL1).
    /** Unknown reason: Undefined Instruction. */
    public static final int EC_UNKNOWN = 0x00;
    /** WFI or WFE trapped. */
    public static final int EC_WFX = 0x01;
    /** FP or SIMD disabled by CPACR_EL1. */
    public static final int EC_FP = 0x07;
    /** Branch Target exception. */
    public static final int EC_BRANCH_TARGET = 0x0d;
    /** Illegal Execution state. */
    public static final int EC_ILLEGAL = 0x0e;
    /** SVC. */
    public static final int EC_SVC = 0x15;
    /** Trapped MSR, MRS or system instruction. */
    public static final int EC_SYSTEM = 0x18;
    /** Instruction Abort from EL0; from EL1 it is one more. */
    public static final int EC_INSTRUCTION_ABORT = 0x20;
    /** PC alignment fault. */
    public static final int EC_PC_ALIGNMENT = 0x22;
    /** Data Abort from EL0; from EL1 it is one more. */
    public static final int EC_DATA_ABORT = 0x24;
    /** SP alignment fault. */
    public static final int EC_SP_ALIGNMENT = 0x26;
    /** Breakpoint from EL0; from EL1 it is one more. */
    public static final int EC_BREAKPOINT = 0x30;
    /** Software step from EL0; from EL1 it is one more. */
    public static final int EC_STEP = 0x32;
    /** Watchpoint from EL0; from EL1 it is one more. */
    public static final int EC_WATCHPOINT = 0x34;
    /** BRK. */
    public static final int EC_BRK = 0x3c;

    private static final long ESR_IL = 1 << 25;
    private static final long SCTLR_SPAN = 1 << 23;
    private static final long SCTLR_DSSBS = 1L << 44;

    private Exceptions() {
    }

    /** The current exception level, 0 or 1. */
    public static int el(long s) {
        return (int) getLong(s + PSTATE) >> 2 & 3;
    }

    /** The ASID that TCR_EL1.A1 selects, cut to 8 bits where TCR_EL1.AS says so. */
    public static int asid(long s) {
        long tcr = getLong(s + TCR_EL1);
        int asid = (int) (getLong(s + ((tcr & 1 << 22) != 0 ? TTBR1_EL1 : TTBR0_EL1)) >>> 48);
        return (tcr & 1L << 36) != 0 ? asid : asid & 0xff;
    }

    /** The whole of PSTATE in SPSR's format. */
    public static long spsr(long s) {
        return getLong(s + PSTATE) | getLong(s + NZCV);
    }

    /** Sets PSTATE but for the flags, swaps stack pointers as it selects, and derives what depends on it. */
    public static void setPstate(long s, long pstate) {
        long old = getLong(s + PSTATE);
        if (((old ^ pstate) & 0xf) != 0) {
            setLong(s + bankedSp(old), getLong(s + SP));
            setLong(s + SP, getLong(s + bankedSp(pstate)));
        }
        setLong(s + PSTATE, pstate);
        derive(s);
    }

    /** The field that keeps the stack pointer of a mode while another is selected. */
    public static int bankedSp(long pstate) {
        return (pstate & 1) == 0 ? SP_EL0 : SP_EL1;
    }

    /** Derives what follows from PSTATE, CPACR_EL1, TCR_EL1 and the ASID: the TLB banks in use, and whether FP is enabled. */
    public static void derive(long s) {
        long pstate = getLong(s + PSTATE);
        int asid = asid(s);
        boolean el0 = (pstate & 0xc) == 0;
        int regime = el0 ? A64State.REGIME_EL0 : (pstate & PAN) != 0 ? A64State.REGIME_EL1_PAN : A64State.REGIME_EL1;
        setLong(s + TLB_CURRENT, bank(s, regime, asid));
        boolean privileged = !el0 && (pstate & UAO) != 0;
        setLong(s + TLB_UNPRIVILEGED, bank(s, privileged ? regime : A64State.REGIME_EL0, asid));
        long fpen = getLong(s + CPACR_EL1) >>> 20 & 3;
        setLong(s + FP_ENABLED, fpen == 3 || fpen == 1 && !el0 ? 1 : 0);
    }

    /** The bank of a regime for an ASID; what it holds of another ASID is dropped first. */
    private static long bank(long s, int regime, int asid) {
        int number = regime * 2 + (asid & 1);
        long bank = s + TLB + (long) number * TLB_SIZE;
        long owner = s + TLB_ASID + number * 8L;
        if (getLong(owner) != asid) {
            setLong(owner, asid);
            for (long entry = bank; entry < bank + TLB_SIZE; entry += A64State.TLB_ENTRY) {
                if ((getLong(entry + A64State.TLB_PAGE) & 2) != 0) {
                    dropEntry(entry);
                }
            }
        }
        return bank;
    }

    /** Makes every entry of all TLBs match nothing. Copies of copies: a loop over entries is slow where the JVM has not compiled it yet. */
    public static void dropEntries(long s) {
        dropEntry(s + A64State.TLB);
        repeat(s + A64State.TLB, A64State.TLB_ENTRY, (long) A64State.TLB_BANKS * A64State.TLB_SIZE);
    }

    /** Makes a TLB entry match nothing. */
    public static void dropEntry(long entry) {
        setLong(entry + A64State.TLB_READ, A64State.NO_PAGE);
        setLong(entry + A64State.TLB_WRITE, A64State.NO_PAGE);
        setLong(entry + A64State.TLB_EXECUTE, A64State.NO_PAGE);
        setLong(entry + A64State.TLB_ADDEND, 0);
        setLong(entry + A64State.TLB_PAGE, 0);
        setLong(entry + A64State.TLB_OUTPUT, 0);
        setLong(entry + A64State.TLB_MASK, 0);
    }

    /** Takes a synchronous exception to EL1 with a syndrome of class {@code ec}; IL is set: all instructions have 32 bits. */
    public static void synchronous(long s, int ec, long iss, long returnAddress) {
        setLong(s + ESR_EL1, (long) ec << 26 | ESR_IL | iss);
        enter(s, SYNCHRONOUS, returnAddress);
    }

    /** The same with a faulting address. */
    public static void synchronous(long s, int ec, long iss, long returnAddress, long far) {
        setLong(s + FAR_EL1, far);
        synchronous(s, ec, iss, returnAddress);
    }

    /** Enters EL1 at one of its vectors. The syndrome registers are set already. */
    public static void enter(long s, int kind, long returnAddress) {
        long old = getLong(s + PSTATE);
        setLong(s + SPSR_EL1, spsr(s));
        setLong(s + ELR_EL1, returnAddress);
        int group = (old & 0xc) == 0 ? 0x400 : (old & 1) != 0 ? 0x200 : 0;
        long sctlr = getLong(s + SCTLR_EL1);
        // Arm ARM, AArch64.TakeException: PAN is set unless SPAN says to keep it; UAO, SS, IL and BTYPE are cleared; DIT is kept.
        long pstate = old & (PAN | DIT) | D | A | I | F | 5;
        long optional = getLong(s + A64State.PSTATE_OPTIONAL);
        if ((sctlr & SCTLR_SPAN) == 0) {
            pstate |= PAN & optional;
        }
        if ((sctlr & SCTLR_DSSBS) != 0) {
            pstate |= SSBS & optional;
        }
        setPstate(s, pstate);
        long vector = getLong(s + VBAR_EL1) + group + kind;
        setLong(s + VECTOR_LOOPS, returnAddress == vector ? getLong(s + VECTOR_LOOPS) + 1 : 0);
        setLong(s + PC, vector);
    }

    /**
     * ERET: PSTATE from SPSR_EL1, and the address to go on at. An illegal return stays at its level with IL set (Arm ARM, D1.4.7).
     *
     * @param step whether PSTATE.SS is taken from there too
     */
    public static long exceptionReturn(long s, boolean step) {
        long spsr = getLong(s + SPSR_EL1);
        long target = getLong(s + ELR_EL1);
        setLong(s + EXCLUSIVE_SIZE, 0);
        setLong(s + EVENT, 1);
        int mode = (int) spsr & 0x1f;
        long kept = D | A | I | F | IL | (step ? SS : 0) | getLong(s + A64State.PSTATE_OPTIONAL);
        if (mode != 0 && mode != 4 && mode != 5) {
            // An illegal mode: the exception level and the stack pointer stay, IL is set.
            setLong(s + NZCV, spsr & 0xf000_0000L);
            setPstate(s, spsr & kept & ~(PAN | UAO) | IL | getLong(s + PSTATE) & (0xf | PAN | UAO));
            return target;
        }
        setLong(s + NZCV, spsr & 0xf000_0000L);
        setPstate(s, spsr & (kept | 0xf));
        return target;
    }
}

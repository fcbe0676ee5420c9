package dev.cellvisor.cpu.a64.state;

/**
 * Where everything that an emulated CPU is stands in its one off-heap block: written once, here, and used by every engine.
 * All offsets are in bytes from the block's start; every field is 8 bytes unless said otherwise.
 *
 * <p>Register numbers are slots of 8 bytes from {@link #X}: 0 to 30 are X0 to X30. Field value 31 of an instruction becomes a
 * slot at decoding: {@link #SLOT_ZERO} where it reads as zero (nobody ever writes there), {@link #SLOT_DISCARD} where a result is
 * thrown away, {@link #SLOT_SP} where it means the stack pointer.
 */
public final class A64State {

    /** X0 to X30. */
    public static final int X = 0;
    /** Slot number of the zero register as a source: always 0. */
    public static final int SLOT_ZERO = 31;
    /** Slot number of the current stack pointer. */
    public static final int SLOT_SP = 32;
    /** Slot number of the zero register as a destination: write-only in effect. */
    public static final int SLOT_DISCARD = 33;
    /** The stack pointer that PSTATE.SP and PSTATE.EL select; the other is in {@link #SP_EL0} or {@link #SP_EL1}. */
    public static final int SP = SLOT_SP * 8;

    /** The address of the next instruction; while one executes that has left the fast path, its own address. */
    public static final int PC = 272;
    /** N, Z, C, V in bits 31 to 28, as in SPSR; all other bits 0. */
    public static final int NZCV = 280;
    /** The rest of PSTATE as SPSR has it: M[3:0], F, I, A, D (bits 6 to 9), SSBS, IL, SS, PAN, UAO, …. */
    public static final int PSTATE = 288;
    /** Instructions retired, while no engine runs. An engine keeps the running count where it is quickest. */
    public static final int RETIRED = 304;
    /** Bit 0: the IRQ line is asserted; bit 1: the FIQ line. */
    public static final int LINES = 312;
    /** 0 runs, 1 waits in WFI, 2 waits in WFE, 3 is off. */
    public static final int WAITING = 320;
    /** The event register of WFE and SEV: 0 or 1. */
    public static final int EVENT = 328;
    /** Exclusive monitor: 0 open, else the size in bytes of what is exclusive. */
    public static final int EXCLUSIVE_SIZE = 336;
    /** Exclusive monitor: the virtual address. */
    public static final int EXCLUSIVE_ADDRESS = 344;
    /** Exclusive monitor: the value that was loaded; low half of a pair. */
    public static final int EXCLUSIVE_LOW = 352;
    /** Exclusive monitor: high half of a pair. */
    public static final int EXCLUSIVE_HIGH = 360;
    /** Not 0 where FP and SIMD instructions may execute at the current EL (derived from CPACR_EL1 and PSTATE). */
    public static final int FP_ENABLED = 368;
    /** Host address of the TLB bank of the current regime (derived from PSTATE and the ASID). */
    public static final int TLB_CURRENT = 376;
    /** Host address of the TLB bank for unprivileged accesses of LDTR and STTR (derived from PSTATE and the ASID). */
    public static final int TLB_UNPRIVILEGED = 400;
    /** For each bank, the ASID whose entries are in it: 6 fields. */
    public static final int TLB_ASID = 408;
    /** How many exceptions were taken in a row at the very vector that the last one entered: a guest that is stuck. */
    public static final int VECTOR_LOOPS = 456;
    /** The optional bits of PSTATE that the CPU model has (PAN, UAO, DIT, SSBS, BTYPE): a fact of the model that exception entry and return need. */
    public static final int PSTATE_OPTIONAL = 464;
    /** The virtual address of the page that fetches come from without another look-up, with bit 0 set; 0 if there is none. Up to date while no engine runs. */
    public static final int FETCH_PAGE = 472;
    /** The guest-physical address of that page. */
    public static final int FETCH_IPA = 480;
    /** 24 bytes for a native engine's own use while it runs: no state. */
    public static final int ENGINE = 488;
    /** FPCR. */
    public static final int FPCR = 384;
    /** FPSR. */
    public static final int FPSR = 392;

    /** V0 to V31, 16 bytes each, low half first. */
    public static final int V = 512;

    /** System registers follow from here; see {@code SystemRegisters}. */
    public static final int SYSTEM = 1024;
    /** Banked stack pointer, while not selected. */
    public static final int SP_EL0 = SYSTEM;
    /** Banked stack pointer, while not selected. */
    public static final int SP_EL1 = SYSTEM + 8;
    /** ELR_EL1. */
    public static final int ELR_EL1 = SYSTEM + 16;
    /** SPSR_EL1. */
    public static final int SPSR_EL1 = SYSTEM + 24;
    /** ESR_EL1. */
    public static final int ESR_EL1 = SYSTEM + 32;
    /** FAR_EL1. */
    public static final int FAR_EL1 = SYSTEM + 40;
    /** VBAR_EL1. */
    public static final int VBAR_EL1 = SYSTEM + 48;
    /** SCTLR_EL1. */
    public static final int SCTLR_EL1 = SYSTEM + 56;
    /** TTBR0_EL1. */
    public static final int TTBR0_EL1 = SYSTEM + 64;
    /** TTBR1_EL1. */
    public static final int TTBR1_EL1 = SYSTEM + 72;
    /** TCR_EL1. */
    public static final int TCR_EL1 = SYSTEM + 80;
    /** MAIR_EL1. */
    public static final int MAIR_EL1 = SYSTEM + 88;
    /** CPACR_EL1. */
    public static final int CPACR_EL1 = SYSTEM + 96;
    /** TPIDR_EL0. */
    public static final int TPIDR_EL0 = SYSTEM + 104;
    /** TPIDRRO_EL0. */
    public static final int TPIDRRO_EL0 = SYSTEM + 112;
    /** TPIDR_EL1. */
    public static final int TPIDR_EL1 = SYSTEM + 120;
    /** PAR_EL1. */
    public static final int PAR_EL1 = SYSTEM + 128;
    /** CONTEXTIDR_EL1. */
    public static final int CONTEXTIDR_EL1 = SYSTEM + 136;
    /** MDSCR_EL1. */
    public static final int MDSCR_EL1 = SYSTEM + 144;
    /** CSSELR_EL1. */
    public static final int CSSELR_EL1 = SYSTEM + 152;
    /** AMAIR_EL1. */
    public static final int AMAIR_EL1 = SYSTEM + 160;
    /** AFSR0_EL1. */
    public static final int AFSR0_EL1 = SYSTEM + 168;
    /** AFSR1_EL1. */
    public static final int AFSR1_EL1 = SYSTEM + 176;
    /** ACTLR_EL1. */
    public static final int ACTLR_EL1 = SYSTEM + 184;
    /** OSLSR_EL1 as it reads: bit 1 is the lock. */
    public static final int OSLSR_EL1 = SYSTEM + 192;
    /** OSDLR_EL1. */
    public static final int OSDLR_EL1 = SYSTEM + 200;
    /** The debug claim tags, as DBGCLAIMCLR_EL1 reads. */
    public static final int DBGCLAIM = SYSTEM + 208;
    /** PMCR_EL0 and the other PMU registers. */
    public static final int PMU = SYSTEM + 256;
    /** DBGBVR0_EL1, DBGBCR0_EL1, DBGBVR1_EL1, … : 16 pairs. */
    public static final int BREAKPOINTS = SYSTEM + 512;
    /** DBGWVR0_EL1, DBGWCR0_EL1, DBGWVR1_EL1, … : 16 pairs. */
    public static final int WATCHPOINTS = SYSTEM + 768;

    /** APIAKey: its low half, then its high half. */
    public static final int KEY_IA = SYSTEM + 1024;
    /** APIBKey. */
    public static final int KEY_IB = KEY_IA + 16;
    /** APDAKey. */
    public static final int KEY_DA = KEY_IA + 32;
    /** APDBKey. */
    public static final int KEY_DB = KEY_IA + 48;
    /** APGAKey. */
    public static final int KEY_GA = KEY_IA + 64;
    /** 128 bytes more for a native engine's own use: no state. */
    public static final int ENGINE_VECTOR = 3968;

    /**
     * The TLBs: a bank of {@link #TLB_ENTRIES} for each regime and each value of the ASID's low bit. (Linux gives kernel and user ASIDs that
     * differ in that bit alone where it unmaps the kernel in user mode, so a switch between them keeps both banks.)
     */
    public static final int TLB = 4096;
    /** How many banks: {@code regime * 2 + (asid & 1)}. */
    public static final int TLB_BANKS = 6;
    /** Entries in each TLB, direct-mapped by virtual page. */
    public static final int TLB_ENTRIES = 2048;
    /** Bytes of an entry. */
    public static final int TLB_ENTRY = 64;
    /** Bytes of one bank. */
    public static final int TLB_SIZE = TLB_ENTRIES * TLB_ENTRY;
    /** Regime of EL0. */
    public static final int REGIME_EL0 = 0;
    /** Regime of EL1 while PSTATE.PAN is 0. */
    public static final int REGIME_EL1 = 1;
    /** Regime of EL1 while PSTATE.PAN is 1. */
    public static final int REGIME_EL1_PAN = 2;

    /** In an entry: the page's virtual address if loads may go straight to RAM, else {@link #NO_PAGE}. A cache, not state. */
    public static final int TLB_READ = 0;
    /** In an entry: the same for stores. */
    public static final int TLB_WRITE = 8;
    /** In an entry: the same for fetches. */
    public static final int TLB_EXECUTE = 16;
    /** In an entry: host address minus virtual address, where one of the three above matches. */
    public static final int TLB_ADDEND = 24;
    /** In an entry: the page's virtual address, with bit 0 set if it is valid and bit 1 if it is not global: guest-visible state. */
    public static final int TLB_PAGE = 32;
    /** In an entry: the page's guest-physical address, with permissions and memory attributes in the low 12 bits. */
    public static final int TLB_OUTPUT = 40;
    /** In an entry: the size of the block or contiguous range it was taken from, as a mask of the address bits above it. */
    public static final int TLB_MASK = 48;
    /** Matches no virtual page. */
    public static final long NO_PAGE = 1;

    /** Bytes of the whole block. */
    public static final int SIZE = TLB + TLB_BANKS * TLB_SIZE;

    private A64State() {
    }
}

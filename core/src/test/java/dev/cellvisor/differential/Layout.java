package dev.cellvisor.differential;

/** Where everything stands in the RAM of both machines. All addresses are guest-physical unless they say otherwise. */
final class Layout {
    static final long RAM = 0x4000_0000L;
    static final long RAM_SIZE = 0x0880_0000L;
    /** QEMU writes its device tree below this; nothing of ours is there. */
    static final long PARAMETERS = 0x4020_0000L;
    static final long TABLES = 0x4021_0000L;
    static final long TABLES_END = 0x4023_0000L;
    /** The data window's two pages: page A's last 512 bytes and page B's first 512. */
    static final long WINDOW_PAGE_A = 0x4024_0000L;
    /** Page B where the MMU is off: right behind page A. */
    static final long WINDOW_PAGE_B_FLAT = 0x4024_1000L;
    /** Page B where the MMU is on: elsewhere, so that an access across the boundary needs two translations. */
    static final long WINDOW_PAGE_B = 0x4024_8000L;
    /** What the window holds before each run. */
    static final long PRISTINE = 0x4025_0000L;
    static final long HARNESS = 0x4030_0000L;
    static final long VECTORS = 0x4030_8000L;
    static final long CODE = 0x4040_0000L;
    static final long CODE_END = 0x4240_0000L;
    static final long INPUTS = 0x4240_0000L;
    static final long INPUTS_END = 0x4440_0000L;
    static final long OUTPUTS = 0x4440_0000L;
    static final long OUTPUTS_END = 0x4840_0000L;
    static final long DESCRIPTORS = 0x4840_0000L;
    static final long DESCRIPTORS_END = 0x4850_0000L;

    /** Virtual address of the middle of the window, where its two pages meet. */
    static final long WINDOW_VA = 0x80_0000_1000L;
    /** Bytes of the window on each side of its middle. */
    static final int WINDOW_HALF = 512;

    static final int INPUT_SIZE = 1024;
    static final int OUTPUT_SIZE = 2048;
    static final int DESCRIPTOR_SIZE = 32;
    static final int MAX_RUNS = (int) ((INPUTS_END - INPUTS) / INPUT_SIZE);

    // An input and an output record.
    static final int X = 0;
    static final int SP_EL1 = 248;
    static final int SP_EL0 = 256;
    static final int SPSR = 264;
    static final int ELR = 272;
    static final int ESR = 280;
    static final int FAR = 288;
    static final int FPCR = 296;
    static final int FPSR = 304;
    static final int V = 320;
    static final int VECTOR = 832;
    static final int TPIDR_EL0 = 840;
    static final int PAR_EL1 = 848;
    /** In an output record only. */
    static final int WINDOW = 1024;

    // A descriptor.
    static final int RUN_CODE = 0;
    static final int RUN_SPSR = 8;
    static final int RUN_INPUT = 16;
    static final int RUN_OUTPUT = 24;

    // The parameter page.
    static final int NEXT = 0;
    static final int END = 8;
    static final int OUT = 16;
    static final int P_MAIR = 24;
    static final int P_TCR = 32;
    static final int P_TTBR0 = 40;
    static final int P_TTBR1 = 48;
    static final int P_VBAR = 56;
    static final int P_CPACR = 64;
    static final int P_SCTLR = 72;
    static final int P_WINDOW_A = 80;
    static final int P_WINDOW_B = 88;
    static final int DONE = 96;

    /** What {@link #DONE} holds when all runs are done. */
    static final long DONE_MARK = 0x600d_600d_600d_600dL;

    private Layout() {
    }
}

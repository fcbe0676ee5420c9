package dev.cellvisor.bench;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.memory.GuestMemory;

/**
 * A guest that does one thing again and again, after a few instructions that make it ready. It runs at EL1 from {@link #RAM} on; its loop ends in a branch back, which
 * counts. The tables of {@link #tables} map the first GiB of RAM to itself, and pages at {@link #FAR_PAGE} too.
 */
public enum Cost {
    /** What the interpreter takes for an instruction that does next to nothing: dispatch. */
    DISPATCH(Engine.INTERPRETER, 8, 8, "", """
            add x0, x0, #1
            add x1, x1, #1
            add x2, x2, #1
            add x3, x3, #1
            add x4, x4, #1
            add x5, x5, #1
            add x6, x6, #1
            """),
    /** A jump that is known, to another page and back: two of them for a round. */
    BLOCK_CHAIN(Engine.AUTO, 2, 2, "", "b . + 0x2000\n"),
    /** An indirect branch that goes another way each time. */
    INDIRECT_BRANCH(Engine.AUTO, 1, 3, """
            mov x1, #0x40000000
            add x1, x1, #0x1, lsl #12
            add x1, x1, #8
            mov x2, #4
            """, """
            eor x1, x1, x2
            br x1
            b . - 8
            """),
    /** A load that the TLB knows. */
    TLB_HIT(Engine.AUTO, 7, 8, Cost.MMU_ON + "mov x9, #0x48000000\n", """
            ldr x0, [x9]
            ldr x1, [x9, #8]
            ldr x2, [x9, #16]
            ldr x3, [x9, #24]
            ldr x4, [x9, #32]
            ldr x5, [x9, #40]
            ldr x6, [x9, #48]
            """),
    /** Loads of two pages that share a place in the TLB, in blocks of 2 MiB: a miss each, and a walk of two levels. */
    TLB_MISS(Engine.AUTO, 2, 3, Cost.MMU_ON + Cost.TWO_BLOCKS, """
            ldr x0, [x9]
            ldr x1, [x10]
            """),
    /** The same of single pages: three levels. */
    PAGE_WALK(Engine.AUTO, 2, 3, Cost.MMU_ON + Cost.TWO_PAGES, """
            ldr x0, [x9]
            ldr x1, [x10]
            """),
    /** An exception and the return from it. */
    EXCEPTION(Engine.AUTO, 1, 3, """
            mov x0, #0x40000000
            add x0, x0, #0x3, lsl #12
            msr vbar_el1, x0
            """, "svc #0\n"),
    /** A register of a device. */
    MMIO_EXIT(Engine.AUTO, 1, 2, "mov x1, #0x9000000\n", "ldr w0, [x1, #0x18]\n"),
    /** Waiting for an interrupt of the timer, which comes one tick later. */
    WFI(Engine.AUTO, 1, 4, """
            mov x1, #0x8000000
            mov w0, #0x12
            str w0, [x1]
            mov x1, #0x80a0000
            str wzr, [x1, #0x14]
            add x1, x1, #0x10000
            mov w0, #-1
            str w0, [x1, #0x80]
            mov w0, #0x8000000
            str w0, [x1, #0x100]
            mov x0, #0xff
            msr icc_pmr_el1, x0
            mov x0, #1
            msr icc_igrpen1_el1, x0
            msr cntv_ctl_el0, x0
            mov x2, #1
            """, """
            msr cntv_tval_el0, x2
            isb
            wfi
            """),
    /** Another address space, and a load of a page that is not global. */
    CONTEXT_SWITCH(Engine.AUTO, 2, 7, Cost.MMU_ON + """
            mrs x1, ttbr0_el1
            mov x2, #0x1000000000000
            orr x2, x1, x2
            mov x9, #0x50000000
            """, """
            msr ttbr0_el1, x2
            isb
            ldr x0, [x9]
            msr ttbr0_el1, x1
            isb
            ldr x0, [x9]
            """),
    /** Sums in double precision, each of the one before. */
    FP_ADD(Engine.AUTO, 4, 5, Cost.FP_ON, "fadd d0, d0, d1\n".repeat(4)),
    /** Products. */
    FP_MUL(Engine.AUTO, 4, 5, Cost.FP_ON, "fmul d0, d0, d1\n".repeat(4)),
    /** Fused multiply-add. */
    FP_FMA(Engine.AUTO, 4, 5, Cost.FP_ON, "fmadd d0, d0, d1, d2\n".repeat(4)),
    /** Vectors of four words. */
    SIMD(Engine.AUTO, 4, 5, Cost.FP_ON, "add v0.4s, v0.4s, v1.4s\nmul v1.4s, v0.4s, v2.4s\n".repeat(2));

    static final long RAM = 0x4000_0000L;
    /** Where {@link #BLOCK_CHAIN} jumps to. */
    static final long BACK = RAM + 0x3000;
    /** Where {@link #EXCEPTION} goes. */
    static final long VECTOR = RAM + 0x3200;
    /** Where the loop is, so that there is room before it. */
    static final long LOOP = RAM + 0x1000;
    static final int RAM_MIB = 512;
    private static final long TABLES = RAM + 0x10_0000;
    private static final long FAR_PAGE = 0x5000_0000L;

    private static final String TWO_PAGES = """
            mov x9, #0x48000000
            mov x10, #0x48800000
            """;
    private static final String TWO_BLOCKS = """
            mov x9, #0x46000000
            mov x10, #0x46800000
            """;
    private static final String FP_ON = """
            mov x0, #0x300000
            msr cpacr_el1, x0
            isb
            fmov d0, #1.0
            fmov d1, #1.0
            fmov d2, xzr
            """;
    /** 4 KiB granule, 39 bits, TTBR0 only, everything normal memory. */
    private static final String MMU_ON = """
            mov x0, #0xff
            msr mair_el1, x0
            movz x0, #0x3519
            movk x0, #0x80, lsl #16
            msr tcr_el1, x0
            mov x0, #0x40100000
            msr ttbr0_el1, x0
            isb
            mrs x0, sctlr_el1
            orr x0, x0, #1
            msr sctlr_el1, x0
            isb
            """;

    final Engine engine;
    /** How many of what is measured a round of the loop has, and how many instructions. */
    final int units;
    final int instructions;
    final String prologue;
    final String body;

    Cost(Engine engine, int units, int instructions, String prologue, String body) {
        this.engine = engine;
        this.units = units;
        this.instructions = instructions;
        this.prologue = prologue;
        this.body = body;
    }

    /** Level 1 has two entries, level 2 is pages of 2 MiB, but for those that {@link #PAGE_WALK} and {@link #CONTEXT_SWITCH} load from. */
    static void tables(GuestMemory memory) {
        long level1 = TABLES;
        long level2 = TABLES + 0x1000;
        long level3 = TABLES + 0x2000;
        memory.writeLong(level1, 0x701); // devices, as a block: nobody uses them here
        memory.writeLong(level1 + 8, level2 | 3);
        for (int i = 0; i < 512; i++) {
            memory.writeLong(level2 + 8L * i, RAM + ((long) i << 21) | 0x701);
        }
        for (long page : new long[] {0x4800_0000L, 0x4880_0000L, FAR_PAGE}) {
            memory.writeLong(level2 + (page - RAM >>> 21) * 8, level3 | 3);
            memory.writeLong(level3, page | (page == FAR_PAGE ? 0xf03 : 0x703)); // nG for the one that address spaces do not share
            level3 += 0x1000;
        }
    }
}

package dev.cellvisor.differential;

import static dev.cellvisor.differential.CodeBuilder.addImmediate;
import static dev.cellvisor.differential.CodeBuilder.ldp;
import static dev.cellvisor.differential.CodeBuilder.ldpQ;
import static dev.cellvisor.differential.CodeBuilder.ldr;
import static dev.cellvisor.differential.CodeBuilder.mrs;
import static dev.cellvisor.differential.CodeBuilder.msr;
import static dev.cellvisor.differential.CodeBuilder.stp;
import static dev.cellvisor.differential.CodeBuilder.stpQ;
import static dev.cellvisor.differential.CodeBuilder.str;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The guest program around the blocks. For each descriptor it puts the window into its first state, loads every register from the input
 * record, and enters the block by ERET. A block ends in an exception, its own SVC or another; the vector saves every register, the
 * syndrome and the window to the output record and goes on. Behind the last one it calls PSCI SYSTEM_OFF.
 *
 * <p>Only TPIDR_EL1 is used beside general registers, so blocks must not count on it.
 */
final class HarnessImage {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    static final int SYSTEM_OFF = 0x8400_0008;
    private static final int XZR = 31;
    private static final long GICD = 0x0800_0000L;
    private static final long GICR = 0x080a_0000L;
    private static final int VIRTUAL_TIMER = 27;
    private static final int ICC_PMR_EL1 = CodeBuilder.system(3, 0, 4, 6, 0);
    private static final int ICC_IGRPEN1_EL1 = CodeBuilder.system(3, 0, 12, 12, 7);
    private static final int CNTKCTL_EL1 = CodeBuilder.system(3, 0, 14, 1, 0);
    private static final int CNTV_CVAL_EL0 = CodeBuilder.system(3, 3, 14, 3, 2);

    private HarnessImage() {
    }

    /** Writes program, tables and parameters. The CPU starts at {@link Layout#HARNESS}. */
    static void write(MemorySegment ram, Setting setting) {
        words(ram, Layout.HARNESS, program());
        words(ram, Layout.VECTORS, vectors());
        var tables = new PageTables(ram, Layout.TABLES, Layout.TABLES_END);
        long data = PageTables.PXN | PageTables.UXN;
        tables.pages(Layout.PARAMETERS, Layout.PARAMETERS, 4096, data);
        tables.pages(Layout.WINDOW_PAGE_A, Layout.WINDOW_PAGE_A, 0x1_0000, data);
        tables.pages(Layout.PRISTINE, Layout.PRISTINE, 4096, data);
        tables.pages(Layout.HARNESS, Layout.HARNESS, 0x1_0000, PageTables.READ_ONLY | PageTables.UXN);
        tables.pages(Layout.CODE, Layout.CODE, Layout.CODE_END - Layout.CODE, PageTables.READ_ONLY | PageTables.EL0);
        tables.blocks(Layout.INPUTS, Layout.INPUTS, Layout.DESCRIPTORS - Layout.INPUTS, data);
        tables.blocks(Layout.DESCRIPTORS, Layout.DESCRIPTORS, 0x20_0000, data);
        tables.pages(Layout.WINDOW_VA - 4096, Layout.WINDOW_PAGE_A, 4096, data | PageTables.EL0);
        tables.pages(Layout.WINDOW_VA, Layout.WINDOW_PAGE_B, 4096, data | PageTables.EL0);
        long p = Layout.PARAMETERS - Layout.RAM;
        translation(ram, tables.root, setting.sctlr());
        ram.set(LONG, p + Layout.P_WINDOW_A, Layout.WINDOW_PAGE_B_FLAT - Layout.WINDOW_HALF);
        ram.set(LONG, p + Layout.P_WINDOW_B, setting.secondHalf());
        ram.set(LONG, p + Layout.DONE, 0);
    }

    /** Sets the parameters that {@link #boot} puts into system registers. */
    static void translation(MemorySegment ram, long root, long sctlr) {
        long p = Layout.PARAMETERS - Layout.RAM;
        ram.set(LONG, p + Layout.P_MAIR, 0xff);
        // T0SZ and T1SZ 16, write-back inner shareable walks, 4 KiB granules, 40-bit physical addresses.
        ram.set(LONG, p + Layout.P_TCR, 16 | 1 << 8 | 1 << 10 | 3 << 12 | 16 << 16 | 1 << 24 | 1 << 26 | 3L << 28 | 2L << 30 | 2L << 32);
        ram.set(LONG, p + Layout.P_TTBR0, root);
        ram.set(LONG, p + Layout.P_TTBR1, new PageTables(ram, Layout.TABLES_END - 4096, Layout.TABLES_END).root);
        ram.set(LONG, p + Layout.P_VBAR, Layout.VECTORS);
        ram.set(LONG, p + Layout.P_CPACR, 3 << 20);
        ram.set(LONG, p + Layout.P_SCTLR, sctlr);
    }

    static void words(MemorySegment ram, long address, int[] words) {
        for (int i = 0; i < words.length; i++) {
            ram.set(INT, address - Layout.RAM + 4L * i, words[i]);
        }
    }

    static int[] program() {
        var code = new CodeBuilder(Layout.HARNESS);
        boot(code);
        code.label("next");
        code.load(20, Layout.PARAMETERS);
        code.add(ldp(21, 22, 20, Layout.NEXT));
        code.add(0xeb16_02bf); // cmp x21, x22
        code.branchIf(0, "done");
        code.add(ldp(23, 24, 21, Layout.RUN_CODE), ldp(25, 26, 21, Layout.RUN_INPUT), addImmediate(21, 21, Layout.DESCRIPTOR_SIZE),
                str(21, 20, Layout.NEXT), str(26, 20, Layout.OUT),
                msr(CodeBuilder.ELR_EL1, 23), msr(CodeBuilder.SPSR_EL1, 24), msr(CodeBuilder.ESR_EL1, XZR), msr(CodeBuilder.FAR_EL1, XZR),
                msr(CodeBuilder.PAR_EL1, XZR), ldr(1, 25, Layout.TPIDR_EL0), msr(CodeBuilder.TPIDR_EL0, 1),
                msr(CodeBuilder.TPIDR_EL1, 1));
        code.load(2, Layout.PRISTINE);
        code.add(ldp(3, 4, 20, Layout.P_WINDOW_A));
        for (int offset = 0; offset < Layout.WINDOW_HALF; offset += 32) {
            code.add(ldpQ(0, 1, 2, offset), stpQ(0, 1, 3, offset));
            code.add(ldpQ(2, 3, 2, Layout.WINDOW_HALF + offset), stpQ(2, 3, 4, offset));
        }
        for (int v = 0; v < 32; v += 2) {
            code.add(ldpQ(v, v + 1, 25, Layout.V + 16 * v));
        }
        code.add(ldp(1, 2, 25, Layout.FPCR), msr(CodeBuilder.FPCR, 1), msr(CodeBuilder.FPSR, 2),
                ldp(1, 2, 25, Layout.SP_EL1), msr(CodeBuilder.SP_EL0, 2), addImmediate(31, 1, 0), addImmediate(30, 25, 0));
        for (int x = 0; x < 30; x += 2) {
            code.add(ldp(x, x + 1, 30, Layout.X + 8 * x));
        }
        code.add(ldr(30, 30, Layout.X + 240), CodeBuilder.ERET);

        // From a vector: X0 is the output record, X0 itself is in TPIDR_EL1; X1 to X3 and the vector are saved.
        code.label("common");
        code.add(mrs(1, CodeBuilder.TPIDR_EL1), str(1, 0, Layout.X));
        for (int x = 4; x < 30; x += 2) {
            code.add(stp(x, x + 1, 0, Layout.X + 8 * x));
        }
        code.add(addImmediate(1, 31, 0), mrs(2, CodeBuilder.SP_EL0), stp(30, 1, 0, Layout.X + 240), str(2, 0, Layout.SP_EL0),
                // SPSR_EL1 without BTYPE: QEMU's max has FEAT_BTI and cannot be told not to.
                mrs(1, CodeBuilder.SPSR_EL1), 0xb376_07e1 /* bfc x1, #10, #2 */, mrs(2, CodeBuilder.ELR_EL1), stp(1, 2, 0, Layout.SPSR),
                mrs(1, CodeBuilder.ESR_EL1), mrs(2, CodeBuilder.FAR_EL1), stp(1, 2, 0, Layout.ESR),
                mrs(1, CodeBuilder.FPCR), mrs(2, CodeBuilder.FPSR), stp(1, 2, 0, Layout.FPCR),
                mrs(1, CodeBuilder.TPIDR_EL0), str(1, 0, Layout.TPIDR_EL0), mrs(1, CodeBuilder.PAR_EL1), str(1, 0, Layout.PAR_EL1));
        for (int v = 0; v < 32; v += 2) {
            code.add(stpQ(v, v + 1, 0, Layout.V + 16 * v));
        }
        code.load(20, Layout.PARAMETERS);
        code.add(ldp(3, 4, 20, Layout.P_WINDOW_A), addImmediate(5, 0, Layout.WINDOW));
        for (int offset = 0; offset < Layout.WINDOW_HALF; offset += 32) {
            code.add(ldpQ(0, 1, 3, offset), stpQ(0, 1, 5, offset));
            code.add(ldpQ(2, 3, 4, offset), stpQ(2, 3, 5, Layout.WINDOW_HALF + offset));
        }
        code.branch("next");

        code.label("done");
        code.load(1, Layout.DONE_MARK);
        code.add(str(1, 20, Layout.DONE), CodeBuilder.DSB_SY);
        code.load(0, SYSTEM_OFF & 0xffff_ffffL);
        code.add(CodeBuilder.hvc(0), CodeBuilder.b(0));
        return code.words();
    }

    /**
     * From reset to the state that the parameter page asks for. The virtual timer's condition is met from the beginning, and its interrupt comes through
     * to the CPU as soon as somebody enables the timer.
     */
    static void boot(CodeBuilder code) {
        code.load(0, GICD);
        code.add(CodeBuilder.movz(1, 0x12, 0), CodeBuilder.str32(1, 0, 0)); // GICD_CTLR: ARE, EnableGrp1
        code.load(0, GICR);
        code.add(CodeBuilder.str32(XZR, 0, 0x14)); // GICR_WAKER
        code.load(0, GICR + 0x1_0000);
        code.add(CodeBuilder.movz(1, 1 << VIRTUAL_TIMER - 16, 16), CodeBuilder.str32(1, 0, 0x80), CodeBuilder.str32(1, 0, 0x100), // GICR_IGROUPR0, GICR_ISENABLER0
                CodeBuilder.movz(1, 0xff, 0), msr(ICC_PMR_EL1, 1), CodeBuilder.movz(1, 1, 0), msr(ICC_IGRPEN1_EL1, 1),
                CodeBuilder.movz(1, 1 << 8, 0), msr(CNTKCTL_EL1, 1), msr(CNTV_CVAL_EL0, XZR)); // EL0VTEN
        code.load(20, Layout.PARAMETERS);
        code.add(ldr(0, 20, Layout.P_MAIR), msr(CodeBuilder.MAIR_EL1, 0), ldr(0, 20, Layout.P_TCR), msr(CodeBuilder.TCR_EL1, 0),
                ldr(0, 20, Layout.P_TTBR0), msr(CodeBuilder.TTBR0_EL1, 0), ldr(0, 20, Layout.P_TTBR1), msr(CodeBuilder.TTBR1_EL1, 0),
                ldr(0, 20, Layout.P_VBAR), msr(CodeBuilder.VBAR_EL1, 0), ldr(0, 20, Layout.P_CPACR), msr(CodeBuilder.CPACR_EL1, 0),
                CodeBuilder.ISB, CodeBuilder.TLBI_VMALLE1, CodeBuilder.DSB_SY, CodeBuilder.ISB,
                ldr(0, 20, Layout.P_SCTLR), msr(CodeBuilder.SCTLR_EL1, 0), CodeBuilder.ISB);
    }

    static int[] vectors() {
        long common = Layout.HARNESS + 4L * commonAt(program());
        var code = new CodeBuilder(Layout.VECTORS);
        for (int vector = 0; vector < 16; vector++) {
            code.padTo(vector * 0x80);
            code.add(msr(CodeBuilder.TPIDR_EL1, 0));
            code.load(0, Layout.PARAMETERS);
            code.add(ldr(0, 0, Layout.OUT), str(1, 0, 8), stp(2, 3, 0, 16), CodeBuilder.movz(1, vector * 0x80, 0), str(1, 0, Layout.VECTOR));
            code.add(CodeBuilder.b((int) (common - (Layout.VECTORS + code.size()))));
        }
        return code.words();
    }

    /** The word behind ERET. */
    private static int commonAt(int[] program) {
        for (int i = 0; i < program.length; i++) {
            if (program[i] == CodeBuilder.ERET) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no ERET in the harness");
    }
}

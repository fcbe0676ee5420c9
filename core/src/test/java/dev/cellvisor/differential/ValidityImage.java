package dev.cellvisor.differential;

import static dev.cellvisor.differential.CodeBuilder.addImmediate;
import static dev.cellvisor.differential.CodeBuilder.ldp;
import static dev.cellvisor.differential.CodeBuilder.ldr;
import static dev.cellvisor.differential.CodeBuilder.mrs;
import static dev.cellvisor.differential.CodeBuilder.msr;
import static dev.cellvisor.differential.CodeBuilder.str;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The guest program that asks of each of a million words whether it is an instruction. Each word stands before an SVC; every general
 * register and SP hold addresses that nothing is mapped at, so a load, store or branch that is valid ends in an abort; what ESR_EL1
 * says is the answer. Words that would do harm even so are changed first: see {@link #contain}.
 */
final class ValidityImage {
    /** Words in one start of a machine. */
    static final int MAX_WORDS = 2_000_000;
    /** The immediate of the SVC behind each word: the word did nothing that raised an exception. */
    static final int WENT_ON = 0x60;
    /** Where a 32-bit ESR for each word is stored. */
    private static final long RESULTS = Layout.OUTPUTS;
    private static final long REGISTERS = Layout.PARAMETERS + 0x800;
    private static final long NOWHERE = 0x10_0000_0000L;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final int SYSTEM_BITS = 0x1f_ffe0;

    // Registers that hold what may be written to a system register.
    private static final int R_SCTLR = 1;
    private static final int R_TCR = 2;
    private static final int R_TTBR0 = 3;
    private static final int R_TTBR1 = 4;
    private static final int R_MAIR = 5;
    private static final int R_VBAR = 6;
    private static final int R_CPACR = 7;
    private static final int R_ZERO = 8;

    private ValidityImage() {
    }

    static void write(MemorySegment ram, int[] words, int count) {
        HarnessImage.words(ram, Layout.HARNESS, program());
        HarnessImage.words(ram, Layout.VECTORS, vectors());
        var tables = new PageTables(ram, Layout.TABLES, Layout.TABLES_END);
        long data = PageTables.PXN | PageTables.UXN;
        tables.pages(Layout.PARAMETERS, Layout.PARAMETERS, 4096, data);
        tables.pages(Layout.HARNESS, Layout.HARNESS, 0x1_0000, PageTables.READ_ONLY | PageTables.UXN);
        tables.pages(Layout.CODE, Layout.CODE, 8L * MAX_WORDS + 4095 & -4096, PageTables.READ_ONLY);
        tables.blocks(RESULTS, RESULTS, 4L * MAX_WORDS + 0x1f_ffff & -0x20_0000, data);
        HarnessImage.translation(ram, tables.root, Setting.NORMAL.sctlr());
        long p = Layout.PARAMETERS - Layout.RAM;
        ram.set(LONG, p + Layout.DONE, 0);
        ram.set(LONG, p + Layout.NEXT, Layout.CODE);
        ram.set(LONG, p + Layout.END, Layout.CODE + 8L * count);
        ram.set(LONG, p + Layout.OUT, RESULTS);
        long registers = REGISTERS - Layout.RAM;
        for (int x = 0; x < 32; x++) {
            ram.set(LONG, registers + 8 * x, NOWHERE + 0x1_0000_0000L * x);
        }
        int[][] copies = {{R_SCTLR, Layout.P_SCTLR}, {R_TCR, Layout.P_TCR}, {R_TTBR0, Layout.P_TTBR0}, {R_TTBR1, Layout.P_TTBR1},
            {R_MAIR, Layout.P_MAIR}, {R_VBAR, Layout.P_VBAR}, {R_CPACR, Layout.P_CPACR}};
        for (int[] copy : copies) {
            ram.set(LONG, registers + 8 * copy[0], ram.get(LONG, p + copy[1]));
        }
        ram.set(LONG, registers + 8 * R_ZERO, 0);
        for (int i = 0; i < count; i++) {
            ram.set(INT, Layout.CODE - Layout.RAM + 8L * i, contain(words[i]));
            ram.set(INT, Layout.CODE - Layout.RAM + 8L * i + 4, CodeBuilder.svc(WENT_ON));
        }
        ram.asSlice(RESULTS - Layout.RAM, 4L * count).fill((byte) 0xff);
    }

    /** ESR_EL1 after word {@code index}. */
    static int result(MemorySegment ram, int index) {
        return ram.get(INT, RESULTS - Layout.RAM + 4L * index);
    }

    /** How many words were done. */
    static int done(MemorySegment ram) {
        return (int) ((ram.get(LONG, Layout.PARAMETERS - Layout.RAM + Layout.NEXT) - Layout.CODE) / 8);
    }

    static boolean finished(MemorySegment ram) {
        return ram.get(LONG, Layout.PARAMETERS - Layout.RAM + Layout.DONE) == Layout.DONE_MARK;
    }

    private static int[] program() {
        var code = new CodeBuilder(Layout.HARNESS);
        HarnessImage.boot(code);
        code.load(20, Layout.PARAMETERS);
        code.add(ldp(21, 22, 20, Layout.NEXT));
        code.label("next");
        code.add(0xeb16_02bf); // cmp x21, x22
        code.branchIf(0, "done");
        code.add(msr(CodeBuilder.ELR_EL1, 21));
        code.load(1, Setting.EL1H);
        code.add(msr(CodeBuilder.SPSR_EL1, 1), msr(CodeBuilder.ESR_EL1, 31));
        code.load(30, REGISTERS);
        code.add(ldr(1, 30, 31 * 8), addImmediate(31, 1, 0));
        for (int x = 0; x < 30; x += 2) {
            code.add(ldp(x, x + 1, 30, 8 * x));
        }
        code.add(ldr(30, 30, 240), CodeBuilder.ERET);

        // Every vector comes here; no register of the word's is of any interest.
        code.label("common");
        code.load(20, Layout.PARAMETERS);
        code.add(mrs(0, CodeBuilder.ESR_EL1), ldr(1, 20, Layout.OUT), 0xb800_4420 /* str w0, [x1], #4 */, str(1, 20, Layout.OUT),
                ldp(21, 22, 20, Layout.NEXT), addImmediate(21, 21, 8), str(21, 20, Layout.NEXT));
        code.branch("next");

        code.label("done");
        code.load(1, Layout.DONE_MARK);
        code.add(str(1, 20, Layout.DONE), CodeBuilder.DSB_SY);
        code.load(0, HarnessImage.SYSTEM_OFF & 0xffff_ffffL);
        code.add(CodeBuilder.hvc(0), CodeBuilder.b(0));
        return code.words();
    }

    private static int[] vectors() {
        int[] program = program();
        int common = 0;
        while (program[common] != CodeBuilder.ERET) {
            common++;
        }
        long target = Layout.HARNESS + 4L * (common + 1);
        var code = new CodeBuilder(Layout.VECTORS);
        for (int vector = 0; vector < 16; vector++) {
            code.padTo(vector * 0x80);
            code.add(CodeBuilder.b((int) (target - (Layout.VECTORS + code.size()))));
        }
        return code.words();
    }

    /**
     * The word as it is executed. Whether it is an instruction does not depend on what is changed: branch offsets become one word;
     * a write to a system register writes what is there already, or 0. Words that cannot be executed at all become NOP: see {@link #skipped}.
     */
    static int contain(int w) {
        if (skipped(w)) {
            return CodeBuilder.NOP;
        }
        return switch (Kind.of(w)) {
            case BRANCH26 -> w & 0xfc00_0000 | 1;
            case BRANCH19 -> w & 0xff00_001f | 1 << 5;
            case BRANCH14 -> w & 0xfff8_001f | 1 << 5;
            case SYSTEM -> (w & 0x0020_0000) == 0 && (w & 0x0018_0000) != 0 ? w & ~31 | source(w & SYSTEM_BITS) : w;
            default -> w;
        };
    }

    /**
     * Never let go: WFI and WFE wait, ERET and its kin run the word again. QEMU 7.2 takes ERET with any Rn, where the Arm ARM (C6.2.100) fixes
     * it at 11111.
     */
    static boolean skipped(int w) {
        return w == 0xd503_207f || w == 0xd503_205f || (w & 0xffff_f000) == 0xd69f_0000;
    }

    private static int source(int system) {
        int register = system >>> 5;
        if (register == CodeBuilder.SCTLR_EL1) {
            return R_SCTLR;
        } else if (register == CodeBuilder.TCR_EL1) {
            return R_TCR;
        } else if (register == CodeBuilder.TTBR0_EL1) {
            return R_TTBR0;
        } else if (register == CodeBuilder.TTBR1_EL1) {
            return R_TTBR1;
        } else if (register == CodeBuilder.MAIR_EL1) {
            return R_MAIR;
        } else if (register == CodeBuilder.VBAR_EL1) {
            return R_VBAR;
        } else if (register == CodeBuilder.CPACR_EL1) {
            return R_CPACR;
        }
        return R_ZERO;
    }
}

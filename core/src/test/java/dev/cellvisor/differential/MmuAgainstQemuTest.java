package dev.cellvisor.differential;

import static dev.cellvisor.differential.CodeBuilder.addImmediate;
import static dev.cellvisor.differential.CodeBuilder.ldp;
import static dev.cellvisor.differential.CodeBuilder.ldr;
import static dev.cellvisor.differential.CodeBuilder.mrs;
import static dev.cellvisor.differential.CodeBuilder.msr;
import static dev.cellvisor.differential.CodeBuilder.str;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Translation tables of random descriptors, walked by our MMU and by QEMU's: what the AT instructions leave in PAR_EL1, and the syndrome and the
 * address of the faults that loads take, are the same for all three granules, every level, permission and fault. The guest's own program stands
 * in the lower half of the addresses; the upper half is random.
 */
class MmuAgainstQemuTest {
    private static final String MODEL = "max";
    private static final long SEED = 20_260_104;
    private static final long POOL = 0x4500_0000L;
    private static final int TABLES_OF_LEVEL = 6;
    private static final int POOL_TABLES = 4 * TABLES_OF_LEVEL;
    private static final int POOL_TABLE_SIZE = 0x1_0000;
    private static final int RESULT_SIZE = 80;
    private static final int VECTOR_SYNCHRONOUS = 0x200;
    /** Device-nGnRnE, -nGnRE, -nGRE, -GRE, Normal Non-cacheable, and three cacheable types. */
    private static final long MAIR = 0x4f_bb_ff_44_0c_08_04_00L;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    /** AT S1E1R, S1E1W, S1E0R, S1E0W, S1E1RP, S1E1WP, all of X9. */
    private static final int[] TRANSLATE = {0xd508_7809, 0xd508_7829, 0xd508_7849, 0xd508_7869, 0xd508_7909, 0xd508_7929};
    private static final int LDR = 0xb940_012a; // ldr w10, [x9]
    private static final int LDTR = 0xb840_092a; // ldtr w10, [x9]

    /**
     * One set of tables.
     *
     * @param granule 12, 14 or 16
     * @param txsz T1SZ
     * @param more further bits of TCR_EL1
     * @param pan PSTATE.PAN
     */
    private record Case(int granule, int txsz, long more, boolean pan, long seed) {
    }

    @Test
    void randomTablesAreWalkedAlike() {
        assumeTrue(QemuMachine.available(), "skipped: qemu-system-aarch64 is not installed");
        long start = System.nanoTime();
        var random = new SplittableRandom(SEED);
        int addresses = Scale.of(1500, 10_000);
        int compared = 0;
        List<String> differences = new ArrayList<>();
        var kinds = new java.util.TreeSet<String>();
        try (Machine qemu = new QemuMachine(OurMachine.qemuCpu(MODEL), 120); Machine ours = new OurMachine(MODEL)) {
            for (int round = 0; round < Scale.of(2, 12); round++) {
                for (int granule : new int[] {12, 14, 16}) {
                    long more = (random.nextBoolean() ? 1L << 42 : 0) | (random.nextBoolean() ? 1L << 38 : 0) | (long) random.nextInt(4) << 39; // HPD1, TBI1, HA, HD
                    var one = new Case(granule, random.nextInt(16, 40), more, random.nextBoolean(), random.nextLong());
                    long[] vas = write(qemu.ram(), one, addresses);
                    write(ours.ram(), one, addresses);
                    qemu.run();
                    ours.run();
                    for (int i = 0; i < addresses; i++) {
                        for (int at = 0; at < RESULT_SIZE; at += 8) {
                            long theirs = answer(qemu, i, at);
                            long mine = answer(ours, i, at);
                            compared++;
                            if (at < 48) {
                                kinds.add((theirs & 1) != 0 ? "fault %02x".formatted(theirs >>> 1 & 0x3f) : "type %02x".formatted(theirs >>> 56));
                            }
                            if (theirs != mine && differences.size() < 12) {
                                differences.add("%s: address %016x, result %d: QEMU %016x, ours %016x".formatted(one, vas[i], at / 8, theirs, mine));
                            }
                        }
                    }
                }
            }
        }
        System.out.printf("figure: random translation tables%s, three granules, %,d answers of AT and loads compared with QEMU, %d kinds, %s differ (%.1f s)%n",
                Scale.FULL ? "" : " (a sample)", compared, kinds.size(), differences.isEmpty() ? "none" : "some", (System.nanoTime() - start) / 1e9);
        assertEquals(List.of(), differences, () -> String.join("\n", differences));
    }

    /**
     * A result. PAR_EL1.SH of Device and Normal Non-cacheable memory is 10 (Arm ARM, PAR_EL1); QEMU 7.2 says what the descriptor has, so it is left
     * out there.
     */
    private static long answer(Machine machine, int number, int at) {
        long value = machine.ram().get(LONG, Layout.OUTPUTS - Layout.RAM + (long) number * RESULT_SIZE + at);
        int type = (int) (value >>> 56);
        boolean noChoice = at < 8 * TRANSLATE.length && (value & 1) == 0 && ((type & 0xf0) == 0 || type == 0x44);
        return noChoice ? value & ~0x180L : value;
    }

    /** Writes tables, program and addresses into a machine's RAM, the same for the same case; gives the addresses. */
    private static long[] write(MemorySegment ram, Case one, int count) {
        var random = new SplittableRandom(one.seed);
        HarnessImage.words(ram, Layout.HARNESS, program(one));
        HarnessImage.words(ram, Layout.VECTORS + VECTOR_SYNCHRONOUS, new int[] {mrs(11, CodeBuilder.ESR_EL1), mrs(12, CodeBuilder.FAR_EL1),
            mrs(13, CodeBuilder.ELR_EL1), addImmediate(13, 13, 4), msr(CodeBuilder.ELR_EL1, 13), CodeBuilder.ERET});
        var tables = new PageTables(ram, Layout.TABLES, Layout.TABLES_END);
        long data = PageTables.PXN | PageTables.UXN;
        tables.pages(Layout.PARAMETERS, Layout.PARAMETERS, 4096, data);
        tables.pages(Layout.HARNESS, Layout.HARNESS, 0x1_0000, PageTables.READ_ONLY | PageTables.UXN);
        tables.blocks(Layout.INPUTS & -0x20_0000, Layout.INPUTS & -0x20_0000, 0x40_0000, data);
        tables.blocks(Layout.OUTPUTS & -0x20_0000, Layout.OUTPUTS & -0x20_0000, 0x40_0000, data);
        HarnessImage.translation(ram, tables.root, Setting.NORMAL.sctlr());
        long p = Layout.PARAMETERS - Layout.RAM;
        long tg1 = one.granule == 12 ? 2 : one.granule == 14 ? 1 : 3;
        long tcr = ram.get(LONG, p + Layout.P_TCR) & 0xffff;
        ram.set(LONG, p + Layout.P_TCR, tcr | (long) one.txsz << 16 | 1 << 24 | 1 << 26 | 3L << 28 | tg1 << 30 | 5L << 32 | one.more);
        int stride = one.granule - 3;
        int first = 4 - (64 - one.txsz - one.granule + stride - 1) / stride;
        ram.set(LONG, p + Layout.P_TTBR1, table(first * TABLES_OF_LEVEL + random.nextInt(TABLES_OF_LEVEL)));
        ram.set(LONG, p + Layout.P_MAIR, MAIR & -256 | 0xff); // attribute 0 is the program's own
        for (int i = 0; i < POOL_TABLES; i++) {
            for (int at = 0; at < POOL_TABLE_SIZE; at += 8) {
                ram.set(LONG, table(i) - Layout.RAM + at, descriptor(random, one.granule, i / TABLES_OF_LEVEL));
            }
        }
        long[] vas = new long[count];
        for (int i = 0; i < count; i++) {
            vas[i] = (random.nextInt(20) == 0 ? random.nextLong() | 1L << 55 : random.nextLong() | -1L << 64 - one.txsz) & ~3L;
            ram.set(LONG, Layout.INPUTS - Layout.RAM + 8L * i, vas[i]);
        }
        ram.set(LONG, p + Layout.DONE, 0);
        ram.set(LONG, p + Layout.NEXT, Layout.INPUTS);
        ram.set(LONG, p + Layout.END, Layout.INPUTS + 8L * count);
        return vas;
    }

    private static long table(int number) {
        return POOL + (long) number * POOL_TABLE_SIZE;
    }

    /**
     * Mostly a table or a page, in RAM, so that some loads come through. Blocks are only at levels that have them: QEMU 7.2 takes them at others
     * too, where the Arm ARM (D8.3) has a Translation fault.
     */
    private static long descriptor(RandomGenerator random, int granule, int level) {
        boolean blocks = level >= 2 || level == 1 && granule == 12;
        long kind = switch (random.nextInt(10)) {
            case 0 -> random.nextInt(2) * 2; // invalid
            case 1, 2, 3 -> blocks ? 1 : 3; // a block; at level 3 reserved
            default -> 3; // a table or a page
        };
        long attributes = (long) random.nextInt(8) << 2 | (long) random.nextInt(4) << 6 | (long) random.nextInt(4) << 8 | (random.nextInt(6) == 0 ? 0 : 1L << 10)
                | (long) random.nextInt(2) << 11 | (random.nextInt(6) == 0 ? 1L << 52 : 0) | (long) random.nextInt(4) << 53
                | (long) random.nextInt(2) << 51; // DBM
        long limits = random.nextInt(3) == 0 ? (long) random.nextInt(16) << 59 : 0; // APTable, UXNTable, PXNTable
        long address = switch (random.nextInt(12)) {
            case 0 -> random.nextLong() & 0xffff_ffff_f000L | 1L << 46; // where nothing is, on neither machine
            default -> table(Math.min(3, level + 1) * TABLES_OF_LEVEL + random.nextInt(TABLES_OF_LEVEL));
        };
        return address & -1L << granule | kind | attributes & ~(granule == 12 ? 0 : 0xf000L) | limits;
    }

    private static int[] program(Case one) {
        var code = new CodeBuilder(Layout.HARNESS);
        HarnessImage.boot(code);
        code.load(20, Layout.PARAMETERS);
        code.add(ldp(21, 23, 20, Layout.NEXT));
        code.load(22, Layout.OUTPUTS);
        code.add(one.pan ? 0xd500_419f : 0xd500_409f); // msr pan, #1 or #0
        code.label("next");
        code.add(0xeb17_02bf); // cmp x21, x23
        code.branchIf(0, "done");
        code.add(ldr(9, 21, 0), addImmediate(21, 21, 8));
        for (int i = 0; i < TRANSLATE.length; i++) {
            // PAR_EL1, or where AT itself takes an exception, its syndrome.
            code.add(CodeBuilder.movz(11, 0, 0), msr(CodeBuilder.PAR_EL1, 31), TRANSLATE[i], CodeBuilder.ISB, mrs(10, CodeBuilder.PAR_EL1),
                    0xca0b_014a /* eor x10, x10, x11 */, str(10, 22, 8 * i));
        }
        int at = 8 * TRANSLATE.length;
        for (int load : new int[] {LDR, LDTR}) {
            code.add(CodeBuilder.movz(11, 0, 0), CodeBuilder.movz(12, 0, 0), load, str(11, 22, at), str(12, 22, at + 8));
            at += 16;
        }
        code.add(addImmediate(22, 22, RESULT_SIZE));
        code.branch("next");
        code.label("done");
        code.load(1, Layout.DONE_MARK);
        code.add(str(1, 20, Layout.DONE), CodeBuilder.DSB_SY);
        code.load(0, HarnessImage.SYSTEM_OFF & 0xffff_ffffL);
        code.add(CodeBuilder.hvc(0), CodeBuilder.b(0));
        return code.words();
    }
}

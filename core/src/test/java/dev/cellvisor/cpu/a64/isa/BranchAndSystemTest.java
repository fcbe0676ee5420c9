package dev.cellvisor.cpu.a64.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Branches, exception generation, hints, and access to system registers. */
class BranchAndSystemTest {
    private static final int UNKNOWN = 0;
    private static final int SVC = 0x15;
    private static final int BRK = 0x3c;

    private final OneCpu cpu = new OneCpu();

    @AfterEach
    void close() {
        cpu.close();
    }

    @Test
    void conditionalBranchesAgreeWithTheTableOfConditions() {
        for (int condition = 0; condition < 16; condition++) {
            for (int flags = 0; flags < 16; flags++) {
                cpu.nzcv(flags).run(0x5400_0040 | condition); // b.cond .+8
                assertEquals(OneCpu.CODE + (Flags.holds(condition, flags << 28) ? 8 : 4), cpu.get("pc"), "condition " + condition + ", flags " + flags);
            }
        }
    }

    @Test
    void branchesGoBackwardsToo() {
        assertEquals(OneCpu.CODE - 4, cpu.run(0x17ffffff /* b .-4 */).get("pc"));
        assertEquals(OneCpu.CODE - 8, cpu.nzcv(4).run(0x54ffffc0 /* b.eq .-8 */).get("pc"));
        assertEquals(OneCpu.CODE - 8, cpu.x(1, 0).run(0xb4ffffc1 /* cbz x1, .-8 */).get("pc"));
        assertEquals(OneCpu.CODE - 8, cpu.x(1, 1L << 63).run(0xb7ffffc1 /* tbnz x1, #63, .-8 */).get("pc"));
    }

    @Test
    void comparisonOfAWordIgnoresTheUpperHalf() {
        cpu.x(1, 1L << 32);
        assertEquals(OneCpu.CODE + 8, cpu.run(0x34000041 /* cbz w1, .+8 */).get("pc"));
        assertEquals(OneCpu.CODE + 4, cpu.run(0xb4000041 /* cbz x1, .+8 */).get("pc"));
        assertEquals(OneCpu.CODE + 4, cpu.run(0xb6000041 /* tbz x1, #32, .+8 */).get("pc"));
        assertEquals(OneCpu.CODE + 8, cpu.run(0x36f80041 /* tbz w1, #31, .+8 */).get("pc"));
    }

    @Test
    void linksAreWrittenAfterTheTargetIsRead() {
        assertEquals(OneCpu.CODE + 4, cpu.run(0x94000010 /* bl .+64 */).x(30));
        cpu.x(30, OneCpu.CODE + 0x100).run(0xd63f03c0 /* blr x30 */);
        assertEquals(OneCpu.CODE + 0x100, cpu.get("pc"));
        assertEquals(OneCpu.CODE + 4, cpu.x(30));
        assertEquals(OneCpu.CODE + 4, cpu.run(0xd65f03c0 /* ret */).get("pc"));
    }

    @Test
    void aTagInABranchTargetGoesWhereTheTopByteIsIgnored() {
        cpu.x(1, 0x7f00_0000_4000_0040L);
        assertEquals(0x7f00_0000_4000_0040L, cpu.run(0xd61f0020 /* br x1 */).get("pc"));
        cpu.set("TCR_EL1", cpu.get("TCR_EL1") | 1L << 37);
        assertEquals(0x4000_0040L, cpu.run(0xd61f0020 /* br x1 */).get("pc"));
    }

    @Test
    void exceptionsReturnToOrBehindTheirInstruction() {
        cpu.run(0xd40000e1 /* svc #7 */);
        assertEquals(SVC << 26 | 1 << 25 | 7, cpu.get("ESR_EL1"));
        assertEquals(OneCpu.CODE + 4, cpu.get("ELR_EL1"));
        cpu.run(0xd4210000 /* brk #0x800 */);
        assertEquals(BRK, cpu.exceptionClass());
        for (int word : new int[] {0xd4000002 /* hvc #0 */, 0xd4000003 /* smc #0 */, 0xd4400020 /* hlt #1 */, 0xd4a00001 /* dcps1 */, 0xd6bf03e0 /* drps */, 0x00000001 /* udf #1 */, 0xd52b7420 /* sysl x0, #3, C7, C4, #1 */}) {
            cpu.set("ESR_EL1", -1).run(word);
            assertEquals(UNKNOWN, cpu.exceptionClass(), Integer.toHexString(word));
            assertEquals(OneCpu.VECTORS + 0x200, cpu.get("pc"));
        }
    }

    @Test
    void hintsThatNobodyDefinedDoNothing() {
        cpu.set("ESR_EL1", 0).run(0xd5032c7f /* hint #99 */, 0xd503233f /* paciasp */, 0xd503245f /* bti c */, 0xd503319f /* dsb #1 */, 0xd5033fdf /* isb */, 0xd5033bbf /* dmb ish */, 0xd50330ff /* sb */, 0xd503229f /* csdb */);
        assertEquals(0, cpu.get("ESR_EL1"));
        assertEquals(OneCpu.CODE + 32, cpu.get("pc"));
    }

    @Test
    void systemRegistersAreReadTheFastWayOnlyWhereThatIsAllowed() {
        cpu.set("SP_EL0", 5).set("TPIDR_EL1", 6).set("TPIDR_EL0", 7);
        assertEquals(5, cpu.run(0xd5384100 /* mrs x0, sp_el0 */).x(0));
        assertEquals(6, cpu.run(0xd538d080 /* mrs x0, tpidr_el1 */).x(0));
        assertEquals(7, cpu.run(0xd53bd040 /* mrs x0, tpidr_el0 */).x(0));
        cpu.run(0xd50040bf /* msr spsel, #0 */);
        cpu.run(0xd5384100 /* mrs x0, sp_el0 */);
        assertEquals(UNKNOWN, cpu.exceptionClass(), "SP_EL0 is the stack pointer itself");
    }

    @Test
    void pstateIsSetByImmediates() {
        cpu.run(0xd5034fff /* msr daifclr, #15 */, 0xd50342df /* msr daifset, #2 */);
        assertEquals(1 << 7, cpu.get("pstate") & 0x3c0);
        cpu.run(0xd500419f /* msr pan, #1 */, 0xd500417f /* msr uao, #1 */);
        assertEquals(3 << 22, cpu.get("pstate") & 3 << 22);
    }

    @Test
    void dcZvaClearsItsBlock() {
        for (int i = 0; i < 10; i++) {
            cpu.memory(OneCpu.DATA + i * 8, -1);
        }
        cpu.x(1, OneCpu.DATA + 11).run(0xd50b7421 /* dc zva, x1 */);
        assertEquals(0, cpu.memory(OneCpu.DATA + 56));
        assertEquals(-1, cpu.memory(OneCpu.DATA + 64));
    }

    @Test
    void withoutAFeatureItsInstructionsAreUndefined() {
        try (var plain = new OneCpu(EnumSet.of(Feature.BASE))) {
            plain.x(1, OneCpu.DATA);
            for (int word : new int[] {0xf8220020 /* ldadd x2, x0, [x1] */, 0xc8a07c22 /* cas x0, x2, [x1] */, 0xf8208022 /* swp x0, x2, [x1] */, 0xf8bfc020 /* ldapr x0, [x1] */, 0xd9400020 /* ldapur x0, [x1] */,
                0xc89f7c20 /* stllr x0, [x1] */, 0x1ac04000 /* crc32b w0, w0, w0 */, 0xd500401f /* cfinv */, 0xd500405f /* axflag */, 0xd50330ff /* sb */, 0xd500419f /* msr pan, #1 */, 0xd500417f /* msr uao, #1 */,
                0xd503415f /* msr dit, #1 */, 0xd503413f /* msr ssbs, #1 */}) {
                plain.set("ESR_EL1", -1).run(word);
                assertEquals(UNKNOWN, plain.exceptionClass(), Integer.toHexString(word));
            }
        }
    }
}

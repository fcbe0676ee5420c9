package dev.cellvisor.cpu.a64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reader sees of instruction words. */
class DisassemblerTest {

    private static String text(int word) {
        return new Disassembler().disassemble(0x4008_0000L, word).text();
    }

    @Test
    void aliasesAreWhatPeopleWrite() {
        assertEquals("mov x0, x1", text(0xaa0103e0));
        assertEquals("mov sp, x1", text(0x9100003f));
        assertEquals("mov x0, #0x10000", text(0xd2a00020));
        assertEquals("mov w0, #0xffffffff", text(0x12800000));
        assertEquals("mov x0, #0xff00ff00ff00ff", text(0xb2009fe0));
        assertEquals("cmp x1, #0x1", text(0xf100043f));
        assertEquals("lsl w0, w1, #3", text(0x531d7020));
        assertEquals("cset x0, ne", text(0x9a9f07e0));
        assertEquals("ret", text(0xd65f03c0));
        assertEquals("tlbi vmalle1is", text(0xd508831f));
        assertEquals("stadd x1, [x2]", text(0xf821005f));
    }

    @Test
    void targetsAreCountedFromTheInstruction() {
        assertEquals("b 0x40080000", text(0x14000000));
        assertEquals("bl 0x4007fffc", text(0x97ffffff));
        assertEquals("b.ne 0x40080008", text(0x54000041));
        assertEquals("tbnz x3, #33, 0x40080010", text(0xb7080083));
        assertEquals("adr x0, 0x40080003", text(0x70000000));
        assertEquals("adrp x0, 0x40083000", text(0xf0000000));
        assertEquals("ldr x0, 0x40080010", text(0x58000080));
    }

    @Test
    void targetsShowTheirNames() {
        Map<Long, String> names = Map.of(0x4008_0000L, "start", 0x4008_0008L, "start+0x8");
        Disassembler disassembler = new Disassembler(names::get);
        assertEquals("b 0x40080000 <start>", disassembler.disassemble(0x4008_0000L, 0x14000000).text());
        assertEquals("cbz x0, 0x40080008 <start+0x8>", disassembler.disassemble(0x4008_0000L, 0xb4000040).text());
        assertEquals("b 0x40080010", disassembler.disassemble(0x4008_0000L, 0x14000004).text());
        // and what is shown can be assembled
        assertEquals(0xb4000040, Assembler.assemble(0x4008_0000L, "cbz x0, 0x40080008 <start+0x8>").words()[0]);
    }

    @Test
    void systemRegistersHaveNamesOrNumbers() {
        assertEquals("mrs x0, sctlr_el1", text(0xd5381000));
        assertEquals("msr ttbr1_el1, x3", text(0xd5182023));
        assertEquals("mrs x1, icc_iar1_el1", text(0xd538cc01));
        assertEquals("mrs x2, cntvct_el0", text(0xd53be042));
        assertEquals("mrs x0, s3_0_c15_c1_7", text(0xd538f1e0));
        assertEquals("mrs x0, dbgdtrrx_el0", text(0xd5330500));
        assertEquals("msr dbgdtrtx_el0, x0", text(0xd5130500));
        assertEquals("msr daifset, #0x2", text(0xd50342df));
    }

    @Test
    void vectorsHaveArrangementsElementsAndLists() {
        assertEquals("add v0.4s, v1.4s, v2.4s", text(0x4ea28420));
        assertEquals("mov v3.s[1], w2", text(0x4e0c1c43));
        assertEquals("ld1 {v30.16b-v31.16b}, [x0]".replace("-v31", ", v31"), text(0x4c40a01e));
        assertEquals("ld4 {v0.2d-v3.2d}, [sp], #64", text(0x4cdf0fe0));
        assertEquals("fmov d0, #1.000000000000000000e+00", text(0x1e6e1000));
        assertEquals("movi v0.2d, #0xff00ff00ff00ff", text(0x6f02e6a0));
    }

    @Test
    void aWordThatIsNoInstructionSaysSo() {
        Line line = new Disassembler().disassemble(0, 0xffffffff);
        assertTrue(line.isUndefined());
        assertEquals(".inst 0xffffffff ; undefined", line.text());
        assertEquals("udf #42", text(42));
    }

    @Test
    void aLineTellsItsEncoding() {
        List<Line> lines = new Disassembler().disassemble(0xffff_8000_0801_0000L, new int[] {0x91000420, 0xd503201f});
        assertFalse(lines.getFirst().isUndefined());
        assertEquals("AddSubImmediate.add64", lines.getFirst().operation());
        assertEquals("ffff800008010004:  d503201f  nop", lines.getLast().toString());
    }
}

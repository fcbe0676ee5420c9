package dev.cellvisor.cpu.a64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an instruction is made of, and what it means. */
class ExplanationTest {

    @Test
    void anInstructionIsTakenApart() {
        Explanation explanation = Explanation.of("cmp x1, #1, lsl #12");
        assertEquals("AddSubImmediate.subs64", explanation.name());
        assertEquals("Add/subtract (immediate)", explanation.family());
        assertEquals(Feature.BASE, explanation.feature());
        assertEquals(List.of("", "sh", "imm12", "Rn", "Rd"), explanation.fields().stream().map(Explanation.FieldValue::name).toList());
        assertEquals(List.of(0b111100010, 1, 1, 1, 31), explanation.fields().stream().map(Explanation.FieldValue::value).toList());
        assertEquals("21:10  000000000001     imm12 = 1", explanation.fields().get(2).toString());
        assertTrue(explanation.spellings().contains("subs Xd, Xn|SP, #imm12{, lsl #12}"), explanation.spellings().toString());
        assertTrue(explanation.documentation().contains("SUBS (immediate)"), explanation.documentation());
        assertTrue(explanation.source().startsWith("static void subs64(long s, long d) {"), explanation.source());
    }

    @Test
    void everyEncodingHasAFamilyAndAMeaning() {
        for (InstructionTable.Entry entry : InstructionTable.all()) {
            assertFalse(entry.familyTitle().isBlank(), entry.name());
            assertFalse(entry.documentation().isBlank(), entry.name());
            assertTrue(entry.source().startsWith("static ") && entry.source().endsWith("}"), entry.name());
        }
    }

    @Test
    void fieldsAndFixedBitsAreTheWholeWord() {
        for (int word : Samples.words(2)) {
            int whole = 0;
            for (Explanation.FieldValue field : Explanation.of(word).fields()) {
                whole |= field.value() << field.low();
            }
            assertEquals(word, whole);
        }
    }

    @Test
    void anUndefinedWordIsNothing() {
        Explanation explanation = Explanation.of(0xffffffff);
        assertEquals("", explanation.name());
        assertEquals("ffffffff  .inst 0xffffffff ; undefined", explanation.toString().strip());
        assertThrows(AssemblyException.class, () -> Explanation.of("nop; nop"));
    }
}

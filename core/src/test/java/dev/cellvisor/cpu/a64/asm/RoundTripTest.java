package dev.cellvisor.cpu.a64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the disassembler writes, the assembler reads: for every encoding of the table, with no other tool's help. */
class RoundTripTest {
    private static final long ADDRESS = 0x1_4000_0000L;

    @Test
    void everyTextOfTheTableIsUnderstood() {
        for (InstructionTable.Entry entry : InstructionTable.all()) {
            for (Template template : Templates.spellings(entry.operation())) {
                assertFalse(template.form().isBlank(), entry.name());
            }
            for (String more : MoreSpellings.of(entry)) {
                assertFalse(new Template(entry, Templates.layout(entry.operation()), more).form().isBlank(), entry.name());
            }
        }
    }

    @Test
    void everyEncodingHasAWord() {
        List<String> without = new ArrayList<>();
        boolean[] seen = new boolean[InstructionTable.end()];
        for (int word : Samples.words(1)) {
            seen[InstructionTable.operation(word)] = true;
        }
        for (InstructionTable.Entry entry : InstructionTable.all()) {
            if (!seen[entry.operation()]) {
                without.add(entry.name());
            }
        }
        assertEquals(List.of(), without);
    }

    /** Bits that do not matter come back as they should be, so the text must be the same, and nearly always the word. */
    @Test
    void assembledTextIsTheSameInstruction() {
        Disassembler disassembler = new Disassembler();
        int[] words = Samples.words(25);
        Map<String, String> wrong = new TreeMap<>();
        Map<String, Integer> changed = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            long address = ADDRESS + i % 1000 * 4L;
            Line line = disassembler.disassemble(address, words[i]);
            if (line.isUndefined()) {
                wrong.putIfAbsent(line.operation(), line.toString());
                continue;
            }
            try {
                int back = Assembler.assemble(address, line.text()).words()[0];
                if (!disassembler.disassemble(address, back).text().equals(line.text())) {
                    wrong.putIfAbsent(line.operation(), line + " became " + disassembler.disassemble(address, back));
                } else if (back != words[i]) {
                    changed.merge(line.operation(), 1, Integer::sum);
                }
            } catch (AssemblyException e) {
                wrong.putIfAbsent(line.operation(), line + " cannot be read: " + e.getMessage());
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong.values()));
        int differ = changed.values().stream().mapToInt(n -> n).sum();
        System.out.println("figure: assembler" + Samples.note() + ", " + words.length + " words of " + InstructionTable.all().size() + " encodings assembled from their text; in " + differ
                + " bits that do not matter differ");
        assertTrue(changed.keySet().stream().allMatch(RoundTripTest::hasFreeBits), () -> "these have no bits that do not matter: " + changed);
    }

    /** Should-be-one bits, bitmasks that several immr stand for, and elements whose number has bits to spare. */
    private static boolean hasFreeBits(String operation) {
        return operation.matches("(Exclusive|LoadStoreOrdered|LogicalImmediate|SimdCopy|DataProcessing3|FpArithmetic|SimdLoadStore\\w+)\\..*");
    }
}

package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an instruction word is: its text, its encoding with the value of each field, and its meaning as the emulated CPU has it. Its
 * {@link #toString} is all of that as readable text.
 *
 * @param word its 32 bits
 * @param text as the {@link Disassembler} writes it at address 0
 * @param name the encoding in the instruction table, e.g. {@code AddSubImmediate.add64}; empty for an undefined word, as all that follows
 * @param family its class of encodings in the Arm ARM, e.g. {@code Add/subtract (immediate)}
 * @param feature what a CPU must have for it; {@code null} if the word is undefined
 * @param fields from the highest bit down
 * @param spellings how it can be written, preferred ones first, e.g. {@code cmp Xn|SP, #imm12{, lsl #12}}
 * @param documentation in a sentence or two
 * @param source the Java method that is its meaning
 */
public record Explanation(int word, String text, String name, String family, Feature feature, List<FieldValue> fields, List<String> spellings,
        String documentation, String source) {

    /**
     * A field of the word, or the fixed bits between fields.
     *
     * @param name as in the encoding; empty for fixed bits
     * @param high its highest bit
     * @param low its lowest bit
     * @param value unsigned
     */
    public record FieldValue(String name, int high, int low, int value) {

        /** As binary digits. */
        public String digits() {
            String digits = Integer.toBinaryString(value);
            return "0".repeat(high - low + 1 - digits.length()) + digits;
        }

        @Override
        public String toString() {
            String place = high == low ? Integer.toString(high) : high + ":" + low;
            return "%-6s %-16s %s".formatted(place, digits(), name.isEmpty() ? "" : name + " = " + value).stripTrailing();
        }
    }

    /** Explains an instruction word. */
    public static Explanation of(int word) {
        String text = new Disassembler().disassemble(0, word).text();
        int operation = InstructionTable.operation(word);
        if (operation == Decoder.UNDEFINED) {
            return new Explanation(word, text, "", "", null, List.of(), List.of(), "", "");
        }
        InstructionTable.Entry entry = InstructionTable.entry(operation);
        List<String> spellings = new ArrayList<>();
        for (Template template : Templates.spellings(operation)) {
            spellings.add(template.form());
        }
        return new Explanation(word, text, entry.name(), entry.familyTitle(), entry.feature(), fields(operation, word), spellings, entry.documentation(),
                entry.source());
    }

    /**
     * Explains an instruction.
     *
     * @throws AssemblyException if the text is not exactly one
     */
    public static Explanation of(String instruction) {
        Program program = Assembler.assemble(instruction);
        if (program.pieces().size() != 1 || !program.pieces().getFirst().isInstruction()) {
            throw new AssemblyException("'" + instruction + "' is not one instruction");
        }
        return of(program.words()[0]);
    }

    private static List<FieldValue> fields(int operation, int word) {
        List<FieldValue> values = new ArrayList<>();
        int above = 31;
        for (Field field : Templates.layout(operation).fields()) {
            addFixed(word, above, field.low() + field.width(), values);
            values.add(new FieldValue(field.name(), field.low() + field.width() - 1, field.low(), field.of(word)));
            above = field.low() - 1;
        }
        addFixed(word, above, 0, values);
        return values;
    }

    private static void addFixed(int word, int high, int low, List<FieldValue> to) {
        if (high >= low) {
            to.add(new FieldValue("", high, low, word >>> low & (int) ((1L << high - low + 1) - 1)));
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("%08x  %s%n".formatted(word, text));
        if (name.isEmpty()) {
            return out.toString();
        }
        out.append("%s: %s%s%n".formatted(name, family, feature == Feature.BASE ? "" : ", with FEAT_" + feature));
        fields.forEach(field -> out.append("  ").append(field).append(System.lineSeparator()));
        out.append("written as%n".formatted());
        spellings.forEach(spelling -> out.append("  ").append(spelling).append(System.lineSeparator()));
        if (!documentation.isEmpty()) {
            out.append(documentation).append(System.lineSeparator());
        }
        source.lines().forEach(line -> out.append("  ").append(line).append(System.lineSeparator()));
        return out.toString();
    }
}

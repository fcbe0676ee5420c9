package dev.cellvisor.cpu.a64.asm;

import dev.cellvisor.cpu.a64.isa.Decoder;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;

/**
 * From instruction words to assembly text, as GNU objdump writes it, aliases included; its remarks behind {@code //} are left out. It knows
 * the instructions of all features, whatever the CPU model has. Threads may share it.
 *
 * <pre>
 * var disassembler = new Disassembler(symbols::describe);
 * disassembler.disassemble(0x4008_0000, 0x91000420).text()   // add x0, x1, #0x1
 * </pre>
 */
public final class Disassembler {
    private final Symbolizer symbols;

    /** Addresses are shown as numbers. */
    public Disassembler() {
        this(Symbolizer.NONE);
    }

    /** @param symbols the names that are shown behind addresses, e.g. {@code bl 0x40081000 <memcpy>} */
    public Disassembler(Symbolizer symbols) {
        this.symbols = symbols;
    }

    /**
     * One instruction.
     *
     * @param address where it stands; branch targets are counted from there
     * @param word its 32 bits
     * @return the line; its text is {@code .inst 0x… ; undefined} for a word that is no instruction
     */
    public Line disassemble(long address, int word) {
        int operation = InstructionTable.operation(word);
        if (operation == Decoder.UNDEFINED) {
            return new Line(address, word, ".inst 0x%08x ; undefined".formatted(word), "");
        }
        Printer out = new Printer(address, word, symbols);
        for (Template spelling : Templates.spellings(operation)) {
            if (spelling.print(out)) {
                return new Line(address, word, out.toString(), spelling.entry().name());
            }
            out.restart();
        }
        return new Line(address, word, ".inst 0x%08x ; undefined".formatted(word), InstructionTable.entry(operation).name());
    }

    /** Instructions that follow each other. */
    public List<Line> disassemble(long address, int[] words) {
        List<Line> lines = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            lines.add(disassemble(address + i * 4L, words[i]));
        }
        return lines;
    }
}

package dev.cellvisor.debug;

import dev.cellvisor.cpu.a64.asm.Disassembler;
import dev.cellvisor.cpu.a64.asm.Line;
import java.util.List;

/**
 * Instructions as they stand in a guest's memory, to be shown.
 *
 * @param lines one for each instruction
 * @param symbols the names of addresses
 * @param pc the address of the next instruction, which is marked; -1 for none
 */
public record Listing(List<Line> lines, Symbols symbols, long pc) {

    /** Keeps its own copy of the lines. */
    public Listing {
        lines = List.copyOf(lines);
    }

    /**
     * Disassembles words.
     *
     * @param va the first one's address
     * @param words the instructions
     */
    public static Listing of(long va, int[] words, Symbols symbols, long pc) {
        var disassembler = new Disassembler(address -> symbols.at(address) == null ? null : symbols.describe(address));
        return new Listing(disassembler.disassemble(va, words), symbols, pc);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Line line : lines) {
            Symbols.Symbol symbol = symbols.at(line.address());
            if (symbol != null && (symbol.address() == line.address() || line == lines.getFirst())) {
                text.append(symbols.describe(line.address())).append(":\n");
            }
            text.append(line.address() == pc ? "=>" : "  ").append(line).append('\n');
        }
        return text.toString().stripTrailing();
    }
}

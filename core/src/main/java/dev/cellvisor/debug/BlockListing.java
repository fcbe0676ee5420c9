package dev.cellvisor.debug;

import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.a64.asm.Line;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a guest's program three ways: its instructions, what each means (the Java source that the interpreter executes), and the machine code that
 * the native engine has made of it.
 *
 * @param rows one for each instruction, and one for what belongs to none
 * @param trace whether it is a way over branches
 */
public record BlockListing(List<Row> rows, boolean trace) {
    private static final Pattern JUMP = Pattern.compile("^((?:j\\w+|call)\\s+)0x([0-9a-f]+)$");

    /**
     * An instruction.
     *
     * @param guest as it stands in the guest's memory; {@code null} for the code of entry, or of the ways out behind the last instruction
     * @param meaning its Java source; empty for none
     * @param host instructions of the host behind their offsets, or lines of bytes where there is no objdump; jumps within the code lead to an offset
     */
    public record Row(Line guest, String meaning, List<String> host) {
    }

    /** Keeps its own copy of the rows. */
    public BlockListing {
        rows = List.copyOf(rows);
    }

    /**
     * Takes code apart.
     *
     * @param lines the instructions of its parts, in their order
     */
    public static BlockListing of(EmittedCode code, List<Line> lines) {
        List<HostDisassembly.Line> host = HostDisassembly.of(code.hostAddress(), code.code()).stream().map(line -> placed(line, code)).toList();
        List<Row> rows = new ArrayList<>();
        List<EmittedCode.Part> parts = code.instructions();
        rows.add(new Row(null, "entry: is the budget enough?", between(host, 0, parts.getFirst().offset())));
        for (int i = 0; i < parts.size(); i++) {
            int end = i + 1 < parts.size() ? parts.get(i + 1).offset() : code.code().length;
            int operation = InstructionTable.operation(lines.get(i).word());
            rows.add(new Row(lines.get(i), operation < InstructionTable.first() ? "" : InstructionTable.entry(operation).source(),
                    between(host, parts.get(i).offset(), end)));
        }
        return new BlockListing(rows, code.trace());
    }

    /** What an instruction says wherever the code stands: two runs then look the same. */
    private static HostDisassembly.Line placed(HostDisassembly.Line line, EmittedCode code) {
        String text = JUMP.matcher(line.text()).replaceAll(jump -> {
            long offset = Long.parseUnsignedLong(jump.group(2), 16) - code.hostAddress();
            return jump.group(1) + (offset >= 0 && offset < code.code().length ? Long.toHexString(offset) : "(other code)");
        });
        return new HostDisassembly.Line(line.offset(), "%3x: %s".formatted(line.offset(), text.replaceAll(" +", " ")));
    }

    private static List<String> between(List<HostDisassembly.Line> host, int from, int to) {
        return host.stream().filter(line -> line.offset() >= from && line.offset() < to).map(HostDisassembly.Line::text).toList();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Row row : rows) {
            text.append(row.guest == null ? row.meaning : row.guest.toString()).append('\n');
            if (row.guest != null) {
                row.meaning.lines().forEach(line -> text.append("        | ").append(line).append('\n'));
            }
            row.host.forEach(line -> text.append("            ").append(line).append('\n'));
        }
        return text.toString().stripTrailing();
    }
}

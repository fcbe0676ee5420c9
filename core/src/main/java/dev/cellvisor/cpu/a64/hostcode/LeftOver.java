package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.cpu.EngineReport;
import dev.cellvisor.cpu.a64.asm.Disassembler;
import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what emitted code leaves to the one meaning, by operation. */
final class LeftOver {
    private final long[] unknown = new long[InstructionTable.end()];
    private final long[] slow = new long[InstructionTable.end()];
    /** The same by the instruction's word without its general register, for those whose system register says what they are. */
    private final Map<Integer, long[]> system = new HashMap<>();
    private long walked;

    /** An instruction was left by a way out. */
    void count(Block.Way way) {
        if (way.word != 0) {
            system.computeIfAbsent(way.word, word -> new long[2])[way.known ? 1 : 0]++;
            return;
        }
        if (way.known) {
            slow[way.operation]++;
        } else {
            unknown[way.operation]++;
        }
    }

    /** So many instructions were walked by the interpreter. */
    void walked(long instructions) {
        walked += instructions;
    }

    EngineReport report(long instructions) {
        Map<String, EngineReport.Left> byName = new TreeMap<>();
        for (int op = 0; op < unknown.length; op++) {
            if (unknown[op] + slow[op] > 0) {
                String name = op < InstructionTable.first() ? "undefined or a breakpoint" : InstructionTable.name(op);
                byName.merge(name, new EngineReport.Left(name, unknown[op], slow[op]),
                        (a, b) -> new EngineReport.Left(name, a.unknown() + b.unknown(), a.slow() + b.slow()));
            }
        }
        var disassembler = new Disassembler();
        system.forEach((word, counts) -> {
            String name = "SystemInstructions: " + disassembler.disassemble(0, word).text();
            byName.put(name, new EngineReport.Left(name, counts[0], counts[1]));
        });
        List<EngineReport.Left> left = new ArrayList<>(byName.values());
        left.sort(Comparator.comparingLong(EngineReport.Left::count).reversed());
        return new EngineReport(instructions, walked, List.copyOf(left));
    }
}

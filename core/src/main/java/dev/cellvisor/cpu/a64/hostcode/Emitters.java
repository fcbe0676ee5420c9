package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.cpu.a64.isa.InstructionTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The table from operation to emitter. What is not in it is left to the one meaning. */
final class Emitters {
    private final Map<String, Emitter> byName = new HashMap<>();
    private final Set<String> branching = new HashSet<>();
    private final Emitter[] byOperation = new Emitter[InstructionTable.end()];
    private final boolean[] branches = new boolean[InstructionTable.end()];

    Emitters() {
        IntegerEmitters.register(this);
        BitEmitters.register(this);
        MemoryEmitters.register(this);
        OrderedEmitters.register(this);
        SystemEmitters.register(this);
        BranchEmitters.register(this);
        for (int op = InstructionTable.first(); op < byOperation.length; op++) {
            byOperation[op] = byName.get(InstructionTable.name(op));
            branches[op] = branching.contains(InstructionTable.name(op));
        }
    }

    /** An operation's emitter, or {@code null}. */
    Emitter of(int operation) {
        return byOperation[operation];
    }

    /** Whether an operation's emitter has ended the block. */
    boolean branches(int operation) {
        return branches[operation];
    }

    /** An operation that leaves the flags alone and cannot leave the block. */
    void plain(String name, Emitter.Code code) {
        byName.put(name, new Emitter(code, false, false));
    }

    /** An operation that overwrites all flags. */
    void setting(String name, Emitter.Code code) {
        byName.put(name, new Emitter(code, true, false));
    }

    /** An operation that reads flags. */
    void seeing(String name, Emitter.Code code) {
        byName.put(name, new Emitter(code, false, true));
    }

    /** An operation that may leave the block on the way, for memory. */
    void leaving(String name, Emitter.Code code) {
        byName.put(name, new Emitter(code, false, true));
    }

    /** An operation that ends its block. */
    void branch(String name, Emitter.Code code) {
        byName.put(name, new Emitter(code, false, true));
        branching.add(name);
    }
}

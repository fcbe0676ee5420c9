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
    private final Set<String> vector = new HashSet<>();
    private final Set<String> floating = new HashSet<>();
    private final Emitter[] byOperation = new Emitter[InstructionTable.end()];
    private final boolean[] branches = new boolean[InstructionTable.end()];
    private final boolean[] vectors = new boolean[InstructionTable.end()];
    private final boolean[] system = new boolean[InstructionTable.end()];
    private final boolean[] floats = new boolean[InstructionTable.end()];

    private volatile boolean begun;
    private volatile boolean made;

    /** Fills the table, if nobody has: that takes the JVM 20 ms, so another thread may do it while a VM is made without it. */
    synchronized void make() {
        if (made) {
            return;
        }
        begun = true;
        IntegerEmitters.register(this);
        BitEmitters.register(this);
        MemoryEmitters.register(this);
        OrderedEmitters.register(this);
        SystemEmitters.register(this);
        BranchEmitters.register(this);
        HostFeatures host = HostFeatures.ofThisHost();
        AtomicEmitters.register(this);
        UnprivilegedEmitters.register(this);
        ChecksumEmitters.register(this, host);
        if (host.vectors()) {
            SimdMemoryEmitters.register(this);
            SimdStructureEmitters.register(this);
            SimdMoveEmitters.register(this);
            SimdEmitters.register(this);
            SimdShiftEmitters.register(this);
            SimdLongEmitters.register(this);
            SimdPermuteEmitters.register(this);
            FpEmitters.register(this);
            FpVectorEmitters.register(this);
            FpConvertEmitters.register(this);
            CryptoEmitters.register(this, host);
            PointerEmitters.register(this);
        }
        for (int op = InstructionTable.first(); op < byOperation.length; op++) {
            byOperation[op] = byName.get(InstructionTable.name(op));
            branches[op] = branching.contains(InstructionTable.name(op));
            vectors[op] = vector.contains(InstructionTable.name(op));
            system[op] = InstructionTable.name(op).startsWith("SystemInstructions.");
            floats[op] = floating.contains(InstructionTable.name(op));
        }
        made = true;
    }

    /** Whether another thread fills the table right now. */
    boolean inTheMaking() {
        return begun && !made;
    }

    private Emitters filled() {
        if (!made) {
            make();
        }
        return this;
    }

    /** The names of all operations that have an emitter. */
    Set<String> names() {
        return filled().byName.keySet();
    }

    /** An operation's emitter, or {@code null}. */
    Emitter of(int operation) {
        return filled().byOperation[operation];
    }

    /** Whether an operation's emitter has ended the block. */
    boolean branches(int operation) {
        return filled().branches[operation];
    }

    /** Whether an operation's emitter takes for granted that vector registers may be used. */
    boolean usesVectors(int operation) {
        return filled().vectors[operation];
    }

    /** Whether an operation is about a system register or a system operation that its word names. */
    boolean system(int operation) {
        return filled().system[operation];
    }

    /** Whether an operation's emitter computes in floating point. */
    boolean computes(int operation) {
        return filled().floats[operation];
    }

    /** An operation on vector registers that leaves the flags alone and cannot leave the block. */
    void vector(String name, Emitter.Code code) {
        plain(name, code);
        vector.add(name);
    }

    /** An operation on vector registers that reads flags, or may leave the block on the way. */
    void vectorLeaving(String name, Emitter.Code code) {
        leaving(name, code);
        vector.add(name);
    }

    /** Floating-point arithmetic; what the host does otherwise leaves the block on the way. */
    void floating(String name, Emitter.Code code) {
        vectorLeaving(name, code);
        floating.add(name);
    }

    /** A floating-point comparison: overwrites all flags, and never leaves the block. */
    void floatingSetting(String name, Emitter.Code code) {
        setting(name, code);
        vector.add(name);
        floating.add(name);
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

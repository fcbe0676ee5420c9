package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;

import dev.cellvisor.cpu.a64.state.A64State;

/**
 * The vector registers: {@link BlockBuilder} calls it wherever it saves, forgets or loads its own. XMM0 to XMM3 are scratch. A register is
 * here as all its 128 bits.
 */
final class VectorBench extends RegisterFile {
    /** Scratch. */
    static final int X0 = 0;
    /** Scratch. */
    static final int X1 = 1;
    /** Scratch. */
    static final int X2 = 2;
    /** Scratch. */
    static final int X3 = 3;

    private static final int[] POOL = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final X64Vector x;

    VectorBench(X64Vector x) {
        super(POOL, 32);
        this.x = x;
    }

    private static int place(int register) {
        return displacement(A64State.V + register * 16);
    }

    @Override
    void load(int host, int register) {
        x.opMemory(X64Vector.LOAD, host, 0, RBX, place(register));
    }

    @Override
    void store(int host, int register) {
        x.opMemory(X64Vector.STORE, host, 0, RBX, place(register));
    }
}

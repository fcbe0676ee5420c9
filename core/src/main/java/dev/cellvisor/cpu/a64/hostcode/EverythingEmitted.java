package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.cpu.EmittedCode;
import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * All code that an engine has emitted, what was replaced or forgotten since included; and what its operands are relative to, for who checks them. RBX points into the state
 * block, R14 to a TLB bank.
 *
 * @param common what all blocks share; constants stand before it
 * @param blocks the blocks, behind it
 */
public record EverythingEmitted(EmittedCode common, EmittedCode blocks) {
    /** RBX less the state block's address. */
    public static final int STATE_BIAS = BlockBuilder.BIAS;
    /** The bits that are an entry's place in a TLB bank. */
    public static final int TLB_PLACES = Layout.TLB_INDEX;
    /** The same in the jump cache. */
    public static final int JUMP_PLACES = CommonCode.JUMP_ENTRIES * CommonCode.JUMP_ENTRY - CommonCode.JUMP_ENTRY;
    /** Fields of the state block that point to tables: the other TLB bank, the jump cache. */
    public static final List<Integer> TABLES = List.of(A64State.TLB_UNPRIVILEGED, Layout.JUMP_CACHE);
    /** The field with the window's address. */
    public static final int WINDOW = Layout.WINDOW;
    /** The field with its size less 1. */
    public static final int WINDOW_MASK = Layout.WINDOW_MASK;

    static EverythingEmitted of(long common, long blocks, long end) {
        return new EverythingEmitted(code(common, blocks), code(blocks, end));
    }

    private static EmittedCode code(long start, long end) {
        return new EmittedCode(List.of(), false, start, HostMemory.ALL.asSlice(start, end - start).toArray(ValueLayout.JAVA_BYTE));
    }
}

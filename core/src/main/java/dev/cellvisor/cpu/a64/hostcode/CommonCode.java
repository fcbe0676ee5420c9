package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.R13;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.R8;
import static dev.cellvisor.cpu.a64.hostcode.X64.R9;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDI;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RSI;
import static dev.cellvisor.memory.HostMemory.getInt;

import dev.cellvisor.cpu.a64.isa.LandingPad;
import dev.cellvisor.cpu.a64.mmu.Walker;
import dev.cellvisor.cpu.a64.state.A64State;
import java.util.Arrays;

/** The pieces that all blocks share: the way in, the way out, and indirect jumps. */
final class CommonCode {
    /** Entries of the jump cache: virtual address, addend, code, {@link #landing what may land there}. */
    static final int JUMP_ENTRIES = 1 << 16;
    /** Bytes of one. */
    static final int JUMP_ENTRY = 32;

    /** No way's number: emitted code has faulted. */
    static final int FAULT = -1;

    private static final int[] SAVED = {RBX, X64.RBP, X64.R12, R13, R14, X64.R15};

    /** Executing address of the way in: a function (code, state + bias) that returns the number of the way out. */
    final long enter;
    /** Writing address of the way out; RAX is the way's number. */
    final long exit;
    /** Executing address of where a contained fault goes on: leaves with way {@link #FAULT}, whatever the registers are. */
    final long fault;
    /**
     * Writing address of the indirect jump: RAX target, RDX this page, RCX its addend, R8 the way's number; with {@code guards} R9 this page's
     * {@link Walker#GUARDED}.
     */
    final long indirect;
    /** The same for what only lands well at some instructions of a guarded page: R10 has the bit of PSTATE.BTYPE's value. */
    final long landing;
    /** Pointer authentication; {@code null} where the guest or the host cannot. */
    final PointerRoutines pointers;
    private final boolean guards;

    /** Constants of emitted code. */
    final ConstantPool constants;

    /** Writing address of {@link PageCrossing}'s routine. */
    final long crossing;

    /** How guest memory is reached. */
    final WindowAccess window;

    /**
     * @param state host address of the state block
     * @param authenticates whether the guest has pointer authentication
     * @param guards whether it has guarded pages
     */
    CommonCode(X64 a, long delta, long state, WindowAccess window, boolean authenticates, boolean guards) {
        this.guards = guards;
        this.window = window;
        a.guestMemory(window);
        constants = new ConstantPool(a);
        crossing = PageCrossing.emit(a, window);
        pointers = authenticates && HostFeatures.ofThisHost().vectors() ? new PointerRoutines(a, constants) : null;
        enter = a.at + delta;
        for (int reg : SAVED) {
            a.push(reg);
        }
        a.opImmediate(X64.SUB, true, X64.RSP, 8);
        a.mov(true, RBX, RSI);
        a.store(true, RBX, displacement(Layout.STACK), X64.RSP);
        a.load(true, R13, RBX, displacement(Layout.BUDGET));
        a.load(true, R14, RBX, displacement(A64State.TLB_CURRENT));
        window.onEntry(a);
        FpGuard.onEntry(a, constants);
        a.jump(RDI);

        exit = a.at;
        a.store(true, RBX, displacement(Layout.BUDGET), R13);
        FpGuard.onExit(a);
        a.opImmediate(X64.ADD, true, X64.RSP, 8);
        for (int i = SAVED.length - 1; i >= 0; i--) {
            a.pop(SAVED[i]);
        }
        a.ret();

        fault = a.at + delta;
        a.movImmediate(RBX, state + BlockBuilder.BIAS);
        a.load(true, X64.RSP, RBX, displacement(Layout.STACK));
        a.movImmediate(RAX, FAULT & 0xffff_ffffL);
        a.jumpTo(exit);

        indirect = indirect(a, false);
        landing = guards ? indirect(a, true) : indirect;
    }

    /** Where everything stands that blocks lead to, from the buffer's start on, and how guest memory is reached: code that is kept fits only where that is the same. */
    String layout(long buffer, long firstBlock) {
        return Arrays.toString(new long[] {exit - buffer, indirect - buffer, landing - buffer, crossing - buffer, firstBlock - buffer, window.segment() ? 1 : 0, window.narrow() ? 1 : 0});
    }

    private long indirect(X64 a, boolean lands) {
        long start = a.at;
        a.store(true, RBX, displacement(A64State.PC), RAX);
        a.mov(false, RSI, RAX);
        a.shift(X64.SHL, false, RSI, 3);
        a.opImmediate(X64.AND, false, RSI, JUMP_ENTRIES * JUMP_ENTRY - JUMP_ENTRY);
        a.opMemory(X64.ADD, true, RSI, RBX, displacement(Layout.JUMP_CACHE));
        a.opMemory(X64.CMP, true, RAX, RSI, 0);
        long miss1 = a.jumpIf(X64.NE);
        a.op(X64.XOR, true, RDX, RAX);
        a.testImmediate(true, RDX, -4096);
        long same = a.jumpIf(X64.E);
        a.mov(false, RDI, RAX);
        a.shift(X64.SHR, false, RDI, 6);
        a.opImmediate(X64.AND, false, RDI, Layout.TLB_INDEX);
        a.mov(true, RCX, RAX);
        a.opImmediate(X64.AND, true, RCX, -4096);
        a.opIndexed(X64.CMP, RCX, R14, RDI, A64State.TLB_EXECUTE);
        long miss2 = a.jumpIf(X64.NE);
        a.loadIndexed(RCX, R14, RDI, A64State.TLB_ADDEND);
        if (guards) {
            a.loadIndexed(R9, R14, RDI, A64State.TLB_OUTPUT);
        }
        a.aimHere(same);
        a.opMemory(X64.CMP, true, RCX, RSI, 8);
        long miss3 = a.jumpIf(X64.NE);
        long miss4 = 0;
        long miss5 = 0;
        if (guards) {
            a.load(true, RCX, RSI, 24);
            a.op(X64.XOR, false, R9, RCX);
            a.testImmediate(false, R9, Walker.GUARDED);
            miss4 = a.jumpIf(X64.NE);
            if (lands) {
                a.test(false, RCX, X64.R10);
                miss5 = a.jumpIf(X64.E);
            }
        }
        a.jumpMemory(RSI, 16);
        a.aimHere(miss1);
        a.aimHere(miss2);
        a.aimHere(miss3);
        if (guards) {
            a.aimHere(miss4);
            if (lands) {
                a.aimHere(miss5);
            }
        }
        a.mov(false, RAX, R8);
        a.jumpTo(exit);
        return start;
    }

    /**
     * For the jump cache: {@link Walker#GUARDED} as the TLB's entries have it, and a bit for each value of PSTATE.BTYPE with which one may land well
     * whatever SCTLR_EL1 says.
     */
    static int landing(Block block) {
        return block.guarded() ? Walker.GUARDED | LandingPad.allows(getInt(block.va + block.addend), true) : LandingPad.ANY;
    }

    /** Where an address stands in the jump cache, in bytes. */
    static long jumpEntry(long va) {
        return (va << 3) & (JUMP_ENTRIES * JUMP_ENTRY - JUMP_ENTRY);
    }
}

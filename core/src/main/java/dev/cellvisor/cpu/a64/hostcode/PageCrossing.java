package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.R8;
import static dev.cellvisor.cpu.a64.hostcode.X64.R9;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDI;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RSI;

import dev.cellvisor.cpu.a64.state.A64State;

/** A load from two pages, both of which the TLB has: their bytes are put together in the state block, where the load then finds them. */
final class PageCrossing {
    private static final int[] USED = {RSI, RDI, R8, R9};

    private PageCrossing() {
    }

    /**
     * Emits the routine; gives its writing address. It takes the virtual address in RAX and the size in RDX, and gives a host address in RAX with ZF set,
     * or ZF clear if this is no such load. Uses RCX and RDX.
     */
    static long emit(X64 a) {
        long start = a.at;
        for (int register : USED) {
            a.push(register);
        }
        // R8: bytes in the first page.
        a.mov(false, RCX, RAX);
        a.opImmediate(X64.AND, false, RCX, 4095);
        a.movImmediate(R8, 4096);
        a.op(X64.SUB, false, R8, RCX);
        a.op(X64.CMP, false, R8, RDX);
        long inOne = a.jumpIf(X64.NC);
        a.mov(true, RCX, RAX);
        a.opImmediate(X64.AND, true, RCX, -4096);
        place(a, RSI);
        a.opIndexed(X64.CMP, RCX, R14, RSI, A64State.TLB_READ);
        long miss1 = a.jumpIf(X64.NE);
        a.loadIndexed(RSI, R14, RSI, A64State.TLB_ADDEND);
        a.op(X64.ADD, true, RSI, RAX);
        a.lea(true, RCX, RCX, 4096);
        place(a, RDI);
        a.opIndexed(X64.CMP, RCX, R14, RDI, A64State.TLB_READ);
        long miss2 = a.jumpIf(X64.NE);
        a.loadIndexed(R9, R14, RDI, A64State.TLB_ADDEND);
        a.op(X64.ADD, true, R9, RCX);
        a.lea(true, RDI, RBX, displacement(Layout.CROSSING));
        a.mov(true, RAX, RDI);
        a.mov(false, RCX, R8);
        a.copyBytes();
        a.mov(true, RSI, R9);
        a.mov(false, RCX, RDX);
        a.op(X64.SUB, false, RCX, R8);
        a.copyBytes();
        a.op(X64.CMP, false, RAX, RAX);
        long done = a.jump();
        a.aimHere(inOne);
        a.aimHere(miss1);
        a.aimHere(miss2);
        a.test(true, RBX, RBX);
        a.aimHere(done);
        for (int i = USED.length - 1; i >= 0; i--) {
            a.pop(USED[i]);
        }
        a.ret();
        return start;
    }

    /** Where the page in RCX stands in the TLB. */
    private static void place(X64 a, int register) {
        a.mov(false, register, RCX);
        a.shift(X64.SHR, false, register, 6);
        a.opImmediate(X64.AND, false, register, Layout.TLB_INDEX);
    }
}

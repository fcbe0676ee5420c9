package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.X64.R14;
import static dev.cellvisor.cpu.a64.hostcode.X64.R8;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.IN_WINDOW;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDI;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RSI;

import dev.cellvisor.cpu.a64.state.A64State;

/**
 * A load from two pages, both of which the TLB has: the first one's last bytes and the second one's first are put together in the window's scratch page, where the load
 * then finds them.
 */
final class PageCrossing {
    /** No load has more bytes. */
    private static final int MOST = 64;
    private static final int[] USED = {RSI, RDI, R8};

    private PageCrossing() {
    }

    /**
     * Emits the routine; gives its writing address. It takes the virtual address in RAX and the size in RDX, and gives in RAX the base of an operand in guest memory, with
     * ZF set, or ZF clear if this is no such load. Uses RCX and RDX.
     */
    static long emit(X64 a, WindowAccess window) {
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
        a.lea(true, RDI, RCX, 4096 - MOST);
        window.translate(a, RDI, RSI);
        a.lea(true, RCX, RCX, 4096);
        place(a, RSI);
        a.opIndexed(X64.CMP, RCX, R14, RSI, A64State.TLB_READ);
        long miss2 = a.jumpIf(X64.NE);
        window.translate(a, RCX, RSI);
        a.movImmediate(RSI, 0);
        window.scratch(a, RSI);
        a.opImmediate(X64.CMP, false, RDX, 8);
        long small = a.jumpIf(X64.BE);
        for (int at = 0; at < MOST - 8; at += 8) {
            copy(a, RDI, at, at);
            copy(a, RCX, at + 8, MOST + at + 8);
        }
        a.aimHere(small);
        copy(a, RDI, MOST - 8, MOST - 8);
        copy(a, RCX, 0, MOST);
        a.movImmediate(RAX, MOST);
        a.op(X64.SUB, false, RAX, R8);
        window.scratch(a, RAX);
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

    private static void copy(X64 a, int from, int fromOffset, int toOffset) {
        a.load(true, RAX, IN_WINDOW | from, fromOffset);
        a.store(true, IN_WINDOW | RSI, toOffset, RAX);
    }

    /** Where the page in RCX stands in the TLB. */
    private static void place(X64 a, int register) {
        a.mov(false, register, RCX);
        a.shift(X64.SHR, false, register, 6);
        a.opImmediate(X64.AND, false, register, Layout.TLB_INDEX);
    }
}

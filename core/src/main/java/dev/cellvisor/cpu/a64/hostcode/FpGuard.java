package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RDX;

import dev.cellvisor.cpu.a64.state.A64State;

/**
 * What must hold before a block may use vector registers and compute in floating point, and how the host's flags become the guest's.
 *
 * <p>Emitted arithmetic is only right where FPCR is plain: rounding to nearest, nothing flushed to zero, no alternative half precision. Then
 * MXCSR is what Java has it. A block that computes asks {@link Layout#FP_READY}; the first of them since emitted code was entered looks into FPCR
 * and clears MXCSR's flags. On the way out they are added to FPSR, so that everybody but emitted code always sees it exact. Where FPCR is not plain,
 * or FP is disabled, the block's first instruction is left to the one meaning, and so on to that which computes.
 */
final class FpGuard {
    private static final int NOT_PLAIN = 1 << 26 | 1 << 24 | 3 << 22;
    private static final long MXCSR_PLAIN = 0x1f80;
    private static final int FLAGS = 0x3d;

    private FpGuard() {
    }

    /** Emits the guard of a block or trace, if it needs one: nothing of it is done, and the guest's flags are in the state block. */
    static void emit(Translator t, Emitters table, Trace.Step... steps) {
        boolean vectors = false;
        boolean computes = false;
        for (Trace.Step step : steps) {
            int first = (int) (step.block().va >>> 2) & 1023;
            for (int i = first; i < first + step.block().count; i++) {
                vectors |= table.usesVectors(Translator.op(step.code()[i]));
                computes |= table.computes(Translator.op(step.code()[i]));
            }
        }
        if (!vectors) {
            return;
        }
        X64 a = t.a;
        a.opMemoryImmediate(X64.CMP, RBX, displacement(A64State.FP_ENABLED), 0);
        long disabled = a.jumpIf(X64.E);
        Block.Way way = t.wayToMeaning(true);
        if (!computes) {
            t.b.later(() -> {
                a.aimHere(disabled);
                t.leave(way);
            });
            return;
        }
        a.opMemoryImmediate(X64.CMP, RBX, displacement(Layout.FP_READY), 0);
        long notReady = a.jumpIf(X64.E);
        long ready = a.at;
        t.b.forgetScratch();
        t.b.later(() -> {
            a.aimHere(notReady);
            a.load(false, RAX, RBX, displacement(A64State.FPCR));
            a.testImmediate(false, RAX, NOT_PLAIN);
            long plain = a.jumpIf(X64.E);
            a.aimHere(disabled);
            t.leave(way);
            a.aimHere(plain);
            a.storeImmediate(RBX, displacement(Layout.FP_READY), 1);
            t.x.loadMxcsr(MXCSR_PLAIN);
            a.jumpTo(ready);
        });
    }

    /** Emitted code is entered: where it goes on computing, the host's own flags have come in between. */
    static void onEntry(X64 a, ConstantPool constants) {
        a.opMemoryImmediate(X64.CMP, RBX, displacement(Layout.FP_READY), 0);
        long not = a.jumpIf(X64.E);
        new X64Vector(a, constants).loadMxcsr(MXCSR_PLAIN);
        a.aimHere(not);
    }

    /** Emitted code is left: MXCSR's flags to FPSR's. Uses RCX and RDX. */
    static void onExit(X64 a) {
        a.opMemoryImmediate(X64.CMP, RBX, displacement(Layout.FP_READY), 0);
        long not = a.jumpIf(X64.E);
        flagsToFpsr(a);
        a.aimHere(not);
    }

    /** Invalid is bit 0 in both; division by zero, overflow, underflow and inexact are bits 2 to 5 there, 1 to 4 here. */
    private static void flagsToFpsr(X64 a) {
        X64Vector.storeMxcsr(a, RBX, displacement(Layout.MXCSR));
        a.load(false, RCX, RBX, displacement(Layout.MXCSR));
        a.testImmediate(false, RCX, FLAGS);
        long none = a.jumpIf(X64.E);
        a.mov(false, RDX, RCX);
        a.opImmediate(X64.AND, false, RCX, 1);
        a.shift(X64.SHR, false, RDX, 1);
        a.opImmediate(X64.AND, false, RDX, 0x1e);
        a.op(X64.OR, false, RCX, RDX);
        a.opMemory(X64.OR, true, RCX, RBX, displacement(A64State.FPSR));
        a.store(true, RBX, displacement(A64State.FPSR), RCX);
        a.aimHere(none);
    }
}

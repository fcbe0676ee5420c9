package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.BlockBuilder.displacement;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RBX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.state.A64State;
import java.util.ArrayList;
import java.util.List;

/**
 * One instruction of each extension that the emitters take from the host, executed once when an engine is made: what comes out must be what is
 * known. It tries the memory for code, the way in and out and the assembler as well.
 */
final class SelfCheck {
    /** Calls emitted code at its executing address. */
    interface Call {
        void run(long code);
    }

    private record Expected(String what, long value) {
    }

    private final X64 a;
    private final X64Vector x;
    private final List<Expected> expected = new ArrayList<>();

    private SelfCheck(X64 a, X64Vector x) {
        this.a = a;
        this.x = x;
    }

    /**
     * Emits, executes and compares; results stand in the state block's vector registers for that time.
     *
     * @throws UnsupportedOperationException if something comes out wrong; the message says what
     */
    static void run(X64 a, CommonCode common, long delta, long s, HostFeatures host, Call call) {
        var check = new SelfCheck(a, new X64Vector(a, common.constants));
        long start = a.at;
        check.emit(host);
        check.window(common.window);
        a.movImmediate(RAX, 0);
        a.jumpTo(common.exit);
        long[] kept = new long[64];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = getLong(s + A64State.V + 8L * i);
        }
        setLong(s + Layout.FP_READY, 0);
        call.run(start + delta);
        String wrong = null;
        for (int i = 0; i < check.expected.size(); i++) {
            Expected one = check.expected.get(i);
            long value = getLong(s + A64State.V + 8L * i);
            if (value != one.value && wrong == null) {
                wrong = "this host's %s gives 0x%x where 0x%x is right".formatted(one.what, value, one.value);
            }
        }
        for (int i = 0; i < kept.length; i++) {
            setLong(s + A64State.V + 8L * i, kept[i]);
        }
        a.at = start;
        if (wrong != null) {
            throw new UnsupportedOperationException(wrong);
        }
    }

    private void emit(HostFeatures host) {
        a.movImmediate(RAX, 40);
        a.lea(true, RAX, RAX, 2);
        general("integer unit", 42);
        if (host.bits()) {
            a.movImmediate(RCX, 1);
            a.rotateRight(false, RAX, RCX, 1);
            general("RORX (BMI2)", 0x8000_0000L);
        }
        if (host.crc32c()) {
            a.movImmediate(RAX, 0);
            a.movImmediate(RCX, 1);
            x.crc32c(1, RAX, RCX);
            general("CRC32 (SSE4.2)", 0xf26b_8303L);
        }
        if (host.vectors()) {
            x.constant(X0, 0x77, 5);
            x.op(X64Vector.BROADCAST[0], X0, 0, X0);
            vector("VPBROADCASTB (AVX2)", 0x7777_7777_7777_7777L);
            x.constant(X0, Double.doubleToRawLongBits(0.25), 0);
            x.constant(X1, Double.doubleToRawLongBits(1.5), 0);
            x.op(X64Vector.fused(X64Vector.FMA, true, true), X0, X1, X1);
            vector("VFMADD231SD (FMA)", Double.doubleToRawLongBits(2.5));
        }
        if (host.halves()) {
            x.constant(X1, 0x3c00, 0);
            x.op(X64Vector.HALVES_TO_SINGLES, X0, 0, X1);
            vector("VCVTPH2PS (F16C)", 0x3f80_0000L);
        }
        if (host.aes()) {
            x.zero(X1);
            x.op(X64Vector.AES_ENCRYPT_LAST, X0, X1, X1);
            vector("VAESENCLAST", 0x6363_6363_6363_6363L);
        }
        if (host.carryless()) {
            x.constant(X1, 3, 0);
            x.op(X64Vector.MUL_CARRYLESS, X0, X1, X1, 0);
            vector("VPCLMULQDQ", 5);
        }
        if (host.sha()) {
            x.constant(X0, 1L << 32, 0);
            x.zero(X2);
            x.sha(X64Vector.SHA256_SCHEDULE1, X0, X2);
            vector("SHA256MSG1", 0x1_0200_4000L);
        }
    }

    /** What is written as guest memory stands in the window. */
    private void window(WindowAccess window) {
        a.movImmediate(RAX, 8);
        window.scratch(a, RAX);
        a.movImmediate(RCX, 0x5eed);
        a.store(true, X64.GUEST, 0, RCX);
        a.load(true, RAX, RBX, displacement(Layout.WINDOW));
        a.load(true, RAX, RAX, 8);
        general("window for guest memory", 0x5eed);
    }

    private int place() {
        return displacement(A64State.V + 8 * expected.size());
    }

    /** What is in RAX is to be known. */
    private void general(String what, long value) {
        a.store(true, RBX, place(), RAX);
        expected.add(new Expected(what, value));
    }

    /** What is in the low half of XMM0 is to be known. */
    private void vector(String what, long value) {
        x.opMemory(X64Vector.STORE_LOW64, X0, 0, RBX, place());
        expected.add(new Expected(what, value));
    }
}

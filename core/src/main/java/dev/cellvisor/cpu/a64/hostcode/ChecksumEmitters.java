package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;
import static dev.cellvisor.cpu.a64.hostcode.X64.RCX;

/** CRC32 and CRC32C, and RBIT, which is quick with vector registers as well. These need no guard: the guest's own are not touched. */
final class ChecksumEmitters {
    /** The polynomial 0x04C11DB7 with its leading one, and the whole part of x^64 by it; both reversed. */
    private static final long POLYNOMIAL = 0x1_db71_0641L;
    private static final long INVERSE = 0x1_f701_1641L;

    private ChecksumEmitters() {
    }

    static void register(Emitters table, HostFeatures host) {
        if (host.crc32c()) {
            table.plain("Crc32.crc32c", (t, d) -> {
                int m = t.b.use(Translator.m(d));
                t.a.mov(false, RAX, t.b.use(Translator.n(d)));
                t.x.crc32c(1 << ((int) d >>> 10 & 3), RAX, m);
                t.a.mov(false, t.b.define(Translator.d(d)), RAX);
            });
        }
        if (host.carryless()) {
            table.plain("Crc32.crc32", ChecksumEmitters::crc32);
        }
        if (host.vectors()) {
            table.plain("DataProcessing1.rbit64", (t, d) -> reverseBits(t, d, true));
            table.plain("DataProcessing1.rbit32", (t, d) -> reverseBits(t, d, false));
        }
    }

    private static void crc32(Translator t, long d) {
        X64 a = t.a;
        int sizeBytes = 1 << ((int) d >>> 10 & 3);
        t.b.clobberFlags();
        int m = t.b.use(Translator.m(d));
        a.mov(false, RAX, t.b.use(Translator.n(d)));
        if (sizeBytes < 4) {
            a.mov(false, RCX, RAX);
            a.op(X64.XOR, false, RCX, m);
            a.shift(X64.SHL, false, RCX, 32 - 8 * sizeBytes);
            reduce(t, RCX);
            a.shift(X64.SHR, false, RAX, 8 * sizeBytes);
            a.op(X64.XOR, false, RAX, RCX);
        } else {
            a.op(X64.XOR, false, RAX, m);
            reduce(t, RAX);
            if (sizeBytes == 8) {
                a.mov(true, RCX, m);
                a.shift(X64.SHR, true, RCX, 32);
                a.op(X64.XOR, false, RAX, RCX);
                reduce(t, RAX);
            }
        }
        a.mov(false, t.b.define(Translator.d(d)), RAX);
    }

    /** 32 bits of message to the sum they make (Barrett's reduction). */
    private static void reduce(Translator t, int register) {
        X64Vector x = t.x;
        x.op(X64Vector.FROM_GENERAL32, X0, 0, register);
        x.opConstant(X64Vector.MUL_CARRYLESS, X0, X0, INVERSE, POLYNOMIAL, 0);
        x.opConstant(X64Vector.AND, X0, X0, 0xffff_ffffL, 0);
        x.opConstant(X64Vector.MUL_CARRYLESS, X0, X0, INVERSE, POLYNOMIAL, 16);
        x.op(X64Vector.EXTRACT[2], X0, 0, register, 1);
    }

    private static void reverseBits(Translator t, long d, boolean wide) {
        int n = t.b.use(Translator.n(d));
        t.x.op(wide ? X64Vector.FROM_GENERAL64 : X64Vector.FROM_GENERAL32, X0, 0, n);
        SimdPermuteEmitters.reverseBits(t.x, X0, X0);
        t.x.op(wide ? X64Vector.TO_GENERAL64 : X64Vector.TO_GENERAL32, X0, 0, RAX);
        t.a.bswap(wide, RAX);
        t.a.mov(wide, t.b.define(Translator.d(d)), RAX);
    }
}

package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.SimdFields.replicate;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X1;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;

/** AES, PMULL, SHA-1, SHA-256 and SHA-3 by what the host has. SHA-512 is left to the one meaning. */
final class CryptoEmitters {
    /** The host adds these constants to SHA-1's words; the guest has done so already. */
    private static final long[] SHA1_CONSTANTS = {0x5a82_7999L, 0x6ed9_eba1L, 0x8f1b_bcdcL};

    private static final int AESMC = 0x4e28_6800;
    private static final int AESIMC = 0x4e28_7800;

    private CryptoEmitters() {
    }

    static void register(Emitters table, HostFeatures host) {
        if (host.aes()) {
            aes(table);
        }
        if (host.carryless()) {
            table.vector("SimdThreeDifferent.pmullLongs", (t, d) -> {
                int n = t.v.use(SimdFields.n(d));
                int m = t.v.use(SimdFields.m(d));
                t.x.op(X64Vector.MUL_CARRYLESS, t.v.define(SimdFields.d(d)), n, m, isQ(d) ? 0x11 : 0);
            });
        }
        if (host.sha()) {
            sha256(table);
            sha1(table);
        }
        sha3(table);
    }

    private static void aes(Emitters table) {
        table.vector("Crypto.aese", (t, d) -> round(t, d, AESMC, X64Vector.AES_ENCRYPT, X64Vector.AES_ENCRYPT_LAST));
        table.vector("Crypto.aesd", (t, d) -> round(t, d, AESIMC, X64Vector.AES_DECRYPT, X64Vector.AES_DECRYPT_LAST));
        table.vector("Crypto.aesmc", (t, d) -> {
            // A whole round after the inverse of its first two steps.
            t.x.zero(X1);
            t.x.op(X64Vector.AES_DECRYPT_LAST, X0, t.v.use(SimdFields.n(d)), X1);
            t.x.op(X64Vector.AES_ENCRYPT, t.v.define(SimdFields.d(d)), X0, X1);
        });
        table.vector("Crypto.aesimc", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            t.x.op(X64Vector.AES_MIX_INVERSE, t.v.define(SimdFields.d(d)), 0, n);
        });
    }

    /** The last round; or, where the mixing of the same register follows, both as one round of the host's. */
    private static void round(Translator t, long d, int mixing, int whole, int last) {
        int register = SimdFields.d(d);
        boolean mixes = (int) t.next() == (mixing | register << 5 | register);
        int n = t.v.use(SimdFields.n(d));
        t.x.op(X64Vector.XOR, X0, t.v.use(register), n);
        t.x.zero(X1);
        t.x.op(mixes ? whole : last, t.v.define(register), X0, X1);
        if (mixes) {
            t.skipNext();
        }
    }

    // ---- SHA-256: the host has a, b, e, f and c, d, g, h from the top down

    private static void sha256(Emitters table) {
        table.vector("Crypto.sha256h", (t, d) -> {
            rounds(t, d, SimdFields.d(d), SimdFields.n(d));
            t.x.op(X64Vector.INTERLEAVE_HIGH[3], X1, X1, X2);
            t.x.op(X64Vector.SHUFFLE32, t.v.define(SimdFields.d(d)), 0, X1, 0xb1);
        });
        table.vector("Crypto.sha256h2", (t, d) -> {
            rounds(t, d, SimdFields.n(d), SimdFields.d(d));
            t.x.op(X64Vector.INTERLEAVE_LOW[3], X1, X1, X2);
            t.x.op(X64Vector.SHUFFLE32, t.v.define(SimdFields.d(d)), 0, X1, 0xb1);
        });
        table.vector("Crypto.sha256su0", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            int dst = t.v.use(SimdFields.d(d));
            t.x.op(X64Vector.MOVE, X1, 0, dst);
            t.x.sha(X64Vector.SHA256_SCHEDULE1, X1, n);
            t.x.move(t.v.define(SimdFields.d(d)), X1);
        });
        table.vector("Crypto.sha256su1", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            t.x.op(X64Vector.ALIGN, X1, m, n, 4);
            t.x.op(X64Vector.ADD[2], X1, X1, t.v.use(SimdFields.d(d)));
            t.x.sha(X64Vector.SHA256_SCHEDULE2, X1, m);
            t.x.move(t.v.define(SimdFields.d(d)), X1);
        });
    }

    /** Four rounds: a, b, e, f come to be in XMM1 and c, d, g, h in XMM2. */
    private static void rounds(Translator t, long d, int abcd, int efgh) {
        X64Vector x = t.x;
        int first = t.v.use(abcd);
        int second = t.v.use(efgh);
        int words = t.v.use(SimdFields.m(d));
        x.op(X64Vector.INTERLEAVE_LOW[3], X1, second, first);
        x.op(X64Vector.SHUFFLE32, X1, 0, X1, 0xb1);
        x.op(X64Vector.INTERLEAVE_HIGH[3], X2, second, first);
        x.op(X64Vector.SHUFFLE32, X2, 0, X2, 0xb1);
        x.op(X64Vector.MOVE, X0, 0, words);
        x.sha(X64Vector.SHA256_ROUNDS, X2, X1); // what was in XMM1 is c, d, g, h now
        x.op(X64Vector.SHUFFLE32, X0, 0, words, 0xee);
        x.sha(X64Vector.SHA256_ROUNDS, X1, X2);
    }

    // ---- SHA-1: the host has a to d from the top down, and adds the constants itself

    private static void sha1(Emitters table) {
        sha1(table, "sha1c", 0);
        sha1(table, "sha1p", 1);
        sha1(table, "sha1m", 2);
        table.vector("Crypto.sha1h", (t, d) -> {
            t.x.opConstant(X64Vector.AND, X0, t.v.use(SimdFields.n(d)), 0xffff_ffffL, 0);
            rotateWords(t.x, t.v.define(SimdFields.d(d)), X0, 30);
        });
        table.vector("Crypto.sha1su0", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            int old = t.v.use(SimdFields.d(d));
            t.x.op(X64Vector.ALIGN, X0, n, old, 8);
            t.x.op(X64Vector.XOR, X0, X0, old);
            t.x.op(X64Vector.XOR, t.v.define(SimdFields.d(d)), X0, m);
        });
        table.vector("Crypto.sha1su1", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            t.x.shift(3, X64Vector.RIGHT_BYTES, X0, n, 4);
            t.x.op(X64Vector.XOR, X0, X0, t.v.use(SimdFields.d(d)));
            t.x.shift(3, X64Vector.LEFT_BYTES, X3, X0, 12);
            rotateWords(t.x, X0, X0, 1);
            rotateWords(t.x, X3, X3, 2);
            t.x.op(X64Vector.XOR, t.v.define(SimdFields.d(d)), X0, X3);
        });
    }

    private static void sha1(Emitters table, String name, int function) {
        table.vector("Crypto." + name, (t, d) -> {
            X64Vector x = t.x;
            int e = t.v.use(SimdFields.n(d));
            int words = t.v.use(SimdFields.m(d));
            long constant = replicate(2, SHA1_CONSTANTS[function]);
            x.op(X64Vector.SHUFFLE32, X0, 0, words, 0x1b);
            x.opConstant(X64Vector.SUB[2], X0, X0, constant, constant);
            x.shift(3, X64Vector.LEFT_BYTES, X1, e, 12);
            x.op(X64Vector.ADD[2], X0, X0, X1);
            x.op(X64Vector.SHUFFLE32, X2, 0, t.v.use(SimdFields.d(d)), 0x1b);
            x.sha1Rounds(X2, X0, function);
            x.op(X64Vector.SHUFFLE32, t.v.define(SimdFields.d(d)), 0, X2, 0x1b);
        });
    }

    /** Every word rotated to the left. Uses XMM1 and XMM2. */
    private static void rotateWords(X64Vector x, int dst, int n, int amount) {
        x.shift(2, X64Vector.LEFT, X1, n, amount);
        x.shift(2, X64Vector.RIGHT, X2, n, 32 - amount);
        x.op(X64Vector.OR, dst, X1, X2);
    }

    // ---- SHA-3

    private static void sha3(Emitters table) {
        table.vector("Crypto.eor3", (t, d) -> {
            t.x.op(X64Vector.XOR, X0, t.v.use(SimdFields.n(d)), t.v.use(SimdFields.m(d)));
            int a = t.v.use(SimdFields.a(d));
            t.x.op(X64Vector.XOR, t.v.define(SimdFields.d(d)), X0, a);
        });
        table.vector("Crypto.bcax", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            int m = t.v.use(SimdFields.m(d));
            t.x.op(X64Vector.AND_NOT, X0, t.v.use(SimdFields.a(d)), m);
            t.x.op(X64Vector.XOR, t.v.define(SimdFields.d(d)), X0, n);
        });
        table.vector("Crypto.rax1", (t, d) -> {
            int n = t.v.use(SimdFields.n(d));
            rotateLongs(t.x, X0, t.v.use(SimdFields.m(d)), 1);
            t.x.op(X64Vector.XOR, t.v.define(SimdFields.d(d)), X0, n);
        });
        table.vector("Crypto.xar", (t, d) -> {
            t.x.op(X64Vector.XOR, X0, t.v.use(SimdFields.n(d)), t.v.use(SimdFields.m(d)));
            int right = (int) d >>> 10 & 63;
            if (right == 0) {
                t.x.move(t.v.define(SimdFields.d(d)), X0);
            } else {
                rotateLongs(t.x, t.v.define(SimdFields.d(d)), X0, 64 - right);
            }
        });
    }

    private static void rotateLongs(X64Vector x, int dst, int n, int amount) {
        x.shift(3, X64Vector.LEFT, X1, n, amount);
        x.shift(3, X64Vector.RIGHT, X2, n, 64 - amount);
        x.op(X64Vector.OR, dst, X1, X2);
    }
}

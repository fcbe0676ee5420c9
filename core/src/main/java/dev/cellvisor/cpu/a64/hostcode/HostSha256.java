package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.setInt;

import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.state.Sha256;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of memory by the host's instructions for it, where it has them: Java's own is as quick only once the JVM's second compiler has seen it, and a boot hashes some twenty megabytes
 * in its first second.
 *
 * <p>Source: FIPS 180-4; Intel SDM, volume 2, SHA256RNDS2, SHA256MSG1, SHA256MSG2.
 */
final class HostSha256 implements AutoCloseable {
    /** The hash of "abc", FIPS 180-4's own example. */
    private static final byte[] ABC = HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    private static final int BLOCK = 64;
    private static final int CODE_BYTES = 64 << 10;
    /** The words of the hash as SHA256RNDS2 wants them: F, E, B, A and H, G, D, C. */
    private static final int[] ORDER = {5, 4, 1, 0, 7, 6, 3, 2};
    private static final int STATE = 0;
    private static final int TAIL = 64;
    private static final int WK = 0;
    private static final int[] HALVES = {1, 2};
    private static final int[] WORDS = {3, 4, 5, 6};
    private static final int SCRATCH = 7;
    private static final int[] BEFORE = {8, 9};

    private final Arena arena = Arena.ofShared();
    private final int[] roots = new int[72];
    private CodeBuffer buffer;
    private MethodHandle rounds;
    private long memory;

    HostSha256() {
        if (!HostFeatures.ofThisHost().sha()) {
            return;
        }
        roots();
        memory = HostMemory.allocate(4096, arena).address();
        buffer = new CodeBuffer(CODE_BYTES);
        var a = new X64();
        a.at = buffer.writable();
        var x = new X64Vector(a, new ConstantPool(a));
        long start = a.at + buffer.delta();
        emit(a, x);
        rounds = HostMemory.asMmap(MemorySegment.ofAddress(start));
        byte[] one = of("abc");
        if (!Arrays.equals(one, ABC)) {
            throw new UnsupportedOperationException("this host's SHA256RNDS2 does not give what is right");
        }
    }

    /** The first 32 bits behind the point: of square roots of the first eight primes, and of cube roots of the first 64. */
    private void roots() {
        int count = 0;
        for (int n = 2; count < 64; n++) {
            int divisor = 2;
            while (n % divisor != 0) {
                divisor++;
            }
            if (divisor == n) {
                if (count < 8) {
                    roots[64 + count] = fraction(StrictMath.sqrt(n));
                }
                roots[count++] = fraction(StrictMath.cbrt(n));
            }
        }
    }

    private static int fraction(double root) {
        return (int) (long) ((root - (long) root) * 0x1p32);
    }

    private static long two(int low, int high) {
        return low & 0xffff_ffffL | (long) high << 32;
    }

    /** A function (state, data, number of blocks). */
    private void emit(X64 a, X64Vector x) {
        for (int i = 0; i < 2; i++) {
            x.opMemory(X64Vector.LOAD, HALVES[i], 0, X64.RDI, 16 * i);
        }
        long loop = a.at;
        for (int i = 0; i < 2; i++) {
            x.move(BEFORE[i], HALVES[i]);
        }
        for (int group = 0; group < 16; group++) {
            int words = WORDS[group & 3];
            if (group < 4) {
                x.opMemory(X64Vector.LOAD, words, 0, X64.RSI, 16 * group);
                x.opConstant(X64Vector.SHUFFLE8, words, words, 0x0405_0607_0001_0203L, 0x0c0d_0e0f_0809_0a0bL);
            } else {
                int last = WORDS[group + 3 & 3];
                x.sha(X64Vector.SHA256_SCHEDULE1, words, WORDS[group + 1 & 3]);
                x.op(X64Vector.ALIGN, SCRATCH, last, WORDS[group + 2 & 3], 4);
                x.op(X64Vector.ADD[2], words, words, SCRATCH);
                x.sha(X64Vector.SHA256_SCHEDULE2, words, last);
            }
            int k = 4 * group;
            x.opConstant(X64Vector.ADD[2], WK, words, two(roots[k], roots[k + 1]), two(roots[k + 2], roots[k + 3]));
            x.sha(X64Vector.SHA256_ROUNDS, HALVES[1], HALVES[0]);
            x.op(X64Vector.SHUFFLE32, WK, 0, WK, 0x0e);
            x.sha(X64Vector.SHA256_ROUNDS, HALVES[0], HALVES[1]);
        }
        for (int i = 0; i < 2; i++) {
            x.op(X64Vector.ADD[2], HALVES[i], HALVES[i], BEFORE[i]);
        }
        a.opImmediate(X64.ADD, true, X64.RSI, BLOCK);
        a.opImmediate(X64.SUB, false, X64.RDX, 1);
        X64.aim(a.jumpIf(X64.NE), loop);
        for (int i = 0; i < 2; i++) {
            x.opMemory(X64Vector.STORE, HALVES[i], 0, X64.RDI, 16 * i);
        }
        a.ret();
    }

    /** The hash of a text. */
    byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena own = Arena.ofConfined()) {
            MemorySegment copy = own.allocate(bytes.length);
            MemorySegment.copy(bytes, 0, copy, ValueLayout.JAVA_BYTE, 0, bytes.length);
            return of(copy);
        }
    }

    /** The hash of a segment outside of the heap. */
    byte[] of(MemorySegment data) {
        if (rounds == null) {
            MessageDigest digest = Sha256.digest();
            digest.update(data.asByteBuffer());
            return digest.digest();
        }
        for (int i = 0; i < 8; i++) {
            setInt(memory + STATE + 4 * i, roots[64 + ORDER[i]]);
        }
        long whole = data.byteSize() & -BLOCK;
        call(data.address(), whole);
        int rest = (int) (data.byteSize() - whole);
        int tailBytes = rest < BLOCK - 8 ? BLOCK : 2 * BLOCK;
        MemorySegment tail = MemorySegment.ofAddress(memory + TAIL).reinterpret(tailBytes);
        tail.fill((byte) 0);
        MemorySegment.copy(data, whole, tail, 0, rest);
        tail.set(ValueLayout.JAVA_BYTE, rest, (byte) 0x80);
        long bits = data.byteSize() * 8;
        for (int i = 0; i < 8; i++) {
            tail.set(ValueLayout.JAVA_BYTE, tailBytes - 1 - i, (byte) (bits >>> 8 * i));
        }
        call(memory + TAIL, tailBytes);
        byte[] hash = new byte[32];
        for (int i = 0; i < 8; i++) {
            int word = Integer.reverseBytes(getInt(memory + STATE + 4 * i));
            for (int j = 0; j < 4; j++) {
                hash[ORDER[i] * 4 + j] = (byte) (word >>> 8 * j);
            }
        }
        return hash;
    }

    private void call(long data, long bytes) {
        if (bytes == 0) {
            return;
        }
        try {
            long ignored = (long) rounds.invokeExact(memory + STATE, data, (int) (bytes / BLOCK), 0, 0, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("emitted code could not be called", e);
        }
    }

    @Override
    public void close() {
        if (buffer != null) {
            buffer.close();
        }
        arena.close();
    }
}

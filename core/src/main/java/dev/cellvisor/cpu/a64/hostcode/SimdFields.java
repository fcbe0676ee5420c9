package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;

/** Fields of SIMD instructions, and what most emitters of them do at their ends. */
final class SimdFields {

    /** Writes {@code dst}, with its last instruction only, from registers that stay as they are unless they are scratch. XMM0 may be {@code dst}. */
    interface Two {
        void emit(X64Vector x, int dst, int n, int m, int size);
    }

    /** The same from one register. */
    interface One {
        void emit(X64Vector x, int dst, int n, int size);
    }

    /** The same with what is in Vd. */
    interface Three {
        void emit(X64Vector x, int dst, int n, int m, int old, int size);
    }

    private SimdFields() {
    }

    static int d(long d) {
        return (int) d & 31;
    }

    static int n(long d) {
        return (int) d >>> 5 & 31;
    }

    static int m(long d) {
        return (int) d >>> 16 & 31;
    }

    static int a(long d) {
        return (int) d >>> 10 & 31;
    }

    /** Bits 23:22: log2 of an element's bytes. */
    static int size(long d) {
        return (int) d >>> 22 & 3;
    }

    /** Bit 30: all 128 bits take part. */
    static boolean isQ(long d) {
        return (d & 1 << 30) != 0;
    }

    /** Bit 28: a scalar form. */
    static boolean isScalar(long d) {
        return (d & 1 << 28) != 0;
    }

    /** All 128 bits of a vector. */
    static boolean isWide(long d) {
        return isQ(d) && !isScalar(d);
    }

    /** Vd is what the operation makes, all of it or the low half with zeros above. */
    static void finish(Translator t, long d, boolean wide, One operation) {
        int size = size(d);
        int n = t.v.use(n(d));
        if (wide) {
            operation.emit(t.x, t.v.define(d(d)), n, size);
        } else {
            operation.emit(t.x, X0, n, size);
            t.x.moveLow(t.v.define(d(d)), X0);
        }
    }

    /** An operation on Vn alone, of a vector or a scalar form whose element has 64 bits. */
    static void one(Translator t, long d, One operation) {
        finish(t, d, isWide(d), operation);
    }

    /** An operation on Vn and Vm. */
    static void two(Translator t, long d, Two operation) {
        int n = t.v.use(n(d));
        int m = t.v.use(m(d));
        if (isWide(d)) {
            operation.emit(t.x, t.v.define(d(d)), n, m, size(d));
        } else {
            operation.emit(t.x, X0, n, m, size(d));
            t.x.moveLow(t.v.define(d(d)), X0);
        }
    }

    /** An operation on Vn, Vm and Vd. */
    static void three(Translator t, long d, Three operation) {
        int n = t.v.use(n(d));
        int m = t.v.use(m(d));
        int old = t.v.use(d(d));
        if (isWide(d)) {
            operation.emit(t.x, t.v.define(d(d)), n, m, old, size(d));
        } else {
            operation.emit(t.x, X0, n, m, old, size(d));
            t.x.moveLow(t.v.define(d(d)), X0);
        }
    }

    /** One element in all places of 64 bits. */
    static long replicate(int size, long element) {
        return switch (size) {
            case 0 -> (element & 0xff) * 0x0101_0101_0101_0101L;
            case 1 -> (element & 0xffff) * 0x0001_0001_0001_0001L;
            case 2 -> (element & 0xffff_ffffL) * 0x0000_0001_0000_0001L;
            default -> element;
        };
    }

    /** The top bit of each element. */
    static long tops(int size) {
        return replicate(size, 1L << (8 << size) - 1);
    }

    /** {@code dst = ~src}. Uses no scratch but {@code dst}. */
    static void not(X64Vector x, int dst, int src) {
        x.opConstant(X64Vector.XOR, dst, src, -1, -1);
    }
}

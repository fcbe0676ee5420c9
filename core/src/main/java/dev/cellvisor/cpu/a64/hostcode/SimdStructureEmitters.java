package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.cpu.a64.hostcode.SimdFields.isQ;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X0;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X2;
import static dev.cellvisor.cpu.a64.hostcode.VectorBench.X3;
import static dev.cellvisor.cpu.a64.hostcode.X64.GUEST;
import static dev.cellvisor.cpu.a64.hostcode.X64.RAX;

import dev.cellvisor.cpu.a64.hostcode.Translator.Slow;
import dev.cellvisor.cpu.a64.state.A64State;

/** LD1 to LD4 and ST1 to ST4: whole registers, one element of each, one element for all places. */
final class SimdStructureEmitters {
    /** Registers by opcode (bits 15:12), 4 bits for each. */
    private static final long REGISTERS = 0x0000020213030404L;

    /** What is done at RAX in guest memory. */
    private interface Transfer {
        void emit(int registers);
    }

    private SimdStructureEmitters() {
    }

    static void register(Emitters table) {
        table.vectorLeaving("SimdLoadStoreMultiple.ld1", (t, d) -> multiple(t, d, false, registers -> {
            for (int r = 0; r < registers; r++) {
                SimdMemoryEmitters.move(t, isQ(d) ? 4 : 3, false, t.v.define((int) d + r & 31), r << (isQ(d) ? 4 : 3));
            }
        }));
        table.vectorLeaving("SimdLoadStoreMultiple.st1", (t, d) -> multiple(t, d, true, registers -> {
            for (int r = 0; r < registers; r++) {
                SimdMemoryEmitters.move(t, isQ(d) ? 4 : 3, true, t.v.use((int) d + r & 31), r << (isQ(d) ? 4 : 3));
            }
        }));
        table.vectorLeaving("SimdLoadStoreMultiple.ldn", SimdStructureEmitters::loadStructures);
        table.vectorLeaving("SimdLoadStoreMultiple.stn", SimdStructureEmitters::storeStructures);
        table.vectorLeaving("SimdLoadStoreSingle.load", (t, d) -> single(t, d, false, elementSize(d), registers -> {
            int size = elementSize(d);
            for (int r = 0; r < registers; r++) {
                int old = t.v.use((int) d + r & 31);
                t.x.opMemory(X64Vector.INSERT[size], t.v.define((int) d + r & 31), old, GUEST, r << size, index(d, size));
            }
        }));
        table.vectorLeaving("SimdLoadStoreSingle.store", (t, d) -> single(t, d, true, elementSize(d), registers -> {
            int size = elementSize(d);
            for (int r = 0; r < registers; r++) {
                t.x.opMemory(X64Vector.EXTRACT[size], t.v.use((int) d + r & 31), 0, GUEST, r << size, index(d, size));
            }
        }));
        table.vectorLeaving("SimdLoadStoreSingle.replicate", (t, d) -> single(t, d, false, (int) d >>> 10 & 3, registers -> {
            int size = (int) d >>> 10 & 3;
            for (int r = 0; r < registers; r++) {
                int dst = t.v.define((int) d + r & 31);
                t.x.opMemory(X64Vector.BROADCAST[size], dst, 0, GUEST, r << size);
                if (!isQ(d)) {
                    t.x.moveLow(dst, dst);
                }
            }
        }));
    }

    private static int registers(long d) {
        return (int) (REGISTERS >>> (d >>> 10 & 0x3c)) & 15;
    }

    /** Of a single structure, log2 of the element's bytes. */
    private static int elementSize(long d) {
        int scale = (int) d >>> 14 & 3;
        return scale == 2 ? 2 + ((int) d >>> 10 & 1) : scale;
    }

    /** Q:S:size without the bits that a larger element has no use for. */
    private static int index(long d, int size) {
        return ((int) d >>> 27 & 8 | (int) d >>> 10 & 7) >>> size;
    }

    private static void multiple(Translator t, long d, boolean write, Transfer transfer) {
        access(t, d, write, registers(d), registers(d) << (isQ(d) ? 4 : 3), transfer);
    }

    private static void single(Translator t, long d, boolean write, int size, Transfer transfer) {
        int registers = ((int) d >>> 12 & 2 | (int) d >>> 21 & 1) + 1;
        access(t, d, write, registers, registers << size, transfer);
    }

    private static void access(Translator t, long d, boolean write, int registers, int sizeBytes, Transfer transfer) {
        t.b.clobberFlags();
        int base = t.b.use(Translator.n(d));
        Slow slow = t.checkSp(Translator.n(d), base);
        t.a.mov(true, RAX, base);
        slow = t.lookUp(sizeBytes, write, slow);
        transfer.emit(registers);
        if ((d & 1 << 23) != 0) {
            int m = Translator.m(d);
            if (m == A64State.SLOT_ZERO) {
                int changed = t.b.use(Translator.n(d));
                t.a.lea(true, t.b.define(Translator.n(d)), changed, sizeBytes);
            } else {
                int by = t.b.use(m);
                int changed = t.b.use(Translator.n(d));
                t.a.lea(true, t.b.define(Translator.n(d)), changed, by, 0, 0);
            }
        }
        slow.done();
    }

    /** LD2: the even and the odd elements. LD4: the same twice. */
    private static void loadStructures(Translator t, long d) {
        int size = (int) d >>> 10 & 3;
        if (registers(d) == 3 || registers(d) == 4 && !isQ(d)) {
            multiple(t, d, false, registers -> gather(t, d, registers, size));
            return;
        }
        X64Vector x = t.x;
        multiple(t, d, false, registers -> {
            int first = SimdFields.d(d);
            if (registers == 2 && !isQ(d)) {
                x.opMemory(X64Vector.LOAD, X0, 0, GUEST, 0);
                SimdPermuteEmitters.evens(x, X2, X0, X0, size);
                x.moveLow(t.v.define(first), X2);
                SimdPermuteEmitters.odds(x, X2, X0, X0, size);
                x.moveLow(t.v.define(first + 1 & 31), X2);
                return;
            }
            if (registers == 2) {
                x.opMemory(X64Vector.LOAD, X0, 0, GUEST, 0);
                x.opMemory(X64Vector.LOAD, X2, 0, GUEST, 16);
                split(t, first, first + 1 & 31, X0, X2, size);
                return;
            }
            int[] v = {t.v.define(first), t.v.define(first + 1 & 31), t.v.define(first + 2 & 31), t.v.define(first + 3 & 31)};
            for (int half = 0; half < 2; half++) {
                x.opMemory(X64Vector.LOAD, X0, 0, GUEST, 32 * half);
                x.opMemory(X64Vector.LOAD, X2, 0, GUEST, 32 * half + 16);
                SimdPermuteEmitters.evens(x, v[half], X0, X2, size); // of registers 0 and 2
                SimdPermuteEmitters.odds(x, v[2 + half], X0, X2, size); // of registers 1 and 3
            }
            x.move(X0, v[0]);
            x.move(X2, v[1]);
            x.move(X3, v[2]);
            int last = v[3];
            // v[0] = evens(X0, X2), v[2] = odds(X0, X2), v[1] = evens(X3, last), v[3] = odds(X3, last)
            SimdPermuteEmitters.evens(x, v[0], X0, X2, size);
            SimdPermuteEmitters.odds(x, v[2], X0, X2, size);
            SimdPermuteEmitters.evens(x, v[1], X3, last, size);
            SimdPermuteEmitters.odds(x, X2, X3, last, size);
            x.move(v[3], X2);
        });
    }

    // ---- any number of registers: each byte is fetched from where it stands

    /** Where byte {@code j} of register {@code r} stands in memory. */
    private static int place(int j, int r, int registers, int size) {
        return ((j >> size) * registers + r << size) + (j & (1 << size) - 1);
    }

    /** Loads a piece of 16 bytes, or the last 8, of what {@code sizeBytes} long. */
    private static void piece(Translator t, boolean write, int register, int piece, int sizeBytes) {
        SimdMemoryEmitters.move(t, sizeBytes - 16 * piece >= 16 ? 4 : 3, write, register, 16 * piece);
    }

    private static void gather(Translator t, long d, int registers, int size) {
        int bytes = isQ(d) ? 16 : 8;
        int sizeBytes = registers * bytes;
        for (int r = 0; r < registers; r++) {
            int dst = t.v.define((int) d + r & 31);
            for (int piece = 0; 16 * piece < sizeBytes; piece++) {
                long[] shuffle = {-1, -1};
                for (int j = 0; j < bytes; j++) {
                    int from = place(j, r, registers, size) - 16 * piece;
                    if (from >= 0 && from < 16) {
                        set(shuffle, j, from);
                    }
                }
                piece(t, false, X2, piece, sizeBytes);
                t.x.opConstant(X64Vector.SHUFFLE8, piece == 0 ? dst : X2, X2, shuffle[0], shuffle[1]);
                if (piece > 0) {
                    t.x.op(X64Vector.OR, dst, dst, X2);
                }
            }
        }
    }

    private static void scatter(Translator t, long d, int registers, int size) {
        int bytes = isQ(d) ? 16 : 8;
        int sizeBytes = registers * bytes;
        for (int piece = 0; 16 * piece < sizeBytes; piece++) {
            for (int r = 0; r < registers; r++) {
                long[] shuffle = {-1, -1};
                for (int j = 0; j < bytes; j++) {
                    int to = place(j, r, registers, size) - 16 * piece;
                    if (to >= 0 && to < 16) {
                        set(shuffle, to, j);
                    }
                }
                t.x.opConstant(X64Vector.SHUFFLE8, r == 0 ? X0 : X2, t.v.use((int) d + r & 31), shuffle[0], shuffle[1]);
                if (r > 0) {
                    t.x.op(X64Vector.OR, X0, X0, X2);
                }
            }
            piece(t, true, X0, piece, sizeBytes);
        }
    }

    private static void set(long[] bytes, int at, int value) {
        bytes[at >> 3] = bytes[at >> 3] & ~(0xffL << 8 * (at & 7)) | (long) value << 8 * (at & 7);
    }

    private static void split(Translator t, int first, int second, int a, int b, int size) {
        SimdPermuteEmitters.evens(t.x, X3, a, b, size);
        SimdPermuteEmitters.odds(t.x, t.v.define(second), a, b, size);
        t.x.move(t.v.define(first), X3);
    }

    private static void storeStructures(Translator t, long d) {
        int size = (int) d >>> 10 & 3;
        if (registers(d) == 3 || registers(d) == 4 && !isQ(d)) {
            multiple(t, d, true, registers -> scatter(t, d, registers, size));
            return;
        }
        X64Vector x = t.x;
        multiple(t, d, true, registers -> {
            int first = SimdFields.d(d);
            int v0 = t.v.use(first);
            int v1 = t.v.use(first + 1 & 31);
            if (registers == 2) {
                x.op(X64Vector.INTERLEAVE_LOW[size], X0, v0, v1);
                x.opMemory(X64Vector.STORE, X0, 0, GUEST, 0);
                if (isQ(d)) {
                    x.op(X64Vector.INTERLEAVE_HIGH[size], X0, v0, v1);
                    x.opMemory(X64Vector.STORE, X0, 0, GUEST, 16);
                }
                return;
            }
            int v2 = t.v.use(first + 2 & 31);
            int v3 = t.v.use(first + 3 & 31);
            for (int half = 0; half < 2; half++) {
                int[] interleave = half == 0 ? X64Vector.INTERLEAVE_LOW : X64Vector.INTERLEAVE_HIGH;
                x.op(interleave[size], X0, v0, v2);
                x.op(interleave[size], X2, v1, v3);
                x.op(X64Vector.INTERLEAVE_LOW[size], X3, X0, X2);
                x.opMemory(X64Vector.STORE, X3, 0, GUEST, 32 * half);
                x.op(X64Vector.INTERLEAVE_HIGH[size], X3, X0, X2);
                x.opMemory(X64Vector.STORE, X3, 0, GUEST, 32 * half + 16);
            }
        });
    }
}

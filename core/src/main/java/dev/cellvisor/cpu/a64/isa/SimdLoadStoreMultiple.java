package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/**
 * LD1 to LD4 and ST1 to ST4 of whole registers. LD1 and ST1 move bytes as they lie; the others take elements in turn from (or for)
 * their registers.
 */
@Family(value = "Advanced SIMD load/store multiple structures", group = Group.FP)
final class SimdLoadStoreMultiple {

    /** Registers by opcode (bits 15:12), 4 bits for each; 0 is reserved. */
    private static final long REGISTERS = 0x0000020213030404L;

    private SimdLoadStoreMultiple() {
    }

    private static int t(long d, int register) {
        return (int) d + register & 31;
    }

    private static int registers(long d) {
        return (int) (REGISTERS >>> (d >>> 10 & 0x3c)) & 15;
    }

    private static void writeBack(long s, long d, int sizeBytes) {
        if ((d & 1 << 23) != 0) {
            int m = (int) d >>> 16 & 31;
            Regs.setXn(s, d, Regs.xn(s, d) + (m == 31 ? sizeBytes : Regs.x(s, m)));
        }
    }

    @Insn(bits = "0 Q:1 001100 0 1 000000 0111 size:2 Rn|SP Rt", asm = "ld1 <{list1}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 1 0 Rm 0111 size:2 Rn|SP Rt", asm = "ld1 <{list1}>, [<Xn|SP>], <{afterlist1}>")
    @Insn(bits = "0 Q:1 001100 0 1 000000 1010 size:2 Rn|SP Rt", asm = "ld1 <{list2}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 1 0 Rm 1010 size:2 Rn|SP Rt", asm = "ld1 <{list2}>, [<Xn|SP>], <{afterlist2}>")
    @Insn(bits = "0 Q:1 001100 0 1 000000 0110 size:2 Rn|SP Rt", asm = "ld1 <{list3}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 1 0 Rm 0110 size:2 Rn|SP Rt", asm = "ld1 <{list3}>, [<Xn|SP>], <{afterlist3}>")
    @Insn(bits = "0 Q:1 001100 0 1 000000 0010 size:2 Rn|SP Rt", asm = "ld1 <{list4}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 1 0 Rm 0010 size:2 Rn|SP Rt", asm = "ld1 <{list4}>, [<Xn|SP>], <{afterlist4}>")
    static void ld1(Core c, long s, long d) {
        int registers = registers(d);
        long va = Base.base(c, s, d);
        int longs = registers << (Vec.isQ(d) ? 1 : 0);
        long host = VecMem.readable(s, va, longs << 3);
        if (host == 0) {
            VecMem.loadPieces(c, s, va, longs, (int) d >>> 10 & 3);
        }
        for (int r = 0; r < registers; r++) {
            if (host != 0) {
                load(s, d, r, host);
                host += Vec.isQ(d) ? 16 : 8;
            } else if (Vec.isQ(d)) {
                Regs.setV(s, t(d, r), c.pieces[2 * r], c.pieces[2 * r + 1]);
            } else {
                Regs.setV(s, t(d, r), c.pieces[r], 0);
            }
        }
        writeBack(s, d, longs << 3);
    }

    @Insn(bits = "0 Q:1 001100 0 0 000000 0111 size:2 Rn|SP Rt", asm = "st1 <{list1}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 0 0 Rm 0111 size:2 Rn|SP Rt", asm = "st1 <{list1}>, [<Xn|SP>], <{afterlist1}>")
    @Insn(bits = "0 Q:1 001100 0 0 000000 1010 size:2 Rn|SP Rt", asm = "st1 <{list2}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 0 0 Rm 1010 size:2 Rn|SP Rt", asm = "st1 <{list2}>, [<Xn|SP>], <{afterlist2}>")
    @Insn(bits = "0 Q:1 001100 0 0 000000 0110 size:2 Rn|SP Rt", asm = "st1 <{list3}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 0 0 Rm 0110 size:2 Rn|SP Rt", asm = "st1 <{list3}>, [<Xn|SP>], <{afterlist3}>")
    @Insn(bits = "0 Q:1 001100 0 0 000000 0010 size:2 Rn|SP Rt", asm = "st1 <{list4}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001100 1 0 0 Rm 0010 size:2 Rn|SP Rt", asm = "st1 <{list4}>, [<Xn|SP>], <{afterlist4}>")
    static void st1(Core c, long s, long d) {
        int registers = registers(d);
        long va = Base.base(c, s, d);
        int longs = registers << (Vec.isQ(d) ? 1 : 0);
        long host = VecMem.writable(s, va, longs << 3);
        for (int i = 0; i < longs; i++) {
            long piece = Vec.isQ(d) ? half(s, t(d, i >> 1), i & 1) : half(s, t(d, i), 0);
            if (host != 0) {
                setLong(host + (i << 3), piece);
            } else {
                c.pieces[i] = piece;
            }
        }
        if (host == 0) {
            VecMem.storePieces(c, s, va, longs, (int) d >>> 10 & 3);
        }
        writeBack(s, d, longs << 3);
    }

    private static long half(long s, int register, int half) {
        return getLong(s + V + ((long) register << 4) + (half << 3));
    }

    /** Register {@code r} of the list from host memory. */
    private static void load(long s, long d, int r, long host) {
        long at = s + V + ((long) t(d, r) << 4);
        setLong(at, getLong(host));
        setLong(at + 8, Vec.isQ(d) ? getLong(host + 8) : 0);
    }

    @Insn(bits = "0 Q:1 001100 0 1 000000 1000 size:2 Rn|SP Rt", asm = "ld2 <{list2}>, [<Xn|SP>]",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 1 1 0 Rm 1000 size:2 Rn|SP Rt", asm = "ld2 <{list2}>, [<Xn|SP>], <{afterlist2}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 0 1 000000 0100 size:2 Rn|SP Rt", asm = "ld3 <{list3}>, [<Xn|SP>]",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 1 1 0 Rm 0100 size:2 Rn|SP Rt", asm = "ld3 <{list3}>, [<Xn|SP>], <{afterlist3}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 0 1 000000 0000 size:2 Rn|SP Rt", asm = "ld4 <{list4}>, [<Xn|SP>]",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 1 1 0 Rm 0000 size:2 Rn|SP Rt", asm = "ld4 <{list4}>, [<Xn|SP>], <{afterlist4}>",
            where = "size != 3 || Q == 1")
    static void ldn(Core c, long s, long d) {
        int registers = registers(d);
        long va = Base.base(c, s, d);
        int size = (int) d >>> 10 & 3;
        int longs = registers << (Vec.isQ(d) ? 1 : 0);
        VecMem.loadPieces(c, s, va, longs, (int) d >>> 10 & 3);
        int stride = registers * 8 << size;
        for (int r = 0; r < registers; r++) {
            int first = r * 8 << size;
            long low = gather(c.pieces, first, stride, size);
            long high = Vec.isQ(d) ? gather(c.pieces, first + registers * 64, stride, size) : 0;
            Regs.setV(s, t(d, r), low, high);
        }
        writeBack(s, d, longs << 3);
    }

    /** 64 bits of elements that stand {@code stride} bits apart from bit {@code first} on. */
    private static long gather(long[] pieces, int first, int stride, int size) {
        int bits = 8 << size;
        long mask = -1L >>> 64 - bits;
        long value = 0;
        for (int to = 0, from = first; to < 64; to += bits, from += stride) {
            value |= (pieces[from >> 6] >>> from & mask) << to;
        }
        return value;
    }

    @Insn(bits = "0 Q:1 001100 0 0 000000 1000 size:2 Rn|SP Rt", asm = "st2 <{list2}>, [<Xn|SP>]",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 1 0 0 Rm 1000 size:2 Rn|SP Rt", asm = "st2 <{list2}>, [<Xn|SP>], <{afterlist2}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 0 0 000000 0100 size:2 Rn|SP Rt", asm = "st3 <{list3}>, [<Xn|SP>]",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 1 0 0 Rm 0100 size:2 Rn|SP Rt", asm = "st3 <{list3}>, [<Xn|SP>], <{afterlist3}>",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 0 0 000000 0000 size:2 Rn|SP Rt", asm = "st4 <{list4}>, [<Xn|SP>]",
            where = "size != 3 || Q == 1")
    @Insn(bits = "0 Q:1 001100 1 0 0 Rm 0000 size:2 Rn|SP Rt", asm = "st4 <{list4}>, [<Xn|SP>], <{afterlist4}>",
            where = "size != 3 || Q == 1")
    static void stn(Core c, long s, long d) {
        int registers = registers(d);
        long va = Base.base(c, s, d);
        int size = (int) d >>> 10 & 3;
        int bits = 8 << size;
        long mask = -1L >>> 64 - bits;
        int longs = registers << (Vec.isQ(d) ? 1 : 0);
        int r = 0;
        int element = 0;
        for (int i = 0; i < longs; i++) {
            long value = 0;
            for (int to = 0; to < 64; to += bits) {
                int from = element << 3 + size;
                value |= (getLong(s + V + ((long) t(d, r) << 4) + (from >> 6 << 3)) >>> from & mask) << to;
                if (++r == registers) {
                    r = 0;
                    element++;
                }
            }
            c.pieces[i] = value;
        }
        VecMem.storePieces(c, s, va, longs, (int) d >>> 10 & 3);
        writeBack(s, d, longs << 3);
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.memory.HostMemory.getByte;
import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.getShort;
import static dev.cellvisor.memory.HostMemory.setByte;
import static dev.cellvisor.memory.HostMemory.setInt;
import static dev.cellvisor.memory.HostMemory.setLong;
import static dev.cellvisor.memory.HostMemory.setShort;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** LD1 to LD4, ST1 to ST4 of one element of each register, and LD1R to LD4R, which fill registers with one element. */
@Family(value = "Advanced SIMD load/store single structure", group = Group.FP)
final class SimdLoadStoreSingle {

    private SimdLoadStoreSingle() {
    }

    /** How many registers take part: opcode bit 0 (bit 13) and R (bit 21). */
    private static int registers(long d) {
        return ((int) d >>> 12 & 2 | (int) d >>> 21 & 1) + 1;
    }

    /** log2 of the element's bytes. */
    private static int size(long d) {
        int scale = (int) d >>> 14 & 3;
        return scale == 2 ? 2 + ((int) d >>> 10 & 1) : scale;
    }

    /** Where the element stands in a register, in bytes: Q:S:size without the bits that a larger element has no use for. */
    private static int offset(long d, int size) {
        return ((int) d >>> 27 & 8 | (int) d >>> 10 & 7) & -1 << size;
    }

    private static long element(long s, long d, int r, int offset) {
        return s + V + (((int) d + r & 31) << 4) + offset;
    }

    private static void writeBack(long s, long d, int sizeBytes) {
        if ((d & 1 << 23) != 0) {
            int m = (int) d >>> 16 & 31;
            Regs.setXn(s, d, Regs.xn(s, d) + (m == 31 ? sizeBytes : Regs.x(s, m)));
        }
    }

    /** Loads one element for each register into {@link Core#pieces}. */
    private static void loadEach(Core c, long s, long va, int size, int registers) {
        for (int r = 0; r < registers; r++) {
            c.pieces[r] = VecMem.loadElement(c, s, va + (r << size), size);
        }
    }

    @Insn(bits = "0 Q:1 001101 0 1 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", asm = "ld1 <{element1}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 1 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", asm = "ld1 <{element1}>, [<Xn|SP>], <{afterelement1}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 0 1 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", asm = "ld2 <{element2}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 1 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", asm = "ld2 <{element2}>, [<Xn|SP>], <{afterelement2}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 0 1 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", asm = "ld3 <{element3}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 1 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", asm = "ld3 <{element3}>, [<Xn|SP>], <{afterelement3}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 0 1 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", asm = "ld4 <{element4}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 1 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", asm = "ld4 <{element4}>, [<Xn|SP>], <{afterelement4}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    static void load(Core c, long s, long d) {
        int size = size(d);
        int registers = registers(d);
        loadEach(c, s, Base.base(c, s, d), size, registers);
        for (int r = 0; r < registers; r++) {
            long at = element(s, d, r, offset(d, size));
            switch (size) {
                case 0 -> setByte(at, (byte) c.pieces[r]);
                case 1 -> setShort(at, (short) c.pieces[r]);
                case 2 -> setInt(at, (int) c.pieces[r]);
                default -> setLong(at, c.pieces[r]);
            }
        }
        writeBack(s, d, registers << size);
    }

    @Insn(bits = "0 Q:1 001101 0 0 0 00000 scale:2 0 S:1 size:2 Rn|SP Rt", asm = "st1 <{element1}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 0 0 Rm scale:2 0 S:1 size:2 Rn|SP Rt", asm = "st1 <{element1}>, [<Xn|SP>], <{afterelement1}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 0 0 1 00000 scale:2 0 S:1 size:2 Rn|SP Rt", asm = "st2 <{element2}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 0 1 Rm scale:2 0 S:1 size:2 Rn|SP Rt", asm = "st2 <{element2}>, [<Xn|SP>], <{afterelement2}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 0 0 0 00000 scale:2 1 S:1 size:2 Rn|SP Rt", asm = "st3 <{element3}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 0 0 Rm scale:2 1 S:1 size:2 Rn|SP Rt", asm = "st3 <{element3}>, [<Xn|SP>], <{afterelement3}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 0 0 1 00000 scale:2 1 S:1 size:2 Rn|SP Rt", asm = "st4 <{element4}>, [<Xn|SP>]",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    @Insn(bits = "0 Q:1 001101 1 0 1 Rm scale:2 1 S:1 size:2 Rn|SP Rt", asm = "st4 <{element4}>, [<Xn|SP>], <{afterelement4}>",
            where = "scale == 0 || scale == 1 && (size & 1) == 0 || scale == 2 && (size == 0 || size == 1 && S == 0)")
    static void store(Core c, long s, long d) {
        int size = size(d);
        int registers = registers(d);
        long va = Base.base(c, s, d);
        VecMem.beforeStore(c, s, va, registers << size, 1 << size);
        for (int r = 0; r < registers; r++, va += 1 << size) {
            long at = element(s, d, r, offset(d, size));
            VecMem.storeElement(c, s, va, size, switch (size) {
                case 0 -> getByte(at);
                case 1 -> getShort(at);
                case 2 -> getInt(at);
                default -> getLong(at);
            });
        }
        writeBack(s, d, registers << size);
    }

    @Insn(bits = "0 Q:1 001101 0 1 0 00000 11 0 0 size:2 Rn|SP Rt", asm = "ld1r <{list1}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001101 1 1 0 Rm 11 0 0 size:2 Rn|SP Rt", asm = "ld1r <{list1}>, [<Xn|SP>], <{afterall1}>")
    @Insn(bits = "0 Q:1 001101 0 1 1 00000 11 0 0 size:2 Rn|SP Rt", asm = "ld2r <{list2}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001101 1 1 1 Rm 11 0 0 size:2 Rn|SP Rt", asm = "ld2r <{list2}>, [<Xn|SP>], <{afterall2}>")
    @Insn(bits = "0 Q:1 001101 0 1 0 00000 11 1 0 size:2 Rn|SP Rt", asm = "ld3r <{list3}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001101 1 1 0 Rm 11 1 0 size:2 Rn|SP Rt", asm = "ld3r <{list3}>, [<Xn|SP>], <{afterall3}>")
    @Insn(bits = "0 Q:1 001101 0 1 1 00000 11 1 0 size:2 Rn|SP Rt", asm = "ld4r <{list4}>, [<Xn|SP>]")
    @Insn(bits = "0 Q:1 001101 1 1 1 Rm 11 1 0 size:2 Rn|SP Rt", asm = "ld4r <{list4}>, [<Xn|SP>], <{afterall4}>")
    static void replicate(Core c, long s, long d) {
        int size = (int) d >>> 10 & 3;
        int registers = registers(d);
        loadEach(c, s, Base.base(c, s, d), size, registers);
        for (int r = 0; r < registers; r++) {
            long value = Swar.replicate(size, c.pieces[r]);
            Regs.setV(s, (int) d + r & 31, value, Vec.isQ(d) ? value : 0);
        }
        writeBack(s, d, registers << size);
    }
}

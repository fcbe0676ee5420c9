package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.V;
import static dev.cellvisor.memory.HostMemory.getByte;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** Elements in another order: UZP, TRN, ZIP, EXT, TBL, TBX. */
@Family(value = "Advanced SIMD permute, extract, table lookup", group = Group.SIMD_A)
final class SimdPermute {

    private SimdPermute() {
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 0 Rm 0 001 10 Rn Rd", asm = "uzp1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    static void uzp1(long s, long d) {
        int size = Vec.size(d);
        if (Vec.isQ(d)) {
            Vec.set(s, d, Swar.even(size, Vec.nlo(s, d), Vec.nhi(s, d)), Swar.even(size, Vec.mlo(s, d), Vec.mhi(s, d)));
        } else {
            Vec.setLow(s, d, Swar.even(size, Vec.nlo(s, d), Vec.mlo(s, d)));
        }
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 0 Rm 0 101 10 Rn Rd", asm = "uzp2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    static void uzp2(long s, long d) {
        int size = Vec.size(d);
        if (Vec.isQ(d)) {
            Vec.set(s, d, Swar.odd(size, Vec.nlo(s, d), Vec.nhi(s, d)), Swar.odd(size, Vec.mlo(s, d), Vec.mhi(s, d)));
        } else {
            Vec.setLow(s, d, Swar.odd(size, Vec.nlo(s, d), Vec.mlo(s, d)));
        }
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 0 Rm 0 010 10 Rn Rd", asm = "trn1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    static void trn1(long s, long d) {
        int size = Vec.size(d);
        if (size == 3) {
            Vec.set(s, d, Vec.nlo(s, d), Vec.mlo(s, d));
        } else {
            long even = Swar.EVEN[size];
            int bits = 8 << size;
            Vec.setQ(s, d, Vec.nlo(s, d) & even | (Vec.mlo(s, d) & even) << bits, Vec.nhi(s, d) & even | (Vec.mhi(s, d) & even) << bits);
        }
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 0 Rm 0 110 10 Rn Rd", asm = "trn2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    static void trn2(long s, long d) {
        int size = Vec.size(d);
        if (size == 3) {
            Vec.set(s, d, Vec.nhi(s, d), Vec.mhi(s, d));
        } else {
            long even = Swar.EVEN[size];
            int bits = 8 << size;
            Vec.setQ(s, d, Vec.nlo(s, d) >>> bits & even | Vec.mlo(s, d) & ~even, Vec.nhi(s, d) >>> bits & even | Vec.mhi(s, d) & ~even);
        }
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 0 Rm 0 011 10 Rn Rd", asm = "zip1 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    static void zip1(long s, long d) {
        zip(s, d, Vec.nlo(s, d), Vec.mlo(s, d));
    }

    @Insn(bits = "0 Q:1 0 01110 size:2 0 Rm 0 111 10 Rn Rd", asm = "zip2 <{Vd.T}>, <{Vn.T}>, <{Vm.T}>",
            where = "size != 3 || Q == 1")
    static void zip2(long s, long d) {
        if (Vec.isQ(d)) {
            zip(s, d, Vec.nhi(s, d), Vec.mhi(s, d));
        } else {
            zip(s, d, Vec.nlo(s, d) >>> 32, Vec.mlo(s, d) >>> 32);
        }
    }

    /** Elements of {@code n} and {@code m} in turn; with Q clear only their low halves count. */
    private static void zip(long s, long d, long n, long m) {
        int size = Vec.size(d);
        if (size == 3) {
            Vec.set(s, d, n, m);
        } else {
            int bits = 8 << size;
            Vec.setQ(s, d, Swar.widen(size, n) | Swar.widen(size, m) << bits,
                    Swar.widen(size, n >>> 32) | Swar.widen(size, m >>> 32) << bits);
        }
    }

    @Insn(bits = "0 0 1 01110 000 Rm 0 0 imm4:3 0 Rn Rd", asm = "ext <Vd.8B>, <Vn.8B>, <Vm.8B>, <#imm4>")
    static void ext64(long s, long d) {
        int shift = (int) d >>> 11 << 3 & 56;
        Vec.setLow(s, d, shift == 0 ? Vec.nlo(s, d) : Vec.nlo(s, d) >>> shift | Vec.mlo(s, d) << -shift);
    }

    @Insn(bits = "0 1 1 01110 000 Rm 0 imm4:4 0 Rn Rd", asm = "ext <Vd.16B>, <Vn.16B>, <Vm.16B>, <#imm4>")
    static void ext128(long s, long d) {
        int bytes = (int) d >>> 11 & 15;
        long low = bytes < 8 ? Vec.nlo(s, d) : Vec.nhi(s, d);
        long middle = bytes < 8 ? Vec.nhi(s, d) : Vec.mlo(s, d);
        long high = bytes < 8 ? Vec.mlo(s, d) : Vec.mhi(s, d);
        int shift = bytes << 3 & 63;
        if (shift == 0) {
            Vec.set(s, d, low, middle);
        } else {
            Vec.set(s, d, low >>> shift | middle << -shift, middle >>> shift | high << -shift);
        }
    }

    /** Eight bytes of a table that starts at Vn, by index; where the index lies outside, the byte of {@code otherwise}. */
    private static long lookUp(long s, long d, long indices, long otherwise) {
        int first = (int) d >>> 5 & 31;
        int bytes = ((int) d >>> 13 & 3) + 1 << 4;
        long result = 0;
        for (int at = 0; at < 64; at += 8) {
            int index = (int) (indices >>> at) & 0xff;
            long value = index < bytes ? getByte(s + V + ((first + (index >> 4) & 31) << 4) + (index & 15)) : otherwise >>> at;
            result |= (value & 0xff) << at;
        }
        return result;
    }

    @Insn(bits = "0 Q:1 0 01110 000 Rm 0 len:2 0 00 Rn Rd", asm = "tbl <{Vd.Tb}>, <{table}>, <{Vm.Tb}>")
    static void tbl(long s, long d) {
        long low = lookUp(s, d, Vec.mlo(s, d), 0);
        long high = Vec.isQ(d) ? lookUp(s, d, Vec.mhi(s, d), 0) : 0;
        Vec.set(s, d, low, high);
    }

    @Insn(bits = "0 Q:1 0 01110 000 Rm 0 len:2 1 00 Rn Rd", asm = "tbx <{Vd.Tb}>, <{table}>, <{Vm.Tb}>")
    static void tbx(long s, long d) {
        long low = lookUp(s, d, Vec.mlo(s, d), Vec.dlo(s, d));
        long high = Vec.isQ(d) ? lookUp(s, d, Vec.mhi(s, d), Vec.dhi(s, d)) : 0;
        Vec.set(s, d, low, high);
    }
}

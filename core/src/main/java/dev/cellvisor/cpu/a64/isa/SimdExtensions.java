package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.fp.Format;
import dev.cellvisor.cpu.a64.fp.Fp;
import dev.cellvisor.cpu.a64.fp.FpConvert;
import dev.cellvisor.cpu.a64.isa.Family.Group;

/** What came after Armv8.0 to vectors: rounding doubling multiply-add, dot products, half times half to single, complex numbers. */
@Family(value = "Advanced SIMD three same extra; by element", group = Group.SIMD_B)
final class SimdExtensions {

    private SimdExtensions() {
    }

    // ---- FEAT_RDM

    private static void accumulate(long s, long d, boolean subtract, long mLow, long mHigh) {
        int size = Vec.size(d);
        long part = Vec.part(d, size);
        long low = rounded(s, size, subtract, Vec.nlo(s, d) & part, mLow & part, Vec.dlo(s, d) & part);
        long high = Vec.isWide(d) ? rounded(s, size, subtract, Vec.nhi(s, d), mHigh, Vec.dhi(s, d)) : 0;
        Vec.set(s, d, low & part, high);
    }

    /** Elements: (d * 2^bits ± 2 * n * m + 2^(bits - 1)) / 2^bits, saturated. Halved throughout, so that nothing exceeds 64 bits. */
    private static long rounded(long s, int size, boolean subtract, long n, long m, long old) {
        int bits = 8 << size;
        int left = 64 - bits;
        long result = 0;
        for (int at = 0; at < 64; at += bits) {
            long product = (n << left - at >> left) * (m << left - at >> left);
            long accumulator = (old << left - at >> left) << bits - 1;
            long sum = (subtract ? accumulator - product : accumulator + product) + (1L << bits - 2);
            result |= (Lanes.clampSigned(s, bits, sum >> bits - 1) & Swar.FIRST[size]) << at;
        }
        return result;
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 0 Rm 1 0000 1 Rn Rd", asm = "sqrdmlah <{Vd.T}>, <{Vn.T}>, <{Vm.T}>", where = "size == 1 || size == 2",
            feature = Feature.RDM)
    @Insn(bits = "01 1 11110 size:2 0 Rm 1 0000 1 Rn Rd", asm = "sqrdmlah <{Vd:size}>, <{Vn:size}>, <{Vm:size}>",
            where = "size == 1 || size == 2", feature = Feature.RDM)
    static void sqrdmlah(long s, long d) {
        accumulate(s, d, false, Vec.mlo(s, d), Vec.mhi(s, d));
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 0 Rm 1 0001 1 Rn Rd", asm = "sqrdmlsh <{Vd.T}>, <{Vn.T}>, <{Vm.T}>", where = "size == 1 || size == 2",
            feature = Feature.RDM)
    @Insn(bits = "01 1 11110 size:2 0 Rm 1 0001 1 Rn Rd", asm = "sqrdmlsh <{Vd:size}>, <{Vn:size}>, <{Vm:size}>",
            where = "size == 1 || size == 2", feature = Feature.RDM)
    static void sqrdmlsh(long s, long d) {
        accumulate(s, d, true, Vec.mlo(s, d), Vec.mhi(s, d));
    }

    @Insn(bits = "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", asm = "sqrdmlah <{Vd.T}>, <{Vn.T}>, <{Vm[]}>",
            where = "size == 1 || size == 2", feature = Feature.RDM)
    @Insn(bits = "01 1 11111 size:2 L:1 M:1 Rm:4 1101 H:1 0 Rn Rd", asm = "sqrdmlah <{Vd:size}>, <{Vn:size}>, <{Vm[]}>",
            where = "size == 1 || size == 2", feature = Feature.RDM)
    static void sqrdmlahElement(long s, long d) {
        long m = SimdByElement.element(s, d, Vec.size(d));
        accumulate(s, d, false, m, m);
    }

    @Insn(bits = "0 Q:1 1 01111 size:2 L:1 M:1 Rm:4 1111 H:1 0 Rn Rd", asm = "sqrdmlsh <{Vd.T}>, <{Vn.T}>, <{Vm[]}>",
            where = "size == 1 || size == 2", feature = Feature.RDM)
    @Insn(bits = "01 1 11111 size:2 L:1 M:1 Rm:4 1111 H:1 0 Rn Rd", asm = "sqrdmlsh <{Vd:size}>, <{Vn:size}>, <{Vm[]}>",
            where = "size == 1 || size == 2", feature = Feature.RDM)
    static void sqrdmlshElement(long s, long d) {
        long m = SimdByElement.element(s, d, Vec.size(d));
        accumulate(s, d, true, m, m);
    }

    // ---- FEAT_DotProd

    /** Two words: each the old one plus four products of bytes. */
    private static long dot(boolean signed, long n, long m, long old) {
        long result = 0;
        for (int word = 0; word < 64; word += 32) {
            long sum = old >>> word;
            for (int at = word; at < word + 32; at += 8) {
                sum += signed ? (byte) (n >>> at) * (byte) (m >>> at) : (n >>> at & 0xff) * (m >>> at & 0xff);
            }
            result |= (sum & 0xffff_ffffL) << word;
        }
        return result;
    }

    @Insn(bits = "0 Q:1 0 01110 10 0 Rm 1 0010 1 Rn Rd", asm = "sdot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.Tb}>", feature = Feature.DOTPROD)
    static void sdot(long s, long d) {
        Vec.setQ(s, d, dot(true, Vec.nlo(s, d), Vec.mlo(s, d), Vec.dlo(s, d)), dot(true, Vec.nhi(s, d), Vec.mhi(s, d), Vec.dhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01110 10 0 Rm 1 0010 1 Rn Rd", asm = "udot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.Tb}>", feature = Feature.DOTPROD)
    static void udot(long s, long d) {
        Vec.setQ(s, d, dot(false, Vec.nlo(s, d), Vec.mlo(s, d), Vec.dlo(s, d)), dot(false, Vec.nhi(s, d), Vec.mhi(s, d), Vec.dhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01111 10 L:1 M:1 Rm:4 1110 H:1 0 Rn Rd", asm = "sdot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.4B[]}>", feature = Feature.DOTPROD)
    static void sdotElement(long s, long d) {
        long m = SimdByElement.element(s, d, 2);
        Vec.setQ(s, d, dot(true, Vec.nlo(s, d), m, Vec.dlo(s, d)), dot(true, Vec.nhi(s, d), m, Vec.dhi(s, d)));
    }

    @Insn(bits = "0 Q:1 1 01111 10 L:1 M:1 Rm:4 1110 H:1 0 Rn Rd", asm = "udot <{Vd.Ts}>, <{Vn.Tb}>, <{Vm.4B[]}>", feature = Feature.DOTPROD)
    static void udotElement(long s, long d) {
        long m = SimdByElement.element(s, d, 2);
        Vec.setQ(s, d, dot(false, Vec.nlo(s, d), m, Vec.dlo(s, d)), dot(false, Vec.nhi(s, d), m, Vec.dhi(s, d)));
    }

    // ---- FEAT_FHM: bit 29 chooses the upper halves

    private static long product(long s, long sign, long n, long m, int element, long addend) {
        long env = Vec.env(s);
        long a = FpConvert.halfToSingleBits(env, n >>> 16 * element & 0xffff ^ sign);
        long b = FpConvert.halfToSingleBits(env, m >>> 16 * element & 0xffff);
        return Fp.fma32(env, addend & 0xffff_ffffL, a, b);
    }

    /** Two or four singles, each the old one plus or minus the product of two halves. */
    private static void multiplyHalves(long s, long d, boolean subtract, long n, long m) {
        long sign = subtract ? 0x8000 : 0;
        long low = product(s, sign, n, m, 0, Vec.dlo(s, d)) | product(s, sign, n, m, 1, Vec.dlo(s, d) >>> 32) << 32;
        long high = 0;
        if (Vec.isQ(d)) {
            high = product(s, sign, n, m, 2, Vec.dhi(s, d)) | product(s, sign, n, m, 3, Vec.dhi(s, d) >>> 32) << 32;
        }
        Vec.set(s, d, low, high);
    }

    /** The lower or upper half of the halves that take part. */
    private static long part(long d, long low, long high) {
        boolean upper = (d & 1 << 29) != 0;
        return Vec.isQ(d) ? upper ? high : low : upper ? low >>> 32 : low;
    }

    @Insn(bits = "0 Q:1 0 01110 001 Rm 11101 1 Rn Rd", asm = "fmlal <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>", feature = Feature.FHM)
    @Insn(bits = "0 Q:1 1 01110 001 Rm 11001 1 Rn Rd", asm = "fmlal2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>", feature = Feature.FHM)
    static void fmlal(long s, long d) {
        multiplyHalves(s, d, false, part(d, Vec.nlo(s, d), Vec.nhi(s, d)), part(d, Vec.mlo(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01110 101 Rm 11101 1 Rn Rd", asm = "fmlsl <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>", feature = Feature.FHM)
    @Insn(bits = "0 Q:1 1 01110 101 Rm 11001 1 Rn Rd", asm = "fmlsl2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.Thq}>", feature = Feature.FHM)
    static void fmlsl(long s, long d) {
        multiplyHalves(s, d, true, part(d, Vec.nlo(s, d), Vec.nhi(s, d)), part(d, Vec.mlo(s, d), Vec.mhi(s, d)));
    }

    @Insn(bits = "0 Q:1 0 01111 10 L:1 M:1 Rm:4 0000 H:1 0 Rn Rd", asm = "fmlal <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>", feature = Feature.FHM)
    @Insn(bits = "0 Q:1 1 01111 10 L:1 M:1 Rm:4 1000 H:1 0 Rn Rd", asm = "fmlal2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>", feature = Feature.FHM)
    static void fmlalElement(long s, long d) {
        multiplyHalves(s, d, false, part(d, Vec.nlo(s, d), Vec.nhi(s, d)), SimdByElement.element(s, d, 1));
    }

    @Insn(bits = "0 Q:1 0 01111 10 L:1 M:1 Rm:4 0100 H:1 0 Rn Rd", asm = "fmlsl <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>", feature = Feature.FHM)
    @Insn(bits = "0 Q:1 1 01111 10 L:1 M:1 Rm:4 1100 H:1 0 Rn Rd", asm = "fmlsl2 <{Vd.Ts}>, <{Vn.Thq}>, <{Vm.H[]}>", feature = Feature.FHM)
    static void fmlslElement(long s, long d) {
        multiplyHalves(s, d, true, part(d, Vec.nlo(s, d), Vec.nhi(s, d)), SimdByElement.element(s, d, 1));
    }

    // ---- FEAT_FCMA: even elements are real parts, odd ones imaginary parts

    /** n plus m turned by 90 or 270 degrees, for the complex numbers in a long; doubles take one part from each half. */
    private static long addTurned(long s, int format, boolean by270, long n, long m) {
        long sign = 1L << (8 << format) - 1;
        int bits = 8 << format;
        long mask = Swar.FIRST[format];
        long result = 0;
        for (int at = 0; at < 64; at += 2 * bits) {
            long re = Fp.add(Vec.env(s), format, n >>> at & mask, m >>> at + bits & mask ^ (by270 ? 0 : sign));
            long im = Fp.add(Vec.env(s), format, n >>> at + bits & mask, m >>> at & mask ^ (by270 ? sign : 0));
            result |= re << at | im << at + bits;
        }
        return result;
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 0 Rm 111 rot:1 0 1 Rn Rd", asm = "fcadd <{Vd.T}>, <{Vn.T}>, <{Vm.T}>, <{rot90}>",
            where = "size == 2 || size == 3 && Q == 1", feature = Feature.FCMA)
    @Insn(bits = "0 Q:1 1 01110 01 0 Rm 111 rot:1 0 1 Rn Rd", asm = "fcadd <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>, <{rot90}>", feature = Feature.FCMA)
    static void fcadd(long s, long d) {
        boolean by270 = (d & 1 << 12) != 0;
        int format = Vec.size(d);
        if (format == Format.DOUBLE) {
            long env = Vec.env(s);
            long re = Fp.add64(env, Vec.nlo(s, d), Vec.mhi(s, d) ^ (by270 ? 0 : Long.MIN_VALUE));
            Vec.set(s, d, re, Fp.add64(env, Vec.nhi(s, d), Vec.mlo(s, d) ^ (by270 ? Long.MIN_VALUE : 0)));
        } else {
            long low = addTurned(s, format, by270, Vec.nlo(s, d), Vec.mlo(s, d));
            Vec.set(s, d, low, Vec.isQ(d) ? addTurned(s, format, by270, Vec.nhi(s, d), Vec.mhi(s, d)) : 0);
        }
    }

    /**
     * One part of FCMLA: old plus a part of n times a part of m. Rotation (0 to 3 times 90 degrees) chooses the part of n, which part
     * of m goes with it, and the signs.
     */
    private static long part(long s, int format, int rotation, boolean imaginary, long old, long nRe, long nIm, long mRe, long mIm) {
        boolean odd = (rotation & 1) != 0;
        long n = odd ? nIm : nRe;
        long m = odd != imaginary ? mIm : mRe;
        boolean negative = imaginary ? rotation >= 2 : rotation == 1 || rotation == 2;
        return Fp.fma(Vec.env(s), format, old, n, negative ? Fp.neg(format, m) : m);
    }

    private static long multiplyTurned(long s, int format, int rotation, long n, long m, long old) {
        int bits = 8 << format;
        long mask = Swar.FIRST[format];
        long result = 0;
        for (int at = 0; at < 64; at += 2 * bits) {
            long nRe = n >>> at & mask;
            long nIm = n >>> at + bits & mask;
            long mRe = m >>> at & mask;
            long mIm = m >>> at + bits & mask;
            long re = part(s, format, rotation, false, old >>> at & mask, nRe, nIm, mRe, mIm);
            long im = part(s, format, rotation, true, old >>> at + bits & mask, nRe, nIm, mRe, mIm);
            result |= re << at | im << at + bits;
        }
        return result;
    }

    @Insn(bits = "0 Q:1 1 01110 size:2 0 Rm 110 rot:2 1 Rn Rd", asm = "fcmla <{Vd.T}>, <{Vn.T}>, <{Vm.T}>, <{rot}>",
            where = "size == 2 || size == 3 && Q == 1", feature = Feature.FCMA)
    @Insn(bits = "0 Q:1 1 01110 01 0 Rm 110 rot:2 1 Rn Rd", asm = "fcmla <{Vd.Th}>, <{Vn.Th}>, <{Vm.Th}>, <{rot}>", feature = Feature.FCMA)
    static void fcmla(long s, long d) {
        int rotation = (int) d >>> 11 & 3;
        int format = Vec.size(d);
        if (format == Format.DOUBLE) {
            long re = part(s, format, rotation, false, Vec.dlo(s, d), Vec.nlo(s, d), Vec.nhi(s, d), Vec.mlo(s, d), Vec.mhi(s, d));
            long im = part(s, format, rotation, true, Vec.dhi(s, d), Vec.nlo(s, d), Vec.nhi(s, d), Vec.mlo(s, d), Vec.mhi(s, d));
            Vec.set(s, d, re, im);
        } else {
            long low = multiplyTurned(s, format, rotation, Vec.nlo(s, d), Vec.mlo(s, d), Vec.dlo(s, d));
            Vec.set(s, d, low, Vec.isQ(d) ? multiplyTurned(s, format, rotation, Vec.nhi(s, d), Vec.mhi(s, d), Vec.dhi(s, d)) : 0);
        }
    }

    @Insn(bits = "0 Q:1 1 01111 01 L:1 M:1 Rm:4 0 rot:2 1 H:1 0 Rn Rd", asm = "fcmla <{Vd.Th}>, <{Vn.Th}>, <{Vm.H[HL]}>, <{rot}>",
            where = "Q == 1 || H == 0", feature = Feature.FCMA)
    @Insn(bits = "0 1 1 01111 10 0 M:1 Rm:4 0 rot:2 1 H:1 0 Rn Rd", asm = "fcmla <Vd.4S>, <Vn.4S>, <{Vm.S[H]}>, <{rot}>", feature = Feature.FCMA)
    static void fcmlaElement(long s, long d) {
        int rotation = (int) d >>> 13 & 3;
        int format = Vec.size(d);
        // A complex number is an element of twice the size: of words with index H:L, or of doublewords with index H.
        long m = SimdByElement.element(s, d, format + 1);
        long low = multiplyTurned(s, format, rotation, Vec.nlo(s, d), m, Vec.dlo(s, d));
        Vec.set(s, d, low, Vec.isQ(d) ? multiplyTurned(s, format, rotation, Vec.nhi(s, d), m, Vec.dhi(s, d)) : 0);
    }
}

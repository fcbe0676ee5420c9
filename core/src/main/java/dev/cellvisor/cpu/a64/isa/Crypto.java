package dev.cellvisor.cpu.a64.isa;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** AES, SHA-1, SHA-256, SHA-512 and SHA-3 instructions (FIPS 180-4, FIPS 197, FIPS 202). PMULL is in {@link SimdThreeDifferent}. */
@Family(value = "Cryptographic AES, SHA and SHA-3", group = Group.SIMD_B)
final class Crypto {

    private Crypto() {
    }

    // ---- AES

    @Insn(bits = "01001110 00 10100 00100 10 Rn Rd", asm = "aese <Vd.16B>, <Vn.16B>", feature = Feature.AES)
    static void aese(long s, long d) {
        long low = Vec.dlo(s, d) ^ Vec.nlo(s, d);
        long high = Vec.dhi(s, d) ^ Vec.nhi(s, d);
        Vec.set(s, d, Aes.shiftAndSubstitute(low, high, 0), Aes.shiftAndSubstitute(low, high, 8));
    }

    @Insn(bits = "01001110 00 10100 00101 10 Rn Rd", asm = "aesd <Vd.16B>, <Vn.16B>", feature = Feature.AES)
    static void aesd(long s, long d) {
        long low = Vec.dlo(s, d) ^ Vec.nlo(s, d);
        long high = Vec.dhi(s, d) ^ Vec.nhi(s, d);
        Vec.set(s, d, Aes.inverseShiftAndSubstitute(low, high, 0), Aes.inverseShiftAndSubstitute(low, high, 8));
    }

    @Insn(bits = "01001110 00 10100 00110 10 Rn Rd", asm = "aesmc <Vd.16B>, <Vn.16B>", feature = Feature.AES)
    static void aesmc(long s, long d) {
        Vec.set(s, d, Aes.mixColumns(Vec.nlo(s, d)), Aes.mixColumns(Vec.nhi(s, d)));
    }

    @Insn(bits = "01001110 00 10100 00111 10 Rn Rd", asm = "aesimc <Vd.16B>, <Vn.16B>", feature = Feature.AES)
    static void aesimc(long s, long d) {
        Vec.set(s, d, Aes.inverseMixColumns(Vec.nlo(s, d)), Aes.inverseMixColumns(Vec.nhi(s, d)));
    }

    // ---- words of a vector

    private static int word(long low, long high, int i) {
        return (int) ((i < 2 ? low : high) >>> 32 * i);
    }

    private static long pair(int low, int high) {
        return low & 0xffff_ffffL | (long) high << 32;
    }

    private static int choose(int x, int y, int z) {
        return (y ^ z) & x ^ z;
    }

    private static int majority(int x, int y, int z) {
        return x & y | (x | y) & z;
    }

    // ---- SHA-1

    private static final int CHOOSE = 0;
    private static final int PARITY = 1;
    private static final int MAJORITY = 2;

    /** Four rounds: a to d in Vd, e in Vn, schedule words with their constants in Vm. */
    private static void sha1(long s, long d, int function) {
        int a = (int) Vec.dlo(s, d);
        int b = (int) (Vec.dlo(s, d) >>> 32);
        int c = (int) Vec.dhi(s, d);
        int dd = (int) (Vec.dhi(s, d) >>> 32);
        int e = (int) Vec.nlo(s, d);
        long low = Vec.mlo(s, d);
        long high = Vec.mhi(s, d);
        for (int i = 0; i < 4; i++) {
            int f = switch (function) {
                case CHOOSE -> choose(b, c, dd);
                case PARITY -> b ^ c ^ dd;
                default -> majority(b, c, dd);
            };
            int next = e + Integer.rotateLeft(a, 5) + f + word(low, high, i);
            e = dd;
            dd = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = next;
        }
        Vec.set(s, d, pair(a, b), pair(c, dd));
    }

    @Insn(bits = "01011110 000 Rm 0 000 00 Rn Rd", asm = "sha1c <Qd>, <Sn>, <Vm.4S>", feature = Feature.SHA1)
    static void sha1c(long s, long d) {
        sha1(s, d, CHOOSE);
    }

    @Insn(bits = "01011110 000 Rm 0 001 00 Rn Rd", asm = "sha1p <Qd>, <Sn>, <Vm.4S>", feature = Feature.SHA1)
    static void sha1p(long s, long d) {
        sha1(s, d, PARITY);
    }

    @Insn(bits = "01011110 000 Rm 0 010 00 Rn Rd", asm = "sha1m <Qd>, <Sn>, <Vm.4S>", feature = Feature.SHA1)
    static void sha1m(long s, long d) {
        sha1(s, d, MAJORITY);
    }

    @Insn(bits = "01011110 00 10100 00000 10 Rn Rd", asm = "sha1h <Sd>, <Sn>", feature = Feature.SHA1)
    static void sha1h(long s, long d) {
        Vec.setLow(s, d, Integer.rotateLeft((int) Vec.nlo(s, d), 30) & 0xffff_ffffL);
    }

    @Insn(bits = "01011110 000 Rm 0 011 00 Rn Rd", asm = "sha1su0 <Vd.4S>, <Vn.4S>, <Vm.4S>", feature = Feature.SHA1)
    static void sha1su0(long s, long d) {
        Vec.set(s, d, Vec.dhi(s, d) ^ Vec.dlo(s, d) ^ Vec.mlo(s, d), Vec.nlo(s, d) ^ Vec.dhi(s, d) ^ Vec.mhi(s, d));
    }

    @Insn(bits = "01011110 00 10100 00001 10 Rn Rd", asm = "sha1su1 <Vd.4S>, <Vn.4S>", feature = Feature.SHA1)
    static void sha1su1(long s, long d) {
        long low = Vec.dlo(s, d) ^ (Vec.nlo(s, d) >>> 32 | Vec.nhi(s, d) << 32);
        long high = Vec.dhi(s, d) ^ Vec.nhi(s, d) >>> 32;
        int last = Integer.rotateLeft((int) (high >>> 32), 1) ^ Integer.rotateLeft((int) low, 2);
        Vec.set(s, d, pair(Integer.rotateLeft((int) low, 1), Integer.rotateLeft((int) (low >>> 32), 1)),
                pair(Integer.rotateLeft((int) high, 1), last));
    }

    // ---- SHA-256

    /** Four rounds: a to d in {@code x}, e to h in {@code y}, schedule words with their constants in Vm. */
    private static void sha256(long s, long d, long xLow, long xHigh, long yLow, long yHigh, boolean first) {
        int a = (int) xLow;
        int b = (int) (xLow >>> 32);
        int c = (int) xHigh;
        int dd = (int) (xHigh >>> 32);
        int e = (int) yLow;
        int f = (int) (yLow >>> 32);
        int g = (int) yHigh;
        int h = (int) (yHigh >>> 32);
        long low = Vec.mlo(s, d);
        long high = Vec.mhi(s, d);
        for (int i = 0; i < 4; i++) {
            int sigma1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int sigma0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int t = h + sigma1 + choose(e, f, g) + word(low, high, i);
            h = g;
            g = f;
            f = e;
            e = dd + t;
            int next = t + sigma0 + majority(a, b, c);
            dd = c;
            c = b;
            b = a;
            a = next;
        }
        if (first) {
            Vec.set(s, d, pair(a, b), pair(c, dd));
        } else {
            Vec.set(s, d, pair(e, f), pair(g, h));
        }
    }

    @Insn(bits = "01011110 000 Rm 0 100 00 Rn Rd", asm = "sha256h <Qd>, <Qn>, <Vm.4S>", feature = Feature.SHA256)
    static void sha256h(long s, long d) {
        sha256(s, d, Vec.dlo(s, d), Vec.dhi(s, d), Vec.nlo(s, d), Vec.nhi(s, d), true);
    }

    @Insn(bits = "01011110 000 Rm 0 101 00 Rn Rd", asm = "sha256h2 <Qd>, <Qn>, <Vm.4S>", feature = Feature.SHA256)
    static void sha256h2(long s, long d) {
        sha256(s, d, Vec.nlo(s, d), Vec.nhi(s, d), Vec.dlo(s, d), Vec.dhi(s, d), false);
    }

    private static int sigma0(int x) {
        return Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
    }

    private static int sigma1(int x) {
        return Integer.rotateRight(x, 17) ^ Integer.rotateRight(x, 19) ^ x >>> 10;
    }

    @Insn(bits = "01011110 00 10100 00010 10 Rn Rd", asm = "sha256su0 <Vd.4S>, <Vn.4S>", feature = Feature.SHA256)
    static void sha256su0(long s, long d) {
        long low = Vec.dlo(s, d);
        long high = Vec.dhi(s, d);
        Vec.set(s, d, pair((int) low + sigma0((int) (low >>> 32)), (int) (low >>> 32) + sigma0((int) high)),
                pair((int) high + sigma0((int) (high >>> 32)), (int) (high >>> 32) + sigma0((int) Vec.nlo(s, d))));
    }

    @Insn(bits = "01011110 000 Rm 0 110 00 Rn Rd", asm = "sha256su1 <Vd.4S>, <Vn.4S>, <Vm.4S>", feature = Feature.SHA256)
    static void sha256su1(long s, long d) {
        long low = Vec.dlo(s, d);
        long high = Vec.dhi(s, d);
        long nLow = Vec.nlo(s, d);
        long nHigh = Vec.nhi(s, d);
        long mHigh = Vec.mhi(s, d);
        int w0 = (int) low + sigma1((int) mHigh) + (int) (nLow >>> 32);
        int w1 = (int) (low >>> 32) + sigma1((int) (mHigh >>> 32)) + (int) nHigh;
        int w2 = (int) high + sigma1(w0) + (int) (nHigh >>> 32);
        int w3 = (int) (high >>> 32) + sigma1(w1) + (int) Vec.mlo(s, d);
        Vec.set(s, d, pair(w0, w1), pair(w2, w3));
    }

    // ---- SHA-512

    private static long choose(long x, long y, long z) {
        return (y ^ z) & x ^ z;
    }

    private static long majority(long x, long y, long z) {
        return x & y | (x | y) & z;
    }

    private static long bigSigma0(long x) {
        return Long.rotateRight(x, 28) ^ Long.rotateRight(x, 34) ^ Long.rotateRight(x, 39);
    }

    private static long bigSigma1(long x) {
        return Long.rotateRight(x, 14) ^ Long.rotateRight(x, 18) ^ Long.rotateRight(x, 41);
    }

    private static long sigma0(long x) {
        return Long.rotateRight(x, 1) ^ Long.rotateRight(x, 8) ^ x >>> 7;
    }

    private static long sigma1(long x) {
        return Long.rotateRight(x, 19) ^ Long.rotateRight(x, 61) ^ x >>> 6;
    }

    @Insn(bits = "11001110 011 Rm 1000 00 Rn Rd", asm = "sha512h <Qd>, <Qn>, <Vm.2D>", feature = Feature.SHA512)
    static void sha512h(long s, long d) {
        long y = Vec.mhi(s, d);
        long high = choose(y, Vec.nlo(s, d), Vec.nhi(s, d)) + bigSigma1(y) + Vec.dhi(s, d);
        long t = high + Vec.mlo(s, d);
        Vec.set(s, d, choose(t, y, Vec.nlo(s, d)) + bigSigma1(t) + Vec.dlo(s, d), high);
    }

    @Insn(bits = "11001110 011 Rm 1000 01 Rn Rd", asm = "sha512h2 <Qd>, <Qn>, <Vm.2D>", feature = Feature.SHA512)
    static void sha512h2(long s, long d) {
        long y0 = Vec.mlo(s, d);
        long y1 = Vec.mhi(s, d);
        long high = majority(Vec.nlo(s, d), y1, y0) + bigSigma0(y0) + Vec.dhi(s, d);
        Vec.set(s, d, majority(high, y0, y1) + bigSigma0(high) + Vec.dlo(s, d), high);
    }

    @Insn(bits = "11001110 110 00000 1000 00 Rn Rd", asm = "sha512su0 <Vd.2D>, <Vn.2D>", feature = Feature.SHA512)
    static void sha512su0(long s, long d) {
        Vec.set(s, d, Vec.dlo(s, d) + sigma0(Vec.dhi(s, d)), Vec.dhi(s, d) + sigma0(Vec.nlo(s, d)));
    }

    @Insn(bits = "11001110 011 Rm 1000 10 Rn Rd", asm = "sha512su1 <Vd.2D>, <Vn.2D>, <Vm.2D>", feature = Feature.SHA512)
    static void sha512su1(long s, long d) {
        Vec.set(s, d, Vec.dlo(s, d) + sigma1(Vec.nlo(s, d)) + Vec.mlo(s, d), Vec.dhi(s, d) + sigma1(Vec.nhi(s, d)) + Vec.mhi(s, d));
    }

    // ---- SHA-3

    @Insn(bits = "11001110 000 Rm 0 Ra Rn Rd", asm = "eor3 <Vd.16B>, <Vn.16B>, <Vm.16B>, <Va.16B>", feature = Feature.SHA3)
    static void eor3(long s, long d) {
        Vec.set(s, d, Vec.nlo(s, d) ^ Vec.mlo(s, d) ^ Vec.alo(s, d), Vec.nhi(s, d) ^ Vec.mhi(s, d) ^ Vec.ahi(s, d));
    }

    @Insn(bits = "11001110 001 Rm 0 Ra Rn Rd", asm = "bcax <Vd.16B>, <Vn.16B>, <Vm.16B>, <Va.16B>", feature = Feature.SHA3)
    static void bcax(long s, long d) {
        Vec.set(s, d, Vec.nlo(s, d) ^ Vec.mlo(s, d) & ~Vec.alo(s, d), Vec.nhi(s, d) ^ Vec.mhi(s, d) & ~Vec.ahi(s, d));
    }

    @Insn(bits = "11001110 011 Rm 1000 11 Rn Rd", asm = "rax1 <Vd.2D>, <Vn.2D>, <Vm.2D>", feature = Feature.SHA3)
    static void rax1(long s, long d) {
        Vec.set(s, d, Vec.nlo(s, d) ^ Long.rotateLeft(Vec.mlo(s, d), 1), Vec.nhi(s, d) ^ Long.rotateLeft(Vec.mhi(s, d), 1));
    }

    @Insn(bits = "11001110 100 Rm imm6:6 Rn Rd", asm = "xar <Vd.2D>, <Vn.2D>, <Vm.2D>, <#imm6>", feature = Feature.SHA3)
    static void xar(long s, long d) {
        int amount = (int) d >>> 10 & 63;
        Vec.set(s, d, Long.rotateRight(Vec.nlo(s, d) ^ Vec.mlo(s, d), amount), Long.rotateRight(Vec.nhi(s, d) ^ Vec.mhi(s, d), amount));
    }
}

package dev.cellvisor.cpu.a64.isa;

import java.util.Random;

/** Random cases for FP and SIMD instructions: interesting values more often than chance would have them. */
final class FpSimdCases {
    private static final int[] HALF = {0, 1, 0x3ff, 0x400, 0x401, 0x7bff, 0x7c00, 0x7c01, 0x7dff, 0x7e00, 0x7fff, 0x3c00, 0x3800, 0x4000, 0x0bff, 0x5c00};
    private static final int[] SINGLE = {0, 1, 0x7f_ffff, 0x80_0000, 0x80_0001, 0x7f7f_ffff, 0x7f80_0000, 0x7f80_0001, 0x7fc0_0000, 0x7fff_ffff,
        0x3f80_0000, 0x3f00_0000, 0x4000_0000, 0x4f00_0000, 0x5f00_0000, 0x3880_0000, 0x3300_0000, 0x477f_f000, 0x0c80_0000, 0x7e80_0000};
    private static final long[] DOUBLE = {0, 1, 0xf_ffff_ffff_ffffL, 0x10_0000_0000_0000L, 0x10_0000_0000_0001L, 0x7fef_ffff_ffff_ffffL,
        0x7ff0_0000_0000_0000L, 0x7ff0_0000_0000_0001L, 0x7ff8_0000_0000_0000L, 0x7fff_ffff_ffff_ffffL, 0x3ff0_0000_0000_0000L, 0x3fe0_0000_0000_0000L,
        0x4000_0000_0000_0000L, 0x41e0_0000_0000_0000L, 0x43e0_0000_0000_0000L, 0x3810_0000_0000_0000L, 0x36a0_0000_0000_0000L, 0x47ef_ffff_f000_0000L,
        0x3fd0_0000_0000_0000L, 0x0020_0000_0000_0000L};

    private final Random random;
    private final boolean halfArithmetic;

    /** @param halfArithmetic whether FPCR.FZ16 exists */
    FpSimdCases(Random random, boolean halfArithmetic) {
        this.random = random;
        this.halfArithmetic = halfArithmetic;
    }

    /** A word of the data-processing space of FP and SIMD: bits 28:25 are x111. Rd and Rn are 0 to 15, in case they are general registers. */
    int dataProcessingWord() {
        return random.nextInt() & 0x71ff_fdef | 0x0e00_0000 | (random.nextInt(8) == 0 ? 1 << 31 : 0);
    }

    /** A case for a word, whose general registers are among X0 to X15. */
    QemuUser.Case any(int word) {
        QemuUser.Case one = new QemuUser.Case();
        one.word = word;
        for (int i = 0; i < 64; i += 2) {
            int kind = random.nextInt(8);
            one.v[i] = half(kind);
            one.v[i + 1] = half(kind);
        }
        for (int i = 0; i < 16; i++) {
            one.x[i] = half(random.nextInt(8));
        }
        random.nextBytes(one.memory);
        one.nzcv = (long) random.nextInt(16) << 28;
        one.fpcr = random.nextInt(3) == 0 ? 0 : (long) random.nextInt(32) << 22 | (halfArithmetic ? random.nextInt(2) << 19 : 0);
        one.fpsr = random.nextInt(2) == 0 ? 0 : 0x10;
        return one;
    }

    /** A case for an operation. */
    QemuUser.Case of(int op) {
        boolean memory = (Encodings.VALUE[op] >>> 25 & 5) == 4;
        int word;
        do {
            word = random.nextInt() & ~Encodings.MASK[op] | Encodings.VALUE[op];
            if (memory) {
                word = nearby(op, word);
            }
            word = onlyOurRegisters(op, word);
        } while ((word & Encodings.MASK[op]) != Encodings.VALUE[op] || !Encodings.holds(op, word));
        QemuUser.Case one = any(word);
        if (memory) {
            one.x[word >>> 5 & 15] = QemuUser.MEMORY + 80 + random.nextInt(32);
            int m = word >>> 16 & 15;
            if (m != (word >>> 5 & 15)) {
                one.x[m] = (word >>> 13 & 7) == 2 ? random.nextInt(4) | (long) random.nextInt() << 32 : random.nextInt(8) - 4;
            }
        }
        return one;
    }

    /** Immediate offsets so small that the access is within the case's memory; a different base and index. */
    private int nearby(int op, int word) {
        String bits = EncodingTexts.BITS[op];
        if (bits.contains("imm12:12")) {
            return word & ~0x3f_fc00 | random.nextInt(4) << 10;
        }
        if (bits.contains("imm9:9")) {
            return word & ~0x1f_f000 | (random.nextInt(64) - 32 & 0x1ff) << 12;
        }
        if (bits.contains("imm7:7")) {
            return word & ~0x3f_8000 | (random.nextInt(8) - 4 & 0x7f) << 15;
        }
        return (word >>> 5 & 15) == (word >>> 16 & 15) ? word ^ 1 << 16 : word;
    }

    /** Keeps to X0 to X15: where a field may name a general register its top bit is cleared (or it stays 31). */
    private int onlyOurRegisters(int op, int word) {
        String asm = EncodingTexts.ASM[op];
        int free = ~Encodings.MASK[op];
        if (asm.contains("<X") || asm.contains("<W") || asm.contains("{R") || asm.contains("after") || asm.contains("index:")) {
            word &= ~(free & 1 << 9);
            if (asm.contains("<Xd") || asm.contains("<Wd") || asm.contains("{Rd")) {
                word &= ~(free & 1 << 4);
            }
            if (EncodingTexts.BITS[op].contains("Rm") && (word >>> 16 & 31) != 31) {
                word &= ~(free & 1 << 20);
            }
        }
        return word;
    }

    private long half(int kind) {
        return switch (kind) {
            case 0 -> random.nextLong();
            case 1 -> (long) single() << 32 | single() & 0xffff_ffffL;
            case 2, 3 -> dbl();
            case 4 -> (long) smallSingle() << 32 | smallSingle() & 0xffff_ffffL;
            case 5 -> smallDouble();
            case 6 -> {
                long value = 0;
                for (int i = 0; i < 4; i++) {
                    value = value << 16 | (HALF[random.nextInt(HALF.length)] | random.nextInt(2) << 15) + (random.nextInt(4) == 0 ? random.nextInt(3) : 0) & 0xffff;
                }
                yield value;
            }
            default -> {
                long value = 0;
                for (int i = 0; i < 8; i++) {
                    value = value << 8 | (random.nextBoolean() ? random.nextInt(256) : new int[] {0, 1, 0x7f, 0x80, 0xff, 0x40}[random.nextInt(6)]);
                }
                yield value;
            }
        };
    }

    private int single() {
        return random.nextInt(3) == 0 ? random.nextInt() : SINGLE[random.nextInt(SINGLE.length)] + (random.nextInt(3) == 0 ? random.nextInt(3) - 1 : 0) ^ random.nextInt(2) << 31;
    }

    private long dbl() {
        return random.nextInt(3) == 0 ? random.nextLong() : DOUBLE[random.nextInt(DOUBLE.length)] + (random.nextInt(3) == 0 ? random.nextInt(3) - 1 : 0) ^ (long) random.nextInt(2) << 63;
    }

    /** Near 1, so that sums and products interact. */
    private int smallSingle() {
        return Float.floatToRawIntBits((random.nextInt(1 << random.nextInt(25)) - (1 << 10)) * (float) Math.scalb(1.0, random.nextInt(12) - 6));
    }

    private long smallDouble() {
        return Double.doubleToRawLongBits((random.nextLong() >> random.nextInt(64)) * Math.scalb(1.0, random.nextInt(12) - 6));
    }
}

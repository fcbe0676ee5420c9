package dev.cellvisor.differential;

import java.util.random.RandomGenerator;

/** Register values that find mistakes: edges of every width, floating-point specials, and plain random ones. */
final class Values {
    private static final long[] INTEGERS = {0, 1, -1, 2, -2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL,
        0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, 0xffff_ffff_8000_0000L, 0xffff_ffff_7fff_ffffL, 0x5555_5555_5555_5555L, 0x0123_4567_89ab_cdefL};
    private static final long[] DOUBLES = {0, 0x8000_0000_0000_0000L, 0x3ff0_0000_0000_0000L, 0xbff0_0000_0000_0000L, 1, 0x000f_ffff_ffff_ffffL,
        0x0010_0000_0000_0000L, 0x7fef_ffff_ffff_ffffL, 0x7ff0_0000_0000_0000L, 0xfff0_0000_0000_0000L, 0x7ff8_0000_0000_0000L, 0xfff8_0000_1234_5678L,
        0x7ff0_0000_0000_0001L, 0xfff4_0000_0000_0000L, 0x3fe0_0000_0000_0000L, 0x3ff8_0000_0000_0000L, 0x4004_0000_0000_0000L, 0x3ff0_0000_0000_0001L,
        0x41df_ffff_ffc0_0000L, 0x41e0_0000_0000_0000L, 0xc1e0_0000_0000_0000L, 0x43e0_0000_0000_0000L, 0xc3e0_0000_0000_0000L, 0x43f0_0000_0000_0000L,
        0x43df_ffff_ffff_ffffL, 0x4330_0000_0000_0001L, 0x3810_0000_0000_0000L, 0x380f_ffff_ffff_ffffL, 0x36a0_0000_0000_0000L, 0x47ef_ffff_f000_0000L,
        0x3f10_0000_0000_0000L, 0x40ef_fc00_0000_0000L};
    private static final int[] SINGLES = {0, 0x8000_0000, 0x3f80_0000, 0xbf80_0000, 1, 0x007f_ffff, 0x0080_0000, 0x7f7f_ffff, 0x7f80_0000, 0xff80_0000,
        0x7fc0_0000, 0xffc0_1234, 0x7f80_0001, 0xffa0_0000, 0x3f00_0000, 0x3fc0_0000, 0x4020_0000, 0x3f80_0001, 0x4eff_ffff, 0x4f00_0000, 0xcf00_0000,
        0x5f00_0000, 0xdf00_0000, 0x5f80_0000, 0x5eff_ffff, 0x4b00_0001, 0x3880_0000, 0x387f_ffff, 0x3300_0000, 0x477f_e000, 0x477f_f000, 0x8000_0001};
    private static final int[] HALVES = {0, 0x8000, 0x3c00, 0xbc00, 1, 0x03ff, 0x0400, 0x7bff, 0x7c00, 0xfc00, 0x7e00, 0xfe12, 0x7c01, 0xfd00, 0x3800,
        0x3e00, 0x4100, 0x3c01, 0x77ff, 0x7800, 0xf800, 0x6401, 0x8001, 0x5bff};

    private Values() {
    }

    static long integer(RandomGenerator random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2:
                return random.nextLong();
            case 3:
                return random.nextInt();
            case 4:
                return (1L << random.nextInt(64)) + random.nextInt(3) - 1;
            case 5:
                return random.nextInt(-130, 131);
            default:
                return INTEGERS[random.nextInt(INTEGERS.length)];
        }
    }

    /** Half of a vector register. */
    static long vector(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1, 2 -> ofDouble(random);
            case 3, 4 -> ofSingle(random) & 0xffff_ffffL | (long) ofSingle(random) << 32;
            case 5 -> ofHalf(random) | (long) ofHalf(random) << 16 | (long) ofHalf(random) << 32 | (long) ofHalf(random) << 48;
            case 6 -> integer(random);
            default -> {
                long bytes = 0;
                for (int i = 0; i < 8; i++) {
                    bytes = bytes << 8 | INTEGERS[random.nextInt(8)] & 0xff;
                }
                yield bytes;
            }
        };
    }

    static long ofDouble(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextLong() & 0x800f_ffff_ffff_ffffL | (long) (1023 + random.nextInt(-70, 71)) << 52;
            case 2 -> Double.doubleToRawLongBits(random.nextInt(-1000, 1001) / 4.0);
            default -> DOUBLES[random.nextInt(DOUBLES.length)];
        };
    }

    static int ofSingle(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextInt() & 0x807f_ffff | 127 + random.nextInt(-40, 41) << 23;
            case 2 -> Float.floatToRawIntBits(random.nextInt(-1000, 1001) / 4.0f);
            default -> SINGLES[random.nextInt(SINGLES.length)];
        };
    }

    static int ofHalf(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x10000);
            case 1 -> random.nextInt(0x10000) & 0x83ff | 15 + random.nextInt(-6, 7) << 10;
            default -> HALVES[random.nextInt(HALVES.length)];
        };
    }

    /** FPCR: mostly all modes mixed, often 0. */
    static long fpcr(RandomGenerator random) {
        if (random.nextInt(3) == 0) {
            return 0;
        }
        long fpcr = (long) random.nextInt(4) << 22;
        for (int bit : new int[] {19, 24, 25, 26}) {
            fpcr |= random.nextInt(3) == 0 ? 1L << bit : 0;
        }
        return fpcr;
    }

    /** All registers of a block's start. Stack pointers are aligned; nothing points into the machine's memory but the window. */
    static Input input(RandomGenerator random, Setting setting) {
        var input = new Input();
        for (int x = 0; x < 31; x++) {
            input.set(Layout.X + 8 * x, random.nextInt(16) == 0 ? setting.window() + random.nextInt(-64, 64) : integer(random));
        }
        for (int half = 0; half < 64; half++) {
            // Now and then a neighbour of another register, for cancellation, ties and comparisons of equals.
            boolean near = half > 0 && random.nextInt(8) == 0;
            input.set(Layout.V + 8 * half, near
                    ? (input.get(Layout.V + 8 * random.nextInt(half)) + random.nextInt(-1, 2)) ^ (random.nextInt(4) == 0 ? Long.MIN_VALUE : 0)
                    : vector(random));
        }
        input.set(Layout.SP_EL1, setting.window() + 16 * random.nextInt(-8, 8));
        input.set(Layout.SP_EL0, setting.window() + 16 * random.nextInt(-8, 8));
        input.set(Layout.SPSR, (long) random.nextInt(16) << 28);
        input.set(Layout.FPCR, fpcr(random));
        input.set(Layout.FPSR, random.nextInt(4) == 0 ? random.nextInt() & 0x0800_009fL : 0);
        input.set(Layout.TPIDR_EL0, random.nextLong());
        return input;
    }

    /** What the window holds: as varied as registers. */
    static byte[] window(RandomGenerator random) {
        var buffer = java.nio.ByteBuffer.allocate(2 * Layout.WINDOW_HALF).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            buffer.putLong(random.nextBoolean() ? vector(random) : integer(random));
        }
        return buffer.array();
    }
}

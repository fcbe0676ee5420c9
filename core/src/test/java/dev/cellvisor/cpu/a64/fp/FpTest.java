package dev.cellvisor.cpu.a64.fp;

import static dev.cellvisor.cpu.a64.fp.Format.DOUBLE;
import static dev.cellvisor.cpu.a64.fp.Format.HALF;
import static dev.cellvisor.cpu.a64.fp.Format.SINGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arithmetic against exact rational numbers, in every mode; and each fast path against the slow one, flags included. */
class FpTest {
    private static final int ROUNDS = Integer.getInteger("cellvisor.test.cases", 12) * 2000;

    private final Random random = new Random(5);
    private Arena arena;
    private long env;

    @BeforeEach
    void environment() {
        arena = Arena.ofConfined();
        env = HostMemory.allocate(4096, arena).address();
    }

    @AfterEach
    void close() {
        arena.close();
    }

    private void modes(int fpcr, int fpsr) {
        HostMemory.setLong(env, fpcr);
        HostMemory.setLong(env + 8, fpsr);
    }

    private int flags() {
        return HostMemory.getInt(env + 8);
    }

    /** Patterns of which many are special, or near another's exponent. */
    private long pattern(int format) {
        int bits = 8 << format;
        int fraction = Format.fractionBits(format);
        long sign = (long) random.nextInt(2) << bits - 1;
        long random64 = random.nextLong();
        long exponents = (1L << bits - 1 - fraction) - 1;
        return switch (random.nextInt(8)) {
            case 0 -> random64 >>> 64 - bits;
            case 1 -> sign | (random.nextLong() & exponents) << fraction;
            case 2 -> sign | random64 >>> random.nextInt(fraction) + 64 - fraction; // subnormal
            case 3 -> sign | ((long) random.nextInt(4) << fraction) + random.nextInt(3) - 1 & (1L << bits - 1) - 1;
            case 4 -> sign | Format.infinity(format) - random.nextInt(3);
            case 5 -> sign | (exponents / 2 - 2 + random.nextInt(5) << fraction) | random64 >>> 64 - fraction >>> random.nextInt(fraction) << random.nextInt(fraction) & (1L << fraction) - 1;
            default -> sign | (exponents / 2 - 32 + random.nextInt(64) & exponents) << fraction | random64 >>> 64 - fraction;
        };
    }

    private boolean finite(int format, long a) {
        return Format.magnitude(format, a) < Format.infinity(format);
    }

    @FunctionalInterface
    private interface Exact {
        ExactNumber of(ExactNumber a, ExactNumber b, ExactNumber c, boolean roundsDown);
    }

    @FunctionalInterface
    private interface Operation {
        long of(long env, int format, long a, long b, long c);
    }

    private void againstExact(String name, int operands, Exact exact, Operation operation) {
        for (int i = 0; i < ROUNDS; i++) {
            int format = HALF + i % 3;
            int rounding = random.nextInt(4);
            boolean flush = random.nextInt(4) == 0;
            long a = finitePattern(format, flush);
            long b = finitePattern(format, flush);
            long c = finitePattern(format, flush);
            if (operands == 2 && name.equals("/") && Format.magnitude(format, b) == 0 || operands == 1 && Format.negative(format, a)) {
                continue;
            }
            modes(rounding << 22 | (flush ? Env.FZ | Env.FZ16 : 0), 0);
            var expected = exact.of(ExactNumber.of(format, a), ExactNumber.of(format, b), ExactNumber.of(format, c), rounding == Rounding.DOWN)
                    .round(format, rounding, flush);
            long result = operation.of(env, format, a, b, c);
            String what = "%x %s %x, %x, format %d, rounding %d, flush %b".formatted(a, name, b, c, format, rounding, flush);
            assertEquals(Long.toHexString(expected.bits()), Long.toHexString(result), what);
            assertEquals(expected.flags(), flags(), () -> "flags of " + what);
        }
    }

    private long finitePattern(int format, boolean normal) {
        while (true) {
            long a = pattern(format);
            if (finite(format, a) && !(normal && Format.isSubnormal(format, a))) {
                return a;
            }
        }
    }

    @Test
    void sumsAreExactSumsRounded() {
        againstExact("+", 2, (a, b, _, down) -> a.plus(b, down), (env, format, a, b, _) -> Fp.add(env, format, a, b));
    }

    @Test
    void productsAreExactProductsRounded() {
        againstExact("*", 2, (a, b, _, _) -> a.times(b), (env, format, a, b, _) -> Fp.mul(env, format, a, b));
    }

    @Test
    void quotientsAreExactQuotientsRounded() {
        againstExact("/", 2, (a, b, _, _) -> a.over(b), (env, format, a, b, _) -> Fp.div(env, format, a, b));
    }

    @Test
    void rootsAreExactRootsRounded() {
        againstExact("sqrt", 1, (a, _, _, _) -> a.root(), (env, format, a, _, _) -> Fp.sqrt(env, format, a));
    }

    @Test
    void fusedProductsAndSumsAreRoundedOnce() {
        againstExact("* +", 3, (a, b, c, down) -> a.times(b).plus(c, down), (env, format, a, b, c) -> Fp.fma(env, format, c, a, b));
    }

    @Test
    void narrowingRoundsOnceInEveryModeAndToOdd() {
        for (int i = 0; i < ROUNDS; i++) {
            int from = SINGLE + random.nextInt(2);
            int to = HALF + random.nextInt(from - HALF);
            int rounding = new int[] {0, 1, 2, 3, Rounding.ODD}[random.nextInt(5)];
            long a = random.nextBoolean() ? finitePattern(from, false) : near(from, to);
            modes(0, 0);
            var expected = ExactNumber.of(from, a).round(to, rounding, false);
            assertEquals(Long.toHexString(expected.bits()), Long.toHexString(FpConvert.convert(env, to, from, a, rounding)),
                    "%x from %d to %d, rounding %d".formatted(a, from, to, rounding));
            assertEquals(expected.flags(), flags());
        }
    }

    /** A number of the wide format that the narrow one can almost hold. */
    private long near(int from, int to) {
        modes(0, 0);
        while (true) {
            long narrow = FpConvert.convert(env, from, to, finitePattern(to, false));
            long near = narrow + random.nextInt(3) - 1;
            if (finite(from, narrow) && finite(from, near)) {
                return near;
            }
        }
    }

    @Test
    void fastPathsGiveWhatTheSlowOnesGive() {
        for (int i = 0; i < ROUNDS * 4; i++) {
            int format = SINGLE + (i & 1);
            int fpcr = random.nextInt(4) == 0 ? random.nextInt(32) << 22 : 0;
            int fpsr = random.nextBoolean() ? Env.IXC : 0;
            long a = pattern(format);
            long b = pattern(format);
            long c = pattern(format);
            same(fpcr, fpsr, "add", a, b, c, () -> Fp.add(env, format, a, b), () -> Soft.add(env, format, a, b));
            same(fpcr, fpsr, "mul", a, b, c, () -> Fp.mul(env, format, a, b), () -> Soft.mul(env, format, a, b, false));
            same(fpcr, fpsr, "div", a, b, c, () -> Fp.div(env, format, a, b), () -> Soft.div(env, format, a, b));
            same(fpcr, fpsr, "sqrt", a, b, c, () -> Fp.sqrt(env, format, a), () -> Soft.sqrt(env, format, a));
            same(fpcr, fpsr, "fma", a, b, c, () -> Fp.fma(env, format, c, a, b), () -> Soft.fma(env, format, c, a, b, 0, false));
            boolean signaling = random.nextBoolean();
            same(fpcr, fpsr, "compare", a, b, c,
                    () -> format == SINGLE ? FpCompare.compare32(env, a, b, signaling) : FpCompare.compare64(env, a, b, signaling),
                    () -> FpCompare.compare(env, format, a, b, signaling));
            if (format == DOUBLE) {
                same(fpcr, fpsr, "to int64", a, b, c, () -> FpConvert.toInt64(env, a),
                        () -> FpConvert.toFixed(env, DOUBLE, a, 64, 0, true, Rounding.ZERO));
                same(fpcr, fpsr, "to int32", a, b, c, () -> FpConvert.toInt32(env, a),
                        () -> FpConvert.toFixed(env, DOUBLE, a, 32, 0, true, Rounding.ZERO));
                same(fpcr, fpsr, "to single", a, b, c, () -> FpConvert.doubleToSingle(env, a), () -> FpConvert.convert(env, SINGLE, DOUBLE, a));
                long integer = a >> random.nextInt(64);
                same(fpcr, fpsr, "from int64", integer, b, c, () -> FpConvert.fromInt64(env, integer),
                        () -> FpConvert.fromFixed(env, DOUBLE, integer, 0, true));
            } else {
                same(fpcr, fpsr, "to double", a, b, c, () -> FpConvert.singleToDouble(env, a), () -> FpConvert.convert(env, DOUBLE, SINGLE, a));
            }
        }
    }

    private void same(int fpcr, int fpsr, String name, long a, long b, long c, java.util.function.LongSupplier fast, java.util.function.LongSupplier slow) {
        modes(fpcr, fpsr);
        long expected = slow.getAsLong();
        int expectedFlags = flags();
        modes(fpcr, fpsr);
        long result = fast.getAsLong();
        if (result != expected || flags() != expectedFlags) {
            assertEquals("%x, flags %x".formatted(expected, expectedFlags), "%x, flags %x".formatted(result, flags()),
                    "%s of %x, %x, %x with FPCR %x, FPSR %x".formatted(name, a, b, c, fpcr, fpsr));
        }
    }

    @Test
    void roundingToNearestIsWhatJavaComputes() {
        modes(0, 0);
        for (int i = 0; i < ROUNDS; i++) {
            long a = pattern(DOUBLE);
            long b = pattern(DOUBLE);
            double x = Double.longBitsToDouble(a);
            double y = Double.longBitsToDouble(b);
            assertEquals(x + y, Double.longBitsToDouble(Soft.add(env, DOUBLE, a, b)));
            assertEquals(x * y, Double.longBitsToDouble(Soft.mul(env, DOUBLE, a, b, false)));
            assertEquals(x / y, Double.longBitsToDouble(Soft.div(env, DOUBLE, a, b)));
            assertEquals(Math.sqrt(x), Double.longBitsToDouble(Soft.sqrt(env, DOUBLE, a)));
            assertEquals(Float.float16ToFloat((short) a), Float.intBitsToFloat((int) FpConvert.convert(env, SINGLE, HALF, a & 0xffff)));
            if (!Float.isNaN((float) x)) {
                assertEquals(Float.floatToFloat16((float) x),
                        (short) FpConvert.convert(env, HALF, SINGLE, Float.floatToRawIntBits((float) x) & 0xffff_ffffL));
            }
        }
    }
}

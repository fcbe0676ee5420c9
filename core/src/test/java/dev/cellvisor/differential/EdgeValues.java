package dev.cellvisor.differential;

import java.util.random.RandomGenerator;

/**
 * Registers for floating point at its edges: factors whose product lies within some units of the smallest normal number or of the largest, what a
 * product divides back to, ties between two singles, NaNs of both kinds. FPCR is 0, so that whoever computes with the host's own arithmetic does.
 */
final class EdgeValues {

    private EdgeValues() {
    }

    static Input input(RandomGenerator random, Setting setting) {
        Input input = Values.input(random, setting);
        input.set(Layout.FPCR, 0);
        input.set(Layout.FPSR, 0);
        boolean wide = random.nextBoolean();
        for (int register = 0; register < 32; register += 4) {
            long[] low = wide ? doubles(random) : singles(random);
            long[] high = wide ? doubles(random) : singles(random);
            for (int i = 0; i < 4; i++) {
                input.set(Layout.V + 16 * (register + i), low[i]);
                input.set(Layout.V + 16 * (register + i) + 8, high[i]);
            }
        }
        return input;
    }

    /** Two factors, their product, and something else. */
    private static long[] doubles(RandomGenerator random) {
        double target = switch (random.nextInt(4)) {
            case 0, 1 -> Double.MIN_NORMAL;
            case 2 -> Double.MAX_VALUE;
            default -> Double.MIN_VALUE * random.nextInt(1, 100);
        };
        double a = Math.scalb(1 + random.nextDouble(), random.nextInt(-500, 500)) * (random.nextBoolean() ? 1 : -1);
        double b = near(target / a, random);
        long other = random.nextInt(3) == 0 ? Values.ofDouble(random) : Double.doubleToRawLongBits(near((float) a, random));
        return new long[] {Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b), Double.doubleToRawLongBits(near(target, random)), other};
    }

    private static double near(double value, RandomGenerator random) {
        double result = value;
        for (int steps = random.nextInt(-3, 4); steps != 0; steps -= Integer.signum(steps)) {
            result = steps > 0 ? Math.nextUp(result) : Math.nextDown(result);
        }
        return result;
    }

    private static long[] singles(RandomGenerator random) {
        long[] four = new long[4];
        for (int shift = 0; shift < 64; shift += 32) {
            float target = switch (random.nextInt(4)) {
                case 0, 1 -> Float.MIN_NORMAL;
                case 2 -> Float.MAX_VALUE;
                default -> Float.MIN_VALUE * random.nextInt(1, 100);
            };
            float a = Math.scalb(1 + random.nextFloat(), random.nextInt(-60, 60)) * (random.nextBoolean() ? 1 : -1);
            float[] values = {a, near(target / a, random), near(target, random), near(1 / a, random)};
            for (int i = 0; i < 4; i++) {
                int bits = random.nextInt(12) == 0 ? Values.ofSingle(random) : Float.floatToRawIntBits(values[i]);
                four[i] |= (bits & 0xffff_ffffL) << shift;
            }
        }
        return four;
    }

    private static float near(float value, RandomGenerator random) {
        float result = value;
        for (int steps = random.nextInt(-3, 4); steps != 0; steps -= Integer.signum(steps)) {
            result = steps > 0 ? Math.nextUp(result) : Math.nextDown(result);
        }
        return result;
    }
}

package dev.cellvisor.cpu.a64.fp;

/** Rounding modes: the first four as FPCR.RMode has them. */
public final class Rounding {
    /** To nearest, ties to even. */
    public static final int NEAREST = 0;
    /** Towards plus infinity. */
    public static final int UP = 1;
    /** Towards minus infinity. */
    public static final int DOWN = 2;
    /** Towards zero. */
    public static final int ZERO = 3;
    /** To nearest, ties away from zero: conversions to integers only. */
    public static final int AWAY = 4;
    /** To odd: towards zero with the last bit set if inexact (FCVTXN). */
    public static final int ODD = 5;

    private Rounding() {
    }

    /** FPCR's rounding mode. */
    public static int ofFpcr(long env) {
        return Env.rounding(env);
    }

    /** Whether a magnitude goes up, which is {@code odd} in its last kept bit and has {@code rest} below, out of 2 * {@code half}. */
    static boolean increments(int rounding, boolean negative, boolean odd, long rest, long half) {
        return switch (rounding) {
            case NEAREST -> rest > half || rest == half && odd;
            case UP -> rest != 0 && !negative;
            case DOWN -> rest != 0 && negative;
            case AWAY -> rest >= half;
            default -> false;
        };
    }

    /** Whether what is too large becomes infinity, and not the largest number. */
    static boolean overflowsToInfinity(int rounding, boolean negative) {
        return switch (rounding) {
            case NEAREST, AWAY -> true;
            case UP -> !negative;
            case DOWN -> negative;
            default -> false;
        };
    }
}

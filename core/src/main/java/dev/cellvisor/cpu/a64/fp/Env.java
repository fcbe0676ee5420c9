package dev.cellvisor.cpu.a64.fp;

import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.setInt;

/** FPCR and FPSR (Arm ARM, C5.2.7, C5.2.8) at an environment's address. */
final class Env {
    /** FPSR: invalid operation. */
    static final int IOC = 1;
    /** FPSR: division by zero. */
    static final int DZC = 2;
    /** FPSR: overflow. */
    static final int OFC = 4;
    /** FPSR: underflow. */
    static final int UFC = 8;
    /** FPSR: inexact. */
    static final int IXC = 16;
    /** FPSR: input denormal (flushed to zero). */
    static final int IDC = 128;

    /** FPCR: alternative half precision. */
    static final int AHP = 1 << 26;
    /** FPCR: default NaN. */
    static final int DN = 1 << 25;
    /** FPCR: flush to zero, single and double. */
    static final int FZ = 1 << 24;
    /** FPCR: flush to zero, half. */
    static final int FZ16 = 1 << 19;

    private static final int RMODE_SHIFT = 22;
    private static final int FPSR = 8;

    private Env() {
    }

    static int fpcr(long env) {
        return getInt(env);
    }

    /** FPCR.RMode: {@link Rounding#NEAREST} to {@link Rounding#ZERO}. */
    static int rounding(long env) {
        return getInt(env) >>> RMODE_SHIFT & 3;
    }

    /** Sets cumulative flags. */
    static void raise(long env, int flags) {
        setInt(env + FPSR, getInt(env + FPSR) | flags);
    }

    /** Round to nearest and no flushing of single and double: the modes of Java's arithmetic. */
    static boolean plain(long env) {
        return (getInt(env) & (FZ | 3 << RMODE_SHIFT)) == 0;
    }

    /** Whether the inexact flag is already set, so that setting it again need not be decided. */
    static boolean inexactKnown(long env) {
        return (getInt(env + FPSR) & IXC) != 0;
    }

    /** Whether subnormal numbers of a format are flushed to zero. */
    static boolean flushes(long env, int format) {
        return (getInt(env) & (format == Format.HALF ? FZ16 : FZ)) != 0;
    }
}

package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.xm;

/** Rm shifted right or rotated as shift (bits 23:22) and imm6 (bits 15:10) say: 1 is LSR, 2 ASR, 3 ROR. LSL has instructions of its own. */
final class Shifted {

    private Shifted() {
    }

    static long x(long s, long d) {
        long m = xm(s, d);
        int amount = (int) d >>> 10 & 63;
        return switch ((int) d >>> 22 & 3) {
            case 1 -> m >>> amount;
            case 2 -> m >> amount;
            default -> Long.rotateRight(m, amount);
        };
    }

    static int w(long s, long d) {
        int m = (int) xm(s, d);
        int amount = (int) d >>> 10 & 31;
        return switch ((int) d >>> 22 & 3) {
            case 1 -> m >>> amount;
            case 2 -> m >> amount;
            default -> Integer.rotateRight(m, amount);
        };
    }
}

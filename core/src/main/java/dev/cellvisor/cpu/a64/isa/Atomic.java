package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Mem.tlb;

/** What atomic instructions of 1 to 8 bytes share: their size is in bits 31:30, the operand in Rs (bits 20:16). */
final class Atomic {

    private Atomic() {
    }

    /** Rn, aligned to the size. An alignment fault is one of a read too (Arm ARM, ESR_ELx.ISS.WnR; QEMU 7.2 on one thread). */
    static long address(Core c, long s, long d) {
        return Base.aligned(c, s, d, 1 << sizeShift(d), false);
    }

    private static int sizeShift(long d) {
        return (int) d >>> 30;
    }

    /** Reads memory, zero-extended. */
    static long load(Core c, long s, long d, long va) {
        return switch (sizeShift(d)) {
            case 0 -> Mem.ld8(c, tlb(s), va);
            case 1 -> Mem.ld16(c, tlb(s), va);
            case 2 -> Mem.ld32(c, tlb(s), va);
            default -> Mem.ld64(c, tlb(s), va);
        };
    }

    /** Writes the low bits of {@code value} to memory. */
    static void store(Core c, long s, long d, long va, long value) {
        switch (sizeShift(d)) {
            case 0 -> Mem.st8(c, tlb(s), va, value);
            case 1 -> Mem.st16(c, tlb(s), va, value);
            case 2 -> Mem.st32(c, tlb(s), va, value);
            default -> Mem.st64(c, tlb(s), va, value);
        }
    }

    /** Writes memory, then Rt with what memory held. */
    static void finish(Core c, long s, long d, long va, long old, long value) {
        store(c, s, d, va, value);
        Regs.setXd(s, d, old);
    }

    /** Rs, cut to the size. */
    static long source(long s, long d) {
        int unused = 64 - (8 << sizeShift(d));
        return Regs.xm(s, d) << unused >>> unused;
    }

    /** A value of the size, sign-extended. */
    static long signed(long value, long d) {
        int unused = 64 - (8 << sizeShift(d));
        return value << unused >> unused;
    }
}

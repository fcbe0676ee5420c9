package dev.cellvisor.cpu.a64.isa;

/** The 8-bit immediate of FMOV: sign, 3 bits of exponent, 4 of fraction (Arm ARM, VFPExpandImm). */
final class FpImmediate {

    private FpImmediate() {
    }

    /** As half precision. */
    static long half(int imm8) {
        return (imm8 & 0x80) << 8 | ((imm8 & 0x40) != 0 ? 0x3000 : 0x4000) | (imm8 & 0x3f) << 6;
    }

    /** As single precision. */
    static long single(int imm8) {
        return (imm8 & 0x80L) << 24 | ((imm8 & 0x40) != 0 ? 0x3e00_0000 : 0x4000_0000) | (imm8 & 0x3f) << 19;
    }

    /** As double precision. */
    static long dbl(int imm8) {
        return (imm8 & 0x80L) << 56 | ((imm8 & 0x40) != 0 ? 0x3fc0_0000_0000_0000L : 0x4000_0000_0000_0000L) | (imm8 & 0x3fL) << 48;
    }
}

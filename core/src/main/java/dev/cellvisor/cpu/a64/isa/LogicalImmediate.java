package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setNzcv;
import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.setXd;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

/** AND, ORR, EOR, ANDS (immediate). */
@Family("Logical (immediate)")
final class LogicalImmediate {

    /** The immediate for each N:immr:imms (bits 22:10); 0, which is no bitmask, where the encoding is reserved. */
    private static final long[] BITMASKS = bitmasks();

    private LogicalImmediate() {
    }

    /** The immediate of a decoded or undecoded word: N:immr:imms are bits 22:10. */
    static long bitmask(long d) {
        return BITMASKS[(int) d >>> 10 & 0x1fff];
    }

    /** Arm ARM, DecodeBitMasks: a run of imms + 1 ones in an element of 2 to 64 bits, rotated right by immr, repeated over 64 bits. */
    private static long[] bitmasks() {
        long[] masks = new long[1 << 13];
        for (int i = 0; i < masks.length; i++) {
            int immr = i >>> 6 & 63;
            int imms = i & 63;
            int highest = 31 - Integer.numberOfLeadingZeros((i >>> 12) << 6 | ~imms & 63);
            int size = highest < 1 ? 0 : 1 << highest;
            int ones = (imms & size - 1) + 1;
            if (size == 0 || ones == size) {
                continue;
            }
            long run = (1L << ones) - 1;
            int turn = immr & size - 1;
            long element = size == 64 ? Long.rotateRight(run, turn) : (run >>> turn | run << size - turn) & (1L << size) - 1;
            for (int at = 0; at < 64; at += size) {
                masks[i] |= element << at;
            }
        }
        return masks;
    }

    @Insn(bits = "1 00 100100 N:1 immr:6 imms:6 Rn Rd|SP", asm = "and <Xd|SP>, <Xn>, <{bitmask}>",
            where = "imms != 63 && (N == 1 || imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61)")
    static void and64(long s, long d) {
        setXd(s, d, xn(s, d) & bitmask(d));
    }

    @Insn(bits = "0 00 100100 0 immr:6 imms:6 Rn Rd|SP", asm = "and <Wd|WSP>, <Wn>, <{bitmask}>",
            where = "imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61")
    static void and32(long s, long d) {
        setWd(s, d, xn(s, d) & bitmask(d));
    }

    @Insn(bits = "1 01 100100 N:1 immr:6 imms:6 Rn Rd|SP", asm = "orr <Xd|SP>, <Xn>, <{bitmask}>",
            where = "imms != 63 && (N == 1 || imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61)",
            alias = "Rn == 31 => mov <Xd|SP>, <{movbitmask}>")
    static void orr64(long s, long d) {
        setXd(s, d, xn(s, d) | bitmask(d));
    }

    @Insn(bits = "0 01 100100 0 immr:6 imms:6 Rn Rd|SP", asm = "orr <Wd|WSP>, <Wn>, <{bitmask}>",
            where = "imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61",
            alias = "Rn == 31 => mov <Wd|WSP>, <{movbitmask}>")
    static void orr32(long s, long d) {
        setWd(s, d, xn(s, d) | bitmask(d));
    }

    @Insn(bits = "1 10 100100 N:1 immr:6 imms:6 Rn Rd|SP", asm = "eor <Xd|SP>, <Xn>, <{bitmask}>",
            where = "imms != 63 && (N == 1 || imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61)")
    static void eor64(long s, long d) {
        setXd(s, d, xn(s, d) ^ bitmask(d));
    }

    @Insn(bits = "0 10 100100 0 immr:6 imms:6 Rn Rd|SP", asm = "eor <Wd|WSP>, <Wn>, <{bitmask}>",
            where = "imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61")
    static void eor32(long s, long d) {
        setWd(s, d, xn(s, d) ^ bitmask(d));
    }

    @Insn(bits = "1 11 100100 N:1 immr:6 imms:6 Rn Rd", asm = "ands <Xd>, <Xn>, <{bitmask}>",
            where = "imms != 63 && (N == 1 || imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61)",
            alias = "Rd == 31 => tst <Xn>, <{bitmask}>")
    static void ands64(long s, long d) {
        long r = xn(s, d) & bitmask(d);
        setNzcv(s, Flags.logic64(r));
        setXd(s, d, r);
    }

    @Insn(bits = "0 11 100100 0 immr:6 imms:6 Rn Rd", asm = "ands <Wd>, <Wn>, <{bitmask}>",
            where = "imms != 31 && imms != 47 && imms != 55 && imms != 59 && imms < 61",
            alias = "Rd == 31 => tst <Wn>, <{bitmask}>")
    static void ands32(long s, long d) {
        int r = (int) (xn(s, d) & bitmask(d));
        setNzcv(s, Flags.logic32(r));
        setWd(s, d, r);
    }
}

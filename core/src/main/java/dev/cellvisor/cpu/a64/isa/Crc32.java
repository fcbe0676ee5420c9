package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.isa.Regs.setWd;
import static dev.cellvisor.cpu.a64.isa.Regs.xm;
import static dev.cellvisor.cpu.a64.isa.Regs.xn;

import dev.cellvisor.cpu.a64.isa.Family.Group;

/** CRC32B, CRC32H, CRC32W, CRC32X and the CRC32C ones. Neither the accumulator nor the result is inverted. */
@Family(value = "Data-processing (2 source), CRC32", group = Group.RARE)
final class Crc32 {
    /** 0x04C11DB7 and 0x1EDC6F41, bit-reversed. */
    private static final int[] CRC32 = table(0xedb8_8320);
    private static final int[] CRC32C = table(0x82f6_3b78);

    private Crc32() {
    }

    private static int[] table(int polynomial) {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) != 0 ? polynomial : 0);
            }
            table[i] = crc;
        }
        return table;
    }

    /** The data's size is in bits 11:10. */
    private static void update(long s, long d, int[] table) {
        int crc = (int) xn(s, d);
        long data = xm(s, d);
        for (int bytes = 1 << ((int) d >>> 10 & 3); bytes > 0; bytes--) {
            crc = crc >>> 8 ^ table[(crc ^ (int) data) & 0xff];
            data >>>= 8;
        }
        setWd(s, d, crc);
    }

    @Insn(bits = "0 0 0 11010110 Rm 010 0 00 Rn Rd", asm = "crc32b <Wd>, <Wn>, <Wm>", feature = Feature.CRC32)
    @Insn(bits = "0 0 0 11010110 Rm 010 0 01 Rn Rd", asm = "crc32h <Wd>, <Wn>, <Wm>", feature = Feature.CRC32)
    @Insn(bits = "0 0 0 11010110 Rm 010 0 10 Rn Rd", asm = "crc32w <Wd>, <Wn>, <Wm>", feature = Feature.CRC32)
    @Insn(bits = "1 0 0 11010110 Rm 010 0 11 Rn Rd", asm = "crc32x <Wd>, <Wn>, <Xm>", feature = Feature.CRC32)
    static void crc32(long s, long d) {
        update(s, d, CRC32);
    }

    @Insn(bits = "0 0 0 11010110 Rm 010 1 00 Rn Rd", asm = "crc32cb <Wd>, <Wn>, <Wm>", feature = Feature.CRC32)
    @Insn(bits = "0 0 0 11010110 Rm 010 1 01 Rn Rd", asm = "crc32ch <Wd>, <Wn>, <Wm>", feature = Feature.CRC32)
    @Insn(bits = "0 0 0 11010110 Rm 010 1 10 Rn Rd", asm = "crc32cw <Wd>, <Wn>, <Wm>", feature = Feature.CRC32)
    @Insn(bits = "1 0 0 11010110 Rm 010 1 11 Rn Rd", asm = "crc32cx <Wd>, <Wn>, <Xm>", feature = Feature.CRC32)
    static void crc32c(long s, long d) {
        update(s, d, CRC32C);
    }
}

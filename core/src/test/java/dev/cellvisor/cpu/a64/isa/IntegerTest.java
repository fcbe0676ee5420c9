package dev.cellvisor.cpu.a64.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data processing: corner cases, and results computed in another way. */
class IntegerTest {
    private static final int N = 8;
    private static final int Z = 4;
    private static final int C = 2;
    private static final int V = 1;

    private final OneCpu cpu = new OneCpu();
    private final Random random = new Random(1);

    @AfterEach
    void close() {
        cpu.close();
    }

    @Test
    void additionSetsCarryAndOverflowApart() {
        cpu.x(1, Long.MAX_VALUE).x(2, 1).run(0xab020020 /* adds x0, x1, x2 */);
        assertEquals(Long.MIN_VALUE, cpu.x(0));
        assertEquals(N | V, cpu.nzcv());
        cpu.x(1, -1).x(2, 1).run(0xab020020 /* adds x0, x1, x2 */);
        assertEquals(0, cpu.x(0));
        assertEquals(Z | C, cpu.nzcv());
    }

    @Test
    void subtractionSetsCarryWhereNothingIsBorrowed() {
        cpu.x(1, 5).x(2, 5).run(0xeb02003f /* cmp x1, x2 */);
        assertEquals(Z | C, cpu.nzcv());
        cpu.x(1, 5).x(2, 6).run(0x6b02003f /* cmp w1, w2 */);
        assertEquals(N, cpu.nzcv());
        cpu.x(1, 0x8000_0000L).x(2, 1).run(0x6b02003f /* cmp w1, w2 */);
        assertEquals(C | V, cpu.nzcv());
    }

    @Test
    void aWordResultClearsTheUpperHalf() {
        cpu.x(0, -1).x(1, 0xffff_ffff_0000_0001L).x(2, 0xffff_ffff_ffff_fffeL).run(0x0b020020 /* add w0, w1, w2 */);
        assertEquals(0xffff_ffffL, cpu.x(0));
        cpu.x(0, -1).run(0x72a24680 /* movk w0, #0x1234, lsl #16 */);
        assertEquals(0x1234_ffffL, cpu.x(0));
    }

    @Test
    void carryRunsThroughLongAdditionAndSubtraction() {
        for (int i = 0; i < 200; i++) {
            long a = value();
            long b = value();
            int carry = i & 1;
            BigInteger sum = unsigned(a).add(unsigned(b)).add(BigInteger.valueOf(carry));
            cpu.x(1, a).x(2, b).nzcv(carry << 1).run(0xba020020 /* adcs x0, x1, x2 */);
            assertEquals(sum.longValue(), cpu.x(0));
            assertEquals(sum.testBit(64), (cpu.nzcv() & C) != 0);
            BigInteger signed = BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)).subtract(BigInteger.valueOf(1 - carry));
            cpu.x(1, a).x(2, b).nzcv(carry << 1).run(0xfa020020 /* sbcs x0, x1, x2 */);
            assertEquals(signed.longValue(), cpu.x(0));
            assertEquals(signed.bitLength() > 63, (cpu.nzcv() & V) != 0);
            assertEquals(unsigned(a).compareTo(unsigned(b).add(BigInteger.valueOf(1 - carry))) >= 0, (cpu.nzcv() & C) != 0);
        }
    }

    @Test
    void extendedRegistersAreCutBeforeTheShift() {
        cpu.x(1, 1000).x(2, 0x1ff).run(0x8b220820 /* add x0, x1, w2, uxtb #2 */);
        assertEquals(1000 + 0xff * 4, cpu.x(0));
        cpu.x(1, 1000).x(2, 0x1_8000_0000L).run(0xcb22d020 /* sub x0, x1, w2, sxtw #4 */);
        assertEquals(1000 + (1L << 35), cpu.x(0));
        cpu.set("SP", 0x100).x(2, 3).run(0xcb2273ff /* sub sp, sp, x2, lsl #4 */);
        assertEquals(0xd0, cpu.get("SP"));
    }

    @Test
    void thereAre5334BitmaskImmediatesAndEachIsARunOfOnesRepeated() {
        var found = new TreeSet<Long>();
        var decoder = new Decoder(java.util.EnumSet.of(Feature.BASE));
        for (int bits = 0; bits < 1 << 13; bits++) {
            int word = 0xb200_03e0 | bits << 10; // orr x0, xzr, #…
            if (decoder.operation(word) == Decoder.UNDEFINED) {
                continue;
            }
            long value = cpu.run(word).x(0);
            assertTrue(found.add(value) || bits >> 12 == 0, "only element sizes below 64 have spare bits in immr");
            int ones = Long.bitCount(value);
            int changes = Long.bitCount(value ^ Long.rotateRight(value, 1)) / 2;
            assertTrue(ones > 0 && ones < 64 && Integer.bitCount(changes) == 1 && Long.rotateRight(value, 64 / changes) == value);
        }
        assertEquals(5334, found.size());
    }

    @Test
    void bitfieldMovesDoWhatTheManualsPseudocodeDoes() {
        int[] words = {0x9340_0000, 0xb340_0000, 0xd340_0000, 0x1300_0000, 0x3300_0000, 0x5300_0000}; // SBFM, BFM, UBFM; X, W
        for (int i = 0; i < 3000; i++) {
            int kind = i % 3;
            int size = i % 2 == 0 ? 64 : 32;
            int immr = random.nextInt(size);
            int imms = random.nextInt(size);
            long source = value();
            long old = value();
            cpu.x(0, old).x(1, source).run(words[kind + (size == 64 ? 0 : 3)] | immr << 16 | imms << 10 | 1 << 5);
            assertEquals(bitfield(kind, size, immr, imms, source, old), cpu.x(0), "immr " + immr + ", imms " + imms);
        }
    }

    /** Bit by bit: Arm ARM, the operation of BFM, SBFM and UBFM. */
    private static long bitfield(int kind, int size, int immr, int imms, long source, long old) {
        long result = kind == 1 ? old : 0;
        int from = imms >= immr ? immr : 0;
        int to = imms >= immr ? 0 : size - immr;
        for (int bit = from; bit <= imms; bit++) {
            long mask = 1L << to + bit - from;
            result = result & ~mask | ((source >>> bit & 1) != 0 ? mask : 0);
        }
        if (kind == 0 && (source >>> imms & 1) != 0) {
            result |= -1L << to + imms - from;
        }
        return size == 32 ? result & 0xffff_ffffL : result;
    }

    @Test
    void extractTakesBitsFromBothRegisters() {
        cpu.x(1, 0x1122_3344_5566_7788L).x(2, 0x99aa_bbcc_ddee_ff00L).run(0x93c24020 /* extr x0, x1, x2, #16 */);
        assertEquals(0x7788_99aa_bbcc_ddeeL, cpu.x(0));
        assertEquals(0x99aa_bbcc_ddee_ff00L, cpu.run(0x93c20020 /* extr x0, x1, x2, #0 */).x(0));
        assertEquals(0x88dd_eeffL, cpu.run(0x13822020 /* extr w0, w1, w2, #8 */).x(0));
    }

    @Test
    void aConditionalComparisonThatFailsSetsTheFlagsItNames() {
        cpu.x(1, 3).nzcv(Z).run(0xfa430829 /* ccmp x1, #3, #9, eq */);
        assertEquals(Z | C, cpu.nzcv());
        cpu.x(1, 3).nzcv(0).run(0xfa430829 /* ccmp x1, #3, #9, eq */);
        assertEquals(N | V, cpu.nzcv());
        cpu.x(1, 3).x(2, -3).nzcv(C).run(0x3a422020 /* ccmn w1, w2, #0, hs */);
        assertEquals(Z | C, cpu.nzcv());
    }

    @Test
    void conditionalSelectIncrementsInvertsOrNegatesTheSecond() {
        cpu.x(1, 5).x(2, 7).nzcv(Z);
        assertEquals(5, cpu.run(0x9a820020 /* csel x0, x1, x2, eq */).x(0));
        assertEquals(8, cpu.run(0x9a821420 /* csinc x0, x1, x2, ne */).x(0));
        assertEquals(0xffff_fff8L, cpu.run(0x5a821020 /* csinv w0, w1, w2, ne */).x(0));
        assertEquals(-7, cpu.run(0xda821420 /* csneg x0, x1, x2, ne */).x(0));
        assertEquals(5, cpu.run(0x9a82f020 /* csel x0, x1, x2, nv */).x(0), "nv always holds");
    }

    @Test
    void divisionNeverTraps() {
        cpu.x(1, 7).x(2, 0);
        assertEquals(0, cpu.run(0x9ac20820 /* udiv x0, x1, x2 */).x(0));
        assertEquals(0, cpu.run(0x1ac20c20 /* sdiv w0, w1, w2 */).x(0));
        cpu.x(1, Long.MIN_VALUE).x(2, -1);
        assertEquals(Long.MIN_VALUE, cpu.run(0x9ac20c20 /* sdiv x0, x1, x2 */).x(0));
        assertEquals(0, cpu.run(0x9ac20820 /* udiv x0, x1, x2 */).x(0));
        cpu.x(1, 0x8000_0000L).x(2, 0xffff_ffffL);
        assertEquals(0x8000_0000L, cpu.run(0x1ac20c20 /* sdiv w0, w1, w2 */).x(0));
        cpu.x(1, 0xffff_ffff_ffff_fff9L).x(2, 2);
        assertEquals(-3, cpu.run(0x9ac20c20 /* sdiv x0, x1, x2 */).x(0), "towards zero");
        assertEquals(0x7fff_fffcL, cpu.run(0x1ac20820 /* udiv w0, w1, w2 */).x(0));
    }

    @Test
    void shiftsByARegisterTakeTheAmountModuloTheWidth() {
        cpu.x(1, 0x8000_0001L).x(2, 33);
        assertEquals(2, cpu.run(0x1ac22020 /* lsl w0, w1, w2 */).x(0));
        assertEquals(0xc000_0000L, cpu.run(0x1ac22820 /* asr w0, w1, w2 */).x(0));
        assertEquals(0xc000_0000L, cpu.run(0x1ac22c20 /* ror w0, w1, w2 */).x(0));
        assertEquals(0x1_0000_0002L << 32, cpu.run(0x9ac22020 /* lsl x0, x1, x2 */).x(0));
    }

    @Test
    void longMultiplicationHasAllBits() {
        for (int i = 0; i < 200; i++) {
            long a = value();
            long b = value();
            cpu.x(1, a).x(2, b).x(3, value());
            assertEquals(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).shiftRight(64).longValue(), cpu.run(0x9b427c20 /* smulh x0, x1, x2 */).x(0));
            assertEquals(unsigned(a).multiply(unsigned(b)).shiftRight(64).longValue(), cpu.run(0x9bc27c20 /* umulh x0, x1, x2 */).x(0));
            assertEquals(cpu.x(3) - (long) (int) a * (int) b, cpu.run(0x9b228c20 /* smsubl x0, w1, w2, x3 */).x(0));
            assertEquals(cpu.x(3) + (a & 0xffff_ffffL) * (b & 0xffff_ffffL), cpu.run(0x9ba20c20 /* umaddl x0, w1, w2, x3 */).x(0));
        }
    }

    @Test
    void bitsAndBytesTurnRound() {
        cpu.x(1, 0x0123_4567_89ab_cdefL);
        assertEquals(0xf7b3_d591_e6a2_c480L, cpu.run(0xdac00020 /* rbit x0, x1 */).x(0));
        assertEquals(0xefcd_ab89_6745_2301L, cpu.run(0xdac00c20 /* rev x0, x1 */).x(0));
        assertEquals(0x6745_2301_efcd_ab89L, cpu.run(0xdac00820 /* rev32 x0, x1 */).x(0));
        assertEquals(0x2301_6745_ab89_efcdL, cpu.run(0xdac00420 /* rev16 x0, x1 */).x(0));
        assertEquals(0xefcd_ab89L, cpu.run(0x5ac00820 /* rev w0, w1 */).x(0));
        assertEquals(7, cpu.run(0xdac01020 /* clz x0, x1 */).x(0));
        assertEquals(6, cpu.run(0xdac01420 /* cls x0, x1 */).x(0));
        assertEquals(0, cpu.run(0x5ac01420 /* cls w0, w1 */).x(0));
        cpu.x(1, -1);
        assertEquals(63, cpu.run(0xdac01420 /* cls x0, x1 */).x(0));
        assertEquals(31, cpu.run(0x5ac01420 /* cls w0, w1 */).x(0));
    }

    @Test
    void crcsAreJavasOwn() {
        byte[] data = new byte[15];
        random.nextBytes(data);
        assertEquals(checksum(new CRC32(), data), crc(data, 0x9ac14c00 /* crc32x w0, w0, x1 */, 0x1ac14800 /* crc32w w0, w0, w1 */, 0x1ac14400 /* crc32h w0, w0, w1 */, 0x1ac14000 /* crc32b w0, w0, w1 */));
        assertEquals(checksum(new CRC32C(), data), crc(data, 0x9ac15c00 /* crc32cx w0, w0, x1 */, 0x1ac15800 /* crc32cw w0, w0, w1 */, 0x1ac15400 /* crc32ch w0, w0, w1 */, 0x1ac15000 /* crc32cb w0, w0, w1 */));
    }

    private static long checksum(Checksum checksum, byte[] data) {
        checksum.update(data);
        return checksum.getValue();
    }

    private long crc(byte[] data, int... words) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < 8; i++) {
            low |= (data[i] & 0xffL) << 8 * i;
            high |= i < 7 ? (data[8 + i] & 0xffL) << 8 * i : 0;
        }
        cpu.x(0, 0xffff_ffffL).x(1, low).run(words[0]);
        cpu.x(1, high).run(words[1]);
        cpu.x(1, high >>> 32).run(words[2]);
        cpu.x(1, high >>> 48).run(words[3]);
        return ~cpu.x(0) & 0xffff_ffffL;
    }

    @Test
    void addressesAreRelativeToTheInstruction() {
        assertEquals(OneCpu.CODE - 1, cpu.run(0x70ffffe0 /* adr x0, .-1 */).x(0));
        assertEquals(OneCpu.CODE - 0x1000, cpu.run(0xf0ffffe0 /* adrp x0, the page before */).x(0));
    }

    @Test
    void flagManipulation() {
        cpu.nzcv(0).x(1, 0xb0).run(0xba020425 /* rmif x1, #4, #5 */);
        assertEquals(Z & 0xb | 0xb & 5, cpu.nzcv());
        cpu.nzcv(C).x(1, 0x80).run(0x3a00082d /* setf8 w1 */);
        assertEquals(N | C | V, cpu.nzcv());
        cpu.nzcv(C).x(1, 0x1_0000).run(0x3a00482d /* setf16 w1 */);
        assertEquals(Z | C | V, cpu.nzcv());
        assertEquals(Z | V, cpu.run(0xd500401f /* cfinv */).nzcv());
    }

    private long value() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(3) - 1;
            case 2 -> Long.MIN_VALUE + random.nextInt(3) - 1;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private static BigInteger unsigned(long x) {
        return new BigInteger(Long.toUnsignedString(x));
    }
}

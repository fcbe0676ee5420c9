package dev.cellvisor.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes a load or store hit the data window: the instructions that put base and index into their registers before it. */
final class MemoryOperands {
    private static final int SP = 31;

    private final RandomGenerator random;
    private final Setting setting;

    MemoryOperands(RandomGenerator random, Setting setting) {
        this.random = random;
        this.setting = setting;
    }

    /**
     * The words to execute, the given one (perhaps with other registers) last; {@code null} if it cannot be used as it is because its
     * result would be CONSTRAINED UNPREDICTABLE (Arm ARM, K1.2.1).
     */
    List<Integer> prepare(Kind kind, int w) {
        int rn = w >>> 5 & 31;
        // With the MMU off all data is Device memory, where alignment faults are due and QEMU 7.2 raises none: SP with an odd offset would be one.
        if (unpredictable(kind, w) || rn == SP && !setting.mmu() && kind != Kind.LITERAL) {
            return null;
        }
        List<Integer> words = new ArrayList<>();
        int size = sizeBytes(kind, w);
        if (random.nextInt(200) == 0 && setting.mmu() && rn != SP && !storeExclusive(kind, w) && !loadAcquireRcpc(w)) {
            words.add(w); // With whatever the base happens to hold: most likely an abort.
            return words;
        }
        switch (kind) {
            case BASE_ONLY -> {
                base(words, rn, address(size, random.nextInt(30) != 0 || loadAcquireRcpc(w)), 0);
                if (storeExclusive(kind, w)) {
                    Integer load = loadFor(w);
                    // With a load of another size before it, the outcome would be CONSTRAINED UNPREDICTABLE (Arm ARM, B2.12.5).
                    words.add(load == null || random.nextInt(4) == 0 ? CodeBuilder.CLREX : load);
                    if (random.nextInt(16) == 0) {
                        words.add(CodeBuilder.CLREX);
                    }
                    if (random.nextInt(10) == 0) {
                        base(words, rn, address(size, true), 0);
                    }
                }
                words.add(w);
            }
            case STRUCTURE -> {
                base(words, rn, address(size, false), 0);
                words.add(w);
            }
            case IMMEDIATE9 -> {
                boolean post = (w & 0x3b20_0c00) == 0x3800_0400;
                base(words, rn, address(size, ordered(w)), post ? 0 : w << 11 >> 23);
                words.add(w);
            }
            case IMMEDIATE12 -> {
                base(words, rn, address(size, false), (w >>> 10 & 0xfff) * (long) size);
                words.add(w);
            }
            case PAIR -> {
                boolean post = (w >>> 23 & 3) == 1;
                base(words, rn, address(2 * size, false), post ? 0 : (w << 10 >> 25) * (long) size);
                words.add(w);
            }
            case AUTHENTICATED -> {
                base(words, rn, address(8, false), ((w >>> 12 & 0x1ff) - (w >>> 22 & 1) * 512) * 8L);
                words.add(w);
            }
            case REGISTER_OFFSET -> {
                return registerOffset(w, size);
            }
            case LITERAL -> {
                words.add(w & 0xff00_001f | (random.nextInt(-24, 24) & 0x7ffff) << 5);
            }
            default -> throw new IllegalArgumentException(kind + " is no load or store");
        }
        return words;
    }

    private List<Integer> registerOffset(int w, int size) {
        int rm = w >>> 16 & 31;
        int rn = w >>> 5 & 31;
        int option = w >>> 13 & 7;
        List<Integer> words = new ArrayList<>();
        long index = 0;
        if (rm != 31) {
            if (rm == rn) {
                return null;
            }
            index = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(-100, 100);
            words.addAll(CodeBuilder.constant(rm, index));
        }
        long extended = switch (option) {
            case 2 -> index & 0xffff_ffffL;
            case 6 -> (int) index;
            default -> index;
        };
        int shift = (w >>> 12 & 1) != 0 ? Integer.numberOfTrailingZeros(size) : 0;
        long target = address(size, false);
        if (rn == SP) {
            target -= target - (extended << shift) & 15;
        }
        // SP is loaded through another register, which may not be the index.
        int through = rn == SP ? rm == 9 ? 10 : 9 : rn;
        words.addAll(CodeBuilder.constant(through, target - (extended << shift)));
        if (rn == SP) {
            words.add(CodeBuilder.addImmediate(SP, through, 0));
        }
        words.add(w);
        return words;
    }

    /** Puts {@code target - offset} into the base register. */
    private void base(List<Integer> words, int rn, long target, long offset) {
        long base = target - offset;
        if (rn != SP) {
            words.addAll(CodeBuilder.constant(rn, base));
            return;
        }
        // QEMU 7.2 does not check SP's alignment (its gen_check_sp_alignment is empty), so here it is always aligned.
        base &= -16;
        words.addAll(CodeBuilder.constant(9, base));
        words.add(CodeBuilder.addImmediate(SP, 9, 0));
    }

    /** An address in the window; unaligned and page-crossing ones are frequent unless it is to be aligned. */
    private long address(int size, boolean aligned) {
        long middle = setting.window();
        int half = Layout.WINDOW_HALF;
        int choice = random.nextInt(4);
        boolean align = aligned || !setting.mmu() || setting.alignmentCheck() && random.nextInt(8) != 0;
        long address;
        if (choice == 0 && size > 1 && !align) {
            address = middle - random.nextInt(1, size);
        } else {
            address = middle + random.nextInt(-half, half - size + 1);
        }
        if (align || choice >= 2) {
            address &= -Math.min(size, 16);
        }
        return address;
    }

    /** Bytes of one register's part of the access. */
    static int sizeBytes(Kind kind, int w) {
        int size = w >>> 30;
        boolean vector = (w >>> 26 & 1) != 0;
        return switch (kind) {
            case PAIR -> vector ? 4 << size : size == 2 ? 8 : 4;
            case IMMEDIATE9, IMMEDIATE12, REGISTER_OFFSET -> vector && (w >>> 23 & 1) != 0 ? 16 : 1 << size;
            case BASE_ONLY -> {
                boolean exclusive = (w & 0x3f00_0000) == 0x0800_0000;
                boolean o2 = (w >>> 23 & 1) != 0;
                boolean o1 = (w >>> 21 & 1) != 0;
                // LDXP, STXP, CASP: two registers.
                yield exclusive && o1 && !o2 ? size >= 2 ? 2 << size : 8 << size : 1 << size;
            }
            case STRUCTURE -> 64;
            default -> 8;
        };
    }

    /** LDAPR must be aligned (Arm ARM, B2.5.2), which QEMU 7.2 does not check. */
    private static boolean loadAcquireRcpc(int w) {
        return (w & 0x3ffffc00) == 0x38bfc000;
    }

    private static boolean ordered(int w) {
        return (w & 0x3f20_0c00) == 0x1900_0000;
    }

    /** STXR, STLXR, STXP, STLXP. */
    private static boolean storeExclusive(Kind kind, int w) {
        return kind == Kind.BASE_ONLY && (w & 0x3fc0_0000) == 0x0800_0000 && ((w >>> 21 & 1) == 0 || w >>> 30 >= 2);
    }

    /** The load exclusive that goes with a store exclusive; {@code null} where no register is free for it. */
    private Integer loadFor(int w) {
        int rn = w >>> 5 & 31;
        int rt = random.nextInt(31);
        // Not the register that is stored: with what was loaded it would store what is there already.
        if (rt == rn || rt == (w & 31)) {
            return null;
        }
        int load = w & ~(31 << 16) | 1 << 22 | 31 << 16;
        load = load & ~31 | rt;
        if ((w >>> 21 & 1) != 0) {
            int rt2 = (rt + 1) % 31;
            return rt2 == rn ? null : load & ~(31 << 10) | rt2 << 10;
        }
        return load;
    }

    /** What the architecture leaves open. */
    static boolean unpredictable(Kind kind, int w) {
        int rt = w & 31;
        int rn = w >>> 5 & 31;
        int rt2 = w >>> 10 & 31;
        int rs = w >>> 16 & 31;
        boolean vector = (w >>> 26 & 1) != 0;
        switch (kind) {
            case PAIR: {
                boolean writeBack = (w >>> 23 & 1) != 0;
                boolean load = (w >>> 22 & 1) != 0;
                return load && rt == rt2 || writeBack && !vector && rn != 31 && (rn == rt || rn == rt2);
            }
            case IMMEDIATE9: {
                boolean writeBack = (w & 0x3b20_0400) == 0x3800_0400;
                return writeBack && !vector && rn != 31 && rn == rt;
            }
            case AUTHENTICATED:
                return (w >>> 11 & 1) != 0 && rn != 31 && rn == rt;
            case BASE_ONLY: {
                boolean pair = (w >>> 21 & 1) != 0;
                if ((w & 0x3f80_0000) != 0x0800_0000 || pair && w >>> 30 < 2) {
                    return false; // LDAR, STLR, CAS, CASP, LSE
                }
                boolean load = (w >>> 22 & 1) != 0;
                if (load) {
                    return pair && rt == rt2;
                }
                return rs == rt || pair && rs == rt2 || rs == rn && rn != 31;
            }
            default:
                return false;
        }
    }
}

package dev.cellvisor.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A random guest: a loop at EL0 of computation, loads, stores and SVC; a handler at EL1 that does the same, nests another SVC, masks and unmasks, switches address spaces, and returns; every fault is skipped. The
 * data are {@link #PAGES} pages, all at one place in the TLB, mapped in every way there is.
 *
 * <p>X16 and X17 keep ELR_EL1 and SPSR_EL1, X18, X19, X24 and X25 are values for TTBR0_EL1 and TTBR1_EL1, X20 to X23 addresses of data, X26 counts interrupts, X27 and X28 are the handlers'.
 */
record ModesGuest(Map<Long, String> code, Map<Long, Long> tables, List<Long> leaves, Map<String, Long> registers) {
    static final long RAM = 0x4000_0000L;
    static final int RAM_BYTES = 8 << 20;
    static final long KERNEL = RAM;
    static final long VECTORS = RAM + 0x1_0000;
    static final long USER = RAM + 0x2_0000;
    static final int PAGES = 16;
    private static final long TABLES = RAM + 0x10_0000;
    static final long DATA = RAM + 0x20_0000;
    static final long WINDOW = 0x1000_0000L;
    static final long APART = 0x80_0000L;

    private static final long AF = 1 << 10;
    private static final long EL0 = 1 << 6;
    private static final long READ_ONLY = 1 << 7;
    private static final long NOT_GLOBAL = 1 << 11;
    private static final long GUARDED = 1L << 50;
    private static final long PXN = 1L << 53;
    private static final long UXN = 1L << 54;
    private static final long ATTRIBUTE_DEVICE = 1 << 2;
    /** TBI0, TBI1, HA, HD, HPD0, HPD1, E0PD0, E0PD1, EPD1, and another granule for the high half. */
    private static final int[] RARE_TCR_BITS = {37, 38, 39, 40, 41, 41, 42, 55, 56, 23, 30};

    /** @param bits48 whether tables begin at level 0, else at level 1 */
    static ModesGuest of(SplittableRandom random, boolean bits48) {
        Map<Long, Long> tables = new LinkedHashMap<>();
        List<Long> leaves = new ArrayList<>();
        long high = bits48 ? 0xffff_0000_0000_0000L : 0xffff_ff80_0000_0000L;
        long[] roots = new long[4];
        long guarded = random.nextInt(3) == 0 ? GUARDED : 0;
        long free = TABLES;
        for (int i = 0; i < roots.length; i++) {
            long level1 = bits48 ? free + 0x1000 : free;
            if (bits48) {
                tables.put(free, level1 | 3 | limits(random, i));
            }
            roots[i] = free;
            long level2 = level1 + 0x1000;
            tables.put(level1, level2 | 3 | limits(random, i));
            free = level2 + 0x1000;
            if (i < 2) { // RAM, one to one
                long ramLevel2 = free;
                tables.put(level1 + 8, ramLevel2 | 3);
                free += 0x1000;
                for (int block = 0; block < RAM_BYTES >> 21; block++, free += 0x1000) {
                    tables.put(ramLevel2 + 8L * block, free | 3);
                    for (int page = 0; page < 512; page++) {
                        long address = RAM + ((long) block << 21) + ((long) page << 12);
                        boolean user = address >= USER && address < USER + 0x1_0000;
                        long kind = user ? EL0 | READ_ONLY : address < TABLES ? READ_ONLY : 0;
                        tables.put(free + 8L * page, address | 3 | AF | kind | (i == 0 ? 0 : NOT_GLOBAL) | (user ? guarded : 0));
                    }
                }
            }
            for (int page = 0; page < PAGES; page++) {
                long va = WINDOW + page * APART;
                long entry = level2 + (va >>> 21 & 511) * 8;
                if (random.nextInt(8) == 0) {
                    tables.put(entry, DATA & -1L << 21 | 1 | AF | (random.nextBoolean() ? EL0 : 0) | (random.nextBoolean() ? NOT_GLOBAL : 0)); // a block
                    continue;
                }
                tables.put(entry, free | 3 | limits(random, 2));
                leaves.add(free);
                tables.put(free, descriptor(random, page));
                tables.put(free + 8, descriptor(random, page + 1)); // where accesses across a page's end go
                free += 0x1000;
            }
        }
        Map<Long, String> code = new LinkedHashMap<>();
        code.put(KERNEL, "mov x27, #0x%x\nmovk x27, #0x%x, lsl #16\nmsr elr_el1, x27\nmsr spsr_el1, xzr\nisb\neret\n".formatted(USER & 0xffff, USER >>> 16));
        for (int vector = 0; vector < 0x800; vector += 0x80) {
            code.put(VECTORS + vector, vector % 0x200 == 0 ? "b . + 0x%x\n".formatted(0x1000 - vector + (vector == 0x400 ? 0x800 : 0))
                    : "add x26, x26, #1\neret\n");
        }
        code.put(VECTORS + 0x1000, """
                mrs x27, esr_el1
                lsr x27, x27, #26
                cmp x27, #0x15
                b.eq 1f
                mrs x27, elr_el1
                add x27, x27, #4
                msr elr_el1, x27
                1: mrs x27, spsr_el1
                and x27, x27, #0xffffffffffefffff
                msr spsr_el1, x27
                eret
                """);
        code.put(VECTORS + 0x1800, """
                mrs x28, esr_el1
                lsr x28, x28, #26
                cmp x28, #0x15
                mrs x16, elr_el1
                mrs x17, spsr_el1
                b.eq 1f
                add x16, x16, #4
                msr elr_el1, x16
                and x17, x17, #0xffffffffffefffff
                msr spsr_el1, x17
                eret
                1:
                """ + stream(random, 6 + random.nextInt(30), true) + """
                msr daifset, #15
                msr spsel, #1
                msr elr_el1, x16
                msr spsr_el1, x17
                eret
                """);
        String user = stream(random, 40 + random.nextInt(60), false);
        code.put(USER, "1:\n" + user + "b 1b\n");
        Map<String, Long> registers = new LinkedHashMap<>();
        registers.put("VBAR_EL1", VECTORS);
        registers.put("MAIR_EL1", 0xffL);
        long size = bits48 ? 16 : 25;
        long asid16 = random.nextBoolean() ? 1L << 36 : 0;
        registers.put("TCR_EL1", size | size << 16 | 2L << 30 | (long) random.nextInt(6) << 32 | asid16 | (random.nextInt(3) == 0 ? 1 << 22 : 0) | (random.nextBoolean() ? 1L << RARE_TCR_BITS[random.nextInt(RARE_TCR_BITS.length)] : 0));
        registers.put("TTBR0_EL1", roots[0] | 2L << 48);
        registers.put("TTBR1_EL1", roots[2] | 2L << 48);
        registers.put("x18", roots[0] | 2L << 48);
        registers.put("x19", roots[1] | (random.nextBoolean() ? 3L : 4L) << 48);
        registers.put("x24", roots[2] | 2L << 48);
        registers.put("x25", roots[3] | 3L << 48);
        for (int i = 0; i < 4; i++) {
            long base = i == 3 ? high : 0;
            registers.put("x2" + i, base + WINDOW + random.nextInt(PAGES) * APART + (random.nextBoolean() ? random.nextInt(500) * 8 : 0xff0 + random.nextInt(16)));
        }
        for (int i = 0; i < 16; i++) {
            registers.put("x" + i, random.nextLong());
        }
        registers.put("SP_EL0", WINDOW + 0x100);
        registers.put("CPACR_EL1", (long) random.nextInt(4) << 20);
        registers.put("SCTLR_EL1", 0x3050_1805L | 1L << 26 | 1 << 14 | (random.nextInt(6) == 0 ? 2 : 0) | (random.nextInt(6) == 0 ? 1 << 19 : 0) | (random.nextBoolean() ? 0 : 1 << 23)
                | (random.nextBoolean() ? 1L << 44 : 0));
        return new ModesGuest(code, tables, leaves, registers);
    }

    private static long limits(SplittableRandom random, int root) {
        long limits = random.nextInt(3) == 0 ? (long) random.nextInt(16) << 59 : 0;
        return root < 2 ? limits & ~(15L << 59) : limits; // code is behind the first two roots too
    }

    /** A page of data, mapped so that most accesses go well. */
    static long descriptor(SplittableRandom random, int page) {
        long address = DATA + ((long) (page & PAGES - 1) << 12);
        long descriptor = address | 3 | AF | (random.nextInt(3) != 0 ? EL0 : 0) | (random.nextInt(4) == 0 ? READ_ONLY : 0) | (random.nextBoolean() ? NOT_GLOBAL : 0)
                | (random.nextBoolean() ? PXN : 0) | (random.nextBoolean() ? UXN : 0) | (random.nextInt(4) == 0 ? GUARDED : 0);
        return switch (random.nextInt(16)) {
            case 0 -> 0;
            case 1 -> descriptor & ~AF;
            case 2 -> descriptor | ATTRIBUTE_DEVICE;
            case 3 -> descriptor | 1L << 52;
            case 4 -> descriptor & ~2;
            case 5 -> descriptor | 1L << 51;
            case 6 -> descriptor & 0xfff | (random.nextBoolean() ? RAM + RAM_BYTES : 0x900_0000L);
            default -> descriptor;
        };
    }

    private static final List<String> LOADS = List.of("ldr x%1$d, [x%2$d]", "ldrb w%1$d, [x%2$d, #3]", "ldp x%1$d, x15, [x%2$d]", "ldur x%1$d, [x%2$d, #-5]", "ldrsh x%1$d, [x%2$d, #6]",
            "str x%1$d, [x%2$d]", "stp x%1$d, x14, [x%2$d, #16]", "strb w%1$d, [x%2$d]", "ldxr x%1$d, [x%2$d]", "stxr w13, x%1$d, [x%2$d]", "ldar x%1$d, [x%2$d]", "dc zva, x%2$d",
            "ldr q%1$d, [x%2$d]", "str d%1$d, [x%2$d]", "ldtr x%1$d, [x%2$d]", "sttr x%1$d, [x%2$d]", "prfm pldl1keep, [x%2$d]", "dc cvau, x%2$d");
    private static final List<String> KERNEL_ONLY = List.of("msr ttbr0_el1, x18", "msr ttbr0_el1, x19", "msr ttbr1_el1, x24", "msr ttbr1_el1, x25", "msr ttbr0_el1, x18", "msr ttbr0_el1, x19",
            "msr ttbr1_el1, x24", "msr ttbr1_el1, x25", "svc #7", "msr daifclr, #2", "msr daifset, #2",
            "msr daifclr, #15", "tlbi vmalle1", "tlbi vaae1, x9", "tlbi aside1, x18", "eor x17, x17, #0xf0000000", "isb", "msr spsel, #0", "msr spsel, #1", "eor x18, x18, #0x2000000000000",
            "orr x17, x17, #0x100000", "mrs x12, ttbr1_el1", "eor x17, x17, #0x40",
            "msr pan, #0", "msr pan, #1", "msr uao, #1", "msr dit, #1", "msr ssbs, #1");

    private static String stream(SplittableRandom random, int count, boolean kernel) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int r = random.nextInt(13);
            int base = 20 + random.nextInt(4);
            String line = switch (kernel && random.nextInt(4) == 0 ? 5 : random.nextInt(12)) {
                case 0 -> "add x%d, x%d, x%d".formatted(r, random.nextInt(16), random.nextInt(16));
                case 1 -> "subs x%d, x%d, #%d".formatted(r, random.nextInt(16), random.nextInt(4096));
                case 2 -> "adcs x%d, x%d, x%d".formatted(r, random.nextInt(16), random.nextInt(16));
                case 3 -> "tbz x%d, #%d, . + 8".formatted(random.nextInt(16), random.nextInt(64));
                case 4 -> "add x%1$d, x%1$d, #0x800, lsl #12\nand x%1$d, x%1$d, #0xfffffffff7ffffff".formatted(base);
                case 5 -> kernel ? KERNEL_ONLY.get(random.nextInt(KERNEL_ONLY.size())) : "svc #%d".formatted(random.nextInt(65536));
                case 6 -> kernel ? "eor x%d, x%d, x%d".formatted(r, r, random.nextInt(16)) : List.of("add sp, sp, #16", "mov x3, sp", "fadd d1, d2, d3", "eret", "msr ttbr0_el1, x1", "brk #1",
                        "adr x28, . + 8\nbr x28\nsvc #9", "adr x28, . + 8\nblr x28\nstr x1, [x20]").get(random.nextInt(8));
                default -> LOADS.get(random.nextInt(LOADS.size())).formatted(r, base);
            };
            text.append(line).append('\n');
        }
        return text.toString();
    }
}

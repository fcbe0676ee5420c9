package dev.cellvisor.cpu.a64.mmu;

import static dev.cellvisor.cpu.a64.state.A64State.MAIR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TCR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TTBR0_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TTBR1_EL1;
import static dev.cellvisor.memory.HostMemory.getLong;

import dev.cellvisor.cpu.a64.isa.Core;
import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.memory.GuestMemory;
import java.util.List;

/**
 * The stage 1 translation table walk of EL1 and EL0 (VMSAv8-64, Arm ARM, D8.2): all three granules, both halves, 48 bits. It reads
 * tables and changes nothing, unless {@link #commit} is asked for; one object is reused, its fields are the answer.
 */
public final class Walker {
    /** In {@link #attributes}: EL0 may read. */
    public static final int R0 = 1;
    /** EL0 may write. */
    public static final int W0 = 2;
    /** EL0 may execute. */
    public static final int X0 = 4;
    /** EL1 may read. */
    public static final int R1 = 8;
    /** EL1 may write. */
    public static final int W1 = 16;
    /** EL1 may execute. */
    public static final int X1 = 32;
    /** Device memory: accesses must be aligned. */
    public static final int DEVICE = 64;
    /** A guarded page: indirect branches must land at instructions made for that (FEAT_BTI). */
    public static final int GUARDED = 128;

    // Fault status codes without the level (Arm ARM, ESR_EL1, DFSC).
    static final int ADDRESS_SIZE = 0x00;
    static final int TRANSLATION = 0x04;
    static final int ACCESS_FLAG = 0x08;
    static final int PERMISSION = 0x0c;
    static final int EXTERNAL = 0x10;
    static final int EXTERNAL_ON_WALK = 0x14;
    static final int ALIGNMENT = 0x21;

    private static final long HA = 1L << 39;
    private static final long HD = 1L << 40;
    private static final long AF = 1 << 10;
    private static final long READ_ONLY = 1 << 7;
    private static final long DBM = 1L << 51;

    private static final int[] PA_BITS = {32, 36, 40, 42, 44, 48, 48, 48};

    private final GuestMemory memory;
    private final long s;
    private final int maximumPaBits;

    /** The page's guest-physical address; valid if {@link #fault} is negative. */
    long output;
    /** Permissions and memory type. */
    int attributes;
    /** The address bits above the block, page or contiguous range. */
    long mask;
    /** Whether it is valid for every ASID. */
    boolean global;
    /** MAIR's attribute byte. */
    int memoryType;
    /** Shareability, 0 to 3. */
    int shareability;
    /** -1, or the fault status code with its level. */
    int fault;
    /** The level that the answer comes from. */
    int level;
    /** Where the steps of the walk are noted, or null. */
    List<WalkStep> steps;

    /** Whether the walk is for a store, so that a page that is clean becomes dirty. */
    boolean store;
    /** FEAT_HAFDBS. */
    private final boolean managesFlags;
    /** FEAT_BTI. */
    private final boolean guards;
    /** FEAT_HPDS. */
    private final boolean mayDisableHierarchy;
    /** FEAT_TGran16K. */
    private final boolean has16K;
    /** Where the leaf is, and what it becomes by hardware management of access flag and dirty state. */
    private long leafAt;
    private long leafIs;
    private long leafBecomes;

    Walker(GuestMemory memory, Core core, int maximumPaBits) {
        this.guards = core.has(Feature.BTI);
        this.managesFlags = core.has(Feature.HAFDBS);
        this.mayDisableHierarchy = core.has(Feature.HPDS);
        this.has16K = core.has(Feature.TGRAN16K);
        this.memory = memory;
        this.s = core.state;
        this.maximumPaBits = maximumPaBits;
    }

    /** Whether the MMU is on. */
    boolean enabled() {
        return (getLong(s + SCTLR_EL1) & 1) != 0;
    }

    /** The address with its tag taken off, where TCR_EL1 lets the top byte be ignored. */
    long withoutTag(long va) {
        boolean high = (va & 1L << 55) != 0;
        long ignores = getLong(s + TCR_EL1) >>> (high ? 38 : 37) & 1;
        if (ignores == 0) {
            return va;
        }
        return high ? va | 0xffL << 56 : va & ~(0xffL << 56);
    }

    /** The same for an address of an instruction, where TCR_EL1.TBID may say otherwise (FEAT_PAuth). */
    long withoutTagOfCode(long va) {
        return (getLong(s + TCR_EL1) >>> ((va & 1L << 55) != 0 ? 52 : 51) & 1) != 0 ? va : withoutTag(va);
    }

    /** Translates the page of an address, tag taken off. */
    void walk(long va) {
        fault = -1;
        level = 0;
        leafIs = 0;
        leafBecomes = 0;
        if (!enabled()) {
            flat(va);
            return;
        }
        long tcr = getLong(s + TCR_EL1);
        boolean high = (va & 1L << 55) != 0;
        int txsz = (int) (tcr >>> (high ? 16 : 0)) & 0x3f;
        int granule = granuleBits((int) (tcr >>> (high ? 30 : 14)) & 3, high);
        // A TxSZ out of range behaves as the nearest allowed one (Arm ARM, D8.2.7: CONSTRAINED UNPREDICTABLE; QEMU's choice).
        int inputBits = 64 - Math.clamp(txsz, 16, 39);
        if ((high ? ~va : va) >>> inputBits != 0 || (tcr & 1L << (high ? 23 : 7)) != 0) {
            fault = TRANSLATION;
            return;
        }
        boolean hierarchical = !mayDisableHierarchy || (tcr & 1L << (high ? 42 : 41)) == 0;
        int paBits = Math.min(PA_BITS[(int) (tcr >>> 32) & 7], maximumPaBits);
        int stride = granule - 3;
        level = 4 - (inputBits - granule + stride - 1) / stride;
        int firstBits = inputBits - granule - stride * (3 - level);
        long base = getLong(s + (high ? TTBR1_EL1 : TTBR0_EL1)) & 0xffff_ffff_fffeL;
        if (base >>> paBits != 0) {
            fault = ADDRESS_SIZE;
            level = 0;
            return;
        }
        long table = base & -1L << Math.max(6, firstBits + 3);
        int tableLimits = 0;
        int bits = firstBits;
        while (true) {
            int shift = granule + stride * (3 - level);
            long entry = table + ((va >>> shift & (1L << bits) - 1) << 3);
            if (!memory.contains(entry, 8)) {
                fault = EXTERNAL_ON_WALK + level;
                return;
            }
            long descriptor = memory.readLong(entry);
            if (steps != null) {
                steps.add(new WalkStep(level, shift + bits - 1, shift, (int) (va >>> shift & (1L << bits) - 1), entry, descriptor));
            }
            if ((descriptor & 1) == 0) {
                fault = TRANSLATION + level;
                return;
            }
            boolean leaf = level == 3 || (descriptor & 2) == 0;
            if (level == 3 && (descriptor & 2) == 0 || leaf && level < 3 && !blockAllowed(granule, level)) {
                fault = TRANSLATION + level;
                return;
            }
            long address = descriptor & 0xffff_ffff_f000L;
            if (leaf) {
                leafAt = entry;
                leaf(va, descriptor, address & -1L << shift, shift, granule, paBits, hierarchical ? tableLimits : 0);
                return;
            }
            table = address & -1L << granule;
            if (table >>> paBits != 0) {
                fault = ADDRESS_SIZE + level;
                return;
            }
            tableLimits |= (int) (descriptor >>> 59) & 0xf;
            level++;
            bits = stride;
        }
    }

    /** Where the walk of an address starts, in words. */
    String base(long va) {
        if (!enabled()) {
            return "the MMU is off (SCTLR_EL1.M is 0): the address is the guest-physical one";
        }
        long tcr = getLong(s + TCR_EL1);
        boolean high = (va & 1L << 55) != 0;
        int granule = granuleBits((int) (tcr >>> (high ? 30 : 14)) & 3, high);
        return "%s 0x%016x, %d-bit addresses, %d KiB granule".formatted(high ? "TTBR1_EL1" : "TTBR0_EL1", getLong(s + (high ? TTBR1_EL1 : TTBR0_EL1)),
                64 - Math.clamp(tcr >>> (high ? 16 : 0) & 0x3f, 16, 39), 1 << granule - 10);
    }

    private void flat(long va) {
        if (va >>> maximumPaBits != 0) {
            fault = ADDRESS_SIZE;
            return;
        }
        output = va & -4096;
        attributes = R0 | W0 | X0 | R1 | W1 | X1 | DEVICE;
        mask = -4096;
        global = true;
        memoryType = 0;
        shareability = 2;
    }

    /** TG0 or TG1; what the model does not have, and what is reserved, is 4 KiB (Arm ARM, TCR_EL1: an IMPLEMENTATION DEFINED choice; QEMU's too). */
    private int granuleBits(int tg, boolean high) {
        int bits = high ? tg == 1 ? 14 : tg == 3 ? 16 : 12 : tg == 1 ? 16 : tg == 2 ? 14 : 12;
        return bits == 14 && !has16K ? 12 : bits;
    }

    private static boolean blockAllowed(int granule, int level) {
        return level == 2 || level == 1 && granule == 12;
    }

    /** Writes access flag and dirty state to the leaf that the last walk has found: for an access that is permitted. */
    void commit() {
        if (leafBecomes != leafIs) {
            memory.writeLong(leafAt, leafBecomes);
        }
    }

    /** Hardware management of access flag and dirty state (Arm ARM, D8.4.6): the descriptor as it will be. */
    private long managed(long descriptor) {
        long tcr = getLong(s + TCR_EL1);
        if (!managesFlags || (tcr & HA) == 0) {
            return descriptor;
        }
        boolean dirtied = store && (tcr & HD) != 0 && (descriptor & DBM) != 0;
        return (descriptor | AF) & ~(dirtied ? READ_ONLY : 0);
    }

    private void leaf(long va, long original, long address, int shift, int granule, int paBits, int tableLimits) {
        if (address >>> paBits != 0) {
            fault = ADDRESS_SIZE + level;
            return;
        }
        long descriptor = managed(original);
        leafIs = original;
        leafBecomes = descriptor;
        if ((descriptor & AF) == 0) {
            fault = ACCESS_FLAG + level;
            return;
        }
        output = address | va & (1L << shift) - 1 & -4096;
        global = (descriptor & 1 << 11) == 0;
        mask = -1L << shift;
        if ((descriptor & 1L << 52) != 0) {
            mask = -1L << shift + contiguousBits(granule, level);
        }
        attributes = permissions(descriptor, tableLimits);
        memoryType = (int) (getLong(s + MAIR_EL1) >>> ((descriptor >>> 2 & 7) * 8)) & 0xff;
        shareability = (int) (descriptor >>> 8) & 3;
        if ((memoryType & 0xf0) == 0) {
            attributes |= DEVICE;
        }
        if (guards && (descriptor & 1L << 50) != 0) {
            attributes |= GUARDED;
        }
    }

    /** How many more address bits a contiguous range covers (Arm ARM, table D8-17). */
    private static int contiguousBits(int granule, int level) {
        return switch (granule) {
            case 12 -> 4;
            case 14 -> level == 2 ? 5 : 7;
            default -> 5;
        };
    }

    /** Access permissions of a leaf under the limits of its tables (Arm ARM, D8.4): bits 0 PXN, 1 UXN, 2 and 3 AP[1:0] of tables. */
    private int permissions(long descriptor, int tableLimits) {
        boolean el0 = (descriptor & 1 << 6) != 0 && (tableLimits & 4) == 0;
        boolean writable = (descriptor & 1 << 7) == 0 && (tableLimits & 8) == 0;
        boolean pxn = (descriptor & 1L << 53) != 0 || (tableLimits & 1) != 0;
        boolean uxn = (descriptor & 1L << 54) != 0 || (tableLimits & 2) != 0;
        boolean wxn = (getLong(s + SCTLR_EL1) & 1 << 19) != 0;
        int result = R1;
        if (writable) {
            result |= W1;
        }
        if (el0) {
            result |= writable ? R0 | W0 : R0;
        }
        // What EL0 may write, EL1 may never execute.
        if (!pxn && !(el0 && writable) && !(wxn && writable)) {
            result |= X1;
        }
        if (!uxn && !(wxn && writable && el0)) {
            result |= X0;
        }
        return result;
    }
}

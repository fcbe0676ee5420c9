package dev.cellvisor.cpu.a64.isa;

import static dev.cellvisor.cpu.a64.state.A64State.KEY_DB;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_GA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IB;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_DA;
import static dev.cellvisor.cpu.a64.state.A64State.KEY_IA;
import static dev.cellvisor.cpu.a64.state.A64State.SCTLR_EL1;
import static dev.cellvisor.cpu.a64.state.A64State.TCR_EL1;
import static dev.cellvisor.memory.HostMemory.getLong;

/**
 * Pointer authentication codes (Arm ARM, AddPAC, Auth and Strip): where they stand in a pointer, and how they are made, checked and taken
 * away. FEAT_PAuth without FEAT_EPAC and FEAT_PAuth2: a wrong code makes an address that faults.
 */
final class PointerCodes {
    private static final int SELECT = 55;

    private PointerCodes() {
    }

    /** SCTLR_EL1.EnIA, EnIB, EnDA, EnDB. */
    private static boolean enabled(long s, int key) {
        int bit = key == KEY_IA ? 31 : key == KEY_IB ? 30 : key == KEY_DA ? 27 : 13;
        return (getLong(s + SCTLR_EL1) >>> bit & 1) != 0;
    }

    /** Whether the top byte of a pointer is its own: TBI, and for instructions not TBID. */
    private static boolean tagged(long tcr, long pointer, boolean data) {
        boolean high = (pointer >>> SELECT & 1) != 0;
        return (tcr >>> (high ? 38 : 37) & 1) != 0 && (data || (tcr >>> (high ? 52 : 51) & 1) == 0);
    }

    private static int bottom(long tcr, long pointer) {
        boolean high = (pointer >>> SELECT & 1) != 0;
        return 64 - Math.clamp(tcr >>> (high ? 16 : 0) & 0x3f, 16, 39);
    }

    /** Bits from {@code low} up to below {@code high}. */
    private static long bits(int low, int high) {
        return -1L << low & -1L >>> 64 - high;
    }

    private static long code(long s, long pointer, long modifier, int key) {
        return Qarma.encrypt(pointer, modifier, getLong(s + key + 8), getLong(s + key));
    }

    /** The pointer with a code, unless SCTLR_EL1 disables the key. */
    static long add(long s, long pointer, long modifier, int key) {
        if (!enabled(s, key)) {
            return pointer;
        }
        boolean data = key == KEY_DA || key == KEY_DB;
        long tcr = getLong(s + TCR_EL1);
        boolean tagged = tagged(tcr, pointer, data);
        int top = tagged ? 56 : 64;
        int bottom = bottom(tcr, pointer);
        long field = bits(bottom, top);
        long extension = -(pointer >>> (tagged ? SELECT : 63) & 1);
        long code = code(s, pointer & ~field | extension & field, modifier, key);
        long was = pointer & field;
        if (was != 0 && was != field) {
            code ^= 1L << top - 2; // such a pointer shall not be made a good one
        }
        long own = field & ~(1L << SELECT);
        return pointer & ~field | code & own | extension & 1L << SELECT;
    }

    /** The pointer without its code if that is right, else one that faults; as it is if SCTLR_EL1 disables the key. */
    static long authenticate(long s, long pointer, long modifier, int key) {
        if (!enabled(s, key)) {
            return pointer;
        }
        boolean data = key == KEY_DA || key == KEY_DB;
        long original = strip(s, pointer, data);
        long tcr = getLong(s + TCR_EL1);
        boolean tagged = tagged(tcr, pointer, data);
        long own = bits(bottom(tcr, pointer), tagged ? 56 : 64) & ~(1L << SELECT);
        if (((code(s, original, modifier, key) ^ pointer) & own) == 0) {
            return original;
        }
        long error = key == KEY_IB || key == KEY_DB ? 2 : 1;
        int at = tagged ? 53 : 61;
        return original & ~(3L << at) | error << at;
    }

    /** The pointer without its code, unchecked. */
    static long strip(long s, long pointer, boolean data) {
        long tcr = getLong(s + TCR_EL1);
        long field = bits(bottom(tcr, pointer), tagged(tcr, pointer, data) ? 56 : 64);
        long extension = -(pointer >>> SELECT & 1);
        return pointer & ~field | extension & field;
    }

    /** PACGA. */
    static long generic(long s, long value, long modifier) {
        return code(s, value, modifier, KEY_GA) & -1L << 32;
    }
}

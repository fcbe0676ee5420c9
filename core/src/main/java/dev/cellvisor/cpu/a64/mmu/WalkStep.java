package dev.cellvisor.cpu.a64.mmu;

import java.util.ArrayList;
import java.util.List;

/**
 * One look into a translation table (Arm ARM, D8.3).
 *
 * @param level 0 to 3
 * @param high the highest bit of the virtual address that chooses the entry
 * @param low the lowest one
 * @param index what those bits are
 * @param entryAddress guest-physical address of the descriptor
 * @param descriptor its 64 bits
 */
public record WalkStep(int level, int high, int low, int index, long entryAddress, long descriptor) {

    /** What the descriptor is by itself: a table, a block, a page, or nothing. */
    public Kind kind() {
        if ((descriptor & 1) == 0) {
            return Kind.INVALID;
        }
        boolean two = (descriptor & 2) != 0;
        return level == 3 ? two ? Kind.PAGE : Kind.INVALID : two ? Kind.TABLE : Kind.BLOCK;
    }

    /** The kinds of descriptors. */
    public enum Kind {
        /** Nothing is mapped. */
        INVALID,
        /** The next level's table. */
        TABLE,
        /** Memory, at a level above the last. */
        BLOCK,
        /** Memory, at level 3. */
        PAGE
    }

    /** The guest-physical address in the descriptor: of the next table, or of the memory. */
    public long target() {
        return descriptor & 0xffff_ffff_f000L & (kind() == Kind.BLOCK || kind() == Kind.PAGE ? -1L << low : -1);
    }

    /** The attributes that are set, by the Arm ARM's names, e.g. {@code AF SH=3 AttrIndx=0 UXN}. */
    public String attributes() {
        List<String> set = new ArrayList<>();
        switch (kind()) {
            case TABLE -> {
                flag(set, 63, "NSTable");
                field(set, 61, 3, "APTable");
                flag(set, 60, "UXNTable");
                flag(set, 59, "PXNTable");
            }
            case BLOCK, PAGE -> {
                field(set, 6, 3, "AP[2:1]");
                set.add("AttrIndx=" + (descriptor >>> 2 & 7));
                field(set, 8, 3, "SH");
                flag(set, 10, "AF");
                flag(set, 11, "nG");
                flag(set, 52, "Contiguous");
                flag(set, 53, "PXN");
                flag(set, 54, "UXN");
            }
            default -> {
            }
        }
        return String.join(" ", set);
    }

    private void flag(List<String> set, int bit, String name) {
        if ((descriptor >>> bit & 1) != 0) {
            set.add(name);
        }
    }

    private void field(List<String> set, int low, int mask, String name) {
        long value = descriptor >>> low & mask;
        if (value != 0) {
            set.add(name + "=" + value);
        }
    }

    @Override
    public String toString() {
        String found = switch (kind()) {
            case INVALID -> "invalid";
            case TABLE -> "table at 0x%08x".formatted(target());
            case BLOCK -> "block at 0x%08x".formatted(target());
            case PAGE -> "page at 0x%08x".formatted(target());
        };
        return "level %d, va[%d:%d] = %d: descriptor at 0x%08x = 0x%016x: %s %s".formatted(level, high, low, index, entryAddress, descriptor, found, attributes())
                .stripTrailing();
    }
}

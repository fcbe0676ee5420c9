package dev.cellvisor.boot.pc;

import java.util.ArrayList;
import java.util.List;

/** What of a PC's memory is RAM to an operating system: all slots but the hole from 640 KiB to 1 MiB, where tables stand. */
public final class E820 {
    /** RAM. */
    public static final int RAM = 1;
    /** Taken. */
    public static final int RESERVED = 2;
    /** Where the hole begins: the last KiB below 640 KiB is taken too, as on every PC. */
    public static final long HOLE = 0x9_fc00;
    /** Where it ends. */
    public static final long HOLE_END = 0x10_0000;

    /**
     * A range.
     *
     * @param type {@link #RAM} or {@link #RESERVED}
     */
    public record Range(long address, long sizeBytes, int type) {
        long end() {
            return address + sizeBytes;
        }
    }

    private E820() {
    }

    /** The ranges of some RAM, by address. */
    public static List<Range> of(List<Range> ram) {
        List<Range> ranges = new ArrayList<>();
        for (Range slot : ram) {
            add(ranges, slot.address(), Math.min(slot.end(), HOLE), RAM);
            add(ranges, Math.max(slot.address(), HOLE), Math.min(slot.end(), HOLE_END), RESERVED);
            add(ranges, Math.max(slot.address(), HOLE_END), slot.end(), RAM);
        }
        return ranges;
    }

    private static void add(List<Range> ranges, long from, long to, int type) {
        if (from < to) {
            ranges.add(new Range(from, to - from, type));
        }
    }
}

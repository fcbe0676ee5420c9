package dev.cellvisor.differential;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Writes translation tables: 4 KiB granule, 48-bit virtual addresses, four levels (Arm ARM, D8.3). */
final class PageTables {
    /** Access flag, inner shareable, attribute 0. */
    private static final long NORMAL = 1L << 10 | 3L << 8;
    static final long READ_ONLY = 1L << 7;
    static final long EL0 = 1L << 6;
    static final long PXN = 1L << 53;
    static final long UXN = 1L << 54;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private final MemorySegment ram;
    private long next;
    private final long end;
    final long root;

    /** @param ram the machine's RAM, from {@link Layout#RAM} */
    PageTables(MemorySegment ram, long address, long end) {
        this.ram = ram;
        this.next = address;
        this.end = end;
        this.root = table();
    }

    private long table() {
        if (next >= end) {
            throw new IllegalStateException("no room for more translation tables");
        }
        long table = next;
        next += 4096;
        ram.asSlice(table - Layout.RAM, 4096).fill((byte) 0);
        return table;
    }

    /** Maps whole pages, one by one. */
    void pages(long va, long pa, long sizeBytes, long flags) {
        for (long offset = 0; offset < sizeBytes; offset += 4096) {
            set(entry(va + offset, 3), pa + offset | NORMAL | flags | 3);
        }
    }

    /** Maps 2 MiB blocks. */
    void blocks(long va, long pa, long sizeBytes, long flags) {
        for (long offset = 0; offset < sizeBytes; offset += 0x20_0000) {
            set(entry(va + offset, 2), pa + offset | NORMAL | flags | 1);
        }
    }

    private long entry(long va, int level) {
        long table = root;
        for (int i = 0; ; i++) {
            long entry = table + (va >>> 39 - 9 * i & 0x1ff) * 8;
            if (i == level) {
                return entry;
            }
            long value = ram.get(LONG, entry - Layout.RAM);
            if (value == 0) {
                value = table() | 3;
                set(entry, value);
            }
            table = value & 0xffff_ffff_f000L;
        }
    }

    private void set(long entry, long value) {
        ram.set(LONG, entry - Layout.RAM, value);
    }
}

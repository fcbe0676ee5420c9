package dev.cellvisor.memory;

import dev.cellvisor.state.State;
import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;

/** A device at its place in the address map, with a count of every access by register. */
public final class MmioRegion {
    private final long address;
    private final long sizeBytes;
    private final MmioDevice device;
    private final TreeMap<Long, Count> counts = new TreeMap<>();
    private Count lastCount;

    MmioRegion(long address, long sizeBytes, MmioDevice device) {
        this.address = address;
        this.sizeBytes = sizeBytes;
        this.device = device;
    }

    /** The guest-physical address of offset 0. */
    public long address() {
        return address;
    }

    /** Its length. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** Behind its last byte. */
    public long end() {
        return address + sizeBytes;
    }

    /** Who answers here. */
    public MmioDevice device() {
        return device;
    }

    /** The accesses so far, by offset, reads before writes. */
    public Collection<Count> counts() {
        return Collections.unmodifiableCollection(counts.values());
    }

    /** Sets all counts to 0. */
    public void resetCounts() {
        counts.clear();
        lastCount = null;
    }

    /** The counts as plain data. */
    public State saveCounts() {
        return State.of("counts", 1).put("offsets", counts.values().stream().mapToLong(count -> count.offset * 2 + (count.write ? 1 : 0)).toArray())
                .put("totals", counts.values().stream().mapToLong(Count::total).toArray()).build();
    }

    /** Takes counts over. */
    public void restoreCounts(State saved) {
        long[] offsets = saved.expect("counts", 1).numbers("offsets");
        long[] totals = saved.numbers("totals");
        resetCounts();
        for (int i = 0; i < offsets.length; i++) {
            long offset = offsets[i] >> 1;
            var count = new Count(device.registerName(offset), offset, (offsets[i] & 1) != 0);
            count.total = totals[i];
            counts.put(offsets[i], count);
        }
    }

    void count(long offset, boolean write) {
        if (device.exits() == MmioDevice.Exits.MEMORY) {
            return;
        }
        Count count = lastCount;
        if (count == null || count.offset != offset || count.write != write) {
            count = counts.computeIfAbsent(offset * 2 + (write ? 1 : 0),
                    key -> new Count(device.registerName(offset), offset, write));
            lastCount = count;
        }
        count.total++;
    }

    @Override
    public String toString() {
        return "%s 0x%08x–0x%08x".formatted(device.name(), address, end() - 1);
    }

    /** How often one register was read, or written. */
    public static final class Count {
        private final String register;
        private final long offset;
        private final boolean write;
        private long total;

        private Count(String register, long offset, boolean write) {
            this.register = register;
            this.offset = offset;
            this.write = write;
        }

        /** The register's name. */
        public String register() {
            return register;
        }

        /** Its offset in the region. */
        public long offset() {
            return offset;
        }

        /** Whether these are writes. */
        public boolean write() {
            return write;
        }

        /** How many. */
        public long total() {
            return total;
        }

        @Override
        public String toString() {
            return register + (write ? " write " : " read ") + total;
        }
    }
}

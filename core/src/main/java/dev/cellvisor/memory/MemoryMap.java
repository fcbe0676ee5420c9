package dev.cellvisor.memory;

import dev.cellvisor.trace.Trace;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Who answers at a guest-physical address: RAM, a device, or nobody. */
public final class MemoryMap {
    private final GuestMemory memory;
    private final Trace trace;
    private final TreeMap<Long, MmioRegion> regions = new TreeMap<>();
    private MmioRegion last;
    private AccessListener accessListener;

    /** Someone who is told of every access to a device, by a CPU or by hand, before it is done. */
    @FunctionalInterface
    public interface AccessListener {
        /** A device is about to be read ({@code value} 0) or written. */
        void accessing(long address, int sizeBytes, boolean write, long value);

        /** It is done. */
        default void accessed() {
        }
    }

    /** Sets who is told of accesses to devices; {@code null} for nobody. */
    public void onAccess(AccessListener listener) {
        accessListener = listener;
    }

    /** A map with this RAM and no devices. */
    public MemoryMap(GuestMemory memory, Trace trace) {
        this.memory = memory;
        this.trace = trace;
    }

    /** The RAM. */
    public GuestMemory memory() {
        return memory;
    }

    /** The stream that accesses are told to. */
    public Trace trace() {
        return trace;
    }

    /**
     * Puts a device at a place.
     *
     * @throws AddressException if the range overlaps RAM or another device, or is empty
     */
    public MmioRegion add(long address, long sizeBytes, MmioDevice device) {
        if (sizeBytes <= 0 || address < 0) {
            throw new AddressException("'%s' at 0x%x of %d bytes: a region needs a size of at least 1".formatted(device.name(), address, sizeBytes));
        }
        long end = address + sizeBytes;
        for (MemorySlot slot : memory.slots()) {
            if (address < slot.end() && slot.address() < end) {
                throw new AddressException("'%s' at 0x%x–0x%x overlaps RAM %s; choose an address outside it".formatted(device.name(), address, end - 1, slot));
            }
        }
        for (MmioRegion region : regions.values()) {
            if (address < region.end() && region.address() < end) {
                throw new AddressException("'%s' at 0x%x–0x%x overlaps %s; the next free address is 0x%x"
                        .formatted(device.name(), address, end - 1, region, region.end()));
            }
        }
        var region = new MmioRegion(address, sizeBytes, device);
        regions.put(address, region);
        return region;
    }

    /** Takes a device away. */
    public void remove(MmioRegion region) {
        regions.remove(region.address(), region);
        last = null;
    }

    /** The devices, by address. */
    public Collection<MmioRegion> regions() {
        return Collections.unmodifiableCollection(regions.values());
    }

    /** The device that answers at an address, or {@code null}. */
    public MmioRegion regionAt(long address) {
        MmioRegion region = last;
        if (region != null && address >= region.address() && address < region.end()) {
            return region;
        }
        Map.Entry<Long, MmioRegion> entry = regions.floorEntry(address);
        if (entry == null || address >= entry.getValue().end()) {
            return null;
        }
        return last = entry.getValue();
    }

    /**
     * A load from anywhere: RAM, a device (counted and traced), or nowhere (0, traced).
     *
     * @param sizeBytes 1, 2, 4 or 8
     */
    public long read(long address, int sizeBytes) {
        if (memory.contains(address, sizeBytes)) {
            return switch (sizeBytes) {
                case 1 -> memory.readByte(address);
                case 2 -> memory.readShort(address);
                case 4 -> memory.readInt(address) & 0xffff_ffffL;
                default -> memory.readLong(address);
            };
        }
        memory.requireOpen();
        MmioRegion region = regionAt(address);
        if (region == null) {
            if (trace.on()) {
                trace.emit(new StrayAccess(address, false, sizeBytes));
            }
            return 0;
        }
        long offset = address - region.address();
        region.count(offset, false);
        if (accessListener != null) {
            accessListener.accessing(address, sizeBytes, false, 0);
        }
        long value;
        try {
            value = region.device().read(offset, sizeBytes) & mask(sizeBytes);
        } finally {
            if (accessListener != null) {
                accessListener.accessed();
            }
        }
        if (trace.on()) {
            trace.emit(new MmioAccess(region.device().name(), address, region.device().registerName(offset), false, sizeBytes, value));
        }
        return value;
    }

    /** A store to anywhere; see {@link #read}. A store to nowhere is ignored. */
    public void write(long address, int sizeBytes, long value) {
        if (memory.contains(address, sizeBytes)) {
            switch (sizeBytes) {
                case 1 -> memory.writeByte(address, (int) value);
                case 2 -> memory.writeShort(address, (int) value);
                case 4 -> memory.writeInt(address, (int) value);
                default -> memory.writeLong(address, value);
            }
            return;
        }
        memory.requireOpen();
        MmioRegion region = regionAt(address);
        if (region == null) {
            if (trace.on()) {
                trace.emit(new StrayAccess(address, true, sizeBytes));
            }
            return;
        }
        long offset = address - region.address();
        long bits = value & mask(sizeBytes);
        region.count(offset, true);
        if (accessListener != null) {
            accessListener.accessing(address, sizeBytes, true, bits);
        }
        if (trace.on()) {
            trace.emit(new MmioAccess(region.device().name(), address, region.device().registerName(offset), true, sizeBytes, bits));
        }
        try {
            region.device().write(offset, sizeBytes, bits);
        } finally {
            if (accessListener != null) {
                accessListener.accessed();
            }
        }
    }

    private static long mask(int sizeBytes) {
        return sizeBytes == 8 ? -1 : (1L << sizeBytes * 8) - 1;
    }
}

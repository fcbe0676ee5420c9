package dev.cellvisor.virtio.transport;

import dev.cellvisor.memory.AddressException;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.virtio.SharedMemory;

/** A part of the address map where devices' shared memory regions go: each at the first free place that its size divides. */
public final class SharedMemoryWindow {
    private final MemoryMap map;
    private final long address;
    private final long end;

    /**
     * A window.
     *
     * @param map whose addresses these are
     * @param address where it begins
     * @param sizeBytes how far it goes
     */
    public SharedMemoryWindow(MemoryMap map, long address, long sizeBytes) {
        this.map = map;
        this.address = address;
        end = address + sizeBytes;
    }

    /**
     * Puts a region into the map.
     *
     * @throws AddressException if the window has no room for it
     */
    void place(SharedMemory region) {
        long step = Math.max(SharedMemory.PAGE_SIZE, Long.highestOneBit(2 * region.sizeBytes() - 1));
        for (long at = address + step - 1 & -step; at + region.sizeBytes() <= end; at += step) {
            if (free(at, region.sizeBytes())) {
                map.add(at, region.sizeBytes(), region);
                region.placedAt(at);
                return;
            }
        }
        throw new AddressException("no room for %s between 0x%x and 0x%x; make it smaller, or detach a device that has regions"
                .formatted(region, address, end - 1));
    }

    private boolean free(long at, long sizeBytes) {
        for (MmioRegion region : map.regions()) {
            if (at < region.end() && region.address() < at + sizeBytes) {
                return false;
            }
        }
        return map.memory().slots().stream().noneMatch(slot -> at < slot.end() && slot.address() < at + sizeBytes);
    }

    /** Takes a region out of the map. */
    void remove(SharedMemory region) {
        MmioRegion place = region.address() < 0 ? null : map.regionAt(region.address());
        if (place != null && place.device() == region) {
            map.remove(place);
        }
        region.placedAt(-1);
    }
}

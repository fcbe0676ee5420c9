package dev.cellvisor.virtio.driver;

import dev.cellvisor.virtio.queue.PackedLayout;
import java.util.List;

/** A packed ring from the driver's side: two places in the ring, each with its wrap counter. */
final class PackedRing extends DriverRing {
    int nextAvail;
    boolean availWrap = true;
    private int nextUsed;
    private boolean usedWrap = true;
    /** How many descriptors are free: not made available, or seen used. */
    private int free;

    PackedRing(VirtioDriver driver, int index) {
        super(driver, index);
    }

    @Override
    void allocate() {
        desc = driver.heap().allocate(PackedLayout.descSizeBytes(size), PackedLayout.DESC_ALIGN);
        avail = driver.heap().allocate(PackedLayout.EVENT_SIZE, PackedLayout.EVENT_ALIGN);
        used = driver.heap().allocate(PackedLayout.EVENT_SIZE, PackedLayout.EVENT_ALIGN);
    }

    @Override
    void forget() {
        nextAvail = 0;
        availWrap = true;
        nextUsed = 0;
        usedWrap = true;
        free = size;
        underWay.clear();
    }

    @Override
    DescriptorCursor desc(int descriptor) {
        return new DescriptorCursor(memory, desc + (long) PackedLayout.DESC_SIZE * descriptor, true);
    }

    @Override
    int position() {
        return PackedLayout.position(nextAvail, availWrap);
    }

    void position(int position) {
        nextAvail = PackedLayout.offset(position);
        availWrap = PackedLayout.wrap(position);
    }

    int usedPosition() {
        return PackedLayout.position(nextUsed, usedWrap);
    }

    /** Sets AVAIL and USED of the next descriptors, the first last, and leaves their other flags. */
    void expose(int count) {
        int at = nextAvail;
        boolean wrap = availWrap;
        int first = nextAvail;
        boolean firstWrap = availWrap;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                own(at, wrap);
            }
            if (i == count - 1) {
                underWay.add(new Chain(desc(at).id(), count));
            }
            if (++at == size) {
                at = 0;
                wrap = !wrap;
            }
        }
        own(first, firstWrap);
        nextAvail = at;
        availWrap = wrap;
        free -= count;
    }

    private void own(int at, boolean wrap) {
        DescriptorCursor descriptor = desc(at);
        descriptor.flags(descriptor.flags() & ~PackedLayout.OWNER_FLAGS | PackedLayout.available(wrap));
    }

    @Override
    boolean deviceWants(int before) {
        int event = memory.readInt(used);
        int flags = event >>> 16 & 3;
        if (flags == PackedLayout.RING_EVENT_FLAGS_DESC && eventIdx()) {
            return PackedLayout.passes(event & 0xffff, before, PackedLayout.distance(before, position(), size), size);
        }
        return flags != PackedLayout.RING_EVENT_FLAGS_DISABLE;
    }

    @Override
    void wantUsed(boolean wanted) {
        event(wanted ? PackedLayout.RING_EVENT_FLAGS_ENABLE : PackedLayout.RING_EVENT_FLAGS_DISABLE, 0);
    }

    void event(int flags, int position) {
        memory.writeShort(avail + PackedLayout.EVENT_DESC, position);
        memory.writeShort(avail + PackedLayout.EVENT_FLAGS, flags);
    }

    @Override
    UsedElement used() {
        DescriptorCursor at = desc(nextUsed);
        int flags = at.flags();
        if ((flags & PackedLayout.OWNER_FLAGS) != PackedLayout.used(usedWrap)) {
            return null;
        }
        int id = at.id();
        List<Chain> settled = settle(id);
        int descriptors = Math.max(1, settled.stream().mapToInt(Chain::descriptors).sum());
        free = Math.min(size, free + descriptors);
        nextUsed += descriptors;
        if (nextUsed >= size) {
            nextUsed -= size;
            usedWrap = !usedWrap;
        }
        if (eventIdx() && !driver.keepsUsedEvent() && (memory.readShort(avail + PackedLayout.EVENT_FLAGS) & 3) != PackedLayout.RING_EVENT_FLAGS_DISABLE) {
            event(PackedLayout.RING_EVENT_FLAGS_DESC, usedPosition());
        }
        // Without WRITE the length means nothing (VIRTIO 1.4, 2.8.4).
        return new UsedElement(id, (flags & DescriptorCursor.WRITE) != 0 ? at.length() : 0, Math.max(1, settled.size()));
    }

    private int freeId() {
        int id = 0;
        while (isUnderWay(id)) {
            id++;
        }
        return id;
    }

    private boolean isUnderWay(int id) {
        for (Chain chain : underWay) {
            if (chain.id() == id) {
                return true;
            }
        }
        return false;
    }

    @Override
    void requireFree(int count) {
        if (count > free) {
            throw tooFew(free, count);
        }
    }

    @Override
    int add(List<Buffer> buffers, long[] addresses) {
        int id = freeId();
        for (int i = 0; i < buffers.size(); i++) {
            int at = nextAvail + i;
            // The flags that say whose it is stay as they are until all is written.
            DescriptorCursor descriptor = desc(at < size ? at : at - size);
            descriptor.address(addresses[i]).length(buffers.get(i).sizeBytes()).id(id)
                    .flags(descriptor.flags() & PackedLayout.OWNER_FLAGS | (buffers.get(i).isWritable() ? DescriptorCursor.WRITE : 0)
                            | (i + 1 < buffers.size() ? DescriptorCursor.NEXT : 0));
        }
        expose(buffers.size());
        return id;
    }

    @Override
    int addTable(List<Buffer> buffers, long[] addresses) {
        long sizeBytes = PackedLayout.descSizeBytes(buffers.size());
        long table = driver.heap().allocate(sizeBytes, PackedLayout.DESC_ALIGN);
        for (int i = 0; i < buffers.size(); i++) {
            new DescriptorCursor(memory, table + (long) PackedLayout.DESC_SIZE * i, true).address(addresses[i]).length(buffers.get(i).sizeBytes())
                    .flags(buffers.get(i).isWritable() ? DescriptorCursor.WRITE : 0);
        }
        int id = freeId();
        DescriptorCursor descriptor = desc(nextAvail);
        descriptor.address(table).length(sizeBytes).id(id).flags(descriptor.flags() & PackedLayout.OWNER_FLAGS | DescriptorCursor.INDIRECT);
        expose(1);
        return id;
    }

    @Override
    public String toString() {
        return ("queue %d, packed, size %d: descriptor ring 0x%x, next available %d wrap counter %d, next used %d wrap counter %d,"
                + " driver events 0x%x, device events 0x%x").formatted(index, size, desc, nextAvail, availWrap ? 1 : 0, nextUsed, usedWrap ? 1 : 0, avail, used);
    }
}

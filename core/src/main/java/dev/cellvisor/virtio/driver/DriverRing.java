package dev.cellvisor.virtio.driver;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.VirtioFeature;
import java.util.ArrayList;
import java.util.List;

/** One ring format from the driver's side: where its parts are, and what stands in them. Checks nothing: a driver may be wrong. */
abstract sealed class DriverRing permits SplitRing, PackedRing {
    final VirtioDriver driver;
    final GuestMemory memory;
    final int index;
    int size;
    /** The descriptor area, the driver area (split: available ring), the device area (split: used ring). */
    long desc;
    long avail;
    long used;

    /** A chain that was made available and not seen used: what names it, and how many descriptors of the ring it has. */
    record Chain(int id, int descriptors) {
    }

    /** All of them, the oldest first. */
    final List<Chain> underWay = new ArrayList<>();

    DriverRing(VirtioDriver driver, int index) {
        this.driver = driver;
        this.memory = driver.memory();
        this.index = index;
    }

    final boolean eventIdx() {
        return driver.accepted().has(VirtioFeature.VIRTIO_F_EVENT_IDX);
    }

    final boolean inOrder() {
        return driver.accepted().has(VirtioFeature.VIRTIO_F_IN_ORDER);
    }

    /** Places the parts, zeroed, in the driver's heap. */
    abstract void allocate();

    /** Starts both directions anew. */
    abstract void forget();

    /** A descriptor of the ring or table. */
    abstract DescriptorCursor desc(int descriptor);

    /** How far chains were made available. */
    abstract int position();

    /** Whether the device wants to be told of what was made available since a position. */
    abstract boolean deviceWants(int before);

    /** Asks to be told of used buffers, or not to be. */
    abstract void wantUsed(boolean wanted);

    /** The next used element that was not read yet, or {@code null}. */
    abstract UsedElement used();

    /** Throws if fewer descriptors are free. */
    abstract void requireFree(int count);

    /**
     * Writes a chain of buffers, or one descriptor of an indirect table, and makes it available.
     *
     * @return what names it
     */
    abstract int add(List<Buffer> buffers, long[] addresses);

    /** See {@link #add(List, long[])}. */
    abstract int addTable(List<Buffer> buffers, long[] addresses);

    /**
     * Takes a used chain off the list; with VIRTIO_F_IN_ORDER everything before it too.
     *
     * @return what was taken off, the oldest first; empty if there is no such chain
     */
    final List<Chain> settle(int id) {
        for (int i = 0; i < underWay.size(); i++) {
            if (underWay.get(i).id() == id) {
                List<Chain> batch = underWay.subList(inOrder() ? 0 : i, i + 1);
                List<Chain> settled = List.copyOf(batch);
                batch.clear();
                return settled;
            }
        }
        return List.of();
    }

    final IllegalStateException tooFew(int free, int needed) {
        return new IllegalStateException("queue " + index + " has " + free + " free descriptors, " + needed
                + " are needed; read the used ring first, or use indirect(true)");
    }
}

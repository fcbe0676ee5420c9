package dev.cellvisor.virtio.queue;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.state.State;
import java.lang.invoke.VarHandle;

/**
 * What both ring formats have in common on the device's side: set-up, breakdown, and the order in which chains go back. The fences
 * matter where guest and device run on different threads (KVM): an index or flag is read before what it guards, and written after it.
 */
public abstract sealed class DeviceQueue implements Virtqueue permits SplitQueue, PackedQueue {
    static final int WALKED = 0;
    static final int REFUSED = 1;
    static final int BROKEN = 2;

    final int index;
    final GuestMemory memory;
    final QueueOwner owner;
    final DescriptorChain chain;

    boolean enabled;
    boolean broken;
    int size;
    /** The descriptor area, the driver area (split: available ring), the device area (split: used ring). */
    long desc;
    long driver;
    long device;
    /**
     * Whether rings may be read and written: enabled, not broken, all parts in RAM. Then the next three are where the parts are in the
     * host's memory, for reading: RAM does not move, and looking its place up at each access was half of what a chain cost (bench rings).
     */
    boolean placed;
    long hostDesc;
    long hostDriver;
    long hostDevice;
    boolean eventIdx;
    boolean indirect;
    boolean inOrder;

    /** Whether the device wants to be told of new chains. */
    boolean wanted = true;
    /** Where it last asked the driver to tell it, or -1. */
    int asked = -1;
    private int takenCount;
    private final HeldBack heldBack = new HeldBack();

    DeviceQueue(int index, GuestMemory memory, QueueOwner owner) {
        this.index = index;
        this.memory = memory;
        this.owner = owner;
        chain = new DescriptorChain(memory);
    }

    /**
     * Makes the queue usable, from the start of its rings on.
     *
     * @param newSize as the format allows
     * @param descAddress of the descriptor area
     * @param driverAddress of the driver area (split: available ring)
     * @param deviceAddress of the device area (split: used ring)
     * @throws IllegalArgumentException if the size is not allowed
     */
    public final void enable(int newSize, long descAddress, long driverAddress, long deviceAddress) {
        requireSize(newSize);
        disable();
        enabled = true;
        size = newSize;
        desc = descAddress;
        driver = driverAddress;
        device = deviceAddress;
        sized();
        judgeAlignment();
    }

    /** The queue has a size now. */
    void sized() {
    }

    abstract void requireSize(int newSize);

    abstract void judgeAlignment();

    /** Sets which negotiated features shape the queue, and checks that its parts are RAM. Called when negotiation is complete. */
    public final void negotiated(RingFeatures features) {
        eventIdx = features.eventIdx();
        indirect = features.indirect();
        inOrder = features.inOrder();
        if (enabled) {
            heldBack.clear(inOrder ? size : 0);
            judgePlaces();
            place();
        }
    }

    abstract void judgePlaces();

    /** Whether all parts are in RAM. */
    abstract boolean inRam();

    private void place() {
        placed = !broken;
        if (placed) {
            hostDesc = hostAddress(desc);
            hostDriver = hostAddress(driver);
            hostDevice = hostAddress(device);
        }
    }

    final long hostAddress(long address) {
        MemorySlot slot = memory.slotAt(address);
        return slot.hostAddress() + (address - slot.address());
    }

    /** Takes everything back to the state before the first {@link #enable}. */
    public final void disable() {
        enabled = false;
        placed = false;
        broken = false;
        wanted = true;
        asked = -1;
        takenCount = 0;
        heldBack.clear(0);
        forget();
    }

    /** Back to the start of the rings, with nothing taken. */
    abstract void forget();

    /**
     * The driver's notification says how far it has made chains available (VIRTIO_F_NOTIFICATION_DATA). It tells the device nothing that
     * the ring does not; it must not be wrong.
     *
     * @param position split: the available ring's idx; packed: offset and wrap counter of the next descriptor to be made available
     */
    public abstract void notificationData(int position);

    @Override
    public final int index() {
        return index;
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final boolean usable() {
        return enabled && !broken;
    }

    @Override
    public final int takenCount() {
        return takenCount;
    }

    static boolean misaligned(long address, int alignment) {
        return (address & alignment - 1) != 0;
    }

    final void judgePlace(String rule, String part, long address, long sizeBytes) {
        if (!broken && !memory.contains(address, sizeBytes)) {
            breakdown(rule, "queue %d of size %d: its %s of %d bytes at 0x%x is not in RAM".formatted(index, size, part, sizeBytes, address));
        }
    }

    final int fault(String rule, String sentence) {
        breakdown(rule, "queue " + index + ": " + sentence);
        return BROKEN;
    }

    final DescriptorChain breakdown(String rule, String sentence) {
        broken = true;
        placed = false;
        owner.needsReset(rule, sentence);
        return null;
    }

    // Taking chains and giving them back.

    /** A chain was taken, and stands in {@link #chain}. */
    final void took(int id) {
        takenCount++;
        if (inOrder) {
            heldBack.add(id, chain.writableBytes());
        }
        if (owner.trace().on()) {
            owner.trace().emit(new ChainAvailable(owner.name(), index, id, chain.segmentCount(), chain.readableBytes(), chain.writableBytes()));
        }
    }

    /** The chain that was taken last, as it stood then: for whoever hears of it by {@link ChainAvailable}. */
    public final DescriptorChain lastTaken() {
        return chain;
    }

    /** Whether a chain was taken and did not yet go back. */
    abstract boolean holds(int id);

    /** A chain goes back: forgets it, and tells how many descriptors of the ring it had. */
    abstract int release(int id);

    /**
     * Writes a used element, not yet visible.
     *
     * @param chains how many chains it stands for: more than one only with VIRTIO_F_IN_ORDER
     * @param descriptors how many descriptors of the ring these chains had
     */
    abstract void putUsed(int id, long writtenBytes, int chains, int descriptors);

    /** What a used element says of so many bytes: len is a le32, and a chain can have room for 4 GiB and (packed) more. */
    static long usedLength(long writtenBytes) {
        return Math.min(writtenBytes, 0xffff_ffffL);
    }

    /** Makes what was put since the last time visible, all at once. */
    abstract void publish();

    /** Where the used side stands now, for facts. */
    abstract int usedPosition();

    @Override
    public final void complete(int id, long writtenBytes) {
        requireTaken(id);
        takenCount--;
        if (inOrder) {
            heldBack.done(id, writtenBytes);
            return;
        }
        int descriptors = release(id);
        if (placed) {
            putUsed(id, writtenBytes, 1, descriptors);
            publish();
            told(id, writtenBytes);
        }
    }

    @Override
    public final void completeTogether(int[] ids, long[] writtenBytes, int count) {
        for (int i = 0; i < count; i++) {
            requireTaken(ids[i]);
            takenCount--;
            if (inOrder) {
                heldBack.done(ids[i], writtenBytes[i]);
                continue;
            }
            int descriptors = release(ids[i]);
            if (placed) {
                putUsed(ids[i], writtenBytes[i], 1, descriptors);
            }
        }
        if (inOrder || !placed) {
            return;
        }
        publish();
        for (int i = 0; i < count; i++) {
            told(ids[i], writtenBytes[i]);
        }
    }

    private void told(int id, long writtenBytes) {
        if (owner.trace().on()) {
            owner.trace().emit(new ChainUsed(owner.name(), index, id, writtenBytes, usedPosition()));
        }
    }

    /**
     * With VIRTIO_F_IN_ORDER: gives back the oldest chains as far as they are completed. One used element stands for a batch, but only for
     * chains that were used completely, since that is what the driver takes for granted (VIRTIO 1.4, 2.7.9 and 2.8.8).
     */
    private void flush() {
        if (!heldBack.ready()) {
            return;
        }
        int chains = 0;
        int descriptors = 0;
        boolean usable = placed;
        while (heldBack.ready()) {
            int id = heldBack.oldest();
            long written = heldBack.oldestWritten();
            chains++;
            descriptors += release(id);
            if (usable && (!heldBack.oldestFull() || !heldBack.moreReady())) {
                putUsed(id, written, chains, descriptors);
                chains = 0;
                descriptors = 0;
            }
            heldBack.removeOldest();
            if (usable) {
                told(id, written);
            }
        }
        if (usable) {
            publish();
        }
    }

    final void requireTaken(int id) {
        if (id < 0 || !holds(id) || inOrder && !heldBack.has(id)) {
            throw new IllegalArgumentException("queue %d: chain %d is not with the device, which has %d; poll() takes the next one"
                    .formatted(index, id, takenCount));
        }
    }

    @Override
    public final boolean hasNews() {
        if (inOrder) {
            flush();
        }
        return placed && usedSinceJudged();
    }

    abstract boolean usedSinceJudged();

    @Override
    public final boolean needsNotification() {
        if (!hasNews()) {
            return false;
        }
        // What was used must be visible before the driver's wish is read, else both sides may wait (VIRTIO 1.4, 2.7.7.2).
        VarHandle.fullFence();
        return driverWants();
    }

    /** Whether the driver wants to be told of what was used since this was last asked. */
    abstract boolean driverWants();

    @Override
    public final void wantNotifications(boolean nowWanted) {
        boolean before = wanted;
        wanted = nowWanted;
        if (placed && before != nowWanted) {
            asked = -1;
            writeWish();
            VarHandle.fullFence();
        }
    }

    /** Tells the driver whether, and from where on, the device wants to be told of new chains. */
    abstract void writeWish();

    // State.

    /** What both formats save. */
    final State.Builder save(String type) {
        return State.of(type, 2)
                .put("enabled", enabled).put("broken", broken).put("size", size)
                .put("desc", desc).put("driver", driver).put("device", device)
                .put("eventIdx", eventIdx).put("indirect", indirect).put("inOrder", inOrder)
                .put("wanted", wanted).put("asked", asked).put("takenCount", takenCount).put("heldBack", heldBack.save());
    }

    final void restore(State state, String type) {
        state.expect(type, 2);
        long[] held = state.numbers("heldBack");
        enabled = state.flag("enabled");
        broken = state.flag("broken");
        size = state.integer("size");
        desc = state.number("desc");
        driver = state.number("driver");
        device = state.number("device");
        eventIdx = state.flag("eventIdx");
        indirect = state.flag("indirect");
        inOrder = state.flag("inOrder");
        wanted = state.flag("wanted");
        asked = state.integer("asked");
        takenCount = state.integer("takenCount");
        heldBack.restore(held, inOrder ? size : 0);
        placed = false;
        if (enabled && !broken && inRam()) {
            place();
        }
    }
}

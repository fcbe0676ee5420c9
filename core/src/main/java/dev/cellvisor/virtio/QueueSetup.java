package dev.cellvisor.virtio;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.queue.DeviceQueue;
import dev.cellvisor.virtio.queue.PackedLayout;
import dev.cellvisor.virtio.queue.PackedQueue;
import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.queue.SplitQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the driver has set up for one queue, and the queue itself, in the negotiated format. */
public final class QueueSetup implements Stateful {
    private final int sizeMax;
    private final BooleanSupplier packed;
    private final SplitQueue split;
    private final Supplier<PackedQueue> packedMaker;
    private PackedQueue packedQueue;
    private DeviceQueue queue;
    /** The size that the driver chose, or 0. */
    private int size;
    private long desc;
    private long driver;
    private long device;
    private boolean ready;

    /**
     * A queue that nobody has set up.
     *
     * @param packed whether VIRTIO_F_RING_PACKED is negotiated now
     */
    QueueSetup(int sizeMax, BooleanSupplier packed, SplitQueue split, Supplier<PackedQueue> packedMaker) {
        this.sizeMax = sizeMax;
        this.packed = packed;
        this.split = split;
        this.packedMaker = packedMaker;
        queue = split;
    }

    /** The largest size: any for a packed ring, a power of two for a split one (VIRTIO 1.4, 2.7). */
    public int sizeMax() {
        return packed.getAsBoolean() ? sizeMax : Integer.highestOneBit(sizeMax);
    }

    /** The size that the driver chose; the largest until it does. */
    public int size() {
        return size == 0 ? sizeMax() : size;
    }

    /** Which sizes are allowed, in words. */
    public String sizes() {
        return (packed.getAsBoolean() ? "1 to " : "a power of two, 1 to ") + sizeMax();
    }

    /** Guest-physical address of the descriptor area. */
    public long desc() {
        return desc;
    }

    /** Guest-physical address of the driver area (split: available ring). */
    public long driver() {
        return driver;
    }

    /** Guest-physical address of the device area (split: used ring). */
    public long device() {
        return device;
    }

    /** Whether the driver made it ready. */
    public boolean ready() {
        return ready;
    }

    /** The queue: another object after another format was negotiated. */
    public DeviceQueue queue() {
        return queue;
    }

    /**
     * Chooses a size.
     *
     * @return whether it is allowed; nothing changes if not
     */
    public boolean chooseSize(int newSize) {
        if (newSize > sizeMax() || !(packed.getAsBoolean() ? PackedLayout.validSize(newSize) : SplitLayout.validSize(newSize))) {
            return false;
        }
        size = newSize;
        return true;
    }

    /** Sets the address of the descriptor area. */
    public void desc(long address) {
        desc = address;
    }

    /** Sets the address of the driver area. */
    public void driver(long address) {
        driver = address;
    }

    /** Sets the address of the device area. */
    public void device(long address) {
        device = address;
    }

    void enable() {
        ready = true;
        use(packed.getAsBoolean());
        queue.enable(size(), desc, driver, device);
    }

    /** A queue made ready too early has the wrong format: makes it ready anew. */
    void settle() {
        if (packed.getAsBoolean() != queue instanceof PackedQueue) {
            enable();
        }
    }

    private void use(boolean usePacked) {
        if (usePacked && packedQueue == null) {
            packedQueue = packedMaker.get();
        }
        queue = usePacked ? packedQueue : split;
    }

    void disable() {
        ready = false;
        queue.disable();
    }

    void reset() {
        disable();
        queue = split;
        size = 0;
        desc = 0;
        driver = 0;
        device = 0;
    }

    @Override
    public State save() {
        return State.of("queue-setup", 2).put("size", size).put("desc", desc).put("driver", driver).put("device", device)
                .put("ready", ready).put("packed", queue instanceof PackedQueue).put("queue", queue.save()).build();
    }

    @Override
    public void restore(State state) {
        state.expect("queue-setup", 2);
        use(state.flag("packed"));
        queue.restore(state.child("queue"));
        size = state.integer("size");
        desc = state.number("desc");
        driver = state.number("driver");
        device = state.number("device");
        ready = state.flag("ready");
    }
}

package dev.cellvisor.virtio;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.queue.SplitQueue;

/** What the driver has set up for one queue, and the queue itself. */
public final class QueueSetup implements Stateful {
    private final int sizeMax;
    private final SplitQueue queue;
    private int size;
    private long desc;
    private long driver;
    private long device;
    private boolean ready;

    QueueSetup(int sizeMax, SplitQueue queue) {
        this.sizeMax = sizeMax;
        this.queue = queue;
        size = sizeMax;
    }

    /** The largest size. */
    public int sizeMax() {
        return sizeMax;
    }

    /** The size that the driver chose; the largest until it does. */
    public int size() {
        return size;
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

    /** The queue. */
    public SplitQueue queue() {
        return queue;
    }

    /**
     * Chooses a size.
     *
     * @return whether it is allowed; nothing changes if not
     */
    public boolean chooseSize(int newSize) {
        if (!SplitLayout.validSize(newSize) || newSize > sizeMax) {
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
        queue.enable(size, desc, driver, device);
    }

    void disable() {
        ready = false;
        queue.disable();
    }

    void reset() {
        disable();
        size = sizeMax;
        desc = 0;
        driver = 0;
        device = 0;
    }

    @Override
    public State save() {
        return State.of("queue-setup", 1).put("size", size).put("desc", desc).put("driver", driver).put("device", device)
                .put("ready", ready).put("queue", queue.save()).build();
    }

    @Override
    public void restore(State state) {
        state.expect("queue-setup", 1);
        queue.restore(state.child("queue"));
        size = state.integer("size");
        desc = state.number("desc");
        driver = state.number("driver");
        device = state.number("device");
        ready = state.flag("ready");
    }
}

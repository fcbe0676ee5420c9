package dev.cellvisor.virtio.driver;

import static dev.cellvisor.virtio.queue.SplitLayout.RING_FLAGS;
import static dev.cellvisor.virtio.queue.SplitLayout.RING_IDX;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.queue.SplitLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A split virtqueue from the driver's side. Bare: {@link #desc}, {@link #offer}, {@link #notifyDevice}, {@link #used}. Whole
 * requests: {@link #send}, or {@link #submit} and {@link #completed}.
 *
 * <p>Ring indices are read from and written to guest memory each time, so that bare writes to the rings count. The queue remembers
 * only how far it has read the used ring, and which descriptors its own requests hold.
 */
public final class DriverQueue {
    private final VirtioDriver driver;
    private final GuestMemory memory;
    private final int index;
    private int size;
    private long desc;
    private long avail;
    private long used;
    private int nextUsed;
    private boolean indirect;
    private final BitSet busy = new BitSet();
    private final Map<Integer, Request> requests = new LinkedHashMap<>();

    /** What a request of ours holds. */
    private record Request(List<Buffer> buffers, long[] addresses, int[] descriptors) {
    }

    DriverQueue(VirtioDriver driver, int index) {
        this.driver = driver;
        this.memory = driver.memory();
        this.index = index;
    }

    // Setting up.

    /** Its index. */
    public int index() {
        return index;
    }

    /** Its size in descriptors. */
    public int size() {
        return size;
    }

    /** Chooses the size; nothing is told to the device before {@link #enable}. */
    public DriverQueue size(int newSize) {
        size = newSize;
        return this;
    }

    /** Puts the three parts at places of the caller's choice, as they are: nothing is cleared or checked. */
    public DriverQueue at(long descAddress, long availAddress, long usedAddress) {
        desc = descAddress;
        avail = availAddress;
        used = usedAddress;
        return this;
    }

    /** Puts the three parts, zeroed, where the driver's heap has room. Without a size, the device's largest is taken, up to 256. */
    public DriverQueue allocate() {
        if (size == 0) {
            size = Math.min(256, (int) maxSize());
        }
        if (driver.isLegacy()) {
            SplitLayout.Legacy parts = SplitLayout.legacy(0, size, GuestMemory.PAGE_SIZE);
            long at = driver.heap().allocate(parts.end(), GuestMemory.PAGE_SIZE);
            return at(at, at + parts.avail(), at + parts.used());
        }
        return at(driver.heap().allocate(SplitLayout.descSizeBytes(size), SplitLayout.DESC_ALIGN),
                driver.heap().allocate(SplitLayout.availSizeBytes(size, true), SplitLayout.AVAIL_ALIGN),
                driver.heap().allocate(SplitLayout.usedSizeBytes(size, true), SplitLayout.USED_ALIGN));
    }

    /** The device's largest size for this queue; 0 if it has none. Selects the queue. */
    public long maxSize() {
        select();
        return driver.read("QueueSizeMax");
    }

    /** Selects the queue. */
    public DriverQueue select() {
        driver.write("QueueSel", index);
        return this;
    }

    /**
     * Tells the device size and places, and makes the queue ready: the order of VIRTIO 1.4, 4.2.3.2. A legacy device is told the first page
     * of the descriptor table (4.2.4).
     */
    public DriverQueue enable() {
        configure();
        if (driver.isLegacy()) {
            driver.write("QueuePFN", desc / GuestMemory.PAGE_SIZE);
            return this;
        }
        driver.write("QueueReady", 1);
        return this;
    }

    /** Tells the device size and places; a legacy device size and alignment. */
    public DriverQueue configure() {
        select();
        driver.write("QueueSize", size);
        if (driver.isLegacy()) {
            driver.write("QueueAlign", GuestMemory.PAGE_SIZE);
            return forget();
        }
        address("QueueDesc", desc);
        address("QueueDriver", avail);
        address("QueueDevice", used);
        forget();
        return this;
    }

    private void address(String area, long address) {
        driver.write(area + "Low", address & 0xffff_ffffL);
        driver.write(area + "High", address >>> 32);
    }

    /** Stops the queue, and reads QueueReady back, as a driver must. */
    public DriverQueue disable() {
        select();
        if (driver.isLegacy()) {
            driver.write("QueuePFN", 0);
            driver.read("QueuePFN");
            return this;
        }
        driver.write("QueueReady", 0);
        driver.read("QueueReady");
        return this;
    }

    /** Resets the queue; needs VIRTIO_F_RING_RESET. */
    public DriverQueue reset() {
        select();
        driver.write("QueueReset", 1);
        forget();
        return this;
    }

    /** Forgets what was sent and how far the used ring was read: both rings start at 0 again. */
    public DriverQueue forget() {
        nextUsed = 0;
        busy.clear();
        requests.clear();
        return this;
    }

    // Bare rings.

    /** Guest-physical address of the descriptor table. */
    public long descAddress() {
        return desc;
    }

    /** Guest-physical address of the available ring. */
    public long availAddress() {
        return avail;
    }

    /** Guest-physical address of the used ring. */
    public long usedAddress() {
        return used;
    }

    /** A descriptor of the table. An index beyond the table is what stands behind it in memory. */
    public DescriptorCursor desc(int descriptor) {
        return driver.descriptorAt(desc + (long) SplitLayout.DESC_SIZE * descriptor);
    }

    /** Puts a head on the available ring and moves its idx on by one. */
    public DriverQueue offer(int... heads) {
        for (int head : heads) {
            int idx = availIdx();
            memory.writeShort(avail + SplitLayout.availElem(idx, size), head);
            availIdx(idx + 1);
        }
        return this;
    }

    /** The available ring's idx. */
    public int availIdx() {
        return memory.readShort(avail + RING_IDX);
    }

    /** Sets the available ring's idx. */
    public DriverQueue availIdx(int idx) {
        memory.writeShort(avail + RING_IDX, idx);
        return this;
    }

    /** Sets the available ring's flags; 1 asks for no used buffer notifications. */
    public DriverQueue availFlags(int flags) {
        memory.writeShort(avail + RING_FLAGS, flags);
        return this;
    }

    /** With VIRTIO_F_EVENT_IDX: asks to be notified when the used ring's element with this running index is placed. */
    public DriverQueue usedEvent(int idx) {
        memory.writeShort(avail + SplitLayout.usedEvent(size), idx);
        return this;
    }

    /** The used ring's idx. */
    public int usedIdx() {
        return memory.readShort(used + RING_IDX);
    }

    /** The used ring's flags; 1: the device wants no available buffer notifications. */
    public int usedFlags() {
        return memory.readShort(used + RING_FLAGS);
    }

    /** With VIRTIO_F_EVENT_IDX: at which running index of the available ring the device wants to be notified. */
    public int availEvent() {
        return memory.readShort(used + SplitLayout.availEvent(size));
    }

    /** Notifies the device, whether it wants to be or not. */
    public DriverQueue notifyDevice() {
        int value = driver.accepted().has(VirtioFeature.VIRTIO_F_NOTIFICATION_DATA) ? availIdx() << 16 | index : index;
        driver.write("QueueNotify", value & 0xffff_ffffL);
        return this;
    }

    /**
     * Notifies the device if it wants to be.
     *
     * @param availIdxBefore the available ring's idx before the buffers that are new
     * @return whether it was notified
     */
    public boolean kick(int availIdxBefore) {
        boolean wanted = driver.accepted().has(VirtioFeature.VIRTIO_F_EVENT_IDX)
                ? SplitLayout.passes(availEvent(), availIdxBefore, availIdx())
                : (usedFlags() & SplitLayout.VIRTQ_USED_F_NO_NOTIFY) == 0;
        if (wanted) {
            notifyDevice();
        }
        return wanted;
    }

    /** The next element of the used ring that was not read yet, or {@code null}. With VIRTIO_F_EVENT_IDX asks for the next. */
    public UsedElement used() {
        if (usedIdx() == nextUsed) {
            return null;
        }
        long element = used + SplitLayout.usedElem(nextUsed, size);
        var result = new UsedElement(memory.readInt(element) & 0xffff_ffffL, memory.readInt(element + 4) & 0xffff_ffffL);
        nextUsed = nextUsed + 1 & 0xffff;
        if (driver.accepted().has(VirtioFeature.VIRTIO_F_EVENT_IDX) && !driver.keepsUsedEvent()) {
            usedEvent(nextUsed);
        }
        return result;
    }

    /** All elements of the used ring that were not read yet. */
    public List<UsedElement> allUsed() {
        List<UsedElement> elements = new ArrayList<>();
        for (UsedElement element = used(); element != null; element = used()) {
            elements.add(element);
        }
        return elements;
    }

    // Whole requests.

    /** Whether requests go through an indirect table each; needs VIRTIO_F_INDIRECT_DESC. */
    public DriverQueue indirect(boolean on) {
        indirect = on;
        return this;
    }

    /**
     * Sends one request and waits for its answer: descriptors, available ring, notification, used ring, acknowledgement.
     *
     * @param buffers in the order of the chain
     * @throws IllegalStateException if the device does not answer
     */
    public Completion send(Buffer... buffers) {
        long mark = driver.heap().mark();
        int idx = availIdx();
        int head = submit(buffers);
        kick(idx);
        Completion completion = await(head);
        driver.acknowledge();
        driver.heap().free(mark);
        return completion;
    }

    /** Sends bytes only; see {@link #send(Buffer...)}. */
    public Completion send(byte... bytes) {
        return send(Buffer.readable(bytes));
    }

    /** Asks for bytes only; see {@link #send(Buffer...)}. */
    public Completion receive(int sizeBytes) {
        return send(Buffer.writable(sizeBytes));
    }

    /**
     * A request as block devices have it: header, data, one byte of status.
     *
     * @param data what to write, or room for what is read
     */
    public Completion send(byte[] header, Buffer data) {
        return send(Buffer.readable(header), data, Buffer.writable(1));
    }

    /**
     * Places buffers in the heap, a chain in the table, and its head on the available ring; does not notify.
     *
     * @return the head
     * @throws IllegalStateException if too few descriptors are free
     */
    public int submit(Buffer... buffers) {
        if (buffers.length == 0) {
            throw new IllegalArgumentException("a request needs a buffer at least");
        }
        int[] descriptors = free(indirect ? 1 : buffers.length);
        long[] addresses = new long[buffers.length];
        for (int i = 0; i < buffers.length; i++) {
            addresses[i] = driver.heap().allocate(buffers[i].sizeBytes(), 16);
            if (!buffers[i].isWritable()) {
                memory.write(addresses[i], buffers[i].bytes());
            }
        }
        if (indirect) {
            long sizeBytes = SplitLayout.descSizeBytes(buffers.length);
            long table = driver.heap().allocate(sizeBytes, SplitLayout.DESC_ALIGN);
            for (int i = 0; i < buffers.length; i++) {
                place(driver.descriptorAt(table + (long) SplitLayout.DESC_SIZE * i), buffers[i], addresses[i], i + 1 < buffers.length ? i + 1 : -1);
            }
            desc(descriptors[0]).address(table).length(sizeBytes).flags(DescriptorCursor.INDIRECT).next(0);
        } else {
            for (int i = 0; i < buffers.length; i++) {
                place(desc(descriptors[i]), buffers[i], addresses[i], i + 1 < buffers.length ? descriptors[i + 1] : -1);
            }
        }
        for (int descriptor : descriptors) {
            busy.set(descriptor);
        }
        requests.put(descriptors[0], new Request(List.of(buffers), addresses, descriptors));
        offer(descriptors[0]);
        return descriptors[0];
    }

    private static void place(DescriptorCursor at, Buffer buffer, long address, int next) {
        at.address(address).length(buffer.sizeBytes())
                .flags((buffer.isWritable() ? DescriptorCursor.WRITE : 0) | (next >= 0 ? DescriptorCursor.NEXT : 0))
                .next(Math.max(0, next));
    }

    private int[] free(int count) {
        int[] free = new int[count];
        int at = -1;
        for (int i = 0; i < count; i++) {
            at = busy.nextClearBit(at + 1);
            if (at >= size) {
                throw new IllegalStateException("queue " + index + " has " + (size - busy.cardinality()) + " free descriptors, " + count
                        + " are needed; read the used ring first, or use indirect(true)");
            }
            free[i] = at;
        }
        return free;
    }

    /** The next of our requests that the device has answered, or {@code null}. Chains offered by hand are passed over. */
    public Completion completed() {
        for (UsedElement element = used(); element != null; element = used()) {
            Request request = element.id() < size ? requests.remove((int) element.id()) : null;
            if (request != null) {
                List<byte[]> answers = new ArrayList<>();
                for (int i = 0; i < request.buffers.size(); i++) {
                    if (request.buffers.get(i).isWritable()) {
                        answers.add(memory.read(request.addresses[i], request.buffers.get(i).sizeBytes()));
                    }
                }
                for (int descriptor : request.descriptors) {
                    busy.clear(descriptor);
                }
                return new Completion(element, List.copyOf(answers));
            }
        }
        return null;
    }

    private Completion await(int head) {
        do {
            for (Completion completion = completed(); completion != null; completion = completed()) {
                if (completion.used().id() == head) {
                    return completion;
                }
            }
        } while (driver.waitForDevice());
        throw new IllegalStateException("the device did not answer chain " + head + " on queue " + index + ": Status is "
                + dev.cellvisor.virtio.StatusBit.describe(driver.status())
                + "; if it has a latency, let time pass with driver.waitWith(…)");
    }

    @Override
    public String toString() {
        return size == 0 ? "queue " + index + ", not set up" : "queue %d, size %d: descriptors 0x%x, available ring 0x%x idx %d, used ring 0x%x idx %d"
                .formatted(index, size, desc, avail, memory.contains(avail, 4) ? availIdx() : -1, used, memory.contains(used, 4) ? usedIdx() : -1);
    }
}

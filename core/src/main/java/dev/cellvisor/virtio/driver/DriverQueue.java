package dev.cellvisor.virtio.driver;

import static dev.cellvisor.virtio.queue.SplitLayout.RING_FLAGS;
import static dev.cellvisor.virtio.queue.SplitLayout.RING_IDX;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.queue.PackedLayout;
import dev.cellvisor.virtio.queue.SplitLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A virtqueue from the driver's side, split or packed as VIRTIO_F_RING_PACKED was accepted or not. Whole requests are the same for both:
 * {@link #send}, or {@link #submit}, {@link #kick()} and {@link #completed}. Bare, a split ring has {@link #desc}, {@link #offer},
 * {@link #notifyDevice} and {@link #used}; a packed ring has {@link #desc}, {@link #expose}, {@link #notifyDevice} and {@link #used}.
 *
 * <p>A split ring's indices are read from and written to guest memory each time, so that bare writes to the rings count; a packed ring has
 * its position and wrap counters here.
 */
public final class DriverQueue {
    private final VirtioDriver driver;
    private final GuestMemory memory;
    private final int index;
    private final SplitRing split;
    private final PackedRing packed;
    private int kicked = -1;
    private boolean indirect;
    private final LinkedHashMap<Integer, Request> requests = new LinkedHashMap<>();
    private final ArrayDeque<Completion> ready = new ArrayDeque<>();

    /** What a request of ours holds. */
    private record Request(int id, List<Buffer> buffers, long[] addresses) {
        long room() {
            return buffers.stream().filter(Buffer::isWritable).mapToLong(Buffer::sizeBytes).sum();
        }
    }

    DriverQueue(VirtioDriver driver, int index) {
        this.driver = driver;
        this.memory = driver.memory();
        this.index = index;
        split = new SplitRing(driver, index);
        packed = new PackedRing(driver, index);
    }

    private DriverRing ring() {
        return driver.packed() ? packed : split;
    }

    private SplitRing split(String what) {
        if (driver.packed()) {
            throw new IllegalStateException("queue " + index + " is packed, and " + what + " is of split rings");
        }
        return split;
    }

    private PackedRing packed(String what) {
        if (!driver.packed()) {
            throw new IllegalStateException("queue " + index + " is split, and " + what + " is of packed rings; accept VIRTIO_F_RING_PACKED first");
        }
        return packed;
    }

    // Setting up.

    /** Its index. */
    public int index() {
        return index;
    }

    /** Its size in descriptors. */
    public int size() {
        return ring().size;
    }

    /** Chooses the size; nothing is told to the device before {@link #enable}. */
    public DriverQueue size(int newSize) {
        split.size = newSize;
        packed.size = newSize;
        return this;
    }

    /** Whether it is a packed ring. */
    public boolean isPacked() {
        return driver.packed();
    }

    /**
     * Puts the three parts at places of the caller's choice, as they are: nothing is cleared or checked.
     *
     * @param driverAddress the available ring, or a packed ring's driver event suppression
     * @param deviceAddress the used ring, or a packed ring's device event suppression
     */
    public DriverQueue at(long descAddress, long driverAddress, long deviceAddress) {
        ring().desc = descAddress;
        ring().avail = driverAddress;
        ring().used = deviceAddress;
        return this;
    }

    /** Puts the three parts, zeroed, where the driver's heap has room. Without a size, the device's largest is taken, up to 256. */
    public DriverQueue allocate() {
        if (size() == 0) {
            size(Math.min(256, (int) maxSize()));
        }
        if (driver.isLegacy()) {
            SplitLayout.Legacy parts = SplitLayout.legacy(0, size(), GuestMemory.PAGE_SIZE);
            long at = driver.heap().allocate(parts.end(), GuestMemory.PAGE_SIZE);
            return at(at, at + parts.avail(), at + parts.used());
        }
        ring().allocate();
        return this;
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
            driver.write("QueuePFN", ring().desc / GuestMemory.PAGE_SIZE);
            return this;
        }
        driver.write("QueueReady", 1);
        return this;
    }

    /** Tells the device size and places; a legacy device size and alignment. */
    public DriverQueue configure() {
        select();
        driver.write("QueueSize", size());
        if (driver.isLegacy()) {
            driver.write("QueueAlign", GuestMemory.PAGE_SIZE);
            return forget();
        }
        address("QueueDesc", ring().desc);
        address("QueueDriver", ring().avail);
        address("QueueDevice", ring().used);
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

    /** Forgets what was sent and how far the ring was read: both directions start anew. */
    public DriverQueue forget() {
        ring().forget();
        requests.clear();
        ready.clear();
        kicked = -1;
        return this;
    }

    // Bare rings.

    /** Guest-physical address of the descriptor table, or of a packed ring's descriptors. */
    public long descAddress() {
        return ring().desc;
    }

    /** Guest-physical address of the available ring, or of a packed ring's driver event suppression. */
    public long availAddress() {
        return ring().avail;
    }

    /** Guest-physical address of the used ring, or of a packed ring's device event suppression. */
    public long usedAddress() {
        return ring().used;
    }

    /** A descriptor of the table or ring. An index beyond it is what stands behind it in memory. */
    public DescriptorCursor desc(int descriptor) {
        return ring().desc(descriptor);
    }

    /** Split: puts heads on the available ring and moves its idx on by one each. */
    public DriverQueue offer(int... heads) {
        for (int head : heads) {
            split("the available ring").offer(head);
        }
        return this;
    }

    /**
     * Packed: makes the next {@code count} descriptors available as one chain: AVAIL and USED are set as the wrap counter says, the first
     * descriptor last. What else stands in them was written before.
     */
    public DriverQueue expose(int count) {
        packed("expose").expose(count);
        return this;
    }

    /** How far chains were made available: the available ring's idx, or a packed ring's offset with the wrap counter in bit 15. */
    public int availIdx() {
        return ring().position();
    }

    /** Sets how far chains were made available; see {@link #availIdx()}. */
    public DriverQueue availIdx(int position) {
        if (driver.packed()) {
            packed.position(position);
        } else {
            memory.writeShort(split.avail + RING_IDX, position);
        }
        return this;
    }

    /** Packed: the descriptor that is made available next. */
    public int nextAvail() {
        return packed("nextAvail").nextAvail;
    }

    /** Packed: the driver's wrap counter. */
    public boolean availWrap() {
        return packed("a wrap counter").availWrap;
    }

    /** Packed: where the driver looks for the next used descriptor, with the wrap counter that it expects in bit 15. */
    public int usedPosition() {
        return packed("usedPosition").usedPosition();
    }

    /** Split: sets the available ring's flags; 1 asks for no used buffer notifications. */
    public DriverQueue availFlags(int flags) {
        memory.writeShort(split("flags of the available ring").avail + RING_FLAGS, flags);
        return this;
    }

    /** Split with VIRTIO_F_EVENT_IDX: asks to be notified when the used ring's element with this running index is placed. */
    public DriverQueue usedEvent(int idx) {
        split("used_event").usedEvent(idx);
        return this;
    }

    /**
     * Packed: sets the driver event suppression.
     *
     * @param flags 0 enabled, 1 disabled, 2 at one descriptor
     * @param position that descriptor, with the wrap counter in bit 15
     */
    public DriverQueue driverEvent(int flags, int position) {
        packed("event suppression").event(flags, position);
        return this;
    }

    /** Packed: the flags of the device event suppression. */
    public int deviceEventFlags() {
        return memory.readShort(packed("event suppression").used + PackedLayout.EVENT_FLAGS);
    }

    /** Packed: the descriptor of the device event suppression, with the wrap counter in bit 15. */
    public int deviceEventPosition() {
        return memory.readShort(packed("event suppression").used + PackedLayout.EVENT_DESC);
    }

    /** Asks for used buffer notifications or against them, whatever the format and the features. */
    public DriverQueue wantUsed(boolean wanted) {
        ring().wantUsed(wanted);
        return this;
    }

    /** Split: the used ring's idx. */
    public int usedIdx() {
        return split("the used ring's idx").usedIdx();
    }

    /** Split: the used ring's flags; 1: the device wants no available buffer notifications. */
    public int usedFlags() {
        return memory.readShort(split("flags of the used ring").used + RING_FLAGS);
    }

    /** Split with VIRTIO_F_EVENT_IDX: at which running index of the available ring the device wants to be notified. */
    public int availEvent() {
        return memory.readShort(split("avail_event").used + SplitLayout.availEvent(size()));
    }

    /** Notifies the device, whether it wants to be or not. */
    public DriverQueue notifyDevice() {
        return notifyDevice(availIdx());
    }

    /** Notifies the device; with VIRTIO_F_NOTIFICATION_DATA it is told this position, right or wrong. */
    public DriverQueue notifyDevice(int position) {
        int value = driver.accepted().has(VirtioFeature.VIRTIO_F_NOTIFICATION_DATA) ? position << 16 | index : index;
        driver.write("QueueNotify", value & 0xffff_ffffL);
        kicked = position;
        return this;
    }

    /**
     * Notifies the device if it wants to be.
     *
     * @param before {@link #availIdx()} before the chains that are new
     * @return whether it was notified
     */
    public boolean kick(int before) {
        boolean wanted = ring().deviceWants(before);
        if (wanted) {
            notifyDevice();
        }
        kicked = availIdx();
        return wanted;
    }

    /** Notifies the device of all that is new since the last time, if it wants to be; see {@link #kick(int)}. */
    public boolean kick() {
        return kick(kicked < 0 ? driver.packed() ? PackedLayout.position(0, true) : 0 : kicked);
    }

    /** What the device used next and was not read yet, or {@code null}. With VIRTIO_F_EVENT_IDX asks to be told of the next. */
    public UsedElement used() {
        return ring().used();
    }

    /** All that the device used and was not read yet. */
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
        requirePlaced();
        long mark = driver.heap().mark();
        int idx = availIdx();
        int head = submit(buffers);
        kick(idx);
        Completion completion = await(head);
        driver.acknowledge();
        driver.heap().free(mark);
        return completion;
    }

    private void requirePlaced() {
        if (size() == 0) {
            throw new IllegalStateException("queue %d has no place in memory yet: driver.initialise() sets up all queues that the device has, queue(%d).size(8).allocate().enable() one"
                    .formatted(index, index));
        }
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
     * Places buffers in the heap, and a chain of them in the ring; does not notify.
     *
     * @return the head (split), or the buffer ID (packed)
     * @throws IllegalStateException if too few descriptors are free
     */
    public int submit(Buffer... buffers) {
        requirePlaced();
        if (buffers.length == 0) {
            throw new IllegalArgumentException("a request needs a buffer at least");
        }
        ring().requireFree(indirect ? 1 : buffers.length);
        List<Buffer> list = List.of(buffers);
        long[] addresses = new long[buffers.length];
        for (int i = 0; i < buffers.length; i++) {
            addresses[i] = driver.heap().allocate(buffers[i].sizeBytes(), 16);
            if (!buffers[i].isWritable()) {
                memory.write(addresses[i], buffers[i].bytes());
            }
        }
        int id = indirect ? ring().addTable(list, addresses) : ring().add(list, addresses);
        requests.put(id, new Request(id, list, addresses));
        return id;
    }

    /**
     * The next of our requests that the device has answered, or {@code null}. Chains offered by hand are passed over. With
     * VIRTIO_F_IN_ORDER a used element answers everything before it too: such a request counts as used completely.
     */
    public Completion completed() {
        while (ready.isEmpty()) {
            UsedElement element = used();
            if (element == null) {
                return null;
            }
            Request last = element.id() <= 0xffff ? requests.get((int) element.id()) : null;
            boolean inOrder = driver.accepted().has(VirtioFeature.VIRTIO_F_IN_ORDER);
            while (last != null && inOrder && requests.firstEntry().getValue() != last) {
                Request skipped = requests.pollFirstEntry().getValue();
                ready.add(new Completion(new UsedElement(skipped.id, skipped.room()), answers(skipped)));
            }
            if (last != null) {
                requests.remove(last.id);
                ready.add(new Completion(element, answers(last)));
            }
        }
        return ready.poll();
    }

    private List<byte[]> answers(Request request) {
        List<byte[]> answers = new ArrayList<>();
        for (int i = 0; i < request.buffers.size(); i++) {
            if (request.buffers.get(i).isWritable()) {
                answers.add(memory.read(request.addresses[i], request.buffers.get(i).sizeBytes()));
            }
        }
        return List.copyOf(answers);
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
        return size() == 0 ? "queue " + index + ", not set up" : ring().toString();
    }
}

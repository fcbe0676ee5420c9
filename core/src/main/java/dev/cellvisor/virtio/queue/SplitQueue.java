package dev.cellvisor.virtio.queue;

import static dev.cellvisor.virtio.queue.SplitLayout.DESC_SIZE;
import static dev.cellvisor.virtio.queue.SplitLayout.RING_FLAGS;
import static dev.cellvisor.virtio.queue.SplitLayout.RING_IDX;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_AVAIL_F_NO_INTERRUPT;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_DESC_F_INDIRECT;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_DESC_F_NEXT;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_DESC_F_WRITE;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_USED_F_NO_NOTIFY;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.state.State;
import java.lang.invoke.VarHandle;
import java.util.BitSet;

/**
 * A split virtqueue from the device's side (VIRTIO 1.4, 2.7). The three parts are checked to be RAM when the queue is enabled;
 * everything else that the guest writes is checked when it is read.
 *
 * <p>Running indices count modulo 65536, as the rings have them. The fences matter where guest and device run on different
 * threads (KVM): an index is read before what it guards, and written after it.
 */
public final class SplitQueue implements Virtqueue {
    private static final String TYPE = "split-queue";

    private final int index;
    private final GuestMemory memory;
    private final QueueOwner owner;
    private final DescriptorChain chain;
    /** Heads that the device has taken and not given back. */
    private final BitSet taken = new BitSet();
    private int takenCount;

    private boolean enabled;
    private boolean broken;
    private int size;
    private long desc;
    private long avail;
    private long used;
    private boolean eventIdx;
    private boolean indirect;

    /** The running index of the next element to take from the available ring. */
    private int nextAvail;
    /** The used ring's idx. */
    private int usedIdx;
    /** The used ring's idx when the driver's wish was last looked at. */
    private int judgedUsed;
    private boolean wanted = true;

    /**
     * A queue that is not enabled.
     *
     * @param index in its device
     * @param memory where rings and buffers are
     * @param owner whom to tell
     */
    public SplitQueue(int index, GuestMemory memory, QueueOwner owner) {
        this.index = index;
        this.memory = memory;
        this.owner = owner;
        chain = new DescriptorChain(memory);
    }

    /**
     * Makes the queue usable, from index 0 on. A part that is not RAM breaks it.
     *
     * @param newSize a power of two, 1 to 32768
     * @param descAddress of the descriptor table
     * @param availAddress of the available ring
     * @param usedAddress of the used ring
     * @throws IllegalArgumentException if the size is not allowed
     */
    public void enable(int newSize, long descAddress, long availAddress, long usedAddress) {
        if (!SplitLayout.validSize(newSize)) {
            throw new IllegalArgumentException("a split queue cannot have the size " + newSize + "; it must be a power of two, 1 to 32768");
        }
        disable();
        enabled = true;
        size = newSize;
        desc = descAddress;
        avail = availAddress;
        used = usedAddress;
        if (misaligned(desc, SplitLayout.DESC_ALIGN) || misaligned(avail, SplitLayout.AVAIL_ALIGN) || misaligned(used, SplitLayout.USED_ALIGN)) {
            owner.violation("SPLIT-DRV-01", ("queue %d: descriptor table 0x%x, available ring 0x%x, used ring 0x%x must be aligned to 16, 2"
                    + " and 4 bytes").formatted(index, desc, avail, used));
        }
    }

    private static boolean misaligned(long address, int alignment) {
        return (address & alignment - 1) != 0;
    }

    /**
     * Sets which negotiated features shape the queue, and checks that its parts are RAM. Called when negotiation is complete.
     *
     * @param useEventIdx VIRTIO_F_EVENT_IDX
     * @param useIndirect VIRTIO_F_INDIRECT_DESC
     */
    public void negotiated(boolean useEventIdx, boolean useIndirect) {
        eventIdx = useEventIdx;
        indirect = useIndirect;
        if (!enabled) {
            return;
        }
        check("descriptor table", desc, SplitLayout.descSizeBytes(size));
        check("available ring", avail, SplitLayout.availSizeBytes(size, eventIdx));
        check("used ring", used, SplitLayout.usedSizeBytes(size, eventIdx));
    }

    private void check(String part, long address, long sizeBytes) {
        if (!broken && !memory.contains(address, sizeBytes)) {
            breakdown("SPLIT-DEF-02", "queue %d of size %d: its %s of %d bytes at 0x%x is not in RAM".formatted(index, size, part, sizeBytes, address));
        }
    }

    /** Takes everything back to the state before the first {@link #enable}. */
    public void disable() {
        enabled = false;
        broken = false;
        taken.clear();
        takenCount = 0;
        nextAvail = 0;
        usedIdx = 0;
        judgedUsed = 0;
        wanted = true;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean usable() {
        return enabled && !broken;
    }

    @Override
    public int availableCount() {
        return usable() ? memory.readShort(avail + RING_IDX) - nextAvail & 0xffff : 0;
    }

    @Override
    public int takenCount() {
        return takenCount;
    }

    /** The running index of the next element that the device will take from the available ring. */
    public int nextAvail() {
        return nextAvail;
    }

    /** Whether the device has a chain with this head. */
    public boolean isTaken(int head) {
        return taken.get(head);
    }

    @Override
    public DescriptorChain poll() {
        while (enabled && !broken) {
            int pending = memory.readShort(avail + RING_IDX) - nextAvail & 0xffff;
            if (pending == 0) {
                return null;
            }
            if (pending > size) {
                return breakdown("AVAIL-DRV-01", "queue %d: available idx stands %d steps from the last taken %d, with a queue size of %d"
                        .formatted(index, pending, nextAvail, size));
            }
            VarHandle.loadLoadFence();
            int head = memory.readShort(avail + SplitLayout.availElem(nextAvail, size));
            if (head >= size) {
                return breakdown("AVAIL-DEF-01", "queue %d: the available ring holds head %d, but the table has %d descriptors".formatted(index, head, size));
            }
            if (taken.get(head)) {
                return breakdown("CLEAN-DRV-01", "queue %d: head %d was made available again before it was used".formatted(index, head));
            }
            nextAvail = nextAvail + 1 & 0xffff;
            if (eventIdx && wanted) {
                askForNext();
            }
            int outcome = walk(head);
            if (outcome == BROKEN) {
                return null;
            }
            taken.set(head);
            takenCount++;
            if (owner.trace().on()) {
                owner.trace().emit(new ChainAvailable(owner.name(), index, head, chain.segmentCount(), chain.readableBytes(), chain.writableBytes()));
            }
            if (outcome == WALKED) {
                return chain;
            }
            // A buffer out of order spoils this chain only: it goes back with nothing done, and the ring goes on.
            complete(head, 0);
        }
        return null;
    }

    @Override
    public DescriptorChain chain(int head) {
        requireTaken(head);
        return usable() && walk(head) == WALKED ? chain : null;
    }

    private static final int WALKED = 0;
    private static final int REFUSED = 1;
    private static final int BROKEN = 2;

    /** Follows a chain into {@link #chain}; every number in it is the guest's and may be anything. */
    private int walk(int head) {
        chain.begin(head);
        long table = desc;
        int tableSize = size;
        int at = head;
        boolean inIndirect = false;
        boolean ordered = true;
        boolean seenWritable = false;
        long total = 0;
        for (int links = 1; ; links++) {
            // The bound is the queue size for the whole chain, direct and indirect (VIRTIO 1.4, 2.7.5.3.1).
            if (links > size) {
                return inIndirect
                        ? fault("IND-DRV-03", "chain %d with its indirect table has more than %d descriptors, the queue size".formatted(head, size))
                        : fault("DESC-DRV-01", "chain %d goes on after %d descriptors, the queue size: it has a loop".formatted(head, size));
            }
            long descriptor = table + (long) DESC_SIZE * at;
            long address = memory.readLong(descriptor);
            long rest = memory.readLong(descriptor + SplitLayout.DESC_LEN);
            long length = rest & 0xffff_ffffL;
            int flags = (int) (rest >>> 32) & 0xffff;
            if ((flags & VIRTQ_DESC_F_INDIRECT) != 0) {
                if (!indirect) {
                    return fault("IND-DRV-01", "descriptor %d has INDIRECT, which was not negotiated".formatted(at));
                }
                if (inIndirect) {
                    return fault("IND-DRV-02", "descriptor %d of the indirect table of chain %d has INDIRECT itself".formatted(at, head));
                }
                if ((flags & VIRTQ_DESC_F_NEXT) != 0) {
                    return fault("IND-DRV-04", "descriptor %d has both INDIRECT and NEXT".formatted(at));
                }
                if (length == 0 || length % DESC_SIZE != 0) {
                    return fault("IND-DEF-01", "the indirect table of descriptor %d has %d bytes, not a multiple of 16".formatted(at, length));
                }
                if (!memory.contains(address, length)) {
                    return fault("RSVD-DRV-05", "the indirect table of descriptor %d, %d bytes at 0x%x, is not in RAM".formatted(at, length, address));
                }
                table = address;
                tableSize = (int) (length / DESC_SIZE);
                at = 0;
                inIndirect = true;
                // The descriptor that refers to the table is no buffer: it does not count as a link.
                links--;
                continue;
            }
            boolean writable = (flags & VIRTQ_DESC_F_WRITE) != 0;
            if (!chain.add(address, length, writable)) {
                return fault("RSVD-DRV-05", "descriptor %d of chain %d: %d bytes at 0x%x are not in RAM".formatted(at, head, length, address));
            }
            total += length;
            if (total > 0xffff_ffffL + 1) {
                return fault("DESC-DRV-01", "chain %d has more than 2^32 bytes".formatted(head));
            }
            ordered &= writable || !seenWritable;
            seenWritable |= writable;
            if ((flags & VIRTQ_DESC_F_NEXT) == 0) {
                break;
            }
            at = (int) (rest >>> 48);
            if (at >= tableSize) {
                return fault(inIndirect ? "IND-DEF-01" : "DESC-DEF-01",
                        "chain %d goes on at descriptor %d, but its table has %d".formatted(head, at, tableSize));
            }
        }
        if (!ordered) {
            owner.violation("FRAM-DRV-01", "queue %d: chain %d has a readable buffer after a writable one".formatted(index, head));
            return REFUSED;
        }
        chain.finish();
        return WALKED;
    }

    private int fault(String rule, String sentence) {
        breakdown(rule, "queue " + index + ": " + sentence);
        return BROKEN;
    }

    private DescriptorChain breakdown(String rule, String sentence) {
        broken = true;
        owner.needsReset(rule, sentence);
        return null;
    }

    @Override
    public void complete(int head, long writtenBytes) {
        requireTaken(head);
        taken.clear(head);
        takenCount--;
        if (!usable()) {
            return;
        }
        // id in the low half, len in the high half: both stand before idx moves (USED-DEV-01).
        memory.writeLong(used + SplitLayout.usedElem(usedIdx, size), head | writtenBytes << 32);
        VarHandle.releaseFence();
        usedIdx = usedIdx + 1 & 0xffff;
        memory.writeShort(used + RING_IDX, usedIdx);
        if (owner.trace().on()) {
            owner.trace().emit(new ChainUsed(owner.name(), index, head, writtenBytes, usedIdx));
        }
    }

    private void requireTaken(int head) {
        if (head < 0 || !taken.get(head)) {
            throw new IllegalArgumentException("queue %d: chain %d is not with the device; it has %s, and poll() takes the next one"
                    .formatted(index, head, taken.isEmpty() ? "none" : taken));
        }
    }

    @Override
    public boolean hasNews() {
        return usable() && usedIdx != judgedUsed;
    }

    @Override
    public boolean needsNotification() {
        if (!hasNews()) {
            return false;
        }
        // The new idx must be visible before the driver's wish is read, else both sides may wait (VIRTIO 1.4, 2.7.7.2).
        VarHandle.fullFence();
        int before = judgedUsed;
        judgedUsed = usedIdx;
        return eventIdx
                ? SplitLayout.passes(memory.readShort(avail + SplitLayout.usedEvent(size)), before, usedIdx)
                : (memory.readShort(avail + RING_FLAGS) & VIRTQ_AVAIL_F_NO_INTERRUPT) == 0;
    }

    @Override
    public void wantNotifications(boolean nowWanted) {
        if (!usable() || wanted == nowWanted) {
            wanted = nowWanted;
            return;
        }
        wanted = nowWanted;
        if (eventIdx) {
            // With EVENT_IDX flags stay 0 (ANSUP-DEV-03). An avail_event one behind is not passed for 65535 chains.
            memory.writeShort(used + SplitLayout.availEvent(size), nowWanted ? nextAvail : nextAvail - 1);
        } else {
            memory.writeShort(used + RING_FLAGS, nowWanted ? 0 : VIRTQ_USED_F_NO_NOTIFY);
        }
        VarHandle.fullFence();
    }

    private void askForNext() {
        memory.writeShort(used + SplitLayout.availEvent(size), nextAvail);
        VarHandle.fullFence();
    }

    @Override
    public State save() {
        return State.of(TYPE, 1)
                .put("enabled", enabled).put("broken", broken).put("size", size)
                .put("desc", desc).put("avail", avail).put("used", used)
                .put("eventIdx", eventIdx).put("indirect", indirect)
                .put("nextAvail", nextAvail).put("usedIdx", usedIdx).put("judgedUsed", judgedUsed).put("wanted", wanted)
                .put("taken", taken.toLongArray()).build();
    }

    @Override
    public void restore(State state) {
        state.expect(TYPE, 1);
        BitSet newTaken = BitSet.valueOf(state.numbers("taken"));
        enabled = state.flag("enabled");
        broken = state.flag("broken");
        size = state.integer("size");
        desc = state.number("desc");
        avail = state.number("avail");
        used = state.number("used");
        eventIdx = state.flag("eventIdx");
        indirect = state.flag("indirect");
        nextAvail = state.integer("nextAvail");
        usedIdx = state.integer("usedIdx");
        judgedUsed = state.integer("judgedUsed");
        wanted = state.flag("wanted");
        taken.clear();
        taken.or(newTaken);
        takenCount = taken.cardinality();
    }

    @Override
    public String toString() {
        return "split queue %d: %s, size %d, next available %d, used idx %d, %d taken"
                .formatted(index, broken ? "broken" : enabled ? "ready" : "not ready", size, nextAvail, usedIdx, takenCount);
    }
}

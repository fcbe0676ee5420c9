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
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.state.State;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A split virtqueue from the device's side (VIRTIO 1.4, 2.7). The three parts are checked to be RAM when the queue is enabled;
 * everything else that the guest writes is checked when it is read. Running indices count modulo 65536, as the rings have them.
 */
public final class SplitQueue extends DeviceQueue {
    private static final String TYPE = "split-queue";

    /** Heads of the chains that did not go back yet, a bit each. */
    private long[] taken = {};
    /** The running index of the next element to take from the available ring. */
    private int nextAvail;
    /** With VIRTIO_F_IN_ORDER: the descriptor at which the next chain must start. */
    private int nextHead;
    /** The used ring's idx, with what is put but not published. */
    private int usedIdx;
    /** The used ring's idx when the driver's wish was last looked at. */
    private int judgedUsed;

    /**
     * A queue that is not enabled.
     *
     * @param index in its device
     * @param memory where rings and buffers are
     * @param owner whom to tell
     */
    public SplitQueue(int index, GuestMemory memory, QueueOwner owner) {
        super(index, memory, owner);
    }

    @Override
    void requireSize(int newSize) {
        if (!SplitLayout.validSize(newSize)) {
            throw new IllegalArgumentException("a split queue cannot have the size " + newSize + "; it must be a power of two, 1 to 32768");
        }
    }

    @Override
    void sized() {
        taken = new long[size + 63 >>> 6];
    }

    @Override
    void judgeAlignment() {
        if (misaligned(desc, SplitLayout.DESC_ALIGN) || misaligned(driver, SplitLayout.AVAIL_ALIGN) || misaligned(device, SplitLayout.USED_ALIGN)) {
            owner.violation("SPLIT-DRV-01", ("queue %d: descriptor table 0x%x, available ring 0x%x, used ring 0x%x must be aligned to 16, 2"
                    + " and 4 bytes").formatted(index, desc, driver, device));
        }
    }

    @Override
    void judgePlaces() {
        judgePlace("SPLIT-DEF-02", "descriptor table", desc, SplitLayout.descSizeBytes(size));
        judgePlace("SPLIT-DEF-02", "available ring", driver, SplitLayout.availSizeBytes(size, eventIdx));
        judgePlace("SPLIT-DEF-02", "used ring", device, SplitLayout.usedSizeBytes(size, eventIdx));
    }

    @Override
    boolean inRam() {
        return memory.contains(desc, SplitLayout.descSizeBytes(size)) && memory.contains(driver, SplitLayout.availSizeBytes(size, eventIdx))
                && memory.contains(device, SplitLayout.usedSizeBytes(size, eventIdx));
    }

    @Override
    void forget() {
        Arrays.fill(taken, 0);
        nextAvail = 0;
        nextHead = 0;
        usedIdx = 0;
        judgedUsed = 0;
    }

    @Override
    public int availableCount() {
        return placed ? pending() : 0;
    }

    private int pending() {
        return HostMemory.getShort(hostDriver + RING_IDX) - nextAvail & 0xffff;
    }

    /** The running index of the next element that the device will take from the available ring. */
    public int nextAvail() {
        return nextAvail;
    }

    @Override
    public boolean holds(int head) {
        return head >= 0 && head < size && (taken[head >>> 6] & 1L << head) != 0;
    }

    @Override
    public void notificationData(int idx) {
        int behind = HostMemory.getShort(hostDriver + RING_IDX) - idx & 0xffff;
        if (behind > size) {
            owner.violation("NOTF-DEF-03", "queue %d: a notification says that the available idx is %d, and it is %d"
                    .formatted(index, idx, idx + behind & 0xffff));
        }
    }

    @Override
    public DescriptorChain poll() {
        while (placed) {
            int pending = pending();
            if (pending == 0) {
                if (!eventIdx || !wanted || asked == nextAvail) {
                    return null;
                }
                // Say where the next one will be, then look again: it may have come just before (VIRTIO 1.4, 2.7.10).
                asked = nextAvail;
                writeWish();
                VarHandle.fullFence();
                continue;
            }
            if (pending > size) {
                return breakdown("AVAIL-DRV-01", "queue %d: available idx stands %d steps from the last taken %d, with a queue size of %d"
                        .formatted(index, pending, nextAvail, size));
            }
            VarHandle.loadLoadFence();
            int head = HostMemory.getShort(hostDriver + SplitLayout.availElem(nextAvail, size)) & 0xffff;
            if (head >= size) {
                return breakdown("AVAIL-DEF-01", "queue %d: the available ring holds head %d, but the table has %d descriptors".formatted(index, head, size));
            }
            if (holds(head)) {
                return breakdown("CLEAN-DRV-01", "queue %d: head %d was made available again before it was used".formatted(index, head));
            }
            nextAvail = nextAvail + 1 & 0xffff;
            if (inOrder && head != nextHead) {
                owner.violation("DESC-DEF-02", "queue %d: with VIRTIO_F_IN_ORDER the next chain starts at descriptor %d, not at %d"
                        .formatted(index, nextHead, head));
            }
            int outcome = walk(head, true);
            if (outcome == BROKEN) {
                return null;
            }
            taken[head >>> 6] |= 1L << head;
            took(head);
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
        return placed && walk(head, false) == WALKED ? chain : null;
    }

    /**
     * Follows a chain into {@link #chain}; every number in it is the guest's and may be anything.
     *
     * @param judge whether this is the first time, and the order of descriptors is to be looked at
     */
    private int walk(int head, boolean judge) {
        chain.begin(head);
        long table = hostDesc;
        int tableSize = size;
        int at = head;
        boolean inIndirect = false;
        boolean ordered = true;
        boolean seenWritable = false;
        boolean tooLong = false;
        long total = 0;
        for (int links = 1; ; links++) {
            // The bound is the queue size for the whole chain, direct and indirect (VIRTIO 1.4, 2.7.5.3.1).
            if (links > size) {
                return inIndirect
                        ? fault("IND-DRV-03", "chain %d with its indirect table has more than %d descriptors, the queue size".formatted(head, size))
                        : fault("DESC-DRV-01", "chain %d goes on after %d descriptors, the queue size: it has a loop".formatted(head, size));
            }
            long descriptor = table + (long) DESC_SIZE * at;
            long address = HostMemory.getLong(descriptor);
            long rest = HostMemory.getLong(descriptor + SplitLayout.DESC_LEN);
            long length = rest & 0xffff_ffffL;
            int flags = (int) (rest >>> 32) & 0xffff;
            if ((flags & VIRTQ_DESC_F_INDIRECT) != 0) {
                int refused = judgeTable(head, at, flags, address, length, inIndirect);
                if (refused != WALKED) {
                    return refused;
                }
                if (judge) {
                    nextHead = at + 1 & size - 1;
                }
                table = hostAddress(address);
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
            if (total > 0xffff_ffffL + 1 && !tooLong) {
                tooLong = true;
                owner.violation("DESC-DRV-01", "queue %d: chain %d has more than 2^32 bytes".formatted(index, head));
            }
            ordered &= writable || !seenWritable;
            seenWritable |= writable;
            if ((flags & VIRTQ_DESC_F_NEXT) == 0) {
                break;
            }
            int next = (int) (rest >>> 48);
            if (next >= tableSize) {
                return fault(inIndirect ? "IND-DEF-01" : "DESC-DEF-01",
                        "chain %d goes on at descriptor %d, but its table has %d".formatted(head, next, tableSize));
            }
            if (inOrder && judge) {
                judgeNext(head, at, next, inIndirect);
            }
            at = next;
        }
        if (judge && !inIndirect) {
            nextHead = at + 1 & size - 1;
        }
        if (tooLong) {
            return REFUSED;
        }
        if (!ordered) {
            owner.violation("FRAM-DRV-01", "queue %d: chain %d has a readable buffer after a writable one".formatted(index, head));
            return REFUSED;
        }
        chain.finish();
        return WALKED;
    }

    private int judgeTable(int head, int at, int flags, long address, long length, boolean inIndirect) {
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
        return WALKED;
    }

    /** With VIRTIO_F_IN_ORDER a chain uses descriptors one after the other (VIRTIO 1.4, 2.7.5.1 and 2.7.5.3.1). */
    private void judgeNext(int head, int at, int next, boolean inIndirect) {
        if (inIndirect && next != at + 1) {
            owner.violation("IND-DRV-05", "queue %d: with VIRTIO_F_IN_ORDER descriptor %d of the indirect table of chain %d is followed by %d"
                    .formatted(index, at, head, next));
        } else if (!inIndirect && next != (at + 1 & size - 1)) {
            owner.violation("DESC-DRV-02", "queue %d: with VIRTIO_F_IN_ORDER descriptor %d of chain %d is followed by %d".formatted(index, at, head, next));
        }
    }

    @Override
    int release(int head) {
        taken[head >>> 6] &= ~(1L << head);
        return 1;
    }

    @Override
    void putUsed(int head, long writtenBytes, int chains, int descriptors) {
        // id in the low half, len in the high half: both stand before idx moves (USED-DEV-01).
        memory.writeLong(device + SplitLayout.usedElem(usedIdx, size), head | usedLength(writtenBytes) << 32);
        if ((usedIdx - judgedUsed & 0xffff) + chains > 0xffff) {
            // A whole lap of idx without a look at the driver's wish must not seem to be none.
            judgedUsed = usedIdx + chains + 1 & 0xffff;
        }
        usedIdx = usedIdx + chains & 0xffff;
    }

    @Override
    void publish() {
        VarHandle.releaseFence();
        memory.writeShort(device + RING_IDX, usedIdx);
    }

    @Override
    int usedPosition() {
        return usedIdx;
    }

    @Override
    boolean usedSinceJudged() {
        return usedIdx != judgedUsed;
    }

    @Override
    boolean driverWants() {
        int flags = HostMemory.getShort(hostDriver + RING_FLAGS) & 0xffff;
        if (flags > (eventIdx ? 0 : VIRTQ_AVAIL_F_NO_INTERRUPT)) {
            judgeFlags(flags);
        }
        int before = judgedUsed;
        judgedUsed = usedIdx;
        return eventIdx
                ? SplitLayout.passes(HostMemory.getShort(hostDriver + SplitLayout.usedEvent(size)) & 0xffff, before, usedIdx)
                : (HostMemory.getShort(hostDriver + RING_FLAGS) & VIRTQ_AVAIL_F_NO_INTERRUPT) == 0;
    }

    private void judgeFlags(int flags) {
        if (eventIdx) {
            owner.violation("UNSUP-DRV-03", "queue %d: the available ring's flags are 0x%x; with VIRTIO_F_EVENT_IDX they must be 0".formatted(index, flags));
        } else {
            owner.violation("UNSUP-DRV-01", "queue %d: the available ring's flags are 0x%x; they must be 0 or 1".formatted(index, flags));
        }
    }

    @Override
    void writeWish() {
        if (eventIdx) {
            // With EVENT_IDX flags stay 0 (ANSUP-DEV-03). An avail_event one behind is not passed for 65535 chains.
            memory.writeShort(device + SplitLayout.availEvent(size), wanted ? nextAvail : nextAvail - 1);
        } else {
            memory.writeShort(device + RING_FLAGS, wanted ? 0 : VIRTQ_USED_F_NO_NOTIFY);
        }
    }

    @Override
    public State save() {
        return save(TYPE)
                .put("nextAvail", nextAvail).put("nextHead", nextHead).put("usedIdx", usedIdx).put("judgedUsed", judgedUsed)
                .put("taken", BitSet.valueOf(taken).toLongArray()).build();
    }

    @Override
    public void restore(State state) {
        long[] newTaken = state.numbers("taken");
        restore(state, TYPE);
        nextAvail = state.integer("nextAvail");
        nextHead = state.integer("nextHead");
        usedIdx = state.integer("usedIdx");
        judgedUsed = state.integer("judgedUsed");
        taken = Arrays.copyOf(newTaken, Math.max(newTaken.length, size + 63 >>> 6));
    }

    @Override
    public String toString() {
        return "split queue %d: %s, size %d, next available %d, used idx %d, %d taken"
                .formatted(index, broken ? "broken" : enabled ? "ready" : "not ready", size, nextAvail, usedIdx, takenCount());
    }
}

package dev.cellvisor.virtio.queue;

import static dev.cellvisor.virtio.queue.PackedLayout.DESC_FLAGS;
import static dev.cellvisor.virtio.queue.PackedLayout.DESC_LEN;
import static dev.cellvisor.virtio.queue.PackedLayout.DESC_SIZE;
import static dev.cellvisor.virtio.queue.PackedLayout.OWNER_FLAGS;
import static dev.cellvisor.virtio.queue.PackedLayout.RING_EVENT_FLAGS_DESC;
import static dev.cellvisor.virtio.queue.PackedLayout.RING_EVENT_FLAGS_DISABLE;
import static dev.cellvisor.virtio.queue.PackedLayout.RING_EVENT_FLAGS_ENABLE;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_DESC_F_INDIRECT;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_DESC_F_NEXT;
import static dev.cellvisor.virtio.queue.SplitLayout.VIRTQ_DESC_F_WRITE;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.state.State;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * A packed virtqueue from the device's side (VIRTIO 1.4, 2.8). One ring of descriptors serves both directions: the driver makes them
 * available, the device overwrites them as used. A chain is known by its buffer ID, which is any 16 bits that no other chain with the
 * device has.
 */
public final class PackedQueue extends DeviceQueue {
    private static final String TYPE = "packed-queue";

    /** The descriptor to take next, and the wrap counter with which it is available. */
    private int nextAvail;
    private boolean availWrap = true;
    /** The descriptor to write next as used, and the wrap counter to write. */
    private int nextUsed;
    private boolean usedWrap = true;
    /** How many descriptors are with the device: taken, and not overwritten as used. */
    private int held;
    /** How many descriptors were used since the driver's wish was last looked at, and where that was. */
    private long fresh;
    private int judgedUsed = PackedLayout.position(0, true);
    /** Where the first used descriptor since the last publishing is to be written, which is done last, or -1; and its len, id and flags. */
    private int unpublished = -1;
    private long unpublishedRest;

    /** The chain in {@link #chain}, while no other was taken after it; more are in {@link #kept}. */
    private boolean current;
    private int currentId;
    private int currentStart;
    private int currentCount;
    private long currentTable;
    private int currentTableBytes;
    private final TakenBuffers kept = new TakenBuffers();

    /** What the last {@link #walk} found. */
    private int walkedId;
    private int walkedCount;
    private long walkedTable;
    private int walkedTableBytes;
    private int strayFlags;

    /**
     * A chain that is with the device.
     *
     * @param id its buffer ID
     * @param start the first descriptor that it had in the ring
     * @param count how many it had
     */
    public record Taken(int id, int start, int count) {
    }

    /**
     * A queue that is not enabled.
     *
     * @param index in its device
     * @param memory where ring and buffers are
     * @param owner whom to tell
     */
    public PackedQueue(int index, GuestMemory memory, QueueOwner owner) {
        super(index, memory, owner);
    }

    @Override
    void requireSize(int newSize) {
        if (!PackedLayout.validSize(newSize)) {
            throw new IllegalArgumentException("a packed queue cannot have the size " + newSize + "; it must be 1 to 32768");
        }
    }

    @Override
    void judgeAlignment() {
        if (misaligned(desc, PackedLayout.DESC_ALIGN) || misaligned(driver, PackedLayout.EVENT_ALIGN) || misaligned(device, PackedLayout.EVENT_ALIGN)) {
            owner.violation("PACK-DRV-01", ("queue %d: descriptor ring 0x%x, driver event suppression 0x%x, device event suppression 0x%x must be"
                    + " aligned to 16, 4 and 4 bytes").formatted(index, desc, driver, device));
        }
    }

    @Override
    void judgePlaces() {
        judgePlace("PACK-DEF-01", "descriptor ring", desc, PackedLayout.descSizeBytes(size));
        judgePlace("PACK-DEF-01", "driver event suppression", driver, PackedLayout.EVENT_SIZE);
        judgePlace("PACK-DEF-01", "device event suppression", device, PackedLayout.EVENT_SIZE);
    }

    @Override
    boolean inRam() {
        return memory.contains(desc, PackedLayout.descSizeBytes(size)) && memory.contains(driver, PackedLayout.EVENT_SIZE)
                && memory.contains(device, PackedLayout.EVENT_SIZE);
    }

    @Override
    void forget() {
        nextAvail = 0;
        availWrap = true;
        nextUsed = 0;
        usedWrap = true;
        held = 0;
        fresh = 0;
        judgedUsed = PackedLayout.position(0, true);
        unpublished = -1;
        current = false;
        kept.clear();
    }

    /** The descriptor that the device takes next. */
    public int nextAvail() {
        return nextAvail;
    }

    /** The wrap counter with which that descriptor is available. */
    public boolean availWrap() {
        return availWrap;
    }

    /** The descriptor that the device writes next as used. */
    public int nextUsed() {
        return nextUsed;
    }

    /** The wrap counter that it writes there. */
    public boolean usedWrap() {
        return usedWrap;
    }

    /** The chains that are with the device, for displays. */
    public List<Taken> taken() {
        List<Taken> chains = new ArrayList<>(kept.chains());
        if (current) {
            chains.add(new Taken(currentId, currentStart, currentCount));
        }
        return chains;
    }

    private long at(int descriptor) {
        return desc + (long) DESC_SIZE * descriptor;
    }

    private long hostAt(int descriptor) {
        return hostDesc + (long) DESC_SIZE * descriptor;
    }

    @Override
    public int availableCount() {
        int chains = 0;
        int at = nextAvail;
        boolean wrap = availWrap;
        for (int i = held; placed && i < size; i++) {
            int flags = HostMemory.getShort(hostAt(at) + DESC_FLAGS);
            if ((flags & OWNER_FLAGS) != PackedLayout.available(wrap)) {
                break;
            }
            chains += (flags & VIRTQ_DESC_F_NEXT) == 0 ? 1 : 0;
            if (++at == size) {
                at = 0;
                wrap = !wrap;
            }
        }
        return chains;
    }

    @Override
    public boolean holds(int id) {
        return current && currentId == id || id >= 0 && kept.has(id);
    }

    @Override
    public void notificationData(int position) {
        int here = PackedLayout.position(nextAvail, availWrap);
        int ahead = PackedLayout.offset(position) >= size ? size + 1 : PackedLayout.distance(here, position, size);
        // A driver may have gone on since, so the position may lie behind what is available, but not before it.
        boolean wrong = ahead > size;
        if (!wrong && ahead > 0) {
            int last = nextAvail + ahead - 1;
            boolean wrap = availWrap ^ last >= size;
            int flags = HostMemory.getShort(hostAt(last >= size ? last - size : last) + DESC_FLAGS);
            wrong = (flags & OWNER_FLAGS) != PackedLayout.available(wrap);
        }
        if (wrong) {
            owner.violation("PACK-DRV-04", "queue %d: a notification says that descriptors are available up to %d, wrap counter %d, and they are not"
                    .formatted(index, PackedLayout.offset(position), PackedLayout.wrap(position) ? 1 : 0));
        }
    }

    @Override
    public DescriptorChain poll() {
        while (placed) {
            // len, id and flags in one load: what belongs to these flags.
            long rest = HostMemory.getLong(hostAt(nextAvail) + DESC_LEN);
            if ((int) (rest >>> 48 & OWNER_FLAGS) != PackedLayout.available(availWrap)) {
                int here = PackedLayout.position(nextAvail, availWrap);
                if (!eventIdx || !wanted || asked == here) {
                    return null;
                }
                // Say where the next one will be, then look again: it may have come just before (VIRTIO 1.4, 2.8.21.3).
                asked = here;
                writeWish();
                VarHandle.fullFence();
                continue;
            }
            VarHandle.loadLoadFence();
            if (current) {
                keepCurrent();
            }
            int outcome = walk(rest);
            if (outcome == BROKEN) {
                return null;
            }
            if (kept.has(walkedId)) {
                return breakdown("CLEAN-DRV-01", "queue %d: buffer ID %d was made available again before it was used".formatted(index, walkedId));
            }
            current = true;
            currentId = walkedId;
            currentStart = nextAvail;
            currentCount = walkedCount;
            currentTable = walkedTable;
            currentTableBytes = walkedTableBytes;
            held += walkedCount;
            nextAvail += walkedCount;
            if (nextAvail >= size) {
                nextAvail -= size;
                availWrap = !availWrap;
            }
            took(walkedId);
            if (outcome == WALKED) {
                return chain;
            }
            // A buffer out of order spoils this chain only: it goes back with nothing done, and the ring goes on.
            complete(walkedId, 0);
        }
        return null;
    }

    private void keepCurrent() {
        kept.keep(chain, currentStart, currentCount, currentTable, currentTableBytes);
        current = false;
    }

    @Override
    public DescriptorChain chain(int id) {
        requireTaken(id);
        if (!placed) {
            return null;
        }
        if (current && currentId == id) {
            chain.finish();
            return chain;
        }
        if (current) {
            keepCurrent();
        }
        chain.begin(id);
        if (kept.table(id) != -1) {
            if (walkTable(kept.table(id), kept.tableBytes(id)) != WALKED) {
                return null;
            }
        } else {
            kept.load(id, chain);
        }
        chain.finish();
        return chain;
    }

    /**
     * Follows a list from {@link #nextAvail} on into {@link #chain}; every number in it is the guest's and may be anything.
     *
     * @param first len, id and flags of its first descriptor
     */
    private int walk(long first) {
        int at = nextAvail;
        boolean wrap = availWrap;
        long rest = first;
        boolean ordered = true;
        boolean seenWritable = false;
        walkedTable = -1;
        chain.begin(0);
        for (walkedCount = 1; ; walkedCount++) {
            if (walkedCount > size - held) {
                return fault("PACK-DRV-02", "descriptor %d was made available while the device has it".formatted(at));
            }
            long address = HostMemory.getLong(hostAt(at));
            long length = rest & 0xffff_ffffL;
            int flags = (int) (rest >>> 48);
            if ((flags & VIRTQ_DESC_F_INDIRECT) != 0) {
                int outcome = walkIndirect(at, flags, address, length);
                if (outcome == BROKEN) {
                    return BROKEN;
                }
                ordered = outcome == WALKED;
                break;
            }
            boolean writable = (flags & VIRTQ_DESC_F_WRITE) != 0;
            if (!chain.add(address, length, writable)) {
                return fault("RSVD-DRV-05", "descriptor %d: %d bytes at 0x%x are not in RAM".formatted(at, length, address));
            }
            ordered &= writable || !seenWritable;
            seenWritable |= writable;
            if ((flags & VIRTQ_DESC_F_NEXT) == 0) {
                break;
            }
            if (walkedCount == size) {
                return fault("PACK-DRV-07", "the list from descriptor %d on has NEXT in all %d descriptors of the ring".formatted(nextAvail, size));
            }
            if (++at == size) {
                at = 0;
                wrap = !wrap;
            }
            rest = HostMemory.getLong(hostAt(at) + DESC_LEN);
            if ((int) (rest >>> 48 & OWNER_FLAGS) != PackedLayout.available(wrap)) {
                return fault("PACK-DRV-11", "the list from descriptor %d on was made available before its descriptor %d".formatted(nextAvail, at));
            }
        }
        // The last descriptor has the list's buffer ID (VIRTIO 1.4, 2.8.6).
        walkedId = (int) (rest >>> 32) & 0xffff;
        chain.named(walkedId);
        if (!ordered) {
            owner.violation("PACK-DRV-08", "queue %d: buffer %d has a readable element after a writable one".formatted(index, walkedId));
            return REFUSED;
        }
        chain.finish();
        return WALKED;
    }

    private int walkIndirect(int at, int flags, long address, long length) {
        if (!indirect) {
            return fault("PACK-DRV-12", "descriptor %d has INDIRECT, which was not negotiated".formatted(at));
        }
        if (walkedCount > 1 || (flags & VIRTQ_DESC_F_NEXT) != 0) {
            return fault("PACK-DRV-15", "descriptor %d has INDIRECT and is part of a list".formatted(at));
        }
        if (length == 0 || length % DESC_SIZE != 0) {
            return fault("PACK-DEF-09", "the indirect table of descriptor %d has %d bytes, not a multiple of 16".formatted(at, length));
        }
        if (length / DESC_SIZE > size) {
            return fault("PACK-DRV-14", "the indirect table of descriptor %d has %d descriptors, with a queue size of %d".formatted(at, length / DESC_SIZE, size));
        }
        if (!memory.contains(address, length)) {
            return fault("RSVD-DRV-05", "the indirect table of descriptor %d, %d bytes at 0x%x, is not in RAM".formatted(at, length, address));
        }
        walkedTable = address;
        walkedTableBytes = (int) length;
        int outcome = walkTable(address, walkedTableBytes);
        if (outcome != BROKEN && strayFlags != 0) {
            owner.violation("PACK-DRV-13", "queue %d: the indirect table of descriptor %d has flags %s; only WRITE counts there"
                    .formatted(index, at, PackedLayout.descFlagNames(strayFlags)));
        }
        return outcome;
    }

    /** Reads an indirect table: all of its descriptors, one after the other; of their flags only WRITE counts (VIRTIO 1.4, 2.8.7). */
    private int walkTable(long table, int tableBytes) {
        boolean ordered = true;
        boolean seenWritable = false;
        strayFlags = 0;
        for (int offset = 0; offset < tableBytes; offset += DESC_SIZE) {
            long rest = memory.readLong(table + offset + DESC_LEN);
            long address = memory.readLong(table + offset);
            int flags = (int) (rest >>> 48);
            boolean writable = (flags & VIRTQ_DESC_F_WRITE) != 0;
            strayFlags |= flags & ~VIRTQ_DESC_F_WRITE;
            if (!chain.add(address, rest & 0xffff_ffffL, writable)) {
                return fault("RSVD-DRV-05", "descriptor %d of the indirect table at 0x%x: %d bytes at 0x%x are not in RAM"
                        .formatted(offset / DESC_SIZE, table, rest & 0xffff_ffffL, address));
            }
            ordered &= writable || !seenWritable;
            seenWritable |= writable;
        }
        return ordered ? WALKED : REFUSED;
    }

    @Override
    int release(int id) {
        int count;
        if (current && currentId == id) {
            count = currentCount;
            current = false;
        } else {
            count = kept.descriptors(id);
            kept.release(id);
        }
        return count;
    }

    @Override
    void putUsed(int id, long writtenBytes, int chains, int descriptors) {
        int flags = PackedLayout.used(usedWrap) | (writtenBytes != 0 ? VIRTQ_DESC_F_WRITE : 0);
        // len, id and flags in one store: whoever sees the flags sees the others, and the descriptor is not touched after.
        long rest = usedLength(writtenBytes) | (long) id << 32 | (long) flags << 48;
        if (unpublished < 0) {
            // Nothing behind the first is looked at before its flags change, so it is written last (VIRTIO 1.4, 2.8.9).
            unpublished = nextUsed;
            unpublishedRest = rest;
        } else {
            memory.writeLong(at(nextUsed) + DESC_LEN, rest);
        }
        nextUsed += descriptors;
        if (nextUsed >= size) {
            nextUsed -= size;
            usedWrap = !usedWrap;
        }
        held -= descriptors;
        fresh += descriptors;
    }

    @Override
    void publish() {
        VarHandle.releaseFence();
        memory.writeLong(at(unpublished) + DESC_LEN, unpublishedRest);
        unpublished = -1;
    }

    @Override
    int usedPosition() {
        return nextUsed;
    }

    @Override
    boolean usedSinceJudged() {
        return fresh != 0;
    }

    @Override
    boolean driverWants() {
        int before = judgedUsed;
        long count = fresh;
        judgedUsed = PackedLayout.position(nextUsed, usedWrap);
        fresh = 0;
        int event = HostMemory.getInt(hostDriver);
        int flags = event >>> 16 & 3;
        if (flags == RING_EVENT_FLAGS_DESC && eventIdx) {
            return PackedLayout.passes(event & 0xffff, before, (int) Math.min(count, 2L * size), size);
        }
        return flags != RING_EVENT_FLAGS_DISABLE;
    }

    @Override
    void writeWish() {
        // Both fields in one store, so that they are seen together.
        int flags = !wanted ? RING_EVENT_FLAGS_DISABLE : eventIdx ? RING_EVENT_FLAGS_DESC : RING_EVENT_FLAGS_ENABLE;
        memory.writeInt(device, flags << 16 | (flags == RING_EVENT_FLAGS_DESC ? PackedLayout.position(nextAvail, availWrap) : 0));
    }

    @Override
    public State save() {
        if (current) {
            keepCurrent();
        }
        return save(TYPE)
                .put("nextAvail", nextAvail).put("availWrap", availWrap).put("nextUsed", nextUsed).put("usedWrap", usedWrap)
                .put("held", held).put("fresh", fresh).put("judgedUsed", judgedUsed).put("kept", kept.save()).build();
    }

    @Override
    public void restore(State state) {
        long[] newKept = state.numbers("kept");
        restore(state, TYPE);
        nextAvail = state.integer("nextAvail");
        availWrap = state.flag("availWrap");
        nextUsed = state.integer("nextUsed");
        usedWrap = state.flag("usedWrap");
        held = state.integer("held");
        fresh = state.number("fresh");
        judgedUsed = state.integer("judgedUsed");
        unpublished = -1;
        current = false;
        kept.restore(newKept);
    }

    @Override
    public String toString() {
        return "packed queue %d: %s, size %d, next available %d wrap counter %d, next used %d wrap counter %d, %d taken".formatted(index,
                broken ? "broken" : enabled ? "ready" : "not ready", size, nextAvail, availWrap ? 1 : 0, nextUsed, usedWrap ? 1 : 0, takenCount());
    }
}

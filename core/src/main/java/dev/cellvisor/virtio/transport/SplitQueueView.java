package dev.cellvisor.virtio.transport;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.QueueSetup;
import dev.cellvisor.virtio.queue.SplitLayout;
import dev.cellvisor.virtio.queue.SplitQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * A split virtqueue at one moment: what the driver set up, the descriptor table, both rings, and whose each chain is.
 *
 * @param device the device's name
 * @param index the queue's index
 * @param name what the queue is for
 * @param size in descriptors
 * @param ready whether the driver made it ready
 * @param broken whether the device cannot go on with it
 * @param desc guest-physical address of the descriptor table
 * @param driver guest-physical address of the available ring
 * @param deviceArea guest-physical address of the used ring
 * @param descriptors the table, one row per descriptor; empty if it is not in RAM
 * @param availFlags the available ring's flags
 * @param availIdx the available ring's idx
 * @param nextAvail which running index the device takes next
 * @param available the available ring's elements by slot; empty if it is not in RAM
 * @param usedEvent where the driver wants to be told, or -1 without VIRTIO_F_EVENT_IDX
 * @param usedFlags the used ring's flags
 * @param usedIdx the used ring's idx
 * @param used the used ring's elements by slot; empty if it is not in RAM
 * @param availEvent where the device wants to be told, or -1 without VIRTIO_F_EVENT_IDX
 * @param tables the indirect tables of the chains that are under way
 * @param answers the chains that the device will answer in an event to come
 */
public record SplitQueueView(String device, int index, String name, int size, boolean ready, boolean broken, long desc, long driver,
        long deviceArea, List<Descriptor> descriptors, int availFlags, int availIdx, int nextAvail, List<Available> available,
        int usedEvent, int usedFlags, int usedIdx, List<Used> used, int availEvent, List<IndirectTable> tables, List<Answer> answers) implements QueueView {

    /**
     * One descriptor.
     *
     * @param index in the table
     * @param address guest-physical
     * @param length in bytes
     * @param flags NEXT 1, WRITE 2, INDIRECT 4
     * @param next the next descriptor, if NEXT is set
     * @param head the chain it belongs to, or -1
     * @param holder whose that chain is
     */
    public record Descriptor(int index, long address, long length, int flags, int next, int head, Holder holder) implements Row {
        @Override
        public String toString() {
            return "%5d  0x%012x  %10d  %-14s %s".formatted(index, address, length, SplitLayout.descFlagNames(flags),
                    ((flags & SplitLayout.VIRTQ_DESC_F_NEXT) != 0 ? "-> " + next : "")
                            + (head < 0 ? "" : "  [chain " + head + ": " + holder.name().toLowerCase(java.util.Locale.ROOT) + "]"));
        }
    }

    /**
     * One element of the available ring.
     *
     * @param slot in the ring
     * @param head what stands there
     * @param pending whether the device has still to take it
     */
    public record Available(int slot, int head, boolean pending) {
    }

    /**
     * One element of the used ring.
     *
     * @param slot in the ring
     * @param id head of the used chain
     * @param length bytes written
     * @param written whether the device has written it since the queue was made ready, and not overwritten it
     */
    public record Used(int slot, long id, long length, boolean written) {
    }

    static SplitQueueView of(DeviceState state, QueueSetup setup, SplitQueue queue) {
        GuestMemory memory = state.context().memory();
        int size = setup.size();
        boolean eventIdx = state.negotiated().has(VirtioFeature.VIRTIO_F_EVENT_IDX);
        boolean hasDesc = setup.ready() && memory.contains(setup.desc(), SplitLayout.descSizeBytes(size));
        boolean hasAvail = setup.ready() && memory.contains(setup.driver(), SplitLayout.availSizeBytes(size, eventIdx));
        boolean hasUsed = setup.ready() && memory.contains(setup.device(), SplitLayout.usedSizeBytes(size, eventIdx));
        int nextAvail = queue.nextAvail();
        int availIdx = hasAvail ? memory.readShort(setup.driver() + SplitLayout.RING_IDX) : 0;
        int usedIdx = hasUsed ? memory.readShort(setup.device() + SplitLayout.RING_IDX) : 0;

        List<Available> available = new ArrayList<>();
        for (int slot = 0; hasAvail && slot < size; slot++) {
            boolean pending = (slot - nextAvail & size - 1) < (availIdx - nextAvail & 0xffff);
            available.add(new Available(slot, memory.readShort(setup.driver() + SplitLayout.availElem(slot, size)), pending));
        }
        List<Used> used = new ArrayList<>();
        for (int slot = 0; hasUsed && slot < size; slot++) {
            long element = setup.device() + SplitLayout.usedElem(slot, size);
            used.add(new Used(slot, memory.readInt(element) & 0xffff_ffffL, memory.readInt(element + 4) & 0xffff_ffffL,
                    usedIdx >= size || slot < usedIdx));
        }
        List<Descriptor> descriptors = hasDesc ? descriptors(memory, setup, queue, available) : List.of();
        return new SplitQueueView(state.name(), setup.queue().index(), state.device().queueName(setup.queue().index()) + (state.legacy() ? ", legacy layout" : ""), size, setup.ready(),
                setup.ready() && !setup.queue().usable(), setup.desc(), setup.driver(), setup.device(),
                descriptors, hasAvail ? memory.readShort(setup.driver() + SplitLayout.RING_FLAGS) : 0, availIdx, nextAvail, List.copyOf(available),
                hasAvail && eventIdx ? memory.readShort(setup.driver() + SplitLayout.usedEvent(size)) : -1,
                hasUsed ? memory.readShort(setup.device() + SplitLayout.RING_FLAGS) : 0, usedIdx, List.copyOf(used),
                hasUsed && eventIdx ? memory.readShort(setup.device() + SplitLayout.availEvent(size)) : -1, tables(memory, descriptors), Answer.of(state, setup.queue().index()));
    }

    private static List<IndirectTable> tables(GuestMemory memory, List<Descriptor> descriptors) {
        return descriptors.stream().filter(row -> row.head() >= 0 && (row.flags() & SplitLayout.VIRTQ_DESC_F_INDIRECT) != 0).map(row -> {
            long count = Math.min(MAX_TABLE_ROWS, row.length() / SplitLayout.DESC_SIZE);
            List<Descriptor> rows = new ArrayList<>();
            for (int i = 0; i < count && memory.contains(row.address(), SplitLayout.descSizeBytes(i + 1)); i++) {
                rows.add(descriptor(memory, row.address(), i, row.head(), row.holder()));
            }
            return new IndirectTable(row.index(), List.copyOf(rows));
        }).toList();
    }

    private static Descriptor descriptor(GuestMemory memory, long table, int index, int head, Holder holder) {
        long at = table + (long) SplitLayout.DESC_SIZE * index;
        return new Descriptor(index, memory.readLong(at), memory.readInt(at + SplitLayout.DESC_LEN) & 0xffff_ffffL,
                memory.readShort(at + SplitLayout.DESC_FLAGS), memory.readShort(at + SplitLayout.DESC_NEXT), head, holder);
    }

    private static List<Descriptor> descriptors(GuestMemory memory, QueueSetup setup, SplitQueue queue, List<Available> available) {
        int size = setup.size();
        int[] heads = new int[size];
        Holder[] holders = new Holder[size];
        java.util.Arrays.fill(heads, -1);
        java.util.Arrays.fill(holders, Holder.DRIVER);
        for (int head = 0; head < size; head++) {
            if (queue.holds(head)) {
                mark(memory, setup, head, Holder.DEVICE, heads, holders);
            }
        }
        available.stream().filter(Available::pending).filter(element -> element.head() < size)
                .forEach(element -> mark(memory, setup, element.head(), Holder.AVAILABLE, heads, holders));
        List<Descriptor> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(descriptor(memory, setup.desc(), i, heads[i], holders[i]));
        }
        return List.copyOf(rows);
    }

    private static void mark(GuestMemory memory, QueueSetup setup, int head, Holder holder, int[] heads, Holder[] holders) {
        // A loop ends where it meets itself: a descriptor that has a chain keeps it.
        for (int at = head; at < heads.length && heads[at] < 0; ) {
            heads[at] = head;
            holders[at] = holder;
            long descriptor = setup.desc() + (long) SplitLayout.DESC_SIZE * at;
            if ((memory.readShort(descriptor + SplitLayout.DESC_FLAGS) & SplitLayout.VIRTQ_DESC_F_NEXT) == 0) {
                return;
            }
            at = memory.readShort(descriptor + SplitLayout.DESC_NEXT);
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%s queue %d (%s): %s, size %d%n".formatted(device, index, name,
                !ready ? "not ready" : broken ? "broken" : "ready", size));
        if (!ready) {
            return text.toString();
        }
        text.append("descriptor table at 0x%x%n".formatted(desc));
        descriptors.stream().filter(row -> row.length() != 0 || row.address() != 0 || row.head() >= 0)
                .forEach(row -> text.append(row).append(System.lineSeparator()));
        tables.forEach(table -> {
            text.append("indirect table of descriptor %d%n".formatted(table.descriptor()));
            table.rows().forEach(row -> text.append(row).append(System.lineSeparator()));
        });
        text.append("available ring at 0x%x: flags %d, idx %d, device takes %d next%s%n".formatted(driver, availFlags, availIdx, nextAvail,
                usedEvent < 0 ? "" : ", used_event " + usedEvent));
        text.append("       ").append(String.join(" ", available.stream().limit(16)
                .map(element -> element.pending() ? "[" + element.head() + "]" : String.valueOf(element.head())).toList()))
                .append(size > 16 ? " …" : "").append(System.lineSeparator());
        text.append("used ring at 0x%x: flags %d, idx %d%s%n".formatted(deviceArea, usedFlags, usedIdx,
                availEvent < 0 ? "" : ", avail_event " + availEvent));
        text.append("       ").append(String.join(" ", used.stream().limit(16)
                .map(element -> element.written() ? element.id() + ":" + element.length() : "-").toList()))
                .append(size > 16 ? " …" : "").append(System.lineSeparator());
        return text.append(answers.isEmpty() ? "" : answersText() + System.lineSeparator()).toString();
    }
}

package dev.cellvisor.virtio.transport;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.QueueSetup;
import dev.cellvisor.virtio.queue.PackedLayout;
import dev.cellvisor.virtio.queue.PackedQueue;
import dev.cellvisor.virtio.queue.SplitLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A packed virtqueue at one moment: the descriptor ring, both wrap counters of the device, both event suppression structures.
 *
 * @param device the device's name
 * @param index the queue's index
 * @param name what the queue is for
 * @param size in descriptors
 * @param ready whether the driver made it ready
 * @param broken whether the device cannot go on with it
 * @param desc guest-physical address of the descriptor ring
 * @param driver guest-physical address of the driver event suppression
 * @param deviceArea guest-physical address of the device event suppression
 * @param descriptors the ring, one row per descriptor; empty if it is not in RAM
 * @param nextAvail the descriptor that the device takes next
 * @param availWrap the wrap counter with which that one is available
 * @param nextUsed the descriptor that the device writes next as used
 * @param usedWrap the wrap counter that it writes there
 * @param driverEvent what the driver wants to be told of, in words
 * @param deviceEvent what the device wants to be told of, in words
 * @param tables the indirect tables of the chains that are under way
 * @param answers the chains that the device will answer in an event to come
 */
public record PackedQueueView(String device, int index, String name, int size, boolean ready, boolean broken, long desc, long driver,
        long deviceArea, List<Descriptor> descriptors, int nextAvail, boolean availWrap, int nextUsed, boolean usedWrap, String driverEvent,
        String deviceEvent, List<IndirectTable> tables, List<Answer> answers) implements QueueView {

    /**
     * One descriptor.
     *
     * @param index in the ring
     * @param address guest-physical
     * @param length in bytes; of a used descriptor, how many were written
     * @param id the buffer ID
     * @param flags NEXT 1, WRITE 2, INDIRECT 4, AVAIL 0x80, USED 0x8000
     * @param head the buffer ID of the chain under way that it belongs to, or -1
     * @param holder whose that chain is
     * @param used whether the device wrote it as used, and nobody wrote it since
     */
    public record Descriptor(int index, long address, long length, int id, int flags, int head, Holder holder, boolean used) implements Row {

        /** The AVAIL flag, 0 or 1. */
        public int avail() {
            return (flags & PackedLayout.VIRTQ_DESC_F_AVAIL) != 0 ? 1 : 0;
        }

        /** The USED flag, 0 or 1. */
        public int usedFlag() {
            return (flags & PackedLayout.VIRTQ_DESC_F_USED) != 0 ? 1 : 0;
        }

        /** Whether it was part of a chain that is used: the one used descriptor of that chain stands elsewhere. */
        public boolean isPassedOver() {
            return !used && head < 0 && (flags & PackedLayout.OWNER_FLAGS) != 0;
        }

        /** NEXT, WRITE and INDIRECT in words; empty if none is set. */
        public String plainFlags() {
            String names = SplitLayout.descFlagNames(flags & ~PackedLayout.OWNER_FLAGS);
            return names.equals("0") ? "" : names;
        }

        @Override
        public String toString() {
            return "%5d  0x%012x  %10d  id %-5d A%d U%d  %-14s%s".formatted(index, address, length, id, avail(), usedFlag(), plainFlags(),
                    head >= 0 ? " [buffer " + head + ": " + holder.name().toLowerCase(Locale.ROOT) + "]" : used ? " [used]" : isPassedOver() ? " [passed over]" : "").stripTrailing();
        }
    }

    static PackedQueueView of(DeviceState state, QueueSetup setup, PackedQueue queue) {
        GuestMemory memory = state.context().memory();
        List<Descriptor> descriptors = setup.ready() && memory.contains(setup.desc(), PackedLayout.descSizeBytes(setup.size()))
                ? descriptors(memory, setup, queue) : List.of();
        return new PackedQueueView(state.name(), queue.index(), state.device().queueName(queue.index()), setup.size(), setup.ready(),
                setup.ready() && !queue.usable(), setup.desc(), setup.driver(), setup.device(), descriptors, queue.nextAvail(), queue.availWrap(),
                queue.nextUsed(), queue.usedWrap(), event(memory, setup, setup.driver()), event(memory, setup, setup.device()), tables(memory, descriptors), Answer.of(state, queue.index()));
    }

    private static String event(GuestMemory memory, QueueSetup setup, long address) {
        if (!setup.ready() || !memory.contains(address, PackedLayout.EVENT_SIZE)) {
            return "not in RAM";
        }
        return PackedLayout.eventText(memory.readShort(address + PackedLayout.EVENT_DESC), memory.readShort(address + PackedLayout.EVENT_FLAGS));
    }

    private static List<Descriptor> descriptors(GuestMemory memory, QueueSetup setup, PackedQueue queue) {
        int size = setup.size();
        int[] heads = new int[size];
        Holder[] holders = new Holder[size];
        Arrays.fill(heads, -1);
        Arrays.fill(holders, Holder.DRIVER);
        for (PackedQueue.Taken taken : queue.taken()) {
            for (int i = 0; i < taken.count(); i++) {
                heads[(taken.start() + i) % size] = taken.id();
                holders[(taken.start() + i) % size] = Holder.DEVICE;
            }
        }
        markAvailable(memory, setup, queue, heads, holders);
        List<Descriptor> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(descriptor(memory, setup.desc(), i, heads[i], holders[i], queue));
        }
        return List.copyOf(rows);
    }

    private static void markAvailable(GuestMemory memory, QueueSetup setup, PackedQueue queue, int[] heads, Holder[] holders) {
        int size = setup.size();
        int first = queue.nextAvail();
        for (int i = 0; i < size; i++) {
            int at = (queue.nextAvail() + i) % size;
            boolean wrap = queue.availWrap() ^ at < queue.nextAvail();
            int flags = memory.readShort(setup.desc() + (long) PackedLayout.DESC_SIZE * at + PackedLayout.DESC_FLAGS);
            if ((flags & PackedLayout.OWNER_FLAGS) != PackedLayout.available(wrap)) {
                return;
            }
            if ((flags & SplitLayout.VIRTQ_DESC_F_NEXT) == 0) {
                int id = memory.readShort(setup.desc() + (long) PackedLayout.DESC_SIZE * at + PackedLayout.DESC_ID);
                for (int part = first; ; part = (part + 1) % size) {
                    heads[part] = id;
                    holders[part] = Holder.AVAILABLE;
                    if (part == at) {
                        break;
                    }
                }
                first = (at + 1) % size;
            }
        }
    }

    private static Descriptor descriptor(GuestMemory memory, long ring, int index, int head, Holder holder, PackedQueue queue) {
        long at = ring + (long) PackedLayout.DESC_SIZE * index;
        int flags = memory.readShort(at + PackedLayout.DESC_FLAGS);
        // Written by the device in this lap, or in the one before.
        boolean wrap = queue != null && queue.usedWrap() ^ index >= queue.nextUsed();
        boolean used = queue != null && (flags & PackedLayout.OWNER_FLAGS) == PackedLayout.used(wrap) && (memory.readLong(at + PackedLayout.DESC_LEN) != 0 || memory.readLong(at) != 0);
        return new Descriptor(index, memory.readLong(at), memory.readInt(at + PackedLayout.DESC_LEN) & 0xffff_ffffL,
                memory.readShort(at + PackedLayout.DESC_ID), flags, used ? -1 : head, used ? Holder.DRIVER : holder, used);
    }

    private static List<IndirectTable> tables(GuestMemory memory, List<Descriptor> descriptors) {
        return descriptors.stream().filter(row -> row.head() >= 0 && (row.flags() & SplitLayout.VIRTQ_DESC_F_INDIRECT) != 0).map(row -> {
            long count = Math.min(MAX_TABLE_ROWS, row.length() / PackedLayout.DESC_SIZE);
            List<Descriptor> rows = new ArrayList<>();
            for (int i = 0; i < count && memory.contains(row.address(), PackedLayout.descSizeBytes(i + 1)); i++) {
                rows.add(descriptor(memory, row.address(), i, row.head(), row.holder(), null));
            }
            return new IndirectTable(row.index(), List.copyOf(rows));
        }).toList();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%s queue %d (%s): %s, packed, size %d%n".formatted(device, index, name,
                !ready ? "not ready" : broken ? "broken" : "ready", size));
        if (!ready) {
            return text.toString();
        }
        text.append("descriptor ring at 0x%x: device takes %d next, wrap counter %d; uses %d next, wrap counter %d%n".formatted(desc,
                nextAvail, availWrap ? 1 : 0, nextUsed, usedWrap ? 1 : 0));
        descriptors.stream().filter(row -> row.length() != 0 || row.address() != 0 || row.flags() != 0)
                .forEach(row -> text.append(row).append(System.lineSeparator()));
        tables.forEach(table -> {
            text.append("indirect table of descriptor %d%n".formatted(table.descriptor()));
            table.rows().forEach(row -> text.append(row).append(System.lineSeparator()));
        });
        return text.append("driver event suppression at 0x%x: %s%n".formatted(driver, driverEvent))
                .append("device event suppression at 0x%x: %s%n".formatted(deviceArea, deviceEvent))
                .append(answers.isEmpty() ? "" : answersText() + System.lineSeparator()).toString();
    }
}

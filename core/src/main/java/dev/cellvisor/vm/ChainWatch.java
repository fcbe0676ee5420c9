package dev.cellvisor.vm;

import dev.cellvisor.memory.MmioAccess;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.QueueSetup;
import dev.cellvisor.virtio.queue.ChainAvailable;
import dev.cellvisor.virtio.queue.ChainUsed;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.DeviceQueue;
import dev.cellvisor.virtio.queue.PackedQueue;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Knows, while it is open, what devices are about: which access, event or input they act upon, and which chains they took upon which. */
final class ChainWatch implements AutoCloseable {
    /** Inputs that a cell does itself: no device acts upon them as such. */
    private static final Set<InputLog.Kind> OF_CELLS = EnumSet.of(InputLog.Kind.ACCESS, InputLog.Kind.MEMORY, InputLog.Kind.REGISTER, InputLog.Kind.TIME);

    /** As a queue: whichever is told of next. */
    private static final int ANY = -2;

    private final Vm vm;
    private final Trace.Subscription facts;
    private final Map<Key, Taken> taken = new LinkedHashMap<>();
    private DeviceWork.Access access;
    /** How many inputs had come in when that access was made. */
    private int accessInputs;
    /** A write to a ring whose chain is told after it: whose, where the element's ID stands (-1 for a running index), and the chain, once it is known. */
    private VirtioMmio usedBy;
    private int usedQueue = -1;
    private long usedIdAddress;
    private int usedHead = -1;

    /** A chain of a queue of a slot. */
    record Key(String place, int queue, int head) {
    }

    /** A chain that a device has: its buffers, and what made the device take it. */
    private record Taken(long[] addresses, int[] sizes, DeviceWork.Reason reason) {
        boolean touches(WriteWatch.Range range) {
            for (int i = 0; i < addresses.length; i++) {
                if (range.touches(addresses[i], sizes[i])) {
                    return true;
                }
            }
            return false;
        }

        /** It went back: its buffers are the driver's again. */
        Taken gone() {
            return new Taken(new long[0], new int[0], reason);
        }
    }

    ChainWatch(Vm vm) {
        this.vm = vm;
        facts = vm.trace().add((instruction, fact) -> {
            if (fact instanceof MmioAccess now && now.write()) {
                boolean byCell = !vm.scheduler().inside();
                access = new DeviceWork.Access(instruction, byCell ? -1 : vm.scheduler().currentCpu().index(), now);
                accessInputs = vm.inputs().size();
            } else if (fact instanceof ChainAvailable chain) {
                took(chain);
            } else if (fact instanceof ChainUsed chain) {
                used(chain);
            }
        });
    }

    private void used(ChainUsed fact) {
        VirtioMmio slot = slotAtWork(reason(), fact.device());
        if (slot != null) {
            taken.computeIfPresent(new Key(slot.state().context().place(), fact.queue(), fact.head()), (key, chain) -> chain.gone());
        }
        if (slot != null && slot == usedBy && usedQueue == ANY) {
            usedQueue = fact.queue();
            usedHead = fact.head();
            usedBy = null;
        } else if (slot != null && slot == usedBy && fact.queue() == usedQueue && (usedHead < 0 || usedIdAddress < 0)) {
            usedHead = usedIdAddress < 0 ? fact.head() : vm.memory().readShort(usedIdAddress) & 0xffff;
        }
    }

    private void took(ChainAvailable fact) {
        DeviceWork.Reason reason = reason();
        VirtioMmio slot = slotAtWork(reason, fact.device());
        if (slot == null || !(slot.state().queue(fact.queue()) instanceof DeviceQueue queue)) {
            return;
        }
        DescriptorChain chain = queue.lastTaken();
        int writable = chain.segmentCount() - chain.readableSegmentCount();
        long[] addresses = new long[writable];
        int[] sizes = new int[writable];
        for (int i = 0; i < writable; i++) {
            addresses[i] = chain.segmentAddress(chain.readableSegmentCount() + i);
            sizes[i] = chain.segmentSizeBytes(chain.readableSegmentCount() + i);
        }
        taken.put(new Key(slot.state().context().place(), fact.queue(), fact.head()), new Taken(addresses, sizes, reason));
    }

    /** What the machine acts upon right now. */
    DeviceWork.Reason reason() {
        long now = vm.clock().instructions();
        String event = vm.events().runningName();
        if (event != null) {
            return new DeviceWork.Event(now, event);
        }
        InputLog.Entry input = vm.inputs().last();
        boolean later = vm.inputs().size() > accessInputs || access == null || access.instruction() != now;
        if (input != null && input.instruction() == now && later && !OF_CELLS.contains(input.kind())) {
            return new DeviceWork.Input(now, input.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + input.detail());
        }
        return access != null && access.instruction() == now ? access : new DeviceWork.Event(now, "");
    }

    /** Which slot acts upon that; a device's name alone may be that of several. */
    private VirtioMmio slotAtWork(DeviceWork.Reason reason, String device) {
        VirtioMmio found = null;
        for (VirtioMmio slot : vm.boardDevices().slots()) {
            if (slot.state() != null && (device == null || slot.name().equals(device))) {
                if (reason.isOf(slot)) {
                    return slot;
                }
                found = device == null ? null : slot;
            }
        }
        return found;
    }

    /** Whose write it is that is being made, as far as it can be told now: {@link #settle} tells the rest. */
    DeviceWork atWork(WriteWatch.Range written) {
        DeviceWork.Reason reason = reason();
        VirtioMmio slot = slotAtWork(reason, null);
        usedBy = null;
        usedHead = -1;
        if (slot == null) {
            return new DeviceWork(reason.device(vm), "", -1, -1, reason, null);
        }
        DeviceState state = slot.state();
        String place = state.context().place();
        for (QueueSetup setup : state.setups()) {
            int queue = setup.queue().index();
            if (setup.ready() && ring(setup).touches(written.address(), written.sizeBytes())) {
                usedBy = slot;
                usedQueue = queue;
                usedIdAddress = idAddress(setup, written.address());
                return new DeviceWork(slot.name(), place, queue, -1, reason, null);
            }
        }
        for (Map.Entry<Key, Taken> entry : taken.entrySet()) {
            if (entry.getKey().place.equals(place) && entry.getValue().touches(written)) {
                return new DeviceWork(slot.name(), place, entry.getKey().queue, entry.getKey().head, reason, entry.getValue().reason);
            }
        }
        usedBy = slot; // no chain that is known has these bytes: the next one that goes back will be it
        usedQueue = ANY;
        return new DeviceWork(slot.name(), place, -1, -1, reason, null);
    }

    /** Where the device writes what it used: the used ring, or the descriptor ring (packed). */
    private static WriteWatch.Range ring(QueueSetup setup) {
        return setup.queue() instanceof PackedQueue ? new WriteWatch.Range(setup.desc(), 16 * setup.size()) : new WriteWatch.Range(setup.device(), 6 + 8 * setup.size());
    }

    /** Where the ID of the element stands that an address of the ring is in; -1 if it is in none. */
    private static long idAddress(QueueSetup setup, long address) {
        if (setup.queue() instanceof PackedQueue) {
            return setup.desc() + (address - setup.desc() & -16) + 12;
        }
        long at = address - setup.device() - 4;
        return at < 0 || at >= 8L * setup.size() ? -1 : setup.device() + 4 + (at & -8);
    }

    /** The same with the chain that went back by it, which is told after the write; and with what made the device take that chain. */
    DeviceWork settle(DeviceWork work) {
        if (work == null || work.place().isEmpty() || work.chain() >= 0 || usedHead < 0) {
            return work;
        }
        Taken chain = taken.get(new Key(work.place(), usedQueue, usedHead));
        return new DeviceWork(work.device(), work.place(), usedQueue, usedHead, work.reason(), chain == null ? null : chain.reason);
    }

    /** What made a device take a chain, the last time; {@code null} if it did not take it while this was open. */
    DeviceWork.Reason taking(DeviceWork work) {
        Taken chain = taken.get(new Key(work.place(), work.queue(), work.chain()));
        return chain == null ? null : chain.reason;
    }

    @Override
    public void close() {
        facts.close();
    }
}

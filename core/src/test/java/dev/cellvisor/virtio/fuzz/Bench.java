package dev.cellvisor.virtio.fuzz;

import dev.cellvisor.state.State;
import dev.cellvisor.trace.Fact;
import dev.cellvisor.virtio.DeviceState;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.QueueConfigured;
import dev.cellvisor.virtio.QueueSetup;
import dev.cellvisor.virtio.Rig;
import dev.cellvisor.virtio.StatusBit;
import dev.cellvisor.virtio.StatusChange;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.driver.DescriptorCursor;
import dev.cellvisor.virtio.driver.DriverQueue;
import dev.cellvisor.virtio.queue.ChainAvailable;
import dev.cellvisor.virtio.queue.ChainUsed;
import dev.cellvisor.virtio.rules.Violation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One device under a sequence of calls, and what must hold all the time. */
public final class Bench implements AutoCloseable {
    /** More chains than that in one call would be a device that does not stop. */
    private static final int MOST_CHAINS = 70_000;

    private final Target target;
    private final VirtioDevice device;
    private final Rig rig;
    private final long heapStart;
    private Call.Start last = new Call.Start(0, 16, false);

    /** A chain that the device has: its room, and in which call it was taken. */
    private record Taken(long room, int call) {
    }

    /** What is known of each chain that the device has, by queue and head, in the order in which they were taken. */
    private final Map<Integer, Taken> taken = new LinkedHashMap<>();
    private final Map<Integer, Integer> usedIdx = new HashMap<>();
    private final Map<Integer, Integer> usedCount = new HashMap<>();
    private boolean spoiled;
    private int call;
    private int chains;
    private int refused;
    private String wrong;

    Bench(Target target) {
        this.target = target;
        device = target.device();
        rig = Rig.of(device);
        spoiled = target.changesMemory();
        heapStart = rig.driver.heap().mark();
        rig.trace.add((instruction, fact) -> watch(fact));
    }

    // What must hold.

    private void watch(Fact fact) {
        rig.facts.clear();
        switch (fact) {
            case ChainAvailable chain -> {
                chains++;
                if (chains > MOST_CHAINS) {
                    throw new AssertionError("more than " + MOST_CHAINS + " chains in one call");
                }
                if (taken.put(key(chain.queue(), chain.head()), new Taken(chain.writableBytes(), call)) != null) {
                    wrong = chain + ", which the device has already";
                }
            }
            case ChainUsed used -> used(used);
            case QueueConfigured queue -> forget(queue.queue());
            case StatusChange change when change.now() == 0 -> {
                taken.clear();
                usedIdx.clear();
                usedCount.clear();
            }
            case Violation violation when violation.rule().equals("FRAM-DRV-01") -> refused++;
            default -> { }
        }
    }

    private void used(ChainUsed used) {
        int key = key(used.queue(), used.head());
        if (rig.slot.state().negotiated().has(VirtioFeature.VIRTIO_F_IN_ORDER) && key != oldest(used.queue())) {
            wrong = used + ", but another was taken before it, and VIRTIO_F_IN_ORDER is negotiated";
        }
        Taken chain = taken.remove(key);
        if (chain == null) {
            wrong = used + ", which was not with the device";
        } else if ((chain.call == call || !spoiled) && used.writtenBytes() > chain.room) {
            // A chain in flight is read again when it is answered: what the driver has spoiled meanwhile counts.
            wrong = used + ", with room for " + chain.room;
        }
        usedCount.merge(used.queue(), 1, Integer::sum);
        usedIdx.put(used.queue(), used.usedIdx());
    }

    private int oldest(int queue) {
        return taken.keySet().stream().filter(key -> key >> 16 == queue).findFirst().orElse(-1);
    }

    /** A split ring's idx has gone up by one for each chain. */
    private void checkIndices() {
        if (rig.slot.state().negotiated().has(VirtioFeature.VIRTIO_F_RING_PACKED)) {
            return;
        }
        usedIdx.forEach((queue, idx) -> {
            if (idx != (usedCount.get(queue) & 0xffff)) {
                throw new AssertionError("queue %d has used %d chains, but its used idx is %d".formatted(queue, usedCount.get(queue), idx));
            }
        });
    }

    private void forget(int queue) {
        taken.keySet().removeIf(key -> key >> 16 == queue);
        usedIdx.remove(queue);
        usedCount.remove(queue);
    }

    private static int key(int queue, int head) {
        return queue << 16 | head & 0xffff;
    }

    /**
     * Carries out a call, and checks.
     *
     * @return whether the device took a request by it
     */
    boolean run(Call next) {
        call++;
        chains = 0;
        refused = 0;
        wrong = null;
        try {
            perform(next);
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            if (!byDriver(e)) {
                throw e;
            }
        }
        if (wrong != null) {
            throw new AssertionError(wrong);
        }
        checkIndices();
        boolean asserted = rig.line.asserted();
        if (asserted != ((rig.slot.peek(0x060) & 3) != 0)) {
            throw new AssertionError("the line is " + asserted + ", but InterruptStatus is " + rig.slot.peek(0x060));
        }
        return chains > refused;
    }

    /** Whether the hand driver itself has refused: it finds a ring full, or a used element that it does not know. */
    private static boolean byDriver(RuntimeException e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.cellvisor.virtio.")) {
                return frame.getClassName().startsWith("dev.cellvisor.virtio.driver.") || frame.getClassName().startsWith("dev.cellvisor.virtio.fuzz.");
            }
        }
        return false;
    }

    private void perform(Call call) {
        switch (call) {
            case Call.Start(long features, int queueSize, boolean indirect) -> start(features, queueSize, indirect);
            case Call.Send(int queue, List<Buffer> buffers, Call.Twist twist) -> send(queue, twist, buffers.toArray(Buffer[]::new));
            case Call.Access(boolean write, int offset, int sizeBytes, long value) -> {
                if (write) {
                    rig.driver.write(offset, sizeBytes, value);
                } else {
                    rig.driver.read(offset, sizeBytes);
                }
            }
            case Call.Poke(int queue, Call.Area area, int offset, int value) -> poke(queue, area, offset, value);
            case Call.Notify(int value) -> rig.driver.write(0x050, 4, value & 0xffff_ffffL);
            case Call.Requeue(int queue, boolean reset) -> requeue(queue, reset);
            case Call.Wait() -> rig.toNextEvent();
            case Call.Host(int what, byte[] bytes) -> host(what, bytes);
            case Call.SaveAndRestore() -> saveAndRestore();
            case Call.Reset() -> rig.driver.reset();
        }
    }

    // What the calls do.

    void start(long features, int queueSize, boolean indirect) {
        last = new Call.Start(features, queueSize, indirect);
        rig.driver.heap().free(heapStart);
        rig.driver.begin();
        Features wanted = new Features(features, 0).with(VirtioFeature.VIRTIO_F_VERSION_1.bit()).with(VirtioFeature.VIRTIO_F_ANY_LAYOUT.bit());
        accept(wanted.and(rig.driver.offered()));
        // Features at random often lack one that another needs: then all, then none.
        for (Features second : List.of(rig.driver.offered(), Features.of(VirtioFeature.VIRTIO_F_VERSION_1))) {
            if (!rig.driver.isLegacy() && !StatusBit.FEATURES_OK.in(rig.driver.status())) {
                rig.driver.begin();
                accept(second);
            }
        }
        for (int i = 0; i < device.queueCount(); i++) {
            DriverQueue queue = rig.driver.queue(i);
            int most = (int) queue.maxSize();
            if (most > 0) {
                queue.size(rig.driver.isLegacy() ? most : Math.min(most, queueSize)).allocate().enable();
                queue.indirect(indirect && rig.driver.accepted().has(VirtioFeature.VIRTIO_F_INDIRECT_DESC));
            }
        }
        rig.driver.set(StatusBit.DRIVER_OK);
    }

    private void accept(Features features) {
        rig.driver.accept(features);
        if (!rig.driver.isLegacy()) {
            rig.driver.set(StatusBit.FEATURES_OK);
        }
    }

    /** Starts a device that is not live, or whose queue is broken, as a driver does that has noticed. */
    private void heal(int queue) {
        DeviceState state = rig.slot.state();
        QueueSetup setup = state.setup(queue);
        if (!state.live() || setup == null || !setup.ready() || !setup.queue().usable() || rig.driver.queue(queue).size() == 0) {
            start(last.features(), last.queueSize(), last.indirect());
        }
    }

    void send(int wanted, Call.Twist twist, Buffer... buffers) {
        // What queues there are depends on the features: one of the first two takes the place of what is not there.
        boolean missing = rig.slot.state().live() && rig.slot.state().setup(wanted) == null;
        int index = missing ? wanted & 1 : wanted;
        heal(index);
        if (!target.feedsAfter()) {
            target.feed(device, index);
        }
        DriverQueue queue = rig.driver.queue(index);
        if (queue.size() == 0) {
            return; // it began anew, and there is none
        }
        int head;
        int position = queue.isPacked() ? queue.nextAvail() : 0;
        try {
            head = queue.submit(buffers);
        } catch (IllegalStateException full) {
            // No room in ring or heap: let the device finish, or begin anew.
            rig.toNextEvent();
            collect(queue);
            start(last.features(), last.queueSize(), last.indirect());
            queue = rig.driver.queue(index);
            position = 0;
            head = queue.submit(buffers);
        }
        if (twist != null) {
            spoiled = true;
            twist(queue, queue.isPacked() ? position : head, twist);
        }
        queue.notifyDevice();
        if (target.feedsAfter()) {
            target.feed(device, index);
            rig.to(rig.clock.ticks());
        }
        collect(queue);
        rig.driver.acknowledge();
    }

    private void collect(DriverQueue queue) {
        for (int i = 0; i < 64 && queue.completed() != null; i++) {
            continue;
        }
    }

    private void twist(DriverQueue queue, int at, Call.Twist twist) {
        DescriptorCursor descriptor = twist.inTable() ? rig.driver.descriptorAt(queue.desc(at).address() + 16L * twist.descriptor())
                : queue.desc((at + twist.descriptor()) % queue.size());
        if (twist.inTable() && !rig.memory.contains(descriptor.at(), 16)) {
            return;
        }
        long value = twist.value();
        switch (twist.field()) {
            case 0 -> descriptor.address(twist.xor() ? descriptor.address() ^ value : value);
            case 1 -> descriptor.length(twist.xor() ? descriptor.length() ^ value : value);
            case 2 -> descriptor.flags((int) (twist.xor() ? descriptor.flags() ^ value : value));
            case 3 -> {
                if (queue.isPacked()) {
                    descriptor.id((int) (twist.xor() ? descriptor.id() ^ value : value));
                } else {
                    descriptor.next((int) (twist.xor() ? descriptor.next() ^ value : value));
                }
            }
            default -> {
                if (!queue.isPacked()) {
                    queue.availIdx(queue.availIdx() + (int) value);
                }
            }
        }
    }

    void poke(int queue, Call.Area area, int offset, int value) {
        DriverQueue ring = rig.driver.queue(queue);
        long address = offset + switch (area) {
            case DESC -> ring.descAddress();
            case DRIVER -> ring.availAddress();
            case DEVICE -> ring.usedAddress();
        };
        if (ring.size() > 0 && rig.memory.contains(address, 1)) {
            spoiled = true;
            rig.memory.writeByte(address, value);
        }
    }

    void requeue(int index, boolean reset) {
        DriverQueue queue = rig.driver.queue(index);
        if (reset && !rig.driver.isLegacy()) {
            queue.reset();
        } else {
            queue.disable();
        }
        if (queue.size() > 0) {
            queue.allocate().enable();
        }
    }

    void host(int what, byte[] bytes) {
        target.host(device, what, bytes);
    }

    void saveAndRestore() {
        State slot = rig.slot.save();
        State events = rig.events.save();
        rig.slot.restore(slot);
        rig.events.restore(events);
        same(slot, rig.slot.save());
        same(events, rig.events.save());
    }

    private static void same(State before, State after) {
        if (!before.equals(after)) {
            throw new AssertionError("a state was restored and is another: " + before + " / " + after);
        }
    }

    /** After all calls: it shows, its state fits another device of its kind, and a reset mends it. */
    void finish() {
        chains = 0;
        wrong = null;
        rig.slot.registerValues().toString();
        rig.slot.queues().toString();
        State saved = rig.slot.save();
        Rig copy = Rig.of(target.device());
        try {
            copy.slot.restore(saved);
            same(saved, copy.slot.save());
        } finally {
            copy.memory.close();
        }
        rig.driver.heap().free(heapStart);
        rig.driver.initialise();
        int ready = rig.driver.isLegacy() ? 0x7 : 0xf;
        if (rig.driver.status() != ready) {
            throw new AssertionError("a reset does not mend it: Status is 0x%x".formatted(rig.driver.status()));
        }
        if (wrong != null) {
            throw new AssertionError(wrong);
        }
    }

    @Override
    public void close() {
        rig.memory.close();
    }
}

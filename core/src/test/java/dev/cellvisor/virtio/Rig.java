package dev.cellvisor.virtio;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MemoryMap;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Fact;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.driver.GuestHeap;
import dev.cellvisor.virtio.driver.LineProbe;
import dev.cellvisor.virtio.driver.VirtioDriver;
import dev.cellvisor.virtio.rules.Advice;
import dev.cellvisor.virtio.rules.Violation;
import dev.cellvisor.virtio.transport.SharedMemoryWindow;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.util.ArrayList;
import java.util.List;

/** A device, a driver and RAM between them; no CPU, no board. */
public final class Rig {
    public static final long BASE = 0x0a00_3e00;
    public static final long RAM = 0x4000_0000;
    public static final long RAM_BYTES = 8 << 20;
    /** Above everything that the driver's heap hands out. */
    public static final long SPARE = RAM;

    /** Where shared memory of devices goes. */
    public static final long WINDOW = 0x1000_0000;
    public static final long WINDOW_BYTES = 1 << 20;

    public final GuestMemory memory = new GuestMemory();
    public final Trace trace = new Trace();
    public final MemoryMap map = new MemoryMap(memory, trace);
    public final VirtualClock clock = new VirtualClock();
    public final EventQueue events = new EventQueue();
    public final LineProbe line = new LineProbe();
    public final List<Fact> facts = new ArrayList<>();
    public final VirtioMmio slot;
    public final VirtioDriver driver;

    private Rig(VirtioDevice device) {
        memory.add("ram", RAM, RAM_BYTES);
        var context = new DeviceContext("virtio-mmio.31", memory, trace, clock, events, 42, Runnable::run);
        slot = new VirtioMmio(context, line).placedAt(BASE, 79).sharedMemoryIn(new SharedMemoryWindow(map, WINDOW, WINDOW_BYTES));
        if (device != null) {
            slot.plug(device);
        }
        map.add(BASE, VirtioMmio.SLOT_BYTES, slot);
        trace.add((instruction, fact) -> facts.add(fact));
        driver = new VirtioDriver(map, BASE).heap(new GuestHeap(memory, RAM + RAM_BYTES / 2, RAM_BYTES / 2)).waitWith(this::toNextEvent);
    }

    /** A device that nobody has touched. */
    public static Rig of(VirtioDevice device) {
        return new Rig(device);
    }

    /** A device that a driver has started with these features. */
    public static Rig started(VirtioDevice device, FeatureBit... features) {
        Rig rig = new Rig(device);
        rig.driver.initialise(features);
        return rig;
    }

    /** A legacy device that a driver has started with these features alone: without VIRTIO_F_ANY_LAYOUT, which {@link #started} adds. */
    public static Rig framed(VirtioDevice device, FeatureBit... features) {
        Rig rig = new Rig(device.legacy());
        rig.driver.begin().negotiate(features);
        for (int i = 0; i < device.queueCount(); i++) {
            rig.driver.queue(i).allocate().enable();
        }
        rig.driver.set(StatusBit.DRIVER_OK);
        return rig;
    }

    /** A slot without a device. */
    public static Rig empty() {
        return new Rig(null);
    }

    /** Lets time jump to the next event, and it happen. */
    public boolean toNextEvent() {
        long tick = events.nextTick();
        if (tick == Long.MAX_VALUE) {
            return false;
        }
        to(tick);
        return true;
    }

    /** Lets time go to a tick. */
    public void to(long tick) {
        clock.skipTo(tick);
        events.runDue(tick);
    }

    /** The ids of all rules broken so far. */
    public List<String> violations() {
        return facts.stream().filter(Violation.class::isInstance).map(fact -> ((Violation) fact).rule()).toList();
    }

    public List<String> advice() {
        return facts.stream().filter(Advice.class::isInstance).map(fact -> ((Advice) fact).rule()).toList();
    }

    public <F extends Fact> List<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public boolean needsReset() {
        return StatusBit.DEVICE_NEEDS_RESET.in(slot.state().status());
    }
}

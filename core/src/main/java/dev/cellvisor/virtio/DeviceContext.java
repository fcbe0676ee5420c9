package dev.cellvisor.virtio;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.time.Clock;
import dev.cellvisor.time.EventQueue;
import dev.cellvisor.time.VirtualClock;
import dev.cellvisor.trace.Trace;
import java.util.concurrent.Executor;

/**
 * What the VM lends to one device: guest memory, time, random bytes, an executor, and the trace. A device takes these from here and
 * from nowhere else, so that a run can be repeated to the instruction.
 */
public final class DeviceContext {
    private final String place;
    private final GuestMemory memory;
    private final Trace trace;
    private final Clock clock;
    private final EventQueue events;
    private final SeededRandom random;
    private final Executor executor;
    private HostDoor door = HostDoor.OPEN;

    /**
     * A context.
     *
     * @param place where the device sits, unique in the VM and stable between runs, e.g. {@code "virtio-mmio.31"}; it names the
     *         device's timers and its random stream
     * @param memory the guest's RAM
     * @param trace the VM's facts
     * @param clock the VM's time
     * @param events the VM's events
     * @param seed the VM's seed
     * @param executor for the host's slow work; what a task finds may reach the guest only in an event at a fixed tick
     */
    public DeviceContext(String place, GuestMemory memory, Trace trace, Clock clock, EventQueue events, long seed, Executor executor) {
        this.place = place;
        this.memory = memory;
        this.trace = trace;
        this.clock = clock;
        this.events = events;
        this.random = new SeededRandom(seed, place);
        this.executor = executor;
    }

    /** A context without a VM: time stands at 0 until somebody runs {@link #events()}, and work is done at once. */
    public static DeviceContext standalone(String place, GuestMemory memory, Trace trace) {
        return new DeviceContext(place, memory, trace, new VirtualClock(), new EventQueue(), 0, Runnable::run);
    }

    /** Sets by which door the device and what is outside the VM reach each other; {@link HostDoor#OPEN} if nothing is said. */
    public DeviceContext door(HostDoor newDoor) {
        door = newDoor;
        return this;
    }

    /** By which door the device and what is outside the VM reach each other. */
    public HostDoor door() {
        return door;
    }

    /** Where the device sits. */
    public String place() {
        return place;
    }

    /** The guest's RAM. A device reaches buffers through its chains, not here. */
    public GuestMemory memory() {
        return memory;
    }

    /** The VM's facts. */
    public Trace trace() {
        return trace;
    }

    /** The VM's time. */
    public Clock clock() {
        return clock;
    }

    /** The VM's events. */
    public EventQueue events() {
        return events;
    }

    /** Random bytes from the VM's seed, of this place alone. */
    public SeededRandom random() {
        return random;
    }

    /** For the host's slow work. */
    public Executor executor() {
        return executor;
    }

    /**
     * Lets something in that comes from outside the VM; see {@link HostDoor#hand}.
     *
     * @param detail what it is, for the log; the place comes before it
     */
    public void fromOutside(String detail, byte[] payload, Runnable action) {
        door.hand(place + " " + detail, payload, action);
    }
}

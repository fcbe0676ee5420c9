package dev.cellvisor.virtio;

import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import dev.cellvisor.virtio.rules.Advice;
import dev.cellvisor.virtio.rules.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a virtio device is. A device says its type, queues, features and configuration fields, and answers requests; negotiation,
 * status, rings, notification, suppression, reset, tracing and saving are done for it. The smallest whole device:
 *
 * <pre>{@code
 * class Upper extends VirtioDevice {
 *     Upper() {
 *         super("upper", 63, 16);                        // name, device type id, size of queue 0
 *     }
 *     @Override
 *     protected void handle(int queue, DescriptorChain chain) {
 *         while (chain.reader().remaining() > 0) {
 *             chain.writer().writeByte(Character.toUpperCase(chain.reader().readByte()));
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p><b>When a request is answered.</b> With a latency of 0 (the default), inside the driver's notification: when the store to
 * QueueNotify is done, the used ring has moved and the interrupt line is up, and the CPU takes the interrupt before its next
 * instruction. With a latency of n ticks, {@link #handle} runs in an event n ticks after the notification; until then the request
 * is in flight, nothing of it is done, and it is part of the saved state.
 *
 * <p>A device with all that one can have:
 *
 * <pre>{@code
 * class Store extends VirtioDevice {
 *     static final FeatureBit UPPER = FeatureBit.of(0, "STORE_F_UPPER");
 *     private final SharedMemory pool = sharedMemory(0, 4096);    // what driver and device both see
 *     private long requests;
 *
 *     Store() {
 *         super("store", 63, new ConfigSpace(ConfigField.readOnly("requests", 0, 8), new ConfigField("place", 8, 4, Access.RW)), 16, 16);
 *         latencyTicks(1000);                                     // 16 microseconds from notification to answer
 *     }
 *     @Override public Features features() { return Features.of(UPPER); }
 *     @Override public String queueName(int queue) { return queue == 0 ? "store" : "look"; }
 *     @Override protected long latencyTicks(int queue, DescriptorChain chain) { return queue == 0 ? latencyTicks() : 0; }
 *     @Override protected void handle(int queue, DescriptorChain chain) {
 *         long place = config().get("place");
 *         while (queue == 0 && chain.reader().remaining() > 0 && pool.contains(place, 1)) {
 *             int c = chain.reader().readByte();
 *             pool.writeByte(place++, negotiated().has(UPPER) ? Character.toUpperCase(c) : c);
 *         }
 *         while (queue == 1 && chain.writer().remaining() > 0 && pool.contains(place, 1)) {
 *             chain.writer().writeByte(pool.readByte(place++));
 *         }
 *         requests++;
 *         changeConfig(config -> config.set("requests", requests));   // a new generation, and a notification
 *     }
 *     @Override protected void configWritten(ConfigField field, long value) {
 *         if (value >= pool.sizeBytes()) advice("SHM-DEF-01", "place " + value + " is outside the pool");
 *     }
 *     @Override protected void reset() { requests = 0; config().set("requests", 0); }
 *     @Override public State save() { return State.of("store", 1).put("requests", requests).build(); }
 *     @Override public void restore(State saved) { requests = saved.expect("store", 1).number("requests"); }
 * }
 * }</pre>
 *
 * <p>All methods are called on the VM's thread. Nothing here may throw because of what a guest wrote.
 */
public abstract class VirtioDevice implements Stateful {
    private static final int MAX_QUEUES = 65536;

    private final String name;
    private final int deviceId;
    private final int[] queueSizes;
    private final ConfigSpace config;
    private final List<SharedMemory> sharedMemory = new ArrayList<>();
    private Features extraOffer = Features.NONE;
    private Features withheld = Features.NONE;
    private long latencyTicks;
    /** Which interface was asked for; null: as the slot has it. */
    private Boolean legacyWanted;
    private DeviceState state;

    /**
     * A device without configuration space.
     *
     * @param name for traces and counts, e.g. {@code "virtio-rng"}
     * @param deviceId its type (VIRTIO 1.4, 5), not 0
     * @param queueSizes the largest size of each queue, 1 to 32768; a split ring takes the next power of two below
     */
    protected VirtioDevice(String name, int deviceId, int... queueSizes) {
        this(name, deviceId, new ConfigSpace(), queueSizes);
    }

    /**
     * A device with a configuration space.
     *
     * @throws IllegalArgumentException if the type is 0 or a size is not allowed
     */
    protected VirtioDevice(String name, int deviceId, ConfigSpace config, int... queueSizes) {
        if (deviceId <= 0) {
            throw new IllegalArgumentException("'" + name + "' has the device id " + deviceId + "; it must be 1 or more, 0 marks an empty slot");
        }
        if (queueSizes.length > MAX_QUEUES) {
            throw new IllegalArgumentException("'" + name + "' has " + queueSizes.length + " queues; a device has at most " + MAX_QUEUES);
        }
        for (int size : queueSizes) {
            if (!dev.cellvisor.virtio.queue.PackedLayout.validSize(size)) {
                throw new IllegalArgumentException("'" + name + "' has a queue of size " + size + "; sizes are 1 to 32768");
            }
        }
        this.name = name;
        this.deviceId = deviceId;
        this.config = config;
        this.queueSizes = queueSizes.clone();
    }

    /** What to call it. */
    public final String name() {
        return name;
    }

    /** Its type, as in the DeviceID register. */
    public final int deviceId() {
        return deviceId;
    }

    /** How many virtqueues it has. */
    public final int queueCount() {
        return queueSizes.length;
    }

    /** How many of its queues there are once the driver has accepted these features; all of them unless a device says otherwise. */
    protected int queueCount(Features negotiated) {
        return queueSizes.length;
    }

    /** The largest size of a queue; 0 if it does not exist. */
    public final int queueSizeMax(int queue) {
        return queue >= 0 && queue < queueSizes.length ? queueSizes[queue] : 0;
    }

    /** Its configuration space. */
    public final ConfigSpace config() {
        return config;
    }

    /**
     * Declares a shared memory region (VIRTIO 1.4, 2.10), zeroed: memory that driver and device both see. Call it in the constructor and
     * keep what it returns.
     *
     * @param id 0 to 255, the device type's own meaning
     * @param sizeBytes a multiple of 4096
     * @throws IllegalArgumentException if the size is not allowed, or the id is taken
     * @throws IllegalStateException if the device is plugged in
     */
    protected final SharedMemory sharedMemory(int id, int sizeBytes) {
        requireUnplugged("declare shared memory");
        if (id < 0 || id > 255 || sizeBytes <= 0 || sizeBytes % SharedMemory.PAGE_SIZE != 0) {
            throw new IllegalArgumentException("'%s' declares shared memory %d of %d bytes; ids are 0 to 255, and sizes multiples of %d"
                    .formatted(name, id, sizeBytes, SharedMemory.PAGE_SIZE));
        }
        if (sharedMemory(id) != null) {
            throw new IllegalArgumentException("'" + name + "' declares shared memory " + id + " twice");
        }
        var region = new SharedMemory(name, id, sizeBytes);
        sharedMemory.add(region);
        return region;
    }

    /** Its shared memory regions. */
    public final List<SharedMemory> sharedMemories() {
        return Collections.unmodifiableList(sharedMemory);
    }

    /** The shared memory region with an id, or {@code null}. */
    public final SharedMemory sharedMemory(long id) {
        return sharedMemory.stream().filter(region -> region.id() == id).findFirst().orElse(null);
    }

    /** The features of its type that it offers; those of rings and transport are added to them. */
    public Features features() {
        return Features.NONE;
    }

    /** All features of its type by name, for displays. */
    public List<? extends FeatureBit> knownFeatures() {
        return List.of();
    }

    /** What a queue is for, e.g. {@code "requestq"}. */
    public String queueName(int queue) {
        return "queue " + queue;
    }

    /**
     * Whether a queue exists with what was negotiated; asked before FEATURES_OK too, when nothing is. A queue that does not has
     * QueueSizeMax 0.
     */
    protected boolean hasQueue(int queue) {
        return true;
    }

    /** Which of its features need another. */
    protected List<Prerequisite> prerequisites() {
        return List.of();
    }

    /** Whether it can work with a valid subset of what it offers; most can with any. */
    protected boolean accepts(Features accepted) {
        return true;
    }

    /**
     * Offers a feature of rings or transport that is not offered by default: VIRTIO_F_RING_PACKED, VIRTIO_F_IN_ORDER,
     * VIRTIO_F_NOTIFICATION_DATA.
     *
     * @throws IllegalArgumentException if it is not one that works
     * @throws IllegalStateException if the device is plugged in
     */
    public VirtioDevice offer(FeatureBit... features) {
        requireUnplugged("offer features");
        extraOffer = extraOffer.with(DeviceState.checkOfferable(features));
        withheld = withheld.without(Features.of(features));
        return this;
    }

    /**
     * Does not offer a feature that it would, e.g. VIRTIO_F_EVENT_IDX.
     *
     * @throws IllegalArgumentException for VIRTIO_F_VERSION_1, which every modern device offers, and VIRTIO_F_ANY_LAYOUT, which every
     *         legacy one does (VIRTIO 1.4, 6.2 and 6.3)
     * @throws IllegalStateException if the device is plugged in
     */
    public VirtioDevice withhold(FeatureBit... features) {
        requireUnplugged("withhold features");
        if (Features.of(features).has(VirtioFeature.VIRTIO_F_VERSION_1)) {
            throw new IllegalArgumentException("VIRTIO_F_VERSION_1 cannot be withheld: a modern device must offer it; legacy() makes one that does not");
        }
        if (Features.of(features).has(VirtioFeature.VIRTIO_F_ANY_LAYOUT)) {
            throw new IllegalArgumentException("VIRTIO_F_ANY_LAYOUT cannot be withheld: a legacy device must offer it, and a modern one never does");
        }
        withheld = withheld.with(Features.of(features));
        return this;
    }

    /**
     * Asks for the legacy interface (VIRTIO 1.4, 1.3.1): what drivers had before version 1.0. On virtio-mmio the slot then reads Version 1.
     *
     * @throws IllegalStateException if the device is plugged in
     */
    public VirtioDevice legacy() {
        requireUnplugged("choose its interface");
        legacyWanted = true;
        return this;
    }

    /**
     * Asks for the interface of version 1.0 and later, wherever it is plugged in. Without {@link #legacy()} or this, the slot decides.
     *
     * @throws IllegalStateException if the device is plugged in
     */
    public VirtioDevice modern() {
        requireUnplugged("choose its interface");
        legacyWanted = false;
        return this;
    }

    /**
     * Whether it is used through the legacy interface; before it is plugged in, whether that was asked for. A device type whose legacy
     * form differs (VIRTIO 1.4's sections named Legacy Interface) asks here, in {@link #features()} too.
     */
    public final boolean isLegacy() {
        return state != null ? state.legacy() : Boolean.TRUE.equals(legacyWanted);
    }

    /** Whether the driver is bound to the legacy interface's framing of requests: it is legacy, and did not accept VIRTIO_F_ANY_LAYOUT. */
    protected final boolean framed() {
        return isLegacy() && !negotiated().has(VirtioFeature.VIRTIO_F_ANY_LAYOUT);
    }

    /** Which interface a slot gives it that has one or the other itself. */
    final boolean legacyIn(boolean legacySlot) {
        return legacyWanted == null ? legacySlot : legacyWanted;
    }

    final Features offered() {
        Features common = isLegacy() ? DeviceState.LEGACY_FEATURES : DeviceState.RING_FEATURES.with(extraOffer);
        Features offered = features().with(common).without(withheld);
        return isLegacy() ? new Features(offered.low() & 0xffff_ffffL, 0) : offered;
    }

    /**
     * Sets how long a request takes.
     *
     * @param ticks from notification to answer; 0 answers inside the notification
     * @throws IllegalArgumentException if it is negative
     */
    public VirtioDevice latencyTicks(long ticks) {
        if (ticks < 0) {
            throw new IllegalArgumentException("a latency of " + ticks + " ticks; it must be 0 or more");
        }
        latencyTicks = ticks;
        return this;
    }

    /** How long a request takes. */
    public final long latencyTicks() {
        return latencyTicks;
    }

    // What a device does.

    /** The driver is ready (DRIVER_OK): negotiated features and queues stand. */
    protected void activate() {
    }

    /** The device was plugged in: {@link #context()} is there from now on. A place to make timers. */
    protected void pluggedIn() {
    }

    /** The device is being pulled out, after a reset; {@link #context()} is there for the last time. */
    protected void pullingOut() {
    }

    /** A queue went live: at DRIVER_OK, or after it was reset and made ready again. */
    protected void queueReady(int queue) {
    }

    /** A queue was stopped or reset: chains taken from it are gone, and must not be completed. */
    protected void queueStopped(int queue) {
    }

    /**
     * The driver suspends the device (VIRTIO_F_SUSPEND). Requests in flight are still answered; then, until {@link #resume()}, the device
     * is not {@link #live()}, its queues stay untouched, and what it does to its configuration is not seen.
     *
     * @return whether it can; if not, it needs a reset
     */
    protected boolean suspend() {
        return true;
    }

    /**
     * The driver resumes the device. After that every queue with available chains is {@linkplain #notified notified} again.
     *
     * @return whether it can; if not, it needs a reset
     */
    protected boolean resume() {
        return true;
    }

    /** The driver reset the device: everything but the host's side is as new. */
    protected void reset() {
    }

    /**
     * The driver notified a queue. By default every available chain is taken, and handled after its latency; a device whose
     * buffers wait for something else, such as a receive queue, does its own.
     */
    protected void notified(int queue) {
        state.drain(queue);
    }

    /**
     * Whether it has room for one more request of a queue. While it has none, requests stay available, and the device calls
     * {@link #drain} when it has some again.
     */
    protected boolean takes(int queue) {
        return true;
    }

    /** Takes every available chain of a queue, as long as it {@link #takes} them, and handles it after its latency. */
    protected final void drain(int queue) {
        state().drain(queue);
    }

    /**
     * Answers one request: read from {@code chain.reader()}, write to {@code chain.writer()}. The chain is put on the used ring
     * after that, with the number of bytes written. If it throws, the run ends with that exception, and the request is not lost: it stays
     * {@linkplain DeviceState#inFlight() in flight}, and this is called with it again as soon as the VM goes on.
     */
    protected abstract void handle(int queue, DescriptorChain chain);

    /** How long this request takes; {@link #latencyTicks()} by default. */
    protected long latencyTicks(int queue, DescriptorChain chain) {
        return latencyTicks;
    }

    /** The driver wrote a configuration field; {@code value} is the whole field after it. */
    protected void configWritten(ConfigField field, long value) {
    }

    /**
     * The driver wrote bytes of a configuration field, perhaps not all: a legacy driver writes one after the other. By default the same as
     * {@link #configWritten(ConfigField, long)}.
     *
     * @param firstByte the first of them, counted in the field
     * @param byteCount how many
     * @param value the whole field after it
     */
    protected void configWritten(ConfigField field, int firstByte, int byteCount, long value) {
        configWritten(field, value);
    }

    /**
     * The features of which one has to be offered for a configuration field to be there, which a driver looks at first; none if it always is.
     * Where it is not, a read is told and a write is ignored.
     */
    protected Features featuresOf(ConfigField field) {
        return Features.NONE;
    }

    /** The driver is about to read a configuration field, or a part of it: for a device that judges when. */
    protected void configRead(ConfigField field) {
    }

    /** The driver wrote a configuration field that it may only read; nothing changed. */
    protected void configWriteRefused(ConfigField field) {
    }

    /**
     * Whether the device keeps a used buffer notification back for now; asked when there are used buffers that the driver was not told
     * of. It is for the device to call {@link #notifyUsed} later.
     */
    protected boolean holdsNotification(int queue) {
        return false;
    }

    // What a device can use.

    /** Whether it is plugged in. */
    public final boolean plugged() {
        return state != null;
    }

    /**
     * What the VM lends.
     *
     * @throws IllegalStateException if the device is not plugged in
     */
    protected final DeviceContext context() {
        return state().context();
    }

    /** The features that both sides agreed on; none before FEATURES_OK, and none when not plugged in. */
    protected final Features negotiated() {
        return state == null ? Features.NONE : state.negotiated();
    }

    /** Whether the driver is ready and the device may use its queues. */
    protected final boolean live() {
        return state != null && state.live();
    }

    /** A queue. */
    protected final Virtqueue queue(int queue) {
        return state().queue(queue);
    }

    /** Gives back a chain that the device took itself, and notifies the driver if it wants to be told. */
    protected final void complete(int queue, int head, long writtenBytes) {
        state().complete(queue, head, writtenBytes);
    }

    /** Tells the driver of used buffers of a queue, if it wants to be told and there are any that it was not told of. */
    protected final void notifyUsed(int queue) {
        state().notifyUsed(queue(queue));
    }

    /**
     * Gives back several chains that together answer one request, and notifies the driver if it wants to be told; see
     * {@link Virtqueue#completeTogether}.
     */
    protected final void completeTogether(int queue, int[] heads, long[] writtenBytes, int count) {
        state().completeTogether(queue, heads, writtenBytes, count);
    }

    /** Changes configuration fields, and tells the driver. */
    protected final void changeConfig(Consumer<ConfigSpace> change) {
        change.accept(config);
        if (state != null) {
            state.configChanged();
        }
    }

    /**
     * Lets something in that comes from outside the VM, from any thread: it is logged as an input, and done on the VM's thread between
     * two instructions. Not plugged in, it is done at once.
     *
     * @param detail what it is, for the log, e.g. {@code "target 4096"}
     * @param payload its bytes, or none
     */
    protected final void fromOutside(String detail, byte[] payload, Runnable action) {
        DeviceState now = state;
        if (now == null) {
            action.run();
        } else {
            now.context().fromOutside(name + " " + detail, payload, action);
        }
    }

    /**
     * Another device of the same kind and with the same options, not plugged in: a fork of the VM gets it and restores its state. What stands on the
     * host's side of this one (sinks, listeners, a network) stays with this one. As it is here, the class needs a constructor without
     * parameters.
     *
     * @throws UnsupportedOperationException if there can be none, saying why
     */
    protected VirtioDevice twin() {
        try {
            var constructor = getClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("'%s' (%s) has no constructor without parameters; override twin() so that it can be forked"
                    .formatted(name, getClass().getSimpleName()), e);
        }
    }

    /**
     * What {@link #twin()} needs, as plain data, so that a saved VM can be loaded elsewhere; as it is here, the name of the class.
     *
     * @throws UnsupportedOperationException if it cannot be had as data, saying why
     */
    public State construction() {
        return State.of("class", 1).put("class", getClass().getName()).build();
    }

    /** As {@link #construction()}, with what was chosen for all devices alike. */
    public final State allOptions() {
        return State.of("device", 1).put("extraOffer", new long[] {extraOffer.low(), extraOffer.high()})
                .put("withheld", new long[] {withheld.low(), withheld.high()}).put("latencyTicks", latencyTicks)
                .put("interface", legacyWanted == null ? "" : legacyWanted ? "legacy" : "modern").put("construction", construction()).build();
    }

    /** Takes over what was chosen for all devices alike, before it is plugged in; see {@link #allOptions()}. */
    public final VirtioDevice commonOptions(State saved) {
        requireUnplugged("choose its options");
        long[] offer = saved.expect("device", 1).numbers("extraOffer");
        long[] without = saved.numbers("withheld");
        extraOffer = new Features(offer[0], offer[1]);
        withheld = new Features(without[0], without[1]);
        latencyTicks = saved.number("latencyTicks");
        legacyWanted = saved.text("interface").isEmpty() ? null : (Boolean) saved.text("interface").equals("legacy");
        return this;
    }

    /** As {@link #twin()}, with what was chosen for all devices alike. */
    public final VirtioDevice copyUnplugged() {
        VirtioDevice twin = twin();
        twin.extraOffer = extraOffer;
        twin.withheld = withheld;
        twin.latencyTicks = latencyTicks;
        twin.legacyWanted = legacyWanted;
        return twin;
    }

    /**
     * Does again what {@link #fromOutside} let in once, for a replay.
     *
     * @throws UnsupportedOperationException if the device does not know how
     */
    public void replayInput(String detail, byte[] payload) {
        throw new UnsupportedOperationException("'%s' cannot do '%s' again; override replayInput(detail, payload) so that it can be replayed".formatted(name, detail));
    }

    /** Starts its random bytes anew from another seed, so that forks differ. */
    public void reseed(long seed) {
        if (state != null) {
            state.context().random().reseed(seed, state.context().place());
        }
    }

    /** Tells the trace that the driver broke a MUST. */
    protected final void violation(String rule, String sentence) {
        if (state != null && state.trace().on()) {
            state.trace().emit(new Violation(name, rule, sentence));
        }
    }

    /** Tells the trace that the driver went against a SHOULD. */
    protected final void advice(String rule, String sentence) {
        if (state != null && state.trace().on()) {
            state.trace().emit(new Advice(name, rule, sentence));
        }
    }

    /** Tells the trace that the host failed the device. */
    protected final void hostTrouble(String sentence) {
        if (state != null && state.trace().on()) {
            state.trace().emit(new HostTrouble(name, sentence));
        }
    }

    /** The device cannot go on: sets DEVICE_NEEDS_RESET. */
    protected final void needsReset(String rule, String sentence) {
        state().needsReset(rule, sentence);
    }

    private DeviceState state() {
        if (state == null) {
            throw new IllegalStateException("'" + name + "' is not plugged in; attach it to a VM or plug it into a VirtioMmio first");
        }
        return state;
    }

    private void requireUnplugged(String what) {
        if (state != null) {
            throw new IllegalStateException("'" + name + "' is plugged in; " + what + " before it is");
        }
    }

    final void plug(DeviceState newState) {
        if (state != null) {
            throw new IllegalStateException("'" + name + "' is plugged in at " + context().place() + ", and a device sits in one place; unplug it there first, or make another one");
        }
        state = newState;
    }

    final void unplug() {
        state = null;
    }

    /** The device's own state; one without any need not override this. */
    @Override
    public State save() {
        return State.of("none", 1).build();
    }

    @Override
    public void restore(State saved) {
        saved.expect("none", 1);
    }

    @Override
    public String toString() {
        return name + " (virtio device type " + deviceId + ")";
    }
}

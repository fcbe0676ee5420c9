package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.StatusBit.ACKNOWLEDGE;
import static dev.cellvisor.virtio.StatusBit.DEVICE_NEEDS_RESET;
import static dev.cellvisor.virtio.StatusBit.DRIVER;
import static dev.cellvisor.virtio.StatusBit.DRIVER_OK;
import static dev.cellvisor.virtio.StatusBit.FAILED;
import static dev.cellvisor.virtio.StatusBit.FEATURES_OK;
import static dev.cellvisor.virtio.StatusBit.SUSPEND;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import dev.cellvisor.virtio.queue.QueueOwner;
import dev.cellvisor.virtio.queue.PackedQueue;
import dev.cellvisor.virtio.queue.RingFeatures;
import dev.cellvisor.virtio.queue.SplitQueue;
import dev.cellvisor.virtio.rules.Advice;
import dev.cellvisor.virtio.rules.Violation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The state that every plugged-in virtio device has, whatever its type and transport: device status, feature negotiation, queues,
 * requests in flight (VIRTIO 1.4, 2 and 3). A transport turns its registers into calls of this class.
 */
public final class DeviceState implements Stateful, QueueOwner {

    /**
     * Features of rings and transports that every device offers unless it withholds them. Never offered are VIRTIO_F_ACCESS_PLATFORM and
     * VIRTIO_F_ORDER_PLATFORM, since our devices use guest-physical addresses and are software on the guest's own memory, and what is for PCI:
     * SR_IOV, NOTIF_CONFIG_DATA, ADMIN_VQ.
     */
    public static final Features RING_FEATURES = Features.of(VirtioFeature.VIRTIO_F_INDIRECT_DESC, VirtioFeature.VIRTIO_F_EVENT_IDX,
            VirtioFeature.VIRTIO_F_VERSION_1, VirtioFeature.VIRTIO_F_RING_RESET, VirtioFeature.VIRTIO_F_SUSPEND);

    /** Of those, what the legacy interface has: bits 0 to 31 only, and two of its own (VIRTIO 1.4, 6.3). */
    public static final Features LEGACY_FEATURES = Features.of(VirtioFeature.VIRTIO_F_INDIRECT_DESC, VirtioFeature.VIRTIO_F_EVENT_IDX,
            VirtioFeature.VIRTIO_F_ANY_LAYOUT, VirtioFeature.VIRTIO_F_NOTIFY_ON_EMPTY);

    /** Features of rings and transports that work, but are offered only on demand. */
    private static final Features ON_DEMAND = Features.of(VirtioFeature.VIRTIO_F_RING_PACKED, VirtioFeature.VIRTIO_F_IN_ORDER,
            VirtioFeature.VIRTIO_F_NOTIFICATION_DATA);

    /** Bits 24 to 40 and 43 are for queues and negotiation, 41 is for PCI, 44 to 49 are reserved (VIRTIO 1.4, 2.2 and 6). */
    private static final Features NOT_FOR_DEVICES = new Features(0x03ff_ff00_0000L | 0x0003_f800_0000_0000L, 0);

    private static final int LEGACY_BITS = ACKNOWLEDGE.mask() | DRIVER.mask() | DRIVER_OK.mask() | FAILED.mask();
    private static final int DRIVER_BITS = LEGACY_BITS | FEATURES_OK.mask() | SUSPEND.mask();

    private final VirtioDevice device;
    private final DeviceContext context;
    private final Notifications notifications;
    private final boolean legacy;
    private final Features offered;
    private final List<QueueSetup> queues = new ArrayList<>();
    private final InFlight inFlight;
    private final Suspension suspension = new Suspension();

    private int status;
    /** Whether the device was told that its driver is there. */
    private boolean active;
    /** Whether it cannot go on; a legacy driver cannot be told. */
    private boolean broken;
    private Features accepted = Features.NONE;
    /** Whether the driver wrote bits above 127, which no device offers. */
    private boolean acceptedBeyond;

    /**
     * Plugs a device in.
     *
     * @throws IllegalStateException if it is plugged in already
     * @throws IllegalArgumentException if it offers features that do not go together
     */
    public DeviceState(VirtioDevice device, DeviceContext context, Notifications notifications) {
        this(device, context, notifications, false);
    }

    /**
     * Plugs a device in.
     *
     * @param legacySlot whether the transport offers the legacy interface to a device that asked for neither
     */
    public DeviceState(VirtioDevice device, DeviceContext context, Notifications notifications, boolean legacySlot) {
        this.device = device;
        this.context = context;
        this.notifications = notifications;
        legacy = device.legacyIn(legacySlot);
        device.plug(this);
        offered = checkOffer(device);
        for (int i = 0; i < device.queueCount(); i++) {
            int index = i;
            queues.add(new QueueSetup(device.queueSizeMax(i), () -> negotiated().has(VirtioFeature.VIRTIO_F_RING_PACKED),
                    new SplitQueue(i, context.memory(), this), () -> new PackedQueue(index, context.memory(), this)));
        }
        device.config().settle();
        inFlight = new InFlight(context.events(), context.place() + ".completion", new InFlight.Owner() {
            @Override
            public void answer(List<InFlight.Request> due) {
                DeviceState.this.answer(due);
            }

            @Override
            public void queueSettled(int queue) {
                queueConfigured(queues.get(queue));
            }
        });
        device.pluggedIn();
    }

    /** Takes the device out; this state is of no use after. */
    public void unplug() {
        reset();
        device.pullingOut();
        inFlight.close();
        device.unplug();
    }

    private static Features checkOffer(VirtioDevice device) {
        try {
            return offer(device);
        } catch (RuntimeException e) {
            device.unplug();
            throw e;
        }
    }

    private static Features offer(VirtioDevice device) {
        Features foreign = device.features().and(NOT_FOR_DEVICES);
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException("'" + device.name() + "' offers " + foreign
                    + " as its own; device types have bits 0 to 23, 42 and 50 to 127, and VirtioDevice.offer is for the others");
        }
        Features offered = device.offered();
        for (Prerequisite rule : device.prerequisites()) {
            if (offered.has(rule.feature()) && !offered.has(rule.needs())) {
                throw new IllegalArgumentException("'" + device.name() + "' offers " + rule.feature().name() + " without " + rule.needs().name()
                        + ", which it needs; offer both or none");
            }
        }
        return offered;
    }

    static Features checkOfferable(FeatureBit... features) {
        Features wanted = Features.of(features);
        Features unknown = wanted.without(ON_DEMAND).without(RING_FEATURES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("cannot offer " + unknown + "; what works is " + RING_FEATURES.with(ON_DEMAND));
        }
        return wanted;
    }

    /** The device. */
    public VirtioDevice device() {
        return device;
    }

    /** Whether the driver uses it through the legacy interface. */
    public boolean legacy() {
        return legacy;
    }

    /** What the VM lends it. */
    public DeviceContext context() {
        return context;
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public Trace trace() {
        return context.trace();
    }

    // Device status (VIRTIO 1.4, 2.1 and 3.1.1).

    /** The device status field. */
    public int status() {
        return status;
    }

    /**
     * Whether the device may use its queues: DRIVER_OK, and neither broken nor suspended since. A legacy driver may use it before
     * DRIVER_OK (VIRTIO 1.4, 3.1.2): then it lives from the first notification on.
     */
    public boolean live() {
        return active && !broken && suspension.running();
    }

    /** The driver writes the status field: 0 resets, other values set bits. */
    public void writeStatus(int value) {
        if (value == 0) {
            reset();
            return;
        }
        int before = status;
        int missing = before & DRIVER_BITS & ~value;
        if (missing != 0) {
            violation("STAT-DRV-02", "status written as %s clears %s; bits go away only by writing 0"
                    .formatted(StatusBit.describe(value & 0xff), StatusBit.names(missing)));
        }
        int added = value & (legacy ? LEGACY_BITS : DRIVER_BITS) & ~before;
        if (FAILED.in(before) && added != 0) {
            violation("STAT-DRV-03", "status written as " + StatusBit.describe(value & 0xff) + " after FAILED, without a reset");
            return;
        }
        status |= added & (ACKNOWLEDGE.mask() | DRIVER.mask() | FAILED.mask());
        if (DRIVER.in(added) && !ACKNOWLEDGE.in(status)) {
            violation("INIT-DRV-01", "DRIVER set before ACKNOWLEDGE");
        }
        if (FEATURES_OK.in(added)) {
            featuresOk();
        }
        boolean resumes = DRIVER_OK.in(added) && SUSPEND.in(before);
        boolean starts = DRIVER_OK.in(added) && !resumes && (legacy || FEATURES_OK.in(status));
        if (starts) {
            status |= DRIVER_OK.mask();
        } else if (DRIVER_OK.in(added) && !resumes) {
            violation("INIT-DRV-01", "DRIVER_OK set while FEATURES_OK is not; it stays clear");
        }
        tellStatus(before);
        if (starts) {
            start();
        }
        if (SUSPEND.in(added)) {
            suspend(DRIVER_OK.in(before));
        } else if (resumes) {
            resume();
        }
    }

    private void tellStatus(int before) {
        if (status != before && trace().on()) {
            trace().emit(new StatusChange(name(), before, status));
        }
    }

    private void featuresOk() {
        if (!DRIVER.in(status)) {
            violation("INIT-DRV-01", "FEATURES_OK set before DRIVER");
        }
        boolean agreed = agrees();
        if (agreed) {
            status |= FEATURES_OK.mask();
        }
        if (trace().on()) {
            trace().emit(new FeaturesNegotiated(name(), offered, accepted, accepted.names(device.knownFeatures()), agreed));
        }
    }

    private boolean agrees() {
        Features unoffered = accepted.without(offered);
        if (!unoffered.isEmpty() || acceptedBeyond) {
            violation("FEAT-DRV-01", "accepted " + String.join(" ", unoffered.names(device.knownFeatures()))
                    + (acceptedBeyond ? " bits above 127" : "") + ", not offered; FEATURES_OK stays clear");
            return false;
        }
        if (!accepted.has(VirtioFeature.VIRTIO_F_VERSION_1)) {
            violation("RSVD-DRV-01", "VIRTIO_F_VERSION_1 is offered but not accepted; FEATURES_OK stays clear");
            return false;
        }
        for (Prerequisite rule : device.prerequisites()) {
            if (accepted.has(rule.feature()) && !accepted.has(rule.needs())) {
                violation("FEAT-DRV-02", "accepted " + rule.feature().name() + " without " + rule.needs().name() + "; FEATURES_OK stays clear");
                return false;
            }
        }
        return device.accepts(accepted);
    }

    private void start() {
        if (active) {
            return;
        }
        active = true;
        for (QueueSetup setup : queues) {
            negotiate(setup);
        }
        device.activate();
        for (QueueSetup setup : queues) {
            if (setup.ready()) {
                device.queueReady(setup.queue().index());
            }
        }
    }

    private void negotiate(QueueSetup setup) {
        if (setup.ready() && !broken) {
            setup.settle();
            setup.queue().negotiated(new RingFeatures(negotiated().has(VirtioFeature.VIRTIO_F_EVENT_IDX),
                    negotiated().has(VirtioFeature.VIRTIO_F_INDIRECT_DESC), negotiated().has(VirtioFeature.VIRTIO_F_IN_ORDER)));
        }
    }

    private void reset() {
        int before = status;
        status = 0;
        active = false;
        broken = false;
        accepted = Features.NONE;
        acceptedBeyond = false;
        inFlight.clear();
        suspension.clear();
        device.config().thaw();
        queues.forEach(QueueSetup::reset);
        device.reset();
        notifications.reset();
        tellStatus(before);
    }

    // Suspending (VIRTIO 1.4, 3.5).

    private void suspend(boolean initialised) {
        if (!initialised || !negotiated().has(VirtioFeature.VIRTIO_F_SUSPEND)) {
            if (trace().on()) {
                trace().emit(new Advice(name(), "SUSP-DRV-01", "SUSPEND set " + (initialised ? "without VIRTIO_F_SUSPEND" : "before DRIVER_OK") + "; ignored"));
            }
            return;
        }
        if (!live()) {
            return;
        }
        if (!device.suspend()) {
            fail("it cannot be suspended");
            return;
        }
        // Nothing more is taken; what was taken is answered first, and only then the driver sees SUSPEND.
        suspension.phase(Suspension.Phase.SUSPENDING);
        suspendIfIdle();
    }

    private void suspendIfIdle() {
        if (suspension.phase() == Suspension.Phase.SUSPENDING && !broken && inFlight.requests().isEmpty()) {
            suspension.phase(Suspension.Phase.SUSPENDED);
            device.config().freeze();
            int before = status;
            status = status & ~DRIVER_OK.mask() | SUSPEND.mask();
            tellStatus(before);
        }
    }

    private void resume() {
        int before = status;
        if (!device.resume()) {
            fail("it cannot be resumed");
            return;
        }
        suspension.phase(Suspension.Phase.RUNNING);
        status = status & ~SUSPEND.mask() | DRIVER_OK.mask();
        tellStatus(before);
        if (device.config().thaw()) {
            notifyConfigChange();
        }
        suspension.release().forEach(chain -> complete(chain.queue(), chain.head(), chain.writtenBytes()));
        for (QueueSetup setup : queues) {
            if (live() && setup.ready() && setup.queue().availableCount() > 0) {
                device.notified(setup.queue().index());
            }
        }
    }

    /** Whether the driver has suspended the device, or is about to. */
    public boolean suspending() {
        return !suspension.running();
    }

    @Override
    public void needsReset(String rule, String sentence) {
        violation(rule, sentence + "; the device needs a reset");
        breakDown();
    }

    /** The device cannot go on by no fault of the driver. */
    void fail(String sentence) {
        if (trace().on()) {
            trace().emit(new HostTrouble(name(), sentence + "; the device needs a reset"));
        }
        breakDown();
    }

    private void breakDown() {
        if (broken) {
            return;
        }
        broken = true;
        if (legacy) {
            return; // the bit came with version 1.0
        }
        int before = status;
        status |= DEVICE_NEEDS_RESET.mask();
        tellStatus(before);
        if (DRIVER_OK.in(status)) {
            notifyConfigChange();
        }
    }

    @Override
    public void violation(String rule, String sentence) {
        if (trace().on()) {
            trace().emit(new Violation(name(), rule, sentence));
        }
    }

    // Feature bits (VIRTIO 1.4, 2.2).

    /** What the device offers. */
    public Features offered() {
        return offered;
    }

    /** What the driver has written as accepted, agreed or not. */
    public Features accepted() {
        return accepted;
    }

    /** What both sides agreed on; none before FEATURES_OK. A legacy driver has no such step: what it accepts holds at once. */
    public Features negotiated() {
        return legacy || FEATURES_OK.in(status) ? accepted : Features.NONE;
    }

    /** The driver accepts the features of one word of 32. */
    public void accept(int word, int bits) {
        if (legacy) {
            acceptLegacy(word, bits);
            return;
        }
        if (FEATURES_OK.in(status)) {
            violation("INIT-DRV-04", "features word %d written as 0x%08x after FEATURES_OK; ignored".formatted(word, bits));
            return;
        }
        if (word < 0 || word >= Features.WORDS) {
            acceptedBeyond |= bits != 0;
        } else {
            accepted = accepted.withWord(word, bits);
        }
    }

    private void acceptLegacy(int word, int bits) {
        if (DRIVER_OK.in(status)) {
            violation("INIT-DRV-04", "features word %d written as 0x%08x after DRIVER_OK; ignored".formatted(word, bits));
            return;
        }
        Features wanted = accepted.withWord(word, bits);
        boolean beyond = (word < 0 || word >= Features.WORDS) && bits != 0;
        Features unoffered = wanted.without(offered);
        if (!unoffered.isEmpty() || beyond) {
            violation("FEAT-DRV-01", "accepted " + String.join(" ", unoffered.names(device.knownFeatures()))
                    + (beyond ? " bits above 127" : "") + ", not offered; left out");
        }
        accepted = wanted.and(offered);
        queues.forEach(this::negotiate);
    }

    // Queues (VIRTIO 1.4, 2.6).

    /** The set-up of a queue, or {@code null} if it does not exist with the features that were negotiated. */
    public QueueSetup setup(long queue) {
        boolean exists = queue >= 0 && queue < queues.size() && device.hasQueue((int) queue)
                && (!FEATURES_OK.in(status) || queue < device.queueCount(accepted));
        return exists ? queues.get((int) queue) : null;
    }

    /** The set-ups of all queues. */
    public List<QueueSetup> setups() {
        return Collections.unmodifiableList(queues);
    }

    /**
     * A queue.
     *
     * @throws IllegalArgumentException if it does not exist
     */
    public Virtqueue queue(int queue) {
        QueueSetup setup = queue >= 0 && queue < queues.size() ? queues.get(queue) : null;
        if (setup == null) {
            throw new IllegalArgumentException("'" + name() + "' has no queue " + queue + "; it has " + queues.size() + ", from 0");
        }
        return setup.queue();
    }

    /** The driver makes a queue ready, or stops it; no effect if it is so already. */
    public void setReady(QueueSetup setup, boolean ready) {
        if (ready == setup.ready()) {
            return;
        }
        int index = setup.queue().index();
        if (ready && inFlight.settling(index)) {
            violation("MMIO-DRV-21", "queue " + index + " made ready while its reset is not complete; ignored");
            return;
        }
        if (ready) {
            setup.enable();
            if (legacy || FEATURES_OK.in(status)) {
                negotiate(setup);
            } else {
                violation("INIT-DRV-01", "queue " + index + " made ready before FEATURES_OK");
            }
        } else {
            stop(setup);
        }
        queueConfigured(setup);
        if (ready && live()) {
            device.queueReady(index);
        }
    }

    private void queueConfigured(QueueSetup setup) {
        if (trace().on()) {
            trace().emit(new QueueConfigured(name(), setup.queue().index(), setup.ready(), setup.queue() instanceof PackedQueue, setup.size(),
                    setup.desc(), setup.driver(), setup.device()));
        }
    }

    /**
     * The driver resets a queue (VIRTIO 1.4, 2.6.1): stopped at once, and set up as at the start. With requests in flight the reset
     * is complete only when the last of them would have been answered; none is.
     */
    public void resetQueue(QueueSetup setup) {
        inFlight.abandon(setup.queue().index());
        setReady(setup, false);
        setup.reset();
    }

    /** Whether a queue's reset is under way. */
    public boolean resetting(QueueSetup setup) {
        return inFlight.settling(setup.queue().index());
    }

    private void stop(QueueSetup setup) {
        int index = setup.queue().index();
        inFlight.forget(index);
        suspension.forget(index);
        setup.disable();
        device.queueStopped(index);
        suspendIfIdle();
    }

    /**
     * The driver notifies a queue.
     *
     * @param value the queue's index, or with VIRTIO_F_NOTIFICATION_DATA the index in its low 16 bits and the driver's position in the ring
     *         in the others
     */
    public void notified(int value) {
        boolean withData = negotiated().has(VirtioFeature.VIRTIO_F_NOTIFICATION_DATA);
        int index = withData ? value & 0xffff : value;
        if (!suspension.running()) {
            violation("SUSP-DRV-04", "queue " + index + " notified after SUSPEND was set; ignored");
            return;
        }
        if (!legacy && !DRIVER_OK.in(status)) {
            violation("INIT-DRV-08", "queue " + index + " notified before DRIVER_OK; ignored");
            return;
        }
        QueueSetup setup = setup(index);
        if (setup == null || !setup.ready()) {
            violation("NOTF-DEF-01", "notified queue " + Integer.toUnsignedString(index) + ", which "
                    + (setup == null ? "does not exist" : "is not ready") + "; ignored");
            return;
        }
        if (legacy) {
            start();
        }
        if (live()) {
            if (withData && setup.queue().usable()) {
                setup.queue().notificationData(value >>> 16);
            }
            device.notified(index);
        }
    }

    /** Takes every available chain of a queue that the device has room for, and answers it now or after its latency. */
    void drain(int index) {
        Virtqueue queue = queue(index);
        try {
            for (DescriptorChain chain = next(queue); chain != null; chain = next(queue)) {
                long latency = latency(queue, chain);
                if (latency > 0) {
                    inFlight.add(index, chain.head(), context.clock().ticks() + latency);
                } else {
                    handle(queue, chain);
                }
            }
        } catch (RuntimeException | Error mistake) {
            takeTheRest(queue, mistake);
            throw mistake;
        } finally {
            notifyUsed(queue);
        }
    }

    /** The author's code has thrown: what is available behind that is taken, to be answered when the VM goes on. */
    private void takeTheRest(Virtqueue queue, Throwable mistake) {
        try {
            for (DescriptorChain rest = next(queue); rest != null; rest = next(queue)) {
                inFlight.add(queue.index(), rest.head(), context.clock().ticks() + latency(queue, rest));
            }
        } catch (RuntimeException | Error another) {
            mistake.addSuppressed(another);
        }
    }

    /** How long a chain takes; if its device throws at that, it is in flight for as long as the VM does not go on. */
    private long latency(Virtqueue queue, DescriptorChain chain) {
        try {
            return device.latencyTicks(queue.index(), chain);
        } catch (RuntimeException | Error mistake) {
            again(queue.index(), chain.head());
            throw mistake;
        }
    }

    /** A chain that was taken is not answered: it is in flight, and due as soon as the VM goes on. */
    private void again(int queue, int head) {
        inFlight.add(queue, head, context.clock().ticks());
    }

    private DescriptorChain next(Virtqueue queue) {
        return device.takes(queue.index()) ? queue.poll() : null;
    }

    /** Has a chain answered by the device. If its author's code throws, the request stays in flight, and is handed over again when the VM goes on. */
    private void handle(Virtqueue queue, DescriptorChain chain) {
        int head = chain.head();
        try {
            device.handle(queue.index(), chain);
        } catch (RuntimeException | Error mistake) {
            again(queue.index(), head);
            throw mistake;
        }
        queue.complete(head, chain.writer().written());
    }

    private void answer(List<InFlight.Request> due) {
        var touched = new BitSet();
        int begun = 0;
        try {
            for (InFlight.Request request : due) {
                begun++;
                touched.set(request.queue());
                Virtqueue queue = queue(request.queue());
                // A queue that broke meanwhile has no chain to give; a chain spoiled meanwhile broke it just now.
                DescriptorChain chain = queue.chain(request.head());
                if (chain != null) {
                    handle(queue, chain);
                } else {
                    queue.complete(request.head(), 0);
                }
            }
        } finally {
            due.subList(begun, due.size()).forEach(left -> again(left.queue(), left.head()));
            touched.stream().forEach(index -> notifyUsed(queue(index)));
        }
        suspendIfIdle();
    }

    void complete(int index, int head, long writtenBytes) {
        if (suspension.phase() == Suspension.Phase.SUSPENDED) {
            suspension.hold(index, head, writtenBytes);
            return;
        }
        Virtqueue queue = queue(index);
        queue.complete(head, writtenBytes);
        notifyUsed(queue);
    }

    void completeTogether(int index, int[] heads, long[] writtenBytes, int count) {
        if (suspension.phase() == Suspension.Phase.SUSPENDED) {
            for (int i = 0; i < count; i++) {
                suspension.hold(index, heads[i], writtenBytes[i]);
            }
            return;
        }
        Virtqueue queue = queue(index);
        queue.completeTogether(heads, writtenBytes, count);
        notifyUsed(queue);
    }

    void notifyUsed(Virtqueue queue) {
        if (!queue.hasNews() || device.holdsNotification(queue.index())) {
            return;
        }
        boolean wanted = queue.needsNotification();
        // VIRTIO 1.4, 6.3: a legacy driver may ask to be told when nothing is left, whatever it suppressed.
        wanted |= negotiated().has(VirtioFeature.VIRTIO_F_NOTIFY_ON_EMPTY) && queue.takenCount() == 0 && queue.availableCount() == 0;
        if (trace().on()) {
            trace().emit(new VirtioInterrupt(name(), "used buffer", queue.index(), !wanted));
        }
        if (wanted) {
            notifications.usedBuffer(queue.index());
        }
    }

    /** Requests that were taken and are not answered yet: queue, head and tick of each. */
    public List<String> inFlight() {
        return requestsInFlight().stream().map(RequestInFlight::toString).toList();
    }

    /** Requests that were taken and are not answered yet, the next to be answered first. */
    public List<RequestInFlight> requestsInFlight() {
        return inFlight.requests().stream().map(request -> new RequestInFlight(request.queue(), request.head(), request.tick())).toList();
    }

    // Configuration space (VIRTIO 1.4, 2.5).

    /** What the driver reads there: write-only fields and bytes behind the end are 0. */
    public long readConfig(long offset, int sizeBytes) {
        ConfigField field = device.config().fieldAt(offset);
        if (field != null) {
            isThere(field, "read");
            device.configRead(field);
        }
        return device.config().driverReads(offset, sizeBytes);
    }

    private boolean isThere(ConfigField field, String done) {
        Features features = device.featuresOf(field);
        if (features.isEmpty() || !features.and(offered).isEmpty()) {
            return true;
        }
        violation("CFG-DRV-03", "configuration field %s was %s without an offer of %s".formatted(field.name(), done,
                String.join(" or ", features.names(device.knownFeatures()))));
        return false;
    }

    /** The driver writes there: only writable fields change, and the device is told of each. A suspended device ignores it. */
    public void writeConfig(long offset, int sizeBytes, long value) {
        if (!suspension.running()) {
            violation("SUSP-DRV-05", "configuration space written with 0x%x at 0x%02x after SUSPEND was set; ignored".formatted(value, offset));
            return;
        }
        ConfigSpace config = device.config();
        ConfigField field = config.fieldAt(offset);
        if (field != null && field.access().writable() && !isThere(field, "written")) {
            return;
        }
        config.driverWrites(offset, sizeBytes, value, device::configWriteRefused, (of, first, count) -> device.configWritten(of, first, count, config.get(of.name())));
    }

    /** A field's bytes as they are, for displays. */
    public long peekConfig(ConfigField field) {
        return device.config().peek(field.offset(), Math.min(8, field.sizeBytes()));
    }

    /** The device has changed its configuration: the driver is told, once it is ready. */
    void configChanged() {
        if (DRIVER_OK.in(status)) {
            notifyConfigChange();
        }
    }

    private void notifyConfigChange() {
        if (trace().on()) {
            trace().emit(new VirtioInterrupt(name(), "configuration change", -1, false));
        }
        notifications.configChange();
    }

    @Override
    public State save() {
        return State.of("virtio-device", 1)
                .put("deviceId", device.deviceId())
                .put("status", status)
                .put("active", active)
                .put("broken", broken)
                .put("suspension", suspension.save())
                .put("accepted", new long[] {accepted.low(), accepted.high()})
                .put("acceptedBeyond", acceptedBeyond)
                .put("queues", queues.stream().map(QueueSetup::save).toList())
                .put("inFlight", inFlight.save())
                .put("config", device.config().save())
                .put("sharedMemory", device.sharedMemories().stream()
                        .map(region -> State.of("shared-memory", 1).put("bytes", region.save()).build()).toList())
                .put("random", context.random().save())
                .put("device", device.save()).build();
    }

    @Override
    public void restore(State state) {
        List<State> savedQueues = state.expect("virtio-device", 1).children("queues");
        if (state.number("deviceId") != device.deviceId() || savedQueues.size() != queues.size()) {
            throw new StateException("asked to restore " + device + " with " + queues.size() + " queues, found device type "
                    + state.number("deviceId") + " with " + savedQueues.size());
        }
        List<State> savedMemory = state.children("sharedMemory");
        if (savedMemory.size() != device.sharedMemories().size()) {
            throw new StateException("asked to restore " + device + " with " + device.sharedMemories().size() + " shared memory regions, found "
                    + savedMemory.size());
        }
        long[] savedAccepted = state.numbers("accepted");
        long[] savedInFlight = state.numbers("inFlight");
        device.config().restore(state.child("config"));
        device.restore(state.child("device"));
        context.random().restore(state.child("random"));
        for (int i = 0; i < savedMemory.size(); i++) {
            SharedMemory region = device.sharedMemories().get(i);
            byte[] bytes = savedMemory.get(i).expect("shared-memory", 1).bytes("bytes");
            if (bytes.length != region.sizeBytes()) {
                throw new StateException("asked to restore " + region + ", found " + bytes.length + " bytes");
            }
            region.restore(bytes);
        }
        suspension.restore(state.child("suspension"));
        for (int i = 0; i < queues.size(); i++) {
            queues.get(i).restore(savedQueues.get(i));
        }
        status = state.integer("status");
        active = state.flag("active");
        broken = state.flag("broken");
        accepted = new Features(savedAccepted[0], savedAccepted[1]);
        acceptedBeyond = state.flag("acceptedBeyond");
        inFlight.restore(savedInFlight);
    }
}

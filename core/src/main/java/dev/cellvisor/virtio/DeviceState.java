package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.StatusBit.ACKNOWLEDGE;
import static dev.cellvisor.virtio.StatusBit.DEVICE_NEEDS_RESET;
import static dev.cellvisor.virtio.StatusBit.DRIVER;
import static dev.cellvisor.virtio.StatusBit.DRIVER_OK;
import static dev.cellvisor.virtio.StatusBit.FAILED;
import static dev.cellvisor.virtio.StatusBit.FEATURES_OK;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.state.Stateful;
import dev.cellvisor.trace.Trace;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import dev.cellvisor.virtio.queue.QueueOwner;
import dev.cellvisor.virtio.queue.SplitQueue;
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

    /** Features of rings and transports that every device offers unless it withholds them. */
    public static final Features RING_FEATURES = Features.of(VirtioFeature.VIRTIO_F_INDIRECT_DESC, VirtioFeature.VIRTIO_F_EVENT_IDX,
            VirtioFeature.VIRTIO_F_VERSION_1, VirtioFeature.VIRTIO_F_RING_RESET);

    /** Features of rings and transports that work, but are offered only on demand. */
    private static final Features ON_DEMAND = Features.of(VirtioFeature.VIRTIO_F_NOTIFICATION_DATA);

    /** Bits 24 to 40 and 43 are for queues and negotiation, 44 to 49 are reserved (VIRTIO 1.4, 2.2). */
    private static final Features NOT_FOR_DEVICES = new Features(0x01ff_ff00_0000L | 0x0003_f800_0000_0000L, 0);

    private static final int DRIVER_BITS = ACKNOWLEDGE.mask() | DRIVER.mask() | FEATURES_OK.mask() | DRIVER_OK.mask() | FAILED.mask();

    private final VirtioDevice device;
    private final DeviceContext context;
    private final Notifications notifications;
    private final Features offered;
    private final List<QueueSetup> queues = new ArrayList<>();
    private final InFlight inFlight;

    private int status;
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
        this.device = device;
        this.context = context;
        this.notifications = notifications;
        offered = checkOffer(device);
        for (int i = 0; i < device.queueCount(); i++) {
            queues.add(new QueueSetup(device.queueSizeMax(i), new SplitQueue(i, context.memory(), this)));
        }
        device.plug(this);
        device.config().settle();
        inFlight = new InFlight(context.events(), context.place() + ".completion", this::answer);
        device.pluggedIn();
    }

    /** Takes the device out; this state is of no use after. */
    public void unplug() {
        reset();
        inFlight.close();
        device.pluggedOut();
        device.unplug();
    }

    private static Features checkOffer(VirtioDevice device) {
        Features foreign = device.features().and(NOT_FOR_DEVICES);
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException("'" + device.name() + "' offers " + foreign
                    + " as its own; device types have bits 0 to 23, 41, 42 and 50 to 127, and VirtioDevice.offer is for the others");
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

    /** Whether the device may use its queues: DRIVER_OK, and nothing has gone wrong since. */
    public boolean live() {
        return DRIVER_OK.in(status) && !DEVICE_NEEDS_RESET.in(status);
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
        int added = value & DRIVER_BITS & ~before;
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
        boolean starts = DRIVER_OK.in(added) && FEATURES_OK.in(status);
        if (starts) {
            status |= DRIVER_OK.mask();
        } else if (DRIVER_OK.in(added)) {
            violation("INIT-DRV-01", "DRIVER_OK set while FEATURES_OK is not; it stays clear");
        }
        if (status != before && trace().on()) {
            trace().emit(new StatusChange(name(), before, status));
        }
        if (starts) {
            start();
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
        if (setup.ready() && !DEVICE_NEEDS_RESET.in(status)) {
            setup.queue().negotiated(negotiated().has(VirtioFeature.VIRTIO_F_EVENT_IDX), negotiated().has(VirtioFeature.VIRTIO_F_INDIRECT_DESC));
        }
    }

    private void reset() {
        int before = status;
        status = 0;
        accepted = Features.NONE;
        acceptedBeyond = false;
        inFlight.clear();
        queues.forEach(QueueSetup::reset);
        device.reset();
        notifications.reset();
        if (before != 0 && trace().on()) {
            trace().emit(new StatusChange(name(), before, 0));
        }
    }

    @Override
    public void needsReset(String rule, String sentence) {
        violation(rule, sentence + "; the device needs a reset");
        if (DEVICE_NEEDS_RESET.in(status)) {
            return;
        }
        int before = status;
        status |= DEVICE_NEEDS_RESET.mask();
        if (trace().on()) {
            trace().emit(new StatusChange(name(), before, status));
        }
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

    /** What both sides agreed on; none before FEATURES_OK. */
    public Features negotiated() {
        return FEATURES_OK.in(status) ? accepted : Features.NONE;
    }

    /** The driver accepts the features of one word of 32. */
    public void accept(int word, int bits) {
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

    // Queues (VIRTIO 1.4, 2.6).

    /** The set-up of a queue, or {@code null} if it does not exist. */
    public QueueSetup setup(long queue) {
        return queue >= 0 && queue < queues.size() ? queues.get((int) queue) : null;
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
        QueueSetup setup = setup(queue);
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
        if (ready) {
            setup.enable();
            if (FEATURES_OK.in(status)) {
                negotiate(setup);
            } else {
                violation("INIT-DRV-01", "queue " + index + " made ready before FEATURES_OK");
            }
        } else {
            stop(setup);
        }
        if (trace().on()) {
            trace().emit(new QueueConfigured(name(), index, ready, setup.size(), setup.desc(), setup.driver(), setup.device()));
        }
        if (ready && live()) {
            device.queueReady(index);
        }
    }

    /** The driver resets a queue (VIRTIO 1.4, 2.6.1): stopped, and set up as at the start. Done at once. */
    public void resetQueue(QueueSetup setup) {
        setReady(setup, false);
        setup.reset();
    }

    private void stop(QueueSetup setup) {
        int index = setup.queue().index();
        inFlight.forget(index);
        setup.disable();
        device.queueStopped(index);
    }

    /**
     * The driver notifies a queue.
     *
     * @param value the queue's index, or with VIRTIO_F_NOTIFICATION_DATA the index in its low 16 bits
     */
    public void notified(int value) {
        int index = negotiated().has(VirtioFeature.VIRTIO_F_NOTIFICATION_DATA) ? value & 0xffff : value;
        if (!DRIVER_OK.in(status)) {
            violation("INIT-DRV-08", "queue " + index + " notified before DRIVER_OK; ignored");
            return;
        }
        QueueSetup setup = setup(index);
        if (setup == null || !setup.ready()) {
            violation("NOTF-DEF-01", "notified queue " + Integer.toUnsignedString(index) + ", which "
                    + (setup == null ? "does not exist" : "is not ready") + "; ignored");
            return;
        }
        if (live()) {
            device.notified(index);
        }
    }

    /** Takes every available chain of a queue that the device has room for, and answers it now or after its latency. */
    void drain(int index) {
        Virtqueue queue = queue(index);
        for (DescriptorChain chain = next(queue); chain != null; chain = next(queue)) {
            long latency = device.latencyTicks(index, chain);
            if (latency > 0) {
                inFlight.add(index, chain.head(), context.clock().ticks() + latency);
            } else {
                handle(queue, chain);
            }
        }
        notifyUsed(queue);
    }

    private DescriptorChain next(Virtqueue queue) {
        return device.takes(queue.index()) ? queue.poll() : null;
    }

    private void handle(Virtqueue queue, DescriptorChain chain) {
        int head = chain.head();
        device.handle(queue.index(), chain);
        queue.complete(head, chain.writer().written());
    }

    private void answer(List<InFlight.Request> due) {
        var touched = new BitSet();
        for (InFlight.Request request : due) {
            Virtqueue queue = queue(request.queue());
            // A queue that broke meanwhile has no chain to give; a chain spoiled meanwhile broke it just now.
            DescriptorChain chain = queue.chain(request.head());
            if (chain != null) {
                handle(queue, chain);
            } else {
                queue.complete(request.head(), 0);
            }
            touched.set(request.queue());
        }
        touched.stream().forEach(index -> notifyUsed(queue(index)));
    }

    void complete(int index, int head, long writtenBytes) {
        Virtqueue queue = queue(index);
        queue.complete(head, writtenBytes);
        notifyUsed(queue);
    }

    private void notifyUsed(Virtqueue queue) {
        if (!queue.hasNews()) {
            return;
        }
        boolean wanted = queue.needsNotification();
        if (trace().on()) {
            trace().emit(new VirtioInterrupt(name(), "used buffer", queue.index(), !wanted));
        }
        if (wanted) {
            notifications.usedBuffer(queue.index());
        }
    }

    /** Requests that were taken and are not answered yet: queue, head and tick of each. */
    public List<String> inFlight() {
        return inFlight.requests().stream().map(request -> "queue %d head %d at tick %d".formatted(request.queue(), request.head(), request.tick())).toList();
    }

    // Configuration space (VIRTIO 1.4, 2.5).

    /** What the driver reads there: write-only fields and bytes behind the end are 0. */
    public long readConfig(long offset, int sizeBytes) {
        long value = 0;
        for (int i = 0; i < sizeBytes; i++) {
            ConfigField field = device.config().fieldAt(offset + i);
            if (field != null && field.access().readable()) {
                value |= device.config().peek(offset + i, 1) << 8 * i;
            }
        }
        return value;
    }

    /** The driver writes there: only writable fields change, and the device is told of each. */
    public void writeConfig(long offset, int sizeBytes, long value) {
        ConfigSpace config = device.config();
        ConfigField written = null;
        for (int i = 0; i < sizeBytes; i++) {
            ConfigField field = config.fieldAt(offset + i);
            if (field != written && written != null) {
                device.configWritten(written, config.get(written.name()));
            }
            written = field != null && field.access().writable() ? field : null;
            if (written != null) {
                config.poke(offset + i, 1, value >>> 8 * i);
            }
        }
        if (written != null) {
            device.configWritten(written, config.get(written.name()));
        }
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
                .put("accepted", new long[] {accepted.low(), accepted.high()})
                .put("acceptedBeyond", acceptedBeyond)
                .put("queues", queues.stream().map(QueueSetup::save).toList())
                .put("inFlight", inFlight.save())
                .put("config", device.config().save())
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
        long[] savedAccepted = state.numbers("accepted");
        long[] savedInFlight = state.numbers("inFlight");
        device.config().restore(state.child("config"));
        device.restore(state.child("device"));
        context.random().restore(state.child("random"));
        for (int i = 0; i < queues.size(); i++) {
            queues.get(i).restore(savedQueues.get(i));
        }
        status = state.integer("status");
        accepted = new Features(savedAccepted[0], savedAccepted[1]);
        acceptedBeyond = state.flag("acceptedBeyond");
        inFlight.restore(savedInFlight);
    }
}

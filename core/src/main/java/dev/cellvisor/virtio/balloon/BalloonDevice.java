package dev.cellvisor.virtio.balloon;

import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_FREE_PAGE_HINT;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_MUST_TELL_HOST;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_PAGE_POISON;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_PAGE_REPORTING;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_STATS_VQ;
import static dev.cellvisor.virtio.balloon.PageSet.PAGE_BYTES;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.state.State;
import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Virtqueue;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The traditional memory balloon (VIRTIO 1.4, 5.5): the host asks the guest for memory, and the pages that it gives up go back to the
 * host. They read as zero until the guest writes to them again.
 *
 * <pre>{@code
 * var balloon = new BalloonDevice();
 * vm.attach(balloon);
 * balloon.target(64 * MiB);                                          // what the guest is to give up
 * vm.runUntil(Condition.when("inflated", () -> balloon.actualBytes() == 64 * MiB));
 * balloon.requestStats();
 * }</pre>
 */
public final class BalloonDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_MEMORY_BALLOON = 5;
    /** Pages for the balloon. */
    public static final int INFLATEQ = 0;
    /** Pages that the guest takes back. */
    public static final int DEFLATEQ = 1;
    /** Statistics; the numbers of this queue and the next two are the specification's, see {@link #queueName}. */
    public static final int STATSQ = 2;
    /** Free page hints. */
    public static final int FREE_PAGE_VQ = 3;
    /** Free page reports. */
    public static final int REPORTING_VQ = 4;

    private static final int QUEUE_SIZE = 128;
    private static final int PFN_BYTES = 4;
    private static final byte[] NOTHING = {};
    private static final Features DEFAULT = Features.of(VIRTIO_BALLOON_F_MUST_TELL_HOST, VIRTIO_BALLOON_F_STATS_VQ,
            VIRTIO_BALLOON_F_FREE_PAGE_HINT, VIRTIO_BALLOON_F_PAGE_POISON, VIRTIO_BALLOON_F_PAGE_REPORTING);

    private final Features features;
    private final PageSet inflated = new PageSet();
    private final StatsQueue stats = new StatsQueue();
    private final FreePageHints hints = new FreePageHints();
    private final List<LongConsumer> actualListeners = new java.util.concurrent.CopyOnWriteArrayList<>();
    /** What the driver said last, in pages. */
    private long actual;
    private boolean compactQueues;
    private int poison;
    private long reportedBytes;

    /** A balloon with all features but VIRTIO_BALLOON_F_DEFLATE_ON_OOM, empty. */
    public BalloonDevice() {
        this(DEFAULT);
    }

    /** A balloon with these features of its type. */
    public BalloonDevice(BalloonFeature... features) {
        this(Features.of(features));
    }

    private BalloonDevice(Features features) {
        super("virtio-balloon", VIRTIO_ID_MEMORY_BALLOON, new ConfigSpace(
                ConfigField.readOnly("num_pages", 0, 4),
                new ConfigField("actual", 4, 4, Access.RW),
                ConfigField.readOnly("free_page_hint_cmd_id", 8, 4),
                new ConfigField("poison_val", 12, 4, Access.RW)), QUEUE_SIZE, QUEUE_SIZE, QUEUE_SIZE, QUEUE_SIZE, QUEUE_SIZE);
        this.features = features;
    }

    // The host's side.

    /**
     * Asks the guest to have so much memory in the balloon. It takes its time: see {@link #actualBytes}. It is an input.
     *
     * @param sizeBytes a multiple of 4096
     * @throws IllegalArgumentException if it is not, or more than 2^32 pages
     */
    public void target(long sizeBytes) {
        if (sizeBytes < 0 || sizeBytes % PAGE_BYTES != 0 || sizeBytes / PAGE_BYTES > 0xffff_ffffL) {
            throw new IllegalArgumentException("a balloon of %d bytes; it must be a multiple of %d, 0 or more".formatted(sizeBytes, PAGE_BYTES));
        }
        fromOutside("target " + sizeBytes, NOTHING, () -> changeConfig(config -> config.set("num_pages", sizeBytes / PAGE_BYTES)));
    }

    /** How much the host has asked for. */
    public long targetBytes() {
        return config().get("num_pages") * PAGE_BYTES;
    }

    /** How much is in the balloon, as the driver says. */
    public long actualBytes() {
        return actual * PAGE_BYTES;
    }

    /** How many bytes were inflated and not deflated, as the device has seen. */
    public long inflatedBytes() {
        return (long) inflated.size() * PAGE_BYTES;
    }

    /** How many bytes the driver has reported free in all, by VIRTIO_BALLOON_F_PAGE_REPORTING. */
    public long reportedBytes() {
        return reportedBytes;
    }

    /** Whether {@link #onActual} has anybody to tell. */
    public boolean isHeard() {
        return !actualListeners.isEmpty();
    }

    /** Calls a listener on the VM's thread with the bytes in the balloon whenever the driver says a new number. */
    public dev.cellvisor.trace.Trace.Subscription onActual(LongConsumer listener) {
        actualListeners.add(listener);
        return () -> actualListeners.remove(listener);
    }

    /**
     * Asks the guest for new statistics: {@link #statsCount} goes up when they are there. Without VIRTIO_BALLOON_F_STATS_VQ none come. It is an
     * input.
     */
    public void requestStats() {
        fromOutside("statistics", NOTHING, () -> {
            if (live() && stats.held() != StatsQueue.NOTHING) {
                int head = stats.held();
                stats.hold(StatsQueue.NOTHING);
                complete(queueOf(QueueRoles.STATS), head, 0);
            }
        });
    }

    /** The last statistics that the guest told. */
    public BalloonStats stats() {
        return stats.stats();
    }

    /** How often it has told any since it was reset. */
    public long statsCount() {
        return stats.buffers();
    }

    /**
     * Asks the guest which pages are free, as before a migration; see {@link #hintedBytes} and {@link #isHinted}. It is an input.
     */
    public void startHints() {
        fromOutside("hints start", NOTHING, () -> command(hints.begin()));
    }

    /** The hints are of no use any more: the command id becomes STOP. It is an input. */
    public void stopHints() {
        fromOutside("hints stop", NOTHING, () -> command(hints.end(FreePageHints.STOP)));
    }

    /** The hints have been used, and the guest may have its pages back: the command id becomes DONE. It is an input. */
    public void finishHints() {
        fromOutside("hints done", NOTHING, () -> command(hints.end(FreePageHints.DONE)));
    }

    /** Whether the guest has told of all its free pages in this round. */
    public boolean hintsComplete() {
        return hints.ended();
    }

    /** How many bytes were told free since {@link #startHints}. */
    public long hintedBytes() {
        return (long) hints.pages().size() * PAGE_BYTES;
    }

    /** Whether the page at a guest-physical address was told free since {@link #startHints}. */
    public boolean isHinted(long address) {
        return hints.pages().contains(address >>> PageSet.SHIFT);
    }

    private void command(int id) {
        changeConfig(config -> config.set("free_page_hint_cmd_id", id & 0xffff_ffffL));
    }

    // What it is for the driver.

    @Override
    public Features features() {
        return features;
    }

    @Override
    public List<? extends FeatureBit> knownFeatures() {
        return List.of(BalloonFeature.values());
    }

    @Override
    protected Features featuresOf(ConfigField field) {
        return switch (field.name()) {
            case "free_page_hint_cmd_id" -> Features.of(VIRTIO_BALLOON_F_FREE_PAGE_HINT);
            case "poison_val" -> Features.of(VIRTIO_BALLOON_F_PAGE_POISON);
            default -> Features.NONE;
        };
    }

    @Override
    protected boolean hasQueue(int queue) {
        return QueueRoles.exists(queue, negotiated().isEmpty() ? features : negotiated());
    }

    /** What a queue is for. Linux and QEMU number them without gaps: without statistics, queue 2 is the next kind that there is. */
    @Override
    public String queueName(int queue) {
        return QueueRoles.name(role(queue));
    }

    private int role(int queue) {
        return QueueRoles.role(queue, negotiated().isEmpty() ? features : negotiated(), compactQueues);
    }

    private int queueOf(int role) {
        int queue = 0;
        while (role(queue) != role) {
            queue++;
        }
        return queue;
    }

    @Override
    protected void activate() {
        compactQueues = QueueRoles.compact(negotiated(), queue -> queue(queue).usable());
        poison = negotiated().has(VIRTIO_BALLOON_F_PAGE_POISON) ? (int) config().get("poison_val") : 0;
    }

    @Override
    protected void reset() {
        inflated.clear();
        stats.reset();
        hints.reset();
        compactQueues = false;
        poison = 0;
        actual = 0;
        for (String field : List.of("actual", "free_page_hint_cmd_id", "poison_val")) {
            if (config().get(field) != 0) {
                config().set(field, 0);
            }
        }
    }

    @Override
    protected void queueStopped(int queue) {
        if (role(queue) == QueueRoles.STATS) {
            stats.hold(StatsQueue.NOTHING);
        }
    }

    @Override
    protected void queueReady(int queue) {
        if (role(queue) == QueueRoles.STATS) {
            takeStats(queue);
        }
    }

    @Override
    protected void notified(int queue) {
        if (role(queue) == QueueRoles.STATS) {
            takeStats(queue);
        } else {
            super.notified(queue);
        }
    }

    /** Reads what the driver tells, and keeps its buffer until new statistics are wanted. */
    private void takeStats(int index) {
        Virtqueue queue = queue(index);
        for (DescriptorChain chain = queue.poll(); chain != null; chain = queue.poll()) {
            if (stats.held() != StatsQueue.NOTHING) {
                violation("BALS-DRV-01", "a second statistics buffer while the device has one; the first goes back");
                int before = stats.held();
                stats.hold(chain.head());
                readStats(chain);
                complete(index, before, 0);
            } else {
                stats.hold(chain.head());
                readStats(chain);
            }
        }
    }

    private void readStats(DescriptorChain chain) {
        if (chain.readableBytes() % StatsQueue.ENTRY_BYTES != 0) {
            violation("BALS-DRV-05", "a statistics buffer of " + chain.readableBytes() + " bytes; entries have " + StatsQueue.ENTRY_BYTES);
        }
        // A legacy driver may not have filled its first buffer (VIRTIO 1.4, 5.5.6.4, Legacy Interface).
        boolean counts = !isLegacy() || stats.buffers() > 0;
        if (!stats.read(chain.reader(), context().clock().ticks(), counts)) {
            violation("BALS-DRV-08", "a statistics buffer with other tags than the one before");
        }
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        switch (role(queue)) {
            case QueueRoles.INFLATE -> inflate(chain);
            case QueueRoles.DEFLATE -> deflate(chain);
            case QueueRoles.HINT -> hint(chain);
            case QueueRoles.REPORT -> report(chain);
            default -> { } // a queue that is in neither numbering's use: its buffers go back
        }
    }

    private void inflate(DescriptorChain chain) {
        GuestMemory memory = context().memory();
        long runStart = 0;
        long runBytes = 0;
        for (long left = mostPages(); left > 0 && chain.reader().remaining() >= PFN_BYTES; left--) {
            long page = chain.reader().readInt() & 0xffff_ffffL;
            long address = page << PageSet.SHIFT;
            if (!memory.contains(address, PAGE_BYTES)) {
                continue; // the guest's mistake, and harmless: it has given up what it never had
            }
            inflated.add(page);
            // Pages that follow each other go back in one piece.
            if (runBytes == 0 || address != runStart + runBytes || !memory.contains(runStart, runBytes + PAGE_BYTES)) {
                giveBack(runStart, runBytes);
                runStart = address;
                runBytes = 0;
            }
            runBytes += PAGE_BYTES;
        }
        giveBack(runStart, runBytes);
    }

    private void giveBack(long address, long sizeBytes) {
        if (sizeBytes > 0) {
            context().memory().discard(address, sizeBytes);
        }
    }

    private void deflate(DescriptorChain chain) {
        for (long left = mostPages(); left > 0 && chain.reader().remaining() >= PFN_BYTES; left--) {
            inflated.remove(chain.reader().readInt() & 0xffff_ffffL);
        }
    }

    /** As many pages as there are: a request that has more of them has some twice, and cannot keep the host busy with it. */
    private long mostPages() {
        return context().memory().slots().stream().mapToLong(slot -> slot.sizeBytes() / PAGE_BYTES).sum();
    }

    private void hint(DescriptorChain chain) {
        if (chain.readableBytes() == 4) {
            int id = chain.reader().readInt();
            if (!hints.answered(id)) {
                violation("BALH-DRV-03", "the command id 0x%08x was sent again".formatted(id));
            }
        } else if (chain.readableBytes() > 0) {
            violation("BALH-DRV-01", "a command id of " + chain.readableBytes() + " bytes; it has 4");
        }
        if (!hints.answering()) {
            return; // hints of an earlier round, or of none
        }
        eachPages(chain, (address, sizeBytes) -> {
            for (long page = address; page < address + sizeBytes; page += PAGE_BYTES) {
                hints.pages().add(page >>> PageSet.SHIFT);
            }
        });
    }

    private void report(DescriptorChain chain) {
        eachPages(chain, (address, sizeBytes) -> {
            reportedBytes += sizeBytes;
            // With PAGE_POISON the pages hold poison_val now, and must not hold anything else later (BALR-DEV-02).
            if (poison == 0) {
                giveBack(address, sizeBytes);
            }
        });
    }

    private interface Pages {
        void accept(long address, long sizeBytes);
    }

    /** The whole pages of the writable buffers, at most as many as there are. */
    private void eachPages(DescriptorChain chain, Pages action) {
        long left = mostPages() * PAGE_BYTES;
        for (int i = chain.readableSegmentCount(); i < chain.segmentCount() && left > 0; i++) {
            long start = chain.segmentAddress(i) + PAGE_BYTES - 1 & -PAGE_BYTES;
            long end = chain.segmentAddress(i) + chain.segmentSizeBytes(i) & -PAGE_BYTES;
            if (start < end) {
                action.accept(start, end - start);
                left -= end - start;
            }
        }
    }

    @Override
    protected void configWritten(ConfigField field, int firstByte, int byteCount, long value) {
        if (field.name().equals("actual")) {
            if (isLegacy() && firstByte + byteCount < field.sizeBytes()) {
                return; // written in pieces; it counts when the most significant byte stands (BAL-DEV-07)
            }
            actual = value;
            if (context().trace().on()) {
                context().trace().emit(new BalloonChange(name(), value, config().get("num_pages")));
            }
            actualListeners.forEach(listener -> listener.accept(value * PAGE_BYTES));
        } else if (live() && negotiated().has(VIRTIO_BALLOON_F_PAGE_POISON) && (int) value != poison) {
            violation("BALP-DRV-03", "poison_val was changed from 0x%08x to 0x%08x after DRIVER_OK; ignored".formatted(poison, value));
            config().set("poison_val", poison & 0xffff_ffffL);
        }
    }

    @Override
    protected VirtioDevice twin() {
        return new BalloonDevice(features);
    }

    @Override
    public void replayInput(String detail, byte[] payload) {
        switch (detail) {
            case "statistics" -> requestStats();
            case "hints start" -> startHints();
            case "hints stop" -> stopHints();
            case "hints done" -> finishHints();
            default -> target(Long.parseLong(detail.substring("target ".length())));
        }
    }

    @Override
    public State construction() {
        return State.of("virtio-balloon", 1).put("features", features.low()).build();
    }

    /** A device with {@link #construction()}. */
    public static BalloonDevice of(State options) {
        return new BalloonDevice(new Features(options.expect("virtio-balloon", 1).number("features"), 0));
    }

    @Override
    public State save() {
        return State.of("virtio-balloon", 1).put("inflated", inflated.save()).put("stats", stats.save()).put("hints", hints.save())
                .put("compactQueues", compactQueues).put("poison", poison).put("actual", actual).put("reportedBytes", reportedBytes).build();
    }

    @Override
    public void restore(State state) {
        inflated.restore(state.expect("virtio-balloon", 1).child("inflated"));
        stats.restore(state.child("stats"));
        hints.restore(state.child("hints"));
        compactQueues = state.flag("compactQueues");
        poison = state.integer("poison");
        actual = state.number("actual");
        reportedBytes = state.number("reportedBytes");
    }
}

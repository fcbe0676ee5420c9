package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockRequest.SECTOR_BYTES;
import static dev.cellvisor.virtio.block.BlockRequest.SEGMENT_BYTES;
import static dev.cellvisor.virtio.block.BlockRequest.SEGMENT_UNMAP;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_IOERR;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_OK;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_UNSUPP;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_DISCARD;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_FLUSH;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_FLUSH_OUT;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_GET_ID;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_GET_LIFETIME;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_IN;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_OUT;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_SECURE_ERASE;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_WRITE_ZEROES;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.VirtioFeature;
import dev.cellvisor.virtio.queue.ChainReader;
import dev.cellvisor.virtio.queue.ChainWriter;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.Framing;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The block device (VIRTIO 1.4, 5.2) over a {@link BlockBackend}. It offers what the backend can do; zones are not offered.
 *
 * <p><b>What lasts.</b> With FLUSH negotiated, a write lasts once a FLUSH that was sent after its completion is complete. Without it, or
 * while the driver has set {@code writeback} to 0, every write is committed before it is answered (BLK-DEV-21, 22).
 *
 * <p>Requests are independent of each other: with latencies that differ, one may overtake another, on the same queue too. A
 * FLUSH commits all that was answered before it is.
 */
public final class BlockDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_BLOCK = 2;
    /** Its first queue, and the only one without VIRTIO_BLK_F_MQ. */
    public static final int REQUESTQ = 0;
    /** The size of its queues, unless another is asked for. */
    public static final int DEFAULT_QUEUE_SIZE = 256;

    private static final int HEADS = 16;
    private static final int SECTORS_PER_TRACK = 63;

    private final BlockDeviceBuilder options;
    private final BlockBackend backend;
    private final boolean wears;
    /** Whether the cache is writeback: the field of that name, as a boolean. */
    private boolean writeback;
    /** How an input begins that a cell has made by the backend's own methods, past this device. */
    private static final String ON_DISK = "disk ";

    /** A disk named {@code "cellvisor"}, with one queue of 256. */
    public BlockDevice(BlockBackend backend) {
        this(of(backend));
    }

    /**
     * A disk with one queue.
     *
     * @param backend what stands behind it; read-only if that is
     * @param id for GET_ID, up to 20 characters of ASCII
     * @param queueSize 1 to 32768; a split ring takes the next power of two below
     * @throws IllegalArgumentException if the id is too long, or the size not allowed
     */
    public BlockDevice(BlockBackend backend, String id, int queueSize) {
        this(of(backend).id(id).queueSize(queueSize));
    }

    /** The options of a disk; {@link BlockDeviceBuilder#build()} makes it. */
    public static BlockDeviceBuilder of(BlockBackend backend) {
        return new BlockDeviceBuilder(backend);
    }

    BlockDevice(BlockDeviceBuilder options) {
        super("virtio-blk", VIRTIO_ID_BLOCK, BlockConfig.space(options.flush), queueSizes(options));
        this.options = options;
        backend = options.backend;
        wears = backend.lifetime().isPresent();
        BlockConfig.fill(config(), options);
        showCapacity(config());
        setWriteback(startsWriteback());
    }

    private boolean startsWriteback() {
        return options.flush && options.writeback;
    }

    private static int[] queueSizes(BlockDeviceBuilder options) {
        int[] sizes = new int[options.queues];
        Arrays.fill(sizes, options.queueSize);
        return sizes;
    }

    private void showCapacity(ConfigSpace space) {
        long sectors = BlockBackend.checkSize(backend.sizeBytes(), "the backend") / SECTOR_BYTES;
        int[] geometry = options.geometry != null ? options.geometry
                : new int[] {(int) Math.min(65535, sectors / (HEADS * SECTORS_PER_TRACK)), HEADS, SECTORS_PER_TRACK};
        space.set("capacity", sectors).set("geometry.cylinders", geometry[0]).set("geometry.heads", geometry[1])
                .set("geometry.sectors", geometry[2]);
    }

    /** What stands behind it. */
    public BlockBackend backend() {
        return backend;
    }

    /** Whether completed writes may still be volatile: the driver negotiated FLUSH, and has not asked for writethrough. */
    public boolean writeback() {
        return !commitsWrites();
    }

    /**
     * Changes the capacity while the device runs, and tells the driver. Requests in flight are judged by the new one. It is an input; from
     * another thread it is done between two instructions, and the host's trouble is told to the trace alone.
     *
     * @param sizeBytes the new size, a multiple of 512
     * @throws IllegalArgumentException if it is not
     * @throws UnsupportedOperationException if the backend has a fixed size
     * @throws IOException if the host fails; nothing has changed then
     */
    public void resize(long sizeBytes) throws IOException {
        BlockBackend.checkSize(sizeBytes, "the new size");
        var failures = new ArrayList<Exception>();
        fromOutside("size " + sizeBytes, new byte[0], () -> {
            try {
                backend.resize(sizeBytes);
                changeConfig(this::showCapacity);
            } catch (IOException | UnsupportedOperationException e) {
                hostTrouble("the disk keeps its size: " + e.getMessage());
                failures.add(e);
            }
        });
        for (Exception failure : failures) {
            switch (failure) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
    }

    @Override
    public Features features() {
        Features features = Features.of(BlockFeature.VIRTIO_BLK_F_SEG_MAX, BlockFeature.VIRTIO_BLK_F_GEOMETRY,
                BlockFeature.VIRTIO_BLK_F_BLK_SIZE, BlockFeature.VIRTIO_BLK_F_TOPOLOGY);
        features = with(features, options.flush, BlockFeature.VIRTIO_BLK_F_FLUSH, BlockFeature.VIRTIO_BLK_F_CONFIG_WCE);
        features = with(features, options.readOnly, BlockFeature.VIRTIO_BLK_F_RO);
        features = with(features, options.sizeMax > 0, BlockFeature.VIRTIO_BLK_F_SIZE_MAX);
        features = with(features, options.queues > 1, BlockFeature.VIRTIO_BLK_F_MQ);
        features = with(features, !options.readOnly && backend.discards(), BlockFeature.VIRTIO_BLK_F_DISCARD);
        features = with(features, !options.readOnly, BlockFeature.VIRTIO_BLK_F_WRITE_ZEROES);
        features = with(features, !options.readOnly && backend.erases(), BlockFeature.VIRTIO_BLK_F_SECURE_ERASE);
        return with(features, wears, BlockFeature.VIRTIO_BLK_F_LIFETIME);
    }

    private static Features with(Features features, boolean offered, FeatureBit... more) {
        return offered ? features.with(Features.of(more)) : features;
    }

    /** As in general; and without FLUSH there is no CONFIG_WCE either (BLK-DEV-02). */
    @Override
    public VirtioDevice withhold(FeatureBit... features) {
        super.withhold(features);
        return Features.of(features).has(BlockFeature.VIRTIO_BLK_F_FLUSH) ? super.withhold(BlockFeature.VIRTIO_BLK_F_CONFIG_WCE) : this;
    }

    @Override
    public List<? extends FeatureBit> knownFeatures() {
        return List.of(BlockFeature.values());
    }

    @Override
    public String queueName(int queue) {
        return queueCount() == 1 ? "requestq" : "requestq" + queue;
    }

    @Override
    protected int queueCount(Features negotiated) {
        return negotiated.has(BlockFeature.VIRTIO_BLK_F_MQ) ? queueCount() : 1;
    }

    // The cache mode (VIRTIO 1.4, 5.2.5 and 5.2.5.3).

    @Override
    protected boolean accepts(Features accepted) {
        // FEATURES_OK, which a legacy driver never sets: there nothing but a write to the field or DRIVER_OK moves the mode.
        if (accepted.has(BlockFeature.VIRTIO_BLK_F_CONFIG_WCE) && !accepted.has(BlockFeature.VIRTIO_BLK_F_FLUSH)) {
            setWriteback(false);
        }
        return true;
    }

    @Override
    protected void activate() {
        if (isLegacy() && !negotiated().has(BlockFeature.VIRTIO_BLK_F_CONFIG_WCE)) {
            setWriteback(negotiated().has(BlockFeature.VIRTIO_BLK_F_FLUSH));
        }
    }

    @Override
    protected void reset() {
        setWriteback(startsWriteback());
    }

    private void setWriteback(boolean on) {
        writeback = on;
        if (config().get(BlockConfig.WRITEBACK) != (on ? 1 : 0)) {
            config().set(BlockConfig.WRITEBACK, on ? 1 : 0);
        }
    }

    @Override
    protected void configWritten(ConfigField field, long value) {
        // Without CONFIG_WCE the field is not the driver's; before DRIVER_OK a legacy driver may write it all the same.
        boolean allowed = negotiated().has(BlockFeature.VIRTIO_BLK_F_CONFIG_WCE) || isLegacy() && !live();
        setWriteback(allowed ? value != 0 : writeback);
    }

    @Override
    protected Features featuresOf(ConfigField field) {
        BlockFeature feature = isLegacy() && field.name().equals(BlockConfig.WRITEBACK) ? null : BlockConfig.featureOf(field);
        return feature == null ? Features.NONE : Features.of(feature);
    }

    @Override
    protected void configRead(ConfigField field) {
        // A modern driver has at least VIRTIO_F_VERSION_1 from FEATURES_OK on, and nothing before; a legacy one knows no FEATURES_OK.
        if (field.name().equals(BlockConfig.WRITEBACK) && !isLegacy() && !negotiated().has(VirtioFeature.VIRTIO_F_VERSION_1)) {
            violation("BLK-DRV-04", "writeback was read before FEATURES_OK");
        }
    }

    /** Whether a write must be committed before it is answered. */
    private boolean commitsWrites() {
        Features negotiated = negotiated();
        return !negotiated.has(BlockFeature.VIRTIO_BLK_F_FLUSH)
                || negotiated.has(BlockFeature.VIRTIO_BLK_F_CONFIG_WCE) && !writeback;
    }

    // Requests (VIRTIO 1.4, 5.2.6).

    @Override
    protected long latencyTicks(int queue, DescriptorChain chain) {
        if (options.latency == null) {
            return super.latencyTicks(queue, chain);
        }
        ChainReader reader = chain.reader();
        int type = reader.readInt();
        reader.readInt();
        long sector = reader.readLong();
        long data = Math.max(reader.remaining(), chain.writableBytes() - 1);
        reader.rewind();
        return Math.max(0, options.latency.ticks(type, sector, data));
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        ChainReader reader = chain.reader();
        ChainWriter writer = chain.writer();
        if (chain.writableBytes() == 0) {
            violation("BLK-DEF-05", "request " + chain.head() + " has no writable byte for its status");
            return;
        }
        if (framed()) {
            judgeFraming(chain);
        }
        int status;
        if (chain.readableBytes() < BlockRequest.HEADER_BYTES) {
            violation("BLK-DEF-05", "request " + chain.head() + " has " + chain.readableBytes() + " readable bytes; its header needs 16");
            status = VIRTIO_BLK_S_IOERR;
        } else {
            int type = reader.readInt();
            reader.readInt();
            status = handle(type, reader.readLong(), reader, writer);
        }
        // The status is the last writable byte, whatever comes before it (VIRTIO 1.4, 5.2.6).
        writer.seek(chain.writableBytes() - 1);
        writer.writeByte(status);
        if (context().trace().on()) {
            tell(queue, reader, chain.writableBytes() - 1, status);
        }
    }

    private void judgeFraming(DescriptorChain chain) {
        int all = chain.segmentCount();
        if (Framing.after(chain, 0, chain.readableSegmentCount(), BlockRequest.HEADER_BYTES) < 0 || chain.segmentSizeBytes(all - 1) != 1) {
            violation("BLK-DRV-27", "request %d without VIRTIO_F_ANY_LAYOUT: its header and its status are not a descriptor of 16 bytes and one of 1 byte"
                    .formatted(chain.head()));
        }
    }

    private void tell(int queue, ChainReader reader, long writableBytes, int status) {
        reader.rewind();
        int type = reader.readInt();
        reader.readInt();
        long sector = reader.readLong();
        context().trace().emit(new BlockDone(name(), queue, type, sector, Math.max(reader.remaining(), writableBytes), status));
    }

    private int handle(int type, long sector, ChainReader reader, ChainWriter writer) {
        try {
            return switch (type) {
                case VIRTIO_BLK_T_IN -> readSectors(sector, writer);
                case VIRTIO_BLK_T_OUT -> writeSectors(sector, reader);
                case VIRTIO_BLK_T_FLUSH -> flush(sector, reader);
                case VIRTIO_BLK_T_FLUSH_OUT -> isLegacy() ? flush(sector, reader) : VIRTIO_BLK_S_UNSUPP;
                case VIRTIO_BLK_T_GET_ID -> identify(writer);
                case VIRTIO_BLK_T_GET_LIFETIME -> tellLifetime(writer);
                case VIRTIO_BLK_T_DISCARD -> ranges(RangeKind.DISCARD, options.discard, reader);
                case VIRTIO_BLK_T_WRITE_ZEROES -> ranges(RangeKind.WRITE_ZEROES, options.writeZeroes, reader);
                case VIRTIO_BLK_T_SECURE_ERASE -> ranges(RangeKind.SECURE_ERASE, options.secureErase, reader);
                default -> VIRTIO_BLK_S_UNSUPP;
            };
        } catch (IOException e) {
            hostTrouble("the disk failed at sector " + Long.toUnsignedString(sector) + ": " + e);
            return VIRTIO_BLK_S_IOERR;
        }
    }

    private int readSectors(long sector, ChainWriter writer) throws IOException {
        long size = writer.remaining() - 1;
        if (!wholeSectors("read", size) || !inside("read", sector, size / SECTOR_BYTES)) {
            return VIRTIO_BLK_S_IOERR;
        }
        long start = sector * SECTOR_BYTES - writer.position();
        writer.transferFrom(piece -> backend.read(start + writer.position(), piece), size);
        return VIRTIO_BLK_S_OK;
    }

    private int writeSectors(long sector, ChainReader reader) throws IOException {
        if (options.readOnly) {
            return VIRTIO_BLK_S_IOERR;
        }
        long size = reader.remaining();
        if (!wholeSectors("write", size) || !inside("write", sector, size / SECTOR_BYTES)) {
            return VIRTIO_BLK_S_IOERR;
        }
        long end = sector * SECTOR_BYTES + size;
        reader.transferTo(piece -> backend.write(end - reader.remaining(), piece), size);
        if (commitsWrites()) {
            backend.flush();
        }
        return VIRTIO_BLK_S_OK;
    }

    private boolean wholeSectors(String what, long sizeBytes) {
        if (sizeBytes % SECTOR_BYTES != 0) {
            violation("BLK-DRV-11", "%s of %d bytes, not a multiple of 512".formatted(what, sizeBytes));
            return false;
        }
        return true;
    }

    private boolean inside(String what, long sector, long sectors) {
        long capacity = backend.sizeBytes() / SECTOR_BYTES;
        if (sector < 0 || sector > capacity || sectors > capacity - sector) {
            violation("BLK-DRV-07", "%s of %d sectors at sector %s, with a capacity of %d"
                    .formatted(what, sectors, Long.toUnsignedString(sector), capacity));
            return false;
        }
        return true;
    }

    private int flush(long sector, ChainReader reader) throws IOException {
        if (sector != 0) {
            violation("BLK-DRV-09", "FLUSH with sector " + Long.toUnsignedString(sector) + "; it must be 0");
        }
        if (reader.remaining() > 0) {
            advice("BLK-DRV-10", "FLUSH with " + reader.remaining() + " bytes of data");
        }
        backend.flush();
        return VIRTIO_BLK_S_OK;
    }

    private int identify(ChainWriter writer) {
        long room = writer.remaining() - 1;
        if (room != BlockRequest.VIRTIO_BLK_ID_BYTES) {
            violation("BLK-DRV-13", "GET_ID with room for " + room + " bytes; it must be 20");
        }
        byte[] answer = Arrays.copyOf(options.id, BlockRequest.VIRTIO_BLK_ID_BYTES);
        writer.write(answer, 0, (int) Math.min(room, answer.length));
        return VIRTIO_BLK_S_OK;
    }

    private int tellLifetime(ChainWriter writer) {
        Optional<Lifetime> lifetime = backend.lifetime();
        if (!negotiated().has(BlockFeature.VIRTIO_BLK_F_LIFETIME) || lifetime.isEmpty()) {
            return VIRTIO_BLK_S_UNSUPP;
        }
        if (writer.remaining() - 1 < Lifetime.SIZE_BYTES) {
            return VIRTIO_BLK_S_IOERR;
        }
        writer.writeShort(lifetime.get().preEol());
        writer.writeShort(lifetime.get().typeA());
        writer.writeShort(lifetime.get().typeB());
        return VIRTIO_BLK_S_OK;
    }

    /** The requests that carry ranges, and what each breach of their rules is called. */
    private enum RangeKind {
        DISCARD(BlockFeature.VIRTIO_BLK_F_DISCARD, 0, "BLK-DRV-14"),
        WRITE_ZEROES(BlockFeature.VIRTIO_BLK_F_WRITE_ZEROES, SEGMENT_UNMAP, "BLK-DRV-16"),
        SECURE_ERASE(BlockFeature.VIRTIO_BLK_F_SECURE_ERASE, 0, "BLK-DRV-15");

        final BlockFeature feature;
        final int knownFlags;
        final String tooMany;

        RangeKind(BlockFeature feature, int knownFlags, String tooMany) {
            this.feature = feature;
            this.knownFlags = knownFlags;
            this.tooMany = tooMany;
        }
    }

    private int ranges(RangeKind kind, BlockDeviceBuilder.Limits limits, ChainReader reader) throws IOException {
        if (!negotiated().has(kind.feature)) {
            return VIRTIO_BLK_S_UNSUPP;
        }
        long size = reader.remaining();
        if (size == 0) {
            return VIRTIO_BLK_S_IOERR; // no rule forbids it, and Linux 6.1 does it with SECURE_ERASE; there is nothing to be done
        }
        if (size % SEGMENT_BYTES != 0) {
            violation("BLK-DRV-12", "%s with %d bytes of data, not a multiple of 16".formatted(kind, size));
            return VIRTIO_BLK_S_IOERR;
        }
        // All are judged before the first is done, so that a bad one spoils none.
        int status = judge(kind, limits, reader, size / SEGMENT_BYTES);
        if (status != VIRTIO_BLK_S_OK) {
            return status;
        }
        reader.rewind();
        reader.skip(BlockRequest.HEADER_BYTES);
        for (long left = size; left > 0; left -= SEGMENT_BYTES) {
            long position = reader.readLong() * SECTOR_BYTES;
            long bytes = (reader.readInt() & 0xffff_ffffL) * SECTOR_BYTES;
            boolean unmap = (reader.readInt() & SEGMENT_UNMAP) != 0;
            switch (kind) {
                case DISCARD -> backend.discard(position, bytes);
                case WRITE_ZEROES -> backend.writeZeroes(position, bytes, unmap);
                case SECURE_ERASE -> backend.erase(position, bytes);
            }
        }
        if (commitsWrites()) {
            backend.flush();
        }
        return VIRTIO_BLK_S_OK;
    }

    private int judge(RangeKind kind, BlockDeviceBuilder.Limits limits, ChainReader reader, long count) {
        int status = VIRTIO_BLK_S_OK;
        if (count > limits.maxSegments()) {
            violation(kind.tooMany, "%s of %d ranges; at most %d are allowed".formatted(kind, count, limits.maxSegments()));
            status = VIRTIO_BLK_S_IOERR;
        }
        boolean unknown = false;
        for (long i = 0; i < count; i++) {
            long sector = reader.readLong();
            long sectors = reader.readInt() & 0xffff_ffffL;
            int flags = reader.readInt();
            if ((flags & ~kind.knownFlags) != 0) {
                if (kind == RangeKind.DISCARD && (flags & SEGMENT_UNMAP) != 0) {
                    violation("BLK-DRV-19", "DISCARD with the unmap flag");
                }
                unknown = true;
            }
            if (sectors > limits.maxSectors()) {
                violation("BLK-DEF-04", "%s of %d sectors; at most %d are allowed".formatted(kind, sectors, limits.maxSectors()));
                status = VIRTIO_BLK_S_IOERR;
            } else if (!inside(kind.toString(), sector, sectors)) {
                status = VIRTIO_BLK_S_IOERR;
            }
        }
        return unknown ? VIRTIO_BLK_S_UNSUPP : status;
    }

    @Override
    protected VirtioDevice twin() {
        return new BlockDevice(options.over(backend.twin()));
    }

    @Override
    public void replayInput(String detail, byte[] payload) {
        try {
            if (detail.startsWith(ON_DISK)) {
                DiskWatch.repeat(backend, detail.substring(ON_DISK.length()), payload);
            } else {
                resize(Long.parseLong(detail.substring("size ".length())));
            }
        } catch (IOException | UnsupportedOperationException e) {
            hostTrouble("a replay could not do this to the disk: %s: %s".formatted(detail, e.getMessage()));
        }
    }

    @Override
    protected void pluggedIn() {
        backend.watch(new DiskWatch() {
            @Override
            public void writing(long position, MemorySegment bytes) {
                if (context().door().outside()) {
                    fromOutside(ON_DISK + "write " + position, bytes.toArray(ValueLayout.JAVA_BYTE), () -> { });
                }
            }

            @Override
            public void changing(String what) {
                if (context().door().outside()) {
                    fromOutside(ON_DISK + what, new byte[0], () -> { });
                }
            }
        });
    }

    @Override
    protected void pullingOut() {
        backend.watch(DiskWatch.NONE);
    }

    @Override
    public State construction() {
        return options.save(backend.options());
    }

    /** A device with {@link #construction()}. */
    public static BlockDevice of(State options) {
        return new BlockDevice(BlockDeviceBuilder.of(options, SavedBackends.of(options.child("backend"))));
    }

    @Override
    public State save() {
        return State.of("virtio-blk", 1).put("backend", backend.save()).build();
    }

    @Override
    public void restore(State state) {
        backend.restore(state.expect("virtio-blk", 1).child("backend"));
        writeback = config().get(BlockConfig.WRITEBACK) != 0;
    }
}

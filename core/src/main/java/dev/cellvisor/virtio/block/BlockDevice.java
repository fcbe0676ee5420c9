package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockRequest.SECTOR_BYTES;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_IOERR;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_OK;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_S_UNSUPP;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_FLUSH;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_GET_ID;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_IN;
import static dev.cellvisor.virtio.block.BlockRequest.VIRTIO_BLK_T_OUT;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;
import dev.cellvisor.virtio.FeatureBit;
import dev.cellvisor.virtio.Features;
import dev.cellvisor.virtio.VirtioDevice;
import dev.cellvisor.virtio.queue.DescriptorChain;
import dev.cellvisor.virtio.queue.ChainReader;
import dev.cellvisor.virtio.queue.ChainWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The block device (VIRTIO 1.4, 5.2) with one queue: reads, writes, flushes and GET_ID over a {@link BlockBackend}.
 *
 * <p>Where the driver did not negotiate VIRTIO_BLK_F_FLUSH, every write is committed before it is answered (BLK-DEV-21).
 */
public final class BlockDevice extends VirtioDevice {

    /** Its type. */
    public static final int VIRTIO_ID_BLOCK = 2;
    /** Its only queue. */
    public static final int REQUESTQ = 0;
    /** The size of its queue, unless another is asked for. */
    public static final int DEFAULT_QUEUE_SIZE = 256;

    private static final int PIECE_BYTES = 65536;

    private final BlockBackend backend;
    private final byte[] id;
    private final byte[] piece = new byte[PIECE_BYTES];

    /** A disk named {@code "cellvisor"}, with a queue of 256. */
    public BlockDevice(BlockBackend backend) {
        this(backend, "cellvisor", DEFAULT_QUEUE_SIZE);
    }

    /**
     * A disk.
     *
     * @param backend what stands behind it; read-only if that is
     * @param id for GET_ID, up to 20 characters of ASCII
     * @param queueSize a power of two, 1 to 32768
     * @throws IllegalArgumentException if the id is too long, or the size not allowed
     */
    public BlockDevice(BlockBackend backend, String id, int queueSize) {
        super("virtio-blk", VIRTIO_ID_BLOCK, new ConfigSpace(
                ConfigField.readOnly("capacity", 0x00, 8),
                ConfigField.readOnly("size_max", 0x08, 4),
                ConfigField.readOnly("seg_max", 0x0c, 4),
                ConfigField.readOnly("geometry.cylinders", 0x10, 2),
                ConfigField.readOnly("geometry.heads", 0x12, 1),
                ConfigField.readOnly("geometry.sectors", 0x13, 1),
                ConfigField.readOnly("blk_size", 0x14, 4)), queueSize);
        this.backend = backend;
        this.id = id.getBytes(StandardCharsets.US_ASCII);
        if (this.id.length > BlockRequest.VIRTIO_BLK_ID_BYTES) {
            throw new IllegalArgumentException("the id '" + id + "' has " + this.id.length + " bytes; GET_ID has room for 20");
        }
        config().set("capacity", BlockBackend.checkSize(backend.sizeBytes(), "the backend") / SECTOR_BYTES)
                .set("seg_max", segMax(queueSize))
                .set("blk_size", SECTOR_BYTES);
    }

    /** A request is a header, segments and a status byte, and no chain is longer than the queue. */
    private static int segMax(int queueSize) {
        return Math.max(1, queueSize - 2);
    }

    /** What stands behind it. */
    public BlockBackend backend() {
        return backend;
    }

    @Override
    public Features features() {
        Features features = Features.of(BlockFeature.VIRTIO_BLK_F_SEG_MAX, BlockFeature.VIRTIO_BLK_F_BLK_SIZE, BlockFeature.VIRTIO_BLK_F_FLUSH);
        return backend.readOnly() ? features.with(BlockFeature.VIRTIO_BLK_F_RO.bit()) : features;
    }

    @Override
    public List<? extends FeatureBit> knownFeatures() {
        return List.of(BlockFeature.values());
    }

    @Override
    public String queueName(int queue) {
        return "requestq";
    }

    @Override
    protected void handle(int queue, DescriptorChain chain) {
        ChainReader reader = chain.reader();
        ChainWriter writer = chain.writer();
        if (chain.writableBytes() == 0) {
            violation("BLK-DEF-05", "request " + chain.head() + " has no writable byte for its status");
            return;
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
    }

    private int handle(int type, long sector, ChainReader reader, ChainWriter writer) {
        try {
            return switch (type) {
                case VIRTIO_BLK_T_IN -> readSectors(sector, writer);
                case VIRTIO_BLK_T_OUT -> writeSectors(sector, reader);
                case VIRTIO_BLK_T_FLUSH -> flush(sector, reader);
                case VIRTIO_BLK_T_GET_ID -> identify(writer);
                default -> VIRTIO_BLK_S_UNSUPP;
            };
        } catch (IOException e) {
            hostTrouble("the disk failed at sector " + Long.toUnsignedString(sector) + ": " + e);
            return VIRTIO_BLK_S_IOERR;
        }
    }

    private int readSectors(long sector, ChainWriter writer) throws IOException {
        long size = writer.remaining() - 1;
        if (!inside("read", sector, size)) {
            return VIRTIO_BLK_S_IOERR;
        }
        long position = sector * SECTOR_BYTES;
        for (long left = size; left > 0; ) {
            int now = (int) Math.min(left, PIECE_BYTES);
            backend.read(position, piece, 0, now);
            writer.write(piece, 0, now);
            position += now;
            left -= now;
        }
        return VIRTIO_BLK_S_OK;
    }

    private int writeSectors(long sector, ChainReader reader) throws IOException {
        if (backend.readOnly()) {
            return VIRTIO_BLK_S_IOERR;
        }
        if (!inside("write", sector, reader.remaining())) {
            return VIRTIO_BLK_S_IOERR;
        }
        long position = sector * SECTOR_BYTES;
        while (reader.remaining() > 0) {
            int now = reader.read(piece, 0, (int) Math.min(reader.remaining(), PIECE_BYTES));
            backend.write(position, piece, 0, now);
            position += now;
        }
        if (!negotiated().has(BlockFeature.VIRTIO_BLK_F_FLUSH)) {
            backend.flush();
        }
        return VIRTIO_BLK_S_OK;
    }

    private boolean inside(String what, long sector, long sizeBytes) {
        if (sizeBytes % SECTOR_BYTES != 0) {
            violation("BLK-DRV-11", "%s of %d bytes, not a multiple of 512".formatted(what, sizeBytes));
            return false;
        }
        long capacity = backend.sizeBytes() / SECTOR_BYTES;
        if (sector < 0 || sector > capacity || sizeBytes / SECTOR_BYTES > capacity - sector) {
            violation("BLK-DRV-07", "%s of %d sectors at sector %s, with a capacity of %d"
                    .formatted(what, sizeBytes / SECTOR_BYTES, Long.toUnsignedString(sector), capacity));
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
        byte[] answer = java.util.Arrays.copyOf(id, BlockRequest.VIRTIO_BLK_ID_BYTES);
        writer.write(answer, 0, (int) Math.min(room, answer.length));
        return VIRTIO_BLK_S_OK;
    }

    @Override
    public State save() {
        return State.of("virtio-blk", 1).put("backend", backend.save()).build();
    }

    @Override
    public void restore(State state) {
        backend.restore(state.expect("virtio-blk", 1).child("backend"));
    }
}

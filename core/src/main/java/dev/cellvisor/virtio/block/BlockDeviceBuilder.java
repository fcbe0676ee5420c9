package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The options of a {@link BlockDevice}. What is not said has a sensible value: one queue of 256, every feature that the backend can
 * serve, a cache that starts as writeback.
 *
 * <pre>{@code
 * var disk = BlockDevice.of(backend).id("data").queues(4).blockSize(4096).build();
 * }</pre>
 */
public final class BlockDeviceBuilder {
    final BlockBackend backend;
    byte[] id = "cellvisor".getBytes(StandardCharsets.US_ASCII);
    int queues = 1;
    int queueSize = BlockDevice.DEFAULT_QUEUE_SIZE;
    boolean readOnly;
    int blockSize = BlockRequest.SECTOR_BYTES;
    int sizeMax;
    int segMax;
    int[] geometry;
    int physicalBlockExp;
    int alignmentOffset;
    int minIoBlocks = 1;
    int optIoBlocks;
    boolean flush = true;
    boolean writeback = true;
    Limits discard = new Limits(1 << 22, 16, 1);
    Limits writeZeroes = new Limits(1 << 16, 16, 1);
    Limits secureErase = new Limits(1 << 16, 16, 1);
    BlockLatency latency;

    /** How much one request of a kind may cover. */
    record Limits(int maxSectors, int maxSegments, int alignmentSectors) {
        long[] numbers() {
            return new long[] {maxSectors, maxSegments, alignmentSectors};
        }

        static Limits of(long[] numbers) {
            return new Limits((int) numbers[0], (int) numbers[1], (int) numbers[2]);
        }

        Limits {
            if (maxSectors < 1 || maxSegments < 1 || alignmentSectors < 1) {
                throw new IllegalArgumentException("limits of %d sectors in %d segments at %d sectors; each must be 1 or more"
                        .formatted(maxSectors, maxSegments, alignmentSectors));
            }
        }
    }

    /** The same options for another backend. */
    BlockDeviceBuilder over(BlockBackend other) {
        var copy = new BlockDeviceBuilder(other);
        copy.id = id;
        copy.queues = queues;
        copy.queueSize = queueSize;
        copy.readOnly = readOnly;
        copy.blockSize = blockSize;
        copy.sizeMax = sizeMax;
        copy.segMax = segMax;
        copy.geometry = geometry;
        copy.physicalBlockExp = physicalBlockExp;
        copy.alignmentOffset = alignmentOffset;
        copy.minIoBlocks = minIoBlocks;
        copy.optIoBlocks = optIoBlocks;
        copy.flush = flush;
        copy.writeback = writeback;
        copy.discard = discard;
        copy.writeZeroes = writeZeroes;
        copy.secureErase = secureErase;
        copy.latency = latency;
        return copy;
    }

    /** All of it but the backend, as plain data. */
    State save(State backendOptions) {
        if (latency != null) {
            throw new UnsupportedOperationException("a disk whose latency is a function cannot be saved; latencyTicks(…) can");
        }
        return State.of("virtio-blk", 1).put("id", id).put("queues", queues).put("queueSize", queueSize).put("readOnly", readOnly)
                .put("blockSize", blockSize).put("sizeMax", sizeMax).put("segMax", segMax)
                .put("geometry", geometry == null ? new long[0] : Arrays.stream(geometry).asLongStream().toArray())
                .put("topology", new long[] {physicalBlockExp, alignmentOffset, minIoBlocks, optIoBlocks}).put("flush", flush).put("writeback", writeback)
                .put("discard", discard.numbers()).put("writeZeroes", writeZeroes.numbers()).put("secureErase", secureErase.numbers())
                .put("backend", backendOptions).build();
    }

    /** What {@link #save} gave, over a backend. */
    static BlockDeviceBuilder of(State saved, BlockBackend backend) {
        var copy = new BlockDeviceBuilder(backend);
        copy.id = saved.expect("virtio-blk", 1).bytes("id");
        copy.queues = saved.integer("queues");
        copy.queueSize = saved.integer("queueSize");
        copy.readOnly = saved.flag("readOnly");
        copy.blockSize = saved.integer("blockSize");
        copy.sizeMax = saved.integer("sizeMax");
        copy.segMax = saved.integer("segMax");
        long[] shape = saved.numbers("geometry");
        copy.geometry = shape.length == 0 ? null : Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        long[] topology = saved.numbers("topology");
        copy.physicalBlockExp = (int) topology[0];
        copy.alignmentOffset = (int) topology[1];
        copy.minIoBlocks = (int) topology[2];
        copy.optIoBlocks = (int) topology[3];
        copy.flush = saved.flag("flush");
        copy.writeback = saved.flag("writeback");
        copy.discard = Limits.of(saved.numbers("discard"));
        copy.writeZeroes = Limits.of(saved.numbers("writeZeroes"));
        copy.secureErase = Limits.of(saved.numbers("secureErase"));
        return copy;
    }

    BlockDeviceBuilder(BlockBackend backend) {
        this.backend = backend;
        readOnly = backend.readOnly();
    }

    /**
     * Its name for GET_ID.
     *
     * @throws IllegalArgumentException if it has more than 20 characters
     */
    public BlockDeviceBuilder id(String name) {
        id = name.getBytes(StandardCharsets.US_ASCII);
        if (id.length > BlockRequest.VIRTIO_BLK_ID_BYTES) {
            throw new IllegalArgumentException("the id '" + name + "' has " + id.length + " bytes; GET_ID has room for 20");
        }
        return this;
    }

    /** How many queues there are, 1 to 1024; with more than one, VIRTIO_BLK_F_MQ is offered. */
    public BlockDeviceBuilder queues(int count) {
        queues = in("queues", count, 1, 1024);
        return this;
    }

    /**
     * The largest size of each queue, 1 to 32768; a split ring takes the next power of two below. A request of Linux's has three descriptors at least, and
     * a chain is no longer than the queue, so Linux needs 4.
     */
    public BlockDeviceBuilder queueSize(int size) {
        queueSize = size;
        return this;
    }

    /** Refuses writes, whatever the backend would do. */
    public BlockDeviceBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /** The size of a block as the driver should use it: a power of two from 512. Requests count in sectors of 512 all the same. */
    public BlockDeviceBuilder blockSize(int sizeBytes) {
        blockSize = in("block size", sizeBytes, 512, 1 << 20);
        if (Integer.bitCount(sizeBytes) != 1) {
            throw new IllegalArgumentException("a block size of " + sizeBytes + "; it must be a power of two, 512 or more");
        }
        return this;
    }

    /** The largest single buffer that a driver should use, in bytes; without it there is no limit, and SIZE_MAX is not offered. */
    public BlockDeviceBuilder sizeMax(int sizeBytes) {
        sizeMax = in("size_max", sizeBytes, 1, Integer.MAX_VALUE);
        return this;
    }

    /** The largest number of data buffers in a request; two less than the queue's size if nothing is said. */
    public BlockDeviceBuilder segMax(int segments) {
        segMax = in("seg_max", segments, 1, 32768);
        return this;
    }

    /** Cylinders, heads and sectors for those who still ask; if nothing is said, made up from the capacity. */
    public BlockDeviceBuilder geometry(int cylinders, int heads, int sectors) {
        geometry = new int[] {in("cylinders", cylinders, 0, 65535), in("heads", heads, 0, 255), in("sectors", sectors, 0, 255)};
        return this;
    }

    /**
     * Hints on alignment and sizes.
     *
     * @param physicalExponent log2 of the blocks in a physical block
     * @param alignment offset of the first aligned block
     * @param minimumBlocks smallest I/O that costs nothing extra
     * @param optimalBlocks best I/O size, 0 for none
     */
    public BlockDeviceBuilder topology(int physicalExponent, int alignment, int minimumBlocks, int optimalBlocks) {
        physicalBlockExp = in("physical_block_exp", physicalExponent, 0, 31);
        alignmentOffset = in("alignment_offset", alignment, 0, 255);
        minIoBlocks = in("min_io_size", minimumBlocks, 0, 65535);
        optIoBlocks = in("opt_io_size", optimalBlocks, 0, Integer.MAX_VALUE);
        return this;
    }

    /** Starts with a writethrough cache; the driver can change it. */
    public BlockDeviceBuilder writethrough() {
        writeback = false;
        return this;
    }

    /** Offers neither FLUSH nor CONFIG_WCE: every write is committed before it is answered. Devices should not (BLK-DEV-01). */
    public BlockDeviceBuilder withoutFlush() {
        flush = false;
        return this;
    }

    /** What one DISCARD may cover: sectors of a range, ranges, and the alignment that serves best. */
    public BlockDeviceBuilder discard(int maxSectors, int maxSegments, int alignmentSectors) {
        discard = new Limits(maxSectors, maxSegments, alignmentSectors);
        return this;
    }

    /** What one WRITE_ZEROES may cover. */
    public BlockDeviceBuilder writeZeroes(int maxSectors, int maxSegments) {
        writeZeroes = new Limits(maxSectors, maxSegments, 1);
        return this;
    }

    /** What one SECURE_ERASE may cover. */
    public BlockDeviceBuilder secureErase(int maxSectors, int maxSegments, int alignmentSectors) {
        secureErase = new Limits(maxSectors, maxSegments, alignmentSectors);
        return this;
    }

    /** How long requests take, each by itself, so that they may overtake each other; else all take {@code latencyTicks}. */
    public BlockDeviceBuilder latency(BlockLatency model) {
        latency = model;
        return this;
    }

    /**
     * The device.
     *
     * @throws IllegalArgumentException if an option is not allowed
     */
    public BlockDevice build() {
        return new BlockDevice(this);
    }

    private static int in(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + " of " + value + "; allowed is " + low + " to " + high);
        }
        return value;
    }
}

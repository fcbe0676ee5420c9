package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * A disk whose writes stay in memory, over a base that is never written: every run starts from the same content. What differs from
 * the base, in clusters of 64 KiB, is the saved state; a disk of a terabyte costs what was written to it. Many overlays may share one base.
 */
public final class OverlayBackend implements BlockBackend {
    private static final int CLUSTER_BYTES = 65536;

    private final BlockBackend base;
    private final boolean ownsBase;
    private final TreeMap<Long, byte[]> clusters = new TreeMap<>();
    /** Clusters that a saved state has too: the next change makes another array. */
    private final BitSet saved = new BitSet();
    /** Clusters without bytes here that read as zeroes, whatever the base has: a bit each, as a discard may cover the whole disk. */
    private BitSet zeroed = new BitSet();
    private long sizeBytes;
    /** How much of the base is seen: less than all of it once the disk was made smaller. */
    private long baseBytes;
    private DiskWatch watch = DiskWatch.NONE;

    /** An overlay without changes. Closing it closes the base. */
    public OverlayBackend(BlockBackend base) {
        this(base, true);
    }

    private OverlayBackend(BlockBackend base, boolean ownsBase) {
        this.base = base;
        this.ownsBase = ownsBase;
        sizeBytes = base.sizeBytes();
        baseBytes = sizeBytes;
    }

    /** An overlay without changes over a base that others use too; closing it leaves the base open. */
    public static OverlayBackend sharing(BlockBackend base) {
        return new OverlayBackend(base, false);
    }

    /** A disk of zeroes of any size, in memory as far as it is written to. */
    public static OverlayBackend ofSize(long sizeBytes) {
        var disk = new OverlayBackend(MemoryBackend.ofSize(0));
        disk.resize(sizeBytes);
        return disk;
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    /** What it was before all changes. */
    public BlockBackend base() {
        return base;
    }

    /** How many bytes the changes take. */
    public long changedBytes() {
        return clusters.keySet().stream().mapToLong(index -> Math.min(CLUSTER_BYTES, sizeBytes - index * CLUSTER_BYTES)).sum();
    }

    /** Forgets all changes, of size too. */
    public void discardChanges() {
        watch.changing("forget-changes");
        clusters.clear();
        saved.clear();
        zeroed.clear();
        sizeBytes = base.sizeBytes();
        baseBytes = sizeBytes;
    }

    @Override
    public void read(long position, byte[] target, int offset, int size) throws IOException {
        read(position, MemorySegment.ofArray(target).asSlice(offset, size));
    }

    @Override
    public void read(long position, MemorySegment target) throws IOException {
        for (long done = 0, piece; done < target.byteSize(); done += piece) {
            long at = position + done;
            int inCluster = (int) (at % CLUSTER_BYTES);
            piece = Math.min(target.byteSize() - done, CLUSTER_BYTES - inCluster);
            MemorySegment part = target.asSlice(done, piece);
            byte[] cluster = clusters.get(at / CLUSTER_BYTES);
            if (cluster == null) {
                readBelow(at, part);
            } else {
                MemorySegment.copy(MemorySegment.ofArray(cluster), inCluster, part, 0, piece);
            }
        }
    }

    /** Reads a part of a cluster that has no bytes here. */
    private void readBelow(long position, MemorySegment target) throws IOException {
        boolean zeroes = zeroed.get((int) (position / CLUSTER_BYTES));
        long there = zeroes ? 0 : Math.clamp(baseBytes - position, 0, target.byteSize());
        if (there > 0) {
            base.read(position, target.asSlice(0, there));
        }
        target.asSlice(there).fill((byte) 0);
    }

    @Override
    public void write(long position, byte[] source, int offset, int size) throws IOException {
        write(position, MemorySegment.ofArray(source).asSlice(offset, size));
    }

    @Override
    public void write(long position, MemorySegment source) throws IOException {
        watch.writing(position, source);
        for (long done = 0, piece; done < source.byteSize(); done += piece) {
            long at = position + done;
            int inCluster = (int) (at % CLUSTER_BYTES);
            piece = Math.min(source.byteSize() - done, CLUSTER_BYTES - inCluster);
            byte[] cluster = piece == CLUSTER_BYTES ? replaced(at / CLUSTER_BYTES) : changed(at / CLUSTER_BYTES);
            MemorySegment.copy(source, done, MemorySegment.ofArray(cluster), inCluster, piece);
        }
    }

    /** The cluster, about to be written in part. */
    private byte[] changed(long index) throws IOException {
        byte[] cluster = clusters.get(index);
        if (cluster == null) {
            cluster = new byte[CLUSTER_BYTES];
            readBelow(index * CLUSTER_BYTES, MemorySegment.ofArray(cluster));
            clusters.put(index, cluster);
        } else if (saved.get((int) index)) {
            cluster = cluster.clone();
            clusters.put(index, cluster);
        }
        saved.clear((int) index);
        return cluster;
    }

    /** The cluster, about to be written whole. */
    private byte[] replaced(long index) {
        if (saved.get((int) index)) {
            clusters.remove(index);
            saved.clear((int) index);
        }
        return clusters.computeIfAbsent(index, missing -> new byte[CLUSTER_BYTES]);
    }

    private void zero(long fromIndex, long toIndex) {
        if (fromIndex < toIndex) {
            clusters.subMap(fromIndex, toIndex).clear();
            saved.clear((int) fromIndex, (int) toIndex);
            zeroed.set((int) fromIndex, (int) toIndex);
        }
    }

    @Override
    public void writeZeroes(long position, long size, boolean mayUnmap) throws IOException {
        watch.changing("zeroes " + position + " " + size + (mayUnmap ? " unmap" : ""));
        for (long done = 0, piece; done < size; done += piece) {
            long at = position + done;
            int inCluster = (int) (at % CLUSTER_BYTES);
            piece = Math.min(size - done, CLUSTER_BYTES - inCluster);
            if (piece == CLUSTER_BYTES && mayUnmap) {
                zero(at / CLUSTER_BYTES, at / CLUSTER_BYTES + 1);
            } else {
                Arrays.fill(changed(at / CLUSTER_BYTES), inCluster, (int) (inCluster + piece), (byte) 0);
            }
        }
    }

    @Override
    public boolean unmaps() {
        return true;
    }

    @Override
    public boolean discards() {
        return true;
    }

    /** Gives the memory of whole clusters back; they read as zeroes. Parts of clusters stay as they are. */
    @Override
    public void discard(long position, long size) {
        watch.changing("discard " + position + " " + size);
        long first = Math.ceilDiv(position, CLUSTER_BYTES);
        long end = position + size == sizeBytes ? Math.ceilDiv(sizeBytes, CLUSTER_BYTES) : (position + size) / CLUSTER_BYTES;
        zero(first, end);
    }

    @Override
    public void resize(long newSizeBytes) {
        BlockBackend.checkSize(newSizeBytes, "the new size");
        if (newSizeBytes / CLUSTER_BYTES >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("an overlay of " + newSizeBytes + " bytes; it can have up to 127 TiB");
        }
        watch.changing("size " + newSizeBytes);
        if (newSizeBytes < sizeBytes) {
            clusters.tailMap(Math.ceilDiv(newSizeBytes, CLUSTER_BYTES), true).clear();
            byte[] last = clusters.get(newSizeBytes / CLUSTER_BYTES);
            if (last != null) {
                last = last.clone();
                clusters.put(newSizeBytes / CLUSTER_BYTES, last);
                saved.clear((int) (newSizeBytes / CLUSTER_BYTES));
                Arrays.fill(last, (int) (newSizeBytes % CLUSTER_BYTES), CLUSTER_BYTES, (byte) 0);
            }
            zeroed.clear((int) Math.ceilDiv(newSizeBytes, CLUSTER_BYTES), Math.max(zeroed.length(), (int) Math.ceilDiv(newSizeBytes, CLUSTER_BYTES)));
        }
        sizeBytes = newSizeBytes;
        baseBytes = Math.min(baseBytes, newSizeBytes);
    }

    @Override
    public void watch(DiskWatch newWatch) {
        watch = newWatch;
    }

    @Override
    public void flush() {
        // Changes live as long as the VM; there is nothing behind them to commit to.
    }

    @Override
    public void close() throws IOException {
        if (ownsBase) {
            base.close();
        }
    }

    /** The base is shared if it only reads, as is one that only this one writes to: nobody does. */
    @Override
    public OverlayBackend twin() {
        return sharing(base);
    }

    @Override
    public State options() {
        return State.of("overlay-disk", 1).put("base", base.options()).build();
    }

    @Override
    public State save() {
        clusters.keySet().forEach(index -> saved.set((int) (long) index));
        return State.of("overlay-disk", 2)
                .put("baseSizeBytes", base.sizeBytes()).put("sizeBytes", sizeBytes).put("baseBytes", baseBytes)
                .put("zeroed", zeroed.toLongArray())
                .put("indices", clusters.keySet().stream().mapToLong(Long::longValue).toArray())
                .put("clusters", clusters.values().stream().map(bytes -> State.of("cluster", 1).putShared("bytes", bytes).build()).toList())
                .put("base", base.save()).build();
    }

    @Override
    public void restore(State state) {
        long[] indices = state.expect("overlay-disk", 2).numbers("indices");
        byte[][] contents = state.children("clusters").stream().map(cluster -> cluster.expect("cluster", 1).sharedBytes("bytes")).toArray(byte[][]::new);
        if (state.number("baseSizeBytes") != base.sizeBytes() || indices.length != contents.length) {
            throw new StateException("asked to restore an overlay over " + base.sizeBytes() + " bytes, found one over " + state.number("baseSizeBytes")
                    + " bytes with " + indices.length + " indices for " + contents.length + " clusters");
        }
        long savedSize = state.number("sizeBytes");
        long savedBase = state.number("baseBytes");
        base.restore(state.child("base"));
        sizeBytes = savedSize;
        baseBytes = savedBase;
        zeroed = BitSet.valueOf(state.numbers("zeroed"));
        clusters.clear();
        for (int i = 0; i < indices.length; i++) {
            clusters.put(indices[i], contents[i]);
            saved.set((int) indices[i]);
        }
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "overlay over %s with %,d bytes changed", base, changedBytes());
    }
}

package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * A disk whose writes stay in memory, over a base that is never written: every run starts from the same content. What differs from
 * the base, in clusters of 64 KiB, is the saved state.
 */
public final class OverlayBackend implements BlockBackend {
    private static final int CLUSTER_BYTES = 65536;

    private final BlockBackend base;
    private final TreeMap<Long, byte[]> clusters = new TreeMap<>();

    /** An overlay without changes. Closing it closes the base. */
    public OverlayBackend(BlockBackend base) {
        this.base = base;
    }

    @Override
    public long sizeBytes() {
        return base.sizeBytes();
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    /** How many bytes the changes take. */
    public long changedBytes() {
        return clusters.values().stream().mapToLong(cluster -> cluster.length).sum();
    }

    /** Forgets all changes. */
    public void discardChanges() {
        clusters.clear();
    }

    @Override
    public void read(long position, byte[] target, int offset, int sizeBytes) throws IOException {
        int done = 0;
        while (done < sizeBytes) {
            long at = position + done;
            int inCluster = (int) (at % CLUSTER_BYTES);
            int piece = Math.min(sizeBytes - done, CLUSTER_BYTES - inCluster);
            byte[] cluster = clusters.get(at / CLUSTER_BYTES);
            if (cluster == null) {
                base.read(at, target, offset + done, piece);
            } else {
                System.arraycopy(cluster, inCluster, target, offset + done, piece);
            }
            done += piece;
        }
    }

    @Override
    public void write(long position, byte[] source, int offset, int sizeBytes) throws IOException {
        int done = 0;
        while (done < sizeBytes) {
            long at = position + done;
            int inCluster = (int) (at % CLUSTER_BYTES);
            int piece = Math.min(sizeBytes - done, CLUSTER_BYTES - inCluster);
            System.arraycopy(source, offset + done, changed(at / CLUSTER_BYTES), inCluster, piece);
            done += piece;
        }
    }

    private byte[] changed(long index) throws IOException {
        byte[] cluster = clusters.get(index);
        if (cluster == null) {
            long start = index * CLUSTER_BYTES;
            cluster = new byte[(int) Math.min(CLUSTER_BYTES, base.sizeBytes() - start)];
            base.read(start, cluster, 0, cluster.length);
            clusters.put(index, cluster);
        }
        return cluster;
    }

    @Override
    public void flush() {
        // Changes live as long as the VM; there is nothing behind them to commit to.
    }

    @Override
    public void close() throws IOException {
        base.close();
    }

    @Override
    public State save() {
        return State.of("overlay-disk", 1)
                .put("sizeBytes", base.sizeBytes())
                .put("indices", clusters.keySet().stream().mapToLong(Long::longValue).toArray())
                .put("clusters", clusters.values().stream().map(bytes -> State.of("cluster", 1).put("bytes", bytes).build()).toList())
                .put("base", base.save()).build();
    }

    @Override
    public void restore(State state) {
        long[] indices = state.expect("overlay-disk", 1).numbers("indices");
        byte[][] saved = state.children("clusters").stream().map(cluster -> cluster.expect("cluster", 1).bytes("bytes")).toArray(byte[][]::new);
        if (state.number("sizeBytes") != base.sizeBytes() || indices.length != saved.length) {
            throw new StateException("asked to restore an overlay of " + base.sizeBytes() + " bytes, found " + state.number("sizeBytes")
                    + " bytes with " + indices.length + " indices for " + saved.length + " clusters");
        }
        base.restore(state.child("base"));
        clusters.clear();
        for (int i = 0; i < indices.length; i++) {
            clusters.put(indices[i], Arrays.copyOf(saved[i], saved[i].length));
        }
    }
}

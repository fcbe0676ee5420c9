package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A disk that wears: flash with perfect wear levelling. Every byte written passes through a small SLC region first and then into the MLC
 * cells; each region has so many times its size to give. From 80 % of the life of the MLC cells on, blocks fail and are replaced from a
 * reserve, which is used up at 120 %. Nothing is lost by wear itself: this is about what GET_LIFETIME tells.
 */
public final class WearBackend implements BlockBackend {
    private static final double FAILURES_BEGIN = 0.8;
    private static final double RESERVE_GONE = 1.2;
    /** The SLC region is this part of the disk. */
    private static final int SLC_PART = 16;

    private final BlockBackend behind;
    private final double slcCycles;
    private final double mlcCycles;
    private long writtenBytes;
    private DiskWatch watch = DiskWatch.NONE;

    /**
     * A new disk.
     *
     * @param behind its bytes; closed with this
     * @param slcCycles how often each SLC cell can be written, more than 0
     * @param mlcCycles how often each MLC cell can be written, more than 0
     */
    public WearBackend(BlockBackend behind, double slcCycles, double mlcCycles) {
        if (!(slcCycles > 0) || !(mlcCycles > 0)) {
            throw new IllegalArgumentException("cells that last %s and %s cycles; both must be more than 0".formatted(slcCycles, mlcCycles));
        }
        this.behind = behind;
        this.slcCycles = slcCycles;
        this.mlcCycles = mlcCycles;
    }

    /** What has its bytes. */
    public BlockBackend behind() {
        return behind;
    }

    /** All that was ever written, in bytes. */
    public long writtenBytes() {
        return writtenBytes;
    }

    /** Ages the disk as if so many bytes had been written. */
    public WearBackend age(long bytes) {
        watch.changing("age " + bytes);
        writtenBytes += bytes;
        return this;
    }

    private double used(double cycles, double regionBytes) {
        return writtenBytes / (cycles * Math.max(1, regionBytes));
    }

    @Override
    public Optional<Lifetime> lifetime() {
        double mlc = used(mlcCycles, sizeBytes());
        double slc = used(slcCycles, (double) sizeBytes() / SLC_PART);
        double reserve = (mlc - FAILURES_BEGIN) / (RESERVE_GONE - FAILURES_BEGIN);
        int preEol = reserve >= 0.9 ? 3 : reserve >= 0.8 ? 2 : 1;
        return Optional.of(new Lifetime(preEol, estimate(slc), estimate(mlc)));
    }

    /** 1 for up to 10 % used, 10 for up to 100 %, and 11 for all beyond. */
    private static int estimate(double used) {
        return (int) Math.clamp((long) Math.ceil(used * 10), 1, Lifetime.ESTIMATE_MAX);
    }

    @Override
    public long sizeBytes() {
        return behind.sizeBytes();
    }

    @Override
    public boolean readOnly() {
        return behind.readOnly();
    }

    @Override
    public void read(long position, byte[] target, int offset, int size) throws IOException {
        behind.read(position, target, offset, size);
    }

    @Override
    public void read(long position, MemorySegment target) throws IOException {
        behind.read(position, target);
    }

    @Override
    public void write(long position, byte[] source, int offset, int size) throws IOException {
        watch.writing(position, MemorySegment.ofArray(source).asSlice(offset, size));
        behind.write(position, source, offset, size);
        writtenBytes += size;
    }

    @Override
    public void write(long position, MemorySegment source) throws IOException {
        watch.writing(position, source);
        behind.write(position, source);
        writtenBytes += source.byteSize();
    }

    /** Zeroes are written, unless the range may be given back, which costs the cells nothing. */
    @Override
    public void writeZeroes(long position, long size, boolean mayUnmap) throws IOException {
        watch.changing("zeroes " + position + " " + size + (mayUnmap ? " unmap" : ""));
        behind.writeZeroes(position, size, mayUnmap);
        writtenBytes += mayUnmap && behind.unmaps() ? 0 : size;
    }

    @Override
    public boolean unmaps() {
        return behind.unmaps();
    }

    @Override
    public boolean discards() {
        return behind.discards();
    }

    @Override
    public void discard(long position, long size) throws IOException {
        watch.changing("discard " + position + " " + size);
        behind.discard(position, size);
    }

    @Override
    public boolean erases() {
        return behind.erases();
    }

    @Override
    public void erase(long position, long size) throws IOException {
        watch.changing("erase " + position + " " + size);
        behind.erase(position, size);
        writtenBytes += size;
    }

    @Override
    public void resize(long newSizeBytes) throws IOException {
        watch.changing("size " + newSizeBytes);
        behind.resize(newSizeBytes);
    }

    @Override
    public void watch(DiskWatch newWatch) {
        watch = newWatch;
    }

    @Override
    public void flush() throws IOException {
        watch.changing("flush");
        behind.flush();
    }

    @Override
    public void close() throws IOException {
        behind.close();
    }

    @Override
    public WearBackend twin() {
        return new WearBackend(behind.twin(), slcCycles, mlcCycles);
    }

    @Override
    public State options() {
        return State.of("wear-disk", 1).put("slc", Double.doubleToLongBits(slcCycles)).put("mlc", Double.doubleToLongBits(mlcCycles))
                .put("behind", behind.options()).build();
    }

    @Override
    public State save() {
        return State.of("wearing-disk", 1).put("writtenBytes", writtenBytes).put("behind", behind.save()).build();
    }

    @Override
    public void restore(State state) {
        long saved = state.expect("wearing-disk", 1).number("writtenBytes");
        behind.restore(state.child("behind"));
        writtenBytes = saved;
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "wearing disk with %,d bytes written, over %s", writtenBytes, behind);
    }
}

package dev.cellvisor.virtio.block;

import static dev.cellvisor.virtio.block.BlockRequest.SECTOR_BYTES;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import dev.cellvisor.virtio.SeededRandom;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A drive with a volatile write cache, for experiments with power cuts: a write is kept here until a flush, or until the cache is full.
 * {@link #powerCut} then leaves behind what a real drive could: of the sectors written since the last flush each has any of the contents it
 * was given since, or the one before, since a cache writes back what it likes in the order it likes. What was flushed is never lost.
 *
 * <p>A sector of 512 bytes is written whole or not at all, as drives promise. Which contents survive follows from the seed alone.
 */
public final class CachedBackend implements BlockBackend {
    /** Zeroes and discards above this go straight through: what lasts early breaks no promise. */
    private static final long THROUGH_BYTES = 1 << 20;

    private final BlockBackend behind;
    private final SeededRandom random;
    /** Everything that each dirty sector was given since the last flush; the last is its content now. */
    private final TreeMap<Long, List<byte[]>> dirty = new TreeMap<>();
    private long capacityBytes = Long.MAX_VALUE;
    private long cachedBytes;
    private long powerCuts;
    private DiskWatch watch = DiskWatch.NONE;

    /** What a power cut did. */
    public record Cut(int dirtySectors, int lostSectors) {
        @Override
        public String toString() {
            return "power cut: %d sectors were written and not flushed, %d of them lost what was written last".formatted(dirtySectors, lostSectors);
        }
    }

    /**
     * An empty cache before a disk.
     *
     * @param behind what lasts; closed with this
     * @param seed decides what survives a power cut
     */
    public CachedBackend(BlockBackend behind, long seed) {
        this.behind = behind;
        random = new SeededRandom(seed, "write cache");
    }

    /** How much the cache holds before it starts to write back by itself; unlimited if nothing is said. */
    public CachedBackend capacityBytes(long bytes) {
        capacityBytes = bytes;
        return this;
    }

    /** What lasts. */
    public BlockBackend behind() {
        return behind;
    }

    /** How many sectors would be at risk if the power failed now. */
    public int dirtySectors() {
        return dirty.size();
    }

    /** The power fails: the cache is empty after, and the disk behind it has what happened to get there. */
    public Cut powerCut() throws IOException {
        watch.changing("power-cut");
        Cut cut = writeSome(behind, random);
        forget();
        powerCuts++;
        return cut;
    }

    /**
     * What a power cut now would leave, without one: this disk goes on as if nothing had been asked. One run serves for many cuts.
     *
     * @param target a disk of the same size or larger; what is left is written to it
     * @param seed decides what survives
     */
    public Cut powerCutOf(BlockBackend target, long seed) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        for (long at = 0; at < sizeBytes(); at += piece.length) {
            int size = (int) Math.min(piece.length, sizeBytes() - at);
            behind.read(at, piece, 0, size);
            target.write(at, piece, 0, size);
        }
        return writeSome(target, new SeededRandom(seed, "power cut"));
    }

    private Cut writeSome(BlockBackend target, SeededRandom chance) throws IOException {
        // Now and then everything is lost, or a run in order survives: the cases that random bits hardly ever give.
        int style = (int) (chance.nextLong() & 3);
        long edge = dirty.isEmpty() ? 0 : (chance.nextLong() & Long.MAX_VALUE) % (dirty.lastKey() + 2);
        int lost = 0;
        for (Map.Entry<Long, List<byte[]>> sector : dirty.entrySet()) {
            List<byte[]> contents = sector.getValue();
            int chosen = switch (style) {
                case 0 -> 0;
                case 1 -> sector.getKey() < edge ? contents.size() : 0;
                default -> (int) ((chance.nextLong() & Long.MAX_VALUE) % (contents.size() + 1));
            };
            if (chosen > 0) {
                target.write(sector.getKey() * SECTOR_BYTES, contents.get(chosen - 1), 0, SECTOR_BYTES);
            }
            lost += chosen < contents.size() ? 1 : 0;
        }
        target.flush();
        return new Cut(dirty.size(), lost);
    }

    private void forget() {
        dirty.clear();
        cachedBytes = 0;
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
        read(position, MemorySegment.ofArray(target).asSlice(offset, size));
    }

    @Override
    public void read(long position, MemorySegment target) throws IOException {
        behind.read(position, target);
        long end = position + target.byteSize();
        for (var sector : dirty.subMap(position / SECTOR_BYTES, Math.ceilDiv(end, SECTOR_BYTES)).entrySet()) {
            long start = sector.getKey() * SECTOR_BYTES;
            long from = Math.max(start, position);
            long to = Math.min(start + SECTOR_BYTES, end);
            MemorySegment.copy(sector.getValue().getLast(), (int) (from - start), target, ValueLayout.JAVA_BYTE, from - position, (int) (to - from));
        }
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
            int inSector = (int) (at % SECTOR_BYTES);
            piece = Math.min(source.byteSize() - done, SECTOR_BYTES - inSector);
            byte[] content = new byte[SECTOR_BYTES];
            boolean whole = piece == SECTOR_BYTES;
            if (!whole) {
                read(at - inSector, content, 0, SECTOR_BYTES);
            }
            MemorySegment.copy(source, ValueLayout.JAVA_BYTE, done, content, inSector, (int) piece);
            // The driver cut its buffers within a sector: this is the rest of a sector begun by the piece before.
            keep(at / SECTOR_BYTES, content, inSector > 0);
        }
        if ((position + source.byteSize()) % SECTOR_BYTES == 0) {
            // Not in the midst of a sector, of which the driver's next buffer brings the rest: half of one must not last.
            writeBackOverCapacity();
        }
    }

    private void keep(long sector, byte[] content, boolean rest) {
        List<byte[]> contents = dirty.computeIfAbsent(sector, missing -> new ArrayList<>(1));
        if (rest && !contents.isEmpty()) {
            contents.set(contents.size() - 1, content);
        } else {
            contents.add(content);
            cachedBytes += SECTOR_BYTES;
        }
    }

    private void writeBackOverCapacity() throws IOException {
        while (cachedBytes > capacityBytes) {
            // Any sector may go first; the seed says which.
            Long from = dirty.ceilingKey((random.nextLong() & Long.MAX_VALUE) % (dirty.lastKey() + 1));
            List<byte[]> contents = dirty.get(from);
            behind.write(from * SECTOR_BYTES, contents.getLast(), 0, SECTOR_BYTES);
            dirty.remove(from);
            cachedBytes -= (long) contents.size() * SECTOR_BYTES;
        }
    }

    @Override
    public void writeZeroes(long position, long size, boolean mayUnmap) throws IOException {
        if (size <= THROUGH_BYTES) {
            BlockBackend.super.writeZeroes(position, size, mayUnmap);
        } else {
            watch.changing("zeroes " + position + " " + size + (mayUnmap ? " unmap" : ""));
            drop(position, size);
            behind.writeZeroes(position, size, mayUnmap);
        }
    }

    private void drop(long position, long size) {
        var covered = dirty.subMap(Math.ceilDiv(position, SECTOR_BYTES), (position + size) / SECTOR_BYTES);
        cachedBytes -= covered.values().stream().mapToLong(contents -> (long) contents.size() * SECTOR_BYTES).sum();
        covered.clear();
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
        drop(position, size);
        behind.discard(position, size);
    }

    @Override
    public boolean erases() {
        return behind.erases();
    }

    @Override
    public void erase(long position, long size) throws IOException {
        watch.changing("erase " + position + " " + size);
        drop(position, size);
        behind.erase(position, size);
    }

    @Override
    public Optional<Lifetime> lifetime() {
        return behind.lifetime();
    }

    @Override
    public void resize(long newSizeBytes) throws IOException {
        watch.changing("size " + newSizeBytes);
        behind.resize(newSizeBytes);
        if (!dirty.isEmpty() && dirty.lastKey() >= newSizeBytes / SECTOR_BYTES) {
            drop(newSizeBytes, (dirty.lastKey() + 1) * SECTOR_BYTES - newSizeBytes);
        }
    }

    @Override
    public void watch(DiskWatch newWatch) {
        watch = newWatch;
    }

    @Override
    public void flush() throws IOException {
        watch.changing("flush");
        for (Map.Entry<Long, List<byte[]>> sector : dirty.entrySet()) {
            behind.write(sector.getKey() * SECTOR_BYTES, sector.getValue().getLast(), 0, SECTOR_BYTES);
        }
        behind.flush();
        // Only now: if the host failed, everything is still here and the next flush tries again.
        forget();
    }

    /** Closes what is behind, after a flush: an orderly end, not a power cut. */
    @Override
    public void close() throws IOException {
        try {
            if (!readOnly()) {
                flush();
            }
        } finally {
            behind.close();
        }
    }

    @Override
    public CachedBackend twin() {
        return new CachedBackend(behind.twin(), 0).capacityBytes(capacityBytes);
    }

    @Override
    public State options() {
        return State.of("cached-disk", 1).put("capacityBytes", capacityBytes).put("behind", behind.options()).build();
    }

    @Override
    public State save() {
        List<State> sectors = dirty.entrySet().stream().map(sector -> State.of("sector", 1).put("sector", sector.getKey())
                .put("contents", sector.getValue().stream().map(bytes -> State.of("content", 1).put("bytes", bytes).build()).toList()).build()).toList();
        return State.of("cached-disk", 1).put("dirty", sectors).put("powerCuts", powerCuts).put("random", random.save())
                .put("behind", behind.save()).build();
    }

    @Override
    public void restore(State state) {
        var saved = new TreeMap<Long, List<byte[]>>();
        long bytes = 0;
        for (State sector : state.expect("cached-disk", 1).children("dirty")) {
            List<byte[]> contents = new ArrayList<>();
            for (State content : sector.children("contents")) {
                contents.add(content.bytes("bytes"));
                bytes += SECTOR_BYTES;
            }
            if (contents.isEmpty() || contents.stream().anyMatch(content -> content.length != SECTOR_BYTES)) {
                throw new StateException("a cached sector must have contents of 512 bytes each");
            }
            saved.put(sector.number("sector"), contents);
        }
        behind.restore(state.child("behind"));
        random.restore(state.child("random"));
        powerCuts = state.number("powerCuts");
        dirty.clear();
        dirty.putAll(saved);
        cachedBytes = bytes;
    }

    @Override
    public String toString() {
        return "write cache with %d dirty sectors before %s".formatted(dirty.size(), behind);
    }
}

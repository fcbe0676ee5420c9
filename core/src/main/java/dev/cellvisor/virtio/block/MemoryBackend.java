package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** A disk in the host's memory, gone with the VM. Its content is part of the saved state. */
public final class MemoryBackend implements BlockBackend {
    private byte[] content;
    /** Whether a saved state has the same array: the next change makes another. */
    private boolean saved;
    private DiskWatch watch = DiskWatch.NONE;

    /**
     * A disk with a copy of these bytes.
     *
     * @throws IllegalArgumentException if their number is not a multiple of 512
     */
    public MemoryBackend(byte[] content) {
        BlockBackend.checkSize(content.length, "the content");
        this.content = content.clone();
    }

    /** A disk of zeros. */
    public static MemoryBackend ofSize(int sizeBytes) {
        return new MemoryBackend(new byte[sizeBytes]);
    }

    @Override
    public long sizeBytes() {
        return content.length;
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public void read(long position, byte[] target, int offset, int sizeBytes) {
        System.arraycopy(content, Math.toIntExact(position), target, offset, sizeBytes);
    }

    @Override
    public void write(long position, byte[] source, int offset, int sizeBytes) {
        watch.writing(position, MemorySegment.ofArray(source).asSlice(offset, sizeBytes));
        System.arraycopy(source, offset, own(), Math.toIntExact(position), sizeBytes);
    }

    @Override
    public void read(long position, MemorySegment target) {
        MemorySegment.copy(content, Math.toIntExact(position), target, ValueLayout.JAVA_BYTE, 0, Math.toIntExact(target.byteSize()));
    }

    @Override
    public void write(long position, MemorySegment source) {
        watch.writing(position, source);
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, 0, own(), Math.toIntExact(position), Math.toIntExact(source.byteSize()));
    }

    @Override
    public void writeZeroes(long position, long sizeBytes, boolean mayUnmap) {
        watch.changing("zeroes " + position + " " + sizeBytes);
        Arrays.fill(own(), Math.toIntExact(position), Math.toIntExact(position + sizeBytes), (byte) 0);
    }

    @Override
    public boolean discards() {
        return true;
    }

    @Override
    public void discard(long position, long sizeBytes) {
        writeZeroes(position, sizeBytes, true);
    }

    @Override
    public boolean erases() {
        return true;
    }

    @Override
    public void erase(long position, long sizeBytes) {
        writeZeroes(position, sizeBytes, false);
    }

    private byte[] own() {
        if (saved) {
            content = content.clone();
            saved = false;
        }
        return content;
    }

    @Override
    public void resize(long newSizeBytes) {
        watch.changing("size " + newSizeBytes);
        saved = false;
        content = Arrays.copyOf(content, Math.toIntExact(BlockBackend.checkSize(newSizeBytes, "the new size")));
    }

    @Override
    public void watch(DiskWatch newWatch) {
        watch = newWatch;
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    @Override
    public MemoryBackend twin() {
        var twin = ofSize(0);
        twin.restore(save());
        return twin;
    }

    @Override
    public State options() {
        return State.of("memory-disk", 1).build();
    }

    @Override
    public State save() {
        saved = true;
        return State.of("memory-disk", 1).putShared("content", content).build();
    }

    @Override
    public void restore(State state) {
        byte[] newContent = state.expect("memory-disk", 1).sharedBytes("content");
        if (newContent.length % BlockRequest.SECTOR_BYTES != 0) {
            throw new StateException("a saved disk has " + newContent.length + " bytes, which is no multiple of 512");
        }
        content = newContent;
        saved = true;
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "memory disk of %,d bytes", content.length);
    }
}

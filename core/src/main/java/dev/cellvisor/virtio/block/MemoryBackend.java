package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;

/** A disk in the host's memory, gone with the VM. Its content is part of the saved state. */
public final class MemoryBackend implements BlockBackend {
    private final byte[] content;

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
        System.arraycopy(source, offset, content, Math.toIntExact(position), sizeBytes);
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    @Override
    public State save() {
        return State.of("memory-disk", 1).put("content", content).build();
    }

    @Override
    public void restore(State state) {
        byte[] saved = state.expect("memory-disk", 1).bytes("content");
        if (saved.length != content.length) {
            throw new StateException("asked to restore a disk of " + content.length + " bytes, found " + saved.length);
        }
        System.arraycopy(saved, 0, content, 0, content.length);
    }
}

package dev.cellvisor.qtest;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.block.BlockBackend;
import java.util.Arrays;

/** A disk that forgets what is written and reads zeroes: QEMU's {@code null-co://}. */
final class NullBackend implements BlockBackend {
    private long sizeBytes;

    NullBackend(long sizeBytes) {
        this.sizeBytes = BlockBackend.checkSize(sizeBytes, "the null disk");
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public void read(long position, byte[] target, int offset, int size) {
        Arrays.fill(target, offset, offset + size, (byte) 0);
    }

    @Override
    public void write(long position, byte[] source, int offset, int size) {
    }

    @Override
    public void writeZeroes(long position, long size, boolean mayUnmap) {
    }

    @Override
    public void resize(long newSizeBytes) {
        sizeBytes = BlockBackend.checkSize(newSizeBytes, "the null disk");
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    @Override
    public State save() {
        return State.of("null-disk", 1).put("sizeBytes", sizeBytes).build();
    }

    @Override
    public void restore(State state) {
        sizeBytes = state.expect("null-disk", 1).number("sizeBytes");
    }

    @Override
    public String toString() {
        return "a null disk of " + sizeBytes + " bytes";
    }
}

package dev.cellvisor.virtio.block;

import dev.cellvisor.state.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A backend that notes what it is asked for, fails on demand, and has nothing but what every backend must have. */
class NotingBackend implements BlockBackend {
    static final int SIZE_BYTES = 1 << 20;

    final List<String> asked = new ArrayList<>();
    /** Which call fails, e.g. {@code "flush"}; {@code ""} for every one. */
    String broken;
    private final MemoryBackend behind = MemoryBackend.ofSize(SIZE_BYTES);

    private void note(String what) throws IOException {
        asked.add(what);
        if (broken != null && what.startsWith(broken)) {
            throw new IOException("disk on fire");
        }
    }

    @Override
    public long sizeBytes() {
        return SIZE_BYTES;
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public void read(long position, byte[] target, int offset, int sizeBytes) throws IOException {
        note("read " + position);
        behind.read(position, target, offset, sizeBytes);
    }

    @Override
    public void write(long position, byte[] source, int offset, int sizeBytes) throws IOException {
        note("write " + position);
        behind.write(position, source, offset, sizeBytes);
    }

    @Override
    public void flush() throws IOException {
        note("flush");
    }

    @Override
    public void close() {
    }

    @Override
    public State save() {
        return behind.save();
    }

    @Override
    public void restore(State state) {
        behind.restore(state);
    }
}

package dev.cellvisor.cli;

import dev.cellvisor.state.State;
import dev.cellvisor.virtio.block.BlockBackend;
import java.io.IOException;

/** A disk that counts what it is asked, and breaks when told to. */
class CountingBackend implements BlockBackend {
    private final BlockBackend behind;
    private boolean broken;
    private int flushes;
    private int discards;
    private int erasures;

    CountingBackend(BlockBackend behind) {
        this.behind = behind;
    }

    void breakDown(boolean now) {
        broken = now;
    }

    int flushCount() {
        return flushes;
    }

    int discardCount() {
        return discards;
    }

    int eraseCount() {
        return erasures;
    }

    @Override
    public long sizeBytes() {
        return behind.sizeBytes();
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public void read(long position, byte[] target, int offset, int sizeBytes) throws IOException {
        behind.read(position, target, offset, sizeBytes);
    }

    @Override
    public void write(long position, byte[] source, int offset, int sizeBytes) throws IOException {
        if (broken) {
            throw new IOException("it broke");
        }
        behind.write(position, source, offset, sizeBytes);
    }

    @Override
    public void flush() throws IOException {
        flushes++;
        behind.flush();
    }

    @Override
    public boolean discards() {
        return true;
    }

    @Override
    public void discard(long position, long sizeBytes) throws IOException {
        discards++;
        behind.discard(position, sizeBytes);
    }

    @Override
    public boolean erases() {
        return true;
    }

    @Override
    public void erase(long position, long sizeBytes) throws IOException {
        erasures++;
        behind.erase(position, sizeBytes);
    }

    @Override
    public void resize(long newSizeBytes) throws IOException {
        behind.resize(newSizeBytes);
    }

    @Override
    public void close() throws IOException {
        behind.close();
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
